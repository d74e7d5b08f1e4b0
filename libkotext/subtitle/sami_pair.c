/* sami_pair.c - a new SAMI file with a class for each of several files. */
#include <stdlib.h>
#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "subtitle/sami.h"

/* Something that begins to be shown: a cue, or nothing. */
typedef struct moment {
    int64_t ms;
    uint32_t track;
    bool shows;
    size_t cue;
} moment;

static int by_time(const void *a, const void *b) {
    const moment *first = a, *second = b;
    if (first->ms != second->ms) return first->ms < second->ms ? -1 : 1;
    if (first->track != second->track) return first->track < second->track ? -1 : 1;
    if (first->shows != second->shows) return first->shows ? 1 : -1;
    return (first->cue > second->cue) - (first->cue < second->cue);
}

/* A cue ends with a moment of nothing, unless the next one has begun. */
static size_t add_moments(const kti_sami_track *t, uint32_t track, moment *out) {
    size_t count = 0;
    for (size_t i = 0; i < t->count; i++) {
        const kt_cue *cue = &t->from->cues[t->order[i].cue];
        int64_t next = i + 1 < t->count ? t->order[i + 1].start : INT64_MAX;
        out[count++] = (moment){cue->start_ms, track, true, t->order[i].cue};
        if (next > cue->end_ms && cue->end_ms > cue->start_ms)
            out[count++] = (moment){cue->end_ms, track, false, 0};
    }
    return count;
}

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
    kti_buf_add_cstr(w->out, "<P Class=");
    add_class(tracks[m->track].language, w->out);
    kti_buf_add_byte(w->out, '>');
    w->from = tracks[m->track].from;
    w->cue = m->cue;
    if (m->shows)
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
