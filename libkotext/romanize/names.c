/* names.c - the parts of names that RR articles 3.3 to 3.6 treat: surname and given name, a place
 * and the suffix of its division, numbered divisions, capitals. */
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "romanize/romanize.h"

typedef struct marker {
    const kti_lexicon *lexicon;
    const kti_scheme *scheme;
    const kt_romanize_options *options;
    kti_phono *phono;
    uint8_t *marks;
    size_t next; /* first syllable not yet passed */
} marker;

/* The syllable that starts at byte `at`; NULL when none does. Calls come in order. */
static kti_syl *syllable_at(marker *m, size_t at) {
    while (m->next < m->phono->count && m->phono->syls[m->next].src < at)
        m->next++;
    kti_syl *s = m->next < m->phono->count ? &m->phono->syls[m->next] : NULL;
    return s != NULL && s->src == at ? s : NULL;
}

/* Where no sound passes, by the schemes that say so. */
static void freeze(marker *m, size_t at) {
    kti_syl *s = syllable_at(m, at);
    if (m->scheme->names.frozen && s != NULL && s->gap == KTI_GAP_NONE) s->gap = KTI_GAP_FROZEN;
}

/* Where a new word begins though nothing stands between, in all schemes. */
static void part(marker *m, size_t at) {
    kti_syl *s = syllable_at(m, at);
    if (s == NULL || s->gap != KTI_GAP_NONE) return;
    s->gap = m->scheme->names.frozen ? KTI_GAP_FROZEN : KTI_GAP_HARD;
}

/* ---- persons (3.4) -------------------------------------------------------------------------- */

static bool is_hangul_name(kt_str name) {
    for (size_t at = 0; at < name.len; at += KTI_SYL_BYTES)
        if (!kti_is_syllable(kti_utf8_at(name, at).cp)) return false;
    return name.len > 0;
}

/* A Korean name has two to four syllables and begins with a surname. */
static size_t surname_bytes(const marker *m, kt_str name) {
    size_t syllables = name.len / KTI_SYL_BYTES;
    if (!is_hangul_name(name) || syllables < 2 || syllables > 5) return 0;
    size_t bytes = kti_lexicon_surname(m->lexicon, name);
    if (bytes == 0 || bytes == name.len) bytes = KTI_SYL_BYTES;
    return bytes;
}

static bool is_given_hyphen(const marker *m) {
    return m->scheme->names.given_hyphen || m->options->given_hyphen == KT_HYPHEN_SYLLABLE;
}

static void mark_given(marker *m, kt_str text, size_t at, bool first) {
    const kti_name_style *style = &m->scheme->names;
    freeze(m, at);
    if (style->plain) m->marks[at] |= KTI_MARK_PLAIN;
    if (first || syllable_at(m, at) == NULL) return;
    if (style->given_words)
        m->marks[at] |= KTI_MARK_SPACE | KTI_MARK_CAPITAL;
    else if (is_given_hyphen(m) && text.ptr[at - 1] != ' ')
        m->marks[at] |= KTI_MARK_HYPHEN;
}

static void mark_person(marker *m, kt_str text, kt_span span) {
    kt_str name = kti_str_span(text, span);
    m->marks[span.start] |= KTI_MARK_CAPITAL;
    size_t space = kti_str_find(name, KTI_STR(" "), 0);
    size_t surname = space != SIZE_MAX ? space : surname_bytes(m, name);
    if (surname == 0) return;
    bool yi = m->scheme->names.yi && kti_str_eq(kti_str_cut(name, 0, surname), KTI_STR("이"));
    if (yi) m->marks[span.start] |= KTI_MARK_YI;
    size_t given = span.start + surname + (space != SIZE_MAX);
    if (given >= span.end) return;
    m->marks[given] |= KTI_MARK_CAPITAL | (space == SIZE_MAX ? KTI_MARK_SPACE : 0);
    part(m, given);
    for (size_t at = given; at < span.end; at += kti_utf8_at(text, at).len)
        mark_given(m, text, at, at == given);
    if (m->scheme->names.plain)
        for (size_t at = span.start; at < given; at++)
            m->marks[at] |= KTI_MARK_PLAIN;
}

void kti_mark_person(const kti_lexicon *lexicon, const kti_scheme *scheme,
                     const kt_romanize_options *options, kt_span name, kti_phono *phono,
                     uint8_t *marks, size_t *next) {
    marker m = {lexicon, scheme, options, phono, marks, *next};
    mark_person(&m, phono->text, name);
    *next = m.next;
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
    static const char *const ends[] = {"십리", "포구", "량리", "거리",
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
static bool is_known_place(const marker *m, kt_str name, kt_str suffix) {
    kt_str bare = kti_str_cut(name, 0, name.len - suffix.len);
    bool known = (kti_lexicon_word(m->lexicon, bare).classes & KTI_WORD_PLACE) != 0;
    return known && bare.len >= 3 * KTI_SYL_BYTES;
}

static bool has_suffix(const marker *m, kt_str name, const struct suffix *suffix) {
    if (!kti_str_ends(name, suffix->text)) return false;
    if (kti_str_eq(suffix->text, KTI_STR("도"))) return is_province(name);
    if (is_compass_district(name)) return kti_str_eq(suffix->text, KTI_STR("구"));
    if (name.len < (size_t)suffix->least * KTI_SYL_BYTES) return false;
    return !only_looks_divided(name) || is_known_place(m, name, suffix->text);
}

/* 북도 and 남도 are one unit by the schemes of the McCune-Reischauer family. */
static bool is_long_province(kt_str name) {
    return is_province(name) && name.len == 4 * KTI_SYL_BYTES;
}

/* Bytes of the suffix of a place name; 0 when it has none. */
static size_t suffix_bytes(const marker *m, kt_str name) {
    if (m->scheme->names.long_units && is_long_province(name)) return 2 * KTI_SYL_BYTES;
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
        if (has_suffix(m, name, &suffixes[i])) return suffixes[i].text.len;
    return 0;
}

static bool is_digit_at(kt_str text, size_t at) {
    return at < text.len && kti_is_ascii_digit(text.ptr[at]);
}

/* A number between the name and its suffix: 봉천1동, 을지로 4가. */
static void mark_number(marker *m, kt_str text, size_t start, kt_span word) {
    size_t end = start;
    while (is_digit_at(text, end))
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
        freeze(m, end);
    }
}

static void mark_place_word(marker *m, kt_str text, kt_span word) {
    kt_str name = kti_str_span(text, word);
    m->marks[word.start] |= KTI_MARK_CAPITAL;
    for (size_t at = word.start; at < word.end; at++) {
        if (!is_digit_at(text, at)) continue;
        mark_number(m, text, at, word);
        return;
    }
    size_t suffix = m->scheme->names.units ? suffix_bytes(m, name) : 0;
    if (suffix == 0 || suffix == name.len) return;
    m->marks[word.end - suffix] |= KTI_MARK_HYPHEN;
    freeze(m, word.end - suffix);
}

/* ---- tokens --------------------------------------------------------------------------------- */

typedef void mark_word(marker *m, kt_str text, kt_span word);

static void capital_only(marker *m, kt_str text, kt_span word) {
    (void)text;
    m->marks[word.start] |= KTI_MARK_CAPITAL;
}

static void each_word(marker *m, kt_str text, kt_span span, mark_word *mark) {
    uint32_t start = span.start;
    for (uint32_t at = span.start; at <= span.end; at++) {
        if (at < span.end && !kti_is_ascii_space(text.ptr[at])) continue;
        if (at > start) mark(m, text, (kt_span){start, at});
        start = at + 1;
    }
}

void kti_mark_names(const kti_lexicon *lexicon, const kti_scheme *scheme,
                    const kt_romanize_options *options, const kt_token *tokens, size_t token_count,
                    kti_phono *phono, uint8_t *marks) {
    marker m = {lexicon, scheme, options, phono, marks, 0};
    kt_str text = phono->text;
    for (size_t i = 0; i < token_count; i++) {
        kt_span stem = tokens[i].stem;
        switch (tokens[i].kind) {
        case KT_TOKEN_PERSON:
            mark_person(&m, text, stem);
            break;
        case KT_TOKEN_PLACE:
            each_word(&m, text, stem, mark_place_word);
            break;
        case KT_TOKEN_ORG:
            each_word(&m, text, stem, capital_only);
            break;
        default:
            break;
        }
    }
}
