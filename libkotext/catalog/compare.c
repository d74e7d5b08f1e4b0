#include "catalog/compare.h"

#include <stdbool.h>

#include "core/utf8.h"
#include "unicode/props.h"

/* A text being read: one letter or digit, and what stands before it. */
typedef struct side {
    kt_str text;
    size_t at;     /* behind the letter */
    size_t gap;    /* where what stands before it begins */
    size_t start;  /* of the letter */
    uint32_t base; /* in small letters, without marks; 0 at the end */
    uint32_t mark; /* what tells it from its base; 0 = none */
    bool upper;
    unsigned spaces, hyphens, apostrophes;
    uint32_t marks; /* a sum over other marks, in order */
} side;

static bool is_apostrophe(uint32_t cp) {
    return cp == '\'' || cp == '`' || cp == 0x2018 || cp == 0x2019 || cp == 0x2BB || cp == 0x2BC ||
           cp == 0x2BE || cp == 0x2BF;
}

static bool is_hyphen(uint32_t cp) {
    return cp == '-' || cp == 0x2010 || cp == 0x2011;
}

static void take_mark(side *s, uint32_t cp) {
    if (is_apostrophe(cp))
        s->apostrophes++;
    else if (is_hyphen(cp))
        s->hyphens++;
    else if (kti_cp_is_space(cp))
        s->spaces = 1;
    else
        s->marks = s->marks * 31 + cp;
}

/* U+0306 is what ŏ has over o, however it is encoded. */
static uint32_t mark_of(uint32_t cp) {
    switch (kti_cp_lower(cp)) {
    case 0x14F: /* ŏ */
    case 0x16D: /* ŭ */
    case 0x103: /* ă */
    case 0x115: /* ĕ */
    case 0x12D: /* ĭ */
        return 0x306;
    default:
        return kti_cp_lower(cp);
    }
}

static void take_letter(side *s, kti_cp unit) {
    uint32_t base = kti_cp_base(unit.cp);
    s->start = s->at;
    s->upper = kti_cp_is_upper(unit.cp);
    s->base = kti_cp_lower(base);
    s->mark = base == unit.cp ? 0 : mark_of(unit.cp);
    s->at += unit.len;
    while (s->at < s->text.len) {
        kti_cp next = kti_utf8_at(s->text, s->at);
        if (!kti_cp_is_mark(next.cp)) break;
        s->mark = s->mark == 0 ? next.cp : s->mark * 31 + next.cp;
        s->at += next.len;
    }
}

static void next(side *s) {
    s->spaces = s->hyphens = s->apostrophes = 0;
    s->marks = 0;
    s->base = s->mark = 0;
    s->upper = false;
    s->gap = s->start = s->at;
    while (s->at < s->text.len) {
        kti_cp unit = kti_utf8_at(s->text, s->at);
        if (kti_cp_is_letter(unit.cp) || kti_cp_is_digit(unit.cp)) {
            if (!is_apostrophe(unit.cp)) { /* U+02BC is a letter to Unicode */
                take_letter(s, unit);
                return;
            }
        }
        take_mark(s, unit.cp);
        s->at += unit.len;
    }
    s->start = s->at;
    s->spaces = 0; /* at the end of the text */
}

/* What a letter and its marks differ in; `*at` for each kind is where. */
static unsigned differences_here(const side *a, const side *b) {
    unsigned found = 0;
    if (a->base != b->base || (b->mark != 0 && a->mark != b->mark)) return KT_DIFFERS_LETTERS;
    if (a->mark != b->mark) found |= KT_DIFFERS_DIACRITICS;
    if (a->apostrophes != b->apostrophes) found |= KT_DIFFERS_APOSTROPHES;
    if (a->spaces != b->spaces || a->hyphens != b->hyphens) found |= KT_DIFFERS_DIVISION;
    if (a->upper != b->upper) found |= KT_DIFFERS_CAPITALS;
    if (a->marks != b->marks) found |= KT_DIFFERS_PUNCTUATION;
    return found;
}

unsigned kti_romanized_differences(kt_str expected, kt_str given, size_t *offset) {
    side a = {.text = expected}, b = {.text = given};
    unsigned all = 0;
    *offset = 0;
    do {
        bool first = b.at == 0;
        next(&a);
        next(&b);
        if (first) a.spaces = b.spaces = 0;
        unsigned here = differences_here(&a, &b);
        bool of_letter =
            (here & (KT_DIFFERS_LETTERS | KT_DIFFERS_DIACRITICS | KT_DIFFERS_CAPITALS)) != 0;
        if (here > all) *offset = of_letter ? b.start : b.gap;
        all |= here;
    } while ((all & KT_DIFFERS_LETTERS) == 0 && a.base != 0 && b.base != 0);
    return all;
}
