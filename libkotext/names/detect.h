/* detect.h - stretches of Korean text that may be names. */
#ifndef KTI_NAMES_DETECT_H
#define KTI_NAMES_DETECT_H

#include "core/arena.h"
#include "kotext/analyze.h"
#include "kotext/names.h"
#include "lexicon/lexicon.h"
#include "names/facts.h"

/* Something that may be a name; candidates may overlap, the reader decides. */
typedef struct kti_candidate {
    kt_span span;
    kt_span title; /* the title behind it, when one follows; else empty */
    kt_name_type type;
    float confidence;  /* 0..1 */
    bool surname_only; /* 문 (대통령) */
    bool in_dictionary;
    bool whole;     /* in a dictionary, and its word has nothing more but particles */
    bool last_name; /* of a full name of several words, which stands for it: 루비오 */
} kti_candidate;

typedef struct kti_candidates {
    kti_candidate *items;
    size_t count;
    size_t capacity;
    kti_arena *arena;
    bool failed;
    /* what they were found in */
    const struct kti_name_run *runs;
    const kti_run_facts *const *facts; /* of each run; NULL: it is not Hangul */
    size_t run_count;
} kti_candidates;

/* Lists candidates in order of their start. `text` is NFC; `cache` may be NULL. KT_ERR_NOMEM.
 * Linear. */
kt_status kti_detect_candidates(const kti_lexicon *lexicon, kti_facts_cache *cache, kt_str text,
                                kti_arena *arena, kti_candidates *out);

/* The same without those that only their shape speaks for: a reading of the text knows better.
 * Those that begin in `within`; `looks` gets what they ask of what lies outside (names/weigher.h),
 * and may be NULL, as `titles`. */
kt_status kti_detect_known(const kti_lexicon *lexicon, const struct kti_title_edges *titles,
                           kt_str text, kt_span within, unsigned *looks, kti_arena *arena,
                           kti_candidates *out);

void kti_candidates_add(kti_candidates *list, kti_candidate c);

/* Puts the list in order and joins equal candidates. KT_ERR_NOMEM when an addition had failed. */
kt_status kti_candidates_sort(kti_candidates *list);
/* The same for those from number `from` on, which lie behind the others. */
kt_status kti_candidates_sort_from(kti_candidates *list, size_t from);

/* How far a name goes: 서울 | 강남구, or 서울 강남구. */
typedef enum kti_extent { KTI_EXTENT_WORD, KTI_EXTENT_PHRASE } kti_extent;

/* What words said of names when they were met before; never changes a result. One thread. */
typedef struct kti_name_memory kti_name_memory;

/* KT_ERR_NOMEM. */
kt_status kti_name_memory_new(const kt_alloc *alloc, const kti_lexicon *lexicon,
                              kti_name_memory **out);
void kti_name_memory_free(kti_name_memory *memory);

/* Chooses those that are sure enough and do not overlap. `reading` is the text's, or NULL;
 * `memory` may be NULL. */
kt_status kti_detect(const kti_lexicon *lexicon, kti_name_memory *memory, kt_str text,
                     const kt_analysis *reading, kti_extent extent, kti_arena *arena,
                     kt_mention **mentions, size_t *count);

#endif
