/* aloud.c - numbers, their units and capitals of running text, written as they are read. */
#include "romanize/aloud.h"

#include "core/utf8.h"
#include "romanize/romanize.h"

typedef struct reader {
    kt_str text;
    bool letters; /* Latin capitals are read too */
    kti_buf digits, reading;
    kt_text *out;
} reader;

static bool is_alpha_at(kt_str text, size_t at) {
    return at < text.len && kti_is_ascii_alpha(text.ptr[at]);
}

/* ---- numbers -------------------------------------------------------------------------------- */

/* The end of a number; a comma between groups of three belongs to it. `digits` gets it bare. */
static size_t take_number(kt_str text, size_t at, kti_buf *digits) {
    kti_buf_clear(digits);
    while (kti_is_digit_at(text, at)) {
        kti_buf_add_byte(digits, text.ptr[at++]);
        bool group = at + 3 < text.len && text.ptr[at] == ',' && kti_is_digit_at(text, at + 1) &&
                     kti_is_digit_at(text, at + 2) && kti_is_digit_at(text, at + 3) &&
                     !kti_is_digit_at(text, at + 4);
        if (group) at++;
    }
    return at;
}

/* Where .14 and, in versions, more of its kind end. */
static size_t fraction_end(kt_str text, size_t end) {
    while (end < text.len && text.ptr[end] == '.' && kti_is_digit_at(text, end + 1))
        for (end++; kti_is_digit_at(text, end);)
            end++;
    return end;
}

static void read_fraction(kt_str fraction, kti_buf *out) {
    for (size_t at = 0; at < fraction.len; at++)
        if (fraction.ptr[at] == '.')
            kti_buf_add_cstr(out, "점");
        else
            kti_number_fraction(kti_str_cut(fraction, at, at + 1), out);
}

/* 1만, 1천: the one is silent. */
static bool is_silent(kt_str digits, kt_str behind) {
    return kti_str_eq(digits, KTI_STR("1")) &&
           (kti_str_starts(behind, KTI_STR("만")) || kti_str_starts(behind, KTI_STR("천")) ||
            kti_str_starts(behind, KTI_STR("백")));
}

/* 제3장: the third. */
static bool is_ordinal(kt_str before) {
    return kti_str_ends(before, KTI_STR("제")) || kti_str_ends(before, KTI_STR("제 "));
}

/* What is counted: behind the other end of a range (3~4시). */
static kt_str counted_by(kt_str behind) {
    size_t at = 0;
    if (behind.len > 1 && behind.ptr[0] == '~' && kti_is_digit_at(behind, 1))
        for (at = 1; at < 4 && kti_is_digit_at(behind, at);)
            at++;
    return kti_str_cut(behind, at, behind.len);
}

/* A number before its native counter; false when it has none. */
static bool read_counted(reader *r, kt_str behind, kt_str before) {
    kt_str digits = kti_buf_str(&r->digits);
    bool joined = behind.len > 0 && behind.ptr[0] != ' ' && behind.ptr[0] != '~';
    behind = counted_by(behind);
    if (is_ordinal(before) || !kti_counts_native(behind, digits, before)) return false;
    bool first = kti_str_eq(digits, KTI_STR("1")) && (kti_str_starts(behind, KTI_STR("번째")) ||
                                                      kti_str_starts(behind, KTI_STR(" 번째")));
    if (first)
        kti_buf_add_cstr(&r->reading, "첫");
    else if (!kti_number_native(digits, &r->reading))
        return false;
    if (joined) kti_buf_add_byte(&r->reading, ' '); /* 3명: 세 명 */
    return true;
}

/* 60km/h: sixty kilometres in an hour are 시속 육십킬로미터. */
static const char *speed_of(kt_str behind, kt_str before) {
    const char *by = kti_str_starts(behind, KTI_STR("km/h"))  ? "시속 "
                     : kti_str_starts(behind, KTI_STR("m/s")) ? "초속 "
                                                              : "";
    return kti_str_ends(before, kti_str(by)) ? "" : by;
}

static size_t read_number(reader *r, size_t at) {
    size_t end = kti_form_read(r->text, at, &r->reading);
    if (end != at) return end;
    end = take_number(r->text, at, &r->digits);
    kt_str behind = kti_str_cut(r->text, end, r->text.len);
    if (read_counted(r, behind, kti_str_cut(r->text, 0, at))) return end;
    kt_str digits = kti_buf_str(&r->digits);
    if (is_silent(digits, behind)) return end;
    size_t close = fraction_end(r->text, end);
    behind = kti_str_cut(r->text, close, r->text.len);
    kti_buf_add_cstr(&r->reading, speed_of(behind, kti_str_cut(r->text, 0, at)));
    kti_number_hangul(digits, &r->reading);
    read_fraction(kti_str_cut(r->text, end, close), &r->reading);
    const char *unit;
    size_t sign = kti_unit_read(behind, &unit);
    if (sign == 0) return close;
    kti_buf_add_byte(&r->reading, ' ');
    kti_buf_add_cstr(&r->reading, unit);
    return close + sign;
}

/* ---- letters -------------------------------------------------------------------------------- */

/* The end of a Latin word at `at`, and whether it is an abbreviation in capitals. */
static size_t latin_end(kt_str text, size_t at, bool *capitals) {
    enum { MOST = 6 };
    size_t end = at;
    *capitals = true;
    for (; is_alpha_at(text, end); end++)
        *capitals = *capitals && text.ptr[end] <= 'Z';
    *capitals = *capitals && end - at <= MOST;
    return end;
}

static size_t read_letters(reader *r, size_t at) {
    bool capitals;
    size_t end = latin_end(r->text, at, &capitals);
    if (!capitals) return end;
    kt_str letters = kti_str_cut(r->text, at, end);
    const char *word = kti_abbreviation_word(letters);
    if (word != NULL) kti_buf_add_cstr(&r->reading, word);
    for (size_t i = 0; word == NULL && i < letters.len; i++)
        kti_buf_add_cstr(&r->reading, kti_letter_name(letters.ptr[i]));
    return end;
}

/* ---- in text -------------------------------------------------------------------------------- */

/* Reads the unit at `at`; returns its end. An empty reading of Latin letters leaves them. */
static size_t read_unit(reader *r, size_t at, bool *kept) {
    bool letter = is_alpha_at(r->text, at);
    kti_buf_clear(&r->reading);
    *kept = true;
    if (!letter && !kti_is_digit_at(r->text, at)) return at + kti_utf8_at(r->text, at).len;
    if (letter && !r->letters) return at + 1;
    size_t end = letter ? read_letters(r, at) : read_number(r, at);
    *kept = letter && r->reading.len == 0;
    return end;
}

static kt_status read_all(reader *r) {
    size_t copied = 0, end;
    for (size_t at = 0; at < r->text.len; at = end) {
        bool kept, letter = is_alpha_at(r->text, at);
        end = read_unit(r, at, &kept);
        if (kept) continue;
        kti_text_copy(r->out, kti_str_cut(r->text, copied, at));
        kti_text_replace(
            r->out, end - at, kti_buf_str(&r->reading),
            kti_scheme_rule(KT_SCHEME_HANGUL, letter ? KTI_BY_LETTERS : KTI_BY_NUMBER));
        copied = end;
    }
    kti_text_copy(r->out, kti_str_cut(r->text, copied, r->text.len));
    return r->digits.failed || r->reading.failed ? KT_ERR_NOMEM : kti_text_status(r->out);
}

kt_status kti_numbers_read(kt_str text, bool letters, kti_arena *arena, kt_text *out) {
    reader r = {.text = text, .letters = letters, .out = out};
    kti_buf_init(&r.digits, &arena->alloc);
    kti_buf_init(&r.reading, &arena->alloc);
    kti_text_clear(out);
    kt_status status = read_all(&r);
    kti_buf_free(&r.digits);
    kti_buf_free(&r.reading);
    return status;
}
