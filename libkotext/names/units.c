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

/* A vowel may be led by the unit behind it. */
static void index_starts(kti_units *m) {
    static const float least = 0.002F;
    for (uint32_t i = 0; i < m->head->count; i++) {
        uint32_t letter = m->chunks[i].key & 31;
        if (letter > 0 && letter <= 26 && m->chunks[i].probability >= least)
            m->starts[m->chunks[i].key >> 24] |= 1u << (letter - 1);
    }
}

static void take_surprises(kti_units *m) {
    for (size_t i = 0; i < 27; i++)
        for (size_t j = 0; j < 26; j++)
            m->surprise[i][j] = 1 / (double)m->head->bigram[i][j];
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
        else if (first <= 26 && second > 0) {
            m->seconds[unit][first - 1] |= 1u << (second - 1);
            uint32_t third = key >> 10 & 31, fourth = key >> 15 & 31;
            if (third > 0) m->longer[unit][first - 1] |= 1u << (second - 1);
            if (third > 0) m->thirds[unit][first - 1] |= 1u << (third - 1);
            if (fourth > 0) m->fourths[unit][first - 1] |= 1u << (fourth - 1);
        }
    }
}

/* Chunks of two letters lie together, in the order of their second ones. */
static void index_pairs(kti_units *m) {
    for (uint32_t unit = 0; unit < KTI_UNITS; unit++) {
        uint32_t at = m->first[unit];
        for (uint32_t second = 0; second <= 26; second++) {
            uint32_t least = unit << 24 | (second + 1) << 5;
            while (at < m->first[unit + 1] && m->chunks[at].key < least)
                at++;
            m->pairs[unit][second] = at;
        }
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
    index_pairs(out);
    index_starts(out);
    take_surprises(out);
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
        unsigned letter = kti_letter_at(latin, &at);
        if (letter == 26) continue;
        if (count == KTI_LETTERS_MOST) return 0;
        letters[count++] = (uint8_t)letter;
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

/* Of two letters. */
static double pair_probability(const kti_units *m, uint8_t unit, const uint8_t *letters) {
    if ((m->seconds[unit][letters[0]] >> letters[1] & 1) == 0) return m->unseen[2];
    uint32_t key = kti_chunk_key(unit, letters, 2);
    for (uint32_t i = m->pairs[unit][letters[1]]; i < m->pairs[unit][letters[1] + 1]; i++)
        if (m->chunks[i].key == key) return m->chunks[i].probability;
    return m->unseen[2];
}

/* Of three letters and more. */
static double chunk_probability(const kti_units *m, uint8_t unit, const uint8_t *letters,
                                size_t count) {
    if ((m->thirds[unit][letters[0]] >> letters[2] & 1) == 0) return m->unseen[count];
    if (count > 3 && (m->fourths[unit][letters[0]] >> letters[3] & 1) == 0) return m->unseen[count];
    uint32_t key = kti_chunk_key(unit, letters, count);
    uint32_t low = m->pairs[unit][26], high = m->first[unit + 1];
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
            sums[i] +
            log((double)m->head->bigram[i == 0 ? KTI_LETTER_START : letters[i - 1]][letters[i]]);
}

/* Paths at one unit: how much likelier the first j letters are from the units so far than by
 * chance, summed over all ways to cut them; 0 outside [from, end). */
typedef struct paths {
    double gain[KTI_LETTERS_MOST + 1];
    size_t from, end;
} paths;

/* The ends of what hardly weighs are dropped, and what falls behind `least`: the units left must be
 * able to write the letters left. `most` is the best gain from `least` on. */
static void trim(paths *p, size_t least, double most) {
    static const double negligible = 1e-6;
    if (p->from < least) p->from = least;
    while (p->from < p->end && p->gain[p->from] <= most * negligible)
        p->from++;
    /* All in [from, end) is written. */
    // NOLINTNEXTLINE(clang-analyzer-core.UndefinedBinaryOperatorResult)
    while (p->from < p->end && p->gain[p->end - 1] <= most * negligible)
        p->end--;
}

/* Sums at a place, and at those one to four letters behind it. */
typedef struct sums {
    double here, one, two, three, four;
} sums;

/* Adds the ways in which a unit writes the next letters, `left` of them. Three and more that it was
 * never seen to write are left out: they weigh nothing. */
static inline void spread(const kti_units *m, uint8_t unit, const uint8_t *letters,
                          const double *surprise, size_t left, double gain, sums *next) {
    next->here += gain * (double)m->none[unit];
    if (left == 0) return;
    gain *= surprise[0];
    next->one += gain * (double)m->one[unit][letters[0]];
    if (left == 1) return;
    gain *= surprise[1];
    next->two += gain * pair_probability(m, unit, letters);
    if (left == 2 || (m->longer[unit][letters[0]] >> letters[1] & 1) == 0) return;
    gain *= surprise[2];
    next->three += gain * chunk_probability(m, unit, letters, 3);
    if (left == 3) return;
    gain *= surprise[3];
    next->four += gain * chunk_probability(m, unit, letters, 4);
}

/* Takes the sum at place `j`, and goes on to the next place. */
static inline void put(sums *open, size_t j, size_t least, paths *next, double *most) {
    next->gain[j] = open->here;
    if (j >= least && open->here > *most) *most = open->here;
    *open = (sums){open->one, open->two, open->three, open->four, 0};
}

/* Adds one unit. `surprise` is 1 / p(letter by chance). Returns the best gain from `least` on. */
static double step(const kti_units *m, uint8_t unit, const uint8_t *letters, const double *surprise,
                   size_t count, const paths *now, size_t least, paths *next) {
    sums open = {0, 0, 0, 0, 0};
    double most = 0;
    size_t j = now->from;
    for (; j < now->end; j++) {
        spread(m, unit, letters + j, surprise + j, count - j, now->gain[j], &open);
        put(&open, j, least, next, &most);
    }
    for (; open.here + open.one + open.two + open.three > 0; j++)
        put(&open, j, least, next, &most);
    next->from = now->from;
    next->end = j;
    return most;
}
_Static_assert(KTI_UNIT_LETTERS == 4, "as many as sums has behind the place");

/* Of `letters`, those that must be written before `units` write the others. */
static size_t least_written(size_t letters, size_t units) {
    return letters > KTI_UNIT_LETTERS * units ? letters - KTI_UNIT_LETTERS * units : 0;
}

/* Forward sums. A pair that begins hopelessly is given up. */
double kti_units_ratio(const kti_units *m, const uint8_t *units, size_t unit_count,
                       const uint8_t *letters, size_t letter_count) {
    static const double hopeless = 0.0005; /* e^-7.6 */
    enum { LOOK = 3 };
    double surprise[KTI_LETTERS_MOST];
    paths both[2], *now = &both[0], *next = &both[1];
    if (unit_count == 0 || letter_count == 0) return -99;
    for (size_t i = 0; i < letter_count; i++)
        surprise[i] = m->surprise[i == 0 ? KTI_LETTER_START : letters[i - 1]][letters[i]];
    now->gain[0] = 1;
    now->from = 0;
    now->end = 1;
    size_t least = least_written(letter_count, unit_count);
    double most = least == 0 ? 1 : 0;
    for (size_t u = 0; u < unit_count; u++) {
        trim(now, least, most);
        if (u >= LOOK && most < hopeless) return -99;
        least = least_written(letter_count, unit_count - u - 1);
        most = step(m, units[u], letters, surprise, letter_count, now, least, next);
        paths *swap = now;
        now = next;
        next = swap;
    }
    /* What is before `end` is written. */
    // NOLINTNEXTLINE(clang-analyzer-core.uninitialized.Assign,clang-analyzer-core.UndefinedBinaryOperatorResult)
    double gain = now->end == letter_count + 1 ? now->gain[letter_count] : 0;
    return gain > 1e-200 ? log(gain) : -460;
}

double kti_units_probability(const kti_units *m, double ratio, size_t unit_count) {
    const float *c = m->head->calibration;
    double z = (double)c[0] + (double)c[1] * ratio +
               (double)c[2] * ratio / (double)(unit_count == 0 ? 1 : unit_count);
    return 1 / (1 + exp(-z));
}
