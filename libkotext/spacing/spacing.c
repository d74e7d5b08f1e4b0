#include "spacing/spacing.h"

#include "analyze/whole.h"
#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "spacing/paths.h"

/* Pairs of syllables: so many without any space between them, or so many a space, and spaces are
 * taken to be lost. */
enum { FEW = 5, SPARSE = 8 };

struct kti_spacer {
    kt_alloc alloc;
    const kti_lexicon *lexicon;
    kti_arena kept;
    kti_paths *paths;
    kti_spacing_store *store;
    kt_space_options options; /* of the costs; size 0 = none yet */
    kti_spacing_costs dense, sparse;
};

kt_status kti_spacer_new(const kt_alloc *alloc, const kti_lexicon *lexicon, kti_spacer **out) {
    kti_spacer *s = kti_alloc_zeroed(alloc, sizeof *s);
    *out = s;
    if (s == NULL) return KT_ERR_NOMEM;
    s->alloc = *alloc;
    s->lexicon = lexicon;
    kti_arena_init(&s->kept, alloc);
    s->paths = kti_paths_new(&s->kept);
    kt_status status = s->paths == NULL ? KT_ERR_NOMEM : KT_OK;
    if (status == KT_OK) status = kti_spacing_store_new(alloc, lexicon, &s->store);
    if (status == KT_OK) return KT_OK;
    kti_spacer_free(s);
    *out = NULL;
    return status;
}

void kti_spacer_free(kti_spacer *s) {
    if (s == NULL) return;
    kt_alloc alloc = s->alloc;
    kti_spacing_store_free(s->store);
    kti_arena_free(&s->kept);
    kti_alloc_free(&alloc, s, sizeof *s);
}

static void set_options(kti_spacer *s, const kt_space_options *options) {
    bool same = s->options.size != 0 && s->options.level == options->level &&
                s->options.changes == options->changes;
    if (same) return;
    s->options = *options;
    kti_spacing_costs_fill(options, false, &s->dense);
    kti_spacing_costs_fill(options, true, &s->sparse);
}

/* ---- changes -------------------------------------------------------------------------------- */

/* A text on its way through. */
typedef struct walk {
    kti_spacer *spacer;
    kt_str text;
    size_t at;
    kti_spacing_state before; /* what stands before `at` */
    bool sparse;              /* all of it */
    bool inside;              /* a stretch goes on at `at` */
    bool tagged;              /* inside of #word, @word or ://address, which stays */
    kti_arena *arena;
    kti_respacing *list;
    size_t count, capacity;
} walk;

static kt_status note(walk *w, kti_respacing change) {
    kti_respacing *list = kti_arena_room(w->arena, w->list, w->count, &w->capacity, sizeof *list);
    if (list == NULL) return KT_ERR_NOMEM;
    w->list = list;
    w->list[w->count++] = change;
    return KT_OK;
}

static kt_status note_plan(walk *w, const kti_stretch *s, const kti_spacing_plan *plan) {
    uint32_t i = 0;
    while (w->tagged && i < plan->count && !s->spaced[i])
        i++;
    for (; i < plan->count; i++) {
        kt_span gap = {kti_stretch_gap(s, i), s->at[i]};
        if (plan->rule[i] != 0) KTI_TRY(note(w, (kti_respacing){gap, plan->rule[i]}));
    }
    return KT_OK;
}

/* ---- stretches ------------------------------------------------------------------------------ */

/* Whether most spaces are lost: hardly one between so many pairs of syllables. */
static bool is_sparse(size_t pairs, size_t spaces) {
    return spaces == 0 ? pairs >= FEW : pairs >= SPARSE * (spaces + 1);
}

static bool is_sparse_stretch(const kti_stretch *s) {
    size_t spaces = 0;
    for (uint32_t i = 1; i < s->count; i++)
        spaces += s->spaced[i];
    return s->count > SPARSE && is_sparse(s->count, spaces);
}

static bool is_sparse_text(kt_str text) {
    kti_stretch s;
    kti_run run;
    size_t pairs = 0, spaces = 0;
    for (size_t at = 0; kti_run_next(text, at, &run);) {
        at = run.span.end;
        if (run.kind != KTI_RUN_HANGUL) continue;
        at = kti_stretch_read(text, run.span.start, &s);
        pairs += s.count - 1;
        for (uint32_t i = 1; i < s.count; i++)
            spaces += s.spaced[i];
    }
    return is_sparse(pairs, spaces);
}

static const kti_morphs *morphs_of(const walk *w) {
    return kti_lexicon_morphs(w->spacer->lexicon);
}

/* The left class of what stands at `at`, behind a stretch. */
static uint16_t class_behind(const walk *w, size_t at) {
    kti_run run;
    bool ends = !kti_run_next(w->text, at, &run);
    kti_unknown what =
        ends ? KTI_UNKNOWN_EDGE : kti_whole_kind(kti_str_span(w->text, run.span), run.kind);
    return morphs_of(w)->unknown[what].left;
}

static kti_gap first_gap(const walk *w, const kti_stretch *s, bool spaced) {
    if (w->inside) return s->spaced[0] ? KTI_GAP_SPACED : KTI_GAP_SOLID;
    return spaced ? KTI_GAP_FIXED_SPACED : KTI_GAP_FIXED_SOLID;
}

static bool has_space(const kti_stretch *s, uint32_t count) {
    for (uint32_t i = 0; i < count; i++)
        if (s->spaced[i]) return true;
    return false;
}

static kt_status plan_stretch(walk *w, size_t at, bool spaced) {
    kti_stretch s;
    kti_spacing_plan plan;
    size_t end = kti_stretch_read(w->text, at, &s);
    if (spaced) w->tagged = false;
    bool sparse = w->sparse || is_sparse_stretch(&s);
    kti_spacing_task task = {.lexicon = w->spacer->lexicon,
                             .store = w->spacer->store,
                             .costs = sparse ? &w->spacer->sparse : &w->spacer->dense,
                             .stretch = &s,
                             .before = w->before,
                             .first = first_gap(w, &s, spaced),
                             .next = s.cut ? 0 : class_behind(w, end)};
    KTI_TRY(kti_paths_plan(w->spacer->paths, &task, &plan));
    KTI_TRY(note_plan(w, &s, &plan));
    w->before = plan.after;
    w->inside = s.cut;
    w->tagged = w->tagged && !has_space(&s, plan.count);
    w->at = s.at[plan.count - 1] + KTI_STRETCH_SYLLABLE;
    return KT_OK;
}

static void pass_run(walk *w, const kti_run *run) {
    kti_unknown what = kti_whole_kind(kti_str_span(w->text, run->span), run->kind);
    char mark = w->text.ptr[run->span.start];
    bool opens = run->spaced && (mark == '"' || mark == '\'');
    kti_end end = opens ? KTI_ENDS_OPEN : kti_spacing_end_of_whole(what);
    w->before = (kti_spacing_state){morphs_of(w)->unknown[what].right, end};
    bool slashes = mark == '/' && run->span.end - run->span.start > 1;
    bool marked = mark == '#' || mark == '@' || slashes;
    w->tagged = marked || (w->tagged && !run->spaced);
    w->at = run->span.end;
}

static kt_status walk_text(walk *w) {
    kti_run run;
    while (w->inside || kti_run_next(w->text, w->at, &run)) {
        if (w->inside)
            KTI_TRY(plan_stretch(w, w->at, false));
        else if (run.kind == KTI_RUN_HANGUL)
            KTI_TRY(plan_stretch(w, run.span.start, run.spaced));
        else
            pass_run(w, &run);
    }
    return KT_OK;
}

kt_status kti_spacing_find(kti_spacer *s, kt_str text, const kt_space_options *options,
                           kti_arena *arena, kti_respacing **list, size_t *count) {
    walk w = {.spacer = s, .text = text, .arena = arena};
    *list = NULL;
    *count = 0;
    if (!kti_lexicon_has_words(s->lexicon)) return KT_OK;
    set_options(s, options);
    w.before = (kti_spacing_state){morphs_of(&w)->unknown[KTI_UNKNOWN_EDGE].right, KTI_ENDS_OTHER};
    w.sparse = is_sparse_text(text);
    KTI_TRY(walk_text(&w));
    *list = w.list;
    *count = w.count;
    return KT_OK;
}
