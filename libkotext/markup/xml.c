#include "markup/xml.h"

#include <string.h>

#include "core/utf8.h"

static size_t find_from(kt_str text, size_t at, const char *what) {
    size_t found = kti_str_find(text, kti_str(what), at);
    return found == SIZE_MAX ? SIZE_MAX : found + strlen(what);
}

static bool is_name_char(char c) {
    return c != '>' && c != '/' && c != '=' && c != '<' && !kti_is_ascii_space(c);
}

/* The end of a tag: the first ">" outside of quotes. SIZE_MAX: none, or a "<" before it. */
static size_t tag_end(kt_str text, size_t at) {
    char quote = '\0';
    for (size_t end = at + 1; end < text.len; end++) {
        char c = text.ptr[end];
        if (quote != '\0')
            quote = c == quote ? '\0' : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '>')
            return end + 1;
        else if (c == '<')
            return SIZE_MAX;
    }
    return SIZE_MAX;
}

static void read_name(kt_str text, kti_xml *out) {
    size_t start = out->start + (out->kind == KTI_XML_CLOSE ? 2 : 1), end = start;
    while (end < out->end && is_name_char(text.ptr[end]))
        end++;
    out->name = out->local = kti_str_cut(text, start, end);
    const char *colon = out->name.len == 0 ? NULL : memchr(out->name.ptr, ':', out->name.len);
    if (colon != NULL)
        out->local = kti_str_cut(out->name, (size_t)(colon - out->name.ptr) + 1, out->name.len);
    if (out->local.len == 0) out->kind = KTI_XML_BAD;
}

static void read_tag(kt_str text, kti_xml *out) {
    bool close = text.len - out->start > 1 && text.ptr[out->start + 1] == '/';
    out->end = tag_end(text, out->start);
    out->kind = close ? KTI_XML_CLOSE : KTI_XML_OPEN;
    if (out->end == SIZE_MAX) {
        out->kind = KTI_XML_BAD;
        return;
    }
    if (!close && text.ptr[out->end - 2] == '/') out->kind = KTI_XML_EMPTY;
    read_name(text, out);
}

/* <!DOCTYPE ...>, with its declarations in brackets. */
static size_t declaration_end(kt_str text, size_t at) {
    size_t depth = 0;
    for (; at < text.len; at++) {
        depth += text.ptr[at] == '<';
        if (text.ptr[at] == '>' && --depth == 0) return at + 1;
    }
    return SIZE_MAX;
}

bool kti_xml_at(kt_str text, size_t at, kti_xml *out) {
    if (at >= text.len) return false;
    kt_str rest = kti_str_cut(text, at, text.len);
    *out = (kti_xml){.kind = KTI_XML_OTHER, .start = at};
    if (rest.ptr[0] != '<') {
        const char *next = memchr(rest.ptr, '<', rest.len);
        out->kind = KTI_XML_TEXT;
        out->end = next == NULL ? text.len : at + (size_t)(next - rest.ptr);
    } else if (kti_str_starts(rest, KTI_STR("<!--"))) {
        out->end = find_from(text, at + 4, "-->");
    } else if (kti_str_starts(rest, KTI_STR("<![CDATA["))) {
        out->kind = KTI_XML_CDATA;
        out->end = find_from(text, at, "]]>");
    } else if (kti_str_starts(rest, KTI_STR("<?"))) {
        out->end = find_from(text, at, "?>");
    } else if (kti_str_starts(rest, KTI_STR("<!"))) {
        out->end = declaration_end(text, at);
    } else {
        read_tag(text, out);
    }
    if (out->end == SIZE_MAX) out->kind = KTI_XML_BAD;
    if (out->kind == KTI_XML_BAD) out->end = text.len;
    return true;
}

/* Takes name="value" off the front; false at the end of the tag. */
static bool take_attribute(kt_str *rest, kt_str *name, kt_str *value) {
    size_t end = 0;
    kti_take_space(rest);
    while (end < rest->len && is_name_char(rest->ptr[end]))
        end++;
    if (end == 0) return false;
    *name = kti_str_cut(*rest, 0, end);
    *rest = kti_str_cut(*rest, end, rest->len);
    *value = KTI_STR("");
    kti_take_space(rest);
    if (!kti_take_char(rest, '=')) return true;
    kti_take_space(rest);
    if (rest->len == 0 || (rest->ptr[0] != '"' && rest->ptr[0] != '\'')) return false;
    char quote = rest->ptr[0];
    *rest = kti_str_cut(*rest, 1, rest->len);
    *value = kti_str_next_field(rest, quote);
    return rest->ptr != NULL;
}

kt_str kti_xml_attribute(kt_str text, const kti_xml *tag, const char *local) {
    size_t begin = (size_t)(tag->name.ptr - text.ptr) + tag->name.len;
    kt_str rest = kti_str_cut(text, begin, tag->end);
    kt_str name, value, wanted = kti_str(local);
    while (take_attribute(&rest, &name, &value)) {
        const char *colon = memchr(name.ptr, ':', name.len);
        if (colon != NULL) name = kti_str_cut(name, (size_t)(colon - name.ptr) + 1, name.len);
        if (kti_str_eq(name, wanted)) return value;
    }
    return (kt_str){NULL, 0};
}

/* ---- texts ---------------------------------------------------------------------------------- */

static bool is_xml_char(uint32_t c) {
    bool surrogate = c >= 0xD800 && c <= 0xDFFF;
    return c == '\t' || c == '\n' || c == '\r' ||
           (c >= 0x20 && !surrogate && c != 0xFFFE && c != 0xFFFF);
}

/* &#44032; or &#xAC00; between the "&#" and the ";". 0: neither, or no character of XML. */
static uint32_t reference(kt_str digits) {
    uint32_t value = 0;
    bool hex = digits.len > 0 && digits.ptr[0] == 'x';
    for (size_t i = hex; i < digits.len; i++) {
        char c = kti_ascii_lower(digits.ptr[i]);
        bool letter = hex && c >= 'a' && c <= 'f';
        if (!letter && !kti_is_ascii_digit(c)) return 0;
        value = value * (hex ? 16 : 10) + (uint32_t)(letter ? c - 'a' + 10 : c - '0');
        if (value > 0x10FFFF) return 0;
    }
    return is_xml_char(value) ? value : 0;
}

static uint32_t entity(kt_str name) {
    static const struct {
        kt_str name;
        char c;
    } known[] = {{KTI_STR_INIT("amp"), '&'},
                 {KTI_STR_INIT("lt"), '<'},
                 {KTI_STR_INIT("gt"), '>'},
                 {KTI_STR_INIT("quot"), '"'},
                 {KTI_STR_INIT("apos"), '\''}};
    if (name.len > 1 && name.ptr[0] == '#') return reference(kti_str_cut(name, 1, name.len));
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (kti_str_eq(name, known[i].name)) return (uint32_t)known[i].c;
    return 0;
}

void kti_xml_add_decoded(kti_buf *out, kt_str raw) {
    enum { LONGEST = 12 };
    for (size_t at = 0; at < raw.len; at++) {
        size_t end = at + 1, last = raw.len - at < LONGEST ? raw.len : at + LONGEST;
        while (raw.ptr[at] == '&' && end < last && raw.ptr[end] != ';')
            end++;
        bool closed = raw.ptr[at] == '&' && end < last;
        uint32_t cp = closed ? entity(kti_str_cut(raw, at + 1, end)) : 0;
        if (cp == 0) {
            kti_buf_add_byte(out, raw.ptr[at]);
        } else {
            kti_buf_add_cp(out, cp);
            at = end;
        }
    }
}

void kti_xml_add_escaped(kti_buf *out, kt_str text) {
    for (size_t at = 0; at < text.len;) {
        kti_cp c = kti_utf8_at(text, at);
        at += c.len;
        if (c.cp == '&')
            kti_buf_add_cstr(out, "&amp;");
        else if (c.cp == '<')
            kti_buf_add_cstr(out, "&lt;");
        else if (c.cp == '>')
            kti_buf_add_cstr(out, "&gt;");
        else if (c.cp == '"')
            kti_buf_add_cstr(out, "&quot;");
        else if (c.cp == '\r')
            kti_buf_add_cstr(out, "&#13;");
        else
            kti_buf_add_cp(out, is_xml_char(c.cp) ? c.cp : 0xFFFD);
    }
}
