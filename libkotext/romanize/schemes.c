/* schemes.c - all schemes, and the rules that they cite. */
#include "core/str.h"
#include "romanize/romanize.h"

static const kti_scheme *const schemes[KT_SCHEMES] = {
    [KT_SCHEME_RR] = &kti_scheme_rr,
    [KT_SCHEME_RR_LETTER] = &kti_scheme_rr_letter,
    [KT_SCHEME_MR] = &kti_scheme_mr,
    [KT_SCHEME_BGN_DPRK] = &kti_scheme_bgn_dprk,
    [KT_SCHEME_IC] = &kti_scheme_ic,
    [KT_SCHEME_ALA_LC] = &kti_scheme_ala_lc,
    [KT_SCHEME_DPRK] = &kti_scheme_dprk,
    [KT_SCHEME_YALE] = &kti_scheme_yale,
    [KT_SCHEME_ISO11941_1] = &kti_scheme_iso11941_1,
    [KT_SCHEME_ISO11941_2] = &kti_scheme_iso11941_2,
    [KT_SCHEME_IPA] = &kti_scheme_ipa,
    [KT_SCHEME_HANGUL] = &kti_scheme_hangul,
    [KT_SCHEME_KONTSEVICH] = &kti_scheme_kontsevich,
    [KT_SCHEME_DPRK_2002] = &kti_scheme_dprk_2002,
    [KT_SCHEME_RESPELL] = &kti_scheme_respell,
};

const kti_scheme *kti_scheme_of(kt_scheme number) {
    return (unsigned)number < KT_SCHEMES ? schemes[number] : NULL;
}

bool kti_is_divided(kt_scheme number) {
    const kti_scheme *scheme = kti_scheme_of(number);
    return scheme != NULL && scheme->divided;
}

bool kti_is_of_places(kt_scheme number) {
    const kti_scheme *scheme = kti_scheme_of(number);
    return scheme != NULL && scheme->of_places;
}

bool kti_reads_old_spelling(kt_scheme number) {
    const kti_scheme *scheme = kti_scheme_of(number);
    return scheme != NULL && scheme->old_spelling;
}

const char *kt_scheme_id(kt_scheme number) {
    const kti_scheme *scheme = kti_scheme_of(number);
    return scheme == NULL ? "" : scheme->id;
}

/* ---- hangul --------------------------------------------------------------------------------- */

/* Its letters are syllables, which the driver writes itself. */
const kti_scheme kti_scheme_hangul = {
    .number = KT_SCHEME_HANGUL,
    .id = "hangul",
    .title = "Standard Pronunciation",
    .phono = {.tensing = true, .across_spaces = true, .vowels = true, .keep_h = false},
    .articles = {[KTI_BY_LETTERS] = "letters", [KTI_BY_NUMBER] = "numbers"},
};

/* ---- rules ---------------------------------------------------------------------------------- */

/* In the order of kti_what. */
static const char *const summaries[KTI_WHATS] = {
    "each vowel and consonant has its letters",
    "sound changes are written, tensing is not",
    "a mark where two syllables could be read another way",
    "a proper noun begins with a capital",
    "a person: surname, then given name",
    "the suffix of a division is set off",
    "a number and what is counted",
    "a letter that stands alone",
    "a consonant between voiced sounds is voiced",
    "words and particles are divided",
    "a character that would be read back as another is escaped",
};

/* Where a scheme says it in its own way. */
static const struct own {
    kt_scheme scheme;
    kti_what what;
    const char *summary;
} own[] = {
    {KT_SCHEME_RR, KTI_BY_AMBIGUOUS, "a hyphen where two syllables could be read another way"},
    {KT_SCHEME_RR, KTI_BY_PERSON, "a person: surname, space, given name, without assimilation"},
    {KT_SCHEME_RR, KTI_BY_UNIT, "a division's suffix follows a hyphen, no sound change across it"},
    {KT_SCHEME_RR, KTI_BY_NUMBER, "a numbered division: the number, its reading, the suffix"},
    {KT_SCHEME_BGN_DPRK, KTI_BY_UNIT, "a generic term follows a hyphen, sounds pass across it"},
    {KT_SCHEME_IC, KTI_BY_PERSON, "a given name is spelt syllable by syllable, with hyphens"},
    {KT_SCHEME_HANGUL, KTI_BY_LETTERS, "a Latin capital is read by its name"},
    {KT_SCHEME_HANGUL, KTI_BY_NUMBER, "a number is read aloud"},
    {KT_SCHEME_DPRK, KTI_BY_PERSON, "each syllable of a name is a word with a capital"},
    {KT_SCHEME_DPRK_2002, KTI_BY_PERSON, "each syllable of a name is a word with a capital"},
};

kt_rule kti_romanize_rule(uint32_t index) {
    const kti_scheme *scheme = kti_scheme_of((kt_scheme)((index - 1) / KTI_WHATS));
    if (index == 0 || scheme == NULL) return (kt_rule){"", "", ""};
    kti_what what = (kti_what)((index - 1) % KTI_WHATS);
    const char *article = scheme->articles[what];
    kt_rule rule = {scheme->title, article == NULL ? "" : article, summaries[what]};
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (own[i].scheme == scheme->number && own[i].what == what) rule.summary = own[i].summary;
    return rule;
}
