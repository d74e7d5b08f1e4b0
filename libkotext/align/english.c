#include "align/english.h"

#include <string.h>

#include "core/str.h"
#include "core/utf8.h"
#include "unicode/props.h"

/* ---- words ---------------------------------------------------------------------------------- */

/* Second halves that make an adjective of a name: Dallas-based, U.S.-led. A name ends before. */
#define T(text) KTI_STR_INIT(text)

static const kt_str tails[] = {
    T("area"),       T("backed"),    T("based"),      T("bashing"),   T("born"),
    T("bound"),      T("bred"),      T("built"),      T("class"),     T("centric"),
    T("controlled"), T("dominated"), T("driven"),     T("educated"),  T("era"),
    T("financed"),   T("flagged"),   T("friendly"),   T("funded"),    T("held"),
    T("imposed"),    T("initiated"), T("installed"),  T("kilometre"), T("language"),
    T("led"),        T("listed"),    T("made"),       T("mediated"),  T("migrated"),
    T("occupied"),   T("only"),      T("operated"),   T("oriented"),  T("owned"),
    T("produced"),   T("proposed"),  T("registered"), T("related"),   T("ruled"),
    T("run"),        T("speaking"),  T("sponsored"),  T("style"),     T("supported"),
    T("trained"),    T("type"),      T("ward"),       T("wide"),
};

/* First halves that a name follows: inter-Korean, anti-American. */
static const kt_str heads[] = {
    T("all"), T("anti"),  T("cross"), T("ex"),   T("intra"), T("inter"),
    T("mid"), T("neo"),   T("non"),   T("pan"),  T("post"),  T("pre"),
    T("pro"), T("trans"), T("vice"),  T("then"), T("un"),
};

static const kt_str linking[] = {
    T("a"),   T("al"),  T("an"),  T("and"), T("at"),  T("bin"), T("da"), T("de"),
    T("del"), T("der"), T("di"),  T("do"),  T("dos"), T("du"),  T("el"), T("en"),
    T("et"),  T("for"), T("ibn"), T("in"),  T("la"),  T("le"),  T("of"), T("on"),
    T("the"), T("to"),  T("und"), T("van"), T("von"), T("y"),
};

enum { LONGEST_LINKING = 3 };

/* What sentences begin with and names do not; sorted. */
static const kt_str function_words[] = {
    T("a"),       T("after"),     T("all"),     T("also"),    T("although"), T("an"),
    T("and"),     T("another"),   T("any"),     T("are"),     T("as"),       T("at"),
    T("because"), T("before"),    T("being"),   T("between"), T("both"),     T("but"),
    T("by"),      T("can"),       T("could"),   T("did"),     T("do"),       T("does"),
    T("during"),  T("each"),      T("even"),    T("every"),   T("for"),      T("from"),
    T("had"),     T("has"),       T("have"),    T("he"),      T("her"),      T("here"),
    T("his"),     T("how"),       T("however"), T("i"),       T("if"),       T("in"),
    T("instead"), T("into"),      T("is"),      T("it"),      T("its"),      T("just"),
    T("many"),    T("meanwhile"), T("more"),    T("most"),    T("my"),       T("no"),
    T("not"),     T("now"),       T("of"),      T("on"),      T("once"),     T("only"),
    T("or"),      T("other"),     T("our"),     T("over"),    T("she"),      T("since"),
    T("so"),      T("some"),      T("such"),    T("than"),    T("that"),     T("the"),
    T("their"),   T("them"),      T("then"),    T("there"),   T("these"),    T("they"),
    T("this"),    T("those"),     T("though"),  T("through"), T("to"),       T("under"),
    T("until"),   T("upon"),      T("was"),     T("we"),      T("were"),     T("what"),
    T("when"),    T("where"),     T("whether"), T("which"),   T("while"),    T("who"),
    T("why"),     T("with"),      T("within"),  T("without"), T("would"),    T("yet"),
    T("you"),     T("your"),
};

/* Function words that are surnames as well: An, No, So. */
static const kt_str surnames[] = {
    T("an"), T("do"), T("her"), T("i"), T("in"), T("no"), T("on"), T("so"), T("to"), T("you"),
};

#undef T

static bool is_function_word(kt_str word) {
    enum { COUNT = sizeof function_words / sizeof *function_words };
    char lower[12];
    if (word.len == 0 || word.len > sizeof lower) return false;
    for (size_t i = 0; i < word.len; i++)
        lower[i] = kti_ascii_lower(word.ptr[i]);
    kt_str key = {lower, word.len};
    size_t low = 0, high = COUNT;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = function_words[middle].ptr[0] - lower[0];
        if (order == 0) order = kti_str_cmp(function_words[middle], key);
        if (order == 0) return true;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

static bool listed(kt_str word, const kt_str *list, size_t count) {
    char lower[16];
    if (word.len == 0 || word.len >= sizeof lower) return false;
    for (size_t i = 0; i < word.len; i++)
        lower[i] = kti_ascii_lower(word.ptr[i]);
    kt_str key = {lower, word.len};
    for (size_t i = 0; i < count; i++)
        if (list[i].ptr[0] == lower[0] && kti_str_eq(key, list[i])) return true;
    return false;
}

#define LISTED(word, list) listed((word), (list), sizeof(list) / sizeof *(list))

static bool is_word_ascii(char c) {
    return kti_is_ascii_alpha(c) || kti_is_ascii_digit(c) || c == '&';
}

static bool is_word_cp(uint32_t cp) {
    if (cp < 0x80) return is_word_ascii((char)cp);
    return (kti_cp_is_letter(cp) && !kti_cp_is_hangul(cp)) || kti_cp_is_digit(cp) ||
           kti_cp_is_mark(cp);
}

static bool is_apostrophe(uint32_t cp) {
    return cp == '\'' || cp == 0x2019 || cp == 0x02BC || cp == 0x02BB || cp == 0xB4;
}

static uint32_t cp_at(kt_str text, size_t at) {
    return at < text.len ? kti_utf8_at(text, at).cp : 0;
}

static size_t cp_end(kt_str text, size_t at) {
    return at + kti_utf8_at(text, at).len;
}

/* "U.S." and "J." keep their periods: a single letter stands before each. */
static bool is_initial_period(kt_str text, size_t word_start, size_t at) {
    if (cp_at(text, at) != '.' || at == word_start) return false;
    kti_cp letter = kti_utf8_before(text, at);
    size_t letter_start = at - letter.len;
    bool alone = letter_start == word_start || text.ptr[letter_start - 1] == '.';
    return alone && kti_cp_is_upper(letter.cp);
}

/* The end of the word that starts at `at`. */
static size_t word_end(kt_str text, size_t at) {
    size_t start = at;
    while (at < text.len) {
        if (is_word_ascii(text.ptr[at])) {
            at++;
            continue;
        }
        uint32_t cp = cp_at(text, at);
        size_t next = cp_end(text, at);
        bool inside = is_word_cp(cp) || is_initial_period(text, start, at) ||
                      (is_apostrophe(cp) && at > start && is_word_cp(cp_at(text, next)));
        if (!inside) break;
        at = next;
    }
    return at;
}

/* Without a possessive: Seoul's -> Seoul. */
static size_t without_possessive(kt_str text, size_t start, size_t end) {
    if (end - start < 3 || (text.ptr[end - 1] != 's' && text.ptr[end - 1] != 'S')) return end;
    kti_cp mark = kti_utf8_before(text, end - 1);
    size_t cut = end - 1 - mark.len;
    return is_apostrophe(mark.cp) && cut > start ? cut : end;
}

static bool begins_capital(kt_str word) {
    if (word.len > 0 && kti_is_ascii_alpha(word.ptr[0])) return word.ptr[0] <= 'Z';
    for (size_t at = 0; at < word.len; at = cp_end(word, at)) {
        uint32_t cp = cp_at(word, at);
        if (kti_cp_is_letter(cp)) return kti_cp_is_upper(cp);
        if (at > 8) break;
    }
    return false;
}

/* IT, WHO, US: letters that stand for a name. */
static bool is_shouted(kt_str word) {
    for (size_t i = 0; i < word.len; i++)
        if (!kti_is_ascii_alpha(word.ptr[i]) || word.ptr[i] >= 'a') return false;
    return word.len >= 2;
}

/* What stands between two words, as far as names care. */
typedef struct gap {
    bool hyphen;   /* nothing but one hyphen */
    bool fenced;   /* punctuation that ends a phrase */
    bool sentence; /* ends a sentence */
} gap;

static gap read_gap(kt_str text, size_t start, size_t end) {
    gap g = {false, false, start == 0};
    if (end - start == 1 && text.ptr[start] == '-') return (gap){true, false, false};
    if (end - start == 1 && text.ptr[start] == ' ') return g;
    for (size_t at = start; at < end; at = cp_end(text, at)) {
        uint32_t cp = cp_at(text, at);
        if (cp == 0x2010 || cp == 0x2011) return (gap){true, false, false};
        if (kti_cp_is_space(cp) && cp != '\n') continue;
        g.fenced = g.fenced || cp != '-';
        g.sentence = g.sentence || cp == '.' || cp == '!' || cp == '?' || cp == '\n' || cp == '"' ||
                     cp == 0x201C || cp == ':' || cp == 0xAD;
    }
    return g;
}

static kti_en_word make_word(kt_str text, size_t start, size_t end, size_t last_end,
                             const kti_en_word *last) {
    gap g = read_gap(text, last_end, start);
    kt_str word = kti_str_cut(text, start, without_possessive(text, start, end));
    kti_en_word w = {{(uint32_t)start, (uint32_t)(start + word.len)},
                     false,
                     false,
                     false,
                     false,
                     false,
                     false,
                     false};
    w.capital = begins_capital(word);
    w.starts = last == NULL || g.sentence;
    w.joined = g.hyphen && last != NULL;
    w.fenced = g.fenced || (last != NULL && last->span.end != last_end && !g.hyphen);
    w.function = w.capital && is_function_word(word) && !is_shouted(word);
    w.linking = !w.capital && word.len <= LONGEST_LINKING && LISTED(word, linking);
    if (w.joined) {
        bool after_head = LISTED(kti_str_span(text, last->span), heads);
        bool before_tail = !w.capital && (LISTED(word, tails) || kti_is_ascii_digit(word.ptr[0]));
        w.cut_before = after_head || before_tail || (w.capital && last->capital);
    }
    return w;
}

/* Puts the words where they stay. */
static kt_status keep_words(kti_arena *arena, kti_english *out) {
    size_t bytes = out->word_count * sizeof *out->words;
    kti_en_word *kept = kti_arena_take(arena, bytes);
    if (kept == NULL) return KT_ERR_NOMEM;
    if (bytes > 0) memcpy(kept, out->words, bytes);
    out->words = kept;
    return KT_OK;
}

static kt_status read_words(kt_str text, kti_arena *scratch, kti_arena *arena, kti_english *out) {
    size_t capacity = text.len / 2 + 1; /* a word and a gap take two bytes at least */
    out->words = kti_arena_take(scratch, capacity * sizeof *out->words);
    if (out->words == NULL) return KT_ERR_NOMEM;
    size_t last_end = 0;
    for (size_t at = 0; at < text.len;) {
        size_t end = word_end(text, at);
        if (end == at) {
            at = cp_end(text, at);
            continue;
        }
        kti_en_word *last = out->word_count == 0 ? NULL : &out->words[out->word_count - 1];
        kti_en_word word = make_word(text, at, end, last_end, last);
        if (word.joined && !word.cut_before) last->function = false; /* Do-hyun, So-yeon */
        out->words[out->word_count++] = word;
        last_end = at = end;
    }
    return scratch == arena ? KT_OK : keep_words(arena, out);
}

/* ---- dictionary forms ----------------------------------------------------------------------- */

enum { HITS_AT_ONE_WORD = 24 };

static bool may_begin(const kti_en_word *word) {
    return !word->joined || word->cut_before || word->capital;
}

/* The end of a form with the period of its last initial: U.S[.] */
static uint32_t with_period(const kti_english *en, size_t word, uint32_t end) {
    while (word < en->word_count && en->words[word].span.end < end)
        word++;
    bool period =
        word < en->word_count && en->words[word].span.end == end + 1 && en->text.ptr[end] == '.';
    return period ? end + 1 : end;
}

/* A word of letters that keys spell as it is, with no more of it behind. */
static bool is_plain(kt_str text, kt_span word) {
    if (word.end - word.start > KTI_WORD_MOST) return false;
    for (size_t i = word.start; i < word.end; i++)
        if (!kti_is_ascii_alpha(text.ptr[i])) return false;
    return word.end == text.len ||
           ((unsigned char)text.ptr[word.end] < 0x80 && !kti_is_ascii_digit(text.ptr[word.end]));
}

/* The keys that begin with a word: those known of it, or found now. */
static kti_word_keys keys_of(const kti_lexicon *lexicon, kti_known_words *known, kt_str word) {
    uint64_t hash = kti_str_hash(word, word.len) | 1;
    kti_known_word *slot = &known->words[hash >> 40 & (KTI_KNOWN_WORDS - 1)];
    if (slot->hash != hash) *slot = (kti_known_word){hash, kti_lexicon_english_word(lexicon, word)};
    return slot->keys;
}

static bool is_empty(kti_word_keys keys) {
    return keys.built_in.low == keys.built_in.high && keys.user.low == keys.user.high;
}

/* The forms that begin with a word. */
static size_t find_hits(const kti_lexicon *lexicon, kti_known_words *known, const kti_english *en,
                        size_t index, kti_hit *found) {
    kt_span word = en->words[index].span;
    kt_str rest = kti_str_cut(en->text, word.start, en->text.len);
    if (known == NULL || !is_plain(en->text, word))
        return kti_lexicon_english_prefixes(lexicon, rest, found, HITS_AT_ONE_WORD);
    kti_word_keys keys = keys_of(lexicon, known, kti_str_span(en->text, word));
    if (is_empty(keys)) return 0;
    return kti_lexicon_english_behind(lexicon, &keys, rest, word.end - word.start, found,
                                      HITS_AT_ONE_WORD);
}

static kt_status add_hits(const kti_lexicon *lexicon, kti_known_words *known, kti_english *out,
                          size_t word, size_t *capacity, kti_arena *arena) {
    kti_hit found[HITS_AT_ONE_WORD];
    uint32_t start = out->words[word].span.start;
    size_t count = find_hits(lexicon, known, out, word, found);
    for (size_t i = 0; i < count; i++) {
        kti_en_hit *hits = kti_arena_room(arena, out->hits, out->hit_count, capacity, sizeof *hits);
        if (hits == NULL) return KT_ERR_NOMEM;
        out->hits = hits;
        uint32_t end = with_period(out, word, start + found[i].len);
        out->hits[out->hit_count++] =
            (kti_en_hit){found[i].entry, {start, end}, (uint32_t)word, found[i].also};
    }
    return KT_OK;
}

static kt_status read_hits(const kti_lexicon *lexicon, kti_known_words *known, kti_arena *arena,
                           kti_english *out) {
    size_t capacity = out->word_count / 4 + 2;
    out->hits = kti_arena_take(arena, capacity * sizeof *out->hits);
    out->first_hit = kti_arena_take(arena, (out->word_count + 1) * sizeof *out->first_hit);
    if (out->hits == NULL || out->first_hit == NULL) return KT_ERR_NOMEM;
    for (size_t i = 0; i < out->word_count; i++) {
        out->first_hit[i] = (uint32_t)out->hit_count;
        if (!may_begin(&out->words[i])) continue;
        kt_status status = add_hits(lexicon, known, out, i, &capacity, arena);
        if (status != KT_OK) return status;
    }
    out->first_hit[out->word_count] = (uint32_t)out->hit_count;
    return KT_OK;
}

kt_status kti_english_read(const kti_lexicon *lexicon, kti_known_words *known, kt_str text,
                           kti_arena *scratch, kti_arena *arena, kti_english *out) {
    *out = (kti_english){.text = text};
    kt_status status = read_words(text, scratch, arena, out);
    return status != KT_OK ? status : read_hits(lexicon, known, arena, out);
}

/* ---- names by shape ------------------------------------------------------------------------- */

static bool may_end(const kti_english *en, size_t last) {
    const kti_en_word *next = last + 1 < en->word_count ? &en->words[last + 1] : NULL;
    return next == NULL || !next->joined || next->cut_before;
}

/* The Hague, The New York Times. */
static bool is_the(const kti_english *en, const kti_en_word *word) {
    return kti_str_eq(kti_str_span(en->text, word->span), KTI_STR("The"));
}

/* [An] Young-hee, [So] Ji-sub: a given name of two parts stands behind a surname. */
static bool is_surname(const kti_english *en, size_t word) {
    const kti_en_word *w = en->words + word;
    if (word + 2 >= en->word_count || !LISTED(kti_str_span(en->text, w->span), surnames))
        return false;
    return w[1].capital && !w[1].joined && !w[1].fenced && w[2].joined && !w[2].cut_before;
}

/* Whether a name may begin with a word although it is a function word otherwise. */
static bool begins_name(const kti_english *en, size_t first, size_t last) {
    return first < last && (is_the(en, &en->words[first]) || is_surname(en, first));
}

bool kti_english_is_name(const kti_english *en, size_t first, size_t last) {
    const kti_en_word *from = &en->words[first];
    const kti_en_word *to = &en->words[last];
    if (!from->capital || (from->joined && !from->cut_before) || !may_end(en, last)) return false;
    if (from->function && !begins_name(en, first, last)) return false;
    if (!to->capital && !to->joined) return false;
    for (size_t i = first + 1; i <= last; i++) {
        const kti_en_word *w = &en->words[i];
        if (w->fenced || (!w->capital && !w->joined && !w->linking)) return false;
    }
    return true;
}

bool kti_english_goes_on(const kti_english *en, size_t first, size_t last) {
    const kti_en_word *w = en->words;
    bool before = first > 0 && !w[first].fenced && w[first - 1].capital && !w[first - 1].starts;
    bool after = last + 1 < en->word_count && !w[last + 1].fenced && w[last + 1].capital;
    return before || after;
}

bool kti_english_shouts(const kti_english *en, size_t word) {
    return is_shouted(kti_str_span(en->text, en->words[word].span));
}

size_t kti_english_word_at(const kti_english *en, uint32_t at) {
    size_t low = 0, high = en->word_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (en->words[middle].span.end <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

kt_span kti_english_span(const kti_english *en, size_t first, size_t last) {
    return (kt_span){en->words[first].span.start, en->words[last].span.end};
}
