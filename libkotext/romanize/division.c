/* division.c - running text as a cataloguer divides it: particles stand apart, the title begins
 * with a capital, and names inside it are found though they are written with a space (김 정일). */
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "romanize/romanize.h"

typedef struct divider {
    const kti_lexicon *lexicon;
    const kti_scheme *scheme;
    const kt_romanize_options *options;
    kti_phono *phono;
    uint8_t *marks;
    size_t next; /* first syllable not yet passed */
} divider;

/* ---- particles ------------------------------------------------------------------------------ */

static void part_at(divider *d, size_t at) {
    while (d->next < d->phono->count && d->phono->syls[d->next].src < at)
        d->next++;
    kti_syl *s = d->next < d->phono->count ? &d->phono->syls[d->next] : NULL;
    if (s == NULL || s->src != at || s->gap != KTI_GAP_NONE) return;
    s->gap = KTI_GAP_HARD;
    d->marks[at] |= KTI_MARK_SPACE | KTI_MARK_DIVIDED;
}

static const char *const particles[] = {"은", "는", "이", "가", "을", "를",   "의",
                                        "에", "와", "과", "로", "도", "으로", "에서"};

static bool is_particle(kt_str word) {
    for (size_t i = 0; i < sizeof particles / sizeof *particles; i++)
        if (kti_str_eq(word, kti_str(particles[i]))) return true;
    return false;
}

/* Text in which particles stand apart already was divided by hand, and stays as it is. */
static bool is_divided(kt_str text) {
    bool first = true;
    while (text.ptr != NULL) {
        kt_str word = kti_str_next_field(&text, ' ');
        if (!first && is_particle(word) && !kti_str_eq(word, KTI_STR("이"))) return true;
        first = first && word.len == 0;
    }
    return false;
}

static void divide(divider *d, const kt_token *tokens, size_t count) {
    for (size_t i = 0; i < count; i++) {
        bool joined = i > 0 && tokens[i - 1].span.end == tokens[i].span.start;
        if (joined && tokens[i].kind == KT_TOKEN_NOMINAL) part_at(d, tokens[i].span.start);
        if (tokens[i].stem.end < tokens[i].span.end) part_at(d, tokens[i].stem.end);
    }
}

/* ---- names that are written with a space ---------------------------------------------------- */

static kt_span word_at(kt_str text, size_t at) {
    size_t end = at;
    while (end + KTI_SYL_BYTES <= text.len && kti_is_syllable(kti_utf8_at(text, end).cp))
        end += KTI_SYL_BYTES;
    return (kt_span){(uint32_t)at, (uint32_t)end};
}

static bool is_name(const divider *d, kt_str surname, kt_str given) {
    char bytes[8 * KTI_SYL_BYTES];
    size_t len = surname.len + given.len;
    if (given.len == 0 || given.len > 2 * KTI_SYL_BYTES || len > sizeof bytes) return false;
    if (kti_lexicon_surname(d->lexicon, surname) != surname.len) return false;
    for (size_t i = 0; i < len; i++)
        bytes[i] = i < surname.len ? surname.ptr[i] : given.ptr[i - surname.len];
    kti_word whole = kti_lexicon_word(d->lexicon, (kt_str){bytes, len});
    kti_word last = kti_lexicon_word(d->lexicon, given);
    unsigned other =
        KTI_WORD_NOUN | KTI_WORD_PREDICATE | KTI_WORD_MODIFIER | KTI_WORD_PLACE | KTI_WORD_BOUND;
    if ((whole.classes & KTI_WORD_PERSON) != 0)
        return given.len > KTI_SYL_BYTES || surname.len > KTI_SYL_BYTES ||
               (last.classes & KTI_WORD_PREDICATE) == 0;
    return given.len == 2 * KTI_SYL_BYTES && (last.classes & other) == 0;
}

/* `at` is the start of a word; returns where the name's given part ends, or `at`. */
static size_t spaced_name(divider *d, size_t at) {
    kt_str text = d->phono->text;
    kt_span surname = word_at(text, at);
    bool space = surname.end < text.len && text.ptr[surname.end] == ' ';
    if (!space || surname.end - at > 2 * KTI_SYL_BYTES || surname.end == at) return at;
    kt_span given = word_at(text, surname.end + 1);
    if (!is_name(d, kti_str_span(text, surname), kti_str_span(text, given))) return at;
    kti_mark_person(d->lexicon, d->scheme, d->options, (kt_span){(uint32_t)at, given.end}, d->phono,
                    d->marks, &d->next);
    return given.end;
}

/* ---- capitals ------------------------------------------------------------------------------- */

/* Two countries in one word (한미, 한중): Han-Mi. */
static bool is_country_pair(kt_str word) {
    static const char *const pairs[] = {"한미", "한일", "한중", "한러", "한소", "한영", "한독",
                                        "한불", "한몽", "북미", "북중", "북일", "북러", "미일",
                                        "미중", "중일", "러일", "청일", "조미", "조일", "조중",
                                        "조청", "조러", "미소", "미러", "중러", "중소"};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (kti_str_eq(word, kti_str(pairs[i]))) return true;
    return false;
}

/* Religions and eras are proper names too. */
static bool is_proper(kt_str word) {
    static const char *const words[] = {"불교",   "기독교",   "천주교", "유교",   "도교",
                                        "이슬람", "이슬람교", "힌두교", "개신교", "천도교",
                                        "원불교", "대종교",   "가톨릭", "유대교", "조선",
                                        "고려",   "신라",     "백제",   "고구려", "발해"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (kti_str_eq(word, kti_str(words[i]))) return true;
    return false;
}

static void mark_word(divider *d, kt_span span) {
    kt_str word = kti_str_span(d->phono->text, span);
    if (is_proper(word)) d->marks[span.start] |= KTI_MARK_CAPITAL;
    if (!is_country_pair(word)) return;
    size_t second = span.start + KTI_SYL_BYTES;
    d->marks[span.start] |= KTI_MARK_CAPITAL;
    d->marks[second] |= KTI_MARK_CAPITAL | KTI_MARK_HYPHEN;
    while (d->next < d->phono->count && d->phono->syls[d->next].src < second)
        d->next++;
    if (d->next < d->phono->count) d->phono->syls[d->next].gap = KTI_GAP_HARD;
}

static void mark_title(divider *d) {
    kt_str text = d->phono->text;
    bool first = true;
    for (size_t at = 0; at < text.len;) {
        kti_cp unit = kti_utf8_at(text, at);
        if (!kti_is_syllable(unit.cp)) {
            first = first && !kti_is_ascii_alpha(text.ptr[at]) && !kti_is_ascii_digit(text.ptr[at]);
            at += unit.len;
            continue;
        }
        if (first) d->marks[at] |= KTI_MARK_CAPITAL;
        first = false;
        kt_span word = word_at(text, at);
        size_t end = spaced_name(d, at);
        if (end == at) mark_word(d, word);
        at = end > word.end ? end : word.end;
    }
}

void kti_mark_words(const kti_lexicon *lexicon, const kti_scheme *scheme,
                    const kt_romanize_options *options, const kt_token *tokens, size_t token_count,
                    kti_phono *phono, uint8_t *marks) {
    divider d = {lexicon, scheme, options, phono, marks, 0};
    if (options->kind != KT_KIND_AUTO && options->kind != KT_KIND_WORD) return;
    if (!is_divided(phono->text)) divide(&d, tokens, token_count);
    d.next = 0;
    if (scheme->titles && options->kind == KT_KIND_AUTO) mark_title(&d);
}
