#include "translit/english.h"

#include <string.h>

#include "core/str.h"
#include "lexicon/bits.h"
#include "translit/letters.h"

bool kti_english_open(kt_str section, kti_english *out) {
    *out = (kti_english){.head = NULL};
    if (section.len == 0) return true;
    size_t at = 0;
    const kti_english_head *head = kti_section_take(section, &at, 1, sizeof *head);
    if (head == NULL || head->magic != KTI_ENGLISH_MAGIC || head->blocks > head->words)
        return false;
    for (size_t i = 0; i < KTI_ENGLISH_LETTERS; i++)
        if (head->first[i] > head->first[i + 1]) return false;
    if (head->first[KTI_ENGLISH_LETTERS] != head->chunks) return false;
    out->chunks = kti_section_take(section, &at, head->chunks, sizeof *out->chunks);
    out->offsets = kti_section_take(section, &at, (size_t)head->blocks + 1, sizeof *out->offsets);
    if (out->chunks == NULL || out->offsets == NULL) return false;
    out->bytes = kti_str_cut(section, at < section.len ? at : section.len, section.len);
    out->head = head;
    return true;
}

uint8_t kti_english_letter(uint8_t letter) {
    if (letter == KTI_LATIN_APOSTROPHE) return KTI_ENGLISH_LETTERS - 1;
    letter = kti_latin_base(letter);
    return letter < 26 ? letter : KTI_ENGLISH_LETTERS;
}

/* ---- reading -------------------------------------------------------------------------------- */

/* Walks the words of a block; every read is checked against the end. */
typedef struct reader {
    const kti_english *sounds;
    size_t at, end; /* in nibbles */
    uint8_t letters[KTI_ENGLISH_WORD];
    size_t count;
    bool damaged;
} reader;

static reader open_block(const kti_english *s, uint32_t block) {
    size_t from = s->offsets[block], to = s->offsets[block + 1];
    bool damaged = from > to || to > s->bytes.len;
    return (reader){s, from * 2, damaged ? 0 : to * 2, {0}, 0, damaged};
}

static unsigned nibble(reader *r) {
    if (r->at >= r->end) {
        r->damaged = true;
        return 0;
    }
    unsigned byte = (unsigned char)r->sounds->bytes.ptr[r->at / 2];
    return r->at++ % 2 == 0 ? byte & 15 : byte >> 4;
}

static unsigned number(reader *r) {
    unsigned sum = 0, part = 15;
    while (part == 15 && sum < KTI_ENGLISH_RANKS) {
        part = nibble(r);
        sum += part;
    }
    return sum;
}

/* The letters of the next word; the sounds follow. False at the end. */
static bool next_word(reader *r) {
    if (r->damaged || r->at + 2 > r->end) return false;
    unsigned shared = number(r), fresh = number(r);
    if (r->damaged || shared > r->count || shared + fresh > KTI_ENGLISH_WORD) return false;
    for (unsigned i = 0; i < fresh; i++) {
        unsigned low = nibble(r);
        uint8_t letter = (uint8_t)(low | nibble(r) << 4);
        if (letter >= KTI_ENGLISH_LETTERS) return false;
        r->letters[shared + i] = letter;
    }
    r->count = shared + fresh;
    return !r->damaged;
}

/* The chunks of the word just read (NULL: passes over them), up to the next whole byte. */
static bool read_chunks(reader *r, kti_english_chunk *chunks) {
    for (size_t i = 0; i < r->count; i++) {
        const uint32_t *first = &r->sounds->head->first[r->letters[i]];
        unsigned rank = number(r);
        if (rank >= first[1] - first[0]) return false;
        if (chunks != NULL) chunks[i] = r->sounds->chunks[first[0] + rank];
    }
    r->at += r->at % 2;
    return !r->damaged;
}

static int compare(const uint8_t *a, size_t as, const uint8_t *b, size_t bs) {
    int order = memcmp(a, b, as < bs ? as : bs);
    return order != 0 ? order : (as > bs) - (as < bs);
}

/* The last block whose first word is not behind the wanted one. */
static uint32_t block_of(const kti_english *s, const uint8_t *letters, size_t count) {
    uint32_t low = 0, high = s->head->blocks;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        reader r = open_block(s, middle);
        if (!next_word(&r) || compare(r.letters, r.count, letters, count) > 0)
            high = middle;
        else
            low = middle;
    }
    return low;
}

bool kti_english_find(const kti_english *s, const uint8_t *letters, size_t count,
                      kti_english_chunk *chunks) {
    if (s->head == NULL || s->head->blocks == 0 || count == 0 || count > KTI_ENGLISH_WORD)
        return false;
    reader r = open_block(s, block_of(s, letters, count));
    while (next_word(&r)) {
        int order = compare(r.letters, r.count, letters, count);
        if (order > 0) return false;
        if (!read_chunks(&r, order == 0 ? chunks : NULL)) return false;
        if (order == 0) return true;
    }
    return false;
}

/* How a block's first word stands to a beginning: before it, 0 when it begins so, or behind it. */
static int compare_beginning(const kti_english *s, uint32_t block, const uint8_t *letters,
                             size_t count) {
    reader r = open_block(s, block);
    if (!next_word(&r)) return 1;
    return compare(r.letters, r.count < count ? r.count : count, letters, count);
}

/* The last block of the range whose first word compares below `limit`; the first when none. */
static uint32_t last_below(const kti_english *s, kti_english_range range, const uint8_t *letters,
                           size_t count, int limit) {
    while (range.low < range.high) {
        uint32_t middle = range.low + (range.high - range.low + 1) / 2;
        if (compare_beginning(s, middle, letters, count) < limit)
            range.low = middle;
        else
            range.high = middle - 1;
    }
    return range.low;
}

bool kti_english_narrow(const kti_english *s, const uint8_t *letters, size_t count,
                        kti_english_range *range) {
    if (s->head == NULL || range->high >= s->head->blocks || count > KTI_ENGLISH_WORD) return false;
    range->low = last_below(s, *range, letters, count, 0);
    range->high = last_below(s, *range, letters, count, 1);
    if (range->low < range->high) return true;
    reader r = open_block(s, range->low);
    while (next_word(&r)) {
        if (r.count >= count && memcmp(r.letters, letters, count) == 0) return true;
        if (!read_chunks(&r, NULL)) return false;
    }
    return false;
}

void kti_english_visit(const kti_english *s, kti_english_visitor *visit, void *context) {
    for (uint32_t b = 0; s->head != NULL && b < s->head->blocks; b++) {
        reader r = open_block(s, b);
        kti_english_chunk chunks[KTI_ENGLISH_WORD];
        while (next_word(&r) && read_chunks(&r, chunks))
            visit(context, r.letters, chunks, r.count);
    }
}
