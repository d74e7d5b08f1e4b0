#include "systems_seed.h"

#include <math.h>
#include <string.h>

#include "core/str.h"
#include "core/utf8.h"
#include "em.h"
#include "hangul/syllable.h"
#include "names/official.h"

enum { SYLLABLE = 3, DPRK_SYSTEM = KTI_SYSTEMS - 1, MR_SYSTEM = KTI_SYSTEMS - 2 };

/* ---- persons of usage ----------------------------------------------------------------------- */

static uint32_t pack(const uint8_t *letters, size_t count) {
    return kti_chunk_key(0, letters, count);
}

static double cut_share(const kti_units *m, uint8_t unit, uint32_t letters) {
    for (uint32_t i = m->first[unit]; i < m->first[unit + 1]; i++)
        if ((m->chunks[i].key & 0xFFFFFF) == letters) return (double)m->chunks[i].probability;
    return 1e-6;
}

/* Fills the syllables of a given name; returns the mean ln p of a syllable, -99 for no cut. */
static double cut_given(const kti_units *m, const pair *p, person *out) {
    uint8_t units[KTI_UNITS_MOST], letters[KTI_LETTERS_MOST];
    size_t cuts[KTI_UNITS_MOST + 1] = {0}, unit = 0;
    size_t us = kti_units_of(p->hangul, units), js = kti_letters_of(p->latin, letters);
    double sum = 0;
    if (us == 0 || js == 0 || !best_cut(m, units, us, letters, js, cuts)) return -99;
    cuts[us] = js;
    for (size_t at = 0; at < p->hangul.len; at += SYLLABLE) {
        spelled *s = &out->syllables[out->count++];
        *s = (spelled){
            kti_utf8_at(p->hangul, at).cp, at == 0 ? KTI_PLACE_FIRST : KTI_PLACE_SECOND, {0, 0, 0}};
        kt_syllable parts = kti_split(s->syllable);
        bool there[3] = {parts.choseong != KTI_L_NONE, true, parts.jongseong != 0};
        for (size_t i = 0; i < 3; i++) {
            if (!there[i]) continue;
            s->letters[i] = pack(letters + cuts[unit], cuts[unit + 1] - cuts[unit]);
            sum += log(cut_share(m, units[unit], s->letters[i]));
            unit++;
        }
    }
    return sum / (double)(out->count - 1);
}

static bool put_surname(kt_str latin, char out[8]) {
    uint8_t letters[KTI_LETTERS_MOST];
    size_t len = kti_letters_of(latin, letters);
    memset(out, 0, 8);
    if (len == 0 || len > 7) return false;
    for (size_t i = 0; i < len; i++)
        out[i] = (char)('a' + letters[i]);
    return true;
}

/* Surnames of one syllable; what is rarer than this among labels is read in another language. */
static bool is_wanted(const pair *p) {
    return p->surname.len == SYLLABLE && p->hangul.len >= SYLLABLE &&
           p->hangul.len <= 2 * SYLLABLE && (p->weight >= 1 || p->surname_share >= 0.003);
}

size_t persons_of(const pairs *list, const kti_units *units, person *out) {
    static const double least = -5;
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        const pair *p = &list->items[i];
        person *it = &out[count];
        *it = (person){.count = 1, .weight = p->weight};
        if (!is_wanted(p) || !put_surname(p->surname_latin, it->surname)) continue;
        it->syllables[0] = (spelled){kti_utf8_at(p->surname, 0).cp, KTI_PLACE_SURNAME, {0}};
        double fit = cut_given(units, p, it);
        if (fit > (p->weight < 1 ? least : -90)) count++;
    }
    return count;
}

/* ---- persons of the schemes ----------------------------------------------------------------- */

static uint32_t letters_of(const char *text) {
    uint8_t letters[KTI_LETTERS_MOST];
    size_t count = text == NULL ? 0 : kti_letters_of(kti_str(text), letters);
    return pack(letters, count > KTI_UNIT_LETTERS ? KTI_UNIT_LETTERS : count);
}

static spelled by_scheme(const kti_scheme *scheme, uint32_t syllable, uint32_t before,
                         uint8_t place) {
    const char *parts[3];
    spelled out = {syllable, place, {0}};
    kti_official_syllable(scheme, syllable, before, parts);
    for (size_t i = 0; i < 3; i++)
        out.letters[i] = letters_of(parts[i]);
    return out;
}

static void append(uint32_t letters, char text[8]) {
    size_t len = strlen(text);
    for (; letters > 0 && len < 7; letters >>= 5)
        text[len++] = (char)('a' + (letters & 31) - 1);
}

static person official(const kti_scheme *scheme, const pair *p, uint32_t surname, origin from,
                       double weight) {
    person out = {.count = 1, .weight = weight, .origin = from};
    spelled s = by_scheme(scheme, surname, 0, KTI_PLACE_SURNAME);
    for (size_t i = 0; i < 3; i++)
        append(s.letters[i], out.surname);
    out.syllables[0] = (spelled){kti_utf8_at(p->surname, 0).cp, KTI_PLACE_SURNAME, {0}};
    uint32_t before = 0;
    for (size_t at = 0; at < p->hangul.len; at += SYLLABLE) {
        uint32_t syllable = kti_utf8_at(p->hangul, at).cp;
        out.syllables[out.count++] =
            by_scheme(scheme, syllable, before, at == 0 ? KTI_PLACE_FIRST : KTI_PLACE_SECOND);
        before = syllable;
    }
    return out;
}

size_t official_persons(const pairs *list, person *out) {
    static const double weight = 0.05;
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        const pair *p = &list->items[i];
        if (!is_wanted(p) || p->weight < 1) continue;
        uint32_t own = kti_utf8_at(p->surname, 0).cp, north = kti_north_surname(own);
        double half = north == own ? weight : weight * 0.8;
        out[count++] = official(&kti_scheme_dprk, p, north, FROM_DPRK, half);
        if (north != own)
            out[count++] = official(&kti_scheme_dprk, p, own, FROM_DPRK, weight - half);
        out[count++] = official(&kti_scheme_mr, p, own, FROM_MR, weight);
        out[count++] = official(&kti_scheme_rr, p, own, FROM_RR, weight * 0.4);
    }
    return count;
}

/* ---- the first guess ------------------------------------------------------------------------ */

typedef struct signs {
    bool consonants, vowels; /* not as RR has them */
    bool marks;              /* ㅓ as o: a scheme that has lost its marks */
    bool english;            /* oo, ee, young */
} signs;

static signs signs_of(const person *p) {
    signs out = {false, false, false, false};
    for (size_t i = 1; i < p->count; i++) {
        const spelled *s = &p->syllables[i];
        kt_syllable parts = kti_split(s->syllable);
        uint8_t l = parts.choseong, v = parts.jungseong;
        uint32_t vowel = s->letters[1];
        bool plain = l == KTI_L_G || l == KTI_L_D || l == KTI_L_B || l == KTI_L_J;
        if (plain && s->letters[0] != letters_of(kti_scheme_rr.choseong[l])) out.consonants = true;
        if (v != KTI_V_A && v != KTI_V_O && v != KTI_V_AE &&
            vowel != letters_of(kti_scheme_rr.jungseong[v]))
            out.vowels = true;
        if ((v == KTI_V_EO && vowel == letters_of("o")) ||
            (v == KTI_V_YEO && vowel == letters_of("yo")) ||
            (v == KTI_V_EU && vowel == letters_of("u")))
            out.marks = true;
        if (vowel == letters_of("oo") || vowel == letters_of("ee") || vowel == letters_of("you") ||
            vowel == letters_of("yoo") || (v == KTI_V_EO && vowel == letters_of("u")))
            out.english = true;
    }
    return out;
}

void seed_systems(const person *p, double share[KTI_SYSTEMS]) {
    enum { FREE = MR_SYSTEM };
    signs s = signs_of(p);
    size_t own = s.marks ? 0 : s.consonants && s.vowels ? 1 : s.consonants ? 2 : s.vowels ? 3 : 4;
    if (s.english) own = (own + 5) % FREE;
    if (p->origin == FROM_DPRK) own = DPRK_SYSTEM;
    if (p->origin == FROM_MR) own = MR_SYSTEM;
    double rest = p->origin == FROM_USAGE ? 0.3 : 0.1;
    for (size_t k = 0; k < KTI_SYSTEMS; k++)
        share[k] = rest / KTI_SYSTEMS + (k == own ? 1 - rest : 0);
}
