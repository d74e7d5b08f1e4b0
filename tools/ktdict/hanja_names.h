/* hanja_names.h - what names tell of Hanja: surnames, and characters of given names. */
#ifndef KTDICT_HANJA_NAMES_H
#define KTDICT_HANJA_NAMES_H

#include "core/buf.h"
#include "table.h"

/* Appends the section hanja.surnames of dicts/surnames.tsv to `out`. */
void surnames_write(const table *surnames, kti_buf *out);

/* One character of a given name as it is read, for each that the persons' table has: pairs of
 * uint16_t, sorted. */
void given_list(const table *persons, kti_buf *out);

/* How many of them are `cp`, read as `syllable` or as the initial-sound law makes it. */
uint16_t given_count(const kti_buf *list, uint16_t cp, uint16_t syllable);

#endif
