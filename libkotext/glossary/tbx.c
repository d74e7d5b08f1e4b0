/* tbx.c - TermBase eXchange, ISO 30042: TBX-Basic with tig or ntig to read and write, version 3
 * (conceptEntry, langSec, termSec) to read, its data categories as types (DCA) or elements (DCT).
 *
 * One entry holds a Korean term and all its English forms. What belongs to a pair stands with the
 * English term: administrativeStatus, definition, note, source, and counts as x-kotext admin data.
 */
#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "glossary/walk.h"

/* ---- reading -------------------------------------------------------------------------------- */

enum { TERMS = 256 }; /* in one entry; further ones are passed over */

typedef struct reading {
    kti_record terms[TERMS]; /* each as its own record; the term is in `english` */
    kti_record shared;       /* of the entry and the language */
    kti_tongue tongues[TERMS];
    size_t count, opened; /* terms of this entry; records made so far */
    kti_tongue tongue;    /* of what is open */
    bool in_term;
    kti_field field; /* of the element that is open */
    int64_t depth;   /* where it stands */
} reading;

static kti_record *current(reading *r) {
    return r->in_term && r->count > 0 ? &r->terms[r->count - 1] : &r->shared;
}

static bool is_entry(const kti_walk *w) {
    return kti_walk_is(w, "termEntry") || kti_walk_is(w, "conceptEntry");
}

static bool is_term(const kti_walk *w) {
    return kti_walk_is(w, "tig") || kti_walk_is(w, "ntig") || kti_walk_is(w, "termSec");
}

static void begin_term(kti_walk *w, reading *r) {
    if (r->count == TERMS) return;
    if (r->count == r->opened) kti_record_init(&r->terms[r->opened++], &w->f->glossary->alloc);
    kti_record_clear(&r->terms[r->count]);
    r->tongues[r->count++] = r->tongue;
    r->in_term = true;
}

/* What a descrip, admin or termNote is about, by its type, or an element of that name. */
static kti_field field_of(kt_str type) {
    static const struct {
        const char *type;
        kti_field field;
    } types[] = {{"definition", KTI_FIELD_DEFINITION},
                 {"administrativeStatus", KTI_FIELD_STATUS},
                 {"normativeAuthorization", KTI_FIELD_STATUS},
                 {"source", KTI_FIELD_SOURCE},
                 {"x-kotext-type", KTI_FIELD_TYPE},
                 {"x-kotext-count", KTI_FIELD_COUNT},
                 {"x-kotext-score", KTI_FIELD_SCORE},
                 {"x-kotext-priority", KTI_FIELD_PRIORITY},
                 {"x-kotext-evidence", KTI_FIELD_EVIDENCE}};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (kti_str_eq(type, kti_str(types[i].type))) return types[i].field;
    return KTI_FIELDS;
}

static kti_field element_of(kti_walk *w) {
    if (kti_walk_is(w, "term")) return KTI_FIELD_ENGLISH;
    if (kti_walk_is(w, "note")) return KTI_FIELD_NOTE;
    bool typed = kti_walk_is(w, "descrip") || kti_walk_is(w, "admin") ||
                 kti_walk_is(w, "termNote") || kti_walk_is(w, "adminNote");
    return field_of(typed ? kti_walk_attribute(w, "type") : w->tag.local);
}

static void set_status(reading *r, kt_str text) {
    static const struct {
        kt_str start;
        const char *status;
    } known[] = {
        {KTI_STR_INIT("preferred"), "preferred"},    {KTI_STR_INIT("admitted"), "allowed"},
        {KTI_STR_INIT("deprecated"), "forbidden"},   {KTI_STR_INIT("superseded"), "forbidden"},
        {KTI_STR_INIT("standardized"), "preferred"}, {KTI_STR_INIT("forbidden"), "forbidden"},
        {KTI_STR_INIT("legal"), "allowed"},          {KTI_STR_INIT("regulated"), "allowed"}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (kti_str_starts(text, known[i].start)) {
            kti_record_set(current(r), KTI_FIELD_STATUS, kti_str(known[i].status));
            return;
        }
    kti_record_set(current(r), KTI_FIELD_STATUS, text);
}

static void end_element(kti_walk *w, reading *r) {
    kt_str text = kti_walk_kept(w);
    if (r->field == KTI_FIELD_STATUS)
        set_status(r, text);
    else
        kti_record_set(current(r), r->field, text);
    r->field = KTI_FIELDS;
}

static void add_fields(kti_record *out, const kti_record *from, bool all) {
    for (int f = KTI_FIELD_TYPE; f < KTI_WRITTEN_FIELDS; f++)
        if (all || out->fields[f].len == 0)
            kti_record_set(out, (kti_field)f, kti_record_get(from, (kti_field)f));
}

/* A pair: what is said of either term, and of the entry; the stricter status. */
static kt_status add_pair(kti_walk *w, const reading *r, size_t ko, size_t en) {
    kti_record *out = &w->f->record;
    static const kt_str forbidden = KTI_STR_INIT("forbidden");
    kti_record_clear(out);
    kti_record_set(out, KTI_FIELD_KOREAN, kti_record_get(&r->terms[ko], KTI_FIELD_ENGLISH));
    kti_record_set(out, KTI_FIELD_ENGLISH, kti_record_get(&r->terms[en], KTI_FIELD_ENGLISH));
    add_fields(out, &r->terms[en], true);
    if (kti_str_eq(kti_record_get(&r->terms[ko], KTI_FIELD_STATUS), forbidden)) {
        kti_buf_clear(&out->fields[KTI_FIELD_STATUS]);
        kti_record_set(out, KTI_FIELD_STATUS, forbidden);
    }
    add_fields(out, &r->terms[ko], false);
    add_fields(out, &r->shared, false);
    return kti_record_add(out, w->f->glossary);
}

/* Where no language says ko, the terms tell themselves, whatever their languages say. */
static void tell_korean(reading *r) {
    bool told = false;
    for (size_t i = 0; i < r->count; i++)
        told = told || r->tongues[i] == KTI_TONGUE_KOREAN;
    for (size_t i = 0; i < r->count && !told; i++)
        r->tongues[i] = kti_has_hangul(kti_record_get(&r->terms[i], KTI_FIELD_ENGLISH))
                            ? KTI_TONGUE_KOREAN
                            : KTI_TONGUE_ENGLISH;
}

static bool is_english(const reading *r, size_t i) {
    return r->tongues[i] == KTI_TONGUE_ENGLISH || r->tongues[i] == KTI_TONGUE_UNTOLD;
}

static kt_status end_entry(kti_walk *w, reading *r) {
    tell_korean(r);
    for (size_t ko = 0; ko < r->count; ko++)
        for (size_t en = 0; en < r->count && r->tongues[ko] == KTI_TONGUE_KOREAN; en++)
            if (is_english(r, en)) KTI_TRY(add_pair(w, r, ko, en));
    kti_record_clear(&r->shared);
    r->count = 0;
    return KT_OK;
}

static bool is_language(const kti_walk *w) {
    return kti_walk_is(w, "langSet") || kti_walk_is(w, "langSec");
}

/* What is said of another language's terms together is not said of the entry. */
static void begin_element(kti_walk *w, reading *r) {
    bool foreign = r->tongue == KTI_TONGUE_OTHER && !r->in_term;
    r->field = foreign ? KTI_FIELDS : element_of(w);
    r->depth = w->depth;
    if (r->field != KTI_FIELDS) kti_walk_keep(w);
}

static void begin(kti_walk *w, reading *r) {
    if (is_entry(w)) {
        w->f->record.line = w->line;
        r->count = 0;
        r->in_term = false;
        r->tongue = KTI_TONGUE_UNTOLD;
        kti_record_clear(&r->shared);
    } else if (is_language(w)) {
        r->tongue = kti_tongue_of(kti_walk_attribute(w, "lang"));
    } else if (is_term(w)) {
        begin_term(w, r);
    } else if (!w->kept) { /* else markup within it */
        begin_element(w, r);
    }
}

static kt_status at_tag(kti_walk *w, void *context, bool open, bool close) {
    reading *r = context;
    if (open) begin(w, r);
    if (!close) return KT_OK;
    if (is_entry(w)) return end_entry(w, r);
    if (is_term(w)) r->in_term = false;
    if (is_language(w)) r->tongue = KTI_TONGUE_UNTOLD;
    if (w->kept && w->depth == r->depth + !open) end_element(w, r);
    return KT_OK;
}

kt_status kti_tbx_read(kti_glossary_file *f) {
    const kt_alloc *alloc = &f->glossary->alloc;
    reading *r = kti_alloc_zeroed(alloc, sizeof *r);
    if (r == NULL) return KT_ERR_NOMEM;
    r->field = KTI_FIELDS;
    kti_record_init(&r->shared, alloc);
    kt_status status = kti_walk_run(f, at_tag, r);
    for (size_t i = 0; i < r->opened; i++)
        kti_record_free(&r->terms[i]);
    kti_record_free(&r->shared);
    kti_alloc_free(alloc, r, sizeof *r);
    return status;
}

/* ---- writing -------------------------------------------------------------------------------- */

static void add_status(kti_buf *out, kt_term_status status) {
    static const char *const values[] = {
        [KT_TERM_NONE] = NULL,
        [KT_TERM_ALLOWED] = "admittedTerm-admn-sts",
        [KT_TERM_PREFERRED] = "preferredTerm-admn-sts",
        [KT_TERM_FORBIDDEN] = "deprecatedTerm-admn-sts",
    };
    if (values[status] == NULL) return;
    kti_xml_add_element(out, "        <termNote type=\"administrativeStatus\">",
                        kti_str(values[status]), "</termNote>\n");
}

static void add_admin(kti_buf *out, const kti_record *r, kti_field field) {
    kt_str value = kti_record_get(r, field);
    if (value.len == 0) return;
    kti_buf_add_cstr(out, "        <admin type=\"x-kotext-");
    kti_buf_add_str(out, kti_field_name(field));
    kti_xml_add_element(out, "\">", value, "</admin>\n");
}

static void add_pair_data(kti_buf *out, const kti_record *r) {
    kti_xml_add_element(out, "        <descrip type=\"definition\">",
                        kti_record_get(r, KTI_FIELD_DEFINITION), "</descrip>\n");
    add_admin(out, r, KTI_FIELD_TYPE);
    add_admin(out, r, KTI_FIELD_COUNT);
    add_admin(out, r, KTI_FIELD_SCORE);
    add_admin(out, r, KTI_FIELD_PRIORITY);
    add_admin(out, r, KTI_FIELD_EVIDENCE);
    kti_xml_add_element(out, "        <admin type=\"source\">", kti_record_get(r, KTI_FIELD_SOURCE),
                        "</admin>\n");
    kti_xml_add_element(out, "        <note>", kti_record_get(r, KTI_FIELD_NOTE), "</note>\n");
}

static void add_term(kti_buf *out, kt_str term, kt_term_status status, bool ntig) {
    kti_buf_add_cstr(out, ntig ? "      <ntig><termGrp>\n" : "      <tig>\n");
    kti_xml_add_element(out, "        <term>", term, "</term>\n");
    add_status(out, status);
    if (ntig) kti_buf_add_cstr(out, "      </termGrp>\n");
}

static void add_english(kti_buf *out, const kt_glossary_row *row, kti_record *r, bool ntig) {
    kti_record_of(r, row);
    add_term(out, row->english, row->status, ntig);
    add_pair_data(out, r);
    kti_buf_add_cstr(out, ntig ? "      </ntig>\n" : "      </tig>\n");
}

/* Where all is forbidden, it is the Korean that is: its English may be that of another term. */
static kt_term_status korean_status(const kt_glossary_row *rows, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (rows[i].status != KT_TERM_FORBIDDEN) return KT_TERM_NONE;
    return KT_TERM_FORBIDDEN;
}

static void add_entry(kti_buf *out, const kt_glossary_row *rows, size_t count, kti_record *r,
                      bool ntig) {
    kt_term_status status = korean_status(rows, count);
    kti_buf_add_cstr(out, "  <termEntry>\n    <langSet xml:lang=\"ko\">\n");
    add_term(out, rows[0].korean, status, ntig);
    kti_buf_add_cstr(out, ntig ? "      </ntig>\n" : "      </tig>\n");
    kti_buf_add_cstr(out, "    </langSet>\n    <langSet xml:lang=\"en\">\n");
    for (size_t i = 0; i < count; i++) {
        kt_glossary_row row = rows[i];
        if (status == KT_TERM_FORBIDDEN) row.status = KT_TERM_NONE;
        add_english(out, &row, r, ntig);
    }
    kti_buf_add_cstr(out, "    </langSet>\n  </termEntry>\n");
}

/* Rows of one Korean term that follow each other are one entry. */
static kt_status write(const kt_glossary_row *rows, size_t count, kti_record *r, kti_buf *out,
                       bool ntig) {
    kti_buf_add_cstr(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                          "<martif type=\"TBX-Basic\" xml:lang=\"ko\">\n<martifHeader><fileDesc>"
                          "<sourceDesc><p>kotext</p></sourceDesc></fileDesc></martifHeader>\n"
                          "<text><body>\n");
    for (size_t i = 0, next; i < count; i = next) {
        next = i + 1;
        while (next < count && next - i < TERMS - 1 &&
               kti_str_eq(rows[next].korean, rows[i].korean) && rows[next].type == rows[i].type)
            next++;
        add_entry(out, rows + i, next - i, r, ntig);
    }
    kti_buf_add_cstr(out, "</body></text>\n</martif>\n");
    return KT_OK;
}

kt_status kti_tbx_write(const kt_glossary_row *rows, size_t count, kti_record *r, kti_buf *out) {
    return write(rows, count, r, out, false);
}

kt_status kti_ntig_write(const kt_glossary_row *rows, size_t count, kti_record *r, kti_buf *out) {
    return write(rows, count, r, out, true);
}
