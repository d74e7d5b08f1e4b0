#include "names/official.h"

#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "names/units.h"

/* Southern families write 류 and 라 too. */
static const struct {
    const char *south, *north;
    bool north_only;
} rows[] = {{"이", "리", true},  {"노", "로", true}, {"유", "류", false}, {"임", "림", true},
            {"나", "라", false}, {"여", "려", true}, {"양", "량", true},  {"염", "렴", true},
            {"용", "룡", true},  {"육", "륙", true}};

uint32_t kti_north_surname(uint32_t syllable) {
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (kti_utf8_at(kti_str(rows[i].south), 0).cp == syllable)
            return kti_utf8_at(kti_str(rows[i].north), 0).cp;
    return syllable;
}

bool kti_is_northern(uint32_t syllable) {
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].north_only && kti_utf8_at(kti_str(rows[i].north), 0).cp == syllable)
            return true;
    return false;
}

static bool is_voiced(uint32_t syllable) {
    uint8_t t = kti_split(syllable).jongseong;
    return t == KTI_T_NONE || t == KTI_T_N || t == KTI_T_R || t == KTI_T_M || t == KTI_T_NG;
}

/* Schemes list the seven finals that are heard. */
static uint8_t heard(uint8_t t) {
    static const uint8_t by_final[28] = {KTI_T_NONE, KTI_T_G, KTI_T_G, KTI_T_G,  KTI_T_N, KTI_T_N,
                                         KTI_T_N,    KTI_T_D, KTI_T_R, KTI_T_G,  KTI_T_M, KTI_T_R,
                                         KTI_T_R,    KTI_T_R, KTI_T_B, KTI_T_R,  KTI_T_M, KTI_T_B,
                                         KTI_T_B,    KTI_T_D, KTI_T_D, KTI_T_NG, KTI_T_D, KTI_T_D,
                                         KTI_T_G,    KTI_T_D, KTI_T_B, KTI_T_D};
    return by_final[t];
}

void kti_official_syllable(const kti_scheme *scheme, uint32_t syllable, uint32_t before,
                           const char *parts[3]) {
    kt_syllable s = kti_split(syllable);
    bool voiced = before != 0 && is_voiced(before) && scheme->voiced[s.choseong] != NULL;
    parts[0] = voiced ? scheme->voiced[s.choseong] : scheme->choseong[s.choseong];
    parts[1] = scheme->jungseong[s.jungseong];
    parts[2] = scheme->jongseong[heard(s.jongseong)];
}

size_t kti_official_letters(const kti_scheme *scheme, kt_str hangul, char *out, size_t room) {
    uint32_t before = 0;
    size_t len = 0;
    for (size_t at = 0; at < hangul.len;) {
        kti_cp unit = kti_utf8_at(hangul, at);
        const char *parts[3];
        at += unit.len;
        if (!kti_is_syllable(unit.cp)) return 0;
        kti_official_syllable(scheme, unit.cp, before, parts);
        for (size_t i = 0; i < 3; i++) {
            uint8_t letters[KTI_LETTERS_MOST];
            size_t count = parts[i] == NULL ? 0 : kti_letters_of(kti_str(parts[i]), letters);
            if (len + count >= room) return 0;
            for (size_t k = 0; k < count; k++)
                out[len++] = (char)('a' + letters[k]);
        }
        before = unit.cp;
    }
    out[len] = '\0';
    return len;
}
