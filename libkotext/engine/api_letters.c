/* api_letters.c - romanization by the letters alone: tables for most lines, the long way for
 * others. */
#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "engine/options.h"
#include "engine/steps.h"
#include "romanize/pair_data.h"
#include "romanize/pairs.h"

/* Whether the options are those that the tables were made for. */
static bool is_plain(const kt_romanize_options *o) {
    return o->hyphen == KT_HYPHEN_NONE && o->letter_case == KT_CASE_SCHEME &&
           o->numbers == KT_NUMBERS_KEEP && !o->ascii && !o->keep_latin && !o->narrow;
}

static size_t line_end(kt_str in, size_t at) {
    const char *feed = memchr(in.ptr + at, '\n', in.len - at);
    return feed == NULL ? in.len : (size_t)(feed - in.ptr) + 1;
}

static kt_status write_line(kt_ctx *ctx, kt_str line, const kt_romanize_options *o, kt_text *text) {
    kti_arena_reset(&ctx->scratch);
    KTI_TRY(kti_romanize_by_letters(ctx, line, o, text));
    kti_buf_add_str(&ctx->bytes, kt_text_str(text));
    return kti_buf_status(&ctx->bytes);
}

/* The tables of a scheme, made when so much text has been met that they cost less than the long
 * way; NULL: not yet, or it has none. */
static kt_status tables_of(kt_ctx *ctx, kt_scheme scheme, size_t len, const kti_pairs **out) {
    enum { ENOUGH = 4096 };
    kti_pairs **pairs = &ctx->pairs[scheme];
    size_t *met = &ctx->letters_met[scheme];
    *met = len < ENOUGH ? *met + len : ENOUGH;
    if (*met < ENOUGH) return KT_OK;
    *met = ENOUGH;
    if (*pairs == NULL) KTI_TRY(kti_pairs_open(kti_pair_data(), scheme, &ctx->alloc, pairs));
    if (*pairs != NULL) (*pairs)->lexicon = ctx->engine->lexicon;
    *out = *pairs;
    return KT_OK;
}

/* `pairs` NULL: the long way for every line. */
static kt_status write_part(kt_ctx *ctx, kt_str in, const kt_romanize_options *o,
                            const kti_pairs *pairs, kt_text *text) {
    for (size_t at = 0; at < in.len;) {
        if (pairs != NULL) KTI_TRY(kti_pairs_write(pairs, in, &at, &ctx->bytes));
        if (at == in.len) break;
        size_t end = line_end(in, at);
        KTI_TRY(write_line(ctx, kti_str_cut(in, at, end), o, text));
        at = end;
    }
    return KT_OK;
}

static kt_status write_lines(kt_ctx *ctx, kt_str in, const kt_romanize_options *o) {
    const kti_pairs *pairs = NULL;
    kt_text text;
    kt_status status = KT_OK;
    if (is_plain(o)) KTI_TRY(tables_of(ctx, o->scheme, in.len, &pairs));
    kti_text_init(&text, &ctx->alloc);
    for (size_t at = 0, len; at < in.len && status == KT_OK; at += len) {
        len = kt_part(kti_str_cut(in, at, in.len), 0);
        kt_str part = kti_str_cut(in, at, at + len);
        status = write_part(ctx, part, o, pairs, &text);
    }
    kti_text_free_fields(&text);
    return status;
}

kt_status kt_romanize_letters(kt_ctx *ctx, kt_str in, const kt_romanize_options *opts,
                              kt_str *out) {
    static const kt_romanize_options defaults = KT_ROMANIZE_INIT;
    KTI_TRY(kti_ctx_begin(ctx));
    kt_romanize_options o = opts == NULL ? defaults : *opts;
    if (out == NULL || !kti_known_romanize(&o))
        return kti_fail(&ctx->error, KT_ERR_ARG, 0, "bad options or no place for the text");
    o.kind = KT_KIND_WORD;
    o.explain = o.foreign = 0;
    o.tokens = NULL;
    o.token_count = 0;
    kt_status status = write_lines(ctx, in, &o);
    *out = kti_buf_str(&ctx->bytes);
    return kti_ctx_end(ctx, status);
}
