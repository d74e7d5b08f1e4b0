/* compile.c - the tables, the word list and the models into one .ktd. */
#define _POSIX_C_SOURCE 200809L

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/status.h"
#include "ktdict.h"
#include "lexicon/entries.h"
#include "lexicon/keys.h"
#include "lexicon/ktd.h"
#include "lexicon/starts.h"
#include "loanwords.h"
#include "models.h"
#include "sounds.h"
#include "table.h"
#include "write.h"

enum { PATH_BYTES = 4096, MOST_SECTIONS = 40, MOST_FILES = 64 };

typedef struct compiler {
    kti_arena arena;
    kti_buf pool, entries, surnames, sound_trie, sound_marks, loanwords, kinds;
    kti_key_builder korean, english;
    uint32_t next_id;
    section sections[MOST_SECTIONS];
    size_t section_count;
    kt_file files[MOST_FILES]; /* imported word lists, open until the end */
    size_t file_count;
} compiler;

/* ---- tables --------------------------------------------------------------------------------- */

/* A table's file name begins so; its rows are entries of this kind. */
static const struct source {
    const char *prefix;
    kti_entry_kind kind;
} sources[] = {
    {"people", KTI_ENTRY_PERSON},           {"places", KTI_ENTRY_PLACE},
    {"organisations", KTI_ENTRY_ORG},       {"titles", KTI_ENTRY_TITLE},
    {"headline_hanja", KTI_ENTRY_HEADLINE}, {"terms", KTI_ENTRY_TERM},
};

static void add_keys(compiler *c, const kti_entry *e) {
    kt_str key = e->kind == KTI_ENTRY_HEADLINE ? e->hanja : e->korean;
    kti_key_builder_add(&c->korean, key, e->id, false);
    kti_key_builder_add_list(&c->korean, e->also_korean, e->id);
    kti_key_builder_add(&c->english, e->english, e->id, false);
    kti_key_builder_add_list(&c->english, e->also_english, e->id);
    kti_key_builder_add_list(&c->english, e->adjective, e->id);
    kti_key_builder_add_list(&c->english, e->metonym, e->id);
}

static void add_entry(compiler *c, const table *t, const table_row *row, kti_entry_kind kind) {
    kti_entry e = {.id = c->next_id++, .kind = kind};
    e.korean = table_cell(t, row, "korean");
    e.english = table_cell(t, row, "english");
    e.also_korean = table_cell(t, row, "also_korean");
    e.also_english = table_cell(t, row, "also_english");
    e.hanja = table_cell(t, row, "hanja");
    e.detail = table_cell(t, row, "kind");
    e.region = table_cell(t, row, "region");
    e.adjective = table_cell(t, row, "adjective");
    e.metonym = table_cell(t, row, "metonym");
    kti_entry_write(&e, &c->pool, &c->entries);
    kti_buf_add_byte(&c->kinds, (char)kind);
    add_keys(c, &e);
}

static bool compile_table(compiler *c, const char *path, kti_entry_kind kind) {
    table t;
    bool read = table_read(path, &c->arena, &t);
    for (size_t i = 0; read && i < t.count; i++)
        add_entry(c, &t, &t.rows[i], kind);
    table_close(&t);
    return read && t.faults == 0;
}

static bool has_key(const kti_key_builder *b, kt_str text) {
    kti_buf folded;
    kti_buf_init(&folded, NULL);
    kti_fold(b->folding, text, &folded);
    kt_str key = kti_buf_str(&folded);
    const kti_key *keys = (const void *)b->records.ptr;
    bool found = false;
    for (size_t i = 0; i < b->records.len / sizeof *keys && !found; i++)
        found = kti_str_eq(kti_str_cut(kti_buf_str(&b->pool), keys[i].offset,
                                       (size_t)keys[i].offset + keys[i].length),
                           key);
    kti_buf_free(&folded);
    return found;
}

/* Names that the project's own tables do not have, in either language. A language is a term: text
 * is not searched for it. */
static bool compile_cldr(compiler *c, const char *path) {
    table t;
    bool read = table_read(path, &c->arena, &t);
    for (size_t i = 0; read && i < t.count; i++) {
        kt_str kind = table_cell(&t, &t.rows[i], "kind");
        bool known = has_key(&c->korean, table_cell(&t, &t.rows[i], "korean")) ||
                     has_key(&c->english, table_cell(&t, &t.rows[i], "english"));
        bool language = kti_str_eq(kind, KTI_STR("language"));
        if (!known) add_entry(c, &t, &t.rows[i], language ? KTI_ENTRY_TERM : KTI_ENTRY_PLACE);
    }
    table_close(&t);
    return read && t.faults == 0;
}

/* ---- surnames ------------------------------------------------------------------------------- */

typedef struct surname {
    kt_str hangul, latin;
    uint32_t share;
} surname;

static int by_hangul_then_share(const void *left, const void *right) {
    const surname *a = left;
    const surname *b = right;
    int order = kti_str_cmp(a->hangul, b->hangul);
    if (order != 0) return order;
    if (a->share != b->share) return a->share < b->share ? 1 : -1;
    return kti_str_cmp(a->latin, b->latin);
}

static bool compile_surnames(compiler *c, const char *path) {
    table t;
    bool read = table_read(path, &c->arena, &t);
    surname *list = read ? kti_arena_zeroed(&c->arena, t.count + 1, sizeof *list) : NULL;
    for (size_t i = 0; list != NULL && i < t.count; i++) {
        kt_str share = table_cell(&t, &t.rows[i], "share");
        list[i].hangul = table_cell(&t, &t.rows[i], "hangul");
        list[i].latin = table_cell(&t, &t.rows[i], "latin");
        for (size_t d = 0; d < share.len; d++)
            list[i].share = list[i].share * 10 + (uint32_t)(share.ptr[d] - '0');
    }
    if (list != NULL) qsort(list, t.count, sizeof *list, by_hangul_then_share);
    for (size_t i = 0; list != NULL && i < t.count; i++) {
        kti_surname_record record = {kti_pool_add(&c->pool, list[i].hangul),
                                     kti_pool_add(&c->pool, list[i].latin), list[i].share};
        kti_buf_add(&c->surnames, &record, sizeof record);
    }
    table_close(&t);
    return list != NULL && t.faults == 0;
}

/* ---- pronunciations -------------------------------------------------------------------------- */

static bool compile_sounds(compiler *c, const char *path) {
    table t;
    bool fine = table_read(path, &c->arena, &t) &&
                sounds_compile(&t, &c->arena, &c->sound_trie, &c->sound_marks) && t.faults == 0;
    table_close(&t);
    return fine;
}

static bool compile_loanwords(compiler *c, const char *path) {
    table t;
    bool fine = table_read(path, &c->arena, &t) && loanwords_compile(&t, &c->loanwords);
    fine = fine && t.faults == 0;
    table_close(&t);
    return fine;
}

/* ---- folders -------------------------------------------------------------------------------- */

static int is_tsv(const struct dirent *item) {
    return kti_str_ends(kti_str(item->d_name), KTI_STR(".tsv"));
}

static int is_model(const struct dirent *item) {
    return kti_str_ends(kti_str(item->d_name), KTI_STR(".model"));
}

static bool compile_file(compiler *c, const char *dir, const char *name) {
    char path[PATH_BYTES];
    snprintf(path, sizeof path, "%s/%s", dir, name);
    if (strcmp(name, "surname_spellings.tsv") == 0) return compile_surnames(c, path);
    if (strcmp(name, "pronunciation.tsv") == 0) return compile_sounds(c, path);
    if (strcmp(name, "loanwords.tsv") == 0) return compile_loanwords(c, path);
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++)
        if (kti_str_starts(kti_str(name), kti_str(sources[i].prefix)))
            return compile_table(c, path, sources[i].kind);
    return true;
}

static bool compile_dicts(compiler *c, const char *dir) {
    struct dirent **items = NULL;
    int count = scandir(dir, &items, is_tsv, alphasort);
    bool fine = count >= 0;
    if (!fine) perror(dir);
    for (int i = 0; i < count; i++) {
        fine = compile_file(c, dir, items[i]->d_name) && fine;
        free(items[i]);
    }
    free(items);
    return fine;
}

static void add_section(compiler *c, const char *name, kt_str bytes) {
    section *s = &c->sections[c->section_count++];
    memset(s->name, 0, sizeof s->name);
    memcpy(s->name, name, strlen(name) < 15 ? strlen(name) : 15);
    s->bytes = bytes;
}

/* Takes over the sections that `ktdict import` made. */
static bool add_lexicon(compiler *c, const char *path) {
    kt_error err;
    kt_file *file = &c->files[c->file_count++];
    kt_status status = kt_file_map(path, file, &err);
    if (status == KT_OK) status = kti_ktd_verify(file->bytes, &err);
    if (status != KT_OK) {
        fprintf(stderr, "%s: %s\n", path, err.message);
        return false;
    }
    for (uint32_t i = 0; i < kti_ktd_rows(file->bytes) && c->section_count < MOST_SECTIONS; i++) {
        kti_ktd_section row = kti_ktd_row(file->bytes, i);
        add_section(c, row.name, kti_ktd_bytes(file->bytes, &row));
    }
    return true;
}

/* A model in the byte order of this machine; the compiler's arena keeps it. */
static bool add_model(compiler *c, const char *path, const char *name) {
    kt_error err;
    kt_file file;
    if (kt_file_map(path, &file, &err) != KT_OK) {
        fprintf(stderr, "%s: cannot be read\n", path);
        return false;
    }
    size_t length = file.bytes.len;
    char *copy = kti_arena_take(&c->arena, length);
    bool fine = copy != NULL && c->section_count < MOST_SECTIONS;
    if (fine) {
        memcpy(copy, file.bytes.ptr, length);
        models_to_native(name, copy, length);
        add_section(c, name, (kt_str){copy, length});
    }
    kt_file_unmap(&file);
    return fine;
}

static bool add_models(compiler *c, const char *dir) {
    struct dirent **items = NULL;
    int count = scandir(dir, &items, is_model, alphasort);
    bool fine = count >= 0;
    if (!fine) perror(dir);
    for (int i = 0; i < count; i++) {
        char path[PATH_BYTES], name[PATH_BYTES];
        size_t stem = strlen(items[i]->d_name) - strlen(".model");
        snprintf(path, sizeof path, "%s/%s", dir, items[i]->d_name);
        snprintf(name, sizeof name, "model.%.*s", (int)stem, items[i]->d_name);
        fine = add_model(c, path, name) && fine;
        free(items[i]);
    }
    free(items);
    return fine;
}

/* ---- the command ---------------------------------------------------------------------------- */

/* What opening would have to make of the keys. */
static void add_beginnings(compiler *c, kti_keys *keys) {
    uint32_t *heads = kti_arena_take(&c->arena, KTI_KEYS_HEADS * sizeof *heads);
    kti_starts *starts = kti_arena_zeroed(&c->arena, 1, sizeof *starts);
    if (heads == NULL || starts == NULL) return; /* then opening makes them */
    kti_keys_heads(keys, heads);
    kti_starts_add(starts, keys);
    add_section(c, "heads.ko", (kt_str){(const char *)heads, KTI_KEYS_HEADS * sizeof *heads});
    add_section(c, "starts.ko", (kt_str){(const char *)starts, sizeof *starts});
}

static kt_status write_out(compiler *c, const char *path) {
    kti_keys korean, english;
    kti_buf out;
    KTI_TRY(kti_key_builder_finish(&c->korean, &korean));
    KTI_TRY(kti_key_builder_finish(&c->english, &english));
    add_section(c, "strings", kti_buf_str(&c->pool));
    add_section(c, "entries", kti_buf_str(&c->entries));
    add_section(c, "entries.kinds", kti_buf_str(&c->kinds));
    add_section(c, "keys.ko", korean.records);
    add_section(c, "keys.pool.ko", korean.pool);
    add_beginnings(c, &korean);
    add_section(c, "keys.en", english.records);
    add_section(c, "keys.pool.en", english.pool);
    add_section(c, "surnames", kti_buf_str(&c->surnames));
    add_section(c, "sound.trie", kti_buf_str(&c->sound_trie));
    add_section(c, "sound.marks", kti_buf_str(&c->sound_marks));
    add_section(c, "loanwords", kti_buf_str(&c->loanwords));
    kti_buf_init(&out, NULL);
    kt_status status = write_ktd(c->sections, c->section_count, &out);
    kt_error err = {KT_OK, 0, 0, ""};
    if (status == KT_OK) status = kt_file_replace(path, kti_buf_str(&out), &err);
    if (status != KT_OK)
        fprintf(stderr, "%s: %s %s\n", path, kt_status_name(status), err.message);
    else
        printf("%s: %u entries, %zu bytes\n", path, (unsigned)c->next_id, out.len);
    kti_buf_free(&out);
    return status;
}

static void init(compiler *c) {
    *c = (compiler){.next_id = 0};
    kti_arena_init(&c->arena, NULL);
    kti_buf_init(&c->pool, NULL);
    kti_buf_init(&c->entries, NULL);
    kti_buf_init(&c->kinds, NULL);
    kti_buf_init(&c->surnames, NULL);
    kti_buf_init(&c->sound_trie, NULL);
    kti_buf_init(&c->sound_marks, NULL);
    kti_buf_init(&c->loanwords, NULL);
    kti_key_builder_init(&c->korean, KTI_FOLD_KOREAN, NULL);
    kti_key_builder_init(&c->english, KTI_FOLD_ENGLISH, NULL);
}

static void clean_up(compiler *c) {
    for (size_t i = 0; i < c->file_count; i++)
        kt_file_unmap(&c->files[i]);
    kti_key_builder_free(&c->korean);
    kti_key_builder_free(&c->english);
    kti_buf_free(&c->pool);
    kti_buf_free(&c->entries);
    kti_buf_free(&c->kinds);
    kti_buf_free(&c->surnames);
    kti_buf_free(&c->sound_trie);
    kti_buf_free(&c->sound_marks);
    kti_buf_free(&c->loanwords);
    kti_arena_free(&c->arena);
}

int compile_command(int argc, char **argv) {
    const char *dicts = option_value(argc, argv, "--dicts");
    const char *lexicon = option_value(argc, argv, "--lexicon");
    const char *hanja = option_value(argc, argv, "--hanja");
    const char *readings = option_value(argc, argv, "--readings");
    const char *sounds = option_value(argc, argv, "--sounds");
    const char *models = option_value(argc, argv, "--models");
    const char *cldr = option_value(argc, argv, "--cldr");
    const char *out = option_value(argc, argv, "-o");
    if (dicts == NULL || out == NULL) return usage_error("compile", "--dicts and -o are needed");
    compiler c;
    init(&c);
    int result = EXIT_USAGE;
    if (compile_dicts(&c, dicts) && (cldr == NULL || compile_cldr(&c, cldr)) &&
        (lexicon == NULL || add_lexicon(&c, lexicon)) &&
        (hanja == NULL || add_lexicon(&c, hanja)) &&
        (readings == NULL || add_lexicon(&c, readings)) &&
        (sounds == NULL || add_lexicon(&c, sounds)) && (models == NULL || add_models(&c, models)))
        result = write_out(&c, out) == KT_OK ? EXIT_DONE : EXIT_IO;
    clean_up(&c);
    return result;
}
