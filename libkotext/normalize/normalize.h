/* normalize.h - Unicode forms and Korean steps, one after another, their maps joined. */
#ifndef KTI_NORMALIZE_NORMALIZE_H
#define KTI_NORMALIZE_NORMALIZE_H

#include <stdbool.h>

#include "core/arena.h"
#include "core/rule.h"
#include "core/text.h"
#include "kotext/normalize.h"

enum {
    KTI_NORM_FORM = KTI_RULES_NORMALIZE + 1,
    KTI_NORM_COMPAT_JAMO,
    KTI_NORM_HALFWIDTH,
    KTI_NORM_CONJOINING,
    KTI_NORM_MIDDLE_DOT,
    KTI_NORM_QUOTES,
    KTI_NORM_FULLWIDTH,
    KTI_NORM_ZERO_WIDTH,
    KTI_NORM_CONTROLS,
    KTI_NORM_HANJA,
    KTI_NORM_SPACES,
    KTI_NORM_INVALID,
    KTI_NORM_END
};

kt_status kti_normalize(kt_str in, const kt_normalize_options *options, kti_arena *arena,
                        kt_text *out);

kt_rule kti_normalize_rule(uint32_t index);

/* The steps that replace single code points (letters.c). */
kt_status kti_normalize_letters(kt_str in, uint32_t steps, kt_text *out);

/* Letters typed one by one into syllables (compose.c). */
kt_status kti_normalize_compose(kt_str in, kt_text *out);

#endif
