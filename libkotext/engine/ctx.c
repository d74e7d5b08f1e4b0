#include "engine/ctx.h"

#include "core/status.h"
#include "engine/gaps.h"

kt_status kt_ctx_new(const kt_engine *engine, kt_ctx **out) {
    if (engine == NULL || out == NULL) return KT_ERR_ARG;
    *out = NULL;
    kt_ctx *ctx = kti_alloc_zeroed(&engine->alloc, sizeof *ctx);
    if (ctx == NULL) return KT_ERR_NOMEM;
    ctx->engine = engine;
    ctx->alloc = engine->alloc;
    kti_arena_init(&ctx->scratch, &ctx->alloc);
    kti_buf_init(&ctx->bytes, &ctx->alloc);
    kt_status status = kti_uni_new(&ctx->alloc, &ctx->uni);
    if (status != KT_OK) {
        kt_ctx_free(ctx);
        return status;
    }
    *out = ctx;
    return KT_OK;
}

void kt_ctx_free(kt_ctx *ctx) {
    if (ctx == NULL) return;
    kt_alloc alloc = ctx->alloc;
    kti_uni_free(ctx->uni);
    kti_analyzer_free(ctx->analyzer);
    kti_name_memory_free(ctx->names);
    kti_words_free(ctx->words);
    kti_reverse_close(ctx->reverse);
    for (size_t i = 0; i < KT_SCHEMES; i++)
        kti_pairs_close(ctx->pairs[i]);
    kti_spacer_free(ctx->spacer);
    kti_gaps_free(ctx->gaps);
    kti_arena_free(&ctx->scratch);
    kti_buf_free(&ctx->bytes);
    kti_alloc_free(&alloc, ctx, sizeof *ctx);
}

kt_error kt_ctx_error(const kt_ctx *ctx) {
    return ctx == NULL ? (kt_error){KT_ERR_ARG, 0, 0, "no context"} : ctx->error;
}

static const kt_error none = {KT_OK, 0, 0, ""};

kt_status kti_ctx_begin(kt_ctx *ctx) {
    if (ctx == NULL) return KT_ERR_ARG;
    kti_arena_reset(&ctx->scratch);
    kti_buf_clear(&ctx->bytes);
    ctx->explained = (kti_explained){NULL, 0};
    ctx->error = none;
    return KT_OK;
}

kt_status kti_ctx_end(kt_ctx *ctx, kt_status status) {
    if (status == KT_OK)
        ctx->error = none; /* what a call on the way failed in, and did without */
    else if (ctx->error.status == KT_OK)
        return kti_fail(&ctx->error, status, 0, kt_status_name(status));
    return status;
}
