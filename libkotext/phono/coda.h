/* coda.h - what each batchim does, as a table. */
#ifndef KTI_PHONO_CODA_H
#define KTI_PHONO_CODA_H

#include <stdbool.h>
#include <stdint.h>

typedef struct kti_coda {
    uint8_t neutral;  /* articles 9-11: at the end and before consonants */
    uint8_t stays;    /* articles 13-14: what is left when the rest moves to a vowel */
    uint8_t moves;    /* ... and the choseong that moves; KTI_L_NONE when nothing does */
    uint8_t before_h; /* article 12.1 note: the choseong it makes with ㅎ; KTI_L_NONE for none */
    uint8_t left_h;   /* ... and the jongseong that is left */
    bool cluster;
} kti_coda;

/* Indexed by jongseong. */
extern const kti_coda kti_codas[28];

/* ㄱ ㄷ ㅂ after neutralisation. */
bool kti_is_obstruent(uint8_t neutral_coda);

/* The nasal that an obstruent becomes (article 18). */
uint8_t kti_nasal_of(uint8_t neutral_coda);

/* The tense and aspirate choseong of a plain one; itself when there is none. */
uint8_t kti_tense_of(uint8_t choseong);
uint8_t kti_aspirate_of(uint8_t choseong);

/* The choseong that sounds like a neutral jongseong (ㄷ of 옷 before 안). */
uint8_t kti_choseong_of(uint8_t jongseong);

#endif
