#include "romanize/exact.h"

#include <string.h>

#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"

enum { LONGEST_RUN = 4096 }; /* letters of one word */

static bool is_small(char c) {
    return c >= 'a' && c <= 'z';
}

static bool is_vowel(char c) {
    return c != '\0' && strchr("aeiouwy", c) != NULL;
}

static int find(const char *const *table, int count, kt_str letters) {
    for (int i = 0; i < count; i++)
        if (kti_str_eq(letters, kti_str(table[i]))) return i;
    return -1;
}

static int choseong_of(const kti_scheme *s, kt_str letters) {
    return find(s->choseong, KTI_INITIALS, letters);
}

static int jongseong_of(const kti_scheme *s, kt_str letters) {
    return find(s->jongseong, KTI_FINALS, letters);
}

/* ---- dividing ------------------------------------------------------------------------------- */

/* How many of the consonants between two vowels are the final; SIZE_MAX when there is no way. */
static size_t final_letters(const kti_scheme *s, kt_str between) {
    size_t most = s->number == KT_SCHEME_RR_LETTER ? 2 : 1;
    for (size_t onset = most < between.len ? most : between.len; onset > 0; onset--) {
        size_t cut = between.len - onset;
        if (choseong_of(s, kti_str_cut(between, cut, between.len)) >= 0 &&
            jongseong_of(s, kti_str_cut(between, 0, cut)) >= 0)
            return cut;
    }
    return SIZE_MAX;
}

bool kti_exact_ambiguous(const kti_scheme *s, const kti_syl *before, const kti_syl *after) {
    kti_letters letters = {.len = 0};
    if (after->l0 == KTI_L_NONE) return true;
    kti_letters_add(&letters, s->jongseong[before->t0]);
    size_t cut = letters.len;
    kti_letters_add(&letters, s->choseong[after->l0]);
    return final_letters(s, (kt_str){letters.text, letters.len}) != cut;
}

/* ---- reading back --------------------------------------------------------------------------- */

typedef struct syllable {
    kt_str onset, vowel, final;
    size_t start, end; /* in the run, marks before it included */
} syllable;

typedef struct cursor {
    const kti_scheme *scheme;
    kt_str run;
    size_t at;
} cursor;

static kt_str take(cursor *c, bool vowels) {
    size_t start = c->at;
    while (c->at < c->run.len && is_small(c->run.ptr[c->at]) &&
           is_vowel(c->run.ptr[c->at]) == vowels)
        c->at++;
    return kti_str_cut(c->run, start, c->at);
}

static bool at_mark(const cursor *c) {
    return c->at < c->run.len && c->run.ptr[c->at] == c->scheme->mark[0];
}

/* The next syllable: onset and vowel, then those consonants that the next one does not take. */
static bool next_syllable(cursor *c, syllable *out) {
    out->start = c->at;
    if (at_mark(c)) c->at++;
    out->onset = take(c, false);
    out->vowel = take(c, true);
    size_t behind = c->at;
    kt_str final = take(c, false);
    if (c->at < c->run.len && !at_mark(c)) {
        size_t cut = final_letters(c->scheme, final);
        if (cut == SIZE_MAX) return false;
        c->at = behind + cut;
    }
    out->final = kti_str_cut(c->run, behind, c->at);
    out->end = c->at;
    return out->vowel.len > 0;
}

static uint32_t join(const kti_scheme *s, const syllable *y) {
    int l = choseong_of(s, y->onset), t = jongseong_of(s, y->final);
    int v = find(s->jungseong, KTI_VOWELS, y->vowel);
    if (l < 0 || v < 0 || t < 0) return 0;
    return kti_join((kt_syllable){(uint8_t)l, (uint8_t)v, (uint8_t)t});
}

/* Whether the run as a whole is Hangul. */
static bool is_hangul(const kti_scheme *s, kt_str run) {
    cursor c = {s, run, 0};
    syllable y;
    if (run.len > LONGEST_RUN || at_mark(&c)) return false;
    while (c.at < run.len)
        if (!next_syllable(&c, &y) || join(s, &y) == 0) return false;
    return run.len > 0;
}

static void read_run(const kti_scheme *s, kt_str run, kt_text *out) {
    cursor c = {s, run, 0};
    syllable y;
    if (!is_hangul(s, run)) {
        kti_text_copy(out, run);
        return;
    }
    while (c.at < run.len && next_syllable(&c, &y)) {
        char bytes[4];
        size_t len = kti_utf8_encode(join(s, &y), bytes);
        kti_text_replace(out, y.end - y.start, (kt_str){bytes, len},
                         kti_scheme_rule(s->number, KTI_BY_LETTERS));
    }
}

/* What stands between two backslashes; an unpaired one is itself. */
static size_t read_escape(const kti_scheme *s, kt_str text, size_t at, kt_text *out) {
    uint32_t rule = kti_scheme_rule(s->number, KTI_BY_ESCAPED);
    size_t close = kti_str_find(text, KTI_STR("\\"), at + 1);
    if (close == SIZE_MAX) {
        kti_text_copy(out, kti_str_cut(text, at, text.len));
        return text.len;
    }
    bool backslash = close == at + 1;
    kt_str inside = backslash ? KTI_STR("\\") : kti_str_cut(text, at + 1, close);
    kti_text_replace(out, close + 1 - at, inside, rule);
    return close + 1;
}

kt_status kti_exact_read(const kti_scheme *s, kt_str text, kt_text *out) {
    kti_text_clear(out);
    for (size_t at = 0; at < text.len;) {
        size_t end = at;
        if (text.ptr[at] == '\\') {
            at = read_escape(s, text, at, out);
            continue;
        }
        while (end < text.len && (is_small(text.ptr[end]) || text.ptr[end] == s->mark[0]))
            end++;
        if (end > at) {
            read_run(s, kti_str_cut(text, at, end), out);
        } else {
            end = at + kti_utf8_at(text, at).len;
            kti_text_copy(out, kti_str_cut(text, at, end));
        }
        at = end;
    }
    return kti_text_status(out);
}

/* ---- escaping ------------------------------------------------------------------------------- */

static bool needs_escape(const kti_scheme *s, char c, bool keep_latin) {
    return c == s->mark[0] || c == '\\' || (is_small(c) && !keep_latin);
}

/* Latin words are taken whole, marks one by one. */
size_t kti_exact_literal(const kti_scheme *s, kt_str text, size_t at, bool keep_latin) {
    char c = text.ptr[at];
    if (!kti_is_ascii_alpha(c)) return needs_escape(s, c, keep_latin) ? at + 1 : at;
    size_t end = at;
    bool needed = false;
    while (end < text.len && kti_is_ascii_alpha(text.ptr[end]))
        needed = needs_escape(s, text.ptr[end++], keep_latin) || needed;
    return needed ? end : at;
}
