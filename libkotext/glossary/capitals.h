/* capitals.h - the capitals that a form of the glossary has where it stands. */
#ifndef KTI_GLOSSARY_CAPITALS_H
#define KTI_GLOSSARY_CAPITALS_H

#include <stdbool.h>

#include "core/buf.h"

typedef enum kti_capitals {
    KTI_CAPITALS_OWN,   /* as the glossary has it */
    KTI_CAPITALS_FIRST, /* a capital where it begins */
    KTI_CAPITALS_EACH,  /* one at each word, but for the little ones (of, the) */
    KTI_CAPITALS_ALL
} kti_capitals;

/* How a form is to be written in place of what stands at `span`, which was met for the form `own`:
 * capitals of a headline, of a title and of a sentence's beginning stay where they are. */
kti_capitals kti_capitals_of(kt_str text, kt_span span, kt_str own);

/* The form with these capitals, added to `out`. A word with a capital further in (iPhone) keeps its
 * letters unless all are to be capitals. */
void kti_capitals_add(kti_buf *out, kt_str form, kti_capitals capitals);

bool kti_is_all_capitals(kt_str text);

#endif
