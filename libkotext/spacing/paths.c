#include "spacing/paths.h"

#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "lexicon/tags.h"

enum {
    SYLLABLE = KTI_STRETCH_SYLLABLE,
    ARRIVALS = 64, /* kept at one place */
    PAIRS = 64,    /* different beginnings of words at one place that are remembered */
    JOIN_DOUBTFUL =
        1500, /* what it costs more to join two syllables that may be words: 구 안, 유 부 */
    NO_WAY = 1 << 20,
    JOIN_MOST = 9000, /* beyond that no space is taken out of a word */
    BEAM = 5500,      /* an arrival so much dearer than the best is not followed */
    SETTLED =
        48 /* syllables before the end of a stretch that goes on, behind which all may change */
};

/* What a word costs that the list does not have; as in analyze/lattice.c. */
enum {
    UNKNOWN_NOUN = 6000,
    UNKNOWN_SYLLABLE = 500,
    UNKNOWN_BEYOND = 1500, /* more for each beyond UNKNOWN_INSIDE */
    UNKNOWN_LONGEST = 10,  /* syllables, behind a space */
    UNKNOWN_INSIDE = 4
};

/* The cheapest way to a place that ends in one class. */
typedef struct arrival {
    int32_t cost;
    uint16_t right;
    uint8_t end, begin; /* kti_end, kti_begin of the last word */
    uint16_t start;     /* syllable where it starts */
    uint8_t from;       /* among the arrivals there */
} arrival;

typedef struct place {
    arrival list[ARRIVALS];
    uint32_t count;
    int32_t least;
} place;

/* The best way into a word that begins so at the place in hand. */
typedef struct pair {
    uint16_t left;
    uint8_t begin, from;
    int32_t cost;
} pair;

struct kti_paths {
    place places[KTI_STRETCH + 1];
    pair pairs[PAIRS];
    uint32_t pair_count;
    const kti_spacing_task *task;
    const kti_morphs *morphs;
    uint32_t start; /* the place in hand */
};

kti_paths *kti_paths_new(kti_arena *arena) {
    return kti_arena_zeroed(arena, 1, sizeof(kti_paths));
}

/* ---- arrivals ------------------------------------------------------------------------------- */

static kti_gap gap_before(const kti_spacing_task *t, uint32_t syllable) {
    if (syllable == 0) return t->first;
    return t->stretch->spaced[syllable] ? KTI_GAP_SPACED : KTI_GAP_SOLID;
}

static pair find_best(const kti_paths *p, uint16_t left, kti_begin begin) {
    const place *here = &p->places[p->start];
    const int16_t(*costs)[KTI_BEGINS] = p->task->costs->cost[gap_before(p->task, p->start)];
    pair best = {left, (uint8_t)begin, 0, INT32_MAX};
    for (uint32_t i = 0; i < here->count; i++) {
        const arrival *a = &here->list[i];
        if (a->cost > here->least + BEAM) continue;
        int32_t cost = a->cost + kti_morphs_cost(p->morphs, a->right, left) + costs[a->end][begin];
        if (cost < best.cost) {
            best.cost = cost;
            best.from = (uint8_t)i;
        }
    }
    return best;
}

static pair best_before(kti_paths *p, uint16_t left, kti_begin begin) {
    for (uint32_t i = p->pair_count; i-- > 0;)
        if (p->pairs[i].left == left && p->pairs[i].begin == begin) return p->pairs[i];
    pair found = find_best(p, left, begin);
    if (p->pair_count < PAIRS) p->pairs[p->pair_count++] = found;
    return found;
}

/* The slot for a new arrival: that of its class, a free one, or that of the dearest. */
static arrival *slot_for(place *at, arrival new) {
    arrival *dearest = &at->list[0];
    for (uint32_t i = 0; i < at->count; i++) {
        arrival *a = &at->list[i];
        if (a->right == new.right && a->end == new.end) return a;
        if (a->cost > dearest->cost) dearest = a;
    }
    return at->count < ARRIVALS ? NULL : dearest;
}

static void arrive(place *at, arrival new) {
    arrival *slot = slot_for(at, new);
    if (slot == NULL)
        at->list[at->count++] = new;
    else if (slot->cost > new.cost)
        *slot = new;
    if (new.cost < at->least) at->least = new.cost;
}

static void add(kti_paths *p, kti_spacing_word w) {
    pair before = best_before(p, w.left, (kti_begin)w.begins);
    if (before.cost == INT32_MAX) return;
    place *to = &p->places[p->start + w.syllables];
    int32_t cost = before.cost + w.cost;
    if (cost > to->least + BEAM) return;
    arrive(to, (arrival){cost, w.right, w.ends, w.begins, (uint16_t)p->start, before.from});
}

/* ---- words ---------------------------------------------------------------------------------- */

static kt_str surface_to(const kti_paths *p, uint32_t end) {
    const char *first = p->task->stretch->solid + (size_t)p->start * SYLLABLE;
    return (kt_str){first, (size_t)(end - p->start) * SYLLABLE};
}

/* Where the syllables that are written solid end. */
static uint32_t solid_end(const kti_paths *p, uint32_t longest) {
    const kti_stretch *s = p->task->stretch;
    uint32_t end = p->start + 1;
    while (end < s->count && !s->spaced[end] && end - p->start < longest)
        end++;
    return end;
}

static void add_unknowns(kti_paths *p) {
    bool behind_space = p->start == 0 || p->task->stretch->spaced[p->start];
    uint32_t last = solid_end(p, behind_space ? UNKNOWN_LONGEST : UNKNOWN_INSIDE);
    for (uint32_t end = p->start + 1; end <= last; end++) {
        int32_t syllables = (int32_t)(end - p->start);
        int32_t beyond = syllables > UNKNOWN_INSIDE ? syllables - UNKNOWN_INSIDE : 0;
        int32_t cost = UNKNOWN_NOUN + UNKNOWN_SYLLABLE * syllables + UNKNOWN_BEYOND * beyond;
        add(p, kti_spacing_unlisted(p->morphs, surface_to(p, end), KTI_UNKNOWN_NNP, cost));
    }
}

/* ---- words with spaces in them -------------------------------------------------------------- */

/* Whether a space that a word runs through stands between two parts of the word. */
static bool parts_at_space(const kti_paths *p, uint32_t reading, kt_str surface) {
    kti_part parts[KTI_PARTS];
    size_t count = kti_morphs_parts(p->morphs, reading, surface, parts);
    for (size_t i = 1; i < count; i++)
        if (p->task->stretch->spaced[p->start + parts[i].span.start / SYLLABLE]) return true;
    return false;
}

/* 원 전 원장, 이 부장: a surname before a title is not the first syllable of a word. */
static bool starts_with_surname(const kti_paths *p) {
    const kti_stretch *s = p->task->stretch;
    bool alone = p->start + 1 < s->count && s->spaced[p->start + 1] &&
                 (p->start == 0 || s->spaced[p->start]);
    return alone && kti_lexicon_surname(p->task->lexicon, surface_to(p, p->start + 1)) > 0;
}

/* What it costs to take the spaces out of a word, beside what each costs. Names of people keep
 * theirs, and compounds those between their parts: articles 48 to 50 permit them. */
static int32_t joining_cost(const kti_paths *p, uint32_t reading, kt_str surface) {
    kti_fact fact = kti_morphs_fact(p->morphs, reading);
    kt_tag tag = (kt_tag)fact.tag;
    bool two = surface.len == 2 * SYLLABLE;
    bool compound = (fact.flags & KTI_FACT_COMPOUND) != 0;
    if ((fact.flags & KTI_FACT_PERSON) != 0) return NO_WAY;
    if (compound && parts_at_space(p, reading, surface)) return NO_WAY;
    int32_t cost = starts_with_surname(p) ? JOIN_DOUBTFUL : 0;
    bool word = tag == KT_TAG_NNG || kti_tag_is_josa(tag) || kti_tag_is_eomi(tag);
    if (tag == KT_TAG_NNP || (word && two)) cost += JOIN_DOUBTFUL;
    return cost;
}

static void add_joined(kti_paths *p, uint32_t word, uint32_t end, int32_t joining) {
    kt_str surface = surface_to(p, end);
    uint32_t first, count = kti_morphs_of_word(p->morphs, word, &first);
    for (uint32_t i = 0; i < count; i++) {
        int32_t cost = joining + joining_cost(p, first + i, surface);
        kti_spacing_word joined = kti_spacing_word_of(p->morphs, first + i, surface);
        joined.cost += cost;
        if (cost < NO_WAY) add(p, joined);
    }
}

/* Words that go on behind the space at `at`, from a node of the trie. */
static void add_words_through(kti_paths *p, uint32_t at, uint32_t node) {
    const kti_stretch *s = p->task->stretch;
    int32_t joining = 0;
    for (; at < s->count; at++) {
        if (s->spaced[at]) joining += p->task->costs->inside;
        if (joining > JOIN_MOST) return;
        kt_str rest = {s->solid + (size_t)at * SYLLABLE, SYLLABLE};
        node = kti_trie_child(&p->morphs->trie, node, kti_utf8_at(rest, 0).cp);
        if (node == KTI_TRIE_NONE) return;
        uint32_t word = kti_trie_word(&p->morphs->trie, node);
        if (word != KTI_TRIE_NONE) add_joined(p, word, at + 1, joining);
    }
}

/* Written solid, a compound of the list is cheaper than its parts apart. */
static void add_word(kti_paths *p, kti_spacing_word w) {
    w.cost -= w.whole * p->task->costs->whole;
    add(p, w);
}

static kt_status add_words(kti_paths *p) {
    const kti_stretch *s = p->task->stretch;
    kti_spacing_words words;
    uint32_t end = solid_end(p, KTI_SPACING_REST);
    KTI_TRY(kti_spacing_words_of(p->task->store, surface_to(p, end), &words));
    for (uint32_t i = 0; i < words.count; i++)
        add_word(p, words.items[i]);
    bool spaced = end < s->count && s->spaced[end];
    if (spaced && words.node != KTI_TRIE_NONE) add_words_through(p, end, words.node);
    return KT_OK;
}

/* ---- the way back --------------------------------------------------------------------------- */

static uint32_t best_end(const kti_paths *p) {
    const place *end = &p->places[p->task->stretch->count];
    uint32_t best = 0;
    int32_t least = INT32_MAX;
    for (uint32_t i = 0; i < end->count; i++) {
        int32_t cost = end->list[i].cost;
        if (!p->task->stretch->cut)
            cost += kti_morphs_cost(p->morphs, end->list[i].right, p->task->next);
        if (cost < least) {
            least = cost;
            best = i;
        }
    }
    return best;
}

/* Notes what becomes of the gaps before and inside of the last word of an arrival. */
static void note_word(const kti_paths *p, const arrival *a, uint32_t end, kti_spacing_plan *out) {
    const kti_spacing_task *t = p->task;
    kti_gap gap = gap_before(t, a->start);
    kti_end before = (kti_end)p->places[a->start].list[a->from].end;
    bool changes = gap <= KTI_GAP_SPACED && t->costs->changes[gap][before][a->begin];
    out->rule[a->start] = changes ? kti_spacing_rule_between(before, (kti_begin)a->begin) : 0;
    for (uint32_t i = a->start + 1; i < end; i++)
        out->rule[i] = t->stretch->spaced[i] ? kti_spacing_rule_inside() : 0;
}

static void trace(const kti_paths *p, kti_spacing_plan *out) {
    const kti_stretch *s = p->task->stretch;
    uint32_t end = s->count, index = best_end(p);
    out->count = 0;
    while (end > 0) {
        const arrival *a = &p->places[end].list[index];
        bool settled = !s->cut || end + SETTLED <= s->count;
        if (settled && out->count == 0) {
            out->count = end;
            out->after = (kti_spacing_state){a->right, (kti_end)a->end};
        }
        note_word(p, a, end, out);
        end = a->start;
        index = a->from;
    }
}

kt_status kti_paths_plan(kti_paths *p, const kti_spacing_task *task, kti_spacing_plan *out) {
    p->task = task;
    p->morphs = kti_lexicon_morphs(task->lexicon);
    for (uint32_t i = 0; i <= task->stretch->count; i++) {
        p->places[i].count = 0;
        p->places[i].least = INT32_MAX - BEAM;
    }
    arrive(&p->places[0], (arrival){0, task->before.right, (uint8_t)task->before.end, 0, 0, 0});
    for (p->start = 0; p->start < task->stretch->count; p->start++) {
        p->pair_count = 0;
        if (p->places[p->start].count == 0) continue;
        add_unknowns(p);
        KTI_TRY(add_words(p));
    }
    trace(p, out);
    return KT_OK;
}
