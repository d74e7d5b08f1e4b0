/* api_join.c - cues that machines cut by length, joined and cut again where sentences end. */
#include "core/status.h"
#include "core/str.h"
#include "engine/ctx.h"
#include "engine/options.h"
#include "kotext/segment.h"
#include "kotext/transcript.h"
#include "markup/json.h"
#include "subtitle/dialect.h"
#include "subtitle/tags.h"

/* A cue within the text of a run. */
typedef struct part {
    size_t start, end; /* of its text */
    int64_t from, to;
} part;

/* What one says without a pause. */
typedef struct joining {
    kt_ctx *ctx;
    kt_subtitle *s;
    kt_join by;
    int64_t pause;
    bool names_go_on; /* one without a name is of the one before, as in transcripts */
    kti_buf text;     /* of the run */
    kti_buf json;     /* written so far */
    part *parts;
    size_t count, capacity;
    kt_str speaker;
    kt_text *plain;
    size_t written;
} joining;

/* ---- times ---------------------------------------------------------------------------------- */

/* When the character at `place` is said; `part` is moved up to the cue it stands in. */
static int64_t time_at(const joining *j, size_t place, size_t *at, bool end) {
    while (*at + 1 < j->count &&
           (end ? place > j->parts[*at].end : place >= j->parts[*at + 1].start))
        ++*at;
    const part *p = &j->parts[*at];
    if (place <= p->start || p->to <= p->from) return place <= p->start ? p->from : p->to;
    if (place >= p->end) return p->to;
    double share = (double)(place - p->start) / (double)(p->end - p->start);
    return p->from + (int64_t)((double)(p->to - p->from) * share);
}

static void add_ms(kti_buf *out, const char *key, int64_t ms) {
    char digits[] = ".000";
    if (ms < 0) ms = 0;
    kti_buf_add_cstr(out, key);
    kti_buf_add_uint(out, (uint64_t)(ms / 1000));
    for (int i = 3, rest = (int)(ms % 1000); i > 0; i--, rest /= 10)
        digits[i] = (char)('0' + rest % 10);
    kti_buf_add_cstr(out, digits);
}

/* ---- runs ----------------------------------------------------------------------------------- */

static void write_part(joining *j, kt_str text, int64_t from, int64_t to) {
    kti_buf_add_cstr(&j->json,
                     j->written++ > 0 ? ",\n{" : "{\"version\":\"1.0.0\",\"segments\":[\n{");
    if (j->speaker.len > 0) {
        kti_buf_add_cstr(&j->json, "\"speaker\":");
        kti_json_add_string(&j->json, j->speaker);
        kti_buf_add_byte(&j->json, ',');
    }
    add_ms(&j->json, "\"startTime\":", from);
    add_ms(&j->json, ",\"endTime\":", to);
    kti_buf_add_cstr(&j->json, ",\"body\":");
    kti_json_add_string(&j->json, text);
    kti_buf_add_byte(&j->json, '}');
}

static kt_status write_sentences(joining *j) {
    kt_segment_options sentences = KT_SEGMENT_INIT;
    kt_str text = kti_buf_str(&j->text);
    const kt_span *spans;
    size_t count, first = 0, last = 0;
    sentences.unit = KT_UNIT_SENTENCE;
    KTI_TRY(kt_segment(j->ctx, text, &sentences, &spans, &count));
    for (size_t i = 0; i < count; i++) {
        int64_t from = time_at(j, spans[i].start, &first, false);
        int64_t to = time_at(j, spans[i].end, &last, true);
        write_part(j, kti_str_span(text, spans[i]), from, to);
    }
    return KT_OK;
}

static kt_status end_run(joining *j) {
    KTI_TRY(kti_buf_status(&j->text));
    kt_status status = KT_OK;
    if (j->count > 0 && j->by == KT_JOIN_TURN)
        write_part(j, kti_buf_str(&j->text), j->parts[0].from, j->parts[j->count - 1].to);
    else if (j->count > 0)
        status = write_sentences(j);
    j->count = 0;
    kti_buf_clear(&j->text);
    return status;
}

/* The text of a cue as one line. */
static kt_status add_text(joining *j, size_t cue) {
    void *items = j->parts;
    KTI_TRY(kt_subtitle_plain(j->s, cue, j->plain));
    kt_str text = kti_str_trim(kt_text_str(j->plain));
    if (text.len == 0) return KT_OK;
    KTI_TRY(kti_alloc_grow(&j->s->alloc, &items, &j->capacity, sizeof *j->parts, j->count + 1));
    j->parts = items;
    if (j->text.len > 0) kti_buf_add_byte(&j->text, ' ');
    size_t start = j->text.len;
    bool space = false;
    for (size_t i = 0; i < text.len; i++) {
        bool white = kti_is_ascii_space(text.ptr[i]);
        if (white && !space) kti_buf_add_byte(&j->text, ' ');
        if (!white) kti_buf_add_byte(&j->text, text.ptr[i]);
        space = white;
    }
    const kt_cue *c = &j->s->cues[cue];
    j->parts[j->count++] = (part){start, j->text.len, c->start_ms, c->end_ms};
    return KT_OK;
}

static kt_status take_cue(joining *j, size_t cue) {
    kt_str raw = kti_speaker(j->s, cue);
    bool goes_on = raw.len == 0 && j->names_go_on;
    bool pause = j->count > 0 && j->s->cues[cue].start_ms - j->parts[j->count - 1].to > j->pause;
    kti_buf name;
    if (pause) KTI_TRY(end_run(j));
    if (goes_on) return add_text(j, cue);
    kti_buf_init(&name, &j->s->alloc);
    kti_add_speaker(j->s, raw, kti_escape_none, &name);
    kt_status status = kti_buf_status(&name);
    if (status == KT_OK && !kti_str_eq(kti_buf_str(&name), j->speaker)) {
        status = end_run(j);
        j->speaker = kti_arena_str(&j->s->texts, kti_buf_str(&name));
        if (status == KT_OK && name.len > 0 && j->speaker.ptr == NULL) status = KT_ERR_NOMEM;
    }
    kti_buf_free(&name);
    return status == KT_OK ? add_text(j, cue) : status;
}

static kt_status join_cues(joining *j) {
    kti_ordered *order;
    size_t count;
    KTI_TRY(kti_order_cues(j->s, &order, &count));
    kt_status status = KT_OK;
    for (size_t i = 0; i < count && status == KT_OK; i++)
        status = take_cue(j, order[i].cue);
    kti_alloc_free(&j->s->alloc, order, (j->s->cue_count + 1) * sizeof *order);
    if (status == KT_OK) status = end_run(j);
    if (j->written > 0) kti_buf_add_cstr(&j->json, "\n]}\n");
    return status == KT_OK ? kti_buf_status(&j->json) : status;
}

/* What was written is a transcript; any format is made of that. */
static kt_status write_as(joining *j, kt_format format, kt_str *out) {
    kt_subtitle *made;
    if (j->written == 0) return KT_ERR_SYNTAX;
    KTI_TRY(kt_subtitle_parse(&j->s->alloc, kti_buf_str(&j->json), KT_FORMAT_PODCAST_JSON, &made,
                              NULL));
    kt_status status = kt_subtitle_convert(made, format, out);
    kti_buf_clear(&j->s->saved);
    if (status == KT_OK) kti_buf_add_str(&j->s->saved, *out);
    if (status == KT_OK) status = kti_buf_status(&j->s->saved);
    *out = kti_buf_str(&j->s->saved);
    kt_subtitle_free(made);
    return status;
}

static kt_status join_file(kt_ctx *ctx, kt_subtitle *s, const kt_join_options *opts,
                           bool names_go_on, kt_str *out) {
    enum { PAUSE = 2000 };
    joining j = {.ctx = ctx, .s = s, .by = opts->by, .pause = opts->pause_ms};
    j.names_go_on = names_go_on;
    if (j.pause <= 0) j.pause = PAUSE;
    kti_buf_init(&j.text, &s->alloc);
    kti_buf_init(&j.json, &s->alloc);
    kt_status status = kt_text_new(&s->alloc, &j.plain);
    if (status == KT_OK) status = join_cues(&j);
    if (status == KT_OK) status = write_as(&j, opts->format, out);
    kt_text_free(j.plain);
    kti_buf_free(&j.text);
    kti_buf_free(&j.json);
    kti_alloc_free(&s->alloc, j.parts, j.capacity * sizeof *j.parts);
    return status;
}

/* whisper.cpp cuts syllables between segments, and WebVTT has several voices in a cue: converting
 * makes those whole, and cues of these. */
static bool needs_converting(const kt_subtitle *s) {
    if (s->dialect == &kti_whispercpp_json) return true;
    for (size_t i = 0; s->dialect->has_voices && i < s->cue_count; i++)
        if (kti_turn_count(s, i) > 1) return true;
    return false;
}

static kt_status join_converted(kt_ctx *ctx, kt_subtitle *s, const kt_join_options *opts,
                                kt_str *out) {
    kt_subtitle *made;
    kt_str text;
    kti_buf copy;
    kti_buf_init(&copy, &s->alloc);
    KTI_TRY(kt_subtitle_convert(s, KT_FORMAT_PODCAST_JSON, &text));
    kti_buf_add_str(&copy, text);
    kt_status status = kti_buf_status(&copy);
    if (status == KT_OK)
        status =
            kt_subtitle_parse(&s->alloc, kti_buf_str(&copy), KT_FORMAT_PODCAST_JSON, &made, NULL);
    if (status == KT_OK) {
        status = join_file(ctx, made, opts, s->dialect->is_transcript, &text);
        kti_buf_clear(&s->saved);
        if (status == KT_OK) kti_buf_add_str(&s->saved, text);
        if (status == KT_OK) status = kti_buf_status(&s->saved);
        *out = kti_buf_str(&s->saved);
        kt_subtitle_free(made);
    }
    kti_buf_free(&copy);
    return status;
}

kt_status kt_subtitle_join(kt_ctx *ctx, kt_subtitle *s, const kt_join_options *opts, kt_str *out) {
    static const kt_join_options defaults = KT_JOIN_INIT;
    const kti_dialect *to;
    if (opts == NULL) opts = &defaults;
    KTI_TRY(kti_ctx_begin(ctx));
    if (s == NULL || out == NULL || !kti_known_join(opts)) return kti_ctx_end(ctx, KT_ERR_ARG);
    kt_status status = kti_dialect_to_write(opts->format, &to);
    if (status != KT_OK) return kti_ctx_end(ctx, status);
    status = needs_converting(s) ? join_converted(ctx, s, opts, out)
                                 : join_file(ctx, s, opts, s->dialect->is_transcript, out);
    return kti_ctx_end(ctx, status);
}
