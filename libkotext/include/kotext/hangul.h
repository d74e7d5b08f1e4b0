/* kotext/hangul.h - the arithmetic of modern Hangul: 19 initials x 21 vowels x 28 finals.
 *
 * Pure functions on code points; any thread. Source: The Unicode Standard, section 3.12.
 */
#ifndef KOTEXT_HANGUL_H
#define KOTEXT_HANGUL_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A syllable by index: choseong 0..18 (ㄱ..ㅎ), jungseong 0..20 (ㅏ..ㅣ), jongseong 0..27 (0 =
 * none, ㄱ..ㅎ). Since: 0.9 */
typedef struct kt_syllable {
    uint8_t choseong;
    uint8_t jungseong;
    uint8_t jongseong;
} kt_syllable;

/* Non-zero for U+AC00..U+D7A3. Since: 0.9 */
KT_API int kt_is_syllable(uint32_t code_point);

/* Splits a syllable; all zero when `code_point` is none. Since: 0.9 */
KT_API kt_syllable kt_syllable_split(uint32_t code_point);

/* Joins one; 0 when an index is out of range. Since: 0.9 */
KT_API uint32_t kt_syllable_join(kt_syllable syllable);

/* The particle-relevant final of `text`: the jongseong index of its last syllable, composed or of
 * conjoining jamo, 0 when that ends in a vowel, -1 when `text` does not end in one. Since: 0.9 */
KT_API int kt_last_jongseong(kt_str text);

#ifdef __cplusplus
}
#endif

#endif
