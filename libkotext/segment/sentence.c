/* sentence.c - where sentences end, in Korean text above all.
 *
 * Text is read once. Behind each word a tail gathers: stops, dots, laughter, closing marks, space
 * (tail.c). Where the next word begins, the evidence is weighed (weights_table.c): how the word
 * before ends and the next begins, as the analysis or else the spelling tells (edges.h), the marks
 * between, and what the text shows at the head of what follows (heads.c). Some places are refused
 * whatever speaks for them:
 *   quotes         inside an open quotation or bracket: "갔다. 왔다."라고 했다.
 *   quotative      before 라고, 라며, 하고, 는 ... that take up what was just quoted
 *   abbreviation   after U.S., Mr., No., a single initial, a list number
 *   token          inside a token the caller knows
 * A bracket belongs to the word it touches, and is read past. Where a stop has no space behind it,
 * and in other scripts, the rules of UAX #29 decide.
 */
#include <string.h>

#include "core/bits.h"
#include "core/status.h"
#include "hangul/syllable.h"
#include "segment/heads.h"
#include "segment/joins.h"
#include "segment/plain.h"
#include "segment/segment.h"
#include "segment/weights.h"
#include "unicode/breaks.h"
#include "unicode/props.h"

enum { SYLLABLE = 3 /* bytes */ };

typedef struct splitter {
    kti_uni *uni;
    kt_str text;
    kti_known known;
    bool hasty; /* gaps may be passed over */
    kt_status status;
    size_t token;     /* first token that ends after the current place */
    size_t final;     /* first token that ends at or after the word read last */
    size_t line;      /* where the paragraph begins */
    size_t asked;     /* the paragraph that UAX #29 was asked about, + 1 */
    int64_t proposed; /* by it, at or after the place last asked for */
    size_t start;     /* of the sentence being read */
    size_t seen;      /* where the block begins that was looked at last */
    kti_plain block;
    unsigned item; /* the number of the list's item read last */
    size_t colon;  /* the first at or after the place last asked for */
    size_t wide;   /* the same of what begins as a full-width colon does */
    kti_quotes quotes;
    kti_tail tail;
    kti_tail outside[KTI_QUOTES_DEEPEST]; /* the tails before the brackets that stand open */
    size_t gap_word, gap_at;              /* the gap read last */
    kti_seam gap;
    kti_spans *out;
} splitter;

static bool is_space(uint32_t cp) {
    return cp == ' ' || (!kti_is_syllable(cp) && kti_cp_is_space(cp));
}

static size_t skip_spaces(kt_str text, size_t at) {
    while (at < text.len && is_space(kti_utf8_at(text, at).cp))
        at += kti_utf8_at(text, at).len;
    return at;
}

static void end_sentence(splitter *s, size_t at) {
    size_t start = skip_spaces(s->text, s->start);
    size_t end = at;
    while (end > start) {
        kti_cp unit = kti_utf8_before(s->text, end);
        if (!is_space(unit.cp)) break;
        end -= unit.len;
    }
    if (end > start) kti_spans_add(s->out, start, end);
    s->start = at;
    s->quotes.depth = 0;
    kti_tail_start(&s->tail, at);
}

/* Whether the next item of the list begins at `at`. */
static bool is_next_item(const splitter *s, size_t at) {
    return s->item > 0 && kti_item_number(s->text, at) == s->item + 1;
}

/* ---- the evidence --------------------------------------------------------------------------- */

/* Whether a final token of the caller's ends where the last word does. */
static bool is_final(splitter *s) {
    const kti_known *k = &s->known;
    while (s->final < k->token_count && k->tokens[s->final].span.end < s->tail.word)
        s->final++;
    return s->final < k->token_count && k->tokens[s->final].span.end == s->tail.word &&
           k->tokens[s->final].kind == KT_TOKEN_FINAL;
}

/* What a reading says of the gap before `at`; it is asked once. */
static const kti_seam *gap_before(splitter *s, size_t at) {
    if (s->gap_word == s->tail.word && s->gap_at == at) return &s->gap;
    s->gap = (kti_seam){KTI_CLOSING_NONE, KTI_OPENING_NONE};
    s->gap_word = s->tail.word;
    s->gap_at = at;
    kt_status status = s->known.read(s->known.reader, s->text, s->tail.word, at, &s->gap);
    if (status != KT_OK) s->status = status;
    return &s->gap;
}

/* What the end of the last word may say where no mark that tells more follows. */
static unsigned possible_closings(splitter *s) {
    if (s->known.possible == NULL || is_final(s)) return KTI_MAY_ALL;
    return kti_possible_closings(s->known.possible, s->text, s->tail.word);
}

static kti_closing closing_of(splitter *s, size_t at) {
    if (is_final(s)) return KTI_CLOSING_SURE;
    if (s->known.read != NULL) return gap_before(s, at)->closing;
    return kti_closing_of_shape(kti_str_cut(s->text, s->start, s->tail.word));
}

/* The same where only those in `may` count. */
static kti_closing closing_in(splitter *s, size_t at, unsigned may) {
    kti_closing closing = closing_of(s, at);
    return closing < KTI_CLOSING_NAMED || (may & kti_may(closing)) != 0 ? closing
                                                                        : KTI_CLOSING_NONE;
}

/* What the word that begins at `at` shows; NONE where it shows nothing. */
static kti_opening spelled_opening(const splitter *s, size_t at) {
    kt_str rest = kti_str_cut(s->text, at, s->text.len);
    if (s->known.read == NULL) return kti_opening_by_spelling(rest);
    return s->known.possible != NULL ? kti_listed_opening(s->known.possible, rest)
                                     : kti_opening_of_shape(rest);
}

/* The same of whatever begins there. */
static kti_opening shown_opening(const splitter *s, size_t at, kti_quote_step step) {
    kti_opening head = kti_head_at(s->text, at, step);
    return head != KTI_OPENING_NONE ? head : spelled_opening(s, at);
}

static bool may_connect(const splitter *s, size_t at) {
    return kti_may_connect(s->known.possible, kti_str_cut(s->text, at, s->text.len));
}

/* What a reading adds. */
static kti_opening read_opening(splitter *s, size_t at) {
    if (s->known.read == NULL) return KTI_OPENING_NONE;
    kti_opening opening = gap_before(s, at)->opening;
    bool allowed = opening != KTI_OPENING_CONNECTOR || may_connect(s, at);
    return allowed ? opening : KTI_OPENING_TOPIC;
}

static int best_opening(const splitter *s, size_t at) {
    if (s->known.read == NULL) return kti_weight_opening(KTI_OPENING_NONE);
    return kti_weight_opening(may_connect(s, at) ? KTI_OPENING_CONNECTOR : KTI_OPENING_TOPIC);
}

/* UAX #29 is asked from the start of the paragraph on, where its rules begin anew. */
static bool is_proposed(splitter *s, size_t at) {
    if (kti_is_ascii_digit(s->text.ptr[at]) && s->text.ptr[at - 1] == '.') return false; /* SB6 */
    if (s->asked != s->line + 1) {
        kt_str rest = kti_str_cut(s->text, s->line, s->text.len);
        kt_status status = kti_breaks_start(s->uni, KTI_BREAK_SENTENCE, rest);
        if (status != KT_OK) s->status = status;
        if (status != KT_OK) return false;
        s->asked = s->line + 1;
        s->proposed = 0;
    }
    int64_t wanted = (int64_t)(at - s->line);
    while (s->proposed != KTI_BREAK_DONE && s->proposed < wanted)
        s->proposed = kti_breaks_next(s->uni, KTI_BREAK_SENTENCE);
    return s->proposed == wanted;
}

/* "e.g. this": a lower-case letter behind a Latin word begins no sentence. */
static bool goes_on_in_latin(kt_str text, size_t word, size_t at) {
    return kti_cp_is_latin(kti_utf8_before(text, word).cp) &&
           kti_cp_is_lower(kti_utf8_at(text, at).cp);
}

/* Whether the last word ends as a clause does. */
static bool has_ending(splitter *s, size_t at) {
    enum { CLAUSE = KTI_MAY_ALL & ~KTI_MAY_NAME };
    unsigned may = possible_closings(s) & CLAUSE;
    return (may != 0 || s->known.slowly) && closing_in(s, at, may) >= KTI_CLOSING_NOTE;
}

/* The mark that counts before `at`. A stop without space behind it counts where UAX #29 breaks,
 * behind an ending (끝났다.1부), or before a quotation or a bracket of its own; so do stops we have
 * no name for. */
static kti_mark mark_before(splitter *s, size_t at, kti_quote_step step) {
    kti_mark mark = kti_tail_mark(&s->tail);
    if (mark == KTI_MARK_STOP || mark == KTI_MARK_DOTS) {
        if (goes_on_in_latin(s->text, s->tail.word, at)) return KTI_MARK_NONE;
        if (mark == KTI_MARK_DOTS || s->tail.gap || step != KTI_QUOTE_NONE) return mark;
        return is_proposed(s, at) || has_ending(s, at) ? mark : KTI_MARK_NONE;
    }
    if (mark != KTI_MARK_NONE && mark != KTI_MARK_CLOSER) return mark;
    if (!kti_cp_is_punct(kti_utf8_before(s->text, s->tail.word).cp)) return mark;
    return is_proposed(s, at) ? KTI_MARK_STOP : mark;
}

/* Whether the last word is the first of its sentence. */
static bool is_first_word(const splitter *s) {
    for (size_t at = s->start; at < s->tail.word; at += kti_utf8_at(s->text, at).len)
        if (s->text.ptr[at] == ' ' || s->tail.word - at > 12) return false;
    return true;
}

/* Whether the last two syllables of the word [start, at) allow no sentence to end there before a
 * mere space, whatever begins behind it. Sets what the word may weigh at best. */
static inline bool is_refused_by_letters(const splitter *s, size_t start, size_t at, int *best) {
    size_t len = at - start;
    uint32_t last = len < SYLLABLE ? 0 : kti_syllable_at(s->text, at - SYLLABLE);
    if (last == 0 || kti_possible_of(s->known.possible, last) == 0) return true;
    uint32_t before = len < 2 * SYLLABLE ? 0 : kti_syllable_at(s->text, at - 2 * SYLLABLE);
    *best = kti_ends_by_letters(s->known.ends, before, last);
    return *best + KTI_WEIGHT_BEST_OPENING <= 0;
}

/* The same of the word read last, if it ends in a syllable. */
static bool is_hastily_refused(const splitter *s) {
    int best;
    return s->hasty && s->tail.gap && s->tail.word >= s->start + 2 * SYLLABLE &&
           kti_is_syllable_at(s->text, s->tail.word - SYLLABLE) &&
           is_refused_by_letters(s, s->start, s->tail.word, &best);
}

static bool has_evidence(splitter *s, size_t at, kti_quote_step step) {
    kti_mark mark = mark_before(s, at, step);
    if (mark == KTI_MARK_STOP || is_next_item(s, at)) return true;
    if (mark == KTI_MARK_NONE && is_hastily_refused(s)) return false;
    unsigned may = mark == KTI_MARK_NONE ? possible_closings(s) : KTI_MAY_ALL;
    int weight = s->tail.gap ? 0 : kti_weight_glued(mark), best = kti_weight_best(may, mark);
    if (mark == KTI_MARK_DOTS && is_first_word(s)) weight += KTI_WEIGHT_STAMMER;
    if (weight + best + KTI_WEIGHT_BEST_OPENING <= 0 && !s->known.slowly) return false;
    kti_opening shown = shown_opening(s, at, step);
    best += shown != KTI_OPENING_NONE ? kti_weight_opening(shown) : best_opening(s, at);
    if (weight + best <= 0 && !s->known.slowly) return false;
    weight += kti_weight_closing(closing_in(s, at, may), mark);
    return weight + kti_weight_opening(shown != KTI_OPENING_NONE ? shown : read_opening(s, at)) > 0;
}

/* ---- what is refused ------------------------------------------------------------------------ */

static bool inside_token(splitter *s, size_t at) {
    const kti_known *k = &s->known;
    while (s->token < k->token_count && k->tokens[s->token].span.end <= at)
        s->token++;
    return s->token < k->token_count && k->tokens[s->token].span.start < at;
}

static bool is_refused(splitter *s, size_t at) {
    return kti_before_quotative(s->text, at) || kti_after_abbreviation(s->text, s->start, at) ||
           inside_token(s, at);
}

/* ---- reading -------------------------------------------------------------------------------- */

/* Ends the sentence before what stands at `at`, or before the dots that lead it, if it ends. */
static void consider(splitter *s, size_t at, kti_quote_step step) {
    if (s->tail.word <= s->start || s->tail.held) return;
    if (step == KTI_ASIDE_OPENS && s->text.ptr[at] != '[' && !s->tail.gap) return;
    size_t place = s->tail.lead != 0 ? s->tail.lead : at;
    if (has_evidence(s, place, step) && !is_refused(s, place)) end_sentence(s, place);
}

/* What begins a sentence with a number may be the first item of a list, or the next. */
static void note_item(splitter *s, size_t at) {
    unsigned number = at == s->start ? kti_item_number(s->text, at) : 0;
    if (number > 0) s->item = number;
}

/* A bracket leaves the tail of the word before it. One that begins its sentence is that sentence,
 * if it holds more than a word: 좋았다 (고기도 많다) 또 간다, but (웃음) 그래요. */
static void close_aside(splitter *s, size_t at) {
    const kti_tail *outside = &s->outside[s->quotes.depth];
    if (outside->word <= s->start) {
        size_t space = kti_str_find(kti_str_cut(s->text, 0, at), KTI_STR(" "), s->start);
        s->tail.stop = s->tail.stop || (s->start > 0 && space < at);
        return;
    }
    s->tail = *outside;
    s->tail.gap = false;
}

static bool is_word(uint32_t cp) {
    return kti_cp_is_letter(cp) || kti_cp_is_digit(cp) || kti_cp_is_mark(cp);
}

/* Whether [start, end) is syllables, with a space or nothing before them. */
static bool is_plain_word(kt_str text, size_t start, size_t end) {
    char before = start == 0 ? ' ' : text.ptr[start - 1];
    if (before != ' ' && before != '\t' && before != '\n' && before != '\r') return false;
    while (start < end && kti_is_syllable_at(text, start))
        start += SYLLABLE;
    return start == end;
}

/* Whether the word [start, end) may weigh `least` before a mere space, if it is read. */
static bool may_weigh(splitter *s, size_t start, size_t end, int least) {
    int best = least;
    bool is_long = end - start > (size_t)KTI_ENDS_LONGEST * SYLLABLE;
    if (is_long || !is_plain_word(s->text, start, end)) return true;
    kt_status status = kti_ends_by_reading(s->known.ends, s->known.read_word, s->known.reader,
                                           kti_str_cut(s->text, start, end), least, &best);
    if (status != KT_OK) s->status = status;
    return best >= least;
}

/* Whether `byte` stands where the colon of a speaker at `at` would. The next one is kept. */
static bool is_near(const splitter *s, size_t at, char byte, size_t *next) {
    enum { FARTHEST = 4 * KTI_SPEAKER_LONGEST + 3 };
    if (*next < at) {
        const char *found = memchr(s->text.ptr + at, byte, s->text.len - at);
        *next = found == NULL ? SIZE_MAX : (size_t)(found - s->text.ptr);
    }
    return *next - at < FARTHEST;
}

/* The weight of the best that what begins at `at` with the plain letter `first` may say. */
static int best_beginning(splitter *s, size_t at, uint32_t first) {
    bool colon = is_near(s, at, ':', &s->colon) || is_near(s, at, '\xEF', &s->wide);
    if (!colon && !kti_may_open(s->known.possible, first))
        return kti_weight_opening(KTI_OPENING_TOPIC);
    kti_opening shown = colon ? shown_opening(s, at, KTI_QUOTE_NONE) : spelled_opening(s, at);
    return shown != KTI_OPENING_NONE ? kti_weight_opening(shown) : best_opening(s, at);
}

/* Whether a sentence may end at the end of the word [start, at) for all that is known of the word
 * and of the next one, which begins with `next`. */
static bool may_end(splitter *s, size_t start, size_t at, uint32_t next) {
    int best;
    if (is_refused_by_letters(s, start, at, &best)) return false;
    int beginning = best_beginning(s, at + 1, next);
    return best + beginning > 0 && may_weigh(s, start, at, 1 - beginning);
}

/* Whether the word [start, at) has but a space behind it and another word, and no sentence ends
 * there: most words are such. */
static bool goes_on(splitter *s, size_t start, size_t at) {
    if (at + 1 >= s->text.len || s->text.ptr[at] != ' ') return false;
    uint32_t next = kti_syllable_at(s->text, at + 1);
    if (next == 0) next = (unsigned char)s->text.ptr[at + 1];
    if (!kti_is_plain_letter(next)) return false;
    return s->quotes.depth > 0 || (s->hasty && !may_end(s, start, at, next));
}

/* Looks at the block that holds `at`; false near the end of the text. */
static bool look(splitter *s, size_t at) {
    if (at >= s->seen && at - s->seen < s->block.len) return true;
    if (s->text.len - at < KTI_PLAIN_READ) return false;
    kti_plain_block((const unsigned char *)s->text.ptr + at, &s->block);
    s->seen = at;
    return true;
}

/* Whether the word that ends at `at` in a letter or syllable, before a space and a plain letter,
 * ends no sentence by its last syllable alone. */
static bool ends_nothing(const splitter *s, size_t at) {
    if (s->quotes.depth > 0) return true;
    if (!s->hasty || kti_is_ascii(s->text.ptr[at - 1])) return s->hasty;
    uint32_t last = kti_syllable_at(s->text, at - SYLLABLE);
    return kti_possible_of(s->known.possible, last) == 0;
}

static bool is_in(uint64_t set, unsigned place) {
    return place < KTI_PLAIN_BLOCK && (set >> place & 1) != 0;
}

/* Passes over words that go on, from `*at` in the one that begins at `*start`, while blocks are
 * left. Whether it came to where one does not go on. */
static bool pass_words(splitter *s, size_t *start, size_t *at) {
    for (; look(s, *at); *at = s->seen + s->block.len) {
        uint64_t ends = ~s->block.letters & ~(uint64_t)0 << (*at - s->seen);
        for (; ends != 0; ends &= ends - 1) {
            unsigned place = kti_lowest(ends);
            bool space = is_in(s->block.spaces, place);
            *at = s->seen + place;
            bool passed = space && is_in(s->block.letters, place + 1) && ends_nothing(s, *at);
            if (!passed && (!space || !goes_on(s, *start, *at)))
                return space || kti_is_ascii(s->text.ptr[*at]);
            *start = *at + 1;
        }
    }
    return false;
}

/* Whether a syllable, one full stop and a space stand before `at`, where a letter is: a sentence
 * ends there, with nothing to refuse it. */
static bool ends_plainly(const splitter *s, size_t at) {
    if (!s->hasty || at != s->tail.word + 2 || s->tail.word < s->start + SYLLABLE) return false;
    return s->text.ptr[at - 2] == '.' && s->text.ptr[at - 1] == ' ' &&
           kti_is_syllable_at(s->text, s->tail.word - SYLLABLE);
}

/* Reads plain letters from `at` on, most of what text is made of. */
static size_t read_letters(splitter *s, size_t at) {
    if (s->quotes.depth == 0 && !kti_tail_is_empty(&s->tail)) {
        if (ends_plainly(s, at))
            end_sentence(s, at);
        else
            consider(s, at, KTI_QUOTE_NONE);
    }
    for (size_t start = at; !pass_words(s, &start, &at); start = ++at) {
        at = kti_plain_end(s->text, at);
        if (!goes_on(s, start, at)) break;
    }
    kti_tail_start(&s->tail, at);
    return at;
}

static void open_or_go_on(splitter *s, size_t at, kti_cp unit, kti_quote_step step) {
    bool opens = step == KTI_QUOTE_OPENS || step == KTI_ASIDE_OPENS;
    size_t depth = s->quotes.depth - (opens ? 1 : 0);
    bool empty = kti_tail_is_empty(&s->tail);
    if (!empty && depth == 0) {
        consider(s, at, step);
        s->quotes.depth = depth + (opens ? 1 : 0);
    }
    if (opens) s->outside[depth] = s->tail;
    note_item(s, at);
    if (!empty || opens || is_word(unit.cp)) kti_tail_start(&s->tail, at + unit.len);
}

/* Reads letters of other scripts, digits, quotation marks, brackets and symbols. */
static void read_other(splitter *s, size_t at, kti_cp unit) {
    kti_quote_step step = kti_quotes_read(&s->quotes, s->text, at, unit);
    if (step == KTI_QUOTE_CLOSES)
        s->tail.closer = true;
    else if (step == KTI_ASIDE_CLOSES)
        close_aside(s, at);
    else
        open_or_go_on(s, at, unit, step);
}

static size_t read_unit(splitter *s, size_t at) {
    kti_cp unit = kti_utf8_at(s->text, at);
    if (kti_is_plain_letter(unit.cp)) return read_letters(s, at);
    if (kti_is_line_end(unit.cp)) {
        s->line = at + unit.len;
        end_sentence(s, s->line);
        return s->line;
    }
    size_t taken = kti_tail_take(&s->tail, s->text, at, unit);
    if (taken > 0) return at + taken;
    read_other(s, at, unit);
    return at + unit.len;
}

kt_status kti_segment_sentences(kti_uni *uni, kt_str text, const kti_known *known, kti_spans *out) {
    if (text.len == 0) return KT_OK;
    KTI_TRY(kti_breaks_start(uni, KTI_BREAK_SENTENCE, (kt_str){text.ptr, 0}));
    splitter s = {.uni = uni, .text = text, .out = out};
    if (known != NULL) s.known = *known;
    s.hasty = s.known.possible != NULL && s.known.token_count == 0 && !s.known.slowly;
    for (size_t at = 0; at < text.len && !out->failed && s.status == KT_OK;)
        at = read_unit(&s, at);
    if (s.start < text.len) end_sentence(&s, text.len);
    return s.status != KT_OK ? s.status : kti_spans_status(out);
}
