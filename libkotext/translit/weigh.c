#include "translit/weigh.h"

#include <string.h>

#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "translit/letters.h"

enum { UNITS = KTI_ENGLISH_WORD * KTI_CHUNK_UNITS, SYLLABLE = 3 };

/* ---- forms ---------------------------------------------------------------------------------- */

typedef struct units {
    uint8_t of[UNITS];
    size_t count, syllables;
} units;

static void add_unit(units *u, unsigned unit) {
    if (u->count < UNITS) u->of[u->count++] = (uint8_t)unit;
}

static bool is_palatal(kt_syllable s) {
    bool sibilant = s.choseong == KTI_L_J || s.choseong == KTI_L_CH;
    return sibilant &&
           (s.jungseong == KTI_V_YA || s.jungseong == KTI_V_YAE || s.jungseong == KTI_V_YEO ||
            s.jungseong == KTI_V_YE || s.jungseong == KTI_V_YO || s.jungseong == KTI_V_YU);
}

static bool is_tense(kt_syllable s) {
    return s.choseong == KTI_L_GG || s.choseong == KTI_L_DD || s.choseong == KTI_L_BB ||
           s.choseong == KTI_L_SS || s.choseong == KTI_L_JJ;
}

/* The orthography (1.3) writes these batchim only. */
static bool is_batchim(kt_syllable s) {
    return s.jongseong == KTI_T_NONE || s.jongseong == KTI_T_G || s.jongseong == KTI_T_N ||
           s.jongseong == KTI_T_R || s.jongseong == KTI_T_M || s.jongseong == KTI_T_B ||
           s.jongseong == KTI_T_S || s.jongseong == KTI_T_NG;
}

static void read_form(kt_str form, units *u, float *features) {
    u->count = u->syllables = 0;
    for (size_t at = 0; at < form.len;) {
        kti_cp unit = kti_utf8_at(form, at);
        at += unit.len;
        if (!kti_is_syllable(unit.cp)) continue;
        kt_syllable s = kti_split(unit.cp);
        u->syllables++;
        if (s.choseong != KTI_L_NONE) add_unit(u, s.choseong);
        add_unit(u, KTI_UNIT_VOWEL + s.jungseong);
        if (s.jongseong != 0) add_unit(u, KTI_UNIT_FINAL + s.jongseong - 1u);
        if (features == NULL) continue;
        features[KTI_WEIGH_PALATAL] += is_palatal(s);
        features[KTI_WEIGH_TENSE] += is_tense(s);
        features[KTI_WEIGH_BATCHIM] += !is_batchim(s);
    }
}

/* Units to insert, remove or replace. */
static size_t distance(const units *a, const units *b) {
    size_t row[UNITS + 1];
    for (size_t j = 0; j <= b->count; j++)
        row[j] = j;
    for (size_t i = 1; i <= a->count; i++) {
        size_t corner = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b->count; j++) {
            size_t best = corner + (a->of[i - 1] != b->of[j - 1]);
            if (row[j] + 1 < best) best = row[j] + 1;
            if (row[j - 1] + 1 < best) best = row[j - 1] + 1;
            corner = row[j];
            row[j] = best;
        }
    }
    return row[b->count];
}

/* ---- features ------------------------------------------------------------------------------- */

static size_t by_length(size_t syllables) {
    return syllables < 5 ? syllables - 2 : 3;
}

static void look_up(const kti_weighed *w, kt_str form, size_t syllables, float *features) {
    if (syllables < 2) return;
    unsigned classes = kti_lexicon_word(w->lexicon, form).classes;
    unsigned names = KTI_WORD_PERSON | KTI_WORD_PLACE | KTI_WORD_PROPER;
    if ((classes & KTI_WORD_NOUN) != 0)
        features[KTI_WEIGH_NOUN + by_length(syllables)] = 1;
    else if ((classes & names) != 0)
        features[KTI_WEIGH_NAME + by_length(syllables)] = 1;
}

/* Vowels in a row count as one. */
static size_t vowel_groups(const uint8_t *letters, size_t count) {
    size_t groups = 0;
    for (size_t i = 0; i < count; i++) {
        bool vowel = kti_latin_is_vowel(kti_latin_base(letters[i]));
        bool before = i > 0 && kti_latin_is_vowel(kti_latin_base(letters[i - 1]));
        groups += vowel && !before;
    }
    return groups;
}

static void compare_rules(const kti_weighed *w, kt_str form, const units *u, float *features) {
    units ruled;
    if (w->ruled.len == 0 || w->spoken->source == KTI_PRONOUNCED_UNKNOWN) return;
    size_t source = (size_t)w->spoken->source - KTI_PRONOUNCED_GUESSED;
    if (kti_str_eq(form, w->ruled)) {
        features[KTI_WEIGH_RULES + source] = 1;
        return;
    }
    read_form(w->ruled, &ruled, NULL);
    features[KTI_WEIGH_FAR + source] = (float)distance(u, &ruled);
}

void kti_weigh_form(const kti_weighed *w, kt_str form, float features[KTI_WEIGH_FEATURES]) {
    units u;
    memset(features, 0, KTI_WEIGH_FEATURES * sizeof *features);
    read_form(form, &u, features);
    look_up(w, form, u.syllables, features);
    compare_rules(w, form, &u, features);
    float more = (float)u.syllables - (float)vowel_groups(w->letters, w->count);
    features[more > 0 ? KTI_WEIGH_MORE : KTI_WEIGH_FEWER] = more > 0 ? more : -more;
    uint8_t first = w->count > 0 ? kti_latin_base(w->letters[0]) : 0;
    bool vowel = kti_latin_is_vowel(first) && first != 'y' - 'a';
    features[KTI_WEIGH_BEHEADED] = vowel && u.count > 0 && u.of[0] < KTI_UNIT_VOWEL;
}

/* ---- weights -------------------------------------------------------------------------------- */

/* Learned on words held out from the models' training: for words whose sounds are guessed, and
 * for those whose sounds are known. */
static const float weights[2][KTI_WEIGH_FEATURES] = {{[KTI_WEIGH_SCORE] = 0.61F,
                                                      [KTI_WEIGH_JOINT] = 0.13F,
                                                      [KTI_WEIGH_TAGS] = 0.05F,
                                                      [KTI_WEIGH_UNSCORED] = -1.29F,
                                                      [KTI_WEIGH_NOUN] = 1.24F,
                                                      2.36F,
                                                      3.73F,
                                                      3.98F,
                                                      [KTI_WEIGH_NAME] = 1.51F,
                                                      2.45F,
                                                      3.35F,
                                                      2.80F,
                                                      [KTI_WEIGH_RULES] = 0.38F,
                                                      0.00F,
                                                      0.00F,
                                                      [KTI_WEIGH_FAR] = -0.20F,
                                                      0.00F,
                                                      0.00F,
                                                      [KTI_WEIGH_MORE] = 0.26F,
                                                      [KTI_WEIGH_FEWER] = -0.51F,
                                                      [KTI_WEIGH_BEHEADED] = -1.35F,
                                                      [KTI_WEIGH_PALATAL] = -0.58F,
                                                      [KTI_WEIGH_TENSE] = -0.07F,
                                                      [KTI_WEIGH_BATCHIM] = 0.00F},
                                                     {[KTI_WEIGH_SCORE] = 0.42F,
                                                      [KTI_WEIGH_JOINT] = 0.26F,
                                                      [KTI_WEIGH_TAGS] = 0.02F,
                                                      [KTI_WEIGH_UNSCORED] = -0.34F,
                                                      [KTI_WEIGH_NOUN] = 2.29F,
                                                      3.58F,
                                                      4.43F,
                                                      3.75F,
                                                      [KTI_WEIGH_NAME] = 1.81F,
                                                      2.67F,
                                                      3.12F,
                                                      3.16F,
                                                      [KTI_WEIGH_RULES] = 0.00F,
                                                      0.77F,
                                                      1.02F,
                                                      [KTI_WEIGH_FAR] = 0.00F,
                                                      0.14F,
                                                      -0.47F,
                                                      [KTI_WEIGH_MORE] = 0.02F,
                                                      [KTI_WEIGH_FEWER] = -0.22F,
                                                      [KTI_WEIGH_BEHEADED] = -1.21F,
                                                      [KTI_WEIGH_PALATAL] = -0.24F,
                                                      [KTI_WEIGH_TENSE] = -0.01F,
                                                      [KTI_WEIGH_BATCHIM] = 0.00F}};

float kti_weigh_sum(const kti_weighed *w, const float features[KTI_WEIGH_FEATURES]) {
    const float *by = weights[w->spoken->source > KTI_PRONOUNCED_GUESSED];
    float sum = 0;
    for (size_t i = 0; i < KTI_WEIGH_FEATURES; i++)
        sum += by[i] * features[i];
    return sum;
}
