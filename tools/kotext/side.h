/* side.h - one side of a pair of files that say the same thing: text or cues, cut into units. */
#ifndef KOTEXT_TOOL_SIDE_H
#define KOTEXT_TOOL_SIDE_H

#include "subtitle_file.h"

/* One side: a file cut into units. */
typedef struct side {
    document document;
    subtitle_file cues; /* `subtitle` NULL: the units are lines */
    kt_text **plain;    /* of each cue, without markup */
    kt_align_unit *units;
    size_t *starts; /* where each unit's text stands in `text` */
    size_t count;
    kt_str text; /* all of it */
} side;

/* Reads a file; one with cues in both languages serves either side ("ko", "en"). Prints what is
 * wrong and returns the exit status. Free it in any case. */
int side_load(session *with, const char *name, const char *language, side *out);
void side_free(side *s);

/* How two sides belong together: as --parallel says, by time when both have cues. */
kt_pairing sides_pairing(const arguments *args, const side *ko, const side *en);

/* The same, and --threshold. False after printing what is wrong. */
bool sides_options(const arguments *args, const side *ko, const side *en, kt_align_options *out);

/* Two files given the wrong way round, or of different length where they must not be, are a mistake
 * worth telling. Returns the exit status. */
int sides_check(const arguments *args, const char *const names[2], const side *ko, const side *en);

/* Names of the Korean side, and how many of them the English has; all zero at first. */
typedef struct link_tally {
    size_t names, linked;
} link_tally;

void tally_links(link_tally *t, const kt_link *links, size_t count);

/* Warns of files that hardly share a name: it may be another text. Returns whether it did. */
bool tally_warn(const link_tally *t, const arguments *args, const char *const names[2]);

/* Whether its letters are Hangul, mostly. */
bool side_is_korean(const side *s);

/* A place in a side's file: line and column from 1, columns in code points. Zeroed at first. */
typedef struct place {
    const side *side;
    size_t at, line, column;
} place;

/* Moves `p` to byte `at` of a unit; on from where it stands when that is not behind it, so that
 * places in their order cost one reading of the file. */
void side_place(const side *s, size_t unit, size_t at, place *p);

#endif
