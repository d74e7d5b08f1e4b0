/* cmd_sheet.c - a sheet for learners: each sentence, how it is said and written, and its names. */
#include <string.h>

#include "clock.h"
#include "html_text.h"
#include "json_list.h"
#include "subtitle_file.h"

enum { SENTENCE, SAID, LATIN, NAMES, WHEN, FIELDS };

typedef struct sheet {
    session *session;
    json_list json;
    bool page, begun;
    buffer fields[FIELDS];
} sheet;

static kt_str field_of(const sheet *h, int field) {
    return (kt_str){h->fields[field].ptr, h->fields[field].len};
}

/* ---- fields --------------------------------------------------------------------------------- */

/* "문재인 Moon Jae-in; 판문점 Panmunjom". */
static kt_status add_names(session *s, kt_str text, buffer *out) {
    kt_roster *r = NULL;
    const kt_figure *list;
    size_t count = 0;
    kt_status status = kt_roster_new(NULL, &r);
    if (status == KT_OK) status = kt_roster_read(r, s->ctx, text, 0);
    if (status == KT_OK) status = kt_roster_list(r, s->ctx, &list, &count);
    for (size_t i = 0; status == KT_OK && i < count; i++) {
        if (i > 0) buffer_text(out, "; ");
        buffer_str(out, list[i].korean);
        buffer_byte(out, ' ');
        buffer_str(out, list[i].english);
    }
    kt_roster_free(r);
    return status;
}

static kt_status fill(sheet *h, kt_str text, int64_t ms) {
    session *s = h->session;
    for (int i = 0; i < FIELDS; i++)
        h->fields[i].len = 0;
    buffer_str(&h->fields[SENTENCE], text);
    kt_status status = kt_pronounce(s->ctx, text, NULL, s->text);
    if (status == KT_OK) buffer_str(&h->fields[SAID], kt_text_str(s->text));
    if (status == KT_OK) status = kt_romanize(s->ctx, text, NULL, s->text);
    if (status == KT_OK) buffer_str(&h->fields[LATIN], kt_text_str(s->text));
    if (status == KT_OK) status = add_names(s, text, &h->fields[NAMES]);
    if (ms >= 0) clock_seconds(&h->fields[WHEN], ms);
    return status;
}

/* ---- forms ---------------------------------------------------------------------------------- */

/* Anki reads a field that holds a quotation mark in quotes, as CSV has it; and a line that begins
 * with # it does not read at all. */
static void anki_field(buffer *out, kt_str text) {
    bool quoted = text.len > 0 && text.ptr[0] == '#';
    for (size_t i = 0; i < text.len; i++)
        quoted = quoted || text.ptr[i] == '"';
    if (quoted) buffer_byte(out, '"');
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == '"') buffer_byte(out, '"');
        buffer_byte(out, c == '\t' || c == '\n' || c == '\r' ? ' ' : c);
    }
    if (quoted) buffer_byte(out, '"');
}

static void json_row(const sheet *h, buffer *out) {
    static const char *const keys[FIELDS] = {"sentence", "pronunciation", "rr", "names", "time"};
    for (int i = 0; i < FIELDS; i++) {
        if (i > 0) buffer_byte(out, ',');
        buffer_json(out, str_of(keys[i]));
        buffer_byte(out, ':');
        buffer_json(out, field_of(h, i));
    }
}

static void write_row(sheet *h, buffer *out) {
    static const char *const languages[FIELDS] = {"ko", "ko", "ko-Latn", NULL, NULL};
    if (json_list_open(&h->json)) {
        json_row(h, out);
        json_list_close(&h->json);
    } else if (h->page) {
        buffer_text(out, "<tr>");
        for (int i = 0; i < FIELDS; i++)
            html_cell(out, languages[i], field_of(h, i));
        buffer_text(out, "</tr>\n");
    } else {
        for (int i = 0; i < FIELDS; i++) {
            if (i > 0) buffer_byte(out, '\t');
            anki_field(out, field_of(h, i));
        }
        buffer_byte(out, '\n');
    }
}

static void begin(sheet *h, buffer *out) {
    if (h->begun) return;
    h->begun = true;
    h->json = json_list_begin(h->session->args, out, "kotext/sheet/1", "sentences");
    h->page = arguments_has(h->session->args, OPT_HTML) && !json_list_asked(&h->json);
    if (json_list_asked(&h->json)) return;
    if (h->page) {
        html_begin(out, str_of("Sentences"), html_table_style());
        buffer_text(out, "<table>\n<tr><th>Sentence<th>Said<th>Romanization<th>Names<th>"
                         "Time</tr>\n");
    } else {
        buffer_text(out, "#separator:tab\n#html:false\n"
                         "#columns:Sentence\tPronunciation\tRomanization\tNames\tTime\n");
    }
}

static void end(const sheet *h, buffer *out) {
    json_list_end(&h->json);
    if (!h->page) return;
    buffer_text(out, "</table>\n");
    html_end(out);
}

/* ---- files ---------------------------------------------------------------------------------- */

static kt_status add_row(sheet *h, kt_str text, int64_t ms, buffer *out) {
    kt_status status = fill(h, text, ms);
    if (status == KT_OK) write_row(h, out);
    return status;
}

/* Sentences of a text; their places outlive no other call, so they are kept. */
static kt_status add_text(sheet *h, kt_str text, buffer *out) {
    kt_segment_options sentences = KT_SEGMENT_INIT;
    const kt_span *spans;
    size_t count;
    buffer kept = {.ptr = NULL};
    sentences.unit = KT_UNIT_SENTENCE;
    kt_status status = kt_segment(h->session->ctx, text, &sentences, &spans, &count);
    if (status == KT_OK) buffer_add(&kept, spans, count * sizeof *spans);
    if (kept.failed) status = KT_ERR_NOMEM;
    for (size_t i = 0; status == KT_OK && i < count; i++) {
        kt_span span;
        memcpy(&span, kept.ptr + i * sizeof span, sizeof span);
        status = add_row(h, (kt_str){text.ptr + span.start, span.end - span.start}, -1, out);
    }
    buffer_free(&kept);
    return status;
}

static kt_status add_cues(sheet *h, kt_subtitle *s, buffer *out) {
    const kt_cue *cues;
    kt_subtitle *joined = NULL;
    kt_text *plain = NULL;
    kt_str text;
    kt_status status = kt_subtitle_join(h->session->ctx, s, NULL, &text);
    if (status == KT_ERR_SYNTAX) return KT_OK; /* nothing is said */
    if (status == KT_OK)
        status = kt_subtitle_parse(NULL, text, KT_FORMAT_PODCAST_JSON, &joined, NULL);
    if (status == KT_OK) status = kt_text_new(NULL, &plain);
    size_t count = status == KT_OK ? kt_subtitle_cues(joined, &cues) : 0;
    for (size_t i = 0; i < count && status == KT_OK; i++) {
        status = kt_subtitle_plain(joined, i, plain);
        if (status == KT_OK) status = add_row(h, kt_text_str(plain), cues[i].start_ms, out);
    }
    kt_text_free(plain);
    kt_subtitle_free(joined);
    return status;
}

static int do_file(const arguments *args, const char *name, output *out, void *context) {
    sheet *h = context;
    subtitle_file f = {.name = name};
    document d = {.name = name};
    const char *format = arguments_value(args, OPT_FROM_FORMAT, "auto");
    int status =
        str_is(str_of(format), "text") ? read_whole(name, &f.bytes) : subtitle_look(args, name, &f);
    if (status == EXIT_DONE && f.subtitle == NULL)
        status =
            document_of(h->session, name, arguments_value(args, OPT_ENCODING, NULL), &f.bytes, &d);
    if (status == EXIT_DONE) {
        begin(h, &out->bytes);
        kt_status done = f.subtitle != NULL ? add_cues(h, f.subtitle, &out->bytes)
                                            : add_text(h, d.utf8, &out->bytes);
        if (done != KT_OK) status = complain_status(h->session, done, name, 0);
    }
    subtitle_free(&f);
    document_free(&d);
    return status;
}

int sheet_command(const arguments *args) {
    static const char *const standard_input[] = {"-"};
    session s;
    sheet h = {.session = &s};
    output out = {.path = arguments_value(args, OPT_OUTPUT, NULL)};
    const char *const *names = args->operand_count > 0 ? args->operands : standard_input;
    size_t count = args->operand_count > 0 ? args->operand_count : 1;
    int status = session_open(args, &s);
    for (size_t i = 0; i < count && status == EXIT_DONE; i++)
        status = do_file(args, names[i], &out, &h);
    if (status == EXIT_DONE) {
        end(&h, &out.bytes);
        status = output_finish(&out);
    }
    for (int i = 0; i < FIELDS; i++)
        buffer_free(&h.fields[i]);
    buffer_free(&out.bytes);
    session_close(&s);
    return status;
}
