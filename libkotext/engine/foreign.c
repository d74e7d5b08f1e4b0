#include "engine/foreign.h"

#include <math.h>

#include "core/status.h"
#include "core/str.h"
#include "lexicon/sino.h"
#include "names/shape.h"
#include "names/spell.h"
#include "translit/back.h"
#include "translit/clauses.h"

enum { SYLLABLE = 3, LEAST_WORD = 2 * SYLLABLE, FORMS = 8 };

static const double sure_name =
    0.5; /* of all spellings of a name, the first must be so likely... */
static const double sure_share = 0.2; /* ...or a word's first form among its forms, and English */
static const double foreign_shape = 0.5;

/* A stretch that is written in Latin letters. */
typedef struct stretch {
    kt_span span;
    kt_str latin;
} stretch;

typedef struct writer {
    kt_ctx *ctx;
    kt_str text;
    stretch *items;
    size_t count;
} writer;

/* ---- names ---------------------------------------------------------------------------------- */

/* Of a full name in English the word that a short form stands for (트럼프: Trump); all of it when
 * none does. */
static kt_str part_of(const writer *w, kt_str english, kt_str name) {
    kti_prepared prepared;
    kt_str best = english, rest = english;
    double most = 0.5;
    kti_match_prepare(&w->ctx->engine->matcher, name, &prepared);
    while (rest.len > 0) {
        kt_str word = kti_str_next_field(&rest, ' ');
        double p = kti_match_spelling(&w->ctx->engine->matcher, &prepared, word, NULL);
        if (p > most) best = word;
        if (p > most) most = p;
    }
    return best;
}

/* Bytes of the Latin letters that a name begins with, and the blank behind them: LA 다저스. */
static uint32_t latin_bytes(kt_str name) {
    uint32_t at = 0;
    while (at < name.len && kti_is_ascii(name.ptr[at]))
        at++;
    return at < name.len ? at : 0;
}

/* The row of a foreign name; false for none, `*korean` when it has only Korean ones. */
static bool find_row(const writer *w, kt_str name, kti_entry *out, bool *part, bool *korean) {
    kti_hit hits[FORMS];
    const kti_lexicon *lexicon = w->ctx->engine->lexicon;
    size_t count = kti_lexicon_korean_whole(lexicon, name, hits, FORMS);
    *korean = false;
    for (size_t i = 0; i < count; i++) {
        *out = kti_lexicon_entry(lexicon, hits[i].entry);
        bool usable = out->kind == KTI_ENTRY_PERSON || out->kind == KTI_ENTRY_PLACE ||
                      out->kind == KTI_ENTRY_ORG || out->kind == KTI_ENTRY_USER;
        if (!usable) continue;
        if (out->kind == KTI_ENTRY_USER || !kti_is_korean_entry(out)) {
            kt_str all = out->english;
            if (hits[i].also) out->english = part_of(w, all, name);
            *part = out->english.len < all.len;
            return true;
        }
        *korean = true;
    }
    return false;
}

/* The likeliest spelling of a name that is surely foreign. */
static kt_status guess_name(writer *w, kt_str name, kt_str *latin) {
    const kt_spelling *list;
    size_t count;
    kt_spell_options options = KT_SPELL_INIT;
    double foreign = 0;
    options.nbest = FORMS;
    KTI_TRY(kti_spell(&w->ctx->engine->matcher, name, &options, &w->ctx->scratch, &list, &count));
    for (size_t i = 0; i < count; i++)
        if (kti_str_eq(kti_str(list[i].label), KTI_STR("transliteration")))
            foreign += list[i].probability;
    bool first = count > 0 && kti_str_eq(kti_str(list[0].label), KTI_STR("transliteration"));
    if (first && foreign > sure_name) *latin = list[0].text;
    return KT_OK;
}

static kt_status add(writer *w, kt_span span, kt_str latin) {
    if (latin.len > 0) w->items[w->count++] = (stretch){span, latin};
    return KT_OK;
}

static kt_status write_name(writer *w, kt_span span) {
    kti_entry row;
    bool part, korean;
    kt_str name = kti_str_span(w->text, span), latin = {NULL, 0};
    if (find_row(w, name, &row, &part, &korean)) {
        latin = row.english;
        if (part) span.start += latin_bytes(name);
    } else if (!korean && span.end - span.start >= LEAST_WORD) {
        KTI_TRY(guess_name(w, name, &latin));
    }
    return add(w, span, latin);
}

/* ---- loanwords ------------------------------------------------------------------------------ */

/* A common noun whose syllables are foreign, and whose likeliest spelling is an English word. */
static kt_status write_word(writer *w, const kt_morpheme *m) {
    size_t units, count;
    const kti_lexicon *lexicon = w->ctx->engine->lexicon;
    kt_str word = kti_str_span(w->text, m->span);
    kti_back_form forms[FORMS];
    double sum = 0;
    bool noun = m->tag == KT_TAG_NNG || m->tag == KT_TAG_NNP;
    if (!noun || word.len < LEAST_WORD || !kti_str_eq(word, m->form)) return KT_OK;
    if (kti_shape_foreign(kti_shapes_of(lexicon), word) < foreign_shape) return KT_OK;
    if (kti_sino_spelling(kti_lexicon_sino(lexicon), word, &units) != NULL) return KT_OK;
    KTI_TRY(kti_back_word((kti_back_search){&w->ctx->engine->translit, FORMS}, word,
                          &w->ctx->scratch, forms, FORMS, &count));
    for (size_t i = 0; i < count; i++)
        sum += exp((double)(forms[i].score - forms[0].score));
    if (count == 0 || !forms[0].known || 1 / sum < sure_share) return KT_OK;
    return add(w, m->span, forms[0].latin);
}

/* ---- together ------------------------------------------------------------------------------- */

static kt_status write_all(writer *w, const kt_mention *names, size_t name_count,
                           const kt_analysis *reading) {
    size_t n = 0;
    for (size_t i = 0; reading != NULL && i < reading->morpheme_count; i++) {
        const kt_morpheme *m = &reading->morphemes[i];
        for (; n < name_count && names[n].span.start <= m->span.start; n++)
            KTI_TRY(write_name(w, names[n].span));
        bool named = n > 0 && m->span.start < names[n - 1].span.end;
        bool cuts = n < name_count && m->span.end > names[n].span.start;
        if (!named && !cuts) KTI_TRY(write_word(w, m));
    }
    for (; n < name_count; n++)
        KTI_TRY(write_name(w, names[n].span));
    return KT_OK;
}

kt_status kti_foreign_write(kt_ctx *ctx, kt_str text, kt_text *out, bool *changed) {
    kt_mention *names;
    size_t name_count, at = 0;
    const kt_analysis *reading;
    KTI_TRY(kti_ctx_names(ctx, text, &names, &name_count));
    KTI_TRY(kti_ctx_reading(ctx, text, &reading));
    size_t morphemes = reading == NULL ? 0 : reading->morpheme_count;
    writer w = {.ctx = ctx, .text = text};
    w.items = kti_arena_take(&ctx->scratch, (name_count + morphemes + 1) * sizeof *w.items);
    if (w.items == NULL) return KT_ERR_NOMEM;
    KTI_TRY(write_all(&w, names, name_count, reading));
    *changed = w.count > 0;
    kti_text_clear(out);
    for (size_t i = 0; i < w.count; i++) {
        kt_span span = w.items[i].span;
        if (span.start < at) continue;
        kti_text_copy(out, kti_str_cut(text, at, span.start));
        kti_text_replace(out, span.end - span.start, w.items[i].latin, KTI_BACK_RULE);
        at = span.end;
    }
    kti_text_copy(out, kti_str_cut(text, at, text.len));
    return kti_text_status(out);
}
