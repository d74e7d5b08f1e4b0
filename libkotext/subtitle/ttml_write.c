/* ttml_write.c - cues as a new file of TTML: agents, one style, and a region for each place. */
#include "core/str.h"
#include "subtitle/cast.h"
#include "subtitle/color.h"
#include "subtitle/tags.h"
#include "subtitle/ttml.h"

/* ---- places --------------------------------------------------------------------------------- */

/* Where a cue stands of which nothing is known. */
enum { USUAL = 2, PLACES = 10 };

static int64_t place_of(const kt_subtitle *s, size_t cue) {
    int64_t place = kti_place_of(s, cue);
    return place < 1 || place >= PLACES ? USUAL : place;
}

static void add_region_name(kti_buf *out, int64_t place) {
    static const char *const rows[] = {"bottom", "middle", "top"};
    static const char *const columns[] = {"-left", "", "-right"};
    kti_buf_add_cstr(out, rows[(place - 1) / 3]);
    kti_buf_add_cstr(out, columns[(place - 1) % 3]);
}

static void note_places(const kt_subtitle *s, bool *used) {
    for (size_t i = 0; i < s->cue_count; i++)
        if (!kti_is_dropped(s, i)) used[place_of(s, i)] = true;
}

/* All of them have the whole of the safe area; the text stands at one side of it. */
static void add_region(kti_buf *out, int64_t place) {
    static const char *const rows[] = {"after", "center", "before"};
    static const char *const columns[] = {"left", "center", "right"};
    kti_buf_add_cstr(out, "<region xml:id=\"");
    add_region_name(out, place);
    kti_buf_add_cstr(out, "\" tts:origin=\"10% 10%\" tts:extent=\"80% 80%\" tts:displayAlign=\"");
    kti_buf_add_cstr(out, rows[(place - 1) / 3]);
    kti_buf_add_cstr(out, "\" tts:textAlign=\"");
    kti_buf_add_cstr(out, columns[(place - 1) % 3]);
    kti_buf_add_cstr(out, "\"/>\n");
}

static void add_layout(kti_writer *w) {
    bool used[PLACES] = {[USUAL] = true};
    note_places(w->from, used);
    if (w->other != NULL) note_places(w->other, used);
    kti_buf_add_cstr(w->out, "<layout>\n");
    for (int64_t place = 1; place < PLACES; place++)
        if (used[place]) add_region(w->out, place);
    kti_buf_add_cstr(w->out, "</layout>\n");
}

/* ---- who speaks ----------------------------------------------------------------------------- */

static void add_agent(kti_writer *w, size_t number) {
    kti_buf_add_cstr(w->out, " ttm:agent=\"a");
    kti_buf_add_uint(w->out, number);
    kti_buf_add_byte(w->out, '"');
}

static void add_cast(kti_writer *w) {
    size_t count = kti_cast_count(w);
    if (count == 0) return;
    kti_buf_add_cstr(w->out, "<metadata>\n");
    for (size_t i = 1; i <= count; i++) {
        kti_buf_add_cstr(w->out, "<ttm:agent type=\"person\" xml:id=\"a");
        kti_buf_add_uint(w->out, i);
        kti_buf_add_cstr(w->out, "\"><ttm:name type=\"full\">");
        kti_escape_html(kti_cast_name(w, i), w->out);
        kti_buf_add_cstr(w->out, "</ttm:name></ttm:agent>\n");
    }
    kti_buf_add_cstr(w->out, "</metadata>\n");
}

/* ---- the file ------------------------------------------------------------------------------- */

/* That of the first cues; others say their own. */
static kt_str language_of(const kt_subtitle *s) {
    for (size_t i = 0; i < s->track_count; i++)
        if (s->dropped == NULL || !s->dropped[i]) return s->tracks[i].language;
    return (kt_str){NULL, 0};
}

static void add_language(kti_writer *w, kt_str language) {
    kti_buf_add_cstr(w->out, " xml:lang=\"");
    kti_xml_add_escaped(w->out, language);
    kti_buf_add_byte(w->out, '"');
}

void kti_ttml_begin(kti_writer *w) {
    kti_cast_gather(w);
    kti_buf_add_cstr(w->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                             "<tt xmlns=\"http://www.w3.org/ns/ttml\" "
                             "xmlns:ttm=\"http://www.w3.org/ns/ttml#metadata\" "
                             "xmlns:tts=\"http://www.w3.org/ns/ttml#styling\"");
    add_language(w, language_of(w->from));
    kti_buf_add_cstr(w->out, ">\n<head>\n");
    add_cast(w);
    kti_buf_add_cstr(w->out, "<styling>\n<style xml:id=\"caption\" "
                             "tts:fontFamily=\"proportionalSansSerif\" tts:fontSize=\"100%\" "
                             "tts:color=\"white\"/>\n</styling>\n");
    add_layout(w);
    kti_buf_add_cstr(w->out, "</head>\n<body style=\"caption\">\n<div>\n");
}

void kti_ttml_cue(kti_writer *w, const kt_cue *cue) {
    const kt_subtitle *s = w->from;
    kt_str language = s->tracks[s->cues[w->cue].track].language;
    size_t agent = kti_cast_number(w, kti_speaker(s, w->cue));
    kti_buf_add_cstr(w->out, "<p begin=\"");
    kti_ttml_write_time(cue->start_ms, (kt_str){NULL, 0}, w->out);
    kti_buf_add_cstr(w->out, "\" end=\"");
    kti_ttml_write_time(cue->end_ms, (kt_str){NULL, 0}, w->out);
    kti_buf_add_cstr(w->out, "\" region=\"");
    add_region_name(w->out, place_of(s, w->cue));
    kti_buf_add_byte(w->out, '"');
    if (agent > 0) add_agent(w, agent);
    if (language.len > 0 && !kti_str_eq(language, language_of(s))) add_language(w, language);
    kti_buf_add_byte(w->out, '>');
    kti_writer_text(w);
    kti_buf_add_cstr(w->out, "</p>\n");
}

void kti_ttml_end(kti_writer *w) {
    kti_buf_add_cstr(w->out, "</div>\n</body>\n</tt>\n");
    kti_cast_free(w);
}

/* ---- writing -------------------------------------------------------------------------------- */

static void add_color(kti_writer *w, kt_str value) {
    char rgb[6];
    if (!kti_read_color(value, rgb)) return;
    kti_buf_add_cstr(w->out, " tts:color=\"#");
    kti_buf_add(w->out, rgb, sizeof rgb);
    kti_buf_add_byte(w->out, '"');
}

static void open_style(kti_writer *w, const kti_piece *piece) {
    static const char *const styles[KTI_TAGS] = {
        [KTI_TAG_BOLD] = " tts:fontWeight=\"bold\"",
        [KTI_TAG_ITALIC] = " tts:fontStyle=\"italic\"",
        [KTI_TAG_UNDERLINE] = " tts:textDecoration=\"underline\"",
        [KTI_TAG_STRIKE] = " tts:textDecoration=\"lineThrough\"",
        [KTI_TAG_RUBY] = " tts:ruby=\"container\"><span tts:ruby=\"base\"",
        [KTI_TAG_READING] = " tts:ruby=\"text\""};
    const char *style = styles[piece->tag];
    size_t agent = 0;
    if (piece->tag == KTI_TAG_VOICE && w->several) agent = kti_cast_number(w, piece->value);
    if (style == NULL && piece->tag != KTI_TAG_COLOR && agent == 0) return;
    if (piece->tag == KTI_TAG_READING && !kti_writer_has(w, KTI_TAG_RUBY)) return;
    if (!kti_writer_opens(w, piece->tag)) return;
    if (piece->tag == KTI_TAG_READING && !w->ruby_read) kti_buf_add_cstr(w->out, "</span>");
    w->ruby_read = piece->tag == KTI_TAG_READING || (w->ruby_read && piece->tag != KTI_TAG_RUBY);
    kti_buf_add_cstr(w->out, "<span");
    if (style != NULL) kti_buf_add_cstr(w->out, style);
    if (piece->tag == KTI_TAG_COLOR) add_color(w, piece->value);
    if (agent > 0) add_agent(w, agent);
    kti_buf_add_byte(w->out, '>');
}

/* A reading ends the base before it; a ruby without one ends its base with itself. */
void kti_ttml_tag(kti_writer *w, const kti_piece *piece) {
    if (!piece->close) {
        open_style(w, piece);
        return;
    }
    if (!kti_writer_closes(w, piece->tag)) return;
    bool base = piece->tag == KTI_TAG_RUBY && !w->ruby_read;
    kti_buf_add_cstr(w->out, base ? "</span></span>" : "</span>");
}

/* ---- ruby in a file ------------------------------------------------------------------------- */

/* "tts" of xmlns:tts="...#styling". */
static kt_str style_prefix(kt_str root) {
    kt_str rest = root, prefix = {NULL, 0};
    size_t at = kti_str_find(root, KTI_STR("#styling"), 0);
    if (at == SIZE_MAX) return prefix;
    rest.len = at;
    for (size_t from = 0; (from = kti_str_find(rest, KTI_STR("xmlns:"), from)) != SIZE_MAX; from++)
        prefix = kti_str_cut(rest, from + 6, rest.len);
    size_t len = 0;
    while (len < prefix.len && prefix.ptr[len] != '=' && !kti_is_ascii_space(prefix.ptr[len]))
        len++;
    return kti_str_cut(prefix, 0, len);
}

static void add_span(kt_str element, kt_str style, const char *ruby, kti_buf *out) {
    kti_buf_add_byte(out, '<');
    kti_buf_add_str(out, element);
    kti_buf_add_cstr(out, "span ");
    kti_buf_add_str(out, style);
    kti_buf_add_cstr(out, ":ruby=\"");
    kti_buf_add_cstr(out, ruby);
    kti_buf_add_cstr(out, "\">");
}

static void end_span(kt_str element, kti_buf *out) {
    kti_buf_add_cstr(out, "</");
    kti_buf_add_str(out, element);
    kti_buf_add_cstr(out, "span>");
}

bool kti_ttml_ruby(const kt_subtitle *s, kti_buf *open, kti_buf *middle, kti_buf *close) {
    kti_xml t = {.kind = KTI_XML_OTHER};
    for (size_t at = 0; t.kind != KTI_XML_OPEN; at = t.end)
        if (!kti_xml_at(s->text, at, &t)) return false;
    kt_str element = kti_str_cut(t.name, 0, t.name.len - t.local.len);
    kt_str style = style_prefix(kti_str_cut(s->text, t.start, t.end));
    if (style.len == 0) return false;
    add_span(element, style, "container", open);
    add_span(element, style, "base", open);
    end_span(element, middle);
    add_span(element, style, "text", middle);
    end_span(element, close);
    end_span(element, close);
    return true;
}
