#include "names/lone.h"

#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "names/clues.h"
#include "names/persons.h"
#include "names/places.h"
#include "names/runs.h"
#include "names/title.h"
#include "names/words.h"

const kti_foreign_stem *kti_lone_stems(const kti_lone *lone) {
    return (const kti_foreign_stem *)(const void *)(lone + 1);
}

const kti_candidate *kti_lone_candidates(const kti_lone *lone) {
    return (const kti_candidate *)(const void *)(kti_lone_stems(lone) + lone->stems);
}

size_t kti_lone_size(const kti_lone *lone) {
    return sizeof *lone + lone->stems * sizeof(kti_foreign_stem) +
           lone->candidates * sizeof(kti_candidate);
}

/* ---- the word as a text --------------------------------------------------------------------- */

static kt_span moved(kt_span span, uint32_t by) {
    return (kt_span){span.start - by, span.end - by};
}

/* Makes `alone` the weigher of nothing but the word. */
static kt_status cut_out(const kti_weigher *w, const kti_word_at *word, kti_arena *arena,
                         kti_weigher *alone) {
    size_t count = word->morpheme_end - word->morpheme;
    size_t eojeols = word->eojeols.end - word->eojeols.first;
    uint32_t start = word->span.start;
    kt_morpheme *m = kti_arena_take(arena, (count + 1) * sizeof *m);
    kt_eojeol *e = kti_arena_take(arena, (eojeols + 1) * sizeof *e);
    if (m == NULL || e == NULL) return KT_ERR_NOMEM;
    for (size_t i = 0; i < count; i++) {
        m[i] = w->m[word->morpheme + i];
        m[i].span = moved(m[i].span, start);
    }
    for (size_t i = 0; i < eojeols; i++) {
        e[i] = w->eojeols[word->eojeols.first + i];
        e[i].span = moved(e[i].span, start);
        e[i].stem = moved(e[i].stem, start);
        e[i].josa = moved(e[i].josa, start);
        e[i].first -= (uint32_t)word->morpheme;
    }
    alone->text = kti_str_span(w->text, word->span);
    alone->m = m;
    alone->count = count;
    alone->eojeols = e;
    alone->eojeol_count = eojeols;
    return KT_OK;
}

/* ---- what it is to its neighbours ----------------------------------------------------------- */

/* What stands behind a name and tells that it is one: 대통령, 역, 모 씨. */
static bool is_telling(const kti_weigher *w) {
    return kti_title_goes_on(w->titles, w->text) || kti_str_starts(w->text, KTI_STR("모")) ||
           kti_clue_begins(w->clues, w->text, KTI_BEHIND, NULL) > 0 ||
           (kti_title_may_begin(w->titles, w->text) && kti_title_begins(w->lexicon, w->text));
}

static unsigned what_it_is(const kti_weigher *w) {
    kt_str tail = kti_last_letters(w->text, w->text.len);
    unsigned is = is_telling(w) ? KTI_LONE_TELLING : 0;
    if (tail.len > 0 && kti_ends_in_role(w, tail)) is |= KTI_LONE_ROLE;
    if (kti_ends_in_division(w, tail)) is |= KTI_LONE_DIVISION;
    if (w->eojeol_count == 0) return is;
    const kt_eojeol *first = w->eojeols, *last = first + w->eojeol_count - 1;
    if (first->span.start == 0) is |= KTI_LONE_BEGINS;
    if (last->span.end == w->text.len) is |= KTI_LONE_ENDS;
    if (first == last) is |= KTI_LONE_WHOLE;
    if (kti_is_kind_of_place(w, first)) is |= KTI_LONE_KIND;
    if (kti_may_name_place(w, last)) is |= KTI_LONE_NAME;
    return is;
}

/* Where names begin that the dictionary has longer: 도널드, of 도널드 트럼프. */
static void find_opening(const kti_weigher *w, const kti_candidates *found, kti_lone *out) {
    out->opens = UINT32_MAX;
    for (size_t i = 0; i < found->run_count; i++) {
        kt_str rest = kti_str_cut(w->text, found->runs[i].span.start, w->text.len);
        if (!kti_lexicon_begins_korean(w->lexicon, rest)) continue;
        if (out->opens != UINT32_MAX) out->looks |= KTI_LOOKS_FURTHER; /* one too many */
        out->opens = found->runs[i].span.start;
    }
}

/* ---- all ------------------------------------------------------------------------------------ */

static const kti_lone *put_together(const kti_lone *head, const kti_foreign_stem *stems,
                                    const kti_candidates *list, kti_arena *arena) {
    kti_lone *out = kti_arena_take(arena, kti_lone_size(head));
    if (out == NULL) return NULL;
    char *at = (char *)(out + 1);
    *out = *head;
    if (stems != NULL) memcpy(at, stems, head->stems * sizeof *stems);
    at += head->stems * sizeof *stems;
    if (list->count > 0) memcpy(at, list->items, list->count * sizeof *list->items);
    return out;
}

/* A weigher of words alone, and what it asks of their neighbours. */
typedef struct cut {
    kti_weigher weigher;
    kti_stems_memo memo;
    unsigned looks;
    kti_candidates found;
} cut;

/* Finds the names in the first words of `all`: `within` bytes and `of` eojeols of its own. */
static kt_status find_names(const kti_weigher *w, const kti_word_at *all, uint32_t within,
                            size_t of, kti_arena *arena, cut *c) {
    c->weigher = *w;
    c->memo.run = (kt_str){NULL, 0};
    c->looks = 0;
    c->weigher.stems = &c->memo;
    c->weigher.looks = &c->looks;
    KTI_TRY(cut_out(w, all, arena, &c->weigher));
    KTI_TRY(
        kti_names_weigh(&c->weigher, (kt_span){0, within}, (kti_eojeols){0, of}, arena, &c->found));
    return kti_candidates_sort(&c->found);
}

const kti_lone *kti_lone_of(const kti_weigher *w, const kti_word_at *word, kti_arena *arena) {
    cut c;
    kti_foreign_stem stems[KTI_JOSA_STEMS];
    size_t eojeols = word->eojeols.end - word->eojeols.first;
    if (find_names(w, word, word->span.end - word->span.start, eojeols, arena, &c) != KT_OK)
        return NULL;
    kti_weigher *alone = &c.weigher;
    kti_lone lone = {.looks = (uint8_t)c.looks, .candidates = (uint32_t)c.found.count};
    find_opening(alone, &c.found, &lone);
    lone.is = (uint8_t)what_it_is(alone);
    if (eojeols > 0) {
        const kt_eojeol *last = &alone->eojeols[eojeols - 1];
        alone->looks = NULL;
        lone.last = last->span.start;
        lone.first = kti_foreign_part_of(alone, last, true);
        lone.next = kti_foreign_part_of(alone, last, false);
        lone.stems = (uint16_t)kti_foreign_stems_of(alone, alone->eojeols, stems);
    }
    return put_together(&lone, stems, &c.found, arena);
}

kti_word_at kti_two_words(const kti_word_at *word, const kti_word_at *next) {
    return (kti_word_at){{word->span.start, next->span.end},
                         {word->eojeols.first, next->eojeols.end},
                         word->morpheme,
                         next->morpheme_end};
}

const kti_lone *kti_lone_of_two(const kti_weigher *w, const kti_word_at *word,
                                const kti_word_at *next, kti_arena *arena) {
    cut c;
    kti_word_at both = kti_two_words(word, next);
    size_t eojeols = word->eojeols.end - word->eojeols.first;
    if (find_names(w, &both, word->span.end - word->span.start, eojeols, arena, &c) != KT_OK)
        return NULL;
    kti_lone lone = {.looks = (uint8_t)c.looks, .candidates = (uint32_t)c.found.count};
    find_opening(&c.weigher, &c.found, &lone);
    return put_together(&lone, NULL, &c.found, arena);
}
