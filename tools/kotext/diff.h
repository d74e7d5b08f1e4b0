/* diff.h - two texts as a unified diff. */
#ifndef KOTEXT_TOOL_DIFF_H
#define KOTEXT_TOOL_DIFF_H

#include "buffer.h"

/* Appends a hunk for each stretch of changed lines, with three lines around it; nothing when the
 * texts are the same. Where both have as many lines, line N stands against line N; otherwise all
 * from the first that differs to the last are one hunk. */
void diff_unified(buffer *out, const char *name, kt_str before, kt_str after);

#endif
