#include "json_text.h"

/* The code points before `at`, counted from the place before, forward or back. */
static size_t points_before(json_place *place, size_t at) {
    size_t low = at < place->at ? at : place->at, high = at < place->at ? place->at : at;
    kt_str between = {place->text.len == 0 ? NULL : place->text.ptr + low, high - low};
    size_t points = code_points(between, between.len);
    place->points = at < place->at ? place->points - points : place->points + points;
    place->at = at;
    return place->points;
}

void json_span(buffer *out, json_place *place, kt_span span) {
    size_t start = points_before(place, span.start);
    buffer_text(out, "\"start\":");
    buffer_uint(out, span.start);
    buffer_text(out, ",\"end\":");
    buffer_uint(out, span.end);
    buffer_text(out, ",\"cp_start\":");
    buffer_uint(out, start);
    buffer_text(out, ",\"cp_end\":");
    buffer_uint(out, points_before(place, span.end));
}

void json_mentions(buffer *out, kt_str text, const kt_mention *list, size_t count) {
    json_place place = {text, 0, 0};
    buffer_text(out, "\"names\":[");
    for (size_t i = 0; i < count; i++) {
        kt_span span = list[i].span;
        buffer_text(out, i > 0 ? ",{" : "{");
        json_span(out, &place, span);
        buffer_text(out, ",\"text\":");
        buffer_json(out, (kt_str){text.ptr + span.start, span.end - span.start});
        buffer_text(out, ",\"type\":");
        buffer_json(out, str_of(kt_name_type_id(list[i].type)));
        buffer_text(out, ",\"confidence\":");
        buffer_fixed(out, (double)list[i].confidence, 2);
        buffer_byte(out, '}');
    }
    buffer_byte(out, ']');
}

static void json_rule(buffer *out, uint32_t number) {
    kt_rule rule = kt_rule_info(number);
    buffer_text(out, "\"standard\":");
    buffer_json(out, str_of(rule.standard));
    buffer_text(out, ",\"article\":");
    buffer_json(out, str_of(rule.article));
}

static void json_edit(buffer *out, json_place *in, kt_str result, const kt_edit *e) {
    buffer_text(out, "{");
    json_span(out, in, (kt_span){e->src, e->src + e->src_len});
    buffer_text(out, ",\"out_start\":");
    buffer_uint(out, e->dst);
    buffer_text(out, ",\"out_end\":");
    buffer_uint(out, e->dst + e->dst_len);
    buffer_text(out, ",\"out\":");
    buffer_json(out, (kt_str){result.ptr + e->dst, e->dst_len});
    buffer_text(out, ",");
    json_rule(out, e->rule);
    buffer_text(out, "}");
}

static void json_step(buffer *out, json_place *in, const kt_step *s) {
    buffer_text(out, "{");
    json_span(out, in, s->src);
    buffer_text(out, ",\"before\":");
    buffer_json(out, s->before);
    buffer_text(out, ",\"after\":");
    buffer_json(out, s->after);
    buffer_text(out, ",");
    json_rule(out, s->rule);
    buffer_text(out, ",\"summary\":");
    buffer_json(out, str_of(kt_rule_info(s->rule).summary));
    buffer_text(out, "}");
}

void json_steps(buffer *out, kt_str in, const kt_step *steps, size_t count) {
    json_place place = {in, 0, 0};
    buffer_text(out, ",\"steps\":[");
    for (size_t i = 0; i < count; i++) {
        if (i > 0) buffer_text(out, ",");
        json_step(out, &place, &steps[i]);
    }
    buffer_text(out, "]");
}

void json_text(buffer *out, kt_str in, const kt_text *text) {
    const kt_edit *edits;
    const kt_step *steps;
    size_t edit_count = kt_text_edits(text, &edits);
    size_t step_count = kt_text_steps(text, &steps);
    kt_str result = kt_text_str(text);
    json_place place = {in, 0, 0};
    const char *comma = "";
    buffer_text(out, "\"text\":");
    buffer_json(out, in);
    buffer_text(out, ",\"result\":");
    buffer_json(out, result);
    buffer_text(out, ",\"edits\":[");
    for (size_t i = 0; i < edit_count; i++) {
        if (edits[i].rule == 0) continue;
        buffer_text(out, comma);
        json_edit(out, &place, result, &edits[i]);
        comma = ",";
    }
    buffer_text(out, "]");
    if (step_count > 0) json_steps(out, in, steps, step_count);
}

void explain_text(buffer *out, const kt_text *text) {
    const kt_step *steps;
    size_t count = kt_text_steps(text, &steps);
    explain_steps(out, steps, count);
}

void explain_steps(buffer *out, const kt_step *steps, size_t count) {
    for (size_t i = 0; i < count; i++) {
        kt_rule rule = kt_rule_info(steps[i].rule);
        buffer_text(out, "\n    ");
        buffer_str(out, steps[i].before);
        buffer_text(out, " \xE2\x86\x92 ");
        buffer_str(out, steps[i].after);
        buffer_text(out, "  ");
        buffer_text(out, rule.standard);
        buffer_text(out, " ");
        buffer_text(out, rule.article);
        buffer_text(out, ": ");
        buffer_text(out, rule.summary);
    }
}
