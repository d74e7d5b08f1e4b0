/* kotext/glossary.h - Korean names, their English forms, and how often each pair was seen. */
#ifndef KOTEXT_GLOSSARY_H
#define KOTEXT_GLOSSARY_H

#include "align.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What an editor says of a pair. Of two that are merged the larger wins. Since: 0.9 */
typedef enum kt_term_status {
    KT_TERM_NONE = 0,      /* nothing is said */
    KT_TERM_ALLOWED = 1,   /* may be used beside the preferred one (TBX: admittedTerm) */
    KT_TERM_PREFERRED = 2, /* the form to write (preferredTerm) */
    KT_TERM_FORBIDDEN = 3  /* not to be used for this (deprecatedTerm, supersededTerm) */
} kt_term_status;

/* "none", "allowed", "preferred", "forbidden"; else "unknown". Static. Since: 0.9 */
KT_API const char *kt_term_status_id(kt_term_status status);

/* One pair: a Korean term and one English form of it. Several forms are several rows. Texts live as
 * long as the glossary is not changed. Since: 0.9 */
typedef struct kt_glossary_row {
    kt_str korean;
    kt_str english;
    kt_name_type type;
    kt_evidence evidence; /* of the best-scored sighting */
    uint32_t count;       /* sightings; UINT32_MAX stands for that many or more */
    double score;         /* 0..1, the best of them */
    kt_term_status status;
    int32_t priority;  /* larger is asked first */
    kt_str definition; /* this and the next two: any number of lines, sorted, none twice */
    kt_str note;
    kt_str source; /* where it comes from */
    size_t line;   /* of the file that was read first; 0 = none */
} kt_glossary_row;

/* One thread at a time. Since: 0.9 */
typedef struct kt_glossary kt_glossary;

/* Makes an empty glossary. `alloc` may be NULL; it is copied. KT_ERR_NOMEM. Since: 0.9 */
KT_API kt_status kt_glossary_new(const kt_alloc *alloc, kt_glossary **out);

/* Frees one; NULL is fine. Since: 0.9 */
KT_API void kt_glossary_free(kt_glossary *glossary);

/* Adds `row->count` sightings of a pair; texts are copied. Counts add up, the larger status and
 * priority and the better evidence win, texts are united line by line: adding is associative and
 * does not depend on order, so that parts of a job may be added in any. KT_ERR_NOMEM; KT_ERR_ARG,
 * for a score outside of 0..1 as well. Since: 0.9 */
KT_API kt_status kt_glossary_add(kt_glossary *glossary, const kt_glossary_row *row);

/* Adds all rows of `from`, which stays as it is. KT_ERR_NOMEM, KT_ERR_ARG. Since: 0.9 */
KT_API kt_status kt_glossary_merge(kt_glossary *into, const kt_glossary *from);

/* Adds every link that is not null. A bare surname goes in with its title (문 대통령). `ko` and
 * `en` are the units that were aligned. Since: 0.9 */
KT_API kt_status kt_glossary_add_links(kt_glossary *glossary, const kt_align_unit *ko,
                                       const kt_align_unit *en, const kt_link *links, size_t count);

/* The same with names only, for a list of them: what an adjective, a bearer, a metonym or a last
 * name is linked to goes in by its own name (호주 - Aussie as Australia), as the same links name it
 * most often, else as the user's dictionary or another one does; a place of one syllable (미) by
 * its full Korean name; a surname without a title (김모 씨), which anybody may have, does not go
 * in. `links` may be those of any context. KT_ERR_NOMEM, KT_ERR_ARG. Since: 0.10 */
KT_API kt_status kt_glossary_add_link_names(const kt_engine *engine, kt_glossary *glossary,
                                            const kt_align_unit *ko, const kt_align_unit *en,
                                            const kt_link *links, size_t count);

/* The rows: most often seen first, then in code point order. `*rows` stays valid until the
 * glossary changes. KT_ERR_NOMEM. Since: 0.9 */
KT_API kt_status kt_glossary_rows(kt_glossary *glossary, const kt_glossary_row **rows,
                                  size_t *count);

/* ---- files ---------------------------------------------------------------------------------- */

/* File formats; docs/formats.md tells what each holds. Values are fixed for good. Since: 0.9 */
typedef enum kt_glossary_format {
    KT_GLOSSARY_AUTO = 0,     /* by content; to write: TSV */
    KT_GLOSSARY_TSV = 1,      /* with a heading line */
    KT_GLOSSARY_CSV = 2,      /* RFC 4180 */
    KT_GLOSSARY_JSON = 3,     /* or JSON Lines, to read */
    KT_GLOSSARY_TBX = 4,      /* ISO 30042, a tig for each term */
    KT_GLOSSARY_TBX_NTIG = 5, /* the same with ntig */
    KT_GLOSSARY_TMX = 6,      /* 1.4 */
    KT_GLOSSARY_XLIFF = 7,    /* 1.2 */
    KT_GLOSSARY_XLIFF2 = 8,   /* 2.0 */
    KT_GLOSSARY_PO = 9,       /* gettext */
    KT_GLOSSARY_PROMPT = 10,  /* a prompt for speech recognition; written only */
    KT_GLOSSARY_HOTWORDS = 11 /* one term a line, the most important first; written only */
} kt_glossary_format;

enum { KT_GLOSSARY_FORMATS = 12 };

/* "tsv", "csv", ... ; NULL for no format. Static. Since: 0.9 */
KT_API const char *kt_glossary_format_id(kt_glossary_format format);

/* Adds the rows of a file in UTF-8. Of a pair whose first text is English and second Korean, the
 * two are exchanged. Unknown statuses and the like are noted (kt_glossary_problems) and read as
 * nothing; `err` tells the line of what cannot be read at all, and what was read before it has been
 * added. Nothing outside of `bytes` is ever opened: no document type, no entity of a file's own.
 * KT_ERR_SYNTAX, KT_ERR_UNSUPPORTED (a format that is only written), KT_ERR_NOMEM. Linear in the
 * length. Since: 0.9 */
KT_API kt_status kt_glossary_read(kt_glossary *glossary, kt_str bytes, kt_glossary_format format,
                                  kt_error *err);

/* The glossary as a file in UTF-8, in the order of kt_glossary_rows(). `*out` stays valid until the
 * glossary changes or is written again. Since: 0.9
 * KT_ERR_NOMEM, KT_ERR_ARG. */
KT_API kt_status kt_glossary_write(kt_glossary *glossary, kt_glossary_format format, kt_str *out);

/* ---- faults --------------------------------------------------------------------------------- */

/* Something that an editor should look at. Since: 0.9 */
typedef struct kt_glossary_problem {
    size_t line;    /* of the file that was read; 0 = none */
    const char *id; /* "duplicate", "conflict", "status", "josa", ...; static */
    const char *message;
    kt_str korean, english; /* of the row; valid as long as the glossary is not changed */
} kt_glossary_problem;

/* What reading noted, then what the rows themselves show: several preferred forms, a form both
 * forbidden and preferred elsewhere, particles on a term, mixed scripts, stray white space, text
 * that is not NFC, texts in the wrong language. `*list` stays valid until the glossary changes or
 * is asked again. Since: 0.9
 * KT_ERR_NOMEM, KT_ERR_ARG. */
KT_API kt_status kt_glossary_problems(kt_glossary *glossary, const kt_glossary_problem **list,
                                      size_t *count);

#ifdef __cplusplus
}
#endif

#endif
