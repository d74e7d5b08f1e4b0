#include "romanize/words.h"

#include <string.h>

#include "analyze/search.h"
#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "romanize/between.h"
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
} walk;

struct word {
    const kti_step *step;
    uint64_t key;
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

static bool is_behind_digit(const walk *w, size_t at) {
    return w->scheme->names.counted && at > 0 && kti_is_ascii_digit(w->text.ptr[at - 1]);
}

/* Works the letters of a word out, alone or behind a digit, as if it were the whole text. */
static kt_status work_out(const walk *w, const kti_step *step, kt_text *out) {
    enum { DIGIT = 1, MOST = DIGIT + KTI_RUN_SYLLABLES * KTI_SYL_BYTES };
    char bytes[MOST] = "1";
    kt_analysis reading;
    kti_words *words = w->words;
    size_t at = is_behind_digit(w, step->run.span.start) ? DIGIT : 0;
    kt_str run = kti_str_span(w->text, step->run.span), text = {bytes, at + run.len};
    memcpy(bytes + at, run.ptr, run.len);
    kti_arena_reset(&words->arena);
    KTI_TRY(kti_step_morphemes(w->analyzer, step, text, at, &words->arena, &reading));
    return kti_romanize(words->lexicon, text, w->options, NULL, 0, &reading, &words->arena, out);
}

/* What a word's letters depend on; 0: they are not kept. */
static uint64_t key_of(const walk *w, const kti_step *step) {
    uint64_t digit = is_behind_digit(w, step->run.span.start);
    if (step->choices->name == 0) return 0;
    return (uint64_t)step->choices->name << 16 | (uint64_t)step->chosen << 8 | digit << 4 |
           w->style;
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

static kt_status add_word(walk *w, const kti_step *step, uint64_t key, uint32_t glance) {
    kti_written word;
    kt_text *new = &w->words->word;
    if (key != 0 && kti_word_letters_get(w->words->letters, key, glance, &word)) {
        write_word(w->out, &word);
        return kti_text_status(w->out);
    }
    KTI_TRY(work_out(w, step, new));
    size_t first = is_behind_digit(w, step->run.span.start);
    if (key != 0) {
        KTI_TRY(kti_word_letters_put(w->words->letters, key, new, first, &word));
        write_word(w->out, &word);
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
    if (w->plain && is_ascii(between)) {
        kti_text_copy(w->out, between);
        return KT_OK;
    }
    const kti_phono none = {.text = w->text};
    kti_writer writer = {.scheme = w->scheme,
                         .options = w->options,
                         .lexicon = w->words->lexicon,
                         .phono = &none,
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

/* The next few steps that are words; moves `*at`. */
static size_t next_words(const walk *w, const kti_step *steps, size_t count, size_t *at,
                         struct word words[TOGETHER]) {
    size_t found = 0;
    kti_word_letters_trim(w->words->letters);
    for (; *at < count && found < TOGETHER; ++*at)
        if (steps[*at].run.kind == KTI_RUN_HANGUL)
            words[found++] = (struct word){&steps[*at], key_of(w, &steps[*at]), 0};
    for (size_t i = 0; i < found; i++)
        words[i].glance = kti_word_letters_glance(w->words->letters, words[i].key);
    return found;
}

/* False: see kti_words_romanize(). */
static kt_status add_steps(walk *w, const kti_step *steps, size_t count, bool *done) {
    struct word words[TOGETHER];
    for (size_t at = 0; at < count;) {
        size_t found = next_words(w, steps, count, &at, words);
        for (size_t i = 0; i < found; i++) {
            kt_span span = words[i].step->run.span;
            *done = !goes_on(w, span.start);
            if (!*done) return KT_OK;
            KTI_TRY(add_between(w, span.start));
            KTI_TRY(add_word(w, words[i].step, words[i].key, words[i].glance));
            w->end = span.end;
        }
    }
    return KT_OK;
}

kt_status kti_words_romanize(kti_words *words, kti_analyzer *analyzer, kt_str text,
                             const kt_romanize_options *options, kt_text *out, bool *done) {
    const kti_scheme *scheme = kti_scheme_of(options->scheme);
    bool cased = options->letter_case == KT_CASE_UPPER || options->letter_case == KT_CASE_LOWER;
    walk w = {words,
              analyzer,
              scheme,
              options,
              text,
              kti_word_letters_style(words->letters, options),
              !scheme->exact && (!cased || options->keep_latin),
              0,
              out};
    const kti_step *steps;
    size_t at = 0, count;
    *done = true;
    kti_text_clear(out);
    for (;;) {
        KTI_TRY(kti_analyze_next(analyzer, text, &at, &steps, &count));
        if (count == 0) break;
        KTI_TRY(add_steps(&w, steps, count, done));
        if (!*done) return KT_OK;
    }
    KTI_TRY(add_between(&w, text.len));
    return kti_text_status(out);
}
