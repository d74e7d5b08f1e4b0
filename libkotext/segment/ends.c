#include "segment/ends.h"

#include <string.h>

#include "core/status.h"
#include "core/utf8.h"
#include "segment/weights.h"

enum {
    PAIRS = 1 << 12,
    SETS = 1 << 12,
    WAYS = 4,    /* of a set, which fills a line of the processor's memory */
    SYLLABLE = 3 /* bytes */
};

/* Two syllables, and above them what they weigh. */
typedef struct known_pair {
    uint32_t pair;
    int32_t best;
} known_pair;

/* Up to seven syllables, sixteen bits each, and above them whether the word was read and what it
 * weighs. All zeroes: free, as no word is empty. */
typedef struct known_word {
    uint64_t low, high;
} known_word;

struct kti_ends {
    const kti_possible *possible;
    known_pair pairs[PAIRS];
    known_word words[SETS][WAYS]; /* the one met last comes first */
};

kti_ends *kti_ends_new(const kt_alloc *alloc, const kti_possible *possible) {
    kti_ends *ends = kti_alloc_zeroed(alloc, sizeof *ends);
    if (ends != NULL) ends->possible = possible;
    return ends;
}

void kti_ends_free(kti_ends *ends, const kt_alloc *alloc) {
    kti_alloc_free(alloc, ends, sizeof *ends);
}

int kti_ends_by_letters(kti_ends *ends, uint32_t before, uint32_t last) {
    uint32_t pair = before << 16 | last;
    known_pair *known = &ends->pairs[pair * 0x9E3779B9u >> 20];
    if (known->pair != pair) {
        unsigned may = kti_possible_behind(ends->possible, before, last);
        *known = (known_pair){pair, kti_weight_best(may, KTI_MARK_NONE)};
    }
    return known->best;
}

/* ---- words ---------------------------------------------------------------------------------- */

enum { WEIGHT_SHIFT = 49, READ_SHIFT = 48, BIAS = 1 << 14 };

static known_word key_of(kt_str word) {
    known_word key = {0, 0};
    for (size_t at = 0; at < word.len; at += SYLLABLE) {
        key.high = key.high << 16 | key.low >> 48;
        key.low = key.low << 16 | kti_utf8_at(word, at).cp;
    }
    return key;
}

static known_word *set_of(kti_ends *ends, known_word key) {
    uint64_t hash = (key.low ^ key.high * 0xD6E8FEB86659FD93u) * 0x9E3779B97F4A7C15u;
    return ends->words[hash >> 40 & (SETS - 1)];
}

static bool is_of(const known_word *known, known_word key) {
    const uint64_t letters = ((uint64_t)1 << READ_SHIFT) - 1;
    return known->low == key.low && (known->high & letters) == key.high;
}

/* Puts what is known of a word first of its set, in the place of number `way` of it. */
static void put_first(known_word set[WAYS], size_t way, known_word found) {
    memmove(set + 1, set, way * sizeof *set);
    set[0] = found;
}

static known_word with(known_word key, int best, bool read) {
    uint64_t weight = (uint64_t)(best + BIAS) << WEIGHT_SHIFT | (uint64_t)read << READ_SHIFT;
    return (known_word){key.low, key.high | weight};
}

static int best_of(const known_word *known) {
    return (int)(known->high >> WEIGHT_SHIFT) - BIAS;
}

/* Whether more cannot be known of the word, or need not. */
static bool is_enough(const known_word *known, int least) {
    return (known->high >> READ_SHIFT & 1) != 0 || best_of(known) < least;
}

kt_status kti_ends_by_reading(kti_ends *ends, kti_read_word read, void *reader, kt_str word,
                              int least, int *best) {
    unsigned found = KTI_MAY_ALL;
    known_word key = key_of(word), *set = set_of(ends, key);
    size_t way = 0;
    while (way < WAYS && !is_of(&set[way], key))
        way++;
    if (way == WAYS || !is_enough(&set[way], least)) {
        unsigned may = kti_possible_closings(ends->possible, word, word.len);
        known_word spelled = with(key, kti_weight_best(may, KTI_MARK_NONE), read == NULL);
        bool enough = read == NULL || is_enough(&spelled, least);
        if (!enough) KTI_TRY(read(reader, word, &found));
        key = enough ? spelled : with(key, kti_weight_best(may & found, KTI_MARK_NONE), true);
        put_first(set, way == WAYS ? WAYS - 1 : way, key);
    } else if (way > 0) {
        put_first(set, way, set[way]);
    }
    *best = best_of(&set[0]);
    return KT_OK;
}
