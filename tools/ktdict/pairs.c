/* ktdict pairs - the tables of pairs of syllables, made from the schemes. */
#include "romanize/pairs.h"

#include <stdio.h>

#include "kotext/file.h"
#include "ktdict.h"

int pairs_command(int argc, char **argv) {
    const char *path = option_value(argc, argv, "-o");
    kti_buf out;
    kt_error err = {KT_OK, 0, 0, ""};
    if (path == NULL) return usage_error("pairs", "want -o FILE");
    kti_buf_init(&out, NULL);
    kt_status status = kti_pairs_make(&out);
    if (status == KT_OK) status = kt_file_replace(path, kti_buf_str(&out), &err);
    kti_buf_free(&out);
    if (status == KT_OK) return EXIT_DONE;
    fprintf(stderr, "ktdict pairs: %s: %s\n", path, kt_status_name(status));
    return EXIT_IO;
}
