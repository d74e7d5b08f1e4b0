/* models.c - byte order of the models; docs/formats.md tells their layouts. */
#include "models.h"

#include <stdint.h>
#include <string.h>

#include "lexicon/ktd.h"
#include "names/syllables.h"
#include "translit/grams.h"

typedef struct cursor {
    char *bytes;
    size_t length, at;
} cursor;

static void turn_one(char *at, size_t width) {
    for (size_t i = 0; i < width / 2; i++) {
        char low = at[i];
        at[i] = at[width - 1 - i];
        at[width - 1 - i] = low;
    }
}

/* The next `count` fields of `width` bytes; as many as there are. */
static void turn(cursor *c, size_t count, size_t width) {
    for (; count > 0 && c->length - c->at >= width; count--, c->at += width)
        turn_one(c->bytes + c->at, width);
}

static void pass(cursor *c, size_t count) {
    size_t left = c->length - c->at;
    c->at += count < left ? count : left;
}

static void pass_padding(cursor *c) {
    pass(c, (0 - c->at) & 7);
}

/* Fields of four bytes throughout. */
static void turn_words(cursor *c) {
    turn(c, c->length / 4, 4);
}

/* A head, then rows of a key with bytes behind it. */
static void turn_given(cursor *c) {
    turn(c, sizeof(kti_given_model) / 4, 4);
    while (c->at < c->length) {
        turn(c, 1, 4);
        pass(c, sizeof(kti_syllable_spelling) - 4);
    }
}

/* Syllable, four ratios of a byte, zero. */
static void turn_shape(cursor *c) {
    while (c->at < c->length) {
        turn(c, 1, 2);
        pass(c, 4);
        turn(c, 1, 2);
    }
}

/* A head, then weights of a byte. */
static void turn_tagger(cursor *c) {
    turn(c, 4, 4);
}

static void turn_grams(cursor *c) {
    kti_grams_head head = {0};
    turn(c, sizeof head / 4, 4);
    memcpy(&head, c->bytes, c->length < sizeof head ? c->length : sizeof head);
    pass_padding(c);
    turn(c, head.symbols, 4);
    for (size_t n = 0; n < KTI_GRAMS_ORDER; n++) {
        pass_padding(c);
        turn(c, head.counts[n], 2);
        pass_padding(c);
        pass(c, head.counts[n]);
        if (n + 1 == KTI_GRAMS_ORDER) return;
        pass_padding(c);
        pass(c, head.counts[n]);
        pass_padding(c);
        turn(c, (size_t)head.counts[n] + 1, 4);
    }
}

static const struct layout {
    const char *name;
    void (*turn)(cursor *);
} layouts[] = {
    {"model.foreign", turn_words}, {"model.korean", turn_words}, {"model.given", turn_given},
    {"model.shape", turn_shape},   {"model.joint", turn_grams},  {"model.hangul", turn_tagger},
    {"model.sounds", turn_tagger},
};

void models_to_native(const char *name, char *bytes, size_t length) {
    cursor c = {bytes, length, 0};
    if (kti_ktd_low_first()) return;
    for (size_t i = 0; i < sizeof layouts / sizeof *layouts; i++)
        if (strcmp(layouts[i].name, name) == 0) layouts[i].turn(&c);
}
