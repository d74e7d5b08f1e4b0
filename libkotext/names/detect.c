/* detect.c - names by dictionary, by surname and title, by shape. Each finder adds what it sees;
 * none decides. Lists of suffixes are knowledge of how Korean names things. */
#include "names/detect.h"

#include "analyze/josa.h"
#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "names/generic.h"
#include "names/runs.h"
#include "names/syllables.h"
#include "names/title.h"
#include "unicode/props.h"

enum { SYLLABLE = 3, HITS = 12, FOREIGN_WORDS = 4 };

typedef kti_name_run run;

typedef struct finder {
    const kti_lexicon *lexicon;
    kt_str text;
    run *runs;
    size_t run_count;
    kt_str stems[KTI_JOSA_STEMS]; /* of the run at hand, when it is Hangul */
    size_t stem_count;
    bool guess; /* shapes, too */
    kti_candidates *out;
} finder;

/* ---- runs ----------------------------------------------------------------------------------- */

static kt_str run_text(const finder *f, const run *r) {
    return kti_str_span(f->text, r->span);
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
    kti_candidate c = {
        {(uint32_t)start, (uint32_t)end}, {0, 0}, type, (float)confidence, false, false};
    return c;
}

/* The title that follows byte `at` (behind one space, or glued); empty when none does. */
static kt_span title_after(const finder *f, size_t at) {
    uint32_t entry;
    size_t from = at < f->text.len && f->text.ptr[at] == ' ' ? at + 1 : at;
    if (from >= f->text.len) return (kt_span){0, 0};
    size_t length = kti_title_at(f->lexicon, kti_str_cut(f->text, from, f->text.len), &entry);
    if (length == 0) return (kt_span){0, 0};
    return (kt_span){(uint32_t)from, (uint32_t)(from + length)};
}

/* ---- dictionary ----------------------------------------------------------------------------- */

static kt_name_type type_of(const kti_entry *e) {
    switch (e->kind) {
    case KTI_ENTRY_PERSON:
        return KT_NAME_PERSON;
    case KTI_ENTRY_PLACE:
        return KT_NAME_PLACE;
    case KTI_ENTRY_ORG:
        return KT_NAME_ORG;
    case KTI_ENTRY_HEADLINE:
        return kti_str_eq(e->detail, KTI_STR("person")) ? KT_NAME_PERSON : KT_NAME_PLACE;
    case KTI_ENTRY_USER:
        if (kti_str_eq(e->detail, KTI_STR("PER"))) return KT_NAME_PERSON;
        if (kti_str_eq(e->detail, KTI_STR("LOC"))) return KT_NAME_PLACE;
        return kti_str_eq(e->detail, KTI_STR("ORG")) ? KT_NAME_ORG : KT_NAME_OTHER;
    default:
        return KT_NAME_OTHER;
    }
}

static bool is_name_entry(const kti_entry *e) {
    if (!kti_names_something(e->kind)) return false;
    bool word = e->kind == KTI_ENTRY_HEADLINE && (kti_str_eq(e->detail, KTI_STR("word")) ||
                                                  kti_str_eq(e->detail, KTI_STR("office")));
    return !word;
}

/* What may stand glued behind a place or body and is no particle: 미국산, 서울행, 북한군. */
static bool is_attached(kt_str rest) {
    static const char *const words[] = {
        "산",   "행",   "발",   "군",   "인",   "인들", "계", "측", "당국", "정부", "대표",
        "주재", "지역", "시민", "주민", "대학", "사람", "제", "식", "주",   "시",   "도",
        "발언", "내",   "외",   "간",   "파",   "형",   "팀", "씨", "님"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        kt_str w = kti_str(words[i]);
        if (kti_str_starts(rest, w) && kti_josa_fits(w, kti_str_cut(rest, w.len, rest.len)))
            return true;
    }
    return false;
}

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

/* How sure a dictionary form is where it stands, from what follows it; 0 = not at all. */
static double dictionary_confidence(const finder *f, const run *r, const kti_entry *e,
                                    const kti_hit *hit) {
    size_t end = r->span.start + hit->len;
    kt_str form = kti_str_cut(f->text, r->span.start, end);
    kt_str rest = rest_of_run(f, end);
    double sure = hit->also ? 0.8 : 0.9;
    kti_word word = kti_lexicon_word(f->lexicon, form);
    if ((word.classes & (KTI_WORD_NOUN | KTI_WORD_MODIFIER)) != 0 && e->kind == KTI_ENTRY_PERSON)
        sure -= title_after(f, end).end > 0 ? 0.05 : 0.4;
    if (form.len == SYLLABLE) sure = rest.len == 0 && r->hangul ? 0.45 : 0;
    if (form.len == SYLLABLE && e->kind == KTI_ENTRY_HEADLINE) sure = 0.7;
    if (sure == 0) return f->guess && e->kind == KTI_ENTRY_PLACE ? short_place(form, rest, hit) : 0;
    if (rest.len == 0 || kti_josa_fits(form, rest)) return sure;
    if (title_after(f, end).end > 0) return sure;
    if (e->kind != KTI_ENTRY_PERSON && is_attached(rest)) return sure - 0.1;
    size_t length; /* 한국전쟁, 걸프뉴스 */
    if (f->guess && e->kind != KTI_ENTRY_PERSON && kti_generic_begins(rest, &length) != NULL)
        return sure - 0.2;
    return 0;
}

static void find_in_dictionary(finder *f, const run *r) {
    kti_hit hits[HITS];
    size_t count = kti_lexicon_korean_prefixes(f->lexicon, from_run(f, r), hits, HITS);
    for (size_t i = 0; i < count; i++) {
        kti_entry e = kti_lexicon_entry(f->lexicon, hits[i].entry);
        double sure = is_name_entry(&e) ? dictionary_confidence(f, r, &e, &hits[i]) : 0;
        if (sure <= 0) continue;
        size_t end = r->span.start + hits[i].len;
        kti_candidate c = candidate(r->span.start, end, type_of(&e), sure);
        bool performers = !f->guess && kti_str_eq(e.detail, KTI_STR("group"));
        if (performers) c.type = KT_NAME_PERSON; /* 소녀시대 acts and sings as one does */
        c.in_dictionary = true;
        if (c.type == KT_NAME_PERSON) c.title = title_after(f, end);
        add(f, c);
    }
}

/* ---- persons -------------------------------------------------------------------------------- */

static bool has_class(const finder *f, kt_str word, unsigned classes) {
    return (kti_lexicon_word(f->lexicon, word).classes & classes) != 0;
}

/* Surname and given name, with what speaks for and against it. */
static double person_confidence(const finder *f, kt_str stem, kt_span title) {
    size_t syllables = stem.len / SYLLABLE;
    size_t surname = kti_lexicon_surname(f->lexicon, stem);
    if (surname == 0 || syllables < 2 || syllables > 4) return 0;
    bool double_surname = surname == 2 * SYLLABLE;
    if (syllables == 4 && !double_surname) return 0;
    kti_word word = kti_lexicon_word(f->lexicon, stem);
    double sure = syllables == 3 ? 0.45 : 0.15;
    if ((word.classes & KTI_WORD_PERSON) != 0) sure += syllables == 2 ? 0.15 : 0.25;
    if ((word.classes & (KTI_WORD_NOUN | KTI_WORD_MODIFIER | KTI_WORD_PREDICATE | KTI_WORD_BOUND |
                         KTI_WORD_PLACE)) != 0)
        sure -= 0.4;
    if (title.end > 0) sure += 0.35;
    if (!kti_is_given_name(f->lexicon, kti_str_cut(stem, surname, stem.len))) sure -= 0.2;
    return sure;
}

static void find_person(finder *f, const run *r) {
    const kt_str *stems = f->stems;
    kt_str text = run_text(f, r);
    size_t count = f->stem_count;
    for (size_t i = 0; i < count; i++) {
        size_t end = r->span.start + stems[i].len;
        kt_span title = stems[i].len == text.len ? title_after(f, end) : (kt_span){0, 0};
        double sure = person_confidence(f, stems[i], title);
        bool whole = stems[i].len == text.len;
        if (!whole && has_class(f, text, KTI_WORD_NOUN | KTI_WORD_MODIFIER)) sure -= 0.2;
        if (whole && count > 1 && !has_class(f, text, KTI_WORD_PERSON)) sure -= 0.15;
        if (sure < 0.2) continue;
        kti_candidate c = candidate(r->span.start, end, KT_NAME_PERSON, sure);
        c.title = title;
        add(f, c);
    }
}

/* 황교수의, 이명박대통령: a name with its title glued on. */
static void find_glued_title(finder *f, const run *r) {
    const kt_str *stems = f->stems;
    uint32_t entry;
    size_t count = f->stem_count;
    for (size_t i = 0; i < count; i++) {
        size_t title = kti_title_ending(f->lexicon, stems[i]);
        if (title == 0 || title >= stems[i].len) continue;
        if (kti_title_at(f->lexicon, stems[i], &entry) == stems[i].len) continue; /* 위원장 */
        kt_str name = kti_str_cut(stems[i], 0, stems[i].len - title);
        size_t surname = kti_lexicon_surname(f->lexicon, name);
        size_t syllables = name.len / SYLLABLE;
        if (surname == 0 || syllables > 3) continue;
        bool word = has_class(f, stems[i], KTI_WORD_NOUN);
        bool alone = surname == name.len;
        double sure = alone ? (word ? 0.35 : 0.7) : 0.8;
        if (!alone && has_class(f, name, KTI_WORD_NOUN)) sure = 0.2;
        kti_candidate c = candidate(r->span.start, r->span.start + name.len, KT_NAME_PERSON, sure);
        c.surname_only = alone;
        c.title = (kt_span){c.span.end, (uint32_t)(c.span.end + title)};
        add(f, c);
    }
}

/* 문 대통령, 이 전 시장. */
static void find_surname(finder *f, const run *r) {
    kt_str text = run_text(f, r);
    if (text.len > 2 * SYLLABLE || kti_lexicon_surname(f->lexicon, text) != text.len) return;
    kt_span title = title_after(f, r->span.end);
    if (title.end == 0) return;
    bool determiner = kti_str_eq(text, KTI_STR("이")) || kti_str_eq(text, KTI_STR("전")) ||
                      kti_str_eq(text, KTI_STR("한")) || kti_str_eq(text, KTI_STR("성"));
    kti_candidate c = candidate(r->span.start, r->span.end, KT_NAME_PERSON, determiner ? 0.6 : 0.8);
    c.surname_only = true;
    c.title = title;
    add(f, c);
}

/* 씨, 양, 군 or a title behind a withheld name; an age may stand between: 김모(75)씨. */
static bool called(const finder *f, size_t at) {
    kt_str rest = kti_str_cut(f->text, at, f->text.len);
    if (rest.len > 1 && rest.ptr[0] == '(' && kti_is_ascii_digit(rest.ptr[1])) return true;
    if (kti_str_starts(rest, KTI_STR("씨")) || kti_str_starts(rest, KTI_STR("양")) ||
        kti_str_starts(rest, KTI_STR("군")))
        return true;
    return rest.len > 0 && rest.ptr[0] == ' ' && title_after(f, at).end > 0;
}

/* 모 씨, 모 교수 behind a surname. */
static bool is_withheld(kt_str rest) {
    return kti_str_starts(rest, KTI_STR(" 모 ")) || kti_str_starts(rest, KTI_STR(" 모씨")) ||
           kti_str_starts(rest, KTI_STR(" 모("));
}

/* A씨, 김모 씨, 김 모 씨: names withheld; 정씨. */
static void find_withheld(finder *f, const run *r) {
    kt_str text = run_text(f, r);
    size_t first = kti_utf8_at(text, 0).len;
    kt_str rest = kti_str_cut(text, first, text.len);
    size_t end = r->span.start + first;
    bool letter = text.ptr[0] >= 'A' && text.ptr[0] <= 'Z';
    bool alone = rest.len == 0 || kti_str_starts(rest, KTI_STR("씨")) ||
                 kti_str_starts(rest, KTI_STR("양")) || kti_str_starts(rest, KTI_STR("군"));
    if (letter && alone && called(f, end))
        add(f, candidate(r->span.start, end, KT_NAME_PERSON, 0.8));
    if (kti_lexicon_surname(f->lexicon, text) == 0) return;
    bool apart = rest.len == 0 && is_withheld(kti_str_cut(f->text, end, f->text.len));
    bool withheld = apart || (kti_str_starts(rest, KTI_STR("모")) && called(f, end + SYLLABLE));
    bool named = kti_str_starts(rest, KTI_STR("씨")) &&
                 kti_josa_fits(KTI_STR("씨"), kti_str_cut(rest, SYLLABLE, rest.len));
    if (!withheld && !named) return;
    kti_candidate c = candidate(r->span.start, end, KT_NAME_PERSON, 0.8);
    c.surname_only = true;
    add(f, c);
}

/* ---- foreign names -------------------------------------------------------------------------- */

/* How little a run looks like a common Korean word. */
typedef enum strangeness { COMMON, BOTH, STRANGE } strangeness;

static strangeness strangeness_of(const finder *f, kt_str word) {
    unsigned common = KTI_WORD_NOUN | KTI_WORD_MODIFIER | KTI_WORD_PREDICATE | KTI_WORD_BOUND |
                      KTI_WORD_JOSA | KTI_WORD_EOMI | KTI_WORD_AFFIX;
    if (word.len < 2 * SYLLABLE) return COMMON;
    if (!kti_lexicon_has_words(f->lexicon)) return STRANGE;
    unsigned classes = kti_lexicon_word(f->lexicon, word).classes;
    if ((classes & common) == 0) return STRANGE;
    return (classes & (KTI_WORD_PERSON | KTI_WORD_PLACE | KTI_WORD_PROPER)) != 0 ? BOTH : COMMON;
}

static void add_foreign(finder *f, size_t first, size_t last, size_t end, double sure) {
    kti_candidate c = candidate(f->runs[first].span.start, end, KT_NAME_OTHER, sure);
    c.title = title_after(f, end);
    if (c.title.end > 0) c.confidence += 0.25F;
    if (c.title.end > 0 || first != last) c.type = KT_NAME_PERSON;
    add(f, c);
}

/* A name of one to four eojeols that ends at byte `end` of run `last`; `trust` 0..1 is less when
 * its last syllables may be a particle. */
static void find_foreign_until(finder *f, size_t last, size_t end, double trust) {
    static const double sure[] = {[COMMON] = 0.15, [BOTH] = 0.3, [STRANGE] = 0.4};
    const run *r = &f->runs[last];
    strangeness least = strangeness_of(f, kti_str_cut(f->text, r->span.start, end));
    if (end - r->span.start >= 2 * SYLLABLE) add_foreign(f, last, last, end, trust * sure[least]);
    size_t first = last;
    for (int words = 1; words < FOREIGN_WORDS && first > 0 && f->runs[first].spaced; words++) {
        const run *before = &f->runs[--first];
        strangeness s = strangeness_of(f, run_text(f, before));
        if (!before->hangul || s == COMMON) break;
        if (s < least) least = s;
        add_foreign(f, first, last, end, trust * sure[least]);
    }
}

/* 주 of 아리조나주, 대 of 예일대: what is glued to a foreign name and is no part of it. */
static size_t without_attached(kt_str stem) {
    static const char *const suffixes[] = {"주", "시", "강", "산", "군", "섬", "대", "측", "행",
                                           "발", "인", "계", "식", "팀", "사", "호", "씨", "지"};
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
        if (stem.len >= 3 * SYLLABLE && kti_str_ends(stem, kti_str(suffixes[i])))
            return stem.len - SYLLABLE;
    return 0;
}

static void find_foreign(finder *f, size_t last) {
    const kt_str *stems = f->stems;
    const run *r = &f->runs[last];
    size_t count = f->stem_count;
    for (size_t i = 0; i < count; i++) {
        size_t shorter = without_attached(stems[i]);
        double trust = i == 0 ? 1 : 0.25;
        find_foreign_until(f, last, r->span.start + stems[i].len, trust);
        if (shorter > 0) find_foreign_until(f, last, r->span.start + shorter, trust);
    }
}

/* ---- places and bodies ---------------------------------------------------------------------- */

static bool ends_with_any(kt_str stem, const char *const *list, size_t count) {
    for (size_t i = 0; i < count; i++) {
        kt_str suffix = kti_str(list[i]);
        if (stem.len > suffix.len && kti_str_ends(stem, suffix)) return true;
    }
    return false;
}

static double place_confidence(const finder *f, kt_str stem) {
    static const char *const suffixes[] = {
        "시", "도", "군", "구", "읍", "면",   "리",   "동",   "주",   "현",   "성",   "강",
        "산", "섬", "만", "항", "역", "반도", "호수", "공원", "공항", "해협", "지구", "사막"};
    kti_word word = kti_lexicon_word(f->lexicon, stem);
    bool common = (word.classes & (KTI_WORD_NOUN | KTI_WORD_MODIFIER | KTI_WORD_PREDICATE)) != 0;
    if ((word.classes & KTI_WORD_PLACE) != 0) return common ? 0.3 : 0.6;
    bool shaped = ends_with_any(stem, suffixes, sizeof suffixes / sizeof *suffixes);
    return shaped && stem.len >= 3 * SYLLABLE && word.classes == 0 ? 0.35 : 0;
}

static double body_confidence(const finder *f, kt_str stem) {
    static const char *const suffixes[] = {
        "부",     "청",   "처",       "원",     "당",     "은행",   "그룹",   "신문",
        "일보",   "방송", "통신",     "위원회", "협회",   "연맹",   "연합",   "대학",
        "대학교", "대",   "고등학교", "병원",   "재단",   "공사",   "공단",   "연구소",
        "연구원", "센터", "법원",     "검찰청", "경찰청", "경찰서", "사령부", "노조",
        "총연맹", "연대", "전자",     "자동차", "건설",   "증권",   "항공",   "생명",
        "기구",   "본부", "의회",     "대사관", "박물관", "팀",     "구단",
    };
    kti_word word = kti_lexicon_word(f->lexicon, stem);
    bool shaped = ends_with_any(stem, suffixes, sizeof suffixes / sizeof *suffixes);
    if (!shaped || stem.len < 3 * SYLLABLE) return 0;
    if ((word.classes & KTI_WORD_PROPER) != 0) return 0.6;
    if ((word.classes & KTI_WORD_NOUN) != 0) return 0.15;
    return stem.len >= 4 * SYLLABLE ? 0.45 : 0.3;
}

static void find_place_or_body(finder *f, const run *r) {
    const kt_str *stems = f->stems;
    size_t count = f->stem_count;
    for (size_t i = 0; i < count; i++) {
        size_t end = r->span.start + stems[i].len;
        double place = place_confidence(f, stems[i]);
        double body = body_confidence(f, stems[i]);
        if (place > 0.2) add(f, candidate(r->span.start, end, KT_NAME_PLACE, place));
        if (body > 0.2) add(f, candidate(r->span.start, end, KT_NAME_ORG, body));
        bool proper = has_class(f, stems[i], KTI_WORD_PROPER) && place <= 0.2 && body <= 0.2;
        if (proper) add(f, candidate(r->span.start, end, KT_NAME_ORG, 0.35));
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
    if (rest.len > 0 && !kti_josa_fits(kti_str_cut(text, 0, end), rest) && !is_attached(rest))
        return;
    add(f, candidate(r->span.start, r->span.start + end, KT_NAME_ORG, 0.5));
}

/* ---- all ------------------------------------------------------------------------------------ */

static void find_by_shape(finder *f, size_t index) {
    find_person(f, &f->runs[index]);
    find_foreign(f, index);
    find_place_or_body(f, &f->runs[index]);
}

static void find_all(finder *f, size_t index) {
    const run *r = &f->runs[index];
    find_in_dictionary(f, r);
    if (r->hangul) {
        f->stem_count = kti_josa_stems(run_text(f, r), f->stems);
        find_glued_title(f, r);
        find_surname(f, r);
        if (f->guess) find_by_shape(f, index);
    } else {
        find_latin(f, r);
    }
    find_withheld(f, r);
}

static kt_status find(finder *f, kti_arena *arena) {
    *f->out = (kti_candidates){.arena = arena};
    KTI_TRY(kti_name_runs(f->text, arena, &f->runs, &f->run_count));
    for (size_t i = 0; i < f->run_count; i++)
        find_all(f, i);
    return kti_candidates_sort(f->out);
}

kt_status kti_detect_candidates(const kti_lexicon *lexicon, kt_str text, kti_arena *arena,
                                kti_candidates *out) {
    finder f = {.lexicon = lexicon, .text = text, .out = out, .guess = true};
    return find(&f, arena);
}

kt_status kti_detect_known(const kti_lexicon *lexicon, kt_str text, kti_arena *arena,
                           kti_candidates *out) {
    finder f = {.lexicon = lexicon, .text = text, .out = out};
    return find(&f, arena);
}
