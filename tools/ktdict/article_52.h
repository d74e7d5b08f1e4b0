/* article_52.h - Hangul Orthography, article 52: Hanja that are said in two ways are written as
 * they are said in each word.
 */
#ifndef KTDICT_ARTICLE_52_H
#define KTDICT_ARTICLE_52_H

#include <stddef.h>

typedef struct said_word {
    const char *hanja, *hangul;
} said_word;

/* The words that the article lists. */
extern const said_word article_52[];
extern const size_t article_52_count;

#endif
