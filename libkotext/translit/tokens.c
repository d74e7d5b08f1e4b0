#include "translit/tokens.h"

#include "core/str.h"
#include "core/utf8.h"
#include "translit/letters.h"
#include "unicode/props.h"

enum { MOST_CAPITALS = 6 };

/* A text, and which letters its words are of. */
typedef struct source {
    kt_str text;
    bool any; /* all scripts, and an apostrophe may end a word */
} source;

/* A letter of a word: 1; an apostrophe or hyphen, which only letters make part of it: 2. */
static int letter_kind(const source *s, uint32_t cp) {
    if (s->any && cp >= 0x80 && (kti_cp_is_letter(cp) || kti_cp_is_mark(cp)))
        return kti_cp_is_hangul(cp) || kti_cp_is_han(cp) ? 0 : 1;
    uint8_t letters[2];
    size_t n = kti_latin_of_cp(cp, letters);
    if (n == 0 || letters[0] == KTI_LATIN_SPACE) return 0;
    return letters[0] == KTI_LATIN_APOSTROPHE || letters[0] == KTI_LATIN_HYPHEN ? 2 : 1;
}

static bool letter_follows(const source *s, size_t at) {
    return at < s->text.len && letter_kind(s, kti_utf8_at(s->text, at).cp) == 1;
}

/* The end of the word that starts at `at`, with the number of its capitals and small letters. */
static size_t word_end(const source *s, size_t at, size_t *capitals, size_t *small) {
    *capitals = *small = 0;
    while (at < s->text.len) {
        kti_cp unit = kti_utf8_at(s->text, at);
        int kind = letter_kind(s, unit.cp);
        if (kind == 0 || (kind == 2 && !letter_follows(s, at + unit.len))) break;
        if (kind == 1 && kti_cp_is_upper(unit.cp))
            ++*capitals;
        else
            ++*small;
        at += unit.len;
    }
    return at;
}

static bool is_apostrophe(const source *s, size_t at) {
    uint8_t letters[2];
    if (at >= s->text.len) return false;
    size_t n = kti_latin_of_cp(kti_utf8_at(s->text, at).cp, letters);
    return n == 1 && letters[0] == KTI_LATIN_APOSTROPHE;
}

/* Behind an apostrophe that ends the word (Igor', de'), when no quotation began before it. */
static size_t elided_end(const source *s, size_t start, size_t end) {
    bool quoted = start > 0 && is_apostrophe(s, start - kti_utf8_before(s->text, start).len);
    if (!s->any || quoted || !is_apostrophe(s, end)) return end;
    return end + kti_utf8_at(s->text, end).len;
}

/* K- of K-pop, e- of e-mail: a letter that is said by its name, and the hyphen. */
static bool is_letter_part(const source *s, size_t at) {
    kt_str rest = kti_str_cut(s->text, at, s->text.len);
    if (s->any || rest.len < 3 || !kti_is_ascii_alpha(rest.ptr[0]) || rest.ptr[1] != '-')
        return false;
    return letter_follows(s, at + 2);
}

static kti_latin_token next_word(const source *s, size_t at) {
    size_t capitals, small, end = word_end(s, at, &capitals, &small);
    if (is_letter_part(s, at))
        return (kti_latin_token){KTI_TOKEN_INITIAL, (uint32_t)at, (uint32_t)at + 2};
    end = elided_end(s, at, end);
    kti_latin_token t = {KTI_TOKEN_WORD, (uint32_t)at, (uint32_t)end};
    if (capitals == 1 && small == 0) {
        t.kind = KTI_TOKEN_INITIAL;
        if (end < s->text.len && s->text.ptr[end] == '.') t.end++;
    } else if (small == 0 && capitals <= MOST_CAPITALS) {
        t.kind = KTI_TOKEN_CAPITALS;
    }
    return t;
}

static kti_latin_token next_token(const source *s, size_t at) {
    if (letter_follows(s, at)) return next_word(s, at);
    size_t end = at;
    while (end < s->text.len && !letter_follows(s, end))
        end += kti_utf8_at(s->text, end).len;
    return (kti_latin_token){KTI_TOKEN_OTHER, (uint32_t)at, (uint32_t)end};
}

static bool has_capitals(kt_str text) {
    for (size_t at = 0; at < text.len;) {
        kti_cp unit = kti_utf8_at(text, at);
        if (kti_cp_is_upper(unit.cp)) return true;
        at += unit.len;
    }
    return false;
}

static bool is_plain(kt_str text, const kti_latin_line *line) {
    for (size_t i = 0; i < line->count; i++) {
        const kti_latin_token *t = &line->tokens[i];
        bool space = t->end - t->start == 1 && text.ptr[t->start] == ' ';
        if (t->kind == KTI_TOKEN_OTHER && (!space || i == 0 || i + 1 == line->count)) return false;
    }
    return true;
}

kt_status kti_latin_cut(kt_str text, const kti_language *language, kti_arena *arena,
                        kti_latin_line *out) {
    *out = (kti_latin_line){.count = 0};
    source s = {text, language != NULL};
    size_t count = 0;
    for (size_t at = 0; at < text.len; count++)
        at = next_token(&s, at).end;
    out->tokens = kti_arena_zeroed(arena, count + 1, sizeof *out->tokens);
    if (out->tokens == NULL) return KT_ERR_NOMEM;
    for (size_t at = 0; at < text.len; at = out->tokens[out->count - 1].end) {
        out->tokens[out->count] = next_token(&s, at);
        out->words += out->tokens[out->count++].kind != KTI_TOKEN_OTHER;
    }
    out->small = !has_capitals(text);
    out->plain = is_plain(text, out);
    return KT_OK;
}
