/* spanish.c - Loanword Orthography, table 2 and chapter 3, section 4: Spanish, letter by letter.
 * docs/spec/loanword-spanish.md is the section as examples. */
#include "languages/languages.h"

static const kti_clause clauses[] = {
    {"2.2", "one letter, one letter (table 2)"},
    {"3.4.1", "gu, qu: ㄱ, ㅋ before e, i; 구, 쿠 before o; 과, 콰 with a"},
    {"3.4.2", "doubled consonants are one, but cc is ㄱㅅ"},
    {"3.4.3", "c, g before e, i: ㅅ, ㅎ; else ㅋ, ㄱ"},
    {"3.4.4", "x before a vowel: ㅅ in front, ㄱㅅ inside"},
    {"3.4.5", "l at the end or before a consonant: ㄹ; inside before a vowel: ㄹㄹ"},
    {"3.4.6", "n before c, g: ㅇ"},
};

/* E: vowels before which c and g are soft. */
static const kti_letter_class classes[] = {{'E', "eiéí"}, {0, NULL}};

static const kti_letter_rule rules[] = {
    /* 1. gu, qu */
    {"", "gu", "E", "ㄱ", "3.4.1"},
    {"", "gu", "[oó]", "구", "3.4.1"},
    {"", "gu", "[aá]", "ㄱw", "3.4.1"},
    {"", "qu", "E", "ㅋ", "3.4.1"},
    {"", "qu", "[oó]", "쿠", "3.4.1"},
    {"", "qu", "[aá]", "ㅋw", "3.4.1"},
    {"", "q", "", "ㅋ", "2.2"},

    /* 2. doubled consonants; ll is a letter of its own */
    {"", "cc", "E", "+ㄱㅅ", "3.4.2"},
    {"", "cc", "", "ㅋ", "3.4.2"},
    {"", "bb", "", "ㅂ", "3.4.2"},
    {"", "dd", "", "ㄷ", "3.4.2"},
    {"", "ff", "", "ㅍ", "3.4.2"},
    {"", "gg", "", "ㄱ", "3.4.2"},
    {"", "nn", "V", "ㄴ", "3.4.2"},
    {"", "mm", "V", "ㅁ", "3.4.2"},
    {"", "pp", "", "ㅍ", "3.4.2"},
    {"", "rr", "V", "ㄹ", "3.4.2"},
    {"", "ss", "", "ㅅ", "3.4.2"},
    {"", "tt", "", "ㅌ", "3.4.2"},
    {"", "zz", "", "ㅅ", "3.4.2"},

    /* 3. c, g */
    {"", "ch", "V", "ㅊ", "2.2"},
    {"", "ch", "", "치", "2.2"},
    {"", "c", "E", "ㅅ", "3.4.3"},
    {"V", "c", "[tscç]|#", "+ㄱ", "2.2"},
    {"", "c", "", "ㅋ", "3.4.3"},
    {"", "ç", "", "ㅅ", "2.2"},
    {"", "g", "E", "ㅎ", "3.4.3"},
    {"", "g", "", "ㄱ", "3.4.3"},

    /* 4. x */
    {"#", "x", "V", "ㅅ", "3.4.4"},
    {"", "x", "V", "+ㄱㅅ", "3.4.4"},
    {"", "tx", "V", "ㅊ", "2.2"},
    {"", "tx", "", "치", "2.2"},
    {"", "x", "", "+ㄱㅅ", "2.2"},

    /* 5. l, ll */
    {"", "ll", "V", "j", "2.2"},
    {"", "ll", "", "+ㄹ", "3.4.5"},
    {"#", "l", "V", "ㄹ", "2.2"},
    {"", "l", "V|hV", "ㄹㄹ", "3.4.5"},
    {"", "l", "", "+ㄹ", "3.4.5"},

    /* 6. n, ñ, m */
    {"", "n", "cE", "+ㄴ", "2.2"},
    {"", "n", "ch", "+ㄴ", "2.2"},
    {"", "n", "[cgqk]", "+ㅇ", "3.4.6"},
    {"", "ny", "a#|as#|es#", "ㄴj", "2.2"},
    {"", "n", "V|hV", "ㄴ", "2.2"},
    {"", "n", "", "+ㄴ", "2.2"},
    {"", "ñ", "V", "ㄴj", "2.2"},
    {"", "ñ", "", "뉴", "2.2"},
    {"", "m", "V|hV", "ㅁ", "2.2"},
    {"", "m", "", "+ㅁ", "2.2"},

    /* other consonants */
    {"", "b", "", "ㅂ", "2.2"},
    {"", "d", "", "ㄷ", "2.2"},
    {"", "f", "", "ㅍ", "2.2"},
    {"", "h", "", "", "2.2"},
    {"", "j", "V", "ㅎ", "2.2"},
    {"", "j", "", "", "2.2"},
    {"", "k", "", "ㅋ", "2.2"},
    {"V", "p", "[tscz]", "+ㅂ", "2.2"},
    {"", "ph", "", "ㅍ", "2.2"},
    {"", "p", "", "ㅍ", "2.2"},
    {"", "r", "", "ㄹ", "2.2"},
    {"", "sh", "V", "ㅅj", "2.2"},
    {"", "sh", "", "시", "2.2"},
    {"", "s", "", "ㅅ", "2.2"},
    {"", "tz", "", "ㅊ", "2.2"},
    {"", "ts", "V", "ㅊ", "2.2"},
    {"", "t", "", "ㅌ", "2.2"},
    {"", "v", "", "ㅂ", "2.2"},
    {"", "w", "V", "w", "2.2"},
    {"", "w", "", "우", "2.2"},
    {"", "y", "V", "j", "2.2"},
    {"", "z", "", "ㅅ", "2.2"},

    /* vowels */
    {"", "a", "", "ㅏ", "2.2"},
    {"", "á", "", "ㅏ", "2.2"},
    {"", "e", "", "ㅔ", "2.2"},
    {"", "é", "", "ㅔ", "2.2"},
    {"", "i", "", "ㅣ", "2.2"},
    {"", "í", "", "ㅣ", "2.2"},
    {"", "ï", "", "ㅣ", "2.2"},
    {"", "y", "", "ㅣ", "2.2"},
    {"", "o", "", "ㅗ", "2.2"},
    {"", "ó", "", "ㅗ", "2.2"},
    {"", "u", "", "ㅜ", "2.2"},
    {"", "ú", "", "ㅜ", "2.2"},
    {"", "ü", "", "ㅜ", "2.2"},
};

/* Articles, and what begins names of places. */
static const char *const joined[] = {"la",    "las",    "los",    "el",     "del",   "lo",
                                     "san",   "santa",  "santo",  "ciudad", "costa", "puerto",
                                     "nueva", "nuevo",  "buenos", "sierra", "punta", "río",
                                     "rio",   "puente", NULL};
static const char *const apart[] = {"de", NULL};

static const kti_language_clue clues[] = {
    {"ñ", 4},     {"ez#", 3},   {"á", 2},       {"í", 2},       {"ó", 2},        {"ú", 2},
    {"illo#", 3}, {"illa#", 3}, {"#de#la#", 3}, {"#del#", 2},   {"#los#", 2},    {"#josé#", 3},
    {"ción#", 4}, {"quez#", 4}, {"guez#", 4},   {"#juan#", 2},  {"ía#", 3},      {"#el#", 2},
    {"#san#", 1}, {"uel#", 1},  {"iguez", 3},   {"ejo#", 2},    {"#carlos#", 2}, {"#luis#", 2},
    {"dad#", 1},  {"llo#", 1},  {"üe", 2},      {"sz", -6},     {"nh", -3},      {"lh", -3},
    {"ss", -2},   {"k", -3},    {"w", -3},      {"#joão#", -8}, {"tt", -2},      {NULL, 0},
};

const kti_language kti_spanish = {
    .id = "es",
    .standard = "Loanword Orthography, Spanish",
    .letters = "abcdefghijklmnopqrstuvwxyzáéíóúüñçï",
    .vowels = "aeiouáéíóúüï",
    .classes = classes,
    .rules = rules,
    .rule_count = sizeof rules / sizeof *rules,
    .clauses = clauses,
    .clause_count = sizeof clauses / sizeof *clauses,
    .clues = clues,
    .joined = joined,
    .apart = apart,
};
