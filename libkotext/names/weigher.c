#include "names/weigher.h"

#include <math.h>
#include <string.h>

#include "core/str.h"
#include "core/utf8.h"
#include "lexicon/tags.h"
#include "names/runs.h"
#include "names/title.h"
#include "names/title_edges.h"

size_t kti_morpheme_at(const kti_weigher *w, uint32_t at) {
    size_t low = 0, high = w->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (w->m[middle].span.end <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t kti_eojeol_at(const kti_weigher *w, uint32_t at) {
    size_t low = 0, high = w->eojeol_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (w->eojeols[middle].span.end <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool kti_is_boundary(const kti_weigher *w, uint32_t at) {
    size_t i = kti_morpheme_at(w, at);
    return i == w->count || w->m[i].span.start >= at;
}

const kt_morpheme *kti_whole_morpheme(const kti_weigher *w, kt_span span) {
    size_t i = kti_morpheme_at(w, span.start);
    if (i == w->count) return NULL;
    const kt_morpheme *m = &w->m[i];
    bool fused = i + 1 < w->count && w->m[i + 1].span.start < m->span.end;
    bool whole = m->span.start == span.start && m->span.end == span.end;
    return whole && !fused ? m : NULL;
}

bool kti_holds_grammar(const kti_weigher *w, kt_span span) {
    for (size_t i = kti_morpheme_at(w, span.start); i < w->count && w->m[i].span.start < span.end;
         i++) {
        kt_tag tag = w->m[i].tag;
        if (kti_tag_is_josa(tag) || kti_tag_is_eomi(tag) || kti_tag_is_predicate(tag) ||
            tag == KT_TAG_XSV || tag == KT_TAG_XSA || tag == KT_TAG_MAG || tag == KT_TAG_MM)
            return true;
    }
    return false;
}

kt_span kti_title_behind(const kti_weigher *w, size_t end) {
    uint32_t entry;
    size_t from = kti_behind_space(w->text, end);
    kti_look(w, end == w->text.len ? KTI_LOOKS_ON : KTI_LOOKS_ACROSS);
    if (from >= w->text.len) return (kt_span){0, 0};
    kt_str text = kti_str_cut(w->text, from, w->text.len);
    if (w->titles != NULL && !kti_title_may_begin(w->titles, text)) return (kt_span){0, 0};
    size_t len = kti_title_at(w->lexicon, text, &entry);
    bool open = len == text.len || (len == 0 && w->looks != NULL && /* 전 */
                                    kti_title_begins(w->lexicon, text));
    if (open) kti_look(w, KTI_LOOKS_ON); /* what follows it may go on or decide */
    return len == 0 ? (kt_span){0, 0} : (kt_span){(uint32_t)from, (uint32_t)(from + len)};
}

size_t kti_stems_of(const kti_weigher *w, kt_str run, kt_str stems[KTI_JOSA_STEMS]) {
    kti_stems_memo *memo = w->stems;
    if (memo == NULL) return kti_josa_stems(run, stems);
    if (memo->run.ptr != run.ptr || memo->run.len != run.len) {
        memo->run = run;
        memo->count = kti_josa_stems(run, memo->stems);
    }
    memcpy(stems, memo->stems, memo->count * sizeof *stems);
    return memo->count;
}

kt_str kti_letters_from(kt_str text, size_t at) {
    size_t end = at;
    while (end < text.len && kti_is_name_cp(kti_utf8_at(text, end).cp))
        end += kti_utf8_at(text, end).len;
    return kti_str_cut(text, at, end);
}

kt_str kti_last_letters(kt_str text, size_t end) {
    enum { REACH = 48 }; /* sixteen syllables */
    size_t start = end;
    while (start > 0 && end - start < REACH) {
        kti_cp unit = kti_utf8_before(text, start);
        if (!kti_is_name_cp(unit.cp)) break;
        start -= unit.len;
    }
    return kti_str_cut(text, start, end);
}

kt_str kti_word_before(kt_str text, size_t at) {
    if (at == 0 || text.ptr[at - 1] != ' ') return (kt_str){text.ptr, 0};
    return kti_last_letters(text, at - 1);
}

void kti_put(kti_weigher *w, kt_span span, kt_span title, kt_name_type type, double confidence) {
    kti_candidate c = {.span = span, .title = title, .type = type, .confidence = (float)confidence};
    kti_candidates_add(w->list, c);
}

double kti_odds_of(double confidence) {
    double p = confidence < 0.001 ? 0.001 : confidence > 0.999 ? 0.999 : confidence;
    return log(p / (1 - p));
}

double kti_confidence_of(double odds) {
    return 1 / (1 + exp(-odds));
}
