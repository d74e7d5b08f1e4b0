/* names.c - the parts of names that RR articles 3.3 to 3.6 treat: surname and given name, a place
 * and the suffix of its division, numbered divisions, capitals. */
#include <stdio.h>

#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "romanize/marker.h"

kti_syl *kti_marker_syllable(kti_marker *m, size_t at) {
    while (m->next < m->phono->count && m->phono->syls[m->next].src < at)
        m->next++;
    kti_syl *s = m->next < m->phono->count ? &m->phono->syls[m->next] : NULL;
    return s != NULL && s->src == at ? s : NULL;
}

void kti_marker_freeze(kti_marker *m, size_t at) {
    kti_syl *s = kti_marker_syllable(m, at);
    if (m->scheme->names.frozen && s != NULL && s->gap == KTI_GAP_NONE) s->gap = KTI_GAP_FROZEN;
}

void kti_marker_part(kti_marker *m, size_t at) {
    kti_syl *s = kti_marker_syllable(m, at);
    if (s == NULL || s->gap != KTI_GAP_NONE) return;
    s->gap = m->scheme->names.frozen ? KTI_GAP_FROZEN : KTI_GAP_HARD;
    if (!m->scheme->names.frozen) kti_phono_part(m->phono, m->next);
}

/* ---- places (3.5, 3.6) ---------------------------------------------------------------------- */

/* A suffix of a division, and how long a name must be (in syllables, suffix included) to be taken
 * as one that has it. Shorter ones are whole names: 청구, 원시. */
static const struct suffix {
    kt_str text;
    uint8_t least;
} suffixes[] = {
    {KTI_STR_INIT("특별자치도"), 6}, {KTI_STR_INIT("특별자치시"), 6}, {KTI_STR_INIT("특별시"), 4},
    {KTI_STR_INIT("광역시"), 4},     {KTI_STR_INIT("번길"), 3},       {KTI_STR_INIT("대로"), 4},
    {KTI_STR_INIT("읍"), 2},         {KTI_STR_INIT("면"), 2},         {KTI_STR_INIT("동"), 2},
    {KTI_STR_INIT("시"), 3},         {KTI_STR_INIT("군"), 3},         {KTI_STR_INIT("구"), 3},
    {KTI_STR_INIT("리"), 3},         {KTI_STR_INIT("도"), 3},
};

/* Names that end like a division and are none. */
static bool only_looks_divided(kt_str name) {
    static const char *const ends[] = {"십리", "포구", "다리", "량리", "거리",
                                       "입구", "출구", "항구", "축구"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (kti_str_ends(name, kti_str(ends[i]))) return true;
    return false;
}

/* Provinces; other names in 도 are islands, whose 도 is part of the name (3.6). */
static bool is_province(kt_str name) {
    static const char *const provinces[] = {
        "경기도",   "강원도",   "충청도",   "충청북도", "충청남도", "전라도",
        "전라북도", "전라남도", "경상도",   "경상북도", "경상남도", "제주도",
        "황해도",   "황해북도", "황해남도", "함경도",   "함경북도", "함경남도",
        "평안도",   "평안북도", "평안남도", "자강도",   "량강도",   "양강도"};
    for (size_t i = 0; i < sizeof provinces / sizeof *provinces; i++)
        if (kti_str_eq(name, kti_str(provinces[i]))) return true;
    return false;
}

/* The self-governing districts whose names are one syllable and 구. */
static bool is_compass_district(kt_str name) {
    static const char *const districts[] = {"중구", "동구", "서구", "남구", "북구"};
    for (size_t i = 0; i < sizeof districts / sizeof *districts; i++)
        if (kti_str_eq(name, kti_str(districts[i]))) return true;
    return false;
}

/* 영등포 is a place by itself, so that 영등포구 is its district and no harbour (포구). */
static bool is_known_place(const kti_marker *m, kt_str name, kt_str suffix) {
    kt_str bare = kti_str_cut(name, 0, name.len - suffix.len);
    bool known = (kti_lexicon_word(m->lexicon, bare).classes & KTI_WORD_PLACE) != 0;
    return known && bare.len >= 3 * KTI_SYL_BYTES;
}

/* Whether the dictionary has it as a place of that kind: 마포구 is a district (gu). */
static bool is_listed_as(const kti_lexicon *lexicon, kt_str name, const char *kind) {
    enum { ROWS = 4 };
    kti_entry rows[ROWS];
    size_t count = kti_lexicon_rows(lexicon, name, 1u << KTI_ENTRY_PLACE, rows, ROWS);
    for (size_t i = 0; i < count; i++)
        if (kti_str_eq(rows[i].detail, kti_str(kind))) return true;
    return false;
}

/* 안동, 하동, 강동: what a city, county or district is called, or a region, is no 동 of its own. */
static bool is_whole_place(const kti_marker *m, kt_str name) {
    static const char *const units[] = {"", "시", "군", "구"};
    enum { LONGEST = 2 * KTI_SYL_BYTES };
    char full[LONGEST + KTI_SYL_BYTES + 1];
    kti_entry row;
    if (name.len > LONGEST) return false;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        int len = snprintf(full, sizeof full, "%.*s%s", (int)name.len, name.ptr, units[i]);
        kt_str key = {full, (size_t)len};
        if (kti_lexicon_rows(m->lexicon, key, 1u << KTI_ENTRY_PLACE, &row, 1) == 0) continue;
        bool korean = kti_str_starts(row.region, KTI_STR("k")); /* 중동 is the Middle East, too */
        bool part = kti_str_eq(row.detail, KTI_STR("dong")) ||
                    kti_str_eq(row.detail, KTI_STR("neighbourhood"));
        return korean && !part;
    }
    return false;
}

/* 일본군 is an army, and no county. */
bool kti_is_army(const kti_lexicon *lexicon, kt_str name) {
    if (name.len <= KTI_SYL_BYTES || !kti_str_ends(name, KTI_STR("군"))) return false;
    return is_listed_as(lexicon, kti_str_cut(name, 0, name.len - KTI_SYL_BYTES), "country");
}

static bool has_suffix(const kti_marker *m, kt_str name, const struct suffix *suffix) {
    if (!kti_str_ends(name, suffix->text) || kti_is_army(m->lexicon, name)) return false;
    if (kti_str_eq(suffix->text, KTI_STR("도"))) return is_province(name);
    if (is_compass_district(name)) return kti_str_eq(suffix->text, KTI_STR("구"));
    if (name.len < (size_t)suffix->least * KTI_SYL_BYTES) return false;
    if (suffix->least == 2 && is_whole_place(m, name)) return false;
    return !only_looks_divided(name) || is_known_place(m, name, suffix->text) ||
           is_listed_as(m->lexicon, name, "gu");
}

/* 북도 and 남도 are one unit by the schemes of the McCune-Reischauer family. */
static bool is_long_province(kt_str name) {
    return is_province(name) && name.len == 4 * KTI_SYL_BYTES;
}

/* Bytes of the suffix of a place name; 0 when it has none. */
static size_t suffix_bytes(const kti_marker *m, kt_str name) {
    if (m->scheme->names.long_units && is_long_province(name)) return 2 * KTI_SYL_BYTES;
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
        if (has_suffix(m, name, &suffixes[i])) return suffixes[i].text.len;
    return 0;
}

/* A number between the name and its suffix: 봉천1동, 을지로 4가. */
static void mark_number(kti_marker *m, kt_str text, size_t start, kt_span word) {
    size_t end = start;
    while (kti_is_digit_at(text, end))
        end++;
    bool last = end + KTI_SYL_BYTES == word.end;
    bool alone = start == word.start;
    bool after_name = start > 0 && text.ptr[start - 1] == ' '; /* 봉천 1동 */
    if (!last || (alone && !after_name) || end - start > 4) return;
    static const char *const units[] = {"동", "가", "리", "길"};
    kt_str unit = kti_str_cut(text, end, word.end);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (!kti_str_eq(unit, kti_str(units[i]))) continue;
        if (m->scheme->names.number_read && m->options->numbered == KT_NUMBERED_READ)
            m->marks[start] |= alone ? KTI_MARK_READ : KTI_MARK_SPACE | KTI_MARK_READ;
        m->marks[end] |= KTI_MARK_HYPHEN;
        kti_marker_freeze(m, end);
    }
}

static void mark_place_word(kti_marker *m, kt_str text, kt_span word) {
    kt_str name = kti_str_span(text, word);
    m->marks[word.start] |= KTI_MARK_CAPITAL;
    if (kti_mark_road(m, word)) return;
    for (size_t at = word.start; at < word.end; at++) {
        if (!kti_is_digit_at(text, at)) continue;
        mark_number(m, text, at, word);
        return;
    }
    size_t suffix = m->scheme->names.units ? suffix_bytes(m, name) : 0;
    if (suffix == 0 || suffix == name.len) return;
    m->marks[word.end - suffix] |= KTI_MARK_HYPHEN;
    kti_marker_freeze(m, word.end - suffix);
}

/* ---- tokens --------------------------------------------------------------------------------- */

typedef void mark_word(kti_marker *m, kt_str text, kt_span word);

static void capital_only(kti_marker *m, kt_str text, kt_span word) {
    bool behind = word.start > 0; /* 처칠 과: no word of a name */
    if (m->scheme->titles && behind && kti_is_josa(kti_str_span(text, word))) return;
    m->marks[word.start] |= KTI_MARK_CAPITAL;
}

static void each_word(kti_marker *m, kt_str text, kt_span span, mark_word *mark) {
    uint32_t start = span.start;
    for (uint32_t at = span.start; at <= span.end; at++) {
        if (at < span.end && !kti_is_ascii_space(text.ptr[at])) continue;
        if (at > start) mark(m, text, (kt_span){start, at});
        start = at + 1;
    }
}

static void mark_token(kti_marker *m, const kt_token *token) {
    kt_str text = m->phono->text;
    kt_span stem = token->stem;
    kt_str name = kti_str_span(text, stem);
    bool found = m->options->kind == KT_KIND_AUTO && m->options->tokens == NULL;
    kti_found what = KTI_FOUND_NOTHING;
    bool foreign = token->kind == KT_TOKEN_FOREIGN;
    if (token->kind == KT_TOKEN_PERSON || foreign)
        what = found ? kti_found_person(m, name) : KTI_FOUND_PERSON;
    else if (token->kind == KT_TOKEN_PLACE)
        what = found ? kti_found_place(m, name) : KTI_FOUND_PLACE;
    else if (token->kind == KT_TOKEN_ORG)
        what = found && kti_found_place(m, name) == KTI_FOUND_NOTHING ? KTI_FOUND_NOTHING
                                                                      : KTI_FOUND_WORDS;
    foreign = foreign || kti_is_foreign_person(m, name);
    if (foreign && what == KTI_FOUND_PERSON) what = KTI_FOUND_WORDS; /* it has no surname */
    if (m->marks[stem.start] & KTI_MARK_NAMED) return;
    if (what == KTI_FOUND_PERSON) kti_mark_person(m, stem);
    if (m->scheme->titles && token->kind == KT_TOKEN_PERSON && what != KTI_FOUND_NOTHING)
        kti_mark_address(m, stem.end);
    if (what == KTI_FOUND_PLACE) each_word(m, text, stem, mark_place_word);
    if (what == KTI_FOUND_WORDS) each_word(m, text, stem, capital_only);
}

void kti_mark_names(const kti_lexicon *lexicon, const kti_scheme *scheme,
                    const kt_romanize_options *options, const kt_token *tokens, size_t token_count,
                    kti_phono *phono, uint8_t *marks) {
    kti_marker m = {lexicon, scheme, options, phono, marks, 0};
    for (size_t i = 0; i < token_count; i++)
        mark_token(&m, &tokens[i]);
}
