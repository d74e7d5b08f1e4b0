/* foreign.h - names of several words, transliterated: 스칼렛 요한슨, 반 고흐. */
#ifndef KTI_NAMES_FOREIGN_H
#define KTI_NAMES_FOREIGN_H

#include "analyze/josa.h"
#include "names/weigher.h"

enum { KTI_FOREIGN_WORDS = 4 };

void kti_see_foreign(kti_weigher *w);

/* ---- the steps, each by one word alone ------------------------------------------------------- */

/* What a word is worth as part of such a name. */
typedef struct kti_foreign_part {
    double worth; /* in nats */
    bool strong;  /* it is no word of the language */
} kti_foreign_part;

/* A stem of a word with which a name may end. */
typedef struct kti_foreign_stem {
    kti_foreign_part part;
    uint32_t len;
    bool read; /* the reading ends something there */
} kti_foreign_stem;

/* Before any word. */
#define KTI_FOREIGN_BASE ((kti_foreign_part){1, false})

/* That of a whole eojeol, with which a name begins or (`first` false) goes on. */
kti_foreign_part kti_foreign_part_of(const kti_weigher *w, const kt_eojeol *e, bool first);

/* The stems of an eojeol that are worth a look; their number. */
size_t kti_foreign_stems_of(const kti_weigher *w, const kt_eojeol *e,
                            kti_foreign_stem out[KTI_JOSA_STEMS]);

/* Adds a part; false when no name goes on with it. */
bool kti_foreign_add(kti_foreign_part *sum, kti_foreign_part next);

/* Adds the name from byte `start` to a stem of the eojeol that begins at `last`, if it is one with
 * what stands around it. */
void kti_foreign_put(kti_weigher *w, uint32_t start, uint32_t last, kti_foreign_part so_far,
                     const kti_foreign_stem *stem);

#endif
