/* ktd.h - the .ktd file: named sections of read-only data. docs/formats.md specifies it.
 *
 * Header, 48 bytes: magic, version, endianness mark, section count, Unicode version, file size,
 * checksum of the section table. Then one 40-byte row a section. All integers are in the byte
 * order of the machine it was made for; the mark tells. Sections begin at multiples of 8.
 */
#ifndef KTI_LEXICON_KTD_H
#define KTI_LEXICON_KTD_H

#include <stdbool.h>
#include <string.h>

#include "kotext/base.h"

enum { KTI_KTD_VERSION = 2, KTI_KTD_MARK = 0x01020304, KTI_KTD_NAME = 16, KTI_KTD_ALIGN = 8 };

extern const char kti_ktd_magic[8];

typedef struct kti_ktd_header {
    char magic[8];
    uint32_t version;
    uint32_t mark;
    uint32_t sections;
    uint32_t unicode; /* major << 16 | minor << 8 | update */
    uint64_t size;
    uint64_t table_checksum;
    uint64_t reserved;
} kti_ktd_header;

typedef struct kti_ktd_section {
    char name[KTI_KTD_NAME]; /* padded with NUL */
    uint64_t offset;
    uint64_t length;
    uint64_t checksum;
} kti_ktd_section;

/* Whether this machine keeps the low byte of a number first. */
bool kti_ktd_low_first(void);

/* FNV-1a, 64 bits. */
uint64_t kti_ktd_checksum(kt_str bytes);

/* Checks header and section table: KT_ERR_DATA with the reason. Cheap: reads no section. */
kt_status kti_ktd_check(kt_str data, kt_error *err);

/* Checks every section's checksum as well. */
kt_status kti_ktd_verify(kt_str data, kt_error *err);

/* The section of that name in checked data; empty when there is none. */
kt_str kti_ktd_section_of(kt_str data, kt_str name);

/* Row `index` of a checked section table. */
kti_ktd_section kti_ktd_row(kt_str data, uint32_t index);
kt_str kti_ktd_bytes(kt_str data, const kti_ktd_section *row);
uint32_t kti_ktd_rows(kt_str data);

/* A bounds-checked read of fixed-size records: false when it would leave the section. */
static inline bool kti_ktd_read(kt_str records, size_t offset, void *record, size_t size) {
    if (offset > records.len || size > records.len - offset) return false;
    memcpy(record, records.ptr + offset, size);
    return true;
}

#endif
