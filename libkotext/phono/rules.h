/* rules.h - the articles that sound changes cite. */
#ifndef KTI_PHONO_RULES_H
#define KTI_PHONO_RULES_H

#include "core/rule.h"

enum {
    KTI_STD_5_JYEO = KTI_RULES_PHONO + 1,
    KTI_STD_5_UI,
    KTI_STD_5_YE,
    KTI_STD_5_UI_INNER,
    KTI_STD_5_UI_JOSA,
    KTI_STD_9,
    KTI_STD_10,
    KTI_STD_10_BALP,
    KTI_STD_11,
    KTI_STD_11_STEM,
    KTI_STD_12_1,
    KTI_STD_12_1_ONSET,
    KTI_STD_12_2,
    KTI_STD_12_3,
    KTI_STD_12_4,
    KTI_STD_13,
    KTI_STD_14,
    KTI_STD_15,
    KTI_STD_16,
    KTI_STD_17,
    KTI_STD_17_HI,
    KTI_STD_18,
    KTI_STD_19,
    KTI_STD_19_OBSTRUENT,
    KTI_STD_20,
    KTI_STD_20_NN,
    KTI_STD_22,
    KTI_STD_23,
    KTI_STD_24,
    KTI_STD_25,
    KTI_STD_26,
    KTI_STD_27,
    KTI_STD_27_ENDING,
    KTI_STD_28,
    KTI_STD_28_NUMBER,
    KTI_STD_29,
    KTI_STD_29_L,
    KTI_STD_30,
    KTI_STD_30_1,
    KTI_KP_YE,
    KTI_KP_NASAL,
    KTI_STD_END
};

#endif
