#include "analyze/ending.h"

#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "unicode/nfc.h"
#include "unicode/props.h"

/* Bytes in which a gloss is looked for, and a word or number. */
enum { GLOSS = 256, TOKEN = 128 };

/* Whether `cp` is one of the characters of `set`. */
static bool is_one_of(uint32_t cp, kt_str set) {
    char bytes[4];
    return kti_str_find(set, (kt_str){bytes, kti_utf8_encode(cp, bytes)}, 0) != SIZE_MAX;
}

/* ---- what stands behind a word -------------------------------------------------------------- */

bool kti_ending_closes(uint32_t cp) {
    return is_one_of(cp, KTI_STR("'\"`*_)]}>.,!?’”‘“›»〉》」』】〕〗）］｝＞．，！？…‥·・™®©℠"));
}

static bool is_passed_over(uint32_t cp) {
    return kti_ending_closes(cp) || kti_cp_is_space(cp) || kti_cp_is_control(cp);
}

static bool is_bracket(kti_cp c, uint32_t ascii, uint32_t wide) {
    return c.cp == ascii || c.cp == wide;
}

/* Where the round bracket that closes at the end of `text` opens; SIZE_MAX when it does not, or not
 * near by. */
static size_t opening_of(kt_str text) {
    enum { WIDE_OPEN = 0xFF08, WIDE_CLOSE = 0xFF09 };
    size_t depth = 0;
    for (size_t at = text.len; at > 0 && text.len - at < GLOSS;) {
        kti_cp c = kti_utf8_before(text, at);
        at -= c.len;
        if (is_bracket(c, ')', WIDE_CLOSE)) depth++;
        if (depth == 0) break;
        if (is_bracket(c, '(', WIDE_OPEN) && --depth == 0) return at;
    }
    return SIZE_MAX;
}

/* Whether anything of `text` would be read. */
static bool has_word(kt_str text) {
    while (text.len > 0) {
        kti_cp c = kti_utf8_before(text, text.len);
        if (!is_passed_over(c.cp)) return true;
        text.len -= c.len;
    }
    return false;
}

kt_str kti_ending_bare(kt_str text) {
    for (;;) {
        if (text.len == 0) return text;
        kti_cp last = kti_utf8_before(text, text.len);
        size_t open = opening_of(text);
        if (open != SIZE_MAX && has_word(kti_str_cut(text, 0, open)))
            text.len = open;
        else if (is_passed_over(last.cp))
            text.len -= last.len;
        else
            return text;
    }
}

/* ---- numbers -------------------------------------------------------------------------------- */

/* 영 일 이 삼 사 오 육 칠 팔 구 */
static kti_ending digit_ending(char digit) {
    static const kti_ending ends[] = {
        KTI_ENDS_CONSONANT, KTI_ENDS_RIEUL,     KTI_ENDS_VOWEL, KTI_ENDS_CONSONANT, KTI_ENDS_VOWEL,
        KTI_ENDS_VOWEL,     KTI_ENDS_CONSONANT, KTI_ENDS_RIEUL, KTI_ENDS_RIEUL,     KTI_ENDS_VOWEL};
    return ends[digit - '0'];
}

/* By the number of zeros at the end: 십 백 천, then 만 억 조 경 해 each fourth. */
static kti_ending zeros_ending(size_t zeros) {
    static const kti_ending ends[] = {KTI_ENDS_CONSONANT, KTI_ENDS_CONSONANT, KTI_ENDS_CONSONANT,
                                      KTI_ENDS_VOWEL,     KTI_ENDS_CONSONANT, KTI_ENDS_VOWEL};
    return zeros / 4 < sizeof ends / sizeof *ends ? ends[zeros / 4] : KTI_ENDS_UNKNOWN;
}

static bool digit_before(kt_str text, size_t end) {
    return end > 0 && kti_is_ascii_digit(text.ptr[end - 1]);
}

/* The digits of a decimal fraction are read one by one. */
static bool is_fraction(kt_str text) {
    size_t at = text.len;
    while (digit_before(text, at))
        at--;
    return at > 1 && text.ptr[at - 1] == '.' && digit_before(text, at - 1);
}

kti_ending kti_ending_number(kt_str text) {
    size_t at = text.len, zeros = 0;
    char last = text.ptr[at - 1];
    if (last != '0' || is_fraction(text)) return digit_ending(last);
    for (; at > 0; at--) {
        char c = text.ptr[at - 1];
        if (c != '0' && !(c == ',' && digit_before(text, at - 1))) break;
        zeros += c == '0';
    }
    return digit_before(text, at) ? zeros_ending(zeros) : digit_ending('0');
}

/* ---- other characters ----------------------------------------------------------------------- */

/* Hanja of headlines by the end of their reading; of the others the reading is not known here. */
static kti_ending han_ending(uint32_t cp) {
    static const char vowel[] =
        "下亞伊低俄保內再加台右土墺外大夫女妻子對小崔左希弟後故敗曺最有朝李株歐死母比"
        "氏泰濠無父盧票秋美臺與葡蘇西車週野露非高";
    static const char rieul[] = "佛日月發脫說越";
    static const char consonant[] =
        "上中亡兄全前勝北半南印反國墨安尹年式弱强戰政文新朴核檢法洪潘版獨現生男習英蒙"
        "蘭行親論警軍進重金銀間靑韓黨";
    if (is_one_of(cp, KTI_STR(vowel))) return KTI_ENDS_VOWEL;
    if (is_one_of(cp, KTI_STR(rieul))) return KTI_ENDS_RIEUL;
    return is_one_of(cp, KTI_STR(consonant)) ? KTI_ENDS_CONSONANT : KTI_ENDS_UNKNOWN;
}

/* Letters of the Hangul alphabet: a vowel is its own name, a consonant's ends in itself (리을). */
static kti_ending jamo_ending(uint32_t cp) {
    enum { FIRST_VOWEL = 0x1160, FIRST_FINAL = 0x11A8, RIEUL = 0x1105, RIEUL_FINAL = 0x11AF };
    if (cp == RIEUL || cp == RIEUL_FINAL) return KTI_ENDS_RIEUL;
    bool vowel = (cp >= FIRST_VOWEL && cp < FIRST_FINAL) || (cp >= 0xD7B0 && cp <= 0xD7C6);
    return vowel ? KTI_ENDS_VOWEL : KTI_ENDS_CONSONANT;
}

static kti_ending kana_ending(uint32_t cp) {
    return is_one_of(cp, KTI_STR("んンっッ")) ? KTI_ENDS_CONSONANT : KTI_ENDS_VOWEL;
}

/* 퍼센트 도 달러 유로 파운드 센트 앤드 플러스; 퍼밀; 원 엔 */
static kti_ending sign_ending(uint32_t cp) {
    if (is_one_of(cp, KTI_STR("%°$€£¢&+"))) return KTI_ENDS_VOWEL;
    if (is_one_of(cp, KTI_STR("‰"))) return KTI_ENDS_RIEUL;
    return is_one_of(cp, KTI_STR("₩¥")) ? KTI_ENDS_CONSONANT : KTI_ENDS_UNKNOWN;
}

/* Numerals that NFKC would turn into Latin letters: U+2160 Ⅰ to U+216B Ⅻ, and small. */
static kti_ending roman_ending(uint32_t cp) {
    uint32_t number = (cp >= 0x2170 ? cp - 0x2170 : cp - 0x2160) + 1;
    return number == 10 ? KTI_ENDS_CONSONANT : digit_ending((char)('0' + number % 10));
}

static bool is_roman(uint32_t cp) {
    return (cp >= 0x2160 && cp <= 0x216B) || (cp >= 0x2170 && cp <= 0x217B);
}

static kti_ending digits_ending(kt_str text) {
    kti_ending end = kti_ending_form(text);
    if (end == KTI_ENDS_UNKNOWN) end = kti_ending_mixed(text);
    return end == KTI_ENDS_UNKNOWN ? kti_ending_number(text) : end;
}

/* Units of one character: ㎏, ㎢. */
static bool is_square_unit(uint32_t cp) {
    return (cp >= 0x3371 && cp <= 0x337A) || (cp >= 0x3380 && cp <= 0x33DF);
}

/* Of what is raised: x² 제곱, x³ 세제곱, but m² 제곱미터. Behind other scripts it is a footnote. */
static kti_ending power_ending(kt_str folded) {
    kti_ending unit = kti_ending_unit(folded);
    kt_str base = kti_str_cut(folded, 0, folded.len - 1);
    bool letter = base.len > 0 && kti_cp_is_latin(kti_utf8_before(base, base.len).cp);
    return unit == KTI_ENDS_UNKNOWN && letter ? KTI_ENDS_CONSONANT : unit;
}

static kti_ending folded_ending(kt_str text) {
    if (text.len == 0) return KTI_ENDS_UNKNOWN;
    kt_str money = kti_ending_money(text);
    if (money.len > 0) text = money;
    uint32_t cp = kti_utf8_before(text, text.len).cp;
    if (kti_is_syllable(cp)) return kti_ending_of_hangul(text);
    if (kti_cp_is_latin(cp)) return kti_ending_latin(text);
    if (cp >= '0' && cp <= '9') return digits_ending(text);
    if (kti_cp_is_han(cp)) return han_ending(cp);
    if (kti_cp_is_hangul(cp)) return jamo_ending(cp);
    return kti_cp_is_kana(cp) ? kana_ending(cp) : sign_ending(cp);
}

kti_ending kti_ending_of_hangul(kt_str text) {
    int final = kt_last_jongseong(text);
    if (final < 0) return KTI_ENDS_UNKNOWN;
    if (final == KTI_T_NONE) return KTI_ENDS_VOWEL;
    return final == KTI_T_R ? KTI_ENDS_RIEUL : KTI_ENDS_CONSONANT;
}

/* The last bytes of `text`, from a code point on. */
static kt_str tail_of(kt_str text, size_t bytes) {
    size_t at = text.len > bytes ? text.len - bytes : 0;
    while (!kti_utf8_is_boundary(text, at))
        at++;
    return kti_str_cut(text, at, text.len);
}

kt_status kti_ending_of(kt_str word, kti_arena *arena, kti_ending *out) {
    kt_str bare = tail_of(kti_ending_bare(tail_of(word, GLOSS)), TOKEN);
    *out = KTI_ENDS_UNKNOWN;
    if (bare.len == 0) return KT_OK;
    uint32_t last = kti_utf8_before(bare, bare.len).cp;
    if (is_roman(last)) {
        *out = roman_ending(last);
        return KT_OK;
    }
    kt_str folded = kti_nf_short(KTI_NFKC, bare, arena);
    if (folded.ptr == NULL) return KT_ERR_NOMEM;
    folded = kti_ending_bare(folded);
    if (is_square_unit(last)) *out = kti_ending_unit(folded);
    if ((last == 0xB2 || last == 0xB3) && folded.len > 0) *out = power_ending(folded);
    if (*out == KTI_ENDS_UNKNOWN) *out = folded_ending(folded);
    return KT_OK;
}
