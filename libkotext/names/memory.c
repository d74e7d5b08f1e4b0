/* memory.c - what words said, by their text and their reading, in a hoard. */
#include <string.h>

#include "core/hoard.h"
#include "core/status.h"
#include "lexicon/morphs.h"
#include "names/clues.h"
#include "names/lone.h"

/* Bytes for words, and for words with the next one: those never push the others out. */
enum { LONG_LIST = 500000, LIMIT = 3 << 20, SMALL_LIMIT = 1 << 18, LIMIT_OF_TWO = 2 << 20 };

struct kti_name_memory {
    kt_alloc alloc;
    kti_hoard words, twos;
    kti_arena window; /* the words in use, until they are trimmed */
    kti_arena scratch;
    kti_title_edges edges;
    kti_clues clues;
    kti_shapes shapes;
    kti_listed loanwords;
    uint16_t shape_rows[KTI_SHAPE_SYLLABLES];
};

/* ---- opening -------------------------------------------------------------------------------- */

kt_status kti_name_memory_new(const kt_alloc *alloc, const kti_lexicon *lexicon,
                              kti_name_memory **out) {
    kti_name_memory *m = kti_alloc_zeroed(alloc, sizeof *m);
    *out = m;
    if (m == NULL) return KT_ERR_NOMEM;
    m->alloc = *alloc;
    bool is_short = kti_lexicon_morphs(lexicon)->words < LONG_LIST;
    kti_hoard_init(&m->words, alloc, is_short ? SMALL_LIMIT : LIMIT);
    kti_hoard_init(&m->twos, alloc, is_short ? SMALL_LIMIT : LIMIT_OF_TWO);
    kti_arena_init(&m->window, alloc);
    kti_arena_init(&m->scratch, alloc);
    kti_title_edges_find(lexicon, &m->edges);
    kti_clues_make(&m->clues);
    m->shapes = kti_shapes_of(lexicon);
    m->loanwords = kti_loanwords_of(lexicon);
    kti_shapes_map(&m->shapes, m->shape_rows);
    return KT_OK;
}

void kti_name_memory_free(kti_name_memory *m) {
    if (m == NULL) return;
    kt_alloc alloc = m->alloc;
    kti_hoard_free(&m->words);
    kti_hoard_free(&m->twos);
    kti_arena_free(&m->window);
    kti_arena_free(&m->scratch);
    kti_alloc_free(&alloc, m, sizeof *m);
}

kti_arena *kti_name_memory_scratch(kti_name_memory *m) {
    return &m->scratch;
}

void kti_name_memory_lend(const kti_name_memory *m, kti_weigher *w) {
    w->titles = &m->edges;
    w->clues = &m->clues;
    w->shapes = m->shapes;
    w->loanwords = m->loanwords;
}

/* ---- keys ----------------------------------------------------------------------------------- */

enum { KEY = 512, LONGEST = 200 };

/* The text of a word, its morphemes and its eojeols; `len` 0: it is too long to be kept. */
typedef struct key {
    size_t len;
    uint32_t hash;
    unsigned char bytes[KEY];
} key;

static void put(key *k, const void *bytes, size_t len) {
    if (k->len == SIZE_MAX || len > sizeof k->bytes - k->len) {
        k->len = SIZE_MAX;
        return;
    }
    memcpy(k->bytes + k->len, bytes, len);
    k->len += len;
}

/* Four numbers under 256, the first two from `start` on. */
static void put_four(key *k, uint32_t start, kt_span span, uint32_t third, uint32_t fourth) {
    unsigned char four[] = {(unsigned char)(span.start - start), (unsigned char)(span.end - start),
                            (unsigned char)third, (unsigned char)fourth};
    put(k, four, sizeof four);
}

/* The form of a name counts; it may be other than what is written. */
static void put_morpheme(key *k, const kti_weigher *w, uint32_t start, const kt_morpheme *m) {
    put_four(k, start, m->span, m->tag, m->flags);
    bool written =
        m->form.ptr == w->text.ptr + m->span.start && m->form.len == m->span.end - m->span.start;
    if (m->tag != KT_TAG_NNP || written) return;
    put(k, &m->form.len, sizeof m->form.len);
    if (m->form.len > 0) put(k, m->form.ptr, m->form.len);
}

/* `first` is what is asked about, of the beginning of the word: all of it or the first of two. */
static void make_key(const kti_weigher *w, const kti_word_at *word, uint32_t first, key *k) {
    uint32_t start = word->span.start, len = word->span.end - start;
    unsigned char counts[] = {(unsigned char)len, (unsigned char)first,
                              (unsigned char)(word->morpheme_end - word->morpheme)};
    k->len = len > LONGEST ? SIZE_MAX : 0;
    put(k, counts, sizeof counts);
    put(k, w->text.ptr + start, len);
    for (size_t i = word->morpheme; i < word->morpheme_end && k->len != SIZE_MAX; i++)
        put_morpheme(k, w, start, &w->m[i]);
    for (size_t i = word->eojeols.first; i < word->eojeols.end && k->len != SIZE_MAX; i++) {
        const kt_eojeol *e = &w->eojeols[i];
        put_four(k, start, e->span, e->kind, e->count);
        put_four(k, start, e->stem, 0, e->first - (uint32_t)word->morpheme);
    }
    if (k->len == SIZE_MAX) k->len = 0;
    k->hash = kti_hoard_hash(k->bytes, k->len);
}

/* ---- words ---------------------------------------------------------------------------------- */

/* What is not kept will be worked out anew. */
static void keep(kti_hoard *hoard, const key *k, const kti_lone *lone) {
    size_t size = kti_lone_kept_size(lone);
    if (size == 0) return;
    void *kept = kti_hoard_put(hoard, k->hash, k->bytes, k->len, size);
    if (kept != NULL) kti_lone_keep(lone, kept);
}

/* What was worked out in scratch, kept if there is a key for it. */
static const kti_lone *take_over(kti_name_memory *m, kti_hoard *hoard, const key *k,
                                 const kti_lone *lone) {
    if (lone == NULL) return NULL;
    if (k->len > 0) keep(hoard, k, lone);
    size_t size = kti_lone_size(lone);
    kti_lone *copy = kti_arena_take(&m->window, size);
    if (copy != NULL) memcpy(copy, lone, size);
    return copy;
}

/* What a word says under its key, or one and the next unless that is NULL. */
static const kti_lone *get(kti_name_memory *m, const kti_weigher *w, const kti_word_at *word,
                           const kti_word_at *next, const key *k, uint32_t glance) {
    kti_hoard *hoard = next == NULL ? &m->words : &m->twos;
    const void *kept = k->len == 0 ? NULL : kti_hoard_get(hoard, k->hash, glance, k->bytes, k->len);
    if (kept != NULL) return kti_lone_kept(kept, &m->window);
    kti_arena_reset(&m->scratch);
    return take_over(m, hoard, k,
                     next == NULL ? kti_lone_of(w, word, &m->scratch)
                                  : kti_lone_of_two(w, word, next, &m->scratch));
}

enum { TOGETHER = 8 }; /* words that are looked up together */

static kt_status get_some(kti_name_memory *m, const kti_weigher *w, kti_seen *words, size_t count) {
    key keys[TOGETHER];
    uint32_t glances[TOGETHER];
    for (size_t i = 0; i < count; i++) {
        make_key(w, &words[i].at, words[i].at.span.end - words[i].at.span.start, &keys[i]);
        glances[i] = kti_hoard_glance(&m->words, keys[i].hash);
    }
    for (size_t i = 0; i < count; i++) {
        words[i].lone = get(m, w, &words[i].at, NULL, &keys[i], glances[i]);
        if (words[i].lone == NULL) return KT_ERR_NOMEM;
    }
    return KT_OK;
}

kt_status kti_name_memory_get(kti_name_memory *m, const kti_weigher *w, kti_seen *words,
                              size_t count) {
    for (size_t at = 0; at < count; at += TOGETHER)
        KTI_TRY(get_some(m, w, words + at, count - at < TOGETHER ? count - at : TOGETHER));
    return KT_OK;
}

const kti_lone *kti_name_memory_get_two(kti_name_memory *m, const kti_weigher *w,
                                        const kti_word_at *word, const kti_word_at *next) {
    key k;
    kti_word_at both = kti_two_words(word, next);
    make_key(w, &both, word->span.end - word->span.start, &k);
    return get(m, w, word, next, &k, 0);
}

void kti_name_memory_trim(kti_name_memory *m) {
    kti_hoard_trim(&m->words);
    kti_hoard_trim(&m->twos);
    kti_arena_reset(&m->window);
}
