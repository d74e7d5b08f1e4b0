/* compare.h - two romanized texts, letter by letter. */
#ifndef KTI_CATALOG_COMPARE_H
#define KTI_CATALOG_COMPARE_H

#include "kotext/catalog.h"

/* How `given` differs from `expected`, as KT_DIFFERS_*; `*offset` is where in `given` the gravest
 * difference stands first. */
unsigned kti_romanized_differences(kt_str expected, kt_str given, size_t *offset);

#endif
