/* kotext/analyze.h - what the words of Korean text are: morphemes, stems and particles.
 *
 * A lattice over the word list finds the cheapest reading of each sentence. Tags are the Sejong set
 * as mecab-ko-dic uses it.
 */
#ifndef KOTEXT_ANALYZE_H
#define KOTEXT_ANALYZE_H

#include "engine.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Values are fixed for good; new ones are added at the end. Since: 0.9 */
typedef enum kt_tag {
    KT_TAG_NONE = 0,
    KT_TAG_NNG,  /* common noun */
    KT_TAG_NNP,  /* proper noun */
    KT_TAG_NNB,  /* bound noun: 것, 수 */
    KT_TAG_NNBC, /* counter: 명, 개 */
    KT_TAG_NR,   /* numeral: 하나, 만 */
    KT_TAG_NP,   /* pronoun */
    KT_TAG_VV,   /* verb */
    KT_TAG_VA,   /* adjective */
    KT_TAG_VX,   /* auxiliary */
    KT_TAG_VCP,  /* 이다 */
    KT_TAG_VCN,  /* 아니다 */
    KT_TAG_MM,   /* determiner */
    KT_TAG_MAG,  /* adverb */
    KT_TAG_MAJ,  /* conjunctive adverb */
    KT_TAG_IC,   /* interjection */
    KT_TAG_JKS,  /* subject particle */
    KT_TAG_JKC,  /* complement particle */
    KT_TAG_JKG,  /* genitive particle */
    KT_TAG_JKO,  /* object particle */
    KT_TAG_JKB,  /* adverbial particle */
    KT_TAG_JKV,  /* vocative particle */
    KT_TAG_JKQ,  /* quotative particle */
    KT_TAG_JX,   /* auxiliary particle: 은, 도, 만 */
    KT_TAG_JC,   /* connective particle: 와 */
    KT_TAG_EP,   /* pre-final ending: 았, 시 */
    KT_TAG_EF,   /* final ending */
    KT_TAG_EC,   /* connective ending */
    KT_TAG_ETN,  /* nominalizing ending: 기, 음 */
    KT_TAG_ETM,  /* adnominal ending: 는, ㄹ */
    KT_TAG_XPN,  /* prefix of a noun */
    KT_TAG_XSN,  /* suffix that makes nouns: 들, 님 */
    KT_TAG_XSV,  /* that makes verbs: 하 */
    KT_TAG_XSA,  /* that makes adjectives: 하, 스럽 */
    KT_TAG_XR,   /* root */
    KT_TAG_SF,   /* . ! ? */
    KT_TAG_SE,   /* ellipsis */
    KT_TAG_SSO,  /* opening quote or bracket */
    KT_TAG_SSC,  /* closing one */
    KT_TAG_SC,   /* , : / middle dot */
    KT_TAG_SY,   /* other symbols */
    KT_TAG_SL,   /* Latin and other foreign letters */
    KT_TAG_SH,   /* Hanja */
    KT_TAG_SN,   /* number */
    KT_TAG_NA,   /* nothing known */
    KT_TAGS
} kt_tag;

/* "NNG", "JKS", ... ; "" for no tag. Static. Any thread. Since: 0.9 */
KT_API const char *kt_tag_id(kt_tag tag);

/* What the word list says of a morpheme beside its tag; bits. Since: 0.9 */
enum {
    KT_MORPHEME_PERSON = 1 << 0,  /* a person's name */
    KT_MORPHEME_PLACE = 1 << 1,   /* a place's name */
    KT_MORPHEME_UNKNOWN = 1 << 2, /* not in the word list */
    KT_MORPHEME_USER = 1 << 3     /* from a dictionary of names or the user's own */
};

/* One morpheme. `form` is the dictionary form (갔 gives 가 and 았; 좋아욬ㅋㅋ and 진짜아아아 give
 * 좋 and 아요, 진짜) and stays valid until the next call on the context. `span` is in bytes of the
 * text; morphemes fused in one syllable share its bytes. Since: 0.9 */
typedef struct kt_morpheme {
    kt_span span;
    kt_str form;
    kt_tag tag;
    uint32_t flags; /* KT_MORPHEME_* */
} kt_morpheme;

/* Since: 0.9 */
typedef enum kt_eojeol_kind {
    KT_EOJEOL_OTHER = 0, /* adverbs, determiners, symbols, a particle after a bracket */
    KT_EOJEOL_NOMINAL,   /* a noun phrase, with or without particles */
    KT_EOJEOL_PREDICATE  /* a verb or adjective with its endings, 이다 included */
} kt_eojeol_kind;

/* A stretch without white space, quotes, brackets or other marks. `stem` and `josa` tile the span
 * of a nominal; `josa` is empty for the other kinds. Since: 0.9 */
typedef struct kt_eojeol {
    kt_span span;
    kt_span stem;
    kt_span josa;
    kt_eojeol_kind kind;
    uint32_t first; /* of its morphemes */
    uint32_t count;
} kt_eojeol;

/* One reading of a text. Since: 0.9 */
typedef struct kt_analysis {
    const kt_morpheme *morphemes;
    size_t morpheme_count;
    const kt_eojeol *eojeols;
    size_t eojeol_count;
    int64_t cost; /* lower is likelier; comparable within one text */
} kt_analysis;

/* Since: 0.9 */
typedef struct kt_analyze_options {
    size_t size;
    uint32_t nbest; /* how many readings at the most; 0 = 1 */
} kt_analyze_options;

#define KT_ANALYZE_INIT                                                                            \
    { sizeof(kt_analyze_options), 0 }

/* Analyzes `in`, a line or a paragraph. `*list` holds the readings, the likeliest first, and stays
 * valid until the next call on `ctx`. Cost is linear in the text. `opts` NULL means one reading,
 * which for long texts is that of their parts (kt_part()).
 * Without the word list in the data, particles are cut off by rule and all stems are unknown nouns.
 * KT_ERR_NOMEM, KT_ERR_TOO_LARGE (over 4 GiB), KT_ERR_ARG. Since: 0.9 */
KT_API kt_status kt_analyze(kt_ctx *ctx, kt_str in, const kt_analyze_options *opts,
                            const kt_analysis **list, size_t *count);

#ifdef __cplusplus
}
#endif

#endif
