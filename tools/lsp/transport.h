/* transport.h - messages on standard input and output, each behind a Content-Length header. */
#ifndef KOTEXT_LSP_TRANSPORT_H
#define KOTEXT_LSP_TRANSPORT_H

#include "buffer.h"

/* Reads the next message; false at the end of the input, for a header that is none, and for a
 * message over 256 MB. */
bool transport_read(buffer *body);
bool transport_write(const buffer *body);

#endif
