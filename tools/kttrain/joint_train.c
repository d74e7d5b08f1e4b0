/* joint_train.c - interpolated modified Kneser-Ney smoothing over the symbols of translit/grams.h
 * (Chen and Goodman 1998), with rare long n-grams left out, quantized. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lexicon/bits.h"
#include "loans.h"

/* An n-gram of order n uses symbol[0..n-1]. */
typedef struct gram {
    uint16_t symbol[KTI_GRAMS_ORDER];
    bool kept;
    uint32_t count;
    double p;       /* given the symbols before the last */
    double backoff; /* what is left for symbols unseen behind it */
} gram;

typedef struct level {
    gram *items;
    size_t count, capacity;
    double discount[4];
} level;

typedef struct trainer {
    uint32_t *symbols;  /* by value */
    uint32_t *numbered; /* by letter and frequency: their numbers in the model */
    uint16_t *numbers;  /* of each in `symbols` */
    size_t symbol_count;
    level levels[KTI_GRAMS_ORDER + 1]; /* by order, from 1 */
    bool failed;
} trainer;

/* n-grams of each order seen this often at most are left out: they cost room and win little. */
static const uint32_t left_out[KTI_GRAMS_ORDER + 1] = {0, 0, 0, 0, 1, 1, 1};

static int by_value(const void *left, const void *right) {
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

static int by_symbols(const void *left, const void *right) {
    const gram *a = left;
    const gram *b = right;
    for (int i = 0; i < KTI_GRAMS_ORDER; i++)
        if (a->symbol[i] != b->symbol[i]) return a->symbol[i] < b->symbol[i] ? -1 : 1;
    return 0;
}

/* ---- counting ------------------------------------------------------------------------------- */

static uint32_t symbol_at(const loan *l, size_t i) {
    return (uint32_t)l->letters[i] << KTI_CHUNK_BITS | l->chunks[i];
}

typedef struct frequent {
    uint32_t symbol;
    size_t seen, at;
} frequent;

static int by_letter_and_frequency(const void *left, const void *right) {
    const frequent *a = left;
    const frequent *b = right;
    uint32_t x = a->symbol >> KTI_CHUNK_BITS, y = b->symbol >> KTI_CHUNK_BITS;
    if (x != y) return x < y ? -1 : 1;
    if (a->seen != b->seen) return a->seen < b->seen ? 1 : -1;
    return by_value(&a->symbol, &b->symbol);
}

/* Joins the sorted symbols, and numbers them by letter and frequency. */
static void number_symbols(trainer *t, size_t count) {
    frequent *list = calloc(count + 1, sizeof *list);
    t->numbered = calloc(count + 1, sizeof *t->numbered);
    t->numbers = calloc(count + 1, sizeof *t->numbers);
    t->failed = list == NULL || t->numbered == NULL || t->numbers == NULL;
    size_t kept = 0;
    for (size_t i = 0; !t->failed && i < count; i++) {
        if (kept == 0 || t->symbols[i] != t->symbols[kept - 1]) {
            list[kept] = (frequent){t->symbols[i], 0, kept};
            t->symbols[kept++] = t->symbols[i];
        }
        list[kept - 1].seen++;
    }
    t->symbol_count = kept;
    if (!t->failed) qsort(list, kept, sizeof *list, by_letter_and_frequency);
    for (size_t i = 0; !t->failed && i < kept; i++) {
        t->numbered[i] = list[i].symbol;
        t->numbers[list[i].at] = (uint16_t)i;
    }
    free(list);
}

static bool is_used(const loan *l) {
    return !l->held && !l->mined;
}

static void collect_symbols(trainer *t, const loans *list) {
    size_t room = 2;
    for (size_t i = 0; i < list->count; i++)
        room += list->items[i].letter_count;
    t->symbols = calloc(room, sizeof *t->symbols);
    t->failed = t->symbols == NULL;
    size_t count = 0;
    for (size_t i = 0; !t->failed && i < list->count; i++)
        for (size_t k = 0; is_used(&list->items[i]) && k < list->items[i].letter_count; k++)
            t->symbols[count++] = symbol_at(&list->items[i], k);
    if (t->failed) return;
    t->symbols[count++] = (uint32_t)KTI_LATIN_BEGIN << KTI_CHUNK_BITS;
    t->symbols[count++] = (uint32_t)KTI_LATIN_END << KTI_CHUNK_BITS;
    qsort(t->symbols, count, sizeof *t->symbols, by_value);
    number_symbols(t, count);
}

static uint16_t number_of(const trainer *t, uint32_t symbol) {
    const uint32_t *found =
        bsearch(&symbol, t->symbols, t->symbol_count, sizeof *t->symbols, by_value);
    return t->numbers[found - t->symbols];
}

static void add(trainer *t, int order, const uint16_t *symbols) {
    level *l = &t->levels[order];
    if (l->count == l->capacity) {
        size_t capacity = l->capacity == 0 ? 1u << 16 : l->capacity * 2;
        gram *grown = realloc(l->items, capacity * sizeof *grown);
        t->failed = t->failed || grown == NULL;
        if (grown == NULL) return;
        l->items = grown;
        l->capacity = capacity;
    }
    gram *g = &l->items[l->count++];
    memset(g, 0, sizeof *g);
    memcpy(g->symbol, symbols, (size_t)order * sizeof *symbols);
    g->count = 1;
}

/* Every n-gram of the highest order, and those that begin with START, which nothing precedes. */
static void add_word(trainer *t, const loan *l) {
    uint16_t row[LOAN_LETTERS + 2];
    size_t count = 0;
    row[count++] = number_of(t, (uint32_t)KTI_LATIN_BEGIN << KTI_CHUNK_BITS);
    for (size_t i = 0; i < l->letter_count; i++)
        row[count++] = number_of(t, symbol_at(l, i));
    row[count++] = number_of(t, (uint32_t)KTI_LATIN_END << KTI_CHUNK_BITS);
    for (size_t end = 2; end <= count; end++) {
        size_t order = end < KTI_GRAMS_ORDER ? end : KTI_GRAMS_ORDER;
        add(t, (int)order, row + end - order);
    }
}

static void join_equal(level *l) {
    size_t kept = 0;
    qsort(l->items, l->count, sizeof *l->items, by_symbols);
    for (size_t i = 0; i < l->count; i++) {
        if (kept > 0 && by_symbols(&l->items[kept - 1], &l->items[i]) == 0)
            l->items[kept - 1].count += l->items[i].count;
        else
            l->items[kept++] = l->items[i];
    }
    l->count = kept;
}

/* Below the highest order an n-gram counts how many different symbols precede it. */
static void count_all(trainer *t, const loans *list) {
    for (size_t i = 0; i < list->count; i++)
        if (is_used(&list->items[i])) add_word(t, &list->items[i]);
    for (int n = KTI_GRAMS_ORDER; n >= 1 && !t->failed; n--) {
        join_equal(&t->levels[n]);
        for (size_t i = 0; n > 1 && i < t->levels[n].count; i++)
            add(t, n - 1, t->levels[n].items[i].symbol + 1);
    }
}

/* START precedes, and every symbol may be asked for: the first order holds them all. */
static void complete_unigrams(trainer *t) {
    for (size_t i = 0; i < t->symbol_count && !t->failed; i++) {
        uint16_t symbol = (uint16_t)i;
        add(t, 1, &symbol);
        t->levels[1].items[t->levels[1].count - 1].count = 0;
    }
    join_equal(&t->levels[1]);
}

/* ---- estimating ----------------------------------------------------------------------------- */

static void set_discounts(level *l) {
    double of[5] = {0};
    for (size_t i = 0; i < l->count; i++)
        if (l->items[i].count <= 4) of[l->items[i].count]++;
    double y = of[1] / (of[1] + 2 * of[2] + 1e-9);
    for (int k = 1; k <= 3; k++) {
        double d = k - (k + 1) * y * of[k + 1] / (of[k] + 1e-9);
        l->discount[k] = fmin(fmax(d, 0.05), k - 0.05);
    }
}

static double discounted(const level *l, const gram *g) {
    return g->count == 0 ? 0 : g->count - l->discount[g->count < 3 ? g->count : 3];
}

static gram *find(const trainer *t, int order, const uint16_t *symbols) {
    gram wanted = {.count = 0};
    memcpy(wanted.symbol, symbols, (size_t)order * sizeof *symbols);
    return bsearch(&wanted, t->levels[order].items, t->levels[order].count, sizeof wanted,
                   by_symbols);
}

/* The probability of the last symbol after the ones before, by the orders up to `order`. */
static double probability(const trainer *t, int order, const uint16_t *symbols) {
    if (order == 0) return 1.0 / (double)t->symbol_count;
    const gram *g = find(t, order, symbols);
    if (g != NULL && g->kept) return g->p;
    const gram *before = order == 1 ? NULL : find(t, order - 1, symbols);
    double backoff = before == NULL || !before->kept ? 1 : before->backoff;
    return backoff * probability(t, order - 1, symbols + 1);
}

static size_t same_context(const level *l, size_t from, int order) {
    size_t to = from + 1;
    size_t bytes = (size_t)(order - 1) * sizeof(uint16_t);
    while (to < l->count && memcmp(l->items[to].symbol, l->items[from].symbol, bytes) == 0)
        to++;
    return to;
}

/* All n-grams of one context: what is discounted or left out goes to the order below. */
static void estimate_context(trainer *t, int order, size_t from, size_t to) {
    level *l = &t->levels[order];
    double total = 1e-9, seen = 0;
    for (size_t i = from; i < to; i++) {
        total += l->items[i].count;
        if (l->items[i].kept) seen += discounted(l, &l->items[i]);
    }
    double left = fmax(1 - seen / total, 1e-6);
    gram *before = order == 1 ? NULL : find(t, order - 1, l->items[from].symbol);
    if (before != NULL) before->backoff = left;
    for (size_t i = from; i < to; i++) {
        gram *g = &l->items[i];
        g->p = discounted(l, g) / total + left * probability(t, order - 1, g->symbol + 1);
    }
}

/* An n-gram stays while one that it begins does. */
static void leave_out(trainer *t) {
    for (int n = KTI_GRAMS_ORDER; n >= 1; n--)
        for (size_t i = 0; i < t->levels[n].count; i++) {
            gram *g = &t->levels[n].items[i];
            g->kept = g->kept || n == 1 || g->count > left_out[n];
            gram *before = g->kept && n > 1 ? find(t, n - 1, g->symbol) : NULL;
            if (before != NULL) before->kept = true;
        }
}

static void estimate(trainer *t) {
    leave_out(t);
    for (int n = 1; n <= KTI_GRAMS_ORDER; n++) {
        level *l = &t->levels[n];
        set_discounts(l);
        for (size_t i = 0; i < l->count; i++)
            l->items[i].backoff = 1;
        for (size_t i = 0; i < l->count;) {
            size_t to = same_context(l, i, n);
            estimate_context(t, n, i, to);
            i = to;
        }
    }
}

/* ---- writing -------------------------------------------------------------------------------- */

static char quantized(double p) {
    double steps = -log(fmax(p, 1e-9)) * KTI_GRAMS_STEPS + 0.5;
    return (char)(unsigned char)fmin(fmax(steps, 0), 255);
}

static bool begins(const gram *longer, const gram *g, int order) {
    return memcmp(longer->symbol, g->symbol, (size_t)order * sizeof(uint16_t)) == 0;
}

/* Where the successors of each kept n-gram begin in the next level. */
static void write_first(const trainer *t, int n, kti_buf *out) {
    const level *next = &t->levels[n + 1];
    uint32_t at = 0;
    size_t i = 0;
    for (size_t k = 0; k < t->levels[n].count; k++) {
        const gram *g = &t->levels[n].items[k];
        if (!g->kept) continue;
        kti_buf_add(out, &at, sizeof at);
        while (i < next->count && !begins(&next->items[i], g, n) &&
               by_symbols(&next->items[i], g) < 0)
            i++;
        for (; i < next->count && begins(&next->items[i], g, n); i++)
            at += next->items[i].kept;
    }
    kti_buf_add(out, &at, sizeof at);
    kti_section_pad(out);
}

static uint32_t kept_of(const level *l) {
    uint32_t kept = 0;
    for (size_t i = 0; i < l->count; i++)
        kept += l->items[i].kept;
    return kept;
}

static void write_level(const trainer *t, int n, kti_buf *out) {
    const level *l = &t->levels[n];
    for (size_t i = 0; i < l->count; i++)
        if (l->items[i].kept) kti_buf_add(out, &l->items[i].symbol[n - 1], sizeof(uint16_t));
    kti_section_pad(out);
    for (size_t i = 0; i < l->count; i++)
        if (l->items[i].kept) kti_buf_add_byte(out, quantized(l->items[i].p));
    kti_section_pad(out);
    if (n == KTI_GRAMS_ORDER) return;
    for (size_t i = 0; i < l->count; i++)
        if (l->items[i].kept) kti_buf_add_byte(out, quantized(l->items[i].backoff));
    kti_section_pad(out);
    write_first(t, n, out);
}

static void write_model(const trainer *t, kti_buf *out) {
    kti_grams_head head = {KTI_GRAMS_MAGIC, KTI_GRAMS_ORDER, (uint32_t)t->symbol_count, {0}};
    for (int n = 1; n <= KTI_GRAMS_ORDER; n++)
        head.counts[n - 1] = kept_of(&t->levels[n]);
    kti_buf_add(out, &head, sizeof head);
    kti_section_pad(out);
    kti_buf_add(out, t->numbered, t->symbol_count * sizeof *t->numbered);
    kti_section_pad(out);
    for (int n = 1; n <= KTI_GRAMS_ORDER; n++)
        write_level(t, n, out);
}

bool train_joint(const loans *list, kti_buf *out) {
    trainer t = {.failed = false};
    collect_symbols(&t, list);
    if (!t.failed) count_all(&t, list);
    if (!t.failed) complete_unigrams(&t);
    if (!t.failed) estimate(&t);
    if (!t.failed) write_model(&t, out);
    for (int n = 1; n <= KTI_GRAMS_ORDER; n++)
        free(t.levels[n].items);
    free(t.symbols);
    free(t.numbered);
    free(t.numbers);
    return !t.failed && !out->failed;
}
