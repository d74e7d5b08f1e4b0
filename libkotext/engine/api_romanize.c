#include "core/status.h"
#include "engine/tokens.h"
#include "romanize/romanize.h"
#include "unicode/nfc.h"

/* One transform of NFC text, and what it needs. */
typedef struct job {
    kt_ctx *ctx;
    const kt_romanize_options *romanize; /* NULL: pronounce */
    const kt_pronounce_options *pronounce;
    const kt_token *tokens; /* the caller's */
    size_t token_count;
} job;

static kt_status run_on_nfc(const job *j, kt_str text, kt_text *out) {
    const kt_token *tokens = j->tokens;
    size_t count = j->token_count;
    kt_ctx *ctx = j->ctx;
    kt_kind kind = j->romanize != NULL ? j->romanize->kind : KT_KIND_AUTO;
    const kti_lexicon *lexicon = ctx->engine->lexicon;
    const kt_analysis *reading = NULL;
    if (kind != KT_KIND_PERSON) KTI_TRY(kti_ctx_reading(ctx, text, &reading));
    if (tokens == NULL) KTI_TRY(kti_tokens_find(ctx, text, kind, reading, &tokens, &count));
    if (j->romanize == NULL)
        return kti_pronounce(lexicon, text, tokens, count, reading, j->pronounce, &ctx->scratch,
                             out);
    return kti_romanize(lexicon, text, j->romanize, tokens, count, reading, &ctx->scratch, out);
}

/* Text that is not in NFC goes through it first; the two maps are joined. */
static kt_status run(const job *j, kt_str in, kt_text *out) {
    if (in.len > UINT32_MAX) return KT_ERR_TOO_LARGE;
    if (kti_nf_is(KTI_NFC, in)) return run_on_nfc(j, in, out);
    kt_text nfc, written;
    kti_text_init(&nfc, &j->ctx->alloc);
    kti_text_init(&written, &j->ctx->alloc);
    kt_status status = kti_nf(KTI_NFC, in, KTI_RULES_NORMALIZE + 1, &j->ctx->scratch, &nfc);
    if (status == KT_OK) status = run_on_nfc(j, kt_text_str(&nfc), &written);
    if (status == KT_OK) status = kti_text_compose(&nfc, &written, out);
    kti_text_free_fields(&nfc);
    kti_text_free_fields(&written);
    return status;
}

kt_status kt_romanize(kt_ctx *ctx, kt_str in, const kt_romanize_options *opts, kt_text *out) {
    static const kt_romanize_options defaults = KT_ROMANIZE_INIT;
    KTI_TRY(kti_ctx_begin(ctx));
    if (opts == NULL) opts = &defaults;
    if (out == NULL || opts->size != sizeof *opts)
        return kti_fail(&ctx->error, KT_ERR_ARG, 0, "bad options or no place for the text");
    job j = {ctx, opts, NULL, opts->tokens, opts->token_count};
    return kti_ctx_end(ctx, run(&j, in, out));
}

kt_status kt_pronounce(kt_ctx *ctx, kt_str in, const kt_pronounce_options *opts, kt_text *out) {
    static const kt_pronounce_options defaults = KT_PRONOUNCE_INIT;
    KTI_TRY(kti_ctx_begin(ctx));
    if (opts == NULL) opts = &defaults;
    if (out == NULL || opts->size != sizeof *opts)
        return kti_fail(&ctx->error, KT_ERR_ARG, 0, "bad options or no place for the text");
    job j = {ctx, NULL, opts, opts->tokens, opts->token_count};
    return kti_ctx_end(ctx, run(&j, in, out));
}
