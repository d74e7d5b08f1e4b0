/* cmd_cards.c - a card for each name that a presenter has to say. */
#include "html_text.h"
#include "json_list.h"
#include "roster_file.h"

enum { SAID, IPA, LATIN, RESPELT, FIELDS };

static const char *const keys[FIELDS] = {"pronunciation", "ipa", "rr", "respelling"};

typedef struct card {
    const kt_figure *figure;
    buffer fields[FIELDS];
} card;

static kt_kind kind_of(kt_name_type type) {
    return type == KT_NAME_PERSON  ? KT_KIND_PERSON
           : type == KT_NAME_PLACE ? KT_KIND_PLACE
                                   : KT_KIND_WORD;
}

static kt_status write_field(session *s, const kt_figure *f, int field, buffer *out) {
    static const kt_scheme schemes[FIELDS] = {KT_SCHEME_HANGUL, KT_SCHEME_IPA, KT_SCHEME_RR,
                                              KT_SCHEME_RESPELL};
    kt_romanize_options latin = KT_ROMANIZE_INIT;
    latin.scheme = schemes[field];
    latin.kind = kind_of(f->type);
    if (field == RESPELT) latin.letter_case = KT_CASE_LOWER;
    kt_status status = field == SAID ? kt_pronounce(s->ctx, f->korean, NULL, s->text)
                                     : kt_romanize(s->ctx, f->korean, &latin, s->text);
    out->len = 0;
    if (status == KT_OK) buffer_str(out, kt_text_str(s->text));
    return status;
}

static kt_str field_of(const card *c, int field) {
    return (kt_str){c->fields[field].ptr, c->fields[field].len};
}

/* ---- forms ---------------------------------------------------------------------------------- */

static void tsv_card(const card *c, buffer *out) {
    buffer_tsv(out, c->figure->korean);
    for (int i = 0; i < FIELDS; i++) {
        buffer_byte(out, '\t');
        buffer_tsv(out, field_of(c, i));
    }
    buffer_byte(out, '\t');
    buffer_tsv(out, c->figure->english);
    buffer_byte(out, '\t');
    buffer_text(out, kt_name_type_id(c->figure->type));
    buffer_byte(out, '\n');
}

static void json_field(buffer *out, const char *key, kt_str value) {
    buffer_byte(out, ',');
    buffer_json(out, str_of(key));
    buffer_byte(out, ':');
    buffer_json(out, value);
}

static void json_card(const card *c, buffer *out) {
    buffer_text(out, "\"korean\":");
    buffer_json(out, c->figure->korean);
    for (int i = 0; i < FIELDS; i++)
        json_field(out, keys[i], field_of(c, i));
    json_field(out, "english", c->figure->english);
    json_field(out, "type", str_of(kt_name_type_id(c->figure->type)));
}

static void html_card(const card *c, buffer *out) {
    static const char *const languages[FIELDS] = {"ko", "ko-fonipa", "ko-Latn", NULL};
    buffer_text(out, "<tr>");
    html_cell(out, "ko", c->figure->korean);
    for (int i = 0; i < FIELDS; i++)
        html_cell(out, languages[i], field_of(c, i));
    html_cell(out, "en", c->figure->english);
    buffer_text(out, "</tr>\n");
}

/* ---- the command ---------------------------------------------------------------------------- */

static void begin_page(buffer *out) {
    html_begin(out, str_of("Names to say"), html_table_style());
    buffer_text(out, "<table>\n<tr><th>Name<th>Said<th>IPA<th>Romanization<th>Say it<th>In "
                     "English</tr>\n");
}

static void end_page(buffer *out) {
    buffer_text(out,
                "</table>\n<p>Say it: ah as in father, eh bed, uh cut, oh go, oo moon, ee see; eu "
                "is the e of roses with the lips drawn back.</p>\n");
    html_end(out);
}

static void write_card(const card *c, json_list *json, bool page, buffer *out) {
    if (json_list_open(json)) {
        json_card(c, out);
        json_list_close(json);
    } else if (page) {
        html_card(c, out);
    } else {
        tsv_card(c, out);
    }
}

static int write_cards(session *s, const roster_files *r, buffer *out) {
    json_list json = json_list_begin(s->args, out, "kotext/cards/1", "cards");
    bool page = arguments_has(s->args, OPT_HTML) && !json_list_asked(&json);
    card c = {.figure = NULL};
    kt_status status = KT_OK;
    if (page) begin_page(out);
    for (size_t i = 0; i < r->figure_count && status == KT_OK; i++) {
        c.figure = &r->figures[i];
        for (int field = 0; field < FIELDS && status == KT_OK; field++)
            status = write_field(s, c.figure, field, &c.fields[field]);
        write_card(&c, &json, page, out);
    }
    json_list_end(&json);
    if (page) end_page(out);
    for (int field = 0; field < FIELDS; field++) {
        out->failed = out->failed || c.fields[field].failed;
        buffer_free(&c.fields[field]);
    }
    return status == KT_OK ? EXIT_DONE : complain_status(s, status, NULL, 0);
}

int cards_command(const arguments *args) {
    session s;
    roster_files r = {.count = 0};
    output out = {.path = arguments_value(args, OPT_OUTPUT, NULL)};
    int status = session_open(args, &s);
    if (status == EXIT_DONE) status = roster_load(&s, &r);
    if (status == EXIT_DONE) status = write_cards(&s, &r, &out.bytes);
    if (status == EXIT_DONE) status = output_finish(&out);
    buffer_free(&out.bytes);
    roster_free(&r);
    session_close(&s);
    return status;
}
