/* spoken.h - syllables as chat and subtitles write them: drawn out (진짜아아아) or closed in play
 * (좋아욬, 예쁘당). */
#ifndef KTI_ANALYZE_SPOKEN_H
#define KTI_ANALYZE_SPOKEN_H

#include <stdbool.h>

#include "kotext/base.h"

/* How many bytes at `at` only draw the syllable before them out: its vowel, twice or more. */
size_t kti_spoken_drawn(kt_str text, size_t at, uint32_t syllable);

/* A syllable without the final that was put on in play; 0 when it has none. `*laughing` when the
 * final is laughter (ㅋ, ㅎ), which no word but a few ends in. */
uint32_t kti_spoken_open(uint32_t syllable, bool *laughing);

/* Writes the syllables of `surface`, not drawn out and with the last one open if asked for, to
 * `plain`, and where each begins in `surface` (and its end) to `at`; there is room for `room`
 * syllables. Returns how many; 0 when there are more. */
size_t kti_spoken_plain(kt_str surface, bool open, char *plain, uint32_t *at, size_t room);

#endif
