#include "names/said.h"

#include "core/str.h"
#include "core/utf8.h"
#include "names/spell.h"

enum { SYLLABLE = 3, LONGEST_GIVEN = 2 * SYLLABLE, LONGEST_NAME = 4 * SYLLABLE };

static kt_str behind(kt_str text, size_t at) {
    while (at < text.len && text.ptr[at] == ' ')
        at++;
    return kti_str_cut(text, at, text.len);
}

static bool starts_with_any(kt_str text, const kt_str *list, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (kti_str_starts(text, list[i])) return true;
    return false;
}

/* 김모(45)씨, 김 모 씨: 모 stands for the given name. */
static bool is_withheld(kt_str text, size_t end) {
    const kt_str marks[] = {KTI_STR("("), KTI_STR("씨"), KTI_STR("군"), KTI_STR("양"),
                            KTI_STR("여인")};
    kt_str rest = behind(text, end);
    if (!kti_str_starts(rest, KTI_STR("모"))) return false;
    rest = behind(rest, SYLLABLE);
    return starts_with_any(rest, marks, sizeof marks / sizeof *marks);
}

/* The one person who is also called so; empty when it is the name itself, or several are. */
static kt_str known_as(const kti_lexicon *lexicon, kt_str name) {
    kti_entry rows[2];
    size_t count = kti_lexicon_rows(lexicon, name, 1u << KTI_ENTRY_PERSON, rows, 2);
    bool other = count == 1 && !kti_str_eq(rows[0].korean, name);
    return other ? rows[0].korean : KTI_STR("");
}

static bool is_korean(const kti_matcher *m, const kti_prepared *name) {
    if (name->surname.len == 0 || name->given.len > LONGEST_GIVEN) return false;
    if (kti_str_find(name->text, KTI_STR(" "), 0) != SIZE_MAX) return false;
    return name->given.len == 0 || kti_spell_foreign(m, name->text) < 0.5;
}

kti_said kti_said_of(const kti_matcher *m, kt_str text, kt_span span) {
    kti_prepared name;
    kti_said said = {.surname = KTI_STR(""), .known = KTI_STR("")};
    kti_match_prepare(m, kti_str_span(text, span), &name);
    said.known = known_as(m->lexicon, name.text);
    if (!is_korean(m, &name)) return said;
    bool whole = kti_lexicon_surname(m->lexicon, name.text) == name.text.len; /* 남궁 */
    said.surname = whole ? name.text : name.surname;
    said.alone = whole || name.given.len == 0;
    said.withheld = said.alone && is_withheld(text, span.end);
    return said;
}

kti_said kti_said_alone(kt_str name) {
    kti_said said = {.surname = KTI_STR(""), .known = KTI_STR("")};
    if (name.len > LONGEST_NAME || kti_str_find(name, KTI_STR(" "), 0) != SIZE_MAX) return said;
    said.surname = kti_str_cut(name, 0, kti_utf8_at(name, 0).len);
    said.alone = said.surname.len == name.len;
    return said;
}
