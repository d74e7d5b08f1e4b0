/* reading_time.c - how long a text takes to read. */
#include "core/status.h"
#include "core/utf8.h"
#include "kotext/transcript.h"

static bool is_korean(uint32_t cp) {
    bool hangul = (cp >= 0xAC00 && cp <= 0xD7A3) || (cp >= 0x1100 && cp <= 0x11FF) ||
                  (cp >= 0x3131 && cp <= 0x318E);
    return hangul || (cp >= 0x4E00 && cp <= 0x9FFF);
}

/* Letters and digits; of what is not ASCII, all but marks that stand alone. */
static bool is_read(uint32_t cp) {
    bool ascii = (cp >= '0' && cp <= '9') || ((cp | 32) >= 'a' && (cp | 32) <= 'z');
    return ascii || (cp >= 0xC0 && cp < 0x2000);
}

kt_status kt_reading_time_of(kt_str in, kt_reading_time *out) {
    bool korean = false, read = false;
    if (out == NULL || (in.ptr == NULL && in.len > 0)) return KT_ERR_ARG;
    *out = (kt_reading_time){0, 0, 0, 0};
    for (size_t at = 0; at <= in.len;) {
        kti_cp unit = at < in.len ? kti_utf8_at(in, at) : (kti_cp){' ', 1, true};
        if (unit.cp <= ' ' || unit.cp == 0xA0 || unit.cp == 0x3000) {
            out->korean += korean;
            out->english += read && !korean;
            korean = read = false;
        }
        korean = korean || is_korean(unit.cp);
        read = read || is_read(unit.cp);
        at += unit.len;
    }
    out->silent = 60 * ((double)out->korean / KT_WPM_KOREAN_SILENT +
                        (double)out->english / KT_WPM_ENGLISH_SILENT);
    out->aloud = 60 * ((double)out->korean / KT_WPM_KOREAN_ALOUD +
                       (double)out->english / KT_WPM_ENGLISH_ALOUD);
    return KT_OK;
}
