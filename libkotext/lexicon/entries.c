#include "lexicon/entries.h"

#include "core/str.h"
#include "lexicon/ktd.h"

kt_str kti_pooled_text(kt_str pool, kti_pooled text) {
    if (text.offset > pool.len || text.length > pool.len - text.offset) return KTI_STR("");
    return kti_str_cut(pool, text.offset, (size_t)text.offset + text.length);
}

kti_pooled kti_pool_add(kti_buf *pool, kt_str text) {
    kti_pooled where = {(uint32_t)pool->len, (uint32_t)text.len};
    kti_buf_add_str(pool, text);
    return where;
}

void kti_entry_write(const kti_entry *e, kti_buf *pool, kti_buf *records) {
    kti_entry_record record = {.kind = (uint32_t)e->kind};
    const kt_str texts[KTI_ENTRY_TEXTS] = {e->korean,       e->english,   e->also_korean,
                                           e->also_english, e->hanja,     e->detail,
                                           e->region,       e->adjective, e->metonym};
    for (size_t i = 0; i < KTI_ENTRY_TEXTS; i++)
        record.texts[i] = kti_pool_add(pool, texts[i]);
    kti_buf_add(records, &record, sizeof record);
}

bool kti_entry_read(kt_str records, kt_str pool, uint32_t index, kti_entry *out) {
    kti_entry_record record;
    *out = (kti_entry){.id = index};
    if (!kti_ktd_read(records, (size_t)index * sizeof record, &record, sizeof record)) return false;
    kt_str *const texts[KTI_ENTRY_TEXTS] = {&out->korean,       &out->english,   &out->also_korean,
                                            &out->also_english, &out->hanja,     &out->detail,
                                            &out->region,       &out->adjective, &out->metonym};
    out->kind = record.kind < KTI_ENTRY_KINDS ? (kti_entry_kind)record.kind : KTI_ENTRY_USER;
    for (size_t i = 0; i < KTI_ENTRY_TEXTS; i++)
        *texts[i] = kti_pooled_text(pool, record.texts[i]);
    return true;
}
