/* json_rows.c - objects with "korean" and "english", wherever in the document they stand, or one a
 * line. */
#include "core/status.h"
#include "core/str.h"
#include "glossary/record.h"
#include "markup/json.h"

/* An object that is open: any may be a row, also one that has others inside. */
typedef struct object {
    kti_record record;
    kti_field field; /* of the last key */
    size_t depth;    /* inside of it */
} object;

typedef struct reading {
    kti_glossary_file *f;
    kti_json json;
    kti_buf value;
    object objects[KTI_JSON_DEEPEST];
    size_t count, opened; /* objects that are open; records made so far */
    size_t at, line;      /* lines counted so far */
} reading;

static size_t line_at(reading *r, size_t at) {
    for (; r->at < at; r->at++)
        r->line += r->f->text.ptr[r->at] == '\n';
    return r->line;
}

static void begin_object(reading *r, size_t at) {
    if (r->count == r->opened)
        kti_record_init(&r->objects[r->opened++].record, &r->f->glossary->alloc);
    object *o = &r->objects[r->count++];
    kti_record_clear(&o->record);
    o->record.line = line_at(r, at);
    o->field = KTI_FIELDS;
    o->depth = r->json.depth;
}

/* "source" of {"source": ..., "target": ...} is the Korean where nothing else is. */
static kt_status end_object(reading *r) {
    kti_record *record = &r->objects[--r->count].record;
    bool renamed =
        record->fields[KTI_FIELD_KOREAN].len == 0 && record->fields[KTI_FIELD_ENGLISH].len > 0;
    if (renamed) {
        kti_record_set(record, KTI_FIELD_KOREAN, kti_record_get(record, KTI_FIELD_SOURCE));
        kti_buf_clear(&record->fields[KTI_FIELD_SOURCE]);
    }
    return kti_record_add(record, r->f->glossary);
}

static kt_str decoded(reading *r, const kti_json_token *t) {
    kti_buf_clear(&r->value);
    kti_json_add_decoded(&r->value, t->text);
    return kti_buf_str(&r->value);
}

static kt_status take_token(reading *r, const kti_json_token *t) {
    object *in = r->count == 0 ? NULL : &r->objects[r->count - 1];
    switch (t->kind) {
    case KTI_JSON_OBJECT:
        begin_object(r, t->start);
        break;
    case KTI_JSON_CLOSE:
        if (in != NULL && in->depth == r->json.depth + 1) return end_object(r);
        break;
    case KTI_JSON_KEY:
        if (in != NULL) in->field = kti_field_of(decoded(r, t));
        break;
    case KTI_JSON_STRING:
    case KTI_JSON_NUMBER:
        if (in != NULL && r->json.depth <= in->depth + 1)
            kti_record_set(&in->record, in->field, decoded(r, t));
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
    const kt_alloc *alloc = &f->glossary->alloc;
    reading *r = kti_alloc_zeroed(alloc, sizeof *r);
    if (r == NULL) return KT_ERR_NOMEM;
    r->f = f;
    r->json.text = f->text;
    r->line = 1;
    kti_buf_init(&r->value, alloc);
    kt_status status = read_all(r);
    kti_buf_free(&r->value);
    for (size_t i = 0; i < r->opened; i++)
        kti_record_free(&r->objects[i].record);
    kti_alloc_free(alloc, r, sizeof *r);
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
