/* kotext/glossary.h - Korean names, their English forms, and how often each pair was seen. */
#ifndef KOTEXT_GLOSSARY_H
#define KOTEXT_GLOSSARY_H

#include "align.h"

#ifdef __cplusplus
extern "C" {
#endif

/* One pair. Texts live as long as the glossary is not changed. Since: 0.1 */
typedef struct kt_glossary_row {
    kt_str korean;
    kt_str english;
    kt_name_type type;
    kt_evidence evidence; /* of the best-scored sighting */
    uint32_t count;       /* sightings */
    double score;         /* 0..1, the best of them */
} kt_glossary_row;

/* One thread at a time. Since: 0.1 */
typedef struct kt_glossary kt_glossary;

/* Makes an empty glossary. `alloc` may be NULL; it is copied. KT_ERR_NOMEM. Since: 0.1 */
KT_API kt_status kt_glossary_new(const kt_alloc *alloc, kt_glossary **out);

/* Frees one; NULL is fine. Since: 0.1 */
KT_API void kt_glossary_free(kt_glossary *glossary);

/* Adds `row->count` sightings of a pair; texts are copied. Adding is associative and does not
 * depend on order, so that parts of a job may be added in any. KT_ERR_NOMEM, KT_ERR_ARG.
 * Since: 0.1 */
KT_API kt_status kt_glossary_add(kt_glossary *glossary, const kt_glossary_row *row);

/* Adds every link that is not null. A bare surname goes in with its title (문 대통령). `ko` and
 * `en` are the units that were aligned. Since: 0.1 */
KT_API kt_status kt_glossary_add_links(kt_glossary *glossary, const kt_align_unit *ko,
                                       const kt_align_unit *en, const kt_link *links, size_t count);

/* The rows: most often seen first, then in code point order. `*rows` stays valid until the
 * glossary changes. KT_ERR_NOMEM. Since: 0.1 */
KT_API kt_status kt_glossary_rows(kt_glossary *glossary, const kt_glossary_row **rows,
                                  size_t *count);

#ifdef __cplusplus
}
#endif

#endif
