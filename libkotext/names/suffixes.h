/* suffixes.h - how Korean names of places and bodies end. */
#ifndef KTI_NAMES_SUFFIXES_H
#define KTI_NAMES_SUFFIXES_H

#include <stdbool.h>

#include "core/str.h"

/* How much the last part of a word says. */
typedef enum kti_suffix {
    KTI_SUFFIX_NONE,
    KTI_SUFFIX_WEAK,  /* 은행, 대학: names a body behind a name, a kind of body behind a noun */
    KTI_SUFFIX_STRONG /* 위원회, 경찰서: names a body behind any noun */
} kti_suffix;

/* The suffix of a body that ends `word` and is not all of it; `*length` is its bytes. */
kti_suffix kti_body_suffix(kt_str word, size_t *length);
/* 강, 역, 해수욕장: what follows the name of a place, as part of it. Bytes, 0 = none. */
size_t kti_place_suffix(kt_str word);
/* Whether `word` begins with such a suffix of two syllables or more: bytes, or 0. */
size_t kti_place_suffix_at(kt_str word);
/* 경찰, 검찰: bodies that need no name. */
bool kti_is_body(kt_str word);
/* 정부, 대표팀: bodies of the country, place or body named before. */
bool kti_is_body_of(kt_str word);
/* 학과, 강력부, 구단: whether `word` ends as a part of the body named before does. */
bool kti_is_unit(kt_str word);

/* 한미, 남북: the first syllables of countries side by side; how many begin `word`, 0 when it goes
 * on as another word. */
size_t kti_countries_at(kt_str word);
/* 페이스북: a service that people use, and the body that runs it. */
bool kti_is_service(kt_str word);
/* TV, CEO: capitals that name no body. */
bool kti_is_common_latin(kt_str word);

#endif
