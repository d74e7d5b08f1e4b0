#include "core/status.h"
#include "core/utf8.h"
#include "engine/ctx.h"
#include "engine/options.h"
#include "glossary/terms.h"
#include "unicode/nfc.h"

typedef struct task {
    const kt_terms *terms;
    const kt_annotate_options *annotate; /* NULL: put right */
} task;

static kt_status change(kt_ctx *ctx, const task *t, kt_str text, kt_text *out) {
    if (t->annotate == NULL) return kti_terms_apply(t->terms, text, &ctx->scratch, out);
    return kti_terms_annotate(t->terms, text, t->annotate, &ctx->scratch, out);
}

/* Over the NFC form; one map leads through both. Text that has nothing to change stays as it is. */
static kt_status change_any(kt_ctx *ctx, const task *t, kt_str in, kt_text *out) {
    kt_text nfc, changed;
    if (kti_nf_is(KTI_NFC, in) && kti_utf8_check(in, 0) == in.len) return change(ctx, t, in, out);
    kti_text_init(&nfc, &ctx->alloc);
    kti_text_init(&changed, &ctx->alloc);
    kt_status status = kti_nf(KTI_NFC, in, 1, &ctx->scratch, &nfc);
    if (status == KT_OK) status = change(ctx, t, kt_text_str(&nfc), &changed);
    if (status == KT_OK) status = kti_text_compose(&nfc, &changed, out);
    kti_text_free_fields(&nfc);
    kti_text_free_fields(&changed);
    return status;
}

static kt_status run(kt_ctx *ctx, const task *t, kt_str in, kt_text *out) {
    if (t->terms == NULL || out == NULL) return KT_ERR_ARG;
    if (in.len > UINT32_MAX) return KT_ERR_TOO_LARGE;
    kti_text_clear(out);
    return change_any(ctx, t, in, out);
}

kt_status kt_annotate(kt_ctx *ctx, const kt_terms *terms, kt_str in,
                      const kt_annotate_options *opts, kt_text *out) {
    static const kt_annotate_options defaults = KT_ANNOTATE_INIT;
    KTI_TRY(kti_ctx_begin(ctx));
    if (opts == NULL) opts = &defaults;
    if (!kti_known_annotate(opts)) return kti_ctx_end(ctx, KT_ERR_ARG);
    task t = {terms, opts};
    return kti_ctx_end(ctx, run(ctx, &t, in, out));
}

kt_status kt_terms_apply(kt_ctx *ctx, const kt_terms *terms, kt_str in, kt_text *out) {
    KTI_TRY(kti_ctx_begin(ctx));
    task t = {terms, NULL};
    return kti_ctx_end(ctx, run(ctx, &t, in, out));
}

static kt_status find(kt_ctx *ctx, const kt_terms *terms, kt_str in, kt_term_hit **hits,
                      size_t *count) {
    kt_text nfc;
    if (in.len > UINT32_MAX) return KT_ERR_TOO_LARGE;
    if (kti_nf_is(KTI_NFC, in)) return kti_terms_find(terms, in, &ctx->scratch, hits, count);
    kti_text_init(&nfc, &ctx->alloc);
    kt_status status = kti_nf(KTI_NFC, in, 1, &ctx->scratch, &nfc);
    if (status == KT_OK)
        status = kti_terms_find(terms, kt_text_str(&nfc), &ctx->scratch, hits, count);
    for (size_t i = 0; status == KT_OK && i < *count; i++)
        (*hits)[i].span = kt_text_source(&nfc, (*hits)[i].span);
    kti_text_free_fields(&nfc);
    return status;
}

kt_status kt_terms_find(kt_ctx *ctx, const kt_terms *terms, kt_str in, const kt_term_hit **hits,
                        size_t *count) {
    kt_term_hit *list = NULL;
    KTI_TRY(kti_ctx_begin(ctx));
    if (terms == NULL || hits == NULL || count == NULL) return kti_ctx_end(ctx, KT_ERR_ARG);
    *count = 0;
    kt_status status = find(ctx, terms, in, &list, count);
    *hits = list;
    return kti_ctx_end(ctx, status);
}
