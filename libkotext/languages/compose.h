/* compose.h - units of Hangul put together to syllables.
 *
 * Units are written as text: a syllable (프); a vowel, which takes the consonant before it (ㅏ); a
 * consonant, which waits for a vowel and gets ㅡ when none comes (ㅌ); a batchim (+ㄴ), of which
 * there are ㄱ ㄴ ㄹ ㅁ ㅂ ㅅ ㅇ; ㄹㄹ, a batchim and a consonant; and the glides j and w, which
 * change the vowel behind them (ㅅjㅏ = 샤, ㅋwㅏ = 콰). */
#ifndef KTI_LANGUAGES_COMPOSE_H
#define KTI_LANGUAGES_COMPOSE_H

#include "core/arena.h"
#include "core/buf.h"
#include "kotext/hangul.h"

/* What one stretch of letters became. */
typedef struct kti_composed {
    uint32_t start, end; /* letters of the word */
    const char *units;   /* up to a bar or the end */
    const char *article;
} kti_composed;

typedef struct kti_composer {
    kti_buf *out;
    kti_composed *notes; /* NULL: none wanted */
    size_t note_count, note_room;
    unsigned variant; /* see kti_foreign_word */
    unsigned most;    /* alternatives of the richest units so far, less one */
    kt_syllable open; /* the last syllable, when it has begun */
    uint8_t state, glide;
} kti_composer;

void kti_compose_init(kti_composer *composer, kti_buf *out, unsigned variant);

/* Puts `units` of letters [start, end) behind what is there. Static text. */
void kti_compose_put(kti_composer *composer, const char *units, size_t start, size_t end,
                     const char *article);

/* Whether a consonant waits for a vowel, and whether the last syllable may take a batchim. */
bool kti_compose_waits(const kti_composer *composer);
bool kti_compose_is_open(const kti_composer *composer);

/* Ends a word or a part of one: what follows begins anew. */
void kti_compose_end(kti_composer *composer);

#endif
