#include "operations.h"

#include <stdlib.h>
#include <string.h>

/* ---- places as JavaScript counts them: UTF-16 code units ------------------------------------- */

/* Walks on, or back, from the place asked for before: offsets that lie close cost little. */
typedef struct cursor {
    kt_str text;
    size_t byte, units;
} cursor;

static size_t units_of(char byte) {
    unsigned char b = (unsigned char)byte;
    return (b & 0xC0) == 0x80 ? 0 : b >= 0xF0 ? 2 : 1;
}

static size_t units_at(cursor *c, size_t byte) {
    for (; c->byte < byte; c->byte++)
        c->units += units_of(c->text.ptr[c->byte]);
    for (; c->byte > byte; c->byte--)
        c->units -= units_of(c->text.ptr[c->byte - 1]);
    return c->units;
}

/* ---- JSON ------------------------------------------------------------------------------------ */

static void add_key(buffer *out, const char *key) {
    if (out->len > 0 && out->ptr[out->len - 1] != '{') buffer_byte(out, ',');
    buffer_byte(out, '"');
    buffer_text(out, key);
    buffer_text(out, "\":");
}

static void add_string(buffer *out, const char *key, kt_str value) {
    add_key(out, key);
    buffer_json(out, value);
}

static void add_number(buffer *out, const char *key, double value) {
    add_key(out, key);
    buffer_fixed(out, value, 6);
}

static void add_span(buffer *out, cursor *c, kt_span span) {
    add_key(out, "start");
    buffer_uint(out, units_at(c, span.start));
    add_key(out, "end");
    buffer_uint(out, units_at(c, span.end));
}

static void open_item(buffer *out, size_t i) {
    buffer_text(out, i > 0 ? ",{" : "{");
}

static void add_rule(buffer *out, uint32_t number) {
    kt_rule rule = kt_rule_info(number);
    add_string(out, "standard", str_of(rule.standard));
    add_string(out, "article", str_of(rule.article));
    add_string(out, "summary", str_of(rule.summary));
}

/* ---- transforms ------------------------------------------------------------------------------ */

static kt_status give_text(job *j, kt_status status) {
    if (status == KT_OK) buffer_str(j->out, kt_text_str(j->seat->text));
    return status;
}

static kt_status normalize(job *j) {
    kt_normalize_options o = KT_NORMALIZE_INIT;
    o.form = (kt_form)j->choices[0];
    kt_status status = kt_korean_steps(j->extra, &o.korean);
    if (status != KT_OK) return status;
    return give_text(j, kt_normalize(j->seat->ctx, j->in, &o, j->seat->text));
}

static kt_romanize_options romanize_options(const job *j) {
    kt_romanize_options o = KT_ROMANIZE_INIT;
    const int32_t *c = j->choices;
    o.scheme = (kt_scheme)c[0];
    o.kind = (kt_kind)c[1];
    o.hyphen = (kt_hyphen)c[2];
    o.given_hyphen = (kt_hyphen)c[3];
    o.numbered = (kt_numbered)c[4];
    o.letter_case = (kt_letter_case)c[5];
    o.numbers = (kt_numbers)c[6];
    o.ascii = c[7];
    o.keep_latin = c[8];
    o.narrow = c[9];
    o.foreign = c[10];
    return o;
}

static kt_status romanize(job *j) {
    kt_romanize_options o = romanize_options(j);
    return give_text(j, kt_romanize(j->seat->ctx, j->in, &o, j->seat->text));
}

static kt_status pronounce(job *j) {
    kt_pronounce_options o = KT_PRONOUNCE_INIT;
    o.norm = (kt_norm)j->choices[0];
    o.phrasing = (kt_phrasing)j->choices[1];
    o.numbers = (kt_numbers)j->choices[2];
    return give_text(j, kt_pronounce(j->seat->ctx, j->in, &o, j->seat->text));
}

static kt_status hanja(job *j) {
    kt_hanja_options o = KT_HANJA_INIT;
    o.kind = (kt_kind)j->choices[0];
    o.layout = (kt_hanja_layout)j->choices[1];
    return give_text(j, kt_hanja(j->seat->ctx, j->in, &o, j->seat->text));
}

static kt_status space(job *j) {
    kt_space_options o = KT_SPACE_INIT;
    o.level = (kt_space_level)j->choices[0];
    o.changes = (kt_space_changes)j->choices[1];
    return give_text(j, kt_space_repair(j->seat->ctx, j->in, &o, j->seat->text));
}

static kt_status slug(job *j) {
    return give_text(j, kt_slug(j->seat->ctx, j->in, NULL, j->seat->text));
}

static kt_status josa(job *j) {
    kt_str out;
    kt_status status = kt_josa_choose(j->seat->ctx, j->in, j->extra, &out);
    if (status == KT_OK) buffer_str(j->out, out);
    return status;
}

/* ---- a romanization with its reasons --------------------------------------------------------- */

/* What became what: pieces that tile both texts. */
static void add_pieces(job *j) {
    const kt_edit *edits;
    size_t count = kt_text_edits(j->seat->text, &edits);
    kt_str to = kt_text_str(j->seat->text);
    cursor in = {j->in, 0, 0}, out = {to, 0, 0};
    add_key(j->out, "pieces");
    buffer_byte(j->out, '[');
    for (size_t i = 0; i < count; i++) {
        const kt_edit *e = &edits[i];
        open_item(j->out, i);
        add_span(j->out, &in, (kt_span){e->src, e->src + e->src_len});
        add_string(j->out, "text", str_span(to, (kt_span){e->dst, e->dst + e->dst_len}));
        add_key(j->out, "at");
        buffer_uint(j->out, units_at(&out, e->dst));
        if (e->rule != 0) add_rule(j->out, e->rule);
        buffer_byte(j->out, '}');
    }
    buffer_byte(j->out, ']');
}

static void add_steps(job *j) {
    const kt_step *steps;
    size_t count = kt_text_steps(j->seat->text, &steps);
    cursor in = {j->in, 0, 0};
    add_key(j->out, "steps");
    buffer_byte(j->out, '[');
    for (size_t i = 0; i < count; i++) {
        open_item(j->out, i);
        add_span(j->out, &in, steps[i].src);
        add_string(j->out, "before", steps[i].before);
        add_string(j->out, "after", steps[i].after);
        add_rule(j->out, steps[i].rule);
        buffer_byte(j->out, '}');
    }
    buffer_byte(j->out, ']');
}

static kt_status explain(job *j) {
    kt_romanize_options o = romanize_options(j);
    o.explain = 1;
    kt_status status = kt_romanize(j->seat->ctx, j->in, &o, j->seat->text);
    if (status != KT_OK) return status;
    open_item(j->out, 0);
    add_string(j->out, "text", kt_text_str(j->seat->text));
    add_pieces(j);
    add_steps(j);
    buffer_byte(j->out, '}');
    return KT_OK;
}

/* ---- lists ----------------------------------------------------------------------------------- */

static kt_status segment(job *j) {
    kt_segment_options o = KT_SEGMENT_INIT;
    const kt_span *spans;
    size_t count;
    o.unit = (kt_unit)j->choices[0];
    o.width = (uint32_t)j->choices[1];
    kt_status status = kt_segment(j->seat->ctx, j->in, &o, &spans, &count);
    if (status != KT_OK) return status;
    buffer_byte(j->out, '[');
    for (size_t i = 0; i < count; i++) {
        if (i > 0) buffer_byte(j->out, ',');
        buffer_json(j->out, str_span(j->in, spans[i]));
    }
    buffer_byte(j->out, ']');
    return KT_OK;
}

static kt_status hangulize(job *j) {
    kt_hangulize_options o = KT_HANGULIZE_INIT;
    const kt_hangulized *list;
    size_t count;
    o.from = (kt_scheme)j->choices[0];
    o.nbest = (uint32_t)j->choices[1];
    kt_status status = kt_hangulize(j->seat->ctx, j->in, &o, &list, &count);
    if (status != KT_OK) return status;
    buffer_byte(j->out, '[');
    for (size_t i = 0; i < count; i++) {
        if (i > 0) buffer_byte(j->out, ',');
        buffer_json(j->out, list[i].text);
    }
    buffer_byte(j->out, ']');
    return KT_OK;
}

static void add_form(buffer *out, size_t i, kt_str text, double probability, const char *label) {
    open_item(out, i);
    add_string(out, "text", text);
    add_number(out, "probability", probability);
    add_string(out, "label", str_of(label));
    buffer_byte(out, '}');
}

static kt_status transliterate(job *j) {
    kt_transliterate_options o = KT_TRANSLITERATE_INIT;
    const kt_transliterated *list;
    size_t count;
    o.nbest = (size_t)j->choices[0];
    o.official = j->choices[1];
    kt_status status = kt_transliterate(j->seat->ctx, j->in, &o, &list, &count);
    if (status != KT_OK) return status;
    buffer_byte(j->out, '[');
    for (size_t i = 0; i < count; i++)
        add_form(j->out, i, list[i].text, list[i].probability, list[i].label);
    buffer_byte(j->out, ']');
    return KT_OK;
}

static kt_status spell(job *j) {
    kt_spell_options o = KT_SPELL_INIT;
    const kt_spelling *list;
    size_t count;
    o.nbest = (size_t)j->choices[0];
    o.kind = (kt_kind)j->choices[1];
    kt_status status = kt_names_spell(j->seat->ctx, j->in, &o, &list, &count);
    if (status != KT_OK) return status;
    buffer_byte(j->out, '[');
    for (size_t i = 0; i < count; i++)
        add_form(j->out, i, list[i].text, list[i].probability, list[i].label);
    buffer_byte(j->out, ']');
    return KT_OK;
}

static kt_status match(job *j) {
    double score;
    kt_status status = kt_names_match(j->seat->ctx, j->in, j->extra, &score);
    if (status == KT_OK) buffer_fixed(j->out, score, 6);
    return status;
}

static kt_status find_names(job *j) {
    const kt_mention *list;
    size_t count;
    cursor c = {j->in, 0, 0};
    kt_status status = kt_names_detect(j->seat->ctx, j->in, &list, &count);
    if (status != KT_OK) return status;
    buffer_byte(j->out, '[');
    for (size_t i = 0; i < count; i++) {
        open_item(j->out, i);
        add_string(j->out, "text", str_span(j->in, list[i].span));
        add_string(j->out, "type", str_of(kt_name_type_id(list[i].type)));
        add_span(j->out, &c, list[i].span);
        add_number(j->out, "confidence", (double)list[i].confidence);
        buffer_byte(j->out, '}');
    }
    buffer_byte(j->out, ']');
    return KT_OK;
}

static void add_eojeol(job *j, cursor *c, const kt_eojeol *e, const kt_morpheme *m) {
    static const char *const kinds[] = {"other", "nominal", "predicate"};
    add_string(j->out, "text", str_span(j->in, e->span));
    add_string(j->out, "stem", str_span(j->in, e->stem));
    add_string(j->out, "josa", str_span(j->in, e->josa));
    add_string(j->out, "kind", str_of(kinds[e->kind]));
    add_span(j->out, c, e->span);
    add_key(j->out, "morphemes");
    buffer_byte(j->out, '[');
    for (uint32_t i = 0; i < e->count; i++, m++) {
        open_item(j->out, i);
        add_string(j->out, "form", m->form);
        add_string(j->out, "tag", str_of(kt_tag_id(m->tag)));
        add_span(j->out, c, m->span);
        buffer_byte(j->out, '}');
    }
    buffer_byte(j->out, ']');
}

static kt_status analyze(job *j) {
    const kt_analysis *list;
    size_t count;
    cursor c = {j->in, 0, 0};
    kt_status status = kt_analyze(j->seat->ctx, j->in, NULL, &list, &count);
    if (status != KT_OK) return status;
    buffer_byte(j->out, '[');
    for (size_t i = 0; i < list->eojeol_count; i++) {
        open_item(j->out, i);
        add_eojeol(j, &c, &list->eojeols[i], list->morphemes + list->eojeols[i].first);
        buffer_byte(j->out, '}');
    }
    buffer_byte(j->out, ']');
    return KT_OK;
}

/* ---- alignment ------------------------------------------------------------------------------- */

enum { MARK_EVERY = 64 };

/* A side of an alignment: its lines, and the code units before every 64th byte, for links come in
 * no order. */
typedef struct side {
    kt_str text;
    kt_align_unit *lines;
    size_t line_count;
    uint32_t *marks;
} side;

static bool mark_units(side *s) {
    uint32_t units = 0;
    s->marks = malloc((s->text.len / MARK_EVERY + 1) * sizeof *s->marks);
    if (s->marks == NULL) return false;
    for (size_t i = 0; i < s->text.len; i++) {
        if (i % MARK_EVERY == 0) s->marks[i / MARK_EVERY] = units;
        units += (uint32_t)units_of(s->text.ptr[i]);
    }
    if (s->text.len % MARK_EVERY == 0) s->marks[s->text.len / MARK_EVERY] = units;
    return true;
}

static size_t units_before(const side *s, const char *place) {
    size_t at = (size_t)(place - s->text.ptr), mark = at / MARK_EVERY;
    size_t units = s->marks[mark];
    for (size_t i = mark * MARK_EVERY; i < at; i++)
        units += units_of(s->text.ptr[i]);
    return units;
}

static void side_free(side *s) {
    free(s->lines);
    free(s->marks);
}

/* Cuts a text into its lines. */
static bool side_open(side *s, kt_str text) {
    *s = (side){.text = text, .line_count = 1};
    for (size_t i = 0; i < text.len; i++)
        s->line_count += text.ptr[i] == '\n';
    s->lines = calloc(s->line_count, sizeof *s->lines);
    for (size_t i = 0, at = 0; s->lines != NULL && i < s->line_count; i++) {
        const char *end = at < text.len ? memchr(text.ptr + at, '\n', text.len - at) : NULL;
        size_t to = end == NULL ? text.len : (size_t)(end - text.ptr);
        s->lines[i].text = (kt_str){text.ptr + at, to - at};
        at = to + 1;
    }
    return s->lines != NULL && mark_units(s);
}

static void add_in_line(buffer *out, const char *key, const side *s, size_t line, size_t byte) {
    const char *start = s->lines[line].text.ptr;
    add_key(out, key);
    buffer_uint(out, units_before(s, start + byte) - units_before(s, start));
}

static void add_korean(buffer *out, const kt_link *l, const side *ko) {
    kt_str line = ko->lines[l->ko_unit].text;
    add_string(out, "korean", str_span(line, l->ko));
    add_string(out, "koreanTitle", str_span(line, l->ko_title));
    add_key(out, "koreanLine");
    buffer_uint(out, l->ko_unit);
    add_in_line(out, "koreanStart", ko, l->ko_unit, l->ko.start);
    add_in_line(out, "koreanEnd", ko, l->ko_unit, l->ko.end);
}

static void add_english(buffer *out, const kt_link *l, const side *en) {
    kt_str line = en->lines[l->en_unit].text;
    add_string(out, "english", str_span(line, l->en));
    add_string(out, "englishTitle", str_span(line, l->en_title));
    add_key(out, "englishLine");
    buffer_uint(out, l->en_unit);
    add_in_line(out, "englishStart", en, l->en_unit, l->en.start);
    add_in_line(out, "englishEnd", en, l->en_unit, l->en.end);
}

static void add_link(buffer *out, const kt_link *l, const side *ko, const side *en) {
    add_korean(out, l, ko);
    if (l->en_unit < en->line_count)
        add_english(out, l, en);
    else
        buffer_text(out, ",\"english\":\"\",\"englishTitle\":\"\",\"englishLine\":null"
                         ",\"englishStart\":null,\"englishEnd\":null");
    add_string(out, "type", str_of(kt_name_type_id(l->type)));
    add_string(out, "evidence", str_of(kt_evidence_id(l->evidence)));
    add_number(out, "score", l->score);
}

static kt_status align_sides(job *j, const side *ko, const side *en) {
    kt_align_options o = KT_ALIGN_INIT;
    const kt_link *links;
    size_t count = 0;
    o.pairing = (kt_pairing)j->choices[0];
    kt_status status = kt_align(j->seat->ctx, ko->lines, ko->line_count, en->lines, en->line_count,
                                &o, &links, &count);
    if (status != KT_OK) return status;
    buffer_byte(j->out, '[');
    for (size_t i = 0; i < count; i++) {
        open_item(j->out, i);
        add_link(j->out, &links[i], ko, en);
        buffer_byte(j->out, '}');
    }
    buffer_byte(j->out, ']');
    return KT_OK;
}

static kt_status align(job *j) {
    side ko, en;
    bool fine = side_open(&ko, j->in);
    fine = side_open(&en, j->extra) && fine;
    kt_status status = fine ? align_sides(j, &ko, &en) : KT_ERR_NOMEM;
    side_free(&ko);
    side_free(&en);
    return status;
}

const operation *operation_find(kt_str name) {
    static const operation table[] = {
        {"align", align},         {"analyze", analyze},
        {"explain", explain},     {"findNames", find_names},
        {"hangulize", hangulize}, {"hanja", hanja},
        {"josa", josa},           {"match", match},
        {"normalize", normalize}, {"pronounce", pronounce},
        {"romanize", romanize},   {"segment", segment},
        {"slug", slug},           {"space", space},
        {"spell", spell},         {"transliterate", transliterate},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (str_is(name, table[i].name)) return &table[i];
    return NULL;
}
