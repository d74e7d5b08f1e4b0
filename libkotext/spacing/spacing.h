/* spacing.h - spaces put in and taken out of NFC text. One spacer per context. */
#ifndef KTI_SPACING_SPACING_H
#define KTI_SPACING_SPACING_H

#include "core/arena.h"
#include "core/rule.h"
#include "core/text.h"
#include "kotext/space.h"
#include "lexicon/lexicon.h"

/* One gap between two syllables that changes. */
typedef struct kti_respacing {
    kt_span gap; /* the spaces to take out; empty where one is put in */
    uint32_t rule;
} kti_respacing;

typedef struct kti_spacer kti_spacer;

kt_status kti_spacer_new(const kt_alloc *alloc, const kti_lexicon *lexicon, kti_spacer **out);
void kti_spacer_free(kti_spacer *spacer);

/* The changes `text` (NFC) wants, in order, in `arena`. KT_ERR_NOMEM. */
kt_status kti_spacing_find(kti_spacer *spacer, kt_str text, const kt_space_options *options,
                           kti_arena *arena, kti_respacing **list, size_t *count);

/* `text`, of which the changes are (any form), with them made and a step noted for each. */
kt_status kti_spacing_apply(kt_str text, const kti_respacing *list, size_t count, kt_text *out);

kt_rule kti_spacing_rule(uint32_t index); /* from 1 */

#endif
