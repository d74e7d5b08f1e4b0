/* peers.c - the same work by ICU, utf8proc and the C library's iconv. */
#define _POSIX_C_SOURCE   200809L
#define U_CHARSET_IS_UTF8 1

#include "speed.h"

#include <iconv.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/ubrk.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>
#include <unicode/utrans.h>

#include <utf8proc.h>

/* ---- the yardstick -------------------------------------------------------------------------- */

static size_t yardstick(const char *text, size_t len) {
    const uint8_t *bytes = (const uint8_t *)text;
    size_t count = 1;
    for (size_t at = 0; at < len;) {
        UChar32 cp;
        U8_NEXT(bytes, at, len, cp);
        if (cp >= 0xAC00 && cp <= 0xD7A3) count++;
    }
    return count;
}

/* ---- utf8proc ------------------------------------------------------------------------------- */

static size_t by_utf8proc(const char *text, size_t len, utf8proc_option_t options) {
    size_t sum = 0;
    for (size_t at = 0, end; at < len; at = end) {
        utf8proc_uint8_t *out = NULL;
        end = block_end(text, len, at);
        utf8proc_ssize_t got =
            utf8proc_map((const utf8proc_uint8_t *)text + at, (utf8proc_ssize_t)(end - at), &out,
                         UTF8PROC_STABLE | options);
        free(out);
        if (got < 0) return 0;
        sum += (size_t)got;
    }
    return sum;
}

static size_t utf8proc_nfc(const char *text, size_t len) {
    return by_utf8proc(text, len, UTF8PROC_COMPOSE);
}

static size_t utf8proc_nfd(const char *text, size_t len) {
    return by_utf8proc(text, len, UTF8PROC_DECOMPOSE);
}

static size_t utf8proc_graphemes(const char *text, size_t len) {
    utf8proc_int32_t before = 0, cp, state = 0;
    size_t count = 1;
    for (size_t at = 0; at < len;) {
        at += (size_t)utf8proc_iterate((const utf8proc_uint8_t *)text + at,
                                       (utf8proc_ssize_t)(len - at), &cp);
        count += at > 0 && utf8proc_grapheme_break_stateful(before, cp, &state);
        before = cp;
    }
    return count;
}

/* ---- ICU ------------------------------------------------------------------------------------ */

static size_t icu_breaks(const char *text, size_t len, UBreakIteratorType type) {
    static UBreakIterator *open[4];
    static UText *over[4];
    UErrorCode error = U_ZERO_ERROR;
    size_t count = 0;
    if (open[type] == NULL) open[type] = ubrk_open(type, "", NULL, 0, &error);
    for (size_t at = 0, end; at < len; at = end) {
        end = block_end(text, len, at);
        over[type] = utext_openUTF8(over[type], text + at, (int64_t)(end - at), &error);
        ubrk_setUText(open[type], over[type], &error);
        if (U_FAILURE(error)) return 0;
        for (int32_t to = ubrk_next(open[type]); to != UBRK_DONE; to = ubrk_next(open[type]))
            count++;
    }
    return count;
}

static size_t icu_graphemes(const char *text, size_t len) {
    return icu_breaks(text, len, UBRK_CHARACTER);
}

static size_t icu_words(const char *text, size_t len) {
    return icu_breaks(text, len, UBRK_WORD);
}

static size_t icu_sentences(const char *text, size_t len) {
    return icu_breaks(text, len, UBRK_SENTENCE);
}

/* UTF-8 in and out, in blocks. */
static size_t icu_hangul_latin(const char *text, size_t len) {
    static UTransliterator *open;
    static UChar units[8 * BLOCK];
    static char bytes[16 * BLOCK];
    UErrorCode error = U_ZERO_ERROR;
    UChar id[] = u"Hangul-Latin";
    size_t sum = 0;
    if (open == NULL) open = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &error);
    for (size_t at = 0, end; at < len && U_SUCCESS(error); at = end) {
        int32_t count, limit, wrote;
        end = block_end(text, len, at);
        u_strFromUTF8(units, 8 * BLOCK, &count, text + at, (int32_t)(end - at), &error);
        limit = count;
        utrans_transUChars(open, units, &count, 8 * BLOCK, 0, &limit, &error);
        u_strToUTF8(bytes, 16 * BLOCK, &wrote, units, count, &error);
        sum += (size_t)wrote;
    }
    return U_FAILURE(error) ? 0 : sum;
}

/* ---- iconv ---------------------------------------------------------------------------------- */

static size_t iconv_cp949(const char *text, size_t len) {
    static char bytes[4 * BLOCK];
    iconv_t open = iconv_open("UTF-8", "CP949");
    char *in = (char *)(uintptr_t)text;
    size_t sum = 0;
    while (open != (iconv_t)-1 && len > 0) {
        char *to = bytes;
        size_t room = sizeof bytes, before = len;
        iconv(open, &in, &len, &to, &room);
        sum += sizeof bytes - room;
        if (len == before) break;
    }
    iconv_close(open);
    return len == 0 ? sum : 0;
}

const contender peers[] = {
    {"yardstick", "U8_NEXT loop", FORM_NFC, yardstick},
    {"NFC to NFC", "ICU UTF-8", FORM_NFC, icu_to_nfc},
    {"NFC to NFC", "utf8proc", FORM_NFC, utf8proc_nfc},
    {"NFC check", "ICU UTF-8", FORM_NFC, icu_is_nfc},
    {"NFD to NFC", "ICU UTF-8", FORM_NFD, icu_to_nfc},
    {"NFD to NFC", "utf8proc", FORM_NFD, utf8proc_nfc},
    {"NFC to NFD", "ICU UTF-8", FORM_NFC, icu_to_nfd},
    {"NFC to NFD", "utf8proc", FORM_NFC, utf8proc_nfd},
    {"graphemes", "ICU UText", FORM_NFC, icu_graphemes},
    {"graphemes", "utf8proc", FORM_NFC, utf8proc_graphemes},
    {"words", "ICU UText", FORM_NFC, icu_words},
    {"sentences", "ICU UText", FORM_NFC, icu_sentences},
    {"CP949 to UTF-8", "iconv()", FORM_CP949, iconv_cp949},
    {"RR by letters", "ICU Hangul-Latin", FORM_NFC, icu_hangul_latin},
    {NULL, NULL, 0, NULL},
};
