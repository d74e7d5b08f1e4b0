#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "engine/ctx.h"
#include "romanize/romanize.h"
#include "unicode/props.h"

typedef struct writer {
    kt_str text;
    size_t limit;
    char separator;
    kt_text *out;
    size_t len;  /* written */
    bool wanted; /* a separator, before the next letter */
} writer;

/* The letter or digit of a unit; 0 = none. */
static char letter_of(uint32_t cp) {
    uint32_t base = kti_cp_lower(kti_cp_base(cp));
    bool letter = (base >= 'a' && base <= 'z') || (base >= '0' && base <= '9');
    return letter ? (char)base : '\0';
}

/* Apostrophes and combining marks are within a word. */
static bool is_silent(uint32_t cp) {
    return cp == '\'' || cp == 0x2019 || cp == 0x2018 || cp == 0x2BC || kti_cp_is_mark(cp);
}

/* The letters from `at` to the end of the word. */
static size_t rest_of_word(const writer *w, size_t at) {
    size_t letters = 0;
    while (at < w->text.len) {
        kti_cp unit = kti_utf8_at(w->text, at);
        bool letter = letter_of(unit.cp) != '\0';
        if (!letter && !is_silent(unit.cp)) break;
        letters += letter;
        at += unit.len;
    }
    return letters;
}

static void put(writer *w, size_t bytes, char letter, bool separated) {
    char text[2] = {w->separator, letter};
    kt_str to = {separated ? text : text + 1, separated ? 2 : 1};
    kti_text_replace(w->out, bytes, to, kti_scheme_rule(KT_SCHEME_RR, KTI_BY_LETTERS));
    w->len += to.len;
}

/* Whether the word at `at` still fits; the first one is cut, not left out. */
static bool fits(const writer *w, size_t at) {
    if (w->limit == 0 || w->len == 0) return true;
    return w->len + 1 + rest_of_word(w, at) <= w->limit;
}

static void write(writer *w) {
    size_t skipped = 0;
    bool full = false;
    for (size_t at = 0; at < w->text.len;) {
        kti_cp unit = kti_utf8_at(w->text, at);
        char letter = letter_of(unit.cp);
        bool separated = w->wanted && w->len > 0;
        bool begins = w->wanted || w->len == 0;
        full = full || (letter != '\0' && begins && !fits(w, at)) ||
               (w->limit > 0 && w->len + 1 > w->limit);
        if (letter == '\0' || full) {
            w->wanted = w->wanted || !is_silent(unit.cp);
            skipped += unit.len;
        } else {
            put(w, skipped + unit.len, letter, separated);
            w->wanted = false;
            skipped = 0;
        }
        at += unit.len;
    }
    if (skipped > 0)
        kti_text_replace(w->out, skipped, KTI_STR(""),
                         kti_scheme_rule(KT_SCHEME_RR, KTI_BY_LETTERS));
}

static bool is_latin(kt_scheme scheme) {
    return (unsigned)scheme < KT_SCHEMES && scheme != KT_SCHEME_IPA && scheme != KT_SCHEME_HANGUL &&
           scheme != KT_SCHEME_KONTSEVICH && scheme != KT_SCHEME_RESPELL;
}

kt_status kt_slug(kt_ctx *ctx, kt_str in, const kt_slug_options *opts, kt_text *out) {
    static const kt_slug_options defaults = KT_SLUG_INIT;
    kt_romanize_options latin = KT_ROMANIZE_INIT;
    kt_text letters, slug;
    KTI_TRY(kti_ctx_begin(ctx));
    if (opts == NULL) opts = &defaults;
    if (out == NULL || opts->size != sizeof *opts || !is_latin(opts->scheme))
        return kti_fail(&ctx->error, KT_ERR_ARG, 0, "bad options or no place for the text");
    latin.scheme = opts->scheme;
    latin.ascii = latin.keep_latin = 1;
    kti_text_init(&letters, &ctx->alloc);
    kti_text_init(&slug, &ctx->alloc);
    kt_status status = kt_romanize(ctx, in, &latin, &letters);
    char separator = opts->separator == '\0' ? '-' : opts->separator;
    writer w = {kt_text_str(&letters), opts->max_len, separator, &slug, 0, false};
    if (status == KT_OK) write(&w);
    if (status == KT_OK) status = kti_text_status(&slug);
    if (status == KT_OK) status = kti_text_compose(&letters, &slug, out);
    kti_text_free_fields(&letters);
    kti_text_free_fields(&slug);
    return kti_ctx_end(ctx, status);
}
