/* subtitle_info.h - what a subtitle file is and holds, as text or JSON. */
#ifndef KOTEXT_TOOL_SUBTITLE_INFO_H
#define KOTEXT_TOOL_SUBTITLE_INFO_H

#include "subtitle_file.h"

/* Writes about one file; with --cues, its cues. */
int subtitle_info(const arguments *args, const subtitle_file *f, output *out);

#endif
