/* kotext/josa.h - particles that agree with the word before them: 개성은 but 제주는.
 *
 * How a word ends, when read aloud, decides:
 *   - Hangul: by the final of its last syllable. A lone letter is read by its name (ㄱ 기역, ㅏ
 * 아).
 *   - Digits: in Sino-Korean (7 칠, 10 십, 2,000 이천, 1,000,000,000,000 일조); a decimal fraction
 *     digit by digit (3.50 삼 점 오 영). Behind them units: 5kg 킬로그램, 3 km 킬로미터, 70%
 * 퍼센트. What is said last decides: 3/4 사분의 삼, 10:00 열 시, $3.50 달러, ㎍/㎥ 마이크로그램.
 *   - Capitals: letter by letter (LG 엘지, VR 브이알), unless five or more can be read as a word
 *     (UNESCO). Other Latin words: as Loanword Orthography would write their English sound, by
 *     rules over the letters and a list of exceptions (Google 구글, Trump 트럼프, Facebook
 * 페이스북). Accents and full-width forms make no difference.
 *   - Hanja: those that headlines use (北 북, 美 미); of others the reading is not known.
 *   - Kana by sound; % ° $ € £ ¥ ₩ & + by name; other signs and scripts are not known.
 *   - Quotes, closing brackets, full stops, commas, * _ and white space at the end are looked
 *     through, and so is a gloss in round brackets: 조명균(62) ends like 조명균.
 *
 * Source of the pairs: the Standard Korean Dictionary, headwords of the particles and of 이다.
 */
#ifndef KOTEXT_JOSA_H
#define KOTEXT_JOSA_H

#include "engine.h"
#include "text.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Gives `josa` the form that agrees with `word`. `josa` is one particle or a chain of them in
 * either form (은, 는, 으로는) or in a notation that leaves it open: 은/는, 은(는), (은)는, (이)나.
 * A particle that never changes, and a text that is none, come back as they are. When it is not
 * known how `word` ends the result is the open notation, 은(는) or (이)나. A lone 야 is that of
 * 아/야; write 이야/야 for the copula. `*out` stays valid until the next call on `ctx`.
 * KT_ERR_NOMEM, KT_ERR_ARG. One thread a context. Since: 0.9 */
KT_API kt_status kt_josa_choose(kt_ctx *ctx, kt_str word, kt_str josa, kt_str *out);

/* Copies `text` to `out` with the particle behind `replaced` put right. `replaced` is where a word
 * was put in for another, in bytes of `text`; closing quotes and a gloss in round brackets may
 * stand between it and its particle. A particle that is right stays (also 이다 behind a vowel), and
 * so does everything else: other words glued on (개성공단), and the particle of a word whose end is
 * not known. An open notation is resolved. The span law holds: all is copied but the particle, one
 * edit whose rule names the pair, with one step. The particle is written in NFC. KT_ERR_ARG when
 * `replaced` is no range of whole code points, KT_ERR_NOMEM, KT_ERR_TOO_LARGE. One thread a
 * context. Since: 0.9 */
KT_API kt_status kt_josa_repair(kt_ctx *ctx, kt_str text, kt_span replaced, kt_text *out);

/* Cuts one eojeol into a stem and its particles, in bytes of `eojeol`: 개성공단에서는 -> 개성공단,
 * 에서는. `*josa` begins where `*stem` ends and is empty when there is no particle, as behind a
 * verb or adjective; punctuation behind the particle is in neither. Of the stems that fit, the
 * likeliest by the word list wins (kt_analyze tells more, and sees the sentence). Without the word
 * list in the data it is a guess by rule, which does not tell verbs from nouns. KT_ERR_NOMEM,
 * KT_ERR_ARG, KT_ERR_TOO_LARGE. One thread a context. Since: 0.9 */
KT_API kt_status kt_josa_split(kt_ctx *ctx, kt_str eojeol, kt_span *stem, kt_span *josa);

#ifdef __cplusplus
}
#endif

#endif
