/* scorer.h - one bead while its pairs are scored; shared by the kinds of evidence. */
#ifndef KTI_ALIGN_SCORER_H
#define KTI_ALIGN_SCORER_H

#include "align/pair.h"

/* English words that may be a name by their shape. */
typedef struct kti_stretch {
    uint32_t first, last;
    kt_span en;
    uint64_t hash; /* 0: not asked for yet */
    kti_latin_bones bones;
    bool claimed; /* all its words are; see kti_is_claimed */
} kti_stretch;

/* A first word of stretches. */
typedef struct kti_head {
    uint32_t initial;   /* its first letter, as a bit; 0: none */
    uint32_t from, end; /* its stretches */
    bool claimed;       /* all of them are */
} kti_head;

enum { KTI_REACH = 120, KTI_HEADS_KNOWN = 256 /* more than are within reach */ };
_Static_assert((int)KTI_HEADS_KNOWN >= 2 * KTI_REACH, "each head within reach has its own");

/* First letters within reach, and for which reach that is. */
typedef struct kti_reach {
    bool asked;
    size_t low, high;
    uint32_t initials;
} kti_reach;

typedef struct kti_scorer {
    const kti_matcher *matcher;
    const kti_korean *ko;
    const kti_english *en;
    double floor;
    kti_pairs *out;
    const kti_job *job;
    kti_en_bones bones;
    kti_ko_text hangul;
    kti_stretch *stretches; /* by their first word */
    uint32_t *from;         /* where those of each word begin, and one more */
    kti_head *heads;        /* words that have some */
    uint32_t *heads_before; /* each word, and one more */
    kti_followed *followed; /* of each head, those of KTI_HEADS_KNOWN apart in one place */
    size_t low, high;       /* English words within KTI_REACH of the name's place */
    kti_reach reach;
    bool *claimed; /* English words that are a dictionary's form of some name here */
} kti_scorer;

/* Adds a pair unless it scores below the floor. Of two equal partners the one at about the same
 * place in its text is the likelier. */
void kti_score_add(kti_scorer *s, uint32_t name, kt_span en, kt_evidence evidence, double score,
                   double weight);

/* Whether a dictionary gives each of words [first, last] to names of this bead. */
bool kti_is_claimed(const kti_scorer *s, size_t first, size_t last);

/* To be called when `claimed` is known. */
void kti_mark_claimed(kti_scorer *s);

/* Fills `stretches`, `heads`, `bones`, `hangul` and what belongs to them. KT_ERR_NOMEM. */
kt_status kti_find_stretches(kti_scorer *s);

/* A name as the spelling models want it, made ready when first asked for; kept from one name to
 * the next, which may be another reading of the same stretch. */
typedef struct kti_spelt {
    kt_str hangul; /* empty: it is not Hangul */
    kti_ko_bones bones;
    uint32_t shortest, longest; /* English, in bytes */
    uint64_t hash;              /* 0: not asked for yet */
    bool ready;
    kti_prepared prepared;
} kti_spelt;

/* English that spells name `index`, or the place it is an adjective of. */
void kti_pair_by_spelling(kti_scorer *s, uint32_t index, kti_spelt *spelt);

/* English that translates it word by word. */
void kti_pair_by_terms(kti_scorer *s, uint32_t index);

#endif
