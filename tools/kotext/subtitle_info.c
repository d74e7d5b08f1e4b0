#include "subtitle_info.h"

#include <string.h>

#include "clock.h"
#include "json_list.h"

static void range(const kt_cue *cues, size_t count, int64_t *first, int64_t *last) {
    *first = count > 0 ? cues[0].start_ms : 0;
    *last = *first;
    for (size_t i = 0; i < count; i++) {
        if (cues[i].start_ms < *first) *first = cues[i].start_ms;
        if (cues[i].end_ms > *last) *last = cues[i].end_ms;
    }
}

/* ---- text ----------------------------------------------------------------------------------- */

static void field(buffer *out, const char *name, const char *value) {
    buffer_text(out, name);
    buffer_byte(out, '\t');
    buffer_text(out, value);
}

static void write_summary(buffer *out, const subtitle_file *f) {
    const kt_cue *cues;
    int64_t first, last;
    size_t count = kt_subtitle_cues(f->subtitle, &cues);
    kt_charset_guess charset = kt_subtitle_charset(f->subtitle);
    range(cues, count, &first, &last);
    field(out, "file", f->name);
    field(out, "\nformat", kt_format_id(kt_subtitle_format(f->subtitle)));
    field(out, "\nencoding", charset.name);
    if (charset.bom_len > 0) buffer_text(out, ", byte order mark");
    field(out, "\ncues", "");
    buffer_uint(out, count);
    field(out, "\ntime", "");
    clock_ms(out, first);
    buffer_text(out, " - ");
    clock_ms(out, last);
    buffer_byte(out, '\n');
}

static void write_tracks(buffer *out, const subtitle_file *f) {
    const kt_track *tracks;
    size_t count = kt_subtitle_tracks(f->subtitle, &tracks);
    for (size_t i = 0; i < count; i++) {
        if (tracks[i].id.len == 0) continue;
        field(out, "track", "");
        buffer_tsv(out, tracks[i].id);
        buffer_byte(out, '\t');
        buffer_tsv(out, tracks[i].language);
        buffer_byte(out, '\t');
        buffer_tsv(out, tracks[i].name);
        buffer_byte(out, '\t');
        buffer_uint(out, tracks[i].cues);
        buffer_byte(out, '\n');
    }
}

static int write_cues(const subtitle_file *f, buffer *out) {
    const kt_cue *cues;
    const kt_track *tracks;
    kt_text *plain = NULL;
    size_t count = kt_subtitle_cues(f->subtitle, &cues);
    (void)kt_subtitle_tracks(f->subtitle, &tracks);
    kt_status status = kt_text_new(NULL, &plain);
    for (size_t i = 0; i < count && status == KT_OK; i++) {
        status = kt_subtitle_plain(f->subtitle, i, plain);
        clock_ms(out, cues[i].start_ms);
        buffer_byte(out, '\t');
        clock_ms(out, cues[i].end_ms);
        buffer_byte(out, '\t');
        buffer_tsv(out, tracks[cues[i].track].id);
        buffer_byte(out, '\t');
        buffer_tsv(out, kt_text_str(plain));
        buffer_byte(out, '\n');
    }
    kt_text_free(plain);
    return status == KT_OK ? EXIT_DONE : complain(EXIT_IO, f->name, 0, 0, kt_status_name(status));
}

/* ---- JSON ----------------------------------------------------------------------------------- */

static void key(buffer *out, const char *name) {
    buffer_text(out, ",\"");
    buffer_text(out, name);
    buffer_text(out, "\":");
}

static void text_field(buffer *out, const char *name, kt_str value) {
    key(out, name);
    buffer_json(out, value);
}

static void json_tracks(buffer *out, const subtitle_file *f) {
    const kt_track *tracks;
    size_t count = kt_subtitle_tracks(f->subtitle, &tracks);
    key(out, "tracks");
    for (size_t i = 0; i < count; i++) {
        buffer_text(out, i == 0 ? "[{\"id\":" : ",{\"id\":");
        buffer_json(out, tracks[i].id);
        text_field(out, "language", tracks[i].language);
        text_field(out, "name", tracks[i].name);
        key(out, "cues");
        buffer_uint(out, tracks[i].cues);
        buffer_byte(out, '}');
    }
    buffer_text(out, count == 0 ? "[]" : "]");
}

static void json_notes(buffer *out, const subtitle_file *f) {
    const kt_subtitle_note *notes;
    size_t count = kt_subtitle_notes(f->subtitle, &notes);
    key(out, "notes");
    buffer_byte(out, '[');
    for (size_t i = 0; i < count; i++) {
        buffer_text(out, i == 0 ? "{\"id\":" : ",{\"id\":");
        buffer_json(out, str_of(notes[i].id));
        key(out, "line");
        buffer_uint(out, notes[i].line);
        key(out, "column");
        buffer_uint(out, notes[i].column);
        key(out, "count");
        buffer_uint(out, notes[i].count);
        text_field(out, "message", str_of(notes[i].message));
        buffer_byte(out, '}');
    }
    buffer_byte(out, ']');
}

static void layout_field(buffer *out, const char *name, int given, double value) {
    key(out, name);
    if (!given)
        buffer_text(out, "\"auto\"");
    else if (value < 0)
        buffer_byte(out, '-');
    if (given) buffer_fixed(out, value < 0 ? -value : value, 3);
}

static void json_layout(buffer *out, const subtitle_file *f, size_t i) {
    static const char *const aligns[] = {"center", "start", "end", "left", "right"};
    static const char *const verticals[] = {"", "rl", "lr"};
    kt_cue_settings c;
    bool vtt = kt_subtitle_format(f->subtitle) == KT_FORMAT_VTT;
    if (!vtt || kt_subtitle_settings(f->subtitle, i, &c) != KT_OK) return;
    buffer_text(out, ",\"layout\":{\"align\":");
    buffer_json(out, str_of(aligns[c.align]));
    text_field(out, "vertical", str_of(verticals[c.vertical]));
    layout_field(out, "line", c.has_line, c.line);
    buffer_text(out, c.line_is_percent ? ",\"snap\":false" : ",\"snap\":true");
    layout_field(out, "position", c.has_position, c.position);
    layout_field(out, "size", 1, c.size);
    text_field(out, "region", c.region);
    buffer_byte(out, '}');
}

static void json_cue(buffer *out, const subtitle_file *f, size_t i, kt_str plain) {
    const kt_cue *cues;
    kt_str html = {NULL, 0}, speaker = {NULL, 0};
    kt_str text = kt_subtitle_text(f->subtitle);
    (void)kt_subtitle_cues(f->subtitle, &cues);
    buffer_text(out, i == 0 ? "\n{\"start_ms\":" : ",\n{\"start_ms\":");
    buffer_int(out, cues[i].start_ms);
    key(out, "end_ms");
    buffer_int(out, cues[i].end_ms);
    key(out, "track");
    buffer_uint(out, cues[i].track);
    text_field(out, "id", str_span(text, cues[i].id));
    text_field(out, "settings", str_span(text, cues[i].settings));
    if (kt_subtitle_speaker(f->subtitle, i, &speaker) == KT_OK) text_field(out, "speaker", speaker);
    key(out, "span");
    buffer_byte(out, '[');
    buffer_uint(out, cues[i].text.start);
    buffer_byte(out, ',');
    buffer_uint(out, cues[i].text.end);
    buffer_byte(out, ']');
    text_field(out, "raw", str_span(text, cues[i].text));
    text_field(out, "text", plain);
    json_layout(out, f, i);
    if (kt_subtitle_html(f->subtitle, i, &html) == KT_OK) text_field(out, "html", html);
    buffer_byte(out, '}');
}

static int json_cues(buffer *out, const subtitle_file *f) {
    kt_text *plain = NULL;
    size_t count = kt_subtitle_cues(f->subtitle, NULL);
    kt_status status = kt_text_new(NULL, &plain);
    key(out, "list");
    buffer_byte(out, '[');
    for (size_t i = 0; i < count && status == KT_OK; i++) {
        status = kt_subtitle_plain(f->subtitle, i, plain);
        json_cue(out, f, i, kt_text_str(plain));
    }
    buffer_byte(out, ']');
    kt_text_free(plain);
    return status == KT_OK ? EXIT_DONE : complain(EXIT_IO, f->name, 0, 0, kt_status_name(status));
}

static int write_json(const arguments *args, const subtitle_file *f, buffer *out) {
    const kt_cue *cues;
    int64_t first, last;
    int status = EXIT_DONE;
    size_t count = kt_subtitle_cues(f->subtitle, &cues);
    kt_charset_guess charset = kt_subtitle_charset(f->subtitle);
    range(cues, count, &first, &last);
    buffer_text(out, "{\"schema\":\"kotext/subtitle/1\"");
    text_field(out, "file", str_of(f->name));
    text_field(out, "format", str_of(kt_format_id(kt_subtitle_format(f->subtitle))));
    text_field(out, "encoding", str_of(charset.name));
    buffer_text(out, charset.bom_len > 0 ? ",\"bom\":true" : ",\"bom\":false");
    key(out, "cues");
    buffer_uint(out, count);
    key(out, "start_ms");
    buffer_int(out, first);
    key(out, "end_ms");
    buffer_int(out, last);
    json_tracks(out, f);
    json_notes(out, f);
    if (arguments_has(args, OPT_CUES)) status = json_cues(out, f);
    buffer_text(out, "}\n");
    return status;
}

int subtitle_info(const arguments *args, const subtitle_file *f, output *out) {
    if (json_asked(args)) return write_json(args, f, &out->bytes);
    subtitle_warn(f);
    if (arguments_has(args, OPT_CUES)) return write_cues(f, &out->bytes);
    write_summary(&out->bytes, f);
    write_tracks(&out->bytes, f);
    return EXIT_DONE;
}
