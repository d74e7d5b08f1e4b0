/* convert.c - the cues as a new file of another format. */
#include <stdlib.h>
#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "subtitle/color.h"
#include "subtitle/dialect.h"
#include "subtitle/lines.h"
#include "subtitle/sami.h"
#include "subtitle/vtt.h"

/* ---- tags ----------------------------------------------------------------------------------- */

bool kti_writer_opens(kti_writer *w, kti_tag tag) {
    if (w->depth == sizeof w->open / sizeof *w->open) return false;
    w->open[w->depth++] = tag;
    return true;
}

bool kti_writer_has(const kti_writer *w, kti_tag tag) {
    for (size_t i = 0; i < w->depth; i++)
        if (w->open[i] == tag) return true;
    return false;
}

bool kti_writer_closes(kti_writer *w, kti_tag tag) {
    if (!kti_writer_has(w, tag)) return false;
    if (w->from->dialect->strict_nesting && w->open[w->depth - 1] != tag) return false;
    while (w->open[w->depth - 1] != tag) {
        kti_piece end = {.kind = KTI_PIECE_MARKUP, .tag = w->open[w->depth - 1], .close = true};
        w->to->tag(w, &end);
    }
    w->depth--;
    return true;
}

static void close_all(kti_writer *w) {
    for (size_t left = w->depth; w->depth > 0; left--) {
        kti_piece end = {.kind = KTI_PIECE_MARKUP, .tag = w->open[w->depth - 1], .close = true};
        w->to->tag(w, &end);
        if (left == 0 || w->depth >= left) break; /* the target keeps no such tag */
    }
    w->depth = 0;
}

/* ---- text ----------------------------------------------------------------------------------- */

static void write_break(kti_writer *w) {
    w->broken = false;
    w->fresh = true;
    if (w->to->line != NULL)
        w->to->line(w);
    else if (w->to->line_break.len > 0)
        kti_buf_add_str(w->out, w->to->line_break);
    else
        kti_buf_add_byte(w->out, '\n');
}

/* What one says does not end with the space before what the next one says. */
static void trim_spaces(kti_buf *out) {
    while (out->len > 0 && out->ptr[out->len - 1] == ' ')
        out->len--;
}

/* "Name: " on a line of its own. */
static void write_voice(kti_writer *w, kt_str name) {
    if (!w->fresh) {
        trim_spaces(w->out);
        write_break(w);
    }
    kti_add_speaker(w->from, name, w->to->escape, w->out);
    kti_buf_add_cstr(w->out, ": ");
    w->fresh = false;
}

/* A class that names a colour is one where there are no classes. */
static void write_tag(kti_writer *w, const kti_piece *piece) {
    kti_piece color = *piece;
    if (w->names_voices && piece->tag == KTI_TAG_VOICE && piece->value.len > 0)
        write_voice(w, piece->value);
    if (w->to->tag == NULL || piece->tag == KTI_TAG_NONE) return;
    if (piece->tag == KTI_TAG_CLASS && !w->to->has_classes) {
        color.tag = KTI_TAG_COLOR;
        color.value = kti_class_color(piece->classes);
        if (!color.close && color.value.len == 0) return;
    }
    w->to->tag(w, &color);
}

/* The first syllable begins with the cue, and lasts until the first time in it. */
static void write_lead(kti_writer *w) {
    kti_piece start = {.kind = KTI_PIECE_MARKUP, .tag = KTI_TAG_TIME};
    if (!w->to->counts_on || w->under || w->inner_count == 0) return;
    start.number = w->shown->start_ms;
    if (w->inner[0] > start.number) write_tag(w, &start);
}

/* Whether a tag of a hidden line is put off, or ended by one that was. */
static bool put_off(kti_writer *w, const kti_piece *piece) {
    bool last = w->waiting_count > 0 && w->waiting[w->waiting_count - 1].tag == piece->tag;
    if (piece->close && last) w->waiting_count--;
    if (piece->close || piece->tag == KTI_TAG_NONE) return last;
    if (w->waiting_count < sizeof w->waiting / sizeof *w->waiting)
        w->waiting[w->waiting_count++] = *piece;
    return true;
}

static void write_waiting(kti_writer *w) {
    for (size_t i = 0; i < w->waiting_count; i++)
        write_tag(w, &w->waiting[i]);
    w->waiting_count = 0;
}

/* Widens what begins markup only together with the text behind it. */
static void keep_apart(kti_writer *w, kt_str text) {
    enum { MOST = 16 };
    char behind[MOST];
    kti_buf *out = w->out;
    size_t at = w->to->joins == NULL || out->failed ? SIZE_MAX : w->to->joins(out, text);
    size_t len = at == SIZE_MAX ? MOST + 1 : out->len - at - 1;
    if (len > MOST) return;
    char first = out->ptr[at];
    memcpy(behind, out->ptr + at + 1, len);
    out->len = at;
    kti_add_wide(out, first);
    kti_buf_add(out, behind, len);
}

/* A break waits for text behind it: cues begin and end without one, and hold no empty line. */
static void write_text(kti_writer *w, kt_str text) {
    if (w->broken) write_break(w);
    write_waiting(w);
    if (w->fresh && w->from->dialect->plain_only) /* Whisper puts a space before each text */
        while (text.len > 0 && text.ptr[0] == ' ')
            text = kti_str_cut(text, 1, text.len);
    if (text.len == 0) return;
    keep_apart(w, text);
    w->to->escape(text, w->out);
    w->fresh = false;
}

/* ---- looks ---------------------------------------------------------------------------------- */

/* The place that a tag of the cue tells; 0 = none does. */
static int64_t place_in(const kt_subtitle *s, size_t cue) {
    kti_piece piece;
    kti_pieces walk = kti_pieces_of(s, cue, kti_content(s, cue));
    while (kti_pieces_next(&walk, &piece))
        if (piece.tag == KTI_TAG_PLACE) return piece.number;
    return 0;
}

int64_t kti_place_of(const kt_subtitle *s, size_t cue) {
    int64_t place = place_in(s, cue);
    if (place == 0) place = kti_vtt_place(s, cue);
    return place != 0 ? place : kti_look_of(s, cue).place;
}

/* Below and in the middle is where cues stand. */
static void write_place(kti_writer *w) {
    kti_look look = kti_look_of(w->from, w->cue);
    kti_piece place = {.kind = KTI_PIECE_MARKUP, .tag = KTI_TAG_PLACE, .number = look.place};
    if (look.place == 0 || look.place == 2 || w->to->tag == NULL) return;
    if (place_in(w->from, w->cue) == 0) w->to->tag(w, &place);
}

static void await_tag(kti_writer *w, bool is, kti_tag tag) {
    bool room = w->waiting_count < sizeof w->waiting / sizeof *w->waiting;
    if (is && room)
        w->waiting[w->waiting_count++] = (kti_piece){.kind = KTI_PIECE_MARKUP, .tag = tag};
}

/* The tags of the look are written before the first text. */
static void begin_look(kti_writer *w) {
    kti_look look = kti_look_of(w->from, w->cue);
    w->waiting_count = 0;
    await_tag(w, look.bold, KTI_TAG_BOLD);
    await_tag(w, look.italic, KTI_TAG_ITALIC);
    await_tag(w, look.underline, KTI_TAG_UNDERLINE);
    await_tag(w, look.strike, KTI_TAG_STRIKE);
}

static void reset_look(kti_writer *w, const kti_piece *reset) {
    write_tag(w, reset);
    close_all(w);
    begin_look(w);
}

/* ---- pieces --------------------------------------------------------------------------------- */

static bool is_hidden(const kti_writer *w) {
    return (w->hidden_lines >> (w->line < 63 ? w->line : 63) & 1) != 0;
}

static void write_markup(kti_writer *w, const kti_piece *piece) {
    bool styles = piece->tag != KTI_TAG_NONE && piece->tag != KTI_TAG_PLACE;
    if (piece->tag == KTI_TAG_TIME && w->under) return; /* times only grow */
    if (piece->tag == KTI_TAG_RESET) {
        reset_look(w, piece);
        return;
    }
    if ((is_hidden(w) || piece->close) && put_off(w, piece)) return;
    if (w->broken && !piece->close && !is_hidden(w)) write_break(w);
    if (!is_hidden(w) && styles) write_waiting(w);
    write_tag(w, piece);
}

static void write_piece(kti_writer *w, const kti_piece *piece, kt_str raw) {
    switch (piece->kind) {
    case KTI_PIECE_TEXT:
        if (!is_hidden(w)) write_text(w, raw);
        break;
    case KTI_PIECE_ESCAPE:
        if (!is_hidden(w)) write_text(w, (kt_str){piece->plain, piece->plain_len});
        break;
    case KTI_PIECE_BREAK:
        w->broken = w->broken || !w->fresh;
        w->line++;
        break;
    case KTI_PIECE_MARKUP:
        write_markup(w, piece);
        break;
    }
}

/* The times inside the cue, which karaoke must know ahead. */
static int64_t *inner_times(const kti_writer *w, size_t *count, size_t *capacity) {
    kti_piece piece;
    void *items = NULL;
    int64_t *times = NULL;
    *count = *capacity = 0;
    kti_pieces walk = kti_pieces_of(w->from, w->cue, kti_content(w->from, w->cue));
    while (kti_pieces_next(&walk, &piece)) {
        if (piece.tag != KTI_TAG_TIME) continue;
        if (kti_alloc_grow(&w->out->alloc, &items, capacity, sizeof *times, *count + 1) != KT_OK) {
            w->out->failed = true;
            break;
        }
        times = items;
        times[(*count)++] = piece.number;
    }
    return times;
}

static void write_content(kti_writer *w) {
    kti_piece piece;
    kti_turns turns = {.count = 0};
    size_t capacity;
    int64_t *times = inner_times(w, &w->inner_count, &capacity);
    w->inner = times;
    w->line = 0;
    w->several = w->turn == 0 && kti_turn_count(w->from, w->cue) > 1;
    w->names_voices = w->several && !w->to->has_voices;
    begin_look(w);
    write_lead(w);
    kti_pieces walk = kti_pieces_of(w->from, w->cue, kti_content(w->from, w->cue));
    for (size_t at = 0; kti_pieces_next(&walk, &piece); at = walk.at) {
        bool time = piece.tag == KTI_TAG_TIME;
        if (time && w->inner_count > 0) {
            w->inner++;
            w->inner_count--;
        }
        kt_str raw = kti_str_cut(walk.content, at, walk.at);
        kti_take_turn(&turns, &piece, raw);
        if (w->turn == 0 || w->turn == turns.count + (turns.count == 0))
            write_piece(w, &piece, raw);
    }
    if (w->turn > 0) trim_spaces(w->out);
    close_all(w);
    kti_alloc_free(&w->out->alloc, times, capacity * sizeof *times);
}

static void write_below(kti_writer *w) {
    kti_part own = {w->from, w->cue};
    w->under = true;
    for (size_t i = 0; i < w->below_count; i++) {
        w->broken = w->broken || !w->fresh;
        w->from = w->below[i].from;
        w->cue = w->below[i].cue;
        write_content(w);
    }
    w->under = false;
    w->from = own.from;
    w->cue = own.cue;
}

void kti_writer_text(kti_writer *w) {
    size_t from = w->out->len;
    w->fresh = true;
    w->broken = false;
    kti_vtt_write_place(w);
    write_place(w);
    write_content(w);
    write_below(w);
    kti_keep_inside(w->to, w->out, from);
}

/* What tags and speakers bring along may be ill-formed. */
kt_status kti_make_well_formed(kti_buf *out) {
    kt_str text = kti_buf_str(out);
    size_t bad = kti_utf8_check(text, 0), copied = 0;
    kti_buf good;
    if (out->failed || bad == text.len) return kti_buf_status(out);
    kti_buf_init(&good, &out->alloc);
    for (; bad < text.len; bad = kti_utf8_check(text, copied)) {
        kti_buf_add_str(&good, kti_str_cut(text, copied, bad));
        kti_buf_add_cp(&good, 0xFFFD);
        copied = bad + kti_utf8_at(text, bad).len;
    }
    kti_buf_add_str(&good, kti_str_cut(text, copied, text.len));
    kti_buf_free(out);
    *out = good;
    return kti_buf_status(out);
}

/* ---- cues ----------------------------------------------------------------------------------- */

bool kti_is_dropped(const kt_subtitle *s, size_t cue) {
    return s->dropped != NULL && s->dropped[s->cues[cue].track];
}

static int by_start(const void *a, const void *b) {
    const kti_ordered *first = a, *second = b;
    if (first->start != second->start) return first->start < second->start ? -1 : 1;
    return (first->cue > second->cue) - (first->cue < second->cue);
}

enum { MOST_TURNS = 16 }; /* that are written one by one */

/* How much is said in each turn. */
static void weigh_turns(const kti_writer *w, int64_t *said) {
    kti_turns turns = {.count = 0};
    kti_piece piece;
    kti_pieces walk = kti_pieces_of(w->from, w->cue, kti_content(w->from, w->cue));
    for (size_t at = 0; kti_pieces_next(&walk, &piece); at = walk.at) {
        kti_take_turn(&turns, &piece, kti_str_cut(walk.content, at, walk.at));
        if (turns.count == 0 || turns.count > MOST_TURNS) continue;
        if (piece.kind == KTI_PIECE_TEXT) said[turns.count - 1] += (int64_t)piece.len;
        if (piece.kind == KTI_PIECE_ESCAPE) said[turns.count - 1] += (int64_t)piece.plain_len;
    }
}

/* What each voice says, for as long as its share of the text. */
static void write_turns(kti_writer *w, const kt_cue *cue, size_t count) {
    int64_t said[MOST_TURNS] = {0}, all = 0, sum = 0;
    kt_cue shown = *cue;
    weigh_turns(w, said);
    for (size_t i = 0; i < count; i++)
        all += said[i];
    for (size_t i = 0; i < count; i++, shown.start_ms = shown.end_ms) {
        sum += said[i];
        double share = (double)sum / (double)all;
        shown.end_ms =
            cue->start_ms + (int64_t)((double)(cue->end_ms - cue->start_ms) * share + 0.5);
        w->turn = i + 1;
        w->number++;
        kti_write_cue(w, &shown);
    }
    w->turn = 0;
}

void kti_write_cue(kti_writer *w, const kt_cue *shown) {
    w->shown = shown;
    w->to->cue(w, shown);
}

static void write_cues(kti_writer *w, const kti_ordered *order, size_t count) {
    w->to->begin(w);
    for (size_t i = 0; i < count && !w->out->failed; i++) {
        w->cue = order[i].cue;
        w->next_ms = i + 1 < count ? order[i + 1].start : INT64_MAX;
        const kt_cue *cue = &w->from->cues[w->cue];
        size_t turns = w->to->is_transcript ? kti_turn_count(w->from, w->cue) : 1;
        if (turns > 1 && turns <= MOST_TURNS) {
            write_turns(w, cue, turns);
            continue;
        }
        w->number++;
        kti_write_cue(w, cue);
    }
    if (w->to->end != NULL) w->to->end(w);
}

/* A file of the same format is that file, with what changed in it. */
static kt_status rewrite(kt_subtitle *s) {
    kt_text *text = NULL;
    kt_status status = kt_text_new(&s->alloc, &text);
    if (status == KT_OK) status = kt_subtitle_write(s, text);
    if (status == KT_OK) kti_buf_add_str(&s->saved, kt_text_str(text));
    kt_text_free(text);
    return status;
}

kt_status kti_order_cues(const kt_subtitle *s, kti_ordered **order, size_t *count) {
    *count = 0;
    *order = kti_alloc_zeroed(&s->alloc, (s->cue_count + 1) * sizeof **order);
    if (*order == NULL) return KT_ERR_NOMEM;
    for (size_t i = 0; i < s->cue_count; i++)
        if (!kti_is_dropped(s, i)) (*order)[(*count)++] = (kti_ordered){s->cues[i].start_ms, i};
    qsort(*order, *count, sizeof **order, by_start);
    return KT_OK;
}

void kti_leave_silent(const kt_subtitle *s, kti_ordered *order, size_t *count) {
    size_t kept = 0;
    for (size_t i = 0; i < *count; i++)
        if (kti_shows_text(s, order[i].cue)) order[kept++] = order[i];
    *count = kept;
}

static kt_status write_anew(kt_subtitle *s, const kti_dialect *to) {
    kti_ordered *order;
    size_t count;
    KTI_TRY(kti_order_cues(s, &order, &count));
    kti_note_losses(s, to, order, count);
    if (to != s->dialect) kti_leave_silent(s, order, &count);
    kti_writer w = {.out = &s->saved, .from = s, .to = to};
    kt_status status = KT_OK;
    if (to == &kti_sami)
        status = kti_sami_write_languages(&w, order, count);
    else
        write_cues(&w, order, count);
    kti_alloc_free(&s->alloc, order, (s->cue_count + 1) * sizeof *order);
    return status;
}

/* The file itself stays as it was cut. */
static kt_status write_whole(kt_subtitle *s, const kti_dialect *to) {
    kt_str *own = s->replaced;
    if (own != NULL) {
        s->replaced = kti_arena_zeroed(&s->texts, s->cue_count, sizeof *own);
        if (s->replaced != NULL) memcpy(s->replaced, own, s->cue_count * sizeof *own);
    }
    kt_status status = own != NULL && s->replaced == NULL ? KT_ERR_NOMEM : kti_join_halves(s);
    if (status == KT_OK) status = write_anew(s, to);
    s->replaced = own;
    return status;
}

static kt_status write_new(kt_subtitle *s, const kti_dialect *to, kt_str *out) {
    kti_buf_clear(&s->saved);
    kt_status status = s->dialect == &kti_whispercpp_json ? write_whole(s, to) : write_anew(s, to);
    if (status == KT_OK) status = kti_make_well_formed(&s->saved);
    *out = kti_buf_str(&s->saved);
    return status;
}

kt_status kt_subtitle_renew(kt_subtitle *s, kt_format format, kt_str *out) {
    const kti_dialect *to;
    if (s == NULL || out == NULL) return KT_ERR_ARG;
    KTI_TRY(kti_dialect_to_write(format, &to));
    return write_new(s, to, out);
}

kt_status kt_subtitle_convert(kt_subtitle *s, kt_format format, kt_str *out) {
    if (s == NULL || out == NULL) return KT_ERR_ARG;
    if (format != s->dialect->format) return kt_subtitle_renew(s, format, out);
    kti_forget_losses(s);
    kti_buf_clear(&s->saved);
    kt_status status = rewrite(s);
    if (status == KT_OK) status = kti_make_well_formed(&s->saved);
    *out = kti_buf_str(&s->saved);
    return status;
}
