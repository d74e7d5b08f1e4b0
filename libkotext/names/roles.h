/* roles.h - words that stand beside names of persons, though they are no titles. */
#ifndef KTI_NAMES_ROLES_H
#define KTI_NAMES_ROLES_H

#include <stdbool.h>

#include "core/str.h"

/* Whether `word` ends in what a person is, with the name to follow: 여배우, 남편, 주인공. */
bool kti_is_role_before(kt_str word);
/* Whether `word` is such a word. */
bool kti_is_role(kt_str word);
/* Whether `rest`, glued to a name or after a space, begins with what follows persons: 오빠, 역. */
bool kti_is_role_behind(kt_str rest);
/* Whether `rest`, glued to a word, begins with what is called after a person: 씨, 님, 군, 형. */
bool kti_is_address(kt_str rest);
/* Whether `rest` begins with what follows a name in one breath, and often a noun: 때문에, 같은. */
bool kti_is_glued_behind(kt_str rest);

#endif
