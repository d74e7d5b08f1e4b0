#include "words.h"

#include <string.h>

static bool is_plural(const kt_morpheme *m) {
    static const char deul[] = "\xEB\x93\xA4"; /* 들 */
    return m->form.len == 3 && memcmp(m->form.ptr, deul, 3) == 0;
}

lookup lookup_of(const kt_morpheme *m) {
    switch (m->tag) {
    case KT_TAG_NNG:
    case KT_TAG_NNP:
    case KT_TAG_NNB:
    case KT_TAG_NNBC:
    case KT_TAG_NR:
    case KT_TAG_NP:
    case KT_TAG_MM:
    case KT_TAG_MAG:
    case KT_TAG_MAJ:
    case KT_TAG_IC:
    case KT_TAG_XPN:
    case KT_TAG_XR:
    case KT_TAG_SH:
        return LOOKUP_FORM;
    case KT_TAG_XSN:
        return is_plural(m) ? LOOKUP_NOT : LOOKUP_FORM;
    case KT_TAG_VV:
    case KT_TAG_VA:
    case KT_TAG_VCN:
        return LOOKUP_VERB;
    case KT_TAG_SL:
    case KT_TAG_SN:
    case KT_TAG_NA:
        return LOOKUP_FOREIGN;
    default:
        return LOOKUP_NOT;
    }
}

bool is_name(const kt_morpheme *m) {
    if (m->tag == KT_TAG_NNP) return true;
    return m->tag == KT_TAG_NNG && (m->flags & (KT_MORPHEME_UNKNOWN | KT_MORPHEME_USER)) != 0;
}
