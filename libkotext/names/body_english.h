/* body_english.h - the English of a body's name that is put together of known words: 호주 정부. */
#ifndef KTI_NAMES_BODY_ENGLISH_H
#define KTI_NAMES_BODY_ENGLISH_H

#include "core/arena.h"
#include "lexicon/lexicon.h"

/* Writes the English of `hangul`, which is all places and bodies of the dictionary and words that
 * names of bodies are made of (names/components.h), in their order, to `*out` in the arena:
 * Australian Government. An empty one when a part is neither, or nothing but a place. KT_ERR_NOMEM.
 */
kt_status kti_body_english(const kti_lexicon *lexicon, kt_str hangul, kti_arena *arena,
                           kt_str *out);

#endif
