/* line.c - lines of limited width: keep-all or UAX #14 breaks, filled greedily or evenly. An even
 * fill breaks where words are least bound to each other (core/joint.h). */

#include "core/status.h"
#include "core/utf8.h"
#include "segment/segment.h"
#include "unicode/breaks.h"
#include "unicode/props.h"

size_t kt_width(kt_str in) {
    size_t width = 0;
    for (size_t at = 0; at < in.len;) {
        kti_cp unit = kti_utf8_at(in, at);
        width += kti_cp_width(unit.cp);
        at += unit.len;
    }
    return width;
}

/* A stretch that no line break divides, and the white space behind it. */
typedef struct chunk {
    kt_span span;
    uint32_t width;  /* half units, without the space behind */
    uint32_t space;  /* half units of that space */
    bool must_break; /* a line feed stands behind it */
    kti_bond bond;   /* to the chunk behind it */
} chunk;

typedef struct chunks {
    chunk *items;
    size_t count;
    size_t capacity;
    kti_arena *arena;
} chunks;

static kt_status add_chunk(chunks *list, chunk item) {
    chunk *items =
        kti_arena_room(list->arena, list->items, list->count, &list->capacity, sizeof *items);
    if (items == NULL) return KT_ERR_NOMEM;
    list->items = items;
    list->items[list->count++] = item;
    return KT_OK;
}

static uint32_t width_of(kt_str text, size_t start, size_t end) {
    return (uint32_t)kt_width((kt_str){text.ptr + start, end - start});
}

/* ---- chunks --------------------------------------------------------------------------------- */

/* Cuts an eojeol wider than a line at grapheme clusters. */
static kt_status add_pieces(kt_str text, size_t start, size_t end, uint32_t width, chunks *out) {
    kt_str whole = {text.ptr, end};
    size_t piece = start;
    uint32_t piece_width = 0;
    for (size_t at = start; at < end;) {
        size_t next = kti_grapheme_next(whole, at);
        uint32_t cluster = width_of(text, at, next);
        if (piece_width + cluster > width && at > piece) {
            chunk cut = {{(uint32_t)piece, (uint32_t)at}, piece_width, 0, false, KTI_BOND_PHRASE};
            KTI_TRY(add_chunk(out, cut));
            piece = at;
            piece_width = 0;
        }
        piece_width += cluster;
        at = next;
    }
    chunk last = {{(uint32_t)piece, (uint32_t)end}, piece_width, 0, false, KTI_BOND_PHRASE};
    return add_chunk(out, last);
}

/* Reads the white space at `at` into the last chunk; returns where it ends. */
static size_t read_space(kt_str text, size_t at, chunks *out) {
    chunk *last = out->count == 0 ? NULL : &out->items[out->count - 1];
    while (at < text.len) {
        kti_cp unit = kti_utf8_at(text, at);
        if (!kti_cp_is_space(unit.cp)) break;
        if (last != NULL && kti_is_line_end(unit.cp)) last->must_break = true;
        if (last != NULL) last->space += kti_cp_width(unit.cp);
        at += unit.len;
    }
    return at;
}

static size_t eojeol_end(kt_str text, size_t at) {
    while (at < text.len) {
        kti_cp unit = kti_utf8_at(text, at);
        if (kti_cp_is_space(unit.cp)) break;
        at += unit.len;
    }
    return at;
}

static kt_status chunks_at_spaces(kt_str text, uint32_t width, chunks *out) {
    for (size_t at = read_space(text, 0, out); at < text.len;) {
        size_t end = eojeol_end(text, at);
        KTI_TRY(add_pieces(text, at, end, width, out));
        at = read_space(text, end, out);
    }
    return KT_OK;
}

static kt_status chunks_at_breaks(kti_uni *uni, kt_str text, uint32_t width, chunks *out) {
    KTI_TRY(kti_breaks_start(uni, KTI_BREAK_LINE, text));
    size_t at = read_space(text, 0, out);
    for (int64_t next = kti_breaks_next(uni, KTI_BREAK_LINE); next != KTI_BREAK_DONE;
         next = kti_breaks_next(uni, KTI_BREAK_LINE)) {
        while (at < (size_t)next) {
            size_t end = eojeol_end((kt_str){text.ptr, (size_t)next}, at);
            if (end > at) KTI_TRY(add_pieces(text, at, end, width, out));
            at = read_space(text, end, out);
        }
    }
    return KT_OK;
}

/* What is known of the places between chunks: without a space an eojeol would be cut. */
static void set_bonds(chunks *list, const kti_joints *joints) {
    size_t j = 0;
    for (size_t i = 0; i + 1 < list->count; i++) {
        chunk *item = &list->items[i];
        if (item->space == 0) item->bond = KTI_BOND_WHOLE;
        while (j < joints->count && joints->items[j].at < item->span.end)
            j++;
        if (j < joints->count && joints->items[j].at <= list->items[i + 1].span.start &&
            item->space > 0)
            item->bond = joints->items[j].bond;
    }
}

/* A name and the title behind it are best kept on one line. */
static void hold_titles(chunks *list, const kti_line_options *options) {
    size_t at = 0;
    for (size_t i = 0; i + 1 < options->token_count; i++) {
        const kt_token *name = &options->tokens[i];
        bool person = name->kind == KT_TOKEN_PERSON || name->kind == KT_TOKEN_FOREIGN;
        bool held = options->tokens[i + 1].kind == KT_TOKEN_TITLE && person &&
                    name->stem.end == name->span.end;
        while (at < list->count && list->items[at].span.end < name->span.end)
            at++;
        if (held && at < list->count) list->items[at].bond = KTI_BOND_WHOLE;
    }
}

/* ---- filling -------------------------------------------------------------------------------- */

static void add_line(const chunks *list, size_t first, size_t last, kti_spans *out) {
    kti_spans_add(out, list->items[first].span.start, list->items[last].span.end);
}

/* Puts as much on each line as fits. */
static void fill_greedily(const chunks *list, size_t first, size_t end, uint32_t width,
                          kti_spans *out) {
    while (first < end) {
        uint64_t used = list->items[first].width;
        size_t last = first;
        while (last + 1 < end) {
            uint64_t with = used + list->items[last].space + list->items[last + 1].width;
            if (with > width) break;
            used = with;
            last++;
        }
        add_line(list, first, last, out);
        first = last + 1;
    }
}

/* What a break costs, in 64ths of an empty line: a modifier cut off its head outweighs any
 * unevenness, a clause ends as well at one place as at another. */
static const uint32_t prices[KTI_BONDS] = {
    [KTI_BOND_SENTENCE] = 0,   [KTI_BOND_CLAUSE] = 2,  [KTI_BOND_PHRASE] = 8,
    [KTI_BOND_ARGUMENT] = 16,  [KTI_BOND_CLOSE] = 32,  [KTI_BOND_COMPOUND] = 64,
    [KTI_BOND_MODIFIER] = 160, [KTI_BOND_WHOLE] = 256,
};

enum {
    PRICE_UNIT = 64,
    LINE_PRICE = 64, /* of one line more, where KT_FILL_PHRASE may add it */
    MOST_PLACES = 256
};

/* The square of what the line leaves empty, and the price of the break behind it. */
static uint64_t line_cost(uint64_t used, uint32_t width, uint32_t price) {
    uint64_t empty = used > width ? width : width - used;
    return empty * empty + (uint64_t)width * width * price / PRICE_UNIT;
}

/* The best way to fill from each chunk on. */
typedef struct layout {
    uint64_t begin; /* half units before the chunk */
    uint64_t cost;
    size_t lines;
    size_t next; /* the first chunk of the next line */
} layout;

typedef struct paragraph {
    const chunk *items;
    size_t count;
    layout *ways; /* one more than items */
    uint32_t width;
    bool fewest; /* no line more than needed */
} paragraph;

/* The best first line of the chunks from `i` on, of those that end at `furthest` or before. Of very
 * wide lines only the last places are weighed, which keeps the whole linear. */
static void choose_line(const paragraph *p, size_t i, size_t furthest) {
    layout *way = &p->ways[i];
    way->lines = p->ways[furthest].lines + 1;
    way->cost = UINT64_MAX;
    for (size_t next = furthest, n = 0; next > i && n < MOST_PLACES; next--, n++) {
        const layout *rest = &p->ways[next];
        const chunk *last = &p->items[next - 1];
        if (p->fewest && rest->lines + 1 > way->lines) break;
        uint32_t price = next == p->count ? 0 : prices[last->bond];
        if (!p->fewest) price += LINE_PRICE;
        uint64_t used = rest->begin - way->begin - last->space;
        uint64_t cost = rest->cost + line_cost(used, p->width, price);
        if (cost > way->cost) continue;
        *way = (layout){way->begin, cost, rest->lines + 1, next};
    }
}

/* The least cost, with KT_FILL_BALANCED among the fewest lines: dynamic programming from the end.
 */
static kt_status fill_evenly(const chunks *list, size_t first, size_t end,
                             const kti_line_options *options, kti_spans *out) {
    paragraph p = {list->items + first, end - first, NULL, options->width,
                   options->fill == KT_FILL_BALANCED};
    layout *ways = p.ways = kti_arena_zeroed(list->arena, p.count + 1, sizeof *ways);
    if (ways == NULL) return KT_ERR_NOMEM;
    for (size_t i = 0; i < p.count; i++)
        ways[i + 1].begin = ways[i].begin + p.items[i].width + p.items[i].space;
    size_t furthest = p.count;
    for (size_t i = p.count; i-- > 0;) {
        while (furthest > i + 1 &&
               ways[furthest].begin - ways[i].begin - p.items[furthest - 1].space > p.width)
            furthest--;
        choose_line(&p, i, furthest);
    }
    for (size_t i = 0; i < p.count; i = ways[i].next)
        add_line(list, first + i, first + ways[i].next - 1, out);
    return KT_OK;
}

kt_status kti_segment_lines(kti_uni *uni, kt_str text, const kti_line_options *options,
                            kti_spans *out) {
    chunks list = {.arena = out->arena};
    if (options->breaks == KT_BREAKS_ANY) {
        KTI_TRY(chunks_at_breaks(uni, text, options->width, &list));
    } else {
        KTI_TRY(chunks_at_spaces(text, options->width, &list));
    }
    set_bonds(&list, &options->joints);
    hold_titles(&list, options);
    for (size_t first = 0; first < list.count;) {
        size_t end = first + 1;
        while (end < list.count && !list.items[end - 1].must_break)
            end++;
        if (options->fill == KT_FILL_GREEDY) {
            fill_greedily(&list, first, end, options->width, out);
        } else {
            KTI_TRY(fill_evenly(&list, first, end, options, out));
        }
        first = end;
    }
    return kti_spans_status(out);
}
