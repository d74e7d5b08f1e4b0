/* layout.c - where changed text goes: in place, above, below, or over each word. */
#include "core/str.h"
#include "core/text.h"
#include "subtitle/change.h"
#include "subtitle/ttml.h"

/* The markup before the first text, which a line put above must stand behind. */
static size_t leading_markup(const kt_subtitle *s, size_t cue) {
    kti_piece piece;
    kti_pieces walk = kti_original(s, cue);
    size_t end = 0;
    while (kti_pieces_next(&walk, &piece) && piece.kind == KTI_PIECE_MARKUP && !piece.close)
        end = walk.at;
    return end;
}

typedef struct laying {
    const kti_change *c;
    kt_str carried, before;
    kti_buf *out;
} laying;

static kt_str content_of(const kti_change *c) {
    return kti_str_span(c->s->text, c->s->cues[c->cue].text);
}

/* Where nothing is left to add, the cue stays as it is. */
static void beside(const laying *l, bool above) {
    kti_buf copy;
    kti_buf_init(&copy, &l->out->alloc);
    bool any =
        kti_copy(l->c, l->carried, l->before, above ? KTI_COPY_ABOVE : KTI_COPY_BELOW, &copy);
    if (above) kti_buf_add_str(l->out, kti_buf_str(&copy));
    if (any && above) kti_add_break(l->c->s, l->c->cue, l->out);
    kti_buf_add_str(l->out, content_of(l->c));
    if (any && !above) kti_add_break(l->c->s, l->c->cue, l->out);
    if (!above) kti_buf_add_str(l->out, kti_buf_str(&copy));
    l->out->failed = l->out->failed || copy.failed;
    kti_buf_free(&copy);
}

/* Overrides hold on over a break. Those before the first text are for both lines; where there are
 * others, each line has its own, and the second one begins as the style is. */
static void beside_overrides(const laying *l, bool above) {
    const kti_change *c = l->c;
    kt_str content = content_of(c);
    kti_looks looks = kti_looks_of(c->s, c->cue, content);
    size_t head = !above ? content.len : looks.vary ? looks.head : leading_markup(c->s, c->cue);
    kti_buf copy;
    kti_buf_init(&copy, &l->out->alloc);
    bool any = kti_copy_overrides(c, l->carried, l->before, looks.vary, &copy);
    if (above) looks.stay = kti_looks_of(c->s, c->cue, kti_buf_str(&copy)).stay;
    kti_buf_add_str(l->out, kti_str_cut(content, 0, head));
    if (above) kti_buf_add_str(l->out, kti_buf_str(&copy));
    if (any) kti_add_break(c->s, c->cue, l->out);
    if (any && looks.vary && looks.stay) kti_buf_add_cstr(l->out, "{\\r}");
    if (!above) kti_buf_add_str(l->out, kti_buf_str(&copy));
    kti_buf_add_str(l->out, kti_str_cut(content, head, content.len));
    l->out->failed = l->out->failed || copy.failed;
    kti_buf_free(&copy);
}

/* ---- ruby ----------------------------------------------------------------------------------- */

static bool is_space(kt_str text, size_t at) {
    return kti_is_ascii_space(text.ptr[at]);
}

/* Whether something but spaces changed between two places of the plain text. */
static bool word_changed(const kt_text *change, kt_span word, kt_str base) {
    kt_span target = kt_text_target(change, word);
    kt_str now = kti_str_trim(kti_str_span(kt_text_str(change), target));
    return now.len > 0 && !kti_str_eq(now, kti_str_trim(base));
}

/* What stands around a word and its reading. */
typedef struct marks {
    kti_buf open, middle, close;
} marks;

static void begin_marks(const kt_subtitle *s, marks *m) {
    kti_buf *all[] = {&m->open, &m->middle, &m->close};
    for (size_t i = 0; i < 3; i++)
        kti_buf_init(all[i], &s->alloc);
    if (s->dialect == &kti_ttml && kti_ttml_ruby(s, &m->open, &m->middle, &m->close)) return;
    bool ruby = s->dialect->has_ruby;
    kti_buf_add_cstr(&m->open, ruby ? "<ruby>" : "");
    kti_buf_add_cstr(&m->middle, ruby ? "<rt>" : "(");
    kti_buf_add_cstr(&m->close, ruby ? "</rt></ruby>" : ")");
}

static void end_marks(marks *m, kti_buf *out) {
    out->failed = out->failed || m->open.failed || m->middle.failed || m->close.failed;
    kti_buf_free(&m->open);
    kti_buf_free(&m->middle);
    kti_buf_free(&m->close);
}

/* "서울(Seoul)" has its reading. */
static bool has_reading(const kti_change *c, kt_str raw, kt_span word) {
    size_t open = raw.len;
    if (raw.len < 3 || raw.ptr[raw.len - 1] != ')') return false;
    while (open > 0 && raw.ptr[open - 1] != '(')
        open--;
    if (open < 2) return false;
    kt_span base = {word.start, word.start + (uint32_t)open - 1};
    kt_str reading =
        kti_str_trim(kti_str_span(kt_text_str(c->change), kt_text_target(c->change, base)));
    return kti_str_eq(reading, kti_str_cut(raw, open, raw.len - 1));
}

static void add_ruby(const kti_change *c, const marks *m, kt_str raw, kt_span word, bool in_cdata,
                     kti_buf *out) {
    kt_str reading =
        kti_str_trim(kti_str_span(kt_text_str(c->change), kt_text_target(c->change, word)));
    kti_buf_add_str(out, in_cdata ? KTI_STR("") : kti_buf_str(&m->open));
    kti_buf_add_str(out, raw);
    kti_buf_add_str(out, in_cdata ? KTI_STR("(") : kti_buf_str(&m->middle));
    kti_add_new(c, reading, in_cdata, out);
    kti_buf_add_str(out, in_cdata ? KTI_STR(")") : kti_buf_str(&m->close));
}

/* Words do not reach over markup: each stretch of text is annotated by itself. */
static void ruby_piece(const kti_change *c, const marks *m, kt_str raw, size_t plain, bool in_cdata,
                       kti_buf *out) {
    for (size_t at = 0; at < raw.len;) {
        size_t end = at;
        bool space = is_space(raw, at);
        while (end < raw.len && is_space(raw, end) == space)
            end++;
        kt_str word = kti_str_cut(raw, at, end);
        kt_span span = kti_span_of(plain + at, plain + end);
        if (!space && word_changed(c->change, span, word) && !has_reading(c, word, span))
            add_ruby(c, m, word, span, in_cdata, out);
        else
            kti_buf_add_str(out, word);
        at = end;
    }
}

static void ruby(const kti_change *c, kti_buf *out) {
    kti_piece piece;
    marks m;
    size_t plain = 0;
    bool inside = false; /* of a ruby, which holds no other */
    kti_pieces walk = kti_original(c->s, c->cue);
    begin_marks(c->s, &m);
    for (size_t at = 0; kti_pieces_next(&walk, &piece); at = walk.at) {
        kt_str raw = kti_str_cut(walk.content, at, walk.at);
        if (piece.tag == KTI_TAG_RUBY) inside = !piece.close;
        if (piece.kind == KTI_PIECE_TEXT && !inside)
            ruby_piece(c, &m, raw, plain, walk.cdata_end > at, out);
        else
            kti_buf_add_str(out, raw);
        plain += piece.kind == KTI_PIECE_TEXT ? raw.len : piece.plain_len;
    }
    end_marks(&m, out);
}

/* ---- all of them ---------------------------------------------------------------------------- */

void kti_lay_out(const kti_change *c, kt_layout layout, kt_str before, kti_buf *content) {
    kti_buf carried = *content;
    kti_buf_init(content, &carried.alloc);
    laying l = {c, kti_buf_str(&carried), before, content};
    bool above = layout == KT_LAYOUT_ABOVE;
    if (layout == KT_LAYOUT_RUBY)
        ruby(c, content);
    else if (layout == KT_LAYOUT_TRACK)
        (void)kti_copy(c, l.carried, before, KTI_COPY_TRACK, content);
    else if (c->s->dialect->carries_tags)
        beside_overrides(&l, above);
    else
        beside(&l, above);
    content->failed = content->failed || carried.failed;
    kti_buf_free(&carried);
}
