#include "romanize/romanize.h"

#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"

typedef struct writer {
    const kti_scheme *scheme;
    const kt_romanize_options *options;
    const kti_phono *phono;
    const uint8_t *marks;
    kti_arena *arena;
    kt_text *out;
    size_t next; /* the syllable to come */
} writer;

/* ---- letters -------------------------------------------------------------------------------- */

/* A syllable takes at most a separator, a tense choseong, three vowel letters and "ng". */
typedef struct letters {
    char text[24];
    size_t len;
} letters;

static void add(letters *to, const char *text) {
    size_t len = strlen(text);
    if (to->len + len > sizeof to->text) return;
    memcpy(to->text + to->len, text, len);
    to->len += len;
}

static void capitalise(letters *to, size_t from) {
    if (from < to->len) to->text[from] = kti_ascii_upper(to->text[from]);
}

static bool is_joined(const kti_syl *s) {
    return s->gap == KTI_GAP_NONE || s->gap == KTI_GAP_FROZEN;
}

static bool wants_hyphen(const writer *w, const kti_syl *s, uint8_t mark) {
    if (mark & KTI_MARK_HYPHEN) return true;
    if (s->gap != KTI_GAP_NONE || w->options->hyphen == KT_HYPHEN_NONE) return false;
    return w->options->hyphen == KT_HYPHEN_SYLLABLE || w->scheme->ambiguous(s - 1, s);
}

static void spell(const writer *w, const kti_syl *s, uint8_t mark, letters *to) {
    const kti_scheme *scheme = w->scheme;
    if (mark & KTI_MARK_SPACE)
        add(to, " ");
    else if (wants_hyphen(w, s, mark))
        add(to, "-");
    size_t from = to->len;
    bool liquid = s->l == KTI_L_R && s->gap == KTI_GAP_NONE && (s - 1)->t == KTI_T_R;
    add(to, liquid ? scheme->liquid : scheme->choseong[s->l]);
    add(to, scheme->jungseong[s->v]);
    add(to, scheme->jongseong[s->t]);
    if (mark & KTI_MARK_CAPITAL) capitalise(to, from);
}

static uint32_t rule_of(const kti_syl *s, uint8_t mark) {
    if (mark & KTI_MARK_HYPHEN) return KTI_RR_3_5;
    if (mark & KTI_MARK_SPACE) return KTI_RR_3_4;
    return s->rule != 0 ? s->rule : KTI_RR_2;
}

static void note_mark(writer *w, const kti_syl *s, uint8_t mark, const letters *l) {
    if (!w->options->explain || (mark & (KTI_MARK_HYPHEN | KTI_MARK_SPACE | KTI_MARK_CAPITAL)) == 0)
        return;
    uint32_t rule = mark & KTI_MARK_HYPHEN  ? KTI_RR_3_5
                    : mark & KTI_MARK_SPACE ? KTI_RR_3_4
                                            : KTI_RR_3_3;
    kt_span src = {s->src, s->src + KTI_SYL_BYTES};
    kti_text_note(w->out, src, rule, kti_str_span(w->phono->text, src), (kt_str){l->text, l->len});
}

static void write_syllable(writer *w) {
    const kti_syl *s = &w->phono->syls[w->next++];
    uint8_t mark = w->marks[s->src];
    letters l = {.len = 0};
    if (!is_joined(s)) mark &= (uint8_t) ~(unsigned)(KTI_MARK_HYPHEN * (s->gap == KTI_GAP_SPACE));
    spell(w, s, mark, &l);
    note_mark(w, s, mark, &l);
    kti_text_replace(w->out, KTI_SYL_BYTES, (kt_str){l.text, l.len}, rule_of(s, mark));
}

/* ---- letters that stand alone --------------------------------------------------------------- */

enum { JAMO_FIRST = 0x3131, JAMO_VOWEL = 0x314F, JAMO_LAST = 0x3163 };

static const char *jamo_letters(const kti_scheme *scheme, uint32_t cp) {
    static const char *const clusters[] = {
        [0x3133 - JAMO_FIRST] = "gs", [0x3135 - JAMO_FIRST] = "nj", [0x3136 - JAMO_FIRST] = "nh",
        [0x313A - JAMO_FIRST] = "lg", [0x313B - JAMO_FIRST] = "lm", [0x313C - JAMO_FIRST] = "lb",
        [0x313D - JAMO_FIRST] = "ls", [0x313E - JAMO_FIRST] = "lt", [0x313F - JAMO_FIRST] = "lp",
        [0x3140 - JAMO_FIRST] = "lh", [0x3144 - JAMO_FIRST] = "bs"};
    static const uint8_t choseong[] = {KTI_L_G,  KTI_L_GG, 0,       KTI_L_N,  0,          0,
                                       KTI_L_D,  KTI_L_DD, KTI_L_R, 0,        0,          0,
                                       0,        0,        0,       0,        KTI_L_M,    KTI_L_B,
                                       KTI_L_BB, 0,        KTI_L_S, KTI_L_SS, KTI_L_NONE, KTI_L_J,
                                       KTI_L_JJ, KTI_L_CH, KTI_L_K, KTI_L_T,  KTI_L_P,    KTI_L_H};
    if (cp >= JAMO_VOWEL) return scheme->jungseong[cp - JAMO_VOWEL];
    size_t index = cp - JAMO_FIRST;
    if (index < sizeof clusters / sizeof *clusters && clusters[index] != NULL)
        return clusters[index];
    return cp == 0x3147 ? "ng" : scheme->choseong[choseong[index]];
}

static void write_jamo(writer *w, kti_cp unit) {
    kti_text_replace(w->out, unit.len, kti_str(jamo_letters(w->scheme, unit.cp)), KTI_RR_JAMO);
}

/* ---- numbers of divisions ------------------------------------------------------------------- */

/* The Sino-Korean reading of up to four digits, in Hangul: 11 -> 십일. */
static void read_number(kt_str digits, kti_buf *out) {
    static const char *const ones[] = {"", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"};
    static const char *const tens[] = {"", "십", "백", "천"};
    for (size_t i = 0; i < digits.len; i++) {
        size_t place = digits.len - 1 - i;
        unsigned digit = (unsigned)(digits.ptr[i] - '0');
        if (digit == 0) continue;
        if (digit > 1 || place == 0) kti_buf_add_cstr(out, ones[digit]);
        kti_buf_add_cstr(out, tens[place]);
    }
    if (out->len == 0) kti_buf_add_cstr(out, "영");
}

static kt_status spell_number(const writer *w, kt_str digits, kti_buf *out) {
    kti_buf hangul;
    kti_phono phono;
    kti_buf_init(&hangul, &w->arena->alloc);
    read_number(digits, &hangul);
    kt_status status = kti_buf_status(&hangul);
    if (status == KT_OK) status = kti_phono_read(kti_buf_str(&hangul), NULL, 0, w->arena, &phono);
    if (status == KT_OK) {
        kti_phono_change(&phono, &w->scheme->phono, NULL);
        for (size_t i = 0; i < phono.count; i++) {
            letters l = {.len = 0};
            spell(w, &phono.syls[i], KTI_MARK_NONE, &l);
            kti_buf_add(out, l.text, l.len);
        }
    }
    kti_buf_free(&hangul);
    return status;
}

static kt_status write_number(writer *w, size_t at, size_t *end) {
    kt_str text = w->phono->text;
    kti_buf number;
    for (*end = at; *end < text.len && kti_is_ascii_digit(text.ptr[*end]);)
        ++*end;
    kt_str digits = kti_str_cut(text, at, *end);
    kti_buf_init(&number, &w->arena->alloc);
    if (w->marks[at] & KTI_MARK_SPACE) kti_buf_add_byte(&number, ' ');
    kti_buf_add_str(&number, digits);
    kti_buf_add_byte(&number, '(');
    kt_status status = spell_number(w, digits, &number);
    kti_buf_add_byte(&number, ')');
    if (status == KT_OK) status = kti_buf_status(&number);
    if (status == KT_OK)
        kti_text_replace(w->out, digits.len, kti_buf_str(&number), KTI_RR_3_5_NUMBER);
    kti_buf_free(&number);
    return status;
}

/* ---- the text ------------------------------------------------------------------------------- */

/* Writes what stands before byte `end`: it holds no syllable. */
static kt_status write_between(writer *w, size_t at, size_t end) {
    kt_str text = w->phono->text;
    size_t copied = at;
    while (at < end) {
        kti_cp unit = kti_utf8_at(text, at);
        size_t next = at + unit.len;
        bool number = (w->marks[at] & KTI_MARK_READ) != 0;
        bool jamo = unit.cp >= JAMO_FIRST && unit.cp <= JAMO_LAST;
        if (number || jamo || !unit.valid) {
            kti_text_copy(w->out, kti_str_cut(text, copied, at));
            if (number)
                KTI_TRY(write_number(w, at, &next));
            else if (jamo)
                write_jamo(w, unit);
            else
                kti_text_replace(w->out, unit.len, KTI_STR("\xEF\xBF\xBD"), KTI_RR_2);
            copied = next;
        }
        at = next;
    }
    kti_text_copy(w->out, kti_str_cut(text, copied, end));
    return kti_text_status(w->out);
}

static kt_status write_text(writer *w) {
    size_t at = 0;
    while (w->next < w->phono->count) {
        size_t start = w->phono->syls[w->next].src;
        KTI_TRY(write_between(w, at, start));
        write_syllable(w);
        at = start + KTI_SYL_BYTES;
    }
    return write_between(w, at, w->phono->text.len);
}

kt_status kti_romanize(const kti_lexicon *lexicon, kt_str text, const kt_romanize_options *options,
                       const kt_token *tokens, size_t token_count, const kt_analysis *reading,
                       kti_arena *arena, kt_text *out) {
    kti_phono phono;
    kti_text_clear(out);
    if (options->scheme != KT_SCHEME_RR) return KT_ERR_UNSUPPORTED;
    KTI_TRY(kti_phono_read(text, tokens, token_count, arena, &phono));
    KTI_TRY(kti_phono_inform(&phono, lexicon, reading, arena));
    uint8_t *marks = kti_arena_zeroed(arena, text.len + 1, 1);
    if (marks == NULL) return KT_ERR_NOMEM;
    kti_mark_names(lexicon, options, tokens, token_count, &phono, marks);
    kti_phono_change(&phono, &kti_scheme_rr.phono, options->explain ? out : NULL);
    writer w = {&kti_scheme_rr, options, &phono, marks, arena, out, 0};
    return write_text(&w);
}
