#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "engine/ctx.h"
#include "romanize/romanize.h"
#include "unicode/nfc.h"
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

/* ---- letters of other shapes ---------------------------------------------------------------- */

/* Letters and digits that are full-width, raised, lowered, circled, fractions, Roman numerals,
 * units in one character, or of mathematics. */
static bool is_shaped(uint32_t cp) {
    static const struct range {
        uint32_t first, last;
    } shaped[] = {{0xB2, 0xB3},     {0xB9, 0xB9},     {0xBC, 0xBE},     {0x2070, 0x209C},
                  {0x2150, 0x2189}, {0x2460, 0x24EA}, {0x3371, 0x337A}, {0x3380, 0x33DF},
                  {0xFF10, 0xFF19}, {0xFF21, 0xFF3A}, {0xFF41, 0xFF5A}, {0x1D400, 0x1D7FF}};
    for (size_t i = 0; i < sizeof shaped / sizeof *shaped; i++)
        if (cp >= shaped[i].first && cp <= shaped[i].last) return true;
    return false;
}

/* Writes plain letters for those; `*any` tells whether there are. */
static kt_status fold(kt_ctx *ctx, kt_str in, kt_text *out, bool *any) {
    size_t copied = 0;
    uint32_t rule = kti_scheme_rule(KT_SCHEME_RR, KTI_BY_LETTERS);
    *any = false;
    for (size_t at = 0; at < in.len;) {
        kti_cp unit = kti_utf8_at(in, at);
        size_t end = at + unit.len;
        if (is_shaped(unit.cp)) {
            kt_str plain = kti_nf_short(KTI_NFKC, kti_str_cut(in, at, end), &ctx->scratch);
            if (plain.ptr == NULL) return KT_ERR_NOMEM;
            kti_text_copy(out, kti_str_cut(in, copied, at));
            kti_text_replace(out, unit.len, plain, rule);
            copied = end;
            *any = true;
        }
        at = end;
    }
    kti_text_copy(out, kti_str_cut(in, copied, in.len));
    return kti_text_status(out);
}

/* ---- the call ------------------------------------------------------------------------------- */

static bool is_latin(kt_scheme scheme) {
    return (unsigned)scheme < KT_SCHEMES && scheme != KT_SCHEME_IPA && scheme != KT_SCHEME_HANGUL &&
           scheme != KT_SCHEME_KONTSEVICH && scheme != KT_SCHEME_RESPELL;
}

/* A mark that stands for itself, and tells words from words. */
static bool is_separator(char c) {
    bool word = kti_is_ascii_alpha(c) || kti_is_ascii_digit(c);
    return c == '\0' || (c >= ' ' && c < 0x7F && !word);
}

/* Writes the slug of `latin`. */
static kt_status cut_words(const kt_text *latin, const kt_slug_options *opts, kt_text *slug) {
    char separator = opts->separator == '\0' ? '-' : opts->separator;
    writer w = {kt_text_str(latin), opts->max_len, separator, slug, 0, false};
    write(&w);
    return kti_text_status(slug);
}

/* The text step by step: plain letters, Latin ones, words joined; and the last two as one. */
typedef struct stages {
    kt_text folded, latin, slug, both;
} stages;

static kt_status make_slug(kt_ctx *ctx, kt_str in, const kt_slug_options *opts, stages *t,
                           kt_text *out) {
    kt_romanize_options latin = KT_ROMANIZE_INIT;
    bool any;
    latin.scheme = opts->scheme;
    latin.ascii = latin.keep_latin = 1;
    KTI_TRY(fold(ctx, in, &t->folded, &any));
    KTI_TRY(kt_romanize(ctx, any ? kt_text_str(&t->folded) : in, &latin, &t->latin));
    KTI_TRY(cut_words(&t->latin, opts, &t->slug));
    if (!any) return kti_text_compose(&t->latin, &t->slug, out);
    KTI_TRY(kti_text_compose(&t->latin, &t->slug, &t->both));
    return kti_text_compose(&t->folded, &t->both, out);
}

kt_status kt_slug(kt_ctx *ctx, kt_str in, const kt_slug_options *opts, kt_text *out) {
    static const kt_slug_options defaults = KT_SLUG_INIT;
    stages t;
    KTI_TRY(kti_ctx_begin(ctx));
    if (opts == NULL) opts = &defaults;
    if (out == NULL || opts->size != sizeof *opts || !is_latin(opts->scheme) ||
        !is_separator(opts->separator))
        return kti_fail(&ctx->error, KT_ERR_ARG, 0, "bad options or no place for the text");
    kti_text_init(&t.folded, &ctx->alloc);
    kti_text_init(&t.latin, &ctx->alloc);
    kti_text_init(&t.slug, &ctx->alloc);
    kti_text_init(&t.both, &ctx->alloc);
    kt_status status = make_slug(ctx, in, opts, &t, out);
    kti_text_free_fields(&t.folded);
    kti_text_free_fields(&t.latin);
    kti_text_free_fields(&t.slug);
    kti_text_free_fields(&t.both);
    return kti_ctx_end(ctx, status);
}
