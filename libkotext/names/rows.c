#include "names/rows.h"

#include "analyze/josa.h"
#include "core/str.h"

kt_name_type kti_row_type(const kti_entry *e) {
    switch (e->kind) {
    case KTI_ENTRY_PERSON:
        return KT_NAME_PERSON;
    case KTI_ENTRY_PLACE:
        return KT_NAME_PLACE;
    case KTI_ENTRY_ORG:
        return KT_NAME_ORG;
    case KTI_ENTRY_HEADLINE:
        return kti_str_eq(e->detail, KTI_STR("person")) ? KT_NAME_PERSON : KT_NAME_PLACE;
    case KTI_ENTRY_USER:
        if (kti_str_eq(e->detail, KTI_STR("PER"))) return KT_NAME_PERSON;
        if (kti_str_eq(e->detail, KTI_STR("LOC"))) return KT_NAME_PLACE;
        return kti_str_eq(e->detail, KTI_STR("ORG")) ? KT_NAME_ORG : KT_NAME_OTHER;
    default:
        return KT_NAME_OTHER;
    }
}

bool kti_row_is_name(const kti_entry *e) {
    if (!kti_names_something(e->kind)) return false;
    bool word = e->kind == KTI_ENTRY_HEADLINE && (kti_str_eq(e->detail, KTI_STR("word")) ||
                                                  kti_str_eq(e->detail, KTI_STR("office")));
    return !word;
}

/* Whether `form` is `row` with no space that this has not. */
static bool is_spaced_as(kt_str row, kt_str form) {
    size_t at = 0;
    for (size_t i = 0; i < form.len; i++, at++) {
        if (at < row.len && row.ptr[at] == ' ' && form.ptr[i] != ' ') at++;
        if (at == row.len || row.ptr[at] != form.ptr[i]) return false;
    }
    return at == row.len;
}

bool kti_row_is_written_so(const kti_entry *e, kt_str form) {
    kt_str also = e->also_korean;
    if (is_spaced_as(e->korean, form)) return true;
    while (also.len > 0)
        if (is_spaced_as(kti_str_next_field(&also, '|'), form)) return true;
    return false;
}

/* Of the Japanese, whose surnames come first. */
bool kti_row_is_family_name(const kti_entry *e, kt_str form) {
    kt_str full = e->korean;
    return kti_str_eq(e->region, KTI_STR("jp")) && full.len > form.len &&
           kti_str_starts(full, form) && full.ptr[form.len] == ' ';
}

bool kti_row_is_last_name(const kti_entry *e, kt_str form) {
    kt_str full = e->korean;
    if (kti_row_is_family_name(e, form)) return true;
    return full.len > form.len && kti_str_ends(full, form) &&
           full.ptr[full.len - form.len - 1] == ' ';
}

bool kti_is_attached(kt_str rest) {
    static const char *const words[] = {
        "산",   "행",   "발",   "군",   "인",   "인들", "계", "측", "당국", "정부", "대표",
        "주재", "지역", "시민", "주민", "대학", "사람", "제", "식", "주",   "시",   "도",
        "발언", "내",   "외",   "간",   "파",   "형",   "팀", "씨", "님"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        kt_str w = kti_str(words[i]);
        if (kti_str_starts(rest, w) && kti_josa_fits(w, kti_str_cut(rest, w.len, rest.len)))
            return true;
    }
    return false;
}
