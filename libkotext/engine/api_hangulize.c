/* api_hangulize.c - romanized text back to Hangul: spellings from romanize/, ranked by words. */
#include <stdlib.h>

#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "engine/ctx.h"
#include "engine/options.h"
#include "romanize/exact.h"
#include "romanize/reverse.h"
#include "unicode/props.h"

enum { MOST = 32, RANKED = 48 };

typedef struct job {
    kt_ctx *ctx;
    const kti_reverse *reverse;
    size_t most;
} job;

/* ---- one word ------------------------------------------------------------------------------- */

/* Endings that the word list has as people misspell 었다, 았다 and 겠다, or as nobody says today.
 */
static bool is_odd_ending(const kt_morpheme *m) {
    static const char *const odd[] = {"엇", "앗", "것", "겄", "겟"};
    if (m->tag != KT_TAG_EP && m->tag != KT_TAG_EC && m->tag != KT_TAG_EF) return false;
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++)
        if (kti_str_starts(m->form, kti_str(odd[i]))) return true;
    return false;
}

/* What a morpheme costs; a tense is no further word. */
static uint32_t part_cost(const kt_morpheme *m) {
    enum { PART = 120, UNKNOWN = 1500, ODD = 600 };
    if ((m->flags & KT_MORPHEME_UNKNOWN) != 0) return UNKNOWN;
    if (is_odd_ending(m)) return ODD;
    return m->tag == KT_TAG_EP ? 0 : PART;
}

/* What a word costs as Korean: little when the word list has it, more for each further part, less
 * where the reading is a common one. */
static kt_status word_cost(const job *j, kt_str word, int64_t *cost) {
    enum { SCALE = 8, LISTED_SCALE = 32, LEAST = -260 };
    const kt_analysis *reading;
    kti_word listed = kti_lexicon_word(j->ctx->engine->lexicon, word);
    unsigned nouns = KTI_WORD_NOUN | KTI_WORD_PERSON | KTI_WORD_PLACE | KTI_WORD_PROPER;
    bool noun = (listed.classes & ~(nouns | KTI_WORD_COMPOUND)) == 0;
    *cost = noun && listed.cost > 0 ? listed.cost / LISTED_SCALE : 0;
    if (listed.classes != 0) return KT_OK;
    *cost = 0;
    KTI_TRY(kti_ctx_reading(j->ctx, word, &reading));
    if (reading == NULL) return KT_OK;
    for (size_t i = 0; i < reading->morpheme_count; i++)
        *cost += part_cost(&reading->morphemes[i]);
    *cost += reading->cost / SCALE > LEAST ? reading->cost / SCALE : LEAST;
    return KT_OK;
}

/* What the scheme makes of the spelling, against what was written. */
static kt_status letter_cost(const job *j, kt_str word, kt_str hangul, uint32_t *cost) {
    static const uint32_t costs[] = {0, 200, 900};
    kt_romanize_options options = KT_ROMANIZE_INIT;
    kt_text text;
    const kt_analysis *reading;
    KTI_TRY(kti_ctx_reading(j->ctx, hangul, &reading));
    options.scheme = kti_reverse_scheme(j->reverse);
    options.kind = KT_KIND_WORD;
    kti_text_init(&text, &j->ctx->alloc);
    kt_status status = kti_romanize(j->ctx->engine->lexicon, hangul, &options, NULL, 0, reading,
                                    &j->ctx->scratch, &text);
    if (status == KT_OK) *cost = costs[kti_reverse_distance(j->reverse, word, kt_text_str(&text))];
    kti_text_free_fields(&text);
    return status;
}

static int by_cost(const void *left, const void *right) {
    const kt_hangulized *a = left;
    const kt_hangulized *b = right;
    if (a->cost != b->cost) return a->cost < b->cost ? -1 : 1;
    return kti_str_cmp(a->text, b->text);
}

static kt_status rank(const job *j, kt_str word, const kti_spelling *spelling, kt_hangulized *out) {
    enum { SPELLING = 40 };
    int64_t as_word = 0;
    uint32_t as_letters = 0;
    out->text = kti_arena_str(&j->ctx->scratch, (kt_str){spelling->text, spelling->len});
    if (out->text.ptr == NULL) return KT_ERR_NOMEM;
    KTI_TRY(word_cost(j, out->text, &as_word));
    KTI_TRY(letter_cost(j, word, out->text, &as_letters));
    int64_t cost = (int64_t)spelling->cost * SPELLING + as_word + as_letters;
    out->cost = cost > 0 ? (uint32_t)cost : 0;
    return KT_OK;
}

static kt_status read_word(const job *j, kt_str word, kt_hangulized out[MOST], size_t *count) {
    kti_spelling *list = kti_arena_take(&j->ctx->scratch, KTI_REVERSE_MOST * sizeof *list);
    kt_hangulized all[RANKED];
    if (list == NULL) return KT_ERR_NOMEM;
    size_t found;
    KTI_TRY(kti_reverse_word(j->reverse, word, list, &found));
    if (found > RANKED) found = RANKED;
    for (size_t i = 0; i < found; i++)
        KTI_TRY(rank(j, word, &list[i], &all[i]));
    qsort(all, found, sizeof *all, by_cost);
    *count = found < j->most ? found : j->most;
    for (size_t i = 0; i < *count; i++)
        out[i] = all[i];
    if (found > 0) return KT_OK;
    out[0] = (kt_hangulized){word, 0};
    *count = 1;
    return KT_OK;
}

/* ---- a text --------------------------------------------------------------------------------- */

typedef struct reading {
    kt_hangulized list[MOST];
    size_t count;
} reading;

static kt_status join(const job *j, kt_str a, kt_str b, kt_str *out) {
    char *bytes = kti_arena_take(&j->ctx->scratch, a.len + b.len + 1);
    if (bytes == NULL) return KT_ERR_NOMEM;
    for (size_t i = 0; i < a.len + b.len; i++)
        bytes[i] = i < a.len ? a.ptr[i] : b.ptr[i - a.len];
    *out = (kt_str){bytes, a.len + b.len};
    return KT_OK;
}

/* Every reading so far with every reading of the next word; the cheapest are kept, and only those
 * are written out. */
static kt_status combine(const job *j, reading *so_far, const kt_hangulized *next, size_t count) {
    typedef struct pair {
        kt_hangulized cost; /* text unused: the order of equal ones is that of the pair */
        size_t a, b;
    } pair;
    pair *pairs = kti_arena_take(&j->ctx->scratch, so_far->count * count * sizeof *pairs);
    reading joined = {.count = 0};
    size_t total = 0;
    if (pairs == NULL) return KT_ERR_NOMEM;
    for (size_t a = 0; a < so_far->count; a++)
        for (size_t b = 0; b < count; b++)
            pairs[total++] = (pair){{next[b].text, so_far->list[a].cost + next[b].cost}, a, b};
    qsort(pairs, total, sizeof *pairs, by_cost);
    for (size_t i = 0; i < total && joined.count < j->most; i++) {
        kt_hangulized *out = &joined.list[joined.count++];
        out->cost = pairs[i].cost.cost;
        KTI_TRY(join(j, so_far->list[pairs[i].a].text, next[pairs[i].b].text, &out->text));
    }
    *so_far = joined;
    return KT_OK;
}

static bool is_letter(uint32_t cp) {
    return (kti_cp_is_letter(cp) && !kti_cp_is_hangul(cp) && !kti_cp_is_han(cp)) ||
           kti_cp_is_mark(cp);
}

static bool is_inner(uint32_t cp) {
    return cp == '\'' || cp == '-' || cp == 0x2019 || cp == 0x2018 || cp == 0x2BC || cp == '.';
}

static size_t word_end(kt_str text, size_t at) {
    size_t end = at;
    while (at < text.len) {
        kti_cp unit = kti_utf8_at(text, at);
        if (!is_letter(unit.cp) && !is_inner(unit.cp)) break;
        at += unit.len;
        if (is_letter(unit.cp) || unit.cp != '.') end = is_letter(unit.cp) ? at : end;
    }
    return end;
}

enum { WORDS = 64 }; /* of a text that have more than one reading */

static kt_status read_text(const job *j, kt_str text, reading *out) {
    *out = (reading){.count = 1};
    size_t words = 0;
    for (size_t at = 0; at < text.len;) {
        kt_hangulized next[MOST];
        size_t count = 1, end = word_end(text, at);
        if (end > at && words++ < WORDS) {
            KTI_TRY(read_word(j, kti_str_cut(text, at, end), next, &count));
        } else {
            for (end = at; end < text.len && (words >= WORDS || word_end(text, end) == end);)
                end += kti_utf8_at(text, end).len;
            next[0] = (kt_hangulized){kti_str_cut(text, at, end), 0};
        }
        KTI_TRY(combine(j, out, next, count));
        at = end;
    }
    return KT_OK;
}

/* ---- the call ------------------------------------------------------------------------------- */

static kt_status read_exactly(kt_ctx *ctx, const kti_scheme *scheme, kt_str in, reading *out) {
    kt_text text;
    kti_text_init(&text, &ctx->alloc);
    kt_status status = kti_exact_read(scheme, in, &text);
    if (status == KT_OK) out->list[0].text = kti_arena_str(&ctx->scratch, kt_text_str(&text));
    if (status == KT_OK && out->list[0].text.ptr == NULL) status = KT_ERR_NOMEM;
    kti_text_free_fields(&text);
    out->list[0].cost = 0;
    out->count = 1;
    return status;
}

static kt_status read(job *j, kt_scheme from, kt_str in, reading *out) {
    kt_ctx *ctx = j->ctx;
    const kti_scheme *scheme = kti_scheme_of(from);
    if (scheme->exact) return read_exactly(ctx, scheme, in, out);
    if (ctx->reverse == NULL || kti_reverse_scheme(ctx->reverse) != from) {
        kti_reverse_close(ctx->reverse);
        KTI_TRY(kti_reverse_open(ctx->engine->lexicon, from, &ctx->alloc, &ctx->reverse));
    }
    j->reverse = ctx->reverse;
    return read_text(j, in, out);
}

kt_status kt_hangulize(kt_ctx *ctx, kt_str in, const kt_hangulize_options *opts,
                       const kt_hangulized **list, size_t *count) {
    static const kt_hangulize_options defaults = KT_HANGULIZE_INIT;
    KTI_TRY(kti_ctx_begin(ctx));
    if (opts == NULL) opts = &defaults;
    if (list == NULL || count == NULL || !kti_known_hangulize(opts))
        return kti_fail(&ctx->error, KT_ERR_ARG, 0, "bad options or no place for the list");
    *list = NULL;
    *count = 0;
    if (in.len > UINT32_MAX) return kti_ctx_end(ctx, KT_ERR_TOO_LARGE);
    size_t most = opts->nbest == 0 ? 1 : opts->nbest < MOST ? opts->nbest : MOST;
    job j = {ctx, NULL, most};
    reading *out = kti_arena_take(&ctx->scratch, sizeof *out);
    kt_status status = out == NULL ? KT_ERR_NOMEM : read(&j, opts->from, in, out);
    if (status == KT_OK) {
        *list = out->list;
        *count = out->count;
    }
    return kti_ctx_end(ctx, status);
}
