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

typedef struct change {
    const kt_terms *terms;
    kt_str text;
    kti_arena *arena;
    kt_text *out;
    kt_term_hit *hits;
    size_t count;
    size_t at; /* text up to here is written */
} change;

static void copy_to(change *c, size_t end) {
    if (end > c->at) kti_text_copy(c->out, kti_str_cut(c->text, c->at, end));
    c->at = end;
}

static void put(change *c, kt_span span, kt_str text, uint32_t rule) {
    copy_to(c, span.start);
    kti_text_note(c->out, span, KTI_RULES_GLOSSARY + rule, kti_str_span(c->text, span), text);
    kti_text_replace(c->out, span.end - span.start, text, KTI_RULES_GLOSSARY + rule);
    c->at = span.end;
}

/* A form instead of what stands at the span, on as many lines; false when it cannot be. */
static bool put_form(change *c, kt_span span, kt_str form, uint32_t rule) {
    kti_buf written;
    kti_buf_init(&written, &c->arena->alloc);
    bool kept = kti_gaps_keep(c->text, c->at, &span, form, &written);
    if (written.failed)
        c->out->status = KT_ERR_NOMEM;
    else if (kept)
        put(c, span, kti_buf_str(&written), rule);
    kti_buf_free(&written);
    return kept;
}

static size_t next_hit(const change *c, size_t i) {
    return i + 1 < c->count ? c->hits[i + 1].span.start : c->text.len;
}

/* The particle behind a word that has been replaced; what the next hit covers is none. */
static void agree(change *c, kt_str word, size_t limit) {
    kti_agreed agreed;
    size_t end = c->at;
    while (end < limit && kti_cp_in_hangul_word(kti_utf8_at(c->text, end).cp))
        end += kti_utf8_at(c->text, end).len;
    kt_str rest = kti_str_cut(c->text, c->at, end);
    kti_ending ending = KTI_ENDS_UNKNOWN;
    if (rest.len == 0) return;
    if (kti_ending_of(word, c->arena, &ending) != KT_OK) c->out->status = KT_ERR_NOMEM;
    if (ending == KTI_ENDS_UNKNOWN) return;
    if (!kti_josa_agree(rest, ending, KTI_AGREE_KEEP, &agreed)) return;
    char *text = kti_arena_take(c->arena, agreed.read * 3 + 16);
    size_t len = 0;
    for (int i = 0; text != NULL && i < KTI_JOSA_CHAIN; i++)
        for (size_t k = 0; k < agreed.parts[i].len && len < agreed.read * 3 + 16; k++)
            text[len++] = agreed.parts[i].ptr[k];
    kt_str old = kti_str_cut(rest, 0, agreed.read), now = {text, len};
    if (text == NULL || kti_str_eq(old, now)) return;
    kti_text_replace(c->out, agreed.read, now,
                     KTI_RULES_JOSA + (uint32_t)(agreed.first - kti_josa_table) + 1);
    c->at += agreed.read;
}

/* ---- annotating ----------------------------------------------------------------------------- */

/* What follows within a bracket; ptr NULL when none does. A bracket has said already what there is
 * to say. */
static kt_str in_bracket(kt_str text, size_t at) {
    while (at < text.len && text.ptr[at] == ' ')
        at++;
    if (at == text.len || text.ptr[at] != '(') return (kt_str){NULL, 0};
    return kti_str_cut(text, at + 1, text.len);
}

/* Whether a hit is in a bracket behind one of the other language, which says it already. */
static bool annotates(const change *c, size_t i) {
    const kt_term_hit *hit = &c->hits[i], *before = hit - 1;
    if (i == 0 || before->korean == hit->korean) return false;
    kt_str between = kti_str_cut(c->text, before->span.end, hit->span.start);
    return kti_str_eq(kti_str_trim(between), KTI_STR("("));
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
    kt_str said = in_bracket(c->text, hit->span.end);
    bool same = kti_str_eq(kti_str_span(c->text, hit->span), form); /* KBS is KBS */
    if (row->status == KT_TERM_FORBIDDEN || same || annotates(c, i)) return;
    if (o->seen != NULL && (said.ptr == NULL || kti_str_starts(said, form))) o->seen[best] = 1;
    if (said.ptr != NULL) return;
    if (o->place == KT_ANNOTATE_BEHIND) {
        add_behind(c, hit, form);
        return;
    }
    if (put_form(c, hit->span, form, KTI_GLOSSARY_INSTEAD)) agree(c, form, next_hit(c, i));
}

kt_status kti_terms_annotate(const kt_terms *terms, kt_str text, const kt_annotate_options *opts,
                             kti_arena *arena, kt_text *out) {
    change c = {terms, text, arena, out, NULL, 0, 0};
    KTI_TRY(kti_terms_find(terms, text, arena, &c.hits, &c.count));
    for (size_t i = 0; i < c.count; i++)
        annotate_hit(&c, opts, i);
    copy_to(&c, text.len);
    return kti_text_status(out);
}

/* ---- putting right -------------------------------------------------------------------------- */

/* What to write for a hit; empty when it may stay. */
static kt_str right_form(const kt_terms *t, const kt_term_hit *hit, uint32_t *rule) {
    const kt_glossary_row *row = &t->rows[hit->row], *best = &t->rows[t->best[hit->row]];
    bool forbidden = row->status == KT_TERM_FORBIDDEN;
    *rule = forbidden ? KTI_GLOSSARY_FORBIDDEN : KTI_GLOSSARY_STYLE;
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
    uint32_t rule;
    kt_str form = right_form(c->terms, hit, &rule);
    if (form.len == 0) return;
    if (!hit->korean) {
        put_capitals(c, hit, form, rule);
        return;
    }
    if (put_form(c, hit->span, form, rule)) agree(c, form, next_hit(c, i));
}

kt_status kti_terms_apply(const kt_terms *terms, kt_str text, kti_arena *arena, kt_text *out) {
    change c = {terms, text, arena, out, NULL, 0, 0};
    KTI_TRY(kti_terms_find(terms, text, arena, &c.hits, &c.count));
    for (size_t i = 0; i < c.count; i++)
        put_right(&c, i);
    copy_to(&c, text.len);
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
