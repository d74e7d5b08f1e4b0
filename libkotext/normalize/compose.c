/* compose.c - letters typed one by one (ㅎㅏㄴ) into syllables. A consonant needs a vowel behind
 * it; letters that stand alone (ㅋㅋ, ㅠㅠ) stay as they are. */
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "normalize/normalize.h"

enum { FIRST = 0x3131, VOWEL = 0x314F, LAST = 0x3163, NONE = 0xFF, LETTERS = 4 };

/* ㄱ..ㅎ as choseong and as jongseong. */
static const uint8_t as_choseong[30] = {0,    1,    NONE, 2,    NONE, NONE, 3,  4,  5,  NONE,
                                        NONE, NONE, NONE, NONE, NONE, NONE, 6,  7,  8,  NONE,
                                        9,    10,   11,   12,   13,   14,   15, 16, 17, 18};
static const uint8_t as_jongseong[30] = {1,  2,  3,  4,  5,    6,  7,  NONE, 8,    9,
                                         10, 11, 12, 13, 14,   15, 16, 17,   NONE, 18,
                                         19, 20, 21, 22, NONE, 23, 24, 25,   26,   27};

static bool is_vowel(uint32_t cp) {
    return cp >= VOWEL && cp <= LAST;
}

static bool is_consonant(uint32_t cp) {
    return cp >= FIRST && cp < VOWEL;
}

/* ㅗㅏ -> ㅘ and the like; NONE when two vowels make none. */
static uint8_t joined_vowel(uint32_t a, uint32_t b) {
    static const uint8_t pairs[][3] = {{KTI_V_O, KTI_V_A, KTI_V_WA}, {KTI_V_O, KTI_V_AE, KTI_V_WAE},
                                       {KTI_V_O, KTI_V_I, KTI_V_OE}, {KTI_V_U, KTI_V_EO, KTI_V_WO},
                                       {KTI_V_U, KTI_V_E, KTI_V_WE}, {KTI_V_U, KTI_V_I, KTI_V_WI},
                                       {KTI_V_EU, KTI_V_I, KTI_V_UI}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (pairs[i][0] == a - VOWEL && pairs[i][1] == b - VOWEL) return pairs[i][2];
    return NONE;
}

/* Reads up to LETTERS + 1 code points at `at`; a missing one is 0. */
static void look_ahead(kt_str in, size_t at, uint32_t cps[LETTERS + 1], size_t ends[LETTERS + 1]) {
    for (size_t i = 0; i <= LETTERS; i++) {
        kti_cp unit = at < in.len ? kti_utf8_at(in, at) : (kti_cp){0, 0, true};
        at += unit.len;
        cps[i] = unit.cp;
        ends[i] = at;
    }
}

/* The syllable that begins at `at` and where its letters end; 0 when none does. */
static uint32_t syllable_at(kt_str in, size_t at, size_t *end) {
    uint32_t cps[LETTERS + 1];
    size_t ends[LETTERS + 1];
    look_ahead(in, at, cps, ends);
    if (!is_consonant(cps[0]) || !is_vowel(cps[1]) || as_choseong[cps[0] - FIRST] == NONE) return 0;
    kt_syllable s = {as_choseong[cps[0] - FIRST], (uint8_t)(cps[1] - VOWEL), 0};
    size_t used = 2;
    uint8_t joined = is_vowel(cps[2]) ? joined_vowel(cps[1], cps[2]) : NONE;
    if (joined != NONE) {
        s.jungseong = joined;
        used = 3;
    }
    bool final = is_consonant(cps[used]) && !is_vowel(cps[used + 1]) &&
                 as_jongseong[cps[used] - FIRST] != NONE;
    if (final) s.jongseong = as_jongseong[cps[used++] - FIRST];
    *end = ends[used - 1];
    return kti_join(s);
}

kt_status kti_normalize_compose(kt_str in, kt_text *out) {
    size_t copied = 0;
    kti_text_clear(out);
    for (size_t at = 0; at < in.len;) {
        size_t end = at;
        uint32_t cp = syllable_at(in, at, &end);
        if (cp == 0) {
            at += kti_utf8_at(in, at).len;
            continue;
        }
        char bytes[4];
        size_t len = kti_utf8_encode(cp, bytes);
        kti_text_copy(out, kti_str_cut(in, copied, at));
        kti_text_replace(out, end - at, (kt_str){bytes, len}, KTI_NORM_COMPAT_JAMO);
        copied = at = end;
    }
    kti_text_copy(out, kti_str_cut(in, copied, in.len));
    return kti_text_status(out);
}
