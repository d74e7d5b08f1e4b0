/* po.c - gettext: msgid is the Korean, msgstr the English; "#. count: 3" comments hold the rest,
 * any other "#." or "#" comment is a note. msgctxt sets apart the forms of one Korean term. What is
 * flagged as fuzzy is not settled, and passed over as msgfmt does. */
#include "core/status.h"
#include "core/str.h"
#include "glossary/record.h"

/* ---- reading -------------------------------------------------------------------------------- */

typedef enum part { NOTHING, CONTEXT, ID, STRING } part;

typedef struct reading {
    kti_glossary_file *f;
    part part;
    size_t line;
    bool skip;        /* a plural or an earlier msgid: its strings are not read */
    bool has_strings; /* of the entry that is open */
    bool fuzzy;
} reading;

static void add_decoded(kti_buf *out, kt_str quoted) {
    for (size_t i = 0; i < quoted.len; i++) {
        char c = quoted.ptr[i];
        if (c == '\\' && i + 1 < quoted.len) {
            c = quoted.ptr[++i];
            c = c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c;
        }
        kti_buf_add_byte(out, c);
    }
}

static kt_status end_entry(reading *r) {
    kt_status status = KT_OK;
    if (r->has_strings && !r->fuzzy) status = kti_record_add(&r->f->record, r->f->glossary);
    kti_record_clear(&r->f->record);
    r->has_strings = r->skip = r->fuzzy = false;
    r->part = NOTHING;
    return status;
}

/* "count: 3", or a note. */
static void take_comment(reading *r, kt_str text) {
    kt_str rest = text;
    kt_str name = kti_str_next_field(&rest, ':');
    kti_field field = rest.ptr == NULL ? KTI_FIELDS : kti_field_of(name);
    if (field >= KTI_FIELD_TYPE && (int)field < KTI_WRITTEN_FIELDS)
        kti_record_set(&r->f->record, field, kti_str_trim(rest));
    else
        kti_record_set(&r->f->record, KTI_FIELD_NOTE, text);
}

static bool has_fuzzy(kt_str flags) {
    while (flags.ptr != NULL)
        if (kti_str_eq(kti_str_trim(kti_str_next_field(&flags, ',')), KTI_STR("fuzzy")))
            return true;
    return false;
}

static kt_status fail(const reading *r, const char *message) {
    return kti_fail_line(r->f->err, KT_ERR_SYNTAX, 0, r->line, message);
}

/* A string in quotes behind a keyword or on a line of its own. */
static kt_status take_string(reading *r, kt_str text) {
    if (text.len < 2 || text.ptr[0] != '"' || text.ptr[text.len - 1] != '"')
        return fail(r, "a string in quotes is wanted");
    if (r->skip || r->part < ID) return KT_OK;
    kti_field field = r->part == ID ? KTI_FIELD_KOREAN : KTI_FIELD_ENGLISH;
    add_decoded(&r->f->record.fields[field], kti_str_cut(text, 1, text.len - 1));
    return KT_OK;
}

static bool take_keyword(reading *r, kt_str *text) {
    static const struct {
        kt_str name;
        part part;
        bool skip;
    } keywords[] = {
        {KTI_STR_INIT("msgctxt"), CONTEXT, true}, {KTI_STR_INIT("msgid_plural"), ID, true},
        {KTI_STR_INIT("msgid"), ID, false},       {KTI_STR_INIT("msgstr[0]"), STRING, false},
        {KTI_STR_INIT("msgstr["), STRING, true},  {KTI_STR_INIT("msgstr"), STRING, false}};
    for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++) {
        if (!kti_str_starts(*text, keywords[i].name)) continue;
        r->part = keywords[i].part;
        r->skip = keywords[i].skip;
        size_t at = 0;
        while (at < text->len && text->ptr[at] != '"')
            at++;
        *text = kti_str_cut(*text, at, text->len);
        return true;
    }
    return false;
}

static bool begins_entry(const reading *r, kt_str line) {
    return r->has_strings && r->part == STRING &&
           (line.ptr[0] == '#' || kti_str_starts(line, KTI_STR("msgctxt")) ||
            (kti_str_starts(line, KTI_STR("msgid")) &&
             !kti_str_starts(line, KTI_STR("msgid_plural"))));
}

static kt_status take_line(reading *r, kt_str line) {
    if (line.len == 0) return end_entry(r);
    if (begins_entry(r, line)) KTI_TRY(end_entry(r));
    if (line.ptr[0] == '#') {
        char mark = line.len > 1 ? line.ptr[1] : ' ';
        kt_str text = kti_str_trim(kti_str_cut(line, line.len > 1 ? 2 : 1, line.len));
        if (mark == '.' || mark == ' ') take_comment(r, text);
        if (mark == ',' && has_fuzzy(text)) r->fuzzy = true;
        return KT_OK;
    }
    if (line.ptr[0] != '"') {
        if (!take_keyword(r, &line)) return fail(r, "msgid, msgstr or a comment is wanted");
        if (r->part == ID && !r->skip) r->f->record.line = r->line;
        r->has_strings = true;
    }
    return take_string(r, line);
}

kt_status kti_po_read(kti_glossary_file *f) {
    reading r = {.f = f, .part = NOTHING};
    kt_str rest = f->text;
    while (rest.ptr != NULL) {
        r.line++;
        KTI_TRY(take_line(&r, kti_str_trim(kti_str_next_field(&rest, '\n'))));
    }
    return end_entry(&r);
}

/* ---- writing -------------------------------------------------------------------------------- */

static void add_string(kti_buf *out, const char *keyword, kt_str text) {
    kti_buf_add_cstr(out, keyword);
    kti_buf_add_cstr(out, " \"");
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        bool escaped = c == '"' || c == '\\' || c == '\n' || c == '\t' || c == '\r';
        if (escaped) kti_buf_add_byte(out, '\\');
        kti_buf_add_byte(out, c == '\n' ? 'n' : c == '\t' ? 't' : c == '\r' ? 'r' : c);
    }
    kti_buf_add_cstr(out, "\"\n");
}

/* One comment a line of the field. */
static void add_comments(kti_buf *out, const kti_record *r, kti_field field) {
    kt_str rest = kti_record_get(r, field);
    while (rest.ptr != NULL && rest.len > 0) {
        kti_buf_add_cstr(out, "#. ");
        kti_buf_add_str(out, kti_field_name(field));
        kti_buf_add_cstr(out, ": ");
        kti_buf_add_str(out, kti_str_next_field(&rest, '\n'));
        kti_buf_add_byte(out, '\n');
    }
}

static void add_entry(kti_buf *out, const kti_record *r) {
    for (int f = KTI_FIELD_TYPE; f < KTI_WRITTEN_FIELDS; f++)
        add_comments(out, r, (kti_field)f);
    kti_buf_add_cstr(out, "msgctxt \"");
    kti_buf_add_str(out, kti_record_get(r, KTI_FIELD_TYPE));
    kti_buf_add_byte(out, ' ');
    kti_buf_add_uint(out, r->line);
    kti_buf_add_cstr(out, "\"\n");
    add_string(out, "msgid", kti_record_get(r, KTI_FIELD_KOREAN));
    add_string(out, "msgstr", kti_record_get(r, KTI_FIELD_ENGLISH));
    kti_buf_add_byte(out, '\n');
}

kt_status kti_po_write(const kt_glossary_row *rows, size_t count, kti_record *r, kti_buf *out) {
    kti_buf_add_cstr(out, "msgid \"\"\nmsgstr \"\"\n\"Language: en\\n\"\n\"MIME-Version: 1.0\\n\"\n"
                          "\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
                          "\"Content-Transfer-Encoding: 8bit\\n\"\n\n");
    for (size_t i = 0; i < count; i++) {
        kti_record_of(r, &rows[i]);
        r->line = i + 1;
        add_entry(out, r);
    }
    return KT_OK;
}
