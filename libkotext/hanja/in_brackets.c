/* in_brackets.c - Hanja in brackets behind what they are read as: 문재인(文在寅), 대(對)북. */
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "hanja/hanja.h"

static bool is_sound(uint32_t syllable, uint32_t sound) {
    uint32_t rule;
    return syllable == sound ||
           (kti_is_syllable(sound) && kti_initial_law(sound, &rule) == syllable);
}

/* Whether the character may be read so, wherever it stands. */
static bool may_be_read(const kti_hanja *hanja, uint32_t cp, uint32_t syllable) {
    enum { NOT = 0x4E0D, BU = 0xBD80 }; /* 不 부 */
    const kti_hanja_char *c = kti_hanja_char_of(hanja, cp);
    size_t count;
    const kti_hanja_sound *sounds = kti_hanja_sounds_of(hanja, cp, &count);
    if (c != NULL && (is_sound(syllable, c->first) || is_sound(syllable, c->inner))) return true;
    for (size_t i = 0; i < count; i++)
        if (is_sound(syllable, sounds[i].syllable)) return true;
    return cp == NOT && syllable == BU;
}

/* Whether the syllables before `end` are what a listed word is read as: 유월(六月). */
static bool is_word_read_so(const kti_hanja *hanja, kt_str word, const uint32_t *heard,
                            size_t count) {
    uint32_t syllables[KTI_HANJA_LONGEST];
    if (kti_hanja_word(hanja, word, syllables) != count) return false;
    for (size_t i = 0; i < count; i++)
        if (syllables[i] != heard[i]) return false;
    return true;
}

/* The `count` syllables before `end`; false when there are fewer. */
static bool hear(kt_str text, size_t end, size_t count, uint32_t *heard) {
    while (count > 0) {
        size_t length;
        heard[--count] = kti_any_syllable_before(text, end, &length);
        if (heard[count] == 0) return false;
        end -= length;
    }
    return true;
}

static bool is_read_before(const kti_hanja *hanja, kt_str text, size_t at, size_t end,
                           size_t bracket) {
    uint32_t cps[KTI_HANJA_LONGEST], heard[KTI_HANJA_LONGEST];
    size_t count = 0;
    for (size_t next = at; next < end;) {
        kti_cp unit = kti_utf8_at(text, next);
        if (count == KTI_HANJA_LONGEST) return false;
        cps[count++] = kti_hanja_unified(unit.cp);
        next += unit.len;
    }
    if (!hear(text, bracket, count, heard)) return false;
    if (is_word_read_so(hanja, kti_str_cut(text, at, end), heard, count)) return true;
    for (size_t i = 0; i < count; i++)
        if (!may_be_read(hanja, cps[i], heard[i])) return false;
    return true;
}

kt_span kti_hanja_bracket(const kti_hanja *hanja, kt_str text, size_t at, size_t end) {
    enum { OPEN = 0xFF08, CLOSE = 0xFF09 };
    if (at == 0 || end >= text.len) return (kt_span){0, 0};
    kti_cp open = kti_utf8_before(text, at), close = kti_utf8_at(text, end);
    bool pair = (open.cp == '(' && close.cp == ')') || (open.cp == OPEN && close.cp == CLOSE);
    size_t start = at - open.len;
    if (!pair || !is_read_before(hanja, text, at, end, start)) return (kt_span){0, 0};
    return (kt_span){(uint32_t)start, (uint32_t)(end + close.len)};
}
