/* dictionary.c - the text search dictionary `kotext`: a Korean word as its stems.
 *
 * 판문점에서 becomes 판문점 or panmunjom or panmunjeom, 개성공단에서 becomes 개성 and 공단, or
 * 개성공단; 읽었다 becomes 읽다; a particle by itself is a stop word. Words without Hangul and
 * Hanja are left to the next dictionary.
 */
#include "module.h"

#include <commands/defrem.h>
#include <fmgr.h>
#include <nodes/pg_list.h>
#include <string.h>
#include <tsearch/ts_public.h>
#include <utils/builtins.h>

#include "latin.h"
#include "words.h"

typedef struct dictionary {
    bool latin; /* option: latin = names (default) or none */
} dictionary;

PG_FUNCTION_INFO_V1(kotext_dictionary_init);
Datum kotext_dictionary_init(PG_FUNCTION_ARGS) {
    List *options = (List *)PG_GETARG_POINTER(0);
    dictionary *d = palloc0(sizeof *d);
    ListCell *cell;
    d->latin = true;
    foreach (cell, options) {
        DefElem *option = (DefElem *)lfirst(cell);
        const char *value = defGetString(option);
        bool none = strcmp(value, "none") == 0;
        if (strcmp(option->defname, "latin") != 0 || (!none && strcmp(value, "names") != 0))
            ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
                            errmsg("kotext: the option is latin = names or latin = none")));
        d->latin = !none;
    }
    PG_RETURN_POINTER(d);
}

/* ---- lexemes -------------------------------------------------------------------------------- */

typedef struct lexemes {
    TSLexeme *list; /* ends with an empty one */
    int count, room;
} lexemes;

/* Lexemes of one variant are wanted together, variants are alternatives. */
static void add(lexemes *l, uint16 variant, kt_str form, const char *ending) {
    if (l->count + 1 == l->room) {
        l->list = repalloc(l->list, 2 * (size_t)l->room * sizeof *l->list);
        l->room *= 2;
    }
    l->list[l->count] = (TSLexeme){variant, 0, psprintf("%.*s%s", (int)form.len, form.ptr, ending)};
    l->list[++l->count] = (TSLexeme){0, 0, NULL};
}

static void add_lower(lexemes *l, uint16 variant, kt_str form) {
    char *lower = pnstrdup(form.ptr, form.len);
    for (char *p = lower; *p != '\0'; p++)
        if (*p >= 'A' && *p <= 'Z') *p = (char)(*p - 'A' + 'a');
    add(l, variant, (kt_str){lower, form.len}, "");
}

static uint16 add_parts(lexemes *l, const kt_analysis *reading, kt_str *only, bool *is_a_name) {
    uint16 parts = 0;
    for (size_t i = 0; i < reading->morpheme_count; i++) {
        const kt_morpheme *m = &reading->morphemes[i];
        lookup how = lookup_of(m);
        if (how == LOOKUP_NOT) continue;
        if (how == LOOKUP_VERB)
            add(l, 1, m->form, "\xEB\x8B\xA4"); /* 다 */
        else
            add_lower(l, 1, m->form);
        *only = m->form;
        *is_a_name = is_name(m);
        parts++;
    }
    return parts;
}

/* The whole stem of a compound, as long as the word is one eojeol. */
static uint16 add_whole(lexemes *l, const kt_analysis *reading, kt_str word, uint16 variant) {
    const kt_eojeol *e = reading->eojeols;
    if (reading->eojeol_count != 1 || e->kind != KT_EOJEOL_NOMINAL) return variant;
    add_lower(l, ++variant, (kt_str){word.ptr + e->stem.start, e->stem.end - e->stem.start});
    return variant;
}

static void add_latin(lexemes *l, session *s, kt_str name, uint16 variant) {
    const latin_forms *f;
    char *copy = pnstrdup(name.ptr, name.len);
    module_check(latin_forms_of(s, (kt_str){copy, name.len}, &f));
    for (size_t i = 0; i < f->count; i++)
        if (f->forms[i].alone)
            add(l, ++variant, (kt_str){f->bytes + f->forms[i].start, f->forms[i].length}, "");
}

static bool is_korean(kt_str word) {
    for (size_t i = 0; i < word.len; i++)
        if ((unsigned char)word.ptr[i] >= 0xE1) return true; /* U+1000 and above */
    return false;
}

static TSLexeme *lexize(session *s, const dictionary *d, kt_str word) {
    const kt_analysis *readings;
    size_t count;
    bool is_a_name = false;
    kt_str only = {"", 0};
    lexemes l = {palloc0(8 * sizeof(TSLexeme)), 0, 8};
    module_check(kt_normalize(s->ctx, word, NULL, s->normal));
    module_check(kt_hanja(s->ctx, kt_text_str(s->normal), NULL, s->hangul));
    word = kt_text_str(s->hangul);
    module_check(kt_analyze(s->ctx, word, NULL, &readings, &count));
    uint16 parts = add_parts(&l, readings, &only, &is_a_name), variant = 1;
    if (parts > 1) variant = add_whole(&l, readings, word, variant);
    if (parts == 1 && is_a_name && d->latin) add_latin(&l, s, only, variant);
    return l.list;
}

PG_FUNCTION_INFO_V1(kotext_dictionary_lexize);
Datum kotext_dictionary_lexize(PG_FUNCTION_ARGS) {
    const dictionary *d = (const dictionary *)PG_GETARG_POINTER(0);
    kt_str word = {(const char *)PG_GETARG_POINTER(1), (size_t)PG_GETARG_INT32(2)};
    if (!is_korean(word)) PG_RETURN_POINTER(NULL);
    PG_RETURN_POINTER(lexize(module_session(), d, word));
}
