#include "hanja/hanja.h"

static const char spelling[] = "Hangul Orthography";
static const char readings[] = "Hanja readings";

/* In the order of the enum. */
static const kt_rule rules[] = {
    {readings, "word", "a word of the list, as it is read"},
    {readings, "character", "the commonest reading of a character"},
    {readings, "KS X 1001", "a compatibility ideograph stands for one reading"},
    {spelling, "10", "녀 뇨 뉴 니 begin a word as 여 요 유 이"},
    {spelling, "11", "랴 려 례 료 류 리 begin a word as 야 여 예 요 유 이"},
    {spelling, "12", "라 래 로 뢰 루 르 begin a word as 나 내 노 뇌 누 느"},
    {spelling, "11 note 1", "렬 률 after a vowel or ㄴ are 열 율"},
    {readings, "不", "不 is 부 before ㄷ and ㅈ"},
    {readings, "place", "a character as names of places have it"},
    {readings, "word list", "the reading that is a word of the Korean word list"},
    {"Chosŏnmal, Spelling", "25", "Hanja keep their own sound wherever they stand: 력사, 녀성"},
    {spelling, "10", "the bound nouns 년 and 냥 keep their sound behind a number: 3년생"},
    {readings, "brackets", "Hanja in brackets behind their own reading are left out"},
};

kt_rule kti_hanja_rule(uint32_t index) {
    return kti_rule_in(rules, sizeof rules / sizeof *rules, index);
}

_Static_assert(sizeof rules / sizeof *rules == KTI_HANJA_RULES_END - KTI_RULES_HANJA - 1,
               "a rule without a row");
