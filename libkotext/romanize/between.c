#include "romanize/between.h"

#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "romanize/aloud.h"
#include "romanize/exact.h"
#include "unicode/props.h"

/* What becomes of the unit at `at`: text and how many bytes it replaces; 0 bytes = copied. */
typedef struct change {
    char text[16];
    size_t len;
    size_t bytes;
    kti_what what;
} change;

static change changed(kt_str text, size_t bytes, kti_what what) {
    change c = {.bytes = bytes, .what = what};
    c.len = text.len < sizeof c.text ? text.len : sizeof c.text;
    memcpy(c.text, text.ptr, c.len);
    return c;
}

/* ---- letters that stand alone --------------------------------------------------------------- */

enum { JAMO_FIRST = 0x3131, JAMO_VOWEL = 0x314F, JAMO_LAST = 0x3163 };

/* Each consonant letter as one choseong, clusters as a final and a choseong. */
static const struct jamo {
    uint8_t final, choseong;
} jamos[JAMO_VOWEL - JAMO_FIRST] = {
    {0, KTI_L_G},       {0, KTI_L_GG},      {KTI_T_G, KTI_L_S},     {0, KTI_L_N},
    {KTI_T_N, KTI_L_J}, {KTI_T_N, KTI_L_H}, {0, KTI_L_D},           {0, KTI_L_DD},
    {0, KTI_L_R},       {KTI_T_R, KTI_L_G}, {KTI_T_R, KTI_L_M},     {KTI_T_R, KTI_L_B},
    {KTI_T_R, KTI_L_S}, {KTI_T_R, KTI_L_T}, {KTI_T_R, KTI_L_P},     {KTI_T_R, KTI_L_H},
    {0, KTI_L_M},       {0, KTI_L_B},       {0, KTI_L_BB},          {KTI_T_B, KTI_L_S},
    {0, KTI_L_S},       {0, KTI_L_SS},      {KTI_T_NG, KTI_L_NONE}, {0, KTI_L_J},
    {0, KTI_L_JJ},      {0, KTI_L_CH},      {0, KTI_L_K},           {0, KTI_L_T},
    {0, KTI_L_P},       {0, KTI_L_H},
};

/* A cluster's first letter as a choseong of its own where it is one (ㅄ bs). */
static const char *first_letter(const kti_scheme *s, uint8_t final) {
    if (final == KTI_T_G) return s->choseong[KTI_L_G];
    return final == KTI_T_B ? s->choseong[KTI_L_B] : s->jongseong[final];
}

static change change_jamo(const kti_writer *w, kti_cp unit) {
    kti_letters l = {.len = 0};
    if (unit.cp >= JAMO_VOWEL) {
        kti_letters_add(&l, w->scheme->jungseong[unit.cp - JAMO_VOWEL]);
    } else {
        const struct jamo *j = &jamos[unit.cp - JAMO_FIRST];
        if (j->final != 0) kti_letters_add(&l, first_letter(w->scheme, j->final));
        kti_letters_add(&l, w->scheme->choseong[j->choseong]);
    }
    return changed((kt_str){l.text, l.len}, unit.len, KTI_BY_JAMO);
}

/* ---- titles --------------------------------------------------------------------------------- */

/* Cataloguers' punctuation: no blank before a colon, a comma for a middle dot, one blank. */
static change change_title(const kti_writer *w, size_t at, kti_cp unit) {
    kt_str text = w->phono->text;
    size_t next = at + unit.len;
    if (unit.cp == ' ' && kti_is_char_at(text, next, ':'))
        return changed(KTI_STR(""), 1, KTI_BY_DIVISION);
    if (kti_is_ascii_digit(text.ptr[at]) && kti_str_ends(kti_str_cut(text, 0, at), KTI_STR("제"))) {
        char digit[2] = {' ', text.ptr[at]}; /* 제3판 che 3-p’an */
        return changed((kt_str){digit, 2}, 1, KTI_BY_NUMBER);
    }
    if (unit.cp == 0x3000) return changed(KTI_STR(" "), unit.len, KTI_BY_DIVISION);
    if (kti_cp_is_middle_dot(unit.cp))
        return changed(kti_is_char_at(text, next, ' ') ? KTI_STR(",") : KTI_STR(", "), unit.len,
                       KTI_BY_DIVISION);
    return (change){.bytes = 0};
}

/* ---- Latin ---------------------------------------------------------------------------------- */

static change change_case(const kti_writer *w, kti_cp unit) {
    char letter = unit.cp < 0x80 ? (char)unit.cp : '\0';
    if (!kti_is_ascii_alpha(letter) || w->options->keep_latin) return (change){.bytes = 0};
    char other = letter;
    if (w->options->letter_case == KT_CASE_UPPER) other = kti_ascii_upper(other);
    if (w->options->letter_case == KT_CASE_LOWER) other = kti_ascii_lower(other);
    if (other == letter) return (change){.bytes = 0};
    return changed((kt_str){&other, 1}, 1, KTI_BY_CAPITAL);
}

/* ---- numbers of divisions ------------------------------------------------------------------- */

static kt_status spell_number(const kti_writer *w, kt_str digits, kti_buf *out) {
    kti_buf hangul;
    kti_phono phono;
    kti_buf_init(&hangul, &w->arena->alloc);
    kti_number_hangul(digits, &hangul);
    kt_status status = kti_buf_status(&hangul);
    if (status == KT_OK) status = kti_phono_read(kti_buf_str(&hangul), NULL, 0, w->arena, &phono);
    if (status == KT_OK) {
        kti_phono_change(&phono, &w->scheme->phono, NULL);
        for (size_t i = 0; i < phono.count; i++) {
            kti_letters l = {.len = 0};
            kti_place p = {.it = &phono.syls[i]};
            if (i > 0) p.before = &phono.syls[i - 1];
            if (i + 1 < phono.count) p.after = &phono.syls[i + 1];
            kti_spell_place(w->scheme, &p, "", &l);
            kti_buf_add(out, l.text, l.len);
        }
    }
    kti_buf_free(&hangul);
    return status;
}

static kt_status write_number(kti_writer *w, size_t at, size_t *end) {
    kt_str text = w->phono->text;
    kti_buf number;
    for (*end = at; *end < text.len && kti_is_ascii_digit(text.ptr[*end]);)
        ++*end;
    kt_str digits = kti_str_cut(text, at, *end);
    kti_buf_init(&number, &w->arena->alloc);
    if (w->marks[at] & KTI_MARK_SPACE) kti_buf_add_byte(&number, ' ');
    kti_buf_add_str(&number, digits);
    kti_buf_add_byte(&number, '(');
    kt_status status = spell_number(w, digits, &number);
    kti_buf_add_byte(&number, ')');
    if (status == KT_OK) status = kti_buf_status(&number);
    if (status == KT_OK)
        kti_text_replace(w->out, digits.len, kti_buf_str(&number),
                         kti_scheme_rule(w->scheme->number, KTI_BY_NUMBER));
    kti_buf_free(&number);
    return status;
}

/* ---- escapes -------------------------------------------------------------------------------- */

static kt_status write_escaped(kti_writer *w, size_t at, size_t end) {
    kt_str literal = kti_str_cut(w->phono->text, at, end);
    kti_buf bytes;
    kti_buf_init(&bytes, &w->arena->alloc);
    kti_buf_add_byte(&bytes, '\\');
    if (!kti_str_eq(literal, KTI_STR("\\"))) kti_buf_add_str(&bytes, literal);
    kti_buf_add_byte(&bytes, '\\');
    kt_status status = kti_buf_status(&bytes);
    if (status == KT_OK)
        kti_text_replace(w->out, literal.len, kti_buf_str(&bytes),
                         kti_scheme_rule(w->scheme->number, KTI_BY_ESCAPED));
    kti_buf_free(&bytes);
    return status;
}

/* ---- all ------------------------------------------------------------------------------------ */

static uint8_t mark_at(const kti_writer *w, size_t at) {
    return w->marks == NULL ? KTI_MARK_NONE : w->marks[at];
}

static change change_unit(const kti_writer *w, size_t at, kti_cp unit) {
    change c = {.bytes = 0};
    if (!unit.valid) return changed(KTI_STR("\xEF\xBF\xBD"), unit.len, KTI_BY_LETTERS);
    if (unit.cp >= JAMO_FIRST && unit.cp <= JAMO_LAST && !w->scheme->exact)
        return change_jamo(w, unit);
    if (mark_at(w, at) & KTI_MARK_SPACE) { /* Hakdong-ro 3-gil */
        char digit[2] = {' ', w->phono->text.ptr[at]};
        return changed((kt_str){digit, sizeof digit}, 1, KTI_BY_NUMBER);
    }
    if (w->scheme->titles) c = change_title(w, at, unit);
    return c.bytes > 0 ? c : change_case(w, unit);
}

kt_status kti_write_between(kti_writer *w, size_t at, size_t end) {
    kt_str text = w->phono->text;
    size_t copied = at;
    while (at < end) {
        kti_cp unit = kti_utf8_at(text, at);
        size_t next = at + unit.len;
        bool number = (mark_at(w, at) & KTI_MARK_READ) != 0;
        size_t literal = w->scheme->exact
                             ? kti_exact_literal(w->scheme, text, at, w->options->keep_latin != 0)
                             : at;
        change c = number || literal > at ? (change){.bytes = 0} : change_unit(w, at, unit);
        if (number || literal > at || c.bytes > 0) {
            kti_text_copy(w->out, kti_str_cut(text, copied, at));
            if (number)
                KTI_TRY(write_number(w, at, &next));
            else if (literal > at)
                KTI_TRY(write_escaped(w, at, next = literal));
            else
                kti_text_replace(w->out, c.bytes, (kt_str){c.text, c.len},
                                 kti_scheme_rule(w->scheme->number, c.what));
            copied = next;
        } else if (w->scheme->exact && kti_is_ascii_alpha(text.ptr[at])) {
            while (next < end && kti_is_ascii_alpha(text.ptr[next]))
                next++; /* a word in capitals: looked at once */
        }
        at = next;
    }
    kti_text_copy(w->out, kti_str_cut(text, copied, end));
    return kti_text_status(w->out);
}
