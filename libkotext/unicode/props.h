/* props.h - properties of single code points. Pure functions; any thread; no ICU. */
#ifndef KTI_UNICODE_PROPS_H
#define KTI_UNICODE_PROPS_H

#include <stdbool.h>

#include "kotext/base.h"

/* Half units as in kotext/segment.h: 2 wide, 1 narrow, 0 for marks, controls, format characters. */
unsigned kti_cp_width(uint32_t cp);

bool kti_cp_is_letter(uint32_t cp);  /* L* */
bool kti_cp_is_mark(uint32_t cp);    /* M* */
bool kti_cp_is_digit(uint32_t cp);   /* Nd */
bool kti_cp_is_upper(uint32_t cp);   /* Lu, Lt */
bool kti_cp_is_lower(uint32_t cp);   /* Ll */
bool kti_cp_is_space(uint32_t cp);   /* White_Space */
bool kti_cp_is_punct(uint32_t cp);   /* P*, S* */
bool kti_cp_is_control(uint32_t cp); /* Cc, Cf, Cs */
bool kti_cp_is_latin(uint32_t cp);   /* letters of the Latin blocks, full-width ones included */
bool kti_cp_is_han(uint32_t cp);     /* unified and compatibility ideographs */
bool kti_cp_is_kana(uint32_t cp);
bool kti_cp_is_hangul(uint32_t cp); /* syllables, all jamo blocks */
/* What stands between the items of a list, as in 한·미·일. U+318D is a letter to Unicode, yet
 * between syllables it is the dot of most Korean keyboards and newspapers. */
bool kti_cp_is_middle_dot(uint32_t cp);
bool kti_cp_in_hangul_word(uint32_t cp); /* Hangul that is no middle dot */

uint32_t kti_cp_lower(uint32_t cp); /* simple case mapping */
uint32_t kti_cp_upper(uint32_t cp);

/* The base letter of a precomposed Latin letter (é -> e, ŏ -> o, Ł -> L), itself otherwise. */
uint32_t kti_cp_base(uint32_t cp);

/* Canonical combining class. */
unsigned kti_cp_ccc(uint32_t cp);

/* The offset after the extended grapheme cluster (UAX #29) that starts at `at`. */
size_t kti_grapheme_next(kt_str text, size_t at);

#endif
