/* official.h - a Korean person as an official scheme writes the name, syllable by syllable. */
#ifndef KTI_NAMES_OFFICIAL_H
#define KTI_NAMES_OFFICIAL_H

#include "romanize/romanize.h"

/* The surname as the DPRK has it, where no initial-sound law applies: 이 -> 리. Others stay. */
uint32_t kti_north_surname(uint32_t syllable);

/* Whether only the DPRK has the surname in this form: 리, 림. */
bool kti_is_northern(uint32_t syllable);

/* The letters of the onset, vowel and coda of one syllable; `before` is the one that it follows in
 * the same word, 0 for none. Nothing is assimilated: a given name keeps its syllables. */
void kti_official_syllable(const kti_scheme *scheme, uint32_t syllable, uint32_t before,
                           const char *parts[3]);

/* Writes small letters a-z alone (no marks, no apostrophes) of a Hangul surname or given name, a
 * NUL at the end. Returns the length; 0 when there is no room. */
size_t kti_official_letters(const kti_scheme *scheme, kt_str hangul, char *out, size_t room);

#endif
