/* pair_page.c - a page that needs nothing but itself. Its policy allows the one script and the one
 * style in it, by their hashes; whatever comes from the files is escaped. */
#include "pair_page.h"

#include <stdlib.h>
#include <string.h>

#include "html_text.h"
#include "page_data.h"
#include "sha256.h"

/* ---- text ----------------------------------------------------------------------------------- */

static void add_attribute(buffer *out, const char *name, kt_str value) {
    buffer_byte(out, ' ');
    buffer_text(out, name);
    buffer_text(out, "=\"");
    html_text(out, value);
    buffer_byte(out, '"');
}

static void add_style(buffer *out, const char *before, kt_str bytes, const char *after) {
    buffer_text(out, before);
    buffer_str(out, bytes);
    buffer_text(out, after);
}

static kt_str style(void) {
    return (kt_str){(const char *)page_style, page_style_len};
}

static kt_str script(void) {
    return (kt_str){(const char *)page_script, page_script_len};
}

static void add_head(buffer *out, const char *const names[2]) {
    buffer_text(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                     "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                     "base-uri 'none'; form-action 'none'; style-src 'sha256-");
    sha256_base64(out, style());
    buffer_text(out, "'; script-src 'sha256-");
    sha256_base64(out, script());
    buffer_text(out, "'\">\n<meta name=\"viewport\" content=\"width=device-width, "
                     "initial-scale=1\">\n<title>Names in ");
    html_text(out, str_of(names[0]));
    buffer_text(out, " and ");
    html_text(out, str_of(names[1]));
    add_style(out, "</title>\n<style>", style(), "</style>\n</head>\n");
}

/* ---- links in the texts --------------------------------------------------------------------- */

static const char *class_of(const kt_link *l) {
    if (l->en_unit == SIZE_MAX) return "none";
    return l->score >= .9 ? "high" : l->score >= .7 ? "middle" : "low";
}

static void add_percent(buffer *out, const kt_link *l) {
    if (l->en_unit == SIZE_MAX) {
        buffer_text(out, "?");
        return;
    }
    buffer_uint(out, (uint64_t)(l->score * 100 + .5));
    buffer_byte(out, '%');
}

static void add_name(buffer *out, const kt_link *l, size_t number, kt_str text) {
    buffer_text(out, "<button type=\"button\" class=\"name ");
    buffer_text(out, class_of(l));
    buffer_text(out, "\" data-l=\"");
    buffer_uint(out, number);
    buffer_text(out, "\">");
    html_text(out, text);
    buffer_text(out, "<small>");
    add_percent(out, l);
    buffer_text(out, "</small></button>");
}

/* A link seen from one side. */
typedef struct mark {
    size_t unit, number;
    kt_span span;
    const kt_link *link;
} mark;

static int by_place(const void *left, const void *right) {
    const mark *a = left, *b = right;
    if (a->unit != b->unit) return a->unit < b->unit ? -1 : 1;
    if (a->span.start != b->span.start) return a->span.start < b->span.start ? -1 : 1;
    return a->number < b->number ? -1 : 1;
}

static size_t make_marks(const kt_link *links, size_t count, bool korean, mark *marks) {
    size_t made = 0;
    for (size_t i = 0; i < count; i++)
        if (korean || links[i].en_unit != SIZE_MAX)
            marks[made++] = (mark){korean ? links[i].ko_unit : links[i].en_unit, i,
                                   korean ? links[i].ko : links[i].en, &links[i]};
    if (made > 0) qsort(marks, made, sizeof *marks, by_place);
    return made;
}

/* A unit with the marks from `*next` on that lie in it; of two in one place the first is shown. */
static void add_unit(buffer *out, const side *s, size_t unit, const mark *marks, size_t count,
                     size_t *next) {
    kt_str text = s->units[unit].text;
    size_t at = 0;
    for (; *next < count && marks[*next].unit == unit; ++*next) {
        const mark *m = &marks[*next];
        if (m->span.start < at || m->span.end > text.len || m->span.end <= m->span.start) continue;
        html_text(out, str_cut(text, at, m->span.start));
        add_name(out, m->link, m->number, str_cut(text, m->span.start, m->span.end));
        at = m->span.end;
    }
    html_text(out, str_cut(text, at, text.len));
}

/* Units [from, to) in one cell. */
static void add_cell(buffer *out, const side *s, size_t from, size_t to, const char *language,
                     const mark *marks, size_t count, size_t *next) {
    buffer_text(out, "<td lang=\"");
    buffer_text(out, language);
    buffer_text(out, "\">");
    for (size_t i = from; i < to && i < s->count; i++) {
        add_unit(out, s, i, marks, count, next);
        if (i + 1 < to) buffer_byte(out, '\n');
    }
    buffer_text(out, "</td>");
}

static void add_texts(buffer *out, const side *ko, const side *en, const mark *ko_marks,
                      size_t ko_count, const mark *en_marks, size_t en_count, bool together) {
    size_t most = ko->count > en->count ? ko->count : en->count;
    size_t step = together || most == 0 ? 1 : most, ko_next = 0, en_next = 0;
    buffer_text(out,
                "<h2 id=\"t\">The texts</h2>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
                "aria-labelledby=\"t\"><table class=\"texts\"><thead><tr><th "
                "scope=\"col\">Korean</th><th scope=\"col\">English</th></tr></thead><tbody>\n");
    for (size_t i = 0; i < most; i += step) {
        buffer_text(out, "<tr>");
        add_cell(out, ko, i, i + step, "ko", ko_marks, ko_count, &ko_next);
        add_cell(out, en, i, i + step, "en", en_marks, en_count, &en_next);
        buffer_text(out, "</tr>\n");
    }
    buffer_text(out, "</tbody></table></div>\n");
}

/* ---- the list of links ---------------------------------------------------------------------- */

static void add_row(buffer *out, const side *ko, const side *en, const kt_link *l, size_t number) {
    kt_str korean = str_cut(ko->units[l->ko_unit].text, l->ko.start, l->ko.end), english = {"", 0};
    if (l->en_unit != SIZE_MAX)
        english = str_cut(en->units[l->en_unit].text, l->en.start, l->en.end);
    buffer_text(out, "<tr");
    add_attribute(out, "data-korean", korean);
    add_attribute(out, "data-english", english);
    add_attribute(out, "data-type", str_of(kt_name_type_id(l->type)));
    add_attribute(out, "data-evidence", str_of(kt_evidence_id(l->evidence)));
    buffer_text(out, " data-score=\"");
    buffer_fixed(out, l->score, 2);
    buffer_text(out, "\" data-state=\"\"><th scope=\"row\" lang=\"ko\">");
    html_text(out, korean);
    buffer_text(out,
                "</th><td><input type=\"text\" lang=\"en\" aria-label=\"English form of link ");
    buffer_uint(out, number + 1);
    buffer_byte(out, '"');
    add_attribute(out, "value", english);
    buffer_text(out, "></td><td>");
    buffer_text(out, kt_name_type_id(l->type));
    buffer_text(out, "</td><td>");
    add_percent(out, l);
    buffer_text(out, "</td><td>");
    buffer_text(out, kt_evidence_id(l->evidence));
    buffer_text(out, "</td><td><button type=\"button\" class=\"act\" data-do=\"accepted\" "
                     "aria-pressed=\"false\">Accept</button> <button type=\"button\" class=\"act\" "
                     "data-do=\"rejected\" aria-pressed=\"false\">Reject</button></td></tr>\n");
}

static void add_links(buffer *out, const side *ko, const side *en, const kt_link *links,
                      size_t count) {
    buffer_text(out,
                "<h2 id=\"n\">The links</h2>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
                "aria-labelledby=\"n\"><table id=\"links\"><thead><tr><th "
                "scope=\"col\">Korean</th><th scope=\"col\">English</th><th "
                "scope=\"col\">Kind</th><th scope=\"col\">Sure</th><th "
                "scope=\"col\">Evidence</th><th scope=\"col\">Review</th></tr></thead><tbody>\n");
    for (size_t i = 0; i < count; i++)
        add_row(out, ko, en, &links[i], i);
    buffer_text(out, "</tbody></table></div>\n");
}

void page_write(buffer *out, const side *ko, const side *en, const char *const names[2],
                const kt_link *links, size_t count, bool together) {
    mark *ko_marks = calloc(count + 1, sizeof *ko_marks);
    mark *en_marks = calloc(count + 1, sizeof *en_marks);
    if (ko_marks == NULL || en_marks == NULL) {
        out->failed = true;
    } else {
        size_t ko_count = make_marks(links, count, true, ko_marks);
        size_t en_count = make_marks(links, count, false, en_marks);
        add_head(out, names);
        buffer_text(out,
                    "<body>\n<header><h1>Names in both texts</h1>\n<p>Underlines tell how sure a "
                    "link is: solid 90% and more, dashed 70%, dotted below, double for a name "
                    "without a partner. Keys: <kbd>j</kbd> next, <kbd>k</kbd> previous, "
                    "<kbd>a</kbd> accept, <kbd>r</kbd> reject, <kbd>e</kbd> edit, <kbd>x</kbd> "
                    "export.</p>\n<button type=\"button\" class=\"act\" id=\"export\">Export the "
                    "reviewed glossary</button></header>\n<main>\n");
        add_texts(out, ko, en, ko_marks, ko_count, en_marks, en_count, together);
        add_links(out, ko, en, links, count);
        buffer_text(
            out, "</main>\n<footer id=\"told\" role=\"contentinfo\" aria-live=\"polite\">Choose a "
                 "name to see its evidence.</footer>\n");
        add_style(out, "<script>", script(), "</script>\n</body>\n</html>\n");
    }
    free(ko_marks);
    free(en_marks);
}
