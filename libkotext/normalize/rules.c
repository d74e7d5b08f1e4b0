#include "normalize/normalize.h"

static const char practice[] = "Korean text practice";

/* In the order of the enum. */
static const kt_rule rules[] = {
    {"Unicode Normalization Forms", "UAX 15", "the Unicode form that was asked for"},
    {practice, "compat-jamo", "letters typed one by one become a syllable"},
    {practice, "halfwidth", "a half-width letter becomes a full one"},
    {practice, "conjoining", "a conjoining letter that stands alone becomes a plain one"},
    {practice, "middle-dot", "one middle dot for all that look like it"},
    {practice, "quotes", "typographic quotes become ASCII ones"},
    {practice, "fullwidth", "full-width ASCII becomes ASCII"},
    {practice, "zero-width", "invisible characters are dropped"},
    {practice, "controls", "control characters are dropped"},
    {practice, "hanja", "a compatibility ideograph becomes the unified one"},
    {practice, "spaces", "one space for all that are as wide"},
    {"The Unicode Standard", "3.9", "ill-formed bytes become U+FFFD"},
};

kt_rule kti_normalize_rule(uint32_t index) {
    return kti_rule_in(rules, sizeof rules / sizeof *rules, index);
}

_Static_assert(sizeof rules / sizeof *rules == KTI_NORM_END - KTI_RULES_NORMALIZE - 1,
               "a rule without a row");
