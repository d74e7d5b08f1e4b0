#include "core/status.h"
#include "core/str.h"
#include "engine/ctx.h"
#include "engine/options.h"
#include "hanja/candidates.h"
#include "unicode/nfc.h"

/* Edits `i` to before the one returned are Hanja side by side; `i` itself when it is none. */
static size_t run_end(const kt_edit *edits, size_t count, size_t i) {
    while (i < count && edits[i].rule != 0 && edits[i].dst_len > 0)
        i++;
    return i;
}

/* Writes each run of Hanja behind its reading, in brackets. */
static kt_status bracket(kt_str in, const kt_text *read, kti_buf *scratch, kt_text *out) {
    const kt_edit *edits;
    size_t count = kt_text_edits(read, &edits);
    kti_text_clear(out);
    for (size_t i = 0; i < count;) {
        size_t end = run_end(edits, count, i);
        const kt_edit *first = &edits[i], *last = &edits[end > i ? end - 1 : i];
        kt_str source = kti_str_cut(in, first->src, (size_t)last->src + last->src_len);
        i = end > i ? end : i + 1;
        if (first->rule == 0 || first->dst_len == 0) { /* in brackets it stands already */
            kti_text_copy(out, source);
            continue;
        }
        scratch->len = 0;
        kti_buf_add_str(
            scratch, kti_str_cut(kt_text_str(read), first->dst, (size_t)last->dst + last->dst_len));
        kti_buf_add_byte(scratch, '(');
        kti_buf_add_str(scratch, source);
        kti_buf_add_byte(scratch, ')');
        KTI_TRY(kti_buf_status(scratch));
        kti_text_replace(out, source.len, kti_buf_str(scratch), first->rule);
    }
    return kti_text_status(out);
}

static kt_status read(kt_ctx *ctx, kt_str in, const kt_hanja_options *opts, kt_text *out) {
    kt_str name = kti_str_trim(in);
    uint32_t start = name.len == 0 ? 0 : (uint32_t)(name.ptr - in.ptr);
    kt_span span = {start, start + (uint32_t)name.len};
    kt_token token = {span, span, KT_TOKEN_PERSON};
    size_t tokens = opts->kind == KT_KIND_PERSON ? 1 : 0;
    bool north = opts->norm == KT_NORM_KP;
    return kti_hanja_read(&ctx->engine->hanja, in, &token, tokens, north, out);
}

kt_status kt_hanja(kt_ctx *ctx, kt_str in, const kt_hanja_options *opts, kt_text *out) {
    static const kt_hanja_options defaults = KT_HANJA_INIT;
    KTI_TRY(kti_ctx_begin(ctx));
    if (opts == NULL) opts = &defaults;
    if (out == NULL || !kti_known_hanja(opts))
        return kti_fail(&ctx->error, KT_ERR_ARG, 0, "bad options or no place for the text");
    if (in.len > UINT32_MAX) return kti_ctx_end(ctx, KT_ERR_TOO_LARGE);
    if (opts->layout == KT_HANJA_REPLACE) return kti_ctx_end(ctx, read(ctx, in, opts, out));
    kt_text plain;
    kti_text_init(&plain, &ctx->alloc);
    kt_status status = read(ctx, in, opts, &plain);
    if (status == KT_OK) status = bracket(in, &plain, &ctx->bytes, out);
    kti_text_free_fields(&plain);
    return kti_ctx_end(ctx, status);
}

static kt_status find_candidates(kt_ctx *ctx, kt_str hangul, bool person, size_t nbest,
                                 kt_hanja_candidate **list, size_t *count) {
    if (hangul.len > UINT32_MAX) return KT_ERR_TOO_LARGE;
    kt_str text =
        kti_nf_is(KTI_NFC, hangul) ? hangul : kti_nf_short(KTI_NFC, hangul, &ctx->scratch);
    if (text.ptr == NULL && hangul.len > 0) return KT_ERR_NOMEM;
    return kti_hanja_candidates(&ctx->engine->hanja, kti_str_trim(text), person, nbest,
                                &ctx->scratch, list, count);
}

kt_status kt_hanja_candidates(kt_ctx *ctx, kt_str hangul, kt_kind kind, size_t nbest,
                              const kt_hanja_candidate **list, size_t *count) {
    KTI_TRY(kti_ctx_begin(ctx));
    if (list == NULL || count == NULL || (unsigned)kind > KT_KIND_PLACE)
        return kti_fail(&ctx->error, KT_ERR_ARG, 0, "bad kind or no place for the list");
    kt_hanja_candidate *found = NULL;
    *list = NULL;
    *count = 0;
    kt_status status = find_candidates(ctx, hangul, kind == KT_KIND_PERSON, nbest, &found, count);
    if (status == KT_OK) *list = found;
    if (status != KT_OK) *count = 0;
    return kti_ctx_end(ctx, status);
}
