/* Glossaries in every format, and their terms in a text. */
#include "scenes.h"

static const char rows[] =
    "korean\tenglish\ttype\tcount\tscore\tstatus\tpriority\tdefinition\tnote\tsource\n"
    "개성\tKaesong\tLOC\t2\t0.97\tpreferred\t3\ta city\tb\tc\n"
    "개성\tGaeseong\tLOC\t1\t0.5\tforbidden\t0\t\t\t\n"
    "문재인\tMoon Jae-in\tPER\t3\t0.9\tpreferred\t0\t\t\t\n";

/* Writes all formats and reads each that can be read. */
static kt_status goes_round(const stage *on) {
    kt_glossary *first = NULL, *again = NULL;
    const kt_glossary_problem *problems;
    size_t count;
    kt_str file;
    kt_status status = kt_glossary_new(on->alloc, &first);
    THEN(kt_glossary_read(first, S(rows), KT_GLOSSARY_AUTO, NULL));
    THEN(kt_glossary_problems(first, &problems, &count));
    for (int format = KT_GLOSSARY_TSV; format < KT_GLOSSARY_FORMATS; format++) {
        THEN(kt_glossary_write(first, (kt_glossary_format)format, &file));
        if (format >= KT_GLOSSARY_PROMPT) continue;
        THEN(kt_glossary_new(on->alloc, &again));
        THEN(kt_glossary_read(again, file, (kt_glossary_format)format, NULL));
        THEN(kt_glossary_merge(again, first));
        kt_glossary_free(again);
        again = NULL;
    }
    kt_glossary_free(first);
    return status;
}

static kt_status finds_terms(const stage *on) {
    static const char text[] = "문재인 대통령이 개성에 갔다. Moon Jae-in went to Gaeseong.";
    kt_glossary *glossary = NULL;
    const kt_glossary_row *list = NULL;
    kt_terms *terms = NULL;
    const kt_term_hit *hits;
    kt_annotate_options instead = KT_ANNOTATE_INIT;
    size_t count = 0;
    instead.place = KT_ANNOTATE_INSTEAD;
    kt_status status = kt_glossary_new(on->alloc, &glossary);
    THEN(kt_glossary_read(glossary, S(rows), KT_GLOSSARY_TSV, NULL));
    THEN(kt_glossary_rows(glossary, &list, &count));
    THEN(kt_terms_new(on->alloc, list, count, &terms));
    THEN(kt_terms_find(on->ctx, terms, S(text), &hits, &count));
    THEN(kt_annotate(on->ctx, terms, S(text), NULL, on->text));
    THEN(kt_annotate(on->ctx, terms, S(text), &instead, on->text));
    THEN(kt_terms_apply(on->ctx, terms, S(text), on->text));
    kt_terms_free(terms);
    kt_glossary_free(glossary);
    return status;
}

/* Rows of one's own. */
static kt_status adds_rows(const stage *on) {
    kt_glossary *glossary = NULL;
    const kt_glossary_row *list;
    size_t count;
    char korean[] = "가나";
    kt_status status = kt_glossary_new(on->alloc, &glossary);
    for (int i = 0; i < 40; i++) {
        kt_glossary_row row = {.korean = S(korean), .english = S("Gana"), .count = 1};
        korean[2] = (char)(0x80 + i); /* 가, 각, 갂, ... */
        THEN(kt_glossary_add(glossary, &row));
    }
    THEN(kt_glossary_rows(glossary, &list, &count));
    kt_glossary_free(glossary);
    return status;
}

const scene glossary_scenes[] = {
    {"formats", goes_round, 0}, {"terms", finds_terms, 0}, {"add", adds_rows, 0}, {NULL, NULL, 0}};
