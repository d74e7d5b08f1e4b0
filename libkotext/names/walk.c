#include "names/walk.h"

#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "names/lone.h"
#include "names/places.h"
#include "names/words.h"

enum { WINDOW = 128, BEHIND = KTI_FOREIGN_WORDS - 1 };

typedef struct walk {
    kti_weigher *w;
    kti_name_memory *memory;
    kti_arena *arena;
    kti_word_at next; /* where the next word begins */
    kti_seen words[1 + WINDOW + BEHIND];
    size_t count;
} walk;

/* ---- words ---------------------------------------------------------------------------------- */

/* Moves `word` from where the last one ended to the next one; false at the end of the text. */
static bool next_word(const kti_weigher *w, kti_word_at *word) {
    kt_str text = w->text;
    size_t start = word->span.end;
    while (start < text.len && text.ptr[start] == ' ')
        start++;
    if (start == text.len) return false;
    const char *space = memchr(text.ptr + start, ' ', text.len - start);
    size_t end = space == NULL ? text.len : (size_t)(space - text.ptr);
    word->span = (kt_span){(uint32_t)start, (uint32_t)end};
    word->morpheme = word->morpheme_end;
    for (; word->morpheme_end < w->count && w->m[word->morpheme_end].span.start < end;
         word->morpheme_end++)
        if (w->m[word->morpheme_end].span.end > end) end = w->m[word->morpheme_end].span.end;
    word->span.end =
        (uint32_t)end; /* no reading goes over a space; if one did, so would the word */
    word->eojeols.first = word->eojeols.end;
    while (word->eojeols.end < w->eojeol_count && w->eojeols[word->eojeols.end].span.start < end)
        word->eojeols.end++;
    return true;
}

/* Keeps the last words, which are still needed, and adds those that follow. */
static kt_status fill(walk *k, size_t keep) {
    memmove(k->words, k->words + k->count - keep, keep * sizeof *k->words);
    k->count = keep;
    kti_name_memory_trim(k->memory);
    while (k->count < sizeof k->words / sizeof *k->words && next_word(k->w, &k->next))
        k->words[k->count++].at = k->next;
    return kti_name_memory_get(k->memory, k->w, k->words, k->count);
}

/* ---- neighbours ----------------------------------------------------------------------------- */

/* Whether there is a next word with nothing but one space before it. */
static bool has_next(const walk *k, size_t i) {
    return i + 1 < k->count && k->words[i].at.span.end + 1 == k->words[i + 1].at.span.start;
}

static kt_str text_of(const walk *k, size_t i) {
    return kti_str_span(k->w->text, k->words[i].at.span);
}

/* What is known of a word, or of one and the next, and what stands beside them. */
typedef struct stretch {
    const kti_lone *lone;
    size_t first, last;
} stretch;

/* Whether a name of a dictionary goes on from the words to the next one. */
static bool goes_on(const walk *k, const stretch *t) {
    if (t->lone->opens == UINT32_MAX || t->last + 1 == k->count) return false;
    size_t next = k->words[t->last + 1].at.span.start;
    size_t end = next + kti_utf8_at(k->w->text, next).len;
    kt_str text = kti_str_cut(k->w->text, k->words[t->first].at.span.start + t->lone->opens, end);
    return kti_lexicon_begins_korean(k->w->lexicon, text);
}

/* Whether the neighbours have something to add to what the words say alone. */
static bool is_told_more(const walk *k, const stretch *t) {
    unsigned looks = t->lone->looks, told = KTI_LOOKS_FURTHER;
    if (looks != 0 && t->first > 0 && has_next(k, t->first - 1)) {
        unsigned before = k->words[t->first - 1].lone->is;
        if ((before & KTI_LONE_ROLE) != 0) told |= KTI_LOOKS_BACK;
        if ((before & KTI_LONE_DIVISION) != 0) told |= KTI_LOOKS_ABOVE;
    }
    if (looks != 0 && has_next(k, t->last) &&
        (k->words[t->last + 1].lone->is & KTI_LONE_TELLING) != 0)
        told |= KTI_LOOKS_ON;
    if ((looks & KTI_LOOKS_ACROSS) != 0 && t->last + 1 < k->count &&
        kti_title_goes_across(k->w->titles, text_of(k, t->last), text_of(k, t->last + 1)))
        told |= KTI_LOOKS_ACROSS;
    return (looks & told) != 0 || goes_on(k, t);
}

/* ---- names in one word ---------------------------------------------------------------------- */

static void add_known(const walk *k, const stretch *t) {
    const kti_candidate *c = kti_lone_candidates(t->lone);
    uint32_t start = k->words[t->first].at.span.start;
    for (size_t i = 0; i < t->lone->candidates; i++) {
        kti_candidate here = c[i];
        here.span = (kt_span){start + c[i].span.start, start + c[i].span.end};
        if (c[i].title.end > 0)
            here.title = (kt_span){start + c[i].title.start, start + c[i].title.end};
        kti_candidates_add(k->w->list, here);
    }
}

static kt_status add_anew(const walk *k, const kti_seen *word) {
    kti_candidates found;
    kti_arena *scratch = kti_name_memory_scratch(k->memory);
    kti_arena_reset(scratch);
    KTI_TRY(kti_names_weigh(k->w, word->at.span, word->at.eojeols, scratch, &found));
    KTI_TRY(kti_candidates_sort(&found));
    for (size_t i = 0; i < found.count; i++)
        kti_candidates_add(k->w->list, found.items[i]);
    return KT_OK;
}

/* ---- names of several ----------------------------------------------------------------------- */

/* Whether the last eojeol of the word and the first of the next have one space between. */
static bool is_followed(const walk *k, size_t i) {
    return has_next(k, i) && (k->words[i].lone->is & KTI_LONE_ENDS) != 0 &&
           (k->words[i + 1].lone->is & KTI_LONE_BEGINS) != 0;
}

static void add_foreign(const walk *k, size_t first) {
    kti_foreign_part sum = KTI_FOREIGN_BASE;
    uint32_t start = k->words[first].at.span.start + k->words[first].lone->last;
    for (size_t i = first; i - first + 1 < KTI_FOREIGN_WORDS; i++) {
        const kti_lone *lone = k->words[i].lone;
        if (i > first && (lone->is & KTI_LONE_WHOLE) == 0) return;
        if (!kti_foreign_add(&sum, i == first ? lone->first : lone->next)) return;
        if (!is_followed(k, i)) return;
        const kti_lone *next = k->words[i + 1].lone;
        for (size_t s = 0; s < next->stems; s++)
            kti_foreign_put(k->w, start, k->words[i + 1].at.span.start, sum,
                            &kti_lone_stems(next)[s]);
    }
}

static void add_place_of_two(const walk *k, size_t i) {
    if ((k->words[i].lone->is & KTI_LONE_NAME) != 0 && is_followed(k, i) &&
        (k->words[i + 1].lone->is & KTI_LONE_KIND) != 0)
        kti_see_place_of_two(k->w, k->words[i].at.eojeols.end - 1);
}

/* ---- all ------------------------------------------------------------------------------------ */

/* What a word says alone, or else with the next one, or else in the whole text. */
static kt_status see_names(const walk *k, size_t i) {
    stretch t = {k->words[i].lone, i, i};
    if (is_told_more(k, &t)) {
        if (!has_next(k, i)) return add_anew(k, &k->words[i]);
        t.last = i + 1;
        t.lone = kti_name_memory_get_two(k->memory, k->w, &k->words[i].at, &k->words[i + 1].at);
        if (t.lone == NULL) return KT_ERR_NOMEM;
        if (is_told_more(k, &t)) return add_anew(k, &k->words[i]);
    }
    add_known(k, &t);
    return KT_OK;
}

static kt_status see_word(const walk *k, size_t i) {
    const kti_seen *word = &k->words[i];
    size_t from = k->w->list->count;
    KTI_TRY(see_names(k, i));
    size_t known = k->w->list->count;
    if (word->at.eojeols.end > word->at.eojeols.first) {
        add_foreign(k, i);
        add_place_of_two(k, i);
    }
    if (k->w->list->count == known) return k->w->list->failed ? KT_ERR_NOMEM : KT_OK;
    return kti_candidates_sort_from(k->w->list, from);
}

kt_status kti_names_walk(kti_weigher *w, kti_name_memory *memory, kti_arena *arena) {
    walk *k = kti_arena_take(arena, sizeof *k);
    if (k == NULL) return KT_ERR_NOMEM;
    kti_name_memory_lend(memory, w);
    *k = (walk){.w = w, .memory = memory, .arena = arena};
    for (size_t keep = 0, first = 0;; first = 1, keep = 1 + BEHIND) {
        KTI_TRY(fill(k, keep));
        bool full = k->count == sizeof k->words / sizeof *k->words;
        size_t end = full ? k->count - BEHIND : k->count;
        for (size_t i = first; i < end; i++)
            KTI_TRY(see_word(k, i));
        if (!full) return KT_OK;
    }
}
