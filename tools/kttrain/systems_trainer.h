/* systems_trainer.h - what training of the systems of spelling counts, and writing it. */
#ifndef KTTRAIN_SYSTEMS_TRAINER_H
#define KTTRAIN_SYSTEMS_TRAINER_H

#include "core/buf.h"
#include "em.h"
#include "lexicon/lexicon.h"
#include "names/syllables.h"
#include "names/units.h"
#include "systems_seed.h"

enum {
    CONTEXTS = 4,
    SPOTS = KTI_UNITS * CONTEXTS,
    OPTIONS = 10, /* spellings of a unit that a syllable never seen so is built of */
    FORMS = 48    /* spellings of a syllable */
};

/* One spelling of a unit where it stands: the onset first or not, the vowel by what is around. */
typedef struct part {
    uint64_t key; /* spot << 32 | letters */
    double count, tilt[KTI_SYSTEMS], expected[KTI_SYSTEMS];
} part;

/* One spelling of a syllable: p = pooled share, tilted by the parts. */
typedef struct form {
    part *parts[3]; /* NULL: nothing is written */
    char latin[8];
    double count, share, p[KTI_SYSTEMS];
} form;

typedef struct cell {
    uint32_t key; /* place << 24 | syllable */
    form forms[FORMS];
    size_t count;
} cell;

typedef struct sample {
    const person *it;
    cell *cells[3];
    form *forms[3];
    double weight, share[KTI_SYSTEMS];
} sample;

typedef struct trainer {
    const kti_lexicon *lexicon;
    part *parts;
    size_t part_count;
    double spot_total[SPOTS], spot_expected[SPOTS][KTI_SYSTEMS];
    cell *cells;
    size_t cell_count;
    sample *samples;
    size_t sample_count;
    double prior[KTI_SYSTEMS];
} trainer;

/* A form must be this likely to be listed. */
#define FORM_LEAST 4e-4

/* By share, the larger first; for qsort. */
int form_by_share(const void *left, const void *right);

/* model.given, of a trained `t`; joins what is spelt the same. */
void write_systems(trainer *t, kti_buf *out);

#endif
