#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "engine/ctx.h"
#include "unicode/charset.h"

kt_status kt_charset_detect(kt_ctx *ctx, kt_str bytes, kt_charset_guess *guess) {
    KTI_TRY(kti_ctx_begin(ctx));
    if (guess == NULL) return kti_ctx_end(ctx, KT_ERR_ARG);
    kti_charset_detect(bytes, guess);
    return KT_OK;
}

kt_charset_guess kt_charset_choose(kt_str bytes, const char *asked) {
    return kti_charset_choose(bytes, asked);
}

static kt_status finish(kt_ctx *ctx, kt_status status) {
    if (status != KT_ERR_UNSUPPORTED) return kti_ctx_end(ctx, status);
    return kti_fail(&ctx->error, status, 0, "an encoding that is not known here");
}

/* Fills the error for bytes or characters that do not convert. */
static kt_status refuse(kt_ctx *ctx, size_t bad, const char *message) {
    return kti_fail(&ctx->error, KT_ERR_ENCODING, bad, message);
}

kt_status kt_charset_decode(kt_ctx *ctx, kt_str bytes, const char *charset, int strict,
                            kt_str *out) {
    KTI_TRY(kti_ctx_begin(ctx));
    if (out == NULL) return kti_ctx_end(ctx, KT_ERR_ARG);
    kt_charset_guess guess = {charset, 1, 0, ""};
    if (charset == NULL) kti_charset_detect(bytes, &guess);
    if (charset == NULL && *guess.name == '\0') guess.name = "UTF-8";
    size_t bad;
    KTI_TRY(finish(ctx, kti_charset_decode(ctx->uni, bytes, guess.name, &ctx->bytes, &bad)));
    if (strict && bad != SIZE_MAX)
        return refuse(ctx, bad, "bytes that are no text in this encoding");
    *out = kti_buf_str(&ctx->bytes);
    return KT_OK;
}

kt_status kt_charset_encode(kt_ctx *ctx, kt_str text, const char *charset, int bom, kt_str *out) {
    KTI_TRY(kti_ctx_begin(ctx));
    if (out == NULL || charset == NULL) return kti_ctx_end(ctx, KT_ERR_ARG);
    size_t bad;
    KTI_TRY(finish(ctx, kti_charset_encode(ctx->uni, text, charset, bom, &ctx->bytes, &bad)));
    if (bad != SIZE_MAX) return refuse(ctx, bad, "a character that this encoding lacks");
    *out = kti_buf_str(&ctx->bytes);
    return KT_OK;
}
