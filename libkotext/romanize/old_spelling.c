/* old_spelling.c - words in the spelling before 1933, as the McCune-Reischauer paper has them:
 * 뎐긔, 락뎨, 슈뎐. They are read as the words that they have become, where the word list has
 * those. */
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "hanja/hanja.h"
#include "lexicon/sino.h"
#include "romanize/romanize.h"

enum { LONGEST = 8 }; /* syllables of a word */

typedef struct word {
    kt_syllable s[LONGEST];
    size_t count;
} word;

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

static bool has_y(const kt_syllable *s) {
    return without_y(s->jungseong) != s->jungseong;
}

/* ㄷ ㅌ before i and y have become ㅈ ㅊ; behind ㅅ ㅈ ㅊ y has fallen. */
static void modernise_syllable(kt_syllable *s) {
    bool palatal = s->jungseong == KTI_V_I || has_y(s);
    if (palatal && s->choseong == KTI_L_D) s->choseong = KTI_L_J;
    if (palatal && s->choseong == KTI_L_T) s->choseong = KTI_L_CH;
    bool fallen = s->choseong == KTI_L_S || s->choseong == KTI_L_J || s->choseong == KTI_L_CH;
    if (fallen) s->jungseong = without_y(s->jungseong);
}

/* The initial-sound law was not written (락뎨); 녜 was 예. */
static void modernise_start(kt_syllable *s) {
    uint32_t rule;
    *s = kti_split(kti_initial_law(kti_join(*s), &rule));
    if (s->choseong == KTI_L_N && s->jungseong == KTI_V_YE) s->choseong = KTI_L_NONE;
}

/* 뎌 텨, and 녜 at the beginning: no word of today has them. */
static bool is_certainly_old(const word *w) {
    if (w->s[0].choseong == KTI_L_N && w->s[0].jungseong == KTI_V_YE) return true;
    for (size_t i = 0; i < w->count; i++) {
        uint8_t l = w->s[i].choseong;
        if (has_y(&w->s[i]) && (l == KTI_L_D || l == KTI_L_T)) return true;
    }
    return false;
}

static bool differs(const word *a, const word *b) {
    for (size_t i = 0; i < a->count; i++)
        if (kti_join(a->s[i]) != kti_join(b->s[i])) return true;
    return false;
}

static bool is_listed(const kti_lexicon *lexicon, const word *w) {
    char bytes[LONGEST * KTI_SYL_BYTES + 4];
    size_t len = 0;
    for (size_t i = 0; i < w->count; i++)
        len += kti_utf8_encode(kti_join(w->s[i]), bytes + len);
    return kti_lexicon_word(lexicon, (kt_str){bytes, len}).classes != 0;
}

/* 셩: closed syllables with ㅅ and y are no loan (쇼, 슈). */
static word without_closed_y(word w) {
    for (size_t i = 0; i < w.count; i++)
        if (w.s[i].choseong == KTI_L_S && w.s[i].jongseong != KTI_T_NONE)
            w.s[i].jungseong = without_y(w.s[i].jungseong);
    return w;
}

static bool has_hanja(const kti_lexicon *lexicon, const word *w) {
    char bytes[LONGEST * KTI_SYL_BYTES + 4];
    kt_str text = {bytes, 0};
    size_t count;
    for (size_t i = 0; i < w->count; i++)
        text.len += kti_utf8_encode(kti_join(w->s[i]), bytes + text.len);
    const uint16_t *units = kti_sino_spelling(kti_lexicon_sino(lexicon), text, &count);
    return units != NULL && kti_is_hanja_unit(units[0]);
}

/* 디구: no Hanja is read 디 or 티 any more, 지구 has Hanja. */
static bool is_old_sino(const kti_lexicon *lexicon, const word *w, const word *now) {
    uint8_t l = w->s[0].choseong;
    bool di = w->s[0].jungseong == KTI_V_I && (l == KTI_L_D || l == KTI_L_T);
    return di && w->count > 1 && !has_hanja(lexicon, w) && has_hanja(lexicon, now);
}

static word modern_of(const kti_lexicon *lexicon, const word *w) {
    word now = *w;
    for (size_t i = 0; i < now.count; i++)
        modernise_syllable(&now.s[i]);
    modernise_start(&now.s[0]);
    if (!differs(w, &now)) return *w;
    bool old = is_certainly_old(w) || !is_listed(lexicon, w) || is_old_sino(lexicon, w, &now);
    if (old && is_listed(lexicon, &now)) return now;
    return old ? without_closed_y(*w) : *w;
}

/* The run of syllables at `at`, the whole of it or, when it is too long, nothing. */
static size_t take_word(kt_str text, size_t at, word *w) {
    w->count = 0;
    while (at < text.len) {
        kti_cp unit = kti_utf8_at(text, at);
        if (!kti_is_syllable(unit.cp)) break;
        if (w->count < LONGEST) w->s[w->count] = kti_split(unit.cp);
        w->count++;
        at += unit.len;
    }
    return at;
}

static void write_word(const word *from, const word *to, kt_text *out) {
    for (size_t i = 0; i < from->count; i++) {
        char old[4], now[4];
        kt_str before = {old, kti_utf8_encode(kti_join(from->s[i]), old)};
        kt_str after = {now, kti_utf8_encode(kti_join(to->s[i]), now)};
        if (kti_str_eq(before, after))
            kti_text_copy(out, before);
        else
            kti_text_replace(out, before.len, after, kti_scheme_rule(KT_SCHEME_MR, KTI_BY_SOUND));
    }
}

kt_status kti_modernise(const kti_lexicon *lexicon, kt_str text, kt_text *out) {
    size_t copied = 0;
    kti_text_clear(out);
    for (size_t at = 0; at < text.len;) {
        word w;
        size_t end = take_word(text, at, &w);
        if (w.count == 0) {
            at += kti_utf8_at(text, at).len;
            continue;
        }
        if (w.count <= LONGEST) {
            word now = modern_of(lexicon, &w);
            kti_text_copy(out, kti_str_cut(text, copied, at));
            write_word(&w, &now, out);
            copied = end;
        }
        at = end;
    }
    kti_text_copy(out, kti_str_cut(text, copied, text.len));
    return kti_text_status(out);
}
