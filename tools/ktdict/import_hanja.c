/* import_hanja.c - libhangul's hanja.txt, and the Hanja of the project's persons, into the hanja.*
 * sections of hanja/hanja.h.
 *
 * A line is "hangul:hanja:meaning". Which of its readings a character has by itself is counted in
 * the words; a word whose characters give its reading keeps none of its own. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "article_52.h"
#include "core/buf.h"
#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "hanja/hanja.h"
#include "hanja_names.h"
#include "kotext/file.h"
#include "ktdict.h"
#include "lexicon/lexicon.h"
#include "table.h"
#include "unicode/props.h"
#include "write.h"

typedef struct word {
    uint32_t order;   /* of the line */
    uint32_t support; /* longer words that hold this one and read it so */
    uint16_t length;
    bool leads;   /* the first line of its Hangul */
    bool settled; /* its reading is the orthography's own */
    uint16_t cps[KTI_HANJA_LONGEST], syllables[KTI_HANJA_LONGEST];
} word;

/* One reading of one character and how often words have it. */
typedef struct reading {
    uint16_t cp, syllable, rank;
    uint32_t order, first, inner;
} reading;

typedef struct importer {
    kti_buf words, readings, chars, sounds, given, surnames, trie, own;
    kti_lexicon *lexicon; /* tells commoner of two readings; may be NULL */
    size_t word_count, own_count;
    kt_str last;   /* the Hangul of the line before */
    uint16_t rank; /* of a character among those of that Hangul */
    bool settled;  /* the words taken now are those of the orthography */
} importer;

/* ---- lines ---------------------------------------------------------------------------------- */

static size_t decode(kt_str text, uint16_t out[KTI_HANJA_LONGEST], bool (*fits)(uint32_t)) {
    size_t count = 0;
    for (size_t at = 0; at < text.len;) {
        kti_cp unit = kti_utf8_at(text, at);
        uint32_t cp = kti_hanja_unified(unit.cp);
        if (!unit.valid || cp > UINT16_MAX || !fits(cp) || count == KTI_HANJA_LONGEST) return 0;
        out[count++] = (uint16_t)cp;
        at += unit.len;
    }
    return count;
}

static bool is_syllable(uint32_t cp) {
    return kti_is_syllable(cp);
}

static uint16_t law(uint16_t syllable) {
    uint32_t rule;
    return (uint16_t)kti_initial_law(syllable, &rule);
}

/* Note 1 of article 11: 렬 and 률 behind a vowel or ㄴ are 열 and 율. */
static uint16_t law_inside(uint16_t syllable, uint16_t before) {
    uint32_t rule;
    return (uint16_t)(kti_is_yeol(syllable, before) ? kti_initial_law(syllable, &rule) : syllable);
}

enum { TEA = 0x8336, CHA = 0xCC28, DA = 0xB2E4 }; /* 茶 차 다 */

/* What 茶 ends with more before it is a tea, and no drinking of it: 국화차, 끽다. */
static void mend_tea(word *w) {
    size_t last = w->length - 1u;
    if (last > 1 && w->cps[last] == TEA && w->syllables[last] == DA) w->syllables[last] = CHA;
}

static void take(importer *im, kt_str hangul, kt_str hanja, uint32_t order) {
    word w = {.order = order, .leads = !kti_str_eq(hangul, im->last), .settled = im->settled};
    im->last = hangul;
    if (w.leads) im->rank = 0;
    size_t length = decode(hanja, w.cps, kti_cp_is_han);
    if (length == 0 || decode(hangul, w.syllables, is_syllable) != length) return;
    w.length = (uint16_t)length;
    if (length > 1) {
        w.syllables[0] = law(w.syllables[0]); /* some lines are spelt as in the North */
        for (size_t i = 1; i < length; i++)
            w.syllables[i] = law_inside(w.syllables[i], w.syllables[i - 1]);
        mend_tea(&w);
        kti_buf_add(&im->words, &w, sizeof w);
        return;
    }
    reading r = {w.cps[0], w.syllables[0], im->rank++, order, 0, 0};
    kti_buf_add(&im->readings, &r, sizeof r);
}

static void take_line(importer *im, kt_str line, uint32_t order) {
    if (line.len == 0 || line.ptr[0] == '#') return;
    kt_str hangul = kti_str_next_field(&line, ':');
    take(im, hangul, kti_str_next_field(&line, ':'), order);
}

/* Names of three characters or more; shorter ones look like words. */
static void take_names(importer *im, const table *names, uint32_t order) {
    enum { LEAST = 9 /* bytes */ };
    for (size_t i = 0; i < names->count; i++) {
        kt_str hanja = table_cell(names, &names->rows[i], "hanja");
        if (hanja.len >= LEAST) take(im, names->rows[i].cells[0], hanja, order);
    }
}

/* Words whose reading the orthography settles. */
static void take_settled(importer *im, uint32_t order) {
    im->settled = true;
    for (size_t i = 0; i < article_52_count; i++)
        take(im, kti_str(article_52[i].hangul), kti_str(article_52[i].hanja), order);
    im->settled = false;
}

static uint32_t take_lines(importer *im, kt_str text) {
    uint32_t order = 0;
    while (text.ptr != NULL) {
        kt_str line = kti_str_next_field(&text, '\n');
        if (line.len > 0 && line.ptr[line.len - 1] == '\r') line.len--;
        take_line(im, line, order++);
    }
    return order;
}

/* ---- characters ----------------------------------------------------------------------------- */

static int by_cp_then_order(const void *left, const void *right) {
    const reading *a = left;
    const reading *b = right;
    if (a->cp != b->cp) return a->cp < b->cp ? -1 : 1;
    return a->order < b->order ? -1 : a->order > b->order;
}

static reading *readings_of(importer *im, uint16_t cp, size_t *count) {
    reading *list = (void *)im->readings.ptr;
    size_t total = im->readings.len / sizeof *list, low = 0, high = total;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (list[middle].cp < cp)
            low = middle + 1;
        else
            high = middle;
    }
    for (*count = 0; low + *count < total && list[low + *count].cp == cp;)
        ++*count;
    return list + low;
}

/* 낙 beside 락 is 락 at the beginning of a word. */
static bool is_derived(const reading *list, size_t count, const reading *r) {
    for (size_t i = 0; i < count; i++)
        if (list[i].syllable != r->syllable && law(list[i].syllable) == r->syllable) return true;
    return false;
}

static void count_one(importer *im, uint16_t cp, uint16_t heard, bool first) {
    size_t count;
    reading *list = readings_of(im, cp, &count), *best = NULL;
    for (size_t i = 0; i < count; i++) {
        bool same = list[i].syllable == heard && !is_derived(list, count, &list[i]);
        bool changed = law(list[i].syllable) == heard && list[i].syllable != heard;
        if (changed || (same && best == NULL)) best = &list[i];
    }
    if (best == NULL) return;
    if (first)
        best->first++;
    else
        best->inner++;
}

static void count_readings(importer *im) {
    const word *words = (const void *)im->words.ptr;
    for (size_t i = 0; i < im->word_count; i++)
        for (size_t k = 0; k < words[i].length; k++)
            count_one(im, words[i].cps[k], words[i].syllables[k], k == 0);
}

static uint16_t commonest(const reading *list, size_t count, bool first) {
    enum { PLACE = 16 }; /* what a word weighs that has the character in the same place */
    const reading *best = NULL;
    uint64_t most = 0;
    for (size_t i = 0; i < count; i++) {
        if (is_derived(list, count, &list[i])) continue;
        uint64_t here = first ? list[i].first : list[i].inner;
        uint64_t weight = here * PLACE + list[i].first + list[i].inner;
        if (best != NULL && weight <= most) continue;
        best = &list[i];
        most = weight;
    }
    return best == NULL ? list[0].syllable : best->syllable;
}

static void choose_readings(importer *im) {
    const reading *list = (const void *)im->readings.ptr;
    size_t total = im->readings.len / sizeof *list;
    for (size_t i = 0, count; i < total; i += count) {
        for (count = 0; i + count < total && list[i + count].cp == list[i].cp;)
            count++;
        kti_hanja_char c = {list[i].cp, commonest(list + i, count, true),
                            commonest(list + i, count, false)};
        kti_buf_add(&im->chars, &c, sizeof c);
    }
}

static uint32_t uses_of(const reading *r) {
    return r->first + r->inner;
}

/* All readings but those that the law makes of another. */
static void list_sounds(importer *im) {
    const reading *list = (const void *)im->readings.ptr;
    size_t total = im->readings.len / sizeof *list;
    for (size_t i = 0, count; i < total; i += count) {
        uint32_t uses = 0;
        for (count = 0; i + count < total && list[i + count].cp == list[i].cp; count++)
            uses += uses_of(&list[i + count]);
        for (size_t k = 0; k < count; k++) {
            const reading *r = &list[i + k];
            uint32_t share = uses == 0 ? 0 : uses_of(r) * 1000 / uses;
            kti_hanja_sound sound = {r->cp, r->syllable, r->rank, (uint16_t)share,
                                     given_count(&im->given, r->cp, r->syllable)};
            if (!is_derived(list + i, count, r)) kti_buf_add(&im->sounds, &sound, sizeof sound);
        }
    }
}

/* ---- words ---------------------------------------------------------------------------------- */

static int by_cps_then_order(const void *left, const void *right) {
    const word *a = left;
    const word *b = right;
    for (size_t i = 0; i < a->length && i < b->length; i++)
        if (a->cps[i] != b->cps[i]) return a->cps[i] < b->cps[i] ? -1 : 1;
    if (a->length != b->length) return a->length < b->length ? -1 : 1;
    return a->order < b->order ? -1 : a->order > b->order;
}

static bool same_hanja(const word *a, const word *b) {
    return a->length == b->length && memcmp(a->cps, b->cps, a->length * sizeof *a->cps) == 0;
}

static void encode(const uint16_t *cps, size_t count, kti_buf *out) {
    for (size_t i = 0; i < count; i++)
        kti_buf_add_cp(out, cps[i]);
}

/* Whether the characters by themselves give the word's reading. */
static bool is_regular(const kti_hanja *hanja, const word *w) {
    uint32_t cps[KTI_HANJA_LONGEST];
    kti_hanja_reading read[KTI_HANJA_LONGEST];
    for (size_t i = 0; i < w->length; i++)
        cps[i] = w->cps[i];
    if (!kti_hanja_spell(hanja, cps, w->length, true, read)) return false;
    for (size_t i = 0; i < w->length; i++)
        if (read[i].syllable != w->syllables[i]) return false;
    return true;
}

/* The first line of the word that is `length` characters of `w` from `start` on. */
static size_t find_part(const importer *im, const word *w, size_t start, size_t length) {
    const word *list = (const void *)im->words.ptr;
    word part = {.length = (uint16_t)length};
    memcpy(part.cps, w->cps + start, length * sizeof *part.cps);
    size_t low = 0, high = im->word_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (by_cps_then_order(&list[middle], &part) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void support_part(importer *im, const word *w, size_t start, size_t length) {
    word *list = (void *)im->words.ptr;
    for (size_t i = find_part(im, w, start, length); i < im->word_count; i++) {
        bool same = list[i].length == length &&
                    memcmp(list[i].cps, w->cps + start, length * sizeof *w->cps) == 0;
        if (!same) return;
        if (memcmp(list[i].syllables, w->syllables + start, length * sizeof *w->syllables) == 0)
            list[i].support++;
    }
}

static void count_support(importer *im) {
    const word *list = (const void *)im->words.ptr;
    for (size_t i = 0; i < im->word_count; i++)
        for (size_t start = 0; start + 2 <= list[i].length; start++)
            for (size_t length = 2; start + length <= list[i].length; length++)
                if (length < list[i].length) support_part(im, &list[i], start, length);
}

static kti_word look_up(const importer *im, const word *w) {
    kti_buf hangul;
    kti_word known = {0, 0};
    kti_buf_init(&hangul, NULL);
    encode(w->syllables, w->length, &hangul);
    if (im->lexicon != NULL) known = kti_lexicon_word(im->lexicon, kti_buf_str(&hangul));
    kti_buf_free(&hangul);
    return known;
}

static bool is_listed_part(const importer *im, const word *w, size_t start) {
    const word *list = (const void *)im->words.ptr;
    size_t at = find_part(im, w, start, w->length - start);
    return at < im->word_count && list[at].length == w->length - start &&
           memcmp(list[at].cps, w->cps + start, list[at].length * sizeof *w->cps) == 0;
}

/* Hangul Orthography 10-12, note: the second word of a compound keeps the law too. Of two readings
 * that differ in it, the South's is the one that does: 국가연합, the North's 국가련합. Behind one
 * syllable it must be a word by itself: 등+용문, 실+낙원. */
static bool keeps_law(const importer *im, const word *a, const word *b) {
    enum { PART = 2 };
    for (size_t k = 1; k + PART <= a->length; k++)
        if (a->syllables[k] != b->syllables[k])
            return law(b->syllables[k]) == a->syllables[k] && (k > 1 || is_listed_part(im, a, k));
    return false;
}

/* 茶 at the end of a word is 차 where people say both: 녹차, not 녹다. */
static bool is_tea(const word *a, const word *b) {
    const uint16_t *x = a->syllables + a->length - 1, *y = b->syllables + b->length - 1;
    return a->cps[a->length - 1] == TEA && *x == CHA && *y == DA;
}

/* Whether people rather read the Hanja as `a` has it: more words are made with it, the Korean word
 * list has it, its characters are usually read so, it is the commoner word. How common a word is
 * tells only where it is first of all this spelling (실연 is 實演 before it is 失戀). */
static bool is_better(const importer *im, const kti_hanja *hanja, const word *a, const word *b) {
    enum { COMMON = KTI_WORD_NOUN | KTI_WORD_AFFIX | KTI_WORD_MODIFIER | KTI_WORD_PLACE };
    if (a->settled != b->settled) return a->settled;
    if (is_tea(a, b) || is_tea(b, a)) return is_tea(a, b);
    if (a->support != b->support) return a->support > b->support;
    kti_word x = look_up(im, a), y = look_up(im, b);
    bool common = (x.classes & COMMON) != 0;
    if (common != ((y.classes & COMMON) != 0)) return common;
    if (keeps_law(im, a, b) || keeps_law(im, b, a)) return keeps_law(im, a, b);
    bool regular = is_regular(hanja, a);
    if (regular != is_regular(hanja, b)) return regular;
    return a->leads && b->leads && x.cost < y.cost;
}

/* Keeps one line of each word; returns how many are left. */
static size_t choose_words(importer *im, const kti_hanja *hanja) {
    word *list = (void *)im->words.ptr;
    size_t kept = 0;
    for (size_t i = 0; i < im->word_count; i++) {
        if (kept == 0 || !same_hanja(&list[kept - 1], &list[i]))
            list[kept++] = list[i];
        else if (is_better(im, hanja, &list[i], &list[kept - 1]))
            list[kept - 1] = list[i];
    }
    return kept;
}

static void write_own(importer *im, const kti_hanja *hanja, const uint32_t *order) {
    const word *list = (const void *)im->words.ptr;
    kti_buf flags, offsets, pool;
    kti_buf *const parts[] = {&flags, &offsets, &pool};
    for (size_t i = 0; i < 3; i++)
        kti_buf_init(parts[i], NULL);
    for (size_t n = 0; n < im->word_count; n++) {
        const word *w = &list[order[n]];
        bool own = !is_regular(hanja, w);
        kti_buf_add_byte(&flags, own);
        if (!own) continue;
        uint32_t offset = (uint32_t)(pool.len / sizeof *w->syllables);
        kti_buf_add(&offsets, &offset, sizeof offset);
        kti_buf_add(&pool, w->syllables, w->length * sizeof *w->syllables);
        im->own_count++;
    }
    uint32_t head[2] = {(uint32_t)im->word_count, (uint32_t)(pool.len / sizeof(uint16_t))};
    kti_buf_add(&offsets, &head[1], sizeof head[1]);
    kti_buf_add(&im->own, head, sizeof head);
    const uint8_t *own = (const uint8_t *)flags.ptr;
    kti_bits_write(&own, 1, head[0], &im->own);
    kti_buf_add_str(&im->own, kti_buf_str(&offsets));
    kti_section_pad(&im->own);
    kti_buf_add_str(&im->own, kti_buf_str(&pool));
    kti_section_pad(&im->own);
    for (size_t i = 0; i < 3; i++) {
        im->own.failed = im->own.failed || parts[i]->failed;
        kti_buf_free(parts[i]);
    }
}

static kt_status write_words(importer *im, const kti_hanja *hanja) {
    const word *list = (const void *)im->words.ptr;
    size_t count = im->word_count;
    kt_str *keys = calloc(count + 1, sizeof *keys);
    size_t *starts = calloc(count + 1, sizeof *starts);
    uint32_t *numbers = calloc(count + 1, sizeof *numbers);
    uint32_t *order = calloc(count + 1, sizeof *order);
    kt_status status =
        keys == NULL || starts == NULL || numbers == NULL || order == NULL ? KT_ERR_NOMEM : KT_OK;
    kti_buf pool;
    kti_buf_init(&pool, NULL);
    for (size_t i = 0; status == KT_OK && i < count; i++) {
        starts[i] = pool.len;
        encode(list[i].cps, list[i].length, &pool);
    }
    if (status == KT_OK) status = kti_buf_status(&pool);
    if (status == KT_OK) starts[count] = pool.len;
    for (size_t i = 0; status == KT_OK && i < count; i++)
        keys[i] = (kt_str){pool.ptr + starts[i], starts[i + 1] - starts[i]};
    if (status == KT_OK) status = kti_trie_write(keys, (uint32_t)count, numbers, &im->trie);
    for (size_t i = 0; status == KT_OK && i < count; i++)
        order[numbers[i]] = (uint32_t)i;
    if (status == KT_OK) write_own(im, hanja, order);
    kti_buf_free(&pool);
    free(keys);
    free(starts);
    free(numbers);
    free(order);
    return status == KT_OK ? kti_buf_status(&im->own) : status;
}

/* ---- the file ------------------------------------------------------------------------------- */

static kt_status write_out(importer *im, const char *path, kt_error *err) {
    section sections[] = {{"hanja.chars", kti_buf_str(&im->chars)},
                          {"hanja.sounds", kti_buf_str(&im->sounds)},
                          {"hanja.surnames", kti_buf_str(&im->surnames)},
                          {"hanja.trie", kti_buf_str(&im->trie)},
                          {"hanja.words", kti_buf_str(&im->own)}};
    kti_buf out;
    kti_buf_init(&out, NULL);
    kt_status status = write_ktd(sections, sizeof sections / sizeof *sections, &out);
    if (status == KT_OK) status = kt_file_replace(path, kti_buf_str(&out), err);
    if (status == KT_OK)
        printf("%s: %zu characters, %zu words (%zu with a reading of their own), %zu bytes\n", path,
               im->chars.len / sizeof(kti_hanja_char), im->word_count, im->own_count, out.len);
    kti_buf_free(&out);
    return status;
}

static kt_status import(importer *im, kt_str text, const table *names, const char *path,
                        kt_error *err) {
    kti_hanja hanja;
    uint32_t lines = take_lines(im, text);
    take_names(im, names, lines);
    take_settled(im, lines);
    given_list(names, &im->given);
    if (im->words.failed || im->readings.failed) return KT_ERR_NOMEM;
    im->word_count = im->words.len / sizeof(word);
    if (im->readings.len == 0 || im->word_count == 0) return KT_ERR_DATA;
    qsort(im->readings.ptr, im->readings.len / sizeof(reading), sizeof(reading), by_cp_then_order);
    qsort(im->words.ptr, im->word_count, sizeof(word), by_cps_then_order);
    count_readings(im);
    choose_readings(im);
    list_sounds(im);
    KTI_TRY(kti_buf_status(&im->chars));
    if (im->given.failed || im->surnames.failed) return KT_ERR_NOMEM;
    KTI_TRY(kti_buf_status(&im->sounds));
    KTI_TRY(kti_hanja_open(kti_buf_str(&im->chars), KTI_STR(""), KTI_STR(""), &hanja));
    count_support(im);
    im->word_count = choose_words(im, &hanja);
    KTI_TRY(write_words(im, &hanja));
    return write_out(im, path, err);
}

static int run(importer *im, const char *in, const char *words, const table *names,
               const char *out) {
    kt_error err = {KT_OK, 0, 0, ""};
    kt_file file = {.bytes = {NULL, 0}}, list = {.bytes = {NULL, 0}};
    kt_alloc alloc = kti_alloc_libc();
    kt_status status = kt_file_map(in, &file, &err);
    if (status == KT_OK && words != NULL) status = kt_file_map(words, &list, &err);
    if (status == KT_OK && words != NULL)
        status = kti_lexicon_open(&alloc, list.bytes, true, KTI_STR(""), &im->lexicon, &err);
    if (status == KT_OK) status = import(im, file.bytes, names, out, &err);
    if (status != KT_OK) fprintf(stderr, "%s: %s %s\n", in, kt_status_name(status), err.message);
    kti_lexicon_close(im->lexicon);
    kt_file_unmap(&file);
    kt_file_unmap(&list);
    return status == KT_OK ? EXIT_DONE : status == KT_ERR_DATA ? EXIT_USAGE : EXIT_IO;
}

int import_hanja(int argc, char **argv) {
    const char *out = option_value(argc, argv, "-o");
    if (argc < 1 || out == NULL)
        return usage_error(
            "import", "want: hanja FILE [--lexicon FILE] [--names TSV] [--surnames TSV] -o FILE");
    importer im = {.lexicon = NULL};
    kti_buf *const bufs[] = {&im.words, &im.readings, &im.chars, &im.sounds,
                             &im.given, &im.surnames, &im.trie,  &im.own};
    for (size_t i = 0; i < sizeof bufs / sizeof *bufs; i++)
        kti_buf_init(bufs[i], NULL);
    const char *persons = option_value(argc, argv, "--names");
    const char *census = option_value(argc, argv, "--surnames");
    table names = {.count = 0}, surnames = {.count = 0};
    kti_arena arena;
    kti_arena_init(&arena, NULL);
    int result = EXIT_IO;
    bool read = persons == NULL || table_read(persons, &arena, &names);
    read = read && (census == NULL || table_read(census, &arena, &surnames));
    surnames_write(&surnames, &im.surnames);
    if (read) result = run(&im, argv[0], option_value(argc, argv, "--lexicon"), &names, out);
    if (persons != NULL) table_close(&names);
    if (census != NULL) table_close(&surnames);
    kti_arena_free(&arena);
    for (size_t i = 0; i < sizeof bufs / sizeof *bufs; i++)
        kti_buf_free(bufs[i]);
    return result;
}
