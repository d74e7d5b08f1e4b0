#include "catalog/compare.h"
#include "core/status.h"
#include "core/str.h"
#include "engine/ctx.h"

const char *kt_difference_id(unsigned difference) {
    static const char *const ids[] = {"punctuation", "capitals", "division", "apostrophes",
                                      "diacritics",  "letters",  "unpaired"};
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++)
        if (difference == 1u << i) return ids[i];
    return "";
}

/* "김, 소월," as catalogues enter a person: without its commas; whether one was behind the surname.
 */
static bool without_commas(kt_str name, kti_buf *out) {
    bool inverted = false;
    for (size_t i = 0; i < name.len; i++) {
        if (name.ptr[i] != ',')
            kti_buf_add_byte(out, name.ptr[i]);
        else
            inverted = inverted || (i + 1 < name.len && name.ptr[i + 1] == ' ');
    }
    return inverted;
}

static void put_comma(kt_str latin, bool inverted, bool ends, kti_buf *out) {
    size_t space = inverted ? kti_str_find(latin, KTI_STR(" "), 0) : SIZE_MAX;
    if (space != SIZE_MAX) {
        kti_buf_add_str(out, kti_str_cut(latin, 0, space));
        kti_buf_add_byte(out, ',');
        latin = kti_str_cut(latin, space, latin.len);
    }
    kti_buf_add_str(out, latin);
    if (ends) kti_buf_add_byte(out, ',');
}

/* Leaves the expected text in `expected`. */
static kt_status expect(kt_ctx *ctx, kt_str original, const kt_romanize_options *opts,
                        kt_text *latin, kti_buf *expected) {
    kti_buf name;
    kti_buf_init(&name, &ctx->alloc);
    bool person = opts != NULL && opts->size == sizeof *opts && opts->kind == KT_KIND_PERSON;
    bool inverted = person && without_commas(original, &name);
    kt_status status = kti_buf_status(&name);
    if (status == KT_OK)
        status = kt_romanize(ctx, person ? kti_buf_str(&name) : original, opts, latin);
    if (status == KT_OK) {
        put_comma(kt_text_str(latin), inverted, person && kti_str_ends(original, KTI_STR(",")),
                  expected);
        status = kti_buf_status(expected);
    }
    kti_buf_free(&name);
    return status;
}

kt_status kt_romanized_compare(kt_ctx *ctx, kt_str original, kt_str romanized,
                               const kt_romanize_options *opts, kt_romanized_check *out) {
    kt_text latin;
    KTI_TRY(kti_ctx_begin(ctx));
    if (out == NULL) return kti_fail(&ctx->error, KT_ERR_ARG, 0, "no place for the answer");
    *out = (kt_romanized_check){0, 0, KTI_STR("")};
    if (romanized.len > UINT32_MAX) return kti_ctx_end(ctx, KT_ERR_TOO_LARGE);
    kti_text_init(&latin, &ctx->alloc);
    kti_buf expected;
    kti_buf_init(&expected, &ctx->alloc);
    kt_status status = expect(ctx, original, opts, &latin, &expected);
    if (status == KT_OK) { /* romanizing has used the context's own bytes */
        kti_buf_clear(&ctx->bytes);
        kti_buf_add_str(&ctx->bytes, kti_buf_str(&expected));
        status = kti_buf_status(&ctx->bytes);
    }
    if (status == KT_OK) {
        out->expected = kti_buf_str(&ctx->bytes);
        out->differences = kti_romanized_differences(out->expected, romanized, &out->offset);
    }
    kti_buf_free(&expected);
    kti_text_free_fields(&latin);
    return kti_ctx_end(ctx, status);
}
