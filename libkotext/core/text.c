#include "core/text.h"

#include <string.h>

#include "core/status.h"
#include "core/str.h"

void kti_text_init(kt_text *text, const kt_alloc *alloc) {
    *text = (kt_text){.alloc = kti_alloc_or_libc(alloc)};
    kti_buf_init(&text->bytes, &text->alloc);
    kti_arena_init(&text->notes, &text->alloc);
}

void kti_text_free_fields(kt_text *text) {
    kti_buf_free(&text->bytes);
    kti_arena_free(&text->notes);
    kti_alloc_free(&text->alloc, text->edits, text->edit_capacity * sizeof *text->edits);
    kti_alloc_free(&text->alloc, text->steps, text->step_capacity * sizeof *text->steps);
}

void kti_text_clear(kt_text *text) {
    kti_buf_clear(&text->bytes);
    kti_arena_reset(&text->notes);
    text->edit_count = text->step_count = 0;
    text->first_of = NULL;
    text->src_len = 0;
    text->status = KT_OK;
}

kt_status kt_text_new(const kt_alloc *alloc, kt_text **out) {
    if (out == NULL) return KT_ERR_ARG;
    kt_alloc own = kti_alloc_or_libc(alloc);
    *out = kti_alloc_get(&own, sizeof **out);
    if (*out == NULL) return KT_ERR_NOMEM;
    kti_text_init(*out, &own);
    return KT_OK;
}

void kt_text_free(kt_text *text) {
    if (text == NULL) return;
    kt_alloc alloc = text->alloc;
    kti_text_free_fields(text);
    kti_alloc_free(&alloc, text, sizeof *text);
}

kt_str kt_text_str(const kt_text *text) {
    return text == NULL ? (kt_str){NULL, 0} : kti_buf_str(&text->bytes);
}

size_t kt_text_edits(const kt_text *text, const kt_edit **edits) {
    if (text != NULL) kti_text_unroll(text);
    if (edits != NULL) *edits = text == NULL ? NULL : text->edits;
    return text == NULL ? 0 : text->edit_count;
}

size_t kt_text_steps(const kt_text *text, const kt_step **steps) {
    if (steps != NULL) *steps = text == NULL ? NULL : text->steps;
    return text == NULL ? 0 : text->step_count;
}

kt_status kti_text_status(const kt_text *text) {
    return text->status != KT_OK ? text->status : kti_buf_status(&text->bytes);
}

static bool room_left(kt_text *text, size_t src_len, size_t dst_len) {
    if (kti_text_status(text) != KT_OK) return false;
    if (src_len > UINT32_MAX - text->src_len || dst_len > UINT32_MAX - text->bytes.len)
        text->status = KT_ERR_TOO_LARGE;
    return text->status == KT_OK;
}

static void push_edit(kt_text *text, size_t src_len, size_t dst_len, uint32_t rule) {
    void *items = text->edits;
    kt_status grown = kti_alloc_grow(&text->alloc, &items, &text->edit_capacity,
                                     sizeof *text->edits, text->edit_count + 1);
    if (grown != KT_OK) {
        text->status = grown;
        return;
    }
    text->edits = items;
    text->edits[text->edit_count++] =
        (kt_edit){text->src_len, (uint32_t)src_len, (uint32_t)(text->bytes.len - dst_len),
                  (uint32_t)dst_len, rule};
    text->src_len += (uint32_t)src_len;
}

bool kti_text_reserve(kt_text *text, size_t edits, size_t bytes) {
    void *items = text->edits;
    if (!room_left(text, bytes, bytes)) return false;
    text->status = kti_alloc_grow(&text->alloc, &items, &text->edit_capacity, sizeof *text->edits,
                                  text->edit_count + edits);
    if (text->status != KT_OK) return false;
    text->edits = items;
    return kti_buf_reserve(&text->bytes, bytes) != NULL;
}

void kti_text_copy(kt_text *text, kt_str from) {
    if (from.len == 0 || !room_left(text, from.len, from.len)) return;
    kti_buf_add_str(&text->bytes, from);
    if (text->bytes.failed) return;
    kt_edit *last = text->edit_count == 0 ? NULL : &text->edits[text->edit_count - 1];
    if (last == NULL || last->rule != 0) {
        push_edit(text, from.len, from.len, 0);
        return;
    }
    last->src_len += (uint32_t)from.len;
    last->dst_len += (uint32_t)from.len;
    text->src_len += (uint32_t)from.len;
}

void kti_text_replace(kt_text *text, size_t src_len, kt_str to, uint32_t rule) {
    if ((src_len == 0 && to.len == 0) || !room_left(text, src_len, to.len)) return;
    kti_buf_add_str(&text->bytes, to);
    if (!text->bytes.failed) push_edit(text, src_len, to.len, rule);
}

void kti_text_note(kt_text *text, kt_span src, uint32_t rule, kt_str before, kt_str after) {
    if (kti_text_status(text) != KT_OK) return;
    void *items = text->steps;
    text->status = kti_alloc_grow(&text->alloc, &items, &text->step_capacity, sizeof *text->steps,
                                  text->step_count + 1);
    if (text->status != KT_OK) return;
    text->steps = items;
    kt_step step = {src, rule, kti_arena_str(&text->notes, before),
                    kti_arena_str(&text->notes, after)};
    if (step.before.ptr == NULL || step.after.ptr == NULL) {
        text->status = KT_ERR_NOMEM;
        return;
    }
    text->steps[text->step_count++] = step;
}

void kti_text_append(kt_text *text, const kt_text *part) {
    size_t start = text->src_len;
    kt_str bytes = kti_buf_str(&part->bytes);
    kti_text_unroll(part);
    for (size_t i = 0; i < part->edit_count; i++) {
        const kt_edit *e = &part->edits[i];
        kt_str to = kti_str_cut(bytes, e->dst, (size_t)e->dst + e->dst_len);
        if (e->rule == 0)
            kti_text_copy(text, to);
        else
            kti_text_replace(text, e->src_len, to, e->rule);
    }
    for (size_t i = 0; i < part->step_count; i++) {
        kt_step s = part->steps[i];
        kt_span src = {s.src.start + (uint32_t)start, s.src.end + (uint32_t)start};
        kti_text_note(text, src, s.rule, s.before, s.after);
    }
}
