#include "analyze/josa.h"

#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"

/* What a particle asks of the syllable before it. */
typedef enum agreement {
    ANY,
    CONSONANT,
    VOWEL,
    VOWEL_OR_L,    /* 로: 서울로 */
    CONSONANT_NO_L /* 으로 */
} agreement;

static const struct josa {
    kt_str text;
    agreement after;
} table[] = {
    {KTI_STR_INIT("은"), CONSONANT},
    {KTI_STR_INIT("는"), VOWEL},
    {KTI_STR_INIT("이"), CONSONANT},
    {KTI_STR_INIT("가"), VOWEL},
    {KTI_STR_INIT("을"), CONSONANT},
    {KTI_STR_INIT("를"), VOWEL},
    {KTI_STR_INIT("과"), CONSONANT},
    {KTI_STR_INIT("와"), VOWEL},
    {KTI_STR_INIT("으로"), CONSONANT_NO_L},
    {KTI_STR_INIT("로"), VOWEL_OR_L},
    {KTI_STR_INIT("으로서"), CONSONANT_NO_L},
    {KTI_STR_INIT("로서"), VOWEL_OR_L},
    {KTI_STR_INIT("으로써"), CONSONANT_NO_L},
    {KTI_STR_INIT("로써"), VOWEL_OR_L},
    {KTI_STR_INIT("으로부터"), CONSONANT_NO_L},
    {KTI_STR_INIT("로부터"), VOWEL_OR_L},
    {KTI_STR_INIT("의"), ANY},
    {KTI_STR_INIT("에"), ANY},
    {KTI_STR_INIT("에서"), ANY},
    {KTI_STR_INIT("에게"), ANY},
    {KTI_STR_INIT("에게서"), ANY},
    {KTI_STR_INIT("한테"), ANY},
    {KTI_STR_INIT("께"), ANY},
    {KTI_STR_INIT("께서"), ANY},
    {KTI_STR_INIT("도"), ANY},
    {KTI_STR_INIT("만"), ANY},
    {KTI_STR_INIT("까지"), ANY},
    {KTI_STR_INIT("부터"), ANY},
    {KTI_STR_INIT("처럼"), ANY},
    {KTI_STR_INIT("보다"), ANY},
    {KTI_STR_INIT("마저"), ANY},
    {KTI_STR_INIT("조차"), ANY},
    {KTI_STR_INIT("밖에"), ANY},
    {KTI_STR_INIT("뿐"), ANY},
    {KTI_STR_INIT("마다"), ANY},
    {KTI_STR_INIT("하고"), ANY},
    {KTI_STR_INIT("들"), ANY},
    {KTI_STR_INIT("측"), ANY},
    {KTI_STR_INIT("간"), ANY},
    {KTI_STR_INIT("내"), ANY},
    {KTI_STR_INIT("이나"), CONSONANT},
    {KTI_STR_INIT("나"), VOWEL},
    {KTI_STR_INIT("이며"), CONSONANT},
    {KTI_STR_INIT("며"), VOWEL},
    {KTI_STR_INIT("이고"), CONSONANT},
    {KTI_STR_INIT("고"), VOWEL},
    {KTI_STR_INIT("이라고"), CONSONANT},
    {KTI_STR_INIT("라고"), VOWEL},
    {KTI_STR_INIT("이라는"), CONSONANT},
    {KTI_STR_INIT("라는"), VOWEL},
    {KTI_STR_INIT("이라며"), CONSONANT},
    {KTI_STR_INIT("라며"), VOWEL},
    {KTI_STR_INIT("이란"), CONSONANT},
    {KTI_STR_INIT("란"), VOWEL},
    {KTI_STR_INIT("이든"), CONSONANT},
    {KTI_STR_INIT("든"), VOWEL},
    {KTI_STR_INIT("이다"), ANY},
    {KTI_STR_INIT("다"), VOWEL},
    {KTI_STR_INIT("인"), ANY},
    {KTI_STR_INIT("이었다"), CONSONANT},
    {KTI_STR_INIT("였다"), VOWEL},
    {KTI_STR_INIT("입니다"), ANY},
    {KTI_STR_INIT("이자"), ANY},
    {KTI_STR_INIT("이지만"), ANY},
    {KTI_STR_INIT("아"), CONSONANT},
    {KTI_STR_INIT("야"), VOWEL},
    {KTI_STR_INIT("이여"), CONSONANT},
    {KTI_STR_INIT("여"), VOWEL},
};

enum { JOSA = sizeof table / sizeof *table, LONGEST_CHAIN = 3 };

/* Latin, digits and Hanja are read in ways we do not know here: any particle fits. */
static bool agrees(kt_str stem, agreement after) {
    int final = kt_last_jongseong(stem);
    if (after == ANY || final < 0) return true;
    switch (after) {
    case CONSONANT:
        return final != KTI_T_NONE;
    case VOWEL:
        return final == KTI_T_NONE;
    case VOWEL_OR_L:
        return final == KTI_T_NONE || final == KTI_T_R;
    case CONSONANT_NO_L:
        return final != KTI_T_NONE && final != KTI_T_R;
    default:
        return true;
    }
}

static bool chain_fits(kt_str stem, kt_str rest, int depth) {
    if (rest.len == 0) return true;
    if (depth == LONGEST_CHAIN) return false;
    for (size_t i = 0; i < JOSA; i++) {
        kt_str josa = table[i].text;
        if (!kti_str_starts(rest, josa) || !agrees(stem, table[i].after)) continue;
        if (chain_fits(josa, kti_str_cut(rest, josa.len, rest.len), depth + 1)) return true;
    }
    return false;
}

bool kti_josa_fits(kt_str stem, kt_str rest) {
    return chain_fits(stem, rest, 0);
}

size_t kti_josa_stems(kt_str run, kt_str stems[KTI_JOSA_STEMS]) {
    enum { LONGEST_JOSA = 21 }; /* bytes: seven syllables */
    size_t count = 0;
    size_t at = run.len > LONGEST_JOSA ? run.len - LONGEST_JOSA : 3;
    while (at < run.len && !kti_utf8_is_boundary(run, at))
        at++;
    for (; at < run.len && count + 1 < KTI_JOSA_STEMS; at += kti_utf8_at(run, at).len) {
        kt_str stem = kti_str_cut(run, 0, at);
        if (kti_josa_fits(stem, kti_str_cut(run, at, run.len))) stems[count++] = stem;
    }
    stems[count++] = run;
    return count;
}
