/* josa_table.h - the particles, one row for each pair of forms. */
#ifndef KTI_ANALYZE_JOSA_TABLE_H
#define KTI_ANALYZE_JOSA_TABLE_H

#include "analyze/ending.h"

/* What a row is for, and how it behaves; or-ed. */
enum {
    KTI_JOSA_DETECT = 1 << 0,   /* stands behind names in running text */
    KTI_JOSA_SPLIT = 1 << 1,    /* is cut off an eojeol */
    KTI_JOSA_WRITE = 1 << 2,    /* is made to agree */
    KTI_JOSA_RIEUL = 1 << 3,    /* after ㄹ as after a vowel: 서울로 */
    KTI_JOSA_OPTIONAL = 1 << 4, /* the full form is right after a vowel too: 의사이다 */
    KTI_JOSA_CLOSES = 1 << 5,   /* no particle follows it */
    KTI_JOSA_CALL = 1 << 6      /* 아/야, which calls somebody; 야 may also be 이야 */
};

typedef struct kti_josa {
    kt_str consonant; /* the form after a consonant */
    kt_str vowel;     /* after a vowel; the same text when the particle never changes */
    kt_str either;    /* the notation that leaves it open: 은(는), (이)나 */
    const char *name; /* 은/는 */
    unsigned flags;
} kti_josa;

enum { KTI_JOSA_ROWS = 104 };

extern const kti_josa kti_josa_table[KTI_JOSA_ROWS];

/* The rows of which a form begins with a syllable of this last byte, 0x80 to 0xBF: those from
 * kti_josa_first[k] to kti_josa_first[k + 1] of kti_josa_by_key, k being the byte less 0x80. */
enum { KTI_JOSA_KEYS = 64 };
extern const uint8_t kti_josa_first[KTI_JOSA_KEYS + 1];
extern const uint8_t kti_josa_by_key[];

/* Whether a form of the row may follow what ends so; anything may follow an unknown end. */
bool kti_josa_consonant_fits(const kti_josa *row, kti_ending end);
bool kti_josa_vowel_fits(const kti_josa *row, kti_ending end);

/* The form that agrees; for an unknown end the notation that leaves it open. */
kt_str kti_josa_form(const kti_josa *row, kti_ending end);

#endif
