#include "romanize/romanize.h"

static const char rr[] = "Revised Romanization";

/* In the order of the enum. */
static const kt_rule rules[] = {
    {rr, "2", "each vowel and consonant has its letters"},
    {rr, "3.1", "sound changes are written, tensing is not"},
    {rr, "3.2", "a hyphen where two syllables could be read another way"},
    {rr, "3.3", "a proper noun begins with a capital"},
    {rr, "3.4", "a person: surname, space, given name, without assimilation"},
    {rr, "3.5", "a division's suffix follows a hyphen, no sound change across it"},
    {rr, "3.5", "a numbered division: the number, its reading, the suffix"},
    {rr, "2 (letters)", "a letter that stands alone"},
};

kt_rule kti_romanize_rule(uint32_t index) {
    bool known = index >= 1 && index <= sizeof rules / sizeof *rules;
    return known ? rules[index - 1] : (kt_rule){"", "", ""};
}

_Static_assert(sizeof rules / sizeof *rules == KTI_RR_END - KTI_RULES_ROMANIZE - 1,
               "a rule without a row");
