#include "core/status.h"
#include "core/str.h"
#include "engine/foreign.h"
#include "engine/options.h"
#include "engine/steps.h"
#include "engine/tokens.h"
#include "romanize/romanize.h"
#include "unicode/nfc.h"

/* One transform of text, and what it needs. */
typedef struct job {
    kt_ctx *ctx;
    const kt_romanize_options *romanize; /* NULL: pronounce */
    const kt_pronounce_options *pronounce;
    const kt_token *tokens; /* the caller's */
    size_t token_count;
    bool by_letters; /* no word list */
} job;

/* ---- the steps before ----------------------------------------------------------------------- */

/* Each writes `in` anew into `out`, or says that it changes nothing. */
typedef kt_status step(const job *j, kt_str in, kt_text *out, bool *changed);

/* Hanja are read before NFC, which would take compatibility ideographs for their unified form. */
static kt_status read_hanja(const job *j, kt_str in, kt_text *out, bool *changed) {
    *changed = j->romanize != NULL && j->tokens == NULL && kti_hanja_any(in);
    if (!*changed) return KT_OK;
    kt_span all = {0, (uint32_t)in.len};
    kt_token person = {all, all, KT_TOKEN_PERSON};
    size_t tokens = j->romanize->kind == KT_KIND_PERSON ? 1 : 0;
    return kti_hanja_read(&j->ctx->engine->hanja, in, &person, tokens, false, out);
}

static kt_status compose(const job *j, kt_str in, kt_text *out, bool *changed) {
    *changed = !kti_nf_is(KTI_NFC, in);
    return *changed ? kti_nf(KTI_NFC, in, KTI_RULES_NORMALIZE + 1, &j->ctx->scratch, out) : KT_OK;
}

static kt_status modernise(const job *j, kt_str in, kt_text *out, bool *changed) {
    *changed = j->romanize != NULL && kti_reads_old_spelling(j->romanize->scheme) &&
               j->tokens == NULL && j->romanize->kind != KT_KIND_PERSON && !j->by_letters;
    return *changed ? kti_modernise(j->ctx->engine->lexicon, in, out) : KT_OK;
}

static kt_status read_numbers(const job *j, kt_str in, kt_text *out, bool *changed) {
    kt_numbers numbers = j->romanize != NULL ? j->romanize->numbers : j->pronounce->numbers;
    bool letters = j->romanize == NULL || !j->romanize->keep_latin;
    *changed = numbers == KT_NUMBERS_READ && j->tokens == NULL;
    return *changed ? kti_numbers_read(in, letters, &j->ctx->scratch, out) : KT_OK;
}

static kt_status write_foreign(const job *j, kt_str in, kt_text *out, bool *changed) {
    *changed = j->romanize != NULL && j->romanize->foreign != 0 && j->tokens == NULL &&
               j->romanize->kind == KT_KIND_AUTO;
    return *changed ? kti_foreign_write(j->ctx, in, out, changed) : KT_OK;
}

static kt_status find_tokens(const job *j, kt_str in, const kt_analysis *reading,
                             const kt_token **tokens, size_t *count) {
    kt_kind kind = j->romanize != NULL ? j->romanize->kind : KT_KIND_AUTO;
    KTI_TRY(kti_tokens_find(j->ctx, in, kind, reading, tokens, count));
    bool lone = *count == 0 && kind == KT_KIND_AUTO && reading != NULL && j->romanize != NULL &&
                kti_tokens_lone_name(reading, in) &&
                kti_lexicon_surname(j->ctx->engine->lexicon, in) > 0 &&
                !kti_tokens_look_foreign(j->ctx->engine->lexicon, kti_str_trim(in));
    if (lone) return kti_tokens_find(j->ctx, in, KT_KIND_PERSON, reading, tokens, count);
    bool place = *count == 0 && kind == KT_KIND_AUTO && reading != NULL && j->romanize != NULL &&
                 kti_is_of_places(j->romanize->scheme) && kti_tokens_lone_noun(reading, in);
    if (place) return kti_tokens_find(j->ctx, in, KT_KIND_PLACE, reading, tokens, count);
    if (j->romanize == NULL || reading == NULL || !kti_is_divided(j->romanize->scheme))
        return KT_OK;
    return kti_tokens_divide(j->ctx, reading, tokens, count);
}

/* Whether the text may be written word by word. */
static bool by_words(const job *j, const kt_romanize_options *o) {
    return !j->by_letters && o->kind != KT_KIND_PERSON &&
           kti_lexicon_has_words(j->ctx->engine->lexicon) && kti_words_may(o);
}

static kt_status open_words(kt_ctx *ctx) {
    return ctx->words != NULL ? KT_OK
                              : kti_words_new(&ctx->alloc, ctx->engine->lexicon, &ctx->words);
}

/* Without names, and so without more of a reading than what was chosen. */
static kt_status write_unnamed(const job *j, kt_str in, kt_text *out, bool *done) {
    kti_analyzer *analyzer;
    KTI_TRY(kti_ctx_analyzer(j->ctx, &analyzer));
    KTI_TRY(open_words(j->ctx));
    return kti_words_romanize(j->ctx->words, analyzer, in, j->romanize, out, done);
}

static kt_status write_named(const job *j, kt_str in, kt_text *out) {
    kt_ctx *ctx = j->ctx;
    bool done;
    kti_words_read read = {.tokens = j->tokens, .token_count = j->token_count};
    KTI_TRY(open_words(ctx));
    KTI_TRY(kti_ctx_runs(ctx, in, &read.reading, &read.runs, &read.run_count));
    if (j->tokens == NULL)
        KTI_TRY(find_tokens(j, in, read.reading, &read.tokens, &read.token_count));
    KTI_TRY(kti_words_romanize_read(ctx->words, in, j->romanize, &read, &ctx->scratch, out, &done));
    if (done) return KT_OK;
    return kti_romanize(ctx->engine->lexicon, in, j->romanize, read.tokens, read.token_count,
                        read.reading, &ctx->scratch, out);
}

static kt_status write_whole(const job *j, kt_str in, kt_text *out) {
    const kt_token *tokens = j->tokens;
    size_t count = j->token_count;
    kt_ctx *ctx = j->ctx;
    const kti_lexicon *lexicon = ctx->engine->lexicon;
    const kt_analysis *reading = NULL;
    bool running = j->romanize == NULL || j->romanize->kind != KT_KIND_PERSON;
    running = running && !j->by_letters;
    if (running) KTI_TRY(kti_ctx_reading(ctx, in, &reading));
    if (tokens == NULL) KTI_TRY(find_tokens(j, in, reading, &tokens, &count));
    if (j->romanize == NULL)
        return kti_pronounce(lexicon, in, tokens, count, reading, j->pronounce, &ctx->scratch, out);
    return kti_romanize(lexicon, in, j->romanize, tokens, count, reading, &ctx->scratch, out);
}

/* Whether the caller's tokens are in order and in the text, which may have become shorter in NFC.
 */
static bool tokens_fit(const job *j, kt_str in) {
    uint32_t at = 0;
    for (size_t i = 0; i < j->token_count; i++) {
        const kt_token *t = &j->tokens[i];
        bool whole = t->stem.start == t->span.start && t->stem.start <= t->stem.end;
        if (!whole || t->span.start < at || t->stem.end > t->span.end || t->span.end > in.len)
            return false;
        at = t->span.end;
    }
    return true;
}

static kt_status write(const job *j, kt_str in, kt_text *out) {
    const kt_romanize_options *o = j->romanize;
    bool done;
    if (j->tokens != NULL && !tokens_fit(j, in))
        return kti_fail(&j->ctx->error, KT_ERR_ARG, 0, "tokens that are not of this text in NFC");
    if (o == NULL || !by_words(j, o)) return write_whole(j, in, out);
    if (o->kind != KT_KIND_WORD || j->tokens != NULL) return write_named(j, in, out);
    KTI_TRY(write_unnamed(j, in, out, &done));
    return done ? KT_OK : write_whole(j, in, out);
}

/* ---- one after another ---------------------------------------------------------------------- */

/* The steps before take turns with three texts: the map so far, the next step's, the two joined.
 */
static kt_status prepare(const job *j, kt_str in, kt_text *texts[3], bool *any) {
    static step *const steps[] = {read_hanja, compose, write_foreign, modernise, read_numbers};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        bool changed;
        kt_str text = *any ? kt_text_str(texts[0]) : in;
        KTI_TRY(steps[i](j, text, texts[*any ? 1 : 0], &changed));
        if (changed && *any) {
            KTI_TRY(kti_text_compose(texts[0], texts[1], texts[2]));
            kt_text *joined = texts[2];
            texts[2] = texts[0];
            texts[0] = joined;
        }
        *any = *any || changed;
    }
    return KT_OK;
}

static kt_status run(const job *j, kt_str in, kt_text *out) {
    if (in.len > UINT32_MAX) return KT_ERR_TOO_LARGE;
    kt_text first, second, third;
    kt_text *texts[3] = {&first, &second, &third};
    bool any = false;
    for (size_t i = 0; i < 3; i++)
        kti_text_init(texts[i], &j->ctx->alloc);
    kt_status status = prepare(j, in, texts, &any);
    if (status == KT_OK) status = write(j, any ? kt_text_str(texts[0]) : in, any ? texts[1] : out);
    if (status == KT_OK && any) status = kti_text_compose(texts[0], texts[1], out);
    for (size_t i = 0; i < 3; i++)
        kti_text_free_fields(texts[i]);
    return status;
}

/* Each part as if it were all, in the same memory. */
static kt_status run_parts(const job *j, kt_str in, kt_text *out) {
    if (in.len > UINT32_MAX) return KT_ERR_TOO_LARGE;
    kt_text part;
    kt_status status = KT_OK;
    kti_text_init(&part, &j->ctx->alloc);
    kti_text_clear(out);
    for (size_t at = 0, len; at < in.len && status == KT_OK; at += len) {
        len = kt_part(kti_str_cut(in, at, in.len), 0);
        kti_arena_reset(&j->ctx->scratch);
        status = run(j, kti_str_cut(in, at, at + len), &part);
        if (status == KT_OK) kti_text_append(out, &part);
    }
    kti_text_free_fields(&part);
    return status == KT_OK ? kti_text_status(out) : status;
}

static kt_status run_all(const job *j, kt_str in, kt_text *out) {
    bool parts = in.len > KT_PART_MOST && j->tokens == NULL;
    return parts ? run_parts(j, in, out) : run(j, in, out);
}

kt_status kti_romanize_by_letters(kt_ctx *ctx, kt_str line, const kt_romanize_options *o,
                                  kt_text *out) {
    job j = {ctx, o, NULL, NULL, 0, true};
    return run_all(&j, line, out);
}

kt_status kt_romanize(kt_ctx *ctx, kt_str in, const kt_romanize_options *opts, kt_text *out) {
    static const kt_romanize_options defaults = KT_ROMANIZE_INIT;
    KTI_TRY(kti_ctx_begin(ctx));
    if (opts == NULL) opts = &defaults;
    if (out == NULL || !kti_known_romanize(opts))
        return kti_fail(&ctx->error, KT_ERR_ARG, 0, "bad options or no place for the text");
    job j = {ctx, opts, NULL, opts->tokens, opts->token_count, false};
    return kti_ctx_end(ctx, run_all(&j, in, out));
}

kt_status kt_pronounce(kt_ctx *ctx, kt_str in, const kt_pronounce_options *opts, kt_text *out) {
    static const kt_pronounce_options defaults = KT_PRONOUNCE_INIT;
    KTI_TRY(kti_ctx_begin(ctx));
    if (opts == NULL) opts = &defaults;
    if (out == NULL || !kti_known_pronounce(opts))
        return kti_fail(&ctx->error, KT_ERR_ARG, 0, "bad options or no place for the text");
    job j = {ctx, NULL, opts, opts->tokens, opts->token_count, false};
    return kti_ctx_end(ctx, run_all(&j, in, out));
}
