/* stream.c - captions fed bit by bit, cut into pieces of one cue.
 *
 * Lines are looked at once, when their end has come; the state of the piece says where it ends.
 * Where that is depends on the first `limit` bytes of the piece and on nothing else.
 */
#include "kotext/stream.h"

#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "subtitle/dialect.h"
#include "subtitle/lines.h"
#include "subtitle/srt.h"
#include "subtitle/vtt.h"

enum { DEFAULT_LIMIT = 65536, LEAST_LIMIT = 256 };

struct kt_stream {
    kt_alloc alloc;
    const kti_dialect *dialect;
    size_t limit;
    kti_buf pending;
    size_t start;      /* of the piece being read */
    size_t line;       /* of the line being read */
    size_t looked_at;  /* up to here no line ends */
    size_t last_line;  /* where the line before begins */
    size_t lines;      /* of the piece */
    bool arrow;        /* one of them has times */
    bool index;        /* the last one may be an index */
    bool marked;       /* behind the byte order mark */
    bool begun, ended; /* behind the byte order mark and the header; no more bytes */
    kt_subtitle *piece;
    int64_t from, to; /* of the last cue */
    bool shown;       /* there was one */
};

kt_status kt_stream_new(const kt_alloc *alloc, const kt_stream_options *opts, kt_stream **out) {
    static const kt_stream_options defaults = KT_STREAM_INIT;
    kt_alloc own = kti_alloc_or_libc(alloc);
    if (out == NULL) return KT_ERR_ARG;
    *out = NULL;
    if (opts == NULL) opts = &defaults;
    if (opts->size != sizeof *opts || (opts->limit > 0 && opts->limit < LEAST_LIMIT) ||
        (unsigned)opts->format >= KT_FORMAT_COUNT)
        return KT_ERR_ARG;
    if (opts->format != KT_FORMAT_SRT && opts->format != KT_FORMAT_VTT) return KT_ERR_UNSUPPORTED;
    kt_stream *s = kti_alloc_zeroed(&own, sizeof *s);
    if (s == NULL) return KT_ERR_NOMEM;
    s->alloc = own;
    s->dialect = kti_dialect_of(opts->format);
    s->limit = opts->limit == 0 ? DEFAULT_LIMIT : opts->limit;
    kti_buf_init(&s->pending, &own);
    *out = s;
    return KT_OK;
}

void kt_stream_free(kt_stream *s) {
    if (s == NULL) return;
    kt_alloc alloc = s->alloc;
    kt_subtitle_free(s->piece);
    kti_buf_free(&s->pending);
    kti_alloc_free(&alloc, s, sizeof *s);
}

static void forget_piece(kt_stream *s) {
    kt_subtitle_free(s->piece);
    s->piece = NULL;
}

/* Moves what is left to the front, once that is the smaller part. */
static void compact(kt_stream *s) {
    size_t left = s->pending.len - s->start;
    if (s->start == 0 || left > s->start) return;
    memmove(s->pending.ptr, s->pending.ptr + s->start, left);
    s->pending.len = left;
    s->line -= s->start;
    s->last_line -= s->last_line >= s->start ? s->start : s->last_line;
    s->looked_at -= s->start;
    s->start = 0;
}

kt_status kt_stream_feed(kt_stream *s, kt_str bytes) {
    if (s == NULL || s->ended || (bytes.ptr == NULL && bytes.len > 0)) return KT_ERR_ARG;
    forget_piece(s);
    compact(s);
    kti_buf_add_str(&s->pending, bytes);
    return kti_buf_status(&s->pending);
}

void kt_stream_end(kt_stream *s) {
    if (s != NULL) s->ended = true;
}

/* ---- where a piece ends --------------------------------------------------------------------- */

/* What may be looked at of the piece; all that is there may be less. */
static kt_str window(const kt_stream *s) {
    size_t end = s->pending.len - s->start > s->limit ? s->start + s->limit : s->pending.len;
    return kti_str_cut(kti_buf_str(&s->pending), 0, end);
}

/* Whether a line that ends at s->looked_at is whole; CR may have an LF to come. */
static bool line_is_whole(kt_stream *s, kt_str text, kti_line *l) {
    while (s->looked_at < text.len && kti_line_end_len(text, s->looked_at) == 0)
        s->looked_at++;
    if (s->looked_at == text.len) return false;
    bool open = text.ptr[s->looked_at] == '\r' && s->looked_at + 1 == text.len;
    if (open && !s->ended) return false;
    *l = kti_line_at(text, s->line);
    return true;
}

/* A VTT block by the rules of its reader; the header is one. */
static bool vtt_ends(kt_stream *s, const kti_line *l, size_t *end) {
    bool times = kti_vtt_has_arrow(l->text);
    bool here = s->begun && (s->lines == 0 || (s->lines == 1 && !s->arrow));
    *end = times ? l->start : l->next;
    s->arrow = s->arrow || times;
    if (times) return !here && s->lines > 0;
    return l->text.len == 0;
}

/* A SubRip cue ends at an empty line, or before the next one's index and times. */
static bool srt_ends(kt_stream *s, const kti_line *l, size_t *end) {
    bool times = kti_srt_has_times(l->text), again = times && s->arrow;
    bool indexed = s->index && s->last_line > s->start;
    *end = again ? (indexed ? s->last_line : l->start) : l->next;
    s->arrow = s->arrow || times;
    s->index = kti_srt_is_index(l->text);
    return again || kti_is_blank(l->text);
}

static bool ends(kt_stream *s, const kti_line *l, size_t *end) {
    bool done = s->dialect == &kti_vtt ? vtt_ends(s, l, end) : srt_ends(s, l, end);
    s->lines++;
    s->last_line = l->start;
    s->line = s->looked_at = l->next;
    return done;
}

/* Too long for a piece: up to its last whole line, else up to a whole character. */
static size_t cut(const kt_stream *s, kt_str text) {
    if (s->line > s->start) return s->line;
    size_t end = text.len;
    for (int i = 0; i < 3 && end > s->start + 1 && (text.ptr[end] & '\xC0') == '\x80'; i++)
        end--;
    return end;
}

/* At the end a line needs no end; it may begin a piece of its own. */
static bool last_end(kt_stream *s, kt_str text, size_t *end) {
    kti_line l = kti_line_at(text, s->line);
    bool more = s->line < text.len;
    if (more && ends(s, &l, end)) return true;
    *end = text.len;
    return text.len > s->start;
}

/* False when more bytes are needed. */
static bool find_end(kt_stream *s, size_t *end) {
    kt_str text = window(s);
    kti_line l;
    bool full = text.len - s->start == s->limit;
    while (line_is_whole(s, text, &l)) {
        bool last = l.next == text.len && text.len < s->pending.len;
        bool split = last && text.ptr[l.next - 1] == '\r'; /* its LF lies behind the limit */
        if (split) break;
        if (ends(s, &l, end)) return true;
    }
    if (s->ended && text.len == s->pending.len) return last_end(s, text, end);
    /* One byte more tells whether the character at the limit is whole. */
    if (!full || text.len == s->pending.len) return false;
    *end = cut(s, kti_str_cut(kti_buf_str(&s->pending), 0, text.len));
    return true;
}

/* ---- pieces --------------------------------------------------------------------------------- */

/* Text that stands behind an empty line of a cue. */
static kt_status go_on(kt_stream *s, kt_subtitle *piece) {
    size_t end = 0;
    for (size_t at = 0; at < piece->text.len;) {
        kti_line l = kti_line_at(piece->text, at);
        if (!kti_is_blank(l.text)) end = l.end;
        at = l.next;
    }
    if (end == 0 || !s->shown) return KT_OK;
    return kti_add_cue(piece,
                       (kt_cue){.start_ms = s->from, .end_ms = s->to, .text = kti_span_of(0, end)});
}

static kt_status read_piece(kt_stream *s, kt_subtitle *piece, bool header) {
    if (s->dialect == &kti_vtt) return kti_vtt_read_piece(piece, header);
    if (!s->arrow) return go_on(s, piece);
    kt_status status = s->dialect->read(piece, NULL);
    if (status != KT_ERR_SYNTAX) return status;
    s->shown = false; /* times that cannot be read */
    return KT_OK;
}

static kt_status make_piece(kt_stream *s, size_t end, bool header) {
    kt_str text = kti_str_cut(kti_buf_str(&s->pending), s->start, end);
    KTI_TRY(kti_piece_new(&s->alloc, s->dialect, text, &s->piece));
    KTI_TRY(read_piece(s, s->piece, header));
    KTI_TRY(kti_piece_done(s->piece));
    if (s->piece->cue_count > 0) {
        s->from = s->piece->cues[0].start_ms;
        s->to = s->piece->cues[0].end_ms;
        s->shown = true;
    }
    s->start = s->line = s->looked_at = s->last_line = end;
    s->lines = 0;
    s->arrow = s->index = false;
    return KT_OK;
}

/* The byte order mark, and that WebVTT begins as it must. False when more bytes are needed. */
static kt_status begin(kt_stream *s, bool *ready, bool *mark) {
    static const kt_str bom = KTI_STR_INIT("\xEF\xBB\xBF"), signature = KTI_STR_INIT("WEBVTT");
    kt_str text = kti_str_cut(kti_buf_str(&s->pending), s->start, s->pending.len);
    size_t have = text.len < bom.len ? text.len : bom.len;
    bool may = !s->marked && have > 0 && memcmp(text.ptr, bom.ptr, have) == 0;
    *ready = s->ended || !may || have == bom.len;
    *mark = may && have == bom.len;
    if (!*ready || *mark || s->dialect != &kti_vtt) return KT_OK;
    *ready = s->ended || text.len > signature.len;
    if (!*ready) return KT_OK;
    bool good = kti_str_starts(text, signature) &&
                (text.len == signature.len || kti_is_ascii_space(text.ptr[signature.len]));
    return good || text.len == 0 ? KT_OK : KT_ERR_SYNTAX;
}

kt_status kt_stream_next(kt_stream *s, kt_subtitle **piece) {
    size_t end;
    bool ready = true, mark = false;
    if (s == NULL || piece == NULL) return KT_ERR_ARG;
    *piece = NULL;
    forget_piece(s);
    if (!s->begun) KTI_TRY(begin(s, &ready, &mark));
    if (!ready) return KT_OK;
    if (mark) {
        s->marked = true;
        KTI_TRY(kti_piece_new(&s->alloc, s->dialect, kti_str_cut(kti_buf_str(&s->pending), 0, 3),
                              &s->piece));
        KTI_TRY(kti_piece_done(s->piece));
        s->start = s->line = s->looked_at = s->last_line = 3;
    } else {
        bool header = !s->begun;
        if (header && s->dialect == &kti_srt) s->begun = true;
        if (!find_end(s, &end)) return KT_OK;
        KTI_TRY(make_piece(s, end, header));
        s->begun = true;
    }
    *piece = s->piece;
    return KT_OK;
}
