/* Candidates come from shape and dictionaries; the reading of the whole sentence knows better where
 * words begin and end, and whether one is a name here. */
#include "names/words.h"

#include "analyze/other_words.h"
#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "lexicon/tags.h"
#include "names/clues.h"
#include "names/foreign.h"
#include "names/offices.h"
#include "names/persons.h"
#include "names/places.h"
#include "names/weigher.h"
#include "unicode/props.h"

/* ---- candidates among morphemes ------------------------------------------------------------- */

/* Letters and digits of a name; spaces do not count. */
static size_t letters_of(kt_str name) {
    size_t count = 0;
    for (size_t at = 0; at < name.len; at += kti_utf8_at(name, at).len)
        count += name.ptr[at] != ' ';
    return count;
}

/* Three letters and more that are all of their word hardly happen to be other words: 국민의힘은,
 * 이수역에서, SK온이. */
static bool is_long(const kti_weigher *w, const kti_candidate *c) {
    return c->whole && letters_of(kti_str_span(w->text, c->span)) >= 3;
}

/* 세계 대전, 이천 명: no places. */
static bool is_no_place(const kti_weigher *w, const kti_candidate *c) {
    const kt_morpheme *m = &w->m[kti_morpheme_at(w, c->span.start)];
    if (c->type != KT_NAME_PLACE || (m->tag != KT_TAG_NNG && m->tag != KT_TAG_NR)) return false;
    kti_look(w, KTI_LOOKS_FURTHER);
    return kti_is_common_noun(w->text, w->m, m, c->span) ||
           kti_is_number(m, w->m + w->count, c->span);
}

/* A name of the dictionary that the reading takes for other words: 이란/JX. */
static double known_weight(const kti_weigher *w, const kti_candidate *c) {
    const kt_morpheme *m = kti_whole_morpheme(w, c->span);
    if (is_no_place(w, c)) return -0.6;
    if (m != NULL && kti_tag_is_noun(m->tag)) return 0;
    if (!kti_is_boundary(w, c->span.start)) return -0.6;
    if (kti_begins_noun(w->text, &w->m[kti_morpheme_at(w, c->span.start)], c->span)) return -0.6;
    if (is_long(w, c)) return 0;
    if (kti_holds_grammar(w, c->span)) return -0.6;
    return kti_is_boundary(w, c->span.end) ? 0 : -0.2; /* 북한 in 북한군 */
}

static bool is_latin(const kti_weigher *w, const kti_candidate *c) {
    return kti_is_ascii_alpha(w->text.ptr[c->span.start]);
}

/* English text, and abbreviations that everybody uses, name no bodies. */
static double latin_weight(const kti_weigher *w, const kti_candidate *c) {
    kti_look(w, KTI_LOOKS_FURTHER);
    kt_str word = kti_str_span(w->text, c->span);
    bool begins = c->span.start < 2 || !kti_is_ascii_alpha(w->text.ptr[c->span.start - 2]);
    bool ends = c->span.end + 1 >= w->text.len || !kti_is_ascii_alpha(w->text.ptr[c->span.end + 1]);
    for (size_t i = 0; i < word.len; i++)
        if (word.ptr[i] >= 'a' && word.ptr[i] <= 'z') return -0.2;
    return begins && ends && (kti_clue_of(w->clues, word) & KTI_ABBREVIATION) == 0 ? 0 : -0.3;
}

/* What stands before a service that acts is its subject: 페이스북은 밝혔다, not 페이스북에. */
static double service_weight(const kti_weigher *w, const kti_candidate *c) {
    if ((kti_clue_of(w->clues, kti_str_span(w->text, c->span)) & KTI_SERVICE) == 0) return 0;
    kt_str rest = kti_letters_from(w->text, c->span.end);
    bool acts = kti_str_eq(rest, KTI_STR("은")) || kti_str_eq(rest, KTI_STR("는")) ||
                kti_str_eq(rest, KTI_STR("이")) || kti_str_eq(rest, KTI_STR("가"));
    return acts ? 0 : -0.6;
}

static double other_weight(const kti_weigher *w, const kti_candidate *c) {
    static const double several_words = 0.98; /* 시드니 루스터스 is hardly anything else */
    if (is_long(w, c) && kti_has_several_words(w, c->span))
        return several_words - (double)c->confidence;
    if (c->in_dictionary) return known_weight(w, c) + service_weight(w, c);
    return is_latin(w, c) ? latin_weight(w, c) : 0;
}

static bool begins_word(const kti_weigher *w, size_t at) {
    if (at == 0 || w->text.ptr[at - 1] == ' ') return true;
    kti_cp before = kti_utf8_before(w->text, at);
    return before.cp == '(' || before.cp == 0x2018 || before.cp == 0x201C || before.cp == ',' ||
           kti_cp_is_middle_dot(before.cp);
}

/* 한 전 대표: behind a determiner nobody says another. */
static bool is_former(const kti_weigher *w, const kti_candidate *c) {
    kt_str title = kti_str_span(w->text, c->title), surname = kti_str_span(w->text, c->span);
    if (c->title.start != c->span.end + 1 || kti_is_time_of_office(surname)) return false;
    return kti_is_time_of_office(kti_str_next_field(&title, ' ')) && title.len > 0;
}

/* 문 (대통령): a surname that many bear, and not the beginning of a longer word, as in 영화가. */
static double surname_weight(const kti_weigher *w, const kti_candidate *c) {
    kt_str surname = kti_str_span(w->text, c->span);
    const kt_morpheme *m = &w->m[kti_morpheme_at(w, c->span.start)];
    if (c->title.end == 0) return 0; /* 김모, 정씨 */
    if (is_former(w, c) && begins_word(w, c->span.start))
        return kti_shape_surname(w->shapes, surname) < -0.5 ? -0.6 : 0.1;
    if (!begins_word(w, c->span.start) || m->tag == KT_TAG_XPN) return -0.6;
    if (kti_shape_surname(w->shapes, surname) < -0.5) return -0.6; /* 당 대표, 뇌 검사 */
    if (kti_str_eq(surname, KTI_STR("모"))) return -0.6;           /* 김 모 씨 */
    if (kti_str_eq(surname, KTI_STR("야"))) return -0.6;           /* 여·야 대표 */
    bool time = kti_str_eq(surname, KTI_STR("전")) || kti_str_eq(surname, KTI_STR("현"));
    if (time && c->title.start > c->span.end) return -0.6; /* 전 대통령, 현 대표 */
    if (kti_str_eq(surname, KTI_STR("한")) && m->tag == KT_TAG_MM) return -0.3;
    bool whole = kti_is_boundary(w, c->span.start) && kti_is_boundary(w, c->span.end);
    bool open = (m->flags & (KT_MORPHEME_PERSON | KT_MORPHEME_UNKNOWN)) != 0;
    return whole || open ? 0 : -0.6;
}

static double person_weight(const kti_weigher *w, const kti_candidate *c) {
    if (c->surname_only) return surname_weight(w, c);
    if (!c->in_dictionary) return is_latin(w, c) ? 0 : -1; /* seen anew, by the reading */
    return kti_weigh_known_person(w, c) - (double)c->confidence;
}

static void weigh(const kti_weigher *w, kti_candidate *c) {
    if (kti_morpheme_at(w, c->span.start) == w->count) return;
    bool person = c->type == KT_NAME_PERSON || c->type == KT_NAME_OTHER;
    double change = person ? person_weight(w, c) : other_weight(w, c);
    double sure = (double)c->confidence + change;
    c->confidence = (float)(sure < 0 ? 0 : sure > 1 ? 1 : sure);
}

kt_status kti_names_weigh(kti_weigher *w, kt_span within, kti_eojeols of, kti_arena *arena,
                          kti_candidates *out) {
    kti_candidates *list = w->list;
    KTI_TRY(kti_detect_known(w->lexicon, w->titles, w->text, within, w->looks, arena, out));
    w->list = out;
    for (size_t i = 0; i < out->count; i++)
        weigh(w, &out->items[i]);
    kti_see_places(w, of);
    kti_see_bodies(w, of);
    kti_see_persons(w, of);
    w->list = list;
    return out->failed ? KT_ERR_NOMEM : KT_OK;
}

/* All words at once: what the walk (names/walk.h) finds word by word. */
kt_status kti_names_weigh_all(kti_weigher *w, kti_arena *arena) {
    kt_span all = {0, (uint32_t)w->text.len};
    kti_eojeols of = {0, w->eojeol_count};
    KTI_TRY(kti_names_weigh(w, all, of, arena, w->list));
    for (size_t i = 0; i < w->eojeol_count; i++)
        kti_see_place_of_two(w, i);
    kti_see_foreign(w);
    return kti_candidates_sort(w->list);
}
