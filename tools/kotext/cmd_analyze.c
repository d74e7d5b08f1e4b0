/* cmd_analyze.c - morphemes, stems and particles, and the names among them. */
#include "filter.h"
#include "json_text.h"

static int analyze(const filter *f, session *s, const line *l, const kt_analysis **list,
                   size_t *count) {
    kt_status status = kt_analyze(s->ctx, l->text, f->options, list, count);
    return status == KT_OK ? EXIT_DONE : complain_status(s, status, l->file, l->number);
}

/* ---- text: 가/VV+았/EP+다/EF ---------------------------------------------------------------- */

static void add_eojeol(const kt_analysis *a, const kt_eojeol *e, buffer *out) {
    for (uint32_t i = 0; i < e->count; i++) {
        const kt_morpheme *m = &a->morphemes[e->first + i];
        if (i > 0) buffer_byte(out, '+');
        buffer_tsv(out, m->form);
        buffer_byte(out, '/');
        buffer_text(out, kt_tag_id(m->tag));
    }
}

static int plain(const filter *f, session *s, const line *l, buffer *out) {
    const kt_analysis *list;
    size_t count = 0;
    int status = analyze(f, s, l, &list, &count);
    for (size_t i = 0; i < count; i++) {
        if (i > 0) buffer_byte(out, '\t');
        for (size_t e = 0; e < list[i].eojeol_count; e++) {
            if (e > 0) buffer_byte(out, ' ');
            add_eojeol(&list[i], &list[i].eojeols[e], out);
        }
    }
    return status;
}

/* ---- JSON ----------------------------------------------------------------------------------- */

static kt_str text_at(kt_str text, kt_span span) {
    return (kt_str){text.ptr + span.start, span.end - span.start};
}

static void json_morpheme(buffer *out, json_place *place, const kt_morpheme *m) {
    buffer_text(out, "{\"form\":");
    buffer_json(out, m->form);
    buffer_text(out, ",\"tag\":");
    buffer_json(out, str_of(kt_tag_id(m->tag)));
    buffer_byte(out, ',');
    json_span(out, place, m->span);
    if ((m->flags & KT_MORPHEME_PERSON) != 0) buffer_text(out, ",\"class\":\"person\"");
    if ((m->flags & KT_MORPHEME_PLACE) != 0) buffer_text(out, ",\"class\":\"place\"");
    if ((m->flags & KT_MORPHEME_UNKNOWN) != 0) buffer_text(out, ",\"unknown\":true");
    buffer_byte(out, '}');
}

static void json_eojeol(buffer *out, json_place *place, const kt_analysis *a, const kt_eojeol *e) {
    static const char *const kinds[] = {"other", "nominal", "predicate"};
    buffer_byte(out, '{');
    json_span(out, place, e->span);
    buffer_text(out, ",\"kind\":");
    buffer_json(out, str_of(kinds[e->kind]));
    buffer_text(out, ",\"stem\":");
    buffer_json(out, text_at(place->text, e->stem));
    buffer_text(out, ",\"josa\":");
    buffer_json(out, text_at(place->text, e->josa));
    buffer_text(out, ",\"morphemes\":[");
    for (uint32_t i = 0; i < e->count; i++) {
        if (i > 0) buffer_byte(out, ',');
        json_morpheme(out, place, &a->morphemes[e->first + i]);
    }
    buffer_text(out, "]}");
}

static void json_analysis(buffer *out, kt_str text, const kt_analysis *a) {
    json_place place = {text, 0, 0};
    buffer_text(out, "\"cost\":");
    if (a->cost < 0) buffer_byte(out, '-');
    buffer_uint(out, (uint64_t)(a->cost < 0 ? -a->cost : a->cost));
    buffer_text(out, ",\"eojeols\":[");
    for (size_t i = 0; i < a->eojeol_count; i++) {
        if (i > 0) buffer_byte(out, ',');
        json_eojeol(out, &place, a, &a->eojeols[i]);
    }
    buffer_byte(out, ']');
}

static int json_names(session *s, const line *l, const kt_analysis *reading, buffer *out) {
    const kt_mention *names;
    size_t count;
    kt_status status = kt_names_of_reading(s->ctx, l->text, reading, &names, &count);
    if (status != KT_OK) return complain_status(s, status, l->file, l->number);
    buffer_byte(out, ',');
    json_mentions(out, l->text, names, count);
    return EXIT_DONE;
}

static int json(const filter *f, session *s, const line *l, buffer *out) {
    const kt_analysis *list;
    size_t count = 0;
    int status = analyze(f, s, l, &list, &count);
    if (status != EXIT_DONE) return status;
    buffer_text(out, "\"text\":");
    buffer_json(out, l->text);
    buffer_byte(out, ',');
    json_analysis(out, l->text, &list[0]);
    if (count > 1) buffer_text(out, ",\"others\":[");
    for (size_t i = 1; i < count; i++) {
        buffer_text(out, i > 1 ? ",{" : "{");
        json_analysis(out, l->text, &list[i]);
        buffer_byte(out, '}');
    }
    if (count > 1) buffer_byte(out, ']');
    return json_names(s, l, &list[0], out);
}

int analyze_command(const arguments *args) {
    kt_analyze_options options = KT_ANALYZE_INIT;
    long nbest = 1;
    if (!arguments_number(args, OPT_NBEST, 1, 64, &nbest)) return EXIT_USAGE;
    options.nbest = (uint32_t)nbest;
    filter f = {.plain = plain, .json = json, .schema = "kotext/analyze/1", .options = &options};
    if (nbest == 1) f.cut = CUT_PARTS;
    f.joint = " ";
    return filter_command(&f, args);
}
