#include "clock.h"

static void add_two(buffer *out, int64_t value) {
    if (value < 10) buffer_byte(out, '0');
    buffer_uint(out, (uint64_t)value);
}

void clock_seconds(buffer *out, int64_t ms) {
    if (ms < 0) ms = 0;
    buffer_uint(out, (uint64_t)ms / 3600000);
    buffer_byte(out, ':');
    add_two(out, ms / 60000 % 60);
    buffer_byte(out, ':');
    add_two(out, ms / 1000 % 60);
}

void clock_ms(buffer *out, int64_t ms) {
    if (ms < 0) ms = 0;
    clock_seconds(out, ms);
    buffer_byte(out, '.');
    if (ms % 1000 < 100) buffer_byte(out, '0');
    add_two(out, ms % 1000);
}
