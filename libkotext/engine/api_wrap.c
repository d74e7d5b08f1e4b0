/* api_wrap.c - the lines of a cue broken anew, and cues repaired by a profile. */
#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "core/text.h"
#include "core/utf8.h"
#include "engine/ctx.h"
#include "hangul/syllable.h"
#include "kotext/profile.h"
#include "kotext/segment.h"
#include "kotext/space.h"
#include "subtitle/measure.h"

enum { RULE_CHANGED = 1, DEFAULT_WIDTH = 32, DEFAULT_LINES = 2 };

/* ---- paragraphs ----------------------------------------------------------------------------- */

static bool has_hangul(kt_str line) {
    for (size_t at = 0; at < line.len;) {
        kti_cp unit = kti_utf8_at(line, at);
        if (kti_is_syllable(unit.cp)) return true;
        at += unit.len;
    }
    return false;
}

static kt_str line_at(kt_str in, size_t at) {
    size_t end = at;
    while (end < in.len && in.ptr[end] != '\n')
        end++;
    return kti_str_cut(in, at, end);
}

/* Lines that say one thing: up to the next speaker, language, or empty line. */
typedef struct paragraph {
    size_t start, end;
    size_t lines;
    size_t widest;
} paragraph;

static bool begins_anew(kt_str line, bool speakers) {
    return line.len == 0 || (line.ptr[0] == '-' && !kti_is_signed(line, speakers));
}

static paragraph paragraph_at(kt_str in, size_t at, bool speakers) {
    paragraph p = {at, at, 0, 0};
    bool hangul = has_hangul(line_at(in, at));
    while (at <= in.len) {
        kt_str line = line_at(in, at);
        bool first = p.lines == 0;
        bool apart = begins_anew(line, speakers) || has_hangul(line) != hangul;
        if (!first && apart) break;
        size_t width = kt_width(line);
        if (width > p.widest) p.widest = width;
        p.lines++;
        p.end = at + line.len;
        at = p.end + 1;
        if (first && line.len == 0) break;
    }
    return p;
}

/* ---- wrapping ------------------------------------------------------------------------------- */

/* Copies text whose line feeds are breaks no more. */
static void copy_joined(kt_str text, kt_text *out) {
    for (size_t at = 0; at < text.len;) {
        kt_str line = line_at(text, at);
        kti_text_copy(out, line);
        at += line.len;
        if (at++ < text.len) kti_text_replace(out, 1, KTI_STR(" "), RULE_CHANGED);
    }
}

static void add_break(kt_str gap, kt_text *out) {
    if (kti_str_eq(gap, KTI_STR("\n")))
        kti_text_copy(out, gap);
    else
        kti_text_replace(out, gap.len, KTI_STR("\n"), RULE_CHANGED);
}

static bool is_gap(char c) {
    return c == ' ' || c == '\n';
}

/* One line of a paragraph for who looks where it may break, with brackets for what holds together:
 * a speaker's dash and what is said, a dash between words and what is before it, as at the start of
 * a line it would be a speaker's. */
static void join_lines(kt_str text, bool speakers, char *joined) {
    for (size_t i = 0; i < text.len; i++) {
        kt_str rest = kti_str_cut(text, i, text.len);
        bool dash = text.ptr[i] == '-' && !kti_str_starts(rest, KTI_STR("--")) &&
                    !kti_is_signed(rest, speakers);
        joined[i] = text.ptr[i] == '\n' ? ' ' : text.ptr[i];
        for (size_t k = i; dash && k > 1 && is_gap(text.ptr[k - 1]); k--)
            joined[k - 1] = ')';
    }
    if (text.len > 1 && text.ptr[0] == '-' && is_gap(text.ptr[1])) joined[0] = joined[1] = '(';
}

static kt_status wrap_paragraph(kt_ctx *ctx, kt_str text, uint32_t width, bool speakers,
                                kt_text *out) {
    kt_segment_options lines = KT_SEGMENT_INIT;
    const kt_span *spans;
    size_t count, at = 0;
    kti_buf joined;
    lines.unit = KT_UNIT_LINE;
    lines.width = width;
    kti_buf_init(&joined, &ctx->alloc);
    kti_buf_add_str(&joined, text);
    kt_status status = kti_buf_status(&joined);
    if (status == KT_OK) join_lines(text, speakers, joined.ptr);
    if (status == KT_OK) status = kt_segment(ctx, kti_buf_str(&joined), &lines, &spans, &count);
    for (size_t i = 0; status == KT_OK && i < count; i++) {
        kt_str before = kti_str_cut(text, at, spans[i].start);
        if (i > 0)
            add_break(before, out);
        else
            copy_joined(before, out);
        copy_joined(kti_str_cut(text, spans[i].start, spans[i].end), out);
        at = spans[i].end;
    }
    if (status == KT_OK) copy_joined(kti_str_cut(text, at, text.len), out);
    kti_buf_free(&joined);
    return status;
}

static kt_status wrap(kt_ctx *ctx, kt_str in, const kt_wrap_options *opts, kt_text *out) {
    uint32_t width = opts->width == 0 ? DEFAULT_WIDTH : opts->width;
    uint32_t most = opts->lines == 0 ? DEFAULT_LINES : opts->lines;
    bool speakers = kti_has_speakers(in);
    kti_text_clear(out);
    for (size_t at = 0; at < in.len;) {
        paragraph p = paragraph_at(in, at, speakers);
        kt_str text = kti_str_cut(in, p.start, p.end);
        if (opts->always || p.widest > width || p.lines > most)
            KTI_TRY(wrap_paragraph(ctx, text, width, speakers, out));
        else
            kti_text_copy(out, text);
        if (p.end < in.len) kti_text_copy(out, KTI_STR("\n"));
        at = p.end + 1;
    }
    return kti_text_status(out);
}

kt_status kt_wrap(kt_ctx *ctx, kt_str in, const kt_wrap_options *opts, kt_text *out) {
    static const kt_wrap_options defaults = KT_WRAP_INIT;
    KTI_TRY(kti_ctx_begin(ctx));
    if (opts == NULL) opts = &defaults;
    if (out == NULL || opts->size != sizeof *opts)
        return kti_fail(&ctx->error, KT_ERR_ARG, 0, "bad options or no place for the text");
    if (in.len > INT32_MAX) return kti_ctx_end(ctx, KT_ERR_TOO_LARGE);
    return kti_ctx_end(ctx, wrap(ctx, in, opts, out));
}

/* ---- repairs -------------------------------------------------------------------------------- */

/* A speaker's dash at the start of a line, with its spaces as the profile has them; the bytes that
 * were there, 0 for none. */
static size_t respell_dash(const kt_profile *p, kt_str line, bool speakers, kt_text *out) {
    size_t end = 1;
    if (p->dash == KT_DASH_ANY || line.len < 2 || line.ptr[0] != '-' || line.ptr[1] == '-' ||
        kti_is_signed(line, speakers))
        return 0;
    while (end < line.len && line.ptr[end] == ' ')
        end++;
    kt_str space = p->dash == KT_DASH_SPACED ? KTI_STR(" ") : KTI_STR(""),
           there = kti_str_cut(line, 1, end);
    kti_text_copy(out, KTI_STR("-"));
    if (kti_str_eq(there, space))
        kti_text_copy(out, there);
    else
        kti_text_replace(out, there.len, space, RULE_CHANGED);
    return end;
}

/* Writes dashes and ellipses as the profile has them. */
static kt_status respell(const kt_profile *p, kt_str in, kt_text *out) {
    kt_str dots = KTI_STR("..."), character = KTI_STR("\xE2\x80\xA6");
    bool to_character = p->ellipsis == KT_ELLIPSIS_CHARACTER;
    kt_str wrong = to_character ? dots : character, right = to_character ? character : dots;
    bool speakers = kti_has_speakers(in);
    kti_text_clear(out);
    for (size_t at = 0, copied = 0; at <= in.len;) {
        kt_str rest = kti_str_cut(in, at, in.len);
        bool first = at == 0 || in.ptr[at - 1] == '\n';
        bool dash = first && rest.len > 1 && rest.ptr[0] == '-';
        bool ellipsis = p->ellipsis != KT_ELLIPSIS_ANY && kti_str_starts(rest, wrong);
        if (dash || ellipsis || at == in.len) {
            kti_text_copy(out, kti_str_cut(in, copied, at));
            copied = at;
        }
        size_t taken = dash ? respell_dash(p, rest, speakers, out) : ellipsis ? wrong.len : 0;
        if (ellipsis) kti_text_replace(out, wrong.len, right, RULE_CHANGED);
        copied += taken;
        at += taken > 0 ? taken : 1;
    }
    return kti_text_status(out);
}

/* Characters are half units for Latin; Hangul fills a unit of either. */
static kt_wrap_options wrap_of(const kt_profile *p) {
    kt_wrap_options wrap = KT_WRAP_INIT;
    wrap.width = (uint32_t)(p->measure == KT_MEASURE_UNITS ? p->line_width * 2 : p->line_width);
    wrap.lines = p->lines;
    return wrap;
}

typedef struct texts {
    kt_text plain, spaced, dashed, spelled, wrapped, both;
} texts;

/* Spaces, then dashes and ellipses, as one change. */
static kt_status respace(kt_ctx *ctx, const kt_profile *p, texts *t) {
    if (p->spacing == KT_SPACING_KEEP) return respell(p, kt_text_str(&t->plain), &t->spelled);
    KTI_TRY(kt_space_repair(ctx, kt_text_str(&t->plain), NULL, &t->spaced));
    KTI_TRY(respell(p, kt_text_str(&t->spaced), &t->dashed));
    return kti_text_compose(&t->spaced, &t->dashed, &t->spelled);
}

static kt_status fix_cue(kt_ctx *ctx, kt_subtitle *s, size_t cue, const kt_profile *p, texts *t) {
    kt_wrap_options wrap = wrap_of(p);
    KTI_TRY(kt_subtitle_plain(s, cue, &t->plain));
    KTI_TRY(respace(ctx, p, t));
    if (wrap.width == 0) return kt_subtitle_apply(s, cue, &t->spelled, KT_LAYOUT_REPLACE);
    KTI_TRY(kt_wrap(ctx, kt_text_str(&t->spelled), &wrap, &t->wrapped));
    KTI_TRY(kti_text_compose(&t->spelled, &t->wrapped, &t->both));
    return kt_subtitle_apply(s, cue, &t->both, KT_LAYOUT_REPLACE);
}

kt_status kt_subtitle_fix(kt_ctx *ctx, kt_subtitle *s, const kt_profile *p) {
    texts t;
    KTI_TRY(kti_ctx_begin(ctx));
    if (s == NULL || p == NULL || !kti_known_profile(p)) return kti_ctx_end(ctx, KT_ERR_ARG);
    kti_text_init(&t.plain, &ctx->alloc);
    kti_text_init(&t.spaced, &ctx->alloc);
    kti_text_init(&t.dashed, &ctx->alloc);
    kti_text_init(&t.spelled, &ctx->alloc);
    kti_text_init(&t.wrapped, &ctx->alloc);
    kti_text_init(&t.both, &ctx->alloc);
    kt_status status = KT_OK;
    for (size_t i = 0; i < s->cue_count && status == KT_OK; i++)
        status = fix_cue(ctx, s, i, p, &t);
    if (status == KT_OK) status = kti_fix_times(s, p);
    kti_text_free_fields(&t.plain);
    kti_text_free_fields(&t.spaced);
    kti_text_free_fields(&t.dashed);
    kti_text_free_fields(&t.spelled);
    kti_text_free_fields(&t.wrapped);
    kti_text_free_fields(&t.both);
    return kti_ctx_end(ctx, status);
}
