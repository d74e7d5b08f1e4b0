/* gaps.h - the spaces and line ends within a term that was met. */
#ifndef KTI_GLOSSARY_GAPS_H
#define KTI_GLOSSARY_GAPS_H

#include <stdbool.h>

#include "core/buf.h"

/* Whether what was met is the form, a line end standing for a space. */
bool kti_gaps_same(kt_str met, kt_str form);

/* Whether it is no one term: a tab, or a dash of its own, goes between its words, as in
 * "- Spider\n- Man". */
bool kti_gaps_torn(kt_str met);

/* Adds to `out` the form with the line ends of what stands at `*span`, so that the text keeps its
 * lines. A form without a space stands on the line that ends last: its span then takes in the
 * space before it, down to `from`. False: there is no place for the line ends. */
bool kti_gaps_keep(kt_str text, size_t from, kt_span *span, kt_str form, kti_buf *out);

#endif
