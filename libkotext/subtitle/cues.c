#include "subtitle/cues.h"

#include "core/status.h"
#include "core/str.h"
#include "core/text.h"
#include "core/utf8.h"

/* Rules of the edits this layer makes; both say all there is to say. */
enum { RULE_REPLACED = 1, RULE_MARKUP = 2, RULE_ILL_FORMED = 3 };

const char *kt_format_id(kt_format format) {
    return format == KT_FORMAT_SRT ? "srt" : "text";
}

kt_format kt_format_detect(kt_str text) {
    return kti_srt_is(text) ? KT_FORMAT_SRT : KT_FORMAT_TEXT;
}

kt_status kti_cues_add(kt_subtitle *s, kt_cue cue) {
    void *items = s->cues;
    KTI_TRY(kti_alloc_grow(&s->alloc, &items, &s->cue_capacity, sizeof *s->cues, s->cue_count + 1));
    s->cues = items;
    s->cues[s->cue_count++] = cue;
    return KT_OK;
}

kt_status kt_subtitle_parse(const kt_alloc *alloc, kt_str text, kt_format format, kt_subtitle **out,
                            kt_error *err) {
    if (out == NULL) return kti_fail(err, KT_ERR_ARG, 0, "no place for the subtitle");
    *out = NULL;
    if (format != KT_FORMAT_SRT)
        return kti_fail(err, KT_ERR_UNSUPPORTED, 0, "not a format with cues");
    if (text.len > UINT32_MAX) return kti_fail(err, KT_ERR_TOO_LARGE, 0, "over 4 GiB");
    kt_alloc own = kti_alloc_or_libc(alloc);
    kt_subtitle *s = kti_alloc_zeroed(&own, sizeof *s);
    if (s == NULL) return kti_fail(err, KT_ERR_NOMEM, 0, "out of memory");
    s->alloc = own;
    s->text = text;
    kti_arena_init(&s->texts, &own);
    kt_status status = kti_srt_read(s, err);
    if (status != KT_OK) {
        kt_subtitle_free(s);
        return status;
    }
    *out = s;
    return KT_OK;
}

void kt_subtitle_free(kt_subtitle *s) {
    if (s == NULL) return;
    kt_alloc alloc = s->alloc;
    kti_arena_free(&s->texts);
    kti_alloc_free(&alloc, s->cues, s->cue_capacity * sizeof *s->cues);
    kti_alloc_free(&alloc, s, sizeof *s);
}

size_t kt_subtitle_cues(const kt_subtitle *s, const kt_cue **cues) {
    if (cues != NULL) *cues = s == NULL ? NULL : s->cues;
    return s == NULL ? 0 : s->cue_count;
}

/* ---- plain text ----------------------------------------------------------------------------- */

/* The length of the tag or override block that starts at `at`; 0 when it is only a bracket. */
static size_t markup_at(kt_str text, size_t at) {
    enum { LONGEST_TAG = 256 };
    char open = text.ptr[at];
    if (at + 1 >= text.len || (open != '<' && open != '{')) return 0;
    char next = text.ptr[at + 1];
    if (open == '{' ? next != '\\' : !kti_is_ascii_alpha(next) && next != '/') return 0;
    size_t limit = text.len - at > LONGEST_TAG ? at + LONGEST_TAG : text.len;
    for (size_t end = at + 1; end < limit && text.ptr[end] != '\n'; end++)
        if (text.ptr[end] == (open == '<' ? '>' : '}')) return end + 1 - at;
    return 0;
}

kt_status kt_subtitle_plain(const kt_subtitle *s, size_t cue, kt_text *out) {
    if (s == NULL || out == NULL || cue >= s->cue_count) return KT_ERR_ARG;
    kti_text_clear(out);
    kt_str text = kti_str_span(s->text, s->cues[cue].text);
    size_t copied = 0;
    for (size_t at = 0; at < text.len;) {
        kti_cp unit = kti_utf8_at(text, at);
        size_t markup = markup_at(text, at);
        if (markup == 0 && unit.valid) {
            at += unit.len;
            continue;
        }
        kti_text_copy(out, kti_str_cut(text, copied, at));
        if (markup > 0)
            kti_text_replace(out, markup, (kt_str){NULL, 0}, RULE_MARKUP);
        else
            kti_text_replace(out, unit.len, KTI_STR("\xEF\xBF\xBD"), RULE_ILL_FORMED);
        copied = at += markup > 0 ? markup : unit.len;
    }
    kti_text_copy(out, kti_str_cut(text, copied, text.len));
    return kti_text_status(out);
}

/* ---- replacing and writing ------------------------------------------------------------------ */

/* The file's line end: that of its first line. */
static kt_str line_end(kt_str text) {
    for (size_t at = 0; at < text.len; at++) {
        if (text.ptr[at] == '\n') return KTI_STR("\n");
        if (text.ptr[at] != '\r') continue;
        return at + 1 < text.len && text.ptr[at + 1] == '\n' ? KTI_STR("\r\n") : KTI_STR("\r");
    }
    return KTI_STR("\n");
}

kt_status kt_subtitle_set_text(kt_subtitle *s, size_t cue, kt_str text) {
    if (s == NULL || cue >= s->cue_count) return KT_ERR_ARG;
    if (s->replaced == NULL)
        s->replaced = kti_arena_zeroed(&s->texts, s->cue_count, sizeof *s->replaced);
    if (s->replaced == NULL) return KT_ERR_NOMEM;
    kt_str copy = kti_arena_str(&s->texts, text);
    if (copy.ptr == NULL) return KT_ERR_NOMEM;
    s->replaced[cue] = copy;
    return KT_OK;
}

static void write_lines(kt_str text, kt_str eol, kti_buf *out) {
    for (size_t at = 0; at < text.len; at++) {
        if (text.ptr[at] == '\n')
            kti_buf_add_str(out, eol);
        else
            kti_buf_add_byte(out, text.ptr[at]);
    }
}

kt_status kt_subtitle_write(const kt_subtitle *s, kt_text *out) {
    if (s == NULL || out == NULL) return KT_ERR_ARG;
    kti_text_clear(out);
    kti_buf lines;
    kti_buf_init(&lines, &s->alloc);
    kt_str eol = line_end(s->text);
    uint32_t copied = 0;
    for (size_t i = 0; s->replaced != NULL && i < s->cue_count && !lines.failed; i++) {
        if (s->replaced[i].ptr == NULL) continue;
        kt_span span = s->cues[i].text;
        kti_buf_clear(&lines);
        write_lines(s->replaced[i], eol, &lines);
        kti_text_copy(out, kti_str_cut(s->text, copied, span.start));
        kti_text_replace(out, span.end - span.start, kti_buf_str(&lines), RULE_REPLACED);
        copied = span.end;
    }
    kti_text_copy(out, kti_str_cut(s->text, copied, s->text.len));
    kt_status status = kti_buf_status(&lines);
    kti_buf_free(&lines);
    return status != KT_OK ? status : kti_text_status(out);
}
