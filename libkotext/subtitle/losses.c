/* losses.c - what a new file cannot hold of the old one, as notes: how many cues, or pieces. */
#include "subtitle/ass.h"
#include "subtitle/color.h"
#include "subtitle/lines.h"
#include "subtitle/ttml.h"
#include "subtitle/vtt.h"

#include "core/status.h"
#include "core/str.h"

static const kti_note_kind kinds[] = {
    KTI_NOTE_LOST_TRACK, KTI_NOTE_LOST_STYLE,   KTI_NOTE_LOST_HEADER, KTI_NOTE_LOST_LOOK,
    KTI_NOTE_LOST_PLACE, KTI_NOTE_LOST_SPEAKER, KTI_NOTE_LOST_TIME,   KTI_NOTE_LOST_RUBY,
    KTI_NOTE_LOST_ID,    KTI_NOTE_LOST_EFFECT,  KTI_NOTE_LOST_CUE,    KTI_NOTE_LOST_END};

typedef struct weighing {
    kt_subtitle *s;
    const kti_dialect *to;
    uint64_t lost; /* of the cue: a bit for each kind */
} weighing;

static bool keeps(const weighing *w, kti_tag tag) {
    return (w->to->keeps & KTI_KEEPS(tag)) != 0;
}

static void lose(weighing *w, kti_note_kind kind) {
    w->lost |= (uint64_t)1 << kind;
}

/* ---- tags ----------------------------------------------------------------------------------- */

static bool keeps_color(const weighing *w, kt_str value) {
    char rgb[6];
    if (!keeps(w, KTI_TAG_COLOR)) return false;
    if (w->to != &kti_vtt || !kti_read_color(value, rgb)) return true;
    return kti_color_class(rgb).len > 0;
}

/* An override that nothing is read of; \p draws, which is no text. */
static bool is_effect(const weighing *w, kt_str raw) {
    if (!w->s->dialect->carries_tags) return false;
    size_t slash = kti_str_find(raw, KTI_STR("\\"), 0);
    if (slash == SIZE_MAX || slash + 1 == raw.len) return false;
    char digit = slash + 2 < raw.len ? raw.ptr[slash + 2] : '\0';
    return raw.ptr[slash + 1] != 'p' || !kti_is_ascii_digit(digit);
}

static void weigh_tag(weighing *w, const kti_piece *piece, kt_str raw) {
    switch (piece->tag) {
    case KTI_TAG_NONE:
        if (is_effect(w, raw)) lose(w, KTI_NOTE_LOST_EFFECT);
        break;
    case KTI_TAG_COLOR:
        if (!keeps_color(w, piece->value)) lose(w, KTI_NOTE_LOST_LOOK);
        break;
    case KTI_TAG_CLASS:
        if (keeps(w, KTI_TAG_CLASS)) break;
        if (!keeps_color(w, kti_class_color(piece->classes)) ||
            kti_class_color(piece->classes).len == 0)
            lose(w, KTI_NOTE_LOST_LOOK);
        break;
    case KTI_TAG_LANG:
        if (!keeps(w, KTI_TAG_LANG)) lose(w, KTI_NOTE_LOST_EFFECT);
        break;
    case KTI_TAG_RUBY:
        if (!keeps(w, KTI_TAG_RUBY)) lose(w, KTI_NOTE_LOST_RUBY);
        break;
    case KTI_TAG_TIME:
        if (!keeps(w, KTI_TAG_TIME)) lose(w, KTI_NOTE_LOST_TIME);
        break;
    case KTI_TAG_BOLD:
    case KTI_TAG_ITALIC:
    case KTI_TAG_UNDERLINE:
    case KTI_TAG_STRIKE:
        if (!keeps(w, piece->tag)) lose(w, KTI_NOTE_LOST_LOOK);
        break;
    default: /* places and voices are of the whole cue */
        break;
    }
}

static void weigh_text(weighing *w, size_t cue) {
    kti_piece piece;
    kti_pieces walk = kti_pieces_of(w->s, cue, kti_content(w->s, cue));
    for (size_t at = 0; kti_pieces_next(&walk, &piece); at = walk.at)
        if (piece.kind == KTI_PIECE_MARKUP && !piece.close)
            weigh_tag(w, &piece, kti_str_cut(walk.content, at, walk.at));
}

/* ---- cues ----------------------------------------------------------------------------------- */

static void weigh_look(weighing *w, size_t cue) {
    kti_look look = kti_look_of(w->s, cue);
    bool lost = (look.bold && !keeps(w, KTI_TAG_BOLD)) ||
                (look.italic && !keeps(w, KTI_TAG_ITALIC)) ||
                (look.underline && !keeps(w, KTI_TAG_UNDERLINE)) ||
                (look.strike && !keeps(w, KTI_TAG_STRIKE));
    if (lost) lose(w, KTI_NOTE_LOST_LOOK);
}

/* Settings say more than a place on a numeric keypad, but for those that say nothing else. */
static bool is_finer(const kt_subtitle *s, size_t cue) {
    kt_cue_settings c;
    bool coordinates = kti_str_trim(kti_str_span(s->text, s->cues[cue].settings)).len > 0;
    if (s->dialect != &kti_vtt) return s->dialect == &kti_srt && coordinates;
    if (kt_subtitle_settings(s, cue, &c) != KT_OK) return false;
    bool row = c.has_line && c.line != 0 && !(c.line_is_percent && c.line == 50);
    bool column = c.has_position && c.position != 0 && c.position != 50 && c.position != 100;
    return row || column || c.vertical != KT_HORIZONTAL || c.size < 100 || c.region.len > 0;
}

static void weigh_place(weighing *w, size_t cue) {
    int64_t place = kti_place_of(w->s, cue);
    bool stands = place != 0 && place != 2;
    if (stands && !keeps(w, KTI_TAG_PLACE)) lose(w, KTI_NOTE_LOST_PLACE);
    if (is_finer(w->s, cue) && w->to != w->s->dialect) lose(w, KTI_NOTE_LOST_PLACE);
}

/* Names are written into the text where several speak, and from transcripts where the target is
 * read by people. */
static void weigh_speaker(weighing *w, size_t cue) {
    bool names = w->s->dialect->is_transcript && w->to->names_speakers;
    if (keeps(w, KTI_TAG_VOICE) || names || kti_speaker(w->s, cue).len == 0) return;
    lose(w, KTI_NOTE_LOST_SPEAKER);
}

static void weigh_end(weighing *w, const kt_cue *cue, int64_t next) {
    if (!w->to->open_ends || next == cue->start_ms) return;
    bool told = w->to->stamps_lines && next >= cue->end_ms;
    if (!told && next != cue->end_ms) lose(w, KTI_NOTE_LOST_END);
}

/* By more than a number, which new ones replace. */
static bool is_named(const weighing *w, const kt_cue *cue) {
    kt_str id = kti_str_span(w->s->text, cue->id);
    size_t digits = 0;
    while (digits < id.len && kti_is_ascii_digit(id.ptr[digits]))
        digits++;
    return w->s->dialect == &kti_vtt && w->to != &kti_vtt && digits < id.len;
}

static void weigh_cue(weighing *w, size_t cue, int64_t next) {
    const kt_cue *c = &w->s->cues[cue];
    w->lost = 0;
    if (kti_shows_text(w->s, cue)) {
        weigh_text(w, cue);
        weigh_look(w, cue);
        weigh_place(w, cue);
        weigh_speaker(w, cue);
        weigh_end(w, c, next);
        if (is_named(w, c)) lose(w, KTI_NOTE_LOST_ID);
    } else if (w->to != w->s->dialect && c->text.end > c->text.start) {
        lose(w, KTI_NOTE_LOST_CUE);
    }
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if ((w->lost >> kinds[i] & 1) != 0) kti_note(w->s, kinds[i], c->text.start);
}

/* ---- what is no cue ------------------------------------------------------------------------- */

static bool begins_any(kt_str line, const char *const *words, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (kti_starts_nocase(line, words[i])) return true;
    return false;
}

/* What stands in [Script Info] of every file says nothing of this one; nor does the style of new
 * files. */
static kti_note_kind kind_in_ass(kt_str line) {
    static const char *const usual[] = {
        "scripttype", "collisions", "playres", "wrapstyle", "scaledborder", "timer", "ycbcr",
        "format:",    "dialogue:",  ";",       "!:",        "[script info", "[v4",   "[events"};
    if (kti_str_eq(line, KTI_STR(KTI_ASS_STYLE)) || kti_str_eq(line, KTI_STR(KTI_SSA_STYLE)))
        return KTI_NOTES;
    if (kti_starts_nocase(line, "style:")) return KTI_NOTE_LOST_STYLE;
    return begins_any(line, usual, sizeof usual / sizeof *usual) ? KTI_NOTES : KTI_NOTE_LOST_HEADER;
}

/* A block of WebVTT is one piece. */
static kti_note_kind kind_in_vtt(kt_str line, bool first) {
    if (!first || kti_str_starts(line, KTI_STR("WEBVTT"))) return KTI_NOTES;
    bool style = kti_str_starts(line, KTI_STR("STYLE")) || kti_str_starts(line, KTI_STR("REGION"));
    return style ? KTI_NOTE_LOST_STYLE : KTI_NOTE_LOST_HEADER;
}

static kti_note_kind kind_of(const kti_dialect *from, kt_str line, bool first) {
    if (line.len == 0) return KTI_NOTES;
    if (from->carries_tags) return kind_in_ass(line);
    if (from == &kti_vtt) return kind_in_vtt(line, first);
    if (from == &kti_sami)
        return kti_starts_nocase(line, "<title") ? KTI_NOTE_LOST_HEADER : KTI_NOTES;
    if (from == &kti_lrc && kti_starts_nocase(line, "[offset:")) return KTI_NOTES; /* is applied */
    return KTI_NOTE_LOST_HEADER;
}

static void weigh_lines(kt_subtitle *s, size_t from, size_t to) {
    bool first = true;
    kt_str text = kti_str_cut(s->text, 0, to);
    for (size_t at = from; at < to;) {
        kti_line l = kti_line_at(text, at);
        kt_str line = kti_str_trim(l.text);
        kti_note_kind kind = kind_of(s->dialect, line, first);
        if (kind != KTI_NOTES) kti_note(s, kind, l.start);
        first = line.len == 0 || l.start == 0; /* the signature */
        at = l.next;
    }
}

/* The head, token by token; of regions, places are read. */
static void weigh_head(kt_subtitle *s) {
    kti_xml t;
    for (size_t at = 0; kti_xml_at(s->text, at, &t) && t.kind != KTI_XML_BAD; at = t.end) {
        if (t.kind != KTI_XML_OPEN && t.kind != KTI_XML_EMPTY) continue;
        if (kti_str_eq(t.local, KTI_STR("body"))) return;
        bool style = kti_str_eq(t.local, KTI_STR("style"));
        bool header =
            kti_str_eq(t.local, KTI_STR("title")) || kti_str_eq(t.local, KTI_STR("copyright"));
        if (style) kti_note(s, KTI_NOTE_LOST_STYLE, t.start);
        if (header) kti_note(s, KTI_NOTE_LOST_HEADER, t.start);
    }
}

/* Lines between the cues. Transcripts have no more than them. */
static void weigh_rest(kt_subtitle *s) {
    size_t at = 0;
    if (s->dialect == &kti_ttml) weigh_head(s);
    if (s->dialect == &kti_ttml || s->dialect->is_transcript || s->dialect->plain_only) return;
    for (size_t i = 0; i < s->block_count; i++) {
        kt_span block = s->blocks[i].span;
        if (block.start > at) weigh_lines(s, at, block.start);
        if (block.end > at) at = block.end;
    }
    weigh_lines(s, at, s->text.len);
}

/* Languages beside the first, where the target has one; styles of ASS are told as such. */
static void weigh_tracks(kt_subtitle *s, const kti_dialect *to, const kti_ordered *order,
                         size_t count) {
    if (s->dialect->carries_tags || to == &kti_sami || to == &kti_ttml) return;
    for (size_t i = 0; i < count; i++)
        if (s->cues[order[i].cue].track != s->cues[order[0].cue].track)
            kti_note(s, KTI_NOTE_LOST_TRACK, s->cues[order[i].cue].text.start);
}

static void forget(kt_subtitle *s) {
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        kti_notes_forget(&s->notes, kinds[i]);
}

void kti_forget_losses(kt_subtitle *s) {
    forget(s);
    kti_notes_finish(&s->notes, s->text);
}

void kti_note_losses(kt_subtitle *s, const kti_dialect *to, const kti_ordered *order,
                     size_t count) {
    weighing w = {s, to, 0};
    forget(s);
    for (size_t i = 0; i < count; i++)
        weigh_cue(&w, order[i].cue, i + 1 < count ? order[i + 1].start : INT64_MAX);
    weigh_tracks(s, to, order, count);
    weigh_rest(s);
    kti_notes_finish(&s->notes, s->text);
}
