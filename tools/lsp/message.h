/* message.h - what the server wants to know of a message. */
#ifndef KOTEXT_LSP_MESSAGE_H
#define KOTEXT_LSP_MESSAGE_H

#include "buffer.h"
#include "place.h"

typedef struct message {
    kt_str id; /* as it stands in the message, quotes and all; empty: a notification */
    buffer method, uri, text;
    position from, to; /* of a range; `from` of a position too */
    bool has_method, has_text, offers_utf8;
} message;

/* Reads one; false when it is no JSON. `body` must outlive it. */
bool message_read(kt_str body, message *out);
void message_free(message *m);

#endif
