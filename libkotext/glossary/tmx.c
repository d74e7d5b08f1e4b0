/* tmx.c - Translation Memory eXchange 1.4. What is not the two texts stands in prop and note. */
#include "core/status.h"
#include "core/str.h"
#include "glossary/walk.h"

typedef struct reading {
    kti_tongue tongue; /* of the tuv that is open */
    size_t seen;       /* tuv of this tu */
} reading;

static kti_field prop_field(kti_walk *w) {
    static const kt_str prefix = KTI_STR_INIT("x-kotext-");
    kt_str type = kti_walk_attribute(w, "type");
    if (!kti_str_starts(type, prefix)) return KTI_FIELDS;
    return kti_field_of(kti_str_cut(type, prefix.len, type.len));
}

static kti_field field_of(kti_walk *w, const reading *r) {
    bool korean = r->tongue == KTI_TONGUE_KOREAN;
    if (r->tongue == KTI_TONGUE_OTHER) return KTI_FIELDS;
    if (kti_walk_is(w, "seg")) return korean ? KTI_FIELD_KOREAN : KTI_FIELD_ENGLISH;
    if (kti_walk_is(w, "note")) return KTI_FIELD_NOTE;
    return kti_walk_is(w, "prop") ? prop_field(w) : KTI_FIELDS;
}

static void begin(kti_walk *w, reading *r) {
    if (kti_walk_is(w, "tu")) {
        kti_record_clear(&w->f->record);
        w->f->record.line = w->line;
        r->seen = 0;
    } else if (kti_walk_is(w, "tuv")) {
        r->tongue = kti_tongue_of(kti_walk_attribute(w, "lang"));
        if (r->tongue == KTI_TONGUE_UNTOLD && r->seen == 0) r->tongue = KTI_TONGUE_KOREAN;
        r->seen++;
    } else {
        kti_walk_keep_field(w, field_of(w, r));
    }
}

static kt_status at_tag(kti_walk *w, void *context, bool open, bool close) {
    reading *r = context;
    if (open) begin(w, r);
    if (!close) return KT_OK;
    bool ends = kti_walk_is(w, "seg") || kti_walk_is(w, "note") || kti_walk_is(w, "prop");
    if (ends) kti_walk_end_field(w);
    if (kti_walk_is(w, "tuv")) r->tongue = KTI_TONGUE_UNTOLD;
    if (!kti_walk_is(w, "tu")) return KT_OK;
    return kti_record_add(&w->f->record, w->f->glossary);
}

kt_status kti_tmx_read(kti_glossary_file *f) {
    reading r = {KTI_TONGUE_UNTOLD, 0};
    return kti_walk_run(f, at_tag, &r);
}

static void add_unit(const kti_record *r, kti_buf *out) {
    kti_buf_add_cstr(out, "  <tu>\n");
    kti_xml_add_element(out, "    <note>", kti_record_get(r, KTI_FIELD_NOTE), "</note>\n");
    for (int f = KTI_FIELD_TYPE; f < KTI_WRITTEN_FIELDS; f++) {
        kt_str value = kti_record_get(r, (kti_field)f);
        if (f == KTI_FIELD_NOTE || value.len == 0) continue;
        kti_buf_add_cstr(out, "    <prop type=\"x-kotext-");
        kti_buf_add_str(out, kti_field_name((kti_field)f));
        kti_xml_add_element(out, "\">", value, "</prop>\n");
    }
    kti_xml_add_element(out, "    <tuv xml:lang=\"ko\"><seg>", kti_record_get(r, KTI_FIELD_KOREAN),
                        "</seg></tuv>\n");
    kti_xml_add_element(out, "    <tuv xml:lang=\"en\"><seg>", kti_record_get(r, KTI_FIELD_ENGLISH),
                        "</seg></tuv>\n");
    kti_buf_add_cstr(out, "  </tu>\n");
}

kt_status kti_tmx_write(const kt_glossary_row *rows, size_t count, kti_record *r, kti_buf *out) {
    kti_buf_add_cstr(out,
                     "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n<header "
                     "creationtool=\"kotext\" creationtoolversion=\"0.1\" segtype=\"phrase\" "
                     "o-tmf=\"kotext\" adminlang=\"en\" srclang=\"ko\" datatype=\"plaintext\"/>\n"
                     "<body>\n");
    for (size_t i = 0; i < count; i++) {
        kti_record_of(r, &rows[i]);
        add_unit(r, out);
    }
    kti_buf_add_cstr(out, "</body>\n</tmx>\n");
    return KT_OK;
}
