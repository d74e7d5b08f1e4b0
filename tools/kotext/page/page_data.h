/* page_data.h - the style and the script of the page, as the build puts them in. */
#ifndef KOTEXT_TOOL_PAGE_DATA_H
#define KOTEXT_TOOL_PAGE_DATA_H

#include <stddef.h>

extern const unsigned char page_style[], page_script[];
extern const size_t page_style_len, page_script_len;

#endif
