#include "transport.h"

#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

enum { LONGEST_HEADER = 256, LARGEST = 256 * 1024 * 1024 };

static bool read_header(char *line) {
    size_t len = 0;
    for (;;) {
        int byte = getchar();
        if (byte == EOF || len == LONGEST_HEADER - 1) return false;
        if (byte == '\n') break;
        line[len++] = (char)byte;
    }
    if (len > 0 && line[len - 1] == '\r') len--;
    line[len] = '\0';
    return true;
}

bool transport_read(buffer *body) {
    static const char name[] = "Content-Length:";
    char line[LONGEST_HEADER];
    long length = -1;
    do {
        if (!read_header(line)) return false;
        if (strncasecmp(line, name, sizeof name - 1) == 0)
            length = strtol(line + sizeof name - 1, NULL, 10);
    } while (line[0] != '\0');
    body->len = 0;
    if (length < 0 || length > LARGEST) return false;
    for (char block[4096]; length > 0;) {
        size_t wanted = (size_t)length < sizeof block ? (size_t)length : sizeof block;
        if (fread(block, 1, wanted, stdin) != wanted) return false;
        buffer_add(body, block, wanted);
        length -= (long)wanted;
    }
    return !body->failed;
}

bool transport_write(const buffer *body) {
    if (body->failed) return false;
    printf("Content-Length: %zu\r\n\r\n", body->len);
    fwrite(body->ptr, 1, body->len, stdout);
    return fflush(stdout) == 0 && !ferror(stdout);
}
