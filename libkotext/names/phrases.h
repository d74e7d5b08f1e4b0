/* phrases.h - names side by side that are one name. */
#ifndef KTI_NAMES_PHRASES_H
#define KTI_NAMES_PHRASES_H

#include "names/weigher.h"

/* A place takes in the place it lies in (서울 강남구), a body the place or body it belongs to (미국
 * 법무부, 국회 정보위원회), and its parts (수원지검 강력부). Hanja in brackets behind a name are
 * the same name. `list` has room for twice `count`; returns the new number. */
size_t kti_names_join(const kti_weigher *w, kt_mention *list, size_t count);

#endif
