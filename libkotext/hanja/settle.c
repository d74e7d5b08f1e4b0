/* settle.c - which of the readings that a run may have is a word of the Korean word list.
 *
 * Whether the initial-sound law holds where two parts of a word meet depends on whether the second
 * is a word of its own, and names of places go their own ways; the list has tens of thousands of
 * both. It decides only where the reading by rule is none of its words. */
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "hanja/hanja.h"
#include "lexicon/lexicon.h"

enum {
    LONGEST = 8, /* characters of a run */
    OPTIONS = 6, /* readings of a character */
    RARE = 60,   /* thousandths of a character's uses: other readings are not thought of */
    TRIALS = 96, /* readings of a run */
    PRICE_LAW = 1,
    PRICE_USUAL = 1, /* the usual reading of a character that is read otherwise in a word */
    PRICE_SOUND = 3
};

typedef struct option {
    uint32_t syllable;
    uint32_t price; /* 0: as read by rule */
} option;

typedef struct trial {
    const kti_hanja *hanja;
    size_t count;
    bool place, village;
    option options[LONGEST][OPTIONS];
    size_t widths[LONGEST];
    size_t picks[LONGEST], best[LONGEST];
    uint32_t least; /* price of the best; 0 = there is none yet */
} trial;

static void offer(trial *t, size_t at, uint32_t syllable, uint32_t price) {
    for (size_t i = 0; i < t->widths[at]; i++)
        if (t->options[at][i].syllable == syllable) return;
    if (t->widths[at] < OPTIONS) t->options[at][t->widths[at]++] = (option){syllable, price};
}

/* The law may hold where more than one syllable follows. */
static void offer_law(trial *t, size_t at, uint32_t cp, uint32_t read) {
    uint32_t rule;
    const kti_hanja_char *c = kti_hanja_char_of(t->hanja, cp);
    if (at + 1 >= t->count || t->village) return;
    offer(t, at, kti_initial_law(read, &rule), PRICE_LAW);
    if (at == 0) return;
    if (c != NULL && kti_initial_law(c->inner, &rule) == read) offer(t, at, c->inner, PRICE_LAW);
}

static void offer_sound(trial *t, size_t at, uint32_t sound, uint32_t price) {
    uint32_t rule;
    offer(t, at, at == 0 ? kti_initial_law(sound, &rule) : sound, price);
}

static void offer_sounds(trial *t, size_t at, uint32_t cp) {
    size_t count;
    const kti_hanja_char *c = kti_hanja_char_of(t->hanja, cp);
    const kti_hanja_sound *sounds = kti_hanja_sounds_of(t->hanja, cp, &count);
    if (c == NULL || t->village || (at + 1 == t->count && t->place)) return;
    offer_sound(t, at, at == 0 ? c->first : c->inner, PRICE_USUAL);
    for (size_t i = 0; i < count; i++)
        if (sounds[i].uses >= RARE) offer_sound(t, at, sounds[i].syllable, PRICE_SOUND);
}

/* Names of persons are many and short: those of fewer than five syllables prove nothing. */
static bool is_word(const trial *t, kt_str word) {
    enum { LONG = 5 };
    unsigned classes = kti_lexicon_word(t->hanja->lexicon, word).classes;
    unsigned names = KTI_WORD_PLACE | KTI_WORD_PROPER;
    if (!t->place) names |= KTI_WORD_NOUN;
    return (classes & names) != 0 || (t->count >= LONG && (classes & KTI_WORD_PERSON) != 0);
}

static void judge(trial *t) {
    char bytes[LONGEST * 4];
    kt_str word = {bytes, 0};
    uint32_t price = 0;
    for (size_t i = 0; i < t->count; i++) {
        const option *o = &t->options[i][t->picks[i]];
        word.len += kti_utf8_encode(o->syllable, bytes + word.len);
        price += o->price;
    }
    if ((t->least > 0 && price >= t->least) || !is_word(t, word)) return;
    t->least = price;
    for (size_t i = 0; i < t->count; i++)
        t->best[i] = t->picks[i];
}

/* The next row of picks; false behind the last. */
static bool advance(trial *t) {
    for (size_t i = 0; i < t->count; i++) {
        if (++t->picks[i] < t->widths[i]) return true;
        t->picks[i] = 0;
    }
    return false;
}

/* Leaves characters their other sounds only as far as that makes no more than TRIALS rows. */
static void narrow(trial *t) {
    size_t rows = 1;
    for (size_t i = 0; i < t->count; i++) {
        while (t->widths[i] > 1 && rows * t->widths[i] > TRIALS)
            t->widths[i]--;
        rows *= t->widths[i];
    }
}

/* Words that begin as the law forbids are the North's and no evidence. */
static bool is_listed(const trial *t, const kti_hanja_reading *read) {
    uint32_t rule;
    if (kti_initial_law(read[0].syllable, &rule) != read[0].syllable) return false;
    char bytes[LONGEST * 4];
    kt_str word = {bytes, 0};
    for (size_t i = 0; i < t->count; i++)
        word.len += kti_utf8_encode(read[i].syllable, bytes + word.len);
    return kti_lexicon_word(t->hanja->lexicon, word).classes != 0;
}

void kti_hanja_settle(const kti_hanja *hanja, const uint32_t *cps, size_t count, bool place,
                      kti_hanja_reading *read) {
    enum { VILLAGE = 0x91CC /* 里: of so many, each reading names one somewhere */ };
    trial t = {.hanja = hanja, .count = count, .place = place};
    if (hanja->lexicon == NULL || count < 2 || count > LONGEST) return;
    t.village = cps[count - 1] == VILLAGE;
    for (size_t i = 0; i < count; i++) {
        if (read[i].syllable == 0 || read[i].rule == KTI_HANJA_BOUND) return;
        offer(&t, i, read[i].syllable, 0);
        offer_law(&t, i, cps[i], read[i].syllable);
        offer_sounds(&t, i, cps[i]);
    }
    if (is_listed(&t, read)) return;
    narrow(&t);
    while (advance(&t))
        judge(&t);
    for (size_t i = 0; t.least > 0 && i < count; i++) {
        const option *o = &t.options[i][t.best[i]];
        if (o->price > 0) read[i] = (kti_hanja_reading){o->syllable, KTI_HANJA_KNOWN};
    }
}
