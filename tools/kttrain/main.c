/* kttrain - learns the parameters in dicts/models from TSV files of names and the word list. Run by
 * hand. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/str.h"
#include "core/utf8.h"
#include "em.h"
#include "hangul/syllable.h"
#include "lexicon/builtin.h"
#include "names/shape.h"
#include "names/syllables.h"
#include "shapes.h"
#include "translit_train.h"

enum { MOST_FILES = 16, SYLLABLE = 3, MOST_SPELLINGS = 65536 };

static bool write_file(const char *dir, const char *name, kt_str bytes) {
    char path[4096];
    kt_error err;
    snprintf(path, sizeof path, "%s/%s", dir, name);
    if (kt_file_replace(path, bytes, &err) == KT_OK) return true;
    fprintf(stderr, "%s: %s\n", path, err.message);
    return false;
}

/* ---- spellings of given-name syllables ------------------------------------------------------ */

typedef struct counted {
    kti_syllable_spelling row;
    double count;
} counted;

static int by_syllable_and_latin(const void *left, const void *right) {
    const counted *a = left;
    const counted *b = right;
    if (a->row.syllable != b->row.syllable) return a->row.syllable < b->row.syllable ? -1 : 1;
    return memcmp(a->row.latin, b->row.latin, sizeof a->row.latin);
}

static int by_syllable_and_share(const void *left, const void *right) {
    const counted *a = left;
    const counted *b = right;
    if (a->row.syllable != b->row.syllable) return a->row.syllable < b->row.syllable ? -1 : 1;
    if (a->count != b->count) return a->count < b->count ? 1 : -1;
    return memcmp(a->row.latin, b->row.latin, sizeof a->row.latin);
}

/* Cuts one given name into syllables and appends what each is spelt. */
static size_t cut_name(const kti_units *model, pair p, counted *out, size_t room) {
    uint8_t units[KTI_UNITS_MOST], letters[KTI_LETTERS_MOST];
    size_t cuts[KTI_UNITS_MOST + 1] = {0};
    size_t us = kti_units_of(p.hangul, units), js = kti_letters_of(p.latin, letters);
    if (us == 0 || js == 0 || !best_cut(model, units, us, letters, js, cuts)) return 0;
    cuts[us] = js;
    size_t unit = 0, count = 0;
    for (size_t at = 0; at < p.hangul.len && count < room; at += SYLLABLE) {
        uint32_t cp = kti_utf8_at(p.hangul, at).cp;
        kt_syllable s = kti_split(cp);
        size_t end = unit + 1u + (s.choseong != KTI_L_NONE) + (s.jongseong != 0);
        size_t from = cuts[unit], to = cuts[end];
        counted c = {{cp, 0, {0}}, 1};
        for (size_t i = from; i < to && i - from < sizeof c.row.latin - 1; i++)
            c.row.latin[i - from] = (char)('a' + letters[i]);
        if (to > from && to - from < sizeof c.row.latin) out[count++] = c;
        unit = end;
    }
    return count;
}

static size_t join_equal(counted *rows, size_t count) {
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (kept > 0 && by_syllable_and_latin(&rows[kept - 1], &rows[i]) == 0)
            rows[kept - 1].count += rows[i].count;
        else
            rows[kept++] = rows[i];
    }
    return kept;
}

static void write_spellings(counted *rows, size_t count, kti_buf *out) {
    for (size_t i = 0; i < count;) {
        size_t end = i;
        double total = 0;
        while (end < count && rows[end].row.syllable == rows[i].row.syllable)
            total += rows[end++].count;
        for (; i < end; i++) {
            rows[i].row.share = (float)(rows[i].count / total);
            bool noise = rows[i].count < 2 && total >= 20;
            if (!noise) kti_buf_add(out, &rows[i].row, sizeof rows[i].row);
        }
    }
}

static bool train_syllables(const pairs *korean, kt_str model_bytes, kti_buf *out) {
    kti_units model;
    counted *rows = calloc(MOST_SPELLINGS, sizeof *rows);
    bool fine = rows != NULL && kti_units_open(model_bytes, &model);
    size_t count = 0;
    for (size_t i = 0; fine && i < korean->count; i++)
        count += cut_name(&model, korean->items[i], rows + count, MOST_SPELLINGS - count);
    if (fine) {
        qsort(rows, count, sizeof *rows, by_syllable_and_latin);
        count = join_equal(rows, count);
        qsort(rows, count, sizeof *rows, by_syllable_and_share);
        write_spellings(rows, count, out);
    }
    free(rows);
    return fine && !out->failed;
}

/* ---- the command ---------------------------------------------------------------------------- */

static bool train_shape_file(const kti_lexicon *lexicon, const pairs *foreign, const char *dir) {
    kti_buf rows;
    kti_buf_init(&rows, NULL);
    bool fine =
        train_shapes(lexicon, foreign, &rows) && write_file(dir, "shape.model", kti_buf_str(&rows));
    printf("shape: %zu syllables\n", rows.len / sizeof(kti_syllable_shape));
    kti_buf_free(&rows);
    return fine;
}

static bool train_all(const pairs *foreign, const pairs *korean, const char *dir) {
    kti_buf model, spellings;
    double first = 0;
    kti_buf_init(&model, NULL);
    kti_buf_init(&spellings, NULL);
    bool fine = train_units(foreign, &model, &first) &&
                write_file(dir, "foreign.model", kti_buf_str(&model));
    printf("foreign: %zu pairs, %zu bytes, first among 101 held out: %.1f%%\n", foreign->count,
           model.len, 100 * first);
    fine = fine && train_units(korean, &model, &first) &&
           write_file(dir, "korean.model", kti_buf_str(&model));
    printf("korean: %zu pairs, %zu bytes, first among 101 held out: %.1f%%\n", korean->count,
           model.len, 100 * first);
    fine = fine && train_syllables(korean, kti_buf_str(&model), &spellings) &&
           write_file(dir, "given.model", kti_buf_str(&spellings));
    printf("given: %zu spellings\n", spellings.len / sizeof(kti_syllable_spelling));
    kti_buf_free(&model);
    kti_buf_free(&spellings);
    return fine;
}

static int run(const char *data, const char *dir, char **paths, int count) {
    kt_file ktd, files[MOST_FILES];
    kt_error err;
    kti_lexicon *lexicon = NULL;
    kti_arena arena;
    kt_alloc libc = kti_alloc_libc();
    if (kt_file_map(data, &ktd, &err) != KT_OK ||
        kti_lexicon_open(&libc, ktd.bytes, true, (kt_str){NULL, 0}, &lexicon, &err) != KT_OK) {
        fprintf(stderr, "%s: %s\n", data, err.message);
        return 3;
    }
    kti_arena_init(&arena, NULL);
    pairs foreign = {.arena = &arena}, korean = {.arena = &arena};
    bool fine = true;
    for (int i = 0; i < count && i < MOST_FILES; i++)
        fine = pairs_read(paths[i], &files[i], lexicon, &foreign, &korean) && fine;
    fine = fine && train_all(&foreign, &korean, dir) && train_shape_file(lexicon, &foreign, dir);
    kti_arena_free(&arena);
    kti_lexicon_close(lexicon);
    kt_file_unmap(&ktd);
    return fine ? 0 : 3;
}

int main(int argc, char **argv) {
    if (argc > 4 && strcmp(argv[1], "translit") == 0)
        return translit_command(argv[2], argv[3], argv + 4, argc - 4);
    if (argc < 4) {
        puts(
            "usage: kttrain DATA.ktd OUT_DIR NAMES.tsv...\n"
            "       kttrain translit DATA.ktd OUT_DIR PAIRS.tsv...\n\n"
            "Learns how Hangul names are spelt in Latin letters from TSV files with the columns\n"
            "hangul and english, and writes foreign.model, korean.model and given.model, and from\n"
            "the word list of DATA.ktd which syllables names are built of: shape.model.\n"
            "DATA.ktd supplies the surnames. translit learns from the same columns how English is\n"
            "written in Hangul: joint.model, hangul.model, sounds.model; DATA.ktd supplies the\n"
            "pronunciations and the word list.");
        return argc == 2 && strcmp(argv[1], "--help") == 0 ? 0 : 2;
    }
    return run(argv[1], argv[2], argv + 3, argc - 3);
}
