/* speed.c - one process that runs everything that needs no process of its own, taken in turn.
 *
 *   bench_speed ROUNDS NFC NFD CP949 HANJA [FEATURE]
 *
 * NFC, NFD, CP949 and HANJA (words written in Hanja) are one text in four shapes. Prints feature
 * TAB who TAB bytes TAB seconds, a row for each run. What takes long is run on a part of the text.
 */
#include "speed.h"
#include "measure.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

size_t block_end(const char *text, size_t len, size_t at) {
    if (len - at <= BLOCK) return len;
    const char *feed = memchr(text + at + BLOCK, '\n', len - at - BLOCK);
    return feed == NULL ? len : (size_t)(feed - text) + 1;
}

/* Whole lines that take a fifth of a second, found by a run over the first 64 KB. */
static size_t part(const contender *c, content text) {
    static const double LONGEST = 0.2;
    size_t first = 4 * BLOCK < text.len ? block_end(text.bytes, text.len, 3 * BLOCK) : text.len;
    c->run(text.bytes, first); /* opens what is to be opened */
    double start = now();
    if (c->run(text.bytes, first) == 0) return 0;
    double whole = (now() - start) * (double)text.len / (double)first;
    if (whole < LONGEST) return text.len;
    size_t len = (size_t)((double)text.len * LONGEST / whole);
    return len < BLOCK ? first : block_end(text.bytes, text.len, len - BLOCK);
}

static void measure(const contender *c, content text, size_t len) {
    double start = now();
    if (c->run(text.bytes, len) == 0) return;
    printf("%s\t%s\t%zu\t%.9f\n", c->feature, c->who, len, now() - start);
}

enum { MOST = 64 };

int main(int argc, char **argv) {
    const contender *all[MOST];
    size_t lens[MOST], count = 0;
    content texts[FORMS];
    if (argc < 2 + FORMS) return 2;
    for (int i = 0; i < FORMS; i++)
        texts[i] = read_file(argv[2 + i]);
    const contender *lists[] = {peers, ours};
    for (size_t l = 0; l < 2; l++)
        for (const contender *c = lists[l]; c->feature != NULL && count < MOST; c++)
            if (argc < 3 + FORMS || strcmp(c->feature, argv[2 + FORMS]) == 0 ||
                strcmp(c->feature, "yardstick") == 0)
                all[count++] = c;
    for (size_t i = 0; i < count; i++)
        lens[i] = part(all[i], texts[all[i]->form]);
    for (int round = 0; round < atoi(argv[1]); round++)
        for (size_t i = 0; i < count; i++)
            if (lens[i] > 0) measure(all[i], texts[all[i]->form], lens[i]);
    for (int i = 0; i < FORMS; i++)
        free(texts[i].bytes);
    return 0;
}
