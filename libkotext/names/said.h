/* said.h - how much of a person's name a text says: 문재인, or 문 alone, or nobody's (김모 씨). */
#ifndef KTI_NAMES_SAID_H
#define KTI_NAMES_SAID_H

#include "names/match.h"

typedef struct kti_said {
    kt_str surname; /* 문 of 문재인 and of 문; empty when the name is no Korean one */
    bool alone;     /* no more than the surname is said */
    bool withheld;  /* nor meant to be: 김모 씨 is nobody who was named before */
    kt_str known; /* the full name that the dictionary has for another form: 도널드 트럼프 */
} kti_said;

/* Of the person whose name is `span` of NFC text. `known` is the dictionary's. */
kti_said kti_said_of(const kti_matcher *matcher, kt_str text, kt_span span);

/* Without a dictionary: a name of up to four syllables is taken for a Korean one. */
kti_said kti_said_alone(kt_str name);

#endif
