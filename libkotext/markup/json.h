/* json.h - JSON as tokens with their places. Bytes that are no UTF-8 inside of strings are let
 * through: whisper.cpp writes tokens that hold half a syllable. */
#ifndef KTI_MARKUP_JSON_H
#define KTI_MARKUP_JSON_H

#include <stdbool.h>

#include "core/buf.h"

typedef enum kti_json_kind {
    KTI_JSON_OBJECT,
    KTI_JSON_ARRAY,
    KTI_JSON_CLOSE, /* of either */
    KTI_JSON_KEY,
    KTI_JSON_STRING,
    KTI_JSON_NUMBER,
    KTI_JSON_NULL,
    KTI_JSON_BOOL,
    KTI_JSON_END, /* behind the one value of the text */
    KTI_JSON_BAD
} kti_json_kind;

typedef struct kti_json_token {
    kti_json_kind kind;
    size_t start, end;
    kt_str text; /* what stands between the quotes, escapes and all; a number's digits */
} kti_json_token;

enum { KTI_JSON_DEEPEST = 64 };

typedef struct kti_json {
    kt_str text;
    size_t at;
    size_t depth;
    char open[KTI_JSON_DEEPEST]; /* '{' or '[' */
    bool after_value;            /* a comma or an end must follow */
    bool after_key;
} kti_json;

/* The next token. BAD for what is no JSON, or deeper than KTI_JSON_DEEPEST. */
kti_json_token kti_json_next(kti_json *json);

/* What a string or key token says: its escapes undone. A lone surrogate becomes U+FFFD. */
void kti_json_add_decoded(kti_buf *out, kt_str text);

/* `text` as a JSON string, quotes and all. Ill-formed UTF-8 becomes U+FFFD. */
void kti_json_add_string(kti_buf *out, kt_str text);

#endif
