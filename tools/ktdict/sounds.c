/* sounds.c - readings become marks: what happens at each place beyond the rules that hold
 * everywhere. 물고기 물꼬기 has a tense onset at its first place and nothing at its second. */
#include "sounds.h"

#include <stdlib.h>

#include "core/utf8.h"
#include "hangul/syllable.h"
#include "lexicon/sounds.h"
#include "phono/coda.h"

enum { MOST_SYLLABLES = 16 };

typedef struct marked {
    kt_str word;
    uint8_t article;
    uint8_t places;
    bool predicate;
    uint8_t marks[MOST_SYLLABLES];
} marked;

/* ---- one reading ---------------------------------------------------------------------------- */

static size_t split(kt_str text, kt_syllable out[MOST_SYLLABLES]) {
    size_t count = 0;
    for (size_t at = 0; at < text.len && count < MOST_SYLLABLES;) {
        kti_cp unit = kti_utf8_at(text, at);
        if (!kti_is_syllable(unit.cp)) return 0;
        out[count++] = kti_split(unit.cp);
        at += unit.len;
    }
    return count;
}

static kti_sound before_vowel(uint8_t coda, kt_syllable read, kt_syllable read_before) {
    if (coda == KTI_T_NONE) return KTI_SOUND_PLAIN;
    bool came_in = read.choseong == KTI_L_N || read.choseong == KTI_L_R;
    if (came_in && read_before.jongseong != KTI_T_NONE) return KTI_SOUND_INSERT;
    bool neutral = read.choseong == kti_choseong_of(kti_codas[coda].neutral);
    bool moved = read.choseong == kti_codas[coda].moves;
    return neutral && !moved ? KTI_SOUND_OWN_WORD : KTI_SOUND_PLAIN;
}

/* What the reading says of the place between `before` and `after`, as they are written. */
static kti_sound sound_of(kt_syllable before, kt_syllable after, kt_syllable read_before,
                          kt_syllable read_after) {
    uint8_t coda = before.jongseong;
    if (after.choseong == KTI_L_NONE) return before_vowel(coda, read_after, read_before);
    if (after.choseong == KTI_L_R && coda == KTI_T_N)
        return read_after.choseong == KTI_L_N ? KTI_SOUND_NN : KTI_SOUND_PLAIN;
    uint8_t tense = kti_tense_of(after.choseong);
    bool by_rule = kti_is_obstruent(kti_codas[coda].neutral);
    return tense != after.choseong && read_after.choseong == tense && !by_rule ? KTI_SOUND_TENSE
                                                                               : KTI_SOUND_PLAIN;
}

static bool read_sounds(kt_str word, kt_str reading, kti_sound *out, size_t *places) {
    kt_syllable w[MOST_SYLLABLES], r[MOST_SYLLABLES];
    size_t count = split(word, w);
    if (count < 2 || split(reading, r) != count) return false;
    for (size_t i = 1; i < count; i++)
        out[i - 1] = sound_of(w[i - 1], w[i], r[i - 1], r[i]);
    *places = count - 1;
    return true;
}

/* ---- one row -------------------------------------------------------------------------------- */

static unsigned number_of(kt_str text) {
    unsigned value = 0;
    for (size_t i = 0; i < text.len; i++)
        value = kti_is_ascii_digit(text.ptr[i]) ? value * 10 + (unsigned)(text.ptr[i] - '0') : 0;
    return value;
}

static bool read_row(const table *t, const table_row *row, marked *out) {
    kti_sound first[MOST_SYLLABLES] = {KTI_SOUND_OPEN}, second[MOST_SYLLABLES] = {KTI_SOUND_OPEN};
    size_t places, same;
    kt_str readings = table_cell(t, row, "reading");
    out->word = table_cell(t, row, "korean");
    if (!read_sounds(out->word, kti_str_next_field(&readings, '|'), first, &places)) return false;
    bool other = readings.ptr != NULL;
    if (other && !read_sounds(out->word, readings, second, &same)) return false;
    out->predicate = kti_str_eq(table_cell(t, row, "kind"), KTI_STR("predicate"));
    if (out->predicate && !kti_str_ends(out->word, KTI_STR("다"))) return false;
    if (out->predicate) {
        out->word.len -= KTI_STR("다").len;
        places--;
    }
    out->article = (uint8_t)number_of(table_cell(t, row, "article"));
    out->places = (uint8_t)places;
    for (size_t i = 0; i < places; i++)
        out->marks[i] = kti_sound_mark(first[i], other ? second[i] : first[i]);
    return places > 0;
}

void sounds_check_row(table *t, const table_row *row) {
    marked m;
    if (!read_row(t, row, &m)) table_fault(t, row->number, 1, "no such reading", row->line);
    if (m.article < 5 || m.article > 30)
        table_fault(t, row->number, 1, "no such article", row->line);
}

/* ---- the table ------------------------------------------------------------------------------ */

static int by_word(const void *left, const void *right) {
    return kti_str_cmp(((const marked *)left)->word, ((const marked *)right)->word);
}

static size_t read_rows(table *t, marked *list) {
    size_t count = 0;
    for (size_t i = 0; i < t->count; i++) {
        if (read_row(t, &t->rows[i], &list[count]))
            count++;
        else
            table_fault(t, t->rows[i].number, 1, "no such reading", t->rows[i].line);
    }
    qsort(list, count, sizeof *list, by_word);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || !kti_str_eq(list[kept - 1].word, list[i].word)) list[kept++] = list[i];
    return kept;
}

static void write_marks(const marked *list, const uint32_t *order, uint32_t count, kti_buf *out) {
    uint32_t bytes = 0;
    for (uint32_t i = 0; i < count; i++)
        bytes += list[i].places + 1U;
    uint32_t head[2] = {count, bytes}, first = 0;
    kti_buf_add(out, head, sizeof head);
    for (uint32_t i = 0; i <= count; i++) {
        kti_buf_add(out, &first, sizeof first);
        if (i < count) first += list[order[i]].places + 1U;
    }
    kti_section_pad(out);
    for (uint32_t i = 0; i < count; i++) {
        const marked *m = &list[order[i]];
        kti_buf_add_byte(out, (char)(m->article | (m->predicate ? KTI_SOUND_PREDICATE : 0)));
        kti_buf_add(out, m->marks, m->places);
    }
    kti_section_pad(out);
}

bool sounds_compile(table *t, kti_arena *arena, kti_buf *trie, kti_buf *marks) {
    marked *list = kti_arena_zeroed(arena, t->count + 1, sizeof *list);
    kt_str *keys = kti_arena_zeroed(arena, t->count + 1, sizeof *keys);
    uint32_t *numbers = kti_arena_zeroed(arena, t->count + 1, sizeof *numbers);
    uint32_t *order = kti_arena_zeroed(arena, t->count + 1, sizeof *order);
    if (list == NULL || keys == NULL || numbers == NULL || order == NULL) return false;
    uint32_t count = (uint32_t)read_rows(t, list);
    for (uint32_t i = 0; i < count; i++)
        keys[i] = list[i].word;
    if (kti_trie_write(keys, count, numbers, trie) != KT_OK) return false;
    for (uint32_t i = 0; i < count; i++)
        order[numbers[i]] = i;
    write_marks(list, order, count, marks);
    return !marks->failed;
}
