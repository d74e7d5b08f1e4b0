/* clock.h - times as people write them. */
#ifndef KOTEXT_TOOL_CLOCK_H
#define KOTEXT_TOOL_CLOCK_H

#include "buffer.h"

/* 0:02:03.456; below zero is zero. */
void clock_ms(buffer *out, int64_t ms);

/* 0:02:03 */
void clock_seconds(buffer *out, int64_t ms);

#endif
