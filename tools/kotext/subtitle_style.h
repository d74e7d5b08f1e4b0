/* subtitle_style.h - subtitles against a profile: check, fix, wrap, and the profiles themselves. */
#ifndef KOTEXT_TOOL_SUBTITLE_STYLE_H
#define KOTEXT_TOOL_SUBTITLE_STYLE_H

#include "subtitle_file.h"

/* Prints findings as file:line:col: rule; with --fix the files are repaired first. EXIT_FINDINGS
 * when something is left. */
int subtitle_check(const arguments *args);

/* Writes the file repaired as --profile asks. */
int subtitle_fix(const arguments *args);

/* Writes the file with its lines wrapped to --width or --profile. */
int subtitle_wrap(const arguments *args);

/* Prints a built-in profile, or the names of all. */
int subtitle_profile(const arguments *args);

#endif
