/* romanize.h - one driver for all schemes, and what a scheme is: letters, sound changes, names. */
#ifndef KTI_ROMANIZE_ROMANIZE_H
#define KTI_ROMANIZE_ROMANIZE_H

#include "core/rule.h"
#include "kotext/romanize.h"
#include "lexicon/lexicon.h"
#include "phono/phono.h"

/* The rules that schemes cite. */
enum {
    KTI_RR_2 = KTI_RULES_ROMANIZE + 1,
    KTI_RR_3_1,
    KTI_RR_3_2,
    KTI_RR_3_3,
    KTI_RR_3_4,
    KTI_RR_3_5,
    KTI_RR_3_5_NUMBER,
    KTI_RR_JAMO,
    KTI_RR_END
};

/* A scheme that writes syllable by syllable: one file each. */
typedef struct kti_scheme {
    const char *id;
    const char *choseong[19];
    const char *jungseong[21];
    const char *jongseong[28]; /* after neutralisation */
    const char *liquid;        /* choseong ㄹ after jongseong ㄹ */
    kti_phono_options phono;
    /* Whether a reader could divide `before` + `after` at another place. */
    bool (*ambiguous)(const kti_syl *before, const kti_syl *after);
} kti_scheme;

extern const kti_scheme kti_scheme_rr;

/* Romanizes NFC text. `tokens` say what is a name; see kotext/romanize.h. `reading` (may be NULL)
 * is the text's analysis, which the sounds follow. */
kt_status kti_romanize(const kti_lexicon *lexicon, kt_str text, const kt_romanize_options *options,
                       const kt_token *tokens, size_t token_count, const kt_analysis *reading,
                       kti_arena *arena, kt_text *out);

kt_rule kti_romanize_rule(uint32_t index);

/* ---- names (names.c) ------------------------------------------------------------------------ */

/* What a syllable or digit needs beside its letters. */
typedef enum kti_mark {
    KTI_MARK_NONE,
    KTI_MARK_CAPITAL = 1, /* begins a name or one of its words */
    KTI_MARK_HYPHEN = 2,  /* a hyphen stands before it */
    KTI_MARK_SPACE = 4,   /* a space stands before it */
    KTI_MARK_READ = 8     /* a number whose reading follows in brackets */
} kti_mark;

/* Sets the marks (one for each byte of the text, at the first byte of what they concern) and
 * freezes the places that no sound change may cross. */
void kti_mark_names(const kti_lexicon *lexicon, const kt_romanize_options *options,
                    const kt_token *tokens, size_t token_count, kti_phono *phono, uint8_t *marks);

#endif
