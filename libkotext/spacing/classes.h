/* classes.h - how a morpheme begins and ends, as far as spacing asks. */
#ifndef KTI_SPACING_CLASSES_H
#define KTI_SPACING_CLASSES_H

#include "lexicon/morphs.h"

/* What a reading begins with. */
typedef enum kti_begin {
    KTI_BEGINS_NOUN,
    KTI_BEGINS_SYLLABLE, /* a noun of one syllable: 때, 집 */
    KTI_BEGINS_NAME,     /* a proper noun, or one that is not known */
    KTI_BEGINS_PRONOUN,
    KTI_BEGINS_NUMERAL,
    KTI_BEGINS_BOUND,  /* a bound noun: 것, 수 */
    KTI_BEGINS_REASON, /* 때문, 따위: bound nouns that are never a suffix */
    KTI_BEGINS_SEEM,   /* 듯, 만, 법, 척, 체, 뻔, 양: 하다 makes auxiliaries of them */
    KTI_BEGINS_LIST,   /* 등, 및, 겸 */
    KTI_BEGINS_TITLE,  /* 씨, 대통령 */
    KTI_BEGINS_UNIT,
    KTI_BEGINS_HOUR, /* 시: 두시 is permitted as 두 시 is */
    KTI_BEGINS_VERB,
    KTI_BEGINS_RECEIVE, /* 받다: also a suffix of nouns */
    KTI_BEGINS_AUXILIARY,
    KTI_BEGINS_BECOME, /* 지다: part of the word behind 아/어 */
    KTI_BEGINS_DO,     /* 하다: so behind that of an adjective */
    KTI_BEGINS_DETERMINER,
    KTI_BEGINS_ADVERB,
    KTI_BEGINS_SMALL, /* an adverb or determiner of one syllable */
    KTI_BEGINS_CRY,   /* an interjection */
    KTI_BEGINS_JOSA,
    KTI_BEGINS_DOUBTFUL, /* a particle that is also a word: 이, 만 */
    KTI_BEGINS_ENDING,
    KTI_BEGINS_COPULA,
    KTI_BEGINS_SUFFIX,
    KTI_BEGINS_HONORIFIC, /* 님: a suffix, and a bound noun behind names */
    KTI_BEGINS_MAKER,     /* 하, 되, 스럽: a suffix that makes predicates */
    KTI_BEGINS_PREFIX,
    KTI_BEGINS_OTHER, /* no Hangul */
    KTI_BEGINS
} kti_begin;

/* What it ends with. */
typedef enum kti_end {
    KTI_ENDS_OTHER, /* no Hangul */
    KTI_ENDS_OPEN,  /* the edge of the text, or an opening mark */
    KTI_ENDS_NOUN,
    KTI_ENDS_NAME,
    KTI_ENDS_PERSON,
    KTI_ENDS_PRONOUN,
    KTI_ENDS_NATIVE,  /* 한, 두, 열: a native number */
    KTI_ENDS_NUMERAL, /* 삼, 백 */
    KTI_ENDS_DIGIT,
    KTI_ENDS_BOUND,
    KTI_ENDS_JOSA,
    KTI_ENDS_JOINING, /* 아, 어: what auxiliaries follow solid or spaced */
    KTI_ENDS_LINK,    /* other connective and final endings */
    KTI_ENDS_ADNOMINAL,
    KTI_ENDS_NOMINAL, /* 기, 음 */
    KTI_ENDS_STEM,    /* wants an ending */
    KTI_ENDS_DETERMINER,
    KTI_ENDS_ADVERB,
    KTI_ENDS_SMALL, /* an adverb or determiner of one syllable */
    KTI_ENDS_CRY,
    KTI_ENDS_PREFIX,
    KTI_ENDS
} kti_end;

/* Of a reading that begins with a morpheme tagged `tag` and is written `surface` (Hangul). */
kti_begin kti_spacing_begin(kt_tag tag, kt_str surface);

/* Of a reading whose last morpheme is `tag`, in its dictionary form; `flags` are KTI_FACT_*. */
kti_end kti_spacing_end(kt_tag tag, kt_str form, unsigned flags);

/* Of what is no Hangul. */
kti_end kti_spacing_end_of_whole(kti_unknown what);

#endif
