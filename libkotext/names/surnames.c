#include "names/surnames.h"

#include "core/str.h"
#include "core/utf8.h"
#include "names/offices.h"

enum { SYLLABLE = 3, LONGEST = 4 * SYLLABLE };

/* Whether a surname is that of 한동훈, or of 수전 리. */
static bool is_surname_of(kt_str surname, kt_str name) {
    if (surname.len == 0 || name.len <= surname.len) return false;
    bool foreign = kti_str_find(name, KTI_STR(" "), 0) < name.len;
    if (foreign) return kti_str_ends(name, surname) && name.ptr[name.len - surname.len - 1] == ' ';
    return name.len <= LONGEST && kti_str_starts(name, surname);
}

bool kti_may_be_surname(kt_str text, kt_span word) {
    if (!kti_is_time_of_office(kti_str_span(text, word))) return true;
    if (word.start == 0 || text.ptr[word.start - 1] == '\n') return true;
    if (text.ptr[word.start - 1] != ' ' || word.start < 2) return false;
    kti_cp before = kti_utf8_before(text, word.start - 1);
    return before.cp == '.' || before.cp == '?' || before.cp == '!' || before.cp == '"' ||
           before.cp == 0x201D;
}

void kti_recall_surnames(const kti_weigher *w) {
    enum { REACH = 48 };
    static const float sure = 0.7F, named = 0.8F;
    for (size_t i = 0; i < w->list->count; i++) {
        kti_candidate *c = &w->list->items[i];
        if (!c->surname_only || c->title.end == 0 || c->confidence >= sure) continue;
        if (!kti_may_be_surname(w->text, c->span)) continue;
        for (size_t j = i; j-- > 0 && i - j < REACH && c->confidence < sure;) {
            const kti_candidate *full = &w->list->items[j];
            if (full->type == KT_NAME_PERSON && !full->surname_only && full->confidence >= sure &&
                is_surname_of(kti_str_span(w->text, c->span), kti_str_span(w->text, full->span)))
                c->confidence = named;
        }
    }
}
