/* sounds.h - dicts/pronunciation.tsv into the sound.* sections of lexicon/sounds.h. */
#ifndef KTDICT_SOUNDS_H
#define KTDICT_SOUNDS_H

#include "core/buf.h"
#include "table.h"

/* Compiles a table that is read; prints what is wrong with its rows. False when nothing can be
 * written. */
bool sounds_compile(table *t, kti_arena *arena, kti_buf *trie, kti_buf *marks);

/* Prints what is wrong with one row: a reading that no rule leads to, an unknown article. */
void sounds_check_row(table *t, const table_row *row);

#endif
