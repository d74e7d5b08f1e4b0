/* glossary_file.h - glossaries read from files and written to the output. */
#ifndef KOTEXT_TOOL_GLOSSARY_FILE_H
#define KOTEXT_TOOL_GLOSSARY_FILE_H

#include "io.h"

/* Adds the rows of a file. Prints what is wrong and returns the exit status. */
int glossary_load(session *s, const char *name, kt_glossary *into);

/* Prints what reading noted as warnings. */
void glossary_warn(const char *name, kt_glossary *g);

/* Writes as --as or the name of --output says. */
int glossary_save(const arguments *args, kt_glossary *g, output *out);

/* build: aligns the pairs of the folders operands[1...] into `into`. */
int glossary_build(session *s, kt_glossary *into);

#endif
