#define _POSIX_C_SOURCE 200809L

#include "progress.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

enum { NOT_ASKED, OFF, ON };

static struct {
    int state;
    bool shown;
    struct timespec began, last;
} progress;

static double seconds_since(struct timespec then, struct timespec now) {
    return (double)(now.tv_sec - then.tv_sec) + (double)(now.tv_nsec - then.tv_nsec) / 1e9;
}

void progress_show(const arguments *args, const char *name, uint64_t done, uint64_t size) {
    struct timespec now;
    if (progress.state == OFF) return;
    clock_gettime(CLOCK_MONOTONIC, &now);
    if (progress.state == NOT_ASKED) {
        bool file = arguments_has(args, OPT_OUTPUT) || arguments_has(args, OPT_IN_PLACE);
        bool among_results = isatty(STDOUT_FILENO) && !file;
        bool asked = isatty(STDERR_FILENO) && !arguments_has(args, OPT_QUIET);
        progress.state = asked && !among_results ? ON : OFF;
        progress.began = progress.last = now;
        return;
    }
    if (seconds_since(progress.began, now) < 1 || seconds_since(progress.last, now) < 0.2) return;
    progress.last = now;
    progress.shown = true;
    if (size > 0)
        fprintf(stderr, "\r%s: %3d%%", name, (int)(100 * done / size));
    else
        fprintf(stderr, "\r%s: %llu KB", name, (unsigned long long)(done / 1024));
}

void progress_clear(void) {
    if (progress.shown) fputs("\r\033[K", stderr);
    progress.shown = false;
}
