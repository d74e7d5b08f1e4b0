/* loans_align.c - which letter makes which units: expectation maximisation, one letter to none to
 * three units. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "loans.h"

enum { SLOTS = 1 << 20, ROUNDS = 8, DROP_ROUND = 4 };

/* A pair whose likelihood per letter and unit is below this is no transliteration: another name,
 * or the words in another order. */
static const double worst_fit = -3.0;

typedef struct slot {
    uint32_t key; /* symbol + 1; 0 = free */
    double p, expected;
} slot;

static slot *find(slot *slots, uint32_t symbol) {
    uint32_t at = symbol * 2654435761u >> 12;
    while (slots[at].key != 0 && slots[at].key != symbol + 1)
        at = (at + 1) % SLOTS;
    slots[at].key = symbol + 1;
    return &slots[at];
}

static uint32_t symbol_of(const loan *l, size_t letter, size_t unit, size_t n) {
    uint32_t symbol = (uint32_t)l->letters[letter] << KTI_CHUNK_BITS;
    for (size_t k = 0; k < n; k++)
        symbol |= (uint32_t)(l->units[unit + k] + 1) << 7 * k;
    return symbol;
}

static double first_guess(size_t units) {
    static const double by_count[] = {3e-5, 1e-3, 2e-5, 5e-7};
    return by_count[units];
}

typedef double lattice[LOAN_LETTERS + 1][LOAN_UNITS + 1];

static double p_of(slot *slots, const loan *l, size_t i, size_t j, size_t n, bool first) {
    return first ? first_guess(n) : find(slots, symbol_of(l, i, j, n))->p;
}

/* Adds what the pair is expected to show; returns its likelihood per letter and unit. */
static double expect(slot *slots, const loan *l, lattice f, lattice b, bool first) {
    size_t ls = l->letter_count, us = l->unit_count;
    memset(f, 0, sizeof(lattice));
    memset(b, 0, sizeof(lattice));
    f[0][0] = b[ls][us] = 1;
    for (size_t i = 0; i < ls; i++)
        for (size_t j = 0; j <= us; j++)
            for (size_t n = 0; f[i][j] > 0 && n <= KTI_CHUNK_UNITS && j + n <= us; n++)
                f[i + 1][j + n] += f[i][j] * p_of(slots, l, i, j, n, first);
    double total = f[ls][us];
    if (total <= 0) return -99;
    for (size_t i = ls; i-- > 0;)
        for (size_t j = 0; j <= us; j++)
            for (size_t n = 0; n <= KTI_CHUNK_UNITS && j + n <= us; n++) {
                if (b[i + 1][j + n] <= 0) continue;
                double p = p_of(slots, l, i, j, n, first) * b[i + 1][j + n];
                b[i][j] += p;
                if (f[i][j] > 0 && p > 0)
                    find(slots, symbol_of(l, i, j, n))->expected += f[i][j] * p / total;
            }
    return log(total) / (double)(ls + us);
}

static void maximise(slot *slots) {
    double total = 1e-9;
    for (size_t i = 0; i < SLOTS; i++)
        total += slots[i].expected;
    for (size_t i = 0; i < SLOTS; i++) {
        slots[i].p = slots[i].expected > 1e-4 ? slots[i].expected / total : 0;
        slots[i].expected = 0;
    }
}

/* The likeliest chunks; false when there is no way. */
static bool cut(slot *slots, loan *l, lattice best) {
    static uint8_t took[LOAN_LETTERS + 1][LOAN_UNITS + 1];
    size_t ls = l->letter_count, us = l->unit_count;
    memset(best, 0, sizeof(lattice));
    best[0][0] = 1;
    for (size_t i = 0; i < ls; i++)
        for (size_t j = 0; j <= us; j++)
            for (size_t n = 0; best[i][j] > 0 && n <= KTI_CHUNK_UNITS && j + n <= us; n++) {
                double p = best[i][j] * p_of(slots, l, i, j, n, false);
                if (p <= best[i + 1][j + n]) continue;
                best[i + 1][j + n] = p;
                took[i + 1][j + n] = (uint8_t)n;
            }
    if (best[ls][us] <= 0) return false;
    for (size_t i = ls, j = us; i > 0; i--) {
        size_t n = took[i][j];
        j -= n;
        l->chunks[i - 1] = symbol_of(l, i - 1, j, n) & ((1u << KTI_CHUNK_BITS) - 1);
    }
    return true;
}

static void learn(slot *slots, loans *list, lattice f, lattice b) {
    for (int round = 0; round < ROUNDS; round++) {
        size_t kept = 0;
        for (size_t i = 0; i < list->count; i++) {
            double fit = expect(slots, &list->items[i], f, b, round == 0);
            if (round != DROP_ROUND || fit > worst_fit) list->items[kept++] = list->items[i];
        }
        list->count = kept;
        maximise(slots);
    }
}

bool loans_align(loans *list) {
    slot *slots = calloc(SLOTS, sizeof *slots);
    double(*work)[LOAN_LETTERS + 1][LOAN_UNITS + 1] = calloc(2, sizeof(lattice));
    bool fine = slots != NULL && work != NULL;
    if (fine) learn(slots, list, work[0], work[1]);
    size_t kept = 0;
    for (size_t i = 0; fine && i < list->count; i++)
        if (cut(slots, &list->items[i], work[0])) list->items[kept++] = list->items[i];
    list->count = kept;
    free(slots);
    free(work);
    return fine;
}
