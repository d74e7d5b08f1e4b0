/* sha256.h - the hash by which a page's policy allows its own script and style (FIPS 180-4). */
#ifndef KOTEXT_TOOL_SHA256_H
#define KOTEXT_TOOL_SHA256_H

#include "buffer.h"

/* Appends the SHA-256 of `bytes` in base64. */
void sha256_base64(buffer *out, kt_str bytes);

#endif
