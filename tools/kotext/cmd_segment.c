/* cmd_segment.c - one unit a line. */
#include "filter.h"
#include "json_text.h"

static int divide(const filter *f, session *s, const line *l, const kt_span **spans,
                  size_t *count) {
    kt_status status = kt_segment(s->ctx, l->text, f->options, spans, count);
    return status == KT_OK ? EXIT_DONE : complain_status(s, status, l->file, l->number);
}

static int plain(const filter *f, session *s, const line *l, buffer *out) {
    const kt_span *spans;
    size_t count = 0;
    int status = divide(f, s, l, &spans, &count);
    for (size_t i = 0; status == EXIT_DONE && i < count; i++) {
        buffer_add(out, l->text.ptr + spans[i].start, spans[i].end - spans[i].start);
        buffer_byte(out, '\n');
    }
    return status;
}

static int json(const filter *f, session *s, const line *l, buffer *out) {
    const kt_span *spans;
    size_t count = 0;
    int status = divide(f, s, l, &spans, &count);
    json_place place = {l->text, 0, 0};
    buffer_text(out, "\"text\":");
    buffer_json(out, l->text);
    buffer_text(out, ",\"units\":[");
    for (size_t i = 0; status == EXIT_DONE && i < count; i++) {
        buffer_text(out, i > 0 ? ",{" : "{");
        json_span(out, &place, spans[i]);
        buffer_text(out, "}");
    }
    buffer_text(out, "]");
    return status;
}

/* Where a long line may be cut without moving a unit's edge. */
static cut cut_of(kt_unit unit) {
    switch (unit) {
    case KT_UNIT_GRAPHEME:
    case KT_UNIT_SYLLABLE:
        return CUT_CHARACTERS;
    case KT_UNIT_EOJEOL:
    case KT_UNIT_WORD:
        return CUT_SPACES;
    case KT_UNIT_MORPHEME:
        return CUT_PARTS;
    default:
        return CUT_LINES; /* the whole text decides */
    }
}

int segment_command(const arguments *args) {
    kt_segment_options options = KT_SEGMENT_INIT;
    long width = 16;
    if (!arguments_number(args, OPT_WIDTH, 1, 10000, &width)) return EXIT_USAGE;
    options.unit = (kt_unit)arguments_choice(args, OPT_UNIT, KT_UNIT_WORD);
    options.width = (uint32_t)(2 * width);
    options.fill = (kt_fill)arguments_choice(args, OPT_FILL, KT_FILL_BALANCED);
    options.breaks = (kt_breaks)arguments_choice(args, OPT_BREAKS, KT_BREAKS_KEEP_ALL);
    filter f = {plain, json, "kotext/segment/1", &options, true, cut_of(options.unit), NULL};
    return filter_command(&f, args);
}
