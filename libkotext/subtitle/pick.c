/* pick.c - some lines of each cue as a new file: one language of two. */
#include "core/status.h"
#include "core/str.h"
#include "core/text.h"
#include "subtitle/dialect.h"

typedef struct picking {
    kt_line_filter *wanted;
    void *context;
    kt_text plain;
} picking;

/* Hides the lines that are not wanted; false when none is left. */
static bool hide_lines(picking *p, kt_str plain, uint64_t *hidden) {
    bool any = false;
    size_t line = 0;
    for (*hidden = 0; plain.ptr != NULL; line++) {
        kt_str text = kti_str_next_field(&plain, '\n');
        uint64_t bit = (uint64_t)1 << (line < 63 ? line : 63);
        bool keep = kti_str_trim(text).len > 0 && p->wanted(p->context, text) != 0;
        any = any || keep;
        *hidden = keep ? *hidden & ~bit : *hidden | bit;
    }
    return any;
}

static kt_status write_picked(picking *p, kti_writer *w, const kti_ordered *order, size_t count) {
    kt_status status = KT_OK;
    w->to->begin(w);
    for (size_t i = 0; i < count && status == KT_OK; i++) {
        status = kt_subtitle_plain(w->from, order[i].cue, &p->plain);
        if (status != KT_OK || !hide_lines(p, kt_text_str(&p->plain), &w->hidden_lines)) continue;
        w->cue = order[i].cue;
        w->number++;
        w->next_ms = i + 1 < count ? order[i + 1].start : INT64_MAX;
        kti_write_cue(w, &w->from->cues[w->cue]);
    }
    if (w->to->end != NULL) w->to->end(w);
    return status;
}

kt_status kt_subtitle_pick_lines(kt_subtitle *s, kt_format format, kt_line_filter *wanted,
                                 void *context, kt_str *out) {
    kti_ordered *order;
    size_t count;
    const kti_dialect *to;
    if (s == NULL || wanted == NULL || out == NULL) return KT_ERR_ARG;
    KTI_TRY(kti_dialect_to_write(format, &to));
    KTI_TRY(kti_order_cues(s, &order, &count));
    picking p = {.wanted = wanted, .context = context};
    kti_writer w = {.out = &s->saved, .from = s, .to = to};
    kti_text_init(&p.plain, &s->alloc);
    kti_buf_clear(&s->saved);
    kt_status status = write_picked(&p, &w, order, count);
    if (w.number > 0) kti_note_losses(s, to, order, count); /* else it was a look, and no file */
    kti_text_free_fields(&p.plain);
    kti_alloc_free(&s->alloc, order, (s->cue_count + 1) * sizeof *order);
    if (status == KT_OK) status = kti_make_well_formed(&s->saved);
    *out = kti_buf_str(&s->saved);
    return status;
}
