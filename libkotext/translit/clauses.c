#include "translit/clauses.h"

#include <string.h>

#include "core/buf.h"
#include "core/rule.h"
#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "translit/back.h"
#include "translit/letters.h"
#include "translit/loanword.h"
#include "translit/pronounced.h"

typedef struct explainer {
    const kti_translit *translit;
    kt_str text;
    kti_arena *arena;
    kti_explained *out;
} explainer;

/* A unit as a letter that stands alone. */
static uint32_t unit_letter(unsigned unit) {
    static const uint8_t finals[] = {0,  1,  2,  3,  4,  5,  6,  8,  9,  10, 11, 12, 13, 14,
                                     15, 16, 17, 19, 20, 21, 22, 23, 25, 26, 27, 28, 29};
    static const uint8_t initials[] = {0,  1,  3,  6,  7,  8,  16, 17, 18, 20,
                                       21, 22, 23, 24, 25, 26, 27, 28, 29};
    if (unit < KTI_UNIT_VOWEL) return 0x3131u + initials[unit];
    if (unit < KTI_UNIT_FINAL) return 0x314Fu + (unit - KTI_UNIT_VOWEL);
    return 0x3131u + finals[unit - KTI_UNIT_FINAL];
}

static kt_status add_step(explainer *x, kt_span span, unsigned clause, kti_buf *after) {
    kt_step *s = &x->out->items[x->out->count++];
    s->src = span;
    s->rule = KTI_RULES_TRANSLIT + clause + 1;
    s->before = kti_str_span(x->text, span);
    s->after = kti_arena_str(x->arena, kti_buf_str(after));
    bool failed = after->failed || s->after.ptr == NULL;
    kti_buf_clear(after);
    return failed ? KT_ERR_NOMEM : KT_OK;
}

/* Units of one letter and clause make one step; `places[i]` is where letter i is in the text. */
static kt_status add_units(explainer *x, const kti_loan_unit *units, size_t count,
                           const kt_span *places) {
    kti_buf after;
    kti_buf_init(&after, &x->arena->alloc);
    kt_status status = KT_OK;
    for (size_t i = 0; i < count && status == KT_OK; i++) {
        kti_buf_add_cp(&after, unit_letter(units[i].unit));
        bool same = i + 1 < count && units[i + 1].letter == units[i].letter &&
                    units[i + 1].clause == units[i].clause;
        if (!same) status = add_step(x, places[units[i].letter], units[i].clause, &after);
    }
    kti_buf_free(&after);
    return status;
}

/* The letters of a word, and where each is; two are of one character where it is folded to two. */
static size_t locate(kt_str text, kt_span span, uint8_t *letters, kt_span *places) {
    size_t count = 0;
    for (size_t at = span.start; at < span.end;) {
        kti_cp unit = kti_utf8_at(text, at);
        uint8_t read[2];
        size_t n = kti_latin_of_cp(unit.cp, read);
        if (count + n > KTI_ENGLISH_WORD) return 0;
        for (size_t i = 0; i < n; i++) {
            letters[count] = read[i];
            places[count++] = (kt_span){(uint32_t)at, (uint32_t)at + unit.len};
        }
        at += unit.len;
    }
    return count;
}

static kt_status explain_word(explainer *x, kt_span span) {
    uint8_t letters[KTI_ENGLISH_WORD];
    kt_span places[KTI_ENGLISH_WORD];
    kti_pronounced spoken;
    kti_loan_unit units[KTI_LOAN_UNITS];
    size_t count = locate(x->text, span, letters, places);
    kti_pronounced_find(x->translit, letters, count, true, &spoken);
    if (spoken.source == KTI_PRONOUNCED_UNKNOWN) return KT_OK;
    for (size_t part = 0, from = 0; part < 2; from += spoken.parts[part++]) {
        size_t n = spoken.parts[part];
        if (n == 0) continue;
        size_t written = kti_loanword(letters + from, spoken.sounds + from, n, units);
        KTI_TRY(add_units(x, units, written, places + from));
    }
    return KT_OK;
}

kt_status kti_clauses_explain(const kti_translit *t, const kti_language *language, kt_str text,
                              const kti_latin_line *line, kti_arena *arena, kti_explained *out) {
    explainer x = {t, text, arena, out};
    size_t room = 0;
    for (size_t i = 0; i < line->count; i++)
        if (line->tokens[i].kind == KTI_TOKEN_WORD)
            room += (line->tokens[i].end - line->tokens[i].start) * 6u;
    out->count = 0;
    out->items = kti_arena_zeroed(arena, room + 1, sizeof *out->items);
    if (out->items == NULL) return KT_ERR_NOMEM;
    for (size_t i = 0; i < line->count; i++) {
        const kti_latin_token *token = &line->tokens[i];
        kt_span span = {token->start, token->end};
        if (token->kind != KTI_TOKEN_WORD) continue;
        KTI_TRY(language == NULL
                    ? explain_word(&x, span)
                    : kti_language_explain(language, text, span, arena, out->items, &out->count));
    }
    return KT_OK;
}

kt_rule kti_translit_rule(uint32_t index) {
    if (KTI_RULES_TRANSLIT + index == KTI_BACK_RULE)
        return (kt_rule){"Own letters", "-",
                         "a foreign word goes back to the letters it came from"};
    return index == 0 ? (kt_rule){"", "", ""} : kti_loanword_rule(index - 1);
}
