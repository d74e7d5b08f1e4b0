#include "align/types.h"

#include "align/assign.h"
#include "core/str.h"
#include "names/clues.h"

enum { SYLLABLE = 3 };

static const kti_pair *pair_of(const kti_chosen *c, size_t index) {
    uint32_t pair = c->chosen[index];
    return pair == KTI_UNPAIRED || pair == KTI_NOT_A_NAME ? NULL : &c->pairs->items[pair];
}

static kt_str text_of(const kti_chosen *c, kt_span span) {
    return kti_str_span(c->ko->text, span);
}

/* ---- dictionaries --------------------------------------------------------------------------- */

static kt_name_type type_of_kind(kti_entry_kind kind) {
    switch (kind) {
    case KTI_ENTRY_PERSON:
        return KT_NAME_PERSON;
    case KTI_ENTRY_PLACE:
        return KT_NAME_PLACE;
    case KTI_ENTRY_ORG:
        return KT_NAME_ORG;
    default:
        return KT_NAME_OTHER;
    }
}

static bool has_entry(const kti_ko_name *name, uint32_t entry) {
    for (size_t i = 0; i < name->entry_count; i++)
        if (name->entries[i] == entry) return true;
    return false;
}

/* What the dictionary that gives the English has it for: 한강 is a person, and the Han River. */
static kt_name_type type_of_match(const kti_chosen *c, const kti_ko_name *name, kt_span span) {
    const kti_english *en = c->en;
    size_t word = kti_english_word_at(en, span.start);
    if (word >= en->word_count) return KT_NAME_OTHER;
    for (size_t i = en->first_hit[word]; i < en->first_hit[word + 1]; i++)
        if (en->hits[i].span.end == span.end && has_entry(name, en->hits[i].entry))
            return type_of_kind(kti_lexicon_kind(c->matcher->lexicon, en->hits[i].entry));
    return KT_NAME_OTHER;
}

static kt_name_type type_of_entries(const kti_chosen *c, const kti_ko_name *name,
                                    const kti_pair *pair) {
    kt_name_type type = KT_NAME_OTHER;
    if (pair != NULL && name->entry_count > 1) type = type_of_match(c, name, pair->en);
    if (type == KT_NAME_OTHER) type = name->type;
    if (type == KT_NAME_OTHER && name->entry_count > 0)
        type = type_of_kind(kti_lexicon_kind(c->matcher->lexicon, name->entries[0]));
    return type;
}

/* ---- what the name is made of --------------------------------------------------------------- */

/* Another reading of the same stretch knows more: 데이비드 김, of 데이비드 and 김. */
static kt_name_type type_of_reading(const kti_chosen *c, size_t index) {
    const kti_ko_name *names = c->ko->names, *name = &names[index];
    for (size_t i = index; i-- > 0 && names[i].span.start >= name->span.start;)
        if (names[i].span.start == name->span.start && names[i].span.end == name->span.end &&
            names[i].type != KT_NAME_OTHER)
            return names[i].type;
    return KT_NAME_OTHER;
}

static bool ends_body(kt_str text) {
    return kti_clue_ends(NULL, text, KTI_BODY | KTI_BODY_OF_NAME | KTI_UNIT, NULL) > 0 ||
           kti_ends_in_body(text);
}

/* Equal but for capitals and a plural. */
static bool is_word(kt_str english, kt_str listed) {
    bool plural = english.len == listed.len + 1 && english.ptr[listed.len] == 's';
    return kti_str_eq_nocase(kti_str_cut(english, 0, english.len - plural), listed);
}

/* 헌터 of 헌터스. */
static kt_str singular(const kti_chosen *c, kt_str hangul) {
    bool plural = kti_str_ends(hangul, KTI_STR("스")) || kti_str_ends(hangul, KTI_STR("즈"));
    bool listed = kti_listed_kinds(&c->loanwords, hangul) != 0;
    return plural && !listed ? kti_str_cut(hangul, 0, hangul.len - SYLLABLE) : hangul;
}

/* Whether the English has a word that the Hangul is a loanword of. */
static bool is_loanword(const kti_chosen *c, kt_str hangul, kt_str english) {
    enum { WORDS = 4 };
    kt_str words[WORDS];
    hangul = singular(c, hangul);
    if (kti_listed_kinds(&c->loanwords, hangul) != KTI_LISTED_WORD) return false;
    size_t count = kti_listed_english(&c->loanwords, hangul, words, WORDS);
    while (english.len > 0) {
        kt_str word = kti_str_next_field(&english, ' ');
        for (size_t i = 0; i < count; i++)
            if (is_word(word, words[i])) return true;
    }
    return false;
}

/* Whether a word of a pair is no name: 빅히트 뮤직, BigHit Music. */
static bool has_loanword(const kti_chosen *c, const kti_pair *pair) {
    kt_str name = text_of(c, c->ko->names[pair->name].span);
    kt_str english = kti_str_span(c->en->text, pair->en);
    while (name.len > 0)
        if (is_loanword(c, kti_str_next_field(&name, ' '), english)) return true;
    return false;
}

static bool has_space(kt_str text) {
    return kti_str_find(text, KTI_STR(" "), 0) < text.len;
}

/* Of several words that are spelt, and of no body: 벤 토마스. */
static bool is_person(const kti_chosen *c, const kti_pair *pair) {
    kt_str name = text_of(c, c->ko->names[pair->name].span);
    return has_space(name) && !ends_body(name) && !has_loanword(c, pair);
}

/* Weverse, for 위버스 as if it were a surname and a given name: these would be two words. */
static bool is_one_word(const kti_chosen *c, const kti_pair *pair) {
    kt_span ko = c->ko->names[pair->name].span;
    size_t first = kti_english_word_at(c->en, pair->en.start);
    bool one = first < c->en->word_count && c->en->words[first].span.end >= pair->en.end;
    return one && ko.end - ko.start >= 3 * SYLLABLE;
}

/* ---- titles --------------------------------------------------------------------------------- */

static bool is_person_at(const kti_chosen *c, size_t index) {
    return c->ko->names[index].type == KT_NAME_PERSON || is_person(c, pair_of(c, index));
}

/* The name chosen before or behind one; SIZE_MAX for none. */
static size_t chosen_before(const kti_chosen *c, size_t index) {
    while (index-- > 0)
        if (pair_of(c, index) != NULL) return index;
    return SIZE_MAX;
}

static size_t chosen_behind(const kti_chosen *c, size_t index) {
    while (++index < c->ko->name_count)
        if (pair_of(c, index) != NULL) return index;
    return SIZE_MAX;
}

/* Whether the title behind a name is that of another person beside it: 웨이벌리 시장 윌 네메쉬,
 * 민희진 전 어도어 대표. */
static bool has_anothers_title(const kti_chosen *c, size_t index) {
    const kti_ko_name *names = c->ko->names, *name = &names[index];
    if (name->title.end == 0 || name->surname_only) return false;
    size_t before = chosen_before(c, index), behind = chosen_behind(c, index);
    if (behind != SIZE_MAX && names[behind].span.start == name->title.end + 1 &&
        c->ko->text.ptr[name->title.end] == ' ' && is_person_at(c, behind))
        return true;
    if (before == SIZE_MAX || names[before].span.end > name->span.start) return false;
    kt_str between = kti_str_cut(c->ko->text, names[before].span.end, name->span.start);
    bool beside = kti_str_eq(between, KTI_STR(" ")) || kti_str_eq(between, KTI_STR(" 전 "));
    return beside && is_person_at(c, before);
}

/* Whose office is one of a place: 시장, not 대표. */
static bool is_office_of_place(kt_str title) {
    static const kt_str offices[] = {
        KTI_STR_INIT("시장"), KTI_STR_INIT("군수"),   KTI_STR_INIT("구청장"), KTI_STR_INIT("지사"),
        KTI_STR_INIT("총리"), KTI_STR_INIT("대통령"), KTI_STR_INIT("의원"),   KTI_STR_INIT("총독")};
    for (size_t i = 0; i < sizeof offices / sizeof *offices; i++)
        if (kti_str_ends(title, offices[i])) return true;
    return false;
}

/* ---- all ------------------------------------------------------------------------------------ */

/* Of what only its letters say to be a name. */
static kt_name_type type_of_spelt(const kti_chosen *c, size_t index, kt_name_type type) {
    const kti_ko_name *name = &c->ko->names[index];
    kt_str text = text_of(c, name->span);
    if (type == KT_NAME_PLACE || name->surname_only) return type;
    if (type == KT_NAME_PERSON && has_anothers_title(c, index))
        return is_office_of_place(text_of(c, name->title)) ? KT_NAME_PLACE : KT_NAME_ORG;
    if (type == KT_NAME_PERSON && name->title.end > 0) return type;
    bool several = has_space(text), body = several || type == KT_NAME_ORG;
    if (body && ends_body(text)) return KT_NAME_ORG;
    if (is_person(c, pair_of(c, index))) return KT_NAME_PERSON;
    return body || is_one_word(c, pair_of(c, index)) ? KT_NAME_OTHER : type;
}

/* 한국전쟁: of which the dictionary says that it is an event, say. */
static bool is_term(const kti_chosen *c, kt_str text) {
    kti_entry row;
    return kti_lexicon_rows(c->matcher->lexicon, text, 1u << KTI_ENTRY_TERM, &row, 1) > 0;
}

kt_name_type kti_type_of(const kti_chosen *c, size_t index) {
    const kti_ko_name *name = &c->ko->names[index];
    const kti_pair *pair = pair_of(c, index);
    kt_name_type type = type_of_entries(c, name, pair);
    if (pair == NULL || name->entry_count > 0) return type;
    if (pair->evidence == KT_EVIDENCE_TRANSLATED)
        return is_term(c, text_of(c, name->span)) ? KT_NAME_OTHER : KT_NAME_ORG;
    if (type == KT_NAME_OTHER) type = type_of_reading(c, index);
    return pair->evidence == KT_EVIDENCE_SPELLING ? type_of_spelt(c, index, type) : type;
}
