/* inspect.c - dump and verify: what is in a .ktd, and whether it is whole. */
#include <stdio.h>
#include <string.h>

#include "core/str.h"
#include "kotext/file.h"
#include "ktdict.h"
#include "lexicon/entries.h"
#include "lexicon/ktd.h"
#include "lexicon/lexicon.h"

static int open_data(const char *path, bool whole, kt_file *file) {
    kt_error err;
    if (kt_file_map(path, file, &err) != KT_OK) {
        fprintf(stderr, "%s: %s\n", path, err.message);
        return EXIT_IO;
    }
    kt_status status = whole ? kti_ktd_verify(file->bytes, &err) : kti_ktd_check(file->bytes, &err);
    if (status == KT_OK) return EXIT_DONE;
    fprintf(stderr, "%s: byte %zu: %s\n", path, err.offset, err.message);
    return EXIT_USAGE;
}

static void print_sections(kt_str data) {
    for (uint32_t i = 0; i < kti_ktd_rows(data); i++) {
        kti_ktd_section row = kti_ktd_row(data, i);
        printf("%-16s %10llu bytes at %llu, checksum %016llx\n", row.name,
               (unsigned long long)row.length, (unsigned long long)row.offset,
               (unsigned long long)row.checksum);
    }
}

static void print_text(kt_str text, char end) {
    printf("%.*s%c", (int)(text.len == 0 ? 1 : text.len), text.len == 0 ? "-" : text.ptr, end);
}

static void print_entries(kt_str data) {
    kt_str records = kti_ktd_section_of(data, KTI_STR("entries"));
    kt_str pool = kti_ktd_section_of(data, KTI_STR("strings"));
    kti_entry e;
    for (uint32_t id = 0; kti_entry_read(records, pool, id, &e); id++) {
        printf("%u\t%d\t", (unsigned)id, (int)e.kind);
        print_text(e.korean, '\t');
        print_text(e.english, '\t');
        print_text(e.also_korean, '\t');
        print_text(e.also_english, '\t');
        print_text(e.detail, '\n');
    }
}

int dump_command(int argc, char **argv) {
    kt_file file = {{NULL, 0}, 0};
    const char *section = option_value(argc, argv, "--section");
    if (argc < 1) return usage_error("dump", "which file?");
    int result = open_data(argv[0], false, &file);
    if (result == EXIT_DONE && section == NULL) {
        print_sections(file.bytes);
    } else if (result == EXIT_DONE && strcmp(section, "entries") == 0) {
        print_entries(file.bytes);
    } else if (result == EXIT_DONE) {
        kt_str bytes = kti_ktd_section_of(file.bytes, kti_str(section));
        if (bytes.ptr == NULL)
            result = usage_error("dump", "no such section");
        else if (fwrite(bytes.ptr, 1, bytes.len, stdout) != bytes.len)
            result = EXIT_IO;
    }
    kt_file_unmap(&file);
    return result;
}

int verify_command(int argc, char **argv) {
    kt_file file = {{NULL, 0}, 0};
    if (argc < 1) return usage_error("verify", "which file?");
    int result = open_data(argv[0], true, &file);
    if (result == EXIT_DONE) printf("%s: whole\n", argv[0]);
    kt_file_unmap(&file);
    return result;
}
