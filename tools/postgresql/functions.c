/* functions.c - SQL functions; NULL gives NULL, as they are declared STRICT. */
#include "module.h"

#include <fmgr.h>
#include <lib/stringinfo.h>
#include <string.h>
#include <utils/builtins.h>
#include <utils/json.h>

/* A transform takes some thirty bytes a byte, and the machine ends a server that takes them all. */
static const size_t most_bytes = (size_t)16 << 20;

static kt_str argument(const text *t) {
    if (VARSIZE_ANY_EXHDR(t) > most_bytes)
        ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
                        errmsg("kotext: a text of more than 16 MB")));
    return (kt_str){VARDATA_ANY(t), VARSIZE_ANY_EXHDR(t)};
}

static text *made(kt_str s) {
    return cstring_to_text_with_len(s.len == 0 ? "" : s.ptr, (int)s.len);
}

static Datum result(session *s, kt_status status) {
    module_check(status);
    return PointerGetDatum(made(kt_text_str(s->out)));
}

static kt_scheme scheme_of(kt_str id) {
    for (int i = 0; i < KT_SCHEMES; i++) {
        const char *known = kt_scheme_id((kt_scheme)i);
        if (strlen(known) == id.len && memcmp(known, id.ptr, id.len) == 0) return (kt_scheme)i;
    }
    ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
                    errmsg("kotext: no such romanization scheme")));
    return KT_SCHEME_RR;
}

PG_FUNCTION_INFO_V1(kotext_romanize);
Datum kotext_romanize(PG_FUNCTION_ARGS) {
    session *s = module_session();
    kt_romanize_options options = KT_ROMANIZE_INIT;
    options.scheme = scheme_of(argument(PG_GETARG_TEXT_PP(1)));
    return result(s, kt_romanize(s->ctx, argument(PG_GETARG_TEXT_PP(0)), &options, s->out));
}

PG_FUNCTION_INFO_V1(kotext_normalize);
Datum kotext_normalize(PG_FUNCTION_ARGS) {
    session *s = module_session();
    kt_normalize_options options = KT_NORMALIZE_INIT;
    module_check(kt_korean_steps(argument(PG_GETARG_TEXT_PP(1)), &options.korean));
    return result(s, kt_normalize(s->ctx, argument(PG_GETARG_TEXT_PP(0)), &options, s->out));
}

PG_FUNCTION_INFO_V1(kotext_pronounce);
Datum kotext_pronounce(PG_FUNCTION_ARGS) {
    session *s = module_session();
    return result(s, kt_pronounce(s->ctx, argument(PG_GETARG_TEXT_PP(0)), NULL, s->out));
}

PG_FUNCTION_INFO_V1(kotext_hanja);
Datum kotext_hanja(PG_FUNCTION_ARGS) {
    session *s = module_session();
    return result(s, kt_hanja(s->ctx, argument(PG_GETARG_TEXT_PP(0)), NULL, s->out));
}

PG_FUNCTION_INFO_V1(kotext_slug);
Datum kotext_slug(PG_FUNCTION_ARGS) {
    session *s = module_session();
    return result(s, kt_slug(s->ctx, argument(PG_GETARG_TEXT_PP(0)), NULL, s->out));
}

PG_FUNCTION_INFO_V1(kotext_josa);
Datum kotext_josa(PG_FUNCTION_ARGS) {
    kt_str out;
    module_check(kt_josa_choose(module_session()->ctx, argument(PG_GETARG_TEXT_PP(0)),
                                argument(PG_GETARG_TEXT_PP(1)), &out));
    return PointerGetDatum(made(out));
}

PG_FUNCTION_INFO_V1(kotext_spell);
Datum kotext_spell(PG_FUNCTION_ARGS) {
    kt_spell_options options = KT_SPELL_INIT;
    const kt_spelling *list;
    size_t count;
    int32 nth = PG_GETARG_INT32(1);
    if (nth < 1 || nth > 100) PG_RETURN_NULL();
    options.nbest = (size_t)nth;
    module_check(kt_names_spell(module_session()->ctx, argument(PG_GETARG_TEXT_PP(0)), &options,
                                &list, &count));
    if (count < (size_t)nth) PG_RETURN_NULL();
    return PointerGetDatum(made(list[nth - 1].text));
}

PG_FUNCTION_INFO_V1(kotext_match);
Datum kotext_match(PG_FUNCTION_ARGS) {
    double score;
    module_check(kt_names_match(module_session()->ctx, argument(PG_GETARG_TEXT_PP(0)),
                                argument(PG_GETARG_TEXT_PP(1)), &score));
    PG_RETURN_FLOAT8(score);
}

static int points(kt_str in, size_t from, size_t to) {
    int count = 0;
    for (size_t i = from; i < to; i++)
        count += (in.ptr[i] & 0xC0) != 0x80;
    return count;
}

static void add_mention(StringInfo out, kt_str in, const kt_mention *m, int start) {
    char *name = pnstrdup(in.ptr + m->span.start, m->span.end - m->span.start);
    appendStringInfo(
        out, "{\"start\":%d,\"length\":%d,\"type\":\"%s\",\"confidence\":%.2f,\"text\":", start,
        points(in, m->span.start, m->span.end), kt_name_type_id(m->type), (double)m->confidence);
    escape_json(out, name);
    appendStringInfoChar(out, '}');
    pfree(name);
}

/* start and length are those of substr() */
PG_FUNCTION_INFO_V1(kotext_names_json);
Datum kotext_names_json(PG_FUNCTION_ARGS) {
    const kt_mention *list;
    size_t count, at = 0;
    int start = 1;
    StringInfoData out;
    kt_str in = argument(PG_GETARG_TEXT_PP(0));
    module_check(kt_names_detect(module_session()->ctx, in, &list, &count));
    initStringInfo(&out);
    appendStringInfoChar(&out, '[');
    for (size_t i = 0; i < count; i++) {
        start += points(in, at, list[i].span.start);
        at = list[i].span.start;
        if (i > 0) appendStringInfoChar(&out, ',');
        add_mention(&out, in, &list[i], start);
    }
    appendStringInfoChar(&out, ']');
    return PointerGetDatum(cstring_to_text_with_len(out.data, out.len));
}
