/* lone.h - what one word of a sentence says of names by itself, whatever stands beside it; and what
 * it is to its neighbours. A word is what lies between spaces. Most words come again, most say
 * nothing, and few are asked about what stands beside them. */
#ifndef KTI_NAMES_LONE_H
#define KTI_NAMES_LONE_H

#include "names/foreign.h"
#include "names/title_edges.h"

/* What it is to its neighbours; or-ed. */
enum {
    KTI_LONE_ROLE = 1 << 0,     /* it ends in what a person is: 배우 */
    KTI_LONE_DIVISION = 1 << 1, /* it ends in an administrative division: 서초구 */
    KTI_LONE_TELLING = 1 << 2,  /* it may begin with a title or the like */
    KTI_LONE_BEGINS = 1 << 3,   /* its first eojeol begins where it does */
    KTI_LONE_ENDS = 1 << 4,     /* its last one ends where it does */
    KTI_LONE_WHOLE = 1 << 5,    /* it is one eojeol */
    KTI_LONE_KIND = 1 << 6,     /* its first eojeol is a kind of place: 거리 */
    KTI_LONE_NAME = 1 << 7      /* its last one may be a place with the kind behind it: 코르소 */
};

/* Offsets are from the beginning of the word. The stems of its first eojeol and the candidates,
 * which are right unless a neighbour says something that `looks` asks for, lie behind it. */
typedef struct kti_lone {
    uint8_t is;    /* KTI_LONE_* */
    uint8_t looks; /* KTI_LOOKS_* (names/weigher.h) */
    uint16_t stems;
    uint32_t candidates;
    uint32_t
        opens;     /* where a name of a dictionary begins that may go on behind; UINT32_MAX: none */
    uint32_t last; /* where its last eojeol begins */
    kti_foreign_part first, next; /* its last eojeol as the first and as a later part of a name */
} kti_lone;

const kti_foreign_stem *kti_lone_stems(const kti_lone *lone);
const kti_candidate *kti_lone_candidates(const kti_lone *lone); /* in order */
size_t kti_lone_size(const kti_lone *lone);

/* The same in few bytes, 4-aligned, for a word of less than 255; size 0: it says too much. */
size_t kti_lone_kept_size(const kti_lone *lone);
void kti_lone_keep(const kti_lone *lone, void *kept);
const kti_lone *kti_lone_kept(const void *kept, kti_arena *arena); /* NULL when out of memory */

/* A word in its text. */
typedef struct kti_word_at {
    kt_span span;
    kti_eojeols eojeols;
    size_t morpheme, morpheme_end;
} kti_word_at;

/* Both words and the space between. */
kti_word_at kti_two_words(const kti_word_at *word, const kti_word_at *next);

/* What the word says; in `arena`, with scratch. NULL when out of memory. */
const kti_lone *kti_lone_of(const kti_weigher *w, const kti_word_at *word, kti_arena *arena);

/* What it says where `next` stands behind one space: candidates that are right unless another
 * neighbour says something that `looks` asks for; what it is to them is left out. */
const kti_lone *kti_lone_of_two(const kti_weigher *w, const kti_word_at *word,
                                const kti_word_at *next, kti_arena *arena);

/* A word, and what it says. */
typedef struct kti_seen {
    kti_word_at at;
    const kti_lone *lone;
} kti_seen;

/* What words say, from a memory; valid until kti_name_memory_trim(). KT_ERR_NOMEM. */
kt_status kti_name_memory_get(kti_name_memory *memory, const kti_weigher *w, kti_seen *words,
                              size_t count);
/* What a word says where `next` stands behind it, likewise. NULL when out of memory. */
const kti_lone *kti_name_memory_get_two(kti_name_memory *memory, const kti_weigher *w,
                                        const kti_word_at *word, const kti_word_at *next);

/* Forgets what was not asked for lately, when there is too much. */
void kti_name_memory_trim(kti_name_memory *memory);

/* Scratch for one word at a time. */
kti_arena *kti_name_memory_scratch(kti_name_memory *memory);

/* Lends a weigher the tables that are made once. */
void kti_name_memory_lend(const kti_name_memory *memory, kti_weigher *w);

#endif
