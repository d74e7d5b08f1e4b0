#include "loans.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "kotext/file.h"
#include "pairs.h"

enum { WORDS = 5, COLUMNS = 8 };

size_t loan_units(kt_str hangul, uint8_t units[LOAN_UNITS]) {
    size_t count = 0;
    for (size_t at = 0; at < hangul.len;) {
        kti_cp unit = kti_utf8_at(hangul, at);
        at += unit.len;
        if (!kti_is_syllable(unit.cp) || count + 3 > LOAN_UNITS) return 0;
        kt_syllable s = kti_split(unit.cp);
        if (s.choseong != KTI_L_NONE) units[count++] = s.choseong;
        units[count++] = (uint8_t)(KTI_UNIT_VOWEL + s.jungseong);
        if (s.jongseong != 0) units[count++] = (uint8_t)(KTI_UNIT_FINAL + s.jongseong - 1);
    }
    return count;
}

bool loans_add(loans *list, const loan *item) {
    if (list->count == list->capacity) {
        size_t capacity = list->capacity == 0 ? 1u << 15 : list->capacity * 2;
        loan *grown = realloc(list->items, capacity * sizeof *grown);
        if (grown == NULL) return false;
        list->items = grown;
        list->capacity = capacity;
    }
    list->items[list->count++] = *item;
    return true;
}

static bool add(loans *list, kt_str english, kt_str hangul) {
    loan l;
    memset(&l, 0, sizeof l);
    l.letter_count = (uint8_t)kti_latin_read(english, l.letters, LOAN_LETTERS);
    l.unit_count = (uint8_t)loan_units(hangul, l.units);
    bool fits =
        l.letter_count > 0 && l.unit_count > 0 && l.unit_count <= KTI_CHUNK_UNITS * l.letter_count;
    return !fits || loans_add(list, &l);
}

static size_t split(kt_str text, kt_str words[WORDS]) {
    size_t count = 0;
    while (text.ptr != NULL && text.len > 0) {
        kt_str word = kti_str_next_field(&text, ' ');
        if (word.len == 0) continue;
        if (count == WORDS) return 0;
        words[count++] = word;
    }
    return count;
}

static bool add_row(loans *list, kt_str english, kt_str hangul) {
    kt_str e[WORDS], h[WORDS];
    size_t es = split(english, e), hs = split(hangul, h);
    if (es == 0 || hs == 0) return true;
    if (es != hs) return hs > 1 || es > 3 || add(list, english, hangul);
    for (size_t i = 0; i < es; i++)
        if (!add(list, e[i], h[i])) return false;
    return true;
}

bool loans_read(const char *path, loans *list) {
    kt_file file;
    kt_error err;
    if (kt_file_map(path, &file, &err) != KT_OK) {
        fprintf(stderr, "%s: %s\n", path, err.message);
        return false;
    }
    kt_str rest = file.bytes, heading = kti_str_next_field(&rest, '\n');
    size_t e = column_of(heading, "english"), h = column_of(heading, "hangul");
    if (h == SIZE_MAX) h = column_of(heading, "korean"); /* as the project's own tables say */
    bool fine = e < COLUMNS && h < COLUMNS;
    if (!fine) fprintf(stderr, "%s:1:1: no columns english and hangul\n", path);
    while (fine && rest.ptr != NULL) {
        kt_str line = kti_str_next_field(&rest, '\n');
        kt_str cells[COLUMNS] = {{NULL, 0}};
        for (size_t i = 0; line.ptr != NULL && i < COLUMNS; i++)
            cells[i] = kti_str_next_field(&line, '\t');
        fine = add_row(list, cells[e], cells[h]);
    }
    kt_file_unmap(&file);
    return fine;
}

static int by_bytes(const void *left, const void *right) {
    const loan *a = left;
    const loan *b = right;
    int order = memcmp(a->letters, b->letters, sizeof a->letters);
    if (order != 0) return order;
    order = (int)a->letter_count - (int)b->letter_count;
    if (order != 0) return order;
    order = memcmp(a->units, b->units, sizeof a->units);
    return order != 0 ? order : (int)a->unit_count - (int)b->unit_count;
}

/* All readings of a word are held together. */
static bool is_held(const loan *l) {
    uint32_t hash = 0x811C9DC5u;
    for (size_t i = 0; i < l->letter_count; i++)
        hash = (hash ^ l->letters[i]) * 0x01000193u;
    return (hash >> 8) % HELD_OUT_EVERY == 0;
}

void loans_settle(loans *list) {
    size_t kept = 0;
    qsort(list->items, list->count, sizeof *list->items, by_bytes);
    for (size_t i = 0; i < list->count; i++) {
        if (kept > 0 && by_bytes(&list->items[kept - 1], &list->items[i]) == 0) continue;
        list->items[kept] = list->items[i];
        list->items[kept].held = is_held(&list->items[kept]);
        kept++;
    }
    list->count = kept;
}
