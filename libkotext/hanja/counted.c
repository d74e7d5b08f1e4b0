/* counted.c - what is counted: bound nouns behind a number begin no word.
 *
 * Hangul Orthography 10 leaves 냥(兩) and 년(年) out of the initial-sound law: 3년생, 5년간. */
#include "core/utf8.h"
#include "hanja/hanja.h"
#include "unicode/props.h"

enum { YEAR = 0x5E74, TAEL = 0x5169, WHEEL = 0x8F2A, ROW = 0x5217 }; /* 年 兩 輪 列 */
enum { NYEON = 0xB144, NYANG = 0xB0E5, YEOL = 0xC5F4 };              /* 년 냥 열 */

static bool is_one_of(uint32_t cp, const uint16_t *list, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (list[i] == cp) return true;
    return false;
}

bool kti_hanja_is_number(const uint32_t *cps, size_t count) {
    static const uint16_t numerals[] = {
        0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03,
        0x516B, /* 一 二 三 四 五 六 七 八 */
        0x4E5D, 0x5341, 0x767E, 0x5343, 0x842C, 0x4E07, 0x5104,
        0x5146, /* 九 十 百 千 萬 万 億 兆 */
        0x96F6, 0x3007, 0x6578, 0x5E7E, 0x9918, 0x500B, 0x534A, /* 零 〇 數 幾 餘 個 半 */
    };
    for (size_t i = 0; i < count; i++)
        if (!is_one_of(cps[i], numerals, sizeof numerals / sizeof *numerals)) return false;
    return count > 0;
}

/* The numerals of deeds that are other words as well: 參 三, 拾 十. */
enum { THREE_OR_JOIN = 0x53C3, TEN_OR_GATHER = 0x62FE };

static bool is_numeral(uint32_t cp) {
    enum { ONE = 0x58F9, TWO = 0x8CB3 }; /* 壹 貳 */
    bool formal = cp == ONE || cp == TWO || cp == THREE_OR_JOIN || cp == TEN_OR_GATHER;
    return formal || kti_hanja_is_number(&cp, 1);
}

uint32_t kti_hanja_formal_numeral(const uint32_t *cps, size_t count, size_t at) {
    enum { ORDINAL = 0x7B2C /* 第 */, SAM = 0xC0BC, SIP = 0xC2ED };
    if (cps[at] != THREE_OR_JOIN && cps[at] != TEN_OR_GATHER) return 0;
    bool behind = at > 0 && (is_numeral(cps[at - 1]) || cps[at - 1] == ORDINAL);
    if (!behind && (at + 1 == count || !is_numeral(cps[at + 1]))) return 0;
    return cps[at] == THREE_OR_JOIN ? SAM : SIP;
}

kti_hanja_number kti_hanja_number_to(kt_str text, size_t at, uint32_t cp, kti_hanja_number before) {
    static const uint16_t numerals[] = {0xBA87, 0xC218, 0xC2ED, 0xBC31,
                                        0xCC9C, 0xB9CC, 0xC5B5}; /* 몇 수 십 백 천 만 억 */
    static const uint16_t further[] = {0xC77C, 0xC774, 0xC0BC, 0xC0AC, 0xC624,
                                       0xC721,                                  /* 일 .. 육 */
                                       0xCE60, 0xD314, 0xAD6C, 0xC5EC, 0xAC1C}; /* 칠 .. 구 여 개 */
    if (kti_cp_is_digit(cp)) return KTI_HANJA_DIGITS;
    if (cp == ' ') {
        bool digit = at > 0 && kti_cp_is_digit(kti_utf8_before(text, at).cp);
        return digit ? KTI_HANJA_DIGITS : KTI_HANJA_NO_NUMBER;
    }
    bool counted =
        is_one_of(cp, numerals, sizeof numerals / sizeof *numerals) ||
        (before != KTI_HANJA_NO_NUMBER && is_one_of(cp, further, sizeof further / sizeof *further));
    return counted ? KTI_HANJA_NUMBER : KTI_HANJA_NO_NUMBER;
}

bool kti_hanja_is_wheel(uint32_t cp) {
    return cp == WHEEL;
}

/* 2025年鑑 and the like are the year's 연감, not years that are counted. */
static bool is_own_noun(uint32_t next) {
    static const uint16_t behind[] = {0x9451, 0x5831, 0x8B5C, 0x91D1, 0x4FF8}; /* 鑑 報 譜 金 俸 */
    return is_one_of(next, behind, sizeof behind / sizeof *behind);
}

void kti_hanja_read_counted(const uint32_t *cps, size_t count, kti_hanja_number number,
                            kti_hanja_reading *read) {
    if (cps[0] == YEAR && (count == 1 || !is_own_noun(cps[1])))
        read[0] = (kti_hanja_reading){NYEON, KTI_HANJA_BOUND};
    else if (cps[0] == TAEL && count == 1)
        read[0] = (kti_hanja_reading){NYANG, KTI_HANJA_BOUND};
    else if (cps[0] == ROW && count == 1 && number == KTI_HANJA_DIGITS)
        read[0] = (kti_hanja_reading){YEOL, KTI_HANJA_YEOL};
}
