/* reports.h - what a text has to do with the glossary, as the protocol says it. */
#ifndef KOTEXT_LSP_REPORTS_H
#define KOTEXT_LSP_REPORTS_H

#include "message.h"

typedef struct report_on {
    kt_ctx *ctx;
    const kt_terms *terms;
    kt_str uri, text;
    columns count;
} report_on;

/* [{"range":...,"message":...},...]: forbidden forms, and forms written in another way. */
kt_status report_diagnostics(const report_on *r, buffer *out);
/* What the glossary says of the term at `at`; null when there is none. */
kt_status report_hover(const report_on *r, position at, buffer *out);
/* Replacements for the findings between `from` and `to`. */
kt_status report_actions(const report_on *r, position from, position to, buffer *out);

#endif
