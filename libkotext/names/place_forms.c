#include "names/place_forms.h"

#include <string.h>

#include "core/buf.h"
#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "romanize/romanize.h"
#include "unicode/props.h"

enum { SYLLABLE = 3 };

/* What a name ends in, and how English says it: '%' is the name before it. A short ending needs a
 * name of two syllables before it: 부산 is no mountain. The longer ending is first. */
typedef struct ending {
    const char *korean;
    const char *english[3];
} ending;

/* clang-format off */
static const ending endings[] = {
    {"특별자치도", {"% Province", "%-do", "% State"}},
    {"국제공항",   {"% International Airport", "% Airport", NULL}},
    {"해수욕장",   {"% Beach", NULL, NULL}},
    {"국립공원",   {"% National Park", NULL, NULL}},
    {"고속도로",   {"% Expressway", "% Highway", NULL}},
    {"광역시",     {"%", "% Metropolitan City", "% City"}},
    {"특별시",     {"%", "% City", NULL}},
    {"대학교",     {"% University", NULL, NULL}},
    {"저수지",     {"% Reservoir", NULL, NULL}},
    {"남도",       {"South % Province", "%nam-do", "South %"}},
    {"북도",       {"North % Province", "%buk-do", "North %"}},
    {"대교",       {"% Bridge", "%daegyo", NULL}},
    {"공항",       {"% Airport", "% International Airport", NULL}},
    {"공원",       {"% Park", NULL, NULL}},
    {"산성",       {"% Fortress", "%sanseong", "% Mountain Fortress"}},
    {"산맥",       {"% Mountains", "% Mountain Range", NULL}},
    {"반도",       {"% Peninsula", NULL, NULL}},
    {"시장",       {"% Market", NULL, NULL}},
    {"폭포",       {"% Falls", "% Waterfall", NULL}},
    {"평야",       {"% Plain", "% Plains", NULL}},
    {"계곡",       {"% Valley", NULL, NULL}},
    {"동굴",       {"% Cave", NULL, NULL}},
    {"해협",       {"% Strait", NULL, NULL}},
    {"서원",       {"% Confucian Academy", "%seowon", "% Academy"}},
    {"도",         {"% Island", "%do Island", "%-do"}},
    {"섬",         {"% Island", "%seom", NULL}},
    {"산",         {"Mount %", "% Mountain", "Mt. %"}},
    {"강",         {"% River", "%gang River", NULL}},
    {"천",         {"% Stream", "%cheon Stream", NULL}},
    {"호",         {"Lake %", "% Lake", NULL}},
    {"만",         {"% Bay", NULL, NULL}},
    {"항",         {"% Port", "Port of %", NULL}},
    {"궁",         {"% Palace", "%gung Palace", NULL}},
    {"사",         {"% Temple", "%sa Temple", NULL}},
    {"암",         {"% Hermitage", NULL, NULL}},
    {"문",         {"% Gate", "%mun Gate", NULL}},
    {"릉",         {"%neung", "% Royal Tomb", NULL}},
    {"역",         {"% Station", NULL, NULL}},
    {"시",         {"%", "% City", "%-si"}},
    {"군",         {"% County", "%-gun", "%"}},
    {"구",         {"%-gu", "% District", "% Ward"}},
    {"읍",         {"%-eup", "% Town", "%"}},
    {"면",         {"%-myeon", "% Township", "%"}},
    {"동",         {"%-dong", NULL, NULL}},
    {"리",         {"%-ri", "% Village", NULL}},
    {"댐",         {"% Dam", NULL, NULL}},
};
static const char *const provinces[] = {"경기", "강원", "충청", "전라", "경상", "제주",
                                        "평안", "함경", "황해", "자강", "양강", "량강"};
static const ending province = {"도", {"% Province", "%-do", "%"}};
/* clang-format on */

static const ending *do_of(const ending *island, kt_str stem) {
    for (size_t i = 0; i < sizeof provinces / sizeof *provinces; i++)
        if (kti_str_eq(stem, kti_str(provinces[i]))) return &province;
    return island;
}

static const ending *ending_of(kt_str hangul, kt_str *stem) {
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        kt_str tail = kti_str(endings[i].korean);
        size_t least = tail.len > SYLLABLE ? SYLLABLE : 2 * SYLLABLE;
        if (!kti_str_ends(hangul, tail) || hangul.len < tail.len + least) continue;
        *stem = kti_str_trim(kti_str_cut(hangul, 0, hangul.len - tail.len)); /* 한강 공원 */
        return kti_str_eq(tail, KTI_STR("도")) ? do_of(&endings[i], *stem) : &endings[i];
    }
    return NULL;
}

/* ---- schemes -------------------------------------------------------------------------------- */

typedef struct writer {
    const kti_lexicon *lexicon;
    kti_arena *arena;
    kti_place_form *list;
    size_t count;
} writer;

/* The older press wrote MR without breves and apostrophes: Ch'ŏnan was Chonan. */
static kt_status without_marks(writer *w, kt_str text, kt_str *out) {
    char *plain = kti_arena_take(w->arena, text.len + 1);
    size_t len = 0;
    if (plain == NULL) return KT_ERR_NOMEM;
    for (size_t at = 0; at < text.len;) {
        kti_cp unit = kti_utf8_at(text, at);
        uint32_t base = unit.cp < 0x80 ? unit.cp : kti_cp_base(unit.cp);
        at += unit.len;
        if (base < 0x80 && base != '\'') plain[len++] = (char)base;
    }
    *out = (kt_str){plain, len};
    return KT_OK;
}

static kt_status romanized(writer *w, kt_str hangul, kt_scheme scheme, kt_str *out) {
    kt_romanize_options options = KT_ROMANIZE_INIT;
    kt_span span = {0, (uint32_t)hangul.len};
    kt_token token = {span, span, KT_TOKEN_PLACE};
    kt_text text;
    options.scheme = scheme;
    kti_text_init(&text, &w->arena->alloc);
    kt_status status = kti_romanize(w->lexicon, hangul, &options, &token, 1, NULL, w->arena, &text);
    if (status == KT_OK) status = without_marks(w, kt_text_str(&text), out);
    kti_text_free_fields(&text);
    return status;
}

static kt_status add(writer *w, const char *pattern, kt_str name, double p, const char *label) {
    char *text = kti_arena_take(w->arena, strlen(pattern) + name.len + 1);
    size_t len = 0;
    if (text == NULL) return KT_ERR_NOMEM;
    if (w->count == KTI_PLACE_FORMS_MOST || name.len == 0) return KT_OK;
    for (const char *c = pattern; *c != '\0'; c++) {
        if (*c != '%') {
            text[len++] = *c;
            continue;
        }
        memcpy(text + len, name.ptr, name.len);
        len += name.len;
    }
    w->list[w->count++] = (kti_place_form){{text, len}, p, label};
    return KT_OK;
}

/* The whole name by one scheme, then what stands before its ending with the kind in English. */
static kt_status add_scheme(writer *w, kt_str hangul, kt_scheme scheme, double p,
                            const char *label) {
    kt_str stem, whole, name;
    const ending *e = ending_of(hangul, &stem);
    KTI_TRY(romanized(w, hangul, scheme, &whole));
    KTI_TRY(add(w, "%", whole, e == NULL ? p : p * 0.5, label));
    size_t hyphen = kti_str_find(whole, KTI_STR("-"), 0);
    if (hyphen != SIZE_MAX && hyphen > 0 && e == NULL)
        KTI_TRY(add(w, "%", kti_str_cut(whole, 0, hyphen), p / 2, label));
    if (e == NULL) return KT_OK;
    KTI_TRY(romanized(w, stem, scheme, &name));
    for (size_t i = 0; i < 3 && e->english[i] != NULL; i++) {
        const double shares[] = {0.3, 0.15, 0.05};
        KTI_TRY(add(w, e->english[i], name, p * shares[i], "usage"));
    }
    return KT_OK;
}

/* ---- known places --------------------------------------------------------------------------- */

/* Divisions abroad. */
static const ending abroad[] = {
    {"주", {"%", "% State", NULL}},
    {"성", {"% Province", "%", NULL}},
    {"현", {"% Prefecture", "%", NULL}},
};

static const ending *ending_abroad(kt_str hangul, kt_str *stem) {
    for (size_t i = 0; i < sizeof abroad / sizeof *abroad; i++) {
        kt_str tail = kti_str(abroad[i].korean);
        if (!kti_str_ends(hangul, tail) || hangul.len < tail.len + 2 * SYLLABLE) continue;
        *stem = kti_str_cut(hangul, 0, hangul.len - tail.len);
        return &abroad[i];
    }
    return NULL;
}

/* 우크라이나군 is an army, no county. */
static bool may_be_abroad(kt_str tail) {
    static const char *const short_ones[] = {"섬", "강", "항", "역", "시", "댐"};
    for (size_t i = 0; i < sizeof short_ones / sizeof *short_ones; i++)
        if (kti_str_eq(tail, kti_str(short_ones[i]))) return true;
    return tail.len > SYLLABLE;
}

static bool find_place(const kti_lexicon *lexicon, kt_str hangul, kti_entry *out) {
    return kti_lexicon_rows(lexicon, hangul, 1u << KTI_ENTRY_PLACE, out, 1) > 0;
}

kt_status kti_place_of_known(const kti_lexicon *lexicon, kt_str hangul, kti_arena *arena,
                             kti_place_form list[KTI_PLACE_FORMS_MOST], size_t *count) {
    static const double shares[] = {0.9, 0.06, 0.03};
    writer w = {.lexicon = lexicon, .arena = arena, .list = list};
    kt_str stem;
    kti_entry place;
    const ending *e = ending_abroad(hangul, &stem);
    *count = 0;
    bool known = e != NULL && find_place(lexicon, stem, &place) && !kti_is_korean_entry(&place);
    if (!known) {
        e = ending_of(hangul, &stem);
        known = e != NULL && find_place(lexicon, stem, &place) &&
                (kti_is_korean_entry(&place) || may_be_abroad(kti_str(e->korean)));
    }
    if (!known) return KT_OK;
    for (size_t i = 0; i < 3 && e->english[i] != NULL; i++)
        KTI_TRY(add(&w, e->english[i], place.english, shares[i], "usage"));
    *count = w.count;
    return KT_OK;
}

kt_status kti_place_forms(const kti_lexicon *lexicon, kt_str hangul, kti_arena *arena,
                          kti_place_form list[KTI_PLACE_FORMS_MOST], size_t *count) {
    writer w = {.lexicon = lexicon, .arena = arena, .list = list};
    KTI_TRY(add_scheme(&w, hangul, KT_SCHEME_RR, 0.66, "rr"));
    KTI_TRY(add_scheme(&w, hangul, KT_SCHEME_MR, 0.24, "mr"));
    KTI_TRY(add_scheme(&w, hangul, KT_SCHEME_DPRK, 0.1, "dprk"));
    *count = w.count;
    return KT_OK;
}
