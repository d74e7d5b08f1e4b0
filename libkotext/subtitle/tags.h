/* tags.h - HTML-like tags and entities inside of cues: SRT, SAMI, WebVTT share them. */
#ifndef KTI_SUBTITLE_TAGS_H
#define KTI_SUBTITLE_TAGS_H

#include "subtitle/dialect.h"

/* The length of the tag at `at` ("<" and a letter or "/", up to ">"); 0 when it is only a bracket.
 * Attribute values in quotes may hold ">". Looks no further than 512 bytes. */
size_t kti_html_tag_len(kt_str text, size_t at);

/* Fills in what the tag of that length means. */
void kti_html_tag(kt_str tag, kti_piece *piece);

/* The value of an attribute of a tag, without quotes; ptr NULL when it is not there. */
kt_str kti_attribute(kt_str tag, const char *name);

/* An entity at "&": its code point and length; false when it is only an ampersand. `*ended` tells
 * whether it had its semicolon. */
typedef struct kti_entity {
    uint32_t cp;
    size_t len;
    bool ended;
} kti_entity;

bool kti_read_entity(kt_str text, size_t at, kti_entity *out);

/* How many bytes from `at` hold none of `specials`, no NUL and no line end. */
size_t kti_plain_run(kt_str text, size_t at, const char *specials);

void kti_escape_none(kt_str text, kti_buf *out);
void kti_escape_html(kt_str text, kti_buf *out); /* & < > */

/* <b>, <i>, <u>, <s>, <font color>, and their ends. */
void kti_write_html_tag(kti_writer *w, const kti_piece *piece);

#endif
