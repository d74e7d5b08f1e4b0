#include "names/parts.h"

#include <string.h>

#include "core/buf.h"
#include "core/status.h"
#include "core/str.h"
#include "names/body_english.h"
#include "names/spell.h"

enum { WORDS = 6 }; /* most of a name: each may be a call deeper */
static const double LIKELY = 0.9;

typedef struct parts {
    const kti_matcher *matcher;
    const kt_spell_options *options;
    kti_arena *arena;
    kti_place_form *list;
    size_t *count;
} parts;

/* `pattern` with `a` for the first % and `b` for the second. */
static kt_status add(const parts *p, const char *pattern, kt_str a, kt_str b, const char *label) {
    kti_buf text;
    kti_buf_init(&text, &p->arena->alloc);
    kt_str next = a;
    for (const char *c = pattern; *c != '\0'; c++) {
        if (*c != '%') {
            kti_buf_add(&text, c, 1);
            continue;
        }
        kti_buf_add_str(&text, next);
        next = b;
    }
    kt_str kept = kti_arena_str(p->arena, kti_buf_str(&text));
    bool failed = text.failed || kept.ptr == NULL;
    kti_buf_free(&text);
    if (failed) return KT_ERR_NOMEM;
    p->list[(*p->count)++] = (kti_place_form){kept, LIKELY, label};
    return KT_OK;
}

/* The likeliest spelling of a part; empty when there is none. */
static kt_status spell(const parts *p, kt_str hangul, kt_kind kind, kt_str *english) {
    kt_spell_options options = *p->options;
    const kt_spelling *list;
    size_t count;
    options.kind = kind;
    options.nbest = 1;
    *english = (kt_str){NULL, 0};
    KTI_TRY(kti_spell(p->matcher, hangul, &options, p->arena, &list, &count));
    if (count > 0) *english = list[0].text;
    return KT_OK;
}

/* Takes the last word off; false when there is one word. */
static bool split_last(kt_str hangul, kt_str *front, kt_str *last) {
    size_t at = hangul.len;
    while (at > 0 && hangul.ptr[at - 1] != ' ')
        at--;
    *last = kti_str_cut(hangul, at, hangul.len);
    *front = kti_str_trim(kti_str_cut(hangul, 0, at));
    return front->len > 0 && last->len > 0;
}

/* ---- part of a place ------------------------------------------------------------------------ */

/* 시드니 서부: western Sydney. */
static kt_status add_side(const parts *p, kt_str hangul) {
    static const char *const sides[][2] = {
        {"북부", "northern %"},       {"남부", "southern %"},       {"동부", "eastern %"},
        {"서부", "western %"},        {"중부", "central %"},        {"북동부", "northeastern %"},
        {"동북부", "northeastern %"}, {"북서부", "northwestern %"}, {"서북부", "northwestern %"},
        {"남동부", "southeastern %"}, {"동남부", "southeastern %"}, {"남서부", "southwestern %"},
        {"서남부", "southwestern %"}, {"일대", "% area"},           {"인근", "% area"},
        {"지역", "% region"},         {"해안", "% coast"},          {"산간", "% mountains"},
        {"도심", "central %"},        {"시내", "central %"},        {"외곽", "outskirts of %"},
    };
    kt_str front, last, english;
    if (!split_last(hangul, &front, &last)) return KT_OK;
    for (size_t i = 0; i < sizeof sides / sizeof *sides; i++) {
        if (!kti_str_eq(last, kti_str(sides[i][0]))) continue;
        KTI_TRY(spell(p, front, KT_KIND_PLACE, &english));
        return english.len == 0 ? KT_OK : add(p, sides[i][1], english, english, "usage");
    }
    return KT_OK;
}

static bool find_place(const kti_lexicon *lexicon, kt_str hangul, kt_str *english) {
    kti_entry row;
    if (kti_lexicon_rows(lexicon, hangul, 1u << KTI_ENTRY_PLACE, &row, 1) == 0) return false;
    *english = row.english;
    return true;
}

/* 중국 베이징 is Beijing, China; 일본 오리콘 Japan and what is said of it. */
static kt_status add_within(const parts *p, kt_str hangul) {
    const kti_lexicon *lexicon = p->matcher->lexicon;
    kt_str rest = hangul, first = kti_str_next_field(&rest, ' '), outer, inner;
    if (rest.len == 0 || !find_place(lexicon, first, &outer)) return KT_OK;
    rest = kti_str_trim(rest);
    bool place = p->options->kind == KT_KIND_PLACE || find_place(lexicon, rest, &inner);
    KTI_TRY(spell(p, rest, p->options->kind, &inner));
    if (inner.len == 0) return KT_OK;
    if (place) return add(p, "%, %", inner, outer, "usage");
    return add(p, "% %", outer, inner, "usage");
}

/* ---- bodies --------------------------------------------------------------------------------- */

/* 호주 정부: Australian Government; 나세르 병원: Nasser Hospital. */
static kt_status add_body(const parts *p, kt_str hangul) {
    const kti_lexicon *lexicon = p->matcher->lexicon;
    kt_str english, front, last;
    KTI_TRY(kti_body_english(lexicon, hangul, p->arena, &english));
    if (english.len > 0) return add(p, "%", english, english, "translation");
    if (!split_last(hangul, &front, &last)) return KT_OK;
    KTI_TRY(kti_body_english(lexicon, last, p->arena, &english));
    if (english.len == 0) return KT_OK;
    kt_str name;
    KTI_TRY(spell(p, front, KT_KIND_AUTO, &name));
    return name.len == 0 ? KT_OK : add(p, "% %", name, english, "translation");
}

static size_t words_of(kt_str text) {
    size_t count = 0;
    while (text.len > 0)
        count += kti_str_next_field(&text, ' ').len > 0;
    return count;
}

kt_status kti_spell_parts(const kti_matcher *m, kt_str hangul, const kt_spell_options *options,
                          kti_arena *arena, kti_place_form list[KTI_PLACE_FORMS_MOST],
                          size_t *count) {
    parts p = {m, options, arena, list, count};
    *count = 0;
    if (options->kind == KT_KIND_PERSON || words_of(hangul) > WORDS) return KT_OK;
    KTI_TRY(kti_place_of_known(m->lexicon, hangul, arena, list, count));
    if (*count == 0) KTI_TRY(add_side(&p, hangul));
    if (*count == 0 && options->kind == KT_KIND_AUTO) KTI_TRY(add_body(&p, hangul));
    if (*count == 0) KTI_TRY(add_within(&p, hangul));
    return KT_OK;
}
