#include "glossary/capitals.h"

#include "core/str.h"
#include "core/utf8.h"
#include "unicode/props.h"

bool kti_is_all_capitals(kt_str text) {
    bool capital = false;
    for (size_t at = 0; at < text.len;) {
        kti_cp c = kti_utf8_at(text, at);
        if (kti_cp_is_lower(c.cp)) return false;
        capital = capital || kti_cp_is_upper(c.cp);
        at += c.len;
    }
    return capital;
}

/* ---- words ---------------------------------------------------------------------------------- */

static bool is_hyphen(uint32_t cp) {
    return cp == '-' || cp == 0x2010 || cp == 0x2011;
}

static bool in_word(uint32_t cp) {
    return kti_cp_is_letter(cp) || kti_cp_is_digit(cp) || kti_cp_is_mark(cp) || cp == '\'' ||
           cp == 0x2019 || is_hyphen(cp);
}

/* The word at or behind `*at`, which moves behind it; empty where none is left. */
static kt_str next_word(kt_str text, size_t *at) {
    while (*at < text.len && !in_word(kti_utf8_at(text, *at).cp))
        *at += kti_utf8_at(text, *at).len;
    size_t start = *at;
    while (*at < text.len && in_word(kti_utf8_at(text, *at).cp))
        *at += kti_utf8_at(text, *at).len;
    return kti_str_cut(text, start, *at);
}

/* The word that ends at or before `*at`, which moves to where it begins. */
static kt_str word_before(kt_str text, size_t *at) {
    while (*at > 0 && !in_word(kti_utf8_before(text, *at).cp))
        *at -= kti_utf8_before(text, *at).len;
    size_t end = *at;
    while (*at > 0 && in_word(kti_utf8_before(text, *at).cp))
        *at -= kti_utf8_before(text, *at).len;
    return kti_str_cut(text, *at, end);
}

static bool begins_with_capital(kt_str text) {
    return text.len > 0 && kti_cp_is_upper(kti_utf8_at(text, 0).cp);
}

static bool is_small(kt_str word) {
    for (size_t at = 0; at < word.len; at += kti_utf8_at(word, at).len)
        if (kti_cp_is_upper(kti_utf8_at(word, at).cp)) return false;
    return word.len > 0 && kti_cp_is_lower(kti_utf8_at(word, 0).cp);
}

/* Words that titles leave small. */
static bool is_little(kt_str word) {
    static const char *const little[] = {"a",  "an",  "and",  "as", "at",  "but",
                                         "by", "for", "from", "in", "nor", "of",
                                         "on", "or",  "the",  "to", "vs",  "with"};
    for (size_t i = 0; i < sizeof little / sizeof *little; i++)
        if (kti_str_eq_nocase(word, kti_str(little[i]))) return true;
    return false;
}

/* Whether every word begins with a capital, but for the little ones. */
static bool is_title(kt_str text) {
    for (size_t at = 0, words = 0;; words++) {
        kt_str word = next_word(text, &at);
        if (word.len == 0) return words > 0;
        bool small = is_small(word);
        if (small && (words == 0 || !is_little(word))) return false;
    }
}

/* ---- what stands around --------------------------------------------------------------------- */

enum {
    AROUND = 96 /* bytes */,
    TELLING = 4 /* letters: shorter words are small in a title, too */
};

/* What goes before the span in its line, as far as it is looked at. */
static kt_str line_before(kt_str text, kt_span span) {
    size_t start = span.start;
    while (start > 0 && span.start - start < AROUND && text.ptr[start - 1] != '\n')
        start--;
    while (!kti_utf8_is_boundary(text, start))
        start++;
    return kti_str_cut(text, start, span.start);
}

static kt_str line_behind(kt_str text, kt_span span) {
    size_t end = span.end;
    while (end < text.len && end - span.end < AROUND && text.ptr[end] != '\n')
        end++;
    while (!kti_utf8_is_boundary(text, end))
        end--;
    return kti_str_cut(text, span.end, end);
}

static bool ends_sentence(kt_str between) {
    for (size_t i = 0; i < between.len; i++)
        if (between.ptr[i] == '.' || between.ptr[i] == '!' || between.ptr[i] == '?') return true;
    return false;
}

/* The nearest word of the sentence that is long enough to tell; empty: none. */
static kt_str telling_before(kt_str line) {
    for (size_t at = line.len; at > 0;) {
        size_t end = at;
        kt_str word = word_before(kti_str_cut(line, 0, end), &at);
        if (word.len == 0 || ends_sentence(kti_str_cut(line, at + word.len, end))) break;
        if (word.len >= TELLING) return word;
    }
    return KTI_STR("");
}

static kt_str telling_behind(kt_str line) {
    for (size_t at = 0; at < line.len;) {
        size_t from = at;
        kt_str word = next_word(line, &at);
        if (word.len == 0 || ends_sentence(kti_str_cut(line, from, at - word.len))) break;
        if (word.len >= TELLING) return word;
    }
    return KTI_STR("");
}

/* Whether a sentence may begin behind this: no word, no comma and the like ends it. */
static bool may_begin_sentence(kt_str line) {
    size_t at = line.len;
    while (at > 0 && kti_cp_is_space(kti_utf8_before(line, at).cp))
        at -= kti_utf8_before(line, at).len;
    if (at == 0) return true;
    uint32_t cp = kti_utf8_before(line, at).cp;
    if (is_hyphen(cp)) return at < line.len; /* of a list, not of a word */
    return !in_word(cp) && cp != ',' && cp != ';' && cp != '&' && cp != '/';
}

static bool is_shouted(kt_str word) {
    return word.len == 0 || kti_is_all_capitals(word);
}

kti_capitals kti_capitals_of(kt_str text, kt_span span, kt_str own) {
    kt_str met = kti_str_span(text, span);
    if (!begins_with_capital(met)) return KTI_CAPITALS_OWN;
    bool all = kti_is_all_capitals(met);
    if (all && !kti_is_all_capitals(own)) return KTI_CAPITALS_ALL;
    kt_str line = line_before(text, span);
    kt_str before = telling_before(line), behind = telling_behind(line_behind(text, span));
    bool alone = before.len == 0 && behind.len == 0;
    if (all && !alone && is_shouted(before) && is_shouted(behind)) return KTI_CAPITALS_ALL;
    bool title = !is_small(before.len > 0 ? before : behind);
    if (title && is_title(met) && !(alone && is_title(own))) return KTI_CAPITALS_EACH;
    return title || may_begin_sentence(line) ? KTI_CAPITALS_FIRST : KTI_CAPITALS_OWN;
}

/* ---- writing -------------------------------------------------------------------------------- */

static void add_upper(kti_buf *out, kt_str text) {
    for (size_t at = 0; at < text.len;) {
        kti_cp c = kti_utf8_at(text, at);
        kti_buf_add_cp(out, kti_cp_upper(c.cp));
        at += c.len;
    }
}

static void add_word(kti_buf *out, kt_str word, bool capital) {
    size_t first = word.len > 0 && capital && is_small(word) ? kti_utf8_at(word, 0).len : 0;
    add_upper(out, kti_str_cut(word, 0, first));
    kti_buf_add_str(out, kti_str_cut(word, first, word.len));
}

void kti_capitals_add(kti_buf *out, kt_str form, kti_capitals capitals) {
    if (capitals == KTI_CAPITALS_ALL) {
        add_upper(out, form);
        return;
    }
    for (size_t at = 0, written = 0, words = 0; written < form.len; words++) {
        kt_str word = next_word(form, &at);
        bool each = capitals == KTI_CAPITALS_EACH && !is_little(word);
        bool first = capitals != KTI_CAPITALS_OWN && words == 0;
        kti_buf_add_str(out, kti_str_cut(form, written, at - word.len));
        add_word(out, word, each || first);
        written = at;
    }
}
