/* edges.h - how words end and begin, as far as it tells where sentences do.
 *
 * The analysis fills an array of edges from what it knows of some words; without one, spelling
 * alone is asked. Which of the classes end a sentence, and behind which marks, weights.c states.
 */
#ifndef KTI_SEGMENT_EDGES_H
#define KTI_SEGMENT_EDGES_H

#include "core/str.h"

/* What the end of a word says. */
typedef enum kti_closing {
    KTI_CLOSING_NONE,     /* nothing known */
    KTI_CLOSING_NOUN,     /* a noun without a particle */
    KTI_CLOSING_BOUND,    /* a particle or a modifier: something must follow */
    KTI_CLOSING_ADVERB,   /* an adverb or an interjection */
    KTI_CLOSING_LINK,     /* an ending that leans on what follows: 면, 서, 지만 */
    KTI_CLOSING_TRAIL,    /* one that speech leaves hanging: 고, 는데, 니까, 다고 */
    KTI_CLOSING_NAMED,    /* a verb made a noun, which may stay one: 떨림, 알림; 듯 */
    KTI_CLOSING_NOTE,     /* note style, a clause made a noun: 재미있었음, 그런 거임 */
    KTI_CLOSING_INTIMATE, /* an ending that closes or links: 아, 지, 니, 까, 자 */
    KTI_CLOSING_PLAIN,    /* one that closes: ㄴ다, 겠다, 아라, 거야 */
    KTI_CLOSING_SURE, /* one that does hardly anything else: ㅂ니다, 요, 죠, 구나, 당께 */
    KTI_CLOSINGS
} kti_closing;

/* What the beginning of a word says. */
typedef enum kti_opening {
    KTI_OPENING_NONE,      /* nothing known */
    KTI_OPENING_TAKES_UP,  /* takes up what was said: 하고, 싶다, 라는; an auxiliary */
    KTI_OPENING_BOUND,     /* leans on what stands before: 때문, 등, 없이 */
    KTI_OPENING_PREDICATE, /* a verb or adjective */
    KTI_OPENING_TOPIC,     /* what sentences like to begin with: 나, 이것, 사실, X는 */
    KTI_OPENING_CONNECTOR, /* a connective of sentences: 그래서, 하지만 */
    KTI_OPENING_QUOTE,     /* an opening quotation mark */
    KTI_OPENING_BRACKET,   /* an opening bracket behind a space */
    KTI_OPENING_ASIDE,     /* one that is never closed */
    KTI_OPENING_ITEM,      /* the mark or number of a list's item */
    KTI_OPENING_SPEAKER,   /* who speaks, with a colon */
    KTI_OPENINGS
} kti_opening;

/* The edges of the word at [start, end) of the text. */
typedef struct kti_edge {
    uint32_t start, end;
    uint8_t closing; /* kti_closing */
    uint8_t opening; /* kti_opening */
} kti_edge;

/* Where one word ends and the next begins. */
typedef struct kti_seam {
    kti_closing closing;
    kti_opening opening;
} kti_seam;

/* What the longest ending that `word` (composed) ends in says when the word is known to be a
 * predicate; KTI_CLOSING_NONE when no ending is listed. */
kti_closing kti_closing_of_predicate(kt_str word);

/* The same by spelling alone: only endings that few nouns share. */
kti_closing kti_closing_of_shape(kt_str word);

/* What the spelling of a word that `rest` begins with says: listed connectives, quotatives ... */
kti_opening kti_opening_of_shape(kt_str rest);

/* The same where the rows whose words begin with the first syllable of `rest` begin at `first`. */
kti_opening kti_opening_in_rows(size_t first, kt_str rest);

/* The same where nothing else is known of the word: one with an ending is a predicate. */
kti_opening kti_opening_by_spelling(kt_str rest);

/* The first syllable of the listed word `number`; 0 when there are no more. */
uint32_t kti_opening_first(size_t number);

#endif
