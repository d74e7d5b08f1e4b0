/* import_mecab.c - a compiled mecab-ko-dic (sys.dic) into the word list of lexicon/words.h.
 *
 * sys.dic: a 72-byte header; a double array of {i32 base, u32 check}; 16-byte tokens; features as
 * NUL-terminated CSV: tag, semantic class (인명, 지명), final consonant, reading, type, ...
 */
#include <stdio.h>
#include <string.h>

#include "core/str.h"
#include "kotext/file.h"
#include "ktdict.h"
#include "lexicon/ktd.h"
#include "lexicon/words.h"

static const uint32_t magic = 0xEF718F77;
enum { HEADER = 72, VERSION = 102, TOKEN = 16, UNIT = 8 };

typedef struct dictionary {
    kt_file file;
    kt_str units, tokens, features;
} dictionary;

static uint32_t read_u32(kt_str bytes, size_t at) {
    uint32_t value = 0;
    kti_ktd_read(bytes, at, &value, sizeof value);
    return value;
}

static const char *open_dictionary(const char *dir, dictionary *d) {
    char path[4096];
    kt_error err;
    snprintf(path, sizeof path, "%s/sys.dic", dir);
    if (kt_file_map(path, &d->file, &err) != KT_OK) return err.message;
    kt_str bytes = d->file.bytes;
    if (bytes.len < HEADER) return "cut off in its header";
    if ((read_u32(bytes, 0) ^ magic) != bytes.len) return "not a mecab dictionary, or cut off";
    if (read_u32(bytes, 4) != VERSION) return "of another version";
    size_t units = read_u32(bytes, 24), tokens = read_u32(bytes, 28),
           features = read_u32(bytes, 32);
    if (HEADER + units + tokens + features != bytes.len) return "its sections do not add up";
    d->units = kti_str_cut(bytes, HEADER, HEADER + units);
    d->tokens = kti_str_cut(bytes, HEADER + units, HEADER + units + tokens);
    d->features = kti_str_cut(bytes, HEADER + units + tokens, bytes.len);
    return NULL;
}

/* ---- features to classes -------------------------------------------------------------------- */

static const struct tag_class {
    kt_str prefix;
    uint16_t class;
} tag_classes[] = {
    {KTI_STR_INIT("NNG"), KTI_WORD_NOUN},    {KTI_STR_INIT("NNP"), KTI_WORD_PROPER},
    {KTI_STR_INIT("NNB"), KTI_WORD_BOUND},   {KTI_STR_INIT("NR"), KTI_WORD_BOUND},
    {KTI_STR_INIT("NP"), KTI_WORD_BOUND},    {KTI_STR_INIT("MM"), KTI_WORD_MODIFIER},
    {KTI_STR_INIT("MA"), KTI_WORD_MODIFIER}, {KTI_STR_INIT("IC"), KTI_WORD_MODIFIER},
    {KTI_STR_INIT("V"), KTI_WORD_PREDICATE}, {KTI_STR_INIT("X"), KTI_WORD_AFFIX},
    {KTI_STR_INIT("J"), KTI_WORD_JOSA},      {KTI_STR_INIT("E"), KTI_WORD_EOMI},
};

static uint16_t classes_of(kt_str feature) {
    kt_str tag = kti_str_next_field(&feature, ',');
    kt_str meaning = kti_str_next_field(&feature, ',');
    uint16_t classes = 0;
    for (size_t i = 0; i < sizeof tag_classes / sizeof *tag_classes && classes == 0; i++)
        if (kti_str_starts(tag, tag_classes[i].prefix)) classes = tag_classes[i].class;
    if (kti_str_eq(meaning, KTI_STR("인명"))) classes = KTI_WORD_PERSON;
    if (kti_str_eq(meaning, KTI_STR("지명"))) classes = KTI_WORD_PLACE;
    if (kti_str_find(feature, KTI_STR("Compound"), 0) != SIZE_MAX) classes |= KTI_WORD_COMPOUND;
    return classes;
}

static kt_str feature_at(const dictionary *d, uint32_t offset) {
    if (offset >= d->features.len) return KTI_STR("");
    kt_str rest = kti_str_cut(d->features, offset, d->features.len);
    return kti_str_next_field(&rest, '\0');
}

/* Joins the readings of one surface. */
static kti_word word_of(const dictionary *d, uint32_t value) {
    kti_word word = {0, INT16_MAX};
    uint32_t first = value >> 8, count = value & 0xFF;
    for (uint32_t i = first; i < first + count; i++) {
        int16_t cost = INT16_MAX;
        kti_ktd_read(d->tokens, (size_t)i * TOKEN + 6, &cost, sizeof cost);
        word.classes |= classes_of(feature_at(d, read_u32(d->tokens, (size_t)i * TOKEN + 8)));
        if (cost < word.cost) word.cost = cost;
    }
    return word;
}

/* ---- the double array ----------------------------------------------------------------------- */

static bool unit_at(const dictionary *d, uint32_t index, int32_t *base, uint32_t *check) {
    size_t at = (size_t)index * UNIT;
    return kti_ktd_read(d->units, at, base, sizeof *base) &&
           kti_ktd_read(d->units, at + 4, check, sizeof *check);
}

/* Visits all surfaces in byte order; depth is bounded by the longest word we keep. */
static void visit(const dictionary *d, int32_t base, char *surface, size_t len,
                  kti_words_builder *out) {
    int32_t value;
    uint32_t check;
    if (unit_at(d, (uint32_t)base, &value, &check) && check == (uint32_t)base && value < 0 &&
        len > 0)
        kti_words_builder_add(out, (kt_str){surface, len}, word_of(d, (uint32_t)(-value - 1)));
    if (len + 1 >= KTI_WORD_BYTES) return;
    for (uint32_t byte = 0; byte < 256; byte++) {
        int32_t child;
        if (!unit_at(d, (uint32_t)base + 1 + byte, &child, &check) || check != (uint32_t)base)
            continue;
        surface[len] = (char)byte;
        visit(d, child, surface, len + 1, out);
    }
}

static int write_words(const dictionary *d, const char *path) {
    kti_words_builder words;
    kti_buf out;
    char surface[KTI_WORD_BYTES];
    int32_t root = 0;
    uint32_t check;
    kt_error err = {KT_OK, 0, 0, ""};
    kti_words_builder_init(&words, NULL);
    kti_buf_init(&out, NULL);
    if (unit_at(d, 0, &root, &check)) visit(d, root, surface, 0, &words);
    kt_status status = kti_words_builder_finish(&words, &out);
    if (status == KT_OK) status = kt_file_replace(path, kti_buf_str(&out), &err);
    if (status == KT_OK)
        printf("%s: %u words, %zu bytes\n", path, (unsigned)words.count, out.len);
    else
        fprintf(stderr, "%s: %s %s\n", path, kt_status_name(status), err.message);
    kti_words_builder_free(&words);
    kti_buf_free(&out);
    return status == KT_OK ? EXIT_DONE : EXIT_IO;
}

int import_command(int argc, char **argv) {
    const char *out = option_value(argc, argv, "-o");
    if (argc < 2 || strcmp(argv[0], "mecab") != 0 || out == NULL)
        return usage_error("import", "want: mecab DIR -o FILE");
    dictionary d = {.units = {NULL, 0}};
    const char *fault = open_dictionary(argv[1], &d);
    int result = EXIT_USAGE;
    if (fault != NULL)
        fprintf(stderr, "%s/sys.dic: %s\n", argv[1], fault);
    else
        result = write_words(&d, out);
    kt_file_unmap(&d.file);
    return result;
}
