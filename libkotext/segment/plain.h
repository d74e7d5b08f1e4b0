/* plain.h - plain letters, most of what text is made of: syllables, and Latin letters but T, which
 * may be half a face (T_T). Seen 64 bytes at a time.
 */
#ifndef KTI_SEGMENT_PLAIN_H
#define KTI_SEGMENT_PLAIN_H

#include "hangul/syllable.h"

enum {
    KTI_PLAIN_BLOCK = 64, /* bytes */
    KTI_PLAIN_READ = KTI_PLAIN_BLOCK + 2
};

/* Sets of the bytes of a block, the first in the lowest bit. */
typedef struct kti_plain {
    uint64_t letters; /* bytes of plain letters; not those of the last syllables: 힀 .. 힣 */
    uint64_t spaces;
    unsigned len; /* bytes, those included that the last letter has behind the block */
} kti_plain;

/* Of the block at `in`, of which KTI_PLAIN_READ bytes are read, whatever they hold. A syllable that
 * begins before the block is none. */
void kti_plain_block(const unsigned char *in, kti_plain *out);

/* The same without what the processor has for it. */
void kti_plain_block_by_letter(const unsigned char *in, kti_plain *out);

static inline bool kti_is_plain_letter(uint32_t cp) {
    return kti_is_syllable(cp) || ((cp | 0x20) - 'a' < 26 && cp != 'T');
}

/* Where the plain letters from `at` on end. */
static inline size_t kti_plain_end(kt_str text, size_t at) {
    for (;;) {
        while (kti_is_syllable_at(text, at))
            at += 3;
        if (at == text.len || !kti_is_plain_letter((unsigned char)text.ptr[at])) return at;
        at++;
    }
}

#endif
