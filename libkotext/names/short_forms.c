#include "names/short_forms.h"

#include <math.h>
#include <string.h>

#include "core/str.h"
#include "core/utf8.h"
#include "names/detect.h"
#include "names/syllables.h"
#include "names/title.h"
#include "translit/letters.h"

enum { SYLLABLE = 3, WORDS = 6, HITS = 8 };

/* Many share a surname, few a surname and initials. */
static const double BY_SURNAME = 0.5, BY_INITIALS = 0.93, BY_TITLE = 0.95, BY_HEADLINE = 0.9;

static size_t words_of(kt_str text, kt_str words[WORDS]) {
    size_t count = 0, at = 0;
    while (at < text.len && count < WORDS) {
        size_t start = at;
        while (at < text.len && strchr(" -.,", text.ptr[at]) == NULL)
            at++;
        if (at > start) words[count++] = kti_str_cut(text, start, at);
        while (at < text.len && strchr(" -.,", text.ptr[at]) != NULL)
            at++;
    }
    return count;
}

/* ---- surname and initials ------------------------------------------------------------------- */

static bool may_begin(const kti_prepared *p, size_t place, char letter) {
    for (size_t i = 0; i < p->row_counts[place]; i++)
        if (p->rows[place][i].latin[0] == kti_ascii_lower(letter)) return true;
    return false;
}

/* C.H., CH: a letter for each syllable of the given name, or for the first. */
static bool are_initials(const kti_prepared *p, const kt_str *words, size_t count) {
    char letters[4];
    size_t len = 0;
    for (size_t i = 0; i < count; i++) {
        if (words[i].len > 2 || len + words[i].len > 2) return false;
        memcpy(letters + len, words[i].ptr, words[i].len);
        len += words[i].len;
    }
    for (size_t i = 0; i < len; i++)
        if (letters[i] < 'A' || letters[i] > 'Z') return false;
    return len > 0 && may_begin(p, KTI_PLACE_FIRST, letters[0]) &&
           (len == 1 || may_begin(p, KTI_PLACE_SECOND, letters[1]));
}

static double by_surname(const kti_matcher *m, const kti_prepared *p, const kt_str *words,
                         size_t count) {
    if (p->surname.len == 0 || p->given.len == 0 || p->row_counts[KTI_PLACE_FIRST] == 0) return 0;
    bool first = kti_match_surname(m, p->surname, words[0]) > 0;
    bool last = kti_match_surname(m, p->surname, words[count - 1]) > 0;
    if (count == 1) return first ? BY_SURNAME : 0;
    if (last && are_initials(p, words, count - 1)) return BY_INITIALS;
    return first && are_initials(p, words + 1, count - 1) ? BY_INITIALS : 0;
}

/* ---- titles --------------------------------------------------------------------------------- */

/* Whether `text` begins with the words of `title`; what is behind them goes to `*rest`. */
static bool begins_with(kt_str text, kt_str title, kt_str *rest) {
    if (title.len == 0 || text.len < title.len) return false;
    if (!kti_str_eq_nocase(kti_str_cut(text, 0, title.len), title)) return false;
    *rest = kti_str_cut(text, title.len, text.len);
    if (rest->len > 0 && rest->ptr[0] != ' ') return false;
    if (rest->len > 0) *rest = kti_str_cut(*rest, 1, rest->len);
    return true;
}

static bool title_rest(const kti_entry *e, kt_str latin, kt_str *rest) {
    if (begins_with(latin, e->english, rest)) return true;
    for (kt_str list = e->also_english; list.len > 0;)
        if (begins_with(latin, kti_str_next_field(&list, '|'), rest)) return true;
    return false;
}

/* President Park for 박 대통령; President for 대통령. */
static double by_title(const kti_matcher *m, kt_str hangul, kt_str latin) {
    kti_hit hits[HITS];
    size_t space = hangul.len, length = hangul.len;
    while (space > 0 && hangul.ptr[space - 1] != ' ')
        space--;
    if (space > 0) length = hangul.len - space;
    if (space == 0) length = kti_title_ending(m->lexicon, hangul);
    if (length == 0 || length > hangul.len) length = hangul.len;
    kt_str title = kti_str_cut(hangul, hangul.len - length, hangul.len);
    kt_str name = kti_str_cut(hangul, 0, hangul.len - length), rest;
    if (name.len > 0 && name.ptr[name.len - 1] == ' ') name.len--;
    size_t count = kti_lexicon_korean_whole(m->lexicon, title, hits, HITS);
    for (size_t i = 0; i < count; i++) {
        kti_entry e = kti_lexicon_entry(m->lexicon, hits[i].entry);
        if (e.kind != KTI_ENTRY_TITLE || !title_rest(&e, latin, &rest)) continue;
        if (name.len == 0 && rest.len == 0) return BY_TITLE;
        if (name.len == 0 || rest.len == 0) continue;
        if (kti_match_surname(m, name, rest) > 0) return BY_TITLE;
        kti_prepared bearer;
        kti_match_prepare(m, name, &bearer);
        if (bearer.given.len > 0) return BY_TITLE * kti_match_spelling(m, &bearer, rest, NULL);
    }
    return 0;
}

/* ---- headlines ------------------------------------------------------------------------------ */

/* 文 stands for Moon Jae-in, whom English calls Moon. */
static double by_headline(const kti_matcher *m, kt_str hanja, const kt_str *words, size_t count) {
    kti_hit hits[HITS];
    kt_str whole[WORDS];
    size_t found = kti_lexicon_korean_whole(m->lexicon, hanja, hits, HITS);
    for (size_t i = 0; count == 1 && i < found; i++) {
        kti_entry e = kti_lexicon_entry(m->lexicon, hits[i].entry);
        if (e.kind != KTI_ENTRY_HEADLINE || words_of(e.english, whole) < 2) continue;
        if (kti_str_eq_nocase(whole[0], words[0])) return BY_HEADLINE;
    }
    return 0;
}

double kti_match_short(const kti_matcher *m, const kti_prepared *p, kt_str latin) {
    kt_str words[WORDS];
    size_t count = words_of(latin, words);
    if (count == 0) return 0;
    double best = fmax(by_surname(m, p, words, count), by_headline(m, p->text, words, count));
    return fmax(best, by_title(m, p->text, latin));
}
