#include "analyze/lattice.h"

#include <string.h>

#include "analyze/spoken.h"
#include "core/status.h"
#include "core/str.h"
#include "hangul/syllable.h"
#include "lexicon/starts.h"

enum {
    NODES = 256,  /* that begin at one letter; more are left out */
    DRAFTS = 192, /* edges that are looked at */
    BUCKETS = 512,
    HITS = 8, /* dictionary names at one place */
    UNREACHED = 1 << 29,
    MARGIN = 5500,     /* an edge of a run so much dearer than the best is never chosen */
    MARGIN_REST = 4500 /* and of its rest */
};

/* What a word costs that the list does not have. Known ones cost from 1000 to 8000; each further
 * syllable of a known compound saves what another word would cost. */
enum {
    UNKNOWN_NOUN = 6000,
    UNKNOWN_SYLLABLE = 500,
    UNKNOWN_LONGEST = 10, /* syllables, at the start of a run */
    UNKNOWN_INSIDE = 4,   /* and behind something known */
    DICTIONARY_NAME = 2600,
    USER_WORD = -2000,
    LAUGHING = 1000, /* for a final put on in play: 좋아욬ㅋㅋ */
    PLAYFUL = 3500   /* 예쁘당 */
};

typedef struct node {
    uint32_t what;
    int32_t cost;
    int32_t through; /* the cheapest way through it to the end of the run */
    uint16_t left, right;
    uint8_t end; /* letter behind it */
    uint8_t facts;
} node;

typedef struct lattice {
    const kti_lexicon *lexicon;
    const kti_morphs *morphs;
    const kti_run_letters *letters;
    const kti_run_words *words;
    size_t from;
    const kti_edges *const *behind;
    uint32_t node_count, draft_count;
    node nodes[NODES];
    kti_edge drafts[DRAFTS];
    uint8_t buckets[BUCKETS]; /* drafts by their ways in and out: number + 1 */
} lattice;

_Static_assert(KTI_RUN_SYLLABLES < UINT8_MAX, "a node holds a letter's number");
_Static_assert(DRAFTS < UINT8_MAX, "a bucket holds a draft's number");

/* ---- words ---------------------------------------------------------------------------------- */

/* Goes one letter on from each place that is reached; returns how many still are. */
static uint32_t go_on(const kti_morphs *m, const kti_run_letters *letters, size_t starts,
                      uint32_t depth, uint32_t places[KTI_RUN_SYLLABLES], kti_run_words *out) {
    uint32_t reached = 0;
    for (uint32_t s = 0; s < starts; s++) {
        uint32_t i = s + depth;
        if (places[s] == KTI_TRIE_NONE) continue;
        if (i + 1 == letters->count) out->parents[s] = places[s];
        places[s] = i < letters->count ? kti_trie_child(&m->trie, places[s], letters->cps[i])
                                       : KTI_TRIE_NONE;
        reached += places[s] != KTI_TRIE_NONE;
    }
    return reached;
}

static void note_words(const kti_morphs *m, size_t starts, uint32_t depth,
                       const uint32_t places[KTI_RUN_SYLLABLES], kti_run_words *out) {
    for (uint32_t s = 0; s < starts; s++) {
        if (places[s] == KTI_TRIE_NONE) continue;
        uint32_t word = kti_trie_word(&m->trie, places[s]);
        kti_found *found = &out->found[s][out->counts[s]];
        if (word == KTI_TRIE_NONE) continue;
        *found = (kti_found){word, 0, (uint8_t)(s + depth + 1)};
        out->counts[s]++;
    }
}

void kti_lattice_find(const kti_morphs *m, const kti_run_letters *letters, size_t starts,
                      kti_run_words *out) {
    uint32_t places[KTI_RUN_SYLLABLES];
    for (size_t s = 0; s < starts; s++) {
        places[s] = KTI_TRIE_ROOT;
        out->parents[s] = KTI_TRIE_NONE;
        out->counts[s] = 0;
    }
    for (uint32_t depth = 0; go_on(m, letters, starts, depth, places, out) > 0; depth++)
        note_words(m, starts, depth, places, out);
    for (size_t s = 0; s < starts; s++)
        for (size_t i = 0; i < out->counts[s]; i++) {
            kti_found *found = &out->found[s][i];
            found->count = (uint16_t)kti_morphs_of_word(m, found->first, &found->first);
        }
}

/* ---- nodes ---------------------------------------------------------------------------------- */

static void add_node(lattice *l, uint32_t end, uint32_t what, kti_fact fact, int32_t cost) {
    if (l->node_count == NODES) return;
    uint8_t facts = l->from == 0 ? fact.flags & (KTI_FACT_BEHIND | KTI_FACT_JOSA) : 0;
    l->nodes[l->node_count++] =
        (node){what, cost, UNREACHED, fact.left, fact.right, (uint8_t)end, facts};
}

/* Whether the letters up to `end` hold more than themselves. */
static uint32_t drawn_out(const lattice *l, uint32_t end) {
    enum { SYLLABLE = 3 };
    const kti_run_letters *x = l->letters;
    bool plain = x->kind != KTI_RUN_HANGUL ||
                 (uint32_t)(x->at[end] - x->at[l->from]) == SYLLABLE * (end - (uint32_t)l->from);
    return plain ? 0 : KTI_NODE_DRAWN;
}

static void add_word(lattice *l, const kti_found *word) {
    uint32_t drawn = drawn_out(l, word->end);
    for (uint32_t i = 0; i < word->count; i++) {
        kti_fact fact = kti_morphs_fact(l->morphs, word->first + i);
        add_node(l, word->end, (word->first + i) | drawn, fact, fact.cost);
    }
}

/* Whether a reading ends a clause: an ending, or an interjection. One syllable that links clauses
 * (서, 해) may be the end of a noun (남섬, 서울행) as well; but 다 stands behind verbs only. */
static bool ends_clause(const kti_morphs *m, uint32_t reading, kti_fact fact, kt_str surface,
                        uint32_t cp, bool laughing) {
    enum { SYLLABLE = 3, DA = 0xB2E4 };
    kti_part parts[KTI_PARTS];
    size_t count = kti_morphs_parts(m, reading, surface, parts);
    kt_tag last = count > 0 ? parts[count - 1].tag : (kt_tag)fact.tag;
    bool links = last == KT_TAG_EC && (laughing || surface.len > SYLLABLE || cp == DA);
    return last == KT_TAG_EF || last == KT_TAG_IC || links;
}

/* The same words less the final that the last letter was given in play. */
static void add_opened(lattice *l, uint32_t parent) {
    bool laughing;
    uint32_t end = l->letters->count, cp = kti_spoken_open(l->letters->cps[end - 1], &laughing);
    if (cp == 0) return;
    kt_str surface = kti_str_cut(l->letters->run, l->letters->at[l->from], l->letters->run.len);
    uint32_t child = kti_trie_child(&l->morphs->trie, parent, cp), first;
    uint32_t word = kti_trie_word(&l->morphs->trie, child);
    uint32_t count = kti_morphs_of_word(l->morphs, word, &first), drawn = drawn_out(l, end);
    for (uint32_t i = 0; i < count; i++) {
        kti_fact fact = kti_morphs_fact(l->morphs, first + i);
        if (ends_clause(l->morphs, first + i, fact, surface, cp, laughing))
            add_node(l, end, (first + i) | drawn | KTI_NODE_OPENED, fact,
                     fact.cost + (laughing ? LAUGHING : PLAYFUL));
    }
}

static void add_known(lattice *l) {
    const kti_found *found = l->words->found[l->from];
    uint32_t count = l->words->counts[l->from], end = l->letters->count, i = 0;
    for (; i < count && found[i].end < end; i++)
        add_word(l, &found[i]);
    if (l->words->parents[l->from] != KTI_TRIE_NONE) add_opened(l, l->words->parents[l->from]);
    for (; i < count; i++)
        add_word(l, &found[i]);
}

/* `what`, or the next kind when the letters before `end` end in a consonant. */
static kti_unknown closed_kind(const lattice *l, uint32_t end, kti_unknown what) {
    uint32_t cp = l->letters->cps[end - 1];
    bool closed = kti_is_syllable(cp) && (cp - KTI_SYLLABLE_FIRST) % KTI_FINALS != 0;
    return (kti_unknown)(what + (closed ? 1 : 0));
}

static void add_unknowns(lattice *l) {
    uint32_t from = (uint32_t)l->from, longest = from == 0 ? UNKNOWN_LONGEST : UNKNOWN_INSIDE;
    for (uint32_t n = 1; n <= longest && from + n <= l->letters->count; n++) {
        kti_unknown what = closed_kind(l, from + n, KTI_UNKNOWN_NNP);
        add_node(l, from + n, KTI_NODE_UNKNOWN | (uint32_t)what, l->morphs->unknown[what],
                 UNKNOWN_NOUN + UNKNOWN_SYLLABLE * (int32_t)n);
    }
}

static void add_name(lattice *l, uint32_t end, kti_entry e) {
    bool user = e.kind == KTI_ENTRY_USER;
    kti_unknown what = e.kind == KTI_ENTRY_PERSON  ? KTI_UNKNOWN_PERSON
                       : e.kind == KTI_ENTRY_PLACE ? KTI_UNKNOWN_PLACE
                                                   : KTI_UNKNOWN_NNP;
    kti_fact fact = l->morphs->unknown[closed_kind(l, end, what)];
    add_node(l, end, KTI_NODE_ENTRY | e.id, fact, user ? USER_WORD : DICTIONARY_NAME);
}

/* False when no name begins here; true when the letters do not tell. */
static bool may_begin_name(const lattice *l) {
    uint32_t at = (uint32_t)l->from, left = l->letters->count - at;
    uint32_t looked_at = left < KTI_STARTS_LOOKED_AT ? left : KTI_STARTS_LOOKED_AT;
    if (drawn_out(l, at + looked_at) != 0) return true;
    return kti_lexicon_may_begin_word(l->lexicon, &l->letters->cps[at], looked_at);
}

/* Names of the project's tables and the user's own; one syllable says too little. */
static void add_names(lattice *l) {
    if (!may_begin_name(l)) return;
    kti_hit hits[HITS];
    const uint16_t *at = l->letters->at;
    kt_str rest = kti_str_cut(l->letters->run, at[l->from], l->letters->run.len);
    size_t count = kti_lexicon_korean_words(l->lexicon, rest, hits, HITS);
    for (size_t i = 0; i < count; i++) {
        kti_entry e = kti_lexicon_entry(l->lexicon, hits[i].entry);
        uint32_t end = (uint32_t)l->from;
        while (at[end] < at[l->from] + hits[i].len)
            end++;
        if (!kti_names_something(e.kind) || e.kind == KTI_ENTRY_HEADLINE) continue;
        if (e.kind == KTI_ENTRY_USER || end > l->from + 1) add_name(l, end, e);
    }
}

/* A run of Hanja may be a word that no list has. */
static void add_whole(lattice *l) {
    kti_fact fact = l->morphs->unknown[KTI_UNKNOWN_SH];
    add_node(l, l->letters->count, KTI_NODE_UNKNOWN | KTI_UNKNOWN_SH, fact, fact.cost);
}

static void add_nodes(lattice *l) {
    if (l->letters->kind == KTI_RUN_HANGUL) {
        add_names(l);
        add_unknowns(l);
    } else if (l->from == 0) {
        add_whole(l);
    }
    add_known(l);
}

/* ---- what is worth a closer look ------------------------------------------------------------- */

static int32_t cheapest_on(const kti_morphs *m, uint16_t right, const kti_edges *behind) {
    int32_t least = UNREACHED;
    const int16_t *costs = &m->costs[(size_t)right * m->lefts];
    const uint8_t *at = kti_edges_firsts(behind), *end = at + behind->entrances;
    for (; at < end; at++) {
        const kti_edge *e = &behind->items[*at];
        int32_t cost = e->cost + costs[e->left];
        least = cost < least ? cost : least;
    }
    return least;
}

/* Looks through each node; returns what the dearest edge may cost. */
static int32_t look_through(lattice *l) {
    int32_t least = UNREACHED;
    for (node *n = l->nodes, *end = n + l->node_count; n < end; n++) {
        n->through = n->cost;
        if (n->end < l->letters->count)
            n->through += cheapest_on(l->morphs, n->right, l->behind[n->end]);
        if (n->through < least) least = n->through;
    }
    return least + (l->from == 0 ? MARGIN : MARGIN_REST);
}

/* ---- edges ---------------------------------------------------------------------------------- */

static bool is_alike(const kti_edge *a, const kti_edge *b) {
    return a->left == b->left && a->right == b->right && a->facts == b->facts;
}

/* Of edges that look the same from outside the cheapest stays; the earlier, when they cost the
 * same. */
static void offer(lattice *l, const kti_edge *new) {
    uint32_t key = ((uint32_t) new->left << 16 | new->right) ^ new->facts;
    uint32_t bucket = key * 0x9E3779B1u >> 23;
    for (; l->buckets[bucket] != 0; bucket = (bucket + 1) % BUCKETS) {
        kti_edge *old = &l->drafts[l->buckets[bucket] - 1];
        if (!is_alike(old, new)) continue;
        if (new->cost < old->cost) *old = *new;
        return;
    }
    if (l->draft_count == DRAFTS) return;
    l->drafts[l->draft_count++] = *new;
    l->buckets[bucket] = (uint8_t)l->draft_count;
}

/* Of the edges behind a node those that it reaches within the limit; returns how many. */
static uint32_t reach(const lattice *l, const node *n, const kti_edges *behind, int32_t limit,
                      int32_t costs[KTI_EDGES_MOST], uint8_t numbers[KTI_EDGES_MOST]) {
    const int16_t *step = &l->morphs->costs[(size_t)n->right * l->morphs->lefts];
    uint32_t count = 0;
    for (uint32_t i = 0; i < behind->count; i++) { /* no branch to guess wrong */
        int32_t cost = n->cost + behind->items[i].cost + step[behind->items[i].left];
        costs[count] = cost;
        numbers[count] = (uint8_t)i;
        count += cost <= limit;
    }
    return count;
}

static void offer_through(lattice *l, const node *n, int32_t limit) {
    uint8_t letters = (uint8_t)(n->end - l->from), numbers[KTI_EDGES_MOST];
    int32_t costs[KTI_EDGES_MOST];
    kti_edge e = {n->cost, n->what, n->left, n->right, letters, 0, 0, n->facts};
    if (n->end == l->letters->count) {
        offer(l, &e);
        return;
    }
    const kti_edges *behind = l->behind[n->end];
    uint32_t count = reach(l, n, behind, limit, costs, numbers);
    for (uint32_t i = 0; i < count; i++) {
        e.cost = costs[i];
        e.rest = numbers[i];
        e.right = behind->items[numbers[i]].right;
        offer(l, &e);
    }
}

/* Offers the edges of all nodes that may be worth it. */
static void offer_all(lattice *l, int32_t limit) {
    uint16_t passing[NODES];
    uint32_t count = 0;
    for (uint32_t i = 0; i < l->node_count; i++) {
        passing[count] = (uint16_t)i;
        count += l->nodes[i].through <= limit;
    }
    for (uint32_t i = 0; i < count; i++)
        offer_through(l, &l->nodes[passing[i]], limit);
}

/* A draft's place in the order: by cost, then by left and right class. */
typedef struct place {
    uint64_t key;
    uint32_t draft;
} place;

static uint64_t key_of(const kti_edge *e) {
    uint32_t cost = (uint32_t)e->cost ^ 0x80000000u; /* negative ones first */
    return (uint64_t)cost << 32 | (uint32_t)e->left << 16 | e->right;
}

/* A few drafts: each goes where as many stand before it as are smaller. No branch to guess wrong.
 */
static void rank_drafts(const lattice *l, place places[KTI_EDGES_MOST]) {
    uint64_t keys[KTI_EDGES_MOST];
    uint32_t ranks[KTI_EDGES_MOST] = {0}, count = l->draft_count;
    for (uint32_t i = 0; i < count; i++) {
        keys[i] = key_of(&l->drafts[i]);
        for (uint32_t before = 0; before < i; before++) {
            uint32_t smaller = keys[i] < keys[before];
            ranks[before] += smaller;
            ranks[i] += 1 - smaller;
        }
    }
    for (uint32_t i = 0; i < count; i++)
        places[ranks[i]] = (place){keys[i], i};
}

/* Puts the cheapest drafts in order; returns how many are kept. */
static uint32_t sort_drafts(const lattice *l, place places[KTI_EDGES_MOST]) {
    uint32_t kept = 0;
    if (l->draft_count <= KTI_EDGES_MOST) {
        rank_drafts(l, places);
        return l->draft_count;
    }
    for (uint32_t i = 0; i < l->draft_count; i++) {
        place moving = {key_of(&l->drafts[i]), i};
        if (kept == KTI_EDGES_MOST && moving.key >= places[KTI_EDGES_MOST - 1].key) continue;
        uint32_t at = kept < KTI_EDGES_MOST ? kept++ : KTI_EDGES_MOST - 1;
        for (; at > 0 && moving.key < places[at - 1].key; at--)
            places[at] = places[at - 1];
        places[at] = moving;
    }
    return kept;
}

/* ---- lists ---------------------------------------------------------------------------------- */

/* Numbers the entrances; the first edge with a left class gives it one. Returns how many. */
static uint8_t number_entrances(kti_edge *items, uint32_t count, uint8_t firsts[KTI_EDGES_MOST]) {
    uint8_t entrances = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t first = i;
        for (uint32_t before = i; before-- > 0;)
            first = items[before].left == items[i].left ? before : first;
        firsts[entrances] = (uint8_t)i;
        items[i].entrance = first == i ? entrances : items[first].entrance;
        entrances = (uint8_t)(entrances + (first == i));
    }
    return entrances;
}

/* The drafts in their order; returns how many. */
static uint8_t order_drafts(const lattice *l, kti_edge items[KTI_EDGES_MOST]) {
    place places[KTI_EDGES_MOST];
    uint8_t count = (uint8_t)sort_drafts(l, places);
    for (uint32_t i = 0; i < count; i++)
        items[i] = l->drafts[places[i].draft];
    return count;
}

static const kti_edges *write_rest(const lattice *l, kti_arena *arena) {
    uint8_t firsts[KTI_EDGES_MOST];
    kti_edge items[KTI_EDGES_MOST];
    uint8_t count = order_drafts(l, items), entrances = number_entrances(items, count, firsts);
    kti_edges *list = kti_arena_take(arena, sizeof *list + count * sizeof *items + entrances);
    if (list == NULL) return NULL;
    *list = (kti_edges){.behind = l->behind[l->from + 1],
                        .cp = l->letters->cps[l->from],
                        .bytes = (uint8_t)(l->letters->at[l->from + 1] - l->letters->at[l->from]),
                        .count = count,
                        .entrances = entrances};
    memcpy(list->items, items, count * sizeof *items);
    memcpy(list->items + count, firsts, entrances);
    return list;
}

const kti_edges *kti_edges_copy(const kti_edges *edges, const kti_edges *behind, kti_arena *arena) {
    kti_edges *list = kti_arena_take(arena, kti_edges_size(edges));
    if (list == NULL) return NULL;
    memcpy(list, edges, kti_edges_size(edges));
    list->behind = behind;
    return list;
}

/* ---- choices -------------------------------------------------------------------------------- */

/* The nodes of paths, end to end. */
typedef struct path {
    uint32_t whats[KTI_RUN_NODES];
    uint8_t bytes[KTI_RUN_NODES];
    uint16_t ends[KTI_EDGES_MOST];
    uint16_t count;
} path;

_Static_assert(sizeof(kti_choices) + KTI_EDGES_MOST * (sizeof(kti_choice) + 1) <= KTI_RUN_CHOICES,
               "choices have room");
_Static_assert(sizeof(kti_paths) + KTI_RUN_NODES * (sizeof(uint32_t) + 1) +
                       KTI_EDGES_MOST * sizeof(uint16_t) <=
                   KTI_RUN_PATHS,
               "paths have room");

/* Adds the nodes of an edge: the last one goes to the end of the run. */
static void add_path(const lattice *l, const kti_edge *e, path *p) {
    const uint16_t *bytes = l->letters->at;
    uint32_t at = 0;
    for (;;) {
        uint32_t end = at + e->letters;
        p->whats[p->count] = e->what;
        p->bytes[p->count++] = (uint8_t)(bytes[end] - bytes[at]);
        if (end >= l->letters->count) return;
        e = &l->behind[end]->items[e->rest];
        at = end;
    }
}

static void write_paths(const path *p, uint8_t choices, kti_paths *out) {
    *out = (kti_paths){.nodes = p->count, .choices = choices};
    uint16_t *ends = (uint16_t *)(uintptr_t)kti_paths_ends(out);
    memcpy(out->whats, p->whats, p->count * sizeof *p->whats);
    memcpy(ends, p->ends, choices * sizeof *ends);
    memcpy(ends + choices, p->bytes, p->count);
}

static void write_choices(const lattice *l, kti_choices *out, kti_paths *paths) {
    uint8_t firsts[KTI_EDGES_MOST];
    kti_edge items[KTI_EDGES_MOST];
    path p;
    uint8_t count = order_drafts(l, items), entrances = number_entrances(items, count, firsts);
    *out = (kti_choices){.cost = items[0].cost, .count = count, .entrances = entrances};
    p.count = 0;
    for (uint32_t i = 0; i < count; i++) {
        const kti_edge *e = &items[i];
        uint16_t more = (uint16_t)(e->cost - items[0].cost); /* the margin at most */
        out->items[i] = (kti_choice){more, e->left, e->right, e->entrance, e->facts};
        add_path(l, e, &p);
        p.ends[i] = p.count;
    }
    memcpy(out->items + count, firsts, entrances);
    write_paths(&p, count, paths);
}

/* ---- all ------------------------------------------------------------------------------------ */

static void solve(lattice *l, const kti_lexicon *lexicon, const kti_run_letters *letters,
                  size_t from, const kti_run_words *words, const kti_edges *const behind[]) {
    l->lexicon = lexicon;
    l->morphs = kti_lexicon_morphs(lexicon);
    l->letters = letters;
    l->words = words;
    l->from = from;
    l->behind = behind;
    l->node_count = l->draft_count = 0;
    memset(l->buckets, 0, sizeof l->buckets);
    add_nodes(l);
    int32_t limit = look_through(l);
    offer_all(l, limit);
}

kt_status kti_lattice_rest(const kti_lexicon *lexicon, const kti_run_letters *letters, size_t from,
                           const kti_run_words *words, const kti_edges *const behind[],
                           kti_arena *arena, const kti_edges **out) {
    lattice l;
    solve(&l, lexicon, letters, from, words, behind);
    *out = write_rest(&l, arena);
    return *out == NULL ? KT_ERR_NOMEM : KT_OK;
}

void kti_lattice_run(const kti_lexicon *lexicon, const kti_run_letters *letters,
                     const kti_run_words *words, const kti_edges *const behind[],
                     kti_choices *choices, kti_paths *paths) {
    lattice l;
    solve(&l, lexicon, letters, 0, words, behind);
    write_choices(&l, choices, paths);
}
