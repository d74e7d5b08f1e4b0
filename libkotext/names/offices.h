/* offices.h - who serves a place, and who is posted to one: the place is a name of its own. */
#ifndef KTI_NAMES_OFFICES_H
#define KTI_NAMES_OFFICES_H

#include "names/weigher.h"

/* 시장, 주지사: whether a title is an office of the place before it, and names no person. */
bool kti_is_office_of_place(kt_str title);

/* 전, 현, 고: what tells when somebody held an office, before its title; surnames, too. */
bool kti_is_time_of_office(kt_str word);

/* 뉴욕 시장 is a mayor, 남대문 시장 a market. */
bool kti_is_mayor(const kti_lexicon *lexicon, kt_str place, kt_str word);

/* What a state has in a place abroad: 주시드니 총영사, 주호주 한국대사관. */
typedef struct kti_posting {
    kt_span place;
    kt_span mission; /* from 주 to the end of the embassy; empty when an envoy is meant */
    bool embassy;    /* of an embassy, no consulate */
} kti_posting;

/* What begins at byte `at`; false when it is nothing of the kind. */
bool kti_posting_at(const kti_weigher *w, size_t at, kti_posting *out);
/* The same in a text alone. */
bool kti_posting_in(const kti_lexicon *lexicon, kt_str text, kti_posting *out);

/* Adds the place, or the mission, that an eojeol begins with. */
void kti_see_posting(kti_weigher *w, const kt_eojeol *e);

#endif
