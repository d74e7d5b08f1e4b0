/* kttrain - learns the parameters in dicts/models from TSV files of names and the word list. Run by
 * hand. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/str.h"
#include "em.h"
#include "lexicon/builtin.h"
#include "lexicon/ktd.h"
#include "names/shape.h"
#include "names/syllables.h"
#include "shapes.h"
#include "systems.h"
#include "translit_train.h"

enum { MOST_FILES = 16 };

/* How much a row of a file counts against one of the first: the first is the surest. */
static const double OTHERS = 0.15;

static bool write_file(const char *dir, const char *name, kt_str bytes) {
    char path[4096];
    kt_error err;
    snprintf(path, sizeof path, "%s/%s", dir, name);
    if (kt_file_replace(path, bytes, &err) == KT_OK) return true;
    fprintf(stderr, "%s: %s\n", path, err.message);
    return false;
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

static bool train_given_file(const kti_lexicon *lexicon, const pairs *korean, kt_str model_bytes,
                             const char *dir) {
    kti_units model;
    kti_buf spellings;
    double surprise = 0;
    kti_buf_init(&spellings, NULL);
    bool fine = kti_units_open(model_bytes, &model) &&
                train_systems(lexicon, korean, &model, &spellings, &surprise) &&
                write_file(dir, "given.model", kti_buf_str(&spellings));
    printf("given: %zu bytes, %.3f nats a name\n", spellings.len, surprise);
    kti_buf_free(&spellings);
    return fine;
}

static bool train_all(const kti_lexicon *lexicon, const pairs *foreign, const pairs *korean,
                      const char *dir) {
    kti_buf model;
    double first = 0;
    kti_buf_init(&model, NULL);
    bool fine = train_units(foreign, &model, &first) &&
                write_file(dir, "foreign.model", kti_buf_str(&model));
    printf("foreign: %zu pairs, %zu bytes, first among 101 held out: %.1f%%\n", foreign->count,
           model.len, 100 * first);
    fine = fine && train_units(korean, &model, &first) &&
           write_file(dir, "korean.model", kti_buf_str(&model));
    printf("korean: %zu pairs, %zu bytes, first among 101 held out: %.1f%%\n", korean->count,
           model.len, 100 * first);
    fine = fine && train_given_file(lexicon, korean, kti_buf_str(&model), dir);
    kti_buf_free(&model);
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
    for (int i = 0; i < count && i < MOST_FILES; i++) {
        foreign.weight = korean.weight = i == 0 ? 1 : OTHERS;
        fine = pairs_read(paths[i], &files[i], lexicon, &foreign, &korean) && fine;
    }
    fine = fine && train_all(lexicon, &foreign, &korean, dir) &&
           train_shape_file(lexicon, &foreign, dir);
    kti_arena_free(&arena);
    kti_lexicon_close(lexicon);
    kt_file_unmap(&ktd);
    return fine ? 0 : 3;
}

int main(int argc, char **argv) {
    if (!kti_ktd_low_first()) {
        fputs("kttrain: models are little-endian; train them on such a machine\n", stderr);
        return 2;
    }
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
