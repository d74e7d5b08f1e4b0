/* sami_text.c - the style sheet of SAMI, and the text of its paragraphs. */
#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "subtitle/lines.h"
#include "subtitle/sami.h"
#include "subtitle/tags.h"

/* ---- the style sheet ------------------------------------------------------------------------ */

/* What Korean files call their classes, by how the name begins. */
kt_str kti_sami_language(kt_str class_id) {
    static const struct {
        const char *prefix;
        kt_str language;
    } known[] = {{"kr", KTI_STR_INIT("ko")}, {"ko", KTI_STR_INIT("ko")}, {"en", KTI_STR_INIT("en")},
                 {"eg", KTI_STR_INIT("en")}, {"us", KTI_STR_INIT("en")}, {"jp", KTI_STR_INIT("ja")},
                 {"ja", KTI_STR_INIT("ja")}, {"cn", KTI_STR_INIT("zh")}, {"ch", KTI_STR_INIT("zh")},
                 {"zh", KTI_STR_INIT("zh")}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (kti_starts_nocase(class_id, known[i].prefix)) return known[i].language;
    return KTI_STR("");
}

/* The value of a declaration, "Name: Korean;". */
static kt_str declaration(kt_str rules, const char *name) {
    size_t len = strlen(name);
    for (size_t at = 0; at + len < rules.len; at++) {
        bool begins = at == 0 || rules.ptr[at - 1] == ';' || kti_is_ascii_space(rules.ptr[at - 1]);
        kt_str rest = kti_str_cut(rules, at, rules.len);
        if (!begins || !kti_starts_nocase(rest, name)) continue;
        rest = kti_str_cut(rest, len, rest.len);
        kti_take_space(&rest);
        if (!kti_take_char(&rest, ':')) continue;
        return kti_str_trim(kti_str_next_field(&rest, ';'));
    }
    return (kt_str){NULL, 0};
}

static kt_str language_tag(kt_subtitle *s, kt_str declared, kt_str class_id) {
    if (declared.len == 0) return kti_sami_language(class_id);
    if (!kti_starts_nocase(declared, "kr")) return declared;
    kti_note(s, KTI_NOTE_LANGUAGE, (size_t)(declared.ptr - s->text.ptr));
    return declared.len > 2 ? KTI_STR("ko-KR") : KTI_STR("ko");
}

static kt_status read_rule(kt_subtitle *s, kt_str id, kt_str rules) {
    uint32_t track;
    kt_str language = declaration(rules, "lang");
    kt_str name = declaration(rules, "name");
    if (language.ptr == NULL && name.ptr == NULL) return KT_OK; /* not a class of text */
    KTI_TRY(kti_track_of(s, id, &track));
    s->tracks[track].name = name;
    s->tracks[track].language = language_tag(s, language, id);
    return KT_OK;
}

kt_status kti_sami_read_styles(kt_subtitle *s, size_t end) {
    kt_str head = kti_str_cut(s->text, 0, end);
    for (size_t at = 0; at < head.len; at++) {
        size_t first = at + 1, last = first;
        if (head.ptr[at] != '.') continue;
        while (last < head.len && (kti_is_ascii_alpha(head.ptr[last]) ||
                                   kti_is_ascii_digit(head.ptr[last]) || head.ptr[last] == '_'))
            last++;
        size_t open = last;
        while (open < head.len && kti_is_ascii_space(head.ptr[open]))
            open++;
        at = last - 1;
        if (last == first || open == head.len || head.ptr[open] != '{') continue;
        const char *stop = memchr(head.ptr + open, '}', head.len - open);
        size_t close = stop == NULL ? head.len : (size_t)(stop - head.ptr);
        KTI_TRY(read_rule(s, kti_str_cut(head, first, last), kti_str_cut(head, open + 1, close)));
        at = close;
    }
    return KT_OK;
}

/* ---- text ----------------------------------------------------------------------------------- */

/* <br>, or <p> where a cue has several (transcripts in HTML). */
static bool is_break(kt_str text, size_t at) {
    kt_str rest = kti_str_cut(text, at, text.len);
    if (rest.len >= 4 && kti_starts_nocase(rest, "<br") && !kti_is_ascii_alpha(rest.ptr[3]))
        return true;
    return rest.len >= 3 && kti_starts_nocase(rest, "<p") &&
           (rest.ptr[2] == '>' || kti_is_ascii_space(rest.ptr[2]));
}

/* Space next to a break, or at either end, is no text. */
static bool space_counts(kt_str text, size_t start, size_t end, bool after_break) {
    return start > 0 && end < text.len && !after_break && !is_break(text, end);
}

/* A run of white space with a line end in it is one space; others stand as they are. */
static bool white_space(kti_pieces *walk, kti_piece *piece) {
    kt_str text = walk->content;
    size_t end = walk->at;
    bool line_end = false;
    while (end < text.len && kti_is_ascii_space(text.ptr[end]))
        line_end = kti_line_end_len(text, end++) > 0 || line_end;
    if (!line_end) return false;
    if (space_counts(text, walk->at, end, walk->after_break))
        kti_piece_escape(piece, end - walk->at, ' ');
    else
        kti_piece_markup(piece, end - walk->at);
    return true;
}

size_t kti_sami_comment_len(kt_str text, size_t at) {
    if (!kti_str_starts(kti_str_cut(text, at, text.len), KTI_STR("<!--"))) return 0;
    size_t end = kti_str_find(text, KTI_STR("-->"), at);
    return (end == SIZE_MAX ? text.len : end + 3) - at;
}

static size_t tag_len(kt_str text, size_t at) {
    size_t len = kti_sami_comment_len(text, at);
    return len > 0 ? len : kti_html_tag_len(text, at);
}

/* </p> and the <p> behind it are one break: between them nothing can be written. 0 = none. */
static size_t paragraph_break(kt_str text, size_t at, size_t len) {
    kt_str tag = kti_str_cut(text, at, at + len);
    size_t next = at + len;
    if (!kti_starts_nocase(tag, "</p") || (tag.ptr[3] != '>' && !kti_is_ascii_space(tag.ptr[3])))
        return 0;
    while (next < text.len && kti_is_ascii_space(text.ptr[next]))
        next++;
    if (next == text.len || !is_break(text, next)) return 0;
    return next + tag_len(text, next) - at;
}

static void tag_or_text(kti_pieces *walk, kti_piece *piece) {
    kt_str text = walk->content;
    size_t at = walk->at, len = tag_len(text, at), paragraph;
    if (len == 0) {
        kti_piece_text(piece, 1 + kti_plain_run(text, at + 1, "<&"));
    } else if ((paragraph = paragraph_break(text, at, len)) > 0) {
        kti_piece_break(piece, paragraph);
    } else if (is_break(text, at)) {
        kti_piece_break(piece, len);
    } else {
        kti_piece_markup(piece, len);
        if (text.ptr[at + 1] != '!') kti_html_tag(kti_str_cut(text, at, at + len), piece);
    }
}

/* How many bytes of text follow: up to markup, an entity, or white space that holds a line end. */
static size_t run(kt_str text, size_t at) {
    size_t end = at + kti_plain_run(text, at, "<&");
    if (end < text.len && kti_line_end_len(text, end) > 0)
        while (end > at && kti_is_ascii_space(text.ptr[end - 1]))
            end--;
    return end - at;
}

void kti_sami_piece(kti_pieces *walk, kti_piece *piece) {
    kt_str text = walk->content;
    size_t at = walk->at;
    kti_entity entity;
    if (text.ptr[at] == '<')
        tag_or_text(walk, piece);
    else if (text.ptr[at] == '&' && kti_read_entity(text, at, &entity))
        kti_piece_escape(piece, entity.len, entity.cp);
    else if (kti_is_ascii_space(text.ptr[at]) && white_space(walk, piece))
        return;
    else
        kti_piece_text(piece, 1 + run(text, at + 1));
    if (piece->kind != KTI_PIECE_MARKUP) walk->after_break = piece->kind == KTI_PIECE_BREAK;
}

bool kti_sami_is_blank(kt_str content) {
    return !kti_pieces_show((kti_pieces){.dialect = &kti_sami, .content = content});
}

void kti_sami_check_text(kt_subtitle *s, kt_span content) {
    kt_str text = kti_str_span(s->text, content);
    kti_entity entity;
    for (size_t at = 0; at < text.len; at++) {
        if (text.ptr[at] == '<') {
            size_t len = tag_len(text, at);
            if (len == 0) kti_note(s, KTI_NOTE_BARE_BRACKET, content.start + at);
            if (len > 0) at += len - 1;
        }
        if (text.ptr[at] != '&') continue;
        if (!kti_read_entity(text, at, &entity))
            kti_note(s, KTI_NOTE_BARE_AMPERSAND, content.start + at);
        else if (!entity.ended)
            kti_note(s, KTI_NOTE_UNENDED_ENTITY, content.start + at);
    }
}

void kti_sami_tag(kti_writer *w, const kti_piece *piece) {
    kti_write_html_tag(w, piece);
}
