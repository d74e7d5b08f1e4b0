/* kotext/subtitle.h - subtitle, lyric and transcript files as cues, and back without losing a byte
 * that was not changed.
 *
 * A file is opened from its bytes. It becomes UTF-8 text; every span is bytes of that text. Cues
 * say when which part of it is shown. What is not a cue - headers, styles, notes, comments, blocks
 * nobody knows - is kept and never looked into. Saved untouched, the file has the same bytes: the
 * same encoding, byte order mark and line ends.
 */
#ifndef KOTEXT_SUBTITLE_H
#define KOTEXT_SUBTITLE_H

#include "charset.h"
#include "text.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Since: 0.9 */
typedef enum kt_format {
    KT_FORMAT_TEXT = 0,             /* plain text; as an option: look at the content */
    KT_FORMAT_SRT = 1,              /* SubRip */
    KT_FORMAT_VTT = 2,              /* WebVTT */
    KT_FORMAT_ASS = 3,              /* Advanced SubStation Alpha, v4.00+ */
    KT_FORMAT_SSA = 4,              /* SubStation Alpha, v4.00 */
    KT_FORMAT_SAMI = 5,             /* .smi */
    KT_FORMAT_LRC = 6,              /* lyrics, with or without word times */
    KT_FORMAT_SBV = 7,              /* YouTube's SubViewer */
    KT_FORMAT_TTML = 8,             /* TTML 1 and 2, IMSC, DFXP */
    KT_FORMAT_PODCAST_JSON = 9,     /* Podcasting 2.0 transcript */
    KT_FORMAT_WHISPER_JSON = 10,    /* openai-whisper and whisperX */
    KT_FORMAT_WHISPERCPP_JSON = 11, /* whisper.cpp */
    KT_FORMAT_PODCAST_HTML = 12,    /* Podcasting 2.0 transcript: <cite>, <time>, <p> */
    KT_FORMAT_COUNT                 /* grows */
} kt_format;

/* "text", "srt", "vtt", "ass", ...; "" for no format. Static. Since: 0.9 */
KT_API const char *kt_format_id(kt_format format);

/* The reverse of kt_format_id(); KT_FORMAT_COUNT for an unknown name. Since: 0.9 */
KT_API kt_format kt_format_of_id(kt_str id);

/* Guesses the format of UTF-8 text from its content; KT_FORMAT_TEXT when it is no other.
 * Since: 0.9 */
KT_API kt_format kt_format_detect(kt_str text);

/* ---- opening -------------------------------------------------------------------------------- */

/* An open file. It borrows the bytes, which must outlive it. One thread at a time. Since: 0.9 */
typedef struct kt_subtitle kt_subtitle;

/* Since: 0.9 */
typedef struct kt_subtitle_options {
    size_t size;
    kt_format format;    /* KT_FORMAT_TEXT: by content */
    const char *charset; /* NULL: by content */
} kt_subtitle_options;

#define KT_SUBTITLE_INIT                                                                           \
    { sizeof(kt_subtitle_options), KT_FORMAT_TEXT, NULL }

/* Opens a file from its bytes. `options` NULL means the defaults. Lenient as players are; what was
 * wrong and repaired is in kt_subtitle_notes(). KT_ERR_SYNTAX: no cue at all, or not the format
 * asked for (`err` says where); KT_ERR_UNSUPPORTED: content of no known format, or an unknown
 * charset; KT_ERR_TOO_LARGE, KT_ERR_NOMEM, KT_ERR_ARG. Since: 0.9 */
KT_API kt_status kt_subtitle_open(const kt_alloc *alloc, kt_str bytes,
                                  const kt_subtitle_options *options, kt_subtitle **out,
                                  kt_error *err);

/* The same for text that is UTF-8 already. Since: 0.9 */
KT_API kt_status kt_subtitle_parse(const kt_alloc *alloc, kt_str text, kt_format format,
                                   kt_subtitle **out, kt_error *err);

/* Frees one; NULL is fine. Since: 0.9 */
KT_API void kt_subtitle_free(kt_subtitle *subtitle);

/* ---- looking -------------------------------------------------------------------------------- */

/* The format it was read as. Since: 0.9 */
KT_API kt_format kt_subtitle_format(const kt_subtitle *subtitle);

/* The encoding it was read as. Since: 0.9 */
KT_API kt_charset_guess kt_subtitle_charset(const kt_subtitle *subtitle);

/* The file as UTF-8, without byte order mark; valid as long as the subtitle. Since: 0.9 */
KT_API kt_str kt_subtitle_text(const kt_subtitle *subtitle);

/* One cue. Spans are bytes of kt_subtitle_text(); an empty one stands for what the format or this
 * cue does not have. Since: 0.9 */
typedef struct kt_cue {
    int64_t start_ms;
    int64_t end_ms; /* as in the file, also when it lies before start_ms. SAMI, LRC, transcripts in
                       HTML have none: it is the next start on the same track, or start + 4 s for
                       the last one */
    kt_span text;   /* with its markup, without the last line end */
    kt_span id;     /* SRT index, WebVTT identifier */
    kt_span settings; /* what stands behind the times: WebVTT settings, SRT coordinates */
    kt_span speaker;  /* ASS name, speaker of a transcript; as the file writes it */
    uint32_t track;   /* into kt_subtitle_tracks() */
} kt_cue;

/* The cues in file order; valid as long as the subtitle. Cues of LRC may share their text (one line
 * sung twice). Since: 0.9 */
KT_API size_t kt_subtitle_cues(const kt_subtitle *subtitle, const kt_cue **cues);

/* How the text of a cue is set. Since: 0.9 */
typedef enum kt_writing {
    KT_HORIZONTAL = 0,
    KT_VERTICAL_RL = 1, /* columns grow to the left */
    KT_VERTICAL_LR = 2
} kt_writing;

/* Since: 0.9 */
typedef enum kt_cue_align {
    KT_CUE_ALIGN_CENTER = 0,
    KT_CUE_ALIGN_START = 1,
    KT_CUE_ALIGN_END = 2,
    KT_CUE_ALIGN_LEFT = 3,
    KT_CUE_ALIGN_RIGHT = 4
} kt_cue_align;

/* WebVTT cue settings, read as W3C's parser reads them: what is wrong says nothing. Since: 0.9 */
typedef struct kt_cue_settings {
    kt_writing vertical;
    kt_cue_align align;
    int has_line, line_is_percent, has_position; /* 0 or 1; without a line or position it is auto */
    double line;     /* lines from the top, below zero from the bottom; or percent */
    double position; /* percent */
    double size;     /* percent, 100 when nothing is said */
    kt_str region;   /* valid as long as the subtitle */
} kt_cue_settings;

/* The settings of a cue; the defaults for other formats than WebVTT. KT_ERR_ARG. Since: 0.9 */
KT_API kt_status kt_subtitle_settings(const kt_subtitle *subtitle, size_t cue,
                                      kt_cue_settings *out);

/* What cues may be told apart by: SAMI classes, ASS styles, the languages of TTML. Other formats
 * have one track without a name. Texts are valid as long as the subtitle. Since: 0.9 */
typedef struct kt_track {
    kt_str id;       /* "KRCC", "Default", "ko"; as the file writes it */
    kt_str name;     /* "Korean"; may be empty */
    kt_str language; /* a BCP 47 tag such as "ko-KR"; may be empty */
    size_t cues;
} kt_track;

/* Since: 0.9 */
KT_API size_t kt_subtitle_tracks(const kt_subtitle *subtitle, const kt_track **tracks);

/* Something that is not as it should be, and how it was read. One for each kind. Since: 0.9 */
typedef struct kt_subtitle_note {
    const char *id;      /* "end-before-start"; static */
    const char *message; /* what was found and done about it; static */
    size_t line, column; /* of the first one, from 1; columns count bytes */
    size_t count;
} kt_subtitle_note;

/* The notes, in the order of their places; valid as long as the subtitle. Since: 0.9 */
KT_API size_t kt_subtitle_notes(const kt_subtitle *subtitle, const kt_subtitle_note **notes);

/* The text of a cue without markup: tags and override blocks away, entities and escapes as what
 * they stand for, line breaks as "\n". Its edits map to bytes of the cue's text in the file.
 * KT_ERR_ARG for a cue that is not there, KT_ERR_NOMEM. Since: 0.9 */
KT_API kt_status kt_subtitle_plain(const kt_subtitle *subtitle, size_t cue, kt_text *out);

/* Who speaks in a cue, without markup: the ASS name, the speaker of a transcript, the voice of
 * WebVTT; empty when the file does not say, or several speak. Valid until the next call on the
 * subtitle. KT_ERR_ARG, KT_ERR_NOMEM. Since: 0.9 */
KT_API kt_status kt_subtitle_speaker(kt_subtitle *subtitle, size_t cue, kt_str *out);

/* The cue as an HTML fragment, as browsers make it of WebVTT: b, i, u, ruby, rt, span with class,
 * lang or title (the speaker). KT_ERR_ARG, KT_ERR_NOMEM. Since: 0.9 */
KT_API kt_status kt_subtitle_html(kt_subtitle *subtitle, size_t cue, kt_str *out);

/* ---- changing ------------------------------------------------------------------------------- */

/* Replaces the text of a cue when the file is saved. `text` is copied and may hold the format's own
 * markup; a line end in it becomes the format's line break, and lines that would end the cue or
 * begin another are written as text. KT_ERR_ARG, KT_ERR_NOMEM. Since: 0.9 */
KT_API kt_status kt_subtitle_set_text(kt_subtitle *subtitle, size_t cue, kt_str text);

/* Where changed text goes. Since: 0.9 */
typedef enum kt_layout {
    KT_LAYOUT_REPLACE = 0,
    KT_LAYOUT_ABOVE = 1, /* as lines above the original ones; those that do not change, or that are
                            there already, are not repeated */
    KT_LAYOUT_BELOW = 2,
    KT_LAYOUT_RUBY = 3, /* over each word; where the format has no ruby, as word(reading) */
    KT_LAYOUT_TRACK = 4 /* in a copy of the cue, on a track of its own; see
                           kt_subtitle_name_second() */
} kt_layout;

/* Changes the text of a cue by a transform of kt_subtitle_plain(): what `change` copied keeps its
 * bytes, tags stay where they were, new text is escaped as the format asks, or written full-width
 * where it would be markup and the format has no escape. A transform that changed nothing changes
 * nothing. KT_ERR_ARG when `change` is not one of the cue's plain text.
 * Since: 0.9 */
KT_API kt_status kt_subtitle_apply(kt_subtitle *subtitle, size_t cue, const kt_text *change,
                                   kt_layout layout);

/* Names the track of KT_LAYOUT_TRACK: `id`, ASCII letters and digits, is put behind the name of the
 * style (ASS: "Default Latn") or class (SAMI: "KRCCLatn") a cue is of; `language`, a BCP 47 tag,
 * marks what is in it (WebVTT <lang>, SAMI, TTML xml:lang). Without, it is "2" and no language.
 * Copies are in the saved file only. SRT, SBV, LRC and transcripts have one track, and so have
 * paragraphs of TTML that are several cues or in sequence: kt_subtitle_apply() says
 * KT_ERR_UNSUPPORTED. KT_ERR_ARG, KT_ERR_NOMEM. Since: 0.9 */
KT_API kt_status kt_subtitle_name_second(kt_subtitle *subtitle, kt_str id, kt_str language);

/* Multiplies all times by `numerator / denominator` (1/1 for none), then adds `offset_ms`; times
 * below zero become zero, which kt_subtitle_notes() tell of cues that would begin there. Times
 * inside of cues move as well. KT_ERR_ARG, KT_ERR_NOMEM. Since: 0.9 */
KT_API kt_status kt_subtitle_shift(kt_subtitle *subtitle, int64_t offset_ms, uint32_t numerator,
                                   uint32_t denominator);

/* Leaves out the cues of all other tracks when the file is saved or converted. KT_ERR_ARG for a
 * track that is not there, KT_ERR_NOMEM. Since: 0.9 */
KT_API kt_status kt_subtitle_keep_track(kt_subtitle *subtitle, uint32_t track);

/* ---- writing -------------------------------------------------------------------------------- */

/* The file as UTF-8; every byte outside of what was changed is a copy. KT_ERR_NOMEM,
 * KT_ERR_TOO_LARGE. Since: 0.9 */
KT_API kt_status kt_subtitle_write(const kt_subtitle *subtitle, kt_text *out);

/* The file as bytes, in its own encoding with its byte order mark, or in `charset` when that is not
 * NULL. Bytes that were no text stay as they are. `*out` is valid until the next call on the
 * subtitle. KT_ERR_ENCODING: the charset lacks a character (`err` tells where in the new text), or,
 * in its own, a line that changes holds bytes that were no text;
 * KT_ERR_UNSUPPORTED: unknown charset; KT_ERR_NOMEM. Since: 0.9 */
KT_API kt_status kt_subtitle_save(kt_subtitle *subtitle, const char *charset, kt_str *out,
                                  kt_error *err);

/* The cues as a new file of another format, UTF-8 with "\n": b, i, u, s, colours, ruby, speakers,
 * positions and word times where it has them, cues by their start, without those that show no text;
 * characters that whisper.cpp cut between two segments are made whole. Into its own format, it is
 * the file as it would be saved. What the new file lacks is in kt_subtitle_notes() then
 * ("lost-..."), since 0.10. `*out` as above. Since: 0.9 KT_ERR_UNSUPPORTED: a format that is read
 * only; KT_ERR_NOMEM. */
KT_API kt_status kt_subtitle_convert(kt_subtitle *subtitle, kt_format format, kt_str *out);

/* The same, and into its own format as well a new file of the cues: numbers, times and line ends
 * are as they should be, what is not a cue is gone. Status and `*out` as above. Since: 0.9 */
KT_API kt_status kt_subtitle_renew(kt_subtitle *subtitle, kt_format format, kt_str *out);

/* The same for rolling captions, as made by machines for live video: where a cue follows on the one
 * before and its first lines are the last ones of that, they are left out; a cue that says nothing
 * new makes the one before longer. Status and `*out` as above. Since: 0.9 */
KT_API kt_status kt_subtitle_deroll(kt_subtitle *subtitle, kt_format format, kt_str *out);

/* Since: 0.9 */
typedef struct kt_merge_options {
    size_t size;
    kt_format format;           /* to write */
    const char *language;       /* of the first file, BCP 47; SAMI names its classes by them */
    const char *language_below; /* of the second one */
} kt_merge_options;

#define KT_MERGE_INIT                                                                              \
    { sizeof(kt_merge_options), KT_FORMAT_SRT, "ko", "en" }

/* Two files that say the same in two languages as one new file, UTF-8 with "\n": the cues of
 * `second` stand under those of `first` that are shown with them. A cue goes with the cue of the
 * other file it shares most time with, when that is half of the shorter one or more; so two cues
 * may stand under one, or one under two. The times of `first` hold; what has no partner keeps its
 * own. SAMI gets a class for each file, and each cue keeps its times. Tracks left out by
 * kt_subtitle_keep_track() stay out. kt_subtitle_notes() of `first` then tell what the new file
 * lacks of it. `*out` is valid until the next call on `first`.
 * KT_ERR_UNSUPPORTED: a format that is read only; KT_ERR_ARG, KT_ERR_NOMEM. Since: 0.9 */
KT_API kt_status kt_subtitle_merge(kt_subtitle *first, const kt_subtitle *second,
                                   const kt_merge_options *options, kt_str *out);

/* Whether a line of a cue, without markup, is wanted; 0 or 1. Since: 0.9 */
typedef int kt_line_filter(void *context, kt_str line);

/* The reverse: a new file with only the lines of each cue that `wanted` wants, and only the cues of
 * which some line is left. Lines are asked for in the order of the cues' starts; one without text
 * is not wanted. Of a cue with more than 64 lines, the last answer is for the rest.
 * kt_subtitle_notes() then tell what the new file lacks of what is no line, such as headers, when a
 * line was wanted. `*out` is valid until the next call on the subtitle.
 * KT_ERR_UNSUPPORTED: a format that is read only; KT_ERR_ARG, KT_ERR_NOMEM. Since: 0.9 */
KT_API kt_status kt_subtitle_pick_lines(kt_subtitle *subtitle, kt_format format,
                                        kt_line_filter *wanted, void *context, kt_str *out);

#ifdef __cplusplus
}
#endif

#endif
