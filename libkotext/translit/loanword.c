#include "translit/loanword.h"

#include <stdbool.h>

#include "hangul/syllable.h"
#include "translit/grams.h"
#include "translit/letters.h"

enum { SPOKEN = KTI_ENGLISH_WORD * 2, NO_LETTER = 255 };

typedef struct spoken {
    uint8_t sound; /* plain: without stress */
    uint8_t letter;
    bool stressed;
} spoken;

typedef struct writer {
    const uint8_t *letters;
    size_t letter_count;
    spoken sounds[SPOKEN];
    size_t count, at;
    kti_loan_unit *units;
    size_t unit_count;
} writer;

/* ---- what stands where ---------------------------------------------------------------------- */

static unsigned sound_at(const writer *w, size_t i) {
    return i < w->count ? w->sounds[i].sound : KTI_S_NONE;
}

static unsigned next_sound(const writer *w) {
    return sound_at(w, w->at + 1);
}

static unsigned last_sound(const writer *w) {
    return w->at == 0 ? KTI_S_NONE : w->sounds[w->at - 1].sound;
}

static uint8_t letter_at(const writer *w, size_t i) {
    return i < w->letter_count ? w->letters[i] : NO_LETTER;
}

static bool is_letter(const writer *w, size_t i, char wanted) {
    return letter_at(w, i) == (uint8_t)(wanted - 'a');
}

static bool is_vowel_letter(uint8_t letter) {
    return letter < 26 && kti_latin_is_vowel(letter);
}

static bool is_glide(unsigned sound) {
    return sound == KTI_S_W || sound == KTI_S_Y;
}

static bool before_vowel(const writer *w) {
    return kti_english_is_vowel(next_sound(w));
}

static bool before_vowel_or_glide(const writer *w) {
    return before_vowel(w) || is_glide(next_sound(w));
}

static bool last_unit_is_vowel(const writer *w) {
    if (w->unit_count == 0) return false;
    uint8_t unit = w->units[w->unit_count - 1].unit;
    return unit >= KTI_UNIT_VOWEL && unit < KTI_UNIT_FINAL;
}

/* A schwa that no letter writes, as in apple, rhythm, -ism; and that of -son, -den, which the
 * examples of the standard leave out too. */
static bool is_syllabic(const writer *w, size_t i) {
    if (sound_at(w, i) != KTI_S_AH || w->sounds[i].stressed) return false;
    unsigned next = sound_at(w, i + 1);
    size_t letter = w->sounds[i].letter;
    if (next != KTI_S_L && next != KTI_S_M && next != KTI_S_N) return false;
    if (kti_english_is_vowel(sound_at(w, i + 2)) || i == 0) return false;
    if (!is_vowel_letter(letter_at(w, letter))) return true;
    unsigned before = sound_at(w, i - 1);
    bool sibilant = before == KTI_S_S || before == KTI_S_Z;
    bool stop = before == KTI_S_T || before == KTI_S_D;
    if (next != KTI_S_N) return false;
    if (is_letter(w, letter, 'e')) return sibilant || stop;
    return is_letter(w, letter, 'o') && sibilant;
}

/* The short vowels of clause 1; American o in top and dog is British short o. */
static bool is_short_vowel(const writer *w, size_t i) {
    if (sound_at(w, i + 1) == KTI_S_R) return false;
    size_t letter = i < w->count ? w->sounds[i].letter : w->letter_count;
    switch (sound_at(w, i)) {
    case KTI_S_AE:
    case KTI_S_EH:
    case KTI_S_IH:
    case KTI_S_UH:
    case KTI_S_AH:
        return !is_syllabic(w, i);
    case KTI_S_AA:
        return true;
    case KTI_S_AO:
        return is_letter(w, letter, 'o') && !is_vowel_letter(letter_at(w, letter + 1)) &&
               !is_letter(w, letter + 1, 'w');
    default:
        return false;
    }
}

static bool behind_short_vowel(const writer *w) {
    return w->at > 0 && is_short_vowel(w, w->at - 1);
}

/* ---- writing -------------------------------------------------------------------------------- */

static void put(writer *w, unsigned unit, unsigned clause) {
    if (w->unit_count == KTI_LOAN_UNITS) return;
    uint8_t letter = w->sounds[w->at < w->count ? w->at : w->count - 1].letter;
    w->units[w->unit_count++] = (kti_loan_unit){(uint8_t)unit, letter, (uint8_t)clause};
}

static void put_vowel(writer *w, unsigned jungseong, unsigned clause) {
    put(w, KTI_UNIT_VOWEL + jungseong, clause);
}

/* A batchim; behind anything but a vowel it needs one of its own. */
static void put_batchim(writer *w, unsigned jongseong, unsigned clause) {
    if (!last_unit_is_vowel(w)) put_vowel(w, KTI_V_EU, clause);
    put(w, KTI_UNIT_FINAL + jongseong - 1, clause);
}

static void put_with(writer *w, unsigned choseong, unsigned jungseong, unsigned clause) {
    put(w, choseong, clause);
    put_vowel(w, jungseong, clause);
}

typedef struct consonant consonant;
typedef void treatment(writer *w, const consonant *c);

struct consonant {
    treatment *write;
    uint8_t sound, choseong, jongseong, clause;
};

/* ---- consonants ----------------------------------------------------------------------------- */

/* Clause 1. */
static void voiceless_stop(writer *w, const consonant *c) {
    unsigned choseong = c->choseong, jongseong = c->jongseong;
    unsigned next = next_sound(w);
    bool liquid_or_nasal = next == KTI_S_L || next == KTI_S_R || next == KTI_S_M || next == KTI_S_N;
    if (before_vowel(w) || next == KTI_S_Y || (next == KTI_S_W && choseong == KTI_L_K))
        put(w, choseong, KTI_LOAN_TABLE);
    else if (next == KTI_S_W)
        put_with(w, choseong, KTI_V_EU, KTI_LOAN_9_2);
    else if (behind_short_vowel(w) && next == KTI_S_NONE)
        put_batchim(w, jongseong, KTI_LOAN_1_1);
    else if (behind_short_vowel(w) && !liquid_or_nasal && !is_syllabic(w, w->at + 1))
        put_batchim(w, jongseong, KTI_LOAN_1_2);
    else
        put_with(w, choseong, KTI_V_EU, KTI_LOAN_1_3);
}

/* Clauses 2 and 3.1: ㅡ wherever no vowel follows. A glide follows g at once (9.2). */
static void with_eu(writer *w, const consonant *c) {
    unsigned choseong = c->choseong;
    unsigned next = next_sound(w);
    bool at_once = before_vowel(w) || next == KTI_S_Y ||
                   (next == KTI_S_W && (choseong == KTI_L_G || choseong == KTI_L_H));
    if (at_once && !is_syllabic(w, w->at + 1))
        put(w, choseong, KTI_LOAN_TABLE);
    else
        put_with(w, choseong, KTI_V_EU, next == KTI_S_W ? KTI_LOAN_9_2 : c->clause);
}

/* Clauses 3.3 and 4: ㅣ wherever no vowel follows. */
static void with_i(writer *w, const consonant *c) {
    bool syllabic = is_syllabic(w, w->at + 1);
    bool vowel = before_vowel_or_glide(w);
    if (vowel && !syllabic)
        put(w, c->choseong, c->clause == KTI_LOAN_4_1 ? KTI_LOAN_4_2 : c->clause);
    else
        put_with(w, c->choseong, vowel ? KTI_V_EU : KTI_V_I, c->clause);
}

/* Clause 3.2. */
static void sh(writer *w, const consonant *c) {
    if (before_vowel_or_glide(w) && !is_syllabic(w, w->at + 1))
        put(w, c->choseong, c->clause);
    else if (next_sound(w) == KTI_S_NONE)
        put_with(w, c->choseong, KTI_V_I, c->clause);
    else
        put_with(w, c->choseong, KTI_V_YU, c->clause);
}

/* Clause 5. */
static void nasal(writer *w, const consonant *c) {
    if (before_vowel_or_glide(w) && next_sound(w) != KTI_S_W)
        put(w, c->choseong, KTI_LOAN_TABLE);
    else
        put_batchim(w, c->jongseong, c->clause);
}

/* Clause 6. */
static void lateral(writer *w, const consonant *c) {
    unsigned next = next_sound(w), last = last_sound(w);
    bool before = before_vowel_or_glide(w) && next != KTI_S_W;
    bool nasal_end = (next == KTI_S_M || next == KTI_S_N) &&
                     !kti_english_is_vowel(sound_at(w, w->at + 2)) &&
                     !is_glide(sound_at(w, w->at + 2));
    bool behind_nasal = last == KTI_S_M || last == KTI_S_N;
    if (!before && !nasal_end) {
        put_batchim(w, c->jongseong, c->clause);
        return;
    }
    bool alone = w->unit_count == 0 || behind_nasal || !last_unit_is_vowel(w);
    if (!alone) put_batchim(w, c->jongseong, KTI_LOAN_6_2);
    put(w, c->choseong, w->unit_count == 0 ? KTI_LOAN_TABLE : KTI_LOAN_6_2);
    if (nasal_end && !before) put_vowel(w, KTI_V_EU, KTI_LOAN_6_2);
}

/* [ts] and [dz] are one sound (4.1), unless a vowel behind the s begins a new part. */
static bool affricate(writer *w) {
    unsigned here = sound_at(w, w->at), next = next_sound(w);
    bool voiceless = here == KTI_S_T && next == KTI_S_S;
    if (!voiceless && !(here == KTI_S_D && next == KTI_S_Z)) return false;
    unsigned behind = sound_at(w, w->at + 2);
    bool vowel = kti_english_is_vowel(behind) || is_glide(behind);
    if (vowel && is_letter(w, w->sounds[w->at + 1].letter, 's')) return false;
    w->at++;
    put(w, voiceless ? KTI_L_CH : KTI_L_J, KTI_LOAN_4_1);
    if (!vowel) put_vowel(w, KTI_V_EU, KTI_LOAN_4_1);
    return true;
}

/* ---- vowels --------------------------------------------------------------------------------- */

typedef enum glide { GLIDE_NONE, GLIDE_W, GLIDE_Y } glide;

/* Table 1 and clause 9: the vowel alone, behind w, and behind y (or sh). */
static const struct vowel {
    uint8_t sound, plain, behind_w, behind_y;
} vowels[] = {
    {KTI_S_AA, KTI_V_A, KTI_V_WA, KTI_V_YA},   {KTI_S_AE, KTI_V_AE, KTI_V_WAE, KTI_V_YAE},
    {KTI_S_AH, KTI_V_EO, KTI_V_WO, KTI_V_YEO}, {KTI_S_AO, KTI_V_O, KTI_V_WO, KTI_V_YO},
    {KTI_S_AW, KTI_V_A, KTI_V_WA, KTI_V_YA},   {KTI_S_AY, KTI_V_A, KTI_V_WA, KTI_V_YA},
    {KTI_S_EH, KTI_V_E, KTI_V_WE, KTI_V_YE},   {KTI_S_ER, KTI_V_EO, KTI_V_WO, KTI_V_YEO},
    {KTI_S_EY, KTI_V_E, KTI_V_WE, KTI_V_YE},   {KTI_S_IH, KTI_V_I, KTI_V_WI, KTI_V_I},
    {KTI_S_IY, KTI_V_I, KTI_V_WI, KTI_V_I},    {KTI_S_OW, KTI_V_O, KTI_V_WO, KTI_V_YO},
    {KTI_S_OY, KTI_V_O, KTI_V_WO, KTI_V_YO},   {KTI_S_UH, KTI_V_U, KTI_V_U, KTI_V_YU},
    {KTI_S_UW, KTI_V_U, KTI_V_U, KTI_V_YU},
};

static const struct vowel *vowel_of(unsigned sound) {
    return &vowels[(sound - KTI_S_VOWELS) / 2];
}

/* A weak vowel that i, y or the e of -et, -ess writes: American schwa, British [i]. */
static bool is_weak_i(const writer *w) {
    size_t letter = w->sounds[w->at].letter;
    unsigned next = next_sound(w);
    if (w->sounds[w->at].stressed) return false;
    if (is_letter(w, letter, 'i') || is_letter(w, letter, 'y'))
        return !is_vowel_letter(letter_at(w, letter + 1));
    return is_letter(w, letter, 'e') && (next == KTI_S_T || next == KTI_S_S) &&
           !kti_english_is_vowel(sound_at(w, w->at + 2));
}

/* mask, last, grasp: British [ɑː]. */
static bool is_broad_a(const writer *w) {
    unsigned stop = sound_at(w, w->at + 2);
    return next_sound(w) == KTI_S_S && (stop == KTI_S_K || stop == KTI_S_T || stop == KTI_S_P);
}

/* CMUdict is American; the standard's examples are British. */
static unsigned british(const writer *w) {
    unsigned sound = sound_at(w, w->at);
    size_t letter = w->sounds[w->at].letter;
    if (sound == KTI_S_AA && is_letter(w, letter, 'o')) return KTI_S_AO;
    if (sound == KTI_S_AE && is_broad_a(w)) return KTI_S_AA;
    if (sound == KTI_S_AH && is_weak_i(w)) return KTI_S_IH;
    bool weak_er = sound == KTI_S_ER && !w->sounds[w->at].stressed && before_vowel(w);
    return weak_er && letter > 0 && is_letter(w, letter - 1, 'i') ? KTI_S_IH : sound;
}

/* What a diphthong or an r behind the vowel adds (clauses 7 and 8). */
static void vowel_tail(writer *w, unsigned sound) {
    bool r = next_sound(w) == KTI_S_R && !kti_english_is_vowel(sound_at(w, w->at + 2)) &&
             !is_glide(sound_at(w, w->at + 2));
    bool tower = next_sound(w) == KTI_S_ER || r;
    if (sound_at(w, w->at) == KTI_S_ER) {
        if (before_vowel(w)) put(w, KTI_L_R, KTI_LOAN_TABLE);
        return;
    }
    switch (sound) {
    case KTI_S_AY:
    case KTI_S_EY:
    case KTI_S_OY:
        put_vowel(w, KTI_V_I, KTI_LOAN_8);
        break;
    case KTI_S_AW:
        put_vowel(w, tower ? KTI_V_WO : KTI_V_U, KTI_LOAN_8);
        w->at += tower;
        return;
    case KTI_S_AA:
    case KTI_S_AO:
    case KTI_S_AH:
    case KTI_S_OW:
    case KTI_S_AE:
        return;
    default:
        break;
    }
    if (r) put_vowel(w, KTI_V_EO, KTI_LOAN_8);
}

static void vowel(writer *w, glide behind) {
    unsigned sound = british(w);
    const struct vowel *v = vowel_of(sound);
    if (is_syllabic(w, w->at)) {
        bool written = last_unit_is_vowel(w);
        if (!written) put_vowel(w, KTI_V_EU, KTI_LOAN_1_3);
        return;
    }
    if (behind == GLIDE_W)
        put_vowel(w, v->behind_w, KTI_LOAN_9_1);
    else if (behind == GLIDE_Y)
        put_vowel(w, v->behind_y, KTI_LOAN_9_3);
    else if (last_sound(w) == KTI_S_SH)
        put_vowel(w, v->behind_y, KTI_LOAN_3_2);
    else
        put_vowel(w, v->plain, KTI_LOAN_TABLE);
    vowel_tail(w, sound);
}

/* Clause 9. */
static void glided(writer *w, glide g) {
    unsigned last = last_sound(w);
    bool splits = g == GLIDE_Y && (last == KTI_S_D || last == KTI_S_L || last == KTI_S_N);
    bool hw = g == GLIDE_W && is_letter(w, w->sounds[w->at].letter + 1u, 'h');
    bool palatal = last == KTI_S_CH || last == KTI_S_JH || last == KTI_S_ZH;
    if (!before_vowel(w)) {
        put_vowel(w, g == GLIDE_W ? KTI_V_U : KTI_V_I, KTI_LOAN_9_1);
        return;
    }
    if (hw && last != KTI_S_HH) put(w, KTI_L_H, KTI_LOAN_9_2);
    w->at++;
    bool schwa = sound_at(w, w->at) == KTI_S_AH || sound_at(w, w->at) == KTI_S_ER;
    if (splits && schwa && !w->sounds[w->at].stressed) {
        put_vowel(w, KTI_V_I, KTI_LOAN_9_3);
        vowel(w, GLIDE_NONE);
        return;
    }
    vowel(w, palatal && g == GLIDE_Y ? GLIDE_NONE : g);
}

/* ---- the walk ------------------------------------------------------------------------------- */

/* r and h are heard before vowels only. */
static void rhotic(writer *w, const consonant *c) {
    if (before_vowel_or_glide(w)) put(w, c->choseong, KTI_LOAN_TABLE);
}

static void velar_nasal(writer *w, const consonant *c) {
    put_batchim(w, c->jongseong, before_vowel(w) ? KTI_LOAN_5_2 : c->clause);
}

/* Clauses 1 to 6: how each consonant is treated, and its letters. */
static const consonant consonants[] = {
    {voiceless_stop, KTI_S_P, KTI_L_P, KTI_T_B, 0},
    {voiceless_stop, KTI_S_T, KTI_L_T, KTI_T_S, 0},
    {voiceless_stop, KTI_S_K, KTI_L_K, KTI_T_G, 0},
    {with_eu, KTI_S_B, KTI_L_B, 0, KTI_LOAN_2},
    {with_eu, KTI_S_D, KTI_L_D, 0, KTI_LOAN_2},
    {with_eu, KTI_S_G, KTI_L_G, 0, KTI_LOAN_2},
    {with_eu, KTI_S_S, KTI_L_S, 0, KTI_LOAN_3_1},
    {with_eu, KTI_S_Z, KTI_L_J, 0, KTI_LOAN_3_1},
    {with_eu, KTI_S_F, KTI_L_P, 0, KTI_LOAN_3_1},
    {with_eu, KTI_S_V, KTI_L_B, 0, KTI_LOAN_3_1},
    {with_eu, KTI_S_TH, KTI_L_S, 0, KTI_LOAN_3_1},
    {with_eu, KTI_S_DH, KTI_L_D, 0, KTI_LOAN_3_1},
    {sh, KTI_S_SH, KTI_L_S, 0, KTI_LOAN_3_2},
    {with_i, KTI_S_ZH, KTI_L_J, 0, KTI_LOAN_3_3},
    {with_i, KTI_S_CH, KTI_L_CH, 0, KTI_LOAN_4_1},
    {with_i, KTI_S_JH, KTI_L_J, 0, KTI_LOAN_4_1},
    {nasal, KTI_S_M, KTI_L_M, KTI_T_M, KTI_LOAN_5_1},
    {nasal, KTI_S_N, KTI_L_N, KTI_T_N, KTI_LOAN_5_1},
    {velar_nasal, KTI_S_NG, 0, KTI_T_NG, KTI_LOAN_5_1},
    {lateral, KTI_S_L, KTI_L_R, KTI_T_R, KTI_LOAN_6_1},
    {rhotic, KTI_S_R, KTI_L_R, 0, 0},
    {rhotic, KTI_S_HH, KTI_L_H, 0, 0},
};

static void write_sound(writer *w) {
    unsigned sound = sound_at(w, w->at);
    if (is_glide(sound)) {
        glided(w, sound == KTI_S_W ? GLIDE_W : GLIDE_Y);
    } else if (kti_english_is_vowel(sound)) {
        vowel(w, GLIDE_NONE);
    } else if (!affricate(w)) {
        for (size_t i = 0; i < sizeof consonants / sizeof *consonants; i++)
            if (consonants[i].sound == sound) consonants[i].write(w, &consonants[i]);
    }
}

static void add_sound(writer *w, unsigned sound, size_t letter) {
    bool stressed = kti_english_plain(sound) != sound;
    if (sound == KTI_S_NONE || sound >= KTI_ENGLISH_SOUNDS) return;
    w->sounds[w->count++] = (spoken){(uint8_t)kti_english_plain(sound), (uint8_t)letter, stressed};
}

size_t kti_loanword(const uint8_t *letters, const kti_english_chunk *sounds, size_t count,
                    kti_loan_unit units[KTI_LOAN_UNITS]) {
    writer w = {.letters = letters, .letter_count = count, .units = units};
    for (size_t i = 0; i < count && i < KTI_ENGLISH_WORD; i++) {
        add_sound(&w, sounds[i] & 0xFF, i);
        add_sound(&w, sounds[i] >> 8, i);
    }
    for (w.at = 0; w.at < w.count; w.at++)
        write_sound(&w);
    return w.unit_count;
}

void kti_loanword_tags(const uint8_t *letters, const kti_english_chunk *sounds, size_t count,
                       uint32_t *tags) {
    kti_loan_unit units[KTI_LOAN_UNITS];
    size_t written = kti_loanword(letters, sounds, count, units);
    for (size_t i = 0; i < count; i++)
        tags[i] = 0;
    for (size_t i = 0; i < written; i++) {
        uint32_t *tag = &tags[units[i].letter];
        unsigned shift = 0;
        while (shift < KTI_CHUNK_BITS && *tag >> shift != 0)
            shift += 7;
        if (shift < KTI_CHUNK_BITS) *tag |= (uint32_t)(units[i].unit + 1) << shift;
    }
}

/* ---- the clauses ---------------------------------------------------------------------------- */

kt_rule kti_loanword_rule(uint32_t clause) {
    static const struct {
        const char *article, *summary;
    } clauses[KTI_LOAN_CLAUSES] = {
        [KTI_LOAN_TABLE] = {"2.1", "one sound, one letter (table 1)"},
        [KTI_LOAN_1_1] = {"3.1.1.1", "p, t, k at the end behind a short vowel are batchim"},
        [KTI_LOAN_1_2] = {"3.1.1.2", "p, t, k between a short vowel and most consonants"},
        [KTI_LOAN_1_3] = {"3.1.1.3", "other p, t, k at the end or before a consonant: ㅡ"},
        [KTI_LOAN_2] = {"3.1.2", "b, d, g at the end or before a consonant: ㅡ"},
        [KTI_LOAN_3_1] = {"3.1.3.1", "s, z, f, v, th at the end or before a consonant: ㅡ"},
        [KTI_LOAN_3_2] = {"3.1.3.2", "sh: 시 at the end, 슈 before a consonant, else by vowel"},
        [KTI_LOAN_3_3] = {"3.1.3.3", "zh: 지, before a vowel ㅈ"},
        [KTI_LOAN_4_1] = {"3.1.4.1", "ts, dz: 츠, 즈; ch, j: 치, 지"},
        [KTI_LOAN_4_2] = {"3.1.4.2", "ch, j before a vowel: ㅊ, ㅈ"},
        [KTI_LOAN_5_1] = {"3.1.5.1", "nasals at the end or before a consonant are batchim"},
        [KTI_LOAN_5_2] = {"3.1.5.2", "ng between vowels is batchim of the first"},
        [KTI_LOAN_6_1] = {"3.1.6.1", "l at the end or before a consonant is batchim"},
        [KTI_LOAN_6_2] = {"3.1.6.2", "l inside a word before a vowel: ㄹㄹ; behind m, n: ㄹ"},
        [KTI_LOAN_7] = {"3.1.7", "length is not written"},
        [KTI_LOAN_8] = {"3.1.8", "diphthongs by their parts; [ou] 오, [auə] 아워"},
        [KTI_LOAN_9_1] = {"3.1.9.1", "w joins the vowel behind it"},
        [KTI_LOAN_9_2] = {"3.1.9.2", "w behind a consonant is a syllable of its own"},
        [KTI_LOAN_9_3] = {"3.1.9.3", "y joins the vowel behind it; 디어, 리어, 니어"},
        [KTI_LOAN_10_1] = {"3.1.10.1", "the parts of a compound as they are alone"},
        [KTI_LOAN_10_2] = {"3.1.10.2", "spaces as in the original; may be closed"},
    };
    if (clause >= KTI_LOAN_CLAUSES) return (kt_rule){"", "", ""};
    return (kt_rule){"Loanword Orthography", clauses[clause].article, clauses[clause].summary};
}
