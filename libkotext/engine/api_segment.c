#include "analyze/edges.h"
#include "analyze/joints.h"
#include "core/status.h"
#include "engine/ctx.h"
#include "segment/cues.h"
#include "segment/segment.h"

enum { DEFAULT_WIDTH = 32 };

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

/* Endings tell sentences apart where marks do not. */
static kt_status divide_sentences(kt_ctx *ctx, kt_str in, const kt_segment_options *opts,
                                  kti_spans *out) {
    kti_known known = {.tokens = opts->tokens, .token_count = opts->token_count};
    if (kti_lexicon_has_words(ctx->engine->lexicon)) {
        kt_analysis *list;
        kti_edge *edges;
        size_t count;
        KTI_TRY(kti_ctx_analyze(ctx, in, 1, &list, &count));
        KTI_TRY(kti_edges_of(in, list, &ctx->scratch, &edges, &known.edge_count));
        known.edges = edges;
    }
    return kti_segment_sentences(ctx->uni, in, &known, out);
}

/* The grammar of the text, read or, without a word list, guessed from its spelling. */
static kt_status find_joints(kt_ctx *ctx, kt_str in, kti_joints *out) {
    kt_analysis *list;
    size_t count;
    if (!kti_lexicon_has_words(ctx->engine->lexicon)) return kti_cue_joints(in, &ctx->scratch, out);
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

static kt_status divide(kt_ctx *ctx, kt_str in, const kt_segment_options *opts, kti_spans *out) {
    switch (opts->unit) {
    case KT_UNIT_GRAPHEME:
        return kti_segment_graphemes(in, out);
    case KT_UNIT_SYLLABLE:
        return kti_segment_syllables(in, out);
    case KT_UNIT_EOJEOL:
        return kti_segment_eojeols(in, out);
    case KT_UNIT_WORD:
        return kti_segment_words(ctx->uni, in, out);
    case KT_UNIT_SENTENCE:
        return divide_sentences(ctx, in, opts, out);
    case KT_UNIT_LINE:
        return divide_lines(ctx, in, opts, out);
    case KT_UNIT_MORPHEME:
        return divide_morphemes(ctx, in, out);
    }
    return kti_fail(&ctx->error, KT_ERR_ARG, 0, "unknown unit");
}

kt_status kt_segment(kt_ctx *ctx, kt_str in, const kt_segment_options *opts, const kt_span **spans,
                     size_t *count) {
    static const kt_segment_options defaults = KT_SEGMENT_INIT;
    KTI_TRY(kti_ctx_begin(ctx));
    if (opts == NULL) opts = &defaults;
    if (spans == NULL || count == NULL || opts->size != sizeof *opts)
        return kti_fail(&ctx->error, KT_ERR_ARG, 0, "bad options or no place for the spans");
    if (in.len > INT32_MAX) return kti_ctx_end(ctx, KT_ERR_TOO_LARGE);
    kti_spans out;
    kti_spans_init(&out, &ctx->scratch);
    kt_status status = divide(ctx, in, opts, &out);
    *spans = out.items;
    *count = status == KT_OK ? out.count : 0;
    return kti_ctx_end(ctx, status);
}
