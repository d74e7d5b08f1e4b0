/* russian.c - Loanword Orthography, table 19 and chapter 3, section 21: Russian, in Cyrillic and in
 * the Latin letters that the standard and English texts use.
 * docs/spec/loanword-russian.md is the section as examples. */
#include "languages/languages.h"

static const kti_clause clauses[] = {
    {"2.19", "one letter, one letter (table 19)"},
    {"3.21.1",
     "p, t, k, b, d, g, f, v before a voiceless consonant are batchim; before a voiced one "
     "they take ㅡ"},
    {"3.21.2", "z, zh before a voiced consonant: 즈; before a voiceless one 스, 시"},
    {"3.21.3", "-grad, -gorod: 그라드, 고로드"},
    {"3.21.4", "ds before a consonant: 츠"},
    {"3.21.5", "l at the end or before a consonant: ㄹ; inside before a vowel: ㄹㄹ"},
    {"3.21.6", "l', m in front of a consonant: 리, 므"},
    {"3.21.7", "doubled consonants are one, but mm, nn before a vowel are ㅁㅁ, ㄴㄴ"},
    {"3.21.8", "e behind a consonant: 에; else 예"},
    {"3.21.9", "the soft sign: 이; none behind l, m, n before a consonant or at the end"},
    {"3.21.10", "dz, dzh as z, zh"},
};

/* Cyrillic as the standard's Latin letters. */
static const kti_letter_spelling spellings[] = {
    {0x430, "a"},  {0x431, "b"},  {0x432, "v"},    {0x433, "g"},  {0x434, "d"},  {0x435, "e"},
    {0x451, "yo"}, {0x436, "zh"}, {0x437, "z"},    {0x438, "i"},  {0x439, "j"},  {0x43A, "k"},
    {0x43B, "l"},  {0x43C, "m"},  {0x43D, "n"},    {0x43E, "o"},  {0x43F, "p"},  {0x440, "r"},
    {0x441, "s"},  {0x442, "t"},  {0x443, "u"},    {0x444, "f"},  {0x445, "kh"}, {0x446, "ts"},
    {0x447, "ch"}, {0x448, "sh"}, {0x449, "shch"}, {0x44A, ""},   {0x44B, "y"},  {0x44C, "'"},
    {0x44D, "e"},  {0x44E, "yu"}, {0x44F, "ya"},   {0x456, "i"},  {0x457, "yi"}, {0x454, "ye"},
    {0x491, "g"},  {0x10D, "ch"}, {0x161, "sh"},   {0x17E, "zh"}, {0, NULL},
};

/* T: voiceless consonants, in front of which stops are batchim. K: Cyrillic. */
static const kti_letter_class classes[] = {
    {'T', "ptkfshcx"}, {'K', "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ"}, {0, NULL}};

static const kti_letter_rule rules[] = {
    /* 3. -grad, -gorod; 4. ds */
    {"", "grad", "#", "그라드", "3.21.3"},
    {"", "gorod", "#", "고로드", "3.21.3"},
    {"", "ds", "C", "ㅊ", "3.21.4"},

    /* 10. dz, dzh; 2. z, zh */
    {"", "dzh", "V", "ㅈ", "3.21.10"},
    {"", "dz", "V", "ㅈ", "3.21.10"},
    {"", "zh", "V|'", "ㅈ", "2.19"},
    {"", "zh", "T|#", "시", "3.21.2"},
    {"", "zh", "", "즈", "3.21.2"},
    {"", "zz", "", "ㅈ", "3.21.7"},
    {"", "z", "V|'", "ㅈ", "2.19"},
    {"", "z", "T|#", "ㅅ", "3.21.2"},
    {"", "z", "", "즈", "3.21.2"},

    /* sh, shch, ch, ts, kh; y behind them is not heard */
    {"", "shch", "V", "ㅅj", "2.19"},
    {"", "shch", "", "시", "2.19"},
    {"", "sh", "V", "ㅅj", "2.19"},
    {"", "sh", "", "시", "2.19"},
    {"", "tch", "V", "ㅊ", "2.19"},
    {"", "ch", "V", "ㅊ", "2.19"},
    {"", "ch", "m", "ㅎ", "2.19"},
    {"", "ch", "", "치", "2.19"},
    {"", "tts", "V", "ㅊ", "2.19"},
    {"", "ts", "V", "ㅊ", "2.19"},
    {"", "ts", "", "츠", "2.19"},
    {"", "tz", "", "ㅊ", "2.19"},
    {"", "kh", "", "ㅎ", "2.19"},
    {"sh|ch|zh|ts|z", "y", "[aou]", "", "2.19"},

    /* 1. stops, f, v; 7. doubled ones */
    {"", "pp", "", "ㅍ", "3.21.7"},
    {"V|r", "p", "T", "+ㅂ", "3.21.1"},
    {"", "ph", "", "ㅍ", "2.19"},
    {"", "p", "V|'", "ㅍ", "2.19"},
    {"", "p", "", "ㅍ", "3.21.1"},
    {"", "tt", "", "ㅌ", "3.21.7"},
    {"V|r", "t", "T", "+ㅅ", "3.21.1"},
    {"", "t", "V|'", "ㅌ", "2.19"},
    {"", "t", "", "ㅌ", "3.21.1"},
    {"", "kk", "", "ㅋ", "3.21.7"},
    {"V|r", "k", "[ptfsc]|kh", "+ㄱ", "3.21.1"},
    {"", "k", "V|'", "ㅋ", "2.19"},
    {"", "k", "", "ㅋ", "3.21.1"},
    {"", "x", "", "+ㄱㅅ", "3.21.1"},
    {"", "cz", "", "ㅊ", "2.19"},
    {"", "c", "", "ㅋ", "2.19"},
    {"", "q", "", "ㅋ", "2.19"},
    {"", "bb", "", "ㅂ", "3.21.7"},
    {"V|r", "b", "T", "+ㅂ", "3.21.1"},
    {"", "b", "#|T", "ㅍ", "2.19"},
    {"", "b", "V|'", "ㅂ", "2.19"},
    {"", "b", "", "ㅂ", "3.21.1"},
    {"", "dd", "", "ㄷ", "3.21.7"},
    {"V|r", "d", "T", "+ㅅ", "3.21.1"},
    {"", "d", "#|T", "ㅌ", "2.19"},
    {"", "d", "V|'", "ㄷ", "2.19"},
    {"", "d", "", "ㄷ", "3.21.1"},
    {"", "gh", "", "ㄱ", "2.19"},
    {"", "gg", "", "ㄱ", "3.21.7"},
    {"V|r", "g", "T", "+ㄱ", "3.21.1"},
    {"", "g", "#|T", "ㅋ", "2.19"},
    {"", "g", "V|'", "ㄱ", "2.19"},
    {"", "g", "", "ㄱ", "3.21.1"},
    {"", "ff", "", "ㅍ", "3.21.7"},
    {"V|r", "f", "T", "+ㅂ", "3.21.1"},
    {"", "f", "V|'", "ㅍ", "2.19"},
    {"", "f", "", "ㅍ", "3.21.1"},
    {"", "vv", "", "ㅂ", "3.21.7"},
    {"V|r", "v", "T", "+ㅂ", "3.21.1"},
    {"", "v", "#|T|'#", "ㅍ", "2.19"},
    {"", "v", "V|'", "ㅂ", "2.19"},
    {"", "v", "", "ㅂ", "3.21.1"},
    {"", "w", "", "ㅂ", "2.19"},
    {"", "ss", "", "ㅅ", "3.21.7"},
    {"", "s", "", "ㅅ", "2.19"},
    {"", "h", "V", "ㅎ", "2.19"},
    {"", "h", "", "", "2.19"},

    /* 5, 6. l, m; n, r */
    {"#", "l'", "C", "리", "3.21.6"},
    {"", "ll", "V", "ㄹㄹ", "3.21.7"},
    {"", "ll", "", "+ㄹ", "3.21.7"},
    {"", "l", "V|'V", "ㄹㄹ", "3.21.5"},
    {"", "l", "", "+ㄹ", "3.21.5"},
    {"", "mm", "V", "+ㅁㅁ", "3.21.7"},
    {"#", "m", "C", "ㅁ", "3.21.6"},
    {"", "m", "V|l|'V", "ㅁ", "2.19"},
    {"", "m", "", "+ㅁ", "2.19"},
    {"", "nn", "V", "+ㄴㄴ", "3.21.7"},
    {"", "nn", "", "+ㄴ", "3.21.7"},
    {"", "n", "V|'V", "ㄴ", "2.19"},
    {"", "n", "", "+ㄴ", "2.19"},
    /* soft signs that English texts leave out */
    {"#igo|#tve", "r", "#", "리", "3.21.9"},
    {"#go", "r", "k[iy]", "리", "3.21.9"},
    {"", "rr", "", "ㄹ", "3.21.7"},
    {"", "r", "", "ㄹ", "2.19"},

    /* 9. the soft sign */
    {"[lmn]", "'", "C|#", "", "3.21.9"},
    {"", "'", "i", "", "3.21.9"},
    {"[zs]h|ch", "'", "C|#", "", "3.21.9"},
    {"", "'", "", "ㅣ", "3.21.9"},

    /* 8. e, and other vowels; й is j */
    {"ch|shch", "e", "v#|va#", "ㅗ|ㅔ", "2.19"},
    {"y|j", "e", "", "ㅔ", "2.19"},
    {"#|V|'", "e", "", "jㅔ", "3.21.8"},
    {"", "e", "", "ㅔ", "3.21.8"},
    {"", "ii", "#", "ㅣ", "2.19"},
    {"", "iy", "#", "ㅣ", "2.19"},
    {"", "ij", "#", "ㅣ", "2.19"},
    {"", "yj", "#", "ㅣ", "2.19"},
    {"", "yy", "#", "ㅣ", "2.19"},
    {"", "yi", "#", "ㅣ", "2.19"},
    {"", "ia", "#|n|C", "ㅣ야", "2.19"},
    {"#", "i", "[au]", "j", "2.19"},
    {"#il|#ul|#tat|tal", "y", "a", "ㅣj", "3.21.9"},
    {"C", "y", "e", "ㅣj", "3.21.9"},
    {"", "j", "V", "j", "2.19"},
    {"", "j", "", "ㅣ", "2.19"},
    {"", "y", "[aeou]", "j", "2.19"},
    {"", "y", "", "ㅣ", "2.19"},
    {"", "a", "", "ㅏ", "2.19"},
    {"", "i", "", "ㅣ", "2.19"},
    {"", "o", "", "ㅗ", "2.19"},
    {"", "u", "", "ㅜ", "2.19"},
};

/* What begins names of places. */
static const char *const joined[] = {"nizhny",  "nizhnii", "nizhniy", "veliky", "veliki", "velikii",
                                     "staraya", "novaya",  "novy",    "novyi",  "yuzhno", "нижний",
                                     "великий", "старая",  "новая",   "новый",  NULL};

static const kti_language_clue clues[] = {
    {"K", 20},       {"skii#", 4},     {"skiy#", 4},    {"vsky#", 4},      {"ovich#", 3},
    {"evich#", 3},   {"ovna#", 4},     {"evna#", 4},    {"ov#", 3},        {"ova#", 3},
    {"eva#", 2},     {"ev#", 3},       {"shch", 4},     {"zh", 2},         {"kh", 1},
    {"grad#", 4},    {"nsky#", 4},     {"aya#", 2},     {"#vladimir#", 3}, {"#sergei#", 4},
    {"#sergey#", 4}, {"#dmitry#", 4},  {"#yuri#", 3},   {"kov#", 1},       {"tsk#", 4},
    {"ck", -4},      {"w", -3},        {"x", -1},       {"qu", -4},        {"ee", -1},
    {"oo", -2},      {"th", -2},       {"nsk#", 3},     {"#nikolai#", 3},  {"#mikhail#", 4},
    {"#yev", 3},     {"#ivan#", 2},    {"#fyodor#", 4}, {"#pyotr#", 4},    {"#alexei#", 4},
    {"#andrei#", 2}, {"#anatoly#", 3}, {"#vasily#", 4}, {"#yevgeny#", 4},  {"#oleg#", 2},
    {"#igor#", 2},   {"#boris#", 1},   {"chev#", 2},    {NULL, 0},
};

const kti_language kti_russian = {
    .id = "ru",
    .standard = "Loanword Orthography, Russian",
    .letters = "abcdefghijklmnopqrstuvwxyz'абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґčšž",
    .vowels = "aeiouyj",
    .spellings = spellings,
    .classes = classes,
    .rules = rules,
    .rule_count = sizeof rules / sizeof *rules,
    .clauses = clauses,
    .clause_count = sizeof clauses / sizeof *clauses,
    .clues = clues,
    .joined = joined,
};
