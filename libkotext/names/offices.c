#include "names/offices.h"

#include "core/str.h"

enum { SYLLABLE = 3, HITS = 8 };

static bool is_any(kt_str word, const char *const *list, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (kti_str_eq(word, kti_str(list[i]))) return true;
    return false;
}

/* Bytes of the one that begins `text`; the longer stand first. */
static size_t begins_with(kt_str text, const char *const *list, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (kti_str_starts(text, kti_str(list[i]))) return kti_str(list[i]).len;
    return 0;
}

#define COUNT(list) (sizeof(list) / sizeof *(list))

bool kti_is_office_of_place(kt_str title) {
    static const char *const offices[] = {"시장", "부시장", "군수",   "구청장",
                                          "지사", "주지사", "도지사", "시의원"};
    return is_any(title, offices, COUNT(offices));
}

bool kti_is_time_of_office(kt_str word) {
    static const char *const times[] = {"전", "현", "고"};
    return is_any(word, times, COUNT(times));
}

bool kti_is_mayor(const kti_lexicon *lexicon, kt_str place, kt_str word) {
    static const char *const towns[] = {"city", "si", "suburb", "town", "county", "gun"};
    enum { ROWS = 4 };
    kti_entry rows[ROWS];
    if (!kti_str_eq(word, KTI_STR("시장"))) return false;
    size_t count = kti_lexicon_rows(lexicon, place, 1u << KTI_ENTRY_PLACE, rows, ROWS);
    for (size_t i = 0; i < count; i++)
        if (is_any(rows[i].detail, towns, COUNT(towns))) return true;
    return false;
}

/* ---- postings ------------------------------------------------------------------------------- */

/* Bytes of the place that begins `text`. */
static size_t place_at(const kti_lexicon *lexicon, kt_str text) {
    kti_hit hits[HITS];
    size_t count = kti_lexicon_korean_words(lexicon, text, hits, HITS);
    for (size_t i = 0; i < count; i++)
        if (kti_lexicon_kind(lexicon, hits[i].entry) == KTI_ENTRY_PLACE &&
            hits[i].len >= 2 * SYLLABLE)
            return hits[i].len;
    return 0;
}

bool kti_posting_in(const kti_lexicon *lexicon, kt_str text, kti_posting *out) {
    static const char *const states[] = {"대한민국", "한국"};
    static const char *const missions[] = {"총영사관", "대사관", "영사관", "분관", "대표부"};
    static const char *const envoys[] = {"부총영사", "총영사", "대사", "영사", "공사"};
    kt_str to = KTI_STR("주");
    size_t place =
        kti_str_starts(text, to) ? place_at(lexicon, kti_str_cut(text, to.len, text.len)) : 0;
    if (place == 0) return false;
    size_t end = kti_behind_space(text, to.len + place);
    size_t state = begins_with(kti_str_cut(text, end, text.len), states, COUNT(states));
    if (state > 0) end = kti_behind_space(text, end + state);
    kt_str rest = kti_str_cut(text, end, text.len);
    size_t mission = begins_with(rest, missions, COUNT(missions));
    *out = (kti_posting){.place = {(uint32_t)to.len, (uint32_t)(to.len + place)},
                         .embassy = kti_str_starts(rest, KTI_STR("대사관"))};
    if (mission > 0) out->mission = (kt_span){0, (uint32_t)(end + mission)};
    return mission > 0 || begins_with(rest, envoys, COUNT(envoys)) > 0;
}

static kt_span moved(kt_span span, size_t by) {
    return (kt_span){span.start + (uint32_t)by, span.end + (uint32_t)by};
}

bool kti_posting_at(const kti_weigher *w, size_t at, kti_posting *out) {
    enum { REACH = 96 };
    size_t most = w->text.len - at < REACH ? w->text.len : at + REACH;
    kt_str text = kti_str_cut(w->text, at, most);
    if (!kti_str_starts(text, KTI_STR("주"))) return false;
    if (most == w->text.len && place_at(w->lexicon, kti_str_cut(text, SYLLABLE, text.len)) > 0)
        kti_look(w, KTI_LOOKS_FURTHER);
    if (!kti_posting_in(w->lexicon, text, out)) return false;
    out->place = moved(out->place, at);
    if (out->mission.end > 0) out->mission = moved(out->mission, at);
    return true;
}

void kti_see_posting(kti_weigher *w, const kt_eojeol *e) {
    static const double sure = 0.97;
    kti_posting found;
    if (!kti_posting_at(w, e->span.start, &found)) return;
    bool mission = found.mission.end > 0;
    kti_put(w, mission ? found.mission : found.place, (kt_span){0, 0},
            mission ? KT_NAME_ORG : KT_NAME_PLACE, sure);
}
