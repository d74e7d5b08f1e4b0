#include "align/own_name.h"

#include "align/adjective.h"
#include "core/str.h"

enum { ROWS = 8 };

bool kti_is_indirect(kt_evidence evidence) {
    return evidence == KT_EVIDENCE_ADJECTIVE || evidence == KT_EVIDENCE_METONYM ||
           evidence == KT_EVIDENCE_PART;
}

static bool lists(kt_str list, kt_str text) {
    while (list.len > 0)
        if (kti_str_eq_nocase(kti_str_next_field(&list, '|'), text)) return true;
    return false;
}

/* Whether `last` is the last words of `name`: Korea, of South Korea. */
static bool ends_with_word(kt_str name, kt_str last) {
    return name.len > last.len && kti_str_ends(name, last) &&
           name.ptr[name.len - last.len - 1] == ' ';
}

static bool begin_alike(kt_str a, kt_str b) {
    enum { STEM = 4 };
    return a.len >= STEM && b.len >= STEM &&
           kti_str_eq_nocase(kti_str_cut(a, 0, STEM), kti_str_cut(b, 0, STEM));
}

/* South Korea, or Korea for who says Korean. */
static kt_str place_of(const kti_entry *e, kt_str adjective) {
    for (kt_str also = e->also_english; also.len > 0;) {
        kt_str name = kti_str_next_field(&also, '|');
        if (ends_with_word(e->english, name) && begin_alike(name, adjective)) return name;
    }
    return e->english;
}

static bool same_but_spaces(kt_str a, kt_str b) {
    size_t i = 0, k = 0;
    while (i < a.len || k < b.len) {
        if (i < a.len && a.ptr[i] == ' ')
            i++;
        else if (k < b.len && b.ptr[k] == ' ')
            k++;
        else if (i == a.len || k == b.len || a.ptr[i++] != b.ptr[k++])
            return false;
    }
    return true;
}

/* Of a row that the Korean is a name of. A last name may be all that the Korean has, too. */
static kt_str name_in(const kti_entry *e, kt_str korean, kt_str english, kt_evidence evidence) {
    static const kt_str none = {"", 0};
    if (e->kind == KTI_ENTRY_USER) return e->english;
    if (evidence == KT_EVIDENCE_ADJECTIVE)
        return lists(e->adjective, english) ? place_of(e, english) : none;
    if (evidence == KT_EVIDENCE_METONYM) return lists(e->metonym, english) ? e->english : none;
    return e->kind == KTI_ENTRY_PERSON && same_but_spaces(e->korean, korean) ? e->english : none;
}

kt_str kti_own_name(const kti_matcher *m, kt_str korean, kt_str english, kt_evidence evidence,
                    char room[KTI_OWN_NAME_MOST]) {
    kti_hit hits[ROWS];
    kt_str found = {"", 0};
    size_t count = kti_lexicon_korean_whole(m->lexicon, korean, hits, ROWS);
    for (size_t i = 0; i < count; i++) {
        kti_entry e = kti_lexicon_entry(m->lexicon, hits[i].entry);
        kt_str name = name_in(&e, korean, english, evidence);
        if (name.len > 0 && e.kind == KTI_ENTRY_USER) return name;
        if (found.len == 0) found = name;
    }
    if (found.len > 0 || evidence != KT_EVIDENCE_ADJECTIVE) return found;
    return kti_place_of_adjective(m, korean, english, room, KTI_OWN_NAME_MOST);
}
