/* back_text.h - a Hangul text back to the Latin words it was written for: names of the
 * dictionaries, words whose Hangul is settled (listed.h), then the model (back.h). */
#ifndef KTI_TRANSLIT_BACK_TEXT_H
#define KTI_TRANSLIT_BACK_TEXT_H

#include "translit/back.h"

/* What the dictionaries know of a text's origin. */
typedef enum kti_origin { KTI_ORIGIN_OPEN, KTI_ORIGIN_KOREAN, KTI_ORIGIN_FOREIGN } kti_origin;

/* kt_transliterate_back() of NFC text. */
kt_status kti_back_text(const kti_translit *translit, kt_str in, size_t nbest, kti_arena *arena,
                        kt_transliterated **list, size_t *count, kti_origin *origin);

#endif
