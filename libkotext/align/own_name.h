/* own_name.h - what a text calls by its adjective, its capital or a last name, by its own name. */
#ifndef KTI_ALIGN_OWN_NAME_H
#define KTI_ALIGN_OWN_NAME_H

#include "kotext/align.h"
#include "names/match.h"

enum { KTI_OWN_NAME_MOST = 64 };

/* Whether a link of this evidence has another English than a name of the Korean. */
bool kti_is_indirect(kt_evidence evidence);

/* The English name of `korean` (NFC) where a text says `english` and kti_is_indirect(evidence): the
 * user's own, else that of the dictionaries, else spelt, in `room`. Empty: `english` will do. */
kt_str kti_own_name(const kti_matcher *matcher, kt_str korean, kt_str english, kt_evidence evidence,
                    char room[KTI_OWN_NAME_MOST]);

#endif
