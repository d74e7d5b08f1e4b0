/* japanese.c - Loanword Orthography, chapter 3, section 6: Japanese, in kana or in Latin letters
 * (Hepburn or Kunrei). Table 4 writes each mora, the first of a word apart from the others; ッ is
 * ㅅ, ン is ㄴ, long vowels are not written. docs/spec/loanword-japanese.md is the section as
 * examples. */
#include "languages/languages.h"
#include "unicode/props.h"

#define TABLE "2.4"

static const kti_clause clauses[] = {
    {TABLE, "each mora by table 4; k, t and ch sounds are lax where a word begins"},
    {"3.6.1", "ッ: the batchim ㅅ"},
    {"3.6.2", "the second half of a long vowel is not written"},
};

typedef struct mora {
    const char *latin;  /* spellings, Hepburn first */
    uint16_t kana[2];   /* hiragana */
    const char *first;  /* where a word begins */
    const char *inside; /* NULL: the same */
} mora;

/* Table 4, column by column; the last rows are kana for foreign words, which it does not have. */
static const mora moras[] = {
    {"a", {0x3042, 0}, "아", NULL},
    {"i", {0x3044, 0}, "이", NULL},
    {"u", {0x3046, 0}, "우", NULL},
    {"e", {0x3048, 0}, "에", NULL},
    {"o", {0x304A, 0}, "오", NULL},
    {"ka", {0x304B, 0}, "가", "카"},
    {"ki", {0x304D, 0}, "기", "키"},
    {"ku", {0x304F, 0}, "구", "쿠"},
    {"ke", {0x3051, 0}, "게", "케"},
    {"ko", {0x3053, 0}, "고", "코"},
    {"sa", {0x3055, 0}, "사", NULL},
    {"shi|si", {0x3057, 0}, "시", NULL},
    {"su", {0x3059, 0}, "스", NULL},
    {"se", {0x305B, 0}, "세", NULL},
    {"so", {0x305D, 0}, "소", NULL},
    {"ta", {0x305F, 0}, "다", "타"},
    {"chi|ti", {0x3061, 0}, "지", "치"},
    {"tsu|tu", {0x3064, 0}, "쓰", NULL},
    {"te", {0x3066, 0}, "데", "테"},
    {"to", {0x3068, 0}, "도", "토"},
    {"na", {0x306A, 0}, "나", NULL},
    {"ni", {0x306B, 0}, "니", NULL},
    {"nu", {0x306C, 0}, "누", NULL},
    {"ne", {0x306D, 0}, "네", NULL},
    {"no", {0x306E, 0}, "노", NULL},
    {"ha", {0x306F, 0}, "하", NULL},
    {"hi", {0x3072, 0}, "히", NULL},
    {"fu|hu", {0x3075, 0}, "후", NULL},
    {"he", {0x3078, 0}, "헤", NULL},
    {"ho", {0x307B, 0}, "호", NULL},
    {"ma", {0x307E, 0}, "마", NULL},
    {"mi", {0x307F, 0}, "미", NULL},
    {"mu", {0x3080, 0}, "무", NULL},
    {"me", {0x3081, 0}, "메", NULL},
    {"mo", {0x3082, 0}, "모", NULL},
    {"ya", {0x3084, 0}, "야", NULL},
    {"yu", {0x3086, 0}, "유", NULL},
    {"yo", {0x3088, 0}, "요", NULL},
    {"ra", {0x3089, 0}, "라", NULL},
    {"ri", {0x308A, 0}, "리", NULL},
    {"ru", {0x308B, 0}, "루", NULL},
    {"re", {0x308C, 0}, "레", NULL},
    {"ro", {0x308D, 0}, "로", NULL},
    {"wa", {0x308F, 0}, "와", NULL},
    {"wi", {0x3090, 0}, "이", NULL},
    {"we|ye", {0x3091, 0}, "에", NULL},
    {"wo", {0x3092, 0}, "오", NULL},
    {"ga", {0x304C, 0}, "가", NULL},
    {"gi", {0x304E, 0}, "기", NULL},
    {"gu", {0x3050, 0}, "구", NULL},
    {"ge", {0x3052, 0}, "게", NULL},
    {"go", {0x3054, 0}, "고", NULL},
    {"za", {0x3056, 0}, "자", NULL},
    {"ji|zi", {0x3058, 0}, "지", NULL},
    {"zu", {0x305A, 0}, "즈", NULL},
    {"ze", {0x305C, 0}, "제", NULL},
    {"zo", {0x305E, 0}, "조", NULL},
    {"da", {0x3060, 0}, "다", NULL},
    {"dji", {0x3062, 0}, "지", NULL},
    {"dzu|du", {0x3065, 0}, "즈", NULL},
    {"de", {0x3067, 0}, "데", NULL},
    {"do", {0x3069, 0}, "도", NULL},
    {"ba", {0x3070, 0}, "바", NULL},
    {"bi", {0x3073, 0}, "비", NULL},
    {"bu", {0x3076, 0}, "부", NULL},
    {"be", {0x3079, 0}, "베", NULL},
    {"bo", {0x307C, 0}, "보", NULL},
    {"pa", {0x3071, 0}, "파", NULL},
    {"pi", {0x3074, 0}, "피", NULL},
    {"pu", {0x3077, 0}, "푸", NULL},
    {"pe", {0x307A, 0}, "페", NULL},
    {"po", {0x307D, 0}, "포", NULL},
    {"kya", {0x304D, 0x3083}, "갸", "캬"},
    {"kyu", {0x304D, 0x3085}, "규", "큐"},
    {"kyo", {0x304D, 0x3087}, "교", "쿄"},
    {"gya", {0x304E, 0x3083}, "갸", NULL},
    {"gyu", {0x304E, 0x3085}, "규", NULL},
    {"gyo", {0x304E, 0x3087}, "교", NULL},
    {"sha|sya", {0x3057, 0x3083}, "샤", NULL},
    {"shu|syu", {0x3057, 0x3085}, "슈", NULL},
    {"sho|syo", {0x3057, 0x3087}, "쇼", NULL},
    {"ja|jya|zya", {0x3058, 0x3083}, "자", NULL},
    {"ju|jyu|zyu", {0x3058, 0x3085}, "주", NULL},
    {"jo|jyo|zyo", {0x3058, 0x3087}, "조", NULL},
    {"cha|tya", {0x3061, 0x3083}, "자", "차"},
    {"chu|tyu", {0x3061, 0x3085}, "주", "추"},
    {"cho|tyo", {0x3061, 0x3087}, "조", "초"},
    {"nya", {0x306B, 0x3083}, "냐", NULL},
    {"nyu", {0x306B, 0x3085}, "뉴", NULL},
    {"nyo", {0x306B, 0x3087}, "뇨", NULL},
    {"hya", {0x3072, 0x3083}, "햐", NULL},
    {"hyu", {0x3072, 0x3085}, "휴", NULL},
    {"hyo", {0x3072, 0x3087}, "효", NULL},
    {"bya", {0x3073, 0x3083}, "뱌", NULL},
    {"byu", {0x3073, 0x3085}, "뷰", NULL},
    {"byo", {0x3073, 0x3087}, "뵤", NULL},
    {"pya", {0x3074, 0x3083}, "퍄", NULL},
    {"pyu", {0x3074, 0x3085}, "퓨", NULL},
    {"pyo", {0x3074, 0x3087}, "표", NULL},
    {"mya", {0x307F, 0x3083}, "먀", NULL},
    {"myu", {0x307F, 0x3085}, "뮤", NULL},
    {"myo", {0x307F, 0x3087}, "묘", NULL},
    {"rya", {0x308A, 0x3083}, "랴", NULL},
    {"ryu", {0x308A, 0x3085}, "류", NULL},
    {"ryo", {0x308A, 0x3087}, "료", NULL},
    {"she", {0x3057, 0x3047}, "셰", NULL},
    {"je", {0x3058, 0x3047}, "제", NULL},
    {"che", {0x3061, 0x3047}, "제", "체"},
    {"", {0x3066, 0x3043}, "티", NULL},
    {"di", {0x3067, 0x3043}, "디", NULL},
    {"fa", {0x3075, 0x3041}, "파", NULL},
    {"fi", {0x3075, 0x3043}, "피", NULL},
    {"fe", {0x3075, 0x3047}, "페", NULL},
    {"fo", {0x3075, 0x3049}, "포", NULL},
    {"", {0x3046, 0x3043}, "위", NULL},
    {"", {0x3046, 0x3047}, "웨", NULL},
    {"", {0x3046, 0x3049}, "워", NULL},
};

enum { SMALL_TSU = 0x3063, SMALL_N = 0x3093, BAR = 0x30FC, FIRST_KANA = 0x3041 };

/* Katakana as hiragana, long vowels as short ones; 0 beyond the end. */
static uint32_t letter_at(const kti_foreign_word *word, size_t at) {
    uint32_t letter = at < word->count ? word->letters[at] : 0;
    if (letter >= 0x30A1 && letter <= 0x30F6) return letter - 0x60;
    return letter >= 0x80 && letter < FIRST_KANA ? kti_cp_base(letter) : letter;
}

static bool is_vowel(uint32_t letter) {
    return letter == 'a' || letter == 'i' || letter == 'u' || letter == 'e' || letter == 'o';
}

static size_t fits_latin(const char *spelling, const kti_foreign_word *word, size_t at) {
    size_t n = 0;
    while (spelling[n] != '\0' && spelling[n] != '|' &&
           letter_at(word, at + n) == (unsigned char)spelling[n])
        n++;
    return spelling[n] == '\0' || spelling[n] == '|' ? n : 0;
}

/* The letters that `m` takes at `at`; 0: it does not fit. */
static size_t fits(const mora *m, const kti_foreign_word *word, size_t at) {
    uint32_t letter = letter_at(word, at);
    if (letter >= FIRST_KANA) {
        size_t n = m->kana[1] == 0 ? 1 : 2;
        bool same = letter == m->kana[0] && (n == 1 || letter_at(word, at + 1) == m->kana[1]);
        return same ? n : 0;
    }
    for (const char *s = m->latin; *s != '\0'; s++) {
        size_t n = fits_latin(s, word, at);
        if (n > 0) return n;
        while (*s != '|' && s[1] != '\0')
            s++;
    }
    return 0;
}

static const mora *longest(const kti_foreign_word *word, size_t at, size_t *taken) {
    const mora *best = NULL;
    *taken = 0;
    for (size_t i = 0; i < sizeof moras / sizeof *moras; i++) {
        size_t n = fits(&moras[i], word, at);
        if (n <= *taken) continue;
        *taken = n;
        best = &moras[i];
    }
    return best;
}

/* The vowel that ends a mora; those without a Latin spelling end in one all the same. */
static char vowel_of(const mora *m) {
    size_t n = 0;
    while (m->latin[n] != '\0' && m->latin[n] != '|')
        n++;
    return n == 0 ? '\0' : m->latin[n - 1];
}

/* ッ, or the first of two letters for one sound: kk, tch. */
static bool is_doubled(const kti_foreign_word *word, size_t at) {
    uint32_t letter = letter_at(word, at), next = letter_at(word, at + 1);
    if (letter == SMALL_TSU) return true;
    if (letter >= FIRST_KANA || letter < 'a' || is_vowel(letter) || letter == 'n') return false;
    if (letter == 'm') return false;
    return letter == next || (letter == 't' && next == 'c');
}

static bool spells(const kti_foreign_word *word, size_t at, const char *letters) {
    for (size_t i = 0; letters[i] != '\0'; i++)
        if (letter_at(word, at + i) != (unsigned char)letters[i]) return false;
    return true;
}

/* Names whose n ends a character, written without the apostrophe: Jun-ichi, Shin-ya. */
static bool ends_part(const kti_foreign_word *word, size_t at) {
    static const char *const parts[] = {"jun", "shin", "ken", "gen", "kin", "zen"};
    if (at > 1 && spells(word, at, "nya")) return letter_at(word, at - 1) != 'n';
    if (!spells(word, at, "nichi")) return false;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        size_t length = parts[i][3] == '\0' ? 3 : 4;
        if (at + 1 >= length && spells(word, at + 1 - length, parts[i])) return true;
    }
    return false;
}

/* ン: n before no vowel or y, m before b, m, p. */
static bool is_nasal(const kti_foreign_word *word, size_t at) {
    uint32_t letter = letter_at(word, at), next = letter_at(word, at + 1);
    if (letter == 'n') return (!is_vowel(next) && next != 'y') || ends_part(word, at);
    if (letter == 'm') return next == 'b' || next == 'm' || next == 'p';
    return letter == SMALL_N;
}

static char plain_vowel(uint32_t letter) {
    switch (letter) {
    case 0x3042: /* あ */
        return 'a';
    case 0x3044: /* い */
        return 'i';
    case 0x3046: /* う */
        return 'u';
    case 0x3048: /* え */
        return 'e';
    case 0x304A: /* お */
        return 'o';
    default:
        return is_vowel(letter) ? (char)letter : '\0';
    }
}

/* Names are made of parts that may meet in one vowel: 松浦 Matsu-ura, 新井 -arai, 富市 Tomi-ichi,
 * 是枝 Kore-eda. */
static bool begins_part(char vowel, uint32_t next) {
    enum { RA = 0x3089, CHI = 0x3061, DA = 0x3060 };
    if (vowel == 'u' || vowel == 'a') return next == 'r' || next == RA;
    if (vowel == 'i') return next == 'c' || next == CHI;
    return vowel == 'e' && (next == 'd' || next == DA);
}

/* Whether the vowel at `at` only makes the one before it long; う behind o does, but 井上 is
 * Ino-ue.
 */
static bool is_long(const kti_foreign_word *word, size_t at, char before) {
    uint32_t next = letter_at(word, at + 1);
    if (letter_at(word, at) == BAR) return true;
    char vowel = plain_vowel(letter_at(word, at));
    if (vowel == '\0') return false;
    if (before == 'o' && vowel == 'u') return plain_vowel(next) != 'e';
    return before == vowel && !begins_part(vowel, next);
}

static void write_japanese(const kti_language *language, const kti_foreign_word *word,
                           kti_composer *out) {
    (void)language;
    bool first = true;
    char before = '\0';
    for (size_t at = 0, taken; at < word->count; at += taken) {
        const mora *m = NULL;
        bool drawn = word->letters[at] >= 0x80 && word->letters[at] < FIRST_KANA; /* ō is over */
        taken = 1;
        if (word->letters[at] == '-' || word->letters[at] == '\'') {
            first = first || word->letters[at] == '-';
            before = '\0';
        } else if (is_doubled(word, at)) {
            kti_compose_put(out, "+ㅅ", at, at + 1, "3.6.1");
        } else if (is_nasal(word, at)) {
            kti_compose_put(out, "+ㄴ", at, at + 1, TABLE);
            before = '\0';
        } else if (is_long(word, at, before) && !drawn) {
            kti_compose_put(out, "", at, at + 1, "3.6.2");
            before = '\0';
        } else if ((m = longest(word, at, &taken)) != NULL) {
            bool lax = first || m->inside == NULL;
            kti_compose_put(out, lax ? m->first : m->inside, at, at + taken, TABLE);
            uint32_t last = word->letters[at + taken - 1];
            before = last >= 0x80 && last < FIRST_KANA ? '\0' : vowel_of(m);
            first = false;
        }
        taken = taken == 0 ? 1 : taken; /* no mora: silent */
    }
}

static const kti_letter_class classes[] = {
    {'K',
     "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわん"
     "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン"},
    {0, NULL},
};

static const kti_language_clue clues[] = {
    {"K", 8},         {"ō", 4},         {"ū", 3},     {"tsu", 3},   {"shi", 2},       {"chi", 1},
    {"[krhgn]yo", 3}, {"[krhgn]yu", 3}, {"shima", 2}, {"jima#", 4}, {"yama", 2},      {"moto#", 3},
    {"kawa#", 3},     {"gawa#", 4},     {"mura#", 3}, {"zaki#", 3}, {"saki#", 3},     {"uchi#", 2},
    {"hashi", 2},     {"[sz]awa#", 3},  {"hiro#", 3}, {"suke#", 4}, {"[kmn]iko#", 2}, {"taro#", 3},
    {"naka", 1},      {"kita", 1},      {"naga", 1},  {"fuku", 2},  {"ichi#", 1},     {NULL, 0},
};

const kti_language kti_japanese = {
    .id = "ja",
    .standard = "Loanword Orthography, Japanese",
    .letters =
        "abcdefghijkmnoprstuwyzāīūēōâîûêô'"
        "ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとど"
        "なにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろわゐゑをん"
        "ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトド"
        "ナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロワヰヱヲンー",
    .vowels = "aiueoāīūēōâîûêô",
    .classes = classes,
    .clauses = clauses,
    .clause_count = sizeof clauses / sizeof *clauses,
    .clues = clues,
    .write = write_japanese,
};
