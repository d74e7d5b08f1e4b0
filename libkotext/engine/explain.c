/* explain.c - which standard and article a rule number stands for. */
#include "analyze/agree.h"
#include "core/rule.h"
#include "glossary/terms.h"
#include "hanja/hanja.h"
#include "languages/languages.h"
#include "normalize/normalize.h"
#include "phono/phono.h"
#include "romanize/romanize.h"
#include "spacing/spacing.h"
#include "translit/clauses.h"

kt_rule kt_rule_info(uint32_t rule) {
    switch (rule & ~(uint32_t)KTI_RULE_INDEX) {
    case KTI_RULES_NORMALIZE:
        return kti_normalize_rule(rule & KTI_RULE_INDEX);
    case KTI_RULES_HANJA:
        return kti_hanja_rule(rule & KTI_RULE_INDEX);
    case KTI_RULES_PHONO:
        return kti_phono_rule(rule & KTI_RULE_INDEX);
    case KTI_RULES_ROMANIZE:
        return kti_romanize_rule(rule & KTI_RULE_INDEX);
    case KTI_RULES_TRANSLIT:
        return kti_translit_rule(rule & KTI_RULE_INDEX);
    case KTI_RULES_JOSA:
        return kti_josa_rule(rule & KTI_RULE_INDEX);
    case KTI_RULES_SPACE:
        return kti_spacing_rule(rule & KTI_RULE_INDEX);
    case KTI_RULES_GLOSSARY:
        return kti_glossary_rule(rule & KTI_RULE_INDEX);
    case KTI_RULES_LANGUAGES:
        return kti_language_rule(rule & KTI_RULE_INDEX);
    default:
        return (kt_rule){"", "", ""};
    }
}
