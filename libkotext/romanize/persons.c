/* persons.c - surname and given name (RR 3.4 and its counterparts), and which of the names found in
 * running text are such. */
#include <string.h>

#include "analyze/josa.h"
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "hanja/hanja.h"
#include "romanize/marker.h"

/* ---- surname and given name ----------------------------------------------------------------- */

static bool is_hangul_name(kt_str name) {
    for (size_t at = 0; at < name.len; at += KTI_SYL_BYTES)
        if (!kti_is_syllable(kti_utf8_at(name, at).cp)) return false;
    return name.len > 0;
}

/* Surnames of two syllables beside those of the data: rare ones of the census, Chinese ones. */
static size_t double_surname(kt_str name) {
    static const char *const doubles[] = {"제갈", "황목", "망절", "소봉", "장곡", "강전",
                                          "공손", "사마", "구양", "상관", "하후", "단목"};
    for (size_t i = 0; i < sizeof doubles / sizeof *doubles; i++)
        if (kti_str_starts(name, kti_str(doubles[i]))) return kti_str(doubles[i]).len;
    return 0;
}

/* A name has two syllables or more and begins with a surname. */
static size_t surname_bytes(const kti_marker *m, kt_str name) {
    size_t syllables = name.len / KTI_SYL_BYTES;
    if (!is_hangul_name(name) || syllables < 2 || syllables > 7) return 0;
    size_t bytes = syllables > 2 ? double_surname(name) : 0;
    if (bytes == 0) bytes = kti_lexicon_surname(m->lexicon, name);
    if (bytes == 0 && syllables > 2) return 0; /* 알렉산더 */
    return bytes == 0 || bytes == name.len ? KTI_SYL_BYTES : bytes;
}

static bool is_given_hyphen(const kti_marker *m) {
    return m->scheme->names.given_hyphen || m->options->given_hyphen == KT_HYPHEN_SYLLABLE;
}

static void mark_given(kti_marker *m, size_t at, bool first, bool hyphens) {
    const kti_name_style *style = &m->scheme->names;
    kti_marker_freeze(m, at);
    if (style->plain) m->marks[at] |= KTI_MARK_PLAIN;
    if (first || kti_marker_syllable(m, at) == NULL) return;
    if (style->given_words)
        m->marks[at] |= KTI_MARK_SPACE | KTI_MARK_CAPITAL;
    else if (hyphens)
        m->marks[at] |= KTI_MARK_HYPHEN;
}

/* 이 is Yi; 류 and 라 are Yu and Na by the schemes of the South. */
static void mark_surname(kti_marker *m, size_t at, kt_str surname) {
    kti_syl *s = kti_marker_syllable(m, at);
    const kti_name_style *style = &m->scheme->names;
    uint32_t rule;
    m->marks[at] |= KTI_MARK_CAPITAL;
    for (size_t i = 0; style->plain && i < surname.len; i++)
        m->marks[at + i] |= KTI_MARK_PLAIN;
    if (s == NULL) return;
    if (style->law) {
        kt_syllable now =
            kti_split(kti_initial_law(kti_join((kt_syllable){s->l, s->v, s->t}), &rule));
        s->l = s->l0 = now.choseong;
    }
    bool i = s->l == KTI_L_NONE && s->v == KTI_V_I && s->t == KTI_T_NONE;
    if (style->yi && i && surname.len == KTI_SYL_BYTES) m->marks[at] |= KTI_MARK_YI;
}

/* Native and foreign given names, which are longer, have no hyphens. */
enum { LONGEST_HYPHENED = 2 * KTI_SYL_BYTES };

static size_t first_space(kt_str name) {
    size_t space = kti_str_find(name, KTI_STR(" "), 0);
    return space != SIZE_MAX ? space : kti_str_find(name, KTI_STR("\u3000"), 0);
}

bool kti_is_foreign_person(const kti_marker *m, kt_str name) {
    size_t space = first_space(name);
    return space != SIZE_MAX && double_surname(name) != space &&
           kti_lexicon_surname(m->lexicon, name) != space;
}

void kti_mark_person(kti_marker *m, kt_span span) {
    kt_str text = m->phono->text, name = kti_str_span(text, span);
    size_t space = first_space(name);
    size_t surname = space != SIZE_MAX ? space : surname_bytes(m, name);
    mark_surname(m, span.start, kti_str_cut(name, 0, surname));
    size_t given = span.start + surname + kti_blank_at(name, surname);
    if (surname == 0 || given >= span.end) return;
    m->marks[given] |= KTI_MARK_CAPITAL | (space == SIZE_MAX ? KTI_MARK_SPACE : 0);
    kti_marker_part(m, given);
    bool hyphens = is_given_hyphen(m) && span.end - given <= LONGEST_HYPHENED;
    for (size_t at = given; at < span.end; at += kti_utf8_at(text, at).len)
        mark_given(m, at, at == given, hyphens);
}

/* ---- names found in running text ------------------------------------------------------------ */

static bool starts_with_any(kt_str text, const char *list) {
    kt_str all = kti_str(list);
    kt_str first = kti_str_cut(text, 0, text.len < KTI_SYL_BYTES ? text.len : KTI_SYL_BYTES);
    for (size_t at = 0; at < all.len; at += KTI_SYL_BYTES)
        if (kti_str_eq(first, kti_str_cut(all, at, at + KTI_SYL_BYTES))) return true;
    return false;
}

/* The surnames of nearly all people. A word of two syllables that begins with another is more
 * often one name by itself (퇴계, 영조, 예수). */
static bool has_common_surname(kt_str name) {
    return starts_with_any(name, "김이박최정강조윤장임한오서신권황안송홍유고문양손배백허남심노"
                                 "하곽성차주우구민류나진지엄채원천방공현함변염여추석선설");
}

/* 창조적, 이용자, 변천사: a noun and its suffix. */
static bool is_suffixed_noun(const kti_lexicon *lexicon, kt_str name) {
    if (name.len != 3 * KTI_SYL_BYTES) return false;
    kt_str suffix = kti_str_cut(name, 2 * KTI_SYL_BYTES, name.len);
    kt_str noun = kti_str_cut(name, 0, 2 * KTI_SYL_BYTES);
    return starts_with_any(suffix, "적사학자론성화층권력률법제도형용품점비세금관장") &&
           (kti_lexicon_word(lexicon, noun).classes & KTI_WORD_NOUN) != 0;
}

/* Particles, and the copula with what follows it, where text has them apart. */
bool kti_is_josa(kt_str word) {
    static const char *const josa[] = {
        "은",   "는",   "이",   "가",   "을",   "를",   "의",   "에",     "와",   "과",
        "로",   "도",   "만",   "이다", "인가", "이란", "에도", "에는",   "에게", "이나",
        "이며", "이고", "이야", "으로", "에서", "까지", "부터", "이라는", "라는", "이대로",
    };
    for (size_t i = 0; i < sizeof josa / sizeof *josa; i++)
        if (kti_str_eq(word, kti_str(josa[i]))) return true;
    return false;
}

static bool is_particle(kt_str name, kti_word word) {
    unsigned others = KTI_WORD_NOUN | KTI_WORD_PERSON | KTI_WORD_PROPER;
    if (kti_is_josa(name)) return true;
    return (word.classes & (KTI_WORD_JOSA | KTI_WORD_EOMI)) != 0 && (word.classes & others) == 0;
}

/* 한 여자, 전 국민: surnames that modify a noun as well. */
static bool is_determiner(kt_str word) {
    static const char *const words[] = {"한", "전", "온", "각", "총", "이", "그", "저", "여"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (kti_str_eq(word, kti_str(words[i]))) return true;
    return false;
}

/* Whether a particle stands apart behind the word, which makes a name of it: 유 태우 의. */
static bool is_before_josa(const kti_marker *m, kt_str word) {
    size_t end = (size_t)(word.ptr - m->phono->text.ptr) + word.len;
    kt_span next = kti_word_at(m->phono->text, end + kti_blank_at(m->phono->text, end));
    return next.start > end && kti_is_josa(kti_str_span(m->phono->text, next));
}

/* A surname and a given name of which the word list knows that they are one person, or at least
 * that the second is no other word. */
bool kti_is_spaced_name(const kti_marker *d, kt_str surname, kt_str given) {
    char bytes[8 * KTI_SYL_BYTES];
    size_t len = surname.len + given.len;
    if (given.len == 0 || given.len > 2 * KTI_SYL_BYTES || len > sizeof bytes) return false;
    if (kti_lexicon_surname(d->lexicon, surname) != surname.len) return false;
    for (size_t i = 0; i < len; i++)
        bytes[i] = i < surname.len ? surname.ptr[i] : given.ptr[i - surname.len];
    kti_word whole = kti_lexicon_word(d->lexicon, (kt_str){bytes, len});
    kti_word first = kti_lexicon_word(d->lexicon, surname);
    kti_word last = kti_lexicon_word(d->lexicon, given);
    unsigned other = KTI_WORD_PREDICATE | KTI_WORD_MODIFIER | KTI_WORD_BOUND | KTI_WORD_JOSA;
    bool person = (whole.classes & KTI_WORD_PERSON) != 0;
    bool begins = surname.ptr == d->phono->text.ptr; /* a particle does not */
    if (given.len == KTI_SYL_BYTES)
        return person && (last.classes & KTI_WORD_JOSA) == 0 && (begins || !kti_is_josa(surname));
    if ((last.classes & other) != 0 && kti_is_josa(surname) && !begins) return false;
    bool modified = (last.classes & KTI_WORD_NOUN) != 0 && is_determiner(surname);
    bool predicate = (last.classes & KTI_WORD_PREDICATE) != 0 && !is_before_josa(d, given);
    if (person) return !predicate && !modified;
    return last.classes == 0 && (first.classes & (KTI_WORD_JOSA | other | KTI_WORD_NOUN)) == 0;
}

/* 홍길동 기자가: whose name means something as well. */
static bool is_before_title(const kti_marker *m, kt_str name) {
    kt_str text = m->phono->text;
    size_t end = (size_t)(name.ptr - text.ptr) + name.len;
    kt_str next = kti_str_span(text, kti_word_at(text, end + kti_blank_at(text, end)));
    kti_entry row;
    if (kti_blank_at(text, end) == 0 || next.len > 8 * KTI_SYL_BYTES) return false;
    for (size_t len = next.len; len > 0; len -= KTI_SYL_BYTES) {
        kt_str title = kti_str_cut(next, 0, len);
        if (kti_josa_fits(title, kti_str_cut(next, len, next.len)) &&
            kti_lexicon_rows(m->lexicon, title, 1u << KTI_ENTRY_TITLE, &row, 1) > 0)
            return true;
    }
    return false;
}

/* The dictionary's row of the whole name: whether there is one, and whether it is Korean. */
static bool find_row(const kti_marker *m, kt_str name, kti_entry_kind kind, kti_entry *row,
                     bool *korean) {
    unsigned kinds = 1u << kind | 1u << KTI_ENTRY_USER;
    if (kti_lexicon_rows(m->lexicon, name, kinds, row, 1) == 0) return false;
    *korean = kti_is_korean_entry(row);
    return true;
}

static bool has_unit(kt_str name) {
    kt_str last = kti_str_cut(name, name.len - KTI_SYL_BYTES, name.len);
    return name.len >= 3 * KTI_SYL_BYTES && starts_with_any(last, "동리군구읍면");
}

/* A person who was found with a space in the name. */
static kti_found found_spaced(const kti_marker *m, kt_str name, size_t space) {
    kt_str first = kti_str_cut(name, 0, space), last = kti_str_cut(name, space + 1, name.len);
    kti_word second = kti_lexicon_word(m->lexicon, last);
    kt_str rest = last;
    if (kti_is_josa(kti_str_next_field(&rest, ' '))) return KTI_FOUND_WORDS; /* 처칠 과 김 */
    if (kti_is_spaced_name(m, first, last)) return KTI_FOUND_PERSON;
    bool surname = kti_lexicon_surname(m->lexicon, first) == first.len;
    if (!m->scheme->titles || !surname) return KTI_FOUND_PERSON;
    unsigned other = KTI_WORD_PREDICATE | KTI_WORD_MODIFIER | KTI_WORD_JOSA | KTI_WORD_PLACE;
    if ((second.classes & KTI_WORD_PLACE) != 0) return KTI_FOUND_WORDS;
    return (second.classes & other) == 0 ? KTI_FOUND_PERSON : KTI_FOUND_NOTHING;
}

kti_found kti_found_person(const kti_marker *m, kt_str name) {
    kti_word word = kti_lexicon_word(m->lexicon, name);
    kti_entry known_as;
    bool korean = true, row = find_row(m, name, KTI_ENTRY_PERSON, &known_as, &korean);
    bool alone = name.len == m->phono->text.len;
    bool known = row || (word.classes & KTI_WORD_PERSON) != 0;
    size_t space = kti_str_find(name, KTI_STR(" "), 0);
    bool behind = space != SIZE_MAX && name.ptr != m->phono->text.ptr; /* 로 제 is no Rosé */
    if (behind && kti_is_josa(kti_str_cut(name, 0, space))) return KTI_FOUND_NOTHING;
    if (row && !korean) return KTI_FOUND_WORDS;
    if (is_particle(name, word) || (!row && is_suffixed_noun(m->lexicon, name)))
        return KTI_FOUND_NOTHING;
    if (space != SIZE_MAX) return found_spaced(m, name, space);
    if (!is_hangul_name(name)) return KTI_FOUND_WORDS;
    if (!known && !has_common_surname(name) && has_unit(name)) return KTI_FOUND_PLACE;
    bool noun = (word.classes & KTI_WORD_NOUN) != 0 && !row;
    bool titled = noun && name.len == 3 * KTI_SYL_BYTES && has_common_surname(name) &&
                  is_before_title(m, name);
    if (noun && !titled) return KTI_FOUND_NOTHING;
    if (titled) return KTI_FOUND_PERSON;
    if (name.len > 2 * KTI_SYL_BYTES)
        return known || alone || !m->scheme->titles ? KTI_FOUND_PERSON : KTI_FOUND_NOTHING;
    bool whole = row ? kti_str_find(known_as.english, KTI_STR(" "), 0) != SIZE_MAX /* 지민 */
                     : !kti_lexicon_given_alone(m->lexicon, name);
    return has_common_surname(name) && known && whole ? KTI_FOUND_PERSON : KTI_FOUND_WORDS;
}

/* In a title a word that is a common noun too is taken as one (강화, 구성, 현대), but for the names
 * that everyone knows. */
kti_found kti_found_place(const kti_marker *m, kt_str name) {
    kti_word word = kti_lexicon_word(m->lexicon, name);
    kti_entry row_of;
    bool korean;
    size_t space = kti_str_find(name, KTI_STR(" "), 0);
    bool behind = space != SIZE_MAX && name.ptr != m->phono->text.ptr; /* 의 성, 로 제 */
    if (behind && kti_is_josa(kti_str_cut(name, 0, space))) return KTI_FOUND_NOTHING;
    if (is_particle(name, word)) return KTI_FOUND_NOTHING;
    bool common = (word.classes & (KTI_WORD_NOUN | KTI_WORD_PREDICATE)) != 0;
    bool row = find_row(m, name, KTI_ENTRY_PLACE, &row_of, &korean);
    return m->scheme->titles && common && !row ? KTI_FOUND_NOTHING : KTI_FOUND_PLACE;
}
