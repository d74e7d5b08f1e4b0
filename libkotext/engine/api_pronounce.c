#include "core/status.h"
#include "core/str.h"
#include "engine/ctx.h"
#include "engine/options.h"

typedef struct listing {
    kt_str *list;
    size_t *lengths; /* of the texts in `bytes`, one behind the other */
    size_t room, count;
    kti_buf bytes;
} listing;

static bool is_new(const listing *l, kt_str text) {
    size_t at = 0;
    for (size_t i = 0; i < l->count; i++) {
        if (kti_str_eq(kti_str_cut(kti_buf_str(&l->bytes), at, at + l->lengths[i]), text))
            return false;
        at += l->lengths[i];
    }
    return true;
}

static unsigned ones_of(unsigned mask) {
    unsigned count = 0;
    for (; mask != 0; mask &= mask - 1)
        count++;
    return count;
}

/* Reads `in` with every set of `ones` permissions out of `options->permitted`. */
static kt_status read_all(kt_ctx *ctx, kt_str in, kt_pronounce_options options, unsigned ones,
                          kt_text *text, listing *l) {
    unsigned all = options.permitted;
    for (unsigned mask = 0; mask <= all && l->count < l->room; mask++) {
        if ((mask & ~all) != 0 || ones_of(mask) != ones) continue;
        options.permitted = mask;
        KTI_TRY(kt_pronounce(ctx, in, &options, text));
        kt_str reading = kt_text_str(text);
        if (!is_new(l, reading)) continue;
        kti_buf_add_str(&l->bytes, reading);
        KTI_TRY(kti_buf_status(&l->bytes)); /* what is counted is there */
        l->lengths[l->count++] = reading.len;
    }
    return KT_OK;
}

/* The permissions that change anything by themselves: the others need not be tried. */
static kt_status narrow(kt_ctx *ctx, kt_str in, kt_pronounce_options *options, kt_text *text,
                        const listing *l) {
    unsigned kept = 0, all = options->permitted == 0 ? KT_PERMIT_ALL : options->permitted;
    kt_str principal = {l->bytes.ptr, l->count > 0 ? l->lengths[0] : 0};
    for (unsigned bit = 1; bit <= all; bit <<= 1) {
        options->permitted = all & bit;
        if (options->permitted == 0) continue;
        KTI_TRY(kt_pronounce(ctx, in, options, text));
        if (!kti_str_eq(kt_text_str(text), principal)) kept |= bit;
    }
    options->permitted = kept;
    return KT_OK;
}

static kt_status list_all(kt_ctx *ctx, kt_str in, kt_pronounce_options options, kt_text *text,
                          listing *l) {
    kt_pronounce_options principal = options;
    principal.permitted = 0;
    KTI_TRY(read_all(ctx, in, principal, 0, text, l));
    if (l->count < l->room) {
        KTI_TRY(narrow(ctx, in, &options, text, l));
        for (unsigned ones = 1; ones <= ones_of(options.permitted); ones++)
            KTI_TRY(read_all(ctx, in, options, ones, text, l));
    }
    return KT_OK;
}

/* Hands the texts over to the context. */
static kt_status keep(kt_ctx *ctx, listing *l) {
    size_t at = 0;
    KTI_TRY(kti_ctx_begin(ctx));
    kti_buf_add_str(&ctx->bytes, kti_buf_str(&l->bytes));
    KTI_TRY(kti_buf_status(&ctx->bytes));
    for (size_t i = 0; i < l->count; i++) {
        l->list[i] = kti_str_cut(kti_buf_str(&ctx->bytes), at, at + l->lengths[i]);
        at += l->lengths[i];
    }
    return KT_OK;
}

kt_status kt_pronounce_readings(kt_ctx *ctx, kt_str in, const kt_pronounce_options *opts,
                                kt_str *list, size_t room, size_t *count) {
    static const kt_pronounce_options defaults = KT_PRONOUNCE_INIT;
    enum { MOST = KT_PERMIT_ALL + 1 };
    size_t lengths[MOST];
    kt_text text;
    KTI_TRY(kti_ctx_begin(ctx));
    if (opts == NULL) opts = &defaults;
    if (list == NULL || count == NULL || !kti_known_pronounce(opts))
        return kti_fail(&ctx->error, KT_ERR_ARG, 0, "bad options or no place for the readings");
    listing l = {.list = list, .lengths = lengths, .room = room < MOST ? room : MOST};
    kti_buf_init(&l.bytes, &ctx->alloc);
    kti_text_init(&text, &ctx->alloc);
    kt_status status = list_all(ctx, in, *opts, &text, &l);
    if (status == KT_OK) status = keep(ctx, &l);
    *count = status == KT_OK ? l.count : 0;
    kti_text_free_fields(&text);
    kti_buf_free(&l.bytes);
    return kti_ctx_end(ctx, status);
}
