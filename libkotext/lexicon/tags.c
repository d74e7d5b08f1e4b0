#include "lexicon/tags.h"

#include "core/str.h"

static const char *const names[KT_TAGS] = {
    [KT_TAG_NONE] = "",     [KT_TAG_NNG] = "NNG", [KT_TAG_NNP] = "NNP", [KT_TAG_NNB] = "NNB",
    [KT_TAG_NNBC] = "NNBC", [KT_TAG_NR] = "NR",   [KT_TAG_NP] = "NP",   [KT_TAG_VV] = "VV",
    [KT_TAG_VA] = "VA",     [KT_TAG_VX] = "VX",   [KT_TAG_VCP] = "VCP", [KT_TAG_VCN] = "VCN",
    [KT_TAG_MM] = "MM",     [KT_TAG_MAG] = "MAG", [KT_TAG_MAJ] = "MAJ", [KT_TAG_IC] = "IC",
    [KT_TAG_JKS] = "JKS",   [KT_TAG_JKC] = "JKC", [KT_TAG_JKG] = "JKG", [KT_TAG_JKO] = "JKO",
    [KT_TAG_JKB] = "JKB",   [KT_TAG_JKV] = "JKV", [KT_TAG_JKQ] = "JKQ", [KT_TAG_JX] = "JX",
    [KT_TAG_JC] = "JC",     [KT_TAG_EP] = "EP",   [KT_TAG_EF] = "EF",   [KT_TAG_EC] = "EC",
    [KT_TAG_ETN] = "ETN",   [KT_TAG_ETM] = "ETM", [KT_TAG_XPN] = "XPN", [KT_TAG_XSN] = "XSN",
    [KT_TAG_XSV] = "XSV",   [KT_TAG_XSA] = "XSA", [KT_TAG_XR] = "XR",   [KT_TAG_SF] = "SF",
    [KT_TAG_SE] = "SE",     [KT_TAG_SSO] = "SSO", [KT_TAG_SSC] = "SSC", [KT_TAG_SC] = "SC",
    [KT_TAG_SY] = "SY",     [KT_TAG_SL] = "SL",   [KT_TAG_SH] = "SH",   [KT_TAG_SN] = "SN",
    [KT_TAG_NA] = "NA",
};

const char *kt_tag_id(kt_tag tag) {
    return (unsigned)tag < KT_TAGS ? names[tag] : "";
}

kt_tag kti_tag_of(kt_str name) {
    for (unsigned i = 1; i < KT_TAGS; i++)
        if (kti_str_eq(name, kti_str(names[i]))) return (kt_tag)i;
    return KT_TAG_NA;
}

bool kti_tag_is_noun(kt_tag tag) {
    return tag >= KT_TAG_NNG && tag <= KT_TAG_NP;
}

bool kti_tag_is_josa(kt_tag tag) {
    return tag >= KT_TAG_JKS && tag <= KT_TAG_JC;
}

bool kti_tag_is_eomi(kt_tag tag) {
    return tag >= KT_TAG_EP && tag <= KT_TAG_ETM;
}

bool kti_tag_is_predicate(kt_tag tag) {
    return tag >= KT_TAG_VV && tag <= KT_TAG_VCN;
}

bool kti_tag_is_symbol(kt_tag tag) {
    return tag >= KT_TAG_SF && tag <= KT_TAG_SY;
}
