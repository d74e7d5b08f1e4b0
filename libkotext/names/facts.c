#include "names/facts.h"

#include "core/str.h"
#include "names/components.h"
#include "names/generic.h"
#include "names/syllables.h"
#include "names/title.h"

enum { SYLLABLE = 3 };

/* ---- titles glued on ------------------------------------------------------------------------ */

/* 황교수의, 이명박대통령: a name with its title glued on. */
static void find_glued(const kti_lexicon *x, kt_str stem, kti_stem_facts *out) {
    uint32_t entry;
    size_t title = kti_title_ending(x, stem);
    if (title == 0 || title >= stem.len) return;
    if (kti_title_at(x, stem, &entry) == stem.len) return; /* 위원장 */
    kt_str name = kti_str_cut(stem, 0, stem.len - title);
    size_t surname = kti_lexicon_surname(x, name);
    if (surname == 0 || name.len / SYLLABLE > 3) return;
    bool alone = surname == name.len;
    kt_str word = alone ? stem : name;
    bool noun = (kti_lexicon_word(x, word).classes & KTI_WORD_NOUN) != 0;
    out->glued = (uint32_t)name.len;
    out->glued_surname = alone;
    out->glued_sure = alone ? (noun ? 0.35 : 0.7) : noun ? 0.2 : 0.8;
}

/* ---- shapes --------------------------------------------------------------------------------- */

/* Surname and given name, with what speaks for and against it. */
static double person_confidence(const kti_lexicon *x, kt_str stem, unsigned classes) {
    size_t syllables = stem.len / SYLLABLE;
    size_t surname = kti_lexicon_surname(x, stem);
    if (surname == 0 || syllables < 2 || syllables > 4) return 0;
    bool double_surname = surname == 2 * SYLLABLE;
    if (syllables == 4 && !double_surname) return 0;
    double sure = syllables == 3 ? 0.45 : 0.15;
    if ((classes & KTI_WORD_PERSON) != 0) sure += syllables == 2 ? 0.15 : 0.25;
    if ((classes & (KTI_WORD_NOUN | KTI_WORD_MODIFIER | KTI_WORD_PREDICATE | KTI_WORD_BOUND |
                    KTI_WORD_PLACE)) != 0)
        sure -= 0.4;
    if (!kti_is_given_name(x, kti_str_cut(stem, surname, stem.len))) sure -= 0.2;
    return sure;
}

static kti_strangeness strangeness_of(const kti_lexicon *x, kt_str word, unsigned classes) {
    unsigned common = KTI_WORD_NOUN | KTI_WORD_MODIFIER | KTI_WORD_PREDICATE | KTI_WORD_BOUND |
                      KTI_WORD_JOSA | KTI_WORD_EOMI | KTI_WORD_AFFIX;
    if (word.len < 2 * SYLLABLE) return KTI_COMMON;
    if (!kti_lexicon_has_words(x) || (classes & common) == 0) return KTI_STRANGE;
    bool name = (classes & (KTI_WORD_PERSON | KTI_WORD_PLACE | KTI_WORD_PROPER)) != 0;
    return name ? KTI_BOTH : KTI_COMMON;
}

static bool ends_with_any(kt_str stem, const kt_str *list, size_t count, size_t least) {
    if (stem.len < least) return false;
    for (size_t i = 0; i < count; i++) {
        kt_str suffix = list[i];
        if (stem.len > suffix.len && stem.ptr[stem.len - 1] == suffix.ptr[suffix.len - 1] &&
            kti_str_ends(stem, suffix))
            return true;
    }
    return false;
}

#define T(text)               KTI_STR_INIT(text)
#define ENDS_WITH(stem, list) ends_with_any((stem), (list), sizeof(list) / sizeof *(list), LEAST)

enum { LEAST = 3 * SYLLABLE };

/* 주 of 아리조나주, 대 of 예일대: what is glued to a foreign name and is no part of it. */
static bool has_attached(kt_str stem) {
    static const kt_str suffixes[] = {T("주"), T("시"), T("강"), T("산"), T("군"), T("섬"),
                                      T("대"), T("측"), T("행"), T("발"), T("인"), T("계"),
                                      T("식"), T("팀"), T("사"), T("호"), T("씨"), T("지")};
    return ENDS_WITH(stem, suffixes);
}

static double place_confidence(kt_str stem, unsigned classes) {
    static const kt_str suffixes[] = {
        T("시"), T("도"),   T("군"),   T("구"),   T("읍"),   T("면"),   T("리"),   T("동"),
        T("주"), T("현"),   T("성"),   T("강"),   T("산"),   T("섬"),   T("만"),   T("항"),
        T("역"), T("반도"), T("호수"), T("공원"), T("공항"), T("해협"), T("지구"), T("사막")};
    bool common = (classes & (KTI_WORD_NOUN | KTI_WORD_MODIFIER | KTI_WORD_PREDICATE)) != 0;
    if ((classes & KTI_WORD_PLACE) != 0) return common ? 0.3 : 0.6;
    return classes == 0 && ENDS_WITH(stem, suffixes) ? 0.35 : 0;
}

static double body_confidence(kt_str stem, unsigned classes) {
    static const kt_str suffixes[] = {
        T("부"),     T("청"),     T("처"),     T("원"),     T("당"),       T("은행"), T("그룹"),
        T("신문"),   T("일보"),   T("방송"),   T("통신"),   T("위원회"),   T("협회"), T("연맹"),
        T("연합"),   T("대학"),   T("대학교"), T("대"),     T("고등학교"), T("병원"), T("재단"),
        T("공사"),   T("공단"),   T("연구소"), T("연구원"), T("센터"),     T("법원"), T("검찰청"),
        T("경찰청"), T("경찰서"), T("사령부"), T("노조"),   T("총연맹"),   T("연대"), T("전자"),
        T("자동차"), T("건설"),   T("증권"),   T("항공"),   T("생명"),     T("기구"), T("본부"),
        T("의회"),   T("대사관"), T("박물관"), T("팀"),     T("구단"),
    };
    if (!ENDS_WITH(stem, suffixes)) return 0;
    if ((classes & KTI_WORD_PROPER) != 0) return 0.6;
    if ((classes & KTI_WORD_NOUN) != 0) return 0.15;
    return stem.len >= 4 * SYLLABLE ? 0.45 : 0.3;
}

static void find_shapes(const kti_lexicon *x, kt_str stem, kti_stem_facts *out) {
    out->classes = kti_lexicon_word(x, stem).classes;
    out->strange = strangeness_of(x, stem, out->classes);
    out->person = person_confidence(x, stem, out->classes);
    out->place = place_confidence(stem, out->classes);
    out->body = body_confidence(stem, out->classes);
    if (!has_attached(stem)) return;
    kt_str shorter = kti_str_cut(stem, 0, stem.len - SYLLABLE);
    out->shorter = (uint32_t)shorter.len;
    out->shorter_strange = strangeness_of(x, shorter, kti_lexicon_word(x, shorter).classes);
}

/* 항공, 은행 and their like behind what is no common word. */
static void find_head(const kti_lexicon *x, kt_str run, kti_run_facts *out) {
    enum { LONGEST = 12 * SYLLABLE };
    size_t length, most = run.len < LONGEST ? run.len : LONGEST;
    out->head = 0;
    for (size_t at = 2 * SYLLABLE; at + 2 * SYLLABLE <= most && out->head == 0; at += SYLLABLE) {
        if (kti_generic_begins(kti_str_cut(run, at, run.len), &length) == NULL) continue;
        kt_str head = kti_str_cut(run, 0, at);
        out->head_strange = strangeness_of(x, head, kti_lexicon_word(x, head).classes);
        if (out->head_strange != KTI_COMMON) out->head = (uint32_t)at;
    }
}

/* Whether a title may stand at the end of some stem: only then are the stems of any use. */
static bool may_have_title(const kti_title_edges *titles, kt_str run) {
    for (size_t at = 2 * SYLLABLE; at <= run.len; at += SYLLABLE)
        if (titles == NULL || kti_title_may_end(titles, kti_str_cut(run, 0, at))) return true;
    return false;
}

/* What the dictionaries have, if that is the same in any company. */
static void find_rows(const kti_lexicon *x, kt_str run, bool shapes, kti_run_facts *out) {
    kti_hit hits[KTI_RUN_HITS + 1];
    out->listed = out->barren = false;
    out->hit_count = 0;
    bool goes_on = true;
    size_t count = shapes ? kti_lexicon_korean_rows(x, run, hits, KTI_RUN_HITS + 1, &goes_on) : 0;
    if (goes_on) return;
    out->listed = count <= KTI_RUN_HITS;
    out->barren = count == 0;
    for (size_t i = 0; out->listed && i < count; i++)
        out->hits[out->hit_count++] = hits[i];
}

void kti_run_facts_find(const kti_lexicon *x, const kti_title_edges *titles, kt_str run,
                        bool shapes, kti_run_facts *out) {
    kt_str stems[KTI_JOSA_STEMS];
    find_rows(x, run, shapes, out);
    out->surname = (uint32_t)kti_lexicon_surname(x, run);
    out->head = 0;
    out->body = 0;
    out->component = shapes && kti_component_begins(NULL, run);
    if (shapes) find_head(x, run, out);
    stems[0] = run;
    out->stem_count =
        shapes || may_have_title(titles, run) ? (uint32_t)kti_josa_stems(run, stems) : 1;
    for (uint32_t i = 0; i < out->stem_count; i++) {
        out->stems[i] = (kti_stem_facts){.len = (uint32_t)stems[i].len};
        if (titles == NULL || kti_title_may_end(titles, stems[i]))
            find_glued(x, stems[i], &out->stems[i]);
        if (!shapes) continue;
        find_shapes(x, stems[i], &out->stems[i]);
        if (out->body == 0 && kti_ends_in_body(stems[i])) out->body = out->stems[i].len;
    }
}
