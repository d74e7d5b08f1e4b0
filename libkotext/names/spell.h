/* spell.h - likely Latin spellings of a Hangul name. */
#ifndef KTI_NAMES_SPELL_H
#define KTI_NAMES_SPELL_H

#include "core/arena.h"
#include "kotext/names.h"
#include "names/match.h"

/* At most `options->nbest` spellings, best first, in the arena. */
kt_status kti_spell(const kti_matcher *matcher, kt_str hangul, const kt_spell_options *options,
                    kti_arena *arena, const kt_spelling **list, size_t *count);

/* How likely, 0..1, Hangul that no dictionary has writes a foreign word or name. */
double kti_spell_foreign(const kti_matcher *matcher, kt_str hangul);

#endif
