#include "romanize/pair_pack.h"

#include <string.h>

#include "core/status.h"
#include "romanize/pairs.h"

enum { TAIL = 7, HEAD = 14, MOST_HEADS = 4096 };

/* Letters, padded, and their number. */
typedef struct tail {
    char text[TAIL];
    uint8_t len;
} tail;

/* `flags`: what the last byte of an entry has beside its length; `whole`: that is all of it. */
typedef struct head {
    char text[HEAD];
    uint8_t flags, len;
} head;

/* That many entries of a row, and on into the next, have the same head. */
typedef struct run {
    uint16_t count, head;
} run;

/* In the file: counts, then tails of all columns, heads, runs. */
typedef struct packed {
    uint32_t heads, runs;
} packed;

enum { REFUSED = 0xF0 }; /* as flags: the entry has no letters */

/* ---- packing -------------------------------------------------------------------------------- */

typedef struct packer {
    const char *table;
    kti_pair_size size;
    tail tails[KTI_PAIR_COLUMNS];
    head heads[MOST_HEADS];
    unsigned count;
} packer;

static const char *entry_at(const packer *p, unsigned row, unsigned column, unsigned *len) {
    const char *entry = p->table + ((size_t)row * p->size.columns + column) * p->size.width;
    *len = (unsigned char)entry[p->size.width - 1] >> KTI_PAIR_LENGTH_SHIFT;
    return entry;
}

static unsigned common_end(const char *a, unsigned a_len, const char *b, unsigned b_len) {
    unsigned n = 0;
    while (n < a_len && n < b_len && n < TAIL && a[a_len - 1 - n] == b[b_len - 1 - n])
        n++;
    return n;
}

static void find_tail(packer *p, unsigned column) {
    const char *first = NULL;
    unsigned first_len = 0, common = 0;
    for (unsigned row = 0; row < p->size.rows; row++) {
        unsigned len;
        const char *entry = entry_at(p, row, column, &len);
        if (len == KTI_PAIR_REFUSED) continue;
        unsigned here =
            common_end(entry, len, first == NULL ? entry : first, first == NULL ? len : first_len);
        common = first == NULL || here < common ? here : common;
        first = entry;
        first_len = len;
    }
    tail *t = &p->tails[column];
    t->len = (uint8_t)common;
    if (common > 0) memcpy(t->text, first + first_len - common, common);
}

static head head_of(const packer *p, unsigned row, unsigned column) {
    head h = {.len = 0};
    unsigned len;
    const char *entry = entry_at(p, row, column, &len);
    uint8_t last = (uint8_t)entry[p->size.width - 1];
    if (len == KTI_PAIR_REFUSED) {
        h.flags = last;
        return h;
    }
    h.len = (uint8_t)(len - p->tails[column].len);
    h.flags = last & KTI_PAIR_ASKS;
    memcpy(h.text, entry, h.len);
    return h;
}

/* The number of a head; MOST_HEADS when there are too many. */
static unsigned number_of(packer *p, const head *h) {
    for (unsigned i = 0; i < p->count; i++)
        if (memcmp(&p->heads[i], h, sizeof *h) == 0) return i;
    if (p->count < MOST_HEADS) p->heads[p->count++] = *h;
    return p->count - 1;
}

static uint32_t add_runs(packer *p, kti_buf *out) {
    run last = {0, 0};
    uint32_t runs = 0;
    for (unsigned i = 0; i < p->size.rows * p->size.columns; i++) {
        head h = head_of(p, i / p->size.columns, i % p->size.columns);
        unsigned number = number_of(p, &h);
        bool goes_on = last.count > 0 && last.count < UINT16_MAX && number == last.head;
        if (!goes_on && last.count > 0) kti_buf_add(out, &last, sizeof last);
        if (!goes_on) last = (run){0, (uint16_t)number};
        if (!goes_on) runs++;
        last.count++;
    }
    kti_buf_add(out, &last, sizeof last);
    return runs;
}

static kt_status pack(packer *p, kti_buf *runs, kti_buf *out) {
    for (unsigned column = 0; column < p->size.columns; column++)
        find_tail(p, column);
    packed counts = {.runs = add_runs(p, runs)};
    counts.heads = p->count;
    if (p->count == MOST_HEADS) return KT_ERR_TOO_LARGE;
    kti_buf_add(out, &counts, sizeof counts);
    kti_buf_add(out, p->tails, p->size.columns * sizeof *p->tails);
    kti_buf_add(out, p->heads, p->count * sizeof *p->heads);
    kti_buf_add_str(out, kti_buf_str(runs));
    return kti_buf_status(runs) == KT_OK ? kti_buf_status(out) : KT_ERR_NOMEM;
}

kt_status kti_pair_pack(const char *table, kti_pair_size size, kti_buf *out) {
    kti_buf runs;
    packer *p = kti_alloc_zeroed(&out->alloc, sizeof *p);
    if (p == NULL) return KT_ERR_NOMEM;
    p->table = table;
    p->size = size;
    kti_buf_init(&runs, &out->alloc);
    kt_status status = pack(p, &runs, out);
    kti_buf_free(&runs);
    kti_alloc_free(&out->alloc, p, sizeof *p);
    return status;
}

/* ---- unpacking ------------------------------------------------------------------------------ */

/* Writes entries with the same head; more than their letters are copied, which the next entry's
 * are written over. */
static char *write_entries(const head *h, const tail *tails, unsigned count, unsigned width,
                           char *to) {
    for (unsigned i = 0; i < count; i++, to += width) {
        unsigned len = h->len + (unsigned)tails[i].len;
        memcpy(to, h, width);
        memcpy(to + h->len, &tails[i], sizeof tails[i]);
        to[width - 1] =
            (char)(h->flags >= REFUSED ? h->flags : len << KTI_PAIR_LENGTH_SHIFT | h->flags);
    }
    return to;
}

/* The parts of a packed table. */
typedef struct parts {
    const tail *tails;
    const head *heads;
    const run *runs;
    packed counts;
} parts;

static bool find_parts(kt_str data, kti_pair_size size, parts *out) {
    size_t start = sizeof out->counts + size.columns * sizeof *out->tails;
    if (data.len < start) return false;
    memcpy(&out->counts, data.ptr, sizeof out->counts);
    size_t room = data.len - start, heads = out->counts.heads;
    if (heads > room / sizeof *out->heads) return false;
    if (out->counts.runs > (room - heads * sizeof *out->heads) / sizeof *out->runs) return false;
    out->tails = (const tail *)(const void *)(data.ptr + sizeof out->counts);
    out->heads = (const head *)(const void *)(data.ptr + start);
    out->runs = (const run *)(const void *)(out->heads + heads);
    for (size_t i = 0; i < heads; i++)
        if (out->heads[i].len >= size.width || out->heads[i].len > HEAD) return false;
    return true;
}

/* Over the ends of rows, too. */
static char *write_run(const parts *p, run r, unsigned width, unsigned columns, unsigned *column,
                       char *to) {
    for (unsigned left = r.count; left > 0;) {
        unsigned part = columns - *column < left ? columns - *column : left;
        to = write_entries(&p->heads[r.head], p->tails + *column, part, width, to);
        *column = *column + part == columns ? 0 : *column + part;
        left -= part;
    }
    return to;
}

bool kti_pair_unpack(kt_str data, kti_pair_size size, char *table) {
    parts p;
    unsigned column = 0;
    size_t left = (size_t)size.rows * size.columns;
    if (!find_parts(data, size, &p)) return false;
    for (uint32_t i = 0; i < p.counts.runs; i++) {
        run r = p.runs[i];
        if (r.count > left || r.head >= p.counts.heads) return false;
        table = write_run(&p, r, size.width, size.columns, &column, table);
        left -= r.count;
    }
    return left == 0;
}
