/* span.h - the span law as a predicate; the maps themselves are in text.h and kotext/text.h. */
#ifndef KTI_CORE_SPAN_H
#define KTI_CORE_SPAN_H

#include <stdbool.h>

#include "core/utf8.h"
#include "kotext/text.h"

/* Whether `text`'s edits tile `in` and the output exactly on code point boundaries, and copied
 * edits copy. Tests and fuzz targets call it after every transform. */
bool kti_span_law(const kt_text *text, kt_str in);

#endif
