#include "hanja_names.h"

#include <stdlib.h>

#include "core/str.h"
#include "core/utf8.h"
#include "hanja/hanja.h"

enum { NAME = 4 };

typedef struct pair {
    uint16_t cp, syllable;
} pair;

/* The code points of a short text; their number, 0 when there are more or larger ones. */
static size_t decode(kt_str text, uint16_t out[NAME]) {
    size_t count = 0;
    for (size_t at = 0; at < text.len;) {
        kti_cp unit = kti_utf8_at(text, at);
        uint32_t cp = kti_hanja_unified(unit.cp);
        if (count == NAME || cp > UINT16_MAX) return 0;
        out[count++] = (uint16_t)cp;
        at += unit.len;
    }
    return count;
}

static int by_bearers(const void *left, const void *right) {
    const kti_hanja_surname *a = left;
    const kti_hanja_surname *b = right;
    if (a->bearers != b->bearers) return a->bearers < b->bearers ? 1 : -1;
    if (a->syllables[0] != b->syllables[0]) return a->syllables[0] < b->syllables[0] ? -1 : 1;
    return a->cps[0] < b->cps[0] ? -1 : a->cps[0] > b->cps[0];
}

void surnames_write(const table *t, kti_buf *out) {
    for (size_t i = 0; i < t->count; i++) {
        uint16_t syllables[NAME] = {0}, cps[NAME] = {0};
        size_t length = decode(table_cell(t, &t->rows[i], "hangul"), syllables);
        if (length == 0 || length > 2) continue;
        if (decode(table_cell(t, &t->rows[i], "hanja"), cps) != length) continue;
        kti_hanja_surname s = {{syllables[0], syllables[1]}, {cps[0], cps[1]}, 0};
        kt_str bearers = table_cell(t, &t->rows[i], "bearers");
        for (size_t d = 0; d < bearers.len; d++)
            s.bearers = s.bearers * 10 + (uint32_t)(bearers.ptr[d] - '0');
        kti_buf_add(out, &s, sizeof s);
    }
    if (out->len > 0)
        qsort(out->ptr, out->len / sizeof(kti_hanja_surname), sizeof(kti_hanja_surname),
              by_bearers);
}

static int by_cp(const void *left, const void *right) {
    const pair *a = left;
    const pair *b = right;
    return a->cp != b->cp ? (a->cp < b->cp ? -1 : 1) : 0;
}

void given_list(const table *t, kti_buf *out) {
    for (size_t i = 0; i < t->count; i++) {
        uint16_t syllables[NAME], cps[NAME];
        size_t length = decode(t->rows[i].cells[0], syllables);
        if (length < 2 || decode(table_cell(t, &t->rows[i], "hanja"), cps) != length) continue;
        for (size_t k = length == NAME ? 2 : 1; k < length; k++) {
            pair p = {cps[k], syllables[k]};
            kti_buf_add(out, &p, sizeof p);
        }
    }
    if (out->len > 0) qsort(out->ptr, out->len / sizeof(pair), sizeof(pair), by_cp);
}

uint16_t given_count(const kti_buf *list, uint16_t cp, uint16_t syllable) {
    const pair *pairs = (const void *)list->ptr;
    size_t total = list->len / sizeof *pairs, low = 0, high = total;
    uint16_t count = 0;
    uint32_t rule, law = kti_initial_law(syllable, &rule);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (pairs[middle].cp < cp)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < total && pairs[low].cp == cp; low++)
        if (pairs[low].syllable == syllable || pairs[low].syllable == law) count++;
    return count;
}
