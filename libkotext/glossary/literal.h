/* literal.h - stretches that are no prose and stay letter for letter: addresses, names of files,
 * @handles, #tags, code. */
#ifndef KTI_GLOSSARY_LITERAL_H
#define KTI_GLOSSARY_LITERAL_H

#include <stdbool.h>

#include "kotext/base.h"

/* A text and how far it has been looked through; all zero but for the text at first. */
typedef struct kti_literals {
    kt_str text;
    size_t words_end; /* of what stands between white space and was looked at last */
    kt_span word;     /* the stretch met last in it */
    kt_span code;     /* the code or tag met last, which may hold white space */
} kti_literals;

/* Whether a term met at `span` is part of such a stretch and not the whole of it (Node.js). To be
 * asked from front to back; linear in the text for all of them. */
bool kti_literal_has(kti_literals *l, kt_span span);

#endif
