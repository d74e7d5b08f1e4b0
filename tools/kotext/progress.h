/* progress.h - a line on the terminal while long work goes on; nothing anywhere else. */
#ifndef KOTEXT_TOOL_PROGRESS_H
#define KOTEXT_TOOL_PROGRESS_H

#include <stdint.h>

#include "options.h"

/* Shows how far a file has been read, once work has taken a second; not among results on the
 * terminal. `size` 0: not known. */
void progress_show(const arguments *args, const char *name, uint64_t done, uint64_t size);
void progress_clear(void);

#endif
