/* rule.h - the numbers in kt_edit.rule: a layer's base plus its own index (from 1).
 *
 * Each layer with rules keeps one table of kt_rule and a function that reads it; engine/explain.c
 * joins them behind kt_rule_info(). Numbers are not part of the ABI: they may move between
 * versions, articles do not.
 */
#ifndef KTI_CORE_RULE_H
#define KTI_CORE_RULE_H

#include "kotext/text.h"

enum {
    KTI_RULES_NORMALIZE = 1 << 16,
    KTI_RULES_HANJA = 2 << 16,
    KTI_RULES_PHONO = 3 << 16,
    KTI_RULES_ROMANIZE = 4 << 16,
    KTI_RULES_TRANSLIT = 5 << 16,
    KTI_RULES_JOSA = 6 << 16,
    KTI_RULES_SPACE = 7 << 16,
    KTI_RULES_GLOSSARY = 8 << 16,
    KTI_RULES_LANGUAGES = 9 << 16,
    KTI_RULE_INDEX = 0xFFFF /* mask of the layer's own index */
};

/* The row of a table of a layer's own; all "" for 0 and beyond its end. */
static inline kt_rule kti_rule_in(const kt_rule *rows, size_t count, uint32_t index) {
    return index > 0 && index <= count ? rows[index - 1] : (kt_rule){"", "", ""};
}

#endif
