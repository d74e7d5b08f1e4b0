/* shape_across.c - shape_class.h for places with a space between. */
#include "phono/shape_class.h"

#include "hangul/syllable.h"
#include "phono/coda.h"

/* Words before which ㄴ comes in (29), or that only keep the final before them as it is alone (15),
 * and heads of modified words (27): those that a syllable tells; those of two, whose second tells;
 * and those that both tell, or that the first is when it stands alone. */
static const uint16_t alones[] = {u'엿', u'옷', u'위', u'앞', u'없', u'있', u'게', u'듯'};

typedef struct pair {
    uint16_t first, second;
} pair;

static const pair seconds[] = {
    {u'이', u'불'}, {u'여', u'섯'}, {u'여', u'덟'}, {u'아', u'래'}, {u'어', u'미'}, {u'어', u'른'},
    {u'어', u'치'}, {u'외', u'투'}, {u'웃', u'음'}, {u'울', u'음'}, {u'사', u'람'},
};
static const pair both[] = {
    {u'도', u'리'}, {u'지', u'도'}, {u'적', u'에'}, {u'적', u'이'}, {u'바', u'를'}, {u'바', u'에'},
    {u'바', 0},     {u'수', u'는'}, {u'수', u'가'}, {u'수', u'도'}, {u'수', u'밖'}, {u'수', 0},
};

/* Syllables with columns of their own, which stand for none of the others in theirs: of a second
 * word; 수, a head when it stands alone; heads that are always tense. */
static const struct {
    uint16_t list[5];
    uint16_t like;
} columns[KTI_SHAPE_ACROSS] = {
    {{u'입', u'잎', u'읽', u'잊', u'일'}, u'잉'},
    {{u'수'}, u'숭'},
    {{u'거', u'것', u'건', u'걸', u'겁'}, u'거'},
    {{u'데'}, u'데'},
    {{u'줄'}, u'줄'},
};

enum { SECOND_WORD, SU };

unsigned kti_shape_across_column(uint32_t b) {
    for (unsigned i = 0; i < KTI_SHAPE_ACROSS; i++)
        if (KTI_AMONG(b, columns[i].list)) return i;
    return KTI_SHAPE_ACROSS;
}

uint32_t kti_shape_across_example(unsigned column) {
    return column < KTI_SHAPE_ACROSS ? columns[column].like : 0;
}

/* Whether `b` begins one of the pairs, and whether one of these goes on with `next`. */
static bool begins(uint32_t b, const pair *list, size_t count, uint32_t next, bool *goes_on) {
    bool found = false;
    for (size_t i = 0; i < count; i++) {
        if (list[i].first != b) continue;
        found = true;
        if (list[i].second == next) *goes_on = true;
    }
    return found;
}

#define COUNT(list) (sizeof(list) / sizeof *(list))

unsigned kti_shape_watched_across(uint32_t b) {
    bool goes_on = false;
    bool some = KTI_AMONG(b, alones) || begins(b, both, COUNT(both), 0, &goes_on);
    bool by_next = begins(b, seconds, COUNT(seconds), 0, &goes_on);
    return (some ? KTI_SHAPE_SOME : 0u) | (by_next ? KTI_SHAPE_BY_NEXT : 0u);
}

bool kti_shape_completes_across(uint32_t b) {
    for (size_t i = 0; i < COUNT(seconds); i++)
        if (seconds[i].second == b) return true;
    return false;
}

bool kti_shape_is_open_across(uint32_t b, uint32_t next, bool behind_long) {
    bool goes_on = false;
    if (KTI_AMONG(b, columns[SECOND_WORD].list)) return !behind_long;
    bool listed = begins(b, seconds, COUNT(seconds), next, &goes_on);
    listed = begins(b, both, COUNT(both), next, &goes_on) || listed;
    return !listed || goes_on;
}

/* 옷 안, 첫 아이, 꽃 일. */
static unsigned asks_before_vowel(uint32_t a, uint8_t t, unsigned column, uint8_t v) {
    bool stops = kti_is_obstruent(kti_codas[t].neutral), cluster = t == KTI_T_GS || t == KTI_T_BS;
    if (column == SECOND_WORD) return KTI_SHAPE_ALWAYS;
    if (kti_shape_own(a, false) < KTI_SHAPE_OWN) return KTI_SHAPE_ALWAYS;
    bool inserts = v == KTI_V_YEO || v == KTI_V_I;
    bool some = v == KTI_V_YEO || (stops && (v != KTI_V_I || cluster));
    return (inserts || stops ? KTI_SHAPE_BY_NEXT : 0u) | (some ? KTI_SHAPE_SOME : 0u);
}

/* 할 수, 갈 데, 볼 사람. */
static unsigned asks_behind_r(unsigned column, uint8_t l, uint8_t v) {
    if (column < KTI_SHAPE_ACROSS) return column == SU ? KTI_SHAPE_SOME : 0;
    bool alone = (l == KTI_L_G && v == KTI_V_E) || (l == KTI_L_B && v == KTI_V_A) ||
                 (l == KTI_L_D && (v == KTI_V_EU || v == KTI_V_O)) ||
                 (l == KTI_L_J && (v == KTI_V_I || v == KTI_V_EO));
    bool first = l == KTI_L_S && v == KTI_V_A;
    return (alone ? KTI_SHAPE_SOME : 0u) | (first ? KTI_SHAPE_BY_NEXT : 0u);
}

/* Where ㄹ is all that is heard of two, the rows do not tell how long the word is. */
static bool is_reduced_r(uint8_t t) {
    return t != KTI_T_R && kti_codas[t].neutral == KTI_T_R;
}

unsigned kti_shape_asks_across(uint32_t a, unsigned column, uint8_t l, uint8_t v) {
    uint8_t t = kti_split(a).jongseong;
    bool jeo = l == KTI_L_J && v == KTI_V_EO;
    if (t == KTI_T_NONE) return 0;
    if (l == KTI_L_NONE) return asks_before_vowel(a, t, column, v);
    if (is_reduced_r(t) && l == KTI_L_N) return KTI_SHAPE_ALWAYS;
    if (t == KTI_T_RB && jeo) return KTI_SHAPE_ALWAYS; /* 넓 적 */
    return t == KTI_T_R ? asks_behind_r(column, l, v) : 0;
}
