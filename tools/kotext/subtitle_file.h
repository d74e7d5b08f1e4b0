/* subtitle_file.h - a subtitle file read whole, and written back in its own encoding. */
#ifndef KOTEXT_TOOL_SUBTITLE_FILE_H
#define KOTEXT_TOOL_SUBTITLE_FILE_H

#include "io.h"

typedef struct subtitle_file {
    const char *name;
    buffer bytes;
    kt_subtitle *subtitle;
} subtitle_file;

/* The format that --from-format names; KT_FORMAT_TEXT for auto. */
kt_format format_asked(const arguments *args);

/* Opens a file's bytes, which it takes over; prints what is wrong and returns the exit status. */
int subtitle_of(const arguments *args, const char *name, buffer *bytes, subtitle_file *out);
/* Reads and opens; prints what is wrong and returns the exit status. */
int subtitle_load(const arguments *args, const char *name, subtitle_file *out);
/* The same when the file has cues; a file without leaves `subtitle` NULL, its bytes read. */
int subtitle_look(const arguments *args, const char *name, subtitle_file *out);
void subtitle_free(subtitle_file *f);

/* Prints what was wrong in the file and how it was read. */
void subtitle_warn(const subtitle_file *f);

/* Adds the file's bytes to the output, in --output-encoding when that is given. */
int subtitle_save(const arguments *args, const subtitle_file *f, output *out);

/* Calls `each` on every file, its output finished after it: standard output in turn, --in-place,
 * or --output for a single one. */
int subtitle_each(const arguments *args, size_t first_operand,
                  int (*each)(const arguments *args, const char *name, output *out, void *context),
                  void *context);

/* Adds a new file's text to the output, in --output-encoding, else UTF-8. */
int subtitle_encode(const arguments *args, const char *name, kt_str text, output *out);

/* Where a part of a file goes: of film.smi, the track KRCC to film.KRCC.smi. NUL-terminated. */
void subtitle_path(const char *name, kt_str id, buffer *path);

#endif
