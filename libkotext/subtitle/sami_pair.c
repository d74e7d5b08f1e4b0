/* sami_pair.c - a new SAMI file with a class for each of one or several files. */
#include <stdlib.h>
#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "subtitle/sami.h"

enum { MOST_AT_ONCE = 4 };

/* What a class shows from a time on: the cues that run, or nothing. */
typedef struct moment {
    int64_t ms;
    uint32_t track;
    uint32_t count;
    size_t place; /* in its class */
    size_t cues[MOST_AT_ONCE];
} moment;

static int by_time(const void *a, const void *b) {
    const moment *first = a, *second = b;
    if (first->ms != second->ms) return first->ms < second->ms ? -1 : 1;
    if (first->track != second->track) return first->track < second->track ? -1 : 1;
    return (first->place > second->place) - (first->place < second->place);
}

/* ---- what is shown when --------------------------------------------------------------------- */

/* The paragraphs of a class being found. What still runs is written again where something begins
 * or ends; so that long cues over many short ones do not grow without end, only so much is. */
typedef struct sweep {
    const kti_sami_track *track;
    moment now;
    size_t at;     /* the next cue */
    size_t budget; /* bytes that may still be repeated */
} sweep;

static size_t repeatable(const kti_sami_track *t) {
    enum { TIMES = 4, LEAST = 4096 };
    size_t all = LEAST;
    for (size_t i = 0; i < t->count; i++)
        all += TIMES * kti_content(t->from, t->order[i].cue).len;
    return all;
}

/* A cue that ends before it starts is shown until something happens, for a while at most. */
static int64_t next_time(const sweep *s) {
    int64_t next = s->at < s->track->count ? s->track->order[s->at].start : INT64_MAX;
    for (size_t i = 0; i < s->now.count; i++) {
        int64_t end = s->track->from->cues[s->now.cues[i]].end_ms;
        if (end <= s->now.ms) end = s->now.ms + KTI_LAST_MS;
        if (end < next) next = end;
    }
    return next;
}

static void end_cues(sweep *s, int64_t ms) {
    const kt_subtitle *from = s->track->from;
    uint32_t kept = 0;
    for (size_t i = 0; i < s->now.count; i++) {
        size_t cue = s->now.cues[i], len = kti_content(from, cue).len;
        if (from->cues[cue].end_ms <= ms || len > s->budget) continue;
        s->budget -= len;
        s->now.cues[kept++] = cue;
    }
    s->now.count = kept;
    s->now.ms = ms;
}

/* The cues that begin at the moment; where they are more than it holds, the rest is for another
 * one of the same time. */
static void begin_cues(sweep *s) {
    const kti_ordered *order = s->track->order;
    moment *now = &s->now;
    for (size_t begun = 0; begun < MOST_AT_ONCE && s->at < s->track->count; begun++) {
        if (order[s->at].start != now->ms) return;
        if (now->count == MOST_AT_ONCE)
            memmove(now->cues, now->cues + 1, --now->count * sizeof *now->cues);
        now->cues[now->count++] = order[s->at++].cue;
    }
}

/* Two for each cue at most: each begins or ends one. */
static size_t add_moments(const kti_sami_track *t, uint32_t track, moment *out) {
    sweep s = {.track = t, .now = {.track = track}, .budget = repeatable(t)};
    while (s.at < t->count || s.now.count > 0) {
        end_cues(&s, next_time(&s));
        begin_cues(&s);
        out[s.now.place] = s.now;
        s.now.place++;
    }
    return s.now.place;
}

/* ---- writing -------------------------------------------------------------------------------- */

/* ko is KRCC and en ENCC, as Korean files have it; others are called by their letters. */
static void add_class(const char *language, kti_buf *out) {
    bool korean = strncmp(language, "ko", 2) == 0;
    if (korean) kti_buf_add_cstr(out, "KR");
    for (size_t i = 0; !korean && i < 2 && kti_is_ascii_alpha(language[i]); i++)
        kti_buf_add_byte(out, kti_ascii_upper(language[i]));
    kti_buf_add_cstr(out, "CC");
}

static void add_region(const char *language, kti_buf *out) {
    kti_buf_add_cstr(out, language);
    if (strcmp(language, "ko") == 0) kti_buf_add_cstr(out, "-KR");
    if (strcmp(language, "en") == 0) kti_buf_add_cstr(out, "-US");
}

static void add_name(const char *language, kti_buf *out) {
    if (strncmp(language, "ko", 2) == 0)
        kti_buf_add_cstr(out, "Korean");
    else if (strncmp(language, "en", 2) == 0)
        kti_buf_add_cstr(out, "English");
    else
        kti_buf_add_cstr(out, language);
}

static void begin(const kti_sami_track *tracks, size_t count, kti_buf *out) {
    kti_buf_add_cstr(out, "<SAMI>\n<HEAD>\n<STYLE TYPE=\"text/css\">\n<!--\n"
                          "P { text-align: center; font-family: sans-serif; }\n");
    for (size_t i = 0; i < count; i++) {
        kti_buf_add_byte(out, '.');
        add_class(tracks[i].language, out);
        kti_buf_add_cstr(out, " { Name: ");
        add_name(tracks[i].language, out);
        kti_buf_add_cstr(out, "; lang: ");
        add_region(tracks[i].language, out);
        kti_buf_add_cstr(out, "; SAMIType: CC; }\n");
    }
    kti_buf_add_cstr(out, "-->\n</STYLE>\n</HEAD>\n<BODY>\n");
}

static void write_moment(kti_writer *w, const kti_sami_track *tracks, const moment *m) {
    kti_part below[MOST_AT_ONCE];
    kti_buf_add_cstr(w->out, "<P Class=");
    add_class(tracks[m->track].language, w->out);
    kti_buf_add_byte(w->out, '>');
    w->from = tracks[m->track].from;
    w->cue = m->cues[0];
    w->below = below;
    w->below_count = m->count > 0 ? m->count - 1 : 0;
    for (size_t i = 1; i < m->count; i++)
        below[i - 1] = (kti_part){w->from, m->cues[i]};
    if (m->count > 0)
        kti_writer_text(w);
    else
        kti_buf_add_cstr(w->out, "&nbsp;");
    kti_buf_add_byte(w->out, '\n');
}

static void write_moments(kti_writer *w, const kti_sami_track *tracks, const moment *list,
                          size_t count) {
    begin(tracks, w->number, w->out);
    for (size_t i = 0; i < count && !w->out->failed; i++) {
        if (i == 0 || list[i].ms != list[i - 1].ms) {
            kti_buf_add_cstr(w->out, "<SYNC Start=");
            kti_buf_add_uint(w->out, list[i].ms < 0 ? 0 : (uint64_t)list[i].ms);
            kti_buf_add_byte(w->out, '>');
        }
        write_moment(w, tracks, &list[i]);
    }
    w->to->end(w);
}

kt_status kti_sami_write_tracks(kti_writer *w, const kti_sami_track *tracks, size_t count) {
    size_t room = 1, used = 0;
    for (size_t i = 0; i < count; i++)
        room += 2 * tracks[i].count;
    moment *list = kti_alloc_zeroed(&w->out->alloc, room * sizeof *list);
    if (list == NULL) return KT_ERR_NOMEM;
    for (size_t i = 0; i < count; i++)
        used += add_moments(&tracks[i], (uint32_t)i, list + used);
    qsort(list, used, sizeof *list, by_time);
    w->number = count;
    write_moments(w, tracks, list, used);
    kti_alloc_free(&w->out->alloc, list, room * sizeof *list);
    return KT_OK;
}
