#include "write.h"

#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "lexicon/ktd.h"

enum { UNICODE_15_0 = 15 << 16 };

static size_t aligned(size_t offset) {
    return (offset + KTI_KTD_ALIGN - 1) / KTI_KTD_ALIGN * KTI_KTD_ALIGN;
}

static kti_ktd_section row_of(const section *s, size_t offset) {
    kti_ktd_section row = {
        .offset = offset, .length = s->bytes.len, .checksum = kti_ktd_checksum(s->bytes)};
    memcpy(row.name, s->name, sizeof row.name);
    return row;
}

kt_status write_ktd(const section *sections, size_t count, kti_buf *out) {
    static const char zeros[KTI_KTD_ALIGN];
    size_t table_length = count * sizeof(kti_ktd_section);
    size_t offset = aligned(sizeof(kti_ktd_header) + table_length);
    kti_ktd_header header = {.version = KTI_KTD_VERSION,
                             .mark = KTI_KTD_MARK,
                             .sections = (uint32_t)count,
                             .unicode = UNICODE_15_0};
    memcpy(header.magic, kti_ktd_magic, sizeof header.magic);
    kti_buf_add(out, &header, sizeof header);
    for (size_t i = 0; i < count; i++) {
        kti_ktd_section row = row_of(&sections[i], offset);
        kti_buf_add(out, &row, sizeof row);
        offset = aligned(offset + sections[i].bytes.len);
    }
    for (size_t i = 0; i < count; i++) {
        kti_buf_add(out, zeros, aligned(out->len) - out->len);
        kti_buf_add_str(out, sections[i].bytes);
    }
    KTI_TRY(kti_buf_status(out));
    kt_str table = kti_str_cut(kti_buf_str(out), sizeof header, sizeof header + table_length);
    header.size = out->len;
    header.table_checksum = kti_ktd_checksum(table);
    memcpy(out->ptr, &header, sizeof header);
    return KT_OK;
}
