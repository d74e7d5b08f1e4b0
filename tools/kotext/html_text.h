/* html_text.h - pages that need nothing but themselves. */
#ifndef KOTEXT_TOOL_HTML_TEXT_H
#define KOTEXT_TOOL_HTML_TEXT_H

#include "buffer.h"

/* Text as HTML; controls become spaces. */
void html_text(buffer *out, kt_str text);

/* The head of a page with one style, which its policy allows by its hash, up to <body>; and its
 * end. */
void html_begin(buffer *out, kt_str title, kt_str style);
void html_end(buffer *out);

/* <td lang=...>text</td>; `language` may be NULL. */
void html_cell(buffer *out, const char *language, kt_str text);

/* The style of tables. */
kt_str html_table_style(void);

#endif
