#include "analyze/lattice.h"

#include <stdlib.h>
#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "unicode/props.h"

enum {
    NODES = 4096, /* of one lattice; more are left out */
    FIRSTS = 160, /* nodes at the start of a run */
    HITS = 8,     /* dictionary names at one place */
    EDGES = 24,   /* kept of a run */
    UNREACHED = 1 << 29,
    MARGIN = 5500 /* an edge so much dearer than the best one is never chosen */
};

/* What a word costs that the list does not have. Known ones cost from 1000 to 8000; each further
 * syllable of a known compound saves what another word would cost. */
enum {
    UNKNOWN_NOUN = 6000,
    UNKNOWN_SYLLABLE = 500,
    UNKNOWN_LONGEST = 10, /* syllables, at the start of a run */
    UNKNOWN_INSIDE = 4,   /* and behind something known */
    DICTIONARY_NAME = 2600,
    USER_WORD = -2000
};

typedef struct node {
    uint32_t start, end, what;
    uint16_t left, right;
    int32_t cost;
    int32_t ahead;  /* cost of the cheapest way here, this node included */
    int32_t behind; /* of the cheapest way on to the end */
    uint8_t flags;
    uint32_t next_ending; /* the next node that ends at the same byte; 0 = none */
} node;

typedef struct lattice {
    const kti_lexicon *lexicon;
    const kti_morphs *morphs;
    kt_str text;
    node *nodes; /* node 0 is none */
    uint32_t count;
    uint32_t *ending;   /* the last node that ends at each byte */
    uint32_t *starting; /* the first that starts there; those of one start lie together */
    uint32_t firsts;    /* nodes 1..firsts start the run */
    int32_t *best;      /* [node * firsts + first - 1] */
    uint16_t *back;
} lattice;

/* ---- nodes ---------------------------------------------------------------------------------- */

/* A node that differs from this one only in what it stands for and costs; 0 = none. */
static uint32_t find_twin(const lattice *l, size_t start, size_t end, kti_fact fact) {
    for (uint32_t n = l->ending[end]; n != 0; n = l->nodes[n].next_ending) {
        const node *twin = &l->nodes[n];
        if (twin->start != start) return 0; /* those of one start lie together */
        if (twin->left == fact.left && twin->right == fact.right && twin->flags == fact.flags)
            return n;
    }
    return 0;
}

static void add_node(lattice *l, size_t start, size_t end, uint32_t what, kti_fact fact,
                     int32_t cost) {
    uint32_t twin = find_twin(l, start, end, fact);
    if (twin != 0 && cost < l->nodes[twin].cost) {
        l->nodes[twin].cost = cost;
        l->nodes[twin].what = what;
    }
    if (twin != 0 || l->count == NODES || (start == 0 && l->count > FIRSTS)) return;
    l->nodes[l->count] = (node){.start = (uint32_t)start,
                                .end = (uint32_t)end,
                                .what = what,
                                .left = fact.left,
                                .right = fact.right,
                                .cost = cost,
                                .flags = fact.flags,
                                .next_ending = l->ending[end]};
    l->ending[end] = l->count++;
}

static void add_word(lattice *l, size_t start, size_t end, uint32_t word) {
    uint32_t first, count = kti_morphs_of_word(l->morphs, word, &first);
    for (uint32_t i = 0; i < count; i++) {
        kti_fact fact = kti_morphs_fact(l->morphs, first + i);
        add_node(l, start, end, first + i, fact, fact.cost);
    }
}

static void add_known(lattice *l, size_t start) {
    uint32_t at_node = KTI_TRIE_ROOT;
    for (size_t at = start; at < l->text.len;) {
        kti_cp unit = kti_utf8_at(l->text, at);
        at_node = kti_trie_child(&l->morphs->trie, at_node, unit.cp);
        if (at_node == KTI_TRIE_NONE) return;
        at += unit.len;
        uint32_t word = kti_trie_word(&l->morphs->trie, at_node);
        if (word != KTI_TRIE_NONE) add_word(l, start, at, word);
    }
}

static bool ends_in_consonant(kt_str text) {
    return kt_last_jongseong(text) > 0;
}

static void add_unknown(lattice *l, size_t start, size_t end, kti_unknown what, int32_t cost) {
    bool closed = ends_in_consonant(kti_str_cut(l->text, start, end));
    what = (kti_unknown)(what + (closed ? 1 : 0));
    add_node(l, start, end, KTI_NODE_UNKNOWN | (uint32_t)what, l->morphs->unknown[what], cost);
}

static void add_unknowns(lattice *l, size_t start) {
    size_t at = start;
    int32_t longest = start == 0 ? UNKNOWN_LONGEST : UNKNOWN_INSIDE;
    for (int32_t syllables = 1; syllables <= longest && at < l->text.len; syllables++) {
        at += kti_utf8_at(l->text, at).len;
        add_unknown(l, start, at, KTI_UNKNOWN_NNP, UNKNOWN_NOUN + UNKNOWN_SYLLABLE * syllables);
    }
}

/* Names of the project's tables and the user's own; one syllable says too little. */
static void add_names(lattice *l, size_t start) {
    enum { SYLLABLE = 3 };
    kti_hit hits[HITS];
    kt_str rest = kti_str_cut(l->text, start, l->text.len);
    size_t count = kti_lexicon_korean_prefixes(l->lexicon, rest, hits, HITS);
    for (size_t i = 0; i < count; i++) {
        kti_entry e = kti_lexicon_entry(l->lexicon, hits[i].entry);
        bool user = e.kind == KTI_ENTRY_USER;
        if (e.kind == KTI_ENTRY_TITLE || e.kind == KTI_ENTRY_HEADLINE) continue;
        if (!user && hits[i].len <= SYLLABLE) continue;
        kti_unknown what = e.kind == KTI_ENTRY_PERSON  ? KTI_UNKNOWN_PERSON
                           : e.kind == KTI_ENTRY_PLACE ? KTI_UNKNOWN_PLACE
                                                       : KTI_UNKNOWN_NNP;
        size_t end = start + hits[i].len;
        bool closed = ends_in_consonant(kti_str_cut(l->text, start, end));
        kti_fact fact = l->morphs->unknown[what + (closed ? 1 : 0)];
        add_node(l, start, end, KTI_NODE_ENTRY | hits[i].entry, fact,
                 user ? USER_WORD : DICTIONARY_NAME);
    }
}

/* ---- what is worth a closer look ------------------------------------------------------------- */

static int32_t step_cost(const lattice *l, const node *from, const node *to) {
    return to->cost + kti_morphs_cost(l->morphs, from->right, to->left);
}

static int32_t cheapest_at(const lattice *l, uint32_t end) {
    int32_t least = UNREACHED;
    for (uint32_t n = l->ending[end]; n != 0; n = l->nodes[n].next_ending)
        if (l->nodes[n].ahead < least) least = l->nodes[n].ahead;
    return least;
}

/* Takes the nodes out of the list of those that end at a byte which are far dearer than the best.
 */
static void thin_out(lattice *l, uint32_t end) {
    int32_t limit = cheapest_at(l, end) + MARGIN;
    uint32_t *link = &l->ending[end];
    while (*link != 0) {
        node *n = &l->nodes[*link];
        if (n->ahead > limit) {
            n->ahead = UNREACHED;
            *link = n->next_ending;
        } else {
            link = &n->next_ending;
        }
    }
}

/* The cheapest way to each node from the start of the run. */
static void look_forward(lattice *l) {
    uint32_t thinned = 0;
    for (uint32_t n = 1; n < l->count; n++) {
        node *at = &l->nodes[n];
        at->ahead = n <= l->firsts ? at->cost : UNREACHED;
        if (n <= l->firsts) continue;
        if (at->start != thinned) thin_out(l, thinned = at->start);
        for (uint32_t from = l->ending[at->start]; from != 0; from = l->nodes[from].next_ending) {
            int32_t cost = l->nodes[from].ahead + step_cost(l, &l->nodes[from], at);
            if (cost < at->ahead) at->ahead = cost;
        }
    }
}

/* The cheapest way from each node to the end; returns that of the whole run. */
static int32_t look_back(lattice *l) {
    int32_t least = UNREACHED;
    for (uint32_t n = l->count - 1; n > 0; n--) {
        node *at = &l->nodes[n];
        at->behind = at->end == l->text.len ? 0 : UNREACHED;
        if (at->ahead >= UNREACHED) continue;
        for (uint32_t to = l->starting[at->end]; to < l->count && l->nodes[to].start == at->end;
             to++) {
            if (l->nodes[to].ahead >= UNREACHED) continue;
            int32_t cost = l->nodes[to].behind + step_cost(l, at, &l->nodes[to]);
            if (cost < at->behind) at->behind = cost;
        }
        if (at->ahead + at->behind < least) least = at->ahead + at->behind;
    }
    return least;
}

/* Drops the nodes that no path worth keeping goes through. */
static void prune(lattice *l) {
    look_forward(l);
    int32_t limit = look_back(l) + MARGIN;
    uint32_t kept = 1, firsts = 0;
    memset(l->ending, 0, (l->text.len + 1) * sizeof *l->ending);
    for (uint32_t n = 1; n < l->count; n++) {
        node at = l->nodes[n];
        if (at.ahead >= UNREACHED || at.ahead + at.behind > limit) continue;
        firsts += n <= l->firsts;
        at.next_ending = l->ending[at.end];
        l->ending[at.end] = kept;
        l->nodes[kept++] = at;
    }
    l->count = kept;
    l->firsts = firsts;
}

/* ---- the cheapest way to each node, from each first one -------------------------------------- */

static void relax(lattice *l, uint32_t from, uint32_t to) {
    int32_t step = step_cost(l, &l->nodes[from], &l->nodes[to]);
    const int32_t *source = &l->best[(size_t)from * l->firsts];
    int32_t *target = &l->best[(size_t)to * l->firsts];
    uint16_t *back = &l->back[(size_t)to * l->firsts];
    for (uint32_t f = 0; f < l->firsts; f++) {
        if (source[f] >= UNREACHED || source[f] + step >= target[f]) continue;
        target[f] = source[f] + step;
        back[f] = (uint16_t)from;
    }
}

static void find_paths(lattice *l) {
    for (size_t i = 0; i < (size_t)l->count * l->firsts; i++)
        l->best[i] = UNREACHED;
    for (uint32_t n = 1; n < l->count; n++) {
        if (n <= l->firsts) {
            l->best[(size_t)n * l->firsts + n - 1] = l->nodes[n].cost;
            continue;
        }
        for (uint32_t from = l->ending[l->nodes[n].start]; from != 0;
             from = l->nodes[from].next_ending)
            relax(l, from, n);
    }
}

/* ---- edges ---------------------------------------------------------------------------------- */

typedef struct draft {
    kti_edge edge;
    uint32_t last; /* node */
    uint32_t first;
} draft;

static int by_cost(const void *left, const void *right) {
    const draft *a = left;
    const draft *b = right;
    if (a->edge.cost != b->edge.cost) return a->edge.cost < b->edge.cost ? -1 : 1;
    if (a->first != b->first) return a->first < b->first ? -1 : 1;
    return (a->last > b->last) - (a->last < b->last);
}

/* Of edges that look the same from outside, the first in order is the cheapest. */
static size_t keep_best(draft *drafts, size_t count) {
    size_t kept = 0;
    for (size_t i = 0; i < count && kept < EDGES; i++) {
        const kti_edge *e = &drafts[i].edge;
        size_t same = 0;
        while (same < kept &&
               (drafts[same].edge.left != e->left || drafts[same].edge.right != e->right ||
                drafts[same].edge.flags != e->flags))
            same++;
        if (same == kept) drafts[kept++] = drafts[i];
    }
    return kept;
}

static uint16_t count_nodes(const lattice *l, const draft *d) {
    uint16_t count = 1;
    for (uint32_t n = d->last; n > l->firsts; count++)
        n = l->back[(size_t)n * l->firsts + d->first];
    return count;
}

static void write_nodes(const lattice *l, const draft *d, kti_node *out) {
    uint32_t n = d->last;
    for (uint16_t i = d->edge.node_count; i-- > 0;) {
        out[i] = (kti_node){l->nodes[n].start, l->nodes[n].end, l->nodes[n].what};
        if (n > l->firsts) n = l->back[(size_t)n * l->firsts + d->first];
    }
}

static kt_status write_edges(const lattice *l, draft *drafts, size_t count, kti_arena *arena,
                             kti_edges *out) {
    uint32_t nodes = 0;
    for (size_t i = 0; i < count; i++) {
        drafts[i].edge.node_count = count_nodes(l, &drafts[i]);
        drafts[i].edge.first_node = nodes;
        nodes += drafts[i].edge.node_count;
    }
    kti_edge *items = kti_arena_take(arena, count * sizeof *items);
    kti_node *list = kti_arena_take(arena, nodes * sizeof *list);
    if (items == NULL || list == NULL) return KT_ERR_NOMEM;
    for (size_t i = 0; i < count; i++) {
        items[i] = drafts[i].edge;
        write_nodes(l, &drafts[i], list + items[i].first_node);
    }
    *out = (kti_edges){items, list, (uint32_t)count};
    return KT_OK;
}

static kt_status collect(const lattice *l, kti_arena *scratch, kti_arena *arena, kti_edges *out) {
    size_t count = 0, lasts = 0;
    int32_t limit = UNREACHED;
    for (uint32_t n = l->ending[l->text.len]; n != 0; n = l->nodes[n].next_ending, lasts++)
        if (l->nodes[n].ahead + MARGIN < limit) limit = l->nodes[n].ahead + MARGIN;
    draft *drafts = kti_arena_take(scratch, lasts * l->firsts * sizeof *drafts);
    if (drafts == NULL) return KT_ERR_NOMEM;
    for (uint32_t n = l->ending[l->text.len]; n != 0; n = l->nodes[n].next_ending)
        for (uint32_t f = 0; f < l->firsts; f++) {
            int32_t cost = l->best[(size_t)n * l->firsts + f];
            const node *first = &l->nodes[f + 1];
            if (cost > limit) continue;
            drafts[count++] = (draft){{cost, first->left, l->nodes[n].right, 0, 0,
                                       first->flags & (KTI_FACT_BEHIND | KTI_FACT_JOSA)},
                                      n,
                                      f};
        }
    qsort(drafts, count, sizeof *drafts, by_cost);
    return write_edges(l, drafts, keep_best(drafts, count), arena, out);
}

/* ---- runs ----------------------------------------------------------------------------------- */

static kti_unknown symbol_kind(uint32_t cp, bool repeated) {
    switch (cp) {
    case '.':
        return repeated ? KTI_UNKNOWN_SE : KTI_UNKNOWN_SF;
    case '!':
    case '?':
    case 0x3002:
    case 0xFF01:
    case 0xFF1F:
        return KTI_UNKNOWN_SF;
    case 0x2026:
    case 0x22EF:
        return KTI_UNKNOWN_SE;
    case ',':
    case ':':
    case '/':
    case 0xB7:
    case 0x30FB:
    case 0x318D:
        return KTI_UNKNOWN_SC;
    default:
        return KTI_UNKNOWN_SY;
    }
}

static kti_unknown bracket_kind(uint32_t cp) {
    static const uint32_t opening[] = {'(',    '[',    '{',    0x2018, 0x201C, 0x300C, 0x300E,
                                       0x3008, 0x300A, 0xFF08, 0x3010, 0x3014, 0xAB,   '<'};
    static const uint32_t closing[] = {')',    ']',    '}',    0x2019, 0x201D, 0x300D, 0x300F,
                                       0x3009, 0x300B, 0xFF09, 0x3011, 0x3015, 0xBB,   '>'};
    for (size_t i = 0; i < sizeof opening / sizeof *opening; i++) {
        if (cp == opening[i]) return KTI_UNKNOWN_SSO;
        if (cp == closing[i]) return KTI_UNKNOWN_SSC;
    }
    return KTI_UNKNOWN_EDGE;
}

/* What a run is as a whole. */
static kti_unknown whole_kind(kt_str run, kti_run_kind kind) {
    kti_cp first = kti_utf8_at(run, 0);
    switch (kind) {
    case KTI_RUN_JAMO:
        return KTI_UNKNOWN_IC;
    case KTI_RUN_HANJA:
        return KTI_UNKNOWN_SH;
    case KTI_RUN_LATIN:
        return KTI_UNKNOWN_SL;
    case KTI_RUN_NUMBER:
        return KTI_UNKNOWN_SN;
    default:
        break;
    }
    kti_unknown bracket = bracket_kind(first.cp);
    return bracket != KTI_UNKNOWN_EDGE ? bracket : symbol_kind(first.cp, run.len > first.len);
}

static void add_whole(lattice *l, kti_run_kind kind) {
    if (kind == KTI_RUN_HANGUL) return;
    kti_unknown what = whole_kind(l->text, kind);
    kti_fact fact = l->morphs->unknown[what];
    add_node(l, 0, l->text.len, KTI_NODE_UNKNOWN | (uint32_t)what, fact, fact.cost);
}

static void add_nodes(lattice *l, kti_run_kind kind) {
    bool words = kind == KTI_RUN_HANGUL || kind == KTI_RUN_HANJA;
    add_whole(l, kind);
    if (!words) {
        l->firsts = 1;
        l->nodes[1].ahead = l->nodes[1].cost;
        return;
    }
    for (size_t at = 0; at < l->text.len; at += kti_utf8_at(l->text, at).len) {
        l->starting[at] = l->count;
        if (at > 0 && l->ending[at] == 0) continue;
        if (kind == KTI_RUN_HANGUL) add_names(l, at);
        if (kind == KTI_RUN_HANGUL) add_unknowns(l, at);
        add_known(l, at);
        if (at == 0) l->firsts = l->count - 1;
    }
}

kt_status kti_lattice_solve(const kti_lexicon *lexicon, kt_str run, kti_run_kind kind,
                            kti_arena *scratch, kti_arena *arena, kti_edges *out) {
    bool words = kind == KTI_RUN_HANGUL || kind == KTI_RUN_HANJA;
    size_t nodes = words ? NODES : 2;
    lattice l = {
        .lexicon = lexicon, .morphs = kti_lexicon_morphs(lexicon), .text = run, .count = 1};
    l.nodes = kti_arena_take(scratch, nodes * sizeof *l.nodes);
    l.ending = kti_arena_zeroed(scratch, run.len + 1, sizeof *l.ending);
    l.starting = kti_arena_zeroed(scratch, run.len + 1, sizeof *l.starting);
    if (l.nodes == NULL || l.ending == NULL || l.starting == NULL) return KT_ERR_NOMEM;
    add_nodes(&l, kind);
    if (words) prune(&l);
    l.best = kti_arena_take(scratch, (size_t)l.count * l.firsts * sizeof *l.best);
    l.back = kti_arena_take(scratch, (size_t)l.count * l.firsts * sizeof *l.back);
    if (l.best == NULL || l.back == NULL) return KT_ERR_NOMEM;
    find_paths(&l);
    return collect(&l, scratch, arena, out);
}
