#include "lexicon/ktd.h"

#include <string.h>

#include "core/status.h"
#include "core/str.h"

const char kti_ktd_magic[8] = {'K', 'O', 'T', 'E', 'X', 'T', 'D', '\0'};

_Static_assert(sizeof(kti_ktd_header) == 48, "the header is 48 bytes");
_Static_assert(sizeof(kti_ktd_section) == 40, "a section row is 40 bytes");

bool kti_ktd_low_first(void) {
    const uint16_t one = 1;
    unsigned char first;
    memcpy(&first, &one, 1);
    return first == 1;
}

uint64_t kti_ktd_checksum(kt_str bytes) {
    uint64_t hash = 0xCBF29CE484222325u;
    for (size_t i = 0; i < bytes.len; i++) {
        hash ^= (unsigned char)bytes.ptr[i];
        hash *= 0x100000001B3u;
    }
    return hash;
}

static kti_ktd_header header_of(kt_str data) {
    kti_ktd_header header = {0};
    kti_ktd_read(data, 0, &header, sizeof header);
    return header;
}

uint32_t kti_ktd_rows(kt_str data) {
    return header_of(data).sections;
}

kti_ktd_section kti_ktd_row(kt_str data, uint32_t index) {
    kti_ktd_section row = {0};
    kti_ktd_read(data, sizeof(kti_ktd_header) + (size_t)index * sizeof row, &row, sizeof row);
    return row;
}

static kt_str table_of(kt_str data, uint32_t sections) {
    size_t start = sizeof(kti_ktd_header);
    size_t length = (size_t)sections * sizeof(kti_ktd_section);
    if (sections > 4096 || length > data.len - start) return (kt_str){NULL, 0};
    return kti_str_cut(data, start, start + length);
}

static bool row_fits(kt_str data, const kti_ktd_section *row) {
    return row->offset % KTI_KTD_ALIGN == 0 && row->offset <= data.len &&
           row->length <= data.len - row->offset && row->name[KTI_KTD_NAME - 1] == '\0';
}

kt_status kti_ktd_check(kt_str data, kt_error *err) {
    if (data.len < sizeof(kti_ktd_header))
        return kti_fail(err, KT_ERR_DATA, data.len, "data file is cut off in its header");
    kti_ktd_header header = header_of(data);
    if (memcmp(header.magic, kti_ktd_magic, sizeof header.magic) != 0)
        return kti_fail(err, KT_ERR_DATA, 0, "not a kotext data file");
    if (header.mark != KTI_KTD_MARK)
        return kti_fail(err, KT_ERR_DATA, 12, "data file is of the other byte order");
    if (header.version != KTI_KTD_VERSION)
        return kti_fail(err, KT_ERR_DATA, 8, "data file is of another version");
    if (header.size != data.len)
        return kti_fail(err, KT_ERR_DATA, 24, "data file is cut off, or has something behind it");
    kt_str table = table_of(data, header.sections);
    if (table.ptr == NULL)
        return kti_fail(err, KT_ERR_DATA, 16, "data file is cut off in its section table");
    if (kti_ktd_checksum(table) != header.table_checksum)
        return kti_fail(err, KT_ERR_DATA, 32, "data file has a damaged section table");
    for (uint32_t i = 0; i < header.sections; i++) {
        kti_ktd_section row = kti_ktd_row(data, i);
        if (!row_fits(data, &row))
            return kti_fail(err, KT_ERR_DATA, sizeof header + i * sizeof row,
                            "data file has a section that leaves it");
    }
    return KT_OK;
}

/* A checked row fits in `data`, so its place fits a size_t, of 32 bits as well. */
kt_str kti_ktd_bytes(kt_str data, const kti_ktd_section *row) {
    size_t start = (size_t)row->offset;
    return kti_str_cut(data, start, start + (size_t)row->length);
}

kt_status kti_ktd_verify(kt_str data, kt_error *err) {
    KTI_TRY(kti_ktd_check(data, err));
    for (uint32_t i = 0; i < kti_ktd_rows(data); i++) {
        kti_ktd_section row = kti_ktd_row(data, i);
        if (kti_ktd_checksum(kti_ktd_bytes(data, &row)) != row.checksum)
            return kti_fail(err, KT_ERR_DATA, (size_t)row.offset,
                            "data file has a damaged section");
    }
    return KT_OK;
}

kt_str kti_ktd_section_of(kt_str data, kt_str name) {
    for (uint32_t i = 0; i < kti_ktd_rows(data); i++) {
        kti_ktd_section row = kti_ktd_row(data, i);
        if (kti_str_eq(kti_str(row.name), name)) return kti_ktd_bytes(data, &row);
    }
    return (kt_str){NULL, 0};
}
