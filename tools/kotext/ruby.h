/* ruby.h - a transformed text as an HTML fragment: the original, with what became of it above. */
#ifndef KOTEXT_TOOL_RUBY_H
#define KOTEXT_TOOL_RUBY_H

#include "buffer.h"

/* Appends `in` with <ruby> over each word, or over each changed part of one (`parts`). What did not
 * change stands alone. */
void ruby_html(buffer *out, kt_str in, const kt_text *text, bool parts);

#endif
