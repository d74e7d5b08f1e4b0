#include "markup/json.h"

#include "core/str.h"
#include "core/utf8.h"

static kti_json_token token_of(const kti_json *j, kti_json_kind kind, size_t start, size_t end) {
    return (kti_json_token){kind, start, end, kti_str_cut(j->text, start, end)};
}

static kti_json_token bad(kti_json *j) {
    size_t at = j->at;
    j->at = j->text.len;
    return token_of(j, KTI_JSON_BAD, at, at);
}

static void skip_space(kti_json *j) {
    while (j->at < j->text.len && kti_is_ascii_space(j->text.ptr[j->at]))
        j->at++;
}

static kti_json_token string(kti_json *j, kti_json_kind kind) {
    size_t start = j->at + 1, end = start;
    while (end < j->text.len && j->text.ptr[end] != '"')
        end += j->text.ptr[end] == '\\' && end + 1 < j->text.len ? 2 : 1;
    if (end >= j->text.len) return bad(j);
    j->at = end + 1;
    kti_json_token t = token_of(j, kind, start - 1, end + 1);
    t.text = kti_str_cut(j->text, start, end);
    return t;
}

static kti_json_token word(kti_json *j) {
    static const struct {
        kt_str name;
        kti_json_kind kind;
    } words[] = {{KTI_STR_INIT("null"), KTI_JSON_NULL},
                 {KTI_STR_INIT("true"), KTI_JSON_BOOL},
                 {KTI_STR_INIT("false"), KTI_JSON_BOOL},
                 {KTI_STR_INIT("NaN"), KTI_JSON_NULL}}; /* Python writes it */
    kt_str rest = kti_str_cut(j->text, j->at, j->text.len);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (kti_str_starts(rest, words[i].name)) {
            size_t start = j->at;
            j->at += words[i].name.len;
            return token_of(j, words[i].kind, start, j->at);
        }
    return bad(j);
}

static bool is_number_char(char c) {
    return kti_is_ascii_digit(c) || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

static kti_json_token value(kti_json *j) {
    char c = j->text.ptr[j->at];
    size_t start = j->at;
    j->after_value = true;
    if (c == '"') return string(j, KTI_JSON_STRING);
    if (kti_is_ascii_digit(c) || c == '-') {
        while (j->at < j->text.len && is_number_char(j->text.ptr[j->at]))
            j->at++;
        return token_of(j, KTI_JSON_NUMBER, start, j->at);
    }
    if (c != '{' && c != '[') return word(j);
    if (j->depth == KTI_JSON_DEEPEST) return bad(j);
    j->open[j->depth++] = c;
    j->after_value = false;
    j->at++;
    return token_of(j, c == '{' ? KTI_JSON_OBJECT : KTI_JSON_ARRAY, start, j->at);
}

static kti_json_token close(kti_json *j) {
    size_t start = j->at++;
    j->depth--;
    j->after_value = true;
    return token_of(j, KTI_JSON_CLOSE, start, j->at);
}

static kti_json_token key(kti_json *j) {
    if (j->text.ptr[j->at] != '"') return bad(j);
    kti_json_token t = string(j, KTI_JSON_KEY);
    if (t.kind == KTI_JSON_BAD) return t;
    skip_space(j);
    if (j->at == j->text.len || j->text.ptr[j->at] != ':') return bad(j);
    j->at++;
    j->after_key = true;
    return t;
}

kti_json_token kti_json_next(kti_json *j) {
    skip_space(j);
    bool end = j->at == j->text.len;
    if (j->depth == 0 && j->after_value)
        return end ? token_of(j, KTI_JSON_END, j->at, j->at) : bad(j);
    if (end) return bad(j);
    bool in_object = j->depth > 0 && j->open[j->depth - 1] == '{';
    char c = j->text.ptr[j->at];
    if (j->depth > 0 && !j->after_key && c == (in_object ? '}' : ']')) return close(j);
    if (j->after_value) {
        if (c != ',') return bad(j);
        j->at++;
        skip_space(j);
        if (j->at == j->text.len) return bad(j);
        j->after_value = false;
    }
    if (in_object && !j->after_key) return key(j);
    j->after_key = false;
    return value(j);
}

/* ---- texts ---------------------------------------------------------------------------------- */

/* Four hexadecimal digits at `at`; false when they are not there. */
static bool hex4(kt_str text, size_t at, uint32_t *value) {
    *value = 0;
    if (text.len - at < 4) return false;
    for (size_t i = at; i < at + 4; i++) {
        char c = kti_ascii_lower(text.ptr[i]);
        bool letter = c >= 'a' && c <= 'f';
        if (!letter && !kti_is_ascii_digit(c)) return false;
        *value = *value << 4 | (uint32_t)(letter ? c - 'a' + 10 : c - '0');
    }
    return true;
}

/* \uXXXX, or two of them that are one character; returns the bytes read behind the "u". */
static size_t add_unicode(kti_buf *out, kt_str text, size_t at) {
    uint32_t high, low;
    if (!hex4(text, at, &high)) return 0;
    bool first = high >= 0xD800 && high < 0xDC00;
    bool pair = first && text.len - at >= 10 && text.ptr[at + 4] == '\\' &&
                text.ptr[at + 5] == 'u' && hex4(text, at + 6, &low) && low >= 0xDC00 &&
                low < 0xE000;
    if (pair) high = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
    kti_buf_add_cp(out, high);
    return pair ? 10 : 4;
}

void kti_json_add_decoded(kti_buf *out, kt_str text) {
    static const char from[] = "bfnrt", to[] = "\b\f\n\r\t";
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] != '\\' || i + 1 == text.len) {
            kti_buf_add_byte(out, text.ptr[i]);
            continue;
        }
        char c = text.ptr[++i];
        if (c == 'u') {
            i += add_unicode(out, text, i + 1);
            continue;
        }
        for (size_t k = 0; k < sizeof from - 1; k++)
            if (text.ptr[i] == from[k]) c = to[k];
        kti_buf_add_byte(out, c);
    }
}

static void add_control(kti_buf *out, unsigned char c) {
    static const char hex[] = "0123456789abcdef";
    kti_buf_add_cstr(out, "\\u00");
    kti_buf_add_byte(out, hex[c >> 4]);
    kti_buf_add_byte(out, hex[c & 15]);
}

void kti_json_add_string(kti_buf *out, kt_str text) {
    kti_buf_add_byte(out, '"');
    for (size_t at = 0; at < text.len;) {
        kti_cp c = kti_utf8_at(text, at);
        at += c.len;
        if (c.cp == '"' || c.cp == '\\') kti_buf_add_byte(out, '\\');
        if (c.cp == '\n')
            kti_buf_add_cstr(out, "\\n");
        else if (c.cp < 0x20 || c.cp == 0x7F)
            add_control(out, (unsigned char)c.cp);
        else
            kti_buf_add_cp(out, c.cp);
    }
    kti_buf_add_byte(out, '"');
}
