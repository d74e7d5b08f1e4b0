/* change.c - text with the other language's forms put in, or with its own put right. */
#include "analyze/agree.h"
#include "core/rule.h"
#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "glossary/capitals.h"
#include "glossary/gaps.h"
#include "glossary/terms.h"
#include "unicode/props.h"

/* A particle that changes; len 0: none. */
typedef struct particle {
    size_t at, len;
    kt_str now;
    uint32_t rule;
} particle;

typedef struct change {
    const kt_terms *terms;
    kt_str text;
    kti_arena *arena;
    kt_text *out;
    kt_term_hit *hits;
    size_t count;
    size_t at;       /* text up to here is written */
    particle agreed; /* to be written when the text gets there */
} change;

static void copy_to(change *c, size_t end) {
    if (end > c->at) kti_text_copy(c->out, kti_str_cut(c->text, c->at, end));
    c->at = end;
}

/* Writes what was agreed on, if it stands before `at`. */
static void put_particle(change *c, size_t at) {
    particle p = c->agreed;
    if (p.len == 0 || p.at + p.len > at) return;
    copy_to(c, p.at);
    kti_text_replace(c->out, p.len, p.now, p.rule);
    c->at += p.len;
    c->agreed.len = 0;
}

static void put(change *c, kt_span span, kt_str text, uint32_t rule) {
    put_particle(c, span.start);
    copy_to(c, span.start);
    kti_text_note(c->out, span, KTI_RULES_GLOSSARY + rule, kti_str_span(c->text, span), text);
    kti_text_replace(c->out, span.end - span.start, text, KTI_RULES_GLOSSARY + rule);
    c->at = span.end;
}

/* A form instead of what stands at the span, on as many lines; false when it cannot be. */
static bool put_form(change *c, kt_span span, kt_str form, uint32_t rule) {
    kti_buf written;
    kti_buf_init(&written, &c->arena->alloc);
    put_particle(c, span.start);
    bool kept = kti_gaps_keep(c->text, c->at, &span, form, &written);
    if (written.failed)
        c->out->status = KT_ERR_NOMEM;
    else if (kept)
        put(c, span, kti_buf_str(&written), rule);
    kti_buf_free(&written);
    return kept;
}

/* ---- particles ------------------------------------------------------------------------------ */

/* Where the first hit behind hit `i` begins that does not end before `at`. */
static size_t next_hit(const change *c, size_t i, size_t at) {
    while (i + 1 < c->count && c->hits[i + 1].span.end <= at)
        i++;
    return i + 1 < c->count ? c->hits[i + 1].span.start : c->text.len;
}

/* The bracket that opens before `at` and does not close before it, in the line and near by;
 * SIZE_MAX: none. */
static size_t open_bracket(kt_str text, size_t at) {
    enum { NEAR = 128, WIDE_OPEN = 0xFF08, WIDE_CLOSE = 0xFF09 };
    for (size_t back = at; back > 0 && at - back < NEAR;) {
        kti_cp c = kti_utf8_before(text, back);
        back -= c.len;
        if (c.cp == '\n' || c.cp == ')' || c.cp == WIDE_CLOSE) break;
        if (c.cp == '(' || c.cp == WIDE_OPEN) return back;
    }
    return SIZE_MAX;
}

/* Whether a bracket closes at `at` that says more of the word before it, with which the particle
 * agrees: in 오늘(동해)은 with 오늘. */
static bool ends_annotation(kt_str text, size_t start, size_t at) {
    uint32_t close = at < text.len ? kti_utf8_at(text, at).cp : 0;
    if (close != ')' && close != 0xFF09) return false;
    size_t open = open_bracket(text, start);
    return open == SIZE_MAX || (open > 0 && !kti_cp_is_space(kti_utf8_before(text, open).cp));
}

/* Takes note of the particle at `at`, if one is there that has to change. */
static void agree_at(change *c, kt_str run, size_t at, kti_ending ending) {
    kti_agreed agreed;
    kti_buf now;
    if (!kti_josa_agree(run, ending, KTI_AGREE_KEEP, &agreed)) return;
    kti_buf_init(&now, &c->arena->alloc);
    kti_josa_add_parts(&agreed, &now);
    uint32_t rule = KTI_RULES_JOSA + (uint32_t)(agreed.first - kti_josa_table) + 1;
    kt_str text = kti_arena_str(c->arena, kti_buf_str(&now));
    if (now.failed || text.ptr == NULL)
        c->out->status = KT_ERR_NOMEM;
    else if (!kti_str_eq(text, kti_str_cut(run, 0, agreed.read)))
        c->agreed = (particle){at, agreed.read, text, rule};
    kti_buf_free(&now);
}

/* The particle behind a hit that has been replaced by `word`, perhaps behind quotes and brackets;
 * what the next hit covers is none. */
static void agree(change *c, kt_str word, size_t i) {
    kti_ending ending = KTI_ENDS_UNKNOWN;
    size_t at = c->hits[i].span.end;
    if (kti_ending_of(word, c->arena, &ending) != KT_OK) c->out->status = KT_ERR_NOMEM;
    if (ending == KTI_ENDS_UNKNOWN || c->agreed.len > 0) return;
    for (int k = 0; k < KTI_JOSA_CLOSERS; k++) {
        size_t limit = next_hit(c, i, at);
        kt_str run = kti_josa_run(kti_str_cut(c->text, 0, limit > at ? limit : at), at);
        if (run.len > 0) agree_at(c, run, at, ending);
        size_t next = kti_josa_after_closer(c->text, at);
        if (c->agreed.len > 0 || next == at) return;
        if (ends_annotation(c->text, c->hits[i].span.start, at)) return;
        at = next;
    }
}

static void finish(change *c) {
    put_particle(c, c->text.len);
    copy_to(c, c->text.len);
}

/* ---- annotating ----------------------------------------------------------------------------- */

static bool opens_gloss(uint32_t cp) {
    enum { WIDE_OPEN = 0xFF08 };
    return cp == '(' || cp == '[' || cp == WIDE_OPEN;
}

/* A closing quote or the like, but no bracket that holds words of its own. */
static bool is_quote(uint32_t cp) {
    return kti_ending_closes(cp) && cp != ')' && cp != ']' && cp != 0xFF09 && cp != ',' &&
           cp != '.' && cp != '!' && cp != '?';
}

/* What follows within a bracket, behind quotes and spaces; ptr NULL when none does. A bracket has
 * said already what there is to say, but for [1]; in another line only with the form itself. */
static kt_str in_bracket(kt_str text, size_t at, kt_str form) {
    bool line = false;
    while (at < text.len && is_quote(kti_utf8_at(text, at).cp))
        at += kti_utf8_at(text, at).len;
    for (; at < text.len && kti_is_ascii_space(text.ptr[at]); at++)
        line = line || text.ptr[at] == '\n';
    kti_cp open = at < text.len ? kti_utf8_at(text, at) : (kti_cp){.len = 0};
    if (open.len == 0 || !opens_gloss(open.cp)) return (kt_str){NULL, 0};
    kt_str said = kti_str_cut(text, at + open.len, text.len);
    bool number = open.cp == '[' && said.len > 0 && kti_is_ascii_digit(said.ptr[0]);
    bool other = number || (line && !kti_str_starts(said, form));
    return other ? (kt_str){NULL, 0} : said;
}

/* Whether a hit is in a bracket behind one of the other language, which says it already. */
static bool annotates(const change *c, size_t i) {
    const kt_term_hit *hit = &c->hits[i], *before = hit - 1;
    if (i == 0 || before->korean == hit->korean) return false;
    kt_str between = kti_str_cut(c->text, before->span.end, hit->span.start);
    size_t at = 0;
    while (at < between.len && is_quote(kti_utf8_at(between, at).cp))
        at += kti_utf8_at(between, at).len;
    between = kti_str_trim(kti_str_cut(between, at, between.len));
    return between.len > 0 && opens_gloss(kti_utf8_at(between, 0).cp) &&
           kti_utf8_at(between, 0).len == between.len;
}

static void add_behind(change *c, const kt_term_hit *hit, kt_str form) {
    kti_buf added;
    kti_buf_init(&added, &c->arena->alloc);
    kti_buf_add_cstr(&added, hit->korean ? "(" : " (");
    kti_buf_add_str(&added, form);
    kti_buf_add_byte(&added, ')');
    if (added.failed)
        c->out->status = KT_ERR_NOMEM;
    else
        put(c, (kt_span){hit->span.end, hit->span.end}, kti_buf_str(&added), KTI_GLOSSARY_ADD);
    kti_buf_free(&added);
}

static void annotate_hit(change *c, const kt_annotate_options *o, size_t i) {
    const kt_term_hit *hit = &c->hits[i];
    size_t best = c->terms->best[hit->row];
    const kt_glossary_row *row = &c->terms->rows[hit->korean ? best : hit->row];
    if (o->seen != NULL && o->seen[best] != 0) return;
    kt_str form = hit->korean ? row->english : row->korean;
    kt_str said = in_bracket(c->text, hit->span.end, form);
    bool same = kti_str_eq(kti_str_span(c->text, hit->span), form); /* KBS is KBS */
    if (row->status == KT_TERM_FORBIDDEN || same || annotates(c, i)) return;
    if (o->seen != NULL && (said.ptr == NULL || kti_str_starts(said, form))) o->seen[best] = 1;
    if (said.ptr != NULL) return;
    if (o->place == KT_ANNOTATE_BEHIND) {
        add_behind(c, hit, form);
        return;
    }
    if (put_form(c, hit->span, form, KTI_GLOSSARY_INSTEAD)) agree(c, form, i);
}

kt_status kti_terms_annotate(const kt_terms *terms, kt_str text, const kt_annotate_options *opts,
                             kti_arena *arena, kt_text *out) {
    change c = {terms, text, arena, out, NULL, 0, 0, {0, 0, {NULL, 0}, 0}};
    KTI_TRY(kti_terms_find(terms, text, arena, &c.hits, &c.count));
    for (size_t i = 0; i < c.count; i++)
        annotate_hit(&c, opts, i);
    finish(&c);
    return kti_text_status(out);
}

/* ---- putting right -------------------------------------------------------------------------- */

kt_str kt_terms_instead(const kt_terms *t, const kt_term_hit *hit) {
    if (t == NULL || hit == NULL || hit->row >= t->count) return KTI_STR("");
    const kt_glossary_row *row = &t->rows[hit->row], *best = &t->rows[t->best[hit->row]];
    bool forbidden = row->status == KT_TERM_FORBIDDEN;
    if (forbidden && !hit->korean)
        return best->status == KT_TERM_FORBIDDEN ? KTI_STR("") : best->english;
    if (forbidden && best->status == KT_TERM_FORBIDDEN) {
        const kt_glossary_row *other = kti_terms_other(t, row);
        return other == NULL ? KTI_STR("") : other->korean;
    }
    if (hit->exact) return KTI_STR("");
    return hit->korean ? row->korean : row->english;
}

/* An English form with the capitals of what stands there. */
static void put_capitals(change *c, const kt_term_hit *hit, kt_str form, uint32_t rule) {
    kti_buf written;
    kti_buf_init(&written, &c->arena->alloc);
    kti_capitals_add(&written, form,
                     kti_capitals_of(c->text, hit->span, c->terms->rows[hit->row].english));
    if (written.failed)
        c->out->status = KT_ERR_NOMEM;
    else
        (void)put_form(c, hit->span, kti_buf_str(&written), rule);
    kti_buf_free(&written);
}

static void put_right(change *c, size_t i) {
    const kt_term_hit *hit = &c->hits[i];
    bool forbidden = c->terms->rows[hit->row].status == KT_TERM_FORBIDDEN;
    uint32_t rule = forbidden ? KTI_GLOSSARY_FORBIDDEN : KTI_GLOSSARY_STYLE;
    kt_str form = kt_terms_instead(c->terms, hit);
    if (form.len == 0) return;
    if (!hit->korean) {
        put_capitals(c, hit, form, rule);
        return;
    }
    if (put_form(c, hit->span, form, rule)) agree(c, form, i);
}

kt_status kti_terms_apply(const kt_terms *terms, kt_str text, kti_arena *arena, kt_text *out) {
    change c = {terms, text, arena, out, NULL, 0, 0, {0, 0, {NULL, 0}, 0}};
    KTI_TRY(kti_terms_find(terms, text, arena, &c.hits, &c.count));
    for (size_t i = 0; i < c.count; i++)
        put_right(&c, i);
    finish(&c);
    return kti_text_status(out);
}

kt_rule kti_glossary_rule(uint32_t index) {
    static const kt_rule rules[] = {
        {"glossary", "annotation", "the other language's form is put behind"},
        {"glossary", "annotation", "the other language's form is put instead"},
        {"glossary", "forbidden", "a form that is not to be used gives way to the one that is"},
        {"glossary", "style", "hyphens, spaces and capitals as the glossary has them"},
    };
    return kti_rule_in(rules, sizeof rules / sizeof *rules, index);
}
