/* retime.c - when single cues are shown. */
#include "core/status.h"
#include "subtitle/dialect.h"
#include "subtitle/measure.h"

/* The first time that stands behind `place`. */
static size_t time_behind(const kt_subtitle *s, uint32_t place) {
    size_t low = 0, high = s->time_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (s->times[middle].span.start < place)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool has_pairs(kt_format format) {
    return format == KT_FORMAT_SRT || format == KT_FORMAT_VTT || format == KT_FORMAT_SBV ||
           format == KT_FORMAT_ASS || format == KT_FORMAT_SSA;
}

static void set_time(kt_subtitle *s, kti_time *t, int64_t ms) {
    t->moved = t->moved || t->ms != ms;
    t->ms = ms;
    s->moved = s->moved || t->moved;
}

kt_status kt_subtitle_set_times(kt_subtitle *s, size_t cue, int64_t start_ms, int64_t end_ms) {
    if (s == NULL || cue >= s->cue_count || start_ms < 0 || end_ms < start_ms ||
        end_ms > KTI_LARGEST_MS)
        return KT_ERR_ARG;
    size_t behind = time_behind(s, s->cues[cue].text.start);
    if (!has_pairs(s->dialect->format) || behind < 2) return KT_ERR_UNSUPPORTED;
    kti_time *start = &s->times[behind - 2], *end = &s->times[behind - 1];
    kt_cue *c = &s->cues[cue];
    if (start->ms != c->start_ms || end->ms != c->end_ms) return KT_ERR_UNSUPPORTED;
    set_time(s, start, start_ms);
    set_time(s, end, end_ms);
    c->start_ms = start_ms;
    c->end_ms = end_ms;
    return KT_OK;
}

/* ---- by a profile --------------------------------------------------------------------------- */

/* Where the cue should end, given that the next one starts at `next`. */
static int64_t better_end(const kt_profile *p, const kt_cue *cue, int64_t next) {
    int64_t shown = cue->end_ms - cue->start_ms, end = cue->end_ms;
    int64_t latest = next == INT64_MAX ? next : next - p->gap_ms;
    int64_t least = p->shortest_ms > shown / 2 ? p->shortest_ms : shown / 2;
    if (shown < 0) return end;
    if (end > latest)
        return latest - cue->start_ms >= least && latest > cue->start_ms ? latest : end;
    if (shown < p->shortest_ms && cue->start_ms + p->shortest_ms <= latest)
        end = cue->start_ms + p->shortest_ms;
    return end;
}

/* Backwards, so that the next cue of the track is known. Cues out of order are left alone. */
kt_status kti_fix_times(kt_subtitle *s, const kt_profile *profile) {
    int64_t next[KTI_MOST_TRACKS];
    for (size_t i = 0; i < KTI_MOST_TRACKS; i++)
        next[i] = INT64_MAX;
    for (size_t i = s->cue_count; i-- > 0;) {
        const kt_cue *cue = &s->cues[i];
        if (kti_is_drawing(s, i)) continue;
        int64_t end = better_end(profile, cue, next[cue->track]);
        bool in_order = cue->start_ms <= next[cue->track];
        if (in_order && end != cue->end_ms)
            (void)kt_subtitle_set_times(s, i, cue->start_ms, end); /* where the format can */
        next[cue->track] = cue->start_ms;
    }
    return KT_OK;
}
