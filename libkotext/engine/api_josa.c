#include "analyze/agree.h"
#include "analyze/josa.h"
#include "core/status.h"
#include "core/utf8.h"
#include "engine/ctx.h"
#include "unicode/nfc.h"

kt_status kt_josa_choose(kt_ctx *ctx, kt_str word, kt_str josa, kt_str *out) {
    KTI_TRY(kti_ctx_begin(ctx));
    if (out == NULL) return kti_ctx_end(ctx, KT_ERR_ARG);
    kt_status status = kti_josa_choose(word, josa, &ctx->scratch, &ctx->bytes);
    *out = status == KT_OK ? kti_buf_str(&ctx->bytes) : (kt_str){NULL, 0};
    return kti_ctx_end(ctx, status);
}

static bool is_range(kt_str text, kt_span span) {
    return span.start <= span.end && span.end <= text.len &&
           kti_utf8_is_boundary(text, span.start) && kti_utf8_is_boundary(text, span.end);
}

kt_status kt_josa_repair(kt_ctx *ctx, kt_str text, kt_span replaced, kt_text *out) {
    KTI_TRY(kti_ctx_begin(ctx));
    if (text.len > UINT32_MAX) return kti_ctx_end(ctx, KT_ERR_TOO_LARGE);
    if (out == NULL || !is_range(text, replaced))
        return kti_fail(&ctx->error, KT_ERR_ARG, replaced.start, "no such range of the text");
    return kti_ctx_end(ctx, kti_josa_repair(text, replaced, &ctx->scratch, out));
}

/* By rule, when the data has no word list: cuts the NFC form and maps the cut back. */
static kt_status split_by_rule(kt_ctx *ctx, kt_str eojeol, kt_span *stem, kt_span *josa) {
    kt_text nfc;
    kti_text_init(&nfc, &ctx->alloc);
    kt_status status = kti_nf(KTI_NFC, eojeol, 1, &ctx->scratch, &nfc);
    if (status == KT_OK)
        status = kti_josa_split(ctx->engine->lexicon, kt_text_str(&nfc), &ctx->scratch, stem, josa);
    if (status == KT_OK) {
        *stem = kt_text_source(&nfc, *stem);
        *josa = kt_text_source(&nfc, *josa);
    }
    kti_text_free_fields(&nfc);
    return status;
}

static kt_status split(kt_ctx *ctx, kt_str eojeol, kt_span *stem, kt_span *josa) {
    kt_analysis *list;
    size_t count;
    if (eojeol.len > UINT32_MAX) return KT_ERR_TOO_LARGE;
    if (!kti_lexicon_has_words(ctx->engine->lexicon)) return split_by_rule(ctx, eojeol, stem, josa);
    KTI_TRY(kti_ctx_analyze(ctx, eojeol, 1, &list, &count));
    kti_josa_read(list, eojeol, stem, josa);
    return KT_OK;
}

kt_status kt_josa_split(kt_ctx *ctx, kt_str eojeol, kt_span *stem, kt_span *josa) {
    KTI_TRY(kti_ctx_begin(ctx));
    if (stem == NULL || josa == NULL) return kti_ctx_end(ctx, KT_ERR_ARG);
    *stem = *josa = (kt_span){0, 0};
    return kti_ctx_end(ctx, split(ctx, eojeol, stem, josa));
}
