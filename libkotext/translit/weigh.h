/* weigh.h - how likely each form of a word is: a log-linear sum of what the models, the rules of
 * the orthography and the Korean word list say about it.
 */
#ifndef KTI_TRANSLIT_WEIGH_H
#define KTI_TRANSLIT_WEIGH_H

#include "translit/beam.h"
#include "translit/pronounced.h"

enum {
    KTI_WEIGH_SCORE, /* ln p by both models together, and by each */
    KTI_WEIGH_JOINT,
    KTI_WEIGH_TAGS,
    KTI_WEIGH_UNSCORED, /* the models did not list it */
    KTI_WEIGH_NOUN,     /* in the word list, by syllables: 2, 3, 4, more */
    KTI_WEIGH_NAME = KTI_WEIGH_NOUN + 4,
    KTI_WEIGH_RULES = KTI_WEIGH_NAME + 4, /* what the rules write of sounds guessed, put together
                                             from parts, or listed */
    KTI_WEIGH_FAR = KTI_WEIGH_RULES + 3,  /* units from that, by the same */
    KTI_WEIGH_MORE = KTI_WEIGH_FAR + 3,   /* syllables more than vowels, and fewer */
    KTI_WEIGH_FEWER,
    KTI_WEIGH_BEHEADED, /* the first vowel is not written */
    KTI_WEIGH_PALATAL,  /* syllables the orthography does not use: 쟈, 츄 */
    KTI_WEIGH_TENSE,
    KTI_WEIGH_BATCHIM, /* one of other than the seven */
    KTI_WEIGH_FEATURES
};

/* The word whose forms are weighed. */
typedef struct kti_weighed {
    const kti_lexicon *lexicon;
    const uint8_t *letters;
    size_t count;
    const kti_pronounced *spoken;
    kt_str ruled; /* its form by the rules; "" = none */
} kti_weighed;

/* Fills in all features but the models'. */
void kti_weigh_form(const kti_weighed *word, kt_str form, float features[KTI_WEIGH_FEATURES]);

float kti_weigh_sum(const kti_weighed *word, const float features[KTI_WEIGH_FEATURES]);

#endif
