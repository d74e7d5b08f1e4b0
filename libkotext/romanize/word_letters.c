#include "romanize/word_letters.h"

#include <stddef.h>
#include <string.h>

#include "core/hoard.h"
#include "core/status.h"

enum { STYLES = 8 };

/* What stands before a word's rules, lengths and bytes. */
typedef struct head {
    uint16_t syllables, bytes;
} head;

struct kti_word_letters {
    kti_hoard words;
    kt_romanize_options styles[STYLES];
    uint32_t style_count;
};

kt_status kti_word_letters_new(const kt_alloc *alloc, size_t limit, kti_word_letters **out) {
    *out = kti_alloc_zeroed(alloc, sizeof **out);
    if (*out == NULL) return KT_ERR_NOMEM;
    kti_hoard_init(&(*out)->words, alloc, limit);
    return KT_OK;
}

void kti_word_letters_free(kti_word_letters *w) {
    if (w == NULL) return;
    kt_alloc alloc = w->words.alloc;
    kti_hoard_free(&w->words);
    kti_alloc_free(&alloc, w, sizeof *w);
}

/* ---- styles --------------------------------------------------------------------------------- */

static bool is_alike(const kt_romanize_options *a, const kt_romanize_options *b) {
    return a->scheme == b->scheme && a->hyphen == b->hyphen && a->letter_case == b->letter_case &&
           (a->ascii != 0) == (b->ascii != 0) && (a->narrow != 0) == (b->narrow != 0);
}

uint32_t kti_word_letters_style(kti_word_letters *w, const kt_romanize_options *options) {
    for (uint32_t i = 0; i < w->style_count; i++)
        if (is_alike(&w->styles[i], options)) return i;
    if (w->style_count == STYLES) {
        kt_alloc alloc = w->words.alloc;
        size_t limit = w->words.limit;
        kti_hoard_free(&w->words);
        kti_hoard_init(&w->words, &alloc, limit);
        w->style_count = 0;
    }
    w->styles[w->style_count] = *options;
    return w->style_count++;
}

/* ---- words ---------------------------------------------------------------------------------- */

_Static_assert(offsetof(kti_word_key, touch.is) == sizeof(uint64_t), "a key's bytes lie together");
_Static_assert(sizeof(kti_syl_token) == sizeof(kti_syl_mark), "either is four bytes of a key");

static kt_str bytes_of(const kti_word_key *key) {
    size_t touched = key->touch.count * sizeof(kti_syl_mark);
    return (kt_str){(const char *)key, sizeof key->read + touched};
}

void kti_word_key_hash(kti_word_key *key) {
    kt_str bytes = bytes_of(key);
    key->hash = kti_hoard_hash(bytes.ptr, bytes.len);
}

static void read_word(const head *h, kti_written *out) {
    const uint32_t *rules = (const uint32_t *)(const void *)(h + 1);
    const uint8_t *lengths = (const uint8_t *)(rules + h->syllables);
    kt_str bytes = {(const char *)(lengths + h->syllables), h->bytes};
    *out = (kti_written){rules, lengths, bytes, h->syllables};
}

void kti_word_letters_trim(kti_word_letters *w) {
    kti_hoard_trim(&w->words);
}

uint32_t kti_word_letters_glance(const kti_word_letters *w, const kti_word_key *key) {
    return kti_hoard_glance(&w->words, key->hash);
}

bool kti_word_letters_get(kti_word_letters *w, const kti_word_key *key, uint32_t glance,
                          kti_written *out) {
    kt_str bytes = bytes_of(key);
    const head *h = kti_hoard_get(&w->words, key->hash, glance, bytes.ptr, bytes.len);
    if (h == NULL) return false;
    read_word(h, out);
    return true;
}

kt_status kti_word_letters_put(kti_word_letters *w, const kti_word_key *key, const kt_text *text,
                               size_t first, kti_written *out) {
    kt_str name = bytes_of(key);
    const kt_edit *edits = text->edits + first;
    size_t count = text->edit_count - first;
    kt_str bytes = {text->bytes.ptr + edits->dst, text->bytes.len - edits->dst};
    size_t size = sizeof(head) + count * (sizeof(uint32_t) + 1) + bytes.len;
    head *kept = kti_hoard_put(&w->words, key->hash, name.ptr, name.len, size);
    if (kept == NULL) return KT_ERR_NOMEM;
    *kept = (head){(uint16_t)count, (uint16_t)bytes.len};
    uint32_t *rules = (uint32_t *)(void *)(kept + 1);
    uint8_t *lengths = (uint8_t *)(rules + count);
    for (size_t i = 0; i < count; i++) {
        rules[i] = edits[i].rule;
        lengths[i] = (uint8_t)edits[i].dst_len;
    }
    if (bytes.len > 0) memcpy(lengths + count, bytes.ptr, bytes.len);
    read_word(kept, out);
    return KT_OK;
}
