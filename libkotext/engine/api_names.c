#include "core/status.h"
#include "core/str.h"
#include "engine/ctx.h"
#include "engine/options.h"
#include "names/detect.h"
#include "names/spell.h"
#include "unicode/nfc.h"

const char *kt_name_type_id(kt_name_type type) {
    switch (type) {
    case KT_NAME_PERSON:
        return "PER";
    case KT_NAME_PLACE:
        return "LOC";
    case KT_NAME_ORG:
        return "ORG";
    default:
        return "OTHER";
    }
}

kt_status kti_ctx_detect(kt_ctx *ctx, kt_str text, const kt_analysis *reading, kti_extent extent,
                         kt_mention **mentions, size_t *count) {
    const kti_lexicon *lexicon = ctx->engine->lexicon;
    if (reading != NULL && ctx->names == NULL)
        KTI_TRY(kti_name_memory_new(&ctx->alloc, lexicon, &ctx->names));
    return kti_detect(lexicon, ctx->names, text, reading, extent, &ctx->scratch, mentions, count);
}

static kt_status detect_read(kt_ctx *ctx, kt_str text, const kt_analysis *reading,
                             kt_mention **mentions, size_t *count) {
    return kti_ctx_detect(ctx, text, reading, KTI_EXTENT_PHRASE, mentions, count);
}

static kt_status detect_nfc(kt_ctx *ctx, kt_str text, kt_mention **mentions, size_t *count) {
    const kt_analysis *reading;
    KTI_TRY(kti_ctx_reading(ctx, text, &reading));
    return detect_read(ctx, text, reading, mentions, count);
}

/* Finds names in the NFC form and maps them back. */
kt_status kti_ctx_names(kt_ctx *ctx, kt_str in, kt_mention **mentions, size_t *count) {
    if (in.len > UINT32_MAX) return KT_ERR_TOO_LARGE;
    if (kti_nf_is(KTI_NFC, in)) return detect_nfc(ctx, in, mentions, count);
    kt_text nfc;
    kti_text_init(&nfc, &ctx->alloc);
    kt_status status = kti_nf(KTI_NFC, in, 1, &ctx->scratch, &nfc);
    if (status == KT_OK) status = detect_nfc(ctx, kt_text_str(&nfc), mentions, count);
    for (size_t i = 0; status == KT_OK && i < *count; i++)
        (*mentions)[i].span = kt_text_source(&nfc, (*mentions)[i].span);
    kti_text_free_fields(&nfc);
    return status;
}

kt_status kt_names_detect(kt_ctx *ctx, kt_str in, const kt_mention **mentions, size_t *count) {
    KTI_TRY(kti_ctx_begin(ctx));
    if (mentions == NULL || count == NULL) return kti_ctx_end(ctx, KT_ERR_ARG);
    kt_mention *found = NULL;
    *count = 0;
    kt_status status = kti_ctx_names(ctx, in, &found, count);
    *mentions = found;
    return kti_ctx_end(ctx, status);
}

/* Names are sought in the NFC form: the reading of another one has other spans. */
static kt_status names_of_reading(kt_ctx *ctx, kt_str in, const kt_analysis *reading,
                                  kt_mention **mentions, size_t *count) {
    bool words = kti_lexicon_has_words(ctx->engine->lexicon);
    if (!words || in.len > UINT32_MAX || !kti_nf_is(KTI_NFC, in))
        return kti_ctx_names(ctx, in, mentions, count);
    return detect_read(ctx, in, reading, mentions, count);
}

/* Whether a reading may be one of `text`: nothing of it lies beyond. */
static bool is_reading_of(const kt_analysis *reading, kt_str text) {
    for (size_t i = 0; i < reading->morpheme_count; i++)
        if (reading->morphemes[i].span.end > text.len) return false;
    for (size_t i = 0; i < reading->eojeol_count; i++)
        if (reading->eojeols[i].span.end > text.len) return false;
    return true;
}

kt_status kt_names_of_reading(kt_ctx *ctx, kt_str in, const kt_analysis *reading,
                              const kt_mention **mentions, size_t *count) {
    if (ctx == NULL) return KT_ERR_ARG;
    ctx->error = (kt_error){KT_OK, 0, 0, ""};
    if (reading == NULL || mentions == NULL || count == NULL || !is_reading_of(reading, in))
        return kti_ctx_end(ctx, KT_ERR_ARG);
    kt_mention *found = NULL;
    *count = 0;
    kt_status status = names_of_reading(ctx, in, reading, &found, count);
    *mentions = found;
    return kti_ctx_end(ctx, status);
}

/* The NFC form of a short text, in the context's scratch. */
static kt_status short_nfc(kt_ctx *ctx, kt_str *text) {
    enum { LONGEST_NAME = 4096 };
    *text = kti_str_trim(*text);
    if (text->len > LONGEST_NAME) return KT_ERR_TOO_LARGE;
    if (kti_nf_is(KTI_NFC, *text)) return KT_OK;
    *text = kti_nf_short(KTI_NFC, *text, &ctx->scratch);
    return text->ptr == NULL ? KT_ERR_NOMEM : KT_OK;
}

static kt_status spell(kt_ctx *ctx, kt_str hangul, const kt_spell_options *opts,
                       const kt_spelling **list, size_t *count) {
    KTI_TRY(short_nfc(ctx, &hangul));
    if (hangul.len == 0) return KT_OK;
    return kti_spell(&ctx->engine->matcher, hangul, opts, &ctx->scratch, list, count);
}

kt_status kt_names_spell(kt_ctx *ctx, kt_str hangul, const kt_spell_options *opts,
                         const kt_spelling **list, size_t *count) {
    static const kt_spell_options defaults = KT_SPELL_INIT;
    KTI_TRY(kti_ctx_begin(ctx));
    if (opts == NULL) opts = &defaults;
    if (list == NULL || count == NULL || !kti_known_spell(opts))
        return kti_fail(&ctx->error, KT_ERR_ARG, 0, "bad options or no place for the list");
    *list = NULL;
    *count = 0;
    return kti_ctx_end(ctx, spell(ctx, hangul, opts, list, count));
}

kt_status kt_names_match(kt_ctx *ctx, kt_str hangul, kt_str latin, double *score) {
    KTI_TRY(kti_ctx_begin(ctx));
    if (score == NULL) return kti_ctx_end(ctx, KT_ERR_ARG);
    *score = 0;
    kt_status status = short_nfc(ctx, &hangul);
    if (status == KT_OK) status = short_nfc(ctx, &latin);
    if (status != KT_OK) return kti_ctx_end(ctx, status);
    kti_prepared name;
    kti_match_prepare(&ctx->engine->matcher, hangul, &name);
    *score = kti_match(&ctx->engine->matcher, &name, latin);
    return KT_OK;
}
