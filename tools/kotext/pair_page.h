/* pair_page.h - both texts side by side with their links, as one page to read and to review. */
#ifndef KOTEXT_TOOL_PAIR_PAGE_H
#define KOTEXT_TOOL_PAIR_PAGE_H

#include "side.h"

/* Appends the page. `together`: unit N of one side stands beside unit N of the other. */
void page_write(buffer *out, const side *ko, const side *en, const char *const names[2],
                const kt_link *links, size_t count, bool together);

#endif
