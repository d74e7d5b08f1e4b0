#include "systems.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/str.h"
#include "core/utf8.h"
#include "em.h"
#include "hangul/syllable.h"
#include "systems_seed.h"
#include "systems_trainer.h"

enum { SYLLABLE = 3, ROUNDS = 12 };

/* Weights of what is not counted: a spelling of a syllable, of a unit, of a surname. */
static const double BUILT = 2, EVEN = 1, SHARES = 4, TABLE = 10;

/* ---- what is counted ------------------------------------------------------------------------ */

static int by_part(const void *left, const void *right) {
    const part *a = left;
    const part *b = right;
    return (a->key > b->key) - (a->key < b->key);
}

static int by_cell(const void *left, const void *right) {
    const cell *a = left;
    const cell *b = right;
    return (a->key > b->key) - (a->key < b->key);
}

/* Where the unit `at` of a spelled syllable stands: its spot. */
static uint32_t spot_of(const spelled *s, size_t at) {
    kt_syllable parts = kti_split(s->syllable);
    uint32_t context = 0;
    if (at == 0) context = s->place == KTI_PLACE_SECOND;
    if (at == 1) context = (parts.choseong != KTI_L_NONE) + 2u * (parts.jongseong != 0);
    uint32_t unit = at == 0   ? parts.choseong
                    : at == 1 ? (uint32_t)(KTI_INITIALS + parts.jungseong)
                              : (uint32_t)(KTI_INITIALS + KTI_VOWELS + parts.jongseong - 1);
    return unit * CONTEXTS + context;
}

static bool is_silent(uint32_t syllable, size_t at) {
    kt_syllable s = kti_split(syllable);
    return (at == 0 && s.choseong == KTI_L_NONE) || (at == 2 && s.jongseong == 0);
}

static part *find_part(trainer *t, uint32_t spot, uint32_t letters) {
    part wanted = {.key = (uint64_t)spot << 32 | letters};
    return bsearch(&wanted, t->parts, t->part_count, sizeof wanted, by_part);
}

/* A part is known in all contexts of its unit. */
static bool collect_parts(trainer *t, const person *persons, size_t count) {
    t->parts = calloc(count * 6 * CONTEXTS + 1, sizeof *t->parts);
    if (t->parts == NULL) return false;
    for (size_t i = 0; i < count; i++)
        for (size_t s = 1; s < persons[i].count; s++)
            for (size_t at = 0; at < 3; at++) {
                const spelled *it = &persons[i].syllables[s];
                if (is_silent(it->syllable, at)) continue;
                uint32_t spot = spot_of(it, at), own = spot % CONTEXTS;
                for (uint32_t c = 0; c < CONTEXTS; c++)
                    t->parts[t->part_count++] =
                        (part){.key = (uint64_t)(spot - own + c) << 32 | it->letters[at],
                               .count = c == own ? persons[i].weight : 0};
            }
    qsort(t->parts, t->part_count, sizeof *t->parts, by_part);
    size_t kept = 0;
    for (size_t i = 0; i < t->part_count; i++) {
        t->spot_total[t->parts[i].key >> 32] += t->parts[i].count;
        if (kept > 0 && t->parts[kept - 1].key == t->parts[i].key)
            t->parts[kept - 1].count += t->parts[i].count;
        else
            t->parts[kept++] = t->parts[i];
    }
    t->part_count = kept;
    return true;
}

/* The share of a part in its spot, backed off to its unit anywhere. */
static double part_share(trainer *t, const part *p) {
    uint32_t spot = (uint32_t)(p->key >> 32), letters = (uint32_t)p->key;
    uint32_t unit = spot - spot % CONTEXTS;
    double anywhere = 0, total = 0;
    for (uint32_t c = 0; c < CONTEXTS; c++) {
        const part *same = find_part(t, unit + c, letters);
        if (same != NULL) anywhere += same->count;
        total += t->spot_total[unit + c];
    }
    return (p->count + EVEN * anywhere / total) / (t->spot_total[spot] + EVEN);
}

/* ---- the spellings of a syllable ------------------------------------------------------------ */

static void write_letters(uint32_t letters, char latin[8]) {
    size_t len = strlen(latin);
    for (; letters > 0 && len < 7; letters >>= 5)
        latin[len++] = (char)('a' + (letters & 31) - 1);
    latin[len] = '\0';
}

static form *add_form(cell *c, part *const parts[3]) {
    for (size_t i = 0; i < c->count; i++)
        if (memcmp(c->forms[i].parts, parts, sizeof c->forms[i].parts) == 0) return &c->forms[i];
    if (c->count == FORMS) return NULL;
    form *f = &c->forms[c->count++];
    memset(f, 0, sizeof *f);
    memcpy(f->parts, parts, sizeof f->parts);
    for (size_t at = 0; at < 3; at++)
        if (parts[at] != NULL) write_letters((uint32_t)parts[at]->key, f->latin);
    return f;
}

static bool parts_of(trainer *t, const spelled *s, part *parts[3]) {
    for (size_t at = 0; at < 3; at++) {
        parts[at] = NULL;
        if (is_silent(s->syllable, at)) continue;
        parts[at] = find_part(t, spot_of(s, at), s->letters[at]);
        if (parts[at] == NULL) return false;
    }
    return true;
}

typedef struct option {
    part *it;
    double share;
} option;

static int by_share(const void *left, const void *right) {
    const option *a = left;
    const option *b = right;
    if (a->share != b->share) return a->share < b->share ? 1 : -1;
    return a->it < b->it ? -1 : 1;
}

/* The likeliest spellings of one unit; of a silent one, nothing. */
static size_t options_of(trainer *t, const spelled *s, size_t at, option out[OPTIONS]) {
    enum { SEEN = 512 };
    static option all[SEEN];
    if (is_silent(s->syllable, at)) {
        out[0] = (option){NULL, 1};
        return 1;
    }
    uint32_t spot = spot_of(s, at);
    size_t count = 0;
    for (size_t i = 0; i < t->part_count && count < SEEN; i++)
        if (t->parts[i].key >> 32 == spot)
            all[count++] = (option){&t->parts[i], part_share(t, &t->parts[i])};
    qsort(all, count, sizeof *all, by_share);
    if (count > OPTIONS) count = OPTIONS;
    memcpy(out, all, count * sizeof *all);
    return count;
}

/* The share of each form: counted, over what its parts make likely. */
static void build_cell(trainer *t, cell *c) {
    enum { MOST = OPTIONS * OPTIONS * OPTIONS };
    static form built[MOST];
    spelled s = {c->key & 0xFFFFFF, (uint8_t)(c->key >> 24), {0}};
    option options[3][OPTIONS];
    size_t counts[3], made = 0;
    double total = 0;
    for (size_t at = 0; at < 3; at++)
        counts[at] = options_of(t, &s, at, options[at]);
    for (size_t i = 0; i < counts[0] * counts[1] * counts[2]; i++) {
        const option *a = &options[0][i % counts[0]], *b = &options[1][i / counts[0] % counts[1]],
                     *d = &options[2][i / counts[0] / counts[1]];
        built[made++] =
            (form){.parts = {a->it, b->it, d->it}, .share = a->share * b->share * d->share};
    }
    qsort(built, made, sizeof *built, form_by_share);
    for (size_t i = 0; i < made && c->count < FORMS; i++) {
        if (built[i].share < FORM_LEAST / 4) break;
        add_form(c, built[i].parts);
    }
    for (size_t i = 0; i < c->count; i++)
        total += c->forms[i].count;
    for (size_t i = 0; i < c->count; i++) {
        form *f = &c->forms[i];
        double p = 1;
        for (size_t at = 0; at < 3; at++)
            if (f->parts[at] != NULL) p *= part_share(t, f->parts[at]);
        f->share = (f->count + BUILT * p) / (total + BUILT);
    }
}

static cell *find_cell(trainer *t, const spelled *s) {
    cell wanted;
    wanted.key = (uint32_t)s->place << 24 | s->syllable;
    return bsearch(&wanted, t->cells, t->cell_count, sizeof wanted, by_cell);
}

/* Each syllable that was met has a cell for either place of a given name. */
static bool collect_cells(trainer *t, const person *persons, size_t count) {
    uint32_t *keys = calloc(count * 4 + 1, sizeof *keys);
    size_t met = 0;
    if (keys == NULL) return false;
    uint8_t *seen = calloc(KTI_SYLLABLE_LAST + 1, 1);
    for (size_t i = 0; seen != NULL && i < count; i++)
        for (size_t s = 1; s < persons[i].count; s++) {
            uint32_t syllable = persons[i].syllables[s].syllable;
            if (seen[syllable]++ > 0) {
                seen[syllable] = 1;
                continue;
            }
            keys[met++] = (uint32_t)KTI_PLACE_FIRST << 24 | syllable;
            keys[met++] = (uint32_t)KTI_PLACE_SECOND << 24 | syllable;
        }
    t->cells = calloc(met + 1, sizeof *t->cells);
    for (size_t i = 0; t->cells != NULL && i < met; i++)
        t->cells[t->cell_count++].key = keys[i];
    if (t->cells != NULL) qsort(t->cells, t->cell_count, sizeof *t->cells, by_cell);
    free(keys);
    free(seen);
    return t->cells != NULL;
}

/* A spelling seen in the one place is likely in the other. */
static void count_forms(trainer *t, const person *persons, size_t count) {
    static const double ELSEWHERE = 0.3;
    for (size_t i = 0; i < count; i++)
        for (size_t s = 1; s < persons[i].count; s++)
            for (int other = 0; other < 2; other++) {
                spelled it = persons[i].syllables[s];
                part *parts[3];
                if (other) it.place = KTI_PLACE_FIRST + KTI_PLACE_SECOND - it.place;
                cell *c = find_cell(t, &it);
                form *f = c != NULL && parts_of(t, &it, parts) ? add_form(c, parts) : NULL;
                if (f != NULL) f->count += persons[i].weight * (other ? ELSEWHERE : 1);
            }
}

/* ---- surnames ------------------------------------------------------------------------------- */

/* Surnames are cells too, but their forms are whole: no parts. */
static form *surname_form(cell *c, const char *latin) {
    for (size_t i = 0; i < c->count; i++)
        if (strcmp(c->forms[i].latin, latin) == 0) return &c->forms[i];
    if (c->count == FORMS) return NULL;
    form *f = &c->forms[c->count++];
    memset(f, 0, sizeof *f);
    memcpy(f->latin, latin, strlen(latin) + 1);
    return f;
}

static void surname_latin(kt_str text, char latin[8]) {
    size_t len = 0;
    for (size_t i = 0; i < text.len && len < 7; i++)
        latin[len++] = kti_ascii_lower(text.ptr[i]);
    latin[len] = '\0';
}

static void build_surname(trainer *t, cell *c) {
    kti_surname_spelling list[24];
    char hangul[4], latin[8];
    double total = 0;
    size_t len = kti_utf8_encode(c->key & 0xFFFFFF, hangul);
    size_t count = kti_lexicon_surname_spellings(t->lexicon, (kt_str){hangul, len}, list, 24);
    for (size_t i = 0; i < c->count; i++)
        total += c->forms[i].count;
    for (size_t i = 0; i < c->count; i++)
        c->forms[i].share = c->forms[i].count / (total + TABLE);
    for (size_t i = 0; i < count; i++) {
        surname_latin(list[i].latin, latin);
        form *f = surname_form(c, latin);
        if (f != NULL) f->share += TABLE * (double)list[i].share / (total + TABLE);
    }
}

/* ---- expectation and maximisation ----------------------------------------------------------- */

static double tilt(const trainer *t, const part *p, size_t k, double share) {
    double total = t->spot_expected[p->key >> 32][k];
    return (p->expected[k] + EVEN * share) / (total + EVEN) / share;
}

static void maximise_parts(trainer *t) {
    double all = 0;
    memset(t->spot_expected, 0, sizeof t->spot_expected);
    memset(t->prior, 0, sizeof t->prior);
    for (size_t i = 0; i < t->part_count; i++)
        memset(t->parts[i].expected, 0, sizeof t->parts[i].expected);
    for (size_t i = 0; i < t->sample_count; i++)
        for (size_t k = 0; k < KTI_SYSTEMS; k++) {
            const sample *s = &t->samples[i];
            double w = s->share[k] * s->weight;
            t->prior[k] += w;
            all += w;
            for (size_t n = 1; n < s->it->count; n++)
                for (size_t at = 0; at < 3; at++) {
                    part *p = s->forms[n] == NULL ? NULL : s->forms[n]->parts[at];
                    if (p == NULL) continue;
                    p->expected[k] += w;
                    t->spot_expected[p->key >> 32][k] += w;
                }
        }
    for (size_t k = 0; k < KTI_SYSTEMS; k++)
        t->prior[k] = (t->prior[k] + 1e-3) / (all + 1e-3 * KTI_SYSTEMS);
    for (size_t i = 0; i < t->part_count; i++) {
        double share = part_share(t, &t->parts[i]);
        for (size_t k = 0; k < KTI_SYSTEMS; k++)
            t->parts[i].tilt[k] = share > 0 ? tilt(t, &t->parts[i], k, share) : 1;
    }
}

static void maximise_cell(cell *c) {
    for (size_t k = 0; k < KTI_SYSTEMS; k++) {
        double sum = 1e-12;
        for (size_t i = 0; i < c->count; i++) {
            form *f = &c->forms[i];
            f->p[k] = f->share;
            for (size_t at = 0; at < 3; at++)
                if (f->parts[at] != NULL) f->p[k] *= f->parts[at]->tilt[k];
            sum += f->p[k];
        }
        for (size_t i = 0; i < c->count; i++)
            c->forms[i].p[k] /= sum;
    }
}

static void maximise_surnames(trainer *t) {
    for (size_t i = 0; i < t->cell_count; i++)
        for (size_t f = 0; t->cells[i].key >> 24 == KTI_PLACE_SURNAME && f < t->cells[i].count; f++)
            memset(t->cells[i].forms[f].p, 0, sizeof t->cells[i].forms[f].p);
    for (size_t i = 0; i < t->sample_count; i++)
        for (size_t k = 0; t->samples[i].forms[0] != NULL && k < KTI_SYSTEMS; k++)
            t->samples[i].forms[0]->p[k] += t->samples[i].weight * t->samples[i].share[k];
    for (size_t i = 0; i < t->cell_count; i++) {
        cell *c = &t->cells[i];
        if (c->key >> 24 != KTI_PLACE_SURNAME) continue;
        for (size_t k = 0; k < KTI_SYSTEMS; k++) {
            double sum = 0;
            for (size_t f = 0; f < c->count; f++)
                sum += c->forms[f].p[k];
            for (size_t f = 0; f < c->count; f++)
                c->forms[f].p[k] = (c->forms[f].p[k] + SHARES * c->forms[f].share) / (sum + SHARES);
        }
    }
}

static void maximise(trainer *t) {
    maximise_parts(t);
    for (size_t i = 0; i < t->cell_count; i++)
        if (t->cells[i].key >> 24 != KTI_PLACE_SURNAME) maximise_cell(&t->cells[i]);
    maximise_surnames(t);
}

static double expect(trainer *t) {
    double sum = 0, weight = 0;
    for (size_t i = 0; i < t->sample_count; i++) {
        sample *s = &t->samples[i];
        double all = 0;
        for (size_t k = 0; k < KTI_SYSTEMS; k++) {
            s->share[k] = t->prior[k];
            for (size_t n = 0; n < s->it->count; n++)
                s->share[k] *= s->forms[n] == NULL ? 1e-6 : fmax(s->forms[n]->p[k], 1e-6);
            all += s->share[k];
        }
        for (size_t k = 0; k < KTI_SYSTEMS; k++)
            s->share[k] /= all;
        sum -= s->weight * log(all);
        weight += s->weight;
    }
    return sum / weight;
}

/* ---- together ------------------------------------------------------------------------------- */

static bool collect_surnames(trainer *t, const person *persons, size_t count) {
    cell *moved = realloc(t->cells, (t->cell_count + count + 1) * sizeof *moved);
    if (moved == NULL) return false;
    t->cells = moved;
    size_t first = t->cell_count;
    for (size_t i = 0; i < count; i++) {
        uint32_t syllable = persons[i].syllables[0].syllable;
        size_t at = first;
        while (at < t->cell_count && t->cells[at].key != syllable)
            at++;
        if (at == t->cell_count) {
            memset(&t->cells[at], 0, sizeof t->cells[at]);
            t->cells[t->cell_count++].key = syllable; /* KTI_PLACE_SURNAME is 0 */
        }
        form *f = surname_form(&t->cells[at], persons[i].surname);
        if (f != NULL) f->count += persons[i].weight;
    }
    qsort(t->cells, t->cell_count, sizeof *t->cells, by_cell);
    return true;
}

static bool collect_samples(trainer *t, const person *persons, size_t count) {
    t->samples = calloc(count + 1, sizeof *t->samples);
    for (size_t i = 0; t->samples != NULL && i < count; i++) {
        sample *s = &t->samples[t->sample_count++];
        *s = (sample){.it = &persons[i], .weight = persons[i].weight};
        for (size_t n = 0; n < persons[i].count; n++) {
            part *parts[3];
            const spelled *it = &persons[i].syllables[n];
            cell *c = find_cell(t, it);
            if (n == 0) s->forms[n] = surname_form(c, persons[i].surname);
            if (n > 0) s->forms[n] = parts_of(t, it, parts) ? add_form(c, parts) : NULL;
        }
        seed_systems(&persons[i], s->share);
    }
    return t->samples != NULL;
}

static bool train(trainer *t, const person *persons, size_t count, double *surprise) {
    if (!collect_parts(t, persons, count) || !collect_cells(t, persons, count)) return false;
    count_forms(t, persons, count);
    if (!collect_surnames(t, persons, count)) return false;
    for (size_t i = 0; i < t->cell_count; i++) {
        if (t->cells[i].key >> 24 == KTI_PLACE_SURNAME)
            build_surname(t, &t->cells[i]);
        else
            build_cell(t, &t->cells[i]);
    }
    if (!collect_samples(t, persons, count)) return false;
    maximise(t);
    for (int round = 0; round < ROUNDS; round++) {
        *surprise = expect(t);
        maximise(t);
    }
    return true;
}

bool train_systems(const kti_lexicon *lexicon, const pairs *list, const kti_units *units,
                   kti_buf *out, double *surprise) {
    size_t count = 0;
    trainer *t = calloc(1, sizeof *t);
    person *persons = calloc(5 * list->count + 1, sizeof *persons);
    bool fine = t != NULL && persons != NULL;
    if (fine) {
        t->lexicon = lexicon;
        count = persons_of(list, units, persons);
        count += official_persons(list, persons + count);
        fine = train(t, persons, count, surprise);
    }
    if (fine) write_systems(t, out);
    if (t != NULL) {
        free(t->parts);
        free(t->cells);
        free(t->samples);
    }
    free(t);
    free(persons);
    return fine && !out->failed;
}
