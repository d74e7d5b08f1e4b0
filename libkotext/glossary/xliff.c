/* xliff.c - XLIFF 1.2 (trans-unit) and 2.0 (unit, segment): a pair a trans-unit or segment. What is
 * not the two texts stands in notes: note from="kotext-count" of 1.2, note category="kotext-count"
 * of 2.0; the notes of a unit are those of all its segments. */
#include "core/status.h"
#include "core/str.h"
#include "glossary/walk.h"

static bool is_unit(const kti_walk *w) {
    return kti_walk_is(w, "trans-unit") || kti_walk_is(w, "unit");
}

/* Proposals, and what stands between segments: their source and target are not the unit's. */
static bool is_apart(const kti_walk *w) {
    return kti_walk_is(w, "alt-trans") || kti_walk_is(w, "matches") || kti_walk_is(w, "ignorable");
}

static kti_field note_field(kti_walk *w) {
    static const kt_str prefix = KTI_STR_INIT("kotext-");
    kt_str from = kti_walk_attribute(w, "from");
    if (!kti_str_starts(from, prefix)) from = kti_walk_attribute(w, "category");
    if (!kti_str_starts(from, prefix)) return KTI_FIELD_NOTE;
    return kti_field_of(kti_str_cut(from, prefix.len, from.len));
}

static kti_field field_of(kti_walk *w) {
    if (kti_walk_is(w, "source")) return KTI_FIELD_KOREAN;
    if (kti_walk_is(w, "target")) return KTI_FIELD_ENGLISH;
    return kti_walk_is(w, "note") ? note_field(w) : KTI_FIELDS;
}

static void begin(kti_walk *w) {
    if (is_unit(w)) {
        kti_record_clear(&w->f->record);
        w->f->record.line = w->line;
    } else if (kti_walk_is(w, "segment")) {
        w->f->record.line = w->line;
    } else {
        kti_walk_keep_field(w, field_of(w));
    }
}

static kt_status end(kti_walk *w) {
    bool field = kti_walk_is(w, "source") || kti_walk_is(w, "target") || kti_walk_is(w, "note");
    if (field) kti_walk_end_field(w);
    if (!is_unit(w) && !kti_walk_is(w, "segment")) return KT_OK;
    kt_status status = kti_record_add(&w->f->record, w->f->glossary);
    kti_record_clear_pair(&w->f->record);
    return status;
}

static kt_status at_tag(kti_walk *w, void *context, bool open, bool close) {
    size_t *apart = context; /* elements open that are apart */
    if (is_apart(w)) {
        *apart += open;
        if (close && *apart > 0) --*apart;
    }
    if (is_apart(w) || *apart > 0) return KT_OK;
    if (open) begin(w);
    return close ? end(w) : KT_OK;
}

kt_status kti_xliff_read(kti_glossary_file *f) {
    size_t apart = 0;
    return kti_walk_run(f, at_tag, &apart);
}

static void add_texts(const kti_record *r, kti_buf *out) {
    kti_xml_add_element(out, "    <source>", kti_record_get(r, KTI_FIELD_KOREAN), "</source>\n");
    kti_xml_add_element(out, "    <target>", kti_record_get(r, KTI_FIELD_ENGLISH), "</target>\n");
}

static void add_notes(const kti_record *r, const char *attribute, kti_buf *out) {
    for (int f = KTI_FIELD_TYPE; f < KTI_WRITTEN_FIELDS; f++) {
        kt_str value = kti_record_get(r, (kti_field)f);
        if (value.len == 0) continue;
        kti_buf_add_cstr(out, "    <note");
        if (f != KTI_FIELD_NOTE) {
            kti_buf_add_cstr(out, attribute);
            kti_buf_add_str(out, kti_field_name((kti_field)f));
            kti_buf_add_byte(out, '"');
        }
        kti_xml_add_element(out, ">", value, "</note>\n");
    }
}

kt_status kti_xliff_write(const kt_glossary_row *rows, size_t count, kti_record *r, kti_buf *out) {
    kti_buf_add_cstr(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xliff version=\"1.2\" "
                          "xmlns=\"urn:oasis:names:tc:xliff:document:1.2\">\n<file "
                          "original=\"glossary\" source-language=\"ko\" target-language=\"en\" "
                          "datatype=\"plaintext\"><body>\n");
    for (size_t i = 0; i < count; i++) {
        kti_record_of(r, &rows[i]);
        kti_buf_add_cstr(out, "  <trans-unit id=\"");
        kti_buf_add_uint(out, i + 1);
        kti_buf_add_cstr(out, "\">\n");
        add_texts(r, out);
        add_notes(r, " from=\"kotext-", out);
        kti_buf_add_cstr(out, "  </trans-unit>\n");
    }
    kti_buf_add_cstr(out, "</body></file>\n</xliff>\n");
    return KT_OK;
}

kt_status kti_xliff2_write(const kt_glossary_row *rows, size_t count, kti_record *r, kti_buf *out) {
    kti_buf_add_cstr(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xliff version=\"2.0\" "
                          "xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" srcLang=\"ko\" "
                          "trgLang=\"en\">\n<file id=\"glossary\">\n");
    for (size_t i = 0; i < count; i++) {
        kti_record_of(r, &rows[i]);
        kti_buf_add_cstr(out, "  <unit id=\"");
        kti_buf_add_uint(out, i + 1);
        kti_buf_add_cstr(out, "\">\n   <notes>\n");
        add_notes(r, " category=\"kotext-", out);
        kti_buf_add_cstr(out, "   </notes>\n   <segment>\n");
        add_texts(r, out);
        kti_buf_add_cstr(out, "   </segment>\n  </unit>\n");
    }
    kti_buf_add_cstr(out, "</file>\n</xliff>\n");
    return KT_OK;
}
