#include "lexicon/words.h"

#include <string.h>

#include "core/str.h"
#include "lexicon/ktd.h"

/* ---- reading -------------------------------------------------------------------------------- */

/* A word being read; false at the end of its block or of the section. */
typedef struct reader {
    kt_str section;
    size_t at;
    char text[KTI_WORD_BYTES * 2];
    size_t len;
    kti_word what;
} reader;

static bool next_word(reader *r) {
    uint8_t head[2];
    if (!kti_ktd_read(r->section, r->at, head, sizeof head) || head[0] > r->len) return false;
    if (head[0] + (size_t)head[1] > sizeof r->text) return false;
    size_t at = r->at + sizeof head;
    if (!kti_ktd_read(r->section, at, r->text + head[0], head[1])) return false;
    r->len = head[0] + (size_t)head[1];
    at += head[1];
    if (!kti_ktd_read(r->section, at, &r->what, sizeof r->what)) return false;
    r->at = at + sizeof r->what;
    return true;
}

/* Where a block begins; beyond the section when the table is damaged. */
static size_t block_start(kt_str section, uint32_t blocks, uint32_t block) {
    uint32_t offset = 0;
    size_t table = 2 * sizeof(uint32_t);
    if (!kti_ktd_read(section, table + block * sizeof offset, &offset, sizeof offset))
        return section.len;
    return table + (size_t)blocks * sizeof offset + offset;
}

/* The first word of a block, in place: it shares nothing with a word before it. */
static kt_str first_word(kt_str section, size_t at) {
    uint8_t head[2] = {0, 0};
    if (!kti_ktd_read(section, at, head, sizeof head)) return (kt_str){NULL, 0};
    at += sizeof head;
    return at + head[1] > section.len ? (kt_str){NULL, 0} : (kt_str){section.ptr + at, head[1]};
}

kti_word kti_words_find(kt_str section, kt_str word) {
    static const kti_word unknown = {0, 0};
    uint32_t head[2] = {0, 0};
    if (!kti_ktd_read(section, 0, head, sizeof head) || word.len >= KTI_WORD_BYTES) return unknown;
    uint32_t low = 0, high = head[1];
    while (low < high) { /* the first block that begins after `word` */
        uint32_t middle = low + (high - low) / 2;
        if (kti_str_cmp(first_word(section, block_start(section, head[1], middle)), word) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0) return unknown;
    reader r; /* `text` needs no clearing */
    r.section = section;
    r.at = block_start(section, head[1], low - 1);
    r.len = 0;
    for (int i = 0; i < KTI_WORDS_BLOCK && next_word(&r); i++) {
        int order = kti_str_cmp((kt_str){r.text, r.len}, word);
        if (order == 0) return r.what;
        if (order > 0) break;
    }
    return unknown;
}

/* ---- building ------------------------------------------------------------------------------- */

void kti_words_builder_init(kti_words_builder *b, const kt_alloc *alloc) {
    *b = (kti_words_builder){.count = 0};
    kti_buf_init(&b->blocks, alloc);
    kti_buf_init(&b->offsets, alloc);
}

void kti_words_builder_free(kti_words_builder *b) {
    kti_buf_free(&b->blocks);
    kti_buf_free(&b->offsets);
}

void kti_words_builder_add(kti_words_builder *b, kt_str word, kti_word what) {
    size_t shared = 0;
    if (b->count % KTI_WORDS_BLOCK == 0) {
        uint32_t offset = (uint32_t)b->blocks.len;
        kti_buf_add(&b->offsets, &offset, sizeof offset);
    } else {
        while (shared < b->last_len && shared < word.len && b->last[shared] == word.ptr[shared])
            shared++;
    }
    kti_buf_add_byte(&b->blocks, (char)shared);
    kti_buf_add_byte(&b->blocks, (char)(word.len - shared));
    kti_buf_add(&b->blocks, word.ptr + shared, word.len - shared);
    kti_buf_add(&b->blocks, &what, sizeof what);
    memcpy(b->last, word.ptr, word.len);
    b->last_len = word.len;
    b->count++;
}

kt_status kti_words_builder_finish(const kti_words_builder *b, kti_buf *out) {
    uint32_t head[2] = {b->count, (uint32_t)(b->offsets.len / sizeof(uint32_t))};
    if (b->blocks.failed || b->offsets.failed) return KT_ERR_NOMEM;
    kti_buf_add(out, head, sizeof head);
    kti_buf_add_str(out, kti_buf_str(&b->offsets));
    kti_buf_add_str(out, kti_buf_str(&b->blocks));
    return kti_buf_status(out);
}
