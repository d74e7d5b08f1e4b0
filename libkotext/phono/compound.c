#include "phono/compound.h"

#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "lexicon/sino.h"
#include "lexicon/tags.h"
#include "phono/coda.h"
#include "phono/rules.h"
#include "phono/second.h"
#include "phono/shape.h"

static const kti_verdict nothing = {KTI_SOUND_OPEN, 0};

/* One place: syllables `at - 1` and `at`, and the texts that meet there. */
typedef struct place {
    const kti_syl *a, *b;
    uint32_t at;
    uint32_t before;    /* syllables of the noun before it */
    uint16_t ua, ub;    /* units on either side */
    kt_str left, right; /* the pieces */
    bool sure;          /* the word list itself parts them */
} place;

/* ---- asking --------------------------------------------------------------------------------- */

static place place_of(const kti_noun *noun, uint32_t first, uint32_t at, uint32_t end) {
    uint32_t start = noun->pieces[0].first;
    return (place){.a = &noun->phono->syls[at - 1],
                   .b = &noun->phono->syls[at],
                   .at = at,
                   .before = at - start,
                   .ua = noun->units[at - 1 - start],
                   .ub = noun->units[at - start],
                   .left = kti_phono_text(noun->phono, first, at),
                   .right = kti_phono_text(noun->phono, at, end)};
}

static size_t syllables(kt_str text) {
    return text.len / KTI_SYL_BYTES;
}

/* Whether a unit is among the characters of `list`. */
static bool is_among(uint16_t unit, const char *list) {
    kt_str text = kti_str(list);
    for (size_t at = 0; at < text.len;) {
        kti_cp cp = kti_utf8_at(text, at);
        if (cp.cp == unit) return true;
        at += cp.len;
    }
    return false;
}

static bool is_one_of(kt_str text, const char *const *list, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (kti_str_eq(text, kti_str(list[i]))) return true;
    return false;
}

#define ONE_OF(text, list) is_one_of((text), (list), sizeof(list) / sizeof *(list))

static bool is_sonorant(uint8_t t) {
    uint8_t neutral = kti_codas[t].neutral;
    return neutral != KTI_T_NONE && !kti_is_obstruent(neutral);
}

static bool is_front(const kti_syl *s) {
    return s->v0 == KTI_V_I || s->v0 == KTI_V_YA || s->v0 == KTI_V_YEO || s->v0 == KTI_V_YO ||
           s->v0 == KTI_V_YU || s->v0 == KTI_V_YAE || s->v0 == KTI_V_YE;
}

/* ---- article 28 ----------------------------------------------------------------------------- */

/* The second part is Sino-Korean by a character of the row, or usually so. */
static bool is_suffix(const place *m, const kti_second *row) {
    bool far = m->before >= 2;
    if (kti_is_hanja_unit(m->ub)) return is_among(m->ub, far ? row->after_two : row->after_one);
    return m->ub == 0 && far && (row->how & KTI_SECOND_USUAL) != 0 && m->sure;
}

/* Words of one syllable that readily stand first in a compound. */
static const char *const firsts[] = {
    "강", "굴", "글", "길", "김", "꿀", "꿈", "날", "널", "논", "눈", "달", "담", "돈", "돌", "들",
    "등", "땀", "땅", "똥", "말", "맘", "몸", "문", "물", "발", "밤", "방", "벌", "별", "봄", "불",
    "산", "살", "손", "솔", "술", "숨", "신", "실", "쌀", "안", "연", "용", "일", "잠", "장", "종",
    "줄", "짐", "창", "촌", "총", "춤", "칼", "콩", "털", "팔", "풀", "활", "힘"};

static bool is_native_second(const place *m, const kti_second *row) {
    if (m->before < 2 && (row->how & KTI_SECOND_LONG) != 0) return false;
    if (syllables(m->left) == 1 && !ONE_OF(m->left, firsts)) return false;
    return !kti_is_hanja_unit(m->ub);
}

static bool is_second(const place *m) {
    if (kti_tense_of(m->b->l0) == m->b->l0) return false;
    const kti_second *row = kti_second_of(m->right);
    if (row == NULL) return false;
    bool vowel = m->a->t0 == KTI_T_NONE && (row->how & KTI_SECOND_VOWEL) != 0;
    if (!vowel && !is_sonorant(m->a->t0)) return false;
    return row->after_two[0] != '\0' ? is_suffix(m, row) : is_native_second(m, row);
}

/* ---- article 26 ----------------------------------------------------------------------------- */

static bool is_sino_pair(const place *m) {
    uint8_t l = m->b->l0;
    return m->a->t0 == KTI_T_R && (l == KTI_L_D || l == KTI_L_S || l == KTI_L_J) &&
           kti_is_hanja_unit(m->ua) && kti_is_hanja_unit(m->ub) && m->ua != m->ub;
}

/* Suffixes of persons, firms, places: they stay words of their own. */
static const char plain_suffixes[] = "者子社洞市寺島中後前";

static bool sino_pair_meets(const place *m) {
    if (!is_sino_pair(m)) return false;
    size_t left = syllables(m->left), right = syllables(m->right);
    if (right == 1) return !is_among(m->ub, plain_suffixes);
    return left == 1 && right == 2;
}

/* ---- article 20, proviso -------------------------------------------------------------------- */

static const char liquid_suffixes[] = "欄亂難量力令禮路論料類率流錄樓爐聯例理";

static bool is_nn(const place *m) {
    if (m->a->t0 != KTI_T_N || m->b->l0 != KTI_L_R) return false;
    if (m->before >= 2 && syllables(m->right) == 1)
        return m->ub == 0 ? m->sure : is_among(m->ub, liquid_suffixes);
    return m->before >= 2 && kti_is_hanja_unit(m->ub);
}

/* ---- article 29 ----------------------------------------------------------------------------- */

/* Native words that begin with 이 야 여 요 유. */
static const char *const native_front[] = {
    "이끼",   "이랑", "이마",   "이불", "이빨", "이삭", "이슬",   "이야기", "이엉",  "이웃",
    "이파리", "일",   "일꾼",   "일손", "입",   "입술", "입맛",   "입김",   "잎",    "잎새",
    "잎사귀", "잇몸", "잇자국", "잉어", "양념", "얘기", "여름",   "여물",   "여우",  "여울",
    "연장",   "열매", "열무",   "열쇠", "열흘", "엿",   "요",     "요강",   "요기",  "윷",
    "윷놀이", "염소", "엿새",   "여섯", "여덟", "일곱", "여드름", "입질",   "잎줄기"};

/* Sino-Korean suffixes behind a word of two syllables or more. */
static const char front_suffixes[] = "油用藥炎驛熱慾欲率肉浴液";
static const char *const front_forms[] = {"용", "약", "염", "역", "욕", "율"};
static const char front_prefixes[] = "新舊總猛生色初輕純合副全名正反親前現準半熱";

static bool inserts_before_native(const place *m) {
    if (!ONE_OF(m->right, native_front) || kti_is_hanja_unit(m->ub)) return false;
    bool work = kti_str_eq(m->right, KTI_STR("일")); /* 日, 一 after Sino-Korean words */
    return !work || !kti_is_hanja_unit(m->ua);
}

/* 신 + 양면 in 신양면 is chance. */
static bool is_part_of_name(const place *m) {
    return kti_is_name(m->b->kind) && syllables(m->left) == 1;
}

static bool inserts_before_sino(const place *m) {
    if (m->b->v0 == KTI_V_I || kti_str_eq(m->right, KTI_STR("요일"))) return false;
    if (syllables(m->right) == 1) {
        if (m->before < 2) return false;
        return m->ub == 0 ? ONE_OF(m->right, front_forms) : is_among(m->ub, front_suffixes);
    }
    if (!kti_is_hanja_unit(m->ub) || is_part_of_name(m)) return false;
    return syllables(m->left) >= 2 || is_among(m->ua, front_prefixes) || m->ua == 0;
}

/* Finals that Sino-Korean syllables never have, before a noun of any kind: 도리깻열, 꽃양산. */
static bool follows_native(const place *m) {
    const kti_coda *coda = &kti_codas[m->a->t0];
    bool native = coda->moves != KTI_L_NONE && coda->moves != kti_choseong_of(coda->neutral);
    return native && m->sure && !(m->b->v0 == KTI_V_I && kti_is_hanja_unit(m->ub));
}

static bool is_inserting(const place *m) {
    if (m->b->l0 != KTI_L_NONE || m->a->t0 == KTI_T_NONE || !is_front(m->b)) return false;
    return inserts_before_native(m) || inserts_before_sino(m) || follows_native(m);
}

/* ---- article 15 ----------------------------------------------------------------------------- */

static bool is_own_word(const place *m) {
    const kti_coda *coda = &kti_codas[m->a->t0];
    if (m->b->l0 != KTI_L_NONE || coda->moves == KTI_L_NONE) return false;
    if (m->b->v0 == KTI_V_EU || m->b->v0 == KTI_V_UI) return false;
    return coda->cluster || coda->moves != kti_choseong_of(coda->neutral);
}

/* ---- where pieces meet ---------------------------------------------------------------------- */

static bool is_modifier_tag(uint8_t tag) {
    return tag == KT_TAG_MM || tag == KT_TAG_XPN;
}

static bool is_counted(const kti_noun *noun, const kti_piece *a) {
    static const char *const numbers[] = {"열", "여덟"};
    kt_str text = kti_phono_text(noun->phono, a->first, a->end);
    return (a->tag == KT_TAG_NR || a->tag == KT_TAG_MM) && ONE_OF(text, numbers);
}

/* A noun that begins with a verb's 을: 먹을거리, 읽을거리. */
static bool follows_modifier(const place *m) {
    static const char *const heads[] = {"거리", "것", "감", "데"};
    bool modifier = m->a->l0 == KTI_L_NONE && m->a->v0 == KTI_V_EU && m->a->t0 == KTI_T_R;
    return modifier && syllables(m->left) >= 2 && ONE_OF(m->right, heads);
}

static kti_verdict nouns_meet(const place *m, const kti_piece *a, const kti_piece *b) {
    if (follows_modifier(m)) return (kti_verdict){KTI_SOUND_TENSE, KTI_STD_27};
    bool second = b->tag == KT_TAG_NNG || b->tag == KT_TAG_XSN;
    if (second && !is_modifier_tag(a->tag) && is_second(m))
        return (kti_verdict){KTI_SOUND_TENSE, KTI_STD_28};
    if (sino_pair_meets(m)) return (kti_verdict){KTI_SOUND_TENSE, KTI_STD_26};
    if (is_nn(m)) return (kti_verdict){KTI_SOUND_NN, KTI_STD_20_NN};
    if (is_inserting(m)) return (kti_verdict){KTI_SOUND_INSERT, KTI_STD_29};
    bool own = b->tag != KT_TAG_XSN && is_own_word(m);
    return own ? (kti_verdict){KTI_SOUND_OWN_WORD, KTI_STD_15} : nothing;
}

kti_verdict kti_compound_meets(const kti_noun *noun, size_t at) {
    const kti_piece *a = &noun->pieces[at - 1], *b = &noun->pieces[at];
    kt_tag tag = (kt_tag)b->tag;
    place m = place_of(noun, a->first, b->first, b->end);
    m.sure = !a->unknown && !b->inner;
    if (is_counted(noun, a) && a->tag != b->tag && kti_tense_of(m.b->l0) != m.b->l0)
        return (kti_verdict){KTI_SOUND_TENSE, KTI_STD_28_NUMBER};
    if (a->name || b->name) return nothing;
    if (kti_tag_is_predicate(tag) && tag != KT_TAG_VCP)
        return is_own_word(&m) ? (kti_verdict){KTI_SOUND_OWN_WORD, KTI_STD_15} : nothing;
    bool noun_tag = kti_tag_is_noun(tag) || tag == KT_TAG_XSN || tag == KT_TAG_XR;
    return noun_tag ? nouns_meet(&m, a, b) : nothing;
}

/* ---- inside a piece ------------------------------------------------------------------------- */

/* A ㅅ that links two words, before 이 야 여 요 유: 깻잎, 베갯잇. */
static bool is_linked(const place *m) {
    bool open_before = m->before >= 1 && m->a->t0 == KTI_T_S && m->a->v0 != KTI_V_EU;
    return open_before && m->b->l0 == KTI_L_NONE && is_front(m->b);
}

/* Two syllables that the word list has as one: 밤길, 물가. */
static bool is_pair(const kti_piece *piece) {
    return piece->end - piece->first == 2 && !piece->unknown && !piece->name;
}

kti_verdict kti_compound_inside(const kti_noun *noun, const kti_piece *piece, uint32_t at) {
    place m = place_of(noun, piece->first, at, piece->end);
    m.before = at - piece->first;
    if (is_linked(&m) && piece->tag == KT_TAG_NNG && !piece->name)
        return (kti_verdict){KTI_SOUND_INSERT, KTI_STD_29};
    bool pair = piece->unknown ? kti_shape_sino_pair(noun->phono, at) : is_sino_pair(&m);
    if (pair) return (kti_verdict){KTI_SOUND_TENSE, KTI_STD_26};
    bool sino = kti_is_hanja_unit(m.ub) && (m.before >= 2 || kti_is_hanja_unit(m.ua));
    bool last = at + 1 == piece->end;
    if (last && (sino || is_pair(piece)) && is_second(&m))
        return (kti_verdict){KTI_SOUND_TENSE, KTI_STD_28};
    return nothing;
}
