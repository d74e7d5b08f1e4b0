#include "analyze/joints.h"
#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "engine/ctx.h"
#include "engine/gaps.h"
#include "engine/options.h"
#include "segment/cues.h"
#include "segment/segment.h"
#include "unicode/nfc.h"

enum {
    DEFAULT_WIDTH = 32,
    WINDOW = 1 << 17, /* bytes whose lines are found together: no paragraph is so long */
    HELD_BACK = 64    /* lines before the end of a window, found again with what follows */
};

/* Fused morphemes share bytes: they are one unit. */
static kt_status divide_morphemes(kt_ctx *ctx, kt_str in, kti_spans *out) {
    kt_analysis *list;
    size_t count;
    KTI_TRY(kti_ctx_analyze(ctx, in, 1, &list, &count));
    kt_span unit = {0, 0};
    for (size_t i = 0; i < list->morpheme_count; i++) {
        kt_span next = list->morphemes[i].span;
        if (next.start < unit.end) {
            if (next.end > unit.end) unit.end = next.end;
            continue;
        }
        if (unit.end > unit.start) kti_spans_add(out, unit.start, unit.end);
        unit = next;
    }
    if (unit.end > unit.start) kti_spans_add(out, unit.start, unit.end);
    return kti_spans_status(out);
}

/* Words, or sentences, which endings tell apart where marks do not. */
static kt_status divide_composed(kt_ctx *ctx, kt_str in, const kt_segment_options *opts,
                                 kti_spans *out) {
    kti_known known = {.tokens = opts->tokens, .token_count = opts->token_count};
    if (opts->unit == KT_UNIT_WORD) return kti_segment_words(ctx->uni, in, out);
    KTI_TRY(kti_gaps_open(ctx, &known));
    return kti_segment_sentences(ctx->uni, in, &known, out);
}

/* The tokens where they are in the composed text. */
static kt_status compose_tokens(kt_ctx *ctx, const kt_text *nfc, kt_segment_options *opts) {
    kt_token *tokens = kti_arena_take(&ctx->scratch, (opts->token_count + 1) * sizeof *tokens);
    if (tokens == NULL) return KT_ERR_NOMEM;
    for (size_t i = 0; i < opts->token_count; i++) {
        tokens[i] = opts->tokens[i];
        tokens[i].span = kt_text_target(nfc, tokens[i].span);
        tokens[i].stem = kt_text_target(nfc, tokens[i].stem);
    }
    opts->tokens = tokens;
    return KT_OK;
}

/* Endings are known composed, and UAX #29 takes conjoining letters for those of an alphabet. */
static kt_status divide_decomposed(kt_ctx *ctx, kt_str in, const kt_segment_options *opts,
                                   kti_spans *out) {
    kt_text nfc;
    kt_segment_options own = *opts;
    kti_text_init(&nfc, &ctx->alloc);
    kt_status status = kti_nf(KTI_NFC, in, 1, &ctx->scratch, &nfc);
    if (status == KT_OK) status = compose_tokens(ctx, &nfc, &own);
    if (status == KT_OK) status = divide_composed(ctx, kt_text_str(&nfc), &own, out);
    for (size_t i = 0; status == KT_OK && i < out->count; i++)
        out->items[i] = kt_text_source(&nfc, out->items[i]);
    kti_text_free_fields(&nfc);
    return status;
}

static kt_status divide_words(kt_ctx *ctx, kt_str in, const kt_segment_options *opts,
                              kti_spans *out) {
    bool composed = kti_nf_is(KTI_NFC, in);
    return composed ? divide_composed(ctx, in, opts, out) : divide_decomposed(ctx, in, opts, out);
}

/* Spelling tells of composed text; the places are moved to where the words are in `in`. */
static kt_status guess_joints(kt_ctx *ctx, kt_str in, kti_joints *out) {
    kt_text nfc;
    if (kti_nf_is(KTI_NFC, in)) return kti_cue_joints(in, &ctx->scratch, out);
    kti_text_init(&nfc, &ctx->alloc);
    kt_status status = kti_nf(KTI_NFC, in, 1, &ctx->scratch, &nfc);
    if (status == KT_OK) status = kti_cue_joints(kt_text_str(&nfc), &ctx->scratch, out);
    kti_joint *items = NULL;
    if (status == KT_OK) items = kti_arena_take(&ctx->scratch, (out->count + 1) * sizeof *items);
    if (status == KT_OK && items == NULL) status = KT_ERR_NOMEM;
    for (size_t i = 0; status == KT_OK && i < out->count; i++) {
        kt_span word = {out->items[i].at, out->items[i].at + 1};
        items[i] = (kti_joint){kt_text_source(&nfc, word).start, out->items[i].bond};
    }
    if (status == KT_OK) out->items = items;
    kti_text_free_fields(&nfc);
    return status;
}

/* The grammar of the text, read or, without a word list, guessed from its spelling. */
static kt_status find_joints(kt_ctx *ctx, kt_str in, kti_joints *out) {
    kt_analysis *list;
    size_t count;
    if (!kti_lexicon_has_words(ctx->engine->lexicon)) return guess_joints(ctx, in, out);
    KTI_TRY(kti_ctx_analyze(ctx, in, 1, &list, &count));
    return kti_joints_of(in, list, &ctx->scratch, out);
}

/* Only a fill that chooses where it breaks asks for grammar. */
static kt_status divide_lines(kt_ctx *ctx, kt_str in, const kt_segment_options *opts,
                              kti_spans *out) {
    kti_line_options lines = {opts->width == 0 ? DEFAULT_WIDTH : opts->width,
                              opts->fill,
                              opts->breaks,
                              opts->tokens,
                              opts->token_count,
                              {NULL, 0}};
    if (opts->fill != KT_FILL_GREEDY) KTI_TRY(find_joints(ctx, in, &lines.joints));
    return kti_segment_lines(ctx->uni, in, &lines, out);
}

/* ---- lines of very long texts -------------------------------------------------------------- */

/* A window ends where a word does, if there is such a place in its last quarter. */
static size_t window_end(kt_str in, size_t at, size_t size) {
    if (in.len - at <= size) return in.len;
    size_t end = at + size;
    for (size_t space = end; space > end - size / 4; space--)
        if (in.ptr[space] == ' ' || in.ptr[space] == '\n') return space;
    while (!kti_utf8_is_boundary(in, end))
        end--;
    return end;
}

/* The tokens that lie in a window, moved to where they are in it. */
static kt_status move_tokens(kt_ctx *ctx, kt_span window, const kt_segment_options *all,
                             kt_segment_options *out) {
    size_t count = 0;
    kt_token *tokens = kti_arena_take(&ctx->scratch, all->token_count * sizeof *tokens);
    if (tokens == NULL) return KT_ERR_NOMEM;
    for (size_t i = 0; i < all->token_count; i++) {
        kt_token t = all->tokens[i];
        if (t.span.start < window.start || t.span.end > window.end) continue;
        t.span = (kt_span){t.span.start - window.start, t.span.end - window.start};
        t.stem = (kt_span){t.stem.start - window.start, t.stem.end - window.start};
        tokens[count++] = t;
    }
    out->tokens = tokens;
    out->token_count = count;
    return KT_OK;
}

static kt_status divide_window(kt_ctx *ctx, kt_str in, kt_span window,
                               const kt_segment_options *opts, kti_spans *out) {
    kt_segment_options own = *opts;
    kti_arena_reset(&ctx->scratch);
    kti_spans_init(out, &ctx->scratch);
    KTI_TRY(move_tokens(ctx, window, opts, &own));
    return divide_lines(ctx, kti_str_span(in, window), &own, out);
}

static void keep_lines(kt_ctx *ctx, const kti_spans *lines, size_t count, uint32_t start) {
    for (size_t i = 0; i < count; i++) {
        kt_span line = {lines->items[i].start + start, lines->items[i].end + start};
        kti_buf_add(&ctx->bytes, &line, sizeof line);
    }
}

/* Finds the lines of one window after the other in the same memory; one that holds too few, which
 * must be very wide, grows. */
static kt_status divide_long(kt_ctx *ctx, kt_str in, const kt_segment_options *opts,
                             kti_spans *out) {
    for (size_t at = 0, size = WINDOW; at < in.len;) {
        size_t end = window_end(in, at, size);
        KTI_TRY(divide_window(ctx, in, (kt_span){(uint32_t)at, (uint32_t)end}, opts, out));
        size_t kept = out->count;
        if (end < in.len) {
            if (kept < 2 * (size_t)HELD_BACK) {
                size *= 2;
                continue;
            }
            kept -= HELD_BACK;
            end = at + out->items[kept].start;
        }
        keep_lines(ctx, out, kept, (uint32_t)at);
        if (ctx->bytes.failed) return KT_ERR_NOMEM;
        at = end;
        size = WINDOW;
    }
    out->items = (kt_span *)(void *)ctx->bytes.ptr;
    out->count = ctx->bytes.len / sizeof *out->items;
    return KT_OK;
}

static kt_status divide(kt_ctx *ctx, kt_str in, const kt_segment_options *opts, kti_spans *out) {
    switch (opts->unit) {
    case KT_UNIT_GRAPHEME:
        return kti_segment_graphemes(in, out);
    case KT_UNIT_SYLLABLE:
        return kti_segment_syllables(in, out);
    case KT_UNIT_EOJEOL:
        return kti_segment_eojeols(in, out);
    case KT_UNIT_WORD:
    case KT_UNIT_SENTENCE:
        return divide_words(ctx, in, opts, out);
    case KT_UNIT_LINE:
        return in.len > WINDOW ? divide_long(ctx, in, opts, out) : divide_lines(ctx, in, opts, out);
    case KT_UNIT_MORPHEME:
        break;
    }
    return divide_morphemes(ctx, in, out);
}

kt_status kt_segment(kt_ctx *ctx, kt_str in, const kt_segment_options *opts, const kt_span **spans,
                     size_t *count) {
    static const kt_segment_options defaults = KT_SEGMENT_INIT;
    KTI_TRY(kti_ctx_begin(ctx));
    if (opts == NULL) opts = &defaults;
    if (spans == NULL || count == NULL || !kti_known_segment(opts))
        return kti_fail(&ctx->error, KT_ERR_ARG, 0, "bad options or no place for the spans");
    if (in.len > INT32_MAX) return kti_ctx_end(ctx, KT_ERR_TOO_LARGE);
    kti_spans out;
    kti_spans_init(&out, &ctx->scratch);
    kt_status status = divide(ctx, in, opts, &out);
    *spans = out.items;
    *count = status == KT_OK ? out.count : 0;
    return kti_ctx_end(ctx, status);
}
