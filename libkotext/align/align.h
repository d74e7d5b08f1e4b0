/* align.h - the aligner over units; engine/api_align.c calls it. */
#ifndef KTI_ALIGN_ALIGN_H
#define KTI_ALIGN_ALIGN_H

#include "core/arena.h"
#include "kotext/align.h"
#include "names/match.h"
#include "unicode/uni.h"

/* Links the units; texts are NFC. `links` come in Korean order, in the arena. */
kt_status kti_align(const kti_matcher *matcher, kti_uni *uni, const kt_align_unit *ko,
                    size_t ko_count, const kt_align_unit *en, size_t en_count,
                    const kt_align_options *options, kti_arena *arena, kt_link **links,
                    size_t *count);

#endif
