/* apply.c - changes of spaces made in a text, each told by the words around it. */
#include "core/str.h"
#include "core/utf8.h"
#include "spacing/spacing.h"

enum { AROUND = 96 }; /* bytes shown on either side of a change */

typedef struct changes {
    kt_str text;
    const kti_respacing *list;
    size_t count;
    size_t at; /* the one in hand */
} changes;

static bool puts_in(kti_respacing change) {
    return change.gap.start == change.gap.end;
}

/* Where the word before the change in hand starts, as it will be written. */
static uint32_t word_start(const changes *c) {
    uint32_t at = c->list[c->at].gap.start;
    size_t before = c->at;
    while (at > 0 && c->list[c->at].gap.start - at < AROUND) {
        if (before > 0 && c->list[before - 1].gap.end == at) {
            if (puts_in(c->list[before - 1])) break;
            at = c->list[--before].gap.start;
            continue;
        }
        kti_cp last = kti_utf8_before(c->text, at);
        if (last.cp <= ' ') break;
        at -= last.len;
    }
    return at;
}

/* Where the word behind it ends. */
static uint32_t word_end(const changes *c) {
    uint32_t at = c->list[c->at].gap.end;
    size_t next = c->at + 1;
    while (at < c->text.len && at - c->list[c->at].gap.end < AROUND) {
        if (next < c->count && c->list[next].gap.start == at) {
            if (puts_in(c->list[next])) break;
            at = c->list[next++].gap.end;
            continue;
        }
        kti_cp first = kti_utf8_at(c->text, at);
        if (first.cp <= ' ') break;
        at += first.len;
    }
    return at;
}

/* The words of `span` as they will be written. */
static void write_words(const changes *c, kt_span span, kti_buf *out) {
    size_t next = c->at;
    uint32_t at = span.start;
    while (next > 0 && c->list[next - 1].gap.start > span.start)
        next--;
    for (; next < c->count && c->list[next].gap.end < span.end; next++) {
        kti_respacing change = c->list[next];
        kti_buf_add_str(out, kti_str_cut(c->text, at, change.gap.start));
        if (puts_in(change)) kti_buf_add_byte(out, ' ');
        at = change.gap.end;
    }
    kti_buf_add_str(out, kti_str_cut(c->text, at, span.end));
}

static void note_step(const changes *c, kti_buf *words, kt_text *out) {
    kt_span span = {word_start(c), word_end(c)};
    kti_buf_clear(words);
    write_words(c, span, words);
    kti_text_note(out, span, c->list[c->at].rule, kti_str_span(c->text, span), kti_buf_str(words));
}

kt_status kti_spacing_apply(kt_str text, const kti_respacing *list, size_t count, kt_text *out) {
    changes c = {text, list, count, 0};
    kti_buf words;
    size_t at = 0;
    kti_text_clear(out);
    kti_buf_init(&words, &out->alloc);
    for (; c.at < count; c.at++) {
        kt_span gap = list[c.at].gap;
        kti_text_copy(out, kti_str_cut(text, at, gap.start));
        kti_text_replace(out, gap.end - gap.start,
                         puts_in(list[c.at]) ? KTI_STR(" ") : (kt_str){NULL, 0}, list[c.at].rule);
        note_step(&c, &words, out);
        at = gap.end;
    }
    kti_text_copy(out, kti_str_cut(text, at, text.len));
    kt_status status = kti_buf_status(&words);
    kti_buf_free(&words);
    return status == KT_OK ? kti_text_status(out) : status;
}
