#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "engine/ctx.h"
#include "engine/options.h"
#include "lexicon/sino.h"

enum { SYLLABLE = 3 /* bytes */ };

typedef struct glosser {
    kt_ctx *ctx;
    kt_str in;
    const kt_text *reading, *latin;
    const kt_analysis *analysis;
    const kt_mention *names;
    size_t name_count;
    kti_buf bytes; /* of the field being made */
} glosser;

/* Keeps what `bytes` holds, and empties it. */
static kt_status keep(glosser *g, kt_str *out) {
    KTI_TRY(kti_buf_status(&g->bytes));
    *out = kti_arena_str(&g->ctx->scratch, kti_buf_str(&g->bytes));
    bool empty = g->bytes.len == 0;
    g->bytes.len = 0;
    return out->ptr == NULL && !empty ? KT_ERR_NOMEM : KT_OK;
}

static kt_str text_of(const kt_text *text, kt_span source) {
    return kti_str_span(kt_text_str(text), kt_text_target(text, source));
}

static kt_status copy(glosser *g, kt_str text, kt_str *out) {
    kti_buf_add_str(&g->bytes, text);
    return keep(g, out);
}

/* ---- names ---------------------------------------------------------------------------------- */

/* The dictionary's row for a name; false when it has none. */
static bool find_entry(const glosser *g, kt_str name, kti_entry *out) {
    enum { HITS = 8 };
    kti_hit hits[HITS];
    const kti_lexicon *lexicon = g->ctx->engine->lexicon;
    size_t count = kti_lexicon_korean_whole(lexicon, name, hits, HITS);
    for (size_t i = 0; i < count; i++) {
        *out = kti_lexicon_entry(lexicon, hits[i].entry);
        if (out->kind != KTI_ENTRY_TITLE) return true;
    }
    return false;
}

/* The name that begins in a word, with its row; false when none does. */
static bool name_in(const glosser *g, kt_span word, kti_entry *out, kt_span *span) {
    for (size_t i = 0; i < g->name_count; i++) {
        *span = g->names[i].span;
        if (span->start < word.start || span->start >= word.end) continue;
        return find_entry(g, kti_str_span(g->in, *span), out);
    }
    return false;
}

/* ---- Hanja ---------------------------------------------------------------------------------- */

static bool is_nominal(kt_tag tag) {
    return tag == KT_TAG_NNG || tag == KT_TAG_NNP || tag == KT_TAG_XR || tag == KT_TAG_MAG ||
           tag == KT_TAG_NR;
}

/* Appends a word in Hanja where it is Sino-Korean, and tells whether any of it is. */
static bool add_hanja(glosser *g, kt_str word) {
    size_t count = 0;
    bool any = false;
    const uint16_t *units =
        word.len >= 2 * SYLLABLE
            ? kti_sino_spelling(kti_lexicon_sino(g->ctx->engine->lexicon), word, &count)
            : NULL;
    for (size_t i = 0; units != NULL && i < count; i++) {
        char cp[4];
        any = any || kti_is_hanja_unit(units[i]);
        kti_buf_add(&g->bytes, cp, kti_utf8_encode(units[i], cp));
    }
    if (units == NULL) kti_buf_add_str(&g->bytes, word);
    return any;
}

/* Appends the morphemes of a word, each in Hanja where it is Sino-Korean. */
static bool add_morphemes(glosser *g, const kt_eojeol *e) {
    uint32_t at = e->span.start;
    bool any = false;
    for (uint32_t i = 0; i < e->count; i++) {
        const kt_morpheme *m = &g->analysis->morphemes[e->first + i];
        kt_str surface = kti_str_span(g->in, m->span);
        if (m->span.start < at || !is_nominal(m->tag) || !kti_str_eq(surface, m->form)) continue;
        kti_buf_add_str(&g->bytes, kti_str_cut(g->in, at, m->span.start));
        any = add_hanja(g, surface) || any;
        at = m->span.end;
    }
    kti_buf_add_str(&g->bytes, kti_str_cut(g->in, at, e->span.end));
    return any;
}

/* The stem as one word where that is listed, else morpheme by morpheme. */
static bool add_word(glosser *g, const kt_eojeol *e) {
    if (e->kind == KT_EOJEOL_NOMINAL && add_hanja(g, kti_str_span(g->in, e->stem))) {
        kti_buf_add_str(&g->bytes, kti_str_cut(g->in, e->stem.end, e->span.end));
        return true;
    }
    g->bytes.len = 0;
    return add_morphemes(g, e);
}

/* ---- words ---------------------------------------------------------------------------------- */

static kt_status gloss_morphemes(glosser *g, const kt_eojeol *e, kt_str *out) {
    for (uint32_t i = 0; i < e->count; i++) {
        const kt_morpheme *m = &g->analysis->morphemes[e->first + i];
        if (i > 0) kti_buf_add_byte(&g->bytes, '+');
        kti_buf_add_str(&g->bytes, m->form);
        kti_buf_add_byte(&g->bytes, '/');
        kti_buf_add_str(&g->bytes, kti_str(kt_tag_id(m->tag)));
    }
    return keep(g, out);
}

/* A name's own Hanja, where the dictionary has them, go before those of the words it looks like. */
static kt_status gloss_name(glosser *g, kt_gloss *word, bool *proper) {
    kti_entry entry;
    kt_span span;
    if (!name_in(g, word->span, &entry, &span)) return KT_OK;
    *proper = entry.kind == KTI_ENTRY_PERSON || entry.kind == KTI_ENTRY_PLACE;
    KTI_TRY(copy(g, entry.english, &word->english));
    if (entry.hanja.len == 0 || span.end > word->span.end) return KT_OK;
    kti_buf_add_str(&g->bytes, kti_str_cut(g->in, word->span.start, span.start));
    kti_buf_add_str(&g->bytes, entry.hanja);
    kti_buf_add_str(&g->bytes, kti_str_cut(g->in, span.end, word->span.end));
    return keep(g, &word->hanja);
}

static kt_status gloss_word(glosser *g, const kt_eojeol *e, kt_gloss *word) {
    *word = (kt_gloss){.span = e->span, .kind = e->kind};
    KTI_TRY(copy(g, text_of(g->reading, e->span), &word->reading));
    KTI_TRY(copy(g, text_of(g->latin, e->span), &word->latin));
    KTI_TRY(gloss_morphemes(g, e, &word->morphemes));
    bool proper = false; /* such a name may be spelt like another word: 개성 is 開城, not 個性 */
    KTI_TRY(gloss_name(g, word, &proper));
    if (word->hanja.len > 0 || (proper && e->stem.end - e->stem.start <= 2 * SYLLABLE))
        return KT_OK;
    if (!add_word(g, e)) g->bytes.len = 0;
    return keep(g, &word->hanja);
}

/* Marks alone are no words. */
static bool is_word(const kt_analysis *a, const kt_eojeol *e) {
    for (uint32_t i = 0; i < e->count; i++) {
        kt_tag tag = a->morphemes[e->first + i].tag;
        if (tag < KT_TAG_SF || tag > KT_TAG_SY) return true;
    }
    return false;
}

static kt_status gloss_all(glosser *g, const kt_gloss **list, size_t *count) {
    kt_analysis *analysis;
    kt_mention *names;
    KTI_TRY(kti_ctx_begin(g->ctx));
    KTI_TRY(kti_ctx_names(g->ctx, g->in, &names, &g->name_count));
    KTI_TRY(kti_ctx_analyze(g->ctx, g->in, 1, &analysis, count));
    g->names = names;
    g->analysis = analysis;
    size_t words = *count > 0 ? analysis->eojeol_count : 0;
    kt_gloss *made = kti_arena_zeroed(&g->ctx->scratch, words + 1, sizeof *made);
    if (made == NULL) return KT_ERR_NOMEM;
    *count = 0;
    for (size_t i = 0; i < words; i++)
        if (is_word(analysis, &analysis->eojeols[i]))
            KTI_TRY(gloss_word(g, &analysis->eojeols[i], &made[(*count)++]));
    *list = made;
    return KT_OK;
}

kt_status kt_gloss_words(kt_ctx *ctx, kt_str in, const kt_gloss_options *opts,
                         const kt_gloss **list, size_t *count) {
    static const kt_gloss_options defaults = KT_GLOSS_INIT;
    kt_romanize_options letters = KT_ROMANIZE_INIT;
    kt_pronounce_options apart = KT_PRONOUNCE_INIT;
    kt_text reading, latin;
    KTI_TRY(kti_ctx_begin(ctx));
    if (opts == NULL) opts = &defaults;
    if (list == NULL || count == NULL || !kti_known_gloss(opts))
        return kti_fail(&ctx->error, KT_ERR_ARG, 0, "bad options or no place for the words");
    *list = NULL;
    *count = 0;
    letters.scheme = opts->scheme;
    apart.phrasing = KT_PHRASING_APART; /* each word as it is read by itself */
    kti_text_init(&reading, &ctx->alloc);
    kti_text_init(&latin, &ctx->alloc);
    glosser g = {.ctx = ctx, .in = in, .reading = &reading, .latin = &latin};
    kti_buf_init(&g.bytes, &ctx->alloc);
    kt_status status = kt_pronounce(ctx, in, &apart, &reading);
    if (status == KT_OK) status = kt_romanize(ctx, in, &letters, &latin);
    if (status == KT_OK) status = gloss_all(&g, list, count);
    if (status != KT_OK) *count = 0;
    kti_buf_free(&g.bytes);
    kti_text_free_fields(&reading);
    kti_text_free_fields(&latin);
    return kti_ctx_end(ctx, status);
}
