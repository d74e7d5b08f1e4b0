/* sentences.c - beads of two documents, by the lengths of their sentences and what they share. */
#include <math.h>
#include <string.h>

#include "align/beads.h"

/* The kinds of bead and what each costs before lengths are compared, as -ln of its frequency in
 * hand-aligned text (Gale and Church 1993, table 5, rounded). */
static const struct move {
    uint8_t ko, en;
    float cost;
} moves[] = {
    {1, 1, 0.12F}, {1, 0, 4.6F}, {0, 1, 4.6F}, {2, 1, 2.4F}, {1, 2, 2.4F}, {2, 2, 4.5F},
};

enum { MOVES = sizeof moves / sizeof *moves, BAND = 96 };

/* English letters per Korean syllable, and the spread of the difference. */
static const float LETTERS_PER_SYLLABLE = 2.3F;
static const float VARIANCE = 6.8F;
static const float ANCHOR_GAIN = 2.5F;

static float length_cost(float ko, float en) {
    float expected = ko * LETTERS_PER_SYLLABLE;
    float mean = (expected + en) / 2;
    if (mean < 1) return 0;
    float delta = fabsf(en - expected) / sqrtf(VARIANCE * mean * LETTERS_PER_SYLLABLE);
    return delta * delta / 2 > 12 ? 12 : delta * delta / 2;
}

static bool has_anchor(const kti_piece *pieces, unsigned count, uint32_t anchor) {
    for (unsigned p = 0; p < count; p++) {
        uint32_t low = 0, high = pieces[p].anchor_count;
        while (low < high) {
            uint32_t middle = low + (high - low) / 2;
            if (pieces[p].anchors[middle] < anchor)
                low = middle + 1;
            else
                high = middle;
        }
        if (low < pieces[p].anchor_count && pieces[p].anchors[low] == anchor) return true;
    }
    return false;
}

/* An anchor counts once a bead, however many of its sentences have it: else wide beads, whose
 * sentences share names with one another, would always win. */
static unsigned shared_anchors(const kti_piece *ko, unsigned kos, const kti_piece *en,
                               unsigned ens) {
    unsigned shared = 0;
    for (unsigned p = 0; p < kos; p++)
        for (uint32_t i = 0; i < ko[p].anchor_count; i++)
            if (!has_anchor(ko, p, ko[p].anchors[i]) && has_anchor(en, ens, ko[p].anchors[i]))
                shared++;
    return shared;
}

static float bead_cost(const kti_piece *ko, unsigned kos, const kti_piece *en, unsigned ens,
                       float move_cost) {
    if (kos == 0 || ens == 0) return move_cost;
    float ko_letters = 0, en_letters = 0;
    unsigned shared = shared_anchors(ko, kos, en, ens);
    for (unsigned i = 0; i < kos; i++)
        ko_letters += (float)ko[i].letters;
    for (unsigned j = 0; j < ens; j++)
        en_letters += (float)en[j].letters;
    return move_cost + length_cost(ko_letters, en_letters) - ANCHOR_GAIN * (float)shared;
}

/* The table holds, for each Korean position, a band of English positions around the diagonal. */
typedef struct band {
    size_t ko_count, en_count, width;
    float *cost;
    uint8_t *move;
} band;

static size_t band_start(const band *b, size_t i) {
    size_t center = b->ko_count == 0 ? 0 : i * b->en_count / b->ko_count;
    return center > b->width / 2 ? center - b->width / 2 : 0;
}

/* The cell of (i, j), or SIZE_MAX outside the band. */
static size_t cell(const band *b, size_t i, size_t j) {
    size_t start = band_start(b, i);
    return j < start || j >= start + b->width || j > b->en_count ? SIZE_MAX
                                                                 : i * b->width + (j - start);
}

static void relax(band *b, const kti_piece *ko, const kti_piece *en, size_t i, size_t j) {
    size_t here = cell(b, i, j);
    for (unsigned m = 0; m < MOVES; m++) {
        if (moves[m].ko > i || moves[m].en > j) continue;
        size_t from = cell(b, i - moves[m].ko, j - moves[m].en);
        if (from == SIZE_MAX || b->cost[from] == INFINITY) continue;
        float cost = b->cost[from] + bead_cost(ko + i - moves[m].ko, moves[m].ko,
                                               en + j - moves[m].en, moves[m].en, moves[m].cost);
        if (cost >= b->cost[here]) continue;
        b->cost[here] = cost;
        b->move[here] = (uint8_t)m;
    }
}

static void fill(band *b, const kti_piece *ko, const kti_piece *en) {
    for (size_t i = 0; i <= b->ko_count; i++) {
        size_t start = band_start(b, i);
        for (size_t j = start; j < start + b->width && j <= b->en_count; j++) {
            b->cost[cell(b, i, j)] = i == 0 && j == 0 ? 0 : INFINITY;
            if (i > 0 || j > 0) relax(b, ko, en, i, j);
        }
    }
}

static void trace(const band *b, kti_beads *out) {
    size_t i = b->ko_count, j = b->en_count;
    while (i > 0 || j > 0) {
        const struct move *m = &moves[b->move[cell(b, i, j)]];
        kti_bead bead = {(uint32_t)(i - m->ko), (uint32_t)i, (uint32_t)(j - m->en), (uint32_t)j};
        out->items[out->count++] = bead;
        i -= m->ko;
        j -= m->en;
    }
    for (size_t low = 0, high = out->count; low + 1 < high; low++) {
        kti_bead swap = out->items[low];
        out->items[low] = out->items[--high];
        out->items[high] = swap;
    }
}

kt_status kti_beads_by_content(const kti_piece *ko, size_t ko_count, const kti_piece *en,
                               size_t en_count, kti_arena *arena, kti_beads *out) {
    band b = {ko_count, en_count, 0, NULL, NULL};
    size_t slope = ko_count == 0 ? en_count : en_count / ko_count;
    b.width = BAND + 4 * slope;
    if (b.width > en_count + 1) b.width = en_count + 1;
    if (ko_count + 1 > SIZE_MAX / b.width / sizeof(float)) return KT_ERR_TOO_LARGE;
    b.cost = kti_arena_take(arena, (ko_count + 1) * b.width * sizeof *b.cost);
    b.move = kti_arena_zeroed(arena, ko_count + 1, b.width);
    out->count = 0;
    out->items = kti_arena_zeroed(arena, ko_count + en_count + 1, sizeof *out->items);
    if (b.cost == NULL || b.move == NULL || out->items == NULL) return KT_ERR_NOMEM;
    fill(&b, ko, en);
    trace(&b, out);
    return KT_OK;
}
