#include "align/side.h"

#include <stdlib.h>

#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "segment/segment.h"
#include "unicode/props.h"

kt_str kti_side_text(const kti_side *side, size_t piece) {
    return kti_str_span(side->units[side->unit_of[piece]].text, side->span_of[piece]);
}

static kt_status make_room(kti_side *side, size_t pieces, kti_arena *arena) {
    side->unit_of = kti_arena_take(arena, (pieces + 1) * sizeof *side->unit_of);
    side->span_of = kti_arena_take(arena, (pieces + 1) * sizeof *side->span_of);
    return side->unit_of == NULL || side->span_of == NULL ? KT_ERR_NOMEM : KT_OK;
}

static void add_piece(kti_side *side, size_t unit, kt_span span) {
    side->unit_of[side->count] = (uint32_t)unit;
    side->span_of[side->count++] = span;
}

kt_status kti_side_whole(const kt_align_unit *units, size_t count, kti_arena *arena,
                         kti_side *out) {
    *out = (kti_side){.units = units, .unit_count = count};
    KTI_TRY(make_room(out, count, arena));
    for (size_t i = 0; i < count; i++)
        add_piece(out, i, (kt_span){0, (uint32_t)units[i].text.len});
    return KT_OK;
}

kt_status kti_side_sentences(kti_uni *uni, const kt_align_unit *units, size_t count,
                             kti_arena *arena, kti_side *out) {
    kti_spans sentences;
    *out = (kti_side){.units = units, .unit_count = count};
    size_t *ends = kti_arena_take(arena, (count + 1) * sizeof *ends);
    if (ends == NULL) return KT_ERR_NOMEM;
    kti_spans_init(&sentences, arena);
    for (size_t i = 0; i < count; i++) {
        kt_status status = kti_segment_sentences(uni, units[i].text, NULL, &sentences);
        if (status == KT_ERR_UNSUPPORTED) /* a build without ICU: paragraphs serve as sentences */
            kti_spans_add(&sentences, 0, units[i].text.len);
        else if (status != KT_OK)
            return status;
        ends[i] = sentences.count;
    }
    KTI_TRY(kti_spans_status(&sentences));
    KTI_TRY(make_room(out, sentences.count, arena));
    for (size_t i = 0, at = 0; i < count; i++)
        for (; at < ends[i]; at++)
            add_piece(out, i, sentences.items[at]);
    return KT_OK;
}

/* ---- anchors -------------------------------------------------------------------------------- */

enum { ANCHORS = 48 };

typedef struct anchor_list {
    uint32_t items[ANCHORS];
    uint32_t count;
} anchor_list;

static void add_anchor(anchor_list *list, uint32_t anchor) {
    for (uint32_t i = 0; i < list->count; i++)
        if (list->items[i] == anchor) return;
    if (list->count < ANCHORS) list->items[list->count++] = anchor;
}

static uint32_t hash_of(kt_str text) {
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < text.len; i++)
        hash = (hash ^ (unsigned char)kti_ascii_lower(text.ptr[i])) * 16777619u;
    return hash | 0x80000000u; /* entry ids are small */
}

/* Digits, and Latin words: in Korean text any, in English those with capitals. */
static size_t add_ascii(anchor_list *list, kt_str text, size_t at) {
    size_t start = at;
    bool digit = kti_is_ascii_digit(text.ptr[at]);
    while (at < text.len &&
           (digit ? kti_is_ascii_digit(text.ptr[at]) : kti_is_ascii_alpha(text.ptr[at])))
        at++;
    bool capital = text.ptr[start] >= 'A' && text.ptr[start] <= 'Z';
    if (digit || (capital && at - start >= 2))
        add_anchor(list, hash_of(kti_str_cut(text, start, at)));
    return at;
}

static void add_names(const kti_lexicon *lexicon, anchor_list *list, kt_str from) {
    enum { HITS = 4 };
    kti_hit hits[HITS];
    size_t count = kti_lexicon_korean_prefixes(lexicon, from, hits, HITS);
    for (size_t i = 0; i < count; i++)
        add_anchor(list, hits[i].entry);
    count = kti_lexicon_english_prefixes(lexicon, from, hits, HITS);
    for (size_t i = 0; i < count; i++)
        add_anchor(list, hits[i].entry);
}

static int by_value(const void *left, const void *right) {
    uint32_t a = *(const uint32_t *)left;
    uint32_t b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

static kt_status read_piece(const kti_lexicon *lexicon, kt_str text, kti_arena *arena,
                            kti_piece *out) {
    anchor_list list = {.count = 0};
    bool starts = true;
    for (size_t at = 0; at < text.len;) {
        kti_cp unit = kti_utf8_at(text, at);
        bool letter = kti_cp_is_letter(unit.cp);
        if (letter && starts) add_names(lexicon, &list, kti_str_cut(text, at, text.len));
        out->letters += !kti_cp_is_space(unit.cp);
        starts = !letter;
        bool ascii = kti_is_ascii_alpha(text.ptr[at]) || kti_is_ascii_digit(text.ptr[at]);
        size_t next = ascii ? add_ascii(&list, text, at) : at + unit.len;
        out->letters += (uint32_t)(ascii ? next - at - 1 : 0);
        at = next;
    }
    qsort(list.items, list.count, sizeof *list.items, by_value);
    out->anchors = kti_arena_take(arena, (list.count + 1) * sizeof *out->anchors);
    if (out->anchors == NULL) return KT_ERR_NOMEM;
    for (uint32_t i = 0; i < list.count; i++)
        out->anchors[i] = list.items[i];
    out->anchor_count = list.count;
    return KT_OK;
}

kt_status kti_side_pieces(const kti_lexicon *lexicon, const kti_side *side, kti_arena *arena,
                          kti_piece **out) {
    *out = kti_arena_zeroed(arena, side->count + 1, sizeof **out);
    if (*out == NULL) return KT_ERR_NOMEM;
    for (size_t i = 0; i < side->count; i++)
        KTI_TRY(read_piece(lexicon, kti_side_text(side, i), arena, &(*out)[i]));
    return KT_OK;
}
