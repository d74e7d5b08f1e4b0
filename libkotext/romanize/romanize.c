/* romanize.c - the driver: reads syllables, lets the scheme mark and change them, writes. */
#include "romanize/romanize.h"

#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "romanize/between.h"
#include "romanize/exact.h"
#include "unicode/props.h"

/* ---- places --------------------------------------------------------------------------------- */

/* A hyphen in the text itself, which sounds pass (대동-강). */
static bool behind_hyphen(const kti_writer *w, const kti_syl *s) {
    return s->src > 0 && w->phono->text.ptr[s->src - 1] == '-';
}

static bool has_mark(const kti_writer *w, const kti_syl *s) {
    return (w->marks[s->src] & (KTI_MARK_HYPHEN | KTI_MARK_SPACE)) != 0 || behind_hyphen(w, s);
}

static kti_place place_of(const kti_writer *w, size_t at) {
    const kti_syl *s = &w->phono->syls[at];
    kti_place p = {.it = s, .narrow = w->options->narrow != 0};
    if (at > 0 && s->gap == KTI_GAP_NONE) {
        p.before = s - 1;
        p.mark_before = has_mark(w, s);
    }
    if (at + 1 < w->phono->count && s[1].gap == KTI_GAP_NONE) {
        p.after = s + 1;
        p.mark_after = has_mark(w, s + 1);
    }
    return p;
}

static const char *between(const kti_writer *w, const kti_syl *s, uint8_t mark) {
    const kti_scheme *scheme = w->scheme;
    if (mark & KTI_MARK_SPACE) return " ";
    if (behind_hyphen(w, s)) return "";
    if (mark & KTI_MARK_HYPHEN) return "-";
    if (s->gap != KTI_GAP_NONE) return "";
    const char *own = scheme->mark != NULL ? scheme->mark : "-";
    if (w->options->hyphen == KT_HYPHEN_SYLLABLE || scheme->by_syllable) return own;
    if (scheme->ambiguous == NULL) return "";
    bool wanted = scheme->by_letters || w->options->hyphen == KT_HYPHEN_AMBIGUOUS;
    return wanted && scheme->ambiguous(s - 1, s) ? own : "";
}

/* ---- letters -------------------------------------------------------------------------------- */

/* Changes `count` letters from byte `from` on; upper and lower forms have the same length here. */
static void recase(kti_letters *l, size_t from, size_t count, bool upper) {
    kt_str text = {l->text, l->len};
    while (from < l->len && count-- > 0) {
        kti_cp unit = kti_utf8_at(text, from);
        char bytes[4];
        uint32_t cp = upper ? kti_cp_upper(unit.cp) : kti_cp_lower(unit.cp);
        if (kti_utf8_encode(cp, bytes) == unit.len) memcpy(l->text + from, bytes, unit.len);
        from += unit.len;
    }
}

/* Without diacritics; `quotes`: ’ becomes '. */
static void strip(kti_letters *l, bool quotes) {
    kti_letters out = {.len = 0};
    kt_str text = {l->text, l->len};
    for (size_t at = 0; at < l->len;) {
        kti_cp unit = kti_utf8_at(text, at);
        uint32_t cp = quotes && unit.cp == 0x2019 ? '\'' : kti_cp_base(unit.cp);
        out.len += kti_utf8_encode(cp, out.text + out.len);
        at += unit.len;
    }
    *l = out;
}

static bool is_latin_scheme(const kti_scheme *scheme) {
    return scheme->number != KT_SCHEME_IPA && scheme->number != KT_SCHEME_KONTSEVICH;
}

static bool begins_word(const kti_syl *s, uint8_t mark) {
    return s->gap == KTI_GAP_SPACE || s->gap == KTI_GAP_HARD || (mark & KTI_MARK_SPACE) != 0;
}

static void finish(const kti_writer *w, const kti_syl *s, uint8_t mark, size_t from,
                   kti_letters *l) {
    bool title = w->options->letter_case == KT_CASE_TITLE && begins_word(s, mark);
    bool pair = w->scheme->capital_pair && kti_is_written_tense(NULL, s);
    if ((mark & KTI_MARK_CAPITAL) || title) recase(l, from, pair ? 2 : 1, true);
    if (w->options->letter_case == KT_CASE_UPPER) recase(l, 0, l->len, true);
    if (w->options->letter_case == KT_CASE_LOWER) recase(l, 0, l->len, false);
    if (!is_latin_scheme(w->scheme)) return;
    if (w->options->ascii)
        strip(l, true);
    else if (mark & KTI_MARK_PLAIN)
        strip(l, false);
}

static void letters_of(const kti_writer *w, size_t at, uint8_t mark, kti_letters *l) {
    const kti_syl *s = &w->phono->syls[at];
    kti_place p = place_of(w, at);
    const char *before = between(w, s, mark);
    const kti_fixed_part *fixed = kti_fixed_at(w->scheme, w->phono, at);
    if (fixed != NULL) {
        kti_letters_add(l, before);
        kti_letters_add(l, fixed->opening);
        if (fixed->opening == NULL) kti_spell_opening(w->scheme, &p, l);
        kti_letters_add(l, fixed->coda);
    } else if (mark & KTI_MARK_YI) {
        kti_letters_add(l, before);
        kti_letters_add(l, "yi");
    } else {
        kti_spell_place(w->scheme, &p, before, l);
    }
    bool moved = strcmp(before, "-") == 0 && l->text[0] != '-';
    finish(w, s, mark, moved ? 0 : strlen(before), l);
}

/* ---- rules ---------------------------------------------------------------------------------- */

static kti_what what_of(const kti_writer *w, size_t at, uint8_t mark) {
    const kti_syl *s = &w->phono->syls[at];
    bool digit = s->src > 0 && kti_is_ascii_digit(w->phono->text.ptr[s->src - 1]);
    if (mark & KTI_MARK_DIVIDED) return KTI_BY_DIVISION;
    if (mark & KTI_MARK_HYPHEN)
        return s->kind == KT_TOKEN_PERSON || (mark & KTI_MARK_NAMED) ? KTI_BY_PERSON
               : digit && !w->scheme->names.number_read              ? KTI_BY_NUMBER
                                                                     : KTI_BY_UNIT;
    return mark & KTI_MARK_SPACE ? KTI_BY_PERSON : KTI_BY_CAPITAL;
}

static uint32_t rule_of(const kti_writer *w, size_t at, uint8_t mark) {
    const kti_syl *s = &w->phono->syls[at];
    kti_place p = place_of(w, at);
    if (mark & (KTI_MARK_HYPHEN | KTI_MARK_SPACE))
        return kti_scheme_rule(w->scheme->number, what_of(w, at, mark));
    if (s->rule != 0) return s->rule;
    bool voiced = w->scheme->voiced[s->l] != NULL && kti_is_voiced(&p);
    return kti_scheme_rule(w->scheme->number, voiced ? KTI_BY_VOICED : KTI_BY_LETTERS);
}

static void note_mark(kti_writer *w, size_t at, uint8_t mark, const kti_letters *l) {
    uint8_t noted = KTI_MARK_HYPHEN | KTI_MARK_SPACE | KTI_MARK_CAPITAL;
    if (!w->options->explain || (mark & noted) == 0) return;
    uint32_t src = w->phono->syls[at].src;
    kt_span span = {src, src + KTI_SYL_BYTES};
    kti_text_note(w->out, span, kti_scheme_rule(w->scheme->number, what_of(w, at, mark)),
                  kti_str_span(w->phono->text, span), (kt_str){l->text, l->len});
}

static void write_syllable(kti_writer *w) {
    size_t at = w->next++;
    const kti_syl *s = &w->phono->syls[at];
    uint8_t mark = w->marks[s->src];
    kti_letters l = {.len = 0};
    if (s->gap == KTI_GAP_SPACE) mark &= (uint8_t) ~(unsigned)KTI_MARK_HYPHEN;
    letters_of(w, at, mark, &l);
    note_mark(w, at, mark, &l);
    kti_text_replace(w->out, KTI_SYL_BYTES, (kt_str){l.text, l.len}, rule_of(w, at, mark));
}

static kt_status write_text(kti_writer *w) {
    size_t at = 0;
    while (w->next < w->phono->count) {
        size_t start = w->phono->syls[w->next].src;
        KTI_TRY(kti_write_between(w, at, start));
        write_syllable(w);
        at = start + KTI_SYL_BYTES;
    }
    return kti_write_between(w, at, w->phono->text.len);
}

/* ---- before writing ------------------------------------------------------------------------- */

/* Hyphens of the text that sounds pass, and digits before what they count. */
static void prepare(const kti_scheme *scheme, kti_phono *phono, uint8_t *marks) {
    if (!scheme->names.counted) return;
    for (size_t i = 0; i < phono->count; i++) {
        kti_syl *s = &phono->syls[i];
        char before = s->src > 0 ? phono->text.ptr[s->src - 1] : ' ';
        bool joined = i > 0 && (s - 1)->src + KTI_SYL_BYTES + 1 == s->src;
        if (before == '-' && joined) s->gap = KTI_GAP_NONE;
        if (!kti_is_ascii_digit(before)) continue;
        marks[s->src] |= KTI_MARK_HYPHEN;
        if (s->l == KTI_L_N && s->v == KTI_V_YEO) s->l = s->l0 = KTI_L_NONE; /* 32-yŏn */
    }
}

/* What names do to the text: tokens tell, or marks for each syllable. */
typedef struct effects {
    const kt_token *tokens;
    size_t count;
    const kti_syl_mark *marks; /* NULL: none */
} effects;

static void apply(const kti_syl_mark *from, kti_phono *phono, uint8_t *marks) {
    for (size_t at = 0; at < phono->count; at++) {
        kti_syl *s = &phono->syls[at];
        bool law = from[at].l != kti_split(kti_utf8_at(phono->text, s->src).cp).choseong;
        marks[s->src] |= from[at].marks;
        if (law) s->l = s->l0 = from[at].l;
        if (at == 0 || from[at].gap == KTI_GAP_NONE) continue;
        s->gap = from[at].gap;
        if (s->gap == KTI_GAP_HARD) kti_phono_part(phono, at);
    }
}

static kt_status change(kti_writer *w, kti_phono *phono, uint8_t *marks, const effects *names) {
    const kti_scheme *scheme = w->scheme;
    if (scheme->exact) return KT_OK;
    prepare(scheme, phono, marks);
    if (scheme->divided)
        kti_mark_words(w->lexicon, scheme, w->options, names->tokens, names->count, phono, marks);
    if (names->marks != NULL)
        apply(names->marks, phono, marks);
    else if (scheme->articles[KTI_BY_CAPITAL] != NULL)
        kti_mark_names(w->lexicon, scheme, w->options, names->tokens, names->count, phono, marks);
    if (!scheme->by_letters)
        kti_phono_change(phono, &scheme->phono, w->options->explain ? w->out : NULL);
    for (size_t at = 1; scheme->settle != NULL && at < phono->count; at++)
        scheme->settle(w->lexicon, phono, at, marks);
    return KT_OK;
}

static kt_status romanize(const kti_lexicon *lexicon, const kt_romanize_options *options,
                          const effects *names, kti_phono *phono, const kt_analysis *reading,
                          kti_arena *arena, kt_text *out) {
    KTI_TRY(kti_phono_inform(phono, lexicon, reading, arena));
    uint8_t *marks = kti_arena_zeroed(arena, phono->text.len + 1, 1);
    if (marks == NULL) return KT_ERR_NOMEM;
    kti_writer w = {kti_scheme_of(options->scheme), options, lexicon, phono, marks, arena, out, 0};
    KTI_TRY(change(&w, phono, marks, names));
    return write_text(&w);
}

kt_status kti_romanize_word(const kti_lexicon *lexicon, kt_str text,
                            const kt_romanize_options *options, const kti_syl_mark *marks,
                            const kt_analysis *reading, kti_arena *arena, kt_text *out) {
    kti_phono phono;
    effects names = {NULL, 0, marks};
    kti_text_clear(out);
    KTI_TRY(kti_phono_read(text, NULL, 0, arena, &phono));
    for (size_t i = 0; marks != NULL && i < phono.count; i++)
        phono.syls[i].kind = marks[i].kind;
    return romanize(lexicon, options, &names, &phono, reading, arena, out);
}

kt_status kti_romanize(const kti_lexicon *lexicon, kt_str text, const kt_romanize_options *options,
                       const kt_token *tokens, size_t token_count, const kt_analysis *reading,
                       kti_arena *arena, kt_text *out) {
    kti_phono phono;
    const kti_scheme *scheme = kti_scheme_of(options->scheme);
    kti_text_clear(out);
    if (scheme == NULL) return KT_ERR_UNSUPPORTED;
    if (scheme->number == KT_SCHEME_HANGUL) {
        kt_pronounce_options aloud = KT_PRONOUNCE_INIT;
        aloud.explain = options->explain;
        return kti_pronounce(lexicon, text, tokens, token_count, reading, &aloud, arena, out);
    }
    effects names = {tokens, token_count, NULL};
    KTI_TRY(kti_phono_read(text, tokens, token_count, arena, &phono));
    return romanize(lexicon, options, &names, &phono, reading, arena, out);
}
