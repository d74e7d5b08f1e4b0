#include "align/adjective.h"

#include <string.h>

#include "core/str.h"

#define T(text) KTI_STR_INIT(text)

const kti_adjective_ending kti_adjective_endings[KTI_ADJECTIVE_ENDINGS] = {
    {T("ean"), T("e")}, {T("ean"), T("")},  {T("ian"), T("ia")}, {T("ian"), T("")},
    {T("ian"), T("y")}, {T("an"), T("a")},  {T("an"), T("")},    {T("i"), T("")},
    {T("ese"), T("")},  {T("ese"), T("a")}, {T("ish"), T("")},
};

#undef T

kt_str kti_place_by_ending(const kti_adjective_ending *ending, kt_str adjective, char *room,
                           size_t size) {
    enum { SHORTEST_STEM = 3 };
    kt_str place = ending->place;
    if (adjective.len < ending->adjective.len + SHORTEST_STEM || adjective.len > size ||
        !kti_str_ends(adjective, ending->adjective))
        return KTI_STR("");
    size_t stem = adjective.len - ending->adjective.len;
    memcpy(room, adjective.ptr, stem);
    if (place.len > 0) memcpy(room + stem, place.ptr, place.len);
    return (kt_str){room, stem + place.len};
}

kt_str kti_place_of_adjective(const kti_matcher *m, kt_str hangul, kt_str adjective, char *room,
                              size_t size) {
    kti_prepared prepared;
    size_t best = KTI_ADJECTIVE_ENDINGS;
    double most = 0.3; /* less is by chance */
    kti_match_prepare(m, hangul, &prepared);
    for (size_t i = 0; i < KTI_ADJECTIVE_ENDINGS; i++) {
        kt_str place = kti_place_by_ending(&kti_adjective_endings[i], adjective, room, size);
        double score = place.len > 0 ? kti_match_spelling(m, &prepared, place, NULL) : 0;
        if (score <= most) continue;
        most = score;
        best = i;
    }
    if (best == KTI_ADJECTIVE_ENDINGS) return KTI_STR("");
    return kti_place_by_ending(&kti_adjective_endings[best], adjective, room, size);
}
