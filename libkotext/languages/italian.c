/* italian.c - Loanword Orthography, table 3 and chapter 3, section 5: Italian, letter by letter.
 * docs/spec/loanword-italian.md is the section as examples. */
#include "languages/languages.h"

static const kti_clause clauses[] = {
    {"2.3", "one letter, one letter (table 3)"},
    {"3.5.1", "gl before i: ㄹㄹ; else 글ㄹ"},
    {"3.5.2", "gn joins the vowel: 냐, 녜, 뇨, 뉴, 니"},
    {"3.5.3", "sce 셰, sci 시; else 스ㅋ"},
    {"3.5.4", "doubled consonants are one, but mm, nn are ㅁㅁ, ㄴㄴ"},
    {"3.5.5.1", "c, g before e, i: ㅊ, ㅈ"},
    {"3.5.5.2", "cia, cio, ciu, gia, gio, giu: 차, 초, 추, 자, 조, 주"},
    {"3.5.6", "qu joins the vowel: 콰, 퀘, 퀴; before o: 쿠"},
    {"3.5.7", "l, ll at the end or before a consonant: ㄹ; inside before a vowel: ㄹㄹ"},
};

/* E: vowels before which c and g are soft. A: those that swallow the i behind them. */
static const kti_letter_class classes[] = {{'E', "eièéì"}, {'A', "aouàòù"}, {0, NULL}};

static const kti_letter_rule rules[] = {
    /* 1. gl; 2. gn */
    {"", "gl", "i", "ㄹㄹ", "3.5.1"},
    {"", "gl", "V", "글ㄹ", "3.5.1"},
    {"", "gni", "[aouàòù]", "ㄴj", "3.5.2"},
    {"", "gn", "V", "ㄴj", "3.5.2"},
    {"", "gn", "", "뉴", "3.5.2"},

    /* 3. sc */
    {"", "sci", "Ae|A", "ㅅj", "3.5.3"},
    {"", "sc", "[eèé]", "ㅅj", "3.5.3"},
    {"", "sc", "[iì]", "ㅅ", "3.5.3"},
    {"", "sch", "E", "스ㅋ", "3.5.3"},
    {"", "sc", "", "스ㅋ", "3.5.3"},

    /* 5. c, g; 4. doubled consonants */
    {"", "cci", "A", "ㅊ|ㅊㅣ", "3.5.5.2"},
    {"", "ggi", "A", "ㅈ|ㅈㅣ", "3.5.5.2"},
    {"", "ci", "A", "ㅊ|ㅊㅣ", "3.5.5.2"},
    {"", "gi", "A", "ㅈ|ㅈㅣ", "3.5.5.2"},
    {"", "cc", "E", "ㅊ", "3.5.4"},
    {"", "gg", "E", "ㅈ", "3.5.4"},
    {"", "c", "E", "ㅊ", "3.5.5.1"},
    {"", "g", "E", "ㅈ", "3.5.5.1"},
    {"", "cch", "", "ㅋ", "3.5.4"},
    {"", "ggh", "", "ㄱ", "3.5.4"},
    {"", "ch", "", "ㅋ", "2.3"},
    {"", "gh", "", "ㄱ", "2.3"},
    {"", "mm", "V", "+ㅁㅁ", "3.5.4"},
    {"", "nn", "V", "+ㄴㄴ", "3.5.4"},
    {"", "bb", "", "ㅂ", "3.5.4"},
    {"", "cc", "", "ㅋ", "3.5.4"},
    {"", "dd", "", "ㄷ", "3.5.4"},
    {"", "ff", "", "ㅍ", "3.5.4"},
    {"", "gg", "", "ㄱ", "3.5.4"},
    {"", "pp", "", "ㅍ", "3.5.4"},
    {"", "rr", "", "ㄹ", "3.5.4"},
    {"", "ss", "", "ㅅ", "3.5.4"},
    {"", "tt", "", "ㅌ", "3.5.4"},
    {"", "vv", "", "ㅂ", "3.5.4"},
    {"", "zz", "", "ㅊ", "3.5.4"},

    /* 6. qu */
    {"", "cqu", "[oò]", "쿠", "3.5.6"},
    {"", "cqu", "V", "ㅋw", "3.5.6"},
    {"", "qqu", "V", "ㅋw", "3.5.6"},
    {"", "qu", "[oò]", "쿠", "3.5.6"},
    {"", "qu", "V", "ㅋw", "3.5.6"},
    {"", "gu", "[aà]", "ㄱw", "2.3"},
    {"", "q", "", "ㅋ", "2.3"},

    /* 7. l */
    {"#", "l", "V", "ㄹ", "2.3"},
    {"", "ll", "V", "ㄹㄹ", "3.5.7"},
    {"", "l", "V", "ㄹㄹ", "3.5.7"},
    {"", "ll", "", "+ㄹ", "3.5.7"},
    {"", "l", "", "+ㄹ", "3.5.7"},

    /* other consonants */
    {"", "b", "", "ㅂ", "2.3"},
    {"", "c", "", "ㅋ", "2.3"},
    {"", "d", "", "ㄷ", "2.3"},
    {"", "f", "", "ㅍ", "2.3"},
    {"", "g", "", "ㄱ", "2.3"},
    {"", "h", "", "", "2.3"},
    {"", "j", "V", "j", "2.3"},
    {"", "j", "", "ㅣ", "2.3"},
    {"", "k", "", "ㅋ", "2.3"},
    {"", "m", "V", "ㅁ", "2.3"},
    {"", "m", "", "+ㅁ", "2.3"},
    {"", "n", "V", "ㄴ", "2.3"},
    {"", "n", "c[aouhlr]|g[aouhlr]|q", "+ㄴ|+ㅇ", "2.3"},
    {"", "n", "", "+ㄴ", "2.3"},
    {"", "p", "", "ㅍ", "2.3"},
    {"", "r", "", "ㄹ", "2.3"},
    {"", "sh", "V", "ㅅj", "2.3"},
    {"", "s", "", "ㅅ", "2.3"},
    {"", "th", "", "ㅌ", "2.3"},
    {"", "t", "", "ㅌ", "2.3"},
    {"", "v", "", "ㅂ", "2.3"},
    {"", "w", "", "ㅂ", "2.3"},
    {"", "x", "", "+ㄱㅅ", "2.3"},
    {"", "y", "V", "j", "2.3"},
    {"", "z", "", "ㅊ", "2.3"},

    /* vowels */
    {"", "a", "", "ㅏ", "2.3"},
    {"", "à", "", "ㅏ", "2.3"},
    {"", "e", "", "ㅔ", "2.3"},
    {"", "è", "", "ㅔ", "2.3"},
    {"", "é", "", "ㅔ", "2.3"},
    {"", "i", "", "ㅣ", "2.3"},
    {"", "ì", "", "ㅣ", "2.3"},
    {"", "y", "", "ㅣ", "2.3"},
    {"", "o", "", "ㅗ", "2.3"},
    {"", "ò", "", "ㅗ", "2.3"},
    {"", "u", "", "ㅜ", "2.3"},
    {"", "ù", "", "ㅜ", "2.3"},
};

/* Prepositions and articles of surnames, and what begins names of places. */
static const char *const joined[] = {
    "di",  "da",    "de",    "del",    "della",  "dello", "dei",  "degli", "delle",
    "dal", "dalla", "la",    "lo",     "le",     "li",    "san",  "santa", "santo",
    "de'", "monte", "porto", "reggio", "castel", "val",   "lago", NULL};

static const kti_language_clue clues[] = {
    {"gli", 3},   {"cci", 3},     {"zzi#", 4},   {"zzo#", 3},  {"ggi", 3},   {"elli#", 4},
    {"etti#", 4}, {"ini#", 3},    {"cchi", 4},   {"gna#", 2},  {"ucci#", 2}, {"#gio", 3},
    {"#giu", 3},  {"esco#", 3},   {"oni#", 2},   {"ò#", 3},    {"ì#", 3},    {"à#", 2},
    {"#di#", 2},  {"#della#", 3}, {"#dell'", 3}, {"ese#", 1},  {"ghi#", 3},  {"ato#", 1},
    {"iano#", 2}, {"ello#", 2},   {"etto#", 2},  {"otti#", 3}, {"ardi#", 2}, {"azzi", 2},
    {"chi#", 1},  {"w", -3},      {"y", -2},     {"k", -3},    {"x", -2},    {"j", -2},
    {"nh", -3},   {NULL, 0},
};

const kti_language kti_italian = {
    .id = "it",
    .standard = "Loanword Orthography, Italian",
    .letters = "abcdefghijklmnopqrstuvwxyzàèéìòù",
    .vowels = "aeiouàèéìòù",
    .classes = classes,
    .rules = rules,
    .rule_count = sizeof rules / sizeof *rules,
    .clauses = clauses,
    .clause_count = sizeof clauses / sizeof *clauses,
    .clues = clues,
    .joined = joined,
};
