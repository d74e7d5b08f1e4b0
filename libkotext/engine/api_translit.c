#include "core/status.h"
#include "engine/ctx.h"
#include "engine/options.h"
#include "names/spell.h"
#include "translit/back_text.h"
#include "unicode/nfc.h"

static kt_status hangulize(kt_ctx *ctx, kt_str in, const kt_transliterate_options *opts,
                           kt_transliterated **list, size_t *count) {
    if (in.len > UINT32_MAX) return KT_ERR_TOO_LARGE;
    kt_str text = kti_nf_is(KTI_NFC, in) ? in : kti_nf_short(KTI_NFC, in, &ctx->scratch);
    if (text.ptr == NULL && in.len > 0) return KT_ERR_NOMEM;
    return kti_transliterate(&ctx->engine->translit, text, opts, &ctx->scratch, list, count,
                             opts->explain != 0 ? &ctx->explained : NULL);
}

kt_status kt_transliterate(kt_ctx *ctx, kt_str in, const kt_transliterate_options *opts,
                           const kt_transliterated **list, size_t *count) {
    static const kt_transliterate_options defaults = KT_TRANSLITERATE_INIT;
    KTI_TRY(kti_ctx_begin(ctx));
    if (opts == NULL) opts = &defaults;
    if (list == NULL || count == NULL || !kti_known_transliterate(opts))
        return kti_fail(&ctx->error, KT_ERR_ARG, 0, "bad options or no place for the list");
    kt_transliterated *forms = NULL;
    *list = NULL;
    *count = 0;
    kt_status status = hangulize(ctx, in, opts, &forms, count);
    if (status == KT_OK) *list = forms;
    if (status != KT_OK) *count = 0;
    return kti_ctx_end(ctx, status);
}

size_t kt_transliterate_steps(const kt_ctx *ctx, const kt_step **steps) {
    if (ctx == NULL || steps == NULL) return 0;
    *steps = ctx->explained.items;
    return ctx->explained.count;
}

static kt_status write_back(kt_ctx *ctx, kt_str in, size_t nbest, kt_transliterated **list,
                            size_t *count, double *foreign) {
    kti_origin origin = KTI_ORIGIN_OPEN;
    if (in.len > UINT32_MAX) return KT_ERR_TOO_LARGE;
    kt_str text = kti_nf_is(KTI_NFC, in) ? in : kti_nf_short(KTI_NFC, in, &ctx->scratch);
    if (text.ptr == NULL && in.len > 0) return KT_ERR_NOMEM;
    KTI_TRY(
        kti_back_text(&ctx->engine->translit, text, nbest, &ctx->scratch, list, count, &origin));
    if (foreign == NULL) return KT_OK;
    *foreign = origin == KTI_ORIGIN_FOREIGN ? 1 : 0;
    if (origin == KTI_ORIGIN_OPEN) *foreign = kti_spell_foreign(&ctx->engine->matcher, text);
    return KT_OK;
}

kt_status kt_transliterate_back(kt_ctx *ctx, kt_str in, const kt_back_options *opts,
                                const kt_transliterated **list, size_t *count, double *foreign) {
    static const kt_back_options defaults = KT_BACK_INIT;
    KTI_TRY(kti_ctx_begin(ctx));
    if (opts == NULL) opts = &defaults;
    if (list == NULL || count == NULL || opts->size != sizeof *opts)
        return kti_fail(&ctx->error, KT_ERR_ARG, 0, "bad options or no place for the list");
    kt_transliterated *forms = NULL;
    *list = NULL;
    *count = 0;
    kt_status status = write_back(ctx, in, opts->nbest, &forms, count, foreign);
    if (status == KT_OK) *list = forms;
    if (status != KT_OK) *count = 0;
    return kti_ctx_end(ctx, status);
}
