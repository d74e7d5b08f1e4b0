/* speaker.c - who speaks: a field of the cue, or the voice that WebVTT puts before the text. */
#include "core/status.h"
#include "core/str.h"
#include "core/text.h"
#include "subtitle/dialect.h"

/* ---- turns ---------------------------------------------------------------------------------- */

static void begin_turn(kti_turns *t, kt_str voice) {
    if (t->count > 0 && kti_str_eq(t->voice, voice)) return;
    t->count += t->count == 0 || t->said; /* a voice that says nothing has no turn */
    t->said = false;
    t->voice = voice;
    if (t->count == 1) t->first = voice;
}

void kti_take_turn(kti_turns *t, const kti_piece *piece, kt_str raw) {
    bool shows = piece->kind == KTI_PIECE_ESCAPE;
    if (piece->kind == KTI_PIECE_TEXT) shows = kti_str_trim(raw).len > 0;
    if (piece->tag == KTI_TAG_VOICE && !piece->close) begin_turn(t, piece->value);
    if (shows && t->count == 0) t->count = 1;
    t->said = t->said || shows;
}

static kti_turns turns_of(const kt_subtitle *s, size_t cue) {
    kti_turns turns = {.count = 0};
    kti_piece piece;
    kti_pieces walk = kti_pieces_of(s, cue, kti_content(s, cue));
    for (size_t at = 0; kti_pieces_next(&walk, &piece); at = walk.at)
        kti_take_turn(&turns, &piece, kti_str_cut(walk.content, at, walk.at));
    if (turns.count > 1 && !turns.said) turns.count--;
    return turns;
}

size_t kti_turn_count(const kt_subtitle *s, size_t cue) {
    return s->dialect->has_voices ? turns_of(s, cue).count : 1;
}

/* The voice of one of several turns. */
static kt_str voice_of(const kt_subtitle *s, size_t cue, size_t turn) {
    kti_turns turns = {.count = 0};
    kti_piece piece;
    kti_pieces walk = kti_pieces_of(s, cue, kti_content(s, cue));
    for (size_t at = 0; kti_pieces_next(&walk, &piece); at = walk.at) {
        kti_take_turn(&turns, &piece, kti_str_cut(walk.content, at, walk.at));
        if (turns.count == turn && turns.said) break;
    }
    return turns.voice;
}

/* ---- speakers ------------------------------------------------------------------------------- */

kt_str kti_speaker(const kt_subtitle *s, size_t cue) {
    kt_str field = kti_str_trim(kti_str_span(s->text, s->cues[cue].speaker));
    if (field.len > 0 || !s->dialect->has_voices) return field;
    kti_turns turns = turns_of(s, cue);
    return turns.count > 1 ? field : turns.first;
}

kt_str kti_writer_speaker(const kti_writer *w) {
    return w->turn > 0 ? voice_of(w->from, w->cue, w->turn) : kti_speaker(w->from, w->cue);
}

/* In the file a name is written as text is, but for ASS, where it is a field. */
void kti_add_speaker(const kt_subtitle *s, kt_str raw, kti_escape *escape, kti_buf *out) {
    kti_piece piece;
    kti_pieces walk = {.dialect = s->dialect, .content = raw};
    if (s->dialect->carries_tags) {
        escape(raw, out);
        return;
    }
    for (size_t at = 0; kti_pieces_next(&walk, &piece); at = walk.at) {
        if (piece.kind == KTI_PIECE_TEXT) escape(kti_str_cut(raw, at, walk.at), out);
        if (piece.kind == KTI_PIECE_ESCAPE) escape((kt_str){piece.plain, piece.plain_len}, out);
        if (piece.kind == KTI_PIECE_BREAK) kti_buf_add_byte(out, ' ');
    }
}

bool kti_writer_speaks(kti_writer *w, kt_str *raw) {
    *raw = kti_writer_speaker(w);
    bool same = w->spoke_in == w->from && kti_str_eq(w->spoke, *raw);
    if (raw->len == 0 || same) return false;
    w->spoke = *raw;
    w->spoke_in = w->from;
    return true;
}

/* "Name: " is what transcripts have; captions of films tell speakers by dashes. */
void kti_write_name_before(kti_writer *w) {
    kt_str raw;
    if (!w->from->dialect->is_transcript || !kti_writer_speaks(w, &raw)) return;
    kti_add_speaker(w->from, raw, w->to->escape, w->out);
    kti_buf_add_cstr(w->out, ": ");
}

static void add_plain(kt_str text, kti_buf *out) {
    kti_buf_add_str(out, text);
}

kt_status kt_subtitle_speaker(kt_subtitle *s, size_t cue, kt_str *out) {
    if (s == NULL || out == NULL || cue >= s->cue_count) return KT_ERR_ARG;
    kti_buf_clear(&s->saved);
    kti_add_speaker(s, kti_speaker(s, cue), add_plain, &s->saved);
    kt_status status = kti_make_well_formed(&s->saved);
    *out = kti_buf_str(&s->saved);
    return status;
}
