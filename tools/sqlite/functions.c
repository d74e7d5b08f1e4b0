/* functions.c - SQL functions. NULL gives NULL; what a call cannot do is an SQL error. */
#include <stdbool.h>
#include <string.h>

#include "module.h"

SQLITE_EXTENSION_INIT3

typedef sqlite3_context call;
typedef sqlite3_value value;

static session *session_of(call *c) {
    return sqlite3_user_data(c);
}

static kt_str text_of(value *v) {
    const unsigned char *bytes = sqlite3_value_text(v);
    return (kt_str){(const char *)bytes, (size_t)sqlite3_value_bytes(v)};
}

/* Whether a text is there; without one the result is NULL, or an error when memory ran out. */
static bool has_text(call *c, value *v, kt_str *out) {
    *out = text_of(v);
    if (out->ptr != NULL) return true;
    if (sqlite3_value_type(v) != SQLITE_NULL) sqlite3_result_error_nomem(c);
    return false;
}

static void give(call *c, kt_str text) {
    sqlite3_result_text64(c, text.len == 0 ? "" : text.ptr, text.len, SQLITE_TRANSIENT,
                          SQLITE_UTF8);
}

static bool went_well(call *c, kt_status status) {
    if (status == KT_OK) return true;
    if (status == KT_ERR_NOMEM)
        sqlite3_result_error_nomem(c);
    else if (status == KT_ERR_TOO_LARGE)
        sqlite3_result_error_toobig(c);
    else
        sqlite3_result_error(c, kt_status_name(status), -1);
    return false;
}

static void give_text(call *c, kt_status status) {
    if (went_well(c, status)) give(c, kt_text_str(session_of(c)->out));
}

/* ---- transforms ----------------------------------------------------------------------------- */

static bool find_scheme(call *c, kt_str id, kt_scheme *out) {
    for (int i = 0; i < KT_SCHEMES; i++) {
        const char *known = kt_scheme_id((kt_scheme)i);
        if (strlen(known) != id.len || memcmp(known, id.ptr, id.len) != 0) continue;
        *out = (kt_scheme)i;
        return true;
    }
    sqlite3_result_error(c, "kotext: no such romanization scheme", -1);
    return false;
}

/* kotext_romanize(text [, scheme]) */
static void romanize(call *c, int count, value **values) {
    kt_romanize_options options = KT_ROMANIZE_INIT;
    kt_str in, id;
    if (!has_text(c, values[0], &in)) return;
    if (count > 1 && (!has_text(c, values[1], &id) || !find_scheme(c, id, &options.scheme))) return;
    session *s = session_of(c);
    give_text(c, kt_romanize(s->ctx, in, &options, s->out));
}

/* kotext_normalize(text [, steps]): NFC with the Korean steps of a comma list, else the default */
static void normalize(call *c, int count, value **values) {
    kt_normalize_options options = KT_NORMALIZE_INIT;
    kt_str in, steps;
    options.korean = KT_KOREAN_DEFAULT;
    if (!has_text(c, values[0], &in)) return;
    if (count > 1 &&
        (!has_text(c, values[1], &steps) || !went_well(c, kt_korean_steps(steps, &options.korean))))
        return;
    session *s = session_of(c);
    give_text(c, kt_normalize(s->ctx, in, &options, s->out));
}

/* kotext_pronounce(text) */
static void pronounce(call *c, int count, value **values) {
    (void)count;
    session *s = session_of(c);
    kt_str in;
    if (has_text(c, values[0], &in)) give_text(c, kt_pronounce(s->ctx, in, NULL, s->out));
}

/* kotext_hanja(text) */
static void hanja(call *c, int count, value **values) {
    (void)count;
    session *s = session_of(c);
    kt_str in;
    if (has_text(c, values[0], &in)) give_text(c, kt_hanja(s->ctx, in, NULL, s->out));
}

/* kotext_slug(text) */
static void slug(call *c, int count, value **values) {
    (void)count;
    session *s = session_of(c);
    kt_str in;
    if (has_text(c, values[0], &in)) give_text(c, kt_slug(s->ctx, in, NULL, s->out));
}

/* kotext_josa(word, particle): the particle that agrees */
static void josa(call *c, int count, value **values) {
    (void)count;
    kt_str word, particle, out;
    if (!has_text(c, values[0], &word) || !has_text(c, values[1], &particle)) return;
    if (went_well(c, kt_josa_choose(session_of(c)->ctx, word, particle, &out))) give(c, out);
}

/* ---- names ---------------------------------------------------------------------------------- */

/* kotext_match(hangul, latin): 0 to 1 */
static void match(call *c, int count, value **values) {
    (void)count;
    kt_str hangul, latin;
    double score;
    if (!has_text(c, values[0], &hangul) || !has_text(c, values[1], &latin)) return;
    if (went_well(c, kt_names_match(session_of(c)->ctx, hangul, latin, &score)))
        sqlite3_result_double(c, score);
}

/* kotext_spell(name [, n]): the n-th likeliest Latin spelling, from 1; NULL behind the last one */
static void spell(call *c, int count, value **values) {
    kt_spell_options options = KT_SPELL_INIT;
    const kt_spelling *list;
    size_t found;
    kt_str name;
    sqlite3_int64 wanted = count > 1 ? sqlite3_value_int64(values[1]) : 1;
    if (!has_text(c, values[0], &name) || wanted < 1 || wanted > 100) return;
    options.nbest = (size_t)wanted;
    if (!went_well(c, kt_names_spell(session_of(c)->ctx, name, &options, &list, &found))) return;
    if (found >= (size_t)wanted) give(c, list[wanted - 1].text);
}

static void add_json(sqlite3_str *out, kt_str text) {
    sqlite3_str_appendchar(out, 1, '"');
    for (size_t i = 0; i < text.len; i++) {
        unsigned char byte = (unsigned char)text.ptr[i];
        if (byte == '"' || byte == '\\')
            sqlite3_str_appendf(out, "\\%c", byte);
        else if (byte < 0x20)
            sqlite3_str_appendf(out, "\\u%04x", byte);
        else
            sqlite3_str_append(out, text.ptr + i, 1);
    }
    sqlite3_str_appendchar(out, 1, '"');
}

/* Code points before byte `to`, counted on from byte `from`: what substr() counts. */
static int points(kt_str text, size_t from, size_t to) {
    int count = 0;
    for (size_t i = from; i < to; i++)
        count += (text.ptr[i] & 0xC0) != 0x80;
    return count;
}

static void add_mention(sqlite3_str *out, kt_str in, const kt_mention *m, int start) {
    kt_str name = {in.ptr + m->span.start, m->span.end - m->span.start};
    sqlite3_str_appendf(
        out, "{\"start\":%d,\"length\":%d,\"type\":\"%s\",\"confidence\":%.2f,\"text\":", start,
        points(in, m->span.start, m->span.end), kt_name_type_id(m->type), (double)m->confidence);
    add_json(out, name);
    sqlite3_str_appendchar(out, 1, '}');
}

/* kotext_names(text): a JSON array for json_each(); start and length are those of substr() */
static void names(call *c, int count, value **values) {
    (void)count;
    const kt_mention *list;
    size_t found, at = 0;
    int start = 1;
    kt_str in;
    if (!has_text(c, values[0], &in)) return;
    if (!went_well(c, kt_names_detect(session_of(c)->ctx, in, &list, &found))) return;
    sqlite3_str *out = sqlite3_str_new(sqlite3_context_db_handle(c));
    sqlite3_str_appendchar(out, 1, '[');
    for (size_t i = 0; i < found; i++) {
        start += points(in, at, list[i].span.start);
        at = list[i].span.start;
        if (i > 0) sqlite3_str_appendchar(out, 1, ',');
        add_mention(out, in, &list[i], start);
    }
    sqlite3_str_appendchar(out, 1, ']');
    int failed = sqlite3_str_errcode(out);
    char *text = sqlite3_str_finish(out);
    if (failed != SQLITE_OK) {
        sqlite3_free(text);
        sqlite3_result_error_code(c, failed);
        return;
    }
    sqlite3_result_text(c, text, -1, sqlite3_free);
    sqlite3_result_subtype(c, 'J');
}

/* kotext_version() */
static void version(call *c, int count, value **values) {
    (void)count;
    (void)values;
    sqlite3_result_text(c, kt_version(), -1, SQLITE_STATIC);
}

static const struct {
    const char *name;
    int arguments;
    void (*run)(call *, int, value **);
} table[] = {
    {"kotext_romanize", 1, romanize},   {"kotext_romanize", 2, romanize},
    {"kotext_normalize", 1, normalize}, {"kotext_normalize", 2, normalize},
    {"kotext_pronounce", 1, pronounce}, {"kotext_hanja", 1, hanja},
    {"kotext_slug", 1, slug},           {"kotext_josa", 2, josa},
    {"kotext_match", 2, match},         {"kotext_spell", 1, spell},
    {"kotext_spell", 2, spell},         {"kotext_names", 1, names},
    {"kotext_version", 0, version},
};

int register_functions(sqlite3 *db, session *s) {
    static const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        int status =
            sqlite3_create_function_v2(db, table[i].name, table[i].arguments, flags,
                                       session_hold(s), table[i].run, NULL, NULL, session_release);
        if (status != SQLITE_OK) return status; /* SQLite has let go of the session */
    }
    return SQLITE_OK;
}
