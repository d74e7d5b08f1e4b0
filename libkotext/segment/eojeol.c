/* eojeol.c - what stands between white space. */
#include "core/utf8.h"
#include "segment/segment.h"
#include "unicode/props.h"

kt_status kti_segment_eojeols(kt_str text, kti_spans *out) {
    size_t start = 0;
    for (size_t at = 0; at < text.len && !out->failed;) {
        kti_cp unit = kti_utf8_at(text, at);
        if (kti_cp_is_space(unit.cp)) {
            if (at > start) kti_spans_add(out, start, at);
            start = at + unit.len;
        }
        at += unit.len;
    }
    if (text.len > start) kti_spans_add(out, start, text.len);
    return kti_spans_status(out);
}
