/* import_cmudict.c - CMUdict, as npm packs it, into the section `english` of translit/english.h.
 *
 * The file is a JavaScript object: one `"word": "SOUNDS",` a line. Which letter makes which sound
 * is learned by expectation maximisation over all words.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "kotext/file.h"
#include "ktdict.h"
#include "lexicon/bits.h"
#include "translit/english.h"
#include "write.h"

enum { SOUNDS_MOST = 40, ROUNDS = 6, CHUNKS = 64 * 64, MOST_WORDS = 200000 };

typedef struct word {
    uint8_t letters[KTI_ENGLISH_WORD], sounds[SOUNDS_MOST];
    uint8_t letter_count, sound_count;
    kti_english_chunk chunks[KTI_ENGLISH_WORD];
} word;

typedef double shares[KTI_ENGLISH_LETTERS][CHUNKS];

typedef struct importer {
    word *words;
    size_t count;
    shares *p, *expected;
    uint32_t (*seen)[CHUNKS];                      /* by letter */
    uint16_t (*ranks)[CHUNKS];                     /* by letter and chunk */
    kti_english_chunk (*order)[KTI_ENGLISH_RANKS]; /* by letter and rank */
} importer;

/* ---- the file ------------------------------------------------------------------------------- */

static const char *const names[] = {"",   "B",  "CH", "D",  "DH", "F",  "G",  "HH", "JH", "K",
                                    "L",  "M",  "N",  "NG", "P",  "R",  "S",  "SH", "T",  "TH",
                                    "V",  "W",  "Y",  "Z",  "ZH", "AA", "AE", "AH", "AO", "AW",
                                    "AY", "EH", "ER", "EY", "IH", "IY", "OW", "OY", "UH", "UW"};

static uint8_t sound_of(kt_str name) {
    char last = name.len == 0 ? 0 : name.ptr[name.len - 1];
    bool vowel = kti_is_ascii_digit(last);
    kt_str bare = kti_str_cut(name, 0, name.len - (vowel ? 1 : 0));
    for (size_t i = 1; i < sizeof names / sizeof *names; i++) {
        if (!kti_str_eq(bare, kti_str(names[i]))) continue;
        if (i < KTI_S_VOWELS) return (uint8_t)i;
        return (uint8_t)(KTI_S_VOWELS + 2 * (i - KTI_S_VOWELS) + (last != '0'));
    }
    return 0;
}

static bool read_letters(kt_str text, word *w) {
    if (text.len == 0 || text.len > KTI_ENGLISH_WORD) return false;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c != '\'' && (c < 'a' || c > 'z')) return false; /* other readings, "a.m." */
        w->letters[i] = c == '\'' ? KTI_ENGLISH_LETTERS - 1 : (uint8_t)(c - 'a');
    }
    w->letter_count = (uint8_t)text.len;
    return true;
}

static bool read_sounds(kt_str text, word *w) {
    while (text.ptr != NULL && w->sound_count < SOUNDS_MOST) {
        uint8_t sound = sound_of(kti_str_next_field(&text, ' '));
        if (sound == 0) return false;
        w->sounds[w->sound_count++] = sound;
    }
    return text.ptr == NULL && w->sound_count > 0 && w->sound_count <= 2 * w->letter_count;
}

/* `  "word": "S OU N D",`; a genitive's sound follows from the word's. */
static bool read_line(kt_str line, word *w) {
    kti_str_next_field(&line, '"');
    if (line.ptr == NULL) return false;
    kt_str text = kti_str_next_field(&line, '"');
    if (line.ptr == NULL || kti_str_ends(text, KTI_STR("'s"))) return false;
    kti_str_next_field(&line, '"');
    if (line.ptr == NULL) return false;
    *w = (word){.letter_count = 0};
    return read_letters(text, w) && read_sounds(kti_str_next_field(&line, '"'), w);
}

static int by_letters(const void *left, const void *right) {
    const word *a = left;
    const word *b = right;
    size_t shorter = a->letter_count < b->letter_count ? a->letter_count : b->letter_count;
    int order = memcmp(a->letters, b->letters, shorter);
    return order != 0 ? order : (int)a->letter_count - (int)b->letter_count;
}

static void read_words(importer *im, kt_str text) {
    while (text.ptr != NULL && im->count < MOST_WORDS)
        im->count += read_line(kti_str_next_field(&text, '\n'), &im->words[im->count]);
    qsort(im->words, im->count, sizeof *im->words, by_letters);
    size_t kept = 0;
    for (size_t i = 0; i < im->count; i++)
        if (kept == 0 || by_letters(&im->words[kept - 1], &im->words[i]) != 0)
            im->words[kept++] = im->words[i];
    im->count = kept;
}

/* ---- alignment ------------------------------------------------------------------------------ */

static kti_english_chunk chunk_at(const word *w, size_t sound, size_t n) {
    if (n == 0) return 0;
    return (kti_english_chunk)(w->sounds[sound] | (n == 2 ? w->sounds[sound + 1] << 8 : 0));
}

static size_t slot_of(kti_english_chunk chunk) {
    return (size_t)(chunk & 63) | (size_t)(chunk >> 8) << 6;
}

typedef double lattice[KTI_ENGLISH_WORD + 1][SOUNDS_MOST + 1];

static void expect(importer *im, const word *w, lattice forward, lattice backward) {
    size_t ls = w->letter_count, ss = w->sound_count;
    memset(forward, 0, sizeof(lattice));
    memset(backward, 0, sizeof(lattice));
    forward[0][0] = backward[ls][ss] = 1;
    for (size_t i = 0; i < ls; i++)
        for (size_t j = 0; j <= ss; j++)
            for (size_t n = 0; forward[i][j] > 0 && n <= 2 && j + n <= ss; n++)
                forward[i + 1][j + n] +=
                    forward[i][j] * (*im->p)[w->letters[i]][slot_of(chunk_at(w, j, n))];
    double total = forward[ls][ss];
    for (size_t i = ls; total > 0 && i-- > 0;)
        for (size_t j = 0; j <= ss; j++)
            for (size_t n = 0; n <= 2 && j + n <= ss; n++) {
                size_t slot = slot_of(chunk_at(w, j, n));
                double p = (*im->p)[w->letters[i]][slot] * backward[i + 1][j + n];
                backward[i][j] += p;
                (*im->expected)[w->letters[i]][slot] += forward[i][j] * p / total;
            }
}

static void maximise(importer *im) {
    for (size_t l = 0; l < KTI_ENGLISH_LETTERS; l++) {
        double sum = 1e-9;
        for (size_t c = 0; c < CHUNKS; c++)
            sum += (*im->expected)[l][c];
        for (size_t c = 0; c < CHUNKS; c++)
            (*im->p)[l][c] = (*im->expected)[l][c] / sum;
    }
    memset(im->expected, 0, sizeof *im->expected);
}

static void learn(importer *im) {
    static lattice forward, backward;
    for (size_t l = 0; l < KTI_ENGLISH_LETTERS; l++)
        for (size_t c = 0; c < CHUNKS; c++)
            (*im->p)[l][c] = c == 0 ? 0.05 : c < 64 ? 0.01 : 0.0001; /* one sound is likeliest */
    for (int round = 0; round < ROUNDS; round++) {
        for (size_t i = 0; i < im->count; i++)
            expect(im, &im->words[i], forward, backward);
        maximise(im);
    }
}

/* The likeliest chunk of each letter; false when there is no way. */
static bool align(const importer *im, word *w) {
    static double best[KTI_ENGLISH_WORD + 1][SOUNDS_MOST + 1];
    static uint8_t took[KTI_ENGLISH_WORD + 1][SOUNDS_MOST + 1];
    size_t ls = w->letter_count, ss = w->sound_count;
    for (size_t i = 0; i <= ls; i++)
        for (size_t j = 0; j <= ss; j++)
            best[i][j] = i + j == 0 ? 1 : 0;
    for (size_t i = 0; i < ls; i++)
        for (size_t j = 0; j <= ss; j++)
            for (size_t n = 0; best[i][j] > 0 && n <= 2 && j + n <= ss; n++) {
                double p = best[i][j] * (*im->p)[w->letters[i]][slot_of(chunk_at(w, j, n))];
                if (p <= best[i + 1][j + n]) continue;
                best[i + 1][j + n] = p;
                took[i + 1][j + n] = (uint8_t)n;
            }
    if (best[ls][ss] <= 0) return false;
    for (size_t i = ls, j = ss; i > 0; i--) {
        size_t n = took[i][j];
        j -= n;
        w->chunks[i - 1] = chunk_at(w, j, n);
    }
    return true;
}

/* ---- the section ---------------------------------------------------------------------------- */

/* Chunks of a letter by frequency: short ranks take one nibble. */
static uint32_t rank_letter(importer *im, size_t letter) {
    uint32_t count = 0;
    for (; count < KTI_ENGLISH_RANKS; count++) {
        size_t best = CHUNKS;
        for (size_t c = 0; c < CHUNKS; c++)
            if (im->seen[letter][c] > 0 &&
                (best == CHUNKS || im->seen[letter][c] > im->seen[letter][best]))
                best = c;
        if (best == CHUNKS) break;
        im->seen[letter][best] = 0;
        im->ranks[letter][best] = (uint16_t)count;
        im->order[letter][count] = (kti_english_chunk)((best & 63) | (best >> 6) << 8);
    }
    return count;
}

typedef struct nibbles {
    kti_buf *out;
    unsigned half; /* waiting low nibble + 1; 0 = none */
} nibbles;

static void put(nibbles *to, unsigned value) {
    if (to->half == 0) {
        to->half = value + 1;
        return;
    }
    kti_buf_add_byte(to->out, (char)(unsigned char)((to->half - 1) | value << 4));
    to->half = 0;
}

static void put_number(nibbles *to, unsigned value) {
    for (; value >= 15; value -= 15)
        put(to, 15);
    put(to, value);
}

static void put_word(const importer *im, const word *w, size_t shared, kti_buf *out) {
    nibbles to = {out, 0};
    put_number(&to, (unsigned)shared);
    put_number(&to, (unsigned)(w->letter_count - shared));
    for (size_t i = shared; i < w->letter_count; i++) {
        put(&to, w->letters[i] & 15u);
        put(&to, w->letters[i] >> 4);
    }
    for (size_t i = 0; i < w->letter_count; i++)
        put_number(&to, im->ranks[w->letters[i]][slot_of(w->chunks[i])]);
    if (to.half != 0) put(&to, 0);
}

static size_t shared_letters(const word *a, const word *b) {
    size_t n = 0;
    while (n < a->letter_count && n < b->letter_count && a->letters[n] == b->letters[n])
        n++;
    return n;
}

static kt_status write_section(importer *im, kti_buf *out) {
    kti_english_head head = {.magic = KTI_ENGLISH_MAGIC, .words = (uint32_t)im->count};
    head.blocks = (uint32_t)((im->count + KTI_ENGLISH_BLOCK - 1) / KTI_ENGLISH_BLOCK);
    for (size_t l = 0; l < KTI_ENGLISH_LETTERS; l++)
        head.first[l + 1] = head.first[l] + rank_letter(im, l);
    head.chunks = head.first[KTI_ENGLISH_LETTERS];
    kti_buf offsets, bytes;
    kti_buf_init(&offsets, NULL);
    kti_buf_init(&bytes, NULL);
    for (size_t i = 0; i < im->count; i++) {
        bool first = i % KTI_ENGLISH_BLOCK == 0;
        uint32_t at = (uint32_t)bytes.len;
        if (first) kti_buf_add(&offsets, &at, sizeof at);
        put_word(im, &im->words[i], first ? 0 : shared_letters(&im->words[i - 1], &im->words[i]),
                 &bytes);
    }
    uint32_t end = (uint32_t)bytes.len;
    kti_buf_add(&offsets, &end, sizeof end);
    kti_buf_add(out, &head, sizeof head);
    kti_section_pad(out);
    for (size_t l = 0; l < KTI_ENGLISH_LETTERS; l++)
        kti_buf_add(out, im->order[l], (head.first[l + 1] - head.first[l]) * sizeof *im->order[l]);
    kti_section_pad(out);
    kti_buf_add_str(out, kti_buf_str(&offsets));
    kti_section_pad(out);
    kti_buf_add_str(out, kti_buf_str(&bytes));
    out->failed = out->failed || offsets.failed || bytes.failed;
    kti_buf_free(&offsets);
    kti_buf_free(&bytes);
    return kti_buf_status(out);
}

static kt_status make_section(importer *im, kt_str text, kti_buf *out) {
    read_words(im, text);
    learn(im);
    size_t kept = 0;
    for (size_t i = 0; i < im->count; i++) {
        if (!align(im, &im->words[i])) continue;
        im->words[kept] = im->words[i];
        for (size_t k = 0; k < im->words[kept].letter_count; k++)
            im->seen[im->words[kept].letters[k]][slot_of(im->words[kept].chunks[k])]++;
        kept++;
    }
    im->count = kept;
    return write_section(im, out);
}

/* ---- the command ---------------------------------------------------------------------------- */

static bool init(importer *im) {
    *im = (importer){.count = 0};
    im->words = calloc(MOST_WORDS, sizeof *im->words);
    im->p = calloc(1, sizeof *im->p);
    im->expected = calloc(1, sizeof *im->expected);
    im->seen = calloc(KTI_ENGLISH_LETTERS, sizeof *im->seen);
    im->ranks = calloc(KTI_ENGLISH_LETTERS, sizeof *im->ranks);
    im->order = calloc(KTI_ENGLISH_LETTERS, sizeof *im->order);
    return im->words != NULL && im->p != NULL && im->expected != NULL && im->seen != NULL &&
           im->ranks != NULL && im->order != NULL;
}

static void clean_up(importer *im) {
    free(im->words);
    free(im->p);
    free(im->expected);
    free(im->seen);
    free(im->ranks);
    free(im->order);
}

static kt_status import(kt_str text, const char *path, kt_error *err) {
    importer im;
    kti_buf sounds, out;
    kti_buf_init(&sounds, NULL);
    kti_buf_init(&out, NULL);
    kt_status status = init(&im) ? make_section(&im, text, &sounds) : KT_ERR_NOMEM;
    section only = {"english", kti_buf_str(&sounds)};
    if (status == KT_OK && im.count == 0)
        status = kti_fail(err, KT_ERR_DATA, 0, "no words with sounds in it");
    if (status == KT_OK) status = write_ktd(&only, 1, &out);
    if (status == KT_OK) status = kt_file_replace(path, kti_buf_str(&out), err);
    if (status == KT_OK) printf("%s: %zu words, %zu bytes\n", path, im.count, out.len);
    clean_up(&im);
    kti_buf_free(&sounds);
    kti_buf_free(&out);
    return status;
}

int import_cmudict(int argc, char **argv) {
    const char *path = argv[0];
    const char *out = option_value(argc, argv, "-o");
    if (argc < 1 || out == NULL) return usage_error("import", "want: cmudict FILE -o FILE");
    kt_file file;
    kt_error err = {KT_OK, 0, 0, ""};
    kt_status status = kt_file_map(path, &file, &err);
    if (status == KT_OK) status = import(file.bytes, out, &err);
    kt_file_unmap(&file);
    if (status == KT_OK) return EXIT_DONE;
    fprintf(stderr, "%s: %s\n", path, err.message);
    return status == KT_ERR_DATA ? EXIT_USAGE : EXIT_IO;
}
