/* fuzz.h - what the fuzz targets share: a session opened once, and input cut into options and text.
 * A broken promise aborts, as fuzzers expect. */
#ifndef KT_TESTS_FUZZ_H
#define KT_TESTS_FUZZ_H

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/span.h"
#include "core/str.h"
#include "core/utf8.h"
#include "kotext/kotext.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define MUST(condition)                                                                            \
    do {                                                                                           \
        if (!(condition)) abort();                                                                 \
    } while (0)

static kt_ctx *fuzz_ctx;
static kt_text *fuzz_out;

static kt_engine *fuzz_engine;

static inline void fuzz_close(void) {
    kt_text_free(fuzz_out);
    kt_ctx_free(fuzz_ctx);
    kt_engine_close(fuzz_engine);
}

/* Opens engine, context and text at the first call; they live as long as the process. */
static inline void fuzz_open(void) {
    if (fuzz_engine != NULL) return;
    MUST(kt_engine_open(NULL, &fuzz_engine, NULL) == KT_OK);
    MUST(kt_ctx_new(fuzz_engine, &fuzz_ctx) == KT_OK);
    MUST(kt_text_new(NULL, &fuzz_out) == KT_OK);
    MUST(atexit(fuzz_close) == 0);
}

/* The input's first bytes choose options; the rest is text. */
typedef struct fuzz_input {
    const uint8_t *data;
    size_t size;
} fuzz_input;

static inline unsigned fuzz_choice(fuzz_input *in, unsigned below) {
    if (in->size == 0) return 0;
    in->size--;
    return *in->data++ % below;
}

static inline kt_str fuzz_text(const fuzz_input *in) {
    return (kt_str){(const char *)in->data, in->size};
}

/* Any part of the output comes from a part of the input, and the other way. */
static inline void fuzz_mapped(kt_str text) {
    kt_str out = kt_text_str(fuzz_out);
    kt_span from = kt_text_source(fuzz_out, (kt_span){0, (uint32_t)(out.len / 2)});
    kt_span to = kt_text_target(fuzz_out, (kt_span){(uint32_t)(text.len / 2), (uint32_t)text.len});
    MUST(from.start <= from.end && from.end <= text.len);
    MUST(to.start <= to.end && to.end <= out.len);
}

/* A call succeeds, or refuses its input with a status it documents. */
static inline void fuzz_transformed(kt_status status, kt_str text) {
    MUST(status == KT_OK || status == KT_ERR_UTF8);
    if (status != KT_OK) return;
    MUST(kti_span_law(fuzz_out, text));
    fuzz_mapped(text);
}

/* Findings of a profile lie in the file, and putting it right keeps the span law. */
static inline void fuzz_profiled(kt_subtitle *s, const kt_profile *profile) {
    const kt_finding *list;
    size_t count;
    MUST(kt_subtitle_check(s, profile, &list, &count) == KT_OK);
    for (size_t i = 0; i < count; i++)
        MUST(list[i].cue < kt_subtitle_cues(s, NULL) && list[i].line > 0 && list[i].column > 0);
    MUST(kt_subtitle_fix(fuzz_ctx, s, profile) == KT_OK);
    MUST(kt_subtitle_write(s, fuzz_out) == KT_OK);
    MUST(kti_span_law(fuzz_out, kt_subtitle_text(s)));
}

#endif
