#include "core/status.h"
#include "core/utf8.h"
#include "engine/ctx.h"
#include "engine/options.h"
#include "normalize/normalize.h"
#include "spacing/spacing.h"
#include "unicode/nfc.h"

static kt_status find(kt_ctx *ctx, kt_str nfc, const kt_space_options *opts, kti_respacing **list,
                      size_t *count) {
    if (ctx->spacer == NULL)
        KTI_TRY(kti_spacer_new(&ctx->alloc, ctx->engine->lexicon, &ctx->spacer));
    return kti_spacing_find(ctx->spacer, nfc, opts, &ctx->scratch, list, count);
}

/* Moves the changes to the text that `nfc` was made from. */
static void map_back(const kt_text *nfc, kti_respacing *list, size_t count) {
    for (size_t i = 0; i < count; i++) {
        kt_span gap = list[i].gap;
        uint32_t end = kt_text_source(nfc, (kt_span){gap.end, gap.end + 1}).start;
        uint32_t start = kt_text_source(nfc, (kt_span){gap.start - 1, gap.start}).end;
        list[i].gap = (kt_span){start, end};
    }
}

static kt_status repair(kt_ctx *ctx, kt_str in, const kt_space_options *opts, kt_text *out) {
    kti_respacing *list = NULL;
    size_t count = 0;
    kt_text nfc;
    if (kti_nf_is(KTI_NFC, in)) {
        KTI_TRY(find(ctx, in, opts, &list, &count));
        return kti_spacing_apply(in, list, count, out);
    }
    kti_text_init(&nfc, &ctx->alloc);
    kt_status status = kti_nf(KTI_NFC, in, 1, &ctx->scratch, &nfc);
    if (status == KT_OK) status = find(ctx, kt_text_str(&nfc), opts, &list, &count);
    if (status == KT_OK) map_back(&nfc, list, count);
    if (status == KT_OK) status = kti_spacing_apply(in, list, count, out);
    kti_text_free_fields(&nfc);
    return status;
}

/* Ill-formed bytes become U+FFFD first. */
static kt_status repair_any(kt_ctx *ctx, kt_str in, const kt_space_options *opts, kt_text *out) {
    kt_normalize_options clean = {sizeof clean, KT_FORM_NONE, 0, 0};
    kt_text valid, spaced;
    if (kti_utf8_check(in, 0) == in.len) return repair(ctx, in, opts, out);
    kti_text_init(&valid, &ctx->alloc);
    kti_text_init(&spaced, &ctx->alloc);
    kt_status status = kti_normalize(in, &clean, &ctx->scratch, &valid);
    if (status == KT_OK) status = repair(ctx, kt_text_str(&valid), opts, &spaced);
    if (status == KT_OK) status = kti_text_compose(&valid, &spaced, out);
    kti_text_free_fields(&valid);
    kti_text_free_fields(&spaced);
    return status;
}

kt_status kt_space_repair(kt_ctx *ctx, kt_str in, const kt_space_options *opts, kt_text *out) {
    static const kt_space_options defaults = KT_SPACE_INIT;
    KTI_TRY(kti_ctx_begin(ctx));
    if (opts == NULL) opts = &defaults;
    if (out == NULL || !kti_known_space(opts))
        return kti_fail(&ctx->error, KT_ERR_ARG, 0, "bad options or no place for the text");
    if (in.len > UINT32_MAX) return kti_ctx_end(ctx, KT_ERR_TOO_LARGE);
    return kti_ctx_end(ctx, repair_any(ctx, in, opts, out));
}
