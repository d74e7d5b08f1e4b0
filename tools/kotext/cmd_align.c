/* cmd_align.c - two files that say the same thing into links or a glossary. */
#include <string.h>

#include "json_list.h"
#include "pair_page.h"
#include "side.h"

/* ---- links ---------------------------------------------------------------------------------- */

static void link_tsv(buffer *out, const side *ko, const side *en, const kt_link *l) {
    buffer_uint(out, l->ko_unit + 1);
    buffer_byte(out, '\t');
    buffer_tsv(out, str_span(ko->units[l->ko_unit].text, l->ko));
    buffer_byte(out, '\t');
    buffer_tsv(out,
               l->en_unit == SIZE_MAX ? str_of("") : str_span(en->units[l->en_unit].text, l->en));
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
    buffer_json(out, str_span(ko->units[l->ko_unit].text, l->ko));
    buffer_text(out, ",\"start\":");
    buffer_uint(out, l->ko.start);
    buffer_text(out, ",\"end\":");
    buffer_uint(out, l->ko.end);
    if (l->en_unit == SIZE_MAX) {
        buffer_text(out, ",\"english\":null");
    } else {
        buffer_text(out, ",\"english\":");
        buffer_json(out, str_span(en->units[l->en_unit].text, l->en));
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

/* ---- windows -------------------------------------------------------------------------------- */

/* Gets the links of a window, whose units are counted from `first`. */
typedef kt_status link_taker(void *context, const kt_link *links, size_t count, size_t first);

/* Lines side by side go window by window, so that memory does not grow with them. */
static kt_status each_window(session *s, const side *ko, const side *en,
                             const kt_align_options *options, link_taker *take, void *context) {
    enum { LINES = 1 << 12 };
    link_tally tally = {0, 0};
    bool lines = options->pairing == KT_PAIRING_PARALLEL;
    size_t first = 0;
    kt_status status;
    do {
        const kt_link *links;
        size_t count, left = ko->count - first, kos = lines && left > LINES ? LINES : left;
        status = kt_align(s->ctx, ko->units + first, kos, en->units + first,
                          lines ? kos : en->count, options, &links, &count);
        if (status == KT_OK) tally_links(&tally, links, count);
        if (status == KT_OK) status = take(context, links, count, first);
        first += kos;
    } while (status == KT_OK && first < ko->count);
    if (status == KT_OK) (void)tally_warn(&tally, s->args, s->args->operands);
    return status;
}

/* ---- links ---------------------------------------------------------------------------------- */

typedef struct listing {
    json_list json;
    const side *ko, *en;
    output *out;
    int result; /* of writing */
} listing;

static void write_link(listing *l, const kt_link *link) {
    if (!json_list_open(&l->json)) {
        link_tsv(l->json.out, l->ko, l->en, link);
        return;
    }
    link_json(l->json.out, l->ko, l->en, link);
    json_list_close(&l->json);
}

static kt_status list_links(void *context, const kt_link *links, size_t count, size_t first) {
    listing *l = context;
    for (size_t i = 0; i < count; i++) {
        kt_link link = links[i];
        link.ko_unit += first;
        if (link.en_unit != SIZE_MAX) link.en_unit += first;
        write_link(l, &link);
    }
    l->result = output_flush(l->out);
    return l->result == EXIT_DONE ? KT_OK : KT_ERR_IO;
}

/* ---- the glossary --------------------------------------------------------------------------- */

typedef struct gathering {
    const kt_engine *engine;
    kt_glossary *glossary;
    const side *ko, *en;
} gathering;

static kt_status gather_links(void *context, const kt_link *links, size_t count, size_t first) {
    gathering *g = context;
    return kt_glossary_add_link_names(g->engine, g->glossary, g->ko->units + first,
                                      g->en->units + first, links, count);
}

static kt_status write_rows(const arguments *args, kt_glossary *glossary, buffer *out) {
    const kt_glossary_row *rows = NULL;
    size_t count = 0;
    kt_status status = kt_glossary_rows(glossary, &rows, &count);
    json_list json = json_list_begin(args, out, "kotext/glossary/1", "rows");
    for (size_t i = 0; i < count; i++) {
        if (!json_list_open(&json)) {
            row_tsv(out, &rows[i]);
            continue;
        }
        row_json(out, &rows[i]);
        json_list_close(&json);
    }
    json_list_end(&json);
    return status;
}

/* ---- the three answers ---------------------------------------------------------------------- */

static int answer_links(session *s, const side *ko, const side *en, const kt_align_options *options,
                        output *out) {
    listing l = {json_list_begin(s->args, &out->bytes, "kotext/links/1", "links"), ko, en, out,
                 EXIT_DONE};
    kt_status status = each_window(s, ko, en, options, list_links, &l);
    if (l.result != EXIT_DONE) return l.result;
    if (status != KT_OK) return complain_status(s, status, s->args->operands[0], 0);
    json_list_end(&l.json);
    return output_finish(out);
}

static int answer_glossary(session *s, const side *ko, const side *en,
                           const kt_align_options *options, output *out) {
    gathering g = {s->engine, NULL, ko, en};
    kt_status status = kt_glossary_new(NULL, &g.glossary);
    if (status == KT_OK) status = each_window(s, ko, en, options, gather_links, &g);
    if (status == KT_OK) status = write_rows(s->args, g.glossary, &out->bytes);
    int result =
        status == KT_OK ? output_finish(out) : complain_status(s, status, s->args->operands[0], 0);
    kt_glossary_free(g.glossary);
    return result;
}

static int answer_page(session *s, const side *ko, const side *en, const kt_align_options *options,
                       output *out) {
    const kt_link *links = NULL;
    size_t count = 0;
    kt_status status =
        kt_align(s->ctx, ko->units, ko->count, en->units, en->count, options, &links, &count);
    if (status != KT_OK) return complain_status(s, status, s->args->operands[0], 0);
    page_write(&out->bytes, ko, en, s->args->operands, links, count,
               options->pairing == KT_PAIRING_PARALLEL);
    return output_finish(out);
}

/* ---- the command ---------------------------------------------------------------------------- */

static int align(session *s, const side *ko, const side *en, output *out) {
    kt_align_options options;
    if (!sides_options(s->args, ko, en, &options)) return EXIT_USAGE;
    int result = sides_check(s->args, s->args->operands, ko, en);
    if (result != EXIT_DONE) return result;
    if (arguments_has(s->args, OPT_HTML)) return answer_page(s, ko, en, &options, out);
    if (arguments_has(s->args, OPT_LINKS)) return answer_links(s, ko, en, &options, out);
    return answer_glossary(s, ko, en, &options, out);
}

int align_command(const arguments *args) {
    session s;
    if (args->operand_count != 2)
        return complain(EXIT_USAGE, NULL, 0, 0, "align: wants two files: KO EN");
    side ko = {.count = 0}, en = {.count = 0};
    output out = {.path = arguments_value(args, OPT_OUTPUT, NULL)};
    int status = session_open(args, &s);
    if (status == EXIT_DONE) status = side_load(&s, args->operands[0], "ko", &ko);
    if (status == EXIT_DONE) status = side_load(&s, args->operands[1], "en", &en);
    if (status == EXIT_DONE) status = align(&s, &ko, &en, &out);
    side_free(&ko);
    side_free(&en);
    buffer_free(&out.bytes);
    session_close(&s);
    return status;
}
