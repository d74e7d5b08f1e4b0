/* readings.c - the sections of the Hanja list, read in place. docs/formats.md describes them. */
#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "hanja/hanja.h"
#include "lexicon/lexicon.h"

static bool open_words(kt_str section, kti_hanja *out) {
    size_t at = 0;
    const uint32_t *head = kti_section_take(section, &at, 2, sizeof *head);
    if (head == NULL || head[0] != out->words.words) return false;
    out->pool_count = head[1];
    if (!kti_bits_open(section, &at, head[0], 1, &out->own)) return false;
    size_t own = kti_bits_rank(&out->own, head[0]);
    out->offsets = kti_section_take(section, &at, own + 1, sizeof *out->offsets);
    out->pool = kti_section_take(section, &at, out->pool_count, sizeof *out->pool);
    return out->offsets != NULL && out->pool != NULL;
}

kt_status kti_hanja_open(kt_str chars, kt_str trie, kt_str words, kti_hanja *out) {
    *out = (kti_hanja){.chars = NULL};
    if (chars.len == 0) return KT_OK;
    size_t at = 0;
    out->char_count = (uint32_t)(chars.len / sizeof *out->chars);
    out->chars = kti_section_take(chars, &at, out->char_count, sizeof *out->chars);
    if (out->chars == NULL || !kti_trie_open(trie, &out->words)) return KT_ERR_DATA;
    return words.len == 0 || open_words(words, out) ? KT_OK : KT_ERR_DATA;
}

kt_status kti_hanja_of(const kti_lexicon *lexicon, kti_hanja *out) {
    kt_str sounds = kti_lexicon_section(lexicon, KTI_STR("hanja.sounds"));
    KTI_TRY(kti_hanja_open(kti_lexicon_section(lexicon, KTI_STR("hanja.chars")),
                           kti_lexicon_section(lexicon, KTI_STR("hanja.trie")),
                           kti_lexicon_section(lexicon, KTI_STR("hanja.words")), out));
    size_t at = 0, count = sounds.len / sizeof *out->sounds;
    out->sounds = count == 0 ? NULL : kti_section_take(sounds, &at, count, sizeof *out->sounds);
    out->sound_count = out->sounds == NULL ? 0 : (uint32_t)count;
    kt_str surnames = kti_lexicon_section(lexicon, KTI_STR("hanja.surnames"));
    at = 0;
    count = surnames.len / sizeof *out->surnames;
    out->surnames =
        count == 0 ? NULL : kti_section_take(surnames, &at, count, sizeof *out->surnames);
    out->surname_count = out->surnames == NULL ? 0 : (uint32_t)count;
    out->lexicon = lexicon;
    return KT_OK;
}

bool kti_hanja_is_empty(const kti_hanja *h) {
    return h->char_count == 0;
}

const kti_hanja_char *kti_hanja_char_of(const kti_hanja *h, uint32_t cp) {
    size_t low = 0, high = h->char_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (h->chars[middle].cp < cp)
            low = middle + 1;
        else
            high = middle;
    }
    return low < h->char_count && h->chars[low].cp == cp ? &h->chars[low] : NULL;
}

const kti_hanja_sound *kti_hanja_sounds_of(const kti_hanja *h, uint32_t cp, size_t *count) {
    size_t low = 0, high = h->sound_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (h->sounds[middle].cp < cp)
            low = middle + 1;
        else
            high = middle;
    }
    for (*count = 0; low + *count < h->sound_count && h->sounds[low + *count].cp == cp;)
        ++*count;
    return *count == 0 ? NULL : h->sounds + low;
}

/* ---- character by character ----------------------------------------------------------------- */

enum { BU_NOT = 0x4E0D, SIX = 0x516D, TEN = 0x5341, HUNDRED = 0x767E, THOUSAND = 0x5343 };

/* 不 is 불, but 부 before ㄷ ㅈ (부동, 부정). */
static bool is_bu(const kti_hanja *h, uint32_t cp, uint32_t next) {
    const kti_hanja_char *c = cp == BU_NOT ? kti_hanja_char_of(h, next) : NULL;
    if (c == NULL) return false;
    uint8_t l = kti_split(c->inner).choseong;
    return l == KTI_L_D || l == KTI_L_J;
}

bool kti_is_yeol(uint32_t syllable, uint32_t before) {
    kt_syllable s = kti_split(syllable);
    uint8_t t = kti_split(before).jongseong;
    bool fits = s.choseong == KTI_L_R && s.jongseong == KTI_T_R &&
                (s.jungseong == KTI_V_YEO || s.jungseong == KTI_V_YU);
    return fits && (t == KTI_T_NONE || t == KTI_T_N);
}

bool kti_hanja_is_counting_six(uint32_t cp, uint32_t before) {
    return cp == SIX && (before == TEN || before == HUNDRED || before == THOUSAND);
}

bool kti_hanja_spell(const kti_hanja *h, const uint32_t *cps, size_t count, bool starts,
                     kti_hanja_reading *out) {
    for (size_t i = 0; i < count; i++) {
        const kti_hanja_char *c = kti_hanja_char_of(h, cps[i]);
        if (c == NULL || !kti_is_syllable(c->first) || !kti_is_syllable(c->inner)) return false;
        bool first = i == 0 && starts;
        uint32_t syllable = first ? c->first : c->inner;
        uint32_t rule = KTI_HANJA_CHARACTER;
        if (i + 1 < count && is_bu(h, cps[i], cps[i + 1])) {
            syllable = 0xBD80; /* 부 */
            rule = KTI_HANJA_BU;
        } else if (first || (i > 0 && kti_hanja_is_counting_six(cps[i], cps[i - 1]))) {
            syllable = kti_initial_law(syllable, &rule);
        } else if (i > 0 && kti_is_yeol(syllable, out[i - 1].syllable)) {
            syllable = kti_initial_law(syllable, &rule);
            rule = KTI_HANJA_YEOL;
        }
        out[i] = (kti_hanja_reading){syllable, rule};
    }
    return true;
}

/* ---- words ---------------------------------------------------------------------------------- */

static size_t own_reading(const kti_hanja *h, uint32_t number, uint32_t out[KTI_HANJA_LONGEST]) {
    uint32_t own = kti_bits_rank(&h->own, number);
    if (own >= kti_bits_rank(&h->own, h->own.count)) return 0;
    uint32_t start = h->offsets[own], end = h->offsets[own + 1];
    if (start > end || end > h->pool_count || end - start > KTI_HANJA_LONGEST) return 0;
    for (uint32_t i = start; i < end; i++)
        out[i - start] = h->pool[i];
    return end - start;
}

size_t kti_hanja_word(const kti_hanja *h, kt_str word, uint32_t out[KTI_HANJA_LONGEST]) {
    if (h->own.count == 0) return 0;
    uint32_t number = kti_trie_word(&h->words, kti_trie_find(&h->words, word));
    if (number == KTI_TRIE_NONE || number >= h->own.count) return 0;
    if (kti_bits_at(&h->own, number)) return own_reading(h, number, out);
    uint32_t cps[KTI_HANJA_LONGEST] = {0};
    kti_hanja_reading read[KTI_HANJA_LONGEST];
    size_t count = 0;
    for (size_t at = 0; at < word.len && count < KTI_HANJA_LONGEST;) {
        kti_cp unit = kti_utf8_at(word, at);
        cps[count++] = unit.cp;
        at += unit.len;
    }
    if (!kti_hanja_spell(h, cps, count, true, read)) return 0;
    for (size_t i = 0; i < count; i++)
        out[i] = read[i].syllable;
    return count;
}
