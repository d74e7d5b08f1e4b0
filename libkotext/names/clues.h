/* clues.h - words whose place beside or inside a name tells what it is. */
#ifndef KTI_NAMES_CLUES_H
#define KTI_NAMES_CLUES_H

#include <stdbool.h>

#include "core/str.h"

enum {
    KTI_BEFORE = 1 << 0,       /* before a person: 배우, 남편 */
    KTI_BEHIND = 1 << 1,       /* behind a person, apart or glued: 역, 오빠 */
    KTI_ADDRESS = 1 << 2,      /* glued to a person: 씨, 님 */
    KTI_GLUED = 1 << 3,        /* what is written as one word with a name: 때문, 같 */
    KTI_BODY = 1 << 4,         /* ends the name of a body: 위원회, 경찰서 */
    KTI_BODY_OF_NAME = 1 << 5, /* the same behind a name; behind a noun a kind of body: 은행 */
    KTI_PLACE = 1 << 6,        /* ends the name of a place: 역, 해수욕장 */
    KTI_IS_BODY = 1 << 7,      /* a body that needs no name: 경찰 */
    KTI_BELONGS = 1 << 8, /* a body of the country, place or body named before: 정부, 대표팀 */
    KTI_UNIT = 1 << 9,    /* ends a part of the body named before: 학과, 구단 */
    KTI_SERVICE = 1 << 10, /* a service that people use, and the body that runs it: 페이스북 */
    KTI_ABBREVIATION = 1 << 11, /* capitals that name no body: TV */
    KTI_COUNTRIES = 1 << 12,    /* countries side by side, a syllable each: 한미 */
    KTI_DIVISION = 1 << 13,     /* ends the name of an administrative division: 시, 동 */
    KTI_COMMON_BODY = 1 << 14   /* a body that acts and is meant as a common noun: 정부, 경찰 */
};

typedef struct kti_clue {
    kt_str word;
    unsigned what;
} kti_clue;

extern const kti_clue kti_clue_table[];
extern const size_t kti_clue_count;

/* The table by hashes, which is several times faster than to search it. */
enum { KTI_CLUE_SLOTS = 1 << 12, KTI_CLUE_EDGES = 1 << 11 };

/* The words that begin, or end, with syllables of one hash. */
typedef struct kti_clue_edge {
    uint16_t what;    /* of any of them */
    uint16_t lengths; /* a bit for each length in syllables */
} kti_clue_edge;

typedef struct kti_clues {
    uint16_t rows[KTI_CLUE_SLOTS]; /* a row and one; 0: free */
    kti_clue_edge first[KTI_CLUE_EDGES], last[KTI_CLUE_EDGES];
} kti_clues;

void kti_clues_make(kti_clues *out);

/* In all of these `clues` may be NULL: the table is searched then. */

/* What a whole word is; 0 = nothing of the kind. */
unsigned kti_clue_of(const kti_clues *clues, kt_str word);
/* Bytes of the longest word of a kind in `what` that begins, or ends, `text`; 0 = none. What it is
 * goes to `*found` unless that is NULL. `text` itself may be that word. */
size_t kti_clue_begins(const kti_clues *clues, kt_str text, unsigned what, unsigned *found);
size_t kti_clue_ends(const kti_clues *clues, kt_str text, unsigned what, unsigned *found);

#endif
