/* files.c - the formats: their ids, how a file is told by its content, reading and writing. */
#include "core/status.h"
#include "core/str.h"
#include "glossary/record.h"

static const struct {
    const char *id;
    kt_status (*read)(kti_glossary_file *f);
    kti_glossary_writer *write;
} formats[KT_GLOSSARY_FORMATS] = {
    [KT_GLOSSARY_AUTO] = {"auto", NULL, kti_tsv_write},
    [KT_GLOSSARY_TSV] = {"tsv", kti_tsv_read, kti_tsv_write},
    [KT_GLOSSARY_CSV] = {"csv", kti_csv_read, kti_csv_write},
    [KT_GLOSSARY_JSON] = {"json", kti_json_read, kti_json_write},
    [KT_GLOSSARY_TBX] = {"tbx", kti_tbx_read, kti_tbx_write},
    [KT_GLOSSARY_TBX_NTIG] = {"tbx-ntig", kti_tbx_read, kti_ntig_write},
    [KT_GLOSSARY_TMX] = {"tmx", kti_tmx_read, kti_tmx_write},
    [KT_GLOSSARY_XLIFF] = {"xliff", kti_xliff_read, kti_xliff_write},
    [KT_GLOSSARY_XLIFF2] = {"xliff2", kti_xliff_read, kti_xliff2_write},
    [KT_GLOSSARY_PO] = {"po", kti_po_read, kti_po_write},
    [KT_GLOSSARY_PROMPT] = {"prompt", NULL, kti_prompt_write},
    [KT_GLOSSARY_HOTWORDS] = {"hotwords", NULL, kti_hotwords_write},
};

const char *kt_glossary_format_id(kt_glossary_format format) {
    return (unsigned)format < KT_GLOSSARY_FORMATS ? formats[format].id : NULL;
}

/* ---- by content ----------------------------------------------------------------------------- */

static kt_glossary_format xml_format(kt_str head) {
    static const struct {
        kt_str mark;
        kt_glossary_format format;
    } marks[] = {{KTI_STR_INIT("<martif"), KT_GLOSSARY_TBX},
                 {KTI_STR_INIT("<tbx"), KT_GLOSSARY_TBX},
                 {KTI_STR_INIT("<tmx"), KT_GLOSSARY_TMX},
                 {KTI_STR_INIT("<xliff"), KT_GLOSSARY_XLIFF},
                 {KTI_STR_INIT(":xliff"), KT_GLOSSARY_XLIFF}};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (kti_str_find(head, marks[i].mark, 0) != SIZE_MAX) return marks[i].format;
    return KT_GLOSSARY_AUTO;
}

static bool is_po(kt_str head) {
    return kti_str_starts(head, KTI_STR("msgid ")) ||
           kti_str_find(head, KTI_STR("\nmsgid "), 0) != SIZE_MAX;
}

/* In the first line that is no comment. */
static bool has_tabs(kt_str head) {
    kt_str line;
    do
        line = kti_str_next_field(&head, '\n');
    while (head.ptr != NULL && (line.len == 0 || line.ptr[0] == '#'));
    return kti_str_find(line, KTI_STR("\t"), 0) != SIZE_MAX;
}

static kt_glossary_format detect(kt_str text) {
    enum { LOOKED_AT = 8192 };
    kt_str head = text;
    kti_take_space(&head);
    if (head.len > LOOKED_AT) head.len = LOOKED_AT;
    if (head.len == 0) return KT_GLOSSARY_TSV;
    if (head.ptr[0] == '<') return xml_format(head);
    if (head.ptr[0] == '{' || head.ptr[0] == '[') return KT_GLOSSARY_JSON;
    if (is_po(head)) return KT_GLOSSARY_PO;
    if (kti_str_eq_nocase(kti_str_cut(head, 0, head.len < 4 ? 0 : 4), KTI_STR("sep=")))
        return KT_GLOSSARY_CSV;
    return has_tabs(head) ? KT_GLOSSARY_TSV : KT_GLOSSARY_CSV;
}

/* ---- reading and writing -------------------------------------------------------------------- */

static const kt_str bom = KTI_STR_INIT("\xEF\xBB\xBF");

kt_status kt_glossary_read(kt_glossary *g, kt_str bytes, kt_glossary_format format, kt_error *err) {
    if (g == NULL || (unsigned)format >= KT_GLOSSARY_FORMATS)
        return kti_fail(err, KT_ERR_ARG, 0, "no glossary, or no such format");
    if (kti_str_starts(bytes, bom)) bytes = kti_str_cut(bytes, bom.len, bytes.len);
    if (format == KT_GLOSSARY_AUTO) format = detect(bytes);
    if (formats[format].read == NULL)
        return kti_fail(err, KT_ERR_UNSUPPORTED, 0, "not a format of glossaries that can be read");
    kti_glossary_file f = {.glossary = g, .text = bytes, .err = err};
    kti_record_init(&f.record, &g->alloc);
    kt_status status = formats[format].read(&f);
    if (status == KT_ERR_NOMEM) (void)kti_fail(err, status, 0, "out of memory");
    kti_record_free(&f.record);
    return status;
}

kt_status kt_glossary_write(kt_glossary *g, kt_glossary_format format, kt_str *out) {
    const kt_glossary_row *rows;
    size_t count;
    kti_record r;
    if (out == NULL || (unsigned)format >= KT_GLOSSARY_FORMATS) return KT_ERR_ARG;
    KTI_TRY(kt_glossary_rows(g, &rows, &count));
    kti_buf_clear(&g->written);
    kti_record_init(&r, &g->alloc);
    kt_status status = formats[format].write(rows, count, &r, &g->written);
    if (status == KT_OK) status = kti_record_status(&r);
    kti_record_free(&r);
    if (status == KT_OK) status = kti_buf_status(&g->written);
    *out = status == KT_OK ? kti_buf_str(&g->written) : KTI_STR("");
    return status;
}
