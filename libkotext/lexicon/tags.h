/* tags.h - tags by name. */
#ifndef KTI_LEXICON_TAGS_H
#define KTI_LEXICON_TAGS_H

#include <stdbool.h>

#include "kotext/analyze.h"

/* KT_TAG_NA for a name that is not known. */
kt_tag kti_tag_of(kt_str name);

bool kti_tag_is_noun(kt_tag tag);      /* N*: what a particle may follow */
bool kti_tag_is_josa(kt_tag tag);      /* J* */
bool kti_tag_is_eomi(kt_tag tag);      /* E* */
bool kti_tag_is_predicate(kt_tag tag); /* V* */
bool kti_tag_is_symbol(kt_tag tag);    /* SF SE SSO SSC SC SY */

#endif
