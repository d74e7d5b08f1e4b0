/* kotext/subtitle.h - subtitle files as cues, and back without losing a byte that was not changed.
 *
 * Text goes in and out as UTF-8 (see kotext/charset.h for files in other encodings).
 */
#ifndef KOTEXT_SUBTITLE_H
#define KOTEXT_SUBTITLE_H

#include "text.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Since: 0.1 */
typedef enum kt_format {
    KT_FORMAT_TEXT = 0, /* plain text */
    KT_FORMAT_SRT = 1   /* SubRip */
} kt_format;

/* "text", "srt". Static. Since: 0.1 */
KT_API const char *kt_format_id(kt_format format);

/* Guesses the format of UTF-8 text from its beginning; KT_FORMAT_TEXT when it is no other.
 * Since: 0.1 */
KT_API kt_format kt_format_detect(kt_str text);

/* One cue. Since: 0.1 */
typedef struct kt_cue {
    int64_t start_ms;
    int64_t end_ms; /* as in the file, also when it lies before start_ms */
    kt_span text;   /* bytes of the file: the cue's lines with their markup, without the last EOL */
} kt_cue;

/* A parsed file. It borrows the text, which must outlive it. One thread at a time. Since: 0.1 */
typedef struct kt_subtitle kt_subtitle;

/* Parses `text`. Lenient as players are: any line ends, missing or repeated indexes, "." for ",",
 * blank lines inside a cue. KT_ERR_SYNTAX (no cue at all; `err` says where), KT_ERR_NOMEM,
 * KT_ERR_TOO_LARGE, KT_ERR_UNSUPPORTED (a format without cues). Since: 0.1 */
KT_API kt_status kt_subtitle_parse(const kt_alloc *alloc, kt_str text, kt_format format,
                                   kt_subtitle **out, kt_error *err);

/* Frees one; NULL is fine. Since: 0.1 */
KT_API void kt_subtitle_free(kt_subtitle *subtitle);

/* The cues in file order; valid as long as the subtitle. Since: 0.1 */
KT_API size_t kt_subtitle_cues(const kt_subtitle *subtitle, const kt_cue **cues);

/* The text of a cue without markup (<i>, {\an8}); its edits map to bytes of the cue's text in the
 * file. KT_ERR_ARG for a cue that is not there, KT_ERR_NOMEM. Since: 0.1 */
KT_API kt_status kt_subtitle_plain(const kt_subtitle *subtitle, size_t cue, kt_text *out);

/* Replaces the lines of a cue when the file is written. `text` is copied; "\n" in it becomes the
 * file's own line end. KT_ERR_ARG, KT_ERR_NOMEM. Since: 0.1 */
KT_API kt_status kt_subtitle_set_text(kt_subtitle *subtitle, size_t cue, kt_str text);

/* Writes the file; every byte outside replaced cues is a copy. KT_ERR_NOMEM, KT_ERR_TOO_LARGE.
 * Since: 0.1 */
KT_API kt_status kt_subtitle_write(const kt_subtitle *subtitle, kt_text *out);

#ifdef __cplusplus
}
#endif

#endif
