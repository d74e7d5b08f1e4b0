/* explain.c - which standard and article a rule number stands for. */
#include "core/rule.h"

kt_rule kt_rule_info(uint32_t rule) {
    switch (rule & ~(uint32_t)KTI_RULE_INDEX) {
    /* One case per layer: KTI_RULES_PHONO: return kti_phono_rule(rule & KTI_RULE_INDEX); */
    default:
        return (kt_rule){"", "", ""};
    }
}
