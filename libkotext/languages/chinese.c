/* chinese.c - Loanword Orthography, chapter 3, section 7: Chinese, in Hanyu Pinyin with or without
 * tone marks. Table 5 writes an initial and a final; a word is cut into syllables first. Persons
 * before 1911 and places that are no more are read as their Hanja are (chapter 4, section 2), which
 * no spelling shows: 'kotext hanja' does. docs/spec/loanword-chinese.md is the section as examples.
 */
#include <string.h>

#include "languages/languages.h"
#include "unicode/props.h"

#define TABLE   "2.5"
#define AFTER_J "3.7.2"

static const kti_clause clauses[] = {
    {TABLE, "each syllable by table 5"},
    {"3.7.1", "tones are not told apart"},
    {AFTER_J, "ㅑ ㅖ ㅛ ㅠ behind ㅈ ㅉ ㅊ: ㅏ ㅔ ㅗ ㅜ"},
};

/* A final behind an initial; `late`: behind ㅈ, ㅉ, ㅊ, where clause 2 changes it. */
typedef struct final {
    const char *pinyin, *units, *late;
} final;

static const final finals[] = {
    {"a", "ㅏ", NULL},          {"o", "ㅗ", NULL},          {"e", "ㅓ", NULL},
    {"ai", "ㅏ이", NULL},       {"ei", "ㅔ이", NULL},       {"ao", "ㅏ오", NULL},
    {"ou", "ㅓ우", NULL},       {"an", "ㅏ+ㄴ", NULL},      {"en", "ㅓ+ㄴ", NULL},
    {"ang", "ㅏ+ㅇ", NULL},     {"eng", "ㅓ+ㅇ", NULL},     {"ong", "ㅜ+ㅇ", NULL},
    {"i", "ㅣ", NULL},          {"ia", "ㅑ", "ㅏ"},         {"ie", "ㅖ", "ㅔ"},
    {"iao", "ㅑ오", "ㅏ오"},    {"iu", "ㅠ", "ㅜ"},         {"ian", "ㅖ+ㄴ", "ㅔ+ㄴ"},
    {"in", "ㅣ+ㄴ", NULL},      {"iang", "ㅑ+ㅇ", "ㅏ+ㅇ"}, {"ing", "ㅣ+ㅇ", NULL},
    {"iong", "ㅠ+ㅇ", "ㅜ+ㅇ"}, {"u", "ㅜ", NULL},          {"ua", "ㅘ", NULL},
    {"uo", "ㅝ", NULL},         {"uai", "ㅘ이", NULL},      {"ui", "ㅜ이", NULL},
    {"uan", "ㅘ+ㄴ", NULL},     {"un", "ㅜ+ㄴ", NULL},      {"uang", "ㅘ+ㅇ", NULL},
    {"ü", "ㅟ", NULL},          {"üe", "ㅞ", NULL},         {"üan", "ㅟ안", NULL},
    {"ün", "ㅟ+ㄴ", NULL},      {"aan", "ㅏ+ㄴ", NULL}, /* 陝西 Shaanxi, to tell it from 山西 */
};

/* An initial, and the finals that it has: a list, so that words are cut where syllables end. Behind
 * j, q, x and y a written u is ü; behind zh ch sh r z c s a written i is no vowel, `buzz`. */
typedef struct initial {
    const char *pinyin, *units, *buzz, *finals;
} initial;

static const initial initials[] = {
    {"b", "ㅂ", NULL, "a o ai ei ao an en ang eng i ie iao ian in ing u"},
    {"p", "ㅍ", NULL, "a o ai ei ao ou an en ang eng i ie iao ian in ing u"},
    {"m", "ㅁ", NULL, "a o e ai ei ao ou an en ang eng i ie iao iu ian in ing u"},
    {"f", "ㅍ", NULL, "a o ei ou an en ang eng u"},
    {"d", "ㄷ", NULL, "a e ai ei ao ou an en ang eng ong i ia ie iao iu ian ing u uo ui uan un"},
    {"t", "ㅌ", NULL, "a e ai ei ao ou an ang eng ong i ie iao ian ing u uo ui uan un"},
    {"n", "ㄴ", NULL,
     "a e ai ei ao ou an en ang eng ong i ie iao iu ian in iang ing u uo uan un ü üe"},
    {"l", "ㄹ", NULL,
     "a o e ai ei ao ou an ang eng ong i ia ie iao iu ian in iang ing u uo uan un ü üe"},
    {"g", "ㄱ", NULL, "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang"},
    {"k", "ㅋ", NULL, "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang"},
    {"h", "ㅎ", NULL, "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang"},
    {"j", "ㅈ", NULL, "i ia ie iao iu ian in iang ing iong ü üe üan ün"},
    {"q", "ㅊ", NULL, "i ia ie iao iu ian in iang ing iong ü üe üan ün"},
    {"x", "ㅅ", NULL, "i ia ie iao iu ian in iang ing iong ü üe üan ün"},
    {"zh", "ㅈ", "즈", "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang"},
    {"ch", "ㅊ", "츠", "a e ai ao ou an en ang eng ong u ua uo uai ui uan un uang"},
    {"sh", "ㅅ", "스", "a e ai ei ao ou an aan en ang eng u ua uo uai ui uan un uang"},
    {"r", "ㄹ", "르", "e ao ou an en ang eng ong u ua uo ui uan un"},
    {"z", "ㅉ", "쯔", "a e ai ei ao ou an en ang eng ong u uo ui uan un"},
    {"c", "ㅊ", "츠", "a e ai ao ou an en ang eng ong u uo ui uan un"},
    {"s", "ㅆ", "쓰", "a e ai ao ou an en ang eng ong u uo ui uan un"},
};

/* Syllables without an initial, as they are spelt. */
static const struct {
    const char *pinyin, *units;
} whole[] = {
    {"a", "아"},      {"o", "오"},     {"e", "어"},     {"ai", "아이"},  {"ei", "에이"},
    {"ao", "아오"},   {"ou", "어우"},  {"an", "안"},    {"en", "언"},    {"ang", "앙"},
    {"eng", "엉"},    {"er", "얼"},    {"yi", "이"},    {"ya", "야"},    {"yo", "요"},
    {"ye", "예"},     {"yai", "야이"}, {"yao", "야오"}, {"you", "유"},   {"yan", "옌"},
    {"yin", "인"},    {"yang", "양"},  {"ying", "잉"},  {"yong", "융"},  {"wu", "우"},
    {"wa", "와"},     {"wo", "워"},    {"wai", "와이"}, {"wei", "웨이"}, {"wan", "완"},
    {"wen", "원"},    {"wang", "왕"},  {"weng", "웡"},  {"yu", "위"},    {"yue", "웨"},
    {"yuan", "위안"}, {"yun", "윈"},
};

/* A syllable that fits somewhere. */
typedef struct syllable {
    size_t length, head;      /* letters: all, those of the initial */
    const char *onset, *rest; /* units; onset NULL: none */
    bool changed;             /* by clause 2 */
} syllable;

enum { LONGEST = 6, U_UMLAUT = 0xFC };

/* A letter without its tone; ü keeps its dots. */
static uint32_t letter_at(const kti_foreign_word *word, size_t at) {
    uint32_t letter = at < word->count ? word->letters[at] : 0;
    if (letter == 'v' || letter == U_UMLAUT) return U_UMLAUT;
    if (letter >= 0x1D5 && letter <= 0x1DC) return U_UMLAUT; /* ǖ ǘ ǚ ǜ */
    return letter >= 0x80 ? kti_cp_base(letter) : letter;
}

static bool has_tone(const kti_foreign_word *word, size_t at) {
    return word->letters[at] >= 0x80 && word->letters[at] != U_UMLAUT;
}

/* Whether the letters at `at` are `pinyin` (up to a space or its end); `late` behind j, q, x, where
 * u is written for ü. */
static size_t fits(const kti_foreign_word *word, size_t at, const char *pinyin, bool late) {
    size_t n = 0;
    for (const unsigned char *p = (const unsigned char *)pinyin; *p != '\0'; n++) {
        uint32_t wanted = *p < 0x80 ? *p : U_UMLAUT, letter = letter_at(word, at + n);
        p += *p < 0x80 ? 1 : 2;
        bool same = letter == wanted || (late && wanted == U_UMLAUT && letter == 'u');
        if (!same) return 0;
    }
    return n;
}

static bool has_final(const initial *i, const char *pinyin) {
    size_t length = strlen(pinyin);
    for (const char *f = i->finals; f != NULL; f = strchr(f, ' ')) {
        f += *f == ' ';
        if (strncmp(f, pinyin, length) == 0 && (f[length] == ' ' || f[length] == '\0')) return true;
    }
    return false;
}

/* Keeps the syllable when it is the longest so far that is no longer than `most`. */
static void keep(syllable *best, size_t most, syllable found) {
    if (found.length > best->length && found.length <= most) *best = found;
}

static void behind_initial(const kti_foreign_word *word, size_t at, const initial *i, size_t most,
                           syllable *best) {
    size_t length = fits(word, at, i->pinyin, false);
    if (length == 0) return;
    bool palatal = strchr("jqx", i->pinyin[0]) != NULL;
    bool late =
        strcmp(i->units, "ㅈ") == 0 || strcmp(i->units, "ㅉ") == 0 || strcmp(i->units, "ㅊ") == 0;
    if (i->buzz != NULL && letter_at(word, at + length) == 'i')
        keep(best, most, (syllable){length + 1, 0, NULL, i->buzz, false});
    for (size_t k = 0; k < sizeof finals / sizeof *finals; k++) {
        const final *f = &finals[k];
        size_t n = fits(word, at + length, f->pinyin, palatal);
        if (n == 0 || !has_final(i, f->pinyin)) continue;
        bool changed = late && f->late != NULL;
        keep(best, most,
             (syllable){length + n, length, i->units, changed ? f->late : f->units, changed});
    }
}

/* The longest syllable at `at` of at most `most` letters; its length 0: none. */
static syllable syllable_at(const kti_foreign_word *word, size_t at, size_t most) {
    syllable best = {0, 0, NULL, NULL, false};
    for (size_t i = 0; i < sizeof initials / sizeof *initials; i++)
        behind_initial(word, at, &initials[i], most, &best);
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
        keep(&best, most,
             (syllable){fits(word, at, whole[i].pinyin, false), 0, NULL, whole[i].units, false});
    return best;
}

static bool is_edge(const kti_foreign_word *word, size_t at) {
    uint32_t letter = letter_at(word, at);
    return letter == 0 || letter == '-' || letter == '\'';
}

/* Whether a word may go on at `at`: as Pinyin is written, a, o, e begin a syllable inside a word
 * only behind an apostrophe; `loosely`, without it too. */
static bool goes_on(const kti_foreign_word *word, size_t at, bool loosely) {
    uint32_t letter = letter_at(word, at);
    if (is_edge(word, at)) return true;
    bool vowel = letter == 'a' || letter == 'o' || letter == 'e';
    return (loosely || !vowel) && syllable_at(word, at, LONGEST).length > 0;
}

/* The syllable at `at` behind which the word goes on best: fan-gan, but tian-an-men. */
static syllable next_syllable(const kti_foreign_word *word, size_t at) {
    for (int loosely = 0; loosely < 2; loosely++)
        for (size_t most = LONGEST; most > 0;) {
            syllable s = syllable_at(word, at, most);
            if (s.length == 0) break;
            if (goes_on(word, at + s.length, loosely != 0)) return s;
            most = s.length - 1;
        }
    return (syllable){0, 0, NULL, NULL, false};
}

static void put(const kti_foreign_word *word, size_t at, const syllable *s, kti_composer *out) {
    const char *article = s->changed ? AFTER_J : TABLE;
    for (size_t i = 0; i < s->length && !s->changed; i++)
        if (has_tone(word, at + i)) article = "3.7.1";
    if (s->onset != NULL) kti_compose_put(out, s->onset, at, at + s->head, TABLE);
    kti_compose_put(out, s->rest, at + s->head, at + s->length, article);
}

/* Writes the word, or with `out` NULL tells whether all of it is Pinyin. */
static bool walk(const kti_foreign_word *word, kti_composer *out) {
    for (size_t at = 0; at < word->count;) {
        if (is_edge(word, at)) {
            at++;
            continue;
        }
        syllable s = next_syllable(word, at);
        if (s.length == 0) return false;
        if (out != NULL) put(word, at, &s, out);
        at += s.length;
    }
    return true;
}

static void write_chinese(const kti_language *language, const kti_foreign_word *word,
                          kti_composer *out) {
    (void)language;
    if (walk(word, NULL)) walk(word, out);
}

static const kti_language_clue clues[] = {
    {"#zh[aeiou]", 4}, {"#x[iu]", 4},    {"#q[iu][^e]", 4},
    {"#qi#", 4},       {"zh[aeiou]", 3}, {"[^aeiou]x[iu]", 3},
    {"gx[iu]", 4},     {"jing#", 2},     {"ng#", 1},
    {"iang", 2},       {"uang", 2},      {"ü", 1},
    {"ǎ", 4},          {"ǐ", 4},         {"ǔ", 4},
    {"ě", 2},          {"#v", -8},       {"[^ln]v", -8},
    {"ǒ", 4},          {NULL, 0},
};

const kti_language kti_chinese = {
    .id = "zh",
    .standard = "Loanword Orthography, Chinese",
    .letters = "abcdefghijklmnopqrstuvwxyzüāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ'",
    .vowels = "aeiouüāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ",
    .clauses = clauses,
    .clause_count = sizeof clauses / sizeof *clauses,
    .clues = clues,
    .write = write_chinese,
    .closed = true,
};
