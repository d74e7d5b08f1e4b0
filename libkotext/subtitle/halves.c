/* halves.c - characters that whisper.cpp cut between two segments, made whole in the first one. */
#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "subtitle/dialect.h"

/* How many bytes a lead byte announces. */
static size_t announced(unsigned char lead) {
    return lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
}

static bool continues(kt_str text, size_t at) {
    return at < text.len && ((unsigned char)text.ptr[at] & 0xC0) == 0x80;
}

/* The bytes that the last character of `text` lacks; 0 when it is whole or none. */
static size_t lacking(kt_str text) {
    size_t at = text.len, back = 0;
    while (back < 3 && at > 0 && continues(text, at - 1))
        at--, back++;
    if (at == 0) return 0;
    size_t want = announced((unsigned char)text.ptr[at - 1]), have = back + 1;
    return want > have ? want - have : 0;
}

/* Moves the rest of a cut character from `next` to the end of `cue`. */
static kt_status join(kt_subtitle *s, size_t cue, size_t next, size_t len) {
    kt_str content = kti_content(s, next);
    kti_buf whole;
    kti_buf_init(&whole, &s->alloc);
    kti_buf_add_str(&whole, kti_content(s, cue));
    kti_buf_add_str(&whole, kti_str_cut(content, 0, len));
    kt_status status = kti_buf_status(&whole);
    if (status == KT_OK) status = kti_set_content(s, cue, kti_buf_str(&whole));
    if (status == KT_OK) status = kti_set_content(s, next, kti_str_cut(content, len, content.len));
    kti_buf_free(&whole);
    return status;
}

kt_status kti_join_halves(kt_subtitle *s) {
    for (size_t i = 0; i + 1 < s->cue_count; i++) {
        size_t most = lacking(kti_content(s, i)), len = 0;
        kt_str next = kti_content(s, i + 1);
        while (len < most && continues(next, len))
            len++;
        if (len > 0) KTI_TRY(join(s, i, i + 1, len));
    }
    return KT_OK;
}
