/* pair_files.h - the pairs of files in a folder that say the same: NAME.ko.EXT and NAME.en.EXT. */
#ifndef KOTEXT_TOOL_PAIR_FILES_H
#define KOTEXT_TOOL_PAIR_FILES_H

#include "session.h"

typedef struct file_pair {
    char *ko, *en;
} file_pair;

typedef struct pairs {
    file_pair *list;
    size_t count, capacity;
} pairs;

/* Adds the pairs of a folder and those below it, in the order of their names. Prints what is wrong
 * and returns the exit status. Free them in any case. */
int pairs_find(const char *folder, pairs *out);
int pairs_add(const char *ko, const char *en, pairs *out); /* two files, whatever their names */
void pairs_free(pairs *p);

/* Says that a folder has none; returns EXIT_FINDINGS. */
int pairs_none(const char *folder);

/* `len` bytes of `a`, then `b` and `c`; NULL when out of memory. Free it. */
char *path_joined(const char *a, size_t len, const char *b, const char *c);

bool is_folder(const char *path);
bool is_file(const char *path); /* or a pipe, or a device */

#endif
