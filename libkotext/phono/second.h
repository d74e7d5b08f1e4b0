/* second.h - second parts of nouns before which the onset is tense (article 28), as a table. */
#ifndef KTI_PHONO_SECOND_H
#define KTI_PHONO_SECOND_H

#include <stdbool.h>

#include "kotext/base.h"

/* How a row is meant; bits. */
enum {
    KTI_SECOND_VOWEL = 1 << 0, /* after vowels as well, as Sino-Korean suffixes are */
    KTI_SECOND_USUAL = 1 << 1, /* also where the characters are not known */
    KTI_SECOND_LONG = 1 << 2   /* a native word, behind two syllables or more */
};

typedef struct kti_second {
    const char *form;
    const char *after_one; /* the characters it may be behind any word; "" for a native word */
    const char *after_two; /* ... behind two syllables or more */
    uint8_t how;           /* KTI_SECOND_* */
} kti_second;

/* Whether a row begins with the syllable `text` begins with: a quick no for most places. */
bool kti_second_begins(kt_str text);

/* The row of a second part; NULL when there is none. */
const kti_second *kti_second_of(kt_str form);

#endif
