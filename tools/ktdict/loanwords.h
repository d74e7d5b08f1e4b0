/* loanwords.h - dicts/loanwords.tsv into the section `loanwords` of translit/listed.h. */
#ifndef KTDICT_LOANWORDS_H
#define KTDICT_LOANWORDS_H

#include "core/buf.h"
#include "table.h"

/* Compiles a table that is read; prints what is wrong with its rows. False when nothing can be
 * written. */
bool loanwords_compile(table *t, kti_buf *out);

/* Prints what is wrong with one row: an English word without letters, Hangul that is none. */
void loanwords_check_row(table *t, const table_row *row);

#endif
