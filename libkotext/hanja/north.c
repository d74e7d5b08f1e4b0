/* north.c - Hanja as the North writes them: by the rules of Chosŏnmal (조선말규범집), Spelling,
 * articles 25 and 26, each keeps its own sound wherever it stands (력사, 녀성, 비률), and 몌 폐 are
 * 메 페. A reading of the South tells which of a character's sounds is meant. */
#include "hangul/syllable.h"
#include "hanja/hanja.h"

/* Words that the article excepts, of two characters: they are written as they changed. */
static const uint16_t changed[][2] = {
    {0x5587, 0x53ED}, /* 喇叭 나팔 */
    {0x7409, 0x7483}, /* 琉璃 유리 */
    {0x87BA, 0x7D72}, /* 螺絲 나사 */
};

static bool is_changed(const uint32_t *cps, size_t count, size_t at) {
    for (size_t i = 0; i < sizeof changed / sizeof *changed; i++)
        if (at + 1 < count && cps[at] == changed[i][0] && cps[at + 1] == changed[i][1]) return true;
    return false;
}

/* The character's sound that `read` stands for: itself, or one that the initial-sound law makes
 * it (역 of 력), or that is one by that law (곤란 has 難 as 란, its sound is 난). */
static uint32_t own_sound(const kti_hanja *hanja, uint32_t cp, uint32_t read) {
    uint32_t rule, law = kti_initial_law(read, &rule), found = read;
    size_t count;
    const kti_hanja_sound *sounds = kti_hanja_sounds_of(hanja, cp, &count);
    for (size_t i = 0; i < count; i++) {
        uint32_t sound = sounds[i].syllable;
        if (sound == read) return read;
        bool lost = found == read && kti_initial_law(sound, &rule) == read;
        if (lost || (found == read && sound == law)) found = sound;
    }
    return found;
}

static uint32_t without_y(uint32_t syllable) {
    kt_syllable s = kti_split(syllable);
    bool lip = s.choseong == KTI_L_P || s.choseong == KTI_L_M;
    if (lip && s.jungseong == KTI_V_YE && s.jongseong == KTI_T_NONE) s.jungseong = KTI_V_E;
    return kti_join(s);
}

void kti_hanja_keep_sounds(const kti_hanja *hanja, const uint32_t *cps, size_t count,
                           kti_hanja_reading *read) {
    for (size_t i = 0; i < count; i++) {
        uint32_t south = read[i].syllable;
        if (south == 0 || is_changed(cps, count, i)) continue;
        uint32_t north = without_y(own_sound(hanja, cps[i], south));
        if (north != south) read[i] = (kti_hanja_reading){north, KTI_HANJA_NORTH};
    }
}
