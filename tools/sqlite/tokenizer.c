/* tokenizer.c - the FTS5 tokenizer `kotext`.
 *
 *     CREATE VIRTUAL TABLE news USING fts5(body, tokenize = 'kotext');
 *     tokenize = 'kotext [latin none|names|all] [TOKENIZER ARGUMENT...]'
 *
 * Korean words become the stems and roots that they are made of, one after the other, without
 * particles and endings; verbs become 가다. The whole of a compound stands at the places of its
 * parts, how a name is written in Latin letters at that of its first. What is not Korean goes to
 * the other tokenizer (unicode61). Hanja are looked up by their reading.
 */
#include <string.h>

#include "latin.h"
#include "module.h"
#include "words.h"

SQLITE_EXTENSION_INIT3

typedef enum latin_scope { LATIN_NONE, LATIN_NAMES, LATIN_ALL } latin_scope;

typedef struct tokenizer {
    session *session;
    latin_scope latin;
    fts5_tokenizer methods; /* of the other tokenizer */
    Fts5Tokenizer *other;
} tokenizer;

typedef int take_token(void *context, int flags, const char *token, int length, int start, int end);

/* One text being cut. */
typedef struct cutting {
    tokenizer *t;
    take_token *take;
    void *context;
    bool query;
    kt_str text;             /* normalized, Hanja read */
    bool normalized, hangul; /* whether that changed anything: places need mapping back */
    uint32_t foreign_at;     /* where the text given to the other tokenizer begins */
    int status;
} cutting;

/* ---- giving tokens -------------------------------------------------------------------------- */

static kt_span in_document(const cutting *c, kt_span span) {
    if (c->hangul) span = kt_text_source(c->t->session->hangul, span);
    if (c->normalized) span = kt_text_source(c->t->session->normal, span);
    return span;
}

static void give(cutting *c, int flags, kt_str token, kt_span span) {
    if (c->status != SQLITE_OK || token.len == 0) return;
    kt_span place = in_document(c, span);
    c->status =
        c->take(c->context, flags, token.ptr, (int)token.len, (int)place.start, (int)place.end);
}

static int take_foreign(void *context, int flags, const char *token, int length, int start,
                        int end) {
    cutting *c = context;
    give(c, flags, (kt_str){token, (size_t)length},
         (kt_span){c->foreign_at + (uint32_t)start, c->foreign_at + (uint32_t)end});
    return c->status;
}

static void give_foreign(cutting *c, kt_span span) {
    if (c->status != SQLITE_OK) return;
    c->foreign_at = span.start;
    int flags = c->query ? FTS5_TOKENIZE_QUERY : FTS5_TOKENIZE_DOCUMENT;
    int status = c->t->methods.xTokenize(c->t->other, c, flags, c->text.ptr + span.start,
                                         (int)(span.end - span.start), take_foreign);
    if (c->status == SQLITE_OK) c->status = status;
}

/* In a question only forms that are the whole name: one word of several would find too much. */
static void give_latin(cutting *c, kt_str name, kt_span span) {
    const latin_forms *f;
    if (c->status != SQLITE_OK) return;
    if (latin_forms_of(c->t->session, name, &f) != KT_OK) {
        c->status = SQLITE_NOMEM;
        return;
    }
    for (size_t i = 0; i < f->count; i++)
        if (!c->query || f->forms[i].alone)
            give(c, FTS5_TOKEN_COLOCATED,
                 (kt_str){f->bytes + f->forms[i].start, f->forms[i].length}, span);
}

static void give_verb(cutting *c, const kt_morpheme *m) {
    char form[64];
    static const char da[3] = {'\xEB', '\x8B', '\xA4'}; /* 다 */
    size_t len = m->form.len;
    if (len + sizeof da > sizeof form) return;
    memcpy(form, m->form.ptr, len);
    memcpy(form + len, da, sizeof da);
    give(c, 0, (kt_str){form, len + sizeof da}, m->span);
}

/* ---- one eojeol ----------------------------------------------------------------------------- */

typedef struct names_at {
    const kt_mention *list;
    size_t count, next;
} names_at;

/* The name that begins at `start`, if one does; the list is walked once. */
static const kt_mention *name_at(names_at *names, uint32_t start) {
    while (names->next < names->count && names->list[names->next].span.start < start)
        names->next++;
    if (names->next == names->count || names->list[names->next].span.start != start) return NULL;
    return &names->list[names->next];
}

static kt_str cut(kt_str text, kt_span span) {
    return (kt_str){text.ptr + span.start, span.end - span.start};
}

static bool is_one_word(kt_str text) {
    return memchr(text.ptr, ' ', text.len) == NULL;
}

/* What stands beside a noun: the compound that it is a part of - at each part, and in questions as
 * well, for 경찰청장 is 경찰 + 청장 in one text and 경찰청 + 장 in another - and a name's forms. */
static void give_beside(cutting *c, const kt_eojeol *e, const kt_morpheme *m, names_at *names) {
    const kt_mention *name = name_at(names, m->span.start);
    kt_str stem = cut(c->text, e->stem), form = m->form;
    if (name != NULL && name->span.end < m->span.end) name = NULL; /* 남 of 남북 */
    if (e->kind == KT_EOJEOL_NOMINAL && stem.len > form.len)
        give(c, FTS5_TOKEN_COLOCATED, stem, e->stem);
    if (name != NULL && is_one_word(cut(c->text, name->span))) {
        kt_str whole = cut(c->text, name->span);
        if (!c->query && whole.len > form.len && whole.len != stem.len)
            give(c, FTS5_TOKEN_COLOCATED, whole, name->span);
        if (c->t->latin != LATIN_NONE && (!c->query || whole.len == form.len))
            give_latin(c, whole, name->span);
    } else if (c->t->latin == LATIN_ALL || (c->t->latin == LATIN_NAMES && is_name(m))) {
        give_latin(c, form, m->span);
    }
}

static void give_eojeol(cutting *c, const kt_eojeol *e, const kt_morpheme *m, names_at *names) {
    bool any = false;
    for (uint32_t i = 0; i < e->count; i++, m++) {
        lookup how = lookup_of(m);
        if (how == LOOKUP_NOT) continue;
        if (how == LOOKUP_VERB) give_verb(c, m);
        if (how == LOOKUP_FOREIGN) give_foreign(c, m->span);
        if (how == LOOKUP_FORM) {
            give(c, 0, m->form, m->span);
            give_beside(c, e, m, names);
        }
        any = true;
    }
    if (!any) give_foreign(c, e->span); /* a particle or ending by itself */
}

/* ---- a text --------------------------------------------------------------------------------- */

static bool is_ascii(kt_str text) {
    for (size_t i = 0; i < text.len; i++)
        if ((text.ptr[i] & 0x80) != 0) return false;
    return true;
}

static bool is_same(kt_str a, kt_str b) {
    return a.len == b.len && memcmp(a.ptr, b.ptr, a.len) == 0;
}

/* NFC with the Korean steps, then Hanja as they are read. */
static kt_status prepare(cutting *c, kt_str in) {
    session *s = c->t->session;
    kt_normalize_options options = KT_NORMALIZE_INIT;
    options.korean = KT_KOREAN_DEFAULT & ~(uint32_t)KT_KOREAN_QUOTES;
    kt_status status = kt_normalize(s->ctx, in, &options, s->normal);
    if (status != KT_OK) return status;
    kt_str normal = kt_text_str(s->normal);
    c->normalized = !is_same(normal, in);
    status = kt_hanja(s->ctx, normal, NULL, s->hangul);
    if (status != KT_OK) return status;
    c->text = kt_text_str(s->hangul);
    c->hangul = !is_same(c->text, normal);
    return KT_OK;
}

static kt_status give_words(cutting *c) {
    const kt_analysis *readings;
    size_t count;
    names_at names = {0};
    kt_ctx *ctx = c->t->session->ctx;
    kt_status status = kt_analyze(ctx, c->text, NULL, &readings, &count);
    if (status == KT_OK)
        status = kt_names_of_reading(ctx, c->text, readings, &names.list, &names.count);
    if (status != KT_OK) return status;
    for (size_t i = 0; i < readings->eojeol_count && c->status == SQLITE_OK; i++) {
        const kt_eojeol *e = &readings->eojeols[i];
        give_eojeol(c, e, readings->morphemes + e->first, &names);
    }
    return KT_OK;
}

static int tokenize(Fts5Tokenizer *self, void *context, int flags, const char *text, int length,
                    take_token *take) {
    cutting c = {(tokenizer *)self,
                 take,
                 context,
                 (flags & FTS5_TOKENIZE_QUERY) != 0,
                 {text, (size_t)length},
                 false,
                 false,
                 0,
                 SQLITE_OK};
    if (length <= 0 || text == NULL) return SQLITE_OK;
    if (is_ascii(c.text) || (flags & FTS5_TOKENIZE_PREFIX) != 0) {
        give_foreign(&c, (kt_span){0, (uint32_t)length});
        return c.status;
    }
    kt_status status = prepare(&c, c.text);
    if (status == KT_OK) status = give_words(&c);
    if (status == KT_ERR_NOMEM) return SQLITE_NOMEM;
    return status != KT_OK ? SQLITE_TOOBIG : c.status;
}

/* ---- making one ----------------------------------------------------------------------------- */

static int take_options(tokenizer *t, const char ***arguments, int *count) {
    static const char *const scopes[] = {"none", "names", "all"};
    t->latin = LATIN_NAMES;
    if (*count == 0 || strcmp((*arguments)[0], "latin") != 0) return SQLITE_OK;
    for (int i = 0; *count > 1 && i < 3; i++) {
        if (strcmp((*arguments)[1], scopes[i]) != 0) continue;
        t->latin = (latin_scope)i;
        *arguments += 2;
        *count -= 2;
        return SQLITE_OK;
    }
    return SQLITE_ERROR;
}

typedef struct library {
    fts5_api *api;
    session *session;
} library;

static int make_other(const library *l, tokenizer *t, const char **arguments, int count) {
    void *context;
    const char *name = count > 0 ? arguments[0] : "unicode61";
    int status = l->api->xFindTokenizer(l->api, name, &context, &t->methods);
    if (status != SQLITE_OK) return status;
    return t->methods.xCreate(context, count > 0 ? arguments + 1 : NULL, count > 0 ? count - 1 : 0,
                              &t->other);
}

static int create(void *context, const char **arguments, int count, Fts5Tokenizer **out) {
    const library *l = context;
    tokenizer *t = sqlite3_malloc64(sizeof *t);
    if (t == NULL) return SQLITE_NOMEM;
    *t = (tokenizer){.session = l->session};
    int status = take_options(t, &arguments, &count);
    if (status == SQLITE_OK) status = make_other(l, t, arguments, count);
    if (status != SQLITE_OK) {
        sqlite3_free(t);
        return status;
    }
    session_hold(t->session);
    *out = (Fts5Tokenizer *)t;
    return SQLITE_OK;
}

static void destroy(Fts5Tokenizer *self) {
    tokenizer *t = (tokenizer *)self;
    t->methods.xDelete(t->other);
    session_release(t->session);
    sqlite3_free(t);
}

static void library_free(void *p) {
    library *l = p;
    session_release(l->session);
    sqlite3_free(l);
}

/* FTS5's own way to hand out its functions; NULL where it is not built in. */
static fts5_api *find_fts5(sqlite3 *db) {
    fts5_api *api = NULL;
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &statement, NULL) == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, (void *)&api, "fts5_api_ptr", NULL);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    return api;
}

int register_tokenizer(sqlite3 *db, session *s) {
    fts5_tokenizer methods = {create, destroy, tokenize};
    fts5_api *api = find_fts5(db);
    if (api == NULL) return SQLITE_OK;
    library *l = sqlite3_malloc64(sizeof *l);
    if (l == NULL) return SQLITE_NOMEM;
    *l = (library){api, session_hold(s)};
    int status = api->xCreateTokenizer(api, "kotext", l, &methods, library_free);
    if (status != SQLITE_OK) library_free(l);
    return status;
}
