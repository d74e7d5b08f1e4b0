#include "analyze/other_words.h"

#include "analyze/josa.h"
#include "core/str.h"

bool kti_begins_noun(kt_str text, const kt_morpheme *m, kt_span name) {
    if (m->tag != KT_TAG_NNG || (m->flags & KT_MORPHEME_UNKNOWN) != 0) return false;
    if (m->span.start != name.start || m->span.end <= name.end) return false;
    kt_str rest = kti_str_cut(text, name.end, m->span.end);
    return kti_josa_fits(kti_str_span(text, name), rest);
}

bool kti_is_common_noun(kt_str text, const kt_morpheme *first, const kt_morpheme *m, kt_span name) {
    bool whole = m->span.start == name.start && m->span.end == name.end;
    if (m->tag != KT_TAG_NNG || !whole || m == first || m[-1].tag != KT_TAG_NNG) return false;
    bool behind = m[-1].span.end + 1 == name.start && text.ptr[m[-1].span.end] == ' ';
    kt_str rest = kti_str_cut(text, name.end, text.len);
    bool place = kti_str_starts(rest, KTI_STR("에")) || kti_str_starts(rest, KTI_STR("로")) ||
                 kti_str_starts(rest, KTI_STR("으로"));
    return behind && !place;
}

bool kti_is_number(const kt_morpheme *m, const kt_morpheme *end, kt_span name) {
    const kt_morpheme *next = m;
    while (next < end && next->span.end <= name.end)
        if ((next++)->tag != KT_TAG_NR) return false;
    return next > m && next < end && next->tag == KT_TAG_NNBC;
}
