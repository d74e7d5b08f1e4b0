#include "align/bones.h"

#include "core/str.h"
#include "core/utf8.h"
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

/* Jungseong stand between choseong and jongseong. */
static size_t unit_of(size_t bone) {
    return bone < KTI_INITIALS ? bone : bone + KTI_VOWELS;
}

void kti_bones_open(const kti_matcher *matcher, kti_bones *out) {
    uint32_t writes[KTI_UNITS] = {0};
    add_model(&matcher->foreign, writes);
    add_model(&matcher->korean, writes);
    *out = (kti_bones){.count = {0}};
    for (size_t unit = 0; unit < KTI_UNITS; unit++)
        out->starts[unit] =
            matcher->foreign.starts[unit] | matcher->korean.starts[unit] | old_initials(unit);
    for (size_t bone = 0; bone < KTI_BONES; bone++)
        for (size_t letter = 0; letter < 26; letter++)
            if ((writes[unit_of(bone)] >> letter & 1) != 0) {
                out->units[letter][out->count[letter]++] = (uint8_t)bone;
            }
}

/* ---- Korean --------------------------------------------------------------------------------- */

static uint32_t initials_of(const kti_bones *bones, kt_syllable s) {
    bool open = s.choseong == KTI_L_NONE;
    return bones->starts[open ? KTI_INITIALS + s.jungseong : s.choseong];
}

/* As in kti_units_of. */
static void add_syllable(const kti_bones *bones, kt_syllable s, uint8_t *units,
                         kti_ko_syllable *out) {
    uint32_t count = out->before;
    out->initials = initials_of(bones, s);
    if (s.choseong != KTI_L_NONE) units[count++] = s.choseong;
    if (s.jongseong != 0) units[count++] = (uint8_t)(KTI_INITIALS + s.jongseong - 1);
    out[1].before = count;
}

kt_status kti_bones_of_korean(const kti_bones *bones, kt_str text, kti_arena *arena,
                              kti_ko_text *out) {
    enum { SYLLABLE = 3 };
    size_t most = text.len / SYLLABLE;
    out->syllables = kti_arena_zeroed(arena, most + 1, sizeof *out->syllables);
    out->units = kti_arena_take(arena, 2 * most + 1);
    out->places = kti_arena_take(arena, (text.len + 1) * sizeof *out->places);
    if (out->syllables == NULL || out->units == NULL || out->places == NULL) return KT_ERR_NOMEM;
    kti_ko_place here = {0, 0, 0};
    for (size_t at = 0; at < text.len;) {
        kti_cp unit = kti_utf8_at(text, at);
        for (size_t end = at + unit.len; at < end; at++)
            out->places[at] = here;
        bool initial = unit.cp == '.' || (unit.cp >= 'A' && unit.cp <= 'Z'); /* 조지 W. 부시 */
        if (kti_is_syllable(unit.cp)) {
            add_syllable(bones, kti_split(unit.cp), out->units, &out->syllables[here.syllables++]);
        } else if (unit.cp == ' ') {
            out->syllables[here.syllables].spaced = true;
            here.spaces++;
        } else if (!initial) {
            here.others++;
        }
    }
    out->places[text.len] = here;
    return KT_OK;
}

/* Enough of both sides must be in common, and that is no more than the shorter one has. */
static void set_bounds(kti_ko_bones *out) {
    uint32_t count = out->count;
    out->least = 2 * count > 3 ? (2 * count - 3 + 2) / 3 : 0;
    out->most = (3 * count + 3) / 2;
}

_Static_assert((KTI_BONES_MOST * 3 + 3) / 2 <= 64, "what may agree fits into 64 letters");

bool kti_bones_of_name(const kti_ko_text *text, kt_span name, kti_ko_bones *out) {
    enum { GIVEN = 3 }; /* a given name may come first, and begins with a syllable before it */
    const kti_ko_place *start = &text->places[name.start], *end = &text->places[name.end];
    const kti_ko_syllable *first = text->syllables + start->syllables;
    const kti_ko_syllable *behind = text->syllables + end->syllables;
    if (first == behind || start->others != end->others) return false;
    if (behind->before - first->before > KTI_BONES_MOST) return false;
    *out = (kti_ko_bones){.units = text->units + first->before,
                          .count = behind->before - first->before,
                          .spaces = end->spaces - start->spaces};
    size_t place = 0;
    for (const kti_ko_syllable *s = first; s < behind; s++) {
        if (s->spaced && s > first) place = 0;
        if (place++ < GIVEN) out->initials |= s->initials;
    }
    set_bounds(out);
    return true;
}

/* ---- English -------------------------------------------------------------------------------- */

/* Doubled letters count once, and an h that only tells how the letter before sounds not at all. */
static size_t bones_of_word(kt_str word, uint8_t *letters, uint32_t *initial) {
    size_t count = 0;
    *initial = 0;
    unsigned last = 26;
    for (size_t at = 0; at < word.len;) {
        unsigned letter = kti_letter_at(word, &at), before = last;
        if (letter == 26) continue;
        last = letter;
        if (before == 26) *initial = 1u << letter;
        bool mute = letter == 'h' - 'a' && before < 26 && is_consonant(before);
        if (!is_consonant(letter) || letter == before || mute) continue;
        letters[count++] = (uint8_t)letter;
    }
    return count;
}

static kt_status make_rows(const kti_bones *bones, const uint8_t *letters, size_t count,
                           kti_arena *arena, kti_en_bones *out) {
    out->rows = kti_arena_zeroed(arena, (count / 64 + 2) * KTI_BONES, sizeof *out->rows);
    if (out->rows == NULL) return KT_ERR_NOMEM;
    for (size_t i = 0; i < count; i++) {
        uint64_t *rows = out->rows + i / 64 * KTI_BONES, bit = (uint64_t)1 << i % 64;
        const uint8_t *units = bones->units[letters[i]];
        for (size_t k = 0; k < bones->count[letters[i]]; k++)
            rows[units[k]] |= bit;
    }
    return KT_OK;
}

kt_status kti_bones_of_english(const kti_bones *bones, const kti_english *en, const bool *wanted,
                               kti_arena *arena, kti_en_bones *out) {
    uint8_t *letters = kti_arena_take(arena, en->text.len + 1);
    out->words = kti_arena_take(arena, (en->word_count + 1) * sizeof *out->words);
    if (letters == NULL || out->words == NULL) return KT_ERR_NOMEM;
    size_t count = 0;
    for (size_t i = 0; i < en->word_count; i++) {
        kti_en_letters *own = &out->words[i];
        kt_str word = kti_str_span(en->text, en->words[i].span);
        *own = (kti_en_letters){.before = (uint32_t)count};
        if (wanted[i]) count += bones_of_word(word, letters + count, &own->initial);
    }
    out->words[en->word_count] = (kti_en_letters){.before = (uint32_t)count};
    return make_rows(bones, letters, count, arena, out);
}

kti_latin_bones kti_bones_of_words(const kti_en_bones *en, size_t first, size_t last) {
    const kti_en_letters *w = en->words;
    uint32_t start = w[first].before;
    return (kti_latin_bones){.first = start,
                             .count = w[last + 1].before - start,
                             .own = w[first + 1].before - start,
                             .others = w[last].before - start,
                             .initial = w[first].initial};
}

/* ---- comparing ------------------------------------------------------------------------------ */

/* Those of the 64 letters from `first` on that may write a unit. */
static uint64_t writers(const kti_en_bones *en, uint32_t first, uint8_t unit) {
    const uint64_t *rows = en->rows + (size_t)(first / 64) * KTI_BONES + unit;
    unsigned shift = first % 64;
    return rows[0] >> shift | rows[KTI_BONES] << 1 << (63 - shift);
}

static uint64_t first_bits(unsigned count) {
    return count < 64 ? ((uint64_t)1 << count) - 1 : UINT64_MAX;
}

static unsigned count_bits(uint64_t bits) {
    bits -= bits >> 1 & 0x5555555555555555u;
    bits = (bits & 0x3333333333333333u) + (bits >> 2 & 0x3333333333333333u);
    bits = (bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0Fu;
    return (unsigned)(bits * 0x0101010101010101u >> 56);
}

static bool is_enough(const kti_ko_bones *ko, size_t letters, size_t common) {
    return 5 * common + 3 >= 2 * (ko->count + letters);
}

/* The longest common subsequence, a unit at a time: bits of `free` are letters that are not in it
 * (Hyyro 2004). What lies behind some letters changes nothing before them. */
static uint64_t follow(uint64_t free, uint64_t bits) {
    uint64_t met = free & bits;
    return (free + met) | (free - met);
}

static void follow_name(kti_followed *f, const kti_ko_bones *ko, const kti_en_bones *en,
                        uint32_t first) {
    if (f->units != ko->units || f->first != first) {
        f->units = ko->units;
        f->first = first;
        f->known = 0;
        f->free[0] = UINT64_MAX;
        f->any[0] = 0;
    }
    for (unsigned i = f->known; i < ko->count; i++) {
        uint64_t bits = writers(en, first, ko->units[i]);
        f->writers[i] = bits;
        f->free[i + 1] = follow(f->free[i], bits);
        f->any[i + 1] = f->any[i] | bits;
    }
    if (f->known < ko->count) f->known = ko->count;
}

/* With the first `turned` letters behind the others. What they have in common in their order, and
 * what the others might have, is tried first: it is seldom enough. */
static bool agree_turned(const kti_followed *f, const kti_ko_bones *ko, unsigned letters,
                         unsigned turned) {
    uint64_t free = UINT64_MAX, mask = first_bits(letters), front = first_bits(turned);
    unsigned most = count_bits((~f->free[ko->count] & front) | (f->any[ko->count] & mask & ~front));
    if (!is_enough(ko, letters, most)) return false;
    for (size_t i = 0; i < ko->count; i++) {
        uint64_t bits = f->writers[i] & mask;
        free = follow(free, bits >> turned | bits << (letters - turned));
    }
    return is_enough(ko, letters, count_bits(~free & mask));
}

bool kti_bones_agree(kti_followed *f, const kti_ko_bones *ko, const kti_en_bones *en,
                     const kti_latin_bones *words) {
    uint32_t own = words->own, others = words->others, all = words->count;
    follow_name(f, ko, en, words->first);
    uint64_t common = ~f->free[ko->count] & first_bits(all);
    if (is_enough(ko, all, count_bits(common))) return true;
    if (others > 0 && others < all && agree_turned(f, ko, all, others)) return true;
    return own != others && own > 0 && own < all && agree_turned(f, ko, all, own);
}
