#include "glossary/walk.h"

#include "core/status.h"

static size_t count_lines(kti_walk *w, size_t at) {
    for (; w->counted < at; w->counted++)
        w->line += w->f->text.ptr[w->counted] == '\n';
    return w->line;
}

/* Elements of TMX and XLIFF that hold a format's own code. */
static bool is_code(const kti_walk *w) {
    static const char *const names[] = {"bpt", "ept", "ph", "it", "ut"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (kti_walk_is(w, names[i])) return true;
    return false;
}

static void take_text(kti_walk *w) {
    kt_str text = kti_str_cut(w->f->text, w->tag.start, w->tag.end);
    if (!w->kept || w->code > 0) return;
    if (w->tag.kind == KTI_XML_TEXT)
        kti_xml_add_decoded(&w->text, text);
    else if (text.len >= 12) /* <![CDATA[ ]]> */
        kti_buf_add_str(&w->text, kti_str_cut(text, 9, text.len - 3));
}

static kt_status take_tag(kti_walk *w, kti_walk_tag *tag, void *context) {
    bool open = w->tag.kind != KTI_XML_CLOSE, close = w->tag.kind != KTI_XML_OPEN;
    if (is_code(w)) {
        if (open && !close) w->code++;
        if (close && !open && w->code > 0) w->code--;
        return KT_OK;
    }
    return tag(w, context, open, close);
}

static kt_status run(kti_walk *w, kti_walk_tag *tag, void *context) {
    while (kti_xml_at(w->f->text, w->at, &w->tag)) {
        size_t line = count_lines(w, w->tag.start);
        w->at = w->tag.end;
        if (w->tag.kind == KTI_XML_BAD)
            return kti_fail_line(w->f->err, KT_ERR_SYNTAX, w->tag.start, line,
                                 "XML that is not well formed");
        if (w->tag.kind == KTI_XML_TEXT || w->tag.kind == KTI_XML_CDATA)
            take_text(w);
        else if (w->tag.kind != KTI_XML_OTHER)
            KTI_TRY(take_tag(w, tag, context));
        w->depth += (w->tag.kind == KTI_XML_OPEN) - (w->tag.kind == KTI_XML_CLOSE);
        KTI_TRY(kti_buf_status(&w->text));
        KTI_TRY(kti_buf_status(&w->value));
    }
    if (w->depth != 0)
        return kti_fail_line(w->f->err, KT_ERR_SYNTAX, w->at, w->line,
                             "elements that are not closed, or closed twice");
    return KT_OK;
}

kt_status kti_walk_run(kti_glossary_file *f, kti_walk_tag *tag, void *context) {
    kti_walk w = {.f = f, .line = 1};
    kti_buf_init(&w.text, &f->glossary->alloc);
    kti_buf_init(&w.value, &f->glossary->alloc);
    kt_status status = run(&w, tag, context);
    kti_buf_free(&w.text);
    kti_buf_free(&w.value);
    return status;
}

bool kti_walk_is(const kti_walk *w, const char *local) {
    return kti_str_eq(w->tag.local, kti_str(local));
}

void kti_walk_keep(kti_walk *w) {
    kti_buf_clear(&w->text);
    w->kept = true;
}

kt_str kti_walk_kept(kti_walk *w) {
    w->kept = false;
    return kti_str_trim(kti_buf_str(&w->text));
}

void kti_walk_keep_field(kti_walk *w, kti_field field) {
    if (field == KTI_FIELDS) return;
    w->field = field;
    kti_walk_keep(w);
}

void kti_walk_end_field(kti_walk *w) {
    if (w->kept) kti_record_set(&w->f->record, w->field, kti_walk_kept(w));
}

kt_str kti_walk_attribute(kti_walk *w, const char *local) {
    kti_buf_clear(&w->value);
    kt_str raw = kti_xml_attribute(w->f->text, &w->tag, local);
    if (raw.ptr != NULL) kti_xml_add_decoded(&w->value, raw);
    return kti_buf_str(&w->value);
}

void kti_xml_add_element(kti_buf *out, const char *open, kt_str text, const char *close) {
    if (text.len == 0) return;
    kti_buf_add_cstr(out, open);
    kti_xml_add_escaped(out, text);
    kti_buf_add_cstr(out, close);
}
