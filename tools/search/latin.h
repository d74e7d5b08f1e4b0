/* latin.h - the ways a Korean name may be typed in Latin letters, as search terms. */
#ifndef KOTEXT_SEARCH_LATIN_H
#define KOTEXT_SEARCH_LATIN_H

#include "session.h"

enum { LATIN_MOST = 16, LATIN_BYTES = 256 };

/* Small ASCII letters and digits, no two the same. */
typedef struct latin_forms {
    char bytes[LATIN_BYTES];
    struct {
        unsigned char start, length;
        unsigned char
            alone; /* 1: may be asked for by itself; 0: one word of several, or ambiguous */
    } forms[LATIN_MOST];
    unsigned char count, used;
} latin_forms;

latin_cache *latin_cache_new(void);
void latin_cache_free(latin_cache *cache);

/* The forms of a name: as published (Panmunjom), by RR (panmunjeom), by McCune-Reischauer without
 * its marks. Valid until the next call. `out` is empty for long names. */
kt_status latin_forms_of(session *s, kt_str name, const latin_forms **out);

#endif
