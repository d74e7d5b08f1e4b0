#include "languages/compose.h"

#include <string.h>

#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"

/* What the last syllable is made of so far. */
enum { EMPTY, ONSET, FULL };

enum { KIYEOK = 0x3131, A = 0x314F, I = 0x3163, RIEUL = 0x3139 };

/* ㄱ..ㅎ of U+3131 as onset and as batchim; those that are neither are 255. */
static const uint8_t onsets[] = {0,   1, 255, 2, 255, 255, 3,  4,  5,  255, 255, 255, 255, 255, 255,
                                 255, 6, 7,   8, 255, 9,   10, 11, 12, 13,  14,  15,  16,  17,  18};
static const uint8_t batchims[] = {1,  2,  3,  4,   5,  6,  7,  255, 8,  9,   10, 11, 12, 13, 14,
                                   15, 16, 17, 255, 18, 19, 20, 21,  22, 255, 23, 24, 25, 26, 27};

/* The vowel behind a glide; 255: the vowel as it is. */
static const uint8_t behind_j[KTI_VOWELS] = {
    [KTI_V_A] = KTI_V_YA,   [KTI_V_AE] = KTI_V_YAE, [KTI_V_YA] = 255,      [KTI_V_YAE] = 255,
    [KTI_V_EO] = KTI_V_YEO, [KTI_V_E] = KTI_V_YE,   [KTI_V_YEO] = 255,     [KTI_V_YE] = 255,
    [KTI_V_O] = KTI_V_YO,   [KTI_V_WA] = 255,       [KTI_V_WAE] = 255,     [KTI_V_OE] = 255,
    [KTI_V_YO] = 255,       [KTI_V_U] = KTI_V_YU,   [KTI_V_WO] = 255,      [KTI_V_WE] = 255,
    [KTI_V_WI] = 255,       [KTI_V_YU] = 255,       [KTI_V_EU] = KTI_V_YU, [KTI_V_UI] = 255,
    [KTI_V_I] = 255};
static const uint8_t behind_w[KTI_VOWELS] = {
    [KTI_V_A] = KTI_V_WA,  [KTI_V_AE] = KTI_V_WAE, [KTI_V_YA] = 255,     [KTI_V_YAE] = 255,
    [KTI_V_EO] = KTI_V_WO, [KTI_V_E] = KTI_V_WE,   [KTI_V_YEO] = 255,    [KTI_V_YE] = 255,
    [KTI_V_O] = KTI_V_WO,  [KTI_V_WA] = 255,       [KTI_V_WAE] = 255,    [KTI_V_OE] = 255,
    [KTI_V_YO] = 255,      [KTI_V_U] = 255,        [KTI_V_WO] = 255,     [KTI_V_WE] = 255,
    [KTI_V_WI] = 255,      [KTI_V_YU] = 255,       [KTI_V_EU] = KTI_V_U, [KTI_V_UI] = 255,
    [KTI_V_I] = KTI_V_WI};

void kti_compose_init(kti_composer *c, kti_buf *out, unsigned variant) {
    *c = (kti_composer){.out = out, .variant = variant};
}

static void flush(kti_composer *c) {
    if (c->state == FULL) kti_buf_add_cp(c->out, kti_join(c->open));
    c->state = EMPTY;
}

static void put_vowel(kti_composer *c, uint8_t vowel) {
    if (c->state != ONSET) {
        flush(c);
        c->open.choseong = KTI_L_NONE;
    }
    uint8_t behind = c->glide == 'j' ? behind_j[vowel] : c->glide == 'w' ? behind_w[vowel] : 255;
    c->open.jungseong = behind == 255 ? vowel : behind;
    c->open.jongseong = KTI_T_NONE;
    c->glide = 0;
    c->state = FULL;
}

/* A consonant or glide that no vowel follows. */
static void settle(kti_composer *c) {
    if (c->glide != 0)
        put_vowel(c, c->glide == 'j' ? KTI_V_I : KTI_V_EU);
    else if (c->state == ONSET)
        put_vowel(c, KTI_V_EU);
}

static void put_onset(kti_composer *c, uint8_t onset) {
    settle(c);
    flush(c);
    c->open.choseong = onset;
    c->state = ONSET;
}

/* Closes the last syllable; when there is none that is open, ㅡ makes one. */
static void put_batchim(kti_composer *c, uint8_t batchim) {
    settle(c);
    if (c->state != FULL || c->open.jongseong != KTI_T_NONE) put_vowel(c, KTI_V_EU);
    c->open.jongseong = batchim;
}

static void put_double_l(kti_composer *c) {
    settle(c);
    if (c->state == FULL && c->open.jongseong == KTI_T_NONE) c->open.jongseong = KTI_T_R;
    put_onset(c, KTI_L_R);
}

static void put_syllable(kti_composer *c, uint32_t cp) {
    settle(c);
    flush(c);
    c->open = kti_split(cp);
    c->state = FULL;
}

static void put_glide(kti_composer *c, uint8_t glide) {
    if (c->glide != 0) settle(c);
    c->glide = glide;
}

/* One unit at `at`; the end of it. */
static size_t put_unit(kti_composer *c, kt_str units, size_t at) {
    bool closes = units.ptr[at] == '+';
    kti_cp unit = kti_utf8_at(units, at + closes);
    size_t end = at + closes + unit.len;
    uint32_t letter = unit.cp - KIYEOK;
    if (kti_is_syllable(unit.cp)) {
        put_syllable(c, unit.cp);
    } else if (unit.cp >= A && unit.cp <= I) {
        put_vowel(c, (uint8_t)(unit.cp - A));
    } else if (unit.cp == 'j' || unit.cp == 'w') {
        put_glide(c, (uint8_t)unit.cp);
    } else if (letter >= sizeof onsets) {
        return end;
    } else if (closes) {
        put_batchim(c, batchims[letter]);
    } else if (unit.cp == RIEUL && end < units.len && kti_utf8_at(units, end).cp == RIEUL) {
        put_double_l(c);
        end += unit.len;
    } else {
        put_onset(c, onsets[letter]);
    }
    return end;
}

/* The alternative of `units` that the variant asks for; the first when there are not so many. */
static kt_str choose(kti_composer *c, const char *units) {
    kt_str rest = kti_str(units), chosen = {units, 0};
    for (unsigned i = 0; rest.ptr != NULL; i++) {
        kt_str one = kti_str_next_field(&rest, '|');
        if (i == 0 || i == c->variant) chosen = one;
        if (i > c->most) c->most = i;
    }
    return chosen;
}

void kti_compose_put(kti_composer *c, const char *units, size_t start, size_t end,
                     const char *article) {
    kt_str chosen = choose(c, units);
    for (size_t at = 0; at < chosen.len;)
        at = put_unit(c, chosen, at);
    if (c->note_count < c->note_room)
        c->notes[c->note_count++] =
            (kti_composed){(uint32_t)start, (uint32_t)end, chosen.ptr, article};
}

bool kti_compose_waits(const kti_composer *c) {
    return c->state == ONSET || c->glide != 0;
}

bool kti_compose_is_open(const kti_composer *c) {
    return c->state == FULL && c->open.jongseong == KTI_T_NONE && c->glide == 0;
}

void kti_compose_end(kti_composer *c) {
    settle(c);
    flush(c);
}
