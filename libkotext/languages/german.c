/* german.c - Loanword Orthography, chapter 3, section 2: German. Its sounds are those of table 1,
 * read from the spelling: long vowels are not told apart, s before a vowel is voiced, final
 * b d g are not. docs/spec/loanword-german.md is the section as examples. */
#include "languages/languages.h"

static const kti_clause clauses[] = {
    {"2.1", "one sound, one letter (table 1), the sound read from the spelling"},
    {"3.2.1.1", "r before a consonant: 르"},
    {"3.2.1.2", "r at the end, and -er: 어"},
    {"3.2.1.3", "r at the end of the first part of a compound: 어"},
    {"3.2.2", "stops at the end take ㅡ"},
    {"3.2.3", "berg, burg: 베르크, 부르크"},
    {"3.2.4.1", "sch at the end or before a consonant: 슈"},
    {"3.2.4.2", "sch before ü, ö: ㅅ"},
    {"3.2.4.3", "sch before other vowels: 샤, 쇼, 슈"},
    {"3.2.5", "äu, eu: 오이"},
    {"3.1.1.2", "voiceless stops between a short vowel and an obstruent are batchim"},
    {"3.1.3.1", "s, z, f, v at the end or before a consonant take ㅡ"},
    {"3.1.5.1", "nasals at the end or before a consonant are batchim"},
    {"3.1.5.2", "ng between vowels: the batchim ㅇ before it"},
    {"3.1.6.1", "l at the end or before a consonant: ㄹ"},
    {"3.1.6.2", "l inside a word before a vowel, or before m, n without one: ㄹㄹ"},
};

/* F: vowels before which c is ts. N: behind them, and between vowels, s is voiced.
 * D: before them b and d are voiceless. */
static const kti_letter_class classes[] = {
    {'F', "eiäöüy"}, {'N', "lmnrz"}, {'D', "bdgptkcfsßzxqvwmjh"}, {'S', "aeiouäöüy"}, {0, NULL},
};

/* -er behind a syllable; -ig too. */
#define LATE "VC|VCC|VCCC|VCCCC"
/* One short vowel: none before it. */
#define SHORT "CS|#S"
/* What compounds end with, as far as names of people and places show it. */
#define PARTS                                                                                        \
    "land|länd|feld|burg#|burg|berg|dorf|haus|häus|hof|höf|mann|männ|gau#|tal#|thal|bach|bäch|" \
    "brück|bruck|brunn|heim|stadt|stätt|stein|straße|strasse|see#|wald|wäld|welle|markt|kirch|"  \
    "meister|macher|mayer|meier|sachsen|bayern|österreich|haven|hafen|wies|weg#|schloss|schmidt|"   \
    "garten|gard#|thur|franken|pfalz|rhein|dam|kus|binder|halb"

static const kti_letter_rule rules[] = {
    /* 3. berg, burg */
    {"", "berg", "#|C", "베르크", "3.2.3"},
    {"", "burg", "#|C", "부르크", "3.2.3"},

    /* 1. r */
    {"#v", "er", "[bfghklpsw]|ar|ein|eh|ur|änd|and|ant|z[^V]", "ㅔ어", "3.2.1.3"},
    {"#z", "er", "[fgklpst]", "ㅔ어", "3.2.1.3"},
    {"#f", "ür", "[bglw]|so", "ㅟ어", "3.2.1.3"},
    {"#v", "or", "[bpgfhkstwz]|arl|ar", "ㅗ어", "3.2.1.3"},
    {"#", "ur", "[ktwhgb][^ai]|sp|spr", "우어", "3.2.1.3"},
    {LATE "|[uyi]", "er", PARTS, "ㅓ", "3.2.1.3"},
    {"#", "über", "C", "위버", "3.2.1.3"},
    {"#", "ober", "C", "오버", "3.2.1.3"},
    {"#n", "ieder", "C", "ㅣ더", "3.2.1.3"},
    {"#", "unter", "C", "운터", "3.2.1.3"},
    {"#", "außer", "C", "아우서", "3.2.1.3"},
    {LATE "|[uyi]", "er", "#|s#|l#", "ㅓ", "3.2.1.2"},
    {"", "rr", "#", "어", "3.2.1.2"},
    {"", "r", "#", "어", "3.2.1.2"},
    {"", "rrh", "V", "ㄹ", "2.1"},
    {"#|C", "rh", "V", "ㄹ", "2.1"},
    {"", "rr", "V", "ㄹ", "2.1"},
    {"", "rr", "", "르", "3.2.1.1"},
    {"", "r", "V", "ㄹ", "2.1"},
    {"", "r", "", "르", "3.2.1.1"},

    /* 4. sch; t before it, and s of its own */
    {"", "tzsch", "V", "ㅊ", "2.1"},
    {"", "tzsch", "", "치", "2.1"},
    {"", "t", "schaft", "ㅌ", "2.1"},
    {"", "tsch", "V", "ㅊ", "2.1"},
    {"", "tsch", "", "치", "2.1"},
    {"", "dsch", "V", "ㅈ", "2.1"},
    {"", "sch", "[üöy]|oe|ue", "ㅅ", "3.2.4.2"},
    {"", "sch", "V", "ㅅj", "3.2.4.3"},
    {"", "sch", "", "슈", "3.2.4.1"},
    {"", "sh", "V", "ㅅj", "3.2.4.3"},
    {"", "sh", "", "슈", "3.2.4.1"},

    /* s */
    {"#", "s", "[tp]", "슈", "3.2.4.1"},
    {"", "s", "tadt|tädt|tein|tätt|tedt|tett|tatt|traß|trass|teig|tahl|tuhl|turm#", "슈",
     "3.2.4.1"},
    {"", "s", "piel|pitz|prung|prach|prech|pring", "슈", "3.2.4.1"},
    {"n", "s", "tern#|tröm|trom#|toff", "슈", "3.2.4.1"},
    {"", "s", "sohn", "ㅅ", "3.1.3.1"},
    {"s", "s", "ohn", "ㅈ", "2.1"},
    {"", "ss", "", "ㅅ", "2.1"},
    {"", "ß", "", "ㅅ", "2.1"},
    {"#|V|Vh|N", "s", "V", "ㅈ", "2.1"},
    {"", "s", "V", "ㅅ", "2.1"},
    {"", "s", "", "ㅅ", "3.1.3.1"},

    /* ch, ck, c, k, q, x */
    {"[aouäöü]|!V|e", "chs", "e|#|l[^V]|ler", "+ㄱㅅ", "3.1.1.2"},
    {"#", "ch", "arl", "ㅅj", "2.1"},
    {"#", "ch", "[aourl]|em", "ㅋ", "2.1"},
    {"", "ch", "V", "ㅎ", "2.1"},
    {"eu|äu", "ch", "", "히", "2.1"},
    {"[aou]", "ch", "", "흐", "2.1"},
    {"", "ch", "", "히", "2.1"},
    {"", "ck", "", "ㅋ", "2.1"},
    {"", "cc", "F", "ㅊ", "2.1"},
    {"", "cc", "", "ㅋ", "2.1"},
    {"", "c", "F", "ㅊ", "2.1"},
    {"", "c", "", "ㅋ", "2.1"},
    {"", "kk", "", "ㅋ", "2.1"},
    {SHORT, "k", "[ts]", "+ㄱ", "3.1.1.2"},
    {"", "k", "#", "ㅋ", "3.2.2"},
    {"", "k", "", "ㅋ", "2.1"},
    {"", "qu", "", "크ㅂ", "2.1"},
    {"", "q", "", "ㅋ", "2.1"},
    {SHORT, "x", "", "+ㄱㅅ", "3.1.1.2"},
    {"", "x", "", "크ㅅ", "2.1"},

    /* p, f, v, w, b */
    {"", "pf", "", "ㅍ", "2.1"},
    {"", "ph", "", "ㅍ", "2.1"},
    {"", "pp", "", "ㅍ", "2.1"},
    {SHORT, "p", "[ts]", "+ㅂ", "3.1.1.2"},
    {"", "p", "#", "ㅍ", "3.2.2"},
    {"", "p", "", "ㅍ", "2.1"},
    {"", "ff", "", "ㅍ", "2.1"},
    {"", "f", "", "ㅍ", "2.1"},
    {"#", "v", "o|at|iel|ier|ieh|er|ö|et|isch|irch", "ㅍ", "2.1"},
    {"ha", "v", "en", "ㅍ", "2.1"},
    {"", "v", "V", "ㅂ", "2.1"},
    {"", "v", "", "ㅍ", "3.1.3.1"},
    {"o", "w", "#", "", "2.1"},
    {"", "w", "", "ㅂ", "2.1"},
    {"", "bb", "V", "ㅂ", "2.1"},
    {"", "bb", "", "ㅍ", "3.2.2"},
    {"", "b", "#", "ㅍ", "3.2.2"},
    {"", "b", "D|nV", "ㅍ", "2.1"},
    {"", "b", "", "ㅂ", "2.1"},

    /* t, z, d */
    {"", "tth", "ard|elf", "ㅌㅎ", "2.1"},
    {"", "tth", "", "ㅌ", "2.1"},
    {"", "t", "haus|heim|hof#|horn|hans", "ㅌ", "2.1"},
    {"", "th", "", "ㅌ", "2.1"},
    {"", "tz", "", "ㅊ", "2.1"},
    {"", "ts", "V", "ㅊ", "2.1"},
    {"", "ts", "[^tp]|#", "ㅊ", "2.1"},
    {"", "tion", "#|s#|C|V", "치온", "2.1"},
    {"", "tt", "", "ㅌ", "2.1"},
    {"", "t", "#", "ㅌ", "3.2.2"},
    {"", "t", "", "ㅌ", "2.1"},
    {"", "zz", "", "ㅊ", "2.1"},
    {"", "z", "", "ㅊ", "2.1"},
    {"", "dt", "", "ㅌ", "2.1"},
    {"", "ds", "#|[^tpc]", "ㅊ", "2.1"},
    {"", "dd", "", "ㄷ", "2.1"},
    {"", "d", "#", "ㅌ", "3.2.2"},
    {"", "d", "D|nV|rh", "ㅌ", "2.1"},
    {"", "d", "", "ㄷ", "2.1"},

    /* g, h, j */
    {LATE, "ig", "#|s#|s[bhwtfldk]|mann|gr|st", "ㅣ히", "2.1"},
    {"", "gg", "V", "ㄱ", "2.1"},
    {"", "gg", "", "ㅋ", "3.2.2"},
    {"", "gh", "V", "ㄱ", "2.1"},
    {"", "g", "#", "ㅋ", "3.2.2"},
    {"", "g", "[bptkcfsßzvwmjh]", "ㅋ", "2.1"},
    {"", "g", "", "ㄱ", "2.1"},
    {"V", "h", "e[^iuy]|e#", "", "2.1"},
    {"", "h", "V", "ㅎ", "2.1"},
    {"", "h", "", "", "2.1"},
    {"", "j", "V", "j", "2.1"},
    {"", "j", "", "ㅣ", "2.1"},
    {"#", "y", "V", "j", "2.1"},

    /* nasals */
    {"", "n", "gart|gärt|gass|gau|glad|grab|grub|gebirg|gold|kirch|kind|kamp|kreuz|könig|krug|kamm",
     "+ㄴ", "3.1.5.1"},
    {"", "ng", "V|[lr]V", "+ㅇㄱ", "3.1.5.2"},
    {"", "ng", "", "+ㅇ", "3.1.5.1"},
    {"ei|ai|eu|äu|au", "n", "k", "+ㄴ", "3.1.5.1"},
    {"", "n", "k|ck|q|x", "+ㅇ", "3.1.5.1"},
    {"", "nn", "V", "ㄴ", "2.1"},
    {"", "nn", "", "+ㄴ", "3.1.5.1"},
    {"", "n", "V", "ㄴ", "2.1"},
    {"", "n", "", "+ㄴ", "3.1.5.1"},
    {"", "mm", "V", "ㅁ", "2.1"},
    {"", "mm", "", "+ㅁ", "3.1.5.1"},
    {"", "m", "V", "ㅁ", "2.1"},
    {"", "m", "", "+ㅁ", "3.1.5.1"},

    /* l */
    {"er", "l", "and|änd", "ㄹ", "3.2.1.3"},
    {"#", "l", "V", "ㄹ", "2.1"},
    {"", "ll", "V", "ㄹㄹ", "3.1.6.2"},
    {"", "l", "V", "ㄹㄹ", "3.1.6.2"},
    {"", "l", "[mn]C|[mn]#", "ㄹㄹ", "3.1.6.2"},
    {"", "ll", "", "+ㄹ", "3.1.6.1"},
    {"", "l", "", "+ㄹ", "3.1.6.1"},

    /* 5. and other vowels */
    {"[dhlmnsz]", "eu", "s#|m#", "ㅔ우", "2.1"},
    {"th", "äu", "s#", "ㅔ우", "2.1"},
    {"", "äu", "", "ㅗ이", "3.2.5"},
    {"", "eu", "", "ㅗ이", "3.2.5"},
    {"", "ei", "", "ㅏ이", "2.1"},
    {"", "ey", "", "ㅏ이", "2.1"},
    {"", "ai", "", "ㅏ이", "2.1"},
    {"", "ay", "", "ㅏ이", "2.1"},
    {"", "au", "", "ㅏ우", "2.1"},
    {"", "aa", "", "ㅏ", "2.1"},
    {"", "ae", "l#|ls#", "ㅏ에", "2.1"},
    {"", "ae", "", "ㅔ", "2.1"},
    {"", "ee", "", "ㅔ", "2.1"},
    {"V[rn]|V[bdgt]r", "ie", "l#|ls#", "ㅣ에", "2.1"},
    {"VC|VCC", "ie", "n#", "ㅣ에", "2.1"},
    {"", "ie", "", "ㅣ", "2.1"},
    {"", "oe", "l#", "ㅗ에", "2.1"},
    {"", "oe", "", "ㅚ", "2.1"},
    {"", "oo", "", "ㅗ", "2.1"},
    {"", "ou", "", "ㅜ", "2.1"},
    {"", "ue", "l#|lC|ll", "ㅜ에", "2.1"},
    {"", "ue", "C", "ㅟ", "2.1"},
    {"", "a", "", "ㅏ", "2.1"},
    {"", "ä", "", "ㅔ", "2.1"},
    {"", "e", "", "ㅔ", "2.1"},
    {"", "i", "", "ㅣ", "2.1"},
    {"", "o", "", "ㅗ", "2.1"},
    {"", "ö", "", "ㅚ", "2.1"},
    {"", "u", "", "ㅜ", "2.1"},
    {"", "ü", "", "ㅟ", "2.1"},
    {"", "y", "#", "ㅣ", "2.1"},
    {"", "y", "", "ㅟ", "2.1"},
};

static const char *const joined[] = {"der", "den", "dem", "am",    "im", "zu",
                                     "zum", "zur", "bad", "sankt", NULL};
static const char *const apart[] = {"von", "vom", "van", "de", NULL};

static const kti_language_clue clues[] = {
    {"ß", 4},     {"ä", 2},     {"ö", 2},     {"ü", 2},      {"sch", 3},   {"tz#", 2},
    {"chs", 2},   {"burg#", 2}, {"berg#", 2}, {"stein#", 3}, {"mann#", 3}, {"hausen#", 4},
    {"bach#", 3}, {"feld#", 2}, {"dorf#", 4}, {"brück", 4},  {"#von#", 2}, {"#pf", 3},
    {"eier#", 3}, {"heim#", 3}, {"#der#", 1}, {"wald#", 3},  {"wig#", 3},  {"furt#", 4},
    {"dt#", 2},   {"kopf#", 3}, {"rich#", 2}, {"helm#", 3},  {"kk", -4},   {"ää", -6},
    {"yö", -4},   {"sj", -4},   {"ij", -3},   {"#van#", -2}, {"ea", -1},   {"oo", -1},
    {"wh", -4},   {"th#", -1},  {NULL, 0},
};

const kti_language kti_german = {
    .id = "de",
    .standard = "Loanword Orthography, German",
    .letters = "abcdefghijklmnopqrstuvwxyzäöüß",
    .vowels = "aeiouyäöü",
    .classes = classes,
    .rules = rules,
    .rule_count = sizeof rules / sizeof *rules,
    .clauses = clauses,
    .clause_count = sizeof clauses / sizeof *clauses,
    .clues = clues,
    .joined = joined,
    .apart = apart,
};
