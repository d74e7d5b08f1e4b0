#include "ruby.h"

#include <string.h>

#include "html_text.h"

static void annotated(buffer *out, kt_str base, kt_str above) {
    bool same = base.len == above.len && memcmp(base.ptr, above.ptr, base.len) == 0;
    if (same || above.len == 0) {
        html_text(out, base);
        return;
    }
    buffer_text(out, "<ruby>");
    html_text(out, base);
    buffer_text(out, "<rp>(</rp><rt>");
    html_text(out, above);
    buffer_text(out, "</rt><rp>)</rp></ruby>");
}

static bool has_space(kt_str text) {
    return memchr(text.ptr, ' ', text.len) != NULL || memchr(text.ptr, '\t', text.len) != NULL;
}

/* Whether an edit may stand in the middle of a word: it is changed, or copies neither space nor
 * mark. */
static bool is_of_word(kt_str in, const kt_edit *e) {
    kt_str source = str_cut(in, e->src, (size_t)e->src + e->src_len);
    return e->rule != 0 && source.len > 0 && !has_space(source);
}

void ruby_html(buffer *out, kt_str in, const kt_text *text, bool parts) {
    const kt_edit *edits;
    kt_str result = kt_text_str(text);
    size_t count = kt_text_edits(text, &edits);
    for (size_t i = 0; i < count;) {
        size_t end = i + 1;
        while (!parts && is_of_word(in, &edits[i]) && end < count && is_of_word(in, &edits[end]))
            end++;
        const kt_edit *last = &edits[end - 1];
        kt_str base = str_cut(in, edits[i].src, (size_t)last->src + last->src_len);
        kt_str above = str_cut(result, edits[i].dst, (size_t)last->dst + last->dst_len);
        if (is_of_word(in, &edits[i]))
            annotated(out, base, above);
        else
            html_text(out, base);
        i = end;
    }
}
