#include "glossary/columns.h"

#include "core/str.h"

void kti_columns_init(kti_columns *c) {
    *c = (kti_columns){.begun = false};
    for (int i = 0; i < KTI_COLUMNS; i++) {
        c->fields[i] = i <= KTI_FIELD_SCORE ? (kti_field)i : KTI_FIELDS;
        c->heading[i] = KTI_FIELDS;
    }
}

/* "source" names the Korean column where "target" is the English one and nothing else is. */
static void read_heading(kti_columns *c, size_t column, kt_str text) {
    kti_field field = kti_field_of(text);
    c->heading[column] = field;
    c->headings += field != KTI_FIELDS;
    c->korean = c->korean || field == KTI_FIELD_KOREAN;
    c->source = c->source || field == KTI_FIELD_SOURCE;
}

void kti_columns_cell(kti_columns *c, kti_record *r, size_t column, kt_str text) {
    if (column >= KTI_COLUMNS) return;
    if (!c->begun) read_heading(c, column, text);
    kti_record_set(r, c->fields[column], text);
}

static bool is_heading(const kti_columns *c) {
    return c->headings >= 2 && (c->korean || c->source);
}

static void use_heading(kti_columns *c) {
    for (int i = 0; i < KTI_COLUMNS; i++) {
        bool renamed = !c->korean && c->heading[i] == KTI_FIELD_SOURCE;
        c->fields[i] = renamed ? KTI_FIELD_KOREAN : c->heading[i];
    }
}

kt_status kti_columns_row(kti_columns *c, kti_glossary_file *f) {
    bool heading = !c->begun && is_heading(c);
    kt_status status = KT_OK;
    c->begun = true;
    if (heading)
        use_heading(c);
    else
        status = kti_record_note_half(&f->record, f->glossary);
    if (!heading && status == KT_OK) status = kti_record_add(&f->record, f->glossary);
    kti_record_clear(&f->record);
    return status;
}
