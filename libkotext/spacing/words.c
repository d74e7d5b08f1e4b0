#include "spacing/words.h"

#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"

enum {
    SYLLABLE = 3, /* bytes */
    SLOTS = 1 << 14,
    MOST = SLOTS / 4 * 3,
    KEPT = 8,               /* syllables of a rest that is kept; longer ones hardly come again */
    WORDS = 512,            /* that begin at one syllable; more are left out */
    HITS = 8,               /* dictionary names */
    DICTIONARY_NAME = 2600, /* what they cost, as in analyze/lattice.c */
    USER_WORD = -2000
};

typedef struct slot {
    uint64_t hash;
    kt_str rest; /* ptr NULL: free */
    kti_spacing_words words;
} slot;

struct kti_spacing_store {
    kt_alloc alloc;
    const kti_lexicon *lexicon;
    const kti_morphs *morphs;
    slot *slots;
    uint32_t used;
    kti_arena kept;
    kti_spacing_word found[WORDS]; /* of the rest in hand */
    uint32_t count;
};

kt_status kti_spacing_store_new(const kt_alloc *alloc, const kti_lexicon *lexicon,
                                kti_spacing_store **out) {
    kti_spacing_store *s = kti_alloc_zeroed(alloc, sizeof *s);
    *out = s;
    if (s == NULL) return KT_ERR_NOMEM;
    s->alloc = *alloc;
    s->lexicon = lexicon;
    s->morphs = kti_lexicon_morphs(lexicon);
    kti_arena_init(&s->kept, alloc);
    s->slots = kti_alloc_zeroed(alloc, SLOTS * sizeof *s->slots);
    if (s->slots != NULL) return KT_OK;
    kti_spacing_store_free(s);
    *out = NULL;
    return KT_ERR_NOMEM;
}

void kti_spacing_store_free(kti_spacing_store *s) {
    if (s == NULL) return;
    kt_alloc alloc = s->alloc;
    kti_arena_free(&s->kept);
    kti_alloc_free(&alloc, s->slots, SLOTS * sizeof *s->slots);
    kti_alloc_free(&alloc, s, sizeof *s);
}

/* ---- words ---------------------------------------------------------------------------------- */

/* 우리나라, 올여름; 못하다, 안되다, 잘하다. */
static uint8_t whole_of(kti_fact fact, kt_str surface) {
    static const char *const adverbs[] = {"못", "안", "잘"};
    if (surface.len < 2 * SYLLABLE) return 0;
    if (fact.tag == KT_TAG_NNG) return (fact.flags & KTI_FACT_COMPOUND) != 0;
    bool verb = fact.tag == KT_TAG_VV || fact.tag == KT_TAG_VA || fact.tag == KT_TAG_VX;
    for (size_t i = 0; verb && i < sizeof adverbs / sizeof *adverbs; i++)
        if (kti_str_starts(surface, kti_str(adverbs[i]))) return 2;
    return 0;
}

kti_spacing_word kti_spacing_word_of(const kti_morphs *morphs, uint32_t reading, kt_str surface) {
    kt_str form;
    kti_fact fact = kti_morphs_fact(morphs, reading);
    kt_tag last = kti_morphs_last(morphs, reading, surface, &form);
    kti_end ends = kti_spacing_end(last, form, fact.flags);
    /* 큰 stands with 이 and 좀: article 46. */
    bool small = ends == KTI_ENDS_ADNOMINAL && fact.tag == KT_TAG_VA && surface.len == SYLLABLE;
    if (small) ends = KTI_ENDS_SMALL;
    return (kti_spacing_word){.cost = fact.cost,
                              .left = fact.left,
                              .right = fact.right,
                              .begins = (uint8_t)kti_spacing_begin((kt_tag)fact.tag, surface),
                              .ends = (uint8_t)ends,
                              .syllables = (uint8_t)(surface.len / SYLLABLE),
                              .whole = whole_of(fact, surface)};
}

kti_spacing_word kti_spacing_unlisted(const kti_morphs *morphs, kt_str surface, kti_unknown what,
                                      int32_t cost) {
    bool closed = kt_last_jongseong(surface) > 0;
    kti_fact fact = morphs->unknown[what + (closed ? 1 : 0)];
    bool person = what == KTI_UNKNOWN_PERSON;
    return (kti_spacing_word){.cost = cost,
                              .left = fact.left,
                              .right = fact.right,
                              .begins = KTI_BEGINS_NAME,
                              .ends = (uint8_t)(person ? KTI_ENDS_PERSON : KTI_ENDS_NAME),
                              .syllables = (uint8_t)(surface.len / SYLLABLE)};
}

static bool is_before(kti_spacing_word a, kti_spacing_word b) {
    return a.left != b.left ? a.left < b.left : a.begins < b.begins;
}

/* Puts a word in its place; of words that look the same the cheapest is kept. */
static void offer(kti_spacing_store *s, kti_spacing_word new) {
    uint32_t at = s->count;
    for (; at > 0 && !is_before(s->found[at - 1], new); at--) {
        kti_spacing_word *twin = &s->found[at - 1];
        if (is_before(new, *twin) || twin->syllables != new.syllables || twin->right != new.right ||
            twin->ends != new.ends || twin->whole != new.whole)
            continue;
        if (new.cost < twin->cost) twin->cost = new.cost;
        return;
    }
    if (s->count == WORDS) return;
    memmove(&s->found[at + 1], &s->found[at], (s->count - at) * sizeof *s->found);
    s->found[at] = new;
    s->count++;
}

/* ---- finding -------------------------------------------------------------------------------- */

static void find_name(kti_spacing_store *s, kt_str rest, kti_hit hit, uint32_t *titles) {
    kti_entry e = kti_lexicon_entry(s->lexicon, hit.entry);
    bool user = e.kind == KTI_ENTRY_USER, small = hit.len <= SYLLABLE;
    if (e.kind == KTI_ENTRY_TITLE && !small) *titles |= 1u << hit.len / SYLLABLE;
    if (!kti_names_something(e.kind) || e.kind == KTI_ENTRY_HEADLINE || (!user && small)) return;
    kti_unknown what = e.kind == KTI_ENTRY_PERSON  ? KTI_UNKNOWN_PERSON
                       : e.kind == KTI_ENTRY_PLACE ? KTI_UNKNOWN_PLACE
                                                   : KTI_UNKNOWN_NNP;
    offer(s, kti_spacing_unlisted(s->morphs, kti_str_cut(rest, 0, hit.len), what,
                                  user ? USER_WORD : DICTIONARY_NAME));
}

/* Names; returns a bit for each length that a title has. */
static uint32_t find_names(kti_spacing_store *s, kt_str rest) {
    kti_hit hits[HITS];
    uint32_t titles = 0;
    size_t count = kti_lexicon_korean_prefixes(s->lexicon, rest, hits, HITS);
    for (size_t i = 0; i < count; i++)
        find_name(s, rest, hits[i], &titles);
    return titles;
}

static void find_readings(kti_spacing_store *s, uint32_t word, kt_str surface, bool title) {
    uint32_t first, count = kti_morphs_of_word(s->morphs, word, &first);
    for (uint32_t i = 0; i < count; i++) {
        kti_spacing_word found = kti_spacing_word_of(s->morphs, first + i, surface);
        uint8_t tag = kti_morphs_fact(s->morphs, first + i).tag;
        if (title && (tag == KT_TAG_NNG || tag == KT_TAG_NNP)) found.begins = KTI_BEGINS_TITLE;
        offer(s, found);
    }
}

/* Fills `found`; returns the trie's node behind all of `rest`. */
static uint32_t find(kti_spacing_store *s, kt_str rest) {
    uint32_t node = KTI_TRIE_ROOT;
    s->count = 0;
    uint32_t titles = find_names(s, rest);
    for (size_t at = 0; at < rest.len; at += SYLLABLE) {
        node = kti_trie_child(&s->morphs->trie, node, kti_utf8_at(rest, at).cp);
        if (node == KTI_TRIE_NONE) return node;
        uint32_t word = kti_trie_word(&s->morphs->trie, node);
        kt_str surface = kti_str_cut(rest, 0, at + SYLLABLE);
        bool title = (titles >> surface.len / SYLLABLE & 1) != 0;
        if (word != KTI_TRIE_NONE) find_readings(s, word, surface, title);
    }
    uint32_t end, first = kti_trie_children(&s->morphs->trie, node, &end);
    return first < end ? node : KTI_TRIE_NONE;
}

/* ---- keeping -------------------------------------------------------------------------------- */

static uint64_t hash_of(kt_str rest) {
    uint64_t hash = rest.len;
    for (size_t at = 0; at < rest.len; at += SYLLABLE) {
        uint64_t part = (uint64_t)(unsigned char)rest.ptr[at] << 16 |
                        (uint64_t)(unsigned char)rest.ptr[at + 1] << 8 |
                        (uint64_t)(unsigned char)rest.ptr[at + 2];
        hash = (hash ^ part) * 0xD6E8FEB86659FD93u;
        hash ^= hash >> 32;
    }
    return hash;
}

/* The slot that holds `rest`, or the free one where it belongs. */
static slot *slot_of(kti_spacing_store *s, uint64_t hash, kt_str rest) {
    size_t at = (size_t)(hash % SLOTS);
    while (s->slots[at].rest.ptr != NULL &&
           (s->slots[at].hash != hash || !kti_str_eq(s->slots[at].rest, rest)))
        at = (at + 1) % SLOTS;
    return &s->slots[at];
}

static void forget_all(kti_spacing_store *s) {
    memset(s->slots, 0, SLOTS * sizeof *s->slots);
    kti_arena_reset(&s->kept);
    s->used = 0;
}

static kt_status keep(kti_spacing_store *s, slot *free, uint64_t hash, kt_str rest, uint32_t node) {
    kt_str copy = kti_arena_str(&s->kept, rest);
    kti_spacing_word *items = kti_arena_take(&s->kept, s->count * sizeof *items);
    if (copy.ptr == NULL || items == NULL) return KT_ERR_NOMEM;
    if (s->count > 0) memcpy(items, s->found, s->count * sizeof *items);
    *free = (slot){hash, copy, {items, s->count, node}};
    s->used++;
    return KT_OK;
}

kt_status kti_spacing_words_of(kti_spacing_store *s, kt_str rest, kti_spacing_words *out) {
    if (rest.len > KEPT * SYLLABLE) {
        uint32_t node = find(s, rest);
        *out = (kti_spacing_words){s->found, s->count, node};
        return KT_OK;
    }
    if (s->used == MOST) forget_all(s);
    uint64_t hash = hash_of(rest);
    slot *known = slot_of(s, hash, rest);
    if (known->rest.ptr == NULL) KTI_TRY(keep(s, known, hash, rest, find(s, rest)));
    *out = known->words;
    return KT_OK;
}
