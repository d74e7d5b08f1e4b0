#include "analyze/analyze.h"
#include "core/status.h"
#include "core/str.h"
#include "engine/ctx.h"
#include "unicode/nfc.h"

kt_status kti_ctx_analyzer(kt_ctx *ctx, kti_analyzer **out) {
    kt_status status = KT_OK;
    if (ctx->analyzer == NULL)
        status = kti_analyzer_new(&ctx->alloc, ctx->engine->lexicon, &ctx->analyzer);
    *out = ctx->analyzer;
    return status;
}

/* Moves the spans of one reading from the NFC form to the caller's text. */
static void map_back(const kt_text *nfc, const kt_analysis *a) {
    kt_morpheme *morphemes = (kt_morpheme *)(uintptr_t)a->morphemes;
    kt_eojeol *eojeols = (kt_eojeol *)(uintptr_t)a->eojeols;
    for (size_t i = 0; i < a->morpheme_count; i++)
        morphemes[i].span = kt_text_source(nfc, morphemes[i].span);
    for (size_t i = 0; i < a->eojeol_count; i++) {
        kt_eojeol *e = &eojeols[i];
        bool josa = e->josa.start < e->josa.end;
        e->span = kt_text_source(nfc, e->span);
        e->stem = kt_text_source(nfc, e->stem);
        e->josa = josa ? kt_text_source(nfc, e->josa) : (kt_span){e->span.end, e->span.end};
    }
}

static kt_status analyze_nfc(kt_ctx *ctx, kt_str text, size_t most, kt_analysis **list,
                             size_t *count) {
    kti_analyzer *analyzer;
    KTI_TRY(kti_ctx_analyzer(ctx, &analyzer));
    return kti_analyze(analyzer, text, most, &ctx->scratch, list, count);
}

kt_status kti_ctx_reading_in(kt_ctx *ctx, kti_arena *arena, kt_str text, const kt_analysis **out) {
    kti_analyzer *analyzer;
    kt_analysis *list;
    size_t count;
    KTI_TRY(kti_ctx_analyzer(ctx, &analyzer));
    KTI_TRY(kti_analyze(analyzer, text, 1, arena, &list, &count));
    *out = list;
    return KT_OK;
}

kt_status kti_ctx_reading(kt_ctx *ctx, kt_str text, const kt_analysis **out) {
    *out = NULL;
    if (!kti_lexicon_has_words(ctx->engine->lexicon)) return KT_OK;
    return kti_ctx_reading_in(ctx, &ctx->scratch, text, out);
}

kt_status kti_ctx_runs(kt_ctx *ctx, kt_str text, const kt_analysis **out, const kti_read_run **runs,
                       size_t *count) {
    kti_analyzer *analyzer;
    kt_analysis *reading = kti_arena_take(&ctx->scratch, sizeof *reading);
    *out = reading;
    if (reading == NULL) return KT_ERR_NOMEM;
    KTI_TRY(kti_ctx_analyzer(ctx, &analyzer));
    return kti_analyze_runs(analyzer, text, &ctx->scratch, reading, runs, count);
}

static kt_status analyze_whole(kt_ctx *ctx, kt_str in, size_t most, kt_analysis **list,
                               size_t *count) {
    if (kti_nf_is(KTI_NFC, in)) return analyze_nfc(ctx, in, most, list, count);
    kt_text nfc;
    kti_text_init(&nfc, &ctx->alloc);
    kt_status status = kti_nf(KTI_NFC, in, 1, &ctx->scratch, &nfc);
    kt_str text = status == KT_OK ? kti_arena_str(&ctx->scratch, kt_text_str(&nfc)) : in;
    if (text.ptr == NULL && in.len > 0) status = KT_ERR_NOMEM;
    if (status == KT_OK) status = analyze_nfc(ctx, text, most, list, count);
    for (size_t i = 0; status == KT_OK && i < *count; i++)
        map_back(&nfc, &(*list)[i]);
    kti_text_free_fields(&nfc);
    return status;
}

/* ---- long texts ----------------------------------------------------------------------------- */

static kt_span moved(kt_span span, uint32_t by) {
    return (kt_span){span.start + by, span.end + by};
}

/* Writes the reading of the part at `start` behind `all`, which has the room. */
static void add_part(const kt_analysis *part, uint32_t start, kt_morpheme *morphemes,
                     kt_eojeol *eojeols, kt_analysis *all) {
    for (size_t i = 0; i < part->morpheme_count; i++) {
        kt_morpheme *m = &morphemes[all->morpheme_count + i];
        *m = part->morphemes[i];
        m->span = moved(m->span, start);
    }
    for (size_t i = 0; i < part->eojeol_count; i++) {
        kt_eojeol *e = &eojeols[all->eojeol_count + i];
        *e = part->eojeols[i];
        e->span = moved(e->span, start);
        e->stem = moved(e->stem, start);
        e->josa = moved(e->josa, start);
        e->first += (uint32_t)all->morpheme_count;
    }
    all->morpheme_count += part->morpheme_count;
    all->eojeol_count += part->eojeol_count;
    all->cost += part->cost;
}

typedef struct part_reading {
    kt_analysis reading;
    size_t start;
    struct part_reading *next;
} part_reading;

static kt_status join_parts(kt_ctx *ctx, const part_reading *first, kt_analysis **list) {
    size_t morphemes = 0, eojeols = 0;
    for (const part_reading *p = first; p != NULL; p = p->next) {
        morphemes += p->reading.morpheme_count;
        eojeols += p->reading.eojeol_count;
    }
    kt_analysis *all = kti_arena_zeroed(&ctx->scratch, 1, sizeof *all);
    kt_morpheme *m = kti_arena_take(&ctx->scratch, morphemes * sizeof *m);
    kt_eojeol *e = kti_arena_take(&ctx->scratch, eojeols * sizeof *e);
    if (all == NULL || m == NULL || e == NULL) return KT_ERR_NOMEM;
    for (const part_reading *p = first; p != NULL; p = p->next)
        add_part(&p->reading, (uint32_t)p->start, m, e, all);
    all->morphemes = m;
    all->eojeols = e;
    *list = all;
    return KT_OK;
}

static kt_status analyze_parts(kt_ctx *ctx, kt_str in, kt_analysis **list, size_t *count) {
    part_reading *first = NULL, **next = &first;
    for (size_t at = 0, len; at < in.len; at += len) {
        kt_analysis *found;
        len = kt_part(kti_str_cut(in, at, in.len), 0);
        KTI_TRY(analyze_whole(ctx, kti_str_cut(in, at, at + len), 1, &found, count));
        part_reading *part = kti_arena_take(&ctx->scratch, sizeof *part);
        if (part == NULL) return KT_ERR_NOMEM;
        *part = (part_reading){*found, at, NULL};
        *next = part;
        next = &part->next;
    }
    *count = 1;
    return join_parts(ctx, first, list);
}

kt_status kti_ctx_analyze(kt_ctx *ctx, kt_str in, size_t most, kt_analysis **list, size_t *count) {
    if (in.len > UINT32_MAX) return KT_ERR_TOO_LARGE;
    if (in.len > KT_PART_MOST && most <= 1) return analyze_parts(ctx, in, list, count);
    return analyze_whole(ctx, in, most, list, count);
}

kt_status kt_analyze(kt_ctx *ctx, kt_str in, const kt_analyze_options *opts,
                     const kt_analysis **list, size_t *count) {
    static const kt_analyze_options defaults = KT_ANALYZE_INIT;
    KTI_TRY(kti_ctx_begin(ctx));
    if (opts == NULL) opts = &defaults;
    if (list == NULL || count == NULL || opts->size != sizeof *opts)
        return kti_fail(&ctx->error, KT_ERR_ARG, 0, "bad options or no place for the readings");
    kt_analysis *found = NULL;
    *count = 0;
    kt_status status = kti_ctx_analyze(ctx, in, opts->nbest, &found, count);
    *list = found;
    if (status != KT_OK) *count = 0;
    return kti_ctx_end(ctx, status);
}
