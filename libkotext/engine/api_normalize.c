#include "core/status.h"
#include "core/utf8.h"
#include "engine/ctx.h"
#include "engine/options.h"
#include "normalize/normalize.h"
#include "unicode/nfc.h"

int kt_is_normalized(kt_str in, kt_form form) {
    static const kti_form forms[] = {KTI_NFC, KTI_NFD, KTI_NFKC};
    return (unsigned)form < KT_FORM_NONE && kti_nf_is(forms[form], in);
}

kt_status kt_normalize(kt_ctx *ctx, kt_str in, const kt_normalize_options *opts, kt_text *out) {
    static const kt_normalize_options defaults = KT_NORMALIZE_INIT;
    KTI_TRY(kti_ctx_begin(ctx));
    if (opts == NULL) opts = &defaults;
    if (out == NULL || !kti_known_normalize(opts))
        return kti_fail(&ctx->error, KT_ERR_ARG, 0, "bad options or no place for the text");
    if (in.len > UINT32_MAX) return kti_ctx_end(ctx, KT_ERR_TOO_LARGE);
    size_t bad = opts->strict ? kti_utf8_check(in, 0) : in.len;
    if (bad < in.len) return kti_fail(&ctx->error, KT_ERR_UTF8, bad, "ill-formed UTF-8");
    return kti_ctx_end(ctx, kti_normalize(in, opts, &ctx->scratch, out));
}
