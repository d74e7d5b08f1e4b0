/* kotext/align.h - which Korean name is which English form, in texts that say the same thing. */
#ifndef KOTEXT_ALIGN_H
#define KOTEXT_ALIGN_H

#include "engine.h"
#include "names.h"

#ifdef __cplusplus
extern "C" {
#endif

/* How the two sides belong together. Since: 0.9 */
typedef enum kt_pairing {
    KT_PAIRING_PARALLEL = 0, /* unit i of one side says what unit i of the other says */
    KT_PAIRING_DOCUMENT = 1, /* two texts in about the same order: sentences are found and paired */
    KT_PAIRING_TIMED = 2     /* cues: those that share time belong together */
} kt_pairing;

/* One unit of a side: a line, a paragraph, or a cue with its times. Since: 0.9 */
typedef struct kt_align_unit {
    kt_str text;
    int64_t start_ms; /* KT_PAIRING_TIMED only */
    int64_t end_ms;
} kt_align_unit;

/* Why a link is believed. Since: 0.9 */
typedef enum kt_evidence {
    KT_EVIDENCE_NONE = 0,       /* no partner was found: a null link */
    KT_EVIDENCE_DICTIONARY = 1, /* a dictionary gives this English for this Korean */
    KT_EVIDENCE_SPELLING = 2,   /* the letters spell the Hangul */
    KT_EVIDENCE_ADJECTIVE = 3,  /* 호주 -> Australian */
    KT_EVIDENCE_METONYM = 4,    /* 북한 -> Pyongyang */
    KT_EVIDENCE_SURNAME = 5,    /* 문 (대통령) -> Moon */
    KT_EVIDENCE_PART = 6,       /* the English has more or less of the name than the Korean */
    KT_EVIDENCE_SAME = 7,       /* the same Latin letters on both sides */
    KT_EVIDENCE_TOGETHER = 8,   /* the two keep coming together over the whole job */
    KT_EVIDENCE_TRANSLATED = 9 /* word by word: 국가안전보장국 -> National Security Agency */
} kt_evidence;

enum { KT_EVIDENCES = KT_EVIDENCE_TRANSLATED + 1 };

/* "dictionary", "spelling", ...; "unknown" for no evidence of this version. Static. Since: 0.9 */
KT_API const char *kt_evidence_id(kt_evidence evidence);

/* One name of the Korean side and its English form. Spans are bytes of the unit's text. For a null
 * link `en_unit` is SIZE_MAX and `en` is empty. Since: 0.9 */
typedef struct kt_link {
    size_t ko_unit;
    kt_span ko;       /* the name: no particle, no title */
    kt_span ko_title; /* the title that follows a bare surname (문 [대통령]); else empty */
    size_t en_unit;
    kt_span en;
    kt_span en_title; /* the title that goes with ko_title ([President] Moon); else empty */
    kt_name_type type;
    kt_evidence evidence;
    double score; /* 0..1; of a null link, how sure the Korean is a name */
} kt_link;

/* Since: 0.9 */
typedef struct kt_align_options {
    size_t size;
    kt_pairing pairing;
    double threshold; /* links below it become null links; 0 = 0.5 */
} kt_align_options;

#define KT_ALIGN_INIT                                                                              \
    { sizeof(kt_align_options), KT_PAIRING_PARALLEL, 0.0 }

/* Links the names of the Korean units to English spans, ordered by Korean position. The two sides
 * of KT_PAIRING_PARALLEL must have the same number of units (KT_ERR_ARG). `*links` stays valid
 * until the next call on `ctx`. `opts` NULL means the defaults. KT_ERR_NOMEM, KT_ERR_TOO_LARGE.
 * Cost is linear in the number of units. Since: 0.9 */
KT_API kt_status kt_align(kt_ctx *ctx, const kt_align_unit *ko, size_t ko_count,
                          const kt_align_unit *en, size_t en_count, const kt_align_options *opts,
                          const kt_link **links, size_t *count);

/* An English form that the dictionaries have of a Korean name. Since: 0.10 */
typedef struct kt_english_form {
    kt_str english;
    kt_evidence
        evidence; /* DICTIONARY: a name of it; ADJECTIVE, or a bearer (Australians); METONYM */
} kt_english_form;

/* Lists the English forms of all that goes by a Korean name: first its names, the user's own before
 * others, then the rest: Australia; Australian, Australians, Aussie; Canberra. None for what no
 * dictionary has.
 * `*list` stays valid until the next call on `ctx`. KT_ERR_ARG, KT_ERR_NOMEM. Since: 0.10 */
KT_API kt_status kt_english_forms(kt_ctx *ctx, kt_str korean, const kt_english_form **list,
                                  size_t *count);

#ifdef __cplusplus
}
#endif

#endif
