/* choose.c - of overlapping candidates, the ones a reader would call the names of the text. */
#include "core/status.h"
#include "names/persons.h"
#include "names/phrases.h"
#include "names/walk.h"
#include "names/words.h"

static const float SURE = 0.5F, KNOWN = 0.8F;

/* Longer names are better explanations than their parts, known ones than guesses. */
static double weight(const kti_candidate *c) {
    double known = c->in_dictionary && c->confidence >= KNOWN ? 0.1 : 0;
    return (double)c->confidence + known + 0.01 * (double)(c->span.end - c->span.start) / 3;
}

/* Whether no overlapping candidate within reach is better. Names are short, so reach is too. */
static bool is_best(const kti_candidates *list, size_t index) {
    const kti_candidate *c = &list->items[index];
    for (size_t i = index; i-- > 0 && index - i < 48;) {
        const kti_candidate *o = &list->items[i];
        if (o->span.end > c->span.start && weight(o) >= weight(c) && o->confidence >= SURE)
            return false;
    }
    for (size_t i = index + 1; i < list->count && list->items[i].span.start < c->span.end; i++)
        if (weight(&list->items[i]) > weight(c) && list->items[i].confidence >= SURE) return false;
    return true;
}

/* Those that are sure and overlap no better one. */
static size_t choose(const kti_candidates *list, kt_mention *mentions) {
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        const kti_candidate *c = &list->items[i];
        bool free = count == 0 || mentions[count - 1].span.end <= c->span.start;
        if (c->confidence < SURE || !free || !is_best(list, i)) continue;
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
    if (*mentions == NULL) return KT_ERR_NOMEM;
    *count = choose(&list, *mentions);
    if (extent == KTI_EXTENT_PHRASE) *count = kti_names_join(&w, *mentions, *count);
    return KT_OK;
}
