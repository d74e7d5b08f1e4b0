/* record.c - fields of a row as text, and back. */
#include "glossary/record.h"

#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "unicode/props.h"

/* ---- names ---------------------------------------------------------------------------------- */

static const char *const names[KTI_FIELDS] = {
    [KTI_FIELD_KOREAN] = "korean",     [KTI_FIELD_ENGLISH] = "english",
    [KTI_FIELD_TYPE] = "type",         [KTI_FIELD_COUNT] = "count",
    [KTI_FIELD_SCORE] = "score",       [KTI_FIELD_STATUS] = "status",
    [KTI_FIELD_PRIORITY] = "priority", [KTI_FIELD_DEFINITION] = "definition",
    [KTI_FIELD_NOTE] = "note",         [KTI_FIELD_SOURCE] = "source",
    [KTI_FIELD_EVIDENCE] = "evidence", [KTI_FIELD_VARIANTS] = "variants",
};

/* Headings of other programs. */
static const struct {
    const char *name;
    kti_field field;
} others[] = {
    {"ko", KTI_FIELD_KOREAN},
    {"ko-kr", KTI_FIELD_KOREAN},
    {"ko_kr", KTI_FIELD_KOREAN},
    {"\xED\x95\x9C\xEA\xB5\xAD\xEC\x96\xB4", KTI_FIELD_KOREAN},
    {"en", KTI_FIELD_ENGLISH},
    {"en-us", KTI_FIELD_ENGLISH},
    {"en-gb", KTI_FIELD_ENGLISH},
    {"en-au", KTI_FIELD_ENGLISH},
    {"\xEC\x98\x81\xEC\x96\xB4", KTI_FIELD_ENGLISH},
    {"한글", KTI_FIELD_KOREAN},
    {"국문", KTI_FIELD_KOREAN},
    {"한글명", KTI_FIELD_KOREAN},
    {"국문명", KTI_FIELD_KOREAN},
    {"영문", KTI_FIELD_ENGLISH},
    {"영문명", KTI_FIELD_ENGLISH},
    {"영어명", KTI_FIELD_ENGLISH},
    {"분류", KTI_FIELD_TYPE},
    {"유형", KTI_FIELD_TYPE},
    {"종류", KTI_FIELD_TYPE},
    {"구분", KTI_FIELD_TYPE},
    {"상태", KTI_FIELD_STATUS},
    {"비고", KTI_FIELD_NOTE},
    {"주석", KTI_FIELD_NOTE},
    {"메모", KTI_FIELD_NOTE},
    {"설명", KTI_FIELD_DEFINITION},
    {"정의", KTI_FIELD_DEFINITION},
    {"뜻", KTI_FIELD_DEFINITION},
    {"출처", KTI_FIELD_SOURCE},
    {"우선순위", KTI_FIELD_PRIORITY},
    {"횟수", KTI_FIELD_COUNT},
    {"빈도", KTI_FIELD_COUNT},
    {"점수", KTI_FIELD_SCORE},
    {"target", KTI_FIELD_ENGLISH},
    {"comment", KTI_FIELD_NOTE},
    {"notes", KTI_FIELD_NOTE},
    {"also_english", KTI_FIELD_VARIANTS},
    {"kind", KTI_FIELD_TYPE},
};

kt_str kti_field_name(kti_field field) {
    return kti_str(names[field]);
}

kti_field kti_field_of(kt_str name) {
    name = kti_str_trim(name);
    for (int i = 0; i < KTI_FIELDS; i++)
        if (kti_str_eq_nocase(name, kti_str(names[i]))) return (kti_field)i;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (kti_str_eq_nocase(name, kti_str(others[i].name))) return others[i].field;
    return KTI_FIELDS;
}

kti_tongue kti_tongue_of(kt_str tag) {
    size_t len = 0;
    while (len < tag.len && kti_is_ascii_alpha(tag.ptr[len]))
        len++;
    kt_str first = kti_str_cut(tag, 0, len);
    if (tag.len == 0) return KTI_TONGUE_UNTOLD;
    if (kti_str_eq_nocase(first, KTI_STR("ko")) || kti_str_eq_nocase(first, KTI_STR("kor")))
        return KTI_TONGUE_KOREAN;
    if (kti_str_eq_nocase(first, KTI_STR("en")) || kti_str_eq_nocase(first, KTI_STR("eng")))
        return KTI_TONGUE_ENGLISH;
    return KTI_TONGUE_OTHER;
}

const char *kt_term_status_id(kt_term_status status) {
    static const char *const ids[] = {"none", "allowed", "preferred", "forbidden"};
    return (unsigned)status < sizeof ids / sizeof *ids ? ids[status] : "unknown";
}

/* ---- records -------------------------------------------------------------------------------- */

void kti_record_init(kti_record *r, const kt_alloc *alloc) {
    for (int i = 0; i < KTI_FIELDS; i++)
        kti_buf_init(&r->fields[i], alloc);
    r->line = 0;
    r->failed = false;
}

void kti_record_free(kti_record *r) {
    for (int i = 0; i < KTI_FIELDS; i++)
        kti_buf_free(&r->fields[i]);
}

static void clear_field(kti_record *r, kti_field field) {
    r->failed = r->failed || r->fields[field].failed;
    kti_buf_clear(&r->fields[field]);
}

void kti_record_clear(kti_record *r) {
    for (int i = 0; i < KTI_FIELDS; i++)
        clear_field(r, (kti_field)i);
}

void kti_record_clear_pair(kti_record *r) {
    clear_field(r, KTI_FIELD_KOREAN);
    clear_field(r, KTI_FIELD_ENGLISH);
    clear_field(r, KTI_FIELD_VARIANTS);
}

void kti_record_set(kti_record *r, kti_field field, kt_str value) {
    if (field >= KTI_FIELDS || value.len == 0) return;
    bool text = field == KTI_FIELD_KOREAN || field == KTI_FIELD_ENGLISH;
    if (text && r->fields[field].len > 0) field = KTI_FIELD_VARIANTS;
    if (r->fields[field].len > 0)
        kti_buf_add_byte(&r->fields[field], field == KTI_FIELD_VARIANTS ? '|' : '\n');
    kti_buf_add_str(&r->fields[field], value);
}

kt_str kti_record_get(const kti_record *r, kti_field field) {
    return kti_buf_str(&r->fields[field]);
}

kt_status kti_record_status(const kti_record *r) {
    if (r->failed) return KT_ERR_NOMEM;
    for (int i = 0; i < KTI_FIELDS; i++)
        KTI_TRY(kti_buf_status(&r->fields[i]));
    return KT_OK;
}

/* ---- reading -------------------------------------------------------------------------------- */

bool kti_has_hangul(kt_str text) {
    for (size_t at = 0; at < text.len;) {
        kti_cp c = kti_utf8_at(text, at);
        if (kti_cp_is_hangul(c.cp)) return true;
        at += c.len;
    }
    return false;
}

/* Decimal digits, a sign, a point; false when something else is there. */
static bool read_number(kt_str text, double *out) {
    double value = 0, unit = 1;
    bool point = false, minus = kti_take_char(&text, '-');
    if (text.len == 0 || text.len > 18) return false;
    for (size_t i = 0; i < text.len; i++) {
        bool first_point = text.ptr[i] == '.' && !point;
        if (!first_point && !kti_is_ascii_digit(text.ptr[i])) return false;
        point = point || first_point;
        if (first_point) continue;
        value = value * 10 + (text.ptr[i] - '0');
        if (point) unit *= 10;
    }
    *out = minus ? -value / unit : value / unit;
    return true;
}

static kt_status note(kti_record *r, kt_glossary *g, const char *id, const char *message) {
    kt_glossary_problem problem = {r->line, id, message, kti_record_get(r, KTI_FIELD_KOREAN),
                                   kti_record_get(r, KTI_FIELD_ENGLISH)};
    return kti_glossary_note(g, &problem);
}

/* A number within [low, high]; what is none is noted and stays as it was. */
static kt_status number(kti_record *r, kt_glossary *g, kti_field field, double low, double high,
                        double *value) {
    kt_str text = kti_str_trim(kti_record_get(r, field));
    double read;
    if (text.len == 0) return KT_OK;
    if (!read_number(text, &read) || read < low || read > high)
        return note(r, g, "number", "not a number that this field can hold");
    *value = read;
    return KT_OK;
}

/* A value by one of its names; what is none is noted and stays as it was. */
typedef struct named {
    const char *name;
    int value;
} named;

static kt_status read_named(kti_record *r, kt_glossary *g, kti_field field, const named *known,
                            size_t count, const char *wanted, int *value) {
    kt_str text = kti_str_trim(kti_record_get(r, field));
    if (text.len == 0) return KT_OK;
    for (size_t i = 0; i < count; i++)
        if (kti_str_eq_nocase(text, kti_str(known[i].name))) {
            *value = known[i].value;
            return KT_OK;
        }
    return note(r, g, names[field], wanted);
}

static kt_status read_type(kti_record *r, kt_glossary *g, kt_glossary_row *row) {
    static const named known[] = {
        {"per", KT_NAME_PERSON},       {"person", KT_NAME_PERSON}, {"loc", KT_NAME_PLACE},
        {"place", KT_NAME_PLACE},      {"org", KT_NAME_ORG},       {"organisation", KT_NAME_ORG},
        {"organization", KT_NAME_ORG}, {"other", KT_NAME_OTHER},   {"term", KT_NAME_OTHER},
        {"인명", KT_NAME_PERSON},      {"인물", KT_NAME_PERSON},   {"지명", KT_NAME_PLACE},
        {"장소", KT_NAME_PLACE},       {"기관", KT_NAME_ORG},      {"기관명", KT_NAME_ORG},
        {"단체", KT_NAME_ORG},         {"단체명", KT_NAME_ORG},    {"조직", KT_NAME_ORG},
        {"용어", KT_NAME_OTHER},       {"기타", KT_NAME_OTHER}};
    int value = (int)row->type;
    KTI_TRY(read_named(r, g, KTI_FIELD_TYPE, known, sizeof known / sizeof *known,
                       "no such kind: PER, LOC, ORG or OTHER is wanted", &value));
    row->type = (kt_name_type)value;
    return KT_OK;
}

static kt_status read_status(kti_record *r, kt_glossary *g, kt_glossary_row *row) {
    static const named known[] = {{"none", KT_TERM_NONE},
                                  {"allowed", KT_TERM_ALLOWED},
                                  {"admitted", KT_TERM_ALLOWED},
                                  {"preferred", KT_TERM_PREFERRED},
                                  {"forbidden", KT_TERM_FORBIDDEN},
                                  {"deprecated", KT_TERM_FORBIDDEN},
                                  {"superseded", KT_TERM_FORBIDDEN},
                                  {"우선", KT_TERM_PREFERRED},
                                  {"권장", KT_TERM_PREFERRED},
                                  {"표준", KT_TERM_PREFERRED},
                                  {"허용", KT_TERM_ALLOWED},
                                  {"금지", KT_TERM_FORBIDDEN},
                                  {"사용금지", KT_TERM_FORBIDDEN},
                                  {"사용 금지", KT_TERM_FORBIDDEN},
                                  {"폐기", KT_TERM_FORBIDDEN}};
    int value = (int)row->status;
    KTI_TRY(read_named(r, g, KTI_FIELD_STATUS, known, sizeof known / sizeof *known,
                       "no such status: preferred, allowed or forbidden is wanted", &value));
    row->status = (kt_term_status)value;
    return KT_OK;
}

static kt_status read_evidence(kti_record *r, kt_glossary *g, kt_glossary_row *row) {
    kt_str text = kti_str_trim(kti_record_get(r, KTI_FIELD_EVIDENCE));
    if (text.len == 0) return KT_OK;
    for (int e = KT_EVIDENCE_NONE; e < KT_EVIDENCES; e++)
        if (kti_str_eq_nocase(text, kti_str(kt_evidence_id((kt_evidence)e)))) {
            row->evidence = (kt_evidence)e;
            return KT_OK;
        }
    return note(r, g, "evidence", "no such evidence");
}

static kt_status read_row(kti_record *r, kt_glossary *g, kt_glossary_row *row) {
    double count = 0, score = 0, priority = 0;
    *row = (kt_glossary_row){.korean = kti_record_get(r, KTI_FIELD_KOREAN),
                             .english = kti_record_get(r, KTI_FIELD_ENGLISH),
                             .definition = kti_record_get(r, KTI_FIELD_DEFINITION),
                             .note = kti_record_get(r, KTI_FIELD_NOTE),
                             .source = kti_record_get(r, KTI_FIELD_SOURCE),
                             .line = r->line};
    KTI_TRY(number(r, g, KTI_FIELD_COUNT, 0, UINT32_MAX, &count));
    KTI_TRY(number(r, g, KTI_FIELD_SCORE, 0, 1, &score));
    KTI_TRY(number(r, g, KTI_FIELD_PRIORITY, INT32_MIN, INT32_MAX, &priority));
    row->count = (uint32_t)count;
    row->score = score;
    row->priority = (int32_t)priority;
    KTI_TRY(read_type(r, g, row));
    KTI_TRY(read_status(r, g, row));
    return read_evidence(r, g, row);
}

/* Another form of the English or, in Hangul, of the Korean: 카이스트 of 한국과학기술원, KAIST. */
static kt_status add_variants(const kti_record *r, kt_glossary *g, const kt_glossary_row *row) {
    kt_str rest = kti_record_get(r, KTI_FIELD_VARIANTS);
    while (rest.ptr != NULL && rest.len > 0) {
        kt_str form = kti_str_trim(kti_str_next_field(&rest, '|'));
        bool korean = kti_has_hangul(form) && !kti_has_hangul(row->english);
        kt_glossary_row variant = {.korean = korean ? form : row->korean,
                                   .english = korean ? row->english : form,
                                   .type = row->type,
                                   .status = KT_TERM_ALLOWED,
                                   .source = row->source,
                                   .line = row->line};
        bool same =
            kti_str_eq(variant.korean, row->korean) && kti_str_eq(variant.english, row->english);
        if (form.len > 0 && !same) KTI_TRY(kt_glossary_add(g, &variant));
    }
    return KT_OK;
}

/* A glossary from English to Korean is one all the same. */
static void exchange(kt_glossary_row *row) {
    if (kti_has_hangul(row->korean) || !kti_has_hangul(row->english)) return;
    kt_str korean = row->english;
    row->english = row->korean;
    row->korean = korean;
}

kt_status kti_record_note_half(kti_record *r, kt_glossary *g) {
    bool korean = r->fields[KTI_FIELD_KOREAN].len > 0;
    bool english = r->fields[KTI_FIELD_ENGLISH].len > 0;
    if (korean == english) return KT_OK;
    return note(r, g, "empty", korean ? "no English: left out" : "no Korean: left out");
}

kt_status kti_record_add(kti_record *r, kt_glossary *g) {
    kt_glossary_row row;
    KTI_TRY(kti_record_status(r));
    if (r->fields[KTI_FIELD_KOREAN].len == 0 || r->fields[KTI_FIELD_ENGLISH].len == 0) return KT_OK;
    KTI_TRY(read_row(r, g, &row));
    exchange(&row);
    const kt_glossary_row *before = kti_glossary_find(g, &row);
    if (before != NULL && before->status != row.status)
        KTI_TRY(
            note(r, g, "conflict", "the same pair stands in the file before, with another status"));
    else if (before != NULL)
        KTI_TRY(note(r, g, "duplicate", "the same pair stands in the file before"));
    KTI_TRY(kt_glossary_add(g, &row));
    return add_variants(r, g, &row);
}

/* ---- writing -------------------------------------------------------------------------------- */

/* Four decimals; of these two at least. */
static void add_score(kti_buf *out, double score) {
    uint64_t value = (uint64_t)(score * 10000 + .5);
    unsigned digits = 4;
    for (; digits > 2 && value % 10 == 0; digits--)
        value /= 10;
    uint64_t unit = digits == 4 ? 10000 : digits == 3 ? 1000 : 100;
    kti_buf_add_uint(out, value / unit);
    kti_buf_add_byte(out, '.');
    for (unit /= 10; unit > 0; unit /= 10)
        kti_buf_add_byte(out, (char)('0' + value / unit % 10));
}

void kti_record_of(kti_record *r, const kt_glossary_row *row) {
    kti_record_clear(r);
    r->line = row->line;
    kti_record_set(r, KTI_FIELD_KOREAN, row->korean);
    kti_record_set(r, KTI_FIELD_ENGLISH, row->english);
    kti_record_set(r, KTI_FIELD_TYPE, kti_str(kt_name_type_id(row->type)));
    kti_buf_add_uint(&r->fields[KTI_FIELD_COUNT], row->count);
    if (row->score > 0) add_score(&r->fields[KTI_FIELD_SCORE], row->score);
    if (row->status != KT_TERM_NONE)
        kti_record_set(r, KTI_FIELD_STATUS, kti_str(kt_term_status_id(row->status)));
    if (row->priority < 0) kti_buf_add_byte(&r->fields[KTI_FIELD_PRIORITY], '-');
    if (row->priority != 0)
        kti_buf_add_uint(&r->fields[KTI_FIELD_PRIORITY],
                         (uint64_t)(row->priority < 0 ? -(int64_t)row->priority : row->priority));
    kti_record_set(r, KTI_FIELD_DEFINITION, row->definition);
    kti_record_set(r, KTI_FIELD_NOTE, row->note);
    kti_record_set(r, KTI_FIELD_SOURCE, row->source);
    if (row->evidence != KT_EVIDENCE_NONE)
        kti_record_set(r, KTI_FIELD_EVIDENCE, kti_str(kt_evidence_id(row->evidence)));
}
