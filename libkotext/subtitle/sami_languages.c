/* sami_languages.c - the tracks of a file as classes of a new one: those of a language are one. */
#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "subtitle/sami.h"

enum { MOST_LANGUAGES = 8 };

typedef struct language {
    char name[4]; /* its first part, "ko" */
    size_t count;
} language;

typedef struct languages {
    language list[MOST_LANGUAGES];
    size_t count;
    uint8_t of_track[KTI_MOST_TRACKS];
} languages;

/* What is of no known language is Korean, as files without classes are. */
static void read_language(kt_str tag, char name[4]) {
    size_t len = 0;
    while (len < tag.len && kti_is_ascii_alpha(tag.ptr[len]))
        len++;
    bool known = len == 2 || len == 3;
    memset(name, 0, 4);
    memcpy(name, known ? tag.ptr : "ko", known ? len : 2);
    for (size_t i = 0; known && i < len; i++)
        name[i] = kti_ascii_lower(name[i]);
}

/* Classes are called by two letters; languages beyond the eighth go with the first. */
static uint8_t language_at(languages *l, const char name[4]) {
    for (size_t i = 0; i < l->count; i++)
        if (strncmp(l->list[i].name, name, 2) == 0) return (uint8_t)i;
    if (l->count == MOST_LANGUAGES) return 0;
    memcpy(l->list[l->count].name, name, 4);
    return (uint8_t)l->count++;
}

static void gather(languages *l, const kt_subtitle *s, const kti_ordered *order, size_t count) {
    char name[4];
    for (size_t i = 0; i < s->track_count; i++) {
        if (s->dropped != NULL && s->dropped[i]) continue;
        if (s->tracks[i].cues == 0) continue;
        read_language(s->tracks[i].language, name);
        l->of_track[i] = language_at(l, name);
    }
    for (size_t i = 0; i < count; i++)
        l->list[l->of_track[s->cues[order[i].cue].track]].count++;
    if (l->count == 0) read_language((kt_str){NULL, 0}, l->list[l->count++].name);
}

/* Each language's cues, one behind the other. */
static void divide(const languages *l, const kt_subtitle *s, const kti_ordered *order, size_t count,
                   kti_ordered *parts, kti_sami_track *tracks) {
    size_t at[MOST_LANGUAGES], start = 0;
    for (size_t i = 0; i < l->count; i++) {
        at[i] = start;
        tracks[i] = (kti_sami_track){s, parts + start, l->list[i].count, l->list[i].name};
        start += l->list[i].count;
    }
    for (size_t i = 0; i < count; i++)
        parts[at[l->of_track[s->cues[order[i].cue].track]]++] = order[i];
}

kt_status kti_sami_write_languages(kti_writer *w, const kti_ordered *order, size_t count) {
    const kt_subtitle *s = w->from;
    languages l = {.count = 0};
    kti_sami_track tracks[MOST_LANGUAGES];
    size_t size = (count + 1) * sizeof(kti_ordered);
    kti_ordered *parts = kti_alloc_get(&s->alloc, size);
    if (parts == NULL) return KT_ERR_NOMEM;
    gather(&l, s, order, count);
    divide(&l, s, order, count, parts, tracks);
    kt_status status = kti_sami_write_tracks(w, tracks, l.count);
    kti_alloc_free(&s->alloc, parts, size);
    return status;
}
