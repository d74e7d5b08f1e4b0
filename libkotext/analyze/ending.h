/* ending.h - how a word ends when it is read aloud, which is what a particle agrees with. */
#ifndef KTI_ANALYZE_ENDING_H
#define KTI_ANALYZE_ENDING_H

#include <stdbool.h>

#include "core/arena.h"

typedef enum kti_ending {
    KTI_ENDS_UNKNOWN,
    KTI_ENDS_VOWEL,
    KTI_ENDS_RIEUL,
    KTI_ENDS_CONSONANT /* other than ㄹ */
} kti_ending;

/* How `word` ends; kotext/josa.h says what is read and how. Looks at its last words only. `arena`
 * is scratch; KT_ERR_NOMEM. */
kt_status kti_ending_of(kt_str word, kti_arena *arena, kti_ending *out);

/* Of a text in NFC: by its last Hangul syllable, unknown when it ends in none. */
kti_ending kti_ending_of_hangul(kt_str text);

/* `text` without the quotes, brackets, stops and spaces at its end, and without a gloss in round
 * brackets: 조명균(62) ends like 조명균. */
kt_str kti_ending_bare(kt_str text);

/* Whether a quote, a closing bracket or the like, which a particle looks through. */
bool kti_ending_closes(uint32_t cp);

/* Latin letters at the end of `text` (NFKC), read as an acronym, a unit or an English word. */
kti_ending kti_ending_latin(kt_str text);

/* Of digits, in Sino-Korean. */
kti_ending kti_ending_number(kt_str digits);

/* Of a fraction, a time or a date (NFKC), whose last digits are not said last; unknown for others.
 */
kti_ending kti_ending_form(kt_str text);

/* `text` (NFKC) up to the sign of a currency, which is said behind the sum at its end ($3.50,
 * $5억); empty when it does not end in such a sum. */
kt_str kti_ending_money(kt_str text);

/* Of a unit of measure at the end of `text` (NFKC) whatever stands before it: ㎏; unknown for what
 * is none. */
kti_ending kti_ending_unit(kt_str text);

/* Of a unit or word written with a digit at its end (10 m2, MP3); unknown for other numbers. */
kti_ending kti_ending_mixed(kt_str text);

#endif
