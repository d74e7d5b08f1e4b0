/* vietnamese.c - Loanword Orthography, chapter 3, section 18: Vietnamese. Tones are dropped, the
 * letters' own marks (ă â ê ô ơ ư đ) kept; a word without any marks is read as it stands, d as ㅈ
 * with ㄷ for đ beside it. docs/spec/loanword-vietnamese.md is the section as examples. */
#include "languages/languages.h"
#include "unicode/props.h"

#define TABLE "2.16"

static const kti_clause clauses[] = {
    {TABLE, "each letter by table 16"},
    {"3.18.1", "nh is one syllable with its vowel; at the end ㄴ, anh 아인"},
    {"3.18.2", "qua: 꽈"},
    {"3.18.3", "y is one syllable with the vowel behind it"},
    {"3.18.4", "l inside a word before a vowel: ㄹㄹ"},
};

static const kti_letter_class classes[] = {
    {'T', "àáãạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịĩọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ"},
    {'M', "ăđơư"},
    {0, NULL},
};

static const kti_letter_rule rules[] = {
    /* 1. nh */
    {"", "anh", "#|C", "ㅏ인", "3.18.1"},
    {"", "nh", "V", "ㄴj", "3.18.1"},
    {"", "nh", "", "+ㄴ", "3.18.1"},
    /* 2. qu */
    {"", "qu", "a|ă", "ㄲw", "3.18.2"},
    {"", "q", "", "ㄲ", TABLE},
    /* 3. y; what is written ye without marks is yê */
    {"", "ye", "", "jㅔ", "3.18.3"},
    {"", "y", "V", "j", "3.18.3"},
    {"", "y", "", "ㅣ", TABLE},
    /* 4. l */
    {"#", "l", "", "ㄹ", TABLE},
    {"V|[kp]", "l", "V", "ㄹㄹ", "3.18.4"},
    {"", "l", "V", "ㄹ", TABLE},
    {"", "l", "", "+ㄹ", TABLE},

    /* consonants: at the beginning, then at the end of a syllable */
    {"", "b", "", "ㅂ", TABLE},
    {"", "ch", "V", "ㅉ", TABLE},
    {"", "ch", "", "+ㄱ", TABLE},
    {"", "c", "V", "ㄲ", TABLE},
    {"", "c", "", "+ㄱ", TABLE},
    {"", "kh", "", "ㅋ", TABLE},
    {"", "k", "V|l", "ㄲ", TABLE},
    {"", "k", "", "+ㄱ", TABLE},
    {"", "đ", "", "ㄷ", TABLE},
    {"", "d", "", "ㅈ|ㄷ", TABLE},
    {"", "gh", "", "ㄱ", TABLE},
    {"", "gi", "V", "ㅈ", TABLE},
    {"", "gi", "", "ㅈㅣ", TABLE},
    {"", "g", "", "ㄱ", TABLE},
    {"", "h", "", "ㅎ", TABLE},
    {"", "m", "V", "ㅁ", TABLE},
    {"", "m", "", "+ㅁ", TABLE},
    {"", "ngh", "", "응", TABLE},
    {"#|C", "ng", "V", "응", TABLE},
    {"", "ng", "", "+ㅇ", TABLE},
    {"", "n", "V", "ㄴ", TABLE},
    {"", "n", "", "+ㄴ", TABLE},
    {"", "ph", "", "ㅍ", TABLE},
    {"", "p", "V|l", "ㅃ", TABLE},
    {"", "p", "", "+ㅂ", TABLE},
    {"", "r", "", "ㄹ", TABLE},
    {"", "s", "", "ㅅ", TABLE},
    {"", "th", "", "ㅌ", TABLE},
    {"", "tr", "", "ㅉ", TABLE},
    {"", "t", "V", "ㄸ", TABLE},
    {"", "t", "", "+ㅅ", TABLE},
    {"", "v", "", "ㅂ", TABLE},
    {"", "x", "", "ㅆ", TABLE},

    /* vowels; what is written ie, ue and uo without marks is iê, uê and uô or ươ */
    {"", "ia", "", "ㅣ어", TABLE},
    {"", "ua", "", "ㅜ어", TABLE},
    {"", "ưa", "", "ㅡ어", TABLE},
    {"", "ie", "", "ㅣ에", TABLE},
    {"", "ue", "", "ㅜ에", TABLE},
    {"", "uo", "C", "ㅜ오|ㅡ어", TABLE},
    {"", "a", "", "ㅏ", TABLE},
    {"", "ă", "", "ㅏ", TABLE},
    {"", "â", "", "ㅓ", TABLE},
    {"", "e", "", "ㅐ", TABLE},
    {"", "ê", "", "ㅔ", TABLE},
    {"", "i", "", "ㅣ", TABLE},
    {"", "o", "", "ㅗ", TABLE},
    {"", "ô", "", "ㅗ", TABLE},
    {"", "ơ", "", "ㅓ", TABLE},
    {"", "u", "", "ㅜ", TABLE},
    {"", "ư", "", "ㅡ", TABLE},
};

/* The letter that bears a tone mark. */
static uint32_t without_tone(uint32_t letter) {
    static const struct {
        uint16_t last, letter; /* of U+1EA0 on */
    } toned[] = {
        {0x1EA3, 'a'},   {0x1EAD, 0xE2}, {0x1EB7, 0x103}, {0x1EBD, 'e'},
        {0x1EC7, 0xEA},  {0x1ECB, 'i'},  {0x1ECF, 'o'},   {0x1ED9, 0xF4},
        {0x1EE3, 0x1A1}, {0x1EE7, 'u'},  {0x1EF1, 0x1B0}, {0x1EF9, 'y'},
    };
    if (letter >= 0x1EA0 && letter <= 0x1EF9)
        for (size_t i = 0; i < sizeof toned / sizeof *toned; i++)
            if (letter <= toned[i].last) return toned[i].letter;
    bool own = letter == 0xE2 || letter == 0xEA || letter == 0xF4 || letter == 0x103 ||
               letter == 0x111 || letter == 0x1A1 || letter == 0x1B0;
    return own || letter < 0x80 ? letter : kti_cp_base(letter);
}

static void write_vietnamese(const kti_language *language, const kti_foreign_word *word,
                             kti_composer *out) {
    enum { LONGEST = 64 }; /* words are of one syllable; longer ones are none */
    uint32_t plain[LONGEST];
    kti_foreign_word toneless = *word;
    if (word->count > LONGEST) return;
    for (size_t i = 0; i < word->count; i++)
        plain[i] = without_tone(word->letters[i]);
    toneless.letters = plain;
    kti_rules_write(language, &toneless, out);
}

static const kti_language_clue clues[] = {
    {"T", 4},     {"M", 2},      {"ư", 3},      {"ơ", 3},       {"đ", 2},
    {"#nguy", 6}, {"#ngu", 3},   {"#ngo#", 3},  {"#tr[ai]", 1}, {"#ph[aouú]", 1},
    {"uong#", 4}, {"#tran#", 3}, {"#pham#", 4}, {"ynh#", 4},    {NULL, 0},
};

const kti_language kti_vietnamese = {
    .id = "vi",
    .standard = "Loanword Orthography, Vietnamese",
    .letters = "abcdeghiklmnopqrstuvxyăâđêôơư"
               "àáãạảấầẩẫậắằẳẵặèéẹẻẽếềểễệìíỉịĩòóõọỏốồổỗộớờởỡợùúụủũứừửữựýỳỵỷỹ",
    .vowels = "aăâeêioôơuưyàáãạảấầẩẫậắằẳẵặèéẹẻẽếềểễệìíỉịĩòóõọỏốồổỗộớờởỡợùúụủũứừửữựýỳỵỷỹ",
    .classes = classes,
    .rules = rules,
    .rule_count = sizeof rules / sizeof *rules,
    .clauses = clauses,
    .clause_count = sizeof clauses / sizeof *clauses,
    .clues = clues,
    .write = write_vietnamese,
    .closed = true,
};
