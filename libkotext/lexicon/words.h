/* words.h - the imported word list: sorted, in blocks of front-coded keys.
 *
 * Section "words": u32 count, u32 blocks; blocks * u32 offset of each block in what follows; then
 * the blocks. A block holds 16 words: u8 shared prefix length (0 for the first), u8 length of the
 * rest, the rest, u16 classes, i16 cost.
 */
#ifndef KTI_LEXICON_WORDS_H
#define KTI_LEXICON_WORDS_H

#include "core/buf.h"
#include "lexicon/lexicon.h"

enum { KTI_WORDS_BLOCK = 16, KTI_WORD_BYTES = 96 };

kti_word kti_words_find(kt_str section, kt_str word);

/* Writes sorted words one by one. */
typedef struct kti_words_builder {
    kti_buf blocks;
    kti_buf offsets;
    char last[KTI_WORD_BYTES];
    size_t last_len;
    uint32_t count;
} kti_words_builder;

void kti_words_builder_init(kti_words_builder *builder, const kt_alloc *alloc);
void kti_words_builder_free(kti_words_builder *builder);
/* `word` must sort after the one before and be shorter than KTI_WORD_BYTES. */
void kti_words_builder_add(kti_words_builder *builder, kt_str word, kti_word what);
kt_status kti_words_builder_finish(const kti_words_builder *builder, kti_buf *out);

#endif
