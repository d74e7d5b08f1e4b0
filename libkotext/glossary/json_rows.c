/* json_rows.c - objects with "korean" and "english", wherever in the document they stand, or one a
 * line. */
#include "core/status.h"
#include "core/str.h"
#include "glossary/record.h"
#include "markup/json.h"

typedef struct reading {
    kti_glossary_file *f;
    kti_json json;
    kti_buf value;
    kti_field field; /* of the last key */
    size_t object;   /* the depth inside of the object that fills the record; 0 = none */
    size_t at, line; /* lines counted so far */
} reading;

static size_t line_at(reading *r, size_t at) {
    for (; r->at < at; r->at++)
        r->line += r->f->text.ptr[r->at] == '\n';
    return r->line;
}

/* "source" of {"source": ..., "target": ...} is the Korean where nothing else is. */
static kt_status end_object(reading *r) {
    kti_record *record = &r->f->record;
    bool renamed =
        record->fields[KTI_FIELD_KOREAN].len == 0 && record->fields[KTI_FIELD_ENGLISH].len > 0;
    if (renamed) {
        kti_record_set(record, KTI_FIELD_KOREAN, kti_record_get(record, KTI_FIELD_SOURCE));
        kti_buf_clear(&record->fields[KTI_FIELD_SOURCE]);
    }
    KTI_TRY(kti_record_add(record, r->f->glossary));
    kti_record_clear(record);
    r->object = 0;
    return KT_OK;
}

static void take_value(reading *r, const kti_json_token *t) {
    if (r->object == 0 || r->json.depth > r->object + 1) return;
    kti_buf_clear(&r->value);
    kti_json_add_decoded(&r->value, t->text);
    kti_record_set(&r->f->record, r->field, kti_buf_str(&r->value));
}

static kt_status take_token(reading *r, const kti_json_token *t) {
    switch (t->kind) {
    case KTI_JSON_OBJECT:
        kti_record_clear(&r->f->record);
        r->object = r->json.depth;
        r->f->record.line = line_at(r, t->start);
        break;
    case KTI_JSON_CLOSE:
        if (r->object == r->json.depth + 1) return end_object(r);
        break;
    case KTI_JSON_KEY:
        kti_buf_clear(&r->value);
        kti_json_add_decoded(&r->value, t->text);
        r->field = kti_field_of(kti_buf_str(&r->value));
        break;
    case KTI_JSON_STRING:
    case KTI_JSON_NUMBER:
        take_value(r, t);
        break;
    default:
        break;
    }
    return kti_buf_status(&r->value);
}

/* JSON Lines: another value begins where one has ended. */
static bool begins_again(reading *r) {
    kt_str rest = kti_str_cut(r->json.text, r->json.at, r->json.text.len);
    if (r->json.depth > 0 || !r->json.after_value) return false;
    kti_take_space(&rest);
    if (rest.len == 0 || (rest.ptr[0] != '{' && rest.ptr[0] != '[')) return false;
    r->json.after_value = false;
    return true;
}

static kt_status read_all(reading *r) {
    for (;;) {
        (void)begins_again(r);
        kti_json_token t = kti_json_next(&r->json);
        if (t.kind == KTI_JSON_END) return KT_OK;
        if (t.kind == KTI_JSON_BAD)
            return kti_fail_line(r->f->err, KT_ERR_SYNTAX, t.start, line_at(r, t.start),
                                 "not JSON, or too deep");
        KTI_TRY(take_token(r, &t));
    }
}

kt_status kti_json_read(kti_glossary_file *f) {
    reading r = {.f = f, .json = {.text = f->text}, .field = KTI_FIELDS, .line = 1};
    kti_buf_init(&r.value, &f->glossary->alloc);
    kt_status status = read_all(&r);
    kti_buf_free(&r.value);
    return status;
}

static bool is_number(kti_field field) {
    return field == KTI_FIELD_COUNT || field == KTI_FIELD_SCORE || field == KTI_FIELD_PRIORITY;
}

static void add_row(const kti_record *r, kti_buf *out) {
    const char *comma = "{";
    for (int f = 0; f < KTI_WRITTEN_FIELDS; f++) {
        kt_str value = kti_record_get(r, (kti_field)f);
        if (value.len == 0) continue;
        kti_buf_add_cstr(out, comma);
        kti_json_add_string(out, kti_field_name((kti_field)f));
        kti_buf_add_byte(out, ':');
        if (is_number((kti_field)f))
            kti_buf_add_str(out, value);
        else
            kti_json_add_string(out, value);
        comma = ",";
    }
    kti_buf_add_byte(out, '}');
}

kt_status kti_json_write(const kt_glossary_row *rows, size_t count, kti_record *r, kti_buf *out) {
    kti_buf_add_cstr(out, "{\"schema\":\"kotext/glossary/1\",\"rows\":[");
    for (size_t i = 0; i < count; i++) {
        kti_record_of(r, &rows[i]);
        kti_buf_add_cstr(out, i > 0 ? ",\n" : "\n");
        add_row(r, out);
    }
    kti_buf_add_cstr(out, "\n]}\n");
    return KT_OK;
}
