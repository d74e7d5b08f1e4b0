#include "segment/possible.h"

#include <string.h>

#include "core/utf8.h"
#include "segment/endings.h"
#include "segment/endings_table.h"

enum { SYLLABLE = 3 /* bytes */ };

/* Verb stems made nouns end in these, or in ㄻ. Other syllables with ㅁ, mostly Sino-Korean ones
 * (점, 금, 험), do not. */
static const char noted[] =
    "감갬굼귐김깸꼼꾐꿈뀜끔낌남냄눔뉨님댐됨둠듬딤땜뜀뜸띰람램럼렘룀룸름림맴밈뱀벰봄빔뺌쁨샘섬셈"
    "쉼슴심쌈씀앰옴움윔음임잼죔줌쥠짐짬쬠참춤침큼킴탬툼튐틈폄품픔핌함힘";

/* The first two syllables of the connectives that the word list has beside those of openings.c, and
 * those of one syllable, which count as words of their own. Those that begin alike stand together.
 */
static const char connectives[] =
    "개서건데고로그구그까그깐그나그니그닌그대그두그라그란그람그랑그래그러그런그럼그렇"
    "그레그르그른그름그릏그리그린그먼그면그문그믄그서그제그치그타근가근게근까근깐근께"
    "근데근디글고글구글면글서긍게긍까긍께기러기런기믄긴데내지다만더구더군더더더욱도리"
    "따라또는또한말하면은물론보통소위아니아님아무아휴암튼어쨌어쩌어쩜에컨여기여하역시"
    "연이예컨오히왜그왜나왜냐요컨이까이래이러이럼이르이른이를이리이에인까인깐일테하구"
    "하기하긴하나하물하여하오하이하지하튼한데한편해서허기허긴허나허지헌데혹은";
static const char short_connectives[] = "까깐단데막만및서즉즘";

enum { PAIR = 2 * SYLLABLE, PAIRS = (sizeof connectives - 1) / PAIR };

kt_str kti_connective(size_t number) {
    return number < PAIRS ? (kt_str){connectives + number * PAIR, PAIR} : (kt_str){NULL, 0};
}

static bool has(const char *list, uint32_t cp) {
    kt_str all = kti_str(list);
    for (size_t at = 0; at < all.len; at += SYLLABLE)
        if (kti_utf8_at(all, at).cp == cp) return true;
    return false;
}

/* ---- one syllable --------------------------------------------------------------------------- */

/* 아 and 어 run together with a stem: 가, 해, 서, 와, 줘. */
static bool is_fused(kt_syllable s) {
    switch (s.jungseong) {
    case KTI_V_O:
    case KTI_V_OE:
    case KTI_V_YO:
    case KTI_V_U:
    case KTI_V_WI:
    case KTI_V_YU:
    case KTI_V_EU:
    case KTI_V_UI:
    case KTI_V_I:
        return false;
    default:
        return s.jongseong == 0;
    }
}

/* What a reading may find in a word that ends in `cp`. */
static unsigned by_form(uint32_t cp) {
    kt_syllable s = kti_split(cp);
    unsigned may = is_fused(s) ? KTI_MAY_INTIMATE : 0;
    if (s.jongseong == KTI_T_RM) may |= KTI_MAY_NAME | KTI_MAY_NOTE;
    if (s.jongseong == KTI_T_K || s.jongseong == KTI_T_H) may |= KTI_MAY_ALL; /* 좋아욬 */
    return may;
}

/* Says `may` of the first syllable of each word of `list`, `each` bytes long. */
static void mark(kti_possible *p, const char *list, size_t each, unsigned may) {
    kt_str all = kti_str(list);
    for (size_t at = 0; at < all.len; at += each)
        p->form[kti_utf8_at(all, at).cp - KTI_SYLLABLE_FIRST] |= (uint8_t)may;
}

/* Says `may` of a syllable that item `i` of a list begins with, and where those that do begin. */
static void note_first(uint8_t *first, uint8_t *form, uint32_t cp, size_t i, unsigned may) {
    form[cp - KTI_SYLLABLE_FIRST] |= (uint8_t)may;
    if (first[cp - KTI_SYLLABLE_FIRST] == 0) first[cp - KTI_SYLLABLE_FIRST] = (uint8_t)(i + 1);
}

void kti_possible_fill(kti_possible *p) {
    for (uint32_t cp = KTI_SYLLABLE_FIRST; cp <= KTI_SYLLABLE_LAST; cp++)
        p->form[cp - KTI_SYLLABLE_FIRST] = (uint8_t)by_form(cp);
    mark(p, noted, SYLLABLE, KTI_MAY_NAME | KTI_MAY_NOTE);
    mark(p, "듯중뻔정", SYLLABLE, KTI_MAY_NAME);
    mark(p, "다야냐", SYLLABLE, KTI_MAY_PLAIN);
    mark(p, "요라마어셔", SYLLABLE, KTI_MAY_SURE);
    memcpy(p->of, p->form, sizeof p->of);
    for (size_t i = 0; i < kti_ending_row_count; i++) {
        const kti_ending_row *row = &kti_ending_rows[i];
        kt_str ending = row->ending;
        uint32_t last = kti_utf8_before(ending, ending.len).cp;
        if (!kti_is_syllable(last)) continue;
        last -= KTI_SYLLABLE_FIRST;
        p->of[last] |= (uint8_t)(kti_may(row->read) | kti_may(row->shape));
        if (p->row[last] == 0) p->row[last] = (uint16_t)(i + 1);
        p->rows[last]++;
    }
    mark(p, short_connectives, SYLLABLE, KTI_MAY_CONNECT);
    for (uint32_t cp, i = 0; (cp = kti_opening_first(i)) != 0; i++)
        note_first(p->opening, p->form, cp, i, KTI_MAY_OPEN);
    kt_str pair;
    for (size_t i = 0; (pair = kti_connective(i)).len > 0; i++)
        note_first(p->pair, p->form, kti_utf8_at(pair, 0).cp, i, KTI_MAY_CONNECT);
}

/* ---- a word --------------------------------------------------------------------------------- */

/* Whether the syllable goes on with the vowel before it: 다아아. */
static bool is_drawn(uint32_t last, uint32_t before) {
    return last == before && kti_split(last).choseong == KTI_L_NONE &&
           kti_split(last).jongseong == 0;
}

/* What `last` may be behind `before`, 0 for none: 어 is sure behind a tense, 라 behind 말. */
static unsigned narrowed(unsigned may, uint32_t last, uint32_t before) {
    bool syllable = kti_is_syllable(before);
    bool tense = syllable && (kti_split(before).jongseong == KTI_T_SS || before == 0xC2DC /* 시 */);
    if (last == 0xC5B4 /* 어 */ && !tense) may &= ~(unsigned)KTI_MAY_SURE;
    if (last == 0xB77C /* 라 */ && !has("마말", before)) may &= ~(unsigned)KTI_MAY_SURE;
    return may;
}

/* What all listed endings that `word` ends in may say, of each the last `reach` bytes. */
static unsigned by_rows(const kti_possible *p, kt_str word, size_t reach) {
    uint32_t last = word.len == 0 ? 0 : kti_utf8_before(word, word.len).cp, may = 0;
    if (!kti_is_syllable(last)) return 0;
    size_t end = p->row[last - KTI_SYLLABLE_FIRST] + (size_t)p->rows[last - KTI_SYLLABLE_FIRST];
    for (size_t i = p->row[last - KTI_SYLLABLE_FIRST]; i < end; i++) {
        const kti_ending_row *row = &kti_ending_rows[i - 1];
        unsigned said = kti_may(row->read) | kti_may(row->shape);
        if ((said & ~may) == 0) continue;
        kt_str ending = row->ending;
        if (ending.len > reach) ending = kti_str_cut(ending, ending.len - reach, ending.len);
        if (kti_ending_covers(word, ending) > 0) may |= said;
    }
    return may;
}

unsigned kti_may_by_rows(const kti_possible *p, kt_str word) {
    return by_rows(p, word, SIZE_MAX);
}

unsigned kti_possible_behind(const kti_possible *p, uint32_t before, uint32_t last) {
    char pair[8];
    size_t first = before == 0 ? 0 : kti_utf8_encode(before, pair);
    size_t len = first + kti_utf8_encode(last, pair + first);
    if (kti_possible_of(p, last) == 0) return 0;
    if (is_drawn(last, before)) return KTI_MAY_ALL;
    unsigned may = narrowed(p->form[last - KTI_SYLLABLE_FIRST], last, before) & KTI_MAY_ALL;
    return may | by_rows(p, (kt_str){pair, len}, 2 * SYLLABLE);
}

unsigned kti_possible_closings(const kti_possible *p, kt_str text, size_t end) {
    kti_cp last = kti_utf8_before(text, end);
    if (!kti_is_syllable(last.cp)) return last.cp < 0x1100 ? 0 : KTI_MAY_ALL;
    if (kti_possible_of(p, last.cp) == 0) return 0;
    size_t at = end - last.len;
    uint32_t before = at == 0 ? 0 : kti_utf8_before(text, at).cp;
    if (is_drawn(last.cp, before)) return KTI_MAY_ALL;
    unsigned may = narrowed(p->form[last.cp - KTI_SYLLABLE_FIRST], last.cp, before) & KTI_MAY_ALL;
    return may | kti_may_by_rows(p, kti_str_cut(text, 0, end));
}

kti_opening kti_listed_opening(const kti_possible *p, kt_str rest) {
    uint32_t first = kti_syllable_at(rest, 0);
    unsigned row = first == 0 ? 0 : p->opening[first - KTI_SYLLABLE_FIRST];
    return row == 0 ? KTI_OPENING_NONE : kti_opening_in_rows(row - 1, rest);
}

/* Whether the two syllables of `pair`, of which the first is `first`, are listed. */
static bool is_listed_pair(const kti_possible *p, const char *pair, uint32_t first) {
    size_t i = p->pair[first - KTI_SYLLABLE_FIRST];
    for (; i > 0 && i <= PAIRS; i++) {
        const char *listed = connectives + (i - 1) * PAIR;
        if (memcmp(listed, pair, SYLLABLE) != 0) return false;
        if (memcmp(listed + SYLLABLE, pair + SYLLABLE, SYLLABLE) == 0) return true;
    }
    return false;
}

bool kti_may_connect(const kti_possible *p, kt_str rest) {
    kti_cp first = kti_utf8_at(rest, 0);
    bool syllable = kti_is_syllable(first.cp);
    if (syllable && (p->form[first.cp - KTI_SYLLABLE_FIRST] & KTI_MAY_CONNECT) == 0) return false;
    uint32_t second = first.len < rest.len ? kti_utf8_at(rest, first.len).cp : 0;
    if (!syllable) return first.cp >= 0x1100; /* letters that may be one */
    if (!kti_is_syllable(second)) return has(short_connectives, first.cp);
    return is_listed_pair(p, rest.ptr, first.cp);
}
