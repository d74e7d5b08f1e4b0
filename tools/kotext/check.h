/* check.h - names that disagree with a glossary, and how they are reported. */
#ifndef KOTEXT_TOOL_CHECK_H
#define KOTEXT_TOOL_CHECK_H

#include "json_list.h"
#include "side.h"

typedef struct checking {
    session *session;
    const kt_terms *terms;
    buffer *out;
    json_list json;
    size_t count; /* findings reported */
    place at;     /* of the last one */
} checking;

/* Reports one finding: `met` is what stands there, `wanted` what should (may be empty). */
void check_report(checking *c, const side *s, const char *name, size_t unit, kt_span span,
                  const char *id, const kt_glossary_row *row, kt_str wanted);

/* Whether a term that was met is a finding: "forbidden" or "style", and the form to write, which
 * may be empty. */
bool check_hit(const kt_terms *terms, const kt_term_hit *hit, const char **id, kt_str *wanted);

/* Forbidden and inexact forms of a file by itself. Returns the exit status. */
int check_alone(checking *c, const side *s, const char *name);

/* Names that the English misses or spells otherwise. Returns the exit status. */
int check_pair(checking *c, const side *ko, const side *en, const char *const names[2]);

#endif
