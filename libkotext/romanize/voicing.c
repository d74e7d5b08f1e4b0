/* voicing.c - what McCune-Reischauer brought in and other schemes took over: ㄱ ㄷ ㅂ ㅈ are
 * voiced between voiced sounds, and a letter that is only heard tense is written voiceless. */
#include "romanize/romanize.h"

#include "hangul/syllable.h"
#include "phono/coda.h"

bool kti_is_voiced(const kti_place *p) {
    if (p->before == NULL) return false;
    uint8_t t = p->before->t;
    return t == KTI_T_NONE || t == KTI_T_N || t == KTI_T_R || t == KTI_T_M || t == KTI_T_NG;
}

static uint8_t plain_of(uint8_t l) {
    switch (l) {
    case KTI_L_GG:
        return KTI_L_G;
    case KTI_L_DD:
        return KTI_L_D;
    case KTI_L_BB:
        return KTI_L_B;
    case KTI_L_SS:
        return KTI_L_S;
    case KTI_L_JJ:
        return KTI_L_J;
    default:
        return l;
    }
}

/* 학회 hakhoe: the ㅎ that joined a final is still written. */
static const char *merged(const kti_scheme *scheme, const kti_syl *s) {
    if (s->l0 != KTI_L_H) return NULL;
    if (s->l == KTI_L_K) return scheme->merged[0];
    if (s->l == KTI_L_T) return scheme->merged[1];
    return s->l == KTI_L_P ? scheme->merged[2] : NULL;
}

/* ㅅ is ss where the final before it was heard as ㄷ or ㅎ made it tense. */
static bool doubles_s(const kti_place *p) {
    if (p->it->l != KTI_L_SS && p->it->l != KTI_L_S) return false;
    if (p->before == NULL) return false;
    bool h = p->it->l0 == KTI_L_S &&
             (p->before->t0 == KTI_T_H || p->before->t0 == KTI_T_NH || p->before->t0 == KTI_T_RH);
    return p->before->t == KTI_T_D || (h && p->it->l == KTI_L_SS);
}

const char *kti_voicing_onset(const kti_scheme *scheme, const kti_place *p) {
    const kti_syl *s = p->it;
    const char *joined = merged(scheme, s);
    if (joined != NULL) return joined;
    if (kti_is_written_tense(p->before, s) || doubles_s(p)) {
        uint8_t tense = s->l == KTI_L_S ? KTI_L_SS : s->l;
        return scheme->choseong[tense];
    }
    if (s->l == KTI_L_R && p->before != NULL && p->before->t == KTI_T_R) return scheme->liquid;
    if (plain_of(s->l) != s->l) return scheme->choseong[plain_of(s->l)];
    const char *voiced = kti_is_voiced(p) ? scheme->voiced[s->l] : NULL;
    return voiced != NULL ? voiced : scheme->choseong[s->l];
}

/* The final that the onset behind it swallows: t before ss and tch, k before kk (kkk is kk). */
static bool is_swallowed(const kti_place *p) {
    if (p->after == NULL || p->mark_after) return false;
    uint8_t l = p->after->l;
    bool tense = kti_is_written_tense(p->it, p->after);
    switch (p->it->t) {
    case KTI_T_D:
        return l == KTI_L_SS || l == KTI_L_S || (tense && (l == KTI_L_DD || l == KTI_L_JJ));
    case KTI_T_G:
        return tense && l == KTI_L_GG;
    case KTI_T_B:
        return tense && l == KTI_L_BB;
    default:
        return false;
    }
}

const char *kti_mr_coda(const kti_scheme *scheme, const kti_place *p) {
    if (is_swallowed(p)) return "";
    if (p->after != NULL && p->it->t == KTI_T_R && p->after->l == KTI_L_H) return "r";
    bool before_g = p->after != NULL && !p->mark_after && p->after->l == KTI_L_G;
    if (p->it->t == KTI_T_N && before_g) return "n’";
    return scheme->jongseong[p->it->t];
}
