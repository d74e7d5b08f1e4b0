#include "source.h"

#include <string.h>

enum { DECODED = 32 << 10, UNBROKEN = 64 << 10 };

/* ---- where text may be cut ------------------------------------------------------------------ */

/* A visible character of ASCII or a syllable of Hangul, of which `left` bytes are there. */
static bool begins_anew(const unsigned char *at, size_t left) {
    if (at[0] < 0x80) return at[0] > ' ' && at[0] < 0x7F;
    if (left < 3) return false;
    if (at[0] == 0xEA) return at[1] >= 0xB0;
    if (at[0] == 0xED) return at[1] < 0x9E || (at[1] == 0x9E && at[2] <= 0xA3);
    return at[0] == 0xEB || at[0] == 0xEC;
}

static bool may_cut(cut how, kt_str text, size_t at) {
    const unsigned char *p = (const unsigned char *)text.ptr + at;
    if (!begins_anew(p, text.len - at)) return false;
    if (p[-1] == ' ') return true;
    if (how != CUT_CHARACTERS) return false;
    return begins_anew(p - 1, 1) || (at >= 3 && (p[-1] & 0xC0) == 0x80 && begins_anew(p - 3, 3));
}

static size_t behind_line(kt_str text, size_t least) {
    size_t end = text.len;
    while (end > least && text.ptr[end - 1] != '\n')
        end--;
    return end > least ? end : 0;
}

static size_t last_place(cut how, kt_str text, size_t least) {
    size_t at = text.len;
    while (at-- > least + 1)
        if (may_cut(how, text, at)) return at;
    return 0;
}

/* The bytes of the next piece of what is there; 0 when more has to be read. */
static size_t piece_of(source *src, kt_str text, bool more) {
    size_t end = more ? behind_line(text, src->no_lines) : text.len;
    src->no_lines = text.len;
    if (end > 0 || src->cut == CUT_LINES || text.len <= KT_PART_MOST) return end;
    if (src->cut == CUT_PARTS) {
        end = kt_part(text, 1);
    } else {
        end = last_place(src->cut, text, src->no_places);
        src->no_places = text.len - 3; /* a character may be cut off */
    }
    return end;
}

/* ---- other encodings ------------------------------------------------------------------------ */

static const char windows949[] = "windows-949";

/* Bytes below 40 are ASCII, within characters too. */
static bool is_ascii_and_more(const char *name) {
    static const char *const list[] = {windows949,   "windows-1252", "Big5",    "Shift_JIS",
                                       "ISO-8859-1", "EUC-JP",       "GB18030", "KOI8-R"};
    for (size_t i = 0; i < sizeof list / sizeof *list; i++)
        if (strcmp(name, list[i]) == 0) return true;
    return false;
}

/* Bytes a unit of UTF-16 or UTF-32; 0 for other encodings. */
static size_t unit_of(const char *name) {
    if (strncmp(name, "UTF-16", 6) == 0) return 2;
    return strncmp(name, "UTF-32", 6) == 0 ? 4 : 0;
}

/* Before the last unit, unless that is half a character or would be taken for a mark. */
static size_t behind_unit(kt_str bytes, size_t unit, bool little) {
    for (size_t at = bytes.len / unit * unit; at > unit; at -= unit) {
        const unsigned char *p = (const unsigned char *)bytes.ptr + at - unit;
        unsigned low = little ? p[0] : p[unit - 1], high = little ? p[1] : p[unit - 2];
        bool half = unit == 2 && high >= 0xDC && high < 0xE0;
        if (!half && !(high == 0xFE && low == 0xFF)) return at - unit;
    }
    return 0;
}

/* Behind the last pair of windows-949 when all are well formed, as nothing else can be told. */
static size_t behind_pair(kt_str bytes) {
    const unsigned char *p = (const unsigned char *)bytes.ptr;
    size_t at = 0;
    while (at + 1 < bytes.len) {
        bool pair = p[at] > 0x80 && p[at] < 0xFF && p[at + 1] > 0x40 && p[at + 1] < 0xFF;
        if (p[at] >= 0x80 && !pair) return 0;
        at += p[at] < 0x80 ? 1 : 2;
    }
    return at;
}

/* Behind a line end or space, which no encoding of the list has within a character. */
static size_t behind_blank(kt_str bytes) {
    size_t end = bytes.len;
    while (end > 0 && bytes.ptr[end - 1] != '\n' && bytes.ptr[end - 1] != ' ')
        end--;
    return end;
}

/* How much of what was read can be decoded by itself. */
static size_t decodable(const source *src, kt_str bytes) {
    const char *name = src->charset.name;
    size_t unit = unit_of(name);
    if (src->in.ended) return bytes.len;
    if (bytes.len < DECODED) return 0;
    if (unit > 0) return behind_unit(bytes, unit, name[6] == 'L');
    if (!is_ascii_and_more(name)) return 0;
    size_t end = behind_blank(bytes);
    bool pairs = end == 0 && bytes.len >= UNBROKEN && strcmp(name, windows949) == 0;
    return pairs ? behind_pair(bytes) : end;
}

/* Moves on in lines and columns of the bytes. */
static void count_raw(source *src, kt_str bytes) {
    for (const char *feed; (feed = memchr(bytes.ptr, '\n', bytes.len)) != NULL;) {
        size_t len = (size_t)(feed - bytes.ptr) + 1;
        bytes = (kt_str){bytes.ptr + len, bytes.len - len};
        src->raw_line++;
        src->raw_column = 0;
    }
    src->raw_column += bytes.len;
}

static int complain_decoding(source *src, const session *s, kt_status status, kt_str bytes) {
    kt_error err = kt_ctx_error(s->ctx);
    if (status != KT_ERR_ENCODING || err.offset > bytes.len)
        return complain_status(s, status, src->in.name, 0);
    count_raw(src, (kt_str){bytes.ptr, err.offset});
    return complain(EXIT_USAGE, src->in.name, src->raw_line + 1, src->raw_column + 1, err.message);
}

static void forget_used(source *src) {
    if (src->used * 2 < src->decoded.len) return;
    memmove(src->decoded.ptr, src->decoded.ptr + src->used, src->decoded.len - src->used);
    src->decoded.len -= src->used;
    src->used = 0;
}

static int decode_more(source *src, session *s) {
    kt_str bytes = input_pending(&src->in), text;
    bytes.len = decodable(src, bytes);
    if (bytes.len == 0) return EXIT_DONE;
    kt_status status = kt_charset_decode(s->ctx, bytes, src->charset.name, src->strict, &text);
    if (status != KT_OK) return complain_decoding(src, s, status, bytes);
    if (src->used > 0) forget_used(src);
    buffer_str(&src->decoded, text);
    if (src->strict) count_raw(src, bytes);
    src->in.used += bytes.len;
    return src->decoded.failed ? complain(EXIT_IO, src->in.name, 0, 0, "out of memory") : EXIT_DONE;
}

/* ---- pieces --------------------------------------------------------------------------------- */

/* Enough to tell the encoding by: a pipe may give a line byte by byte. */
static int read_beginning(input *in) {
    int status = input_read(in);
    while (status == EXIT_DONE && !in->ended && in->pending.len < KT_PART_MOST &&
           memchr(in->pending.ptr, '\n', in->pending.len) == NULL)
        status = input_read(in);
    return status;
}

int source_open(source *out, session *s, const char *name, const char *encoding) {
    const char *invalid = arguments_value(s->args, OPT_ON_INVALID, "replace");
    *out = (source){.cut = CUT_LINES, .strict = strcmp(invalid, "stop") == 0};
    int status = input_open(name, &out->in);
    if (status == EXIT_DONE) status = read_beginning(&out->in);
    if (status != EXIT_DONE) return status;
    out->charset = kt_charset_choose(input_pending(&out->in), encoding);
    out->utf8 = is_utf8_charset(out->charset.name);
    if (out->utf8) out->in.used = out->charset.bom_len;
    return out->utf8 ? EXIT_DONE : decode_more(out, s);
}

void source_close(source *src) {
    input_close(&src->in);
    buffer_free(&src->decoded);
}

static kt_str ahead(const source *src) {
    if (src->utf8) return input_pending(&src->in);
    return (kt_str){src->decoded.ptr + src->used, src->decoded.len - src->used};
}

static int read_more(source *src, session *s) {
    int status = input_read(&src->in);
    return status == EXIT_DONE && !src->utf8 ? decode_more(src, s) : status;
}

static size_t count_lines(kt_str text) {
    size_t lines = 0;
    for (const char *at = text.ptr, *end = text.ptr + text.len; at < end; lines++) {
        at = memchr(at, '\n', (size_t)(end - at));
        if (at == NULL) break;
        at++;
    }
    return lines;
}

/* Leaves the last piece behind. */
static void go_on(source *src) {
    kt_str last = ahead(src);
    last.len = src->given;
    src->line += count_lines(last);
    *(src->utf8 ? &src->in.used : &src->used) += last.len;
    src->no_lines -= last.len < src->no_lines ? last.len : src->no_lines;
    src->no_places -= last.len < src->no_places ? last.len : src->no_places;
}

int source_take(source *src, session *s, piece *out) {
    int status = EXIT_DONE;
    if (src->given > 0) go_on(src);
    for (;;) {
        kt_str text = ahead(src);
        src->given = piece_of(src, text, !src->in.ended);
        if (src->given > 0 || src->in.ended) break;
        status = read_more(src, s);
        if (status != EXIT_DONE) break;
    }
    kt_str text = {ahead(src).ptr, src->given};
    bool whole = text.len > 0 && text.ptr[text.len - 1] == '\n';
    bool open = !whole && text.len < ahead(src).len;
    *out = (piece){text, src->line, src->within, open || (!whole && !src->in.ended)};
    src->within = out->open;
    return status;
}
