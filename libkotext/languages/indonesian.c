/* indonesian.c - Loanword Orthography, chapter 3, section 16: Indonesian and Malay, with the old
 * spellings of both. Whether an e is [e] or [ə] no spelling shows (clause 13): a guess by its
 * syllable comes first, the other is permitted. docs/spec/loanword-indonesian.md is the section as
 * examples. */
#include "languages/languages.h"

#define TABLE "2.14"

static const kti_clause clauses[] = {
    {TABLE, "each letter by table 14"},
    {"3.16.1", "stops before liquids and nasals take ㅡ"},
    {"3.16.2", "sy, old sh: 샤, 셰, 시, 쇼, 슈"},
    {"3.16.3", "old dj and tj are j and c"},
    {"3.16.4", "old j and sj are y and sy"},
    {"3.16.5", "old bh and dh are b and d"},
    {"3.16.6", "old Indonesian ch is kh"},
    {"3.16.7", "old Malay ch is c"},
    {"3.16.8", "gh and th are g and t"},
    {"3.16.9", "l inside a word before a vowel: ㄹㄹ"},
    {"3.16.10", "a doubled consonant is written once"},
    {"3.16.11", "w and its vowel are one syllable, apart from a consonant but k"},
    {"3.16.12", "y and its vowel are one syllable, with the consonant before it but g and k"},
    {"3.16.13", "e is 에 or, where it is [ə], 으"},
    {"3.16.14", "a doubled vowel is written once"},
    {"3.16.15", "old oe and ie are u and i"},
};

/* L: before them stops take ㅡ. Y: before them a consonant begins a syllable. */
static const kti_letter_class classes[] = {
    {'L', "lrmnw"},
    {'Y', "aeiouéèêy"},
    {'S', "bdfgjkprstcz"},
    {0, NULL},
};

static const kti_letter_rule rules[] = {
    /* 10, 14. doubled letters */
    {"", "b", "b", "", "3.16.10"},
    {"", "c", "c", "", "3.16.10"},
    {"", "d", "d", "", "3.16.10"},
    {"", "f", "f", "", "3.16.10"},
    {"", "k", "k", "", "3.16.10"},
    {"", "l", "l", "", "3.16.10"},
    {"", "m", "m", "", "3.16.10"},
    {"", "n", "n", "", "3.16.10"},
    {"", "p", "p", "", "3.16.10"},
    {"", "r", "r", "", "3.16.10"},
    {"", "s", "s", "", "3.16.10"},
    {"", "t", "t", "", "3.16.10"},
    {"", "z", "z", "", "3.16.10"},
    {"", "a", "a", "", "3.16.14"},
    {"", "e", "e", "", "3.16.14"},
    {"", "i", "i", "", "3.16.14"},
    {"", "o", "o", "", "3.16.14"},
    {"", "u", "u", "", "3.16.14"},

    /* 2 to 8. two letters for one sound */
    {"", "sy", "w", "슈", "3.16.2"},
    {"", "sy", "V", "ㅅj", "3.16.2"},
    {"", "sy", "", "시", "3.16.2"},
    {"", "sh", "V", "ㅅj", "3.16.2"},
    {"", "sh", "", "시", "3.16.2"},
    {"", "sj", "V", "ㅅj", "3.16.4"},
    {"", "dj", "V", "ㅈ", "3.16.3"},
    {"", "dj", "", "즈", "3.16.3"},
    {"", "tj", "V", "ㅊ", "3.16.3"},
    {"", "tj", "", "츠", "3.16.3"},
    {"", "j", "usuf#|usup#|oesoef#|ogya|udho", "j", "3.16.4"},
    {"", "bh", "V", "ㅂ", "3.16.5"},
    {"", "dh", "Y", "ㄷ", "3.16.5"},
    {"", "dh", "L", "드", "3.16.5"},
    {"", "dh", "", "+ㅅ", "3.16.5"},
    {"#|a", "ch", "air|ar[iu]|mad", "ㅎ", "3.16.6"},
    {"", "ch", "V", "ㅊ|ㅎ", "3.16.7"},
    {"", "ch", "", "츠", "3.16.7"},
    {"", "gh", "V", "ㄱ", "3.16.8"},
    {"", "gh", "L", "그", "3.16.8"},
    {"", "gh", "", "+ㄱ", "3.16.8"},
    {"", "th", "V", "ㅌ", "3.16.8"},
    {"", "th", "L", "트", "3.16.8"},
    {"", "th", "", "+ㅅ", "3.16.8"},
    {"", "kh", "V", "ㅎ", TABLE},
    {"", "kh", "L", "크", "3.16.1"},
    {"", "kh", "", "+ㄱ", TABLE},
    {"#", "ng", "", "응", TABLE},
    {"", "ng", "", "+ㅇ", TABLE},

    /* 11, 12. w, y */
    {"", "kw", "V", "ㅋw", "3.16.11"},
    {"", "w", "V", "w", "3.16.11"},
    {"", "w", "", "우", TABLE},
    {"#n", "ye", "CV", "ㅕ|ㅖ", "3.16.13"},
    {"", "g", "yV", "+ㄱ", "3.16.12"},
    {"", "k", "yV", "+ㄱ", "3.16.12"},
    {"", "y", "V", "j", "3.16.12"},
    {"", "y", "", "ㅣ", TABLE},

    /* 9. l */
    {"#|[mn]|ng", "l", "V", "ㄹ", TABLE},
    {"", "l", "V", "ㄹㄹ", "3.16.9"},
    {"", "l", "", "+ㄹ", TABLE},

    /* consonants; 1. stops before liquids and nasals */
    {"", "b", "Y", "ㅂ", TABLE},
    {"", "b", "L", "브", "3.16.1"},
    {"", "b", "", "+ㅂ", TABLE},
    {"", "c", "V", "ㅊ", TABLE},
    {"", "c", "", "츠", TABLE},
    {"", "d", "Y", "ㄷ", TABLE},
    {"", "d", "L", "드", "3.16.1"},
    {"", "d", "", "+ㅅ", TABLE},
    {"", "f", "Y", "ㅍ", TABLE},
    {"", "f", "L", "프", "3.16.1"},
    {"", "f", "", "+ㅂ", TABLE},
    {"", "g", "V", "ㄱ", TABLE},
    {"", "g", "L", "그", "3.16.1"},
    {"", "g", "", "+ㄱ", TABLE},
    {"", "h", "Y", "ㅎ", TABLE},
    {"", "h", "", "", TABLE},
    {"", "j", "V", "ㅈ", TABLE},
    {"", "j", "", "즈", TABLE},
    {"", "k", "V", "ㅋ", TABLE},
    {"", "k", "L", "크", "3.16.1"},
    {"", "k", "", "+ㄱ", TABLE},
    {"", "m", "Y", "ㅁ", TABLE},
    {"", "m", "", "+ㅁ", TABLE},
    {"", "n", "Y", "ㄴ", TABLE},
    {"", "n", "", "+ㄴ", TABLE},
    {"", "p", "Y", "ㅍ", TABLE},
    {"", "p", "L", "프", "3.16.1"},
    {"", "p", "", "+ㅂ", TABLE},
    {"", "q", "V", "ㅋ", TABLE},
    {"", "q", "", "+ㄱ", TABLE},
    {"", "r", "Y", "ㄹ", TABLE},
    {"", "r", "", "르", TABLE},
    {"", "s", "Y", "ㅅ", TABLE},
    {"", "s", "", "스", TABLE},
    {"", "t", "Y", "ㅌ", TABLE},
    {"", "t", "L", "트", "3.16.1"},
    {"", "t", "", "+ㅅ", TABLE},
    {"", "v", "V", "ㅂ", TABLE},
    {"", "v", "", "브", TABLE},
    {"", "x", "V", "ㅅ", TABLE},
    {"", "x", "", "+ㄱ스", TABLE},
    {"", "z", "V", "ㅈ", TABLE},
    {"", "z", "", "즈", TABLE},

    /* 15. old vowels */
    {"", "oe", "", "ㅜ", "3.16.15"},
    {"", "ie", "#", "ㅣ", "3.16.15"},

    /* 13. e: [ə] before r and a consonant, and in an open syllable before others */
    {"", "e", "#|h#|V|ng[^g]", "ㅔ", "3.16.13"},
    {"VC", "e", "CVC|CVV", "ㅡ|ㅔ", "3.16.13"},
    {"#[ksblntp]|#kl|#st|#sl", "e", "CVCV|CVCCV|CVng|CVVC", "ㅡ|ㅔ", "3.16.13"},
    {"", "e", "r[^aeiou#]|r#|l#|g#", "ㅡ|ㅔ", "3.16.13"},
    {"", "e", "", "ㅔ|ㅡ", "3.16.13"},
    {"", "é", "", "ㅔ", "3.16.13"},
    {"", "è", "", "ㅔ", "3.16.13"},
    {"", "ê", "", "ㅡ", "3.16.13"},

    {"", "a", "", "ㅏ", TABLE},
    {"", "i", "", "ㅣ", TABLE},
    {"", "o", "", "ㅗ", TABLE},
    {"", "u", "", "ㅜ", TABLE},
};

/* What begins names of places, which are written together. */
static const char *const joined[] = {"banda",  "bandar", "bukit",   "gunung",   "kota",  "kuala",
                                     "negeri", "nusa",   "pangkal", "petaling", "pulau", "tanjung",
                                     "teluk",  "ujung",  "yeh",     NULL};

static const kti_language_clue clues[] = {
    {"#soe[bdhkprt]", 4}, {"oeng#", 3},  {"oesoe", 4},  {"dj[aou]", 2}, {"karta#", 4},
    {"#soek", 4},         {"oyono#", 4}, {"udhoyo", 4}, {"udin#", 3},   {"uddin#", 2},
    {"ahmad#", 3},        {"ngga", 3},   {"nggi", 3},   {"nggu", 2},    {"#sy[aiu]", 2},
    {"#wido", 3},         {"wati#", 4},  {"anto#", 2},  {"bowo#", 4},   {"#su[bkhmt]", 1},
    {"arno#", 2},         {NULL, 0},
};

const kti_language kti_indonesian = {
    .id = "id",
    .standard = "Loanword Orthography, Indonesian and Malay",
    .letters = "abcdefghijklmnopqrstuvwxyzéèê'",
    .vowels = "aeiouéèê",
    .classes = classes,
    .rules = rules,
    .rule_count = sizeof rules / sizeof *rules,
    .clauses = clauses,
    .clause_count = sizeof clauses / sizeof *clauses,
    .clues = clues,
    .joined = joined,
};
