/* cast.h - who speaks in a file that is being written, numbered as they first do. */
#ifndef KTI_SUBTITLE_CAST_H
#define KTI_SUBTITLE_CAST_H

#include "subtitle/dialect.h"

/* Gathers those who speak in the writer's files; free it at the end. Running out of memory fails
 * the writer's output. */
void kti_cast_gather(kti_writer *w);
void kti_cast_free(kti_writer *w);

size_t kti_cast_count(const kti_writer *w);

/* The name of number 1 and on, decoded. */
kt_str kti_cast_name(const kti_writer *w, size_t number);

/* The number of a name as the file of the cue being written has it; 0 for an empty one. */
size_t kti_cast_number(kti_writer *w, kt_str raw);

#endif
