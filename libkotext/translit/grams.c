#include "translit/grams.h"

#include <limits.h>

#include "lexicon/bits.h"

/* ---- opening -------------------------------------------------------------------------------- */

static bool open_level(kt_str bytes, size_t *at, uint32_t count, bool highest,
                       kti_grams_level *out) {
    *out = (kti_grams_level){.count = count};
    out->symbol = kti_section_take(bytes, at, count, sizeof *out->symbol);
    out->probability = kti_section_take(bytes, at, count, 1);
    if (out->symbol == NULL || out->probability == NULL || highest)
        return highest && out->probability != NULL && out->symbol != NULL;
    out->backoff = kti_section_take(bytes, at, count, 1);
    out->first = kti_section_take(bytes, at, (size_t)count + 1, sizeof *out->first);
    return out->backoff != NULL && out->first != NULL;
}

static bool index_letters(kti_grams *m) {
    uint32_t letter = 0;
    if (m->head->symbols < 2 || m->head->symbols > UINT16_MAX) return false;
    for (uint16_t i = 0; i < m->head->symbols; i++) {
        uint32_t of = m->symbols[i] >> KTI_CHUNK_BITS;
        if (of > KTI_LATIN_END || of + 1 < letter) return false;
        while (letter <= of)
            m->first[letter++] = i;
        for (int u = 0; u < KTI_CHUNK_UNITS; u++)
            if ((m->symbols[i] >> 7 * u & 127) > KTI_UNIT_COUNT) return false;
    }
    while (letter <= KTI_LATIN_END + 1)
        m->first[letter++] = (uint16_t)m->head->symbols;
    for (uint32_t l = 0; l <= KTI_LATIN_END; l++) {
        if (m->first[l + 1] - m->first[l] > KTI_GRAMS_NEXTS) return false;
        m->least[l] = UINT8_MAX;
        for (uint32_t i = m->first[l]; i < m->first[l + 1]; i++)
            if (m->levels[0].probability[i] < m->least[l])
                m->least[l] = m->levels[0].probability[i];
    }
    return m->first[KTI_LATIN_END] - m->first[KTI_LATIN_BEGIN] == 1 &&
           m->head->symbols - m->first[KTI_LATIN_END] == 1;
}

bool kti_grams_open(kt_str bytes, kti_grams *out) {
    *out = (kti_grams){.head = NULL};
    if (bytes.len == 0) return true;
    size_t at = 0;
    const kti_grams_head *head = kti_section_take(bytes, &at, 1, sizeof *head);
    if (head == NULL || head->magic != KTI_GRAMS_MAGIC || head->order != KTI_GRAMS_ORDER)
        return false;
    out->symbols = kti_section_take(bytes, &at, head->symbols, sizeof *out->symbols);
    for (uint32_t n = 0; out->symbols != NULL && n < head->order; n++)
        if (!open_level(bytes, &at, head->counts[n], n + 1 == head->order, &out->levels[n]))
            return false;
    out->head = head;
    if (out->symbols != NULL && head->counts[0] == head->symbols && index_letters(out)) return true;
    out->head = NULL;
    return false;
}

/* ---- walking -------------------------------------------------------------------------------- */

static const uint32_t UNSEEN = UINT32_MAX; /* beyond int: no enumerator in C17 */

/* The n-grams of level `n` that continue `node` of the level below with a symbol in [from, to).
 * In a damaged file they may be any, but never outside the level. */
static uint32_t lower_bound(const uint16_t *symbol, uint32_t low, uint32_t high, uint16_t wanted) {
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (symbol[middle] < wanted)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void children(const kti_grams *m, uint32_t n, uint32_t node, uint16_t from, uint16_t to,
                     uint32_t *first, uint32_t *last) {
    const kti_grams_level *below = &m->levels[n - 1];
    const kti_grams_level *level = &m->levels[n];
    uint32_t end = below->first[node + 1];
    if (end > level->count) end = level->count;
    *first = lower_bound(level->symbol, below->first[node], end, from);
    *last = *first;
    while (*last < end && level->symbol[*last] < to)
        ++*last;
}

kti_grams_state kti_grams_start(const kti_grams *m) {
    kti_grams_state s;
    for (int k = 0; k < KTI_GRAMS_ORDER - 1; k++)
        s.node[k] = UNSEEN;
    s.node[0] = m->first[KTI_LATIN_BEGIN];
    return s;
}

/* What is found so far: no more than `room`, none that costs `limit` more than the best. */
typedef struct found {
    kti_grams_next *items;
    size_t count, room;
    unsigned best, limit;
} found;

/* The n-grams [first, last) of a level, `backoff` dearer; those met in a longer context are known.
 */
static void add_level(const kti_grams *m, uint32_t n, uint32_t first, uint32_t last, uint16_t from,
                      unsigned backoff, kti_grams_marks *marks, found *f) {
    const kti_grams_level *level = &m->levels[n];
    for (uint32_t i = first; i < last && f->count < f->room; i++) {
        uint16_t symbol = n == 0 ? (uint16_t)i : level->symbol[i];
        unsigned cost = backoff + level->probability[i];
        if (marks->at[symbol - from] == marks->now) continue;
        if (n > 0) marks->at[symbol - from] = marks->now;
        if (cost > f->best + f->limit) continue;
        if (cost < f->best) f->best = cost;
        f->items[f->count++] = (kti_grams_next){symbol, -(float)cost / (float)KTI_GRAMS_STEPS};
    }
}

size_t kti_grams_nexts(const kti_grams *m, const kti_grams_state *s, uint8_t letter,
                       kti_grams_marks *marks, unsigned limit, kti_grams_next *nexts, size_t room) {
    uint16_t from = m->first[letter], to = m->first[letter + 1];
    unsigned backoff = 0;
    found f = {nexts, 0, room, UINT_MAX - limit, limit};
    marks->now++;
    for (uint32_t n = KTI_GRAMS_ORDER; n-- > 0;) {
        uint32_t first = from, last = (size_t)(to - from) > room ? (uint32_t)(from + room) : to;
        if (n > 0) {
            if (s->node[n - 1] == UNSEEN) continue;
            children(m, n, s->node[n - 1], from, to, &first, &last);
        }
        if (backoff + (n == 0 ? m->least[letter] : 0) > f.best + limit) break;
        add_level(m, n, first, last, from, backoff, marks, &f);
        if (n > 0) backoff += m->levels[n - 1].backoff[s->node[n - 1]];
    }
    return f.count;
}

kti_grams_state kti_grams_step(const kti_grams *m, const kti_grams_state *s, uint16_t symbol) {
    kti_grams_state next;
    next.node[0] = symbol;
    for (uint32_t n = 1; n < KTI_GRAMS_ORDER - 1; n++) {
        next.node[n] = UNSEEN;
        if (s->node[n - 1] == UNSEEN) continue;
        uint32_t first, last;
        children(m, n, s->node[n - 1], symbol, (uint16_t)(symbol + 1), &first, &last);
        if (first < last) next.node[n] = first;
    }
    return next;
}

float kti_grams_log_p(const kti_grams *m, const kti_grams_state *s, uint16_t symbol) {
    unsigned cost = 0;
    for (uint32_t n = KTI_GRAMS_ORDER - 1; n > 0; n--) {
        uint32_t first, last;
        if (s->node[n - 1] == UNSEEN) continue;
        children(m, n, s->node[n - 1], symbol, (uint16_t)(symbol + 1), &first, &last);
        if (first < last)
            return -(float)(cost + m->levels[n].probability[first]) / (float)KTI_GRAMS_STEPS;
        cost += m->levels[n - 1].backoff[s->node[n - 1]];
    }
    return -(float)(cost + m->levels[0].probability[symbol]) / (float)KTI_GRAMS_STEPS;
}
