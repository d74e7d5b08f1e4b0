/* text.h - building a kt_text edit by edit, so that the span law holds by construction. */
#ifndef KTI_CORE_TEXT_H
#define KTI_CORE_TEXT_H

#include "core/arena.h"
#include "core/buf.h"
#include "kotext/text.h"

/* The first edit of a rolled stretch, of which `rest` is left; `bytes` is the whole output. */
typedef kt_edit (*kti_first_edit)(kt_edit rest, kt_str bytes);

struct kt_text {
    kt_alloc alloc;
    kti_buf bytes;
    kt_edit *edits;
    size_t edit_count;
    size_t edit_capacity;
    kti_first_edit first_of; /* not NULL: some entries are rolled; see kti_text_roll */
    uint32_t src_len;        /* input covered so far */
    kt_step *steps;
    size_t step_count;
    size_t step_capacity;
    kti_arena notes;  /* the steps' before and after */
    kt_status status; /* the first failure of a builder call */
};

void kti_text_init(kt_text *text, const kt_alloc *alloc);
void kti_text_free_fields(kt_text *text);
void kti_text_clear(kt_text *text); /* keeps the memory */

/* Builders. They never fail visibly: kti_text_status() tells at the end, after KT_ERR_NOMEM or
 * KT_ERR_TOO_LARGE nothing more is added. */

/* The next `from.len` bytes of input pass through unchanged. Neighbouring copies join. */
void kti_text_copy(kt_text *text, kt_str from);
/* The next `src_len` bytes of input become `to`. Both may be empty, not both at once. */
void kti_text_replace(kt_text *text, size_t src_len, kt_str to, uint32_t rule);
/* Notes a step for explanation; `before` and `after` are copied. */
void kti_text_note(kt_text *text, kt_span src, uint32_t rule, kt_str before, kt_str after);

/* For loops that write edits and bytes themselves, behind those that are there: makes room for so
 * many. False when there is none; the status tells. */
bool kti_text_reserve(kt_text *text, size_t edits, size_t bytes);

/* The next `src_len` bytes of input became the `dst_len` that the caller has just written behind
 * the others. Their edits follow from the bytes, as `first_of` tells one by one, so that a single
 * entry stands for them until somebody asks. */
void kti_text_roll(kt_text *text, size_t src_len, size_t dst_len, uint32_t rule,
                   kti_first_edit first_of);

/* Spells rolled stretches out; whoever reads `edits` calls it first. Without memory for it each
 * becomes one edit, a coarser map and as true. */
void kti_text_unroll(const kt_text *text);

kt_status kti_text_status(const kt_text *text);

/* Adds the edits, bytes and steps of `part`, whose input follows what is covered so far. */
void kti_text_append(kt_text *text, const kt_text *part);

/* `first` maps a to b, `second` maps b to c; `out` (another text) becomes the map from a to c
 * with c's bytes, and the steps of both (the second's moved to a's coordinates). Linear. */
kt_status kti_text_compose(const kt_text *first, const kt_text *second, kt_text *out);

#endif
