#include "core/status.h"
#include "core/str.h"
#include "engine/ctx.h"

kt_status kt_hanja(kt_ctx *ctx, kt_str in, const kt_hanja_options *opts, kt_text *out) {
    static const kt_hanja_options defaults = KT_HANJA_INIT;
    KTI_TRY(kti_ctx_begin(ctx));
    if (opts == NULL) opts = &defaults;
    if (out == NULL || opts->size != sizeof *opts)
        return kti_fail(&ctx->error, KT_ERR_ARG, 0, "bad options or no place for the text");
    if (in.len > UINT32_MAX) return kti_ctx_end(ctx, KT_ERR_TOO_LARGE);
    kt_str name = kti_str_trim(in);
    uint32_t start = name.len == 0 ? 0 : (uint32_t)(name.ptr - in.ptr);
    kt_span span = {start, start + (uint32_t)name.len};
    kt_token token = {span, span, KT_TOKEN_PERSON};
    size_t tokens = opts->kind == KT_KIND_PERSON ? 1 : 0;
    return kti_ctx_end(ctx, kti_hanja_read(&ctx->engine->hanja, in, &token, tokens, out));
}
