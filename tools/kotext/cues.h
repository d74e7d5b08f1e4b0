/* cues.h - the driver of commands that change the text of subtitle files cue by cue. */
#ifndef KOTEXT_TOOL_CUES_H
#define KOTEXT_TOOL_CUES_H

#include "session.h"

/* Puts what becomes of `text` into s->text. */
typedef kt_status cue_transform(const void *context, session *s, kt_str text);

/* Whether the operands are subtitle files: what --from-format says, else the content of the first.
 * Standard input is lines unless it is said to be a subtitle file. */
int cues_wanted(session *s, bool *cues);

/* Transforms the cues of the operands, or of standard input, as --layout says. */
int cues_run(session *s, cue_transform *transform, const void *context);

#endif
