/* walk.h - going through an XML file token by token, with the text of the element that is open. */
#ifndef KTI_GLOSSARY_WALK_H
#define KTI_GLOSSARY_WALK_H

#include "glossary/record.h"
#include "markup/xml.h"

typedef struct kti_walk {
    kti_glossary_file *f;
    kti_xml tag;
    size_t at, line, counted;
    kti_buf text;  /* gathered since it was last cleared */
    kti_buf value; /* of the last attribute asked for */
    int64_t depth;
    size_t code;     /* elements open whose text is native code, not words (ph, bpt ...) */
    bool kept;       /* text is being gathered */
    kti_field field; /* that it is for, see kti_walk_keep_field() */
} kti_walk;

typedef kt_status kti_walk_tag(kti_walk *w, void *context, bool open, bool close);

/* Calls `tag` at each tag; an empty element is opened and closed at once. Text between is added to
 * w->text while w->kept. KT_ERR_SYNTAX for what is not well formed, KT_ERR_NOMEM. */
kt_status kti_walk_run(kti_glossary_file *f, kti_walk_tag *tag, void *context);

bool kti_walk_is(const kti_walk *w, const char *local);

/* Starts gathering the text of an element. */
void kti_walk_keep(kti_walk *w);
/* Ends it: the text, trimmed. */
kt_str kti_walk_kept(kti_walk *w);

/* The same for an element that is a field of the file's record, where its text goes when it ends;
 * nothing for KTI_FIELDS. */
void kti_walk_keep_field(kti_walk *w, kti_field field);
void kti_walk_end_field(kti_walk *w);

/* An attribute, decoded; empty when it is not there. Valid until the next is asked for. */
kt_str kti_walk_attribute(kti_walk *w, const char *local);

/* Writing: <name>text</name>, nothing for an empty text. */
void kti_xml_add_element(kti_buf *out, const char *open, kt_str text, const char *close);

#endif
