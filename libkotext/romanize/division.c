/* division.c - running text as a cataloguer divides it: particles stand apart, the title begins
 * with a capital, and names inside it are found though they are written with a space (김 정일). */
#include "analyze/josa.h"
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "romanize/marker.h"

/* ---- particles ------------------------------------------------------------------------------ */

static void part_at(kti_marker *d, size_t at) {
    kti_syl *s = kti_marker_syllable(d, at);
    if (s == NULL || s->gap != KTI_GAP_NONE || d->marks[at] != 0) return;
    s->gap = KTI_GAP_HARD;
    d->marks[at] |= KTI_MARK_SPACE | KTI_MARK_DIVIDED;
}

/* A particle right behind letters, digits and marks of other scripts: KBS의, "사랑"은, 3과. */
static void part_behind(kti_marker *d, size_t at) {
    kt_str text = d->phono->text;
    kti_syl *s = kti_marker_syllable(d, at);
    bool counted = at > 0 && kti_is_ascii_digit(text.ptr[at - 1]);
    uint8_t hyphen = counted ? KTI_MARK_HYPHEN : 0; /* as before what is counted: 3-kwa */
    if (s == NULL || at == 0 || s->gap == KTI_GAP_NONE || d->marks[at] != hyphen) return;
    bool wide = at >= KTI_SYL_BYTES && kti_blank_at(text, at - KTI_SYL_BYTES) == KTI_SYL_BYTES;
    if (wide || kti_is_ascii_space(text.ptr[at - 1])) return;
    d->marks[at] = KTI_MARK_SPACE | KTI_MARK_DIVIDED;
}

static const char *const particles[] = {"은", "는", "이", "가", "을", "를",   "의",  "에",
                                        "와", "과", "로", "도", "만", "으로", "에서"};

static bool is_particle(kt_str word) {
    for (size_t i = 0; i < sizeof particles / sizeof *particles; i++)
        if (kti_str_eq(word, kti_str(particles[i]))) return true;
    return false;
}

/* Text in which particles stand apart already was divided by hand, and stays as it is. */
static bool is_divided(kt_str text) {
    bool first = true;
    while (text.ptr != NULL) {
        kt_str word = kti_str_next_field(&text, ' ');
        if (!first && is_particle(word) && !kti_str_eq(word, KTI_STR("이"))) return true;
        first = first && word.len == 0;
    }
    return false;
}

static void divide(kti_marker *d, const kt_token *tokens, size_t count) {
    kt_str text = d->phono->text;
    for (size_t i = 0; i < count; i++) {
        kt_str josa = kti_str_cut(text, tokens[i].stem.end, tokens[i].span.end);
        bool joined = i > 0 && tokens[i - 1].span.end == tokens[i].span.start;
        bool word = tokens[i].kind == KT_TOKEN_NOMINAL || tokens[i].kind == KT_TOKEN_ORG;
        if (joined && word) part_at(d, tokens[i].span.start);
        if (josa.len <= KTI_SYL_BYTES && !is_particle(josa)) continue;
        part_at(d, tokens[i].stem.end);
        part_behind(d, tokens[i].stem.end);
    }
}

/* ---- names that are written with a space ---------------------------------------------------- */

/* `at` is the start of a word; returns where the name's given part ends, or `at`. */
static size_t spaced_name(kti_marker *d, size_t at) {
    kt_str text = d->phono->text;
    kt_span surname = kti_word_at(text, at);
    size_t space = kti_blank_at(text, surname.end);
    if (space == 0 || surname.end - at > 2 * KTI_SYL_BYTES || surname.end == at) return at;
    kt_span given = kti_word_at(text, surname.end + space);
    if (!kti_is_spaced_name(d, kti_str_span(text, surname), kti_str_span(text, given))) return at;
    kti_mark_person(d, (kt_span){(uint32_t)at, given.end});
    for (size_t byte = at; byte < given.end; byte++)
        d->marks[byte] |= KTI_MARK_NAMED;
    kti_mark_address(d, given.end);
    return given.end;
}

/* ---- capitals ------------------------------------------------------------------------------- */

/* Whether the word is one of a list, with or without a particle. */
static bool is_among(kt_str word, const char *const *list, size_t count) {
    for (size_t i = 0; i < count; i++) {
        kt_str item = kti_str(list[i]);
        if (!kti_str_starts(word, item)) continue;
        kt_str rest = kti_str_cut(word, item.len, word.len);
        if (rest.len == 0 || is_particle(rest)) return true;
    }
    return false;
}

/* Two countries in one word (한미, 한중): Han-Mi. */
static bool is_country_pair(kt_str word) {
    static const char *const pairs[] = {"한미", "한일", "한중", "한러", "한소", "한영", "한독",
                                        "한불", "한몽", "북미", "북중", "북일", "북러", "미일",
                                        "미중", "중일", "러일", "청일", "조미", "조일", "조중",
                                        "조청", "조러", "미러", "중러"};
    return is_among(word, pairs, sizeof pairs / sizeof *pairs);
}

/* Religions, their gods, languages and states of the past are proper names too. */
static bool is_proper(kt_str word) {
    static const char *const words[] = {
        "특별시", "광역시", "특별자치시", "특별자치도", "국어",   "한국어",   "영어",   "중국어",
        "일본어", "독일어", "프랑스어",   "러시아어",   "조선족", "불교",     "기독교", "천주교",
        "유교",   "도교",   "이슬람",     "이슬람교",   "힌두교", "개신교",   "천도교", "원불교",
        "대종교", "가톨릭", "유대교",     "조선",       "고려",   "신라",     "백제",   "고구려",
        "발해",   "예수",   "그리스도",   "하느님",     "하나님", "석가모니", "알라"};
    return is_among(word, words, sizeof words / sizeof *words);
}

/* Bytes before the kind of a body that is named after a place, with or without a particle: 서울 of
 * 서울대학교에서. */
static size_t place_of_body(const kti_marker *d, kt_str word) {
    static const char *const kinds[] = {"대학교", "도서관", "박물관", "미술관", "고등학교"};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        size_t at = kti_str_find(word, kti_str(kinds[i]), 0);
        if (at == SIZE_MAX || at < 2 * KTI_SYL_BYTES) continue;
        kt_str rest = kti_str_cut(word, at + kti_str(kinds[i]).len, word.len);
        kt_str name = kti_str_cut(word, 0, at);
        bool place = (kti_lexicon_word(d->lexicon, name).classes & KTI_WORD_PLACE) != 0;
        if (place && kti_josa_fits(kti_str(kinds[i]), rest)) return at;
    }
    return SIZE_MAX;
}

/* 대한민국 is two words, 최씨 and 서울대학교 too. */
static void mark_parts(kti_marker *d, kt_span span, kt_str word) {
    size_t part = SIZE_MAX;
    kt_str rest = kti_str_cut(d->phono->text, span.end, d->phono->text.len);
    if (kti_str_eq(word, KTI_STR("대한")) && kti_str_starts(rest, KTI_STR(" 민국"))) {
        d->marks[span.start] |= KTI_MARK_CAPITAL;
        d->marks[span.end + 1] |= KTI_MARK_CAPITAL;
    }
    if (kti_str_starts(word, KTI_STR("대한민국"))) part = span.start + 2 * KTI_SYL_BYTES;
    bool surname = word.len > KTI_SYL_BYTES && kti_str_ends(word, KTI_STR("씨")) &&
                   kti_lexicon_surname(d->lexicon, word) == word.len - KTI_SYL_BYTES;
    if (surname) part = span.end - KTI_SYL_BYTES;
    size_t body = place_of_body(d, word);
    if (body != SIZE_MAX) part = span.start + body;
    if (part == SIZE_MAX) return;
    d->marks[span.start] |= KTI_MARK_CAPITAL;
    part_at(d, part);
    d->marks[part] |= KTI_MARK_CAPITAL;
}

/* 고성 in 고성군; but an ending is no unit (고프면), nor the end of a noun (명장면). */
static bool is_place_in_unit(kti_marker *d, kt_span span, kt_str word, kt_str bare) {
    kti_syl *unit = kti_marker_syllable(d, span.end - KTI_SYL_BYTES);
    if (unit == NULL || (unit->at & KTI_AT_ENDING) != 0) return false;
    if ((kti_lexicon_word(d->lexicon, word).classes & KTI_WORD_PLACE) != 0) return true;
    kt_str end = kti_str_cut(word, word.len - 2 * KTI_SYL_BYTES, word.len);
    bool noun = (kti_lexicon_word(d->lexicon, end).classes & KTI_WORD_NOUN) != 0;
    return !noun && (kti_lexicon_word(d->lexicon, bare).classes & KTI_WORD_PLACE) != 0;
}

static void mark_unit(kti_marker *d, kt_span span, kt_str word) {
    static const char *const units[] = {"시", "군", "구", "읍", "면", "동", "리"};
    if (word.len < 3 * KTI_SYL_BYTES) return;
    kt_str bare = kti_str_cut(word, 0, word.len - KTI_SYL_BYTES);
    kt_str unit = kti_str_cut(word, bare.len, word.len);
    bool place = !kti_is_army(d->lexicon, word) && is_place_in_unit(d, span, word, bare);
    for (size_t i = 0; place && i < sizeof units / sizeof *units; i++) {
        if (!kti_str_eq(unit, kti_str(units[i]))) continue;
        d->marks[span.start] |= KTI_MARK_CAPITAL;
        d->marks[span.end - KTI_SYL_BYTES] |= KTI_MARK_HYPHEN;
    }
}

/* Kings by their temple names, and what they are called behind them: Sukchong Taewang. */
static bool is_king(kt_str word) {
    static const char *const kings[] = {"태조", "정종", "태종", "세종", "문종",   "단종",  "세조",
                                        "예종", "성종", "중종", "인종", "명종",   "선조",  "인조",
                                        "효종", "현종", "숙종", "경종", "영조",   "정조",  "순조",
                                        "헌종", "철종", "고종", "순종", "연산군", "광해군"};
    for (size_t i = 0; i < sizeof kings / sizeof *kings; i++)
        if (kti_str_eq(word, kti_str(kings[i]))) return true;
    return false;
}

static void mark_king(kti_marker *d, kt_span span) {
    static const char *const titles[] = {"대왕", "황제", "임금"};
    kt_str text = d->phono->text;
    kt_span next = kti_word_at(text, span.end < text.len ? span.end + 1 : span.end);
    d->marks[span.start] |= KTI_MARK_CAPITAL;
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        if (kti_str_eq(kti_str_span(text, next), kti_str(titles[i])))
            d->marks[next.start] |= KTI_MARK_CAPITAL;
}

static void mark_country_pair(kti_marker *d, kt_span span) {
    size_t second = span.start + KTI_SYL_BYTES;
    kti_syl *s = kti_marker_syllable(d, second);
    d->marks[span.start] |= KTI_MARK_CAPITAL;
    d->marks[second] |= KTI_MARK_CAPITAL | KTI_MARK_HYPHEN;
    if (s != NULL) s->gap = KTI_GAP_HARD;
}

/* Syllables are only met in order: what marks the second goes before what looks at the last. */
static void mark_word(kti_marker *d, kt_span span) {
    kt_str word = kti_str_span(d->phono->text, span);
    if (is_country_pair(word)) mark_country_pair(d, span);
    if (is_king(word)) mark_king(d, span);
    mark_parts(d, span, word);
    mark_unit(d, span, word);
    if (is_proper(word)) d->marks[span.start] |= KTI_MARK_CAPITAL;
}

static void mark_title(kti_marker *d) {
    kt_str text = d->phono->text;
    bool first = true;
    for (size_t at = 0; at < text.len;) {
        kti_cp unit = kti_utf8_at(text, at);
        if (!kti_is_syllable(unit.cp)) {
            first = first && !kti_is_ascii_alpha(text.ptr[at]) && !kti_is_ascii_digit(text.ptr[at]);
            at += unit.len;
            continue;
        }
        if (first) d->marks[at] |= KTI_MARK_CAPITAL;
        first = false;
        kt_span word = kti_word_at(text, at);
        size_t end = spaced_name(d, at);
        if (end == at) mark_word(d, word);
        at = end > word.end ? end : word.end;
    }
}

void kti_mark_words(const kti_lexicon *lexicon, const kti_scheme *scheme,
                    const kt_romanize_options *options, const kt_token *tokens, size_t token_count,
                    kti_phono *phono, uint8_t *marks) {
    kti_marker d = {lexicon, scheme, options, phono, marks, 0};
    if (options->kind != KT_KIND_AUTO && options->kind != KT_KIND_WORD) return;
    if (scheme->titles && options->kind == KT_KIND_AUTO) mark_title(&d);
    d.next = 0;
    if (!is_divided(phono->text)) divide(&d, tokens, token_count);
}
