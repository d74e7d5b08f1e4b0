/* rules.c - letters to units of Hangul, by a language's table of letter rules. */
#include "core/str.h"
#include "core/utf8.h"
#include "languages/languages.h"

enum { EDGE = '#' };

typedef struct reader {
    const kti_language *language;
    const kti_foreign_word *word;
} reader;

/* The letter at `at`, counted from 0; the ends of the word and hyphens are edges. */
static uint32_t letter_at(const reader *r, size_t at) {
    if (at >= r->word->count) return EDGE; /* -1 as well */
    uint32_t letter = r->word->letters[at];
    return letter == '-' ? EDGE : letter;
}

static bool holds(kt_str letters, uint32_t letter) {
    for (size_t at = 0; at < letters.len;) {
        kti_cp unit = kti_utf8_at(letters, at);
        if (unit.cp == letter) return true;
        at += unit.len;
    }
    return false;
}

static bool in_class(const kti_language *l, uint32_t name, uint32_t letter) {
    if (letter == EDGE) return false;
    if (name == 'V') return holds(kti_str(l->vowels), letter);
    if (name == 'C') return !holds(kti_str(l->vowels), letter);
    for (const kti_letter_class *c = l->classes; c != NULL && c->name != 0; c++)
        if ((uint32_t)c->name == name) return holds(kti_str(c->letters), letter);
    return false;
}

/* The place of a pattern that begins at `at`: where it ends. */
static size_t place_end(kt_str pattern, size_t at) {
    if (pattern.ptr[at] != '[') return at + kti_utf8_at(pattern, at).len;
    size_t end = kti_str_find(pattern, KTI_STR("]"), at);
    return end == SIZE_MAX ? pattern.len : end + 1;
}

static bool set_fits(kt_str set, uint32_t letter) {
    bool other = set.len > 1 && set.ptr[1] == '^';
    kt_str letters = kti_str_cut(set, other ? 2 : 1, set.len - 1);
    if (letter == EDGE && other) return false;
    return holds(letters, letter) != other;
}

static bool place_fits(const reader *r, kt_str place, uint32_t letter) {
    if (place.ptr[0] == '[') return set_fits(place, letter);
    uint32_t wanted = kti_utf8_at(place, 0).cp;
    if (wanted >= 'A' && wanted <= 'Z') return in_class(r->language, wanted, letter);
    return wanted == letter;
}

static size_t places(kt_str pattern) {
    size_t count = 0;
    for (size_t at = 0; at < pattern.len; count++)
        at = place_end(pattern, at);
    return count;
}

/* One alternative, its first place being `at`; beyond an end nothing fits but one edge. */
static bool alternative_fits(const reader *r, kt_str pattern, size_t at) {
    for (size_t from = 0; from < pattern.len; at++) {
        size_t end = place_end(pattern, from);
        bool beyond = at != SIZE_MAX && at > r->word->count;
        if (beyond || !place_fits(r, kti_str_cut(pattern, from, end), letter_at(r, at)))
            return false;
        from = end;
    }
    return true;
}

bool kti_pattern_fits(const kti_language *language, const kti_foreign_word *word, kt_str pattern,
                      size_t at) {
    reader r = {language, word};
    return alternative_fits(&r, pattern, at);
}

/* `left`: the pattern ends before `at`; else it begins there. */
static bool context_fits(const reader *r, const char *text, size_t at, bool left) {
    kt_str rest = kti_str(text);
    if (rest.len == 0) return true;
    bool none = kti_take_char(&rest, '!');
    while (rest.ptr != NULL) {
        kt_str one = kti_str_next_field(&rest, '|');
        size_t count = left ? places(one) : 0;
        if (count <= at + 1 && alternative_fits(r, one, at - count)) return !none;
    }
    return none;
}

/* The number of letters that a rule takes at `at`; 0 when it does not fit. */
static size_t rule_fits(const reader *r, const kti_letter_rule *rule, size_t at) {
    kt_str letters = kti_str(rule->letters);
    size_t end = at;
    for (size_t from = 0; from < letters.len; end++) {
        kti_cp unit = kti_utf8_at(letters, from);
        if (end >= r->word->count || r->word->letters[end] != unit.cp) return 0;
        from += unit.len;
    }
    if (!context_fits(r, rule->left, at, true) || !context_fits(r, rule->right, end, false))
        return 0;
    return end - at;
}

/* Puts the units of the first rule that fits at `at`; how many letters it takes. */
static size_t apply_rule(const reader *r, size_t at, kti_composer *out) {
    char first[4];
    kti_utf8_encode(r->word->letters[at], first);
    for (size_t i = 0; i < r->language->rule_count; i++) {
        const kti_letter_rule *rule = &r->language->rules[i];
        if (rule->letters[0] != first[0]) continue; /* most of them */
        size_t taken = rule_fits(r, rule, at);
        if (taken == 0) continue;
        kti_compose_put(out, rule->units, at, at + taken, rule->article);
        return taken;
    }
    return 0;
}

void kti_rules_write(const kti_language *language, const kti_foreign_word *word,
                     kti_composer *out) {
    reader r = {language, word};
    for (size_t at = 0; at < word->count;) {
        size_t taken = apply_rule(&r, at, out);
        if (taken == 0 && word->letters[at] == '-') kti_compose_end(out);
        at += taken > 0 ? taken : 1; /* a letter without a rule is silent */
    }
}
