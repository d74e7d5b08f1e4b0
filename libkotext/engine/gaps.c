#include "engine/gaps.h"

#include <string.h>

#include "analyze/edges.h"
#include "core/status.h"
#include "core/utf8.h"
#include "unicode/nfc.h"

enum {
    REACH = 96, /* bytes to either side that are read at most */
    LONGEST = 90,
    SETS = 2048, /* a power of two */
    WAYS = 2     /* of a set; the gap read last comes first */
};

/* A gap: the text around it and the places in it. */
typedef struct gap {
    kt_str text;
    size_t word, at;
} gap;

/* One that was read. A longer one is not kept. */
typedef struct known_gap {
    uint8_t len, word, at; /* 0: a free slot */
    uint8_t closing, opening;
    char text[LONGEST];
} known_gap;

struct kti_gaps {
    kt_alloc alloc;
    kti_arena arena; /* of the gap being read */
    kti_possible possible;
    kti_ends *ends;
    known_gap sets[SETS][WAYS];
};

/* ---- what is read --------------------------------------------------------------------------- */

static bool is_space(char c) {
    return c == ' ' || c == '\t';
}

static bool ends_line(char c) {
    return c == '\n' || c == '\r';
}

/* Two words back from `word`, the one that ends there and the one before. */
static size_t start_of(kt_str text, size_t word) {
    size_t start = word, least = word > REACH ? word - REACH : 0;
    for (int words = 0; words < 2; words++) {
        while (start > least && is_space(text.ptr[start - 1]))
            start--;
        while (start > least && !is_space(text.ptr[start - 1]) && !ends_line(text.ptr[start - 1]))
            start--;
    }
    while (!kti_utf8_is_boundary(text, start))
        start++;
    return start;
}

/* And two from `at` on: what the first is, the second may tell. */
static size_t end_of(kt_str text, size_t at) {
    size_t end = at, most = text.len - at > REACH ? at + REACH : text.len;
    for (int words = 0; words < 2; words++) {
        while (end < most && is_space(text.ptr[end]))
            end++;
        while (end < most && !is_space(text.ptr[end]) && !ends_line(text.ptr[end]))
            end++;
    }
    while (!kti_utf8_is_boundary(text, end))
        end--;
    return end;
}

static gap gap_in(kt_str text, size_t word, size_t at) {
    size_t start = start_of(text, word);
    return (gap){kti_str_cut(text, start, end_of(text, at)), word - start, at - start};
}

/* Endings are listed in NFC; the places are where the parts end. */
static kt_status compose(gap *g, kti_arena *arena) {
    kti_buf joined;
    if (kti_nf_is(KTI_NFC, g->text)) return KT_OK;
    kt_str before = kti_nf_short(KTI_NFC, kti_str_cut(g->text, 0, g->word), arena);
    kt_str between = kti_str_cut(g->text, g->word, g->at);
    kt_str behind = kti_nf_short(KTI_NFC, kti_str_cut(g->text, g->at, g->text.len), arena);
    if (before.ptr == NULL || behind.ptr == NULL) return KT_ERR_NOMEM;
    kti_buf_init(&joined, &arena->alloc);
    kti_buf_add_str(&joined, before);
    kti_buf_add_str(&joined, between);
    kti_buf_add_str(&joined, behind);
    kt_status status = kti_buf_status(&joined);
    kt_str text = kti_arena_str(arena, kti_buf_str(&joined));
    kti_buf_free(&joined);
    if (status != KT_OK || text.ptr == NULL) return KT_ERR_NOMEM;
    *g = (gap){text, before.len, before.len + between.len};
    return KT_OK;
}

static kt_status read_anew(kt_ctx *ctx, const gap *g, kti_seam *out) {
    const kt_analysis *reading;
    kti_edge *edges;
    size_t count;
    KTI_TRY(kti_ctx_reading_in(ctx, &ctx->gaps->arena, g->text, &reading));
    KTI_TRY(kti_edges_of(g->text, reading, &ctx->gaps->arena, &edges, &count));
    for (size_t i = 0; i < count; i++) {
        if (edges[i].end == g->word) out->closing = (kti_closing)edges[i].closing;
        if (edges[i].start == g->at) out->opening = (kti_opening)edges[i].opening;
    }
    return KT_OK;
}

/* ---- what is known -------------------------------------------------------------------------- */

static known_gap *set_of(kti_gaps *gaps, const gap *g) {
    uint64_t hash = kti_str_hash(g->text, g->text.len ^ g->word << 8);
    return gaps->sets[hash & (SETS - 1)];
}

static bool is_known(const known_gap *k, const gap *g) {
    return k->len == g->text.len && k->word == g->word && k->at == g->at &&
           memcmp(k->text, g->text.ptr, k->len) == 0;
}

static void keep(known_gap set[WAYS], const gap *g, const kti_seam *found) {
    memmove(set + 1, set, (WAYS - 1) * sizeof *set);
    set[0] = (known_gap){.len = (uint8_t)g->text.len,
                         .word = (uint8_t)g->word,
                         .at = (uint8_t)g->at,
                         .closing = (uint8_t)found->closing,
                         .opening = (uint8_t)found->opening};
    memcpy(set[0].text, g->text.ptr, g->text.len);
}

/* What is remembered of `g` in its set; false where it was not read or is forgotten. */
static bool recall(const known_gap set[WAYS], const gap *g, kti_seam *out) {
    for (size_t way = 0; way < WAYS; way++) {
        if (!is_known(&set[way], g)) continue;
        *out = (kti_seam){(kti_closing)set[way].closing, (kti_opening)set[way].opening};
        return true;
    }
    return false;
}

/* What a reading says of `g`, from memory where it has been read. */
static kt_status look_up(kt_ctx *ctx, const gap *g, kti_seam *out) {
    known_gap *set = g->text.len <= LONGEST ? set_of(ctx->gaps, g) : NULL;
    *out = (kti_seam){KTI_CLOSING_NONE, KTI_OPENING_NONE};
    if (set != NULL && recall(set, g, out)) return KT_OK;
    gap composed = *g;
    kti_arena_reset(&ctx->gaps->arena);
    KTI_TRY(compose(&composed, &ctx->gaps->arena));
    KTI_TRY(read_anew(ctx, &composed, out));
    if (set != NULL) keep(set, g, out);
    return KT_OK;
}

static bool is_blank(kt_str between) {
    for (size_t i = 0; i < between.len; i++)
        if (!is_space(between.ptr[i])) return false;
    return between.len > 0;
}

/* A word that by itself is no predicate is none before a mere space: 바다, 학교보다. */
static kt_status read_gap(void *reader, kt_str text, size_t word, size_t at, kti_seam *out) {
    gap g = gap_in(text, word, at);
    if (is_blank(kti_str_cut(text, word, at))) {
        size_t start = g.word;
        while (start > 0 && !is_space(g.text.ptr[start - 1]) && !ends_line(g.text.ptr[start - 1]))
            start--;
        kt_str last = kti_str_cut(g.text, start, g.word);
        gap alone = {last, last.len, last.len};
        if (kti_may_by_rows(&((kt_ctx *)reader)->gaps->possible, last) == 0) {
            KTI_TRY(look_up(reader, &alone, out));
            if (out->closing < KTI_CLOSING_NAMED) return KT_OK;
        }
    }
    return look_up(reader, &g, out);
}

/* ---- words ---------------------------------------------------------------------------------- */

/* All readings that `word` may have count where the longest ending it has is not its own. */
static kt_status read_all(kt_ctx *ctx, kt_str word, unsigned *may) {
    kti_arena *arena = &ctx->gaps->arena;
    kti_analyzer *analyzer;
    kt_analysis *list;
    size_t count;
    KTI_TRY(kti_ctx_analyzer(ctx, &analyzer));
    KTI_TRY(kti_analyze_run(analyzer, word, arena, &list, &count));
    for (size_t i = 0; i < count; i++) {
        unsigned closings;
        KTI_TRY(kti_closings_of(word, &list[i], arena, &closings));
        for (unsigned c = KTI_CLOSING_NAMED; c < KTI_CLOSINGS; c++)
            if ((closings & 1u << c) != 0) *may |= kti_may(c);
    }
    return KT_OK;
}

/* What read_gap() may say of a word before a mere space, whatever else is around it. */
static kt_status read_word(void *reader, kt_str word, unsigned *may) {
    kt_ctx *ctx = reader;
    kti_seam alone = {KTI_CLOSING_NONE, KTI_OPENING_NONE};
    gap g = {word, word.len, word.len};
    *may = 0;
    kti_arena_reset(&ctx->gaps->arena);
    if (kti_may_by_rows(&ctx->gaps->possible, word) == 0) {
        KTI_TRY(read_anew(ctx, &g, &alone));
        if (alone.closing < KTI_CLOSING_NAMED) return KT_OK;
    }
    return read_all(ctx, word, may);
}

/* ---- the context's -------------------------------------------------------------------------- */

kt_status kti_gaps_open(kt_ctx *ctx, kti_known *out) {
    if (ctx->gaps == NULL) {
        ctx->gaps = kti_alloc_zeroed(&ctx->alloc, sizeof *ctx->gaps);
        if (ctx->gaps == NULL) return KT_ERR_NOMEM;
        ctx->gaps->alloc = ctx->alloc;
        kti_arena_init(&ctx->gaps->arena, &ctx->alloc);
        kti_possible_fill(&ctx->gaps->possible);
        ctx->gaps->ends = kti_ends_new(&ctx->alloc, &ctx->gaps->possible);
        if (ctx->gaps->ends == NULL) {
            kti_gaps_free(ctx->gaps);
            ctx->gaps = NULL;
            return KT_ERR_NOMEM;
        }
    }
    bool reads = kti_lexicon_has_words(ctx->engine->lexicon);
    out->possible = &ctx->gaps->possible;
    out->ends = ctx->gaps->ends;
    out->reader = ctx;
    out->read = reads ? read_gap : NULL;
    out->read_word = reads ? read_word : NULL;
    return KT_OK;
}

void kti_gaps_free(kti_gaps *gaps) {
    if (gaps == NULL) return;
    kt_alloc alloc = gaps->alloc;
    kti_arena_free(&gaps->arena);
    kti_ends_free(gaps->ends, &alloc);
    kti_alloc_free(&alloc, gaps, sizeof *gaps);
}
