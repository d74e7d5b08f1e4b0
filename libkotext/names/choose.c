/* choose.c - of overlapping candidates, the ones a reader would call the names of the text. */
#include "core/status.h"
#include "names/persons.h"
#include "names/phrases.h"
#include "names/walk.h"
#include "names/words.h"

static const float SURE = 0.5F, KNOWN = 0.8F;

/* Longer names are better explanations than their parts, known ones than guesses; of known ones
 * that are whole words the longer counts before the surer: 아시아나, 미 국무부. */
static double weight(const kti_candidate *c) {
    static const double least = 0.9, known = 0.1, tie = 0.001, syllable = 0.01;
    double sure = (double)c->confidence, length = (double)(c->span.end - c->span.start) / 3;
    bool is_known = c->in_dictionary && c->confidence >= KNOWN;
    if (is_known && c->whole && sure < least) sure = least + tie * (sure - least);
    if (is_known) sure += known;
    return sure + syllable * length;
}

enum { REACH = 48, ROUNDS = 4 }; /* names are short, so reach is too */

enum { OPEN, CHOSEN, OUT };

/* Whether none that is still in and overlaps is better. */
static bool is_best(const kti_candidates *list, const uint8_t *fates, size_t index) {
    const kti_candidate *c = &list->items[index];
    for (size_t i = index; i-- > 0 && index - i < REACH;) {
        const kti_candidate *o = &list->items[i];
        if (o->span.end > c->span.start && fates[i] != OUT && weight(o) >= weight(c)) return false;
    }
    for (size_t i = index + 1; i < list->count && list->items[i].span.start < c->span.end; i++)
        if (fates[i] != OUT && weight(&list->items[i]) > weight(c)) return false;
    return true;
}

/* What overlaps a chosen one is out; how many are neither. */
static size_t leave_out(const kti_candidates *list, uint8_t *fates) {
    size_t open = 0;
    uint32_t end = 0, start = UINT32_MAX;
    for (size_t i = 0; i < list->count; i++) {
        if (fates[i] == CHOSEN) end = list->items[i].span.end;
        if (fates[i] == OPEN && list->items[i].span.start < end) fates[i] = OUT;
    }
    for (size_t i = list->count; i-- > 0;) {
        if (fates[i] == CHOSEN) start = list->items[i].span.start;
        if (fates[i] == OPEN && list->items[i].span.end > start) fates[i] = OUT;
        open += fates[i] == OPEN;
    }
    return open;
}

/* Those that are sure and overlap no better one, then those that only overlap what is out. */
static size_t choose(const kti_candidates *list, uint8_t *fates, kt_mention *mentions) {
    size_t count = 0, open = list->count;
    for (size_t i = 0; i < list->count; i++)
        fates[i] = list->items[i].confidence < SURE ? OUT : OPEN;
    for (int round = 0; round < ROUNDS && open > 0; round++) {
        for (size_t i = 0; i < list->count; i++)
            if (fates[i] == OPEN && is_best(list, fates, i)) fates[i] = CHOSEN;
        open = leave_out(list, fates);
    }
    for (size_t i = 0; i < list->count; i++) {
        const kti_candidate *c = &list->items[i];
        bool free = count == 0 || mentions[count - 1].span.end <= c->span.start; /* out of reach */
        if (fates[i] != CHOSEN || !free) continue;
        mentions[count++] = (kt_mention){c->span, c->type, c->confidence};
    }
    return count;
}

/* The candidates of a text with a reading. */
static kt_status see(kti_weigher *w, kti_name_memory *memory, const kt_analysis *reading,
                     kti_arena *arena) {
    w->m = reading->morphemes;
    w->count = reading->morpheme_count;
    w->eojeols = reading->eojeols;
    w->eojeol_count = reading->eojeol_count;
    *w->list = (kti_candidates){.arena = arena};
    if (memory == NULL) w->shapes = kti_shapes_of(w->lexicon);
    if (memory == NULL) w->loanwords = kti_loanwords_of(w->lexicon);
    KTI_TRY(memory == NULL ? kti_names_weigh_all(w, arena) : kti_names_walk(w, memory, arena));
    kti_relate_persons(w);
    return KT_OK;
}

kt_status kti_detect(const kti_lexicon *lexicon, kti_name_memory *memory, kt_str text,
                     const kt_analysis *reading, kti_extent extent, kti_arena *arena,
                     kt_mention **mentions, size_t *count) {
    kti_candidates list;
    *count = 0;
    kti_weigher w = {.lexicon = lexicon, .text = text, .list = &list};
    KTI_TRY(reading == NULL ? kti_detect_candidates(lexicon, NULL, text, arena, &list)
                            : see(&w, memory, reading, arena));
    *mentions = kti_arena_take(arena, 2 * (list.count + 1) * sizeof **mentions);
    uint8_t *fates = kti_arena_take(arena, list.count + 1);
    if (*mentions == NULL || fates == NULL) return KT_ERR_NOMEM;
    *count = choose(&list, fates, *mentions);
    if (extent == KTI_EXTENT_PHRASE) *count = kti_names_join(&w, *mentions, *count);
    return KT_OK;
}
