/* models.h - the trained models of dicts/models, whose files are little-endian on every machine. */
#ifndef KTDICT_MODELS_H
#define KTDICT_MODELS_H

#include <stddef.h>

/* Brings the bytes of the model of section `name` ("model.joint") into the byte order of this
 * machine; what is cut off stays as it is. */
void models_to_native(const char *name, char *bytes, size_t length);

#endif
