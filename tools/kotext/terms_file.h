/* terms_file.h - the glossary that --glossary names, ready to be searched for. */
#ifndef KOTEXT_TOOL_TERMS_FILE_H
#define KOTEXT_TOOL_TERMS_FILE_H

#include "session.h"

/* Reads a glossary and indexes it. Prints what is wrong and returns the exit status. */
int terms_load(session *s, const char *name, kt_terms **out);
/* The same for --glossary, which must be there. */
int terms_asked(session *s, kt_terms **out);

#endif
