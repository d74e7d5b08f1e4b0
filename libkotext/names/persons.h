/* persons.h - evidence that a stretch of a sentence is a person's name. */
#ifndef KTI_NAMES_PERSONS_H
#define KTI_NAMES_PERSONS_H

#include "names/weigher.h"

/* Adds the persons whose name is part of one of these eojeols. */
void kti_see_persons(kti_weigher *w, kti_eojeols of);

/* The confidence of a person in the dictionary where it stands. */
double kti_weigh_known_person(const kti_weigher *w, const kti_candidate *c);

/* A known name of several words is hardly there by chance: 도널드 트럼프. */
bool kti_has_several_words(const kti_weigher *w, kt_span span);

/* What the words around `span` say, in nats; `span` ends inside an eojeol or with it. */
double kti_person_context(const kti_weigher *w, kt_span span);

/* More than what stands around a name can say for it. */
#define KTI_MOST_CONTEXT 5.0

/* 여배우: whether a word ends in what a person is. */
bool kti_ends_in_role(const kti_weigher *w, kt_str word);
/* 서초구: in an administrative division. */
bool kti_ends_in_division(const kti_weigher *w, kt_str word);

/* Names that stand in a list, or again in the same text, make each other surer. */
void kti_relate_persons(kti_weigher *w);

#endif
