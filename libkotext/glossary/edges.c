#include "glossary/edges.h"

#include <string.h>

#include "analyze/agree.h"
#include "analyze/ending.h"
#include "analyze/josa.h"
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "unicode/props.h"

unsigned kti_edge_class(uint32_t cp) {
    unsigned hangul = kti_cp_in_hangul_word(cp) ? KTI_EDGE_HANGUL : 0;
    bool word = kti_cp_is_latin(cp) || kti_cp_is_digit(cp) || kti_cp_is_mark(cp);
    return hangul | (word ? KTI_EDGE_WORD : 0);
}

/* The Hangul behind `at`; longer than any chain of particles: cut. */
static kt_str hangul_behind(kt_str text, size_t at) {
    enum { LONGEST = 60 };
    size_t end = at;
    while (end < text.len && end - at <= LONGEST) {
        kti_cp c = kti_utf8_at(text, end);
        if (!kti_cp_in_hangul_word(c.cp)) break;
        end += c.len;
    }
    return kti_str_cut(text, at, end);
}

/* The first rows of the table, 은/는 to 으로/로: everybody takes one for the other now and then. */
static bool is_mistaken(const kti_josa *row) {
    enum { MISTAKEN = 5 };
    return row - kti_josa_table < MISTAKEN;
}

/* 고 behind a vowel is a school more often than "and" (대구고를), 군 and 면 are divisions, 네 a
 * family: a copula of one syllable that is no particle besides. */
static bool is_suffix_like(kt_str rest) {
    static const kt_str alike[] = {KTI_STR_INIT("군"), KTI_STR_INIT("면"), KTI_STR_INIT("네"),
                                   KTI_STR_INIT("지"), KTI_STR_INIT("던"), KTI_STR_INIT("니")};
    for (size_t i = 0; i < sizeof alike / sizeof *alike; i++)
        if (kti_str_eq(rest, alike[i])) return true;
    return kti_str_starts(rest, KTI_STR("고"));
}

/* Particles as they agree with the term, or the first one the wrong way round. */
static bool is_josa(kt_str rest, kt_str term) {
    kti_agreed agreed;
    kti_ending end = kti_ending_of_hangul(term);
    if (is_suffix_like(rest)) return false;
    if (kti_josa_fits(term, rest)) return true;
    if (!kti_josa_agree(rest, end, KTI_AGREE_KEEP, &agreed) || agreed.read != rest.len)
        return false;
    return is_mistaken(agreed.first) ||
           kti_str_eq(kti_str_cut(rest, 0, agreed.head), agreed.parts[0]);
}

/* The past and the honorific of the copula: no noun begins so, whatever ending follows. */
static bool is_copula(kt_str rest, kt_str term) {
    if (kti_str_starts(rest, KTI_STR("이었")) || kti_str_starts(rest, KTI_STR("이셨"))) return true;
    bool short_form = kti_str_starts(rest, KTI_STR("였")) || kti_str_starts(rest, KTI_STR("셨"));
    return short_form && kti_ending_of_hangul(term) == KTI_ENDS_VOWEL;
}

/* Endings of the copula that the particles' table has not. */
enum { ENDINGS = 14 };
static const kt_str endings[ENDINGS] = {
    KTI_STR_INIT("이거나"),   KTI_STR_INIT("이거든"),   KTI_STR_INIT("이거든요"),
    KTI_STR_INIT("이래"),     KTI_STR_INIT("이래요"),   KTI_STR_INIT("이요"),
    KTI_STR_INIT("이잖아"),   KTI_STR_INIT("이잖아요"), KTI_STR_INIT("일까"),
    KTI_STR_INIT("일까요"),   KTI_STR_INIT("일지"),     KTI_STR_INIT("일지도"),
    KTI_STR_INIT("일지라도"), KTI_STR_INIT("일수록"),
};

static bool is_ending(kt_str rest) {
    for (size_t i = 0; i < ENDINGS; i++)
        if (kti_str_eq(rest, endings[i])) return true;
    return false;
}

enum { SUFFIXES = 4 };
static const kt_str suffixes[SUFFIXES] = {KTI_STR_INIT("씨"), KTI_STR_INIT("님"),
                                          KTI_STR_INIT("측"), KTI_STR_INIT("들")};

/* Particles, or what stands between a name and its particles. */
static bool may_follow(kt_str rest, kt_str term) {
    if (is_josa(rest, term) || is_ending(rest)) return true;
    for (size_t i = 0; i < SUFFIXES; i++)
        if (kti_str_starts(rest, suffixes[i])) {
            kt_str behind = kti_str_cut(rest, suffixes[i].len, rest.len);
            return behind.len == 0 || is_josa(behind, suffixes[i]);
        }
    return false;
}

/* ---- a quick no ----------------------------------------------------------------------------- */

static bool has(const unsigned char *bits, uint32_t cp) {
    return (bits[cp / 8 % (KTI_EDGE_BITS / 8)] >> cp % 8 & 1) != 0;
}

static void note(unsigned char *bits, uint32_t cp) {
    bits[cp / 8 % (KTI_EDGE_BITS / 8)] |= (unsigned char)(1u << cp % 8);
}

static void note_form(kti_edge_particles *p, kt_str form) {
    note(p->begin, kti_utf8_at(form, 0).cp);
    for (size_t at = 0; at < form.len; at += kti_utf8_at(form, at).len)
        note(p->any, kti_utf8_at(form, at).cp);
    note(p->end, kti_utf8_before(form, form.len).cp);
}

void kti_edge_particles_make(kti_edge_particles *p) {
    *p = (kti_edge_particles){{0}, {0}, {0}};
    for (size_t i = 0; i < KTI_JOSA_ROWS; i++) {
        note_form(p, kti_josa_table[i].consonant);
        note_form(p, kti_josa_table[i].vowel);
    }
    for (size_t i = 0; i < SUFFIXES; i++)
        note_form(p, suffixes[i]);
    for (size_t i = 0; i < ENDINGS; i++)
        note_form(p, endings[i]);
}

/* Of a text that begins as one of them does. */
static bool may_be_particles(const kti_edge_particles *p, kt_str rest) {
    uint32_t cp = 0;
    for (size_t at = 0; at < rest.len; at += kti_utf8_at(rest, at).len) {
        cp = kti_utf8_at(rest, at).cp;
        if (!has(p->any, cp)) return false;
    }
    return has(p->end, cp);
}

/* ---- once only ------------------------------------------------------------------------------ */

static size_t slot_of(kt_str rest, kti_ending end) {
    uint32_t sum = (uint32_t)end;
    for (size_t i = 0; i < rest.len; i++)
        sum = sum * 31 + (unsigned char)rest.ptr[i];
    return (sum ^ sum >> 7) % KTI_EDGE_SLOTS;
}

/* Of a term no more is asked than how it ends. */
static bool may_follow_again(kt_str rest, kt_str term, kti_edge_memo *memo) {
    char padded[KTI_EDGE_REST] = {0};
    kti_ending end = kti_ending_of_hangul(term);
    if (rest.len > KTI_EDGE_REST) return may_follow(rest, term);
    memcpy(padded, rest.ptr, rest.len);
    unsigned char no = (unsigned char)(rest.len << 4 | (unsigned)end << 2 | 1), yes = no | 2;
    size_t slot = slot_of(rest, end);
    unsigned char told = memo->slots[slot].told;
    if ((told == no || told == yes) && memcmp(memo->slots[slot].rest, padded, sizeof padded) == 0)
        return told == yes;
    bool may = may_follow(rest, term);
    memcpy(memo->slots[slot].rest, padded, sizeof padded);
    memo->slots[slot].told = may ? yes : no;
    return may;
}

/* Three bytes are one code point only where they are that from either side. */
static unsigned class_before(kt_str text, size_t end) {
    if (end >= 3 && kti_is_syllable(kti_utf8_at(text, end - 3).cp)) return KTI_EDGE_HANGUL;
    return kti_edge_class(kti_utf8_before(text, end).cp);
}

bool kti_edge_ends(kt_str text, size_t start, size_t end, const kti_edge_particles *particles,
                   kti_edge_memo *memo) {
    if (end == text.len) return true;
    unsigned here = class_before(text, end);
    if ((here & KTI_EDGE_HANGUL) != 0) {
        uint32_t next = kti_utf8_at(text, end).cp;
        if (!kti_cp_in_hangul_word(next)) return true;
        if (!has(particles->begin, next)) return false;
        kt_str rest = hangul_behind(text, end), term = kti_str_cut(text, start, end);
        return is_copula(rest, term) ||
               (may_be_particles(particles, rest) && may_follow_again(rest, term, memo));
    }
    return (here & kti_edge_class(kti_utf8_at(text, end).cp) & KTI_EDGE_WORD) == 0;
}
