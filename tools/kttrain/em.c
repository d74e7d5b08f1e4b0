#include "em.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { SLOTS = 1 << 21, ROUNDS = 8, HOLD_OUT = 20, RIVALS = 100 };

/* Chunks seen, by key, in an open hash table. */
typedef struct slot {
    uint32_t key; /* 0 = free; real keys are stored + 1 */
    double p, expected;
} slot;

typedef struct sample {
    uint8_t units[KTI_UNITS_MOST], letters[KTI_LETTERS_MOST];
    size_t unit_count, letter_count;
} sample;

static slot *find(slot *slots, uint32_t key) {
    uint32_t at = key * 2654435761u >> 11;
    while (slots[at].key != 0 && slots[at].key != key + 1)
        at = (at + 1) % SLOTS;
    slots[at].key = key + 1;
    return &slots[at];
}

static bool fits(const sample *s) {
    return s->unit_count > 0 && s->letter_count > 0 &&
           s->letter_count <= s->unit_count * KTI_UNIT_LETTERS &&
           s->letter_count <= 3 * s->unit_count + 2 && s->unit_count <= 3 * s->letter_count;
}

/* A first guess: one or two letters a unit are likelier than none, three or four. */
static double first_guess(size_t letters) {
    static const double by_length[] = {0.05, 0.02, 0.002, 0.0002, 0.00002};
    return by_length[letters];
}

typedef struct lattice {
    double forward[KTI_UNITS_MOST + 1][KTI_LETTERS_MOST + 1];
    double backward[KTI_UNITS_MOST + 1][KTI_LETTERS_MOST + 1];
} lattice;

static double p_of(slot *slots, const sample *s, size_t u, size_t j, size_t n, bool first) {
    if (first) return first_guess(n);
    return find(slots, kti_chunk_key(s->units[u], s->letters + j, n))->p;
}

static void expect(slot *slots, const sample *s, lattice *l, bool first) {
    size_t us = s->unit_count, js = s->letter_count;
    memset(l, 0, sizeof *l);
    l->forward[0][0] = l->backward[us][js] = 1;
    for (size_t u = 0; u < us; u++)
        for (size_t j = 0; j <= js; j++)
            for (size_t n = 0; l->forward[u][j] > 0 && n <= KTI_UNIT_LETTERS && j + n <= js; n++)
                l->forward[u + 1][j + n] += l->forward[u][j] * p_of(slots, s, u, j, n, first);
    for (size_t u = us; u-- > 0;)
        for (size_t j = 0; j <= js; j++)
            for (size_t n = 0; n <= KTI_UNIT_LETTERS && j + n <= js; n++)
                if (l->backward[u + 1][j + n] > 0)
                    l->backward[u][j] += l->backward[u + 1][j + n] * p_of(slots, s, u, j, n, first);
    double total = l->forward[us][js];
    if (total <= 0) return;
    for (size_t u = 0; u < us; u++)
        for (size_t j = 0; j <= js; j++)
            for (size_t n = 0; l->forward[u][j] > 0 && n <= KTI_UNIT_LETTERS && j + n <= js; n++) {
                double share = l->forward[u][j] * p_of(slots, s, u, j, n, first) *
                               l->backward[u + 1][j + n] / total;
                if (share > 1e-6)
                    find(slots, kti_chunk_key(s->units[u], s->letters + j, n))->expected += share;
            }
}

static void maximise(slot *slots) {
    double totals[KTI_UNITS] = {0};
    for (size_t i = 0; i < SLOTS; i++)
        if (slots[i].key != 0) totals[(slots[i].key - 1) >> 24] += slots[i].expected;
    for (size_t i = 0; i < SLOTS; i++) {
        if (slots[i].key == 0) continue;
        slots[i].p = slots[i].expected / (totals[(slots[i].key - 1) >> 24] + 1e-9);
        slots[i].expected = 0;
    }
}

/* ---- the model's bytes ---------------------------------------------------------------------- */

static int by_key(const void *left, const void *right) {
    const kti_chunk *a = left;
    const kti_chunk *b = right;
    return (a->key > b->key) - (a->key < b->key);
}

static void learn_bigrams(const sample *samples, size_t count, kti_unit_model *head) {
    double seen[27][26];
    for (size_t i = 0; i < 27; i++)
        for (size_t j = 0; j < 26; j++)
            seen[i][j] = 0.5;
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < samples[i].letter_count; j++)
            seen[j == 0 ? KTI_LETTER_START : samples[i].letters[j - 1]][samples[i].letters[j]]++;
    for (size_t i = 0; i < 27; i++) {
        double total = 0;
        for (size_t j = 0; j < 26; j++)
            total += seen[i][j];
        for (size_t j = 0; j < 26; j++)
            head->bigram[i][j] = (float)(seen[i][j] / total);
    }
}

static void write_model(const slot *slots, kti_unit_model *head, kti_buf *out) {
    static const double least = 2e-4;
    kti_chunk *chunks = calloc(SLOTS / 8, sizeof *chunks);
    head->magic = KTI_UNIT_MAGIC;
    head->count = 0;
    head->floor = 0.0005F;
    for (size_t i = 0; chunks != NULL && i < SLOTS; i++)
        if (slots[i].key != 0 && slots[i].p >= least && head->count < SLOTS / 8)
            chunks[head->count++] = (kti_chunk){slots[i].key - 1, (float)fmin(slots[i].p, 1)};
    if (chunks != NULL) qsort(chunks, head->count, sizeof *chunks, by_key);
    kti_buf_clear(out);
    kti_buf_add(out, head, sizeof *head);
    kti_buf_add(out, chunks, head->count * sizeof *chunks);
    free(chunks);
}

/* ---- calibration ---------------------------------------------------------------------------- */

static double ratio_of(const kti_units *m, const sample *a, const sample *b) {
    return kti_units_ratio(m, a->units, a->unit_count, b->letters, b->letter_count);
}

/* Logistic regression of "belongs together" on the ratio, by gradient descent, each true pair
 * beside four false ones. */
static void calibrate(kti_unit_model *head, const kti_units *m, const sample *s, size_t count) {
    double w[3] = {-2, 0.5, 0};
    for (int round = 0; round < 60; round++) {
        double gradient[3] = {0, 0, 0}, seen = 0;
        for (size_t i = 0; i < count; i++) {
            for (size_t r = 0; r < 5; r++) {
                size_t other = r == 0 ? i : (i * 7 + r * 131 + 1) % count;
                double ratio = fmax(ratio_of(m, &s[i], &s[other]), -30);
                double x[3] = {1, ratio, ratio / (double)s[i].unit_count};
                double z = w[0] + w[1] * x[1] + w[2] * x[2];
                double miss = (r == 0 ? 1 : 0) - 1 / (1 + exp(-z));
                for (int k = 0; k < 3; k++)
                    gradient[k] += miss * x[k];
                seen++;
            }
        }
        static const double step[3] = {1.0, 0.05, 0.3};
        for (int k = 0; k < 3; k++)
            w[k] += step[k] * gradient[k] / seen;
    }
    for (int k = 0; k < 3; k++)
        head->calibration[k] = (float)w[k];
}

static double first_among_rivals(const kti_units *m, const sample *s, size_t count) {
    size_t first = 0;
    for (size_t i = 0; i < count; i++) {
        double own = ratio_of(m, &s[i], &s[i]);
        size_t better = 0;
        for (size_t r = 1; r <= RIVALS && better == 0; r++) {
            const sample *rival = &s[(i + r * 37) % count];
            bool same = rival->letter_count == s[i].letter_count &&
                        memcmp(rival->letters, s[i].letters, s[i].letter_count) == 0;
            better += !same && ratio_of(m, &s[i], rival) > own;
        }
        first += better == 0;
    }
    return count == 0 ? 0 : (double)first / (double)count;
}

bool train_units(const pairs *list, kti_buf *out, double *held_out) {
    slot *slots = calloc(SLOTS, sizeof *slots);
    sample *samples = calloc(list->count + 1, sizeof *samples);
    lattice *l = malloc(sizeof *l);
    kti_unit_model *head = calloc(1, sizeof *head);
    bool fine = slots != NULL && samples != NULL && l != NULL && head != NULL;
    size_t count = 0;
    for (size_t i = 0; fine && i < list->count; i++) {
        sample *s = &samples[count];
        s->unit_count = kti_units_of(list->items[i].hangul, s->units);
        s->letter_count = kti_letters_of(list->items[i].latin, s->letters);
        count += fits(s);
    }
    size_t held = count / HOLD_OUT, trained = count - held;
    for (size_t i = 0; fine && i < held; i++) { /* every 20th is held out, moved to the end */
        sample swap = samples[i * HOLD_OUT];
        samples[i * HOLD_OUT] = samples[trained + i];
        samples[trained + i] = swap;
    }
    for (int round = 0; fine && round < ROUNDS; round++) {
        for (size_t i = 0; i < trained; i++)
            expect(slots, &samples[i], l, round == 0);
        maximise(slots);
    }
    kti_units model;
    if (fine) learn_bigrams(samples, trained, head);
    if (fine) write_model(slots, head, out);
    fine = fine && !out->failed && kti_units_open(kti_buf_str(out), &model);
    if (fine) {
        size_t some = held < 1000 ? held : 1000;
        calibrate(head, &model, samples + trained, some);
        memcpy(out->ptr, head, sizeof *head);
        *held_out = first_among_rivals(&model, samples + trained, some);
    }
    free(slots);
    free(samples);
    free(l);
    free(head);
    return fine;
}

bool best_cut(const kti_units *m, const uint8_t *units, size_t us, const uint8_t *letters,
              size_t js, size_t *cuts) {
    static double best[KTI_UNITS_MOST + 1][KTI_LETTERS_MOST + 1];
    static uint8_t took[KTI_UNITS_MOST + 1][KTI_LETTERS_MOST + 1];
    for (size_t u = 0; u <= us; u++)
        for (size_t j = 0; j <= js; j++)
            best[u][j] = u + j == 0 ? 0 : -1e30;
    for (size_t u = 0; u < us; u++)
        for (size_t j = 0; j <= js; j++)
            for (size_t n = 0; best[u][j] > -1e29 && n <= KTI_UNIT_LETTERS && j + n <= js; n++) {
                uint32_t key = kti_chunk_key(units[u], letters + j, n);
                double p = -1e30;
                for (uint32_t i = m->first[units[u]]; i < m->first[units[u] + 1]; i++)
                    if (m->chunks[i].key == key) p = log((double)m->chunks[i].probability);
                if (best[u][j] + p <= best[u + 1][j + n]) continue;
                best[u + 1][j + n] = best[u][j] + p;
                took[u + 1][j + n] = (uint8_t)n;
            }
    if (best[us][js] < -1e29) return false;
    for (size_t u = us, j = js; u > 0; u--)
        cuts[u - 1] = j -= took[u][j];
    return true;
}
