#include "lexicon/keys.h"

#include <stdlib.h>
#include <string.h>

#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "lexicon/ktd.h"
#include "unicode/props.h"

_Static_assert(sizeof(kti_key) == 12, "a key record is 12 bytes");

enum { SYLLABLE = 3 /* bytes */ };

/* ---- folding -------------------------------------------------------------------------------- */

static bool is_skipped_in_english(uint32_t cp) {
    return cp == ' ' || cp == '-' || cp == '\'' || cp == '.' || cp == 0x2019 || cp == 0x02BC ||
           cp == 0x2010 || cp == 0x2011 || cp == 0xA0 || cp == 0x02BB || cp == 0xB4 || cp == '`';
}

size_t kti_fold_at(kti_folding folding, kt_str text, size_t at, char folded[5], size_t *next) {
    if (kti_is_ascii_alpha(text.ptr[at]) || kti_is_ascii_digit(text.ptr[at])) {
        *next = at + 1;
        folded[0] = kti_ascii_lower(text.ptr[at]);
        folded[1] = '\0';
        return 1;
    }
    kti_cp unit = kti_utf8_at(text, at);
    *next = at + unit.len;
    folded[0] = '\0';
    if (kti_is_syllable(unit.cp)) {
        memcpy(folded, text.ptr + at, SYLLABLE);
        folded[SYLLABLE] = '\0';
        return SYLLABLE;
    }
    if (folding == KTI_FOLD_KOREAN ? unit.cp == ' ' : is_skipped_in_english(unit.cp)) return 0;
    if (folding == KTI_FOLD_ENGLISH && kti_cp_is_mark(unit.cp)) return 0;
    bool dot = folding == KTI_FOLD_KOREAN && kti_cp_is_middle_dot(unit.cp);
    if (dot) unit.cp = 0xB7; /* one for all of them: 인도ㆍ태평양 */
    uint32_t cp = kti_cp_lower(unit.cp < 0x80 ? unit.cp : kti_cp_base(unit.cp));
    size_t len = kti_utf8_encode(cp, folded);
    folded[len] = '\0';
    return len;
}

void kti_fold(kti_folding folding, kt_str text, kti_buf *out) {
    for (size_t at = 0; at < text.len;) {
        char folded[5];
        kti_buf_add(out, folded, kti_fold_at(folding, text, at, folded, &at));
    }
}

/* ---- searching ------------------------------------------------------------------------------ */

size_t kti_keys_count(const kti_keys *keys) {
    return keys->records.len / sizeof(kti_key);
}

static kti_key key_at(const kti_keys *keys, size_t index) {
    kti_key key = {0};
    if ((index + 1) * sizeof key > keys->records.len) return key;
    memcpy(&key, keys->records.ptr + index * sizeof key, sizeof key);
    if (key.offset > keys->pool.len || key.length > keys->pool.len - key.offset)
        key.offset = 0, key.length = 0;
    return key;
}

kt_str kti_keys_text(const kti_keys *keys, size_t index) {
    kti_key key = key_at(keys, index);
    return kti_str_cut(keys->pool, key.offset, (size_t)key.offset + key.length);
}

/* Compares the bytes of a key from `depth` on with one folded code point: as a sort would. */
static int compare_at(const kti_keys *keys, size_t index, size_t depth, const char *folded,
                      size_t len) {
    kti_key key = key_at(keys, index);
    if (key.length <= depth) return -1;
    if (len == 0) return 0;
    kt_str rest = kti_str_cut(keys->pool, key.offset + depth, (size_t)key.offset + key.length);
    int first = (unsigned char)rest.ptr[0] - (unsigned char)folded[0];
    if (first != 0 || len == 1) return first;
    for (size_t i = 1; i < len; i++) {
        if (i == rest.len) return -1;
        int order = (unsigned char)rest.ptr[i] - (unsigned char)folded[i];
        if (order != 0) return order;
    }
    return 0;
}

/* The first record in [low, high) that is not below (`above`: that is above) `folded` at `depth`.
 */
static size_t bound(const kti_keys *keys, size_t low, size_t high, size_t depth, const char *folded,
                    size_t len, bool above) {
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare_at(keys, middle, depth, folded, len);
        if (order < 0 || (above && order == 0))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void kti_keys_heads(const kti_keys *keys, uint32_t *heads) {
    uint32_t next = 0, count = (uint32_t)kti_keys_count(keys);
    for (uint32_t index = 0; index < count; index++) {
        kti_key key = key_at(keys, index);
        kt_str text = {keys->pool.ptr + key.offset, key.length};
        uint32_t cp = key.length == 0 ? 0 : kti_utf8_at(text, 0).cp;
        while (next < KTI_KEYS_HEADS && KTI_SYLLABLE_FIRST + next <= cp)
            heads[next++] = index;
    }
    while (next < KTI_KEYS_HEADS)
        heads[next++] = count;
}

/* The records that begin with the syllable at the head of `text`; false when it has none there. */
static bool head_range(const kti_keys *keys, kt_str text, size_t *low, size_t *high) {
    uint32_t cp = keys->heads != NULL && text.len > 0 ? kti_utf8_at(text, 0).cp : 0;
    if (!kti_is_syllable(cp)) return false;
    *low = keys->heads[cp - KTI_SYLLABLE_FIRST];
    *high = keys->heads[cp - KTI_SYLLABLE_FIRST + 1];
    if (*high > kti_keys_count(keys)) *high = kti_keys_count(keys); /* of a damaged file */
    return true;
}

static bool is_word_cp(uint32_t cp) {
    return cp < 0x80 ? kti_is_ascii_alpha((char)cp) || kti_is_ascii_digit((char)cp)
                     : kti_cp_is_letter(cp) && !kti_cp_is_hangul(cp) && !kti_cp_is_han(cp);
}

/* Whether a name may end at `at`: not between two letters of one Latin word or number. */
static bool may_end(kt_str text, size_t at) {
    if (at >= text.len) return true;
    return !is_word_cp(kti_utf8_before(text, at).cp) || !is_word_cp(kti_utf8_at(text, at).cp);
}

static void reverse(kti_hit *hits, size_t count) {
    for (size_t i = 0; i + 1 < count; i++) {
        kti_hit swap = hits[i];
        hits[i] = hits[--count];
        hits[count] = swap;
    }
}

/* Takes the keys of [low, high) that end at `depth`. */
static size_t take_hits(const kti_keys *keys, size_t low, size_t high, size_t depth, size_t end,
                        kti_hit *hits, size_t room) {
    size_t count = 0;
    for (; low < high && count < room; low++) {
        kti_key key = key_at(keys, low);
        if (key.length != depth) break;
        hits[count++] = (kti_hit){key.entry, (uint32_t)end, key.also != 0};
    }
    return count;
}

/* Code points up to the next place where a name may end, folded. */
typedef struct chunk {
    char bytes[36];
    size_t len;
    bool ends; /* false: the room was full before */
} chunk;

static size_t read_chunk(kti_folding folding, kt_str text, size_t at, chunk *out) {
    out->len = 0;
    out->ends = false;
    while (at < text.len && !out->ends && out->len + 5 <= sizeof out->bytes) {
        size_t len = kti_fold_at(folding, text, at, out->bytes + out->len, &at);
        out->len += len;
        out->ends = len > 0 && may_end(text, at);
        if (out->len == 0) break;
    }
    return at;
}

/* The keys that go on with the chunk are few: their end is looked for in growing steps. */
static void narrow(const kti_keys *keys, const chunk *c, size_t depth, size_t *low, size_t *high) {
    size_t first = bound(keys, *low, *high, depth, c->bytes, c->len, false), step = 1;
    *low = first;
    while (step <= *high - first &&
           compare_at(keys, first + step - 1, depth, c->bytes, c->len) == 0) {
        first += step;
        step *= 2;
    }
    if (step <= *high - first) *high = first + step - 1;
    *high = bound(keys, first, *high, depth, c->bytes, c->len, true);
}

/* The keys of [low, high), which all begin with the first `at` bytes of the text, `depth` folded.
 */
static size_t prefixes_in(const kti_keys *keys, size_t low, size_t high, kti_folding folding,
                          kt_str text, size_t at, size_t depth, kti_hit *hits, size_t room,
                          bool *goes_on) {
    size_t count = depth == 0 ? 0 : take_hits(keys, low, high, depth, at, hits, room);
    while (at < text.len && low < high) {
        chunk c;
        at = read_chunk(folding, text, at, &c);
        if (c.len == 0) {
            if (depth == 0) break; /* a name does not begin with a space */
            continue;
        }
        narrow(keys, &c, depth, &low, &high);
        depth += c.len;
        if (low < high && c.ends)
            count += take_hits(keys, low, high, depth, at, hits + count, room - count);
    }
    reverse(hits, count);
    *goes_on = low < high && key_at(keys, high - 1).length > depth; /* longer ones come last */
    return count;
}

size_t kti_keys_rows(const kti_keys *keys, kti_folding folding, kt_str text, kti_hit *hits,
                     size_t room, bool *goes_on) {
    size_t low = 0, high = kti_keys_count(keys);
    size_t head = head_range(keys, text, &low, &high) ? SYLLABLE : 0;
    return prefixes_in(keys, low, high, folding, text, head, head, hits, room, goes_on);
}

size_t kti_keys_prefixes(const kti_keys *keys, kti_folding folding, kt_str text, kti_hit *hits,
                         size_t room) {
    bool goes_on;
    return kti_keys_rows(keys, folding, text, hits, room, &goes_on);
}

kti_key_range kti_keys_beginning(const kti_keys *keys, kti_folding folding, kt_str text) {
    size_t low = 0, high = kti_keys_count(keys);
    size_t depth = head_range(keys, text, &low, &high) ? SYLLABLE : 0;
    for (size_t at = depth; at < text.len && low < high;) {
        chunk c;
        at = read_chunk(folding, text, at, &c);
        narrow(keys, &c, depth, &low, &high);
        depth += c.len;
    }
    return (kti_key_range){(uint32_t)low, (uint32_t)high, UINT32_MAX};
}

bool kti_keys_begin_with(const kti_keys *keys, kti_folding folding, kt_str text) {
    kti_key_range range = kti_keys_beginning(keys, folding, text);
    return range.low < range.high;
}

static uint32_t next_bit(char byte) {
    return 1u << (byte >= 'a' && byte <= 'z' ? byte - 'a' : 26);
}

uint32_t kti_keys_next(const kti_keys *keys, kti_key_range range, size_t depth) {
    uint32_t next = 0;
    for (size_t low = range.low; low < range.high;) {
        kt_str text = kti_keys_text(keys, low);
        if (text.len <= depth) {
            low++;
            continue;
        }
        next |= next_bit(text.ptr[depth]);
        low = bound(keys, low, range.high, depth, text.ptr + depth, 1, true);
    }
    return next;
}

/* Whether some of `range` may go on as the text does behind `at`. */
static bool may_go_on(kti_folding folding, kt_str text, size_t at, kti_key_range range) {
    char folded[5];
    while (at < text.len)
        if (kti_fold_at(folding, text, at, folded, &at) > 0)
            return (range.next & next_bit(folded[0])) != 0;
    return false;
}

size_t kti_keys_behind(const kti_keys *keys, kti_folding folding, kt_str text, size_t word,
                       kti_key_range range, kti_hit *hits, size_t room) {
    if (range.low == range.high) return 0;
    if (!may_go_on(folding, text, word, range)) text.len = word;
    bool goes_on;
    return prefixes_in(keys, range.low, range.high, folding, text, word, word, hits, room,
                       &goes_on);
}

/* ---- building ------------------------------------------------------------------------------- */

void kti_key_builder_init(kti_key_builder *b, kti_folding folding, const kt_alloc *alloc) {
    b->folding = folding;
    kti_buf_init(&b->pool, alloc);
    kti_buf_init(&b->records, alloc);
}

void kti_key_builder_free(kti_key_builder *b) {
    kti_buf_free(&b->pool);
    kti_buf_free(&b->records);
}

void kti_key_builder_add(kti_key_builder *b, kt_str text, uint32_t entry, bool also) {
    size_t offset = b->pool.len;
    kti_fold(b->folding, text, &b->pool);
    size_t length = b->pool.len - offset;
    if (length == 0 || length > UINT16_MAX || offset > UINT32_MAX) {
        b->pool.len = offset;
        return;
    }
    kti_key key = {(uint32_t)offset, (uint16_t)length, also, entry};
    kti_buf_add(&b->records, &key, sizeof key);
}

void kti_key_builder_add_list(kti_key_builder *b, kt_str list, uint32_t entry) {
    while (list.ptr != NULL && list.len > 0)
        kti_key_builder_add(b, kti_str_next_field(&list, '|'), entry, true);
}

/* A record with its key, so that qsort needs no context. */
typedef struct sortable {
    kti_key key;
    const char *pool;
} sortable;

static int by_key(const void *left, const void *right) {
    const sortable *a = left;
    const sortable *b = right;
    int order = kti_str_cmp((kt_str){a->pool + a->key.offset, a->key.length},
                            (kt_str){b->pool + b->key.offset, b->key.length});
    if (order != 0) return order;
    /* Hits are reversed at the end: the main form and the earlier entry come out first. */
    if (a->key.also != b->key.also) return a->key.also ? -1 : 1;
    return (a->key.entry < b->key.entry) - (a->key.entry > b->key.entry);
}

kt_status kti_key_builder_finish(kti_key_builder *b, kti_keys *out) {
    *out = (kti_keys){{NULL, 0}, {NULL, 0}, NULL};
    if (b->pool.failed || b->records.failed) return KT_ERR_NOMEM;
    size_t count = b->records.len / sizeof(kti_key);
    if (count == 0) return KT_OK;
    sortable *rows = kti_alloc_get(&b->pool.alloc, count * sizeof *rows);
    if (rows == NULL) return KT_ERR_NOMEM;
    for (size_t i = 0; i < count; i++) {
        memcpy(&rows[i].key, b->records.ptr + i * sizeof(kti_key), sizeof(kti_key));
        rows[i].pool = b->pool.ptr;
    }
    qsort(rows, count, sizeof *rows, by_key);
    for (size_t i = 0; i < count; i++)
        memcpy(b->records.ptr + i * sizeof(kti_key), &rows[i].key, sizeof(kti_key));
    kti_alloc_free(&b->pool.alloc, rows, count * sizeof *rows);
    *out = (kti_keys){kti_buf_str(&b->records), kti_buf_str(&b->pool), NULL};
    return KT_OK;
}
