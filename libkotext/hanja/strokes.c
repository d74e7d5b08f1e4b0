/* strokes.c - 畫, the picture (화) and the stroke (획). */
#include "core/utf8.h"
#include "hanja/hanja.h"

enum { PICTURE = 0x756B, LISTED = 0x7575, STROKE = 0x5283 }; /* 畫, as the list has it 畵, 劃 */
enum { WIDEST = 3 };                                         /* 劃期的 */

static bool is_word(const kti_hanja *hanja, const uint32_t *cps, size_t count) {
    char bytes[WIDEST * 4];
    uint32_t syllables[KTI_HANJA_LONGEST];
    kt_str word = {bytes, 0};
    for (size_t i = 0; i < count; i++)
        word.len += kti_utf8_encode(cps[i], bytes + word.len);
    return kti_hanja_word(hanja, word, syllables) == count;
}

/* Whether a word of two or three characters, the one at `at` among them, is listed. */
static bool in_word(const kti_hanja *hanja, const uint32_t *cps, size_t count, size_t at) {
    for (size_t length = 2; length <= WIDEST; length++)
        for (size_t start = at + 1 < length ? 0 : at + 1 - length; start <= at; start++)
            if (start + length <= count && is_word(hanja, cps + start, length)) return true;
    return false;
}

void kti_hanja_tell_strokes(const kti_hanja *hanja, uint32_t *cps, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (cps[i] != PICTURE && cps[i] != LISTED) continue;
        cps[i] = LISTED;
        if (in_word(hanja, cps, count, i)) continue;
        cps[i] = STROKE;
        if (!in_word(hanja, cps, count, i)) cps[i] = LISTED;
    }
}
