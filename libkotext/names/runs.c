#include "names/runs.h"

#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "unicode/props.h"

bool kti_is_name_cp(uint32_t cp) {
    if (kti_is_syllable(cp)) return true;
    if (cp < 0x80) return kti_is_ascii_alpha((char)cp) || kti_is_ascii_digit((char)cp) || cp == '&';
    return (kti_cp_is_letter(cp) && !kti_cp_is_middle_dot(cp)) || kti_cp_is_digit(cp);
}

static size_t read_run(kt_str text, size_t at, kti_name_run *out) {
    size_t start = at;
    out->hangul = true;
    while (at < text.len) {
        kti_cp unit = kti_utf8_at(text, at);
        if (!kti_is_name_cp(unit.cp)) break;
        out->hangul = out->hangul && kti_is_syllable(unit.cp);
        at += unit.len;
    }
    out->span = (kt_span){(uint32_t)start, (uint32_t)at};
    return at;
}

kt_status kti_name_runs(kt_str text, kt_span within, kti_arena *arena, kti_name_run **runs,
                        size_t *count) {
    size_t last_end = within.start, capacity = 0;
    *count = 0;
    *runs = NULL;
    for (size_t at = within.start; at < within.end;) {
        kti_name_run r = {.spaced = false};
        size_t end = read_run(text, at, &r);
        if (end == at) {
            at += kti_utf8_at(text, at).len;
            continue;
        }
        r.spaced = *count > 0 && at == last_end + 1 && text.ptr[last_end] == ' ';
        r.fenced = !r.spaced && at > last_end;
        kti_name_run *grown = kti_arena_room(arena, *runs, *count, &capacity, sizeof *grown);
        if (grown == NULL) return KT_ERR_NOMEM;
        *runs = grown;
        (*runs)[(*count)++] = r;
        last_end = at = end;
    }
    return KT_OK;
}
