/* pair_file.c - the tables of pairs.h as they lie in the library. */
#include <string.h>

#include "core/alloc.h"
#include "core/status.h"
#include "core/str.h"
#include "romanize/codes.h"
#include "romanize/pair_hangul.h"
#include "romanize/pair_make.h"
#include "romanize/pair_pack.h"

enum { MAGIC = 0x5350544B, CODES_BYTES = KTI_CODES * 4 };

/* Offsets from the start; 0: no table. In the byte order of the machine, which MAGIC tells. */
typedef struct header {
    uint32_t magic, reserved;
    uint32_t width[KT_SCHEMES], table[KT_SCHEMES], codes[KTI_SPLITS];
} header;

static kti_pair_size size_of(const kti_scheme *scheme, unsigned width) {
    return (kti_pair_size){width, kti_pair_rows(scheme), KTI_PAIR_COLUMNS};
}

/* ---- making --------------------------------------------------------------------------------- */

static void align(kti_buf *out) {
    while (out->len % 64 != 0 && kti_buf_status(out) == KT_OK)
        kti_buf_add_byte(out, '\0');
}

static kt_status add_scheme(const kti_scheme *scheme, header *h, kti_buf *out) {
    kti_buf table;
    unsigned width = kti_pair_is_hangul(scheme) ? KTI_PAIR_HANGUL_WIDTH : 8;
    kti_buf_init(&table, &out->alloc);
    kt_status status = kti_pair_table_add(scheme, width, &table);
    if (status == KT_ERR_TOO_LARGE) {
        width = 16;
        kti_buf_clear(&table);
        status = kti_pair_table_add(scheme, width, &table);
    }
    if (kti_pair_is_hangul(scheme)) kti_hangul_fold(table.ptr, table.len / width);
    align(out);
    h->table[scheme->number] = (uint32_t)out->len;
    h->width[scheme->number] = width;
    if (status == KT_OK) status = kti_pair_pack(table.ptr, size_of(scheme, width), out);
    kti_buf_free(&table);
    return status;
}

kt_status kti_pairs_make(kti_buf *out) {
    header h = {.magic = MAGIC};
    kti_buf_add(out, &h, sizeof h);
    for (kti_pair_split s = KTI_SPLIT_EXACT; s < KTI_SPLITS; s++) {
        align(out);
        h.codes[s] = (uint32_t)out->len;
        kti_pair_codes_add(s, out);
    }
    for (unsigned i = 0; i < KT_SCHEMES; i++) {
        const kti_scheme *scheme = kti_scheme_of((kt_scheme)i);
        KTI_TRY(add_scheme(scheme, &h, out));
    }
    KTI_TRY(kti_buf_status(out));
    memcpy(out->ptr, &h, sizeof h);
    return KT_OK;
}

/* ---- opening -------------------------------------------------------------------------------- */

static bool read_header(kt_str data, header *h) {
    if (data.len < sizeof *h) return false;
    memcpy(h, data.ptr, sizeof *h);
    return h->magic == MAGIC;
}

static const uint32_t *codes_at(kt_str data, size_t codes) {
    if (codes % 4 != 0 || codes > data.len || CODES_BYTES > data.len - codes) return NULL;
    return (const uint32_t *)(const void *)(data.ptr + codes);
}

static bool is_width(const kti_scheme *scheme, unsigned width) {
    if (kti_pair_is_hangul(scheme)) return width == KTI_PAIR_HANGUL_WIDTH;
    return width == 8 || width == 16;
}

static size_t made_bytes(const kti_pairs *p) {
    return kti_pair_bytes(size_of(p->scheme, p->width)) + KTI_PAIR_SLACK;
}

/* `*out` stays NULL when the packed table is none. */
static kt_status unpack(kt_str packed, kti_pairs pairs, kti_pairs **out) {
    kti_pairs *p = kti_alloc_get(&pairs.alloc, sizeof *p);
    char *table = kti_alloc_get(&pairs.alloc, made_bytes(&pairs));
    kti_pair_size size = size_of(pairs.scheme, pairs.width);
    bool made = p != NULL && table != NULL && kti_pair_unpack(packed, size, table);
    if (made) {
        if (kti_pair_is_hangul(pairs.scheme))
            kti_hangul_unfold(table, (size_t)size.rows * size.columns);
        *p = pairs;
        p->table = p->made = table;
        *out = p;
        return KT_OK;
    }
    kt_status status = p == NULL || table == NULL ? KT_ERR_NOMEM : KT_OK;
    kti_alloc_free(&pairs.alloc, table, made_bytes(&pairs));
    kti_alloc_free(&pairs.alloc, p, sizeof *p);
    return status;
}

kt_status kti_pairs_open(kt_str data, kt_scheme scheme, const kt_alloc *alloc, kti_pairs **out) {
    header h;
    *out = NULL;
    if (!read_header(data, &h) || (unsigned)scheme >= KT_SCHEMES) return KT_OK;
    kti_pairs pairs = {.scheme = kti_scheme_of(scheme),
                       .width = h.width[scheme],
                       .across = kti_scheme_of(scheme)->phono.across_spaces,
                       .cpu = kti_cpu_features(),
                       .alloc = kti_alloc_or_libc(alloc)};
    size_t table = h.table[scheme];
    pairs.codes = codes_at(data, h.codes[kti_pair_split_of(pairs.scheme)]);
    if (pairs.codes == NULL || !is_width(pairs.scheme, pairs.width) || table == 0 ||
        table % 4 != 0 || table > data.len)
        return KT_OK;
    return unpack(kti_str_cut(data, table, data.len), pairs, out);
}

void kti_pairs_close(kti_pairs *pairs) {
    if (pairs == NULL) return;
    kt_alloc alloc = pairs->alloc;
    kti_alloc_free(&alloc, pairs->made, made_bytes(pairs));
    kti_alloc_free(&alloc, pairs, sizeof *pairs);
}
