/* import_sino.c - libhangul's hanja.txt into the sino.* sections of lexicon/sino.h.
 *
 * A line is hangul:hanja:meaning. The spellings of a word stand together, the likeliest first; that
 * one is kept. Words of one syllable say nothing here, and predicates follow from their roots. With
 * a word list only its words are kept: no other word is asked for.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "kotext/file.h"
#include "ktdict.h"
#include "lexicon/lexicon.h"
#include "lexicon/sino.h"
#include "write.h"

enum { SECTIONS = 2 };

typedef struct spelled {
    kt_str word, spelling;
    uint32_t line; /* the first one wins */
} spelled;

/* ---- lines ---------------------------------------------------------------------------------- */

static bool is_word(kt_str word) {
    size_t count = 0;
    for (size_t at = 0; at < word.len; count++) {
        kti_cp unit = kti_utf8_at(word, at);
        if (!kti_is_syllable(unit.cp)) return false;
        at += unit.len;
    }
    return count >= 2 && count <= KTI_SINO_MOST && !kti_str_ends(word, KTI_STR("다"));
}

/* As many units as the word has syllables, each a Hanja or that very syllable; at least one Hanja.
 */
static bool is_spelling(kt_str word, kt_str spelling) {
    bool hanja = false;
    size_t s = 0;
    for (size_t at = 0; at < word.len; at += kti_utf8_at(word, at).len) {
        if (s >= spelling.len) return false;
        kti_cp unit = kti_utf8_at(spelling, s);
        bool is_hanja = unit.cp <= UINT16_MAX && kti_is_hanja_unit((uint16_t)unit.cp);
        if (!is_hanja && unit.cp != kti_utf8_at(word, at).cp) return false;
        hanja = hanja || is_hanja;
        s += unit.len;
    }
    return hanja && s == spelling.len;
}

static size_t read_lines(kt_str text, const kti_lexicon *lexicon, spelled *list) {
    size_t count = 0;
    for (uint32_t number = 0; text.ptr != NULL; number++) {
        kt_str line = kti_str_next_field(&text, '\n');
        kt_str word = kti_str_next_field(&line, ':');
        if (line.ptr == NULL || !is_word(word)) continue;
        if (lexicon != NULL && kti_lexicon_word(lexicon, word).classes == 0) continue;
        kt_str spelling = kti_str_next_field(&line, ':');
        if (is_spelling(word, spelling)) list[count++] = (spelled){word, spelling, number};
    }
    return count;
}

static int by_word_then_line(const void *left, const void *right) {
    const spelled *a = left;
    const spelled *b = right;
    int order = kti_str_cmp(a->word, b->word);
    return order != 0 ? order : (a->line > b->line) - (a->line < b->line);
}

static size_t keep_first(spelled *list, size_t count) {
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || !kti_str_eq(list[kept - 1].word, list[i].word)) list[kept++] = list[i];
    return kept;
}

/* ---- sections ------------------------------------------------------------------------------- */

typedef struct writer {
    kti_buf trie, bases, firsts, units, spellings;
    uint32_t unit_count, base;
} writer;

static void add_first(writer *w, uint32_t word) {
    if (word % KTI_SINO_BLOCK == 0) {
        w->base = w->unit_count;
        kti_buf_add(&w->bases, &w->base, sizeof w->base);
    }
    uint16_t first = (uint16_t)(w->unit_count - w->base);
    kti_buf_add(&w->firsts, &first, sizeof first);
}

static void add_units(writer *w, kt_str spelling) {
    for (size_t at = 0; at < spelling.len;) {
        kti_cp unit = kti_utf8_at(spelling, at);
        uint16_t narrow = (uint16_t)unit.cp;
        kti_buf_add(&w->units, &narrow, sizeof narrow);
        w->unit_count++;
        at += unit.len;
    }
}

static void join(writer *w, uint32_t words) {
    uint32_t head[2] = {words, w->unit_count};
    kti_buf_add(&w->spellings, head, sizeof head);
    kti_buf *const parts[] = {&w->bases, &w->firsts, &w->units};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        kti_buf_add_str(&w->spellings, kti_buf_str(parts[i]));
        kti_section_pad(&w->spellings);
        w->spellings.failed = w->spellings.failed || parts[i]->failed;
    }
}

static bool write_sections(writer *w, const spelled *list, uint32_t count) {
    kt_str *keys = calloc((size_t)count + 1, sizeof *keys);
    uint32_t *numbers = calloc((size_t)count + 1, sizeof *numbers);
    uint32_t *order = calloc((size_t)count + 1, sizeof *order);
    bool fine = keys != NULL && numbers != NULL && order != NULL;
    for (uint32_t i = 0; fine && i < count; i++)
        keys[i] = list[i].word;
    fine = fine && kti_trie_write(keys, count, numbers, &w->trie) == KT_OK;
    for (uint32_t i = 0; fine && i < count; i++)
        order[numbers[i]] = i;
    for (uint32_t i = 0; fine && i <= count; i++) {
        add_first(w, i);
        if (i < count) add_units(w, list[order[i]].spelling);
    }
    if (fine) join(w, count);
    free(keys);
    free(numbers);
    free(order);
    return fine && !w->trie.failed && !w->spellings.failed;
}

/* ---- the command ---------------------------------------------------------------------------- */

static int write_file(const writer *w, uint32_t words, const char *path) {
    section sections[SECTIONS] = {{"sino.trie", kti_buf_str(&w->trie)},
                                  {"sino.spellings", kti_buf_str(&w->spellings)}};
    kti_buf out;
    kt_error err = {KT_OK, 0, 0, ""};
    kti_buf_init(&out, NULL);
    kt_status status = write_ktd(sections, SECTIONS, &out);
    if (status == KT_OK) status = kt_file_replace(path, kti_buf_str(&out), &err);
    if (status == KT_OK)
        printf("%s: %u words with Hanja, %zu bytes\n", path, (unsigned)words, out.len);
    else
        fprintf(stderr, "%s: %s %s\n", path, kt_status_name(status), err.message);
    kti_buf_free(&out);
    return status == KT_OK ? EXIT_DONE : EXIT_IO;
}

static int import(kt_str text, const kti_lexicon *lexicon, const char *path) {
    spelled *list = calloc(text.len / 4 + 1, sizeof *list); /* the shortest line has more bytes */
    writer w = {.base = 0};
    kti_buf *const bufs[] = {&w.trie, &w.bases, &w.firsts, &w.units, &w.spellings};
    for (size_t i = 0; i < sizeof bufs / sizeof *bufs; i++)
        kti_buf_init(bufs[i], NULL);
    int result = EXIT_IO;
    if (list != NULL) {
        size_t count = read_lines(text, lexicon, list);
        if (count > 0) qsort(list, count, sizeof *list, by_word_then_line);
        count = keep_first(list, count);
        if (write_sections(&w, list, (uint32_t)count))
            result = write_file(&w, (uint32_t)count, path);
    }
    if (result != EXIT_DONE) fprintf(stderr, "ktdict import: out of memory\n");
    for (size_t i = 0; i < sizeof bufs / sizeof *bufs; i++)
        kti_buf_free(bufs[i]);
    free(list);
    return result;
}

/* `words` is a data file with a word list; NULL: all words are kept. */
static int run(const char *in, const char *words, const char *out) {
    kt_error err = {KT_OK, 0, 0, ""};
    kt_file file = {.bytes = {NULL, 0}}, list = {.bytes = {NULL, 0}};
    kt_alloc alloc = kti_alloc_libc();
    kti_lexicon *lexicon = NULL;
    int result = EXIT_IO;
    kt_status status = kt_file_map(in, &file, &err);
    if (status == KT_OK && words != NULL) status = kt_file_map(words, &list, &err);
    if (status == KT_OK && words != NULL)
        status = kti_lexicon_open(&alloc, list.bytes, true, KTI_STR(""), &lexicon, &err);
    if (status == KT_OK)
        result = import(file.bytes, lexicon, out);
    else
        fprintf(stderr, "%s: %s %s\n", in, kt_status_name(status), err.message);
    kti_lexicon_close(lexicon);
    kt_file_unmap(&file);
    kt_file_unmap(&list);
    return status == KT_ERR_DATA ? EXIT_USAGE : result;
}

int import_sino_command(int argc, char **argv) {
    const char *out = option_value(argc, argv, "-o");
    if (argc < 2 || out == NULL)
        return usage_error("import", "want: sino HANJA.TXT [--lexicon FILE] -o FILE");
    return run(argv[1], option_value(argc, argv, "--lexicon"), out);
}
