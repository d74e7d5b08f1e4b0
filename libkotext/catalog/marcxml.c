#include "catalog/marcxml.h"

#include "catalog/record.h"
#include "core/status.h"
#include "core/str.h"
#include "markup/xml.h"

typedef struct reader {
    kt_str xml;
    kti_arena *arena;
    kti_buf *pairs;
    kti_buf fields, subfields, bytes;
    kti_marc_record record;
    kti_marc_field field;
    bool in_record, in_field;
    kt_error *err;
} reader;

static kt_status wrong(reader *r, kt_status status, size_t at, const char *message) {
    return kti_fail_line(r->err, status, at, kti_line_number(r->xml, at), message);
}

/* ---- text ----------------------------------------------------------------------------------- */

/* The text up to the end of element `open`, as it is when it needs no decoding; `*at` moves behind
 * the closing tag. */
static kt_status take_text(reader *r, const kti_xml *open, size_t *at, kt_span *span, kt_str *out) {
    kti_xml token;
    r->bytes.len = 0;
    *span = (kt_span){(uint32_t)*at, (uint32_t)*at};
    while (kti_xml_at(r->xml, *at, &token)) {
        kt_str raw = kti_str_cut(r->xml, token.start, token.end);
        if (token.kind == KTI_XML_CLOSE && kti_str_eq(token.local, open->local)) {
            span->end = (uint32_t)token.start;
            *at = token.end;
            KTI_TRY(kti_buf_status(&r->bytes));
            kt_str text = kti_str_trim(kti_buf_str(&r->bytes));
            kt_str whole = kti_str_cut(r->xml, span->start, span->end), own = kti_str_trim(whole);
            if (kti_str_eq(text, own)) {
                if (own.len > 0) span->start += (uint32_t)(own.ptr - whole.ptr);
                span->end = span->start + (uint32_t)own.len;
                *out = own;
                return KT_OK;
            }
            *out = kti_arena_str(r->arena, text);
            return out->ptr == NULL && text.len > 0 ? KT_ERR_NOMEM : KT_OK;
        }
        if (token.kind == KTI_XML_CDATA)
            kti_buf_add_str(&r->bytes, kti_str_cut(raw, sizeof "<![CDATA[" - 1, raw.len - 3));
        else if (token.kind == KTI_XML_TEXT)
            kti_xml_add_decoded(&r->bytes, raw);
        else if (token.kind != KTI_XML_OTHER)
            return wrong(r, KT_ERR_SYNTAX, token.start, "expected text");
        *at = token.end;
    }
    return wrong(r, KT_ERR_SYNTAX, open->start, "an element that does not end");
}

/* ---- elements ------------------------------------------------------------------------------- */

static kt_status take_control(reader *r, const kti_xml *open, size_t *at) {
    enum { LANGUAGE = 35 }; /* in field 008 */
    kt_span span;
    kt_str text, tag = kti_xml_attribute(r->xml, open, "tag");
    KTI_TRY(take_text(r, open, at, &span, &text));
    if (kti_str_eq(tag, KTI_STR("001"))) r->record.control = text;
    /* as it stands: trimming would move the positions of a field that begins with spaces */
    kt_str raw = kti_str_cut(r->xml, open->end, *at);
    if (kti_str_eq(tag, KTI_STR("008")) && raw.len >= LANGUAGE + 3)
        r->record.korean = kti_str_eq(kti_str_cut(raw, LANGUAGE, LANGUAGE + 3), KTI_STR("kor"));
    return KT_OK;
}

static kt_status take_subfield(reader *r, const kti_xml *open, size_t *at) {
    kt_str code = kti_xml_attribute(r->xml, open, "code");
    kti_marc_subfield s = {.code = code.len == 1 ? code.ptr[0] : '\0'};
    KTI_TRY(take_text(r, open, at, &s.span, &s.text));
    if (s.code == '6') kti_marc_field_link(&r->field, s.text);
    if (r->subfields.len / sizeof s >= KTI_MARC_SUBFIELDS)
        return wrong(r, KT_ERR_TOO_LARGE, open->start, "too many subfields in a record");
    kti_buf_add(&r->subfields, &s, sizeof s);
    r->field.count++;
    return kti_buf_status(&r->subfields);
}

static kt_status end_field(reader *r, const kti_xml *close) {
    r->in_field = false;
    if (r->field.key == 0) {
        r->subfields.len = r->field.first * sizeof(kti_marc_subfield);
        return KT_OK;
    }
    r->field.span.end = (uint32_t)close->end;
    if (r->fields.len / sizeof r->field >= KTI_MARC_FIELDS)
        return wrong(r, KT_ERR_TOO_LARGE, close->start, "too many fields in a record");
    kti_buf_add(&r->fields, &r->field, sizeof r->field);
    return kti_buf_status(&r->fields);
}

static void begin_record(reader *r) {
    r->record = (kti_marc_record){.number = r->record.number + 1,
                                  .control = KTI_STR(""),
                                  .fields = &r->fields,
                                  .subfields = &r->subfields};
    r->fields.len = r->subfields.len = 0;
    r->in_record = true;
    r->in_field = false;
}

static kt_status take_open(reader *r, const kti_xml *t, size_t *at) {
    bool record = kti_str_eq(t->local, KTI_STR("record"));
    if (record && r->in_record)
        return wrong(r, KT_ERR_SYNTAX, t->start, "a record within a record");
    if (record) begin_record(r);
    if (!r->in_record) return KT_OK;
    if (kti_str_eq(t->local, KTI_STR("controlfield"))) return take_control(r, t, at);
    if (kti_str_eq(t->local, KTI_STR("datafield"))) {
        if (r->in_field) return wrong(r, KT_ERR_SYNTAX, t->start, "a field within a field");
        r->field = (kti_marc_field){.tag = kti_xml_attribute(r->xml, t, "tag"),
                                    .span = {(uint32_t)t->start, (uint32_t)t->end},
                                    .first = r->subfields.len / sizeof(kti_marc_subfield)};
        r->in_field = true;
    }
    if (r->in_field && kti_str_eq(t->local, KTI_STR("subfield"))) return take_subfield(r, t, at);
    return KT_OK;
}

static kt_status take_close(reader *r, const kti_xml *t) {
    if (r->in_field && kti_str_eq(t->local, KTI_STR("datafield"))) return end_field(r, t);
    if (!r->in_record || !kti_str_eq(t->local, KTI_STR("record"))) return KT_OK;
    if (r->in_field) return wrong(r, KT_ERR_SYNTAX, t->start, "a field that does not end");
    r->in_record = false;
    return kti_marc_record_pairs(&r->record, r->arena, r->pairs);
}

static kt_status read_all(reader *r) {
    kti_xml token;
    for (size_t at = 0; kti_xml_at(r->xml, at, &token);) {
        at = token.end;
        if (token.kind == KTI_XML_BAD)
            return wrong(r, KT_ERR_SYNTAX, token.start, "XML that is not well formed");
        if (token.kind == KTI_XML_OPEN) KTI_TRY(take_open(r, &token, &at));
        if (token.kind == KTI_XML_CLOSE) KTI_TRY(take_close(r, &token));
    }
    if (r->in_record) return wrong(r, KT_ERR_SYNTAX, r->xml.len, "a record that does not end");
    return KT_OK;
}

kt_status kti_marcxml_read(kt_str xml, kti_arena *arena, kti_buf *pairs, kt_error *err) {
    reader r = {.xml = xml, .arena = arena, .pairs = pairs, .err = err};
    kti_buf *const bufs[] = {&r.fields, &r.subfields, &r.bytes};
    for (size_t i = 0; i < sizeof bufs / sizeof *bufs; i++)
        kti_buf_init(bufs[i], &arena->alloc);
    kt_status status = read_all(&r);
    for (size_t i = 0; i < sizeof bufs / sizeof *bufs; i++)
        kti_buf_free(bufs[i]);
    return status;
}
