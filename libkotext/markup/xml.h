/* xml.h - XML as tokens with their places, so that a file can be changed without being written
 * anew.
 *
 * What subtitle and glossary files use of XML 1.0: elements, attributes, comments, CDATA,
 * processing instructions. A document type is passed over; entities of its own are not read.
 */
#ifndef KTI_MARKUP_XML_H
#define KTI_MARKUP_XML_H

#include <stdbool.h>

#include "core/buf.h"
#include "core/str.h"

typedef enum kti_xml_kind {
    KTI_XML_TEXT,
    KTI_XML_OPEN,
    KTI_XML_CLOSE,
    KTI_XML_EMPTY, /* <br/> */
    KTI_XML_CDATA,
    KTI_XML_OTHER, /* comment, instruction, document type */
    KTI_XML_BAD    /* not well formed: the token is the rest */
} kti_xml_kind;

typedef struct kti_xml {
    kti_xml_kind kind;
    size_t start, end;
    kt_str name;  /* with its prefix */
    kt_str local; /* without */
} kti_xml;

/* The token at `at`; false at the end. */
bool kti_xml_at(kt_str text, size_t at, kti_xml *out);

/* The value of an attribute, told by its name without prefix; ptr NULL when it is not there. */
kt_str kti_xml_attribute(kt_str text, const kti_xml *tag, const char *local);

/* Character data or an attribute's value: the five entities and character references undone, others
 * left as they stand. Cost is linear. */
void kti_xml_add_decoded(kti_buf *out, kt_str raw);

/* `text` as character data or as an attribute in double quotes. Ill-formed UTF-8 and characters
 * that XML 1.0 cannot hold become U+FFFD. */
void kti_xml_add_escaped(kti_buf *out, kt_str text);

#endif
