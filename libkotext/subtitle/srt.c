/* srt.c - SubRip. There is no standard; this reads what players read.
 *
 * A cue begins at a time line, "00:00:01,000 --> 00:00:02,000" with whatever stands behind it. A
 * line of digits just before is its index. Its text runs to the next cue's index or time line,
 * without the blank lines before that, so that blank lines inside a cue survive.
 */
#include "core/status.h"
#include "core/str.h"
#include "subtitle/cues.h"

typedef struct line {
    kt_str text;
    size_t start;
    size_t next; /* where the following line starts */
} line;

static line read_line(kt_str text, size_t at) {
    size_t end = at;
    while (end < text.len && text.ptr[end] != '\n' && text.ptr[end] != '\r')
        end++;
    size_t next = end;
    if (next < text.len)
        next += text.ptr[next] == '\r' && next + 1 < text.len && text.ptr[next + 1] == '\n' ? 2 : 1;
    return (line){kti_str_cut(text, at, end), at, next};
}

/* Reads up to nine digits; false when there is none. */
static bool read_number(kt_str *rest, int64_t *value, size_t *digits) {
    *value = 0;
    *digits = 0;
    while (*digits < 9 && *digits < rest->len && kti_is_ascii_digit(rest->ptr[*digits])) {
        *value = *value * 10 + (rest->ptr[*digits] - '0');
        ++*digits;
    }
    *rest = kti_str_cut(*rest, *digits, rest->len);
    return *digits > 0;
}

static bool read_char(kt_str *rest, char a, char b) {
    if (rest->len == 0 || (rest->ptr[0] != a && rest->ptr[0] != b)) return false;
    *rest = kti_str_cut(*rest, 1, rest->len);
    return true;
}

static void skip_blanks(kt_str *rest) {
    while (read_char(rest, ' ', '\t'))
        continue;
}

/* hours:minutes:seconds,thousandths; hours and the fraction may be missing, "." serves as ",". */
static bool read_time(kt_str *rest, int64_t *ms) {
    int64_t part = 0, seconds = 0;
    size_t digits = 0;
    int parts = 0;
    do {
        skip_blanks(rest);
        if (!read_number(rest, &part, &digits)) return false;
        seconds = seconds * 60 + part;
        skip_blanks(rest);
    } while (++parts < 3 && read_char(rest, ':', ':'));
    if (parts < 2) return false;
    int64_t fraction = 0;
    if (read_char(rest, ',', '.')) {
        skip_blanks(rest);
        if (!read_number(rest, &fraction, &digits)) return false;
        for (; digits < 3; digits++)
            fraction *= 10;
        for (; digits > 3; digits--)
            fraction /= 10;
    }
    *ms = seconds * 1000 + fraction;
    return true;
}

static bool read_times(kt_str text, kt_cue *cue) {
    static const kt_str arrow = KTI_STR_INIT("-->");
    if (!read_time(&text, &cue->start_ms)) return false;
    skip_blanks(&text);
    if (!kti_str_starts(text, arrow)) return false;
    text = kti_str_cut(text, arrow.len, text.len);
    return read_time(&text, &cue->end_ms);
}

static bool is_index(kt_str text) {
    text = kti_str_trim(text);
    for (size_t i = 0; i < text.len; i++)
        if (!kti_is_ascii_digit(text.ptr[i])) return false;
    return text.len > 0 && text.len < 10;
}

/* Cuts the line ends and blank lines off the end of [start, end). */
static uint32_t without_blank_lines(kt_str text, size_t start, size_t end) {
    size_t kept = start;
    for (size_t at = start; at < end;) {
        line l = read_line(kti_str_cut(text, 0, end), at);
        if (kti_str_trim(l.text).len > 0) kept = l.start + l.text.len;
        at = l.next;
    }
    return (uint32_t)kept;
}

/* The cue being read; its text goes on until the next one's header. */
typedef struct open_cue {
    kt_cue cue;
    bool open;
} open_cue;

static kt_status close_cue(kt_subtitle *s, open_cue *o, size_t header) {
    if (!o->open) return KT_OK;
    o->cue.text.end = without_blank_lines(s->text, o->cue.text.start, header);
    return kti_cues_add(s, o->cue);
}

kt_status kti_srt_read(kt_subtitle *s, kt_error *err) {
    open_cue o = {.open = false};
    line before = {{NULL, 0}, 0, 0};
    for (size_t at = 0; at < s->text.len;) {
        line l = read_line(s->text, at);
        kt_cue next = {0, 0, {(uint32_t)l.next, (uint32_t)l.next}};
        if (read_times(l.text, &next)) {
            bool indexed = is_index(before.text) && before.start >= o.cue.text.start;
            KTI_TRY(close_cue(s, &o, indexed ? before.start : l.start));
            o = (open_cue){next, true};
        }
        before = l;
        at = l.next;
    }
    if (!o.open)
        return kti_fail_line(err, KT_ERR_SYNTAX, 0, 1, "no cue: no line with \"-->\" times");
    return close_cue(s, &o, s->text.len);
}

bool kti_srt_is(kt_str text) {
    enum { LINES = 12 }; /* what may stand before the first cue */
    size_t at = 0;
    for (int i = 0; i < LINES && at < text.len; i++) {
        line l = read_line(text, at);
        kt_cue cue;
        if (read_times(l.text, &cue)) return true;
        if (kti_str_starts(l.text, KTI_STR("WEBVTT"))) return false;
        at = l.next;
    }
    return false;
}
