/* charset.c - encodings: what the bytes are, and the way to UTF-8 and back.
 *
 * UTF-8, UTF-16 and UTF-32 are read here, so that a build without ICU has them too; ICU converts
 * the rest. Korean files are windows-949 (CP949, UHC): EUC-KR is a part of it, and ICU's other
 * tables of that name stop at syllables beyond KS X 1001 or turn the backslash into a won sign.
 */
#include "unicode/charset.h"

#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "unicode/cp949.h"
#include "unicode/uni_private.h"
#include "unicode/utf16.h"

#ifdef KTI_WITH_ICU
#include "unicode/icu.h"
#endif

static const char utf8[] = "UTF-8";
static const char windows949[] = "windows-949";

/* ---- byte order marks and Unicode forms ----------------------------------------------------- */

static const struct mark {
    kt_str bytes;
    const char *charset;
} marks[] = {
    {KTI_STR_INIT("\xEF\xBB\xBF"), "UTF-8"},        {KTI_STR_INIT("\xFF\xFE\x00\x00"), "UTF-32LE"},
    {KTI_STR_INIT("\x00\x00\xFE\xFF"), "UTF-32BE"}, {KTI_STR_INIT("\xFF\xFE"), "UTF-16LE"},
    {KTI_STR_INIT("\xFE\xFF"), "UTF-16BE"},
};

enum { MARKS = sizeof marks / sizeof *marks };

static const struct mark *mark_of(kt_str bytes) {
    for (size_t i = 0; i < MARKS; i++)
        if (kti_str_starts(bytes, marks[i].bytes)) return &marks[i];
    return NULL;
}

kti_wide_form kti_wide_form_of(const char *charset) {
    if (strcmp(charset, "UTF-16LE") == 0) return (kti_wide_form){2, true};
    if (strcmp(charset, "UTF-16BE") == 0) return (kti_wide_form){2, false};
    if (strcmp(charset, "UTF-32LE") == 0) return (kti_wide_form){4, true};
    if (strcmp(charset, "UTF-32BE") == 0) return (kti_wide_form){4, false};
    return (kti_wide_form){0, false};
}

static uint32_t read_unit(kt_str bytes, size_t at, kti_wide_form form) {
    uint32_t value = 0;
    for (unsigned i = 0; i < form.unit; i++) {
        unsigned char byte = (unsigned char)bytes.ptr[at + (form.little ? form.unit - 1 - i : i)];
        value = value << 8 | byte;
    }
    return value;
}

static void write_unit(uint32_t value, kti_wide_form form, kti_buf *out) {
    for (unsigned i = 0; i < form.unit; i++) {
        unsigned shift = 8 * (form.little ? i : form.unit - 1 - i);
        kti_buf_add_byte(out, (char)(value >> shift & 0xFF));
    }
}

static bool is_surrogate(uint32_t unit) {
    return unit >= 0xD800 && unit <= 0xDFFF;
}

static void note_bad(size_t *bad, size_t at) {
    if (*bad == SIZE_MAX) *bad = at;
}

static void decode_wide(kt_str bytes, kti_wide_form form, kti_buf *out, size_t *bad) {
    size_t at = 0;
    for (; bytes.len - at >= form.unit; at += form.unit) {
        uint32_t cp = read_unit(bytes, at, form);
        bool high = form.unit == 2 && cp >= 0xD800 && cp <= 0xDBFF;
        if (high && bytes.len - at >= 4) {
            uint32_t low = read_unit(bytes, at + 2, form);
            if (low >= 0xDC00 && low <= 0xDFFF) {
                cp = 0x10000 + ((cp - 0xD800) << 10) + (low - 0xDC00);
                at += 2;
            }
        }
        if (is_surrogate(cp) || cp > 0x10FFFF) note_bad(bad, at);
        kti_buf_add_cp(out, cp); /* surrogates are written as U+FFFD */
    }
    if (at == bytes.len) return;
    note_bad(bad, at);
    kti_buf_add_cp(out, 0xFFFD);
}

static void encode_wide(kt_str text, kti_wide_form form, kti_buf *out) {
    for (size_t at = 0; at < text.len;) {
        kti_cp unit = kti_utf8_at(text, at);
        if (form.unit == 2 && unit.cp > 0xFFFF) {
            write_unit(0xD800 + ((unit.cp - 0x10000) >> 10), form, out);
            write_unit(0xDC00 + ((unit.cp - 0x10000) & 0x3FF), form, out);
        } else {
            write_unit(unit.cp, form, out);
        }
        at += unit.len;
    }
}

static void decode_utf8(kt_str bytes, kti_buf *out, size_t *bad) {
    size_t copied = 0;
    for (size_t at = 0; at < bytes.len;) {
        kti_cp unit = kti_utf8_at(bytes, at);
        if (!unit.valid) {
            note_bad(bad, at);
            kti_buf_add_str(out, kti_str_cut(bytes, copied, at));
            kti_buf_add_cp(out, 0xFFFD);
            copied = at + unit.len;
        }
        at += unit.len;
    }
    kti_buf_add_str(out, kti_str_cut(bytes, copied, bytes.len));
}

/* ---- detection ------------------------------------------------------------------------------ */

static kt_charset_guess guessed(const char *name, float confidence, const char *evidence) {
    return (kt_charset_guess){name, confidence, 0, evidence};
}

/* UTF-16 without a mark: in text of Hangul, ASCII and spaces the high bytes are few and known.
 * Returns how much speaks for it, 0 for nothing: ASCII the wrong way round may be Hangul letters,
 * the other way it is not. */
static size_t utf16_score(kt_str bytes, kti_wide_form form) {
    size_t units = 0, likely = 0, unlikely = 0, plain = 0;
    if (bytes.len % 2 != 0) return 0;
    for (size_t at = 0; at + 2 <= bytes.len && units < 2048; at += 2, units++) {
        uint32_t unit = read_unit(bytes, at, form);
        bool ascii = (unit >= 0x20 && unit < 0x7F) || unit == '\n' || unit == '\r' || unit == '\t';
        bool korean = (unit >= 0xAC00 && unit <= 0xD7A3) || (unit >= 0x3000 && unit <= 0x318F);
        bool quote_or_dots = unit >= 0x2010 && unit <= 0x2026;
        likely += ascii || korean || quote_or_dots;
        plain += ascii;
        unlikely +=
            unit == 0 || unit == 0xFFFE || is_surrogate(unit) || (unit >= 0xE000 && unit <= 0xF8FF);
    }
    bool may_be = units >= 2 && unlikely * 50 <= units && likely * 10 >= units * 7;
    return may_be ? 1 + plain : 0;
}

static bool is_ascii(kt_str bytes) {
    for (size_t i = 0; i < bytes.len; i++)
        if ((unsigned char)bytes.ptr[i] >= 0x80) return false;
    return true;
}

/* UTF-8 with damage: far more sequences are well formed than not. */
static bool is_mostly_utf8(kt_str bytes) {
    size_t good = 0, bad = 0;
    for (size_t at = 0; at < bytes.len;) {
        kti_cp unit = kti_utf8_at(bytes, at);
        good += unit.valid && unit.len > 1;
        bad += !unit.valid;
        at += unit.len;
    }
    return good > 0 && good >= 4 * bad;
}

/* A prefix may end inside a character; everything before that must be well formed. */
static bool is_utf8(kt_str bytes) {
    size_t bad = kti_utf8_check(bytes, 0);
    return bad == bytes.len || (bytes.len > 64 && bytes.len - bad < 4);
}

/* UTF-16 has it in every space, digit, Latin letter and line end. */
static bool has_nul(kt_str bytes) {
    return memchr(bytes.ptr, 0, bytes.len) != NULL;
}

/* Reads the bytes as windows-949: well formed, and most of its characters are Hangul syllables of
 * KS X 1001 (lead B0..C8), which is what Korean text looks like and little else does. In a short
 * text quotes and dots (lead A1) may be as many. */
static bool is_windows949(kt_str bytes) {
    size_t pairs = 0, hangul = 0, signs = 0, odd = 0;
    for (size_t at = 0; at < bytes.len; at++) {
        unsigned char lead = (unsigned char)bytes.ptr[at];
        if (lead < 0x80) continue;
        if (++at == bytes.len) break;
        unsigned char trail = (unsigned char)bytes.ptr[at];
        bool fits = lead >= 0x81 && lead <= 0xFE &&
                    ((trail >= 0x41 && trail <= 0x5A) || (trail >= 0x61 && trail <= 0x7A) ||
                     (trail >= 0x81 && trail <= 0xFE));
        pairs++;
        odd += !fits;
        hangul += lead >= 0xB0 && lead <= 0xC8 && trail >= 0xA1;
        signs += lead == 0xA1 && trail >= 0xA1;
    }
    if (hangul == 0 || odd * 100 > pairs) return false;
    return hangul * 10 >= pairs * 6 || hangul + signs == pairs;
}

#ifdef KTI_WITH_ICU

enum { DETECT_BYTES = 64 * 1024 };

static const char *guess_of_uchardet(const kti_detectors *d, kt_str bytes) {
    static const char none[] = "";
    const char *name = none;
    uchardet_t detector = d->uchardet_new();
    if (detector == NULL) return none;
    if (d->uchardet_handle_data(detector, bytes.ptr, bytes.len) == 0) {
        d->uchardet_data_end(detector);
        name = kti_charset_name(d->uchardet_get_charset(detector));
    }
    /* kti_charset_name() returns its own text but for names we do not list; those die with it. */
    bool own = name != d->uchardet_get_charset(detector);
    d->uchardet_delete(detector);
    return own ? name : none;
}

static const char *guess_of_icu(const kti_detectors *d, kt_str bytes, float *confidence) {
    UErrorCode error = U_ZERO_ERROR;
    UCharsetDetector *detector = d->ucsdet_open(&error);
    const char *name = "";
    *confidence = 0;
    d->ucsdet_setText(detector, bytes.ptr, (int32_t)bytes.len, &error);
    const UCharsetMatch *match = d->ucsdet_detect(detector, &error);
    if (U_SUCCESS(error) && match != NULL) {
        name = kti_charset_name(d->ucsdet_getName(match, &error));
        *confidence = (float)d->ucsdet_getConfidence(match, &error) / 100.0F;
    }
    d->ucsdet_close(detector);
    return name;
}

/* Where the two agree they are right; where not, uchardet knows Korean better and ICU UTF-16. */
static kt_charset_guess guess_by_detectors(kt_str bytes) {
    float confidence;
    kti_detectors d;
    if (!kti_detectors_find(&d)) return guessed("", 0, "no detector here");
    if (bytes.len > DETECT_BYTES) bytes.len = DETECT_BYTES;
    const char *first = guess_of_uchardet(&d, bytes);
    const char *second = guess_of_icu(&d, bytes, &confidence);
    if (strcmp(first, second) == 0) return guessed(first, confidence, "two detectors agree");
    if (strcmp(first, windows949) == 0) return guessed(first, 0.7F, "uchardet");
    if (kti_wide_form_of(second).unit != 0) return guessed(second, confidence, "ICU");
    if (*first != '\0') return guessed(first, 0.5F, "uchardet");
    return guessed(second, confidence / 2, "ICU");
}

#else

static kt_charset_guess guess_by_detectors(kt_str bytes) {
    (void)bytes;
    return guessed("", 0, "no detector in this build");
}

#endif

/* Text without NUL. What is well formed in bytes is hardly ever UTF-16, but the other way round it
 * often is: Russian in UTF-8 and Korean in windows-949 have the bytes of Hangul in UTF-16. */
static bool guess_bytes(kt_str bytes, kt_charset_guess *out) {
    if (is_ascii(bytes))
        *out = guessed("US-ASCII", 1, "seven bits");
    else if (is_utf8(bytes))
        *out = guessed(utf8, 1, "valid UTF-8");
    else if (!is_mostly_utf8(bytes) && is_windows949(bytes))
        *out = guessed(windows949, 0.9F, "Korean byte pairs");
    else
        return false;
    return true;
}

static kt_charset_guess guess(kt_str bytes) {
    kt_charset_guess found;
    if (bytes.len == 0) return guessed(utf8, 1, "empty");
    if (!has_nul(bytes) && guess_bytes(bytes, &found)) return found;
    size_t little = utf16_score(bytes, (kti_wide_form){2, true});
    size_t big = utf16_score(bytes, (kti_wide_form){2, false});
    if (little > 0 || big > 0)
        return guessed(little >= big ? "UTF-16LE" : "UTF-16BE", 0.9F, "Korean UTF-16");
    if (guess_bytes(bytes, &found)) return found;
    if (is_mostly_utf8(bytes)) return guessed(utf8, 0.8F, "UTF-8 with ill-formed bytes");
    return guess_by_detectors(bytes);
}

void kti_charset_detect(kt_str bytes, kt_charset_guess *out) {
    const struct mark *mark = mark_of(bytes);
    if (mark == NULL) {
        *out = guess(bytes);
        return;
    }
    *out = guessed(mark->charset, 1, "byte order mark");
    out->bom_len = (uint32_t)mark->bytes.len;
}

/* The order of UTF-16 and UTF-32 is the mark's, or what the bytes look like. */
static const char *with_order(const char *name, kt_str bytes) {
    const char *usual = kti_charset_usual_order(name);
    kt_charset_guess told;
    if (usual == name || bytes.len == 0) return name;
    kti_charset_detect(bytes, &told);
    return kti_wide_form_of(told.name).unit == kti_wide_form_of(usual).unit ? told.name : usual;
}

/* A guess that is not sure is not worth losing bytes for. */
kt_charset_guess kti_charset_choose(kt_str bytes, const char *asked) {
    static const float SURE = 0.6F;
    kt_charset_guess guess;
    kti_charset_detect(bytes, &guess);
    if (asked == NULL) {
        if (guess.confidence < SURE) guess.name = utf8;
        return guess;
    }
    const char *name = with_order(kti_charset_name(asked), bytes);
    if (strcmp(name, guess.name) != 0) guess.bom_len = 0;
    guess.name = name;
    guess.evidence = "asked for";
    return guess;
}

/* ---- conversion by ICU ---------------------------------------------------------------------- */

#ifdef KTI_WITH_ICU

static bool converts(const kti_icu *icu, UConverter *converter, const char *charset) {
    UErrorCode error = U_ZERO_ERROR;
    UErrorCode other = U_ZERO_ERROR;
    const char *have = icu->ucnv_getName(converter, &error);
    const char *want = icu->ucnv_getAlias(charset, 0, &other);
    return U_SUCCESS(error) && want != NULL && strcmp(have, want) == 0;
}

/* The converter for `charset`, opened once and kept; NULL when ICU has none. */
static UConverter *converter_for(kti_uni *uni, const char *charset) {
    UErrorCode error = U_ZERO_ERROR;
    const kti_icu *icu = kti_uni_icu(uni);
    size_t at = 0;
    if (icu == NULL) return NULL;
    while (at < KTI_CONVERTERS - 1 && uni->converters[at] != NULL &&
           !converts(icu, uni->converters[at], charset))
        at++;
    UConverter *found = uni->converters[at];
    if (found == NULL || !converts(icu, found, charset)) {
        UConverter *opened = icu->ucnv_open(charset, &error);
        if (U_FAILURE(error)) return NULL;
        if (found != NULL) icu->ucnv_close(found);
        found = opened;
    }
    memmove(uni->converters + 1, uni->converters, at * sizeof(UConverter *));
    uni->converters[0] = found;
    icu->ucnv_reset(found);
    return found;
}

static void add_utf16(const UChar *units, int32_t count, kti_buf *out) {
    for (int32_t i = 0; i < count;)
        kti_buf_add_cp(out, kti_utf16_next(units, &i, count));
}

static kt_status decode_by_icu(kti_uni *uni, kt_str bytes, const char *charset, kti_buf *out,
                               size_t *bad) {
    UErrorCode error = U_ZERO_ERROR;
    UConverter *converter = converter_for(uni, charset);
    if (converter == NULL) return KT_ERR_UNSUPPORTED;
    const kti_icu *icu = &uni->icu;
    icu->ucnv_setToUCallBack(converter, icu->UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &error);
    const char *from = bytes.ptr;
    const char *end = bytes.ptr + bytes.len;
    for (bool more = true; more && !out->failed;) {
        UChar units[1024];
        UChar *to = units;
        error = U_ZERO_ERROR;
        icu->ucnv_toUnicode(converter, &to, units + 1024, &from, end, NULL, 1, &error);
        add_utf16(units, (int32_t)(to - units), out);
        if (error == U_BUFFER_OVERFLOW_ERROR) continue;
        more = U_FAILURE(error) && from <= end;
        if (!more) break;
        char invalid[16];
        int8_t length = sizeof invalid;
        UErrorCode ignored = U_ZERO_ERROR;
        icu->ucnv_getInvalidChars(converter, invalid, &length, &ignored);
        note_bad(bad, (size_t)(from - bytes.ptr) - (size_t)length);
        kti_buf_add_cp(out, 0xFFFD);
        if (from == end) break;
    }
    return kti_buf_status(out);
}

/* Encodes units as part of a text; false when the charset lacks one, and how many stood before. */
static bool encode_units(const kti_icu *icu, UConverter *converter, const UChar *units,
                         int32_t count, bool last, kti_buf *out, int32_t *before) {
    UErrorCode error;
    const UChar *from = units;
    do {
        char bytes[4096];
        char *to = bytes;
        error = U_ZERO_ERROR;
        icu->ucnv_fromUnicode(converter, &to, bytes + sizeof bytes, &from, units + count, NULL,
                              last, &error);
        kti_buf_add(out, bytes, (size_t)(to - bytes));
    } while (error == U_BUFFER_OVERFLOW_ERROR && !out->failed);
    if (U_SUCCESS(error) || out->failed) return true;
    UChar invalid[16];
    int8_t length = 16;
    UErrorCode ignored = U_ZERO_ERROR;
    icu->ucnv_getInvalidUChars(converter, invalid, &length, &ignored);
    *before = (int32_t)(from - units) - length;
    return false;
}

static size_t skip_units(kt_str text, size_t at, int32_t units) {
    while (units > 0) {
        kti_cp unit = kti_utf8_at(text, at);
        units -= unit.cp > 0xFFFF ? 2 : 1;
        at += unit.len;
    }
    return at;
}

/* One conversion from end to end: encodings that shift keep their state, and give it up at the end.
 * Stops at what the charset lacks. */
static kt_status encode_by_icu(kti_uni *uni, kt_str text, const char *charset, kti_buf *out,
                               size_t *bad) {
    enum { UNITS = 1024 };
    UErrorCode error = U_ZERO_ERROR;
    UConverter *converter = converter_for(uni, charset);
    if (converter == NULL) return KT_ERR_UNSUPPORTED;
    const kti_icu *icu = &uni->icu;
    icu->ucnv_setFromUCallBack(converter, icu->UCNV_FROM_U_CALLBACK_STOP, NULL, NULL, NULL, &error);
    for (size_t at = 0, end = 0; at < text.len && !out->failed; at = end) {
        UChar units[UNITS];
        int32_t count = 0, before = 0;
        while (end < text.len && count < UNITS - 1) {
            kti_cp unit = kti_utf8_at(text, end);
            count += kti_utf16_write(unit.cp, units + count);
            end += unit.len;
        }
        if (encode_units(icu, converter, units, count, end == text.len, out, &before)) continue;
        *bad = skip_units(text, at, before);
        break;
    }
    return kti_buf_status(out);
}

#else

static kt_status decode_by_icu(kti_uni *uni, kt_str bytes, const char *charset, kti_buf *out,
                               size_t *bad) {
    (void)uni, (void)bytes, (void)charset, (void)out, (void)bad;
    return KT_ERR_UNSUPPORTED;
}

static kt_status encode_by_icu(kti_uni *uni, kt_str text, const char *charset, kti_buf *out,
                               size_t *bad) {
    (void)uni, (void)text, (void)charset, (void)out, (void)bad;
    return KT_ERR_UNSUPPORTED;
}

#endif

/* ---- conversion ----------------------------------------------------------------------------- */

kt_status kti_charset_decode(kti_uni *uni, kt_str bytes, const char *charset, kti_buf *out,
                             size_t *bad) {
    const char *name = with_order(kti_charset_name(charset), bytes);
    const struct mark *mark = mark_of(bytes);
    size_t skip = mark != NULL && strcmp(mark->charset, name) == 0 ? mark->bytes.len : 0;
    kti_wide_form form = kti_wide_form_of(kti_charset_usual_order(name));
    *bad = SIZE_MAX;
    bytes = kti_str_cut(bytes, skip, bytes.len);
    kt_status status = KT_OK;
    if (kti_charset_is_utf8(name))
        decode_utf8(bytes, out, bad);
    else if (form.unit != 0)
        decode_wide(bytes, form, out, bad);
    else {
        size_t done = strcmp(name, windows949) == 0 ? kti_cp949_decode(uni, bytes, out) : 0;
        bytes = kti_str_cut(bytes, done, bytes.len);
        skip += done;
        if (done == 0 || bytes.len > 0) status = decode_by_icu(uni, bytes, name, out, bad);
    }
    if (*bad != SIZE_MAX) *bad += skip;
    return status != KT_OK ? status : kti_buf_status(out);
}

static void add_mark(const char *name, kti_buf *out) {
    for (size_t i = 0; i < MARKS; i++)
        if (strcmp(marks[i].charset, name) == 0) kti_buf_add_str(out, marks[i].bytes);
}

kt_status kti_charset_encode(kti_uni *uni, kt_str text, const char *charset, int bom, kti_buf *out,
                             size_t *bad) {
    const char *name = kti_charset_usual_order(kti_charset_name(charset));
    kti_wide_form form = kti_wide_form_of(name);
    *bad = SIZE_MAX;
    if (bom) add_mark(name, out);
    if (kti_charset_is_utf8(name))
        kti_buf_add_str(out, text);
    else if (form.unit != 0)
        encode_wide(text, form, out);
    else
        return encode_by_icu(uni, text, name, out, bad);
    return kti_buf_status(out);
}
