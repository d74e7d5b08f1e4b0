/* shift.c - times moved, tracks left out. */
#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "subtitle/dialect.h"

typedef struct move {
    int64_t offset;
    int64_t numerator, denominator;
} move;

enum { MOST = 1000000 };

static int64_t unclamped(const move *m, int64_t ms) {
    if (ms > KTI_LARGEST_MS) ms = KTI_LARGEST_MS;
    if (ms < -(int64_t)KTI_LARGEST_MS) ms = -(int64_t)KTI_LARGEST_MS;
    int64_t scaled = ms * m->numerator;
    int64_t half = scaled < 0 ? -m->denominator / 2 : m->denominator / 2;
    return (scaled + half) / m->denominator + m->offset;
}

static int64_t moved(const move *m, int64_t ms) {
    int64_t result = unclamped(m, ms);
    return result < 0 ? 0 : result;
}

/* What is relative changes where times are scaled, or what it is relative to stays at zero. */
static void move_time(const move *m, kti_time *t) {
    int64_t zero = t->relative ? moved(m, t->zero) : 0;
    int64_t ms = t->relative ? moved(m, t->zero + t->ms) - zero : moved(m, t->ms);
    t->moved = t->moved || ms != t->ms;
    t->zero = zero;
    t->ms = ms;
}

static void move_cue(kt_subtitle *s, const move *m, kt_cue *cue) {
    if (unclamped(m, cue->start_ms) < 0) kti_note(s, KTI_NOTE_BEFORE_ZERO, cue->text.start);
    cue->start_ms = moved(m, cue->start_ms);
    cue->end_ms = moved(m, cue->end_ms);
}

/* The digits of a time inside of markup: <00:00:01.000>. */
static kt_span digits_of(kt_str raw) {
    size_t start = 0, end = raw.len;
    while (start < end && !kti_is_ascii_digit(raw.ptr[start]))
        start++;
    while (end > start && !kti_is_ascii_digit(raw.ptr[end - 1]))
        end--;
    return (kt_span){(uint32_t)start, (uint32_t)end};
}

static void move_inner(const kt_subtitle *s, size_t cue, const move *m, kti_buf *out, bool *any) {
    kti_piece piece;
    kti_pieces walk = kti_pieces_of(s, cue, kti_content(s, cue));
    walk.offset = 0; /* it is what the file says that moves */
    *any = false;
    for (size_t at = 0; kti_pieces_next(&walk, &piece); at = walk.at) {
        kt_str raw = kti_str_cut(walk.content, at, walk.at);
        kt_span digits = digits_of(raw);
        if (piece.tag != KTI_TAG_TIME) {
            kti_buf_add_str(out, raw);
            continue;
        }
        *any = true;
        kti_buf_add_str(out, kti_str_cut(raw, 0, digits.start));
        s->dialect->time(moved(m, piece.number), kti_str_span(raw, digits), out);
        kti_buf_add_str(out, kti_str_cut(raw, digits.end, raw.len));
    }
}

/* Cues that share their text get it moved once. */
static kt_status move_inner_times(kt_subtitle *s, const move *m) {
    kti_buf content;
    kt_status status = KT_OK;
    bool any;
    kti_buf_init(&content, &s->alloc);
    for (size_t i = 0; i < s->cue_count && status == KT_OK; i++) {
        if (i > 0 && s->cues[i].text.start == s->cues[i - 1].text.start) continue;
        kti_buf_clear(&content);
        move_inner(s, i, m, &content, &any);
        status = kti_buf_status(&content);
        if (status == KT_OK && any) status = kti_set_content(s, i, kti_buf_str(&content));
    }
    kti_buf_free(&content);
    return status;
}

kt_status kt_subtitle_shift(kt_subtitle *s, int64_t offset_ms, uint32_t numerator,
                            uint32_t denominator) {
    if (s == NULL || numerator == 0 || denominator == 0 || numerator > MOST || denominator > MOST ||
        offset_ms > KTI_LARGEST_MS || offset_ms < -(int64_t)KTI_LARGEST_MS)
        return KT_ERR_ARG;
    move m = {offset_ms, numerator, denominator};
    if (s->inner_times) KTI_TRY(move_inner_times(s, &m));
    for (size_t i = 0; i < s->time_count; i++) {
        move_time(&m, &s->times[i]);
        s->moved = s->moved || s->times[i].moved;
    }
    kti_notes_forget(&s->notes, KTI_NOTE_BEFORE_ZERO);
    for (size_t i = 0; i < s->cue_count; i++)
        move_cue(s, &m, &s->cues[i]);
    kti_notes_finish(&s->notes, s->text);
    return KT_OK;
}

kt_status kt_subtitle_keep_track(kt_subtitle *s, uint32_t track) {
    if (s == NULL || track >= s->track_count) return KT_ERR_ARG;
    if (s->dropped == NULL)
        s->dropped = kti_arena_zeroed(&s->texts, s->track_count, sizeof *s->dropped);
    if (s->dropped == NULL) return KT_ERR_NOMEM;
    for (size_t i = 0; i < s->track_count; i++)
        s->dropped[i] = i != track;
    return KT_OK;
}
