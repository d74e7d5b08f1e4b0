/* surnames.h - a surname alone, of somebody who was named before. */
#ifndef KTI_NAMES_SURNAMES_H
#define KTI_NAMES_SURNAMES_H

#include "names/weigher.h"

/* Whether what stands in `word` before a title may be a surname: 전 의원 only where a sentence
 * begins, else it is a former one. */
bool kti_may_be_surname(kt_str text, kt_span word);

/* 리 대표 behind 수전 리, 한 대표 behind 한동훈: the reading has the surname for another word. */
void kti_recall_surnames(const kti_weigher *w);

#endif
