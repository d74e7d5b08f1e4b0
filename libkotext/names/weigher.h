/* weigher.h - candidates beside the reading of their sentence; shared by the kinds of evidence. */
#ifndef KTI_NAMES_WEIGHER_H
#define KTI_NAMES_WEIGHER_H

#include "analyze/josa.h"
#include "kotext/analyze.h"
#include "names/detect.h"
#include "names/shape.h"
#include "translit/listed.h"

/* What a word that is looked at alone asks of its neighbours; or-ed. */
enum {
    KTI_LOOKS_BACK = 1 << 0,   /* what the word before is: 배우 */
    KTI_LOOKS_ABOVE = 1 << 1,  /* whether that is an administrative division: 서초구 */
    KTI_LOOKS_ON = 1 << 2,     /* whether a title or the like follows */
    KTI_LOOKS_ACROSS = 1 << 3, /* whether a title begins here and ends there */
    KTI_LOOKS_FURTHER = 1 << 4 /* something else: it cannot be told alone */
};

/* The stems of the run last asked for. */
typedef struct kti_stems_memo {
    kt_str run;
    kt_str stems[KTI_JOSA_STEMS];
    size_t count;
} kti_stems_memo;

typedef struct kti_weigher {
    const kti_lexicon *lexicon;
    kti_shapes shapes;
    kti_listed loanwords;
    kt_str text;
    const kt_morpheme *m;
    size_t count;
    const kt_eojeol *eojeols;
    size_t eojeol_count;
    kti_candidates *list;
    const struct kti_clues *clues;        /* the clue words to be found fast; may be NULL */
    const struct kti_title_edges *titles; /* which titles there are; may be NULL */
    kti_stems_memo *stems;                /* may be NULL */
    unsigned *looks; /* the text is one word of another: KTI_LOOKS_*; else NULL */
} kti_weigher;

/* Eojeols [first, end) of a reading. */
typedef struct kti_eojeols {
    size_t first, end;
} kti_eojeols;

static inline void kti_look(const kti_weigher *w, unsigned what) {
    if (w->looks != NULL) *w->looks |= what;
}

/* The first morpheme that ends behind byte `at`; `count` when none does. */
size_t kti_morpheme_at(const kti_weigher *w, uint32_t at);
/* The first eojeol that ends behind byte `at`. */
size_t kti_eojeol_at(const kti_weigher *w, uint32_t at);
/* Whether no morpheme lies across byte `at`. */
bool kti_is_boundary(const kti_weigher *w, uint32_t at);
/* The one morpheme that is `span`, or NULL. */
const kt_morpheme *kti_whole_morpheme(const kti_weigher *w, kt_span span);
/* Particles, endings, verbs and adverbs are no part of a name. */
bool kti_holds_grammar(const kti_weigher *w, kt_span span);

/* Whether a word is settled as a loanword and nothing else: 드론. */
static inline bool kti_is_loanword(const kti_weigher *w, kt_str word) {
    return kti_listed_kinds(&w->loanwords, word) == KTI_LISTED_WORD;
}

/* The title behind byte `end`, glued or after one space; empty when none is. */
kt_span kti_title_behind(const kti_weigher *w, size_t end);

/* Byte `at`, or the one behind it when a space stands there. */
static inline size_t kti_behind_space(kt_str text, size_t at) {
    return at < text.len && text.ptr[at] == ' ' ? at + 1 : at;
}

/* All stems of a run of Hangul, as kti_josa_stems(). */
size_t kti_stems_of(const kti_weigher *w, kt_str run, kt_str stems[KTI_JOSA_STEMS]);

/* The letters and digits that go on from byte `at`. */
kt_str kti_letters_from(kt_str text, size_t at);
/* The letters and digits before byte `end`, as many as a word may have. */
kt_str kti_last_letters(kt_str text, size_t end);
/* The eojeol, or the word before a mark, that ends right before the one space before `at`; empty
 * when something else stands there. */
kt_str kti_word_before(kt_str text, size_t at);

void kti_put(kti_weigher *w, kt_span span, kt_span title, kt_name_type type, double confidence);

/* Evidence is added up as logarithms of odds. */
double kti_odds_of(double confidence);
double kti_confidence_of(double odds);

#endif
