/* Each class joins the nearest of the leaders before it, or leads itself. What is joined differs by
 * a few units where costs are hundreds: the readings chosen are the same. */
#include "classes.h"

#include <stdlib.h>

typedef struct side {
    int16_t *rows; /* `count` rows of `length` costs */
    uint32_t count, length;
    uint16_t *leader_of; /* index among leaders */
    uint32_t *leaders;
    uint32_t leader_count;
} side;

static uint64_t distance(const int16_t *a, const int16_t *b, uint32_t length, uint64_t limit) {
    enum { STRIDE = 128 };
    uint64_t sum = 0;
    for (uint32_t i = 0; i < length && sum <= limit; i += STRIDE) {
        uint32_t end = i + STRIDE < length ? i + STRIDE : length;
        int part = 0;
        for (uint32_t j = i; j < end; j++)
            part += abs(a[j] - b[j]);
        sum += (uint64_t)part;
    }
    return sum;
}

static void find_leaders(side *s, unsigned tolerance) {
    for (uint32_t i = 0; i < s->count; i++) {
        const int16_t *row = &s->rows[(size_t)i * s->length];
        uint64_t limit = (uint64_t)tolerance * s->length;
        uint32_t best = s->leader_count;
        for (uint32_t k = 0; k < s->leader_count; k++) {
            const int16_t *leader = &s->rows[(size_t)s->leaders[k] * s->length];
            uint64_t d = distance(row, leader, s->length, limit);
            if (d > limit || (d == limit && best < s->leader_count)) continue;
            best = k;
            limit = d;
        }
        if (best == s->leader_count) s->leaders[s->leader_count++] = i;
        s->leader_of[i] = (uint16_t)best;
    }
}

static bool side_init(side *s, uint32_t count, uint32_t length) {
    *s = (side){.count = count, .length = length};
    s->rows = calloc((size_t)count * length + 1, sizeof *s->rows);
    s->leader_of = calloc((size_t)count + 1, sizeof *s->leader_of);
    s->leaders = calloc((size_t)count + 1, sizeof *s->leaders);
    return s->rows != NULL && s->leader_of != NULL && s->leaders != NULL;
}

static void side_free(side *s) {
    free(s->rows);
    free(s->leaders);
}

static void fill(const mecab_dictionary *d, side *lefts, side *rights) {
    for (uint32_t l = 0; l < d->lefts; l++)
        for (uint32_t r = 0; r < d->rights; r++) {
            int16_t cost = mecab_cost(d, l, r);
            lefts->rows[(size_t)l * d->rights + r] = cost;
            rights->rows[(size_t)r * d->lefts + l] = cost;
        }
}

static bool write_costs(const mecab_dictionary *d, const side *lefts, const side *rights,
                        classes *out) {
    out->lefts = lefts->leader_count;
    out->rights = rights->leader_count;
    out->costs = calloc((size_t)out->lefts * out->rights + 1, sizeof *out->costs);
    if (out->costs == NULL) return false;
    for (uint32_t r = 0; r < out->rights; r++)
        for (uint32_t l = 0; l < out->lefts; l++)
            out->costs[(size_t)r * out->lefts + l] =
                mecab_cost(d, lefts->leaders[l], rights->leaders[r]);
    return true;
}

bool classes_join(const mecab_dictionary *d, unsigned tolerance, classes *out) {
    side lefts, rights;
    bool made = side_init(&lefts, d->lefts, d->rights);
    made = side_init(&rights, d->rights, d->lefts) && made;
    *out = (classes){.left_of = lefts.leader_of, .right_of = rights.leader_of};
    if (made) {
        fill(d, &lefts, &rights);
        find_leaders(&lefts, tolerance);
        find_leaders(&rights, tolerance);
        made = write_costs(d, &lefts, &rights, out);
    }
    side_free(&lefts);
    side_free(&rights);
    return made;
}

void classes_free(classes *c) {
    free(c->left_of);
    free(c->right_of);
    free(c->costs);
}
