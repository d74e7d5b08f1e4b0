#include "phono/rules.h"

#include "phono/phono.h"

static const char standard[] = "Standard Pronunciation";
static const char munhwaeo[] = "Munhwaŏ Pronunciation";

/* In the order of the enum. */
static const kt_rule rules[] = {
    {standard, "5.1", "져, 쪄, 쳐 are read 저, 쩌, 처"},
    {standard, "5.3", "ㅢ after a consonant is read ㅣ"},
    {standard, "5.2", "ㅖ after a consonant other than ㄹ may be read ㅔ"},
    {standard, "5.4", "의 behind the first syllable of a word may be read 이"},
    {standard, "5.4", "the particle 의 may be read 에"},
    {standard, "9", "at the end and before consonants ㄲㅋ are ㄱ, ㅅㅆㅈㅊㅌ are ㄷ, ㅍ is ㅂ"},
    {standard, "10", "ㄳ ㄵ ㄼ ㄽ ㄾ ㅄ keep the first of the two: ㄱ ㄴ ㄹ ㄹ ㄹ ㅂ"},
    {standard, "10 proviso", "밟- before a consonant, and 넓- in 넓죽하다, 넓둥글다, keep ㅂ"},
    {standard, "11", "ㄺ ㄻ ㄿ keep the second of the two: ㄱ ㅁ ㅂ"},
    {standard, "11 proviso", "a stem's ㄺ is ㄹ before ㄱ"},
    {standard, "12.1", "ㅎ (ㄶ ㅀ) with ㄱ ㄷ ㅈ makes ㅋ ㅌ ㅊ"},
    {standard, "12.1 note", "ㄱ ㄷ ㅂ ㅈ with ㅎ make ㅋ ㅌ ㅍ ㅊ"},
    {standard, "12.2", "ㅎ (ㄶ ㅀ) with ㅅ makes ㅆ"},
    {standard, "12.3", "ㅎ before ㄴ is ㄴ"},
    {standard, "12.4", "a stem's ㅎ falls before a vowel"},
    {standard, "13", "a final moves to the vowel of a particle, ending or suffix"},
    {standard, "14", "of two finals the second moves to the vowel; ㅅ becomes ㅆ"},
    {standard, "15", "before a word of its own the final is neutralised, then moves"},
    {standard, "16", "the finals of letter names move as ㅅ, ㄱ, ㅂ"},
    {standard, "17", "ㄷ ㅌ (ㄾ) before the ㅣ of a particle or suffix are ㅈ ㅊ"},
    {standard, "17 note", "ㄷ with 히 makes 치"},
    {standard, "18", "ㄱ ㄷ ㅂ before ㄴ ㅁ are ㅇ ㄴ ㅁ"},
    {standard, "19", "ㄹ after ㅁ ㅇ is ㄴ"},
    {standard, "19 note", "ㄹ after ㄱ ㅂ is ㄴ, and they become ㅇ ㅁ"},
    {standard, "20", "ㄴ beside ㄹ is ㄹ"},
    {standard, "20 proviso", "ㄴ + ㄹ are ㄴㄴ where a suffix follows a word of its own"},
    {standard, "22", "어 after 되, 피 and 오 after 이, 아니 may be read 여, 요"},
    {standard, "23", "after ㄱ ㄷ ㅂ, ㄱ ㄷ ㅂ ㅅ ㅈ are tense"},
    {standard, "24", "after a stem's ㄴ ㅁ, an ending's ㄱ ㄷ ㅅ ㅈ are tense"},
    {standard, "25", "after a stem's ㄼ ㄾ, an ending's ㄱ ㄷ ㅅ ㅈ are tense"},
    {standard, "26", "in Sino-Korean words ㄷ ㅅ ㅈ after ㄹ are tense"},
    {standard, "27", "after the modifier -(으)ㄹ, ㄱ ㄷ ㅂ ㅅ ㅈ are tense"},
    {standard, "27 note",
     "after the ㄹ of an ending that begins with -(으)ㄹ, ㄱ ㄷ ㅂ ㅅ ㅈ are tense"},
    {standard, "28",
     "in a compound the second word's ㄱ ㄷ ㅂ ㅅ ㅈ are tense, without a written ㅅ"},
    {standard, "28", "after 열 and 여덟, a counter's ㄱ ㄷ ㅂ ㅅ ㅈ are tense"},
    {standard, "29", "ㄴ comes in before 이 야 여 요 유 of a second word"},
    {standard, "29 note 1", "the ㄴ that came in is ㄹ after ㄹ"},
    {standard, "30", "사이시옷 before ㄴ ㅁ is ㄴ"},
    {standard, "30.1",
     "사이시옷 makes ㄱ ㄷ ㅂ ㅅ ㅈ tense and is not heard itself, or heard as ㄷ"},
    {munhwaeo, "vowels", "ㅖ after ㄱ ㄹ ㅎ is read ㅔ"},
    {munhwaeo, "assimilation", "ㄱ ㄷ ㅂ before ㄹ are ㅇ ㄴ ㅁ; ㄹ stays"},
};

kt_rule kti_phono_rule(uint32_t index) {
    return kti_rule_in(rules, sizeof rules / sizeof *rules, index);
}

_Static_assert(sizeof rules / sizeof *rules == KTI_STD_END - KTI_RULES_PHONO - 1,
               "a rule without a row");
