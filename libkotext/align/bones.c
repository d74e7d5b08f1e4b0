#include "align/bones.h"

#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "unicode/props.h"

/* ---- which letters write a unit ------------------------------------------------------------- */

static bool is_consonant(unsigned letter) {
    static const char vowels[] = "aeiouwy"; /* w and y begin diphthongs */
    for (const char *v = vowels; *v != '\0'; v++)
        if (letter == (unsigned)(*v - 'a')) return false;
    return true;
}

static void add_model(const kti_units *m, uint32_t writes[KTI_UNITS]) {
    static const float least = 0.01F;
    if (m->head == NULL) return;
    for (size_t unit = 0; unit < KTI_UNITS; unit++) {
        float sums[26] = {0};
        for (uint32_t i = m->first[unit]; i < m->first[unit + 1]; i++)
            for (uint32_t key = m->chunks[i].key & 0xFFFFFF, seen = 0; key != 0; key >>= 5) {
                unsigned letter = (key & 31) - 1;
                if (letter >= 26 || (seen >> letter & 1) != 0) continue;
                seen |= 1u << letter;
                sums[letter] += m->chunks[i].probability;
            }
        for (unsigned letter = 0; letter < 26; letter++)
            if (sums[letter] >= least && is_consonant(letter)) writes[unit] |= 1u << letter;
    }
}

/* Surnames keep old spellings: Lee, Rhee, Noh, Ryu. */
static uint32_t old_initials(size_t unit) {
    static const char liquid[] = "aeilnoruwy";
    uint32_t mask = 0;
    bool vowel = unit >= KTI_INITIALS && unit < (size_t)KTI_INITIALS + KTI_VOWELS;
    for (const char *c = liquid; *c != '\0' && (vowel || unit == KTI_L_R || unit == KTI_L_N); c++)
        mask |= 1u << (*c - 'a');
    return mask;
}

void kti_bones_open(const kti_matcher *matcher, kti_bones *out) {
    uint32_t writes[KTI_UNITS] = {0};
    add_model(&matcher->foreign, writes);
    add_model(&matcher->korean, writes);
    *out = (kti_bones){.count = {0}};
    for (size_t unit = 0; unit < KTI_UNITS; unit++)
        out->starts[unit] =
            matcher->foreign.starts[unit] | matcher->korean.starts[unit] | old_initials(unit);
    for (size_t unit = 0; unit < KTI_UNITS; unit++)
        for (uint8_t letter = 0; letter < 26; letter++)
            if ((writes[unit] >> letter & 1) != 0) out->letters[unit][out->count[unit]++] = letter;
}

/* ---- the two sides -------------------------------------------------------------------------- */

static void add_unit(const kti_bones *bones, size_t unit, kti_ko_bones *out) {
    enum { MOST = 62 };
    if (out->count == MOST) return;
    for (size_t k = 0; k < bones->count[unit]; k++)
        out->rows[bones->letters[unit][k]] |= (uint64_t)1 << out->count;
    out->count++;
}

static uint32_t initials_of(const kti_bones *bones, kt_syllable s) {
    bool open = s.choseong == KTI_L_NONE;
    return bones->starts[open ? KTI_INITIALS + s.jungseong : s.choseong];
}

/* As in kti_units_of. */
bool kti_bones_of_hangul(const kti_bones *bones, kt_str hangul, kti_ko_bones *out) {
    enum { GIVEN = 3 }; /* a given name may come first, and begins with a syllable before it */
    size_t place = 0;
    *out = (kti_ko_bones){.count = 0};
    for (size_t at = 0; at < hangul.len;) {
        kti_cp unit = kti_utf8_at(hangul, at);
        at += unit.len;
        if (unit.cp == ' ') place = 0;
        if (unit.cp == ' ') continue;
        if (unit.cp == '.' || (unit.cp >= 'A' && unit.cp <= 'Z')) continue; /* 조지 W. 부시 */
        if (!kti_is_syllable(unit.cp)) return false;
        kt_syllable s = kti_split(unit.cp);
        if (place++ < GIVEN) out->initials |= initials_of(bones, s);
        if (s.choseong != KTI_L_NONE) add_unit(bones, s.choseong, out);
        if (s.jongseong != 0)
            add_unit(bones, (size_t)KTI_INITIALS + KTI_VOWELS + s.jongseong - 1, out);
    }
    return place > 0;
}

/* Doubled letters count once, and an h that only tells how the letter before sounds not at all. */
static size_t bones_of_word(kt_str word, uint8_t *letters, uint32_t *initial) {
    size_t count = 0;
    *initial = 0;
    unsigned last = 26;
    for (size_t at = 0; at < word.len;) {
        kti_cp unit = kti_utf8_at(word, at);
        at += unit.len;
        uint32_t cp = kti_cp_lower(unit.cp < 0x80 ? unit.cp : kti_cp_base(unit.cp));
        if (cp < 'a' || cp > 'z') continue;
        unsigned letter = cp - 'a', before = last;
        last = letter;
        if (before == 26) *initial = 1u << letter;
        bool mute = cp == 'h' && before < 26 && is_consonant(before);
        if (!is_consonant(letter) || letter == before || mute) continue;
        letters[count++] = (uint8_t)letter;
    }
    return count;
}

kt_status kti_bones_of_english(const kti_english *en, kti_arena *arena, kti_en_bones *out) {
    out->letters = kti_arena_take(arena, en->text.len + 1);
    out->first = kti_arena_take(arena, (en->word_count + 1) * sizeof *out->first);
    out->initial = kti_arena_take(arena, (en->word_count + 1) * sizeof *out->initial);
    if (out->letters == NULL || out->first == NULL || out->initial == NULL) return KT_ERR_NOMEM;
    size_t count = 0;
    for (size_t i = 0; i < en->word_count; i++) {
        out->first[i] = (uint32_t)count;
        kt_str word = kti_str_span(en->text, en->words[i].span);
        count += bones_of_word(word, out->letters + count, &out->initial[i]);
    }
    out->first[en->word_count] = (uint32_t)count;
    return KT_OK;
}

/* ---- comparing ------------------------------------------------------------------------------ */

/* The longest common subsequence, a bit a consonant of the name: set bits of `free` are not in it
 * (Hyyro 2004). Adds the consonants of words [first, last]. */
static uint64_t follow(const kti_ko_bones *ko, const kti_en_bones *en, size_t first, size_t last,
                       uint64_t free) {
    for (uint32_t i = en->first[first]; i < en->first[last + 1]; i++) {
        uint64_t met = free & ko->rows[en->letters[i]];
        free = (free + met) | (free - met);
    }
    return free;
}

static unsigned count_bits(uint64_t bits) {
    bits -= bits >> 1 & 0x5555555555555555u;
    bits = (bits & 0x3333333333333333u) + (bits >> 2 & 0x3333333333333333u);
    bits = (bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0Fu;
    return (unsigned)(bits * 0x0101010101010101u >> 56);
}

/* Whether enough of both sides is in common. */
static bool is_most(const kti_ko_bones *ko, size_t letters, size_t common) {
    return 5 * common + 3 >= 2 * (ko->count + letters);
}

static bool is_enough(const kti_ko_bones *ko, size_t letters, uint64_t free) {
    return is_most(ko, letters, count_bits(~free & (((uint64_t)1 << ko->count) - 1)));
}

bool kti_bones_agree(const kti_ko_bones *ko, const kti_en_bones *en, size_t first, size_t last) {
    size_t letters = en->first[last + 1] - en->first[first];
    size_t fewer = letters < ko->count ? letters : ko->count;
    if (!is_most(ko, letters, fewer)) return false;
    if (is_enough(ko, letters, follow(ko, en, first, last, UINT64_MAX))) return true;
    if (first == last) return false;
    uint64_t free = follow(ko, en, last, last, UINT64_MAX);
    if (is_enough(ko, letters, follow(ko, en, first, last - 1, free))) return true;
    free = follow(ko, en, first + 1, last, UINT64_MAX);
    return is_enough(ko, letters, follow(ko, en, first, first, free));
}
