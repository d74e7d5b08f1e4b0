/* detect.c - names by dictionary, by surname and title, by shape. Each finder adds what it sees;
 * none decides. Lists of suffixes are knowledge of how Korean names things. */
#include "names/detect.h"

#include "analyze/josa.h"
#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "names/facts.h"
#include "names/generic.h"
#include "names/rows.h"
#include "names/runs.h"
#include "names/title.h"
#include "names/title_edges.h"
#include "names/weigher.h"
#include "unicode/props.h"

enum { SYLLABLE = 3, HITS = 12, FOREIGN_WORDS = 4, TITLES = 16 };

typedef kti_name_run run;

typedef struct finder {
    const kti_lexicon *lexicon;
    kt_str text;
    run *runs;
    size_t run_count;
    const kti_run_facts **facts; /* of each run; NULL: it is not Hangul */
    size_t at;                   /* the run at hand */
    struct known_title {         /* found lately */
        size_t from;
        kt_span title;
    } titles[TITLES];
    bool guess;                   /* shapes, too */
    const kti_title_edges *edges; /* may be NULL */
    unsigned *looks;              /* see kti_detect_known */
    kti_facts_cache *cache;       /* with `guess`; may be NULL */
    kti_candidates *out;
} finder;

/* ---- runs ----------------------------------------------------------------------------------- */

static kt_str run_text(const finder *f, const run *r) {
    return kti_str_span(f->text, r->span);
}

/* From the cache, or found anew. */
static const kti_run_facts *facts_of(const finder *f, size_t index, kti_arena *arena) {
    kt_str text = run_text(f, &f->runs[index]);
    if (f->cache != NULL) return kti_facts_cache_get(f->cache, f->lexicon, text);
    kti_run_facts *found = kti_arena_take(arena, sizeof *found);
    if (found != NULL) kti_run_facts_find(f->lexicon, f->edges, text, f->guess, found);
    return found;
}

/* From the start of a run to the end of the text. */
static kt_str from_run(const finder *f, const run *r) {
    return kti_str_cut(f->text, r->span.start, f->text.len);
}

/* What is left of the run that holds byte `at`. */
static kt_str rest_of_run(const finder *f, size_t at) {
    size_t end = at;
    while (end < f->text.len && kti_is_name_cp(kti_utf8_at(f->text, end).cp))
        end += kti_utf8_at(f->text, end).len;
    return kti_str_cut(f->text, at, end);
}

/* ---- adding --------------------------------------------------------------------------------- */

static void add(finder *f, kti_candidate c) {
    kti_candidates_add(f->out, c);
}

static kti_candidate candidate(size_t start, size_t end, kt_name_type type, double confidence) {
    return (kti_candidate){
        .span = {(uint32_t)start, (uint32_t)end}, .type = type, .confidence = (float)confidence};
}

/* Whether the run behind the one at hand begins at `from` and no title does. */
static bool is_barren(const finder *f, size_t from) {
    if (f->at + 1 >= f->run_count || f->runs[f->at + 1].span.start != from) return false;
    const kti_run_facts *next = f->facts[f->at + 1];
    return next != NULL && next->barren;
}

/* What stands at byte `at`, or goes on there, is asked for. */
static void look_behind(const finder *f, size_t at) {
    if (f->looks == NULL) return;
    *f->looks |= at == f->text.len ? KTI_LOOKS_ON : KTI_LOOKS_ACROSS;
    size_t from = kti_behind_space(f->text, at);
    kt_str rest = kti_str_cut(f->text, from, f->text.len);
    if (kti_title_may_begin(f->edges, rest) && kti_title_begins(f->lexicon, rest))
        *f->looks |= KTI_LOOKS_ON;
}

/* The title that follows byte `at` (behind one space, or glued); empty when none does. */
static kt_span title_after(finder *f, size_t at) {
    uint32_t entry;
    size_t from = kti_behind_space(f->text, at);
    look_behind(f, at);
    if (from >= f->text.len || is_barren(f, from)) return (kt_span){0, 0};
    struct known_title *known = &f->titles[from / SYLLABLE % TITLES];
    if (known->from == from) return known->title;
    kt_str text = kti_str_cut(f->text, from, f->text.len);
    bool may = f->edges == NULL || kti_title_may_begin(f->edges, text);
    size_t length = may ? kti_title_at(f->lexicon, text, &entry) : 0;
    known->from = from;
    known->title = (kt_span){0, 0};
    if (length > 0) known->title = (kt_span){(uint32_t)from, (uint32_t)(from + length)};
    return known->title;
}

/* ---- dictionary ----------------------------------------------------------------------------- */

/* A place of one syllable with something glued to it: 괌이, 미군. The other language decides. */
static double short_place(kt_str form, kt_str rest, const kti_hit *hit) {
    static const char *const behind[] = {"군", "측", "정부", "당국", "핵", "대사관"};
    for (size_t i = 0; i < sizeof behind / sizeof *behind; i++) {
        kt_str word = kti_str(behind[i]);
        kt_str tail = kti_str_cut(rest, word.len, rest.len);
        if (kti_str_starts(rest, word) && (tail.len == 0 || kti_josa_fits(word, tail))) return 0.4;
    }
    return !hit->also && kti_josa_fits(form, rest) ? 0.4 : 0;
}

static bool is_common_word(const finder *f, kt_str form) {
    unsigned classes = kti_lexicon_word(f->lexicon, form).classes;
    return (classes & (KTI_WORD_NOUN | KTI_WORD_MODIFIER)) != 0;
}

/* What is a surname and a determiner or prefix, too: 이 사건, 한 사람, 전 장관. */
static bool is_determiner(kt_str surname) {
    return kti_str_eq(surname, KTI_STR("이")) || kti_str_eq(surname, KTI_STR("전")) ||
           kti_str_eq(surname, KTI_STR("한")) || kti_str_eq(surname, KTI_STR("성"));
}

/* 이 구청장, 이 수만 명, 정 동영상: a name with a space in it that it does not have is one where it
 * ends with the word, or in a particle, or before a title; 조 국 only before a title apart. */
static bool is_pulled_apart(finder *f, const run *r, kt_str form, kt_str rest) {
    size_t end = r->span.start + form.len;
    kt_str first = run_text(f, r);
    bool alone = first.len == SYLLABLE;
    if (alone && title_after(f, r->span.end).end >= end) return true; /* 조 이사장 */
    kt_span title = title_after(f, end);
    bool apart = rest.len == 0 && title.end > 0, glued = title.start == end;
    if (form.len <= 2 * SYLLABLE + 1) return !apart;
    if (is_determiner(first)) return !apart;
    if (rest.len == 0 || kti_josa_fits(form, rest)) return false;
    return !glued || title.end - title.start < 2 * SYLLABLE; /* 동영 + 상 */
}

/* How sure a dictionary form is where it stands, from what follows it; 0 = not at all. */
static double dictionary_confidence(finder *f, const run *r, const kti_entry *e,
                                    const kti_hit *hit) {
    size_t end = r->span.start + hit->len;
    kt_str form = kti_str_cut(f->text, r->span.start, end);
    kt_str rest = rest_of_run(f, end);
    bool across = kti_str_find(form, KTI_STR(" "), 0) < form.len && !kti_row_is_written_so(e, form);
    if (across && is_pulled_apart(f, r, form, rest)) return 0;
    double sure = hit->also ? 0.8 : 0.9;
    if (e->kind == KTI_ENTRY_PERSON && is_common_word(f, form))
        sure -= title_after(f, end).end > 0 ? 0.05 : 0.4;
    bool short_one = form.len == SYLLABLE && kti_utf8_at(form, 0).len == SYLLABLE; /* not tvN */
    if (short_one) sure = rest.len == 0 && r->hangul ? 0.45 : 0;
    if (short_one && e->kind == KTI_ENTRY_HEADLINE) sure = 0.7;
    if (sure == 0) return f->guess && e->kind == KTI_ENTRY_PLACE ? short_place(form, rest, hit) : 0;
    if (rest.len == 0 || kti_josa_fits(form, rest)) return sure;
    if (title_after(f, end).end > 0) return sure;
    if (e->kind != KTI_ENTRY_PERSON && kti_is_attached(rest)) return sure - 0.1;
    size_t length; /* 한국전쟁, 걸프뉴스 */
    if (f->guess && e->kind != KTI_ENTRY_PERSON && kti_generic_begins(rest, &length) != NULL)
        return sure - 0.2;
    return 0;
}

/* 우크라이나는: its word has nothing more but particles; not 서울 시, where the row has no space.
 */
static bool is_all_of_word(const finder *f, kt_span span, const kti_entry *e) {
    kt_str form = kti_str_span(f->text, span), rest = rest_of_run(f, span.end);
    bool across = kti_str_find(form, KTI_STR(" "), 0) < form.len && !kti_row_is_written_so(e, form);
    return !across && (rest.len == 0 || kti_josa_fits(form, rest));
}

static void find_in_dictionary(finder *f, size_t index) {
    const run *r = &f->runs[index];
    kti_hit found[HITS];
    const kti_hit *hits = found;
    size_t count = kti_rows_known(f->facts[index], &hits);
    if (hits == found) count = kti_lexicon_korean_prefixes(f->lexicon, from_run(f, r), found, HITS);
    for (size_t i = 0; i < count; i++) {
        kti_entry e = kti_lexicon_entry(f->lexicon, hits[i].entry);
        double sure = kti_row_is_name(&e) ? dictionary_confidence(f, r, &e, &hits[i]) : 0;
        if (sure <= 0) continue;
        size_t end = r->span.start + hits[i].len;
        kti_candidate c = candidate(r->span.start, end, kti_row_type(&e), sure);
        bool performers = !f->guess && kti_str_eq(e.detail, KTI_STR("group"));
        if (performers) c.type = KT_NAME_PERSON; /* 소녀시대 acts and sings as one does */
        c.in_dictionary = true;
        c.whole = is_all_of_word(f, c.span, &e);
        if (c.type == KT_NAME_PERSON) c.title = title_after(f, end);
        c.last_name = hits[i].also && e.kind == KTI_ENTRY_PERSON &&
                      kti_row_is_last_name(&e, kti_str_cut(f->text, r->span.start, end));
        add(f, c);
    }
}

/* ---- persons -------------------------------------------------------------------------------- */

static void find_person(finder *f, size_t index) {
    const kti_run_facts *facts = f->facts[index];
    const run *r = &f->runs[index];
    unsigned classes = facts->stems[facts->stem_count - 1].classes;
    for (size_t i = 0; i < facts->stem_count; i++) {
        const kti_stem_facts *stem = &facts->stems[i];
        bool whole = i + 1 == facts->stem_count;
        size_t end = r->span.start + stem->len;
        double sure = stem->person;
        if (sure == 0) continue;
        kt_span title = whole ? title_after(f, end) : (kt_span){0, 0};
        if (title.end > 0) sure += 0.35;
        if (!whole && (classes & (KTI_WORD_NOUN | KTI_WORD_MODIFIER)) != 0) sure -= 0.2;
        if (whole && i > 0 && (classes & KTI_WORD_PERSON) == 0) sure -= 0.15;
        if (sure < 0.2) continue;
        kti_candidate c = candidate(r->span.start, end, KT_NAME_PERSON, sure);
        c.title = title;
        add(f, c);
    }
}

static void find_glued_title(finder *f, size_t index) {
    const kti_run_facts *facts = f->facts[index];
    uint32_t start = f->runs[index].span.start;
    for (size_t i = 0; i < facts->stem_count; i++) {
        const kti_stem_facts *stem = &facts->stems[i];
        if (stem->glued == 0) continue;
        kti_candidate c = candidate(start, start + stem->glued, KT_NAME_PERSON, stem->glued_sure);
        c.surname_only = stem->glued_surname;
        c.title = (kt_span){c.span.end, start + stem->len};
        add(f, c);
    }
}

/* 이 상은, 한 장이: one syllable that is more often another word than an office. */
static bool is_short_office(kt_str title) {
    return title.len == SYLLABLE && !kti_str_eq(title, KTI_STR("씨")) &&
           !kti_str_eq(title, KTI_STR("양")) && !kti_str_eq(title, KTI_STR("군"));
}

/* 문 대통령, 이 전 시장. */
static void find_surname(finder *f, size_t index) {
    const run *r = &f->runs[index];
    kt_str text = run_text(f, r);
    if (text.len > 2 * SYLLABLE || f->facts[index]->surname != text.len) return;
    kt_span title = title_after(f, r->span.end);
    if (title.end == 0) return;
    bool determiner = is_determiner(text);
    if (determiner && is_short_office(kti_str_span(f->text, title))) return;
    kti_candidate c = candidate(r->span.start, r->span.end, KT_NAME_PERSON, determiner ? 0.6 : 0.8);
    c.surname_only = true;
    c.title = title;
    add(f, c);
}

/* 씨, 양, 군 or a title behind a withheld name; an age may stand between: 김모(75)씨. */
static bool called(finder *f, size_t at) {
    kt_str rest = kti_str_cut(f->text, at, f->text.len);
    if (rest.len == 0) look_behind(f, at);
    if (rest.len > 1 && rest.ptr[0] == '(' && kti_is_ascii_digit(rest.ptr[1])) return true;
    if (kti_str_starts(rest, KTI_STR("씨")) || kti_str_starts(rest, KTI_STR("양")) ||
        kti_str_starts(rest, KTI_STR("군")))
        return true;
    return rest.len > 0 && rest.ptr[0] == ' ' && title_after(f, at).end > 0;
}

/* 모 씨, 모 교수 behind a surname; what stands behind 모 tells. */
static bool is_withheld(const finder *f, size_t at) {
    kt_str rest = kti_str_cut(f->text, at, f->text.len);
    if (f->looks != NULL && kti_str_eq(rest, KTI_STR(" 모"))) *f->looks |= KTI_LOOKS_FURTHER;
    return kti_str_starts(rest, KTI_STR(" 모 ")) || kti_str_starts(rest, KTI_STR(" 모씨")) ||
           kti_str_starts(rest, KTI_STR(" 모("));
}

/* A씨, 김모 씨, 김 모 씨: names withheld; 정씨. */
static void find_withheld(finder *f, size_t index) {
    const run *r = &f->runs[index];
    kt_str text = run_text(f, r);
    size_t first = kti_utf8_at(text, 0).len;
    kt_str rest = kti_str_cut(text, first, text.len);
    size_t end = r->span.start + first;
    bool letter = text.ptr[0] >= 'A' && text.ptr[0] <= 'Z';
    bool alone = rest.len == 0 || kti_str_starts(rest, KTI_STR("씨")) ||
                 kti_str_starts(rest, KTI_STR("양")) || kti_str_starts(rest, KTI_STR("군"));
    if (letter && alone && called(f, end))
        add(f, candidate(r->span.start, end, KT_NAME_PERSON, 0.8));
    bool surname = f->facts[index] != NULL ? f->facts[index]->surname > 0
                                           : kti_lexicon_surname(f->lexicon, text) > 0;
    if (!surname) return;
    if (end == f->text.len) look_behind(f, end);
    bool apart = rest.len == 0 && is_withheld(f, end);
    bool withheld = apart || (kti_str_starts(rest, KTI_STR("모")) && called(f, end + SYLLABLE));
    bool named = kti_str_starts(rest, KTI_STR("씨")) &&
                 kti_josa_fits(KTI_STR("씨"), kti_str_cut(rest, SYLLABLE, rest.len));
    if (!withheld && !named) return;
    kti_candidate c = candidate(r->span.start, end, KT_NAME_PERSON, 0.8);
    c.surname_only = true;
    add(f, c);
}

/* ---- foreign names -------------------------------------------------------------------------- */

static void add_foreign(finder *f, size_t first, size_t last, kt_span title, size_t end,
                        double sure) {
    kti_candidate c = candidate(f->runs[first].span.start, end, KT_NAME_OTHER, sure);
    c.title = title;
    if (c.title.end > 0) c.confidence += 0.25F;
    if (c.title.end > 0 || first != last) c.type = KT_NAME_PERSON;
    add(f, c);
}

/* The W and W. of 조지 W. 부시. */
static bool is_initial(const finder *f, size_t index) {
    kt_str text = run_text(f, &f->runs[index]);
    return text.len == 1 && text.ptr[0] >= 'A' && text.ptr[0] <= 'Z';
}

/* Behind the run before and a space, or an initial with its period. */
static bool follows(const finder *f, size_t index) {
    size_t end = f->runs[index - 1].span.end, start = f->runs[index].span.start;
    if (f->runs[index].spaced) return true;
    bool period = start - end <= 2 && f->text.ptr[end] == '.' &&
                  (start - end == 1 || f->text.ptr[end + 1] == ' ');
    return period && is_initial(f, index - 1);
}

/* A name of one to four eojeols that ends at byte `end` of run `last`; `trust` 0..1 is less when
 * its last syllables may be a particle. */
static void find_foreign_until(finder *f, size_t last, size_t end, kti_strangeness least,
                               double trust) {
    static const double sure[] = {[KTI_COMMON] = 0.15, [KTI_BOTH] = 0.3, [KTI_STRANGE] = 0.4};
    const run *r = &f->runs[last];
    kt_span title = title_after(f, end);
    if (end - r->span.start >= 2 * SYLLABLE)
        add_foreign(f, last, last, title, end, trust * sure[least]);
    size_t first = last;
    for (int words = 1; words < FOREIGN_WORDS && first > 0 && follows(f, first); words++) {
        const kti_run_facts *before = f->facts[--first];
        if (before == NULL && is_initial(f, first)) continue;
        if (before == NULL) break;
        kti_strangeness s = before->stems[before->stem_count - 1].strange;
        if (s == KTI_COMMON) break;
        if (s < least) least = s;
        add_foreign(f, first, last, title, end, trust * sure[least]);
    }
}

static void find_foreign(finder *f, size_t last) {
    const kti_run_facts *facts = f->facts[last];
    size_t start = f->runs[last].span.start;
    if (facts->head > 0)
        find_foreign_until(f, last, start + facts->head, facts->head_strange, 0.75);
    for (size_t i = 0; i < facts->stem_count; i++) {
        const kti_stem_facts *stem = &facts->stems[i];
        double trust = i == 0 ? 1 : 0.25;
        find_foreign_until(f, last, start + stem->len, stem->strange, trust);
        if (stem->shorter > 0)
            find_foreign_until(f, last, start + stem->shorter, stem->shorter_strange, trust);
    }
}

/* ---- places and bodies ---------------------------------------------------------------------- */

static void find_place_or_body(finder *f, size_t index) {
    const kti_run_facts *facts = f->facts[index];
    size_t start = f->runs[index].span.start;
    for (size_t i = 0; i < facts->stem_count; i++) {
        const kti_stem_facts *stem = &facts->stems[i];
        size_t end = start + stem->len;
        bool place = stem->place > 0.2, body = stem->body > 0.2;
        if (place) add(f, candidate(start, end, KT_NAME_PLACE, stem->place));
        if (body) add(f, candidate(start, end, KT_NAME_ORG, stem->body));
        bool proper = (stem->classes & KTI_WORD_PROPER) != 0 && !place && !body;
        if (proper) add(f, candidate(start, end, KT_NAME_ORG, 0.35));
    }
}

/* ---- Latin and Hanja ------------------------------------------------------------------------ */

/* Latin letters (and digits, &) at the start of a run: CNN, AP통신, G20. */
static void find_latin(finder *f, const run *r) {
    kt_str text = run_text(f, r);
    size_t end = 0, capitals = 0, letters = 0;
    while (end < text.len) {
        kti_cp unit = kti_utf8_at(text, end);
        if (kti_cp_is_hangul(unit.cp) || kti_cp_is_han(unit.cp)) break;
        capitals += kti_cp_is_upper(unit.cp);
        letters += kti_cp_is_letter(unit.cp);
        end += unit.len;
    }
    if (letters < 2 || capitals == 0) return;
    kt_str rest = kti_str_cut(text, end, text.len);
    if (rest.len > 0 && !kti_josa_fits(kti_str_cut(text, 0, end), rest) && !kti_is_attached(rest))
        return;
    add(f, candidate(r->span.start, r->span.start + end, KT_NAME_ORG, 0.5));
}

/* ---- all ------------------------------------------------------------------------------------ */

static void find_by_shape(finder *f, size_t index) {
    find_person(f, index);
    find_foreign(f, index);
    find_place_or_body(f, index);
}

static void find_all(finder *f, size_t index) {
    const run *r = &f->runs[index];
    f->at = index;
    find_in_dictionary(f, index);
    if (f->facts[index] != NULL) {
        find_glued_title(f, index);
        find_surname(f, index);
        if (f->guess) find_by_shape(f, index);
    } else {
        find_latin(f, r);
    }
    find_withheld(f, index);
}

static void begin_cache(const finder *f) {
    kti_facts_cache_begin(f->cache);
    for (int again = 0; again < 2; again++)
        for (size_t i = 0; i < f->run_count; i++)
            if (f->runs[i].hangul)
                kti_facts_cache_fetch(f->cache, run_text(f, &f->runs[i]), again != 0);
}

static kt_status find(finder *f, kt_span within, kti_arena *arena) {
    *f->out = (kti_candidates){.arena = arena};
    KTI_TRY(kti_name_runs(f->text, within, arena, &f->runs, &f->run_count));
    f->facts = kti_arena_zeroed(arena, f->run_count + 1, sizeof *f->facts);
    if (f->facts == NULL) return KT_ERR_NOMEM;
    if (f->cache != NULL) begin_cache(f);
    for (size_t i = 0; i < f->run_count; i++)
        if (f->runs[i].hangul && (f->facts[i] = facts_of(f, i, arena)) == NULL) return KT_ERR_NOMEM;
    for (size_t i = 0; i < f->run_count; i++)
        find_all(f, i);
    f->out->runs = f->runs;
    f->out->facts = f->facts;
    f->out->run_count = f->run_count;
    return kti_candidates_sort(f->out);
}

kt_status kti_detect_candidates(const kti_lexicon *lexicon, kti_facts_cache *cache, kt_str text,
                                kti_arena *arena, kti_candidates *out) {
    finder f = {.lexicon = lexicon, .text = text, .out = out, .guess = true, .cache = cache};
    if (cache != NULL) f.edges = kti_facts_cache_titles(cache);
    return find(&f, (kt_span){0, (uint32_t)text.len}, arena);
}

kt_status kti_detect_known(const kti_lexicon *lexicon, const kti_title_edges *titles, kt_str text,
                           kt_span within, unsigned *looks, kti_arena *arena, kti_candidates *out) {
    finder f = {.lexicon = lexicon, .edges = titles, .text = text, .out = out, .looks = looks};
    return find(&f, within, arena);
}
