#include "core/status.h"
#include "core/str.h"
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

/* ---- text that is not NFC ------------------------------------------------------------------- */

/* Where in the source `at` of the NFC form stands; SIZE_MAX: in the middle of what was composed. */
static size_t source_of(const kt_text *nfc, uint32_t at) {
    uint32_t end = kt_text_source(nfc, (kt_span){0, at}).end;
    return kt_text_target(nfc, (kt_span){0, end}).end == at ? end : SIZE_MAX;
}

/* The edits of `changed` over the source itself: what they leave alone keeps its bytes. False when
 * one begins or ends within what was composed. */
static bool keep_source(kt_str in, const kt_text *nfc, const kt_text *changed, kt_text *out) {
    const kt_edit *edits;
    const kt_step *steps;
    size_t count = kt_text_edits(changed, &edits), at = 0;
    for (size_t i = 0; i < count; i++) {
        size_t end = source_of(nfc, edits[i].src + edits[i].src_len);
        if (end == SIZE_MAX) return false;
        kt_str text = {kt_text_str(changed).ptr + edits[i].dst, edits[i].dst_len};
        if (edits[i].rule == 0)
            kti_text_copy(out, kti_str_cut(in, at, end));
        else
            kti_text_replace(out, end - at, text, edits[i].rule);
        at = end;
    }
    count = kt_text_steps(changed, &steps);
    for (size_t i = 0; i < count; i++) {
        kt_span span = kt_text_source(nfc, steps[i].src);
        kti_text_note(out, span, steps[i].rule, kti_str_span(in, span), steps[i].after);
    }
    return true;
}

/* Over the NFC form; one map leads through both. Bytes that are no text become U+FFFD. */
static kt_status put_back(kt_str in, const kt_text *nfc, const kt_text *changed, kt_text *out) {
    if (kti_utf8_check(in, 0) == in.len && keep_source(in, nfc, changed, out))
        return kti_text_status(out);
    kti_text_clear(out);
    return kti_text_compose(nfc, changed, out);
}

static kt_status change_any(kt_ctx *ctx, const task *t, kt_str in, kt_text *out) {
    kt_text nfc, changed;
    if (kti_nf_is(KTI_NFC, in) && kti_utf8_check(in, 0) == in.len) return change(ctx, t, in, out);
    kti_text_init(&nfc, &ctx->alloc);
    kti_text_init(&changed, &ctx->alloc);
    kt_status status = kti_nf(KTI_NFC, in, 1, &ctx->scratch, &nfc);
    if (status == KT_OK) status = change(ctx, t, kt_text_str(&nfc), &changed);
    if (status == KT_OK) status = put_back(in, &nfc, &changed, out);
    kti_text_free_fields(&nfc);
    kti_text_free_fields(&changed);
    return status;
}

/* ---- calls ---------------------------------------------------------------------------------- */

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
