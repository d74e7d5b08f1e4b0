/* named.c - a name within a word tells on it whatever else the text holds; what a longer one does
 * to its words only the whole text tells.
 */
#include "romanize/named.h"

#include "core/status.h"

void kti_named_begin(kti_named *n, const kti_lexicon *lexicon, kt_str text,
                     const kt_romanize_options *options, const kt_token *tokens, size_t token_count,
                     kti_arena *arena) {
    bool exact = kti_scheme_of(options->scheme)->exact;
    *n = (kti_named){.lexicon = lexicon,
                     .text = text,
                     .options = options,
                     .tokens = tokens,
                     .token_count = exact ? 0 : token_count,
                     .arena = arena};
}

/* ---- names in a word ------------------------------------------------------------------------ */

static kti_syl_token in_run(const kt_token *token, kt_span run) {
    return (kti_syl_token){(uint8_t)(token->span.start - run.start),
                           (uint8_t)(token->stem.end - run.start),
                           (uint8_t)(token->span.end - run.start), (uint8_t)token->kind};
}

/* The tokens that touch the run; false when there are many or one goes beyond it. */
static bool find_inside(kti_named *n, kt_span run, kti_touch *touch) {
    while (n->token < n->token_count && n->tokens[n->token].span.end <= run.start)
        n->token++;
    for (size_t i = n->token; i < n->token_count && n->tokens[i].span.start < run.end; i++) {
        const kt_token *token = &n->tokens[i];
        bool inside = token->span.start >= run.start && token->span.end <= run.end;
        if (!inside || touch->count == KTI_TOUCH_TOKENS) return false;
        touch->is.tokens[touch->count++] = in_run(token, run);
        touch->by = KTI_TOUCH_INSIDE;
    }
    return true;
}

/* ---- names of more than a word -------------------------------------------------------------- */

static kt_status mark_all(kti_named *n) {
    const kti_scheme *scheme = kti_scheme_of(n->options->scheme);
    n->marks = kti_arena_zeroed(n->arena, n->text.len + 1, 1);
    if (n->marks == NULL) return KT_ERR_NOMEM;
    KTI_TRY(kti_phono_read(n->text, n->tokens, n->token_count, n->arena, &n->phono));
    if (scheme->articles[KTI_BY_CAPITAL] != NULL)
        kti_mark_names(n->lexicon, scheme, n->options, n->tokens, n->token_count, &n->phono,
                       n->marks);
    return KT_OK;
}

/* A hyphen is not written behind a blank. */
static kti_syl_mark mark_of(const kti_named *n, const kti_syl *s) {
    unsigned marks = n->marks[s->src];
    if (s->gap == KTI_GAP_SPACE) marks &= ~(unsigned)KTI_MARK_HYPHEN;
    return (kti_syl_mark){(uint8_t)marks, s->kind, s->gap, s->l};
}

static void find_marks(kti_named *n, kt_span run, kti_touch *touch) {
    touch->by = KTI_TOUCH_BEYOND;
    touch->count = 0;
    while (n->syllable < n->phono.count && n->phono.syls[n->syllable].src < run.start)
        n->syllable++;
    for (size_t i = n->syllable; i < n->phono.count && touch->count < KTI_RUN_SYLLABLES; i++) {
        if (n->phono.syls[i].src >= run.end) break;
        touch->is.marks[touch->count++] = mark_of(n, &n->phono.syls[i]);
    }
    if (touch->count > 0) touch->is.marks[0].gap = KTI_GAP_HARD;
}

kt_status kti_named_run(kti_named *n, kt_span run, kti_touch *touch) {
    touch->by = KTI_TOUCH_NOT;
    touch->count = 0;
    if (find_inside(n, run, touch)) return KT_OK;
    if (n->marks == NULL) KTI_TRY(mark_all(n));
    find_marks(n, run, touch);
    return KT_OK;
}

bool kti_named_between(const kti_named *n, size_t at, size_t end) {
    unsigned any = 0;
    for (; n->marks != NULL && at < end; at++)
        any |= n->marks[at];
    return any != 0;
}
