/* short_forms.h - a name against less than its whole: a surname alone, initials, a title with a
 * surname, the character of a headline. */
#ifndef KTI_NAMES_SHORT_FORMS_H
#define KTI_NAMES_SHORT_FORMS_H

#include "names/match.h"

/* The probability 0..1; 0 when the Latin is no such form of the name. */
double kti_match_short(const kti_matcher *matcher, const kti_prepared *name, kt_str latin);

#endif
