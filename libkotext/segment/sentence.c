/* sentence.c - UAX #29 sentence breaks with a Korean tailoring.
 *
 * ICU proposes; four rules refuse and two add:
 *   quotes         no sentence ends inside an open quotation or bracket: "갔다. 왔다."라고 했다.
 *   quotative      none ends before 라고, 라며, 하고, 는, 고 ... that take up what was just quoted
 *   abbreviation   none after U.S., Mr., No., a single initial, a list number
 *   token          none inside a token the caller knows
 *   ending         one ends after a final ending with an emoticon, a tilde or laughter: 좋아요~ㅎㅎ
 *   final          one ends at white space behind a token of kind KT_TOKEN_FINAL: 사람이 많더라고요
 * 그래서
 */
#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "segment/segment.h"
#include "unicode/breaks.h"
#include "unicode/props.h"

/* ---- quotations and brackets ---------------------------------------------------------------- */

static const struct pair {
    uint32_t open, close;
} pairs[] = {
    {0x201C, 0x201D}, {0x2018, 0x2019}, {0x300C, 0x300D}, {0x300E, 0x300F},
    {0x3008, 0x3009}, {0x300A, 0x300B}, {'(', ')'},       {'[', ']'},
    {'<', '>'},       {0xFF08, 0xFF09}, {'"', '"'},
};

enum {
    PAIRS = sizeof pairs / sizeof *pairs,
    DEEPEST = 8,
    LONGEST_QUOTE = 1200 /* bytes; an opener without its closer must not swallow the text */
};

/* What is known of the closers of one pair: none stands in [.., read) but at `next`. */
typedef struct reach {
    size_t read;
    size_t next;
} reach;

typedef struct quotes {
    uint32_t open[DEEPEST]; /* the closers awaited */
    size_t depth;
    reach reach[PAIRS];
} quotes;

/* Whether pair `i` closes after `from`, in reach and in the same paragraph. What was read is
 * remembered, so that a run of openers costs no more than one reading of the text. */
static bool closes(quotes *q, kt_str text, size_t from, size_t i) {
    reach *known = &q->reach[i];
    size_t limit = text.len - from > LONGEST_QUOTE ? from + LONGEST_QUOTE : text.len;
    if (known->next > from) return known->next < limit;
    size_t at = known->read > from ? known->read : from;
    for (; at < limit; at += kti_utf8_at(text, at).len) {
        uint32_t cp = kti_utf8_at(text, at).cp;
        if (cp == '\n') break;
        if (cp != pairs[i].close) continue;
        *known = (reach){at, at};
        return true;
    }
    known->read = at;
    return false;
}

static void read_quote(quotes *q, kt_str text, size_t at, kti_cp unit) {
    if (q->depth > 0 && unit.cp == q->open[q->depth - 1]) {
        q->depth--;
        return;
    }
    for (size_t i = 0; i < PAIRS; i++) {
        if (unit.cp != pairs[i].open) continue;
        if (q->depth < DEEPEST && closes(q, text, at + unit.len, i))
            q->open[q->depth++] = pairs[i].close;
        return;
    }
}

/* ---- what takes up a quotation -------------------------------------------------------------- */

static const char *const quotatives[] = {
    "라고",  "라며",   "라는",   "라면서", "라던",  "라든", "라도",  "라 ",   "하고",
    "하며",  "이라고", "이라며", "이라는", "고 ",   "며 ",  "는 ",   "면서 ", "란 ",
    "이란 ", "에 ",    "을 ",    "를 ",    "은 ",   "이 ",  "가 ",   "의 ",   "로 ",
    "으로 ", "라",     "와 ",    "과 ",    "도 ",   "만 ",  "처럼 ", "에서 ", "인 ",
    "였",    "이었",   "입니다", "이다",   "다는 ", "다고",
};

static bool takes_up(kt_str text, size_t at) {
    kt_str rest = kti_str_cut(text, at, text.len);
    for (size_t i = 0; i < sizeof quotatives / sizeof *quotatives; i++)
        if (kti_str_starts(rest, kti_str(quotatives[i]))) return true;
    return false;
}

static bool is_closer(uint32_t cp) {
    for (size_t i = 0; i < PAIRS; i++)
        if (cp == pairs[i].close) return true;
    return cp == '\'' || cp == '`' || cp == '>';
}

/* Behind a space only these are sure to take up a quotation or a question: 왜? 라는 생각. */
static bool takes_up_from_afar(kt_str text, size_t at) {
    static const char *const words[] = {"라고 ", "라며 ", "라는 ",   "이라고 ", "이라는 ",
                                        "하며 ", "하고 ", "라면서 ", "하는 "};
    size_t end = at;
    while (end > 0 && text.ptr[end - 1] == ' ')
        end--;
    if (end == at || end == 0) return false;
    uint32_t before = kti_utf8_before(text, end).cp;
    if (before != '?' && before != '!' && !is_closer(before)) return false;
    kt_str rest = kti_str_cut(text, at, text.len);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (kti_str_starts(rest, kti_str(words[i]))) return true;
    return false;
}

/* A quotative joins on when it touches what it quotes; a few do from afar. */
static bool before_quotative(kt_str text, size_t at) {
    if (at == 0 || at >= text.len) return false;
    if (takes_up_from_afar(text, at)) return true;
    uint32_t before = kti_utf8_before(text, at).cp;
    if (!is_closer(before) && before != '.' && before != '!' && before != '?' && before != 0x2026)
        return false;
    return (is_closer(before) || before != '.') && takes_up(text, at);
}

/* ---- abbreviations -------------------------------------------------------------------------- */

static const char *const abbreviations[] = {
    "mr",  "mrs",  "ms",   "dr",  "prof", "gen", "sen", "rep", "gov", "lt",  "col",
    "sgt", "capt", "st",   "mt",  "jr",   "sr",  "vs",  "no",  "vol", "fig", "inc",
    "ltd", "co",   "corp", "etc", "jan",  "feb", "mar", "apr", "jun", "jul", "aug",
    "sep", "sept", "oct",  "nov", "dec",  "a.m", "p.m", "e.g", "i.e",
};

/* The Latin or digit word, periods inside included, that ends at `end`. */
static kt_str word_before(kt_str text, size_t end) {
    size_t start = end;
    while (start > 0 && end - start < 16) {
        char c = text.ptr[start - 1];
        if (!kti_is_ascii_alpha(c) && !kti_is_ascii_digit(c) && c != '.') break;
        start--;
    }
    return kti_str_cut(text, start, end);
}

static bool is_listed_abbreviation(kt_str word) {
    char lower[16];
    if (word.len == 0 || word.len >= sizeof lower) return false;
    for (size_t i = 0; i < word.len; i++)
        lower[i] = kti_ascii_lower(word.ptr[i]);
    for (size_t i = 0; i < sizeof abbreviations / sizeof *abbreviations; i++)
        if (kti_str_eq((kt_str){lower, word.len}, kti_str(abbreviations[i]))) return true;
    return false;
}

static bool is_digits(kt_str word) {
    for (size_t i = 0; i < word.len; i++)
        if (!kti_is_ascii_digit(word.ptr[i])) return false;
    return word.len > 0;
}

/* Whether the period just before the white space that ends at `at` belongs to its word: J. K. /
 * U.S. / No. / "3. 결론" at the start of a sentence (`start`). */
static bool after_abbreviation(kt_str text, size_t start, size_t at) {
    size_t end = at;
    while (end > start && kti_is_ascii_space(text.ptr[end - 1]))
        end--;
    if (end == start || text.ptr[end - 1] != '.') return false;
    kt_str word = word_before(text, end - 1);
    size_t word_start = end - 1 - word.len;
    if (word.len == 1 && kti_is_ascii_alpha(word.ptr[0])) return true;
    if (word.len >= 3 && word.ptr[word.len - 2] == '.') return true; /* U.S */
    if (is_digits(word)) return word_start == start || end == at;
    return is_listed_abbreviation(word);
}

/* ---- endings that need no full stop --------------------------------------------------------- */

static bool is_laughter(uint32_t cp) {
    return cp == 0x314B || cp == 0x314E || cp == 0x3160 || cp == 0x315C ||
           cp == 0x3161; /* ㅋㅎㅠㅜㅡ */
}

static bool is_decoration(uint32_t cp) {
    return cp == '~' || cp == 0x301C || cp == 0xFF5E || cp == '^' || cp == '!' || cp == '?' ||
           cp == '.' || cp == 0x2026 || cp == 0x2661 || cp == 0x2665 || is_laughter(cp) ||
           (cp >= 0x1F300 && cp <= 0x1FAFF);
}

/* Syllables that final endings of the polite and plain styles end in. */
static bool is_final_syllable(uint32_t cp) {
    static const uint32_t finals[] = {0xC694, 0xB2E4, 0xC8E0, 0xB124, 0xAE4C, 0xC790,
                                      0xC9C0, 0xAD70, 0xAD6C, 0xC74C, 0xB2F9, 0xC6A9,
                                      0xB0D0, 0xD568, 0xC784, 0xB77C, 0xB2C8, 0xC5EC};
    for (size_t i = 0; i < sizeof finals / sizeof *finals; i++)
        if (cp == finals[i]) return true;
    return false;
}

/* Reads past decoration that starts at `at`; `*strong` tells whether it alone ends a sentence. */
static size_t skip_decoration(kt_str text, size_t at, bool *strong) {
    unsigned laughs = 0;
    *strong = false;
    while (at < text.len) {
        kti_cp unit = kti_utf8_at(text, at);
        if (!is_decoration(unit.cp)) break;
        laughs += is_laughter(unit.cp);
        *strong = *strong || laughs >= 2 || unit.cp == '~' || unit.cp == '^' || unit.cp > 0x2600;
        at += unit.len;
    }
    return at;
}

static size_t skip_spaces(kt_str text, size_t at) {
    while (at < text.len && kti_cp_is_space(kti_utf8_at(text, at).cp))
        at += kti_utf8_at(text, at).len;
    return at;
}

/* Where a sentence ends after the final syllable whose next byte is `at`; 0 when it does not. */
static size_t ending_after(kt_str text, size_t at) {
    bool strong;
    size_t end = skip_decoration(text, at, &strong);
    if (end == at || !strong) return 0;
    return skip_spaces(text, end);
}

/* ---- joining it all ------------------------------------------------------------------------- */

typedef struct splitter {
    kt_str text;
    const kt_token *tokens;
    size_t token_count;
    size_t token; /* first token that ends after the current place */
    size_t final; /* first token that ends at or after the current place */
    size_t start; /* of the sentence being read */
    quotes quotes;
    kti_spans *out;
} splitter;

static bool inside_token(splitter *s, size_t at) {
    while (s->token < s->token_count && s->tokens[s->token].span.end <= at)
        s->token++;
    return s->token < s->token_count && s->tokens[s->token].span.start < at;
}

static void end_sentence(splitter *s, size_t at) {
    size_t start = skip_spaces(s->text, s->start);
    size_t end = at;
    while (end > start) {
        kti_cp unit = kti_utf8_before(s->text, end);
        if (!kti_cp_is_space(unit.cp)) break;
        end -= unit.len;
    }
    if (end > start) kti_spans_add(s->out, start, end);
    s->start = at;
    s->quotes.depth = 0;
}

static bool ends_line(kt_str text, size_t at) {
    return at > 0 && text.ptr[at - 1] == '\n';
}

/* Whether a final token ends at `at`. */
static bool is_final(splitter *s, size_t at) {
    while (s->final < s->token_count && s->tokens[s->final].span.end < at)
        s->final++;
    return s->final < s->token_count && s->tokens[s->final].span.end == at &&
           s->tokens[s->final].kind == KT_TOKEN_FINAL;
}

/* Where a sentence ends behind a final token that ends at `at`, laughter and emoticons behind it
 * included; 0 when none does. */
static size_t after_final(splitter *s, size_t at) {
    bool strong;
    if (!is_final(s, at)) return 0;
    size_t next = skip_spaces(s->text, at);
    if (next == at || next == s->text.len) return 0;
    size_t end = skip_decoration(s->text, next, &strong);
    return end > next ? skip_spaces(s->text, end) : next;
}

/* Whether dots of hesitation, not of an end, stand before `at`: what they follow is no final token.
 * Without tokens nobody knows. */
static bool hesitates(splitter *s, size_t at) {
    size_t end = at, dots = 0;
    while (end > s->start && kti_is_ascii_space(s->text.ptr[end - 1]))
        end--;
    while (end > s->start) {
        kti_cp unit = kti_utf8_before(s->text, end);
        if (unit.cp != '.' && unit.cp != 0x2026) break;
        dots += unit.cp == '.' ? 1 : 2;
        end -= unit.len;
    }
    if (dots < 2 || s->tokens == NULL) return false;
    size_t token = s->final;
    while (token > 0 && (token == s->token_count || s->tokens[token].span.end > end))
        token--;
    return token >= s->token_count || s->tokens[token].span.end != end;
}

/* Whether laughter or an emoticon that belongs to the sentence before stands at `at`. */
static bool before_decoration(kt_str text, size_t at) {
    bool strong;
    return at < text.len && text.ptr[at] != '.' && skip_decoration(text, at, &strong) > at &&
           strong;
}

static bool refused(splitter *s, size_t at) {
    return s->quotes.depth > 0 || hesitates(s, at) || before_decoration(s->text, at) ||
           before_quotative(s->text, at) || after_abbreviation(s->text, s->start, at) ||
           inside_token(s, at);
}

/* Where a sentence ends behind laughter of its own, ㅋㅋㅋ or ㅠㅠ, that begins at `at` behind a
 * space or dots; 0 when it does not. */
static size_t after_laughter(kt_str text, size_t at) {
    if (at == 0 || at >= text.len || !is_laughter(kti_utf8_at(text, at).cp)) return 0;
    char before = text.ptr[at - 1];
    if (before != ' ' && before != '.') return 0;
    bool strong;
    size_t end = skip_decoration(text, at, &strong);
    size_t next = skip_spaces(text, end);
    return strong && next > end ? next : 0;
}

/* Reads code points up to the boundary ICU proposes, ending sentences at unpunctuated endings. */
static size_t read_to(splitter *s, size_t at, size_t boundary) {
    while (at < boundary) {
        kti_cp unit = kti_utf8_at(s->text, at);
        read_quote(&s->quotes, s->text, at, unit);
        at += unit.len;
        size_t end = is_final_syllable(unit.cp) ? ending_after(s->text, at) : 0;
        if (end == 0) end = after_final(s, at);
        if (end == 0) end = after_laughter(s->text, at);
        if (end > at && end < s->text.len && !refused(s, end)) {
            end_sentence(s, end);
            at = end;
        }
    }
    return at;
}

kt_status kti_segment_sentences(kti_uni *uni, kt_str text, const kt_token *tokens,
                                size_t token_count, kti_spans *out) {
    if (text.len == 0) return KT_OK;
    KTI_TRY(kti_breaks_start(uni, KTI_BREAK_SENTENCE, text));
    splitter s = {.text = text, .tokens = tokens, .token_count = token_count, .out = out};
    size_t at = 0;
    for (int64_t next = kti_breaks_next(uni, KTI_BREAK_SENTENCE);
         next != KTI_BREAK_DONE && !out->failed; next = kti_breaks_next(uni, KTI_BREAK_SENTENCE)) {
        at = read_to(&s, at, (size_t)next);
        if (at == (size_t)next && (ends_line(text, at) || at == text.len || !refused(&s, at)))
            end_sentence(&s, at);
    }
    if (s.start < text.len) end_sentence(&s, text.len);
    return kti_spans_status(out);
}
