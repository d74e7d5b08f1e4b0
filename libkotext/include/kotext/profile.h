/* kotext/profile.h - what subtitles of a house style keep to: read, check, wrap, repair. */
#ifndef KOTEXT_PROFILE_H
#define KOTEXT_PROFILE_H

#include "engine.h"
#include "subtitle.h"
#include "text.h"

#ifdef __cplusplus
extern "C" {
#endif

/* How text is measured. Since: 0.9 */
typedef enum kt_measure {
    KT_MEASURE_CHARACTERS = 0, /* code points that are seen */
    KT_MEASURE_UNITS = 1       /* Hangul, Hanja, kana 1; Latin, space, punctuation 0.5 */
} kt_measure;

/* The dash before each speaker's line. Since: 0.9 */
typedef enum kt_dash {
    KT_DASH_ANY = 0,
    KT_DASH_SPACED = 1, /* "- Yes" */
    KT_DASH_CLOSE = 2   /* "-Yes" */
} kt_dash;

/* Since: 0.9 */
typedef enum kt_ellipsis {
    KT_ELLIPSIS_ANY = 0,
    KT_ELLIPSIS_CHARACTER = 1, /* U+2026 */
    KT_ELLIPSIS_DOTS = 2       /* three full stops */
} kt_ellipsis;

/* The spaces between Korean words, when a file is repaired. Since: 0.9 */
typedef enum kt_spacing {
    KT_SPACING_KEEP = 0,
    KT_SPACING_REPAIR = 1 /* by the orthography, see kotext/space.h */
} kt_spacing;

/* The limits; 0 is no limit. Since: 0.9 */
typedef struct kt_profile {
    size_t size;
    kt_measure measure;
    double line_width; /* of each line, in the measure */
    double length;     /* of a cue */
    double speed;      /* a second, in the measure */
    uint32_t lines;
    int64_t shortest_ms, longest_ms, gap_ms;
    kt_dash dash;
    kt_ellipsis ellipsis;
    kt_spacing spacing;
} kt_profile;

#define KT_PROFILE_INIT                                                                            \
    {                                                                                              \
        sizeof(kt_profile), KT_MEASURE_CHARACTERS, 0, 0, 0, 0, 0, 0, 0, KT_DASH_ANY,               \
            KT_ELLIPSIS_ANY, KT_SPACING_KEEP                                                       \
    }

/* The text of a built-in profile: "streaming-ko", "streaming-en", "podcast", ...; empty for an
 * unknown name. Static. Since: 0.9 */
KT_API kt_str kt_profile_named(kt_str name);

/* The name of built-in profile `index`; empty behind the last one. Static. Since: 0.9 */
KT_API kt_str kt_profile_name(size_t index);

/* Reads a profile: a key, a tab and a value on each line; # begins a comment. The keys are those of
 * docs/formats.md. KT_ERR_SYNTAX with the line in `err`; KT_ERR_ARG. Since: 0.9 */
KT_API kt_status kt_profile_read(kt_str text, kt_profile *out, kt_error *err);

/* Something that does not keep to the profile. Since: 0.9 */
typedef struct kt_finding {
    const char *rule; /* "line-width", "speed", ...; static */
    size_t cue;
    size_t line, column; /* of the cue's text in the file, from 1; columns count bytes */
    double value, limit; /* in the rule's unit; 0 where there is none */
} kt_finding;

/* Compares the cues, as they were opened, with the profile; findings are in the order of the cues.
 * Also told, whatever the profile: "order", "overlap", "end-before-start", "empty". `*out` is valid
 * until the next call on the subtitle. KT_ERR_ARG, KT_ERR_NOMEM. Since: 0.9 */
KT_API kt_status kt_subtitle_check(kt_subtitle *subtitle, const kt_profile *profile,
                                   const kt_finding **out, size_t *count);

/* Changes when a cue is shown. KT_ERR_UNSUPPORTED where the file writes times in another way than
 * start and end before the text (SAMI, LRC, TTML, JSON); KT_ERR_ARG. Since: 0.9 */
KT_API kt_status kt_subtitle_set_times(kt_subtitle *subtitle, size_t cue, int64_t start_ms,
                                       int64_t end_ms);

/* Repairs what can be repaired without asking: spaces put right where the profile says so, lines
 * wrapped, dashes and ellipses written as the profile has them, ends moved before the next cue
 * where at most half of the cue goes and the rest is long enough, ends moved back where a cue is
 * too short and there is room. The rest stays; check the saved file again. KT_ERR_ARG,
 * KT_ERR_NOMEM. Since: 0.9 */
KT_API kt_status kt_subtitle_fix(kt_ctx *ctx, kt_subtitle *subtitle, const kt_profile *profile);

/* Since: 0.9 */
typedef struct kt_wrap_options {
    size_t size;
    uint32_t width; /* half units, as kt_segment_options; 0 = 32 */
    uint32_t lines; /* more than that are joined and wrapped anew; 0 = 2 */
    int always;     /* 1: also what fits */
} kt_wrap_options;

#define KT_WRAP_INIT                                                                               \
    { sizeof(kt_wrap_options), 0, 0, 0 }

/* Breaks the lines of a cue's plain text anew where one is too wide or they are too many: at
 * spaces, balanced, where the words are least bound to each other. A line that begins with a dash
 * begins anew (not with a minus sign: "-5" where no other line has a dash), and Korean and other
 * lines are not joined. Only white space changes.
 * KT_ERR_ARG, KT_ERR_NOMEM, KT_ERR_TOO_LARGE. Since: 0.9 */
KT_API kt_status kt_wrap(kt_ctx *ctx, kt_str in, const kt_wrap_options *opts, kt_text *out);

#ifdef __cplusplus
}
#endif

#endif
