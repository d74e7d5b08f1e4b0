/* write.h - writes a .ktd: sections in the order given, the same bytes for the same input. */
#ifndef KTDICT_WRITE_H
#define KTDICT_WRITE_H

#include "core/buf.h"

typedef struct section {
    char name[16];
    kt_str bytes;
} section;

kt_status write_ktd(const section *sections, size_t count, kti_buf *out);

#endif
