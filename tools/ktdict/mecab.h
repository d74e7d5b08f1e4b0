/* mecab.h - a compiled mecab dictionary, read in place.
 *
 * sys.dic: a 72-byte header; a double array of {i32 base, u32 check}; 16-byte tokens {u16 left, u16
 * right, u16 part of speech, i16 cost, u32 feature, u32 0}; features as NUL-terminated CSV: tag,
 * semantic class (인명, 지명), final consonant, reading, type, first tag, last tag, parts.
 * matrix.bin: u16 rights, u16 lefts, i16 costs, one row a left class. left-id.def, right-id.def:
 * number and feature of each class.
 */
#ifndef KTDICT_MECAB_H
#define KTDICT_MECAB_H

#include "core/str.h"
#include "kotext/file.h"

enum { MECAB_SURFACE_BYTES = 96 };

typedef struct mecab_dictionary {
    kt_file sys, matrix, left_def, right_def;
    kt_str units, tokens, features;
    uint32_t lefts, rights;
    kt_str costs; /* i16, not aligned */
} mecab_dictionary;

typedef struct mecab_token {
    uint16_t left, right, part_of_speech;
    int16_t cost;
    kt_str feature;
} mecab_token;

/* NULL, or what is wrong; `*name` is the file at fault. Close it either way. */
const char *mecab_open(const char *dir, mecab_dictionary *out, const char **name);
void mecab_close(mecab_dictionary *d);

/* Calls `visit` with each surface in byte order, and where its tokens lie. */
typedef void mecab_visitor(void *context, kt_str surface, uint32_t first, uint32_t count);
void mecab_visit(const mecab_dictionary *d, mecab_visitor *visit, void *context);

mecab_token mecab_token_at(const mecab_dictionary *d, uint32_t index);

/* The cost of class `left` right after class `right`. */
int16_t mecab_cost(const mecab_dictionary *d, uint32_t left, uint32_t right);

/* The number of the first class in `def` whose feature begins so; 0 when there is none. */
uint16_t mecab_class(kt_str def, const char *feature);

#endif
