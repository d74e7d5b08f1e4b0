/* place_forms.h - how a Korean place is written in English: by schemes, and with its kind in
 * English (Baengnyeongdo, Baengnyeong Island, Paengnyong Island). */
#ifndef KTI_NAMES_PLACE_FORMS_H
#define KTI_NAMES_PLACE_FORMS_H

#include "core/arena.h"
#include "lexicon/lexicon.h"

typedef struct kti_place_form {
    kt_str text;
    double p;
    const char *label; /* "rr", "mr", "dprk"; "usage" for the older press: MR without its marks */
} kti_place_form;

enum { KTI_PLACE_FORMS_MOST = 32 };

/* Shares add up to about one; not sorted. KT_ERR_NOMEM. */
kt_status kti_place_forms(const kti_lexicon *lexicon, kt_str hangul, kti_arena *arena,
                          kti_place_form list[KTI_PLACE_FORMS_MOST], size_t *count);

/* The same for a place the dictionary has, and what kind it is: New South Wales of
 * 뉴사우스웨일스주, Kaesong Station of 개성역. None when that is not what `hangul` is. */
kt_status kti_place_of_known(const kti_lexicon *lexicon, kt_str hangul, kti_arena *arena,
                             kti_place_form list[KTI_PLACE_FORMS_MOST], size_t *count);

#endif
