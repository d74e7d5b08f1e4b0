/* cues.h - small subtitle files for tests. */
#ifndef KT_TESTS_CUES_H
#define KT_TESTS_CUES_H

#include "check.h"

/* A SubRip cue within the first minute. */
#define CUE(n, from, to, text) #n "\n00:00:" from " --> 00:00:" to "\n" text "\n"

static kt_subtitle *open_file(const char *file) {
    kt_error err = {KT_OK, 0, 0, ""};
    kt_subtitle *s = NULL;
    if (kt_subtitle_parse(NULL, kti_str(file), KT_FORMAT_TEXT, &s, &err) != KT_OK)
        fail_msg("%s: %s", file, err.message);
    return s;
}

#endif
