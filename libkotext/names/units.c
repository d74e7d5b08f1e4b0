#include "names/units.h"

#include <math.h>
#include <string.h>

#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "unicode/props.h"

/* ---- opening -------------------------------------------------------------------------------- */

static bool is_probability(float p) {
    return p > 0 && p <= 1;
}

static bool index_chunks(kti_units *m) {
    uint32_t unit = 0;
    for (uint32_t i = 0; i < m->head->count; i++) {
        uint32_t key = m->chunks[i].key;
        if (key >> 24 >= KTI_UNITS || (i > 0 && key <= m->chunks[i - 1].key)) return false;
        if (!is_probability(m->chunks[i].probability)) return false;
        while (unit <= key >> 24)
            m->first[unit++] = i;
    }
    while (unit <= KTI_UNITS)
        m->first[unit++] = m->head->count;
    return true;
}

static void take_logs(kti_units *m) {
    for (size_t i = 0; i < 27; i++)
        for (size_t j = 0; j < 26; j++)
            m->by_chance[i][j] = log((double)m->head->bigram[i][j]);
}

/* What most questions are about, without a search. */
static void index_short(kti_units *m) {
    for (size_t u = 0; u < KTI_UNITS; u++) {
        m->none[u] = (float)m->unseen[0];
        for (size_t l = 0; l < 26; l++)
            m->one[u][l] = (float)m->unseen[1];
    }
    for (uint32_t i = 0; i < m->head->count; i++) {
        uint32_t key = m->chunks[i].key, unit = key >> 24, first = key & 31, second = key >> 5 & 31;
        if (first == 0)
            m->none[unit] = m->chunks[i].probability;
        else if (first <= 26 && (key & 0xFFFFFF) >> 5 == 0)
            m->one[unit][first - 1] = m->chunks[i].probability;
        else if (first <= 26 && second > 0)
            m->seconds[unit][first - 1] |= 1u << (second - 1);
    }
}

bool kti_units_open(kt_str bytes, kti_units *out) {
    *out = (kti_units){.head = NULL};
    bool aligned = (uintptr_t)bytes.ptr % sizeof(uint32_t) == 0;
    if (!aligned || bytes.len < sizeof(kti_unit_model)) return false;
    const kti_unit_model *head = (const void *)bytes.ptr;
    size_t room = (bytes.len - sizeof *head) / sizeof(kti_chunk);
    if (head->magic != KTI_UNIT_MAGIC || head->count != room || !is_probability(head->floor))
        return false;
    for (size_t i = 0; i < 27; i++)
        for (size_t j = 0; j < 26; j++)
            if (!is_probability(head->bigram[i][j])) return false;
    for (size_t i = 0; i < 3; i++)
        if (!isfinite(head->calibration[i])) return false;
    out->head = head;
    out->chunks = (const void *)(bytes.ptr + sizeof *head);
    for (size_t i = 0; i <= KTI_UNIT_LETTERS; i++)
        out->unseen[i] = (i == 0 ? 1 : out->unseen[i - 1]) * (double)head->floor;
    if (!index_chunks(out)) return false;
    index_short(out);
    take_logs(out);
    return true;
}

/* ---- units and letters ---------------------------------------------------------------------- */

size_t kti_units_of(kt_str hangul, uint8_t units[KTI_UNITS_MOST]) {
    size_t count = 0;
    for (size_t at = 0; at < hangul.len;) {
        kti_cp unit = kti_utf8_at(hangul, at);
        at += unit.len;
        if (!kti_is_syllable(unit.cp)) continue;
        if (count + 3 > KTI_UNITS_MOST) return 0;
        kt_syllable s = kti_split(unit.cp);
        if (s.choseong != KTI_L_NONE) units[count++] = s.choseong;
        units[count++] = (uint8_t)(KTI_INITIALS + s.jungseong);
        if (s.jongseong != 0)
            units[count++] = (uint8_t)(KTI_INITIALS + KTI_VOWELS + s.jongseong - 1);
    }
    return count;
}

size_t kti_letters_of(kt_str latin, uint8_t letters[KTI_LETTERS_MOST]) {
    size_t count = 0;
    for (size_t at = 0; at < latin.len;) {
        kti_cp unit = kti_utf8_at(latin, at);
        at += unit.len;
        uint32_t cp = kti_cp_lower(unit.cp < 0x80 ? unit.cp : kti_cp_base(unit.cp));
        if (cp < 'a' || cp > 'z') continue;
        if (count == KTI_LETTERS_MOST) return 0;
        letters[count++] = (uint8_t)(cp - 'a');
    }
    return count;
}

uint32_t kti_chunk_key(uint8_t unit, const uint8_t *letters, size_t count) {
    uint32_t key = (uint32_t)unit << 24;
    for (size_t i = 0; i < count; i++)
        key |= (uint32_t)(letters[i] + 1) << (5 * i);
    return key;
}

/* ---- scoring -------------------------------------------------------------------------------- */

static double chunk_probability(const kti_units *m, uint8_t unit, const uint8_t *letters,
                                size_t count) {
    if (count == 0) return (double)m->none[unit];
    if (count == 1) return (double)m->one[unit][letters[0]];
    if ((m->seconds[unit][letters[0]] >> letters[1] & 1) == 0) return m->unseen[count];
    uint32_t key = kti_chunk_key(unit, letters, count);
    uint32_t low = m->first[unit], high = m->first[unit + 1];
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (m->chunks[middle].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < m->first[unit + 1] && m->chunks[low].key == key) return m->chunks[low].probability;
    return m->unseen[count];
}

void kti_units_background(const kti_units *m, const uint8_t *letters, size_t count,
                          double sums[KTI_LETTERS_MOST + 1]) {
    sums[0] = 0;
    for (size_t i = 0; i < count; i++)
        sums[i + 1] =
            sums[i] + m->by_chance[i == 0 ? KTI_LETTER_START : letters[i - 1]][letters[i]];
}

/* Paths at one unit: alpha[j] = p(first j letters | units so far), 0 outside [from, end). */
typedef struct paths {
    double alpha[KTI_LETTERS_MOST + 1];
    size_t from, end;
} paths;

/* Whether some beginning is worth going on with: ln alpha - ln by chance. */
static bool has_hope(const paths *p, const double *sums) {
    static const double hopeless = -9;
    for (size_t j = p->end; j > p->from; j--)
        if (p->alpha[j - 1] > 1e-300 && log(p->alpha[j - 1]) - sums[j - 1] >= hopeless) return true;
    return false;
}

/* Adds one unit. The units left must be able to write the letters left, so paths that fall behind
 * `least` are dropped; so are those that hardly weigh. */
static void step(const kti_units *m, uint8_t unit, const uint8_t *letters, size_t count,
                 size_t least, const paths *now, paths *next) {
    static const double negligible = 1e-10;
    double most = 0;
    size_t from = now->from > least ? now->from : least;
    size_t end = now->end + KTI_UNIT_LETTERS < count + 1 ? now->end + KTI_UNIT_LETTERS : count + 1;
    for (size_t j = from; j < now->end; j++)
        if (now->alpha[j] > most) most = now->alpha[j];
    for (size_t j = from; j < end; j++)
        next->alpha[j] = 0;
    for (size_t j = from; j < now->end; j++) {
        if (now->alpha[j] <= most * negligible) continue;
        size_t longest = count - j < KTI_UNIT_LETTERS ? count - j : KTI_UNIT_LETTERS;
        for (size_t n = 0; n <= longest; n++)
            next->alpha[j + n] += now->alpha[j] * chunk_probability(m, unit, letters + j, n);
    }
    next->from = from;
    next->end = end > from ? end : from;
}

/* Forward sums. A pair that begins hopelessly is given up. */
double kti_units_ratio(const kti_units *m, const uint8_t *units, size_t unit_count,
                       const uint8_t *letters, size_t letter_count) {
    enum { LOOK = 3 };
    double sums[KTI_LETTERS_MOST + 1];
    paths both[2], *now = &both[0], *next = &both[1];
    if (unit_count == 0 || letter_count == 0) return -99;
    kti_units_background(m, letters, letter_count, sums);
    now->alpha[0] = 1;
    now->from = 0;
    now->end = 1;
    for (size_t u = 0; u < unit_count; u++) {
        size_t ahead = KTI_UNIT_LETTERS * (unit_count - u);
        step(m, units[u], letters, letter_count, letter_count > ahead ? letter_count - ahead : 0,
             now, next);
        paths *swap = now;
        now = next;
        next = swap;
        if (u % LOOK == LOOK - 1 && !has_hope(now, sums)) return -99;
    }
    double p = now->end == letter_count + 1 ? now->alpha[letter_count] : 0;
    return (p > 1e-300 ? log(p) : -690) - sums[letter_count];
}

double kti_units_probability(const kti_units *m, double ratio, size_t unit_count) {
    const float *c = m->head->calibration;
    double z = (double)c[0] + (double)c[1] * ratio +
               (double)c[2] * ratio / (double)(unit_count == 0 ? 1 : unit_count);
    return 1 / (1 + exp(-z));
}
