/* Words that look transliterated and follow each other are one name, the likelier the more so the
 * word list knows them as names. */
#include "names/foreign.h"

#include "analyze/josa.h"
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "lexicon/tags.h"
#include "names/clues.h"
#include "names/countries.h"
#include "names/persons.h"

enum { SYLLABLE = 3, NOT_A_PART = -9, COMMON_COST = 2500 };

static const double LEAST = -1.5, READ = 0.8; /* in nats */

/* Short names and the particles of names in Europe: 톰 행크스, 반 고흐, 델 토로. */
static bool is_short_part(kt_str word) {
    static const char *const parts[] = {
        "반", "판", "폰", "드", "데", "델", "디", "르", "라", "로", "빈", "엘", "톰", "존", "잭",
        "샘", "벤", "짐", "팀", "켄", "댄", "론", "롭", "밥", "빌", "숀", "션", "맥", "닉", "릭",
        "렉", "킴", "킹", "칸", "리", "진", "얀", "장", "앤", "폴", "휴", "멜", "벨",
    };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (kti_str_eq(word, kti_str(parts[i]))) return true;
    return false;
}

static double between(double low, double x, double high) {
    return x < low ? low : x > high ? high : x;
}

static bool is_korean(const kti_weigher *w, kt_str word, double foreign) {
    size_t surname = kti_lexicon_surname(w->lexicon, word);
    return word.len == 3 * SYLLABLE && surname == SYLLABLE && foreign < 0.8 &&
           kti_shape_full(w->shapes, word) > 2;
}

typedef kti_foreign_part part;

/* Whether the reading sees nothing but nouns in `span`, or the word list a person and no more. */
static bool is_name_word(const kti_weigher *w, kt_span span) {
    unsigned other = KTI_WORD_MODIFIER | KTI_WORD_PREDICATE | KTI_WORD_JOSA | KTI_WORD_EOMI;
    if (!kti_holds_grammar(w, span)) return true;
    unsigned classes = kti_lexicon_word(w->lexicon, kti_str_span(w->text, span)).classes;
    return (classes & KTI_WORD_PERSON) != 0 && (classes & other) == 0;
}

/* 배우들, 드라마중: words that the list does not have, made of words that it has. */
static bool is_put_together(const kti_weigher *w, kt_span span) {
    const kt_morpheme *m = &w->m[kti_morpheme_at(w, span.start)];
    return m->tag == KT_TAG_NNG && m->span.end < span.end &&
           m->span.end - m->span.start >= 2 * SYLLABLE && (m->flags & KT_MORPHEME_UNKNOWN) == 0;
}

static bool is_read_as_person(const kti_weigher *w, kt_span span) {
    const kt_morpheme *m = kti_whole_morpheme(w, span);
    return m != NULL && m->tag == KT_TAG_NNP && (m->flags & KT_MORPHEME_PERSON) != 0;
}

/* By what the word list and its syllables say. */
static part part_by_word(const kti_weigher *w, kt_str word, double looks, bool first, bool read) {
    const part no = {NOT_A_PART, false};
    kti_word entry = kti_lexicon_word(w->lexicon, word);
    unsigned classes = entry.classes;
    bool listed = (classes & KTI_WORD_PERSON) != 0;
    if (!read && (classes & (KTI_WORD_PLACE | KTI_WORD_PROPER)) != 0 &&
        kti_is_country(w->lexicon, word))
        return no; /* 러시아 푸틴 */
    if ((classes & (KTI_WORD_MODIFIER | KTI_WORD_PREDICATE | KTI_WORD_AFFIX)) != 0 && !listed)
        return no;
    bool settled = first && (kti_listed_kinds(&w->loanwords, word) & KTI_LISTED_NAME) != 0;
    if ((classes & KTI_WORD_NOUN) != 0 && entry.cost < COMMON_COST && !read && !settled) return no;
    if ((classes & (KTI_WORD_NOUN | KTI_WORD_BOUND)) != 0 || kti_is_loanword(w, word))
        return (part){looks + (listed ? -0.6 : settled ? -1 : first ? -3 : -1.8), false};
    if (listed) return (part){looks + 0.8, true};
    if ((classes & (KTI_WORD_PLACE | KTI_WORD_PROPER)) != 0) return (part){looks - 1.8, false};
    return (part){looks - (word.len == 2 * SYLLABLE ? 0.9 : 0.6), looks > 0};
}

static part part_of(const kti_weigher *w, kt_span span, bool first) {
    const part no = {NOT_A_PART, false};
    kt_str word = kti_str_span(w->text, span);
    bool read = is_read_as_person(w, span);
    if (word.len == SYLLABLE) return read || is_short_part(word) ? (part){0.2, false} : no;
    if (!is_name_word(w, span)) return no;
    double looks = between(-2.5, kti_shape_foreign(w->shapes, word), 2);
    unsigned clue = kti_clue_of(w->clues, word);
    bool is_place = (clue & KTI_PLACE) != 0 && word.len >= 2 * SYLLABLE;
    if (is_place || (clue & (KTI_BEFORE | KTI_BEHIND | KTI_BELONGS)) != 0) return no;
    if (is_korean(w, word, looks) || kti_ends_in_role(w, word)) return no;
    if (looks < 1 && is_put_together(w, span)) return no;
    part found = part_by_word(w, word, looks, first, read);
    if (read && found.worth > NOT_A_PART)
        found = (part){found.worth + READ, !kti_is_loanword(w, word)};
    return found;
}

static bool is_hangul(kt_str word) {
    for (size_t at = 0; at < word.len; at += kti_utf8_at(word, at).len)
        if (!kti_is_syllable(kti_utf8_at(word, at).cp)) return false;
    return word.len > 0;
}

static bool follows(const kti_weigher *w, const kt_eojeol *e) {
    uint32_t end = e[-1].span.end;
    return e->span.start == end + 1 && w->text.ptr[end] == ' ';
}

/* The Hangul that begins an eojeol. */
static kt_str hangul_of(const kti_weigher *w, const kt_eojeol *e) {
    uint32_t end = e->span.start;
    while (end < e->span.end && kti_is_syllable(kti_utf8_at(w->text, end).cp))
        end += SYLLABLE;
    return kti_str_cut(w->text, e->span.start, end);
}

/* Where 씨, 님 or 때문 begins in a word; its length when nowhere. */
static size_t before_address(kt_str run) {
    for (size_t at = 2 * SYLLABLE; at < run.len; at += SYLLABLE) {
        kt_str rest = kti_str_cut(run, at, run.len);
        if (kti_str_starts(rest, KTI_STR("씨")) || kti_str_starts(rest, KTI_STR("님")) ||
            kti_str_starts(rest, KTI_STR("때문")) || kti_str_starts(rest, KTI_STR("땜")))
            return at;
    }
    return run.len;
}

kti_foreign_part kti_foreign_part_of(const kti_weigher *w, const kt_eojeol *e, bool first) {
    kt_str word = kti_str_span(w->text, e->span);
    if (!is_hangul(word) || word.len > 8 * SYLLABLE) return (part){NOT_A_PART, false};
    return part_of(w, e->span, first);
}

size_t kti_foreign_stems_of(const kti_weigher *w, const kt_eojeol *e,
                            kti_foreign_stem out[KTI_JOSA_STEMS]) {
    kt_str run = hangul_of(w, e), stems[KTI_JOSA_STEMS];
    size_t kept = 0;
    if (run.len == 0 || run.len > 12 * SYLLABLE) return 0;
    run.len = before_address(run);
    size_t count = kti_stems_of(w, run, stems);
    for (size_t i = 0; i < count; i++) {
        kt_span span = {e->span.start, e->span.start + (uint32_t)stems[i].len};
        part last = part_of(w, span, false);
        bool read = span.end == e->stem.end || kti_is_boundary(w, span.end);
        if (last.worth >= LEAST)
            out[kept++] = (kti_foreign_stem){last, span.end - span.start, read};
    }
    return kept;
}

bool kti_foreign_add(kti_foreign_part *sum, kti_foreign_part next) {
    *sum = (part){sum->worth + next.worth, sum->strong || next.strong};
    return next.worth >= LEAST && sum->worth >= -1;
}

/* 시드니 스트라스필드: nothing but places, each for itself. */
static bool are_places(const kti_weigher *w, kt_span span) {
    kt_str words = kti_str_span(w->text, span);
    while (words.len > 0) {
        kti_entry row;
        kt_str word = kti_str_next_field(&words, ' ');
        if (kti_lexicon_rows(w->lexicon, word, 1u << KTI_ENTRY_PLACE, &row, 1) == 0) return false;
    }
    return true;
}

void kti_foreign_put(kti_weigher *w, uint32_t start, uint32_t last, kti_foreign_part so_far,
                     const kti_foreign_stem *stem) {
    enum { SHORT = 4 * SYLLABLE + 1 };
    static const double called = 2;
    bool strong = so_far.strong || stem->part.strong;
    double sum = so_far.worth + stem->part.worth;
    if (sum + KTI_MOST_CONTEXT <= 0) return;
    kt_span span = {start, last + stem->len};
    double context = kti_person_context(w, span);
    if (!strong && (context < called || span.end - start > SHORT)) return; /* 댄 킴 씨 */
    sum = sum + context - (stem->read ? 0 : 0.8);
    if (sum > 0 && !are_places(w, span))
        kti_put(w, span, kti_title_behind(w, span.end), KT_NAME_PERSON, kti_confidence_of(sum));
}

static void see_from(kti_weigher *w, size_t index) {
    const kt_eojeol *first = &w->eojeols[index];
    part sum = KTI_FOREIGN_BASE;
    for (size_t i = index; i + 1 < w->eojeol_count && i - index + 1 < KTI_FOREIGN_WORDS; i++) {
        const kt_eojeol *e = &w->eojeols[i];
        kti_foreign_stem stems[KTI_JOSA_STEMS];
        if (!kti_foreign_add(&sum, kti_foreign_part_of(w, e, i == index))) return;
        if (!follows(w, e + 1)) return;
        size_t count = kti_foreign_stems_of(w, e + 1, stems);
        for (size_t k = 0; k < count; k++)
            kti_foreign_put(w, first->span.start, e[1].span.start, sum, &stems[k]);
    }
}

void kti_see_foreign(kti_weigher *w) {
    for (size_t i = 0; i + 1 < w->eojeol_count; i++)
        see_from(w, i);
}
