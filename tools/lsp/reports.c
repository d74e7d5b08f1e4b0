#include "reports.h"

#include "check.h"

static void add_position(buffer *out, position at) {
    buffer_text(out, "{\"line\":");
    buffer_uint(out, at.line);
    buffer_text(out, ",\"character\":");
    buffer_uint(out, at.column);
    buffer_byte(out, '}');
}

static void add_range(buffer *out, position_cursor *c, kt_span span) {
    buffer_text(out, "{\"start\":");
    add_position(out, position_of(c, span.start));
    buffer_text(out, ",\"end\":");
    add_position(out, position_of(c, span.end));
    buffer_byte(out, '}');
}

static const kt_glossary_row *row_of(const report_on *r, const kt_term_hit *hit) {
    const kt_glossary_row *rows;
    (void)kt_terms_rows(r->terms, &rows);
    return &rows[hit->row];
}

static position_cursor cursor_of(const report_on *r) {
    return (position_cursor){r->text, r->count, 0, {0, 0}};
}

/* ---- diagnostics ---------------------------------------------------------------------------- */

/* "Moon Jaein" is forbidden; write "Moon Jae-in" (문재인) */
static void add_message(buffer *out, kt_str met, const char *id, kt_str wanted, kt_str korean) {
    buffer text = {.ptr = NULL};
    buffer_byte(&text, '"');
    buffer_str(&text, met);
    buffer_text(&text, id[0] == 'f' ? "\" is forbidden" : "\" is not how the glossary writes it");
    if (wanted.len > 0) {
        buffer_text(&text, "; write \"");
        buffer_str(&text, wanted);
        buffer_byte(&text, '"');
    }
    buffer_text(&text, " (");
    buffer_str(&text, korean);
    buffer_byte(&text, ')');
    buffer_json(out, (kt_str){text.ptr, text.len});
    buffer_free(&text);
}

static void add_diagnostic(const report_on *r, position_cursor *c, const kt_term_hit *hit,
                           const char *id, kt_str wanted, buffer *out) {
    kt_str met = {r->text.ptr + hit->span.start, hit->span.end - hit->span.start};
    buffer_text(out, "{\"range\":");
    add_range(out, c, hit->span);
    buffer_text(out, id[0] == 'f' ? ",\"severity\":2" : ",\"severity\":3");
    buffer_text(out, ",\"source\":\"kotext\",\"code\":");
    buffer_json(out, str_of(id));
    buffer_text(out, ",\"message\":");
    add_message(out, met, id, wanted, row_of(r, hit)->korean);
    buffer_byte(out, '}');
}

kt_status report_diagnostics(const report_on *r, buffer *out) {
    const kt_term_hit *hits;
    size_t count, written = 0;
    position_cursor c = cursor_of(r);
    kt_status status = kt_terms_find(r->ctx, r->terms, r->text, &hits, &count);
    if (status != KT_OK) return status;
    buffer_byte(out, '[');
    for (size_t i = 0; i < count; i++) {
        const char *id;
        kt_str wanted;
        if (!check_hit(r->terms, &hits[i], &id, &wanted)) continue;
        if (written++ > 0) buffer_byte(out, ',');
        add_diagnostic(r, &c, &hits[i], id, wanted, out);
    }
    buffer_byte(out, ']');
    return KT_OK;
}

/* ---- hover ---------------------------------------------------------------------------------- */

static void add_row(buffer *text, const kt_glossary_row *row) {
    buffer_text(text, "**");
    buffer_str(text, row->korean);
    buffer_text(text, "** = ");
    buffer_str(text, row->english);
    buffer_text(text, " (");
    buffer_text(text, kt_name_type_id(row->type));
    if (row->status != KT_TERM_NONE) {
        buffer_text(text, ", ");
        buffer_text(text, kt_term_status_id(row->status));
    }
    buffer_byte(text, ')');
}

static void add_hover(const report_on *r, const kt_term_hit *hit, buffer *out) {
    buffer text = {.ptr = NULL};
    position_cursor c = cursor_of(r);
    add_row(&text, row_of(r, hit));
    buffer_text(out, "{\"contents\":{\"kind\":\"markdown\",\"value\":");
    buffer_json(out, (kt_str){text.ptr, text.len});
    buffer_text(out, "},\"range\":");
    add_range(out, &c, hit->span);
    buffer_byte(out, '}');
    buffer_free(&text);
}

kt_status report_hover(const report_on *r, position at, buffer *out) {
    const kt_term_hit *hits;
    size_t count, byte = offset_of(r->text, r->count, at);
    kt_status status = kt_terms_find(r->ctx, r->terms, r->text, &hits, &count);
    if (status != KT_OK) return status;
    for (size_t i = 0; i < count; i++) {
        if (byte < hits[i].span.start || byte >= hits[i].span.end) continue;
        add_hover(r, &hits[i], out);
        return KT_OK;
    }
    buffer_text(out, "null");
    return KT_OK;
}

/* ---- actions -------------------------------------------------------------------------------- */

static void add_action(const report_on *r, position_cursor *c, const kt_term_hit *hit,
                       kt_str wanted, buffer *out) {
    buffer title = {.ptr = NULL};
    buffer_text(&title, "Write \"");
    buffer_str(&title, wanted);
    buffer_byte(&title, '"');
    buffer_text(out, "{\"title\":");
    buffer_json(out, (kt_str){title.ptr, title.len});
    buffer_text(out, ",\"kind\":\"quickfix\",\"edit\":{\"changes\":{");
    buffer_json(out, r->uri);
    buffer_text(out, ":[{\"range\":");
    add_range(out, c, hit->span);
    buffer_text(out, ",\"newText\":");
    buffer_json(out, wanted);
    buffer_text(out, "}]}}}");
    buffer_free(&title);
}

kt_status report_actions(const report_on *r, position from, position to, buffer *out) {
    const kt_term_hit *hits;
    size_t count, written = 0;
    size_t start = offset_of(r->text, r->count, from), end = offset_of(r->text, r->count, to);
    position_cursor c = cursor_of(r);
    kt_status status = kt_terms_find(r->ctx, r->terms, r->text, &hits, &count);
    if (status != KT_OK) return status;
    buffer_byte(out, '[');
    for (size_t i = 0; i < count; i++) {
        const char *id;
        kt_str wanted;
        if (hits[i].span.start > end || hits[i].span.end < start) continue;
        if (!check_hit(r->terms, &hits[i], &id, &wanted) || wanted.len == 0) continue;
        if (written++ > 0) buffer_byte(out, ',');
        add_action(r, &c, &hits[i], wanted, out);
    }
    buffer_byte(out, ']');
    return KT_OK;
}
