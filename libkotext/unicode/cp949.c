#include "unicode/cp949.h"

#include <string.h>

#include "core/utf8.h"
#include "unicode/uni_private.h"

#ifdef KTI_WITH_ICU

enum { LEAD = 0x81, LAST_LEAD = 0xFE, TRAIL = 0x41, LAST_TRAIL = 0xFE };
enum { TRAILS = LAST_TRAIL - TRAIL + 1, PAIRS = (LAST_LEAD - LEAD + 1) * TRAILS };

/* Each pair as UTF-8, and in the last byte its length; 0: no character. */
struct kti_cp949 {
    char pairs[PAIRS][4];
};

static void fill_pair(const kti_icu *icu, UConverter *converter, int pair, char entry[4]) {
    UErrorCode error = U_ZERO_ERROR;
    char bytes[2] = {(char)(LEAD + pair / TRAILS), (char)(TRAIL + pair % TRAILS)};
    char utf8[4];
    UChar units[4];
    int32_t count = icu->ucnv_toUChars(converter, units, 4, bytes, 2, &error);
    if (U_FAILURE(error) || count != 1 || units[0] < 0x80 || units[0] == 0xFFFD) return;
    entry[3] = (char)kti_utf8_encode(units[0], utf8);
    memcpy(entry, utf8, 3);
}

static const struct kti_cp949 *table_of(kti_uni *uni) {
    UErrorCode error = U_ZERO_ERROR;
    if (uni->cp949 != NULL) return uni->cp949;
    const kti_icu *icu = kti_uni_icu(uni);
    if (icu == NULL) return NULL;
    struct kti_cp949 *table = kti_alloc_zeroed(&uni->alloc, sizeof *table);
    UConverter *converter = table == NULL ? NULL : icu->ucnv_open("windows-949", &error);
    if (converter == NULL) {
        kti_alloc_free(&uni->alloc, table, sizeof *table);
        return NULL;
    }
    icu->ucnv_setToUCallBack(converter, icu->UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &error);
    for (int i = 0; i < PAIRS; i++)
        fill_pair(icu, converter, i, table->pairs[i]);
    icu->ucnv_close(converter);
    return uni->cp949 = table;
}

void kti_cp949_free(kti_uni *uni) {
    kti_alloc_free(&uni->alloc, uni->cp949, sizeof *uni->cp949);
}

/* A block at `at`, to `limit` or the first byte that is no character. */
static size_t decode_block(const struct kti_cp949 *table, kt_str bytes, size_t at, size_t limit,
                           char *out, size_t *wrote) {
    const unsigned char *in = (const unsigned char *)bytes.ptr;
    char *start = out;
    while (at < limit) {
        if (in[at] < 0x80) {
            *out++ = (char)in[at++];
            continue;
        }
        unsigned lead = in[at] - (unsigned)LEAD;
        unsigned trail = at + 1 < bytes.len ? in[at + 1] - (unsigned)TRAIL : TRAILS;
        if (lead > LAST_LEAD - LEAD || trail >= TRAILS) break;
        const char *entry = table->pairs[lead * TRAILS + trail];
        if (entry[3] == 0) break;
        memcpy(out, entry, 4);
        out += entry[3];
        at += 2;
    }
    *wrote = (size_t)(out - start);
    return at;
}

size_t kti_cp949_decode(kti_uni *uni, kt_str bytes, kti_buf *out) {
    enum { BLOCK = 16 << 10 };
    size_t at = 0, wrote;
    bool worth = bytes.len >= KTI_CP949_WORTH || uni->cp949 != NULL;
    const struct kti_cp949 *table = worth ? table_of(uni) : NULL;
    while (table != NULL && at < bytes.len) {
        size_t limit = bytes.len - at < BLOCK ? bytes.len : at + BLOCK;
        char *to = kti_buf_reserve(out, 3 * (size_t)BLOCK + 8);
        if (to == NULL) break;
        at = decode_block(table, bytes, at, limit, to, &wrote);
        out->len += wrote;
        if (at < limit) break;
    }
    return at;
}

#else

size_t kti_cp949_decode(kti_uni *uni, kt_str bytes, kti_buf *out) {
    (void)uni, (void)bytes, (void)out;
    return 0;
}

#endif
