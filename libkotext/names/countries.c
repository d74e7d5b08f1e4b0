#include "names/countries.h"

#include "analyze/josa.h"
#include "core/str.h"
#include "core/utf8.h"
#include "names/clues.h"
#include "unicode/props.h"

enum { SYLLABLE = 3 };

bool kti_is_country(const kti_lexicon *lexicon, kt_str name) {
    enum { ROWS = 4 };
    kti_entry rows[ROWS];
    size_t count = kti_lexicon_rows(lexicon, name, 1u << KTI_ENTRY_PLACE, rows, ROWS);
    for (size_t i = 0; i < count; i++)
        if (kti_str_eq(rows[i].detail, KTI_STR("country"))) return true;
    return false;
}

kt_str kti_country_of(kt_str syllable) {
    static const char *const countries[][2] = {
        {"한", "한국"}, {"북", "북한"}, {"남", "한국"},   {"미", "미국"},
        {"일", "일본"}, {"중", "중국"}, {"러", "러시아"}, {"영", "영국"},
        {"호", "호주"}, {"독", "독일"}, {"불", "프랑스"}, {"인", "인도"},
    };
    for (size_t i = 0; i < sizeof countries / sizeof *countries; i++)
        if (kti_str_eq(syllable, kti_str(countries[i][0]))) return kti_str(countries[i][1]);
    return (kt_str){NULL, 0};
}

static void put(kti_weigher *w, size_t at) {
    static const double sure = 0.97;
    kt_span span = {(uint32_t)at, (uint32_t)at + SYLLABLE};
    kti_put(w, span, (kt_span){0, 0}, KT_NAME_ORG, sure);
}

/* 한미, 남북: each for itself. */
static void see_joined(kti_weigher *w, const kt_eojeol *e) {
    kt_str word = kti_letters_from(w->text, e->span.start);
    size_t length = kti_clue_begins(w->clues, word, KTI_COUNTRIES, NULL);
    if (length == 0) return;
    bool fits = kti_josa_fits(kti_str_cut(word, 0, length), kti_str_cut(word, length, word.len));
    if (!fits && !kti_is_boundary(w, e->span.start + (uint32_t)length)) return;
    for (size_t at = 0; at < length; at += SYLLABLE)
        put(w, e->span.start + at);
}

/* ---- with dots between: 한·미·일 --------------------------------------------------------------
 */

static bool is_country_at(kt_str text, size_t at) {
    return at + SYLLABLE <= text.len &&
           kti_country_of(kti_str_cut(text, at, at + SYLLABLE)).len > 0;
}

/* Bytes of the middle dot at `at`; 0: none stands there. */
static size_t dot_at(kt_str text, size_t at) {
    if (at >= text.len) return 0;
    kti_cp unit = kti_utf8_at(text, at);
    return kti_cp_is_middle_dot(unit.cp) ? unit.len : 0;
}

/* What countries do together, glued behind them: 한·미연합훈련. */
static bool is_joint(kt_str rest) {
    static const char *const words[] = {"정상", "양국", "연합", "동맹", "관계", "회담", "외교",
                                        "국방", "합동", "공동", "간",   "군",   "3국",  "무역"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (kti_str_starts(rest, kti_str(words[i]))) return true;
    return false;
}

/* Where the last of countries from `start` ends that have dots between; `start` when there are not
 * two. */
static size_t dotted_end(kt_str text, size_t start) {
    size_t end = start + SYLLABLE, count = 1;
    if (!is_country_at(text, start)) return start;
    for (size_t dot = dot_at(text, end); dot > 0 && is_country_at(text, end + dot); count++) {
        end += dot + SYLLABLE;
        dot = dot_at(text, end);
    }
    return count < 2 || dot_at(text, end) > 0 ? start : end;
}

static void see_dotted(kti_weigher *w, size_t start) {
    if (dot_at(w->text, start + SYLLABLE) == 0) return;
    if (start > 0 && kti_cp_is_middle_dot(kti_utf8_before(w->text, start).cp)) return;
    size_t end = dotted_end(w->text, start);
    if (end == start) return;
    kt_str last = kti_str_cut(w->text, end - SYLLABLE, end), rest = kti_letters_from(w->text, end);
    if (!kti_josa_fits(last, rest) && !is_joint(rest)) return;
    for (size_t at = start; at < end; at += SYLLABLE + dot_at(w->text, at + SYLLABLE))
        put(w, at);
}

void kti_see_countries(kti_weigher *w, const kt_eojeol *e) {
    see_joined(w, e);
    see_dotted(w, e->span.start);
}
