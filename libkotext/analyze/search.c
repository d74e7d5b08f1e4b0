#include "analyze/search.h"

#include <string.h>

#include "core/status.h"
#include "core/str.h"

enum {
    STATES = 24,         /* kept between two runs, for each way asked for */
    BEAM = 6000,         /* a state so much dearer than the best never wins */
    BEHIND_SPACE = 3000, /* mecab-ko's own penalties */
    JOSA_BEHIND_SPACE = 6000
};

_Static_assert((int)STATES >= (int)KTI_CHOICES_MOST, "each choice of a run may be a state");

/* A way up to the end of a run. */
typedef struct state {
    int64_t cost;
    uint16_t before; /* among the states of the run before */
    uint16_t right;
    uint8_t chosen; /* for the run */
} state;

typedef struct column {
    state *states; /* cheapest first */
    uint32_t count;
    const kti_choices *choices; /* of the run */
} column;

typedef struct search {
    const kti_morphs *morphs;
    size_t most;
    uint32_t room; /* states of a column */
    kti_arena *arena;
} search;

/* What a choice costs behind what stands before the run. */
static int32_t cost_of(const kti_run *run, const kti_choices *choices, const kti_choice *c) {
    int32_t cost = choices->cost + c->more;
    if (!run->spaced || c->facts == 0) return cost;
    return cost + ((c->facts & KTI_FACT_JOSA) != 0 ? JOSA_BEHIND_SPACE : BEHIND_SPACE);
}

/* Puts a state in order; of those with the same right class only the `most` best are kept. */
static void offer(const search *s, column *c, state new) {
    size_t same = 0, worst = c->count;
    for (size_t i = 0; i < c->count; i++)
        if (c->states[i].right == new.right && ++same == s->most) worst = i;
    if (worst == c->count && c->count == s->room) worst = c->count - 1;
    if (worst < c->count) {
        if (c->states[worst].cost <= new.cost) return;
        memmove(&c->states[worst], &c->states[worst + 1],
                (c->count - worst - 1) * sizeof *c->states);
        c->count--;
    }
    size_t at = c->count;
    for (; at > 0 && c->states[at - 1].cost > new.cost; at--)
        c->states[at] = c->states[at - 1];
    c->states[at] = new;
    c->count++;
}

/* The same when one way is asked for, and a column has room for all. */
static void offer_one(column *c, state new) {
    uint32_t at = c->count;
    for (uint32_t i = 0; i < c->count; i++)
        at = c->states[i].right == new.right ? i : at;
    if (at < c->count && c->states[at].cost <= new.cost) return;
    if (at == c->count) c->count++;
    for (; at > 0 && c->states[at - 1].cost > new.cost; at--)
        c->states[at] = c->states[at - 1];
    c->states[at] = new;
}

/* States that are not too dear to come from. */
static uint32_t near_best(const column *c) {
    uint32_t count = 1;
    while (count < c->count && c->states[count].cost <= c->states[0].cost + BEAM)
        count++;
    return count;
}

/* The cheapest state to come from for a left class, the cost of standing behind it included. */
typedef struct origin {
    int64_t cost;
    uint16_t before;
} origin;

/* What each entrance of a run costs behind a state. */
static void enter_from(const search *s, const state *from, const kti_choices *choices,
                       int32_t costs[KTI_CHOICES_MOST]) {
    const uint8_t *firsts = kti_choices_firsts(choices);
    const int16_t *row = s->morphs->costs + (size_t)from->right * s->morphs->lefts;
    for (uint32_t i = 0; i < choices->entrances; i++)
        costs[i] = row[choices->items[firsts[i]].left];
}

/* The origins of a run's entrances. */
static void find_origins(const search *s, const column *before, const kti_choices *choices,
                         origin origins[KTI_CHOICES_MOST]) {
    int32_t costs[KTI_CHOICES_MOST];
    uint32_t near = near_best(before);
    enter_from(s, before->states, choices, costs);
    for (uint32_t i = 0; i < choices->entrances; i++)
        origins[i] = (origin){before->states[0].cost + costs[i], 0};
    for (uint32_t b = 1; b < near; b++) {
        enter_from(s, &before->states[b], choices, costs);
        for (uint32_t i = 0; i < choices->entrances; i++) {
            int64_t cost = before->states[b].cost + costs[i];
            bool better = cost < origins[i].cost;
            origins[i].before = better ? (uint16_t)b : origins[i].before;
            origins[i].cost = better ? cost : origins[i].cost;
        }
    }
}

/* When one way is asked for, all choices with the same entrance come from the same state. */
static void extend_best(const search *s, const kti_run *run, const column *before, column *out) {
    const kti_choices *choices = out->choices;
    origin origins[KTI_CHOICES_MOST];
    find_origins(s, before, choices, origins);
    for (uint32_t i = 0; i < choices->count; i++) {
        const kti_choice *c = &choices->items[i];
        const origin *from = &origins[c->entrance];
        int64_t cost = from->cost + cost_of(run, choices, c);
        if (out->count > 0 && cost > out->states[0].cost + BEAM) continue;
        offer_one(out, (state){cost, from->before, c->right, (uint8_t)i});
    }
}

static void extend(const search *s, const kti_run *run, const column *before, column *out) {
    for (uint32_t i = 0; i < out->choices->count; i++) {
        const kti_choice *c = &out->choices->items[i];
        int64_t own = cost_of(run, out->choices, c);
        for (uint32_t b = 0; b < before->count; b++) {
            const state *from = &before->states[b];
            if (from->cost > before->states[0].cost + BEAM) break;
            int64_t cost = from->cost + own + kti_morphs_cost(s->morphs, from->right, c->left);
            if (out->count == s->room && out->states[out->count - 1].cost <= cost) continue;
            offer(s, out, (state){cost, (uint16_t)b, c->right, (uint8_t)i});
        }
    }
}

static kt_status new_column(const search *s, size_t room, const kti_choices *choices, column *out) {
    *out = (column){kti_arena_take(s->arena, room * sizeof *out->states), 0, choices};
    return out->states == NULL ? KT_ERR_NOMEM : KT_OK;
}

/* Follows a state back to the beginning. */
static kt_status trace(const search *s, const column *columns, const kti_run *runs, size_t count,
                       const state *last, kti_way *out) {
    kti_step *steps = kti_arena_take(s->arena, count * sizeof *steps);
    if (steps == NULL) return KT_ERR_NOMEM;
    const state *at = last;
    for (size_t i = count; i-- > 0;) {
        steps[i] = (kti_step){runs[i], columns[i + 1].choices, at->chosen};
        at = &columns[i].states[at->before];
    }
    *out = (kti_way){steps, last->cost};
    return KT_OK;
}

/* The ways, with the cost of ending there added. */
static kt_status finish(const search *s, const column *columns, const kti_run *runs, size_t count,
                        kti_way **ways, size_t *way_count) {
    const column *end = &columns[count];
    column last;
    uint16_t edge = s->morphs->unknown[KTI_UNKNOWN_EDGE].left;
    KTI_TRY(new_column(s, s->room, NULL, &last));
    *ways = kti_arena_take(s->arena, s->most * sizeof **ways);
    if (*ways == NULL) return KT_ERR_NOMEM;
    for (uint32_t i = 0; i < end->count; i++) {
        state ended = end->states[i];
        ended.cost += kti_morphs_cost(s->morphs, ended.right, edge);
        ended.right = 0;
        offer(s, &last, ended);
    }
    *way_count = last.count < s->most ? last.count : s->most;
    for (size_t i = 0; i < *way_count; i++)
        KTI_TRY(trace(s, columns, runs, count, &last.states[i], &(*ways)[i]));
    return KT_OK;
}

kt_status kti_search(kti_cache *cache, const kti_lexicon *lexicon, kt_str text, const kti_run *runs,
                     size_t run_count, size_t most, kti_arena *arena, kti_way **ways,
                     size_t *way_count) {
    search s = {kti_lexicon_morphs(lexicon), most, (uint32_t)(STATES * most), arena};
    column *columns = kti_arena_take(arena, (run_count + 1) * sizeof *columns);
    const kti_choices **choices = kti_arena_take(arena, (run_count + 1) * sizeof *choices);
    if (columns == NULL || choices == NULL) return KT_ERR_NOMEM;
    KTI_TRY(kti_cache_choices(cache, lexicon, text, runs, run_count, choices));
    KTI_TRY(new_column(&s, 1, NULL, &columns[0]));
    columns[0].states[0] = (state){0, 0, s.morphs->unknown[KTI_UNKNOWN_EDGE].right, 0};
    columns[0].count = 1;
    for (size_t i = 0; i < run_count; i++) {
        column *next = &columns[i + 1];
        KTI_TRY(new_column(&s, most == 1 ? choices[i]->count : s.room, choices[i], next));
        if (most == 1)
            extend_best(&s, &runs[i], &columns[i], next);
        else
            extend(&s, &runs[i], &columns[i], next);
    }
    return finish(&s, columns, runs, run_count, ways, way_count);
}
