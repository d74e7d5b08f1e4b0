#include "pairs.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"

enum { SYLLABLE = 3, WORDS = 6, COLUMNS = 8 };

bool pairs_add(pairs *list, kt_str hangul, kt_str latin) {
    if (list->count == list->capacity) {
        size_t capacity = list->capacity == 0 ? 4096 : list->capacity * 2;
        pair *moved = kti_arena_take(list->arena, capacity * sizeof *moved);
        if (moved == NULL) return false;
        if (list->count > 0) memcpy(moved, list->items, list->count * sizeof *moved);
        list->items = moved;
        list->capacity = capacity;
    }
    list->items[list->count++] = (pair){.hangul = hangul, .latin = latin, .weight = list->weight};
    return true;
}

static size_t split_words(kt_str text, kt_str words[WORDS]) {
    size_t count = 0;
    while (text.ptr != NULL && text.len > 0) {
        kt_str word = kti_str_next_field(&text, ' ');
        if (word.len == 0) continue;
        if (count == WORDS) return 0;
        words[count++] = word;
    }
    return count;
}

static bool is_hangul(kt_str text) {
    for (size_t at = 0; at < text.len; at += kti_utf8_at(text, at).len)
        if (!kti_is_syllable(kti_utf8_at(text, at).cp)) return false;
    return text.len > 0;
}

double spells_surname(const kti_lexicon *lexicon, kt_str surname, kt_str latin) {
    kti_surname_spelling list[24];
    size_t count = kti_lexicon_surname_spellings(lexicon, surname, list, 24);
    for (size_t i = 0; i < count; i++) {
        if (list[i].latin.len != latin.len) continue;
        size_t same = 0;
        while (same < latin.len &&
               kti_ascii_lower(list[i].latin.ptr[same]) == kti_ascii_lower(latin.ptr[same]))
            same++;
        if (same == latin.len) return fmax((double)list[i].share, 1e-4);
    }
    return 0;
}

/* A Korean person: two to four syllables, a surname, and an English side that spells it first or
 * last. The pair is kept as "given" Hangul and the rest of the Latin. */
static bool add_korean(const kti_lexicon *lexicon, kt_str hangul, const kt_str *words, size_t count,
                       kt_str english, pairs *korean) {
    if (!is_hangul(hangul) || hangul.len < 2 * SYLLABLE || hangul.len > 4 * SYLLABLE || count < 2)
        return false;
    size_t surname = kti_lexicon_surname(lexicon, hangul);
    if (surname == 0 || surname == hangul.len) return false;
    kt_str s = kti_str_cut(hangul, 0, surname);
    kt_str given = kti_str_cut(hangul, surname, hangul.len);
    const char *end = english.ptr + english.len;
    size_t at = 0;
    double share = spells_surname(lexicon, s, words[0]);
    if (share <= 0) share = spells_surname(lexicon, s, words[at = count - 1]);
    if (share <= 0) return false;
    kt_str rest = at == 0 ? (kt_str){words[1].ptr, (size_t)(end - words[1].ptr)}
                          : (kt_str){english.ptr, (size_t)(words[at].ptr - english.ptr)};
    if (!pairs_add(korean, given, rest)) return false;
    pair *added = &korean->items[korean->count - 1];
    added->surname = s;
    added->surname_latin = words[at];
    added->surname_share = share;
    return true;
}

static void add_row(const kti_lexicon *lexicon, kt_str hangul, kt_str english, pairs *foreign,
                    pairs *korean) {
    kt_str h[WORDS], e[WORDS];
    size_t hs = split_words(hangul, h), es = split_words(english, e);
    if (hs == 1 && add_korean(lexicon, hangul, e, es, english, korean)) return;
    if (hs == 0 || hs != es) return;
    for (size_t i = 0; i < hs; i++)
        if (is_hangul(h[i])) pairs_add(foreign, h[i], e[i]);
}

size_t column_of(kt_str heading, const char *name) {
    for (size_t i = 0; heading.ptr != NULL; i++)
        if (kti_str_eq(kti_str_next_field(&heading, '\t'), kti_str(name))) return i;
    return SIZE_MAX;
}

bool pairs_read(const char *path, kt_file *file, const kti_lexicon *lexicon, pairs *foreign,
                pairs *korean) {
    kt_error err;
    if (kt_file_map(path, file, &err) != KT_OK) {
        fprintf(stderr, "%s: %s\n", path, err.message);
        return false;
    }
    kt_str rest = file->bytes;
    kt_str heading = kti_str_next_field(&rest, '\n');
    size_t h = column_of(heading, "hangul"), e = column_of(heading, "english");
    if (h == SIZE_MAX || e == SIZE_MAX) {
        fprintf(stderr, "%s:1:1: no columns hangul and english\n", path);
        return false;
    }
    while (rest.ptr != NULL) {
        kt_str line = kti_str_next_field(&rest, '\n');
        kt_str cells[COLUMNS] = {{NULL, 0}};
        for (size_t i = 0; line.ptr != NULL && i < COLUMNS; i++)
            cells[i] = kti_str_next_field(&line, '\t');
        if (h < COLUMNS && e < COLUMNS) add_row(lexicon, cells[h], cells[e], foreign, korean);
    }
    return true;
}
