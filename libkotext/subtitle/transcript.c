/* transcript.c - transcripts in JSON: Podcasting 2.0, openai-whisper and whisperX, whisper.cpp.
 *
 * Each has a list of segments with times and a text at its root. The words and tokens inside of
 * them are not cues, but their times move with the rest.
 */
#include "core/status.h"
#include "core/str.h"
#include "markup/json.h"
#include "subtitle/dialect.h"
#include "subtitle/lines.h"

/* ---- numbers -------------------------------------------------------------------------------- */

/* A decimal number: value * 10^scale. Fifteen digits are kept, more of the fraction passed over. */
typedef struct decimal {
    int64_t value;
    int scale;
} decimal;

static bool take_decimal(kt_str *rest, decimal *out) {
    enum { MOST = 15 };
    int taken = 0;
    bool point = false;
    *out = (decimal){0, 0};
    for (; rest->len > 0; *rest = kti_str_cut(*rest, 1, rest->len)) {
        char c = rest->ptr[0];
        if (c == '.' && !point) {
            point = true;
            continue;
        }
        if (!kti_is_ascii_digit(c)) break;
        if (taken >= MOST && !point) return false;
        if (taken >= MOST) continue;
        out->value = out->value * 10 + (c - '0');
        out->scale -= point;
        taken += out->value > 0;
    }
    return true;
}

static bool take_exponent(kt_str *rest, decimal *out) {
    int64_t exponent;
    size_t digits;
    if (!kti_take_char(rest, 'e') && !kti_take_char(rest, 'E')) return true;
    bool down = kti_take_char(rest, '-');
    if (!down) (void)kti_take_char(rest, '+');
    if (!kti_take_number(rest, &exponent, &digits) || exponent > 30) return false;
    out->scale += (int)(down ? -exponent : exponent);
    return true;
}

/* Seconds, "12.345", as ms, to the nearest. */
static bool seconds_in_ms(kt_str digits, int64_t *ms) {
    decimal d;
    bool minus = kti_take_char(&digits, '-');
    if (!take_decimal(&digits, &d) || !take_exponent(&digits, &d) || digits.len > 0) return false;
    for (d.scale += 3; d.scale > 0 && d.value < INT64_MAX / 100; d.scale--)
        d.value *= 10;
    for (; d.scale < 0; d.scale++)
        d.value = d.scale == -1 ? (d.value + 5) / 10 : d.value / 10;
    *ms = minus ? -d.value : d.value;
    return d.scale == 0 && d.value < (int64_t)1 << 40;
}

/* ---- reading -------------------------------------------------------------------------------- */

/* What a key of a segment says. */
typedef enum field { OTHER, START, END, TEXT, SPEAKER, WORDS } field;

typedef struct level {
    kt_str key; /* the last key in it, or that of the array it is */
    bool array;
} level;

typedef struct reading {
    kt_subtitle *s;
    kti_json json;
    level levels[KTI_JSON_DEEPEST + 1];
    size_t segment; /* the depth inside of the segment that is open; 0 = none */
    kt_cue cue;
    size_t at; /* where the segment begins */
    bool start, end, text;
} reading;

static bool is_key(kt_str key, const char *name) {
    return kti_str_eq(key, kti_str(name));
}

static field field_of(kt_str key) {
    if (is_key(key, "start") || is_key(key, "startTime") || is_key(key, "from")) return START;
    if (is_key(key, "end") || is_key(key, "endTime") || is_key(key, "to")) return END;
    if (is_key(key, "text") || is_key(key, "body")) return TEXT;
    if (is_key(key, "speaker")) return SPEAKER;
    return is_key(key, "words") ? WORDS : OTHER;
}

/* A list of segments is "segments" or "transcription" of the root. */
static bool is_segment(const reading *r) {
    size_t depth = r->json.depth;
    if (depth != 3 || !r->levels[2].array || r->levels[1].array) return false;
    return is_key(r->levels[1].key, "segments") || is_key(r->levels[1].key, "transcription");
}

/* Times of segments and of the words inside of them: whisper.cpp has them as ms in "offsets" and
 * as clock times in "timestamps", the others as seconds. */
static bool time_of(const reading *r, const kti_json_token *t, int64_t *ms) {
    size_t depth = r->json.depth;
    kt_str around = depth > 1 ? r->levels[depth - 1].key : KTI_STR("");
    kt_str rest = t->text;
    size_t digits;
    if (t->kind == KTI_JSON_STRING)
        return is_key(around, "timestamps") && kti_take_time(&rest, ",.", ms) && rest.len == 0;
    if (is_key(around, "offsets")) return kti_take_number(&rest, ms, &digits) && rest.len == 0;
    return seconds_in_ms(rest, ms);
}

static kt_status take_time(reading *r, const kti_json_token *t, field f) {
    int64_t ms;
    if (r->segment == 0 || !time_of(r, t, &ms)) return KT_OK;
    size_t at = (size_t)(t->text.ptr - r->s->text.ptr);
    KTI_TRY(kti_add_time(r->s, kti_span_of(at, at + t->text.len), ms));
    kt_str around = r->levels[r->json.depth - 1].key;
    bool offsets = r->json.depth == r->segment + 1 && is_key(around, "offsets");
    if (r->json.depth != r->segment && !offsets) return KT_OK;
    if (f == START) r->cue.start_ms = ms;
    if (f == END) r->cue.end_ms = ms;
    r->start = r->start || f == START;
    r->end = r->end || f == END;
    return KT_OK;
}

static kt_status take_scalar(reading *r, const kti_json_token *t) {
    size_t depth = r->json.depth;
    if (depth == 0 || r->levels[depth].array) return KT_OK;
    field f = field_of(r->levels[depth].key);
    size_t at = (size_t)(t->text.ptr - r->s->text.ptr);
    bool string = t->kind == KTI_JSON_STRING, own = r->segment != 0 && depth == r->segment;
    if (own && string && f == TEXT) {
        r->cue.text = kti_span_of(at, at + t->text.len);
        r->text = true;
    }
    if (own && string && f == SPEAKER) r->cue.speaker = kti_span_of(at, at + t->text.len);
    if (own && t->kind == KTI_JSON_NULL && f == WORDS) kti_note(r->s, KTI_NOTE_NULL_WORDS, at);
    if ((string || t->kind == KTI_JSON_NUMBER) && (f == START || f == END))
        return take_time(r, t, f);
    return KT_OK;
}

static void open_level(reading *r, const kti_json_token *t) {
    size_t depth = r->json.depth;
    r->levels[depth] = (level){.key = KTI_STR(""), .array = t->kind == KTI_JSON_ARRAY};
    if (t->kind != KTI_JSON_OBJECT || !is_segment(r)) return;
    r->segment = depth;
    r->cue = (kt_cue){.start_ms = 0};
    r->start = r->end = r->text = false;
    r->at = t->start;
}

static kt_status close_segment(reading *r) {
    r->segment = 0;
    if (!r->end) r->cue.end_ms = -1;
    if (!r->end && r->start && r->text) kti_note(r->s, KTI_NOTE_NO_END, r->at);
    if (!r->start || !r->text) {
        kti_note(r->s, KTI_NOTE_NO_TIMES, r->at);
        return KT_OK;
    }
    return kti_add_cue(r->s, r->cue);
}

static kt_status take_token(reading *r, const kti_json_token *t) {
    size_t depth = r->json.depth;
    switch (t->kind) {
    case KTI_JSON_KEY:
        r->levels[depth].key = t->text;
        return KT_OK;
    case KTI_JSON_OBJECT:
    case KTI_JSON_ARRAY:
        open_level(r, t);
        return KT_OK;
    case KTI_JSON_CLOSE:
        return r->segment > depth ? close_segment(r) : KT_OK;
    default:
        return take_scalar(r, t);
    }
}

/* ---- detection ------------------------------------------------------------------------------ */

/* Whether the text is an object with these keys somewhere; only the head is looked at for the
 * second, which belongs to the first segment. */
static bool has_keys(kt_str text, const char *list, const char *in_segment) {
    enum { HEAD = 4096 };
    kt_str rest = text;
    kti_take_space(&rest);
    if (rest.len == 0 || rest.ptr[0] != '{') return false;
    size_t at = kti_str_find(text, kti_str(list), 0);
    if (at == SIZE_MAX) return false;
    size_t end = text.len - at > HEAD ? at + HEAD : text.len;
    return kti_str_find(kti_str_cut(text, 0, end), kti_str(in_segment), at) != SIZE_MAX;
}

static bool is_podcast(kt_str text) {
    return has_keys(text, "\"segments\"", "\"body\"");
}

static bool is_whisper(kt_str text) {
    return has_keys(text, "\"segments\"", "\"start\"");
}

static bool is_whispercpp(kt_str text) {
    return has_keys(text, "\"transcription\"", "\"offsets\"");
}

/* Which of the three it is shows in the text, whichever was asked for: their times differ. */
static const kti_dialect *kind_of(kt_str text, const kti_dialect *asked) {
    static const kti_dialect *const kinds[] = {&kti_whispercpp_json, &kti_podcast_json,
                                               &kti_whisper_json};
    if (asked->is(text)) return asked;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (kinds[i]->is(text)) return kinds[i];
    return asked;
}

static kt_status read(kt_subtitle *s, kt_error *err) {
    s->dialect = kind_of(s->text, s->dialect);
    reading r = {.s = s, .json = {.text = s->text}};
    for (;;) {
        kti_json_token t = kti_json_next(&r.json);
        if (t.kind == KTI_JSON_END) break;
        if (t.kind == KTI_JSON_BAD)
            return kti_fail_line(err, KT_ERR_SYNTAX, t.start, kti_line_number(s->text, t.start),
                                 "not well-formed JSON");
        KTI_TRY(take_token(&r, &t));
    }
    if (s->cue_count > 0) return kti_end_at_next(s);
    return kti_fail_line(err, KT_ERR_SYNTAX, 0, 1, "no segment with a start and a text");
}

/* ---- text ----------------------------------------------------------------------------------- */

static uint32_t hex4(kt_str text, size_t at) {
    uint32_t value = 0;
    if (text.len - at < 4) return UINT32_MAX;
    for (size_t i = at; i < at + 4; i++) {
        char c = kti_ascii_lower(text.ptr[i]);
        if (!kti_is_ascii_digit(c) && (c < 'a' || c > 'f')) return UINT32_MAX;
        value = value * 16 + (uint32_t)(kti_is_ascii_digit(c) ? c - '0' : c - 'a' + 10);
    }
    return value;
}

static void unicode_escape(kt_str text, size_t at, kti_piece *piece) {
    uint32_t cp = hex4(text, at + 2), low = UINT32_MAX;
    if (cp == UINT32_MAX) {
        kti_piece_text(piece, 1);
        return;
    }
    if (cp >= 0xD800 && cp < 0xDC00 && text.len - at >= 12 && text.ptr[at + 6] == '\\' &&
        text.ptr[at + 7] == 'u')
        low = hex4(text, at + 8);
    if (low >= 0xDC00 && low < 0xE000)
        kti_piece_escape(piece, 12, 0x10000 + ((cp - 0xD800) << 10) + (low - 0xDC00));
    else
        kti_piece_escape(piece, 6, cp); /* half of a pair becomes U+FFFD */
}

static void escape_piece(kt_str text, size_t at, kti_piece *piece) {
    static const char letters[] = "btnfr", meanings[] = "\b\t\n\f\r";
    char c = at + 1 < text.len ? text.ptr[at + 1] : '\0';
    if (c == 'n') {
        kti_piece_break(piece, 2);
        return;
    }
    for (size_t i = 0; letters[i] != '\0'; i++)
        if (c == letters[i]) {
            kti_piece_escape(piece, 2, (unsigned char)meanings[i]);
            return;
        }
    if (c == '"' || c == '\\' || c == '/')
        kti_piece_escape(piece, 2, (unsigned char)c);
    else if (c == 'u')
        unicode_escape(text, at, piece);
    else
        kti_piece_text(piece, 1);
}

static void piece(kti_pieces *walk, kti_piece *out) {
    kt_str text = walk->content;
    size_t at = walk->at, end = at;
    if (text.ptr[at] == '\\') {
        escape_piece(text, at, out);
        return;
    }
    while (end < text.len && text.ptr[end] != '\\')
        end++;
    kti_piece_text(out, end - at);
}

static void escape(kt_str text, kti_buf *out) {
    static const char digits[] = "0123456789abcdef";
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        if (c == '"' || c == '\\') {
            kti_buf_add_byte(out, '\\');
            kti_buf_add_byte(out, (char)c);
        } else if (c < 0x20) {
            kti_buf_add_cstr(out, "\\u00");
            kti_buf_add_byte(out, digits[c >> 4]);
            kti_buf_add_byte(out, digits[c & 15]);
        } else {
            kti_buf_add_byte(out, (char)c);
        }
    }
}

/* ---- writing -------------------------------------------------------------------------------- */

static void write_seconds(int64_t ms, kt_str old, kti_buf *out) {
    int digits = 3;
    int64_t fraction = ms < 0 ? 0 : ms % 1000;
    (void)old;
    kti_buf_add_uint(out, ms < 0 ? 0 : (uint64_t)ms / 1000);
    for (; digits > 1 && fraction % 10 == 0; digits--)
        fraction /= 10;
    kti_buf_add_byte(out, '.');
    kti_add_padded(out, fraction, digits);
}

/* "00:00:01,000" in timestamps, ms in offsets. */
static void write_either(int64_t ms, kt_str old, kti_buf *out) {
    if (kti_str_find(old, KTI_STR(":"), 0) != SIZE_MAX)
        kti_add_time_text(ms, kti_shape_of(old, (kti_time_shape){2, ',', 3}), out);
    else
        kti_buf_add_uint(out, ms < 0 ? 0 : (uint64_t)ms);
}

static void begin(kti_writer *w) {
    kti_buf_add_cstr(w->out, "{\"version\":\"1.0.0\",\"segments\":[");
}

static void write_speaker(kti_writer *w) {
    kt_str speaker = kti_writer_speaker(w);
    if (speaker.len == 0) return;
    kti_buf_add_cstr(w->out, "\"speaker\":\"");
    kti_add_speaker(w->from, speaker, escape, w->out);
    kti_buf_add_cstr(w->out, "\",");
}

static void write_cue(kti_writer *w, const kt_cue *cue) {
    kti_buf_add_cstr(w->out, w->number > 1 ? ",\n{" : "\n{");
    write_speaker(w);
    kti_buf_add_cstr(w->out, "\"startTime\":");
    write_seconds(cue->start_ms, (kt_str){NULL, 0}, w->out);
    kti_buf_add_cstr(w->out, ",\"endTime\":");
    write_seconds(cue->end_ms, (kt_str){NULL, 0}, w->out);
    kti_buf_add_cstr(w->out, ",\"body\":\"");
    kti_writer_text(w);
    kti_buf_add_cstr(w->out, "\"}");
}

static void end(kti_writer *w) {
    kti_buf_add_cstr(w->out, "\n]}\n");
}

static void write_tag(kti_writer *w, const kti_piece *p) {
    if (p->tag == KTI_TAG_READING) kti_buf_add_byte(w->out, p->close ? ')' : '(');
}

#define TRANSCRIPT                                                                                 \
    .line_break = KTI_STR_INIT("\\n"), .plain_only = true, .is_transcript = true, .read = read,    \
    .piece = piece, .escape = escape

const kti_dialect kti_podcast_json = {
    TRANSCRIPT,           .format = KT_FORMAT_PODCAST_JSON,
    .id = "podcast-json", .keeps = KTI_KEEPS(KTI_TAG_VOICE),
    .is = is_podcast,     .time = write_seconds,
    .begin = begin,       .cue = write_cue,
    .end = end,           .tag = write_tag,
};

const kti_dialect kti_whisper_json = {
    TRANSCRIPT,
    .format = KT_FORMAT_WHISPER_JSON,
    .id = "whisper-json",
    .is = is_whisper,
    .time = write_seconds,
};

const kti_dialect kti_whispercpp_json = {
    TRANSCRIPT,
    .format = KT_FORMAT_WHISPERCPP_JSON,
    .id = "whispercpp-json",
    .is = is_whispercpp,
    .time = write_either,
};
