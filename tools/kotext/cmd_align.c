/* cmd_align.c - two files that say the same thing into links or a glossary. */
#include <stdlib.h>
#include <string.h>

#include "subtitle_file.h"

/* One side: a file cut into units. */
typedef struct side {
    document document;
    subtitle_file cues; /* `subtitle` NULL: the units are lines */
    kt_text **plain;    /* of each cue, without markup */
    kt_align_unit *units;
    size_t count;
    kt_str text; /* all of it */
} side;

/* ---- reading -------------------------------------------------------------------------------- */

static size_t count_lines(kt_str text) {
    size_t lines = text.len > 0;
    for (size_t i = 0; i + 1 < text.len; i++)
        lines += text.ptr[i] == '\n';
    return lines;
}

static bool read_lines(side *s) {
    kt_str rest = s->document.utf8;
    s->units = calloc(count_lines(rest) + 1, sizeof *s->units);
    while (s->units != NULL && rest.len > 0) {
        const char *feed = memchr(rest.ptr, '\n', rest.len);
        size_t len = feed == NULL ? rest.len : (size_t)(feed - rest.ptr);
        size_t kept = len > 0 && rest.ptr[len - 1] == '\r' ? len - 1 : len;
        s->units[s->count++].text = (kt_str){rest.ptr, kept};
        size_t next = feed == NULL ? len : len + 1;
        rest = (kt_str){rest.ptr + next, rest.len - next};
    }
    return s->units != NULL;
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
    if (s->units == NULL || s->plain == NULL) return false;
    for (size_t i = 0; i < count; i++) {
        if (track != SIZE_MAX && cues[i].track != track) continue;
        kt_text **plain = &s->plain[s->count];
        if (kt_text_new(NULL, plain) != KT_OK ||
            kt_subtitle_plain(s->cues.subtitle, i, *plain) != KT_OK)
            return false;
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

/* A file with cues in both languages serves either side. */
static int load(session *with, const char *name, bool lines, const char *language, side *out) {
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

static void unload(side *s) {
    for (size_t i = 0; s->plain != NULL && i <= s->count; i++)
        kt_text_free(s->plain[i]);
    free(s->plain);
    free(s->units);
    subtitle_free(&s->cues);
    document_free(&s->document);
}

/* ---- links ---------------------------------------------------------------------------------- */

static kt_str cut(kt_str text, kt_span span) {
    return (kt_str){text.ptr + span.start, span.end - span.start};
}

static void link_tsv(buffer *out, const side *ko, const side *en, const kt_link *l) {
    buffer_uint(out, l->ko_unit + 1);
    buffer_byte(out, '\t');
    buffer_tsv(out, cut(ko->units[l->ko_unit].text, l->ko));
    buffer_byte(out, '\t');
    buffer_tsv(out, l->en_unit == SIZE_MAX ? str_of("") : cut(en->units[l->en_unit].text, l->en));
    buffer_byte(out, '\t');
    buffer_text(out, kt_name_type_id(l->type));
    buffer_byte(out, '\t');
    buffer_fixed(out, l->score, 2);
    buffer_byte(out, '\n');
}

static void link_json(buffer *out, const side *ko, const side *en, const kt_link *l) {
    buffer_text(out, "\"line\":");
    buffer_uint(out, l->ko_unit + 1);
    buffer_text(out, ",\"korean\":");
    buffer_json(out, cut(ko->units[l->ko_unit].text, l->ko));
    buffer_text(out, ",\"start\":");
    buffer_uint(out, l->ko.start);
    buffer_text(out, ",\"end\":");
    buffer_uint(out, l->ko.end);
    if (l->en_unit == SIZE_MAX) {
        buffer_text(out, ",\"english\":null");
    } else {
        buffer_text(out, ",\"english\":");
        buffer_json(out, cut(en->units[l->en_unit].text, l->en));
        buffer_text(out, ",\"english_line\":");
        buffer_uint(out, l->en_unit + 1);
        buffer_text(out, ",\"english_start\":");
        buffer_uint(out, l->en.start);
        buffer_text(out, ",\"english_end\":");
        buffer_uint(out, l->en.end);
    }
    buffer_text(out, ",\"type\":");
    buffer_json(out, str_of(kt_name_type_id(l->type)));
    buffer_text(out, ",\"score\":");
    buffer_fixed(out, l->score, 2);
    buffer_text(out, ",\"evidence\":");
    buffer_json(out, str_of(kt_evidence_id(l->evidence)));
}

/* ---- glossary ------------------------------------------------------------------------------- */

static void row_tsv(buffer *out, const kt_glossary_row *row) {
    buffer_tsv(out, row->korean);
    buffer_byte(out, '\t');
    buffer_tsv(out, row->english);
    buffer_byte(out, '\t');
    buffer_text(out, kt_name_type_id(row->type));
    buffer_byte(out, '\t');
    buffer_uint(out, row->count);
    buffer_byte(out, '\t');
    buffer_fixed(out, row->score, 2);
    buffer_byte(out, '\n');
}

static void row_json(buffer *out, const kt_glossary_row *row) {
    buffer_text(out, "\"korean\":");
    buffer_json(out, row->korean);
    buffer_text(out, ",\"english\":");
    buffer_json(out, row->english);
    buffer_text(out, ",\"type\":");
    buffer_json(out, str_of(kt_name_type_id(row->type)));
    buffer_text(out, ",\"count\":");
    buffer_uint(out, row->count);
    buffer_text(out, ",\"score\":");
    buffer_fixed(out, row->score, 2);
    buffer_text(out, ",\"evidence\":");
    buffer_json(out, str_of(kt_evidence_id(row->evidence)));
}

/* ---- writing -------------------------------------------------------------------------------- */

typedef struct writer {
    buffer *out;
    const char *schema, *list;
    bool json, jsonl, first;
} writer;

static writer start(const arguments *args, buffer *out, const char *schema, const char *list) {
    writer w = {out, schema, list, arguments_has(args, OPT_JSON), arguments_has(args, OPT_JSONL),
                true};
    if (w.json) {
        buffer_text(out, "{\"schema\":");
        buffer_json(out, str_of(schema));
        buffer_text(out, ",");
        buffer_json(out, str_of(list));
        buffer_text(out, ":[\n");
    }
    return w;
}

static bool open_object(writer *w) {
    if (!w->json && !w->jsonl) return false;
    if (w->json && !w->first) buffer_text(w->out, ",\n");
    w->first = false;
    buffer_text(w->out, "{");
    if (w->jsonl) {
        buffer_text(w->out, "\"schema\":");
        buffer_json(w->out, str_of(w->schema));
        buffer_text(w->out, ",");
    }
    return true;
}

static void close_object(writer *w) {
    buffer_text(w->out, w->jsonl ? "}\n" : "}");
}

static void finish(writer *w) {
    if (w->json) buffer_text(w->out, "\n]}\n");
}

static void write_links(const arguments *args, const side *ko, const side *en, const kt_link *links,
                        size_t count, buffer *out) {
    writer w = start(args, out, "kotext/links/1", "links");
    for (size_t i = 0; i < count; i++) {
        if (!open_object(&w)) {
            link_tsv(out, ko, en, &links[i]);
            continue;
        }
        link_json(out, ko, en, &links[i]);
        close_object(&w);
    }
    finish(&w);
}

static kt_status write_glossary(const arguments *args, const side *ko, const side *en,
                                const kt_link *links, size_t count, buffer *out) {
    kt_glossary *glossary = NULL;
    const kt_glossary_row *rows = NULL;
    size_t row_count = 0;
    kt_status status = kt_glossary_new(NULL, &glossary);
    if (status == KT_OK)
        status = kt_glossary_add_links(glossary, ko->units, en->units, links, count);
    if (status == KT_OK) status = kt_glossary_rows(glossary, &rows, &row_count);
    writer w = start(args, out, "kotext/glossary/1", "rows");
    for (size_t i = 0; i < row_count; i++) {
        if (!open_object(&w)) {
            row_tsv(out, &rows[i]);
            continue;
        }
        row_json(out, &rows[i]);
        close_object(&w);
    }
    finish(&w);
    kt_glossary_free(glossary);
    return status;
}

/* ---- the command ---------------------------------------------------------------------------- */

static kt_pairing pairing_of(const arguments *args, const side *ko, const side *en) {
    if (arguments_has(args, OPT_PARALLEL)) return KT_PAIRING_PARALLEL;
    return ko->cues.subtitle != NULL && en->cues.subtitle != NULL ? KT_PAIRING_TIMED
                                                                  : KT_PAIRING_DOCUMENT;
}

/* Two files given the wrong way round are a mistake worth telling. */
static bool is_korean(kt_str text) {
    size_t hangul = 0, latin = 0;
    for (size_t i = 0; i < text.len && i < 65536; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        hangul += c >= 0xEA && c <= 0xED;
        latin += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
    return hangul * 4 > latin;
}

static int check_sides(const arguments *args, const side *ko, const side *en) {
    bool swapped = en->text.len > 0 && is_korean(en->text) && !is_korean(ko->text);
    if (swapped)
        return complain(EXIT_USAGE, args->operands[0], 0, 0,
                        "is not Korean, and the other file is: the order is KO EN");
    if (!arguments_has(args, OPT_PARALLEL) || ko->count == en->count) return EXIT_DONE;
    size_t shorter = ko->count < en->count ? ko->count : en->count;
    return complain(EXIT_USAGE, args->operands[ko->count < en->count ? 0 : 1], shorter + 1, 1,
                    "ends here, the other file has more lines: --parallel needs as many in both");
}

static int align(session *s, const side *ko, const side *en, output *out) {
    const kt_link *links;
    size_t count;
    long percent = 50;
    kt_align_options options = KT_ALIGN_INIT;
    if (!arguments_number(s->args, OPT_THRESHOLD, 1, 100, &percent)) return EXIT_USAGE;
    int result = check_sides(s->args, ko, en);
    if (result != EXIT_DONE) return result;
    options.pairing = pairing_of(s->args, ko, en);
    options.threshold = (double)percent / 100;
    kt_status status =
        kt_align(s->ctx, ko->units, ko->count, en->units, en->count, &options, &links, &count);
    if (status == KT_OK && arguments_has(s->args, OPT_LINKS))
        write_links(s->args, ko, en, links, count, &out->bytes);
    else if (status == KT_OK)
        status = write_glossary(s->args, ko, en, links, count, &out->bytes);
    if (status != KT_OK) return complain_status(s, status, s->args->operands[0], 0);
    return output_finish(out);
}

int align_command(const arguments *args) {
    session s;
    if (args->operand_count != 2)
        return complain(EXIT_USAGE, NULL, 0, 0, "align: wants two files: KO EN");
    side ko = {.count = 0}, en = {.count = 0};
    output out = {.path = arguments_value(args, OPT_OUTPUT, NULL)};
    bool parallel = arguments_has(args, OPT_PARALLEL);
    const char *format = arguments_value(args, OPT_FROM_FORMAT, parallel ? "text" : "auto");
    bool lines = strcmp(format, "text") == 0;
    int status = session_open(args, &s);
    if (status == EXIT_DONE) status = load(&s, args->operands[0], lines, "ko", &ko);
    if (status == EXIT_DONE) status = load(&s, args->operands[1], lines, "en", &en);
    if (status == EXIT_DONE) status = align(&s, &ko, &en, &out);
    unload(&ko);
    unload(&en);
    buffer_free(&out.bytes);
    session_close(&s);
    return status;
}
