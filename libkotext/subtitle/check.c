/* check.c - cues against a profile. */
#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "core/text.h"
#include "core/utf8.h"
#include "subtitle/dialect.h"
#include "subtitle/measure.h"
#include "unicode/props.h"

static double measure_of(kt_measure measure, kt_str text) {
    size_t characters = 0, halves = 0;
    for (size_t at = 0; at < text.len;) {
        kti_cp unit = kti_utf8_at(text, at);
        unsigned width = kti_cp_width(unit.cp);
        characters += width > 0;
        halves += width;
        at += unit.len;
    }
    return measure == KT_MEASURE_UNITS ? (double)halves / 2 : (double)characters;
}

/* ---- dashes --------------------------------------------------------------------------------- */

static bool has_dash(kt_str line) {
    return line.len > 1 && line.ptr[0] == '-' && line.ptr[1] != '-';
}

bool kti_has_speakers(kt_str plain) {
    while (plain.ptr != NULL) {
        kt_str line = kti_str_next_field(&plain, '\n');
        if (has_dash(line) && !kti_is_ascii_digit(line.ptr[1])) return true;
    }
    return false;
}

bool kti_is_signed(kt_str line, bool speakers) {
    return !speakers && has_dash(line) && kti_is_ascii_digit(line.ptr[1]);
}

/* ---- findings ------------------------------------------------------------------------------- */

typedef struct checking {
    kt_subtitle *s;
    const kt_profile *profile;
    kt_text plain;
    size_t cue;
    size_t line, line_start, at; /* how far lines were counted */
    const kt_cue *last[KTI_MOST_TRACKS];
    kt_status status;
} checking;

/* Cues are mostly in file order: the count goes on from the last place. */
static void count_lines(checking *c, size_t place) {
    kt_str text = c->s->text;
    if (place < c->at) c->at = c->line_start = 0, c->line = 1;
    for (; c->at < place && c->at < text.len; c->at++) {
        if (kti_line_end_len(text, c->at) != 1) continue;
        c->line++;
        c->line_start = c->at + 1;
    }
}

static void find(checking *c, const char *rule, double value, double limit) {
    kt_subtitle *s = c->s;
    void *items = s->findings;
    if (c->status != KT_OK) return;
    c->status = kti_alloc_grow(&s->alloc, &items, &s->finding_capacity, sizeof *s->findings,
                               s->finding_count + 1);
    s->findings = items;
    if (c->status != KT_OK) return;
    count_lines(c, s->cues[c->cue].text.start);
    s->findings[s->finding_count++] =
        (kt_finding){rule, c->cue, c->line, c->at - c->line_start + 1, value, limit};
}

static void at_most(checking *c, const char *rule, double value, double limit) {
    if (limit > 0 && value > limit) find(c, rule, value, limit);
}

/* ---- times ---------------------------------------------------------------------------------- */

static void check_times(checking *c, const kt_cue *cue) {
    const kt_profile *p = c->profile;
    int64_t shown = cue->end_ms - cue->start_ms;
    const kt_cue *before = c->last[cue->track];
    bool again = kti_is_sung_again(c->s, c->cue);
    if (!again) c->last[cue->track] = cue;
    if (shown < 0)
        find(c, "end-before-start", (double)shown, 0);
    else if (shown < p->shortest_ms)
        find(c, "too-short", (double)shown, (double)p->shortest_ms);
    bool open = c->s->dialect->open_ends;
    if (!open) at_most(c, "too-long", (double)shown, (double)p->longest_ms);
    if (before == NULL || again || kti_is_together(c->s, before, cue)) return;
    int64_t gap = cue->start_ms - before->end_ms;
    if (cue->start_ms < before->start_ms)
        find(c, "order", (double)(cue->start_ms - before->start_ms), 0);
    else if (gap < 0)
        find(c, "overlap", (double)-gap, 0);
    else if (gap < p->gap_ms && !open)
        find(c, "gap", (double)gap, (double)p->gap_ms);
}

/* ---- text ----------------------------------------------------------------------------------- */

static void check_line(checking *c, kt_str line, bool speakers) {
    const kt_profile *p = c->profile;
    at_most(c, "line-width", measure_of(p->measure, line), p->line_width);
    bool dash = has_dash(line) && !kti_is_signed(line, speakers);
    bool spaced = dash && line.ptr[1] == ' ';
    if (dash && ((p->dash == KT_DASH_SPACED && !spaced) || (p->dash == KT_DASH_CLOSE && spaced)))
        find(c, "dash", 0, 0);
    kt_str wrong = p->ellipsis == KT_ELLIPSIS_CHARACTER ? KTI_STR("...") : KTI_STR("\xE2\x80\xA6");
    if (p->ellipsis != KT_ELLIPSIS_ANY && kti_str_find(line, wrong, 0) < line.len)
        find(c, "ellipsis", 0, 0);
}

static void check_text(checking *c, kt_str text, int64_t shown) {
    const kt_profile *p = c->profile;
    uint32_t lines = 0;
    double length = 0;
    bool speakers = kti_has_speakers(text);
    if (kti_str_trim(text).len == 0) {
        find(c, "empty", 0, 0);
        return;
    }
    while (text.ptr != NULL) {
        kt_str line = kti_str_next_field(&text, '\n');
        lines++;
        length += measure_of(p->measure, line);
        check_line(c, line, speakers);
    }
    at_most(c, "lines", lines, p->lines);
    at_most(c, "length", length, p->length);
    if (shown > 0) at_most(c, "speed", length * 1000 / (double)shown, p->speed);
}

static kt_status check_cue(checking *c, size_t i) {
    const kt_cue *cue = &c->s->cues[i];
    if (kti_is_dropped(c->s, i) || kti_is_drawing(c->s, i)) return KT_OK;
    c->cue = i;
    check_times(c, cue);
    KTI_TRY(kt_subtitle_plain(c->s, i, &c->plain));
    check_text(c, kt_text_str(&c->plain), cue->end_ms - cue->start_ms);
    return c->status;
}

kt_status kt_subtitle_check(kt_subtitle *s, const kt_profile *profile, const kt_finding **out,
                            size_t *count) {
    if (s == NULL || profile == NULL || out == NULL || count == NULL || !kti_known_profile(profile))
        return KT_ERR_ARG;
    checking c = {.s = s, .profile = profile, .line = 1, .status = KT_OK};
    kt_status status = KT_OK;
    kti_text_init(&c.plain, &s->alloc);
    s->finding_count = 0;
    for (size_t i = 0; i < s->cue_count && status == KT_OK; i++)
        status = check_cue(&c, i);
    kti_text_free_fields(&c.plain);
    *out = s->findings;
    *count = status == KT_OK ? s->finding_count : 0;
    return status;
}
