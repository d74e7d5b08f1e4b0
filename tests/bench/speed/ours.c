/* ours.c - what is measured of libkotext, through its public interface. */
#include "speed.h"

#include <kotext/kotext.h>

static kt_engine *engine;
static kt_ctx *ctx;
static kt_text *out;

static int is_open(void) {
    if (out != NULL) return 1;
    return kt_engine_open(NULL, &engine, NULL) == KT_OK && kt_ctx_new(engine, &ctx) == KT_OK &&
           kt_text_new(NULL, &out) == KT_OK;
}

/* ---- normalization -------------------------------------------------------------------------- */

static size_t to_form(const char *text, size_t len, kt_form form) {
    kt_normalize_options options = KT_NORMALIZE_INIT;
    size_t sum = 0;
    options.form = form;
    for (size_t at = 0, end; is_open() && at < len; at = end) {
        end = block_end(text, len, at);
        if (kt_normalize(ctx, (kt_str){text + at, end - at}, &options, out) != KT_OK) return 0;
        sum += kt_text_str(out).len;
    }
    return sum;
}

static size_t to_nfc(const char *text, size_t len) {
    return to_form(text, len, KT_FORM_NFC);
}

static size_t is_nfc(const char *text, size_t len) {
    size_t good = 0;
    for (size_t at = 0, end; at < len; at = end) {
        end = block_end(text, len, at);
        good += kt_is_normalized((kt_str){text + at, end - at}, KT_FORM_NFC) != 0;
    }
    return good;
}

static size_t to_nfd(const char *text, size_t len) {
    return to_form(text, len, KT_FORM_NFD);
}

/* ---- segmentation --------------------------------------------------------------------------- */

static size_t divide(const char *text, size_t len, kt_unit unit) {
    kt_segment_options options = KT_SEGMENT_INIT;
    const kt_span *spans;
    size_t sum = 0, count;
    options.unit = unit;
    for (size_t at = 0, end; is_open() && at < len; at = end) {
        end = block_end(text, len, at);
        if (kt_segment(ctx, (kt_str){text + at, end - at}, &options, &spans, &count) != KT_OK)
            return 0;
        sum += count;
    }
    return sum;
}

static size_t graphemes(const char *text, size_t len) {
    return divide(text, len, KT_UNIT_GRAPHEME);
}

static size_t words(const char *text, size_t len) {
    return divide(text, len, KT_UNIT_WORD);
}

static size_t sentences(const char *text, size_t len) {
    return divide(text, len, KT_UNIT_SENTENCE);
}

/* ---- encodings ------------------------------------------------------------------------------ */

static size_t from_cp949(const char *text, size_t len) {
    kt_str utf8;
    if (!is_open() || kt_charset_decode(ctx, (kt_str){text, len}, "windows-949", 0, &utf8) != KT_OK)
        return 0;
    return utf8.len;
}

/* ---- romanization --------------------------------------------------------------------------- */

/* Line by line, as the command does. */
static size_t romanize(const char *text, size_t len, kt_scheme scheme, kt_kind kind) {
    kt_romanize_options options = KT_ROMANIZE_INIT;
    size_t sum = 0;
    options.scheme = scheme;
    options.kind = kind;
    for (size_t at = 0; is_open() && at < len;) {
        size_t end = at;
        while (end < len && text[end] != '\n')
            end++;
        if (kt_romanize(ctx, (kt_str){text + at, end - at}, &options, out) != KT_OK) return 0;
        sum += kt_text_str(out).len;
        at = end + 1;
    }
    return sum;
}

/* By the letters alone, in blocks. */
static size_t letters(const char *text, size_t len, kt_scheme scheme) {
    kt_romanize_options options = KT_ROMANIZE_INIT;
    kt_str latin;
    size_t sum = 0;
    options.scheme = scheme;
    for (size_t at = 0, end; is_open() && at < len; at = end) {
        end = block_end(text, len, at);
        if (kt_romanize_letters(ctx, (kt_str){text + at, end - at}, &options, &latin) != KT_OK)
            return 0;
        sum += latin.len;
    }
    return sum;
}

#define BY_LETTERS(name, scheme)                                                                   \
    static size_t name(const char *text, size_t len) {                                             \
        return letters(text, len, (scheme));                                                       \
    }

BY_LETTERS(letters_rr, KT_SCHEME_RR)
BY_LETTERS(letters_rr_letter, KT_SCHEME_RR_LETTER)
BY_LETTERS(letters_mr, KT_SCHEME_MR)
BY_LETTERS(letters_bgn_dprk, KT_SCHEME_BGN_DPRK)
BY_LETTERS(letters_ic, KT_SCHEME_IC)
BY_LETTERS(letters_ala_lc, KT_SCHEME_ALA_LC)
BY_LETTERS(letters_dprk, KT_SCHEME_DPRK)
BY_LETTERS(letters_dprk_2002, KT_SCHEME_DPRK_2002)
BY_LETTERS(letters_yale, KT_SCHEME_YALE)
BY_LETTERS(letters_iso_1, KT_SCHEME_ISO11941_1)
BY_LETTERS(letters_iso_2, KT_SCHEME_ISO11941_2)
BY_LETTERS(letters_ipa, KT_SCHEME_IPA)
BY_LETTERS(letters_hangul, KT_SCHEME_HANGUL)
BY_LETTERS(letters_kontsevich, KT_SCHEME_KONTSEVICH)
BY_LETTERS(letters_respell, KT_SCHEME_RESPELL)

static size_t rr_auto(const char *text, size_t len) {
    return romanize(text, len, KT_SCHEME_RR, KT_KIND_AUTO);
}

static size_t rr_word(const char *text, size_t len) {
    return romanize(text, len, KT_SCHEME_RR, KT_KIND_WORD);
}

/* ---- Hanja ---------------------------------------------------------------------------------- */

static size_t hanja(const char *text, size_t len) {
    size_t sum = 0;
    for (size_t at = 0, end; is_open() && at < len; at = end) {
        end = block_end(text, len, at);
        if (kt_hanja(ctx, (kt_str){text + at, end - at}, NULL, out) != KT_OK) return 0;
        sum += kt_text_str(out).len;
    }
    return sum;
}

const contender ours[] = {
    {"NFC check", "kotext", FORM_NFC, is_nfc},
    {"NFC to NFC", "kotext", FORM_NFC, to_nfc},
    {"NFD to NFC", "kotext", FORM_NFD, to_nfc},
    {"NFC to NFD", "kotext", FORM_NFC, to_nfd},
    {"graphemes", "kotext", FORM_NFC, graphemes},
    {"words", "kotext", FORM_NFC, words},
    {"sentences", "kotext", FORM_NFC, sentences},
    {"CP949 to UTF-8", "kotext", FORM_CP949, from_cp949},
    {"RR by letters", "kotext", FORM_NFC, letters_rr},
    {"RR by letters", "kotext rr-letter", FORM_NFC, letters_rr_letter},
    {"RR by letters", "kotext mr", FORM_NFC, letters_mr},
    {"RR by letters", "kotext bgn-dprk", FORM_NFC, letters_bgn_dprk},
    {"RR by letters", "kotext ic", FORM_NFC, letters_ic},
    {"RR by letters", "kotext ala-lc", FORM_NFC, letters_ala_lc},
    {"RR by letters", "kotext dprk", FORM_NFC, letters_dprk},
    {"RR by letters", "kotext dprk-2002", FORM_NFC, letters_dprk_2002},
    {"RR by letters", "kotext yale", FORM_NFC, letters_yale},
    {"RR by letters", "kotext iso11941-1", FORM_NFC, letters_iso_1},
    {"RR by letters", "kotext iso11941-2", FORM_NFC, letters_iso_2},
    {"RR by letters", "kotext ipa", FORM_NFC, letters_ipa},
    {"RR by letters", "kotext hangul", FORM_NFC, letters_hangul},
    {"RR by letters", "kotext kontsevich", FORM_NFC, letters_kontsevich},
    {"RR by letters", "kotext respell", FORM_NFC, letters_respell},
    {"RR, word list", "kotext", FORM_NFC, rr_word},
    {"RR, word list and names", "kotext", FORM_NFC, rr_auto},
    {"Hanja to Hangul", "kotext", FORM_HANJA, hanja},
    {NULL, NULL, 0, NULL},
};
