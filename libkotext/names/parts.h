/* parts.h - names of places and bodies put together of parts that are known: 개성역, 호주 정부,
 * 중국 베이징, 시드니 서부. */
#ifndef KTI_NAMES_PARTS_H
#define KTI_NAMES_PARTS_H

#include "kotext/names.h"
#include "names/match.h"
#include "names/place_forms.h"

/* Lists what such a name is in English, likeliest first; none when its parts are not known.
 * KT_ERR_NOMEM. */
kt_status kti_spell_parts(const kti_matcher *m, kt_str hangul, const kt_spell_options *options,
                          kti_arena *arena, kti_place_form list[KTI_PLACE_FORMS_MOST],
                          size_t *count);

#endif
