#include "romanize/words.h"

#include <string.h>

#include "analyze/search.h"
#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "romanize/between.h"
#include "romanize/named.h"
#include "romanize/word_letters.h"

enum {
    KEPT = 6 << 20, /* bytes of letters */
    SMALL_KEPT = 1 << 17,
    TOGETHER = 16 /* words that are looked up together */
};

struct kti_words {
    kt_alloc alloc;
    const kti_lexicon *lexicon;
    kti_word_letters *letters;
    kti_arena arena; /* of a word that is worked out */
    kt_text word;
};

/* A walk through text. */
typedef struct walk {
    kti_words *words;
    kti_analyzer *analyzer;
    const kti_scheme *scheme;
    const kt_romanize_options *options;
    kt_str text;
    uint32_t style;
    bool plain; /* ASCII is copied */
    size_t end; /* of the word before */
    kt_text *out;
    const kt_analysis *reading; /* NULL: of each step, when it is wanted */
    kti_named *named;           /* NULL: no names */
} walk;

/* A word, as a step or as a run of the reading. */
struct word {
    const kti_step *step;
    const kti_read_run *run;
    kt_span span;
    char before; /* what stands before it and tells on its letters; 0: nothing */
    kti_word_key key;
    uint32_t glance;
};

kt_status kti_words_new(const kt_alloc *alloc, const kti_lexicon *lexicon, kti_words **out) {
    kti_words *w = kti_alloc_zeroed(alloc, sizeof *w);
    *out = NULL;
    if (w == NULL) return KT_ERR_NOMEM;
    w->alloc = *alloc;
    w->lexicon = lexicon;
    kti_arena_init(&w->arena, alloc);
    kti_text_init(&w->word, alloc);
    if (kti_word_letters_new(alloc, kti_lexicon_is_long(lexicon) ? KEPT : SMALL_KEPT,
                             &w->letters) != KT_OK) {
        kti_words_free(w);
        return KT_ERR_NOMEM;
    }
    *out = w;
    return KT_OK;
}

void kti_words_free(kti_words *w) {
    if (w == NULL) return;
    kt_alloc alloc = w->alloc;
    kti_word_letters_free(w->letters);
    kti_text_free_fields(&w->word);
    kti_arena_free(&w->arena);
    kti_alloc_free(&alloc, w, sizeof *w);
}

bool kti_words_may(const kt_romanize_options *o) {
    const kti_scheme *s = kti_scheme_of(o->scheme);
    if (s == NULL || s->number == KT_SCHEME_HANGUL || o->explain) return false;
    return !s->phono.across_spaces && !s->divided && !s->titles && s->settle == NULL &&
           s->fixed == NULL;
}

/* ---- one word ------------------------------------------------------------------------------- */

/* The digit before a word that is counted, or that a name has; the hyphen before one. */
static char before_word(const walk *w, size_t at, bool named) {
    char c = at > 0 ? w->text.ptr[at - 1] : ' ';
    if (kti_is_ascii_digit(c)) return named || w->scheme->names.counted ? '1' : '\0';
    return named && c == '-' ? c : '\0';
}

/* The morphemes of a word that stands at `at` of `text`. */
static kt_status read_word(const walk *w, const struct word *word, kt_str text, size_t at,
                           kt_analysis *out) {
    kti_arena *arena = &w->words->arena;
    if (word->step != NULL)
        return kti_step_morphemes(w->analyzer, word->step, text, at, arena, out);
    size_t count = word->run->end - word->run->first;
    kt_morpheme *moved = kti_arena_take(arena, (count + 1) * sizeof *moved);
    if (moved == NULL) return KT_ERR_NOMEM;
    for (size_t i = 0; i < count; i++) {
        moved[i] = w->reading->morphemes[word->run->first + i];
        moved[i].span.start += (uint32_t)at - word->span.start;
        moved[i].span.end += (uint32_t)at - word->span.start;
    }
    *out = (kt_analysis){.morphemes = moved, .morpheme_count = count};
    return KT_OK;
}

static kt_token token_at(kti_syl_token in_word, size_t at) {
    uint32_t start = (uint32_t)at + in_word.start;
    return (kt_token){{start, (uint32_t)at + in_word.end},
                      {start, (uint32_t)at + in_word.stem},
                      (kt_token_kind)in_word.kind};
}

static kt_status romanize_word(const walk *w, const struct word *word, kt_str text, size_t at,
                               const kt_analysis *reading, kt_text *out) {
    kti_words *words = w->words;
    const kti_touch *touch = &word->key.touch;
    kt_token tokens[KTI_TOUCH_TOKENS];
    size_t count = touch->by == KTI_TOUCH_INSIDE ? touch->count : 0;
    if (touch->by == KTI_TOUCH_BEYOND)
        return kti_romanize_word(words->lexicon, text, w->options, touch->is.marks, reading,
                                 &words->arena, out);
    for (size_t i = 0; i < count; i++)
        tokens[i] = token_at(touch->is.tokens[i], at);
    return kti_romanize(words->lexicon, text, w->options, tokens, count, reading, &words->arena,
                        out);
}

/* Works the letters of a word out, alone or behind a digit, as if it were the whole text. */
static kt_status work_out(const walk *w, const struct word *word, kt_text *out) {
    enum { MOST = 1 + KTI_RUN_SYLLABLES * KTI_SYL_BYTES };
    char bytes[MOST] = {word->before};
    kt_analysis reading;
    size_t at = word->before != '\0';
    kt_str run = kti_str_span(w->text, word->span), text = {bytes, at + run.len};
    memcpy(bytes + at, run.ptr, run.len);
    kti_arena_reset(&w->words->arena);
    KTI_TRY(read_word(w, word, text, at, &reading));
    return romanize_word(w, word, text, at, &reading, out);
}

/* What the options say of names within a word, in four bits. */
static uint64_t name_style(const kt_romanize_options *o) {
    unsigned found = o->kind == KT_KIND_AUTO && o->tokens == NULL;
    unsigned read = o->numbered == KT_NUMBERED_READ;
    return (o->given_hyphen & 3u) | found << 2 | read << 3;
}

/* What a word's letters depend on. */
static kt_status find_key(walk *w, struct word *word) {
    enum { DIGIT = 1, HYPHEN = 2 };
    enum { BEFORE_SHIFT = 4, TOUCH_SHIFT = 6, NAMES_SHIFT = 8, CHOSEN_SHIFT = 12 };
    kti_word_key *key = &word->key;
    uint64_t chosen = word->step != NULL ? kti_step_chosen(word->step) : word->run->chosen;
    key->touch.by = KTI_TOUCH_NOT;
    key->touch.count = 0;
    if (w->named != NULL) KTI_TRY(kti_named_run(w->named, word->span, &key->touch));
    word->before = before_word(w, word->span.start, key->touch.by != KTI_TOUCH_NOT);
    uint64_t before = word->before == '\0' ? 0 : word->before == '-' ? HYPHEN : DIGIT;
    uint64_t names = key->touch.by == KTI_TOUCH_INSIDE ? name_style(w->options) : 0;
    key->read = chosen == 0 ? 0
                            : chosen << CHOSEN_SHIFT | names << NAMES_SHIFT |
                                  (uint64_t)key->touch.by << TOUCH_SHIFT | before << BEFORE_SHIFT |
                                  w->style;
    kti_word_key_hash(key);
    return KT_OK;
}

static void write_word(kt_text *out, const kti_written *word) {
    if (!kti_text_reserve(out, word->syllables,
                          word->bytes.len + (size_t)word->syllables * KTI_SYL_BYTES))
        return;
    kt_edit *edit = out->edits + out->edit_count;
    uint32_t src = out->src_len, dst = (uint32_t)out->bytes.len;
    memcpy(out->bytes.ptr + dst, word->bytes.ptr, word->bytes.len);
    for (uint32_t i = 0; i < word->syllables; i++) {
        *edit++ = (kt_edit){src, KTI_SYL_BYTES, dst, word->lengths[i], word->rules[i]};
        src += KTI_SYL_BYTES;
        dst += word->lengths[i];
    }
    out->edit_count += word->syllables;
    out->src_len = src;
    out->bytes.len = dst;
}

static kt_status add_word(walk *w, const struct word *word) {
    kti_written written;
    kti_word_letters *letters = w->words->letters;
    kt_text *new = &w->words->word;
    bool kept = word->key.read != 0;
    if (kept && kti_word_letters_get(letters, &word->key, word->glance, &written)) {
        write_word(w->out, &written);
        return kti_text_status(w->out);
    }
    KTI_TRY(work_out(w, word, new));
    size_t first = word->before != '\0';
    if (kept) {
        KTI_TRY(kti_word_letters_put(letters, &word->key, new, first, &written));
        write_word(w->out, &written);
    } else {
        for (size_t i = first; i < new->edit_count; i++) {
            const kt_edit *e = &new->edits[i];
            kti_text_replace(w->out, e->src_len,
                             kti_str_cut(kt_text_str(new), e->dst, (size_t)e->dst + e->dst_len),
                             e->rule);
        }
    }
    return kti_text_status(w->out);
}

/* ---- running text --------------------------------------------------------------------------- */

static bool is_ascii(kt_str text) {
    unsigned char any = 0;
    for (size_t i = 0; i < text.len; i++)
        any |= (unsigned char)text.ptr[i];
    return any < 0x80;
}

/* What stands between two words. */
static kt_status add_between(walk *w, size_t end) {
    kt_str between = kti_str_cut(w->text, w->end, end);
    bool marked = w->named != NULL && kti_named_between(w->named, w->end, end);
    if (w->plain && !marked && is_ascii(between)) {
        kti_text_copy(w->out, between);
        return KT_OK;
    }
    const kti_phono none = {.text = w->text};
    kti_writer writer = {.scheme = w->scheme,
                         .options = w->options,
                         .lexicon = w->words->lexicon,
                         .phono = &none,
                         .marks = w->named != NULL ? w->named->marks : NULL,
                         .arena = &w->words->arena,
                         .out = w->out};
    return kti_write_between(&writer, w->end, end);
}

/* Whether a word goes on from the one before: it is longer than what is read at once, or a hyphen
 * stands between that sounds pass. */
static bool goes_on(const walk *w, size_t at) {
    if (w->end == 0 || at > w->end + 1) return false;
    return at == w->end || (w->scheme->names.counted && w->text.ptr[w->end] == '-');
}

/* Words that are looked up together. */
typedef struct batch {
    struct word words[TOGETHER];
    size_t count;
} batch;

static kt_status add_batch(walk *w, batch *b, bool *done) {
    kti_word_letters_trim(w->words->letters);
    for (size_t i = 0; i < b->count; i++)
        KTI_TRY(find_key(w, &b->words[i]));
    for (size_t i = 0; i < b->count; i++)
        b->words[i].glance = kti_word_letters_glance(w->words->letters, &b->words[i].key);
    for (size_t i = 0; i < b->count; i++) {
        kt_span span = b->words[i].span;
        *done = !goes_on(w, span.start);
        if (!*done) return KT_OK;
        KTI_TRY(add_between(w, span.start));
        KTI_TRY(add_word(w, &b->words[i]));
        w->end = span.end;
    }
    b->count = 0;
    return KT_OK;
}

/* One more word, looked up when there are enough. */
static kt_status push(walk *w, batch *b, const kti_step *step, const kti_read_run *run,
                      bool *done) {
    struct word *word = &b->words[b->count++];
    word->step = step;
    word->run = run;
    word->span = step != NULL ? step->run.span : run->span;
    return b->count < TOGETHER ? KT_OK : add_batch(w, b, done);
}

/* False: see kti_words_romanize(). */
static kt_status add_steps(walk *w, const kti_step *steps, size_t count, bool *done) {
    batch b;
    b.count = 0;
    for (size_t i = 0; i < count && *done; i++)
        if (steps[i].run.kind == KTI_RUN_HANGUL) KTI_TRY(push(w, &b, &steps[i], NULL, done));
    return *done ? add_batch(w, &b, done) : KT_OK;
}

static kt_status add_runs(walk *w, const kti_words_read *read, bool *done) {
    batch b;
    b.count = 0;
    for (size_t i = 0; i < read->run_count && *done; i++)
        KTI_TRY(push(w, &b, NULL, &read->runs[i], done));
    return *done ? add_batch(w, &b, done) : KT_OK;
}

static walk begin(kti_words *words, kt_str text, const kt_romanize_options *options, kt_text *out) {
    const kti_scheme *scheme = kti_scheme_of(options->scheme);
    bool cased = options->letter_case == KT_CASE_UPPER || options->letter_case == KT_CASE_LOWER;
    kti_text_clear(out);
    return (walk){.words = words,
                  .scheme = scheme,
                  .options = options,
                  .text = text,
                  .style = kti_word_letters_style(words->letters, options),
                  .plain = !scheme->exact && (!cased || options->keep_latin),
                  .out = out};
}

kt_status kti_words_romanize(kti_words *words, kti_analyzer *analyzer, kt_str text,
                             const kt_romanize_options *options, kt_text *out, bool *done) {
    walk w = begin(words, text, options, out);
    const kti_step *steps;
    size_t at = 0, count;
    w.analyzer = analyzer;
    *done = true;
    for (;;) {
        KTI_TRY(kti_analyze_next(analyzer, text, &at, &steps, &count));
        if (count == 0) break;
        KTI_TRY(add_steps(&w, steps, count, done));
        if (!*done) return KT_OK;
    }
    KTI_TRY(add_between(&w, text.len));
    return kti_text_status(out);
}

kt_status kti_words_romanize_read(kti_words *words, kt_str text, const kt_romanize_options *options,
                                  const kti_words_read *read, kti_arena *arena, kt_text *out,
                                  bool *done) {
    walk w = begin(words, text, options, out);
    kti_named named;
    *done = true;
    w.reading = read->reading;
    if (read->token_count > 0) {
        kti_named_begin(&named, words->lexicon, text, options, read->tokens, read->token_count,
                        arena);
        w.named = &named;
    }
    KTI_TRY(add_runs(&w, read, done));
    if (!*done) return KT_OK;
    KTI_TRY(add_between(&w, text.len));
    return kti_text_status(out);
}
