/* kotext/transcript.h - what is said, and who and what it names: cues joined to sentences, the
 * names of a programme with their times, and how long a text takes to read.
 */
#ifndef KOTEXT_TRANSCRIPT_H
#define KOTEXT_TRANSCRIPT_H

#include "names.h"
#include "subtitle.h"
#include "terms.h"

#ifdef __cplusplus
extern "C" {
#endif

/* ---- sentences ------------------------------------------------------------------------------ */

/* Since: 0.9 */
typedef enum kt_join {
    KT_JOIN_SENTENCE = 0, /* a cue for each sentence */
    KT_JOIN_TURN = 1      /* a cue for all that one says without a pause */
} kt_join;

/* Since: 0.9 */
typedef struct kt_join_options {
    size_t size;
    kt_format format; /* to write */
    kt_join by;
    int64_t pause_ms; /* a silence that ends whatever is said; 0 = 2000 */
} kt_join_options;

#define KT_JOIN_INIT                                                                               \
    { sizeof(kt_join_options), KT_FORMAT_PODCAST_JSON, KT_JOIN_SENTENCE, 0 }

/* The cues as a new file whose cues are sentences, or turns: what machines cut by length is put
 * together again, and cut where a sentence ends (see kt_segment). Another speaker or a pause ends a
 * sentence as well; in a transcript, one without a speaker goes on speaking. A sentence that begins
 * inside a cue begins at the share of its time that stands before it. Text is plain, one line a
 * cue. UTF-8; `*out` is valid until the next call on the subtitle. KT_ERR_SYNTAX: no text at all;
 * KT_ERR_UNSUPPORTED: a format that is read only, or a build without ICU; KT_ERR_ARG, KT_ERR_NOMEM,
 * KT_ERR_TOO_LARGE. Since: 0.9 */
KT_API kt_status kt_subtitle_join(kt_ctx *ctx, kt_subtitle *subtitle,
                                  const kt_join_options *options, kt_str *out);

/* ---- names ---------------------------------------------------------------------------------- */

/* The names of a longer text and where each is met. One thread at a time. Since: 0.9 */
typedef struct kt_roster kt_roster;

/* `alloc` may be NULL. KT_ERR_NOMEM, KT_ERR_ARG. Since: 0.9 */
KT_API kt_status kt_roster_new(const kt_alloc *alloc, kt_roster **out);

/* Frees one; NULL is fine. Since: 0.9 */
KT_API void kt_roster_free(kt_roster *roster);

/* Finds the names in a piece of Korean text (see kt_names_detect) and adds them; `place` is kept
 * with each: milliseconds, a line, whatever the caller counts in. A surname alone (문 대통령) is
 * the person of that surname named last, unless the rest is withheld (문모 씨); a last name alone
 * (앨버니지) is the one person who bears it, and the countries of 한미 are 한국 and 미국. A body
 * that is meant by a common noun alone (정부, 경찰) is left out. KT_ERR_NOMEM, KT_ERR_TOO_LARGE,
 * KT_ERR_ARG. Since: 0.9 */
KT_API kt_status kt_roster_read(kt_roster *roster, kt_ctx *ctx, kt_str in, int64_t place);

/* The same, and the terms of a glossary in either language, as it spells them; where one stands no
 * other name is sought. `terms` may be NULL. Since: 0.10 */
KT_API kt_status kt_roster_read_terms(kt_roster *roster, kt_ctx *ctx, const kt_terms *terms,
                                      kt_str in, int64_t place);

/* Another text begins: a surname alone is nobody of the one before. KT_ERR_ARG. Since: 0.10 */
KT_API kt_status kt_roster_next_text(kt_roster *roster);

/* Adds a mention that the caller has found. `english` may be empty: it is spelt when the roster is
 * listed. The first form given holds. KT_ERR_NOMEM, KT_ERR_ARG. Since: 0.9 */
KT_API kt_status kt_roster_add(kt_roster *roster, kt_str korean, kt_str english, kt_name_type type,
                               int64_t place);

/* A name of the roster. Texts live as long as the roster. Since: 0.9 */
typedef struct kt_figure {
    kt_str korean;
    kt_str english; /* the first spelling of kt_names_spell(), unless one was given */
    kt_name_type type;
    const int64_t *places; /* as they were added */
    size_t count;
} kt_figure;

/* The names in the order in which they were first met. `*list` is valid until the next call on the
 * roster. KT_ERR_NOMEM, KT_ERR_ARG. Since: 0.9 */
KT_API kt_status kt_roster_list(kt_roster *roster, kt_ctx *ctx, const kt_figure **list,
                                size_t *count);

/* ---- reading time --------------------------------------------------------------------------- */

/* Words a minute of grown readers. Korean (eojeol): Rhiu et al., "Korean Version Self-testing
 * Application for Reading Speed", Korean J Ophthalmol 31(3), 2017: 202.3 silently, 129.7 aloud.
 * English: Brysbaert, "How many words do we read per minute?", J Mem Lang 109, 2019: 238 silently
 * (non-fiction), 183 aloud. Since: 0.9 */
#define KT_WPM_KOREAN_SILENT  202.3
#define KT_WPM_KOREAN_ALOUD   129.7
#define KT_WPM_ENGLISH_SILENT 238.0
#define KT_WPM_ENGLISH_ALOUD  183.0

/* Since: 0.9 */
typedef struct kt_reading_time {
    size_t korean;        /* words between white space that hold Hangul or Hanja */
    size_t english;       /* the others with a letter or digit */
    double silent, aloud; /* seconds */
} kt_reading_time;

/* How long a text takes a grown reader, by the rates above. KT_ERR_ARG. Since: 0.9 */
KT_API kt_status kt_reading_time_of(kt_str in, kt_reading_time *out);

#ifdef __cplusplus
}
#endif

#endif
