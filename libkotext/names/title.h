/* title.h - titles beside names: 대통령, 전 장관, 씨. */
#ifndef KTI_NAMES_TITLE_H
#define KTI_NAMES_TITLE_H

#include "lexicon/lexicon.h"

/* Bytes of the title that `text` begins with, "전 대통령" and "대통령 당선인" included; 0 for none.
 * A title ends where its eojeol ends or at a particle. `*entry` is the row of its last word. */
size_t kti_title_at(const kti_lexicon *lexicon, kt_str text, uint32_t *entry);

/* Whether one begins `text`, or a word that goes before titles does. */
bool kti_title_begins(const kti_lexicon *lexicon, kt_str text);

/* Bytes of the title that stands at the very end of `word`; 0 for none. */
size_t kti_title_ending(const kti_lexicon *lexicon, kt_str word);

#endif
