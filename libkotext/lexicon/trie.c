#include "lexicon/trie.h"

#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"

enum { BLOCK = KTI_TRIE_BLOCK, HEAD = 4, SYLLABLES = KTI_SYLLABLE_LAST - KTI_SYLLABLE_FIRST + 1 };

/* ---- reading -------------------------------------------------------------------------------- */

bool kti_trie_open(kt_str section, kti_trie *out) {
    *out = (kti_trie){.nodes = 0};
    if (section.len == 0) return true;
    size_t at = 0;
    const uint32_t *head = kti_section_take(section, &at, HEAD, sizeof *head);
    if (head == NULL || head[0] == 0 || head[1] > head[0]) return false;
    kti_trie t = {.nodes = head[0], .inner = head[1], .words = head[2]};
    t.labels = kti_section_take(section, &at, t.nodes, sizeof *t.labels);
    bool bits = kti_bits_open(section, &at, t.nodes, KTI_TRIE_BITS, t.bits);
    t.bases = kti_section_take(section, &at, t.inner / BLOCK + 1, sizeof *t.bases);
    t.deltas = kti_section_take(section, &at, (size_t)t.inner + 1, sizeof *t.deltas);
    t.syllables = kti_section_take(section, &at, SYLLABLES, sizeof *t.syllables);
    if (t.labels == NULL || !bits || t.bases == NULL || t.deltas == NULL || t.syllables == NULL)
        return false;
    *out = t;
    return true;
}

uint32_t kti_trie_find(const kti_trie *t, kt_str text) {
    uint32_t node = KTI_TRIE_ROOT;
    for (size_t at = 0; at < text.len && node != KTI_TRIE_NONE;) {
        kti_cp unit = kti_utf8_at(text, at);
        node = kti_trie_child(t, node, unit.cp);
        at += unit.len;
    }
    return node;
}

/* ---- building ------------------------------------------------------------------------------- */

/* A node: the keys that begin with its prefix, and how long that is in bytes. */
typedef struct range {
    uint32_t low, high;
    uint32_t depth;
} range;

typedef struct builder {
    const kt_str *keys;
    uint32_t *numbers;
    kti_buf ranges; /* of all nodes, in breadth-first order */
    kti_buf labels, has_children, ends_word, first_children;
    uint32_t nodes, words;
} builder;

static void add_node(builder *b, range r, uint32_t label) {
    uint16_t narrow = (uint16_t)label;
    kti_buf_add(&b->ranges, &r, sizeof r);
    kti_buf_add(&b->labels, &narrow, sizeof narrow);
    b->nodes++;
}

/* Adds the children of a node; a key that ends here is the first of its range. */
static void expand(builder *b, uint32_t node) {
    range r = ((const range *)(const void *)b->ranges.ptr)[node];
    bool word = r.low < r.high && b->keys[r.low].len == r.depth;
    if (word) b->numbers[r.low++] = b->words++;
    kti_buf_add_byte(&b->ends_word, word);
    kti_buf_add_byte(&b->has_children, r.low < r.high);
    if (r.low < r.high) kti_buf_add(&b->first_children, &b->nodes, sizeof b->nodes);
    while (r.low < r.high) {
        kti_cp unit = kti_utf8_at(b->keys[r.low], r.depth);
        uint32_t end = r.low + 1;
        while (end < r.high && kti_utf8_at(b->keys[end], r.depth).cp == unit.cp)
            end++;
        add_node(b, (range){r.low, end, r.depth + unit.len}, unit.cp);
        r.low = end;
    }
}

static kt_status write_children(const builder *b, kti_buf *out) {
    const uint32_t *first = (const void *)b->first_children.ptr;
    uint32_t inner = (uint32_t)(b->first_children.len / sizeof *first);
    for (uint32_t i = 0; i <= inner; i += BLOCK)
        kti_buf_add(out, i < inner ? &first[i] : &b->nodes, sizeof *first);
    kti_section_pad(out);
    for (uint32_t i = 0; i <= inner; i++) {
        uint32_t base = i - i % BLOCK < inner ? first[i - i % BLOCK] : b->nodes;
        uint32_t delta = (i < inner ? first[i] : b->nodes) - base;
        uint16_t narrow = (uint16_t)delta;
        if (delta > UINT16_MAX) return KT_ERR_TOO_LARGE;
        kti_buf_add(out, &narrow, sizeof narrow);
    }
    kti_section_pad(out);
    return kti_buf_status(out);
}

/* The root's children are the nodes from 1 on. */
static kt_status write_syllables(const builder *b, kti_buf *out) {
    const uint16_t *labels = (const void *)b->labels.ptr;
    const uint32_t *first = (const void *)b->first_children.ptr;
    uint32_t inner = (uint32_t)(b->first_children.len / sizeof *first);
    uint32_t end = inner > 1 ? first[1] : b->nodes;
    if (end > UINT16_MAX) return KT_ERR_TOO_LARGE;
    uint16_t child = 1;
    for (uint32_t cp = KTI_SYLLABLE_FIRST; cp <= KTI_SYLLABLE_LAST; cp++) {
        while (child < end && labels[child] < cp)
            child++;
        uint16_t found = child < end && labels[child] == cp ? child : 0;
        kti_buf_add(out, &found, sizeof found);
    }
    kti_section_pad(out);
    return kti_buf_status(out);
}

static kt_status write_all(builder *b, uint32_t count, kti_buf *out) {
    add_node(b, (range){0, count, 0}, 0);
    for (uint32_t node = 0; node < b->nodes; node++) {
        expand(b, node);
        if (b->ranges.failed || b->labels.failed || b->first_children.failed) return KT_ERR_NOMEM;
    }
    if (b->ends_word.failed || b->has_children.failed) return KT_ERR_NOMEM;
    uint32_t inner = (uint32_t)(b->first_children.len / sizeof(uint32_t));
    uint32_t head[HEAD] = {b->nodes, inner, b->words, 0};
    kti_buf_add(out, head, sizeof head);
    kti_buf_add_str(out, kti_buf_str(&b->labels));
    kti_section_pad(out);
    const uint8_t *const flags[KTI_TRIE_BITS] = {(const uint8_t *)b->has_children.ptr,
                                                 (const uint8_t *)b->ends_word.ptr};
    kti_bits_write(flags, KTI_TRIE_BITS, b->nodes, out);
    KTI_TRY(write_children(b, out));
    return write_syllables(b, out);
}

kt_status kti_trie_write(const kt_str *keys, uint32_t count, uint32_t *numbers, kti_buf *out) {
    builder b = {.keys = keys, .numbers = numbers};
    kti_buf *const parts[] = {&b.ranges, &b.labels, &b.has_children, &b.ends_word,
                              &b.first_children};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        kti_buf_init(parts[i], &out->alloc);
    kt_status status = write_all(&b, count, out);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        kti_buf_free(parts[i]);
    return status;
}
