/* second.c - a track of its own for what was made of the cues: a copy of each cue behind it. */
#include "subtitle/second.h"
#include "core/status.h"
#include "core/str.h"
#include "markup/xml.h"
#include "subtitle/dialect.h"
#include "subtitle/lines.h"
#include "subtitle/sami.h"

static kt_str id_of(const kt_subtitle *s) {
    return s->second_id.len > 0 ? s->second_id : KTI_STR("2");
}

/* Ends the line before, if it has not ended. */
static void new_line(const kt_subtitle *s, size_t at, kti_buf *out) {
    bool ended = at > 0 && (s->text.ptr[at - 1] == '\n' || s->text.ptr[at - 1] == '\r');
    if (!ended) kti_buf_add_str(out, s->second_eol);
}

/* Where the times at or behind `at` begin among the file's, which are in order. */
static size_t first_time(const kt_subtitle *s, size_t at) {
    size_t low = 0, high = s->time_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (s->times[middle].span.start < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* A copy of a stretch of the file, its times moved as they will be. */
static void add_copy(const kt_subtitle *s, size_t from, size_t to, kti_buf *out) {
    for (size_t i = first_time(s, from); i < s->time_count && s->times[i].span.end <= to; i++) {
        const kti_time *t = &s->times[i];
        if (!t->moved || t->attribute || t->span.start < from) continue;
        kti_buf_add_str(out, kti_str_cut(s->text, from, t->span.start));
        s->dialect->time(t->ms, kti_str_span(s->text, t->span), out);
        from = t->span.end;
    }
    kti_buf_add_str(out, kti_str_cut(s->text, from, to));
}

/* ---- WebVTT: a cue of the same times and settings ------------------------------------------- */

void kti_vtt_second(const kt_subtitle *s, size_t cue, kt_str content, kti_buf *out) {
    kt_str eol = s->second_eol;
    kt_span settings = s->cues[cue].settings;
    size_t start = settings.start, end = s->blocks[cue].span.end;
    while (start > 0 && kti_line_end_len(s->text, start - 1) == 0)
        start--;
    new_line(s, end, out);
    bool spaced = kti_line_at(s->text, s->cues[cue].text.end).next < end;
    if (!spaced) kti_buf_add_str(out, eol);
    add_copy(s, start, settings.end, out);
    kti_buf_add_str(out, eol);
    if (s->second_language.len > 0) {
        kti_buf_add_cstr(out, "<lang ");
        kti_buf_add_str(out, s->second_language);
        kti_buf_add_byte(out, '>');
    }
    kti_buf_add_str(out, content);
    if (s->second_language.len > 0) kti_buf_add_cstr(out, "</lang>");
    kti_buf_add_str(out, eol);
    if (spaced || end < s->text.len) kti_buf_add_str(out, eol);
}

/* ---- ASS: an event in a style of its own ---------------------------------------------------- */

static kt_str style_of(const kt_subtitle *s, size_t cue) {
    return s->tracks[s->cues[cue].track].id;
}

/* Adds " Latn" to the first field that is the style's name. */
static void add_renamed(const kt_subtitle *s, kt_str fields, kt_str style, kti_buf *out) {
    bool found = false;
    for (size_t at = 0; at < fields.len;) {
        size_t end = at;
        while (end < fields.len && fields.ptr[end] != ',')
            end++;
        kt_str field = kti_str_trim(kti_str_cut(fields, at, end));
        size_t comma = end < fields.len;
        (void)kti_take_char(&field, '*');
        bool here = !found && field.len > 0 && kti_str_eq(field, style);
        found = found || here;
        kti_buf_add_str(out, kti_str_cut(fields, at, end));
        if (here) kti_buf_add_byte(out, ' ');
        if (here) kti_buf_add_str(out, id_of(s));
        if (comma) kti_buf_add_byte(out, ',');
        at = end + comma;
    }
}

/* "Dialogue: 0," stands before the fields that may be a style. */
static size_t first_field(kt_str line) {
    size_t at = 0;
    while (at < line.len && line.ptr[at] != ':')
        at++;
    while (at + 1 < line.len && kti_is_ascii_space(line.ptr[at + 1]))
        at++;
    return at < line.len ? at + 1 : at;
}

void kti_ass_second(const kt_subtitle *s, size_t cue, kt_str content, kti_buf *out) {
    kt_span block = s->blocks[cue].span, text = s->cues[cue].text;
    kti_buf head;
    kti_buf_init(&head, &out->alloc);
    add_copy(s, block.start, text.start, &head);
    kt_str fields = kti_buf_str(&head);
    size_t first = first_field(fields);
    new_line(s, block.end, out);
    kti_buf_add_str(out, kti_str_cut(fields, 0, first));
    add_renamed(s, kti_str_cut(fields, first, fields.len), style_of(s, cue), out);
    kti_buf_add_str(out, content);
    out->failed = out->failed || head.failed;
    kti_buf_free(&head);
    kti_buf_add_str(out, s->second_eol);
}

/* The style's own line, again under the new name; without a column for styles there is none. */
static size_t style_line(const kt_subtitle *s, uint32_t track, kti_buf *out) {
    kt_str id = s->tracks[track].id;
    if (id.len == 0) return SIZE_MAX;
    size_t at = (size_t)(id.ptr - s->text.ptr);
    while (at > 0 && kti_line_end_len(s->text, at - 1) == 0)
        at--;
    kti_line l = kti_line_at(s->text, at);
    if (!kti_starts_nocase(l.text, "style:")) return SIZE_MAX;
    size_t first = first_field(l.text);
    new_line(s, l.next, out);
    kti_buf_add_str(out, kti_str_cut(l.text, 0, first));
    add_renamed(s, kti_str_cut(l.text, first, l.text.len), id, out);
    kti_buf_add_str(out, s->second_eol);
    return l.next;
}

/* ---- SAMI: a paragraph of a class of its own ------------------------------------------------ */

static void add_class(const kt_subtitle *s, uint32_t track, kti_buf *out) {
    kti_buf_add_str(out, s->tracks[track].id);
    kti_buf_add_str(out, id_of(s));
}

static void add_paragraph(const kt_subtitle *s, size_t block, kt_str content, kti_buf *out) {
    size_t end = s->blocks[block].span.end;
    kti_buf_add_cstr(out, "<P Class=");
    add_class(s, s->blocks[block].track, out);
    kti_buf_add_byte(out, '>');
    kti_buf_add_str(out, content);
    if (end > 0 && kti_line_end_len(s->text, end - 1) > 0) kti_buf_add_str(out, s->second_eol);
}

/* Behind the rule of the class that it goes with; a class without one needs none. */
static size_t class_rule(const kt_subtitle *s, uint32_t track, kti_buf *out) {
    kt_str id = s->tracks[track].id;
    size_t at = id.len == 0 ? 0 : (size_t)(id.ptr - s->text.ptr);
    if (at == 0 || s->text.ptr[at - 1] != '.') return SIZE_MAX;
    size_t end = kti_str_find(s->text, KTI_STR("}"), at);
    if (end == SIZE_MAX) return SIZE_MAX;
    kti_buf_add_str(out, s->second_eol);
    kti_buf_add_byte(out, '.');
    add_class(s, track, out);
    kti_buf_add_cstr(out, " { Name: ");
    kti_buf_add_str(out, id_of(s));
    kti_buf_add_cstr(out, "; lang: ");
    kti_buf_add_str(out, s->second_language);
    kti_buf_add_cstr(out, "; SAMIType: CC; }");
    return end + 1;
}

/* ---- TTML: a paragraph in a language of its own --------------------------------------------- */

/* Only paragraphs that are one cue, none of them in sequence. */
static bool ttml_has_second(const kt_subtitle *s, size_t cue) {
    kt_span block = s->blocks[cue].span;
    kti_xml tag;
    if (s->sequential) return false;
    return kti_xml_at(s->text, block.start, &tag) && tag.kind == KTI_XML_OPEN &&
           kti_str_eq(tag.local, KTI_STR("p")) && tag.end == s->cues[cue].text.start;
}

/* Where the attribute begins that has this value. */
static size_t before_attribute(kt_str text, size_t start, kt_str value) {
    size_t at = (size_t)(value.ptr - text.ptr);
    while (at > start && !kti_is_ascii_space(text.ptr[at - 1]))
        at--;
    return at;
}

static void add_tag(const kt_subtitle *s, const kti_xml *tag, kti_buf *out) {
    kt_str skip[2] = {kti_xml_attribute(s->text, tag, "lang"),
                      kti_xml_attribute(s->text, tag, "id")};
    if (skip[0].ptr != NULL && skip[1].ptr != NULL && skip[1].ptr < skip[0].ptr) {
        kt_str first = skip[1];
        skip[1] = skip[0];
        skip[0] = first;
    }
    size_t at = tag->start;
    for (int i = 0; i < 2; i++) {
        if (skip[i].ptr == NULL) continue;
        size_t start = before_attribute(s->text, at, skip[i]);
        while (start > at && kti_is_ascii_space(s->text.ptr[start - 1]))
            start--;
        add_copy(s, at, start, out);
        at = (size_t)(skip[i].ptr - s->text.ptr) + skip[i].len + 1;
    }
    size_t end = tag->end - 1;
    while (end > at && kti_is_ascii_space(s->text.ptr[end - 1]))
        end--;
    add_copy(s, at, end, out);
    kti_buf_add_cstr(out, " xml:lang=\"");
    kti_xml_add_escaped(out, s->second_language);
    kti_buf_add_cstr(out, "\">");
}

void kti_ttml_second(const kt_subtitle *s, size_t cue, kt_str content, kti_buf *out) {
    kt_span block = s->blocks[cue].span;
    kti_xml tag;
    if (!kti_xml_at(s->text, block.start, &tag)) return;
    kti_buf_add_str(out, s->second_eol);
    add_tag(s, &tag, out);
    kti_buf_add_str(out, content);
    kti_buf_add_str(out, kti_str_cut(s->text, s->cues[cue].text.end, block.end));
}

/* ---- all of them ---------------------------------------------------------------------------- */

/* Which tracks have something made of them. */
static bool *tracks_in_use(const kt_subtitle *s) {
    bool *used = kti_alloc_zeroed(&s->alloc, s->track_count + 1);
    for (size_t i = 0; used != NULL && i < s->cue_count; i++)
        if (s->second[i].ptr != NULL) used[s->cues[i].track] = true;
    return used;
}

static void add_declarations(const kt_subtitle *s, const bool *used, kti_insert *insert,
                             void *context) {
    kti_buf text;
    kti_buf_init(&text, &s->alloc);
    for (uint32_t i = 0; i < s->track_count; i++) {
        size_t at = SIZE_MAX;
        if (!used[i]) continue;
        kti_buf_clear(&text);
        if (s->dialect == &kti_sami) at = class_rule(s, i, &text);
        if (s->dialect->carries_tags) at = style_line(s, i, &text);
        if (at != SIZE_MAX) insert(context, at, &text);
    }
    kti_buf_free(&text);
}

/* In SAMI a paragraph that shows nothing ends what its class has shown; so must the new one. */
static void add_paragraphs(const kt_subtitle *s, const bool *used, kti_insert *insert,
                           void *context) {
    kti_buf text;
    kti_buf_init(&text, &s->alloc);
    for (size_t i = 0, cue = 0; i < s->block_count; i++) {
        const kti_block *b = &s->blocks[i];
        if (b->track >= s->track_count) continue;
        bool shows = cue < s->cue_count && s->cues[cue].text.start >= b->span.start &&
                     s->cues[cue].text.end <= b->span.end;
        kt_str content = shows && s->second[cue].ptr != NULL ? s->second[cue] : KTI_STR("&nbsp;");
        cue += shows;
        if (!used[b->track]) continue;
        kti_buf_clear(&text);
        add_paragraph(s, i, content, &text);
        insert(context, b->span.end, &text);
    }
    kti_buf_free(&text);
}

static void add_copies(const kt_subtitle *s, kti_insert *insert, void *context) {
    kti_buf text;
    kti_buf_init(&text, &s->alloc);
    for (size_t i = 0; i < s->cue_count; i++) {
        if (s->second[i].ptr == NULL) continue;
        kti_buf_clear(&text);
        s->dialect->second(s, i, s->second[i], &text);
        insert(context, s->blocks[i].span.end, &text);
    }
    kti_buf_free(&text);
}

kt_status kti_add_second(const kt_subtitle *s, kti_insert *insert, void *context) {
    if (s->second == NULL) return KT_OK;
    bool *used = tracks_in_use(s);
    if (used == NULL) return KT_ERR_NOMEM;
    add_declarations(s, used, insert, context);
    if (s->dialect == &kti_sami)
        add_paragraphs(s, used, insert, context);
    else
        add_copies(s, insert, context);
    kti_alloc_free(&s->alloc, used, s->track_count + 1);
    return KT_OK;
}

static bool can_hold(const kt_subtitle *s, size_t cue) {
    if (s->dialect == &kti_sami) return true;
    return s->dialect->second != NULL && (s->dialect != &kti_ttml || ttml_has_second(s, cue));
}

kt_status kti_set_second(kt_subtitle *s, size_t cue, kt_str content) {
    if (!can_hold(s, cue)) return KT_ERR_UNSUPPORTED;
    if (s->second == NULL) s->second = kti_arena_zeroed(&s->texts, s->cue_count, sizeof *s->second);
    if (s->second == NULL) return KT_ERR_NOMEM;
    if (s->second_eol.len == 0) s->second_eol = kti_line_end(s->text);
    s->second[cue] = kti_arena_str(&s->texts, content);
    return s->second[cue].ptr == NULL ? KT_ERR_NOMEM : KT_OK;
}

kt_status kt_subtitle_name_second(kt_subtitle *s, kt_str id, kt_str language) {
    if (s == NULL) return KT_ERR_ARG;
    for (size_t i = 0; i < id.len; i++)
        if (!kti_is_ascii_alpha(id.ptr[i]) && !kti_is_ascii_digit(id.ptr[i])) return KT_ERR_ARG;
    for (size_t i = 0; i < language.len; i++)
        if (!kti_is_ascii_alpha(language.ptr[i]) && !kti_is_ascii_digit(language.ptr[i]) &&
            language.ptr[i] != '-')
            return KT_ERR_ARG;
    s->second_id = kti_arena_str(&s->texts, id);
    s->second_language = kti_arena_str(&s->texts, language);
    bool failed = (id.len > 0 && s->second_id.ptr == NULL) ||
                  (language.len > 0 && s->second_language.ptr == NULL);
    return failed ? KT_ERR_NOMEM : KT_OK;
}
