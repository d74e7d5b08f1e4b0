/* surname.c - surnames whose character is commonly read in another way, and how a lone one is told:
 * by the title behind it, or by another surname beside it. */
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "hanja/hanja.h"
#include "lexicon/lexicon.h"
#include "unicode/props.h"

/* Those, and surnames of two characters. */
static const struct surname {
    uint16_t cps[2];
    uint16_t syllables[2];
} surnames[] = {
    {{0x91D1, 0}, {0xAE40, 0}},           /* 金 김 */
    {{0x6C88, 0}, {0xC2EC, 0}},           /* 沈 심 */
    {{0x8ECA, 0}, {0xCC28, 0}},           /* 車 차 */
    {{0x8449, 0}, {0xC12D, 0}},           /* 葉 섭 */
    {{0x55AE, 0}, {0xC120, 0}},           /* 單 선 */
    {{0x8CC8, 0}, {0xAC00, 0}},           /* 賈 가 */
    {{0x5F81, 0}, {0xC815, 0}},           /* 征 정 */
    {{0x5357, 0x5BAE}, {0xB0A8, 0xAD81}}, /* 南宮 남궁 */
    {{0x7687, 0x752B}, {0xD669, 0xBCF4}}, /* 皇甫 황보 */
    {{0x9BAE, 0x4E8E}, {0xC120, 0xC6B0}}, /* 鮮于 선우 */
    {{0x8AF8, 0x845B}, {0xC81C, 0xAC08}}, /* 諸葛 제갈 */
    {{0x53F8, 0x7A7A}, {0xC0AC, 0xACF5}}, /* 司空 사공 */
    {{0x897F, 0x9580}, {0xC11C, 0xBB38}}, /* 西門 서문 */
    {{0x7368, 0x5B64}, {0xB3C5, 0xACE0}}, /* 獨孤 독고 */
    {{0x6771, 0x65B9}, {0xB3D9, 0xBC29}}, /* 東方 동방 */
};

size_t kti_hanja_surname_of(const uint32_t *cps, size_t count, kti_hanja_reading *read) {
    for (size_t i = 0; i < sizeof surnames / sizeof *surnames; i++) {
        const struct surname *s = &surnames[i];
        size_t length = s->cps[1] == 0 ? 1 : 2;
        if (count < length || cps[0] != s->cps[0]) continue;
        if (length == 2 && (count < 3 || cps[1] != s->cps[1])) continue;
        for (size_t k = 0; k < length; k++)
            read[k] = (kti_hanja_reading){s->syllables[k], KTI_HANJA_CHARACTER};
        return length;
    }
    return 0;
}

bool kti_hanja_is_read_otherwise(uint32_t cp) {
    for (size_t i = 0; i < sizeof surnames / sizeof *surnames; i++)
        if (surnames[i].cps[0] == cp && surnames[i].cps[1] == 0) return true;
    return false;
}

bool kti_hanja_is_common_surname(const kti_hanja *hanja, uint32_t cp) {
    enum { COMMON = 100000 /* bearers: 銀, 玉 and 石 are beside 金 what they are called */ };
    for (size_t i = 0; i < hanja->surname_count; i++) {
        if (hanja->surnames[i].bearers < COMMON) return false;
        if (hanja->surnames[i].cps[0] == cp && hanja->surnames[i].cps[1] == 0) return true;
    }
    return false;
}

/* ---- titles ---------------------------------------------------------------------------------- */

enum { WORD = 12 /* code points that are read */, SYLLABLE = 3 /* bytes */ };

/* What stands behind a surname, in Hangul. */
typedef struct behind {
    char bytes[WORD * SYLLABLE];
    size_t len;
    size_t hanja;  /* characters of it that were Hanja, from the start */
    uint32_t last; /* of them */
    size_t end;    /* in the text */
} behind;

static kt_str behind_str(const behind *b) {
    return (kt_str){b->bytes, b->len};
}

static void add(behind *b, uint32_t syllable) {
    b->len += kti_utf8_encode(syllable, b->bytes + b->len);
}

/* The Hanja at `at`, as a word or one by one. */
static bool read_hanja(const kti_hanja *hanja, kt_str text, size_t at, behind *b) {
    uint32_t cps[WORD] = {0}, syllables[KTI_HANJA_LONGEST];
    kti_hanja_reading read[WORD];
    b->end = at;
    while (b->end < text.len && b->hanja < WORD) {
        kti_cp unit = kti_utf8_at(text, b->end);
        if (!kti_cp_is_han(unit.cp)) break;
        cps[b->hanja++] = b->last = kti_hanja_unified(unit.cp);
        b->end += unit.len;
    }
    if (b->hanja == 0) return true;
    if (kti_hanja_word(hanja, kti_str_cut(text, at, b->end), syllables) == b->hanja) {
        for (size_t i = 0; i < b->hanja; i++)
            add(b, syllables[i]);
        return true;
    }
    if (!kti_hanja_spell(hanja, cps, b->hanja, true, read)) return false;
    for (size_t i = 0; i < b->hanja; i++)
        add(b, read[i].syllable);
    return true;
}

/* The word at `at`: Hanja, and Hangul behind them. */
static bool read_behind(const kti_hanja *hanja, kt_str text, size_t at, behind *b) {
    *b = (behind){.len = 0};
    if (!read_hanja(hanja, text, at, b)) return false;
    size_t length;
    while (b->len < sizeof b->bytes) {
        uint32_t syllable = kti_any_syllable_at(text, b->end, &length);
        if (syllable == 0) break;
        add(b, syllable);
        b->end += length;
    }
    return b->len > 0;
}

/* Of one syllable, only these stand behind a surname and behind gold alike seldom enough; 시장 is
 * the mayor where it is written so, and else the market. */
static bool may_call(const behind *b, kt_str title) {
    enum { MISS = 0x5B43, CHIEF = 0x9577 }; /* 孃 長 */
    static const char *const short_ones[] = {"씨", "군", "님", "옹"};
    if (kti_str_eq(title, KTI_STR("시장"))) return b->hanja >= 2 && b->last == CHIEF;
    if (title.len > SYLLABLE) return true;
    for (size_t i = 0; i < sizeof short_ones / sizeof *short_ones; i++)
        if (kti_str_eq(title, kti_str(short_ones[i]))) return true;
    return b->hanja == 1 && b->last == MISS;
}

static bool is_end(const kti_lexicon *lexicon, kt_str rest) {
    if (kti_str_starts(rest, KTI_STR("님"))) rest = kti_str_cut(rest, SYLLABLE, rest.len);
    return rest.len == 0 || (kti_lexicon_word(lexicon, rest).classes & KTI_WORD_JOSA) != 0;
}

static bool is_title(const kti_hanja *hanja, const behind *b, kt_str word) {
    enum { HITS = 8 };
    kti_hit hits[HITS];
    if (kti_str_starts(word, KTI_STR("양씨"))) return true; /* 朴 金 兩氏 */
    size_t count = kti_lexicon_korean_prefixes(hanja->lexicon, word, hits, HITS);
    for (size_t i = 0; i < count; i++) {
        kti_entry entry = kti_lexicon_entry(hanja->lexicon, hits[i].entry);
        if (entry.kind != KTI_ENTRY_TITLE || kti_str_eq(entry.detail, KTI_STR("before"))) continue;
        if (may_call(b, kti_str_cut(word, 0, hits[i].len)) &&
            is_end(hanja->lexicon, kti_str_cut(word, hits[i].len, word.len)))
            return true;
    }
    return false;
}

static size_t past_space(kt_str text, size_t at) {
    return at < text.len && text.ptr[at] == ' ' ? at + 1 : at;
}

bool kti_hanja_before_title(const kti_hanja *hanja, kt_str text, size_t at) {
    behind b;
    if (hanja->lexicon == NULL || !read_behind(hanja, text, past_space(text, at), &b)) return false;
    kt_str word = behind_str(&b);
    if (is_title(hanja, &b, word)) return true;
    if (!kti_str_starts(word, KTI_STR("전")) && !kti_str_starts(word, KTI_STR("현"))) return false;
    if (word.len > SYLLABLE) return is_title(hanja, &b, kti_str_cut(word, SYLLABLE, word.len));
    return read_behind(hanja, text, past_space(text, b.end), &b) &&
           is_title(hanja, &b, behind_str(&b));
}
