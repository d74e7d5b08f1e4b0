/* other_words.h - letters that are a name's, held against the reading: 고양이 is a cat, 세계 대전 a
 * war, 이천 명 two thousand people. */
#ifndef KTI_ANALYZE_OTHER_WORDS_H
#define KTI_ANALYZE_OTHER_WORDS_H

#include <stdbool.h>

#include "kotext/analyze.h"

/* `m` is the first morpheme that goes beyond where `name` begins; there is one. */

/* 고양이, 일본도: the name is the beginning of a noun, whose end only looks like a particle. */
bool kti_begins_noun(kt_str text, const kt_morpheme *m, kt_span name);

/* 세계 대전, 팀 구성을: read as a common noun behind another, and nothing happens there (개성에).
 * `first` is the text's first morpheme. */
bool kti_is_common_noun(kt_str text, const kt_morpheme *first, const kt_morpheme *m, kt_span name);

/* 이천 명: numerals, and what they count. `end` is behind the text's last morpheme. */
bool kti_is_number(const kt_morpheme *m, const kt_morpheme *end, kt_span name);

#endif
