/* deroll.c - rolling captions, which repeat what the cue before said, as cues that say it once. */
#include "core/status.h"
#include "core/str.h"
#include "core/text.h"
#include "subtitle/dialect.h"

enum { MOST_LINES = 16 }; /* of a cue that is looked at */

typedef struct lines {
    kt_text plain;
    kt_str items[MOST_LINES]; /* those with text */
    uint32_t places[MOST_LINES];
    size_t count;
    uint64_t blank; /* a bit for each line without */
} lines;

typedef struct rolling {
    kti_writer w;
    lines sets[2];
    size_t now;         /* which of the sets is the cue's; the other one is of the cue before */
    const kt_cue *last; /* the cue before; NULL = none */
    bool held;          /* a cue is waiting for its end */
    kt_cue cue;
    size_t index;
    uint64_t hidden;
} rolling;

static kt_status read_lines(const kt_subtitle *s, size_t cue, lines *out) {
    out->count = 0;
    out->blank = 0;
    KTI_TRY(kt_subtitle_plain(s, cue, &out->plain));
    kt_str rest = kt_text_str(&out->plain);
    for (uint32_t place = 0; rest.ptr != NULL && out->count < MOST_LINES; place++) {
        kt_str line = kti_str_trim(kti_str_next_field(&rest, '\n'));
        if (line.len == 0) out->blank |= place < 63 ? (uint64_t)1 << place : 0;
        if (line.len == 0) continue;
        out->places[out->count] = place;
        out->items[out->count++] = line;
    }
    return KT_OK;
}

/* How many of the first lines are the last ones of the cue before. */
static size_t repeated(const lines *before, const lines *now) {
    size_t most = before->count < now->count ? before->count : now->count;
    for (size_t k = most; k > 0; k--) {
        size_t same = 0;
        while (same < k && kti_str_eq(before->items[before->count - k + same], now->items[same]))
            same++;
        if (same == k) return k;
    }
    return 0;
}

static void write_held(rolling *r, int64_t next) {
    if (!r->held) return;
    if (r->cue.end_ms > next && next > r->cue.start_ms) r->cue.end_ms = next;
    r->w.cue = r->index;
    r->w.hidden_lines = r->hidden;
    r->w.number++;
    r->w.next_ms = next;
    kti_write_cue(&r->w, &r->cue);
    r->held = false;
}

static void hold(rolling *r, const kt_cue *cue, size_t index, uint64_t hidden) {
    r->held = true;
    r->cue = *cue;
    r->index = index;
    r->hidden = hidden;
}

/* Captions roll when a cue follows on the one before. */
static kt_status roll(rolling *r, const kt_cue *cue, size_t index) {
    enum { PAUSE = 100 };
    lines *now = &r->sets[r->now], *before = &r->sets[!r->now];
    KTI_TRY(read_lines(r->w.from, index, now));
    bool follows = r->last != NULL && cue->start_ms <= r->last->end_ms + PAUSE;
    size_t same = follows ? repeated(before, now) : 0;
    uint32_t first = same > 0 ? now->places[same - 1] + 1 : 0; /* line that is shown */
    uint64_t hidden = ((uint64_t)1 << (first < 63 ? first : 63)) - 1;
    if (same > 0 && same == now->count && r->held) {
        if (cue->end_ms > r->cue.end_ms) r->cue.end_ms = cue->end_ms;
    } else if (now->count > 0) {
        write_held(r, cue->start_ms);
        hold(r, cue, index, hidden | now->blank);
    }
    r->last = cue;
    r->now = !r->now;
    return KT_OK;
}

static kt_status roll_all(rolling *r, const kti_ordered *order, size_t count) {
    kt_status status = KT_OK;
    r->w.to->begin(&r->w);
    for (size_t i = 0; i < count && status == KT_OK; i++)
        status = roll(r, &r->w.from->cues[order[i].cue], order[i].cue);
    write_held(r, INT64_MAX);
    if (r->w.to->end != NULL) r->w.to->end(&r->w);
    return status;
}

kt_status kt_subtitle_deroll(kt_subtitle *s, kt_format format, kt_str *out) {
    kti_ordered *order;
    size_t count;
    const kti_dialect *to;
    if (s == NULL || out == NULL) return KT_ERR_ARG;
    KTI_TRY(kti_dialect_to_write(format, &to));
    KTI_TRY(kti_order_cues(s, &order, &count));
    kti_note_losses(s, to, order, count);
    rolling r = {.w = {.out = &s->saved, .from = s, .to = to}};
    kti_text_init(&r.sets[0].plain, &s->alloc);
    kti_text_init(&r.sets[1].plain, &s->alloc);
    kti_buf_clear(&s->saved);
    kt_status status = roll_all(&r, order, count);
    kti_text_free_fields(&r.sets[0].plain);
    kti_text_free_fields(&r.sets[1].plain);
    kti_alloc_free(&s->alloc, order, (s->cue_count + 1) * sizeof *order);
    if (status == KT_OK) status = kti_make_well_formed(&s->saved);
    *out = kti_buf_str(&s->saved);
    return status;
}
