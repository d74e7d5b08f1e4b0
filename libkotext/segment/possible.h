/* possible.h - what the end of a word may say, whatever a reading of it finds.
 *
 * Most words cannot end a sentence: 은, 에서, 하는. Their last syllable tells, so that nobody need
 * read them. Without a mark behind the word a sentence ends only where this allows it and a reading
 * finds it.
 */
#ifndef KTI_SEGMENT_POSSIBLE_H
#define KTI_SEGMENT_POSSIBLE_H

#include "hangul/syllable.h"
#include "segment/edges.h"

/* Sets of closings from KTI_CLOSING_NAMED on; those before it, which end nothing without a mark,
 * are always possible. */
enum {
    KTI_MAY_NAME = 1 << 0,
    KTI_MAY_NOTE = 1 << 1,
    KTI_MAY_INTIMATE = 1 << 2,
    KTI_MAY_PLAIN = 1 << 3,
    KTI_MAY_SURE = 1 << 4,
    KTI_MAY_ALL = (1 << 5) - 1,
    /* No closings: what the syllable may begin. */
    KTI_MAY_OPEN = 1 << 6,   /* what openings.c lists */
    KTI_MAY_CONNECT = 1 << 7 /* connectives that it does not */
};

static inline unsigned kti_may(unsigned closing) {
    return closing < KTI_CLOSING_NAMED ? 0 : 1u << (closing - KTI_CLOSING_NAMED);
}

/* By syllable. */
typedef struct kti_possible {
    uint8_t of[KTI_SYLLABLE_LAST - KTI_SYLLABLE_FIRST + 1];   /* with whatever stands before */
    uint8_t form[KTI_SYLLABLE_LAST - KTI_SYLLABLE_FIRST + 1]; /* less what longer endings say */
    uint16_t row[KTI_SYLLABLE_LAST - KTI_SYLLABLE_FIRST + 1]; /* the first such ending, + 1 */
    uint8_t rows[KTI_SYLLABLE_LAST - KTI_SYLLABLE_FIRST + 1]; /* and how many stand there */
    /* The first that begins with it, + 1, of what openings.c lists, and of other connectives. */
    uint8_t opening[KTI_SYLLABLE_LAST - KTI_SYLLABLE_FIRST + 1];
    uint8_t pair[KTI_SYLLABLE_LAST - KTI_SYLLABLE_FIRST + 1];
} kti_possible;

void kti_possible_fill(kti_possible *possible);

static inline unsigned kti_possible_of(const kti_possible *p, uint32_t syllable) {
    return p->of[syllable - KTI_SYLLABLE_FIRST];
}

/* The set for the word that ends at `end`, which more than its last syllable tells. */
unsigned kti_possible_closings(const kti_possible *possible, kt_str text, size_t end);

/* The set for any word that ends in `last`, a syllable, behind `before`. */
unsigned kti_possible_behind(const kti_possible *possible, uint32_t before, uint32_t last);

/* kti_opening_of_shape(), which need not look for the syllable. */
kti_opening kti_listed_opening(const kti_possible *possible, kt_str rest);

/* Whether a connective that openings.c does not list may begin `rest`, which is not empty. */
bool kti_may_connect(const kti_possible *possible, kt_str rest);

/* The first two syllables of connective `number` of those; empty when there are no more. */
kt_str kti_connective(size_t number);

/* Whether what begins with the plain letter `first` may be listed, or a connective. */
static inline bool kti_may_open(const kti_possible *p, uint32_t first) {
    enum { EITHER = KTI_MAY_OPEN | KTI_MAY_CONNECT };
    return kti_is_syllable(first) && (p->form[first - KTI_SYLLABLE_FIRST] & EITHER) != 0;
}

/* What all listed endings that `word` ends in may say: the longest decides when it is the word's
 * own, and who reads the word may find a shorter one. */
unsigned kti_may_by_rows(const kti_possible *possible, kt_str word);

#endif
