#include "subtitle/document.h"

#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "subtitle/dialect.h"
#include "unicode/charset.h"

/* ---- opening -------------------------------------------------------------------------------- */

static kt_status decode(kt_subtitle *s, const char *charset, kt_error *err) {
    size_t bad;
    const char *kept = NULL; /* the caller's own name need not outlive the call */
    if (charset != NULL)
        kept = kti_arena_str(&s->texts, (kt_str){charset, strlen(charset) + 1}).ptr;
    if (charset != NULL && kept == NULL) return kti_fail(err, KT_ERR_NOMEM, 0, "out of memory");
    s->charset = kti_charset_choose(s->bytes, kept);
    if (kti_charset_is_utf8(s->charset.name)) {
        s->text = kti_str_cut(s->bytes, s->charset.bom_len, s->bytes.len);
        return KT_OK;
    }
    KTI_TRY(kti_uni_new(&s->alloc, &s->uni));
    kt_status status = kti_charset_decode(s->uni, s->bytes, s->charset.name, &s->decoded, &bad);
    if (status != KT_OK) return kti_fail(err, status, 0, "unknown encoding");
    s->text = kti_buf_str(&s->decoded);
    size_t replaced =
        bad == SIZE_MAX ? SIZE_MAX : kti_str_find(s->text, KTI_STR("\xEF\xBF\xBD"), 0);
    if (replaced != SIZE_MAX) kti_note(s, KTI_NOTE_ILL_FORMED, replaced);
    return KT_OK;
}

static kt_format format_of(kt_str text, kt_format asked) {
    return asked == KT_FORMAT_TEXT ? kt_format_detect(text) : asked;
}

bool kti_is_sung_again(const kt_subtitle *s, size_t cue) {
    return s->dialect->stamps_lines && cue > 0 &&
           s->cues[cue].text.start == s->cues[cue - 1].text.start;
}

bool kti_is_together(const kt_subtitle *s, const kt_cue *before, const kt_cue *cue) {
    return s->dialect->stamps_lines && before->start_ms == cue->start_ms;
}

/* Cues of one track follow one another. */
static void check_order(kt_subtitle *s) {
    size_t last[KTI_MOST_TRACKS] = {0}; /* of each track, + 1 */
    for (size_t i = 0; i < s->cue_count; i++) {
        const kt_cue *cue = &s->cues[i];
        const kt_cue *before = last[cue->track] == 0 ? NULL : &s->cues[last[cue->track] - 1];
        if (kti_is_sung_again(s, i)) continue;
        last[cue->track] = i + 1;
        if (cue->end_ms < cue->start_ms) kti_note(s, KTI_NOTE_END_BEFORE_START, cue->text.start);
        if (cue->text.start == cue->text.end) kti_note(s, KTI_NOTE_EMPTY_CUE, cue->text.start);
        if (before == NULL || kti_is_together(s, before, cue)) continue;
        if (cue->start_ms < before->start_ms)
            kti_note(s, KTI_NOTE_ORDER, cue->text.start);
        else if (cue->start_ms < before->end_ms)
            kti_note(s, KTI_NOTE_OVERLAP, cue->text.start);
    }
}

/* Ends of lines, NUL and ill-formed bytes, which no format wants. */
static void check_bytes(kt_subtitle *s) {
    size_t lf = SIZE_MAX, crlf = SIZE_MAX, cr = SIZE_MAX, kinds = 0, last = 0;
    kt_str t = s->text;
    for (size_t at = 0; at < t.len; at++) {
        unsigned char c = (unsigned char)t.ptr[at];
        if (c > '\r') continue;
        size_t *kind = NULL;
        if (c == '\0') kti_note(s, KTI_NOTE_NUL, at);
        if (c == '\n') kind = &lf;
        if (c == '\r') kind = at + 1 < t.len && t.ptr[at + 1] == '\n' ? &crlf : &cr;
        if (kind == &crlf) at++;
        if (kind == NULL || *kind != SIZE_MAX) continue;
        *kind = last = at;
        kinds++;
    }
    if (kinds > 1) kti_note(s, KTI_NOTE_MIXED_LINE_ENDS, last);
    size_t bad = kti_utf8_check(t, 0);
    if (bad < t.len) kti_note(s, KTI_NOTE_ILL_FORMED, bad);
}

static kt_status count_tracks(kt_subtitle *s) {
    uint32_t none;
    if (s->track_count == 0) KTI_TRY(kti_track_of(s, KTI_STR(""), &none));
    for (size_t i = 0; i < s->cue_count; i++)
        s->tracks[s->cues[i].track].cues++;
    return KT_OK;
}

static kt_status read(kt_subtitle *s, kt_format format, kt_error *err) {
    if ((unsigned)format >= KT_FORMAT_COUNT) return kti_fail(err, KT_ERR_ARG, 0, "no such format");
    if (s->text.len > UINT32_MAX) return kti_fail(err, KT_ERR_TOO_LARGE, 0, "over 4 GiB");
    s->dialect = kti_dialect_of(format_of(s->text, format));
    if (s->dialect == NULL)
        return kti_fail_line(err, KT_ERR_UNSUPPORTED, 0, 1, "not a format with cues");
    KTI_TRY(s->dialect->read(s, err));
    s->inner_times = s->dialect->inner_times;
    if (s->line_break.len == 0 && s->dialect->line_break.len == 0)
        s->line_break = kti_line_end(s->text);
    KTI_TRY(count_tracks(s));
    check_order(s);
    check_bytes(s);
    kti_notes_finish(&s->notes, s->text);
    return KT_OK;
}

static kt_subtitle *new_subtitle(const kt_alloc *alloc) {
    kt_alloc own = kti_alloc_or_libc(alloc);
    kt_subtitle *s = kti_alloc_zeroed(&own, sizeof *s);
    if (s == NULL) return NULL;
    s->alloc = own;
    kti_arena_init(&s->texts, &own);
    kti_buf_init(&s->decoded, &own);
    kti_buf_init(&s->saved, &own);
    return s;
}

kt_status kti_piece_new(const kt_alloc *alloc, const kti_dialect *dialect, kt_str text,
                        kt_subtitle **out) {
    kt_subtitle *s = *out = new_subtitle(alloc);
    if (s == NULL) return KT_ERR_NOMEM;
    s->bytes = s->text = text;
    s->charset = (kt_charset_guess){"UTF-8", 1, 0, "asked for"};
    s->dialect = dialect;
    s->inner_times = dialect->inner_times;
    s->line_break = kti_line_end(text);
    return KT_OK;
}

kt_status kti_piece_done(kt_subtitle *s) {
    return count_tracks(s);
}

static kt_status finish(kt_subtitle *s, kt_status status, kt_subtitle **out, kt_error *err) {
    if (status == KT_OK) {
        *out = s;
        return KT_OK;
    }
    kt_subtitle_free(s);
    return status == KT_ERR_NOMEM ? kti_fail(err, status, 0, "out of memory") : status;
}

kt_status kt_subtitle_open(const kt_alloc *alloc, kt_str bytes, const kt_subtitle_options *options,
                           kt_subtitle **out, kt_error *err) {
    static const kt_subtitle_options usual = KT_SUBTITLE_INIT;
    const kt_subtitle_options *opts = options == NULL ? &usual : options;
    if (out == NULL) return kti_fail(err, KT_ERR_ARG, 0, "no place for the subtitle");
    *out = NULL;
    if (opts->size != sizeof *opts) return kti_fail(err, KT_ERR_ARG, 0, "options of another size");
    kt_subtitle *s = new_subtitle(alloc);
    if (s == NULL) return kti_fail(err, KT_ERR_NOMEM, 0, "out of memory");
    s->bytes = bytes;
    kt_status status = decode(s, opts->charset, err);
    if (status == KT_OK) status = read(s, opts->format, err);
    return finish(s, status, out, err);
}

kt_status kt_subtitle_parse(const kt_alloc *alloc, kt_str text, kt_format format, kt_subtitle **out,
                            kt_error *err) {
    if (out == NULL) return kti_fail(err, KT_ERR_ARG, 0, "no place for the subtitle");
    *out = NULL;
    kt_subtitle *s = new_subtitle(alloc);
    if (s == NULL) return kti_fail(err, KT_ERR_NOMEM, 0, "out of memory");
    s->bytes = s->text = text;
    s->charset = (kt_charset_guess){"UTF-8", 1, 0, "asked for"};
    return finish(s, read(s, format, err), out, err);
}

void kt_subtitle_free(kt_subtitle *s) {
    if (s == NULL) return;
    kt_alloc alloc = s->alloc;
    kti_arena_free(&s->texts);
    kti_buf_free(&s->decoded);
    kti_buf_free(&s->saved);
    kti_uni_free(s->uni);
    kti_alloc_free(&alloc, s->cues, s->cue_capacity * sizeof *s->cues);
    kti_alloc_free(&alloc, s->looks, s->look_capacity * sizeof *s->looks);
    kti_alloc_free(&alloc, s->times, s->time_capacity * sizeof *s->times);
    kti_alloc_free(&alloc, s->blocks, s->block_capacity * sizeof *s->blocks);
    kti_alloc_free(&alloc, s->findings, s->finding_capacity * sizeof *s->findings);
    kti_alloc_free(&alloc, s->tracks, s->track_capacity * sizeof *s->tracks);
    kti_alloc_free(&alloc, s, sizeof *s);
}

/* ---- looking -------------------------------------------------------------------------------- */

kt_format kt_subtitle_format(const kt_subtitle *s) {
    return s == NULL ? KT_FORMAT_TEXT : s->dialect->format;
}

kt_charset_guess kt_subtitle_charset(const kt_subtitle *s) {
    return s == NULL ? (kt_charset_guess){"", 0, 0, ""} : s->charset;
}

kt_str kt_subtitle_text(const kt_subtitle *s) {
    return s == NULL ? (kt_str){NULL, 0} : s->text;
}

size_t kt_subtitle_cues(const kt_subtitle *s, const kt_cue **cues) {
    if (cues != NULL) *cues = s == NULL ? NULL : s->cues;
    return s == NULL ? 0 : s->cue_count;
}

size_t kt_subtitle_tracks(const kt_subtitle *s, const kt_track **tracks) {
    if (tracks != NULL) *tracks = s == NULL ? NULL : s->tracks;
    return s == NULL ? 0 : s->track_count;
}

size_t kt_subtitle_notes(const kt_subtitle *s, const kt_subtitle_note **notes) {
    if (notes != NULL) *notes = s == NULL ? NULL : s->notes.list;
    return s == NULL ? 0 : s->notes.listed;
}

/* ---- for readers ---------------------------------------------------------------------------- */

kt_status kti_add_cue(kt_subtitle *s, kt_cue cue) {
    void *items = s->cues;
    KTI_TRY(kti_alloc_grow(&s->alloc, &items, &s->cue_capacity, sizeof *s->cues, s->cue_count + 1));
    s->cues = items;
    s->cues[s->cue_count++] = cue;
    return KT_OK;
}

kt_status kti_add_look(kt_subtitle *s, kti_look look) {
    static const kti_look none = {.place = 0};
    void *items = s->looks;
    KTI_TRY(kti_alloc_grow(&s->alloc, &items, &s->look_capacity, sizeof *s->looks, s->cue_count));
    s->looks = items;
    while (s->look_count < s->cue_count)
        s->looks[s->look_count++] = none;
    s->looks[s->cue_count - 1] = look;
    return KT_OK;
}

kti_look kti_look_of(const kt_subtitle *s, size_t cue) {
    return cue < s->look_count ? s->looks[cue] : (kti_look){.place = 0};
}

kt_status kti_add_time(kt_subtitle *s, kt_span span, int64_t ms) {
    void *items = s->times;
    KTI_TRY(
        kti_alloc_grow(&s->alloc, &items, &s->time_capacity, sizeof *s->times, s->time_count + 1));
    s->times = items;
    s->times[s->time_count++] = (kti_time){.span = span, .ms = ms};
    return KT_OK;
}

kt_status kti_add_relative_time(kt_subtitle *s, kt_span span, int64_t ms, int64_t zero) {
    KTI_TRY(kti_add_time(s, span, ms));
    s->times[s->time_count - 1].relative = true;
    s->times[s->time_count - 1].zero = zero;
    return KT_OK;
}

kt_status kti_add_begin(kt_subtitle *s, size_t at) {
    KTI_TRY(kti_add_time(s, kti_span_of(at, at), 0));
    s->times[s->time_count - 1].attribute = true;
    return KT_OK;
}

kt_status kti_add_block(kt_subtitle *s, kt_span span, uint32_t track, uint32_t group) {
    void *items = s->blocks;
    KTI_TRY(kti_alloc_grow(&s->alloc, &items, &s->block_capacity, sizeof *s->blocks,
                           s->block_count + 1));
    s->blocks = items;
    s->blocks[s->block_count++] = (kti_block){span, track, group};
    return KT_OK;
}

/* A file that names thousands of tracks gets the last one for the rest: the search stays short. */
kt_status kti_track_of(kt_subtitle *s, kt_str id, uint32_t *track) {
    void *items = s->tracks;
    for (*track = 0; *track < s->track_count; ++*track)
        if (kti_str_eq_nocase(s->tracks[*track].id, id)) return KT_OK;
    if (s->track_count == KTI_MOST_TRACKS) {
        *track = KTI_MOST_TRACKS - 1;
        return KT_OK;
    }
    KTI_TRY(kti_alloc_grow(&s->alloc, &items, &s->track_capacity, sizeof *s->tracks,
                           s->track_count + 1));
    s->tracks = items;
    s->tracks[s->track_count++] = (kt_track){.id = id};
    return KT_OK;
}

void kti_note(kt_subtitle *s, kti_note_kind kind, size_t at) {
    kti_notes_add(&s->notes, kind, at);
}
