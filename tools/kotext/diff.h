/* diff.h - two texts whose lines correspond, as a unified diff. */
#ifndef KOTEXT_TOOL_DIFF_H
#define KOTEXT_TOOL_DIFF_H

#include "buffer.h"

/* Appends a hunk for each stretch of changed lines, with three lines around it; nothing when the
 * texts are the same. Lines are never added or taken away, so line N stands against line N. */
void diff_unified(buffer *out, const char *name, kt_str before, kt_str after);

#endif
