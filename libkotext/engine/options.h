/* options.h - whether the options of a call are of this version and each choice one of its values:
 * what is not is KT_ERR_ARG, for every call. */
#ifndef KTI_ENGINE_OPTIONS_H
#define KTI_ENGINE_OPTIONS_H

#include <stdbool.h>

#include "kotext/kotext.h"

bool kti_known_align(const kt_align_options *o);
bool kti_known_annotate(const kt_annotate_options *o);
bool kti_known_config(const kt_config *c);
bool kti_known_gloss(const kt_gloss_options *o);
bool kti_known_hangulize(const kt_hangulize_options *o);
bool kti_known_hanja(const kt_hanja_options *o);
bool kti_known_join(const kt_join_options *o);
bool kti_known_normalize(const kt_normalize_options *o);
bool kti_known_pronounce(const kt_pronounce_options *o);
bool kti_known_romanize(const kt_romanize_options *o);
bool kti_known_segment(const kt_segment_options *o);
bool kti_known_space(const kt_space_options *o);
bool kti_known_spell(const kt_spell_options *o);
bool kti_known_transliterate(const kt_transliterate_options *o);

#endif
