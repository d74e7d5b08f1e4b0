#include "lexicon/user.h"

#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "unicode/nfc.h"

typedef struct line {
    kt_str korean, english, type;
    size_t number;
    size_t offset;
} line;

static bool is_type(kt_str type) {
    return type.len == 0 || kti_str_eq(type, KTI_STR("-")) || kti_str_eq(type, KTI_STR("PER")) ||
           kti_str_eq(type, KTI_STR("LOC")) || kti_str_eq(type, KTI_STR("ORG")) ||
           kti_str_eq(type, KTI_STR("OTHER"));
}

static bool is_utf8(kt_str text) {
    return kti_utf8_check(text, 0) == text.len;
}

static const char *fault_of(const line *l) {
    if (!is_utf8(l->korean) || !is_utf8(l->english)) return "ill-formed UTF-8";
    if (l->korean.len == 0) return "no Korean form";
    if (l->english.len == 0) return "no English form (columns: korean TAB english TAB type)";
    if (!is_type(l->type)) return "type is not PER, LOC, ORG or OTHER";
    return NULL;
}

static void add_entry(kti_user_dict *dict, const line *l, uint32_t id) {
    kti_entry entry = {.id = id,
                       .kind = KTI_ENTRY_USER,
                       .korean = l->korean,
                       .english = l->english,
                       .detail = kti_str_eq(l->type, KTI_STR("-")) ? (kt_str){NULL, 0} : l->type};
    kti_entry_write(&entry, &dict->pool, &dict->records);
    kti_key_builder_add(&dict->korean_builder, l->korean, id, false);
    kti_key_builder_add(&dict->english_builder, l->english, id, false);
}

/* The columns behind the third are a glossary's own. */
static void read_columns(kt_str row, line *l) {
    l->korean = kti_str_trim(kti_str_next_field(&row, '\t'));
    l->english = kti_str_trim(kti_str_next_field(&row, '\t'));
    l->type = kti_str_trim(kti_str_next_field(&row, '\t'));
}

/* Text is searched in its composed form, and macOS writes the other one. */
static kt_status compose(kti_user_dict *dict, line *l) {
    if (kti_nf_is(KTI_NFC, l->korean)) return KT_OK;
    l->korean = kti_nf_short(KTI_NFC, l->korean, &dict->composed);
    return l->korean.ptr == NULL ? KT_ERR_NOMEM : KT_OK;
}

static kt_status read_lines(kti_user_dict *dict, kt_str text, uint32_t first_id, kt_error *err) {
    uint32_t id = first_id;
    const char *start = text.ptr;
    text = kti_str_unmarked(text);
    for (line l = {.number = 1}; text.ptr != NULL; l.number++) {
        l.offset = (size_t)(text.ptr - start);
        kt_str rest = kti_str_next_field(&text, '\n');
        if (rest.len > 0 && rest.ptr[rest.len - 1] == '\r') rest.len--;
        if (rest.len == 0 || rest.ptr[0] == '#') continue;
        read_columns(rest, &l);
        if (l.number == 1 && kti_str_eq(l.korean, KTI_STR("korean"))) continue;
        const char *fault = fault_of(&l);
        if (fault != NULL) return kti_fail_line(err, KT_ERR_SYNTAX, l.offset, l.number, fault);
        KTI_TRY(compose(dict, &l));
        add_entry(dict, &l, id++);
    }
    return KT_OK;
}

kt_status kti_user_dict_read(kti_user_dict *dict, const kt_alloc *alloc, kt_str text,
                             uint32_t first_id, kt_error *err) {
    kti_buf_init(&dict->pool, alloc); /* of places of 32 bits; NFC makes three bytes of one */
    kti_buf_init(&dict->records, alloc);
    kti_arena_init(&dict->composed, alloc);
    kti_key_builder_init(&dict->korean_builder, KTI_FOLD_KOREAN, alloc);
    kti_key_builder_init(&dict->english_builder, KTI_FOLD_ENGLISH, alloc);
    kt_status status = text.len > UINT32_MAX / 4 ? KT_ERR_TOO_LARGE : KT_OK;
    if (status == KT_OK && text.len > 0) status = read_lines(dict, text, first_id, err);
    if (status == KT_ERR_SYNTAX) return status;
    if (status == KT_OK) status = kti_buf_status(&dict->pool);
    if (status == KT_OK) status = kti_buf_status(&dict->records);
    if (status == KT_OK) status = kti_key_builder_finish(&dict->korean_builder, &dict->korean);
    if (status == KT_OK) status = kti_key_builder_finish(&dict->english_builder, &dict->english);
    return status == KT_OK ? KT_OK : kti_fail(err, status, 0, kt_status_name(status));
}

void kti_user_dict_free(kti_user_dict *dict) {
    kti_arena_free(&dict->composed);
    kti_buf_free(&dict->pool);
    kti_buf_free(&dict->records);
    kti_key_builder_free(&dict->korean_builder);
    kti_key_builder_free(&dict->english_builder);
}
