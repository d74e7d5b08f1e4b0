/* kotext/stream.h - captions that arrive bit by bit: feed bytes, take cues.
 *
 * The stream cuts what it is fed into pieces, each of them one cue with all that belongs to it, or
 * a stretch without a cue (a header, a note, an empty line). A piece is a kt_subtitle: its cue is
 * read and changed as that of a file, and kt_subtitle_write() gives its bytes. All pieces written
 * one behind the other are the stream again, so that what was not changed is the same to the byte.
 *
 *     while ((got = read(0, bytes, sizeof bytes)) > 0) {
 *         kt_stream_feed(stream, (kt_str){bytes, (size_t)got});
 *         while (kt_stream_next(stream, &piece) == KT_OK && piece != NULL)
 *             ...
 *     }
 *     kt_stream_end(stream);
 *     while (kt_stream_next(stream, &piece) == KT_OK && piece != NULL)
 *         ...
 *
 * How the bytes were split between calls changes nothing in the pieces. A piece is given out with
 * the line that ends it: the empty line behind a cue. Memory holds one piece and what was fed.
 */
#ifndef KOTEXT_STREAM_H
#define KOTEXT_STREAM_H

#include "subtitle.h"

#ifdef __cplusplus
extern "C" {
#endif

/* One thread at a time. Since: 0.9 */
typedef struct kt_stream kt_stream;

/* Since: 0.9 */
typedef struct kt_stream_options {
    size_t size;
    kt_format format; /* KT_FORMAT_SRT or KT_FORMAT_VTT */
    size_t limit; /* bytes of the longest piece, at least 256; what is longer is cut at a line or
                     between characters. 0: 65536 */
} kt_stream_options;

#define KT_STREAM_INIT                                                                             \
    { sizeof(kt_stream_options), KT_FORMAT_SRT, 0 }

/* `alloc` may be NULL. KT_ERR_UNSUPPORTED: another format; KT_ERR_ARG, KT_ERR_NOMEM. Since: 0.9 */
KT_API kt_status kt_stream_new(const kt_alloc *alloc, const kt_stream_options *options,
                               kt_stream **out);

/* Frees one; NULL is fine. Since: 0.9 */
KT_API void kt_stream_free(kt_stream *stream);

/* Adds bytes, UTF-8, cut anywhere. Pieces taken before are no longer valid. KT_ERR_ARG after the
 * end, KT_ERR_NOMEM. Since: 0.9 */
KT_API kt_status kt_stream_feed(kt_stream *stream, kt_str bytes);

/* No more bytes will come: what is left is complete. Since: 0.9 */
KT_API void kt_stream_end(kt_stream *stream);

/* The next piece, which has one cue or none; NULL when more bytes are needed, or all are taken. It
 * belongs to the stream and is valid until the next call on it. Text behind an empty line inside of
 * a SubRip cue is a piece of its own, whose cue has the same times. Cost is linear in the bytes.
 * KT_ERR_SYNTAX: a WebVTT stream that does not begin with WEBVTT; KT_ERR_ARG, KT_ERR_NOMEM.
 * Since: 0.9 */
KT_API kt_status kt_stream_next(kt_stream *stream, kt_subtitle **piece);

#ifdef __cplusplus
}
#endif

#endif
