/* letters_ways.h - romanizing by tables in every way that this processor has. */
#ifndef KT_TESTS_LETTERS_WAYS_H
#define KT_TESTS_LETTERS_WAYS_H

#include <string.h>

#include "core/buf.h"
#include "core/str.h"
#include "romanize/pair_data.h"
#include "romanize/pairs.h"

/* All of `text`; lines that tables do not write stay as they are, each behind a null byte. */
static inline kt_status letters_by(const kti_pairs *pairs, kt_str text, kti_buf *out) {
    kti_buf_clear(out);
    for (size_t at = 0; at < text.len;) {
        kt_status status = kti_pairs_write(pairs, text, &at, out);
        if (status != KT_OK) return status;
        if (at == text.len) break;
        const char *feed = memchr(text.ptr + at, '\n', text.len - at);
        size_t end = feed == NULL ? text.len : (size_t)(feed - text.ptr) + 1;
        kti_buf_add_byte(out, '\0');
        kti_buf_add_str(out, kti_str_cut(text, at, end));
        at = end;
    }
    return kti_buf_status(out);
}

/* Whether each way writes what the portable one does. */
static inline bool letters_agree(kt_scheme scheme, kt_str text, kti_buf *want, kti_buf *got) {
    kti_pairs *pairs;
    if (kti_pairs_open(kti_pair_data(), scheme, NULL, &pairs) != KT_OK) return false;
    if (pairs == NULL) return true;
    kti_cpu here = pairs->cpu;
    kti_cpu ways[] = {{.avx2 = here.avx2}, here};
    pairs->cpu = (kti_cpu){.avx2 = false};
    bool same = letters_by(pairs, text, want) == KT_OK;
    for (size_t i = 0; same && i < sizeof ways / sizeof *ways; i++) {
        pairs->cpu = ways[i];
        same = letters_by(pairs, text, got) == KT_OK &&
               kti_str_eq(kti_buf_str(want), kti_buf_str(got));
    }
    kti_pairs_close(pairs);
    return same;
}

#endif
