/* forms.h - the forms of a glossary under their folded keys, and which of them a text spells.
 *
 * A key is small base letters without hyphens, spaces and apostrophes. Text is folded code point by
 * code point. The first few of them, a key's head, choose a block of a filter (a cache line), which
 * tells whether what was read may be a key, and a little further on whether any key goes on so;
 * there the next block is chosen. What passes is looked up by its hash and compared.
 */
#ifndef KTI_GLOSSARY_FORMS_H
#define KTI_GLOSSARY_FORMS_H

#include <stdbool.h>
#include <string.h>

#include "core/buf.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "kotext/glossary.h"

enum { KTI_KEY_LONGEST = 255, KTI_KEY_INLINE = 21, KTI_FORMS_ALIKE = 32 };

/* One side of a row: 32 bytes, so that two share a cache line. */
typedef struct kti_term_form {
    uint32_t hash; /* of the key */
    uint32_t row;
    uint8_t len; /* of the key */
    bool korean;
    bool plain;               /* the text is its own key, and begins with no capital */
    char key[KTI_KEY_INLINE]; /* a longer one: where in the pool, as a uint32_t */
} kti_term_form;

enum { KTI_FORM_BEGINS = 1 << 16, KTI_FILTER_BLOCK = 8 /* words */ };

typedef struct kti_forms {
    kt_alloc alloc;
    kti_term_form *list; /* by hash and key; of the same key the better row first */
    size_t count;        /* forms */
    size_t places;       /* of the list: see forms_order.c; one more ends it */
    size_t room;
    kti_buf pool;
    unsigned place_bits; /* of the hash, which say where a form stands or not far behind */
    uint64_t *filter;
    unsigned filter_bits;                      /* of the number of its blocks */
    unsigned char begins[KTI_FORM_BEGINS / 8]; /* the last 16 bits of first code points */
    unsigned char briefs[KTI_FORM_BEGINS / 8]; /* the first of the hashes of keys without a head */
} kti_forms;

/* The text of a form. */
kt_str kti_form_text(const kt_glossary_row *rows, const kti_term_form *form);

/* Room for both sides of `count` rows; `forms` is all zero. `list` may be used for anything until
 * it is filled. KT_ERR_NOMEM, after which kti_forms_free(). */
kt_status kti_forms_new(const kt_alloc *alloc, size_t count, kti_forms *forms);

/* Takes in the rows. KT_ERR_NOMEM. */
kt_status kti_forms_fill(kti_forms *forms, const kt_glossary_row *rows, size_t count);
void kti_forms_free(kti_forms *forms);

static inline bool kti_forms_bit(const unsigned char *bits, uint32_t which) {
    return (bits[which >> 3 & (KTI_FORM_BEGINS / 8 - 1)] >> (which & 7) & 1) != 0;
}

static inline bool kti_forms_begin(const kti_forms *f, uint32_t cp) {
    return kti_forms_bit(f->begins, cp);
}

/* Whether a key that is shorter than a head may have this hash. */
static inline bool kti_forms_brief(const kti_forms *f, uint64_t whole) {
    return kti_forms_bit(f->briefs, (uint32_t)(whole >> 48));
}

/* ---- reading text --------------------------------------------------------------------------- */

/* The code points of a key, as far as it has been read. */
typedef struct kti_spelt_units {
    uint64_t hash;
    uint64_t block; /* the hash that chooses the block of the filter */
    uint32_t first; /* code point */
    unsigned count; /* code points */
    unsigned head;  /* units of the head */
    unsigned asked; /* units at which the filter is asked whether any key goes on */
} kti_spelt_units;

/* What has been read of a text. */
typedef struct kti_spelt {
    kti_spelt_units units;
    size_t len; /* of the key */
    char key[KTI_KEY_LONGEST + 4];
} kti_spelt;

/* Code points in a head: of letters more, because there are fewer of them. */
enum { KTI_HEAD_LETTERS = 4, KTI_HEAD_SYLLABLES = 2 };

static inline uint64_t kti_spelt_mix(uint64_t hash, uint64_t value) {
    return ((hash ^ hash >> 31) ^ value) * UINT64_C(0x9E3779B97F4A7C15);
}

static inline unsigned kti_asked_next(unsigned asked) {
    return asked < KTI_HEAD_LETTERS ? asked + 1 : asked + asked / 2;
}

static inline void kti_spelt_clear(kti_spelt *s) {
    s->units = (kti_spelt_units){0, 0, 0, 0, 0, 0};
    s->len = 0;
}

/* Behind each place where the filter is asked the block changes: one for all would be full with
 * what begins alike. */
static inline void kti_spelt_turn(kti_spelt_units *u, uint32_t cp, unsigned head) {
    if (u->count == 0) u->first = cp;
    if (u->count == 0) u->head = head;
    u->block = u->hash;
    u->asked = u->count == 0 ? head : kti_asked_next(u->asked);
}

static inline void kti_spelt_unit(kti_spelt_units *u, uint32_t cp, unsigned head) {
    if (u->count == u->asked) kti_spelt_turn(u, cp, head);
    u->hash = kti_spelt_mix(u->hash, cp + 1);
    if (++u->count == u->head) u->block = u->hash;
}

/* A head that was read already: its bytes are in the key. */
static inline void kti_spelt_head(kti_spelt *s, uint64_t hash, size_t len, unsigned units) {
    s->units.hash = s->units.block = hash;
    s->units.count = s->units.head = s->units.asked = units;
    s->len = len;
}

size_t kti_spelt_rarer(kt_str text, size_t at, kti_spelt *s, bool *added);

/* Adds a letter of ASCII or a syllable to a key, most of what comes; the bytes read, 0: neither. */
static inline size_t kti_spelt_usual(kt_str text, size_t at, kti_spelt_units *u, char *key,
                                     size_t *len) {
    unsigned char small = (unsigned char)text.ptr[at] | 0x20;
    if ((unsigned)small - 'a' < 26) {
        key[(*len)++] = (char)small;
        kti_spelt_unit(u, small, KTI_HEAD_LETTERS);
        return 1;
    }
    uint32_t syllable = kti_syllable_at(text, at);
    if (syllable == 0) return 0;
    memcpy(key + *len, text.ptr + at, 3);
    *len += 3;
    kti_spelt_unit(u, syllable, KTI_HEAD_SYLLABLES);
    return 3;
}

/* Folds the code point at `at` and adds it to the key; nothing for what folding passes over, as
 * `*added` tells. Returns the bytes read. 0: a text ends here, such as a line end doubled. */
static inline size_t kti_spelt_add(kt_str text, size_t at, kti_spelt *s, bool *added) {
    size_t read = kti_spelt_usual(text, at, &s->units, s->key, &s->len);
    *added = true;
    return read > 0 ? read : kti_spelt_rarer(text, at, s, added);
}

/* The whole of a text; false when it is too long or too short to be searched for. */
bool kti_forms_spell(kt_str text, kti_spelt *s);

/* ---- looking up ----------------------------------------------------------------------------- */

static inline uint64_t kti_spelt_whole(const kti_spelt *s) {
    return kti_spelt_mix(s->units.hash, s->len);
}

/* Where in the filter `hash` is told of, and by which two bits. */
static inline size_t kti_filter_word(const kti_forms *f, uint64_t block, uint64_t hash) {
    return (size_t)(block >> (64 - f->filter_bits)) * KTI_FILTER_BLOCK +
           (hash >> 32 & (KTI_FILTER_BLOCK - 1));
}

static inline uint64_t kti_filter_mask(uint64_t hash) {
    return UINT64_C(1) << (hash >> 20 & 63) | UINT64_C(1) << (hash >> 26 & 63);
}

static inline bool kti_filter_has(const kti_forms *f, uint64_t block, uint64_t hash) {
    uint64_t mask = kti_filter_mask(hash);
    return (f->filter[kti_filter_word(f, block, hash)] & mask) == mask;
}

/* Whether a key may begin with what was read; true where the filter is not asked. */
static inline bool kti_forms_may_go_on(const kti_forms *f, const kti_spelt *s) {
    if (s->len > KTI_KEY_LONGEST) return false;
    return s->units.count != s->units.asked || kti_filter_has(f, s->units.block, s->units.hash);
}

/* Whether what was read may be a key. */
static inline bool kti_forms_may_be(const kti_forms *f, const kti_spelt *s) {
    uint64_t whole = kti_spelt_whole(s);
    return s->units.count < s->units.head ? kti_forms_brief(f, whole)
                                          : kti_filter_has(f, s->units.block, whole);
}

static inline size_t kti_forms_place(const kti_forms *f, uint32_t hash) {
    return hash >> (32 - f->place_bits);
}

kt_str kti_form_key(const kti_forms *f, const kti_term_form *form);

/* Puts the list, which has `count` forms one behind the other, in order (forms_order.c).
 * KT_ERR_NOMEM. */
kt_status kti_forms_order(kti_forms *f, const kt_glossary_row *rows);

/* Where a form stands beside a key in the list: below 0 for before. */
int kti_form_compare(const kti_forms *f, const kti_term_form *form, uint32_t hash, kt_str key);

/* The forms with just this key, in the list: from the one returned to `*end`, KTI_FORMS_ALIKE at
 * most; none: the two are equal. */
size_t kti_forms_find(const kti_forms *f, const kti_spelt *s, size_t *end);

#endif
