#include "analyze/analyze.h"

#include <string.h>

#include "analyze/by_rule.h"
#include "analyze/search.h"
#include "analyze/spoken.h"
#include "analyze/stems.h"
#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"

enum {
    WINDOW = 512, /* runs that are decided together */
    MOST_WAYS = 64
};

/* Bytes that solved runs may take. */
enum { CACHE = 16 << 20, SMALL_CACHE = 3 << 17 };

struct kti_analyzer {
    kt_alloc alloc;
    const kti_lexicon *lexicon;
    kti_cache *cache;
    kti_arena search;     /* of one window */
    kti_run runs[WINDOW]; /* the window's */
};

kt_status kti_analyzer_new(const kt_alloc *alloc, const kti_lexicon *lexicon, kti_analyzer **out) {
    kti_analyzer *a = kti_alloc_zeroed(alloc, sizeof *a);
    *out = a;
    if (a == NULL) return KT_ERR_NOMEM;
    a->alloc = *alloc;
    a->lexicon = lexicon;
    kti_arena_init(&a->search, alloc);
    size_t limit = kti_lexicon_is_long(lexicon) ? CACHE : SMALL_CACHE;
    kt_status status = kti_cache_new(alloc, limit, &a->cache);
    if (status == KT_OK) return KT_OK;
    kti_analyzer_free(a);
    *out = NULL;
    return status;
}

void kti_analyzer_free(kti_analyzer *a) {
    if (a == NULL) return;
    kt_alloc alloc = a->alloc;
    kti_cache_free(a->cache);
    kti_arena_free(&a->search);
    kti_alloc_free(&alloc, a, sizeof *a);
}

/* ---- morphemes ------------------------------------------------------------------------------ */

/* A reading being written. */
typedef struct writer {
    kti_cache *cache;
    const kti_lexicon *lexicon;
    kt_str text;
    kti_arena *arena;
    kt_morpheme *items;
    size_t count, capacity;
    kti_read_run *runs; /* of syllables, where they are wanted */
    size_t run_count, run_capacity;
    int64_t cost;
    bool keep; /* what is looked up will be again */
    bool wants_runs;
} writer;

static kt_status add(writer *w, kt_morpheme m) {
    kt_morpheme *items = kti_arena_room(w->arena, w->items, w->count, &w->capacity, sizeof *items);
    if (items == NULL) return KT_ERR_NOMEM;
    w->items = items;
    w->items[w->count++] = m;
    return KT_OK;
}

static kt_status add_run(writer *w, kti_read_run run) {
    kti_read_run *runs =
        kti_arena_room(w->arena, w->runs, w->run_count, &w->run_capacity, sizeof *runs);
    if (runs == NULL) return KT_ERR_NOMEM;
    w->runs = runs;
    w->runs[w->run_count++] = run;
    return KT_OK;
}

static uint32_t flags_of(kti_fact fact) {
    return fact.flags & (KT_MORPHEME_PERSON | KT_MORPHEME_PLACE);
}

/* A part's form: in place when the surface spells it, else put together. */
static kt_str form_of(const writer *w, kt_str surface, const kti_part *part) {
    if (part->copied == 0) return part->literal;
    size_t len = part->copied + part->literal.len;
    char *form = kti_arena_take(w->arena, len);
    if (form == NULL) return (kt_str){NULL, 0};
    memcpy(form, surface.ptr, part->copied);
    if (part->literal.len > 0) memcpy(form + part->copied, part->literal.ptr, part->literal.len);
    return (kt_str){form, len};
}

static kt_status add_parts(writer *w, uint32_t start, kt_str surface, const kti_part *parts,
                           size_t count, uint32_t flags) {
    for (size_t i = 0; i < count; i++) {
        kt_span span = {start + parts[i].span.start, start + parts[i].span.end};
        kt_morpheme m = {span, form_of(w, surface, &parts[i]), parts[i].tag, 0};
        if (m.form.ptr == NULL && m.form.len == 0 && parts[i].copied > 0) return KT_ERR_NOMEM;
        if (m.tag == KT_TAG_NNP) m.flags = flags;
        KTI_TRY(add(w, m));
    }
    return KT_OK;
}

static kt_status add_unknown(writer *w, kt_span span, uint32_t number) {
    kti_fact fact = kti_lexicon_morphs(w->lexicon)->unknown[number % KTI_UNKNOWNS];
    uint32_t flags = number <= KTI_UNKNOWN_PLACE_T ? KT_MORPHEME_UNKNOWN : 0;
    return add(w, (kt_morpheme){span, kti_str_span(w->text, span), (kt_tag)fact.tag, flags});
}

static kt_status add_entry(writer *w, kt_span span, uint32_t number) {
    kti_entry e = kti_lexicon_entry(w->lexicon, number);
    uint32_t flags = KT_MORPHEME_USER;
    if (e.kind == KTI_ENTRY_PERSON) flags |= KT_MORPHEME_PERSON;
    if (e.kind == KTI_ENTRY_PLACE) flags |= KT_MORPHEME_PLACE;
    return add(w, (kt_morpheme){span, kti_str_span(w->text, span), KT_TAG_NNP, flags});
}

/* A reading of `surface`, which stands at `start`. */
static kt_status add_reading(writer *w, uint32_t start, kt_str surface, uint32_t number) {
    const kti_morphs *morphs = kti_lexicon_morphs(w->lexicon);
    kt_span span = {start, start + (uint32_t)surface.len};
    kti_part parts[KTI_PARTS];
    kti_fact fact = kti_morphs_fact(morphs, number);
    /* A name stays whole: 가가와현 is one place. */
    bool whole = (fact.flags & KTI_FACT_COMPOUND) != 0 && flags_of(fact) != 0;
    size_t count = whole ? 0 : kti_morphs_parts(morphs, number, surface, parts);
    if (count == 0) return add(w, (kt_morpheme){span, surface, (kt_tag)fact.tag, flags_of(fact)});
    return add_parts(w, start, surface, parts, count, flags_of(fact));
}

/* A reading of syllables that are drawn out or closed in play: it is found for the plain ones, and
 * its spans are moved to what stands there. */
static kt_status add_spoken(writer *w, kt_span span, uint32_t what) {
    enum { SYLLABLE = 3 };
    uint32_t at[KTI_RUN_SYLLABLES + 1];
    char *plain = kti_arena_take(w->arena, (size_t)KTI_RUN_SYLLABLES * SYLLABLE);
    size_t first = w->count;
    if (plain == NULL) return KT_ERR_NOMEM;
    size_t count = kti_spoken_plain(kti_str_span(w->text, span), (what & KTI_NODE_OPENED) != 0,
                                    plain, at, KTI_RUN_SYLLABLES);
    KTI_TRY(add_reading(w, 0, (kt_str){plain, count * SYLLABLE}, what & KTI_NODE_NUMBER));
    for (; first < w->count; first++) {
        kt_span *moved = &w->items[first].span;
        *moved = (kt_span){span.start + at[moved->start / SYLLABLE],
                           span.start + at[moved->end / SYLLABLE]};
    }
    return KT_OK;
}

static kt_status add_node(writer *w, kt_span span, uint32_t what) {
    uint32_t number = what & KTI_NODE_NUMBER;
    if ((what & KTI_NODE_UNKNOWN) != 0) return add_unknown(w, span, number);
    if ((what & KTI_NODE_ENTRY) != 0) return add_entry(w, span, number);
    if ((what & (KTI_NODE_DRAWN | KTI_NODE_OPENED)) != 0) return add_spoken(w, span, what);
    return add_reading(w, span.start, kti_str_span(w->text, span), number);
}

/* The nodes of a path: the last one goes to the end of the run. */
static kt_status add_path(writer *w, kt_span run, const kti_path *path) {
    kt_span node = {run.start, run.start};
    size_t first = w->count;
    for (uint32_t i = 0; i < path->count; i++) {
        node.end = i + 1 == path->count ? run.end : node.start + path->bytes[i];
        KTI_TRY(add_node(w, node, path->nodes[i]));
        node.start = node.end;
    }
    if (w->count > first)
        w->count = first + kti_stems_restore(w->text, w->items + first, w->count - first);
    return KT_OK;
}

/* The nodes of what was chosen. */
static kt_status add_step(writer *w, const kti_step *step, uint32_t glance) {
    kti_path path;
    kt_span span = step->run.span;
    KTI_TRY(kti_cache_path(w->cache, w->lexicon, kti_str_span(w->text, span), step->run.kind,
                           step->choices, step->chosen, glance, w->keep, &path));
    return add_path(w, span, &path);
}

uint64_t kti_step_chosen(const kti_step *step) {
    uint64_t name = step->choices->name;
    return name == 0 ? 0 : name << 8 | step->chosen;
}

enum { TOGETHER = 16 }; /* steps that are looked up together */

static kt_status add_steps(writer *w, const kti_step *steps, size_t count) {
    uint32_t glances[TOGETHER];
    for (size_t i = 0; i < count; i++)
        glances[i] = kti_cache_glance(w->cache, steps[i].choices, steps[i].chosen);
    for (size_t i = 0; i < count; i++) {
        const kti_step *step = &steps[i];
        uint32_t first = (uint32_t)w->count;
        KTI_TRY(add_step(w, step, glances[i]));
        if (!w->wants_runs || step->run.kind != KTI_RUN_HANGUL) continue;
        KTI_TRY(add_run(
            w, (kti_read_run){step->run.span, kti_step_chosen(step), first, (uint32_t)w->count}));
    }
    return KT_OK;
}

static kt_status add_way(writer *w, const kti_way *way, size_t runs) {
    for (size_t at = 0; at < runs; at += TOGETHER)
        KTI_TRY(add_steps(w, way->steps + at, runs - at < TOGETHER ? runs - at : TOGETHER));
    w->cost += way->cost;
    return KT_OK;
}

/* ---- windows -------------------------------------------------------------------------------- */

static bool ends_sentence(kt_str text, const kti_run *run, size_t next) {
    char first = text.ptr[run->span.start];
    bool mark = first == '.' || first == '!' || first == '?';
    return run->kind == KTI_RUN_SYMBOL && mark && next < text.len &&
           (text.ptr[next] == ' ' || text.ptr[next] == '\n');
}

/* Reads the runs of a sentence, or of as much of it as is decided together. */
static size_t read_window(kt_str text, size_t *at, kti_run runs[WINDOW]) {
    size_t count = 0;
    while (count < WINDOW && kti_run_next(text, *at, &runs[count])) {
        *at = runs[count].span.end;
        if (ends_sentence(text, &runs[count++], *at)) break;
    }
    return count;
}

/* Solves the window at `*at` and goes behind it; no ways when there is none. */
static kt_status search_window(kti_analyzer *a, kt_str text, size_t *at, size_t most,
                               kti_way **ways, size_t *way_count, size_t *run_count) {
    *way_count = 0;
    *run_count = read_window(text, at, a->runs);
    if (*run_count == 0) return KT_OK;
    kti_arena_reset(&a->search);
    kti_cache_trim(a->cache);
    return kti_search(a->cache, a->lexicon, text, a->runs, *run_count, most, &a->search, ways,
                      way_count);
}

kt_status kti_analyze_next(kti_analyzer *a, kt_str text, size_t *at, const kti_step **steps,
                           size_t *count) {
    kti_way *ways;
    size_t way_count;
    KTI_TRY(search_window(a, text, at, 1, &ways, &way_count, count));
    if (way_count > 0) *steps = ways[0].steps;
    return KT_OK;
}

kt_status kti_step_morphemes(kti_analyzer *a, const kti_step *step, kt_str text, size_t at,
                             kti_arena *arena, kt_analysis *out) {
    writer w = {
        .cache = a->cache, .lexicon = a->lexicon, .text = text, .arena = arena, .keep = false};
    kti_step moved = *step;
    moved.run.span = (kt_span){(uint32_t)at, (uint32_t)text.len};
    KTI_TRY(add_step(&w, &moved, 0));
    *out = (kt_analysis){.morphemes = w.items, .morpheme_count = w.count};
    return KT_OK;
}

/* With several readings asked for, the whole text is one window as far as that goes; later windows
 * get their best reading in each. */
static kt_status add_windows(kti_analyzer *a, writer *writers, size_t *writer_count, size_t most) {
    kti_way *ways;
    size_t way_count, run_count, at = 0;
    kt_str text = writers[0].text;
    KTI_TRY(search_window(a, text, &at, most, &ways, &way_count, &run_count));
    *writer_count = way_count < most ? way_count : most;
    while (way_count > 0) {
        for (size_t i = 0; i < *writer_count; i++)
            KTI_TRY(add_way(&writers[i], &ways[i < way_count ? i : 0], run_count));
        KTI_TRY(search_window(a, text, &at, 1, &ways, &way_count, &run_count));
    }
    return KT_OK;
}

static kt_status finish(const writer *w, kt_analysis *out) {
    kt_eojeol *eojeols;
    kti_stems_choose(w->items, w->count);
    *out = (kt_analysis){.morphemes = w->items, .morpheme_count = w->count, .cost = w->cost};
    KTI_TRY(kti_eojeols_of(w->items, w->count, w->arena, &eojeols, &out->eojeol_count));
    out->eojeols = eojeols;
    return KT_OK;
}

kt_status kti_analyze(kti_analyzer *a, kt_str text, size_t most, kti_arena *arena,
                      kt_analysis **list, size_t *count) {
    if (most == 0) most = 1;
    if (most > MOST_WAYS) most = MOST_WAYS;
    if (!kti_lexicon_has_words(a->lexicon))
        return kti_analyze_by_rule(text, most, arena, list, count);
    writer *writers = kti_arena_take(arena, most * sizeof *writers);
    *list = kti_arena_take(arena, most * sizeof **list);
    if (writers == NULL || *list == NULL) return KT_ERR_NOMEM;
    for (size_t i = 0; i < most; i++)
        writers[i] = (writer){
            .cache = a->cache, .lexicon = a->lexicon, .text = text, .arena = arena, .keep = true};
    KTI_TRY(add_windows(a, writers, count, most));
    if (*count == 0) *count = 1; /* nothing but white space */
    for (size_t i = 0; i < *count; i++)
        KTI_TRY(finish(&writers[i], &(*list)[i]));
    return KT_OK;
}

kt_status kti_analyze_runs(kti_analyzer *a, kt_str text, kti_arena *arena, kt_analysis *reading,
                           const kti_read_run **runs, size_t *count) {
    writer w = {.cache = a->cache,
                .lexicon = a->lexicon,
                .text = text,
                .arena = arena,
                .keep = true,
                .wants_runs = true};
    size_t ways;
    KTI_TRY(add_windows(a, &w, &ways, 1));
    *runs = w.runs;
    *count = w.run_count;
    return finish(&w, reading);
}

kt_status kti_analyze_run(kti_analyzer *a, kt_str run, kti_arena *arena, kt_analysis **list,
                          size_t *count) {
    kti_run whole = {{0, (uint32_t)run.len}, KTI_RUN_HANGUL, true};
    const kti_choices *choices;
    const kti_paths *paths;
    kti_cache_trim(a->cache);
    KTI_TRY(kti_cache_choices(a->cache, a->lexicon, run, &whole, 1, &choices));
    KTI_TRY(kti_cache_paths(a->cache, a->lexicon, run, whole.kind, choices, &paths));
    *count = choices->count;
    *list = kti_arena_take(arena, *count * sizeof **list);
    if (*list == NULL) return KT_ERR_NOMEM;
    for (uint32_t i = 0; i < choices->count; i++) {
        writer w = {.cache = a->cache, .lexicon = a->lexicon, .text = run, .arena = arena};
        kti_path path = kti_paths_of(paths, i);
        KTI_TRY(add_path(&w, whole.span, &path));
        KTI_TRY(finish(&w, &(*list)[i]));
    }
    return KT_OK;
}
