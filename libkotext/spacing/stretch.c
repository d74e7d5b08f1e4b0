#include "spacing/stretch.h"

#include <string.h>

#include "core/utf8.h"
#include "hangul/syllable.h"

static size_t skip_spaces(kt_str text, size_t at) {
    while (at < text.len && text.ptr[at] == ' ')
        at++;
    return at;
}

static bool is_syllable_at(kt_str text, size_t at) {
    return at < text.len && kti_is_syllable(kti_utf8_at(text, at).cp);
}

size_t kti_stretch_read(kt_str text, size_t at, kti_stretch *out) {
    size_t end = at;
    out->count = 0;
    out->start = (uint32_t)at;
    for (at = skip_spaces(text, at); is_syllable_at(text, at); at = skip_spaces(text, end)) {
        out->cut = out->count == KTI_STRETCH;
        if (out->cut) return end;
        out->at[out->count] = (uint32_t)at;
        out->spaced[out->count] = at > end;
        memcpy(out->solid + (size_t)out->count * KTI_STRETCH_SYLLABLE, text.ptr + at,
               KTI_STRETCH_SYLLABLE);
        out->count++;
        end = at + KTI_STRETCH_SYLLABLE;
    }
    out->cut = false;
    return end;
}

uint32_t kti_stretch_gap(const kti_stretch *stretch, uint32_t syllable) {
    return syllable == 0 ? stretch->start : stretch->at[syllable - 1] + KTI_STRETCH_SYLLABLE;
}
