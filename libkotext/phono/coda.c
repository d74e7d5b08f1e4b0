#include "phono/coda.h"

#include "hangul/syllable.h"

#define NO KTI_L_NONE

/*                     neutral   stays     moves      with ㅎ    left      cluster */
const kti_coda kti_codas[28] = {
    [KTI_T_NONE] = {KTI_T_NONE, KTI_T_NONE, NO, NO, KTI_T_NONE, false},
    [KTI_T_G] = {KTI_T_G, KTI_T_NONE, KTI_L_G, KTI_L_K, KTI_T_NONE, false},
    [KTI_T_GG] = {KTI_T_G, KTI_T_NONE, KTI_L_GG, KTI_L_K, KTI_T_NONE, false},
    [KTI_T_GS] = {KTI_T_G, KTI_T_G, KTI_L_SS, KTI_L_K, KTI_T_NONE, true},
    [KTI_T_N] = {KTI_T_N, KTI_T_NONE, KTI_L_N, NO, KTI_T_NONE, false},
    [KTI_T_NJ] = {KTI_T_N, KTI_T_N, KTI_L_J, KTI_L_CH, KTI_T_N, true},
    [KTI_T_NH] = {KTI_T_N, KTI_T_NONE, KTI_L_N, NO, KTI_T_NONE, true},
    [KTI_T_D] = {KTI_T_D, KTI_T_NONE, KTI_L_D, KTI_L_T, KTI_T_NONE, false},
    [KTI_T_R] = {KTI_T_R, KTI_T_NONE, KTI_L_R, NO, KTI_T_NONE, false},
    [KTI_T_RG] = {KTI_T_G, KTI_T_R, KTI_L_G, KTI_L_K, KTI_T_R, true},
    [KTI_T_RM] = {KTI_T_M, KTI_T_R, KTI_L_M, NO, KTI_T_NONE, true},
    [KTI_T_RB] = {KTI_T_R, KTI_T_R, KTI_L_B, KTI_L_P, KTI_T_R, true},
    [KTI_T_RS] = {KTI_T_R, KTI_T_R, KTI_L_SS, NO, KTI_T_NONE, true},
    [KTI_T_RT] = {KTI_T_R, KTI_T_R, KTI_L_T, KTI_L_T, KTI_T_R, true},
    [KTI_T_RP] = {KTI_T_B, KTI_T_R, KTI_L_P, KTI_L_P, KTI_T_R, true},
    [KTI_T_RH] = {KTI_T_R, KTI_T_NONE, KTI_L_R, NO, KTI_T_NONE, true},
    [KTI_T_M] = {KTI_T_M, KTI_T_NONE, KTI_L_M, NO, KTI_T_NONE, false},
    [KTI_T_B] = {KTI_T_B, KTI_T_NONE, KTI_L_B, KTI_L_P, KTI_T_NONE, false},
    [KTI_T_BS] = {KTI_T_B, KTI_T_B, KTI_L_SS, KTI_L_P, KTI_T_NONE, true},
    [KTI_T_S] = {KTI_T_D, KTI_T_NONE, KTI_L_S, KTI_L_T, KTI_T_NONE, false},
    [KTI_T_SS] = {KTI_T_D, KTI_T_NONE, KTI_L_SS, KTI_L_T, KTI_T_NONE, false},
    [KTI_T_NG] = {KTI_T_NG, KTI_T_NG, NO, NO, KTI_T_NONE, false},
    [KTI_T_J] = {KTI_T_D, KTI_T_NONE, KTI_L_J, KTI_L_CH, KTI_T_NONE, false},
    [KTI_T_CH] = {KTI_T_D, KTI_T_NONE, KTI_L_CH, KTI_L_T, KTI_T_NONE, false},
    [KTI_T_K] = {KTI_T_G, KTI_T_NONE, KTI_L_K, KTI_L_K, KTI_T_NONE, false},
    [KTI_T_T] = {KTI_T_D, KTI_T_NONE, KTI_L_T, KTI_L_T, KTI_T_NONE, false},
    [KTI_T_P] = {KTI_T_B, KTI_T_NONE, KTI_L_P, KTI_L_P, KTI_T_NONE, false},
    [KTI_T_H] = {KTI_T_D, KTI_T_NONE, NO, KTI_L_T, KTI_T_NONE, false},
};

bool kti_is_obstruent(uint8_t t) {
    return t == KTI_T_G || t == KTI_T_D || t == KTI_T_B;
}

uint8_t kti_nasal_of(uint8_t t) {
    switch (t) {
    case KTI_T_G:
        return KTI_T_NG;
    case KTI_T_D:
        return KTI_T_N;
    case KTI_T_B:
        return KTI_T_M;
    default:
        return t;
    }
}

uint8_t kti_tense_of(uint8_t l) {
    switch (l) {
    case KTI_L_G:
        return KTI_L_GG;
    case KTI_L_D:
        return KTI_L_DD;
    case KTI_L_B:
        return KTI_L_BB;
    case KTI_L_S:
        return KTI_L_SS;
    case KTI_L_J:
        return KTI_L_JJ;
    default:
        return l;
    }
}

uint8_t kti_aspirate_of(uint8_t l) {
    switch (l) {
    case KTI_L_G:
        return KTI_L_K;
    case KTI_L_D:
        return KTI_L_T;
    case KTI_L_B:
        return KTI_L_P;
    case KTI_L_J:
        return KTI_L_CH;
    default:
        return l;
    }
}

uint8_t kti_choseong_of(uint8_t t) {
    switch (t) {
    case KTI_T_G:
        return KTI_L_G;
    case KTI_T_N:
        return KTI_L_N;
    case KTI_T_D:
        return KTI_L_D;
    case KTI_T_R:
        return KTI_L_R;
    case KTI_T_M:
        return KTI_L_M;
    case KTI_T_B:
        return KTI_L_B;
    default:
        return KTI_L_NONE;
    }
}
