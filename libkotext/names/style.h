/* style.h - house styles: how the parts of a Korean person's Latin name are joined. */
#ifndef KTI_NAMES_STYLE_H
#define KTI_NAMES_STYLE_H

#include "kotext/names.h"
#include "names/match.h"
#include "names/usage.h"

enum { KTI_STYLED_MOST = 64 };

/* Joins small letters; `second` may be empty, and `surname`, for a given name alone; `north` is a
 * person of the DPRK. Returns the length. */
size_t kti_style_join(kt_name_style style, bool north, const char *surname, const char *first,
                      const char *second, char out[KTI_STYLED_MOST]);

/* A person's own spelling in a style: its letters and its order stay, hyphen, space and capitals
 * change where its parts can be told (Moon Jae-in, Kim Jong Un). `text` itself otherwise. */
kt_str kti_style_own(kt_name_style style, bool north, const kti_matcher *matcher, kt_str hangul,
                     kt_str text, char out[KTI_STYLED_MOST]);

#endif
