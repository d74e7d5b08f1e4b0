#include "names/phrases.h"

#include <string.h>

#include "core/str.h"
#include "core/utf8.h"
#include "names/clues.h"
#include "names/offices.h"
#include "unicode/props.h"

enum { SYLLABLE = 3 };

/* Whether nothing but one space is between two bytes, and no particle before it. */
static bool is_beside(const kti_weigher *w, size_t end, size_t start) {
    return start == end + 1 && w->text.ptr[end] == ' ';
}

/* The eojeol that begins one space behind byte `end`, or NULL. */
static const kt_eojeol *next_eojeol(const kti_weigher *w, uint32_t end) {
    size_t i = kti_eojeol_at(w, end);
    if (i == w->eojeol_count || !is_beside(w, end, w->eojeols[i].span.start)) return NULL;
    return &w->eojeols[i];
}

static bool is_unit(const kti_weigher *w, kt_str word) {
    size_t length = kti_clue_ends(w->clues, word, KTI_UNIT, NULL);
    if (length == 0 || length == word.len) return false;
    return (kti_lexicon_word(w->lexicon, word).classes & KTI_WORD_NOUN) == 0 ||
           word.len >= 3 * SYLLABLE;
}

static bool is_part_of_country(kt_str word) {
    static const char *const parts[] = {"동부",   "서부",   "남부",   "북부",   "중부",
                                        "북동부", "북서부", "남동부", "남서부", "동북부",
                                        "서북부", "동남부", "서남부", "일대",   "산간"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (kti_str_eq(word, kti_str(parts[i]))) return true;
    return false;
}

static bool is_government(kt_str word) {
    return kti_str_eq(word, KTI_STR("정부")) || kti_str_eq(word, KTI_STR("행정부")) ||
           kti_str_eq(word, KTI_STR("정권"));
}

/* 나세르 병원, 노무현 재단. */
static bool is_named_body(kt_str word) {
    static const char *const bodies[] = {"병원",   "대학", "대학교", "대학병원", "재단",
                                         "칼리지", "은행", "연구소", "장학재단"};
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++)
        if (kti_str_eq(word, kti_str(bodies[i]))) return true;
    return false;
}

/* What a name becomes with the word behind it; false when that is no part of it. */
static bool takes(const kti_weigher *w, const kt_mention *m, kt_str word, kt_name_type *becomes) {
    kt_name_type type = m->type;
    kt_str name = kti_str_span(w->text, m->span);
    unsigned clue = kti_clue_of(w->clues, word);
    bool place = (clue & KTI_PLACE) != 0 && word.len >= 2 * SYLLABLE;
    *becomes = type == KT_NAME_PLACE ? KT_NAME_PLACE : KT_NAME_ORG;
    if (type == KT_NAME_PERSON) {
        *becomes = KT_NAME_ORG;
        return is_government(word) || is_named_body(word);
    }
    if (place && kti_is_mayor(w->lexicon, name, word)) return false;
    if (type == KT_NAME_PLACE && (is_part_of_country(word) || place)) return true;
    *becomes = KT_NAME_ORG;
    return (clue & KTI_BELONGS) != 0 || (type == KT_NAME_ORG && is_unit(w, word));
}

/* Grows a mention by the words behind it, up to byte `limit`. */
static void grow(const kti_weigher *w, kt_mention *m, uint32_t limit) {
    enum { WORDS = 3 };
    for (int i = 0; i < WORDS; i++) {
        const kt_eojeol *e = next_eojeol(w, m->span.end);
        kt_name_type becomes;
        if (e == NULL || e->kind != KT_EOJEOL_NOMINAL || e->stem.end > limit) return;
        if (!takes(w, m, kti_str_span(w->text, e->stem), &becomes)) return;
        m->span.end = e->stem.end;
        m->type = becomes;
    }
}

static bool joins(const kti_weigher *w, const kt_mention *a, const kt_mention *b) {
    if (!is_beside(w, a->span.end, b->span.start)) return false;
    kt_str word = kti_str_span(w->text, b->span);
    if (a->type == KT_NAME_PLACE) return b->type == KT_NAME_PLACE || b->type == KT_NAME_ORG;
    if (a->type != KT_NAME_ORG || b->type != KT_NAME_ORG)
        return a->type == KT_NAME_PERSON && is_government(word);
    return is_unit(w, word) || (kti_clue_of(w->clues, word) & KTI_BELONGS) != 0;
}

/* The Hanja in brackets right behind byte `end`: 선양(沈陽). */
static kt_span hanja_behind(const kti_weigher *w, uint32_t end) {
    uint32_t start = end + 1, at = start;
    if (end >= w->text.len || w->text.ptr[end] != '(') return (kt_span){0, 0};
    while (at < w->text.len && kti_cp_is_han(kti_utf8_at(w->text, at).cp))
        at += kti_utf8_at(w->text, at).len;
    bool closed =
        at < w->text.len && kti_str_find(KTI_STR("),-·"), kti_str_cut(w->text, at, at + 1), 0) < 3;
    return closed && at - start >= 2 * SYLLABLE ? (kt_span){start, at} : (kt_span){0, 0};
}

static size_t add_hanja(const kti_weigher *w, kt_mention *list, size_t count) {
    size_t total = count;
    for (size_t i = 0; i < count; i++)
        total += hanja_behind(w, list[i].span.end).end > 0;
    for (size_t i = count, to = total; i-- > 0 && to > i;) {
        kt_span hanja = hanja_behind(w, list[i].span.end);
        kt_mention name = list[i];
        if (hanja.end > 0) list[--to] = (kt_mention){hanja, name.type, name.confidence};
        list[--to] = name;
    }
    return total;
}

size_t kti_names_join(const kti_weigher *w, kt_mention *list, size_t count) {
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        kt_mention *last = kept == 0 ? NULL : &list[kept - 1];
        if (last != NULL && last->span.end > list[i].span.start) continue;
        if (last != NULL && joins(w, last, &list[i])) {
            last->type = last->type == KT_NAME_PERSON ? KT_NAME_ORG : list[i].type;
            last->span.end = list[i].span.end;
        } else {
            list[kept++] = list[i];
        }
        uint32_t limit = i + 1 < count ? list[i + 1].span.start : (uint32_t)w->text.len;
        grow(w, &list[kept - 1], limit);
    }
    return add_hanja(w, list, kept);
}
