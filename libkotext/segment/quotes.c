#include "segment/quotes.h"

#include "core/str.h"
#include "unicode/props.h"

/* People mix the marks of one kind: what “ opens, a straight mark may close. */
static const struct pair {
    uint32_t open;
    uint32_t close[3];
    bool aside;
} pairs[KTI_PAIRS] = {
    {'"', {'"', 0x201D, 0}, false},     {0x201C, {0x201D, '"', 0}, false},
    {0x201D, {0x201D, 0, 0}, false},    {'\'', {'\'', 0x2019, 0}, false},
    {0x2018, {0x2019, '\'', 0}, false}, {0x2019, {0x2019, 0, 0}, false},
    {'`', {'`', '\'', 0x2019}, false},  {0x300C, {0x300D, 0, 0}, false},
    {0x300E, {0x300F, 0, 0}, false},    {0x3008, {0x3009, 0, 0}, false},
    {0x300A, {0x300B, 0, 0}, false},    {'<', {'>', 0, 0}, false},
    {'(', {')', 0xFF09, 0}, true},      {'[', {']', 0, 0}, true},
    {0xFF08, {0xFF09, ')', 0}, true},
};

enum { LONGEST = 1200 /* bytes; an opener without its closer must not swallow the text */ };

/* Whether `cp` may be one of them; most marks are none. */
static bool may_pair(uint32_t cp) {
    switch (cp) {
    case '"':
    case '\'':
    case '`':
    case '(':
    case ')':
    case '<':
    case '>':
    case '[':
    case ']':
        return true;
    default:
        return cp >= 0x2018;
    }
}

static bool has_closer(size_t pair, uint32_t cp) {
    const uint32_t *close = pairs[pair].close;
    return cp == close[0] || (close[1] != 0 && cp == close[1]) || (close[2] != 0 && cp == close[2]);
}

/* Whether a character that begins with `byte` may close `pair` or end its line. Those of three
 * bytes begin with E2, E3 or EF, bytes that always begin one. */
static bool may_close(size_t pair, char byte) {
    unsigned char b = (unsigned char)byte;
    if (b < 0x80) return b == '\n' || has_closer(pair, b);
    return b == 0xE2 || b == 0xE3 || b == 0xEF;
}

/* Marks that open and close alike, or that are apostrophes as well. */
static bool is_ambiguous(uint32_t cp) {
    return cp == '"' || cp == '\'' || cp == '`' || cp == 0x2019 || cp == 0x201D;
}

static bool is_word(uint32_t cp) {
    return kti_cp_is_letter(cp) || kti_cp_is_digit(cp);
}

static bool is_latin_or_digit(uint32_t cp) {
    return kti_cp_is_latin(cp) || kti_cp_is_digit(cp);
}

/* What stands on either side of a mark tells which way it faces. */
typedef struct sides {
    uint32_t before, after; /* ' ' at the ends of the text */
} sides;

static sides sides_of(kt_str text, size_t at, kti_cp unit) {
    size_t next = at + unit.len;
    return (sides){at == 0 ? ' ' : kti_utf8_before(text, at).cp,
                   next >= text.len ? ' ' : kti_utf8_at(text, next).cp};
}

/* A straight mark does not open before a space when it touches a word, nor an apostrophe ever where
 * it touches one or stands before a space. */
static bool can_open(kt_str text, size_t at, kti_cp unit) {
    if (!is_ambiguous(unit.cp)) return true;
    sides s = sides_of(text, at, unit);
    bool loose = kti_cp_is_space(s.after);
    return unit.cp == '"' ? !(loose && is_word(s.before)) : !loose && !is_word(s.before);
}

/* It does not close between a space and a word, nor an apostrophe inside or before Latin: don't,
 * '90.
 */
static bool can_close(kt_str text, size_t at, kti_cp unit) {
    if (!is_ambiguous(unit.cp)) return true;
    sides s = sides_of(text, at, unit);
    if (kti_cp_is_space(s.before) && is_word(s.after)) return false;
    return unit.cp == '"' || unit.cp == 0x201D || !is_latin_or_digit(s.after);
}

/* Whether `pair` closes after `from`, in reach and in the same paragraph. What was read is
 * remembered, so that a run of openers costs no more than one reading of the text. */
static bool closes(kti_quotes *q, kt_str text, size_t from, size_t pair) {
    kti_reach *known = &q->reach[pair];
    size_t limit = text.len - from > LONGEST ? from + LONGEST : text.len;
    if (known->next >= from && known->next > 0) return known->next < limit;
    size_t at = known->read > from ? known->read : from;
    for (; at < limit; at++) {
        if (!may_close(pair, text.ptr[at])) continue;
        kti_cp unit = kti_utf8_at(text, at);
        if (unit.cp == '\n') break;
        if (!has_closer(pair, unit.cp) || !can_close(text, at, unit)) continue;
        *known = (kti_reach){at, at};
        return true;
    }
    known->read = at;
    return false;
}

static kti_quote_step open_pair(kti_quotes *q, kt_str text, size_t at, kti_cp unit, size_t pair) {
    bool aside = pairs[pair].aside;
    if (q->depth < KTI_QUOTES_DEEPEST && can_open(text, at, unit) &&
        closes(q, text, at + unit.len, pair)) {
        q->open[q->depth++] = (uint8_t)pair;
        return aside ? KTI_ASIDE_OPENS : KTI_QUOTE_OPENS;
    }
    return aside ? KTI_ASIDE_DANGLES : KTI_QUOTE_NONE;
}

kti_quote_step kti_quotes_read(kti_quotes *q, kt_str text, size_t at, kti_cp unit) {
    if (!may_pair(unit.cp)) return KTI_QUOTE_NONE;
    for (size_t depth = q->depth; depth > 0; depth--) {
        size_t pair = q->open[depth - 1];
        if (!has_closer(pair, unit.cp) || !can_close(text, at, unit)) continue;
        q->depth = depth - 1; /* what is open inside was never closed */
        return pairs[pair].aside ? KTI_ASIDE_CLOSES : KTI_QUOTE_CLOSES;
    }
    for (size_t i = 0; i < KTI_PAIRS; i++)
        if (unit.cp == pairs[i].open) return open_pair(q, text, at, unit, i);
    return KTI_QUOTE_NONE;
}

bool kti_is_closer(uint32_t cp) {
    if (cp == '\'' || cp == '`') return true;
    if (!may_pair(cp)) return false;
    for (size_t i = 0; i < KTI_PAIRS; i++)
        if (has_closer(i, cp)) return true;
    return false;
}
