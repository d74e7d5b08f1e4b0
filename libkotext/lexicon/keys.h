/* keys.h - sorted tables of folded keys: which entries have a name that begins a given text.
 *
 * A table is an array of 12-byte records over a pool of key bytes, sorted by key. Searching narrows
 * the range of records code point by code point, so that it ends as soon as no key goes on.
 */
#ifndef KTI_LEXICON_KEYS_H
#define KTI_LEXICON_KEYS_H

#include "core/buf.h"
#include "lexicon/lexicon.h"

typedef struct kti_key {
    uint32_t offset; /* of the key in the pool */
    uint16_t length;
    uint16_t also; /* non-zero: not the entry's main form */
    uint32_t entry;
} kti_key;

typedef struct kti_keys {
    kt_str records; /* kti_key, not necessarily aligned */
    kt_str pool;
    const uint32_t *heads; /* see kti_keys_heads; NULL: not made */
} kti_keys;

enum { KTI_KEYS_HEADS = 19 * 21 * 28 + 1 };

/* For each Hangul syllable, the first record whose key does not begin below it; one more at the
 * end. `heads` has room for KTI_KEYS_HEADS. */
void kti_keys_heads(const kti_keys *keys, uint32_t *heads);

/* How a text is folded on its way into a key or through a search. */
typedef enum kti_folding { KTI_FOLD_KOREAN, KTI_FOLD_ENGLISH } kti_folding;

/* The folded form of the code point at `at`, "" when it is skipped; `*next` is where the next one
 * starts. At most 4 bytes and a NUL. */
size_t kti_fold_at(kti_folding folding, kt_str text, size_t at, char folded[5], size_t *next);

/* Appends the folded `text` to `out`. */
void kti_fold(kti_folding folding, kt_str text, kti_buf *out);

size_t kti_keys_count(const kti_keys *keys);

/* The folded text of key `index`; empty in a damaged file. */
kt_str kti_keys_text(const kti_keys *keys, size_t index);

/* All keys that are a prefix of the folded `text`, longest first; returns their number. A Korean
 * hit does not end inside a run of Latin letters or digits, an English one ends at a word's end. */
size_t kti_keys_prefixes(const kti_keys *keys, kti_folding folding, kt_str text, kti_hit *hits,
                         size_t room);

/* The same; `*goes_on` tells whether some key is longer than the text and begins with it. */
size_t kti_keys_rows(const kti_keys *keys, kti_folding folding, kt_str text, kti_hit *hits,
                     size_t room, bool *goes_on);

/* The keys that begin with `text`, folded. */
kti_key_range kti_keys_beginning(const kti_keys *keys, kti_folding folding, kt_str text);

/* What those of `range`, which begin with the same `depth` bytes, go on with. */
uint32_t kti_keys_next(const kti_keys *keys, kti_key_range range, size_t depth);

/* As kti_keys_prefixes() of a text that begins with a word of ASCII letters, KTI_WORD_MOST of them
 * at most, behind which no letter or digit stands; `range` are its keys. */
size_t kti_keys_behind(const kti_keys *keys, kti_folding folding, kt_str text, size_t word,
                       kti_key_range range, kti_hit *hits, size_t room);

/* Whether `text`, folded, begins any key. */
bool kti_keys_begin_with(const kti_keys *keys, kti_folding folding, kt_str text);

/* Collects keys and writes a table. */
typedef struct kti_key_builder {
    kti_folding folding;
    kti_buf pool;
    kti_buf records;
} kti_key_builder;

void kti_key_builder_init(kti_key_builder *builder, kti_folding folding, const kt_alloc *alloc);
void kti_key_builder_free(kti_key_builder *builder);

/* Adds one key for `entry`; a text that folds to nothing is left out. */
void kti_key_builder_add(kti_key_builder *builder, kt_str text, uint32_t entry, bool also);
/* Adds each value of a '|' list as an other form. */
void kti_key_builder_add_list(kti_key_builder *builder, kt_str list, uint32_t entry);
/* Sorts the records; the result borrows the builder's memory. KT_ERR_NOMEM. */
kt_status kti_key_builder_finish(kti_key_builder *builder, kti_keys *out);

#endif
