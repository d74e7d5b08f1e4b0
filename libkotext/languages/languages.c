#include "languages/languages.h"

#include <string.h>

#include "core/rule.h"
#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "unicode/props.h"

/* Letters at most for one: щ, shch. */
enum { WIDEST = 4, CLAUSE_BITS = 8, CLAUSE_MASK = 0xFF };

static const kti_language *const languages[KT_SOURCES] = {
    [KT_SOURCE_GERMAN] = &kti_german,         [KT_SOURCE_FRENCH] = &kti_french,
    [KT_SOURCE_SPANISH] = &kti_spanish,       [KT_SOURCE_ITALIAN] = &kti_italian,
    [KT_SOURCE_RUSSIAN] = &kti_russian,       [KT_SOURCE_DUTCH] = &kti_dutch,
    [KT_SOURCE_JAPANESE] = &kti_japanese,     [KT_SOURCE_CHINESE] = &kti_chinese,
    [KT_SOURCE_VIETNAMESE] = &kti_vietnamese, [KT_SOURCE_INDONESIAN] = &kti_indonesian,

};

const kti_language *kti_language_of(kt_source_language from) {
    return (unsigned)from < KT_SOURCES ? languages[from] : NULL;
}

const char *kt_source_language_id(kt_source_language language) {
    if (language == KT_SOURCE_ENGLISH) return "en";
    if (language == KT_SOURCE_AUTO) return "auto";
    const kti_language *l = kti_language_of(language);
    return l == NULL ? "" : l->id;
}

/* ---- reading a word ------------------------------------------------------------------------- */

bool kti_language_has(const kti_language *l, uint32_t letter) {
    char bytes[4];
    size_t len = kti_utf8_encode(letter, bytes);
    return kti_str_find(kti_str(l->letters), (kt_str){bytes, len}, 0) != SIZE_MAX;
}

static bool is_apostrophe(uint32_t cp) {
    return cp == '\'' || cp == 0x2019 || cp == 0x2018 || cp == 0x2BC || cp == 0x2BB;
}

static bool is_hyphen(uint32_t cp) {
    return cp == '-' || cp == 0x2010 || cp == 0x2011 || cp == 0x2013;
}

/* A letter that a language does not have, as those that it has. */
static const char *spelt_as(uint32_t cp) {
    switch (cp) {
    case 0xDF:
        return "ss";
    case 0xE6:
        return "ae";
    case 0x153:
        return "oe";
    case 0xFE:
        return "th";
    case 0xF0:
        return "d";
    case 0x131:
        return "i";
    default:
        return "";
    }
}

static size_t spell(const char *as, uint32_t out[WIDEST]) {
    size_t count = strlen(as) < WIDEST ? strlen(as) : WIDEST;
    for (size_t i = 0; i < count; i++)
        out[i] = (unsigned char)as[i];
    return count;
}

/* One code point of a text as letters of the language; none: it is silent. */
static size_t read_letter(const kti_language *l, uint32_t cp, uint32_t out[WIDEST]) {
    size_t count = 0;
    cp = kti_cp_lower(cp);
    for (const kti_letter_spelling *s = l->spellings; s != NULL && s->letter != 0; s++)
        if (s->letter == cp) return spell(s->as, out);
    if (is_apostrophe(cp)) cp = '\'';
    if (is_hyphen(cp)) cp = '-';
    if (cp == '-' || kti_language_has(l, cp)) out[count++] = cp;
    if (count > 0 || cp == '\'') return count;
    uint32_t base = kti_cp_base(cp);
    if (kti_language_has(l, base)) {
        out[count++] = base;
        return count;
    }
    return spell(spelt_as(cp), out);
}

/* Reads `span` of `text`; letters lie in the arena. */
static kt_status read_word(const kti_language *l, kt_str text, kt_span span, kti_arena *arena,
                           kti_foreign_word *out) {
    size_t room = (size_t)(span.end - span.start) * WIDEST + 1, letters = 0;
    uint32_t *cps = kti_arena_take(arena, room * sizeof *cps);
    uint32_t *starts = kti_arena_take(arena, room * sizeof *starts);
    if (cps == NULL || starts == NULL) return KT_ERR_NOMEM;
    *out = (kti_foreign_word){.letters = cps, .starts = starts};
    for (size_t at = span.start; at < span.end;) {
        kti_cp unit = kti_utf8_at(text, at);
        size_t count = read_letter(l, unit.cp, cps + out->count);
        for (size_t i = 0; i < count; i++) {
            letters += cps[out->count] != '-' && cps[out->count] != '\'';
            starts[out->count++] = (uint32_t)at;
        }
        at += unit.len;
    }
    starts[out->count] = span.end;
    if (letters == 0) out->count = 0;
    return KT_OK;
}

/* ---- writing it ----------------------------------------------------------------------------- */

static void write_word(const kti_language *l, const kti_foreign_word *word, kti_composer *out) {
    (l->write == NULL ? kti_rules_write : l->write)(l, word, out);
    kti_compose_end(out);
}

static kt_status add_form(kt_str form, kti_arena *arena, kt_str *forms, size_t *count) {
    for (size_t i = 0; i < *count; i++)
        if (kti_str_eq(forms[i], form)) return KT_OK;
    if (form.len == 0) return KT_OK;
    forms[*count] = kti_arena_str(arena, form);
    return forms[(*count)++].ptr == NULL ? KT_ERR_NOMEM : KT_OK;
}

kt_status kti_language_forms(const kti_language *l, kt_str text, kti_arena *arena,
                             kt_str forms[KTI_LANGUAGE_FORMS], size_t *count) {
    kti_foreign_word word;
    kti_buf out;
    *count = 0;
    KTI_TRY(read_word(l, text, (kt_span){0, (uint32_t)text.len}, arena, &word));
    if (word.count == 0) return KT_OK;
    kti_buf_init(&out, &arena->alloc);
    kt_status status = KT_OK;
    unsigned most = 0;
    for (unsigned i = 0; i <= most && i < KTI_LANGUAGE_FORMS && status == KT_OK; i++) {
        kti_composer composer;
        kti_buf_clear(&out);
        kti_compose_init(&composer, &out, word.variant = i);
        write_word(l, &word, &composer);
        most = composer.most;
        status = kti_buf_status(&out);
        if (status == KT_OK) status = add_form(kti_buf_str(&out), arena, forms, count);
    }
    kti_buf_free(&out);
    return status;
}

/* `small` is in small letters. */
static bool same_word(kt_str word, kt_str small) {
    size_t at = 0, to = 0;
    while (at < word.len && to < small.len) {
        kti_cp a = kti_utf8_at(word, at), b = kti_utf8_at(small, to);
        if (kti_cp_lower(a.cp) != b.cp) return false;
        at += a.len;
        to += b.len;
    }
    return at == word.len && to == small.len;
}

static bool listed(const char *const *list, kt_str word) {
    for (size_t i = 0; list != NULL && list[i] != NULL; i++)
        if (same_word(word, kti_str(list[i]))) return true;
    return false;
}

kti_word_join kti_language_join(const kti_language *l, kt_str word, kt_str next) {
    if (l->closed || listed(l->joined, word)) return KTI_WORDS_JOIN;
    if (!listed(l->apart, word)) return KTI_WORDS_APART;
    bool capital = kti_cp_is_upper(kti_utf8_at(word, 0).cp);
    return capital || listed(l->joined, next) ? KTI_WORDS_JOIN : KTI_WORDS_MAY_JOIN;
}

/* ---- steps ---------------------------------------------------------------------------------- */

static size_t clause_of(const kti_language *l, const char *article) {
    for (size_t i = 0; i < l->clause_count; i++)
        if (strcmp(l->clauses[i].article, article) == 0) return i + 1;
    return 0;
}

static uint32_t rule_number(const kti_language *l, const char *article) {
    uint32_t language = 0;
    while (language < KT_SOURCES && languages[language] != l)
        language++;
    return KTI_RULES_LANGUAGES + (language << CLAUSE_BITS | (uint32_t)clause_of(l, article));
}

/* Units as a reader of steps sees them: ㄴ for +ㄴ, ㅅㅣ for ㅅj. */
static kt_str shown_units(const char *units, kti_arena *arena) {
    kt_str all = kti_str(units);
    kti_buf shown;
    kti_buf_init(&shown, &arena->alloc);
    for (size_t at = 0; at < all.len && all.ptr[at] != '|'; at++) {
        if (all.ptr[at] == 'j' || all.ptr[at] == 'w')
            kti_buf_add_cstr(&shown, all.ptr[at] == 'j' ? "ㅣ" : "ㅜ");
        else if (all.ptr[at] != '+')
            kti_buf_add_byte(&shown, all.ptr[at]);
    }
    kt_str result = shown.failed ? (kt_str){NULL, 0} : kti_arena_str(arena, kti_buf_str(&shown));
    kti_buf_free(&shown);
    return result;
}

static kt_status make_step(const kti_language *l, kt_str text, const kti_foreign_word *word,
                           const kti_composed *note, kti_arena *arena, kt_step *step) {
    step->src = (kt_span){word->starts[note->start], word->starts[note->end]};
    step->rule = rule_number(l, note->article);
    step->before = kti_str_span(text, step->src);
    step->after = shown_units(note->units, arena);
    return step->after.ptr == NULL ? KT_ERR_NOMEM : KT_OK;
}

kt_status kti_language_explain(const kti_language *l, kt_str text, kt_span span, kti_arena *arena,
                               kt_step *steps, size_t *count) {
    kti_foreign_word word;
    kti_composer composer;
    kti_buf out;
    KTI_TRY(read_word(l, text, span, arena, &word));
    kti_buf_init(&out, &arena->alloc);
    kti_compose_init(&composer, &out, 0);
    composer.note_room = word.count;
    composer.notes = kti_arena_take(arena, word.count * sizeof *composer.notes);
    if (composer.notes == NULL) return KT_ERR_NOMEM;
    write_word(l, &word, &composer);
    kti_buf_free(&out);
    for (size_t i = 0; i < composer.note_count; i++) {
        KTI_TRY(make_step(l, text, &word, &composer.notes[i], arena, &steps[*count]));
        *count += steps[*count].before.len > 0; /* the second letter of an æ is none */
    }
    return KT_OK;
}

kt_rule kti_language_rule(uint32_t index) {
    const kti_language *l = kti_language_of((kt_source_language)(index >> CLAUSE_BITS));
    size_t clause = index & CLAUSE_MASK;
    if (l == NULL || clause == 0 || clause > l->clause_count) return (kt_rule){"", "", ""};
    return (kt_rule){l->standard, l->clauses[clause - 1].article, l->clauses[clause - 1].summary};
}
