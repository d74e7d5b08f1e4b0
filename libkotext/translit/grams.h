/* grams.h - a joint n-gram model of Latin letters and the Hangul units each of them makes.
 *
 * A symbol is a letter (letters.h) with a chunk of none to three units: choseong (ㅇ left out),
 * jungseong, jongseong, numbered as in KTI_UNIT_*. A word is a row of symbols between START and
 * END; its probability is the product over symbols, each given the ones before it, by
 * interpolated Kneser-Ney smoothing (Chen and Goodman 1998). tools/kttrain learns it. The bytes: a
 * head, the symbols by letter and frequency, then per order of n-gram an array each of last
 * symbols, probabilities, back-off weights and first successors; the highest order has the first
 * two only.
 */
#ifndef KTI_TRANSLIT_GRAMS_H
#define KTI_TRANSLIT_GRAMS_H

#include <stdbool.h>

#include "kotext/base.h"
#include "translit/letters.h"

enum {
    KTI_UNIT_VOWEL = 19,
    KTI_UNIT_FINAL = 40,
    KTI_UNIT_COUNT = 67,
    KTI_CHUNK_UNITS = 3,
    KTI_CHUNK_BITS = 21,
    KTI_GRAMS_ORDER = 6,          /* longest n-gram */
    KTI_GRAMS_MAGIC = 0x314A544B, /* "KTJ1" */
    KTI_GRAMS_STEPS = 16          /* of a quantized logarithm: sixteenths of a nat */
};

/* Units + 1, seven bits each, the first lowest; 0 = nothing is written. */
typedef uint32_t kti_chunk_units;

typedef struct kti_grams_head {
    uint32_t magic, order, symbols;
    uint32_t counts[KTI_GRAMS_ORDER]; /* n-grams of each order */
} kti_grams_head;

typedef struct kti_grams_level {
    const uint16_t *symbol;
    const uint8_t *probability; /* -16 ln */
    const uint8_t *backoff;     /* -16 ln; not for the highest order */
    const uint32_t *first;      /* count + 1 */
    uint32_t count;
} kti_grams_level;

typedef struct kti_grams {
    const kti_grams_head *head; /* NULL: the data has no such model */
    const uint32_t *symbols;    /* letter << KTI_CHUNK_BITS | units, letters ascending */
    uint16_t first[65];         /* of each letter's symbols */
    uint8_t least[64];          /* -16 ln of the likeliest of them without context */
    kti_grams_level levels[KTI_GRAMS_ORDER];
} kti_grams;

/* False when `bytes` is damaged. */
bool kti_grams_open(kt_str bytes, kti_grams *out);

/* Where a word stands: for each length of context the n-gram it ends with, longest last. */
typedef struct kti_grams_state {
    uint32_t node[KTI_GRAMS_ORDER - 1]; /* node[k]: of k + 1 symbols; UINT32_MAX: unseen */
} kti_grams_state;

/* A next symbol of one letter, with the ln of its probability. */
typedef struct kti_grams_next {
    uint16_t symbol;
    float log_p;
} kti_grams_next;

enum { KTI_GRAMS_NEXTS = 512 }; /* most symbols a letter may have */

/* Which symbols were met at this step; zeroed once, then reused. */
typedef struct kti_grams_marks {
    uint32_t at[KTI_GRAMS_NEXTS];
    uint32_t now;
} kti_grams_marks;

kti_grams_state kti_grams_start(const kti_grams *model);

/* The seen next symbols for `letter`, at most `room`. Those that are `limit` steps of logarithm
 * behind the best found before them may be left out. */
size_t kti_grams_nexts(const kti_grams *model, const kti_grams_state *state, uint8_t letter,
                       kti_grams_marks *marks, unsigned limit, kti_grams_next *nexts, size_t room);

/* The ln of the probability of `symbol` as the next one. */
float kti_grams_log_p(const kti_grams *model, const kti_grams_state *state, uint16_t symbol);

/* The state behind `symbol`. */
kti_grams_state kti_grams_step(const kti_grams *model, const kti_grams_state *state,
                               uint16_t symbol);

static inline kti_chunk_units kti_grams_units(const kti_grams *model, uint16_t symbol) {
    return model->symbols[symbol] & ((1u << KTI_CHUNK_BITS) - 1);
}

#endif
