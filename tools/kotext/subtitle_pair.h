/* subtitle_pair.h - two languages in one subtitle file, and one out of it. */
#ifndef KOTEXT_TOOL_SUBTITLE_PAIR_H
#define KOTEXT_TOOL_SUBTITLE_PAIR_H

#include "subtitle_file.h"

typedef enum spoken { KOREAN, ENGLISH, LANGUAGES } spoken;

/* Of "ko", "en"; LANGUAGES for another name. */
spoken language_of_name(const char *name);

/* What the letters of `text` say; `other` when it has none. A Hangul syllable outweighs a Latin
 * word, which Korean lines hold too. */
spoken language_of_text(kt_str text, spoken other);

/* merge FIRST SECOND: the second under the first, or in SAMI a class beside it. KT_FORMAT_COUNT:
 * the format of the first. */
int subtitle_merge(const arguments *args, kt_format to);

/* Whether the cues hold lines of both languages, about as many. */
bool subtitle_shares_cues(const subtitle_file *f);

/* The reverse for formats without tracks: with --track ko or en that language's lines; without, a
 * file for each. */
int subtitle_split_lines(const arguments *args, subtitle_file *f, output *out);

#endif
