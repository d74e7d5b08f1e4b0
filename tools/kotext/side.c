#include "side.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- reading -------------------------------------------------------------------------------- */

static size_t count_lines(kt_str text) {
    size_t lines = text.len > 0;
    for (size_t i = 0; i + 1 < text.len; i++)
        lines += text.ptr[i] == '\n';
    return lines;
}

static bool read_lines(side *s) {
    kt_str rest = s->document.utf8;
    size_t most = count_lines(rest) + 1;
    s->units = calloc(most, sizeof *s->units);
    s->starts = calloc(most, sizeof *s->starts);
    if (s->units == NULL || s->starts == NULL) return false;
    while (rest.len > 0) {
        const char *feed = memchr(rest.ptr, '\n', rest.len);
        size_t len = feed == NULL ? rest.len : (size_t)(feed - rest.ptr);
        size_t kept = len > 0 && rest.ptr[len - 1] == '\r' ? len - 1 : len;
        s->starts[s->count] = (size_t)(rest.ptr - s->document.utf8.ptr);
        s->units[s->count++].text = (kt_str){rest.ptr, kept};
        size_t next = feed == NULL ? len : len + 1;
        rest = (kt_str){rest.ptr + next, rest.len - next};
    }
    return true;
}

/* The track of a language; SIZE_MAX when none says so. */
static size_t track_in(const kt_subtitle *subtitle, const char *language) {
    const kt_track *tracks;
    size_t count = kt_subtitle_tracks(subtitle, &tracks);
    for (size_t i = 0; i < count; i++)
        if (tracks[i].language.len >= 2 && memcmp(tracks[i].language.ptr, language, 2) == 0)
            return i;
    return SIZE_MAX;
}

static bool read_cues(side *s, size_t track) {
    const kt_cue *cues;
    size_t count = kt_subtitle_cues(s->cues.subtitle, &cues);
    s->units = calloc(count + 1, sizeof *s->units);
    s->plain = calloc(count + 1, sizeof *s->plain);
    s->starts = calloc(count + 1, sizeof *s->starts);
    if (s->units == NULL || s->plain == NULL || s->starts == NULL) return false;
    for (size_t i = 0; i < count; i++) {
        if (track != SIZE_MAX && cues[i].track != track) continue;
        kt_text **plain = &s->plain[s->count];
        if (kt_text_new(NULL, plain) != KT_OK ||
            kt_subtitle_plain(s->cues.subtitle, i, *plain) != KT_OK)
            return false;
        s->starts[s->count] = cues[i].text.start;
        s->units[s->count++] =
            (kt_align_unit){kt_text_str(*plain), cues[i].start_ms, cues[i].end_ms};
    }
    return true;
}

static int load_lines(session *with, const char *name, side *out) {
    const char *encoding = arguments_value(with->args, OPT_ENCODING, NULL);
    int status = out->cues.bytes.len > 0
                     ? document_of(with, name, encoding, &out->cues.bytes, &out->document)
                     : document_load(with, name, encoding, &out->document);
    if (status != EXIT_DONE) return status;
    out->text = out->document.utf8;
    return read_lines(out) ? EXIT_DONE : complain(EXIT_IO, name, 0, 0, "out of memory");
}

int side_load(session *with, const char *name, const char *language, side *out) {
    bool parallel = arguments_has(with->args, OPT_PARALLEL);
    const char *format = arguments_value(with->args, OPT_FROM_FORMAT, parallel ? "text" : "auto");
    bool lines = strcmp(format, "text") == 0;
    *out = (side){.count = 0};
    if (lines) return load_lines(with, name, out);
    int status = subtitle_look(with->args, name, &out->cues);
    if (status != EXIT_DONE) return status;
    if (out->cues.subtitle == NULL) return load_lines(with, name, out);
    out->text = kt_subtitle_text(out->cues.subtitle);
    return read_cues(out, track_in(out->cues.subtitle, language))
               ? EXIT_DONE
               : complain(EXIT_IO, name, 0, 0, "out of memory");
}

void side_free(side *s) {
    for (size_t i = 0; s->plain != NULL && i <= s->count; i++)
        kt_text_free(s->plain[i]);
    free(s->plain);
    free(s->units);
    free(s->starts);
    subtitle_free(&s->cues);
    document_free(&s->document);
}

/* ---- two of them ------------------------------------------------------------------------- */

kt_pairing sides_pairing(const arguments *args, const side *ko, const side *en) {
    if (arguments_has(args, OPT_PARALLEL)) return KT_PAIRING_PARALLEL;
    return ko->cues.subtitle != NULL && en->cues.subtitle != NULL ? KT_PAIRING_TIMED
                                                                  : KT_PAIRING_DOCUMENT;
}

bool sides_options(const arguments *args, const side *ko, const side *en, kt_align_options *out) {
    static const kt_align_options defaults = KT_ALIGN_INIT;
    long percent = 50;
    if (!arguments_number(args, OPT_THRESHOLD, 1, 100, &percent)) return false;
    *out = defaults;
    out->pairing = sides_pairing(args, ko, en);
    out->threshold = (double)percent / 100;
    return true;
}

static bool is_korean(kt_str text) {
    size_t hangul = 0, latin = 0;
    for (size_t i = 0; i < text.len && i < 65536; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        hangul += c >= 0xEA && c <= 0xED;
        latin += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
    return hangul * 4 > latin;
}

int sides_check(const arguments *args, const char *const names[2], const side *ko, const side *en) {
    bool swapped = en->text.len > 0 && is_korean(en->text) && !is_korean(ko->text);
    if (swapped)
        return complain(EXIT_USAGE, names[0], 0, 0,
                        "is not Korean, and the other file is: the order is KO EN");
    if (!arguments_has(args, OPT_PARALLEL) || ko->count == en->count) return EXIT_DONE;
    size_t shorter = ko->count < en->count ? ko->count : en->count;
    return complain(EXIT_USAGE, names[ko->count < en->count ? 0 : 1], shorter + 1, 1,
                    "ends here, the other file has more lines: --parallel needs as many in both");
}

void tally_links(link_tally *t, const kt_link *links, size_t count) {
    t->names += count;
    for (size_t i = 0; i < count; i++)
        t->linked += links[i].en_unit != SIZE_MAX;
}

bool tally_warn(const link_tally *t, const arguments *args, const char *const names[2]) {
    enum { LEAST = 8, MOST_PERCENT = 25 };
    bool strict = arguments_has(args, OPT_THRESHOLD); /* whoever asks for few links gets few */
    if (strict || t->names < LEAST || t->linked * 100 >= t->names * MOST_PERCENT) return false;
    fprintf(stderr,
            "kotext: %s: warning: has %zu of %zu names of %s: do the two say the same thing?\n",
            names[1], t->linked, t->names, names[0]);
    return true;
}

void side_place(const side *s, size_t unit, size_t at, place *p) {
    kt_span span = {(uint32_t)at, (uint32_t)at};
    if (s->plain != NULL) span = kt_text_source(s->plain[unit], span);
    size_t end = s->starts[unit] + span.start;
    if (p->side != s || p->at > end) *p = (place){s, 0, 1, 1};
    for (; p->at < end && p->at < s->text.len; p->at++) {
        bool feed = s->text.ptr[p->at] == '\n';
        bool inside = p->at + 1 < s->text.len && (s->text.ptr[p->at + 1] & '\xC0') == '\x80';
        p->line += feed;
        p->column = feed ? 1 : p->column + !inside;
    }
}

bool side_is_korean(const side *s) {
    return is_korean(s->text);
}
