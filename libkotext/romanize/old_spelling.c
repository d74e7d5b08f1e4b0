/* old_spelling.c - words in the spelling before 1933, as the McCune-Reischauer paper has them:
 * 뎐긔, 락뎨, 슈뎐. A word that the word list does not have is read as the one that it has become,
 * when the list has that. */
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "hanja/hanja.h"
#include "romanize/romanize.h"

enum { LONGEST = 8 }; /* syllables of a word */

static uint8_t without_y(uint8_t v) {
    switch (v) {
    case KTI_V_YA:
        return KTI_V_A;
    case KTI_V_YEO:
        return KTI_V_EO;
    case KTI_V_YE:
        return KTI_V_E;
    case KTI_V_YO:
        return KTI_V_O;
    case KTI_V_YU:
        return KTI_V_U;
    default:
        return v;
    }
}

/* ㄷ ㅌ before i and y have become ㅈ ㅊ; behind ㅅ ㅈ ㅊ y has fallen. */
static void modern(kti_syl *s) {
    bool palatal = s->v == KTI_V_I || without_y(s->v) != s->v;
    if (palatal && s->l == KTI_L_D) s->l = KTI_L_J;
    if (palatal && s->l == KTI_L_T) s->l = KTI_L_CH;
    if (s->l == KTI_L_S || s->l == KTI_L_J || s->l == KTI_L_CH) s->v = without_y(s->v);
}

static void modern_start(kti_syl *s) {
    uint32_t rule;
    kt_syllable r = kti_split(kti_initial_law(kti_join((kt_syllable){s->l, s->v, s->t}), &rule));
    s->l = r.choseong;
}

static bool same(const kti_syl *a, const kti_syl *b, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (a[i].l != b[i].l || a[i].v != b[i].v) return false;
    return true;
}

static bool is_word(const kti_lexicon *lexicon, const kti_syl *s, size_t count) {
    char bytes[LONGEST * KTI_SYL_BYTES + 4];
    size_t len = 0;
    for (size_t i = 0; i < count; i++)
        len += kti_utf8_encode(kti_join((kt_syllable){s[i].l, s[i].v, s[i].t}), bytes + len);
    return (kti_lexicon_word(lexicon, (kt_str){bytes, len}).classes & KTI_WORD_NOUN) != 0;
}

static void modernise(const kti_lexicon *lexicon, kti_syl *word, size_t count) {
    kti_syl now[LONGEST];
    for (size_t i = 0; i < count; i++) {
        now[i] = word[i];
        modern(&now[i]);
    }
    modern_start(&now[0]);
    if (same(word, now, count) || is_word(lexicon, word, count) || !is_word(lexicon, now, count))
        return;
    for (size_t i = 0; i < count; i++) {
        word[i].l = word[i].l0 = now[i].l;
        word[i].v = word[i].v0 = now[i].v;
    }
}

void kti_modernise(const kti_lexicon *lexicon, kti_phono *phono) {
    for (size_t at = 0, end; at < phono->count; at = end) {
        for (end = at + 1; end < phono->count && phono->syls[end].gap == KTI_GAP_NONE;)
            end++;
        if (end - at <= LONGEST) modernise(lexicon, &phono->syls[at], end - at);
    }
}
