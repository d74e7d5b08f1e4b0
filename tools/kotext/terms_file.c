#include "terms_file.h"

#include "glossary_file.h"

int terms_load(session *s, const char *name, kt_terms **out) {
    kt_glossary *g = NULL;
    const kt_glossary_row *rows;
    size_t count;
    *out = NULL;
    if (kt_glossary_new(NULL, &g) != KT_OK) return complain(EXIT_IO, NULL, 0, 0, "out of memory");
    int status = glossary_load(s, name, g);
    if (status == EXIT_DONE) glossary_warn(name, g);
    if (status == EXIT_DONE && (kt_glossary_rows(g, &rows, &count) != KT_OK ||
                                kt_terms_new(NULL, rows, count, out) != KT_OK))
        status = complain(EXIT_IO, name, 0, 0, "out of memory");
    kt_glossary_free(g);
    return status;
}

int terms_asked(session *s, kt_terms **out) {
    const char *name = arguments_value(s->args, OPT_GLOSSARY, NULL);
    *out = NULL;
    if (name == NULL) return complain(EXIT_USAGE, NULL, 0, 0, "--glossary is wanted");
    return terms_load(s, name, out);
}
