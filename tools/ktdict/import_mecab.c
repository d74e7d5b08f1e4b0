/* import_mecab.c - a compiled mecab-ko-dic into the morph.* sections of lexicon/morphs.h. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "classes.h"
#include "core/status.h"
#include "core/utf8.h"
#include "ktdict.h"
#include "lexicon/ktd.h"
#include "lexicon/morphs.h"
#include "lexicon/tags.h"
#include "mecab.h"
#include "patterns.h"
#include "unicode/props.h"
#include "write.h"

enum { MOST_READINGS = 256, FACT_SLOTS = 1 << 17, SECTIONS = 6 };

typedef struct word {
    size_t offset, length; /* in the pool */
    uint32_t first, count; /* its tokens */
} word;

typedef struct importer {
    mecab_dictionary dic;
    classes classes;
    patterns patterns;
    bool small;
    kti_buf pool, words;
    kti_buf facts;        /* kti_fact */
    uint32_t *fact_slots; /* number + 1 */
    kti_buf trie, readings;
    uint32_t reading_count;
} importer;

/* ---- one reading ---------------------------------------------------------------------------- */

typedef struct reading {
    kti_fact fact;
    kt_str parts; /* of a compound or an inflected form; "" for one morpheme */
} reading;

static kt_str field(kt_str feature, int index) {
    for (; index > 0; index--)
        kti_str_next_field(&feature, ',');
    return kti_str_next_field(&feature, ',');
}

/* mecab-ko's own table of what is unlikely to stand behind white space, by part of speech number:
 * particles 120 and 210; endings, 이다 and suffixes. */
static uint8_t behind_flags(unsigned part_of_speech) {
    switch (part_of_speech) {
    case 120:
    case 210:
        return KTI_FACT_JOSA;
    case 100:
    case 172:
    case 183:
    case 184:
    case 185:
    case 200:
    case 220:
    case 221:
    case 222:
    case 230:
        return KTI_FACT_BEHIND;
    default:
        return 0;
    }
}

static reading reading_of(const importer *im, const mecab_token *t) {
    kt_str tags = field(t->feature, 0), meaning = field(t->feature, 1), type = field(t->feature, 4);
    bool compound =
        kti_str_eq(type, KTI_STR("Compound")) || kti_str_eq(type, KTI_STR("Preanalysis"));
    reading r = {.parts = kti_str_eq(type, KTI_STR("*")) ? KTI_STR("") : field(t->feature, 7)};
    r.fact.left = t->left < im->dic.lefts ? im->classes.left_of[t->left] : 0;
    r.fact.right = t->right < im->dic.rights ? im->classes.right_of[t->right] : 0;
    r.fact.cost = t->cost;
    r.fact.tag = (uint8_t)kti_tag_of(kti_str_next_field(&tags, '+'));
    r.fact.flags = behind_flags(t->part_of_speech);
    if (kti_str_eq(meaning, KTI_STR("인명"))) r.fact.flags |= KTI_FACT_PERSON;
    if (kti_str_eq(meaning, KTI_STR("지명"))) r.fact.flags |= KTI_FACT_PLACE;
    if (compound) r.fact.flags |= KTI_FACT_COMPOUND;
    return r;
}

/* ---- what the small profile leaves out ------------------------------------------------------ */

static bool has_hanja(kt_str surface) {
    for (size_t at = 0; at < surface.len; at += kti_utf8_at(surface, at).len)
        if (kti_cp_is_han(kti_utf8_at(surface, at).cp)) return true;
    return false;
}

/* Compounds, whose parts are there; Hanja; full names, which are found by surname; rare long nouns.
 */
static bool is_kept(const importer *im, kt_str surface, const reading *r) {
    if (!im->small) return true;
    size_t syllables = kti_utf8_count(surface);
    bool name = r->fact.tag == KT_TAG_NNP;
    bool person = (r->fact.flags & KTI_FACT_PERSON) != 0;
    if ((r->fact.flags & KTI_FACT_COMPOUND) != 0 || has_hanja(surface)) return false;
    if (person) return syllables != 3;
    return !(name && syllables > 4) && !(r->fact.tag == KT_TAG_NNG && syllables > 5);
}

/* Readings that differ in nothing the lattice sees: the cheapest stays. */
static size_t add_reading(reading *list, size_t count, reading r) {
    for (size_t i = 0; i < count; i++) {
        const kti_fact *f = &list[i].fact;
        if (f->left != r.fact.left || f->right != r.fact.right || f->tag != r.fact.tag ||
            f->flags != r.fact.flags)
            continue;
        if (r.fact.cost < f->cost) list[i] = r;
        return count;
    }
    list[count] = r;
    return count + 1;
}

static size_t readings_of(const importer *im, const word *w, reading list[MOST_READINGS]) {
    kt_str surface = {im->pool.ptr + w->offset, w->length};
    size_t count = 0;
    for (uint32_t i = 0; i < w->count && count < MOST_READINGS; i++) {
        mecab_token t = mecab_token_at(&im->dic, w->first + i);
        reading r = reading_of(im, &t);
        if (is_kept(im, surface, &r)) count = add_reading(list, count, r);
    }
    return count;
}

/* ---- words ---------------------------------------------------------------------------------- */

static bool is_plain(kt_str surface) {
    for (size_t at = 0; at < surface.len;) {
        kti_cp unit = kti_utf8_at(surface, at);
        if (!unit.valid || unit.cp > UINT16_MAX) return false;
        at += unit.len;
    }
    return true;
}

static void take_word(void *context, kt_str surface, uint32_t first, uint32_t count) {
    importer *im = context;
    reading list[MOST_READINGS];
    word w = {im->pool.len, surface.len, first, count};
    if (!is_plain(surface)) return;
    kti_buf_add_str(&im->pool, surface);
    if (!im->pool.failed && readings_of(im, &w, list) > 0)
        kti_buf_add(&im->words, &w, sizeof w);
    else
        im->pool.len = w.offset;
}

static uint32_t fact_number(importer *im, const kti_fact *fact) {
    kt_str bytes = {(const char *)(const void *)fact, sizeof *fact};
    size_t slot = (size_t)(kti_ktd_checksum(bytes) % FACT_SLOTS);
    for (; im->fact_slots[slot] != 0; slot = (slot + 1) % FACT_SLOTS) {
        uint32_t number = im->fact_slots[slot] - 1;
        if (memcmp(im->facts.ptr + number * sizeof *fact, fact, sizeof *fact) == 0) return number;
    }
    kti_buf_add(&im->facts, fact, sizeof *fact);
    uint32_t count = (uint32_t)(im->facts.len / sizeof *fact);
    im->fact_slots[slot] = count;
    return count - 1;
}

/* ---- the readings section ------------------------------------------------------------------- */

typedef struct lists {
    kti_buf several, parted; /* a byte each */
    kti_buf extra, facts, patterns;
    uint32_t total_extra;
} lists;

static bool add_word(importer *im, const word *w, lists *out) {
    reading list[MOST_READINGS];
    size_t count = readings_of(im, w, list);
    kt_str surface = {im->pool.ptr + w->offset, w->length};
    kti_buf_add_byte(&out->several, count > 1);
    if (count > 1) kti_buf_add(&out->extra, &out->total_extra, sizeof out->total_extra);
    out->total_extra += (uint32_t)count - 1;
    for (size_t i = 0; i < count; i++) {
        kti_buf bytes;
        kti_buf_init(&bytes, NULL);
        bool parted = list[i].parts.len > 0 && pattern_of(surface, list[i].parts, &bytes);
        uint32_t pattern = parted ? patterns_add(&im->patterns, kti_buf_str(&bytes)) : 0;
        uint32_t fact = fact_number(im, &list[i].fact);
        kti_buf_free(&bytes);
        uint16_t narrow[2] = {(uint16_t)fact, (uint16_t)pattern};
        if (fact > UINT16_MAX || pattern > UINT16_MAX) return false;
        kti_buf_add(&out->facts, &narrow[0], sizeof narrow[0]);
        kti_buf_add_byte(&out->parted, parted);
        if (parted) kti_buf_add(&out->patterns, &narrow[1], sizeof narrow[1]);
    }
    return true;
}

static void add_array(kti_buf *out, const kti_buf *array) {
    kti_buf_add_str(out, kti_buf_str(array));
    kti_section_pad(out);
}

static void join_lists(importer *im, uint32_t words, const lists *l) {
    kti_buf *out = &im->readings;
    uint32_t extra = (uint32_t)(l->extra.len / sizeof extra) - 1;
    im->reading_count = (uint32_t)(l->facts.len / sizeof(uint16_t));
    uint32_t head[4] = {words, im->reading_count, (uint32_t)(l->patterns.len / sizeof(uint16_t)),
                        extra};
    kti_buf_add(out, head, sizeof head);
    const uint8_t *several = (const uint8_t *)l->several.ptr;
    const uint8_t *parted = (const uint8_t *)l->parted.ptr;
    kti_bits_write(&several, 1, words, out);
    kti_bits_write(&parted, 1, im->reading_count, out);
    add_array(out, &l->extra);
    add_array(out, &l->facts);
    add_array(out, &l->patterns);
}

/* `order[n]` is the word with number n. */
static bool write_readings(importer *im, const word *words, const uint32_t *order, uint32_t count) {
    lists l = {.total_extra = 0};
    kti_buf *const parts[] = {&l.several, &l.parted, &l.extra, &l.facts, &l.patterns};
    bool fine = true;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        kti_buf_init(parts[i], NULL);
    for (uint32_t n = 0; fine && n < count; n++)
        fine = add_word(im, &words[order[n]], &l);
    kti_buf_add(&l.extra, &l.total_extra, sizeof l.total_extra);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        fine = fine && !parts[i]->failed;
    if (fine) join_lists(im, count, &l);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        kti_buf_free(parts[i]);
    return fine;
}

static bool write_words(importer *im) {
    const word *words = (const void *)im->words.ptr;
    uint32_t count = (uint32_t)(im->words.len / sizeof *words);
    kt_str *keys = calloc((size_t)count + 1, sizeof *keys);
    uint32_t *numbers = calloc((size_t)count + 1, sizeof *numbers);
    uint32_t *order = calloc((size_t)count + 1, sizeof *order);
    bool fine = keys != NULL && numbers != NULL && order != NULL;
    for (uint32_t i = 0; fine && i < count; i++)
        keys[i] = (kt_str){im->pool.ptr + words[i].offset, words[i].length};
    fine = fine && kti_trie_write(keys, count, numbers, &im->trie) == KT_OK;
    for (uint32_t i = 0; fine && i < count; i++)
        order[numbers[i]] = i;
    fine = fine && write_readings(im, words, order, count);
    free(keys);
    free(numbers);
    free(order);
    return fine;
}

/* ---- words that the list does not have ------------------------------------------------------ */

static const struct unknown {
    const char *left, *right;
    kt_tag tag;
    int16_t cost;
    uint8_t flags;
} unknowns[KTI_UNKNOWNS] = {
    [KTI_UNKNOWN_EDGE] = {"BOS/EOS", "BOS/EOS", KT_TAG_NONE, 0, 0},
    [KTI_UNKNOWN_NNG] = {"NNG,*", "NNG,*,F", KT_TAG_NNG, 0, 0},
    [KTI_UNKNOWN_NNG_T] = {"NNG,*", "NNG,*,T", KT_TAG_NNG, 0, 0},
    [KTI_UNKNOWN_NNP] = {"NNP,*", "NNP,*,F", KT_TAG_NNP, 0, 0},
    [KTI_UNKNOWN_NNP_T] = {"NNP,*", "NNP,*,T", KT_TAG_NNP, 0, 0},
    [KTI_UNKNOWN_PERSON] = {"NNP,인명", "NNP,인명,F", KT_TAG_NNP, 0, KTI_FACT_PERSON},
    [KTI_UNKNOWN_PERSON_T] = {"NNP,인명", "NNP,인명,T", KT_TAG_NNP, 0, KTI_FACT_PERSON},
    [KTI_UNKNOWN_PLACE] = {"NNP,지명", "NNP,지명,F", KT_TAG_NNP, 0, KTI_FACT_PLACE},
    [KTI_UNKNOWN_PLACE_T] = {"NNP,지명", "NNP,지명,T", KT_TAG_NNP, 0, KTI_FACT_PLACE},
    [KTI_UNKNOWN_IC] = {"IC,*", "IC,*", KT_TAG_IC, 0, 0},
    [KTI_UNKNOWN_SF] = {"SF,*", "SF,*", KT_TAG_SF, 0, 0},
    [KTI_UNKNOWN_SE] = {"SE,*", "SE,*", KT_TAG_SE, 0, 0},
    [KTI_UNKNOWN_SSO] = {"SSO,*", "SSO,*", KT_TAG_SSO, 0, 0},
    [KTI_UNKNOWN_SSC] = {"SSC,*", "SSC,*", KT_TAG_SSC, 0, 0},
    [KTI_UNKNOWN_SC] = {"SC,*", "SC,*", KT_TAG_SC, 0, 0},
    [KTI_UNKNOWN_SY] = {"SY,*", "SY,*", KT_TAG_SY, 3640, 0},
    [KTI_UNKNOWN_SL] = {"SL,*", "NNG,*,*", KT_TAG_SL, 824, 0},
    [KTI_UNKNOWN_SH] = {"SH,*", "SH,*", KT_TAG_SH, -803, 0},
    [KTI_UNKNOWN_SN] = {"SN,*", "SN,*", KT_TAG_SN, 3563, 0},
};

static void fill_unknown(const importer *im, kti_fact facts[KTI_UNKNOWNS]) {
    for (size_t i = 0; i < KTI_UNKNOWNS; i++) {
        const struct unknown *u = &unknowns[i];
        uint16_t left = mecab_class(im->dic.left_def.bytes, u->left);
        uint16_t right = mecab_class(im->dic.right_def.bytes, u->right);
        facts[i] = (kti_fact){im->classes.left_of[left], im->classes.right_of[right], u->cost,
                              (uint8_t)u->tag, u->flags};
    }
}

/* ---- the file ------------------------------------------------------------------------------- */

static section named(const char *name, const void *bytes, size_t len) {
    section s = {{0}, {bytes, len}};
    memcpy(s.name, name, strlen(name));
    return s;
}

static kt_status write_out(importer *im, const char *path, kt_error *err) {
    kti_fact unknown[KTI_UNKNOWNS];
    kti_buf costs, forms, out;
    kti_buf_init(&costs, NULL);
    kti_buf_init(&forms, NULL);
    kti_buf_init(&out, NULL);
    uint32_t cost_head[2] = {im->classes.lefts, im->classes.rights};
    uint32_t form_head[2] = {im->patterns.count, 0};
    kti_buf_add(&costs, cost_head, sizeof cost_head);
    kti_buf_add(&costs, im->classes.costs,
                (size_t)im->classes.lefts * im->classes.rights * sizeof *im->classes.costs);
    kti_buf_add(&forms, form_head, sizeof form_head);
    add_array(&forms, &im->patterns.offsets);
    kti_buf_add_str(&forms, kti_buf_str(&im->patterns.bytes));
    fill_unknown(im, unknown);
    section sections[SECTIONS] = {named("morph.trie", im->trie.ptr, im->trie.len),
                                  named("morph.readings", im->readings.ptr, im->readings.len),
                                  named("morph.facts", im->facts.ptr, im->facts.len),
                                  named("morph.patterns", forms.ptr, forms.len),
                                  named("morph.costs", costs.ptr, costs.len),
                                  named("morph.unknown", unknown, sizeof unknown)};
    kt_status status =
        costs.failed || forms.failed ? KT_ERR_NOMEM : write_ktd(sections, SECTIONS, &out);
    if (status == KT_OK) status = kt_file_replace(path, kti_buf_str(&out), err);
    if (status == KT_OK)
        printf("%s: %u words, %u readings, %u x %u classes, %zu bytes\n", path,
               (unsigned)(im->words.len / sizeof(word)), (unsigned)im->reading_count,
               (unsigned)im->classes.lefts, (unsigned)im->classes.rights, out.len);
    kti_buf_free(&costs);
    kti_buf_free(&forms);
    kti_buf_free(&out);
    return status;
}

static int import(importer *im, const char *path) {
    kt_error err = {KT_OK, 0, 0, ""};
    bool fine = classes_join(&im->dic, im->small ? 40 : 20, &im->classes);
    im->fact_slots = calloc(FACT_SLOTS, sizeof *im->fact_slots);
    fine = fine && im->fact_slots != NULL;
    if (fine) mecab_visit(&im->dic, take_word, im);
    fine = fine && !im->pool.failed && !im->words.failed && write_words(im);
    kt_status status = fine ? write_out(im, path, &err) : KT_ERR_NOMEM;
    if (status == KT_OK) return EXIT_DONE;
    fprintf(stderr, "%s: %s %s\n", path, kt_status_name(status), err.message);
    return EXIT_IO;
}

static void init(importer *im, bool small) {
    *im = (importer){.small = small};
    kti_buf *const bufs[] = {&im->pool, &im->words, &im->facts, &im->trie, &im->readings};
    for (size_t i = 0; i < sizeof bufs / sizeof *bufs; i++)
        kti_buf_init(bufs[i], NULL);
    patterns_init(&im->patterns);
}

static void clean_up(importer *im) {
    kti_buf *const bufs[] = {&im->pool, &im->words, &im->facts, &im->trie, &im->readings};
    for (size_t i = 0; i < sizeof bufs / sizeof *bufs; i++)
        kti_buf_free(bufs[i]);
    patterns_free(&im->patterns);
    classes_free(&im->classes);
    free(im->fact_slots);
    mecab_close(&im->dic);
}

int import_mecab(int argc, char **argv) {
    const char *out = option_value(argc, argv, "-o");
    const char *profile = option_value(argc, argv, "--profile");
    const char *name = "";
    if (argc < 1 || out == NULL)
        return usage_error("import", "want: mecab DIR [--profile full|small] -o FILE");
    if (profile != NULL && strcmp(profile, "full") != 0 && strcmp(profile, "small") != 0)
        return usage_error("import", "--profile is full or small");
    importer im;
    init(&im, profile != NULL && strcmp(profile, "small") == 0);
    const char *fault = mecab_open(argv[0], &im.dic, &name);
    int result = EXIT_USAGE;
    if (fault != NULL)
        fprintf(stderr, "%s/%s: %s\n", argv[0], name, fault);
    else
        result = import(&im, out);
    clean_up(&im);
    return result;
}
