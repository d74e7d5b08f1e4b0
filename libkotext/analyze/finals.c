/* An ending that can close a sentence closes it unless what follows takes it up: 간다고 / 간다
 * 하더라 / 왔다 갔다 / 할까 말까. */
#include "analyze/finals.h"

#include "core/status.h"
#include "core/str.h"
#include "lexicon/tags.h"

static bool ends_with(kt_str form, const char *const *list, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (kti_str_ends(form, kti_str(list[i]))) return true;
    return false;
}

#define ENDS(form, list) ends_with((form), (list), sizeof(list) / sizeof *(list))

/* Forms that close a sentence whatever they are tagged: polite and plain declaratives, and 요
 * behind any ending. */
static const char *const closing[] = {"니다", "요", "죠", "네", "군", "구나", "거든", "더라"};
/* Endings by which web and note style turn a sentence into a noun. */
static const char *const noted[] = {"ㅁ", "음", "슴"};

static bool is_closing(const kt_morpheme *m) {
    switch (m->tag) {
    case KT_TAG_EF:
        return true;
    case KT_TAG_EC:
        return ENDS(m->form, closing) || kti_str_ends(m->form, KTI_STR("다"));
    case KT_TAG_ETN:
        return ENDS(m->form, noted);
    case KT_TAG_JX:
        return kti_str_eq(m->form, KTI_STR("요"));
    default:
        return false;
    }
}

/* What takes up the sentence before it: quoting and thinking verbs, auxiliaries, particles. */
static bool takes_up(const kt_morpheme *m) {
    static const char *const verbs[] = {"하", "그러", "싶", "보", "말", "치", "듯하"};
    if (kti_tag_is_josa(m->tag) || m->tag == KT_TAG_VX || m->tag == KT_TAG_VCP) return true;
    if (m->tag != KT_TAG_VV && m->tag != KT_TAG_XSV && m->tag != KT_TAG_VA) return false;
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (kti_str_eq(m->form, kti_str(verbs[i]))) return true;
    return false;
}

static bool is_final(const kt_analysis *a, size_t index) {
    const kt_eojeol *e = &a->eojeols[index];
    const kt_morpheme *last = &a->morphemes[e->first + e->count - 1];
    if (e->kind != KT_EOJEOL_PREDICATE) return false;
    if (index + 1 == a->eojeol_count) return is_closing(last);
    const kt_eojeol *next = &a->eojeols[index + 1];
    const kt_morpheme *first = &a->morphemes[next->first];
    if (first->tag == KT_TAG_MAJ && kti_str_ends(last->form, KTI_STR("지"))) return true;
    if (!is_closing(last)) return false;
    if (takes_up(first)) return false;
    /* 왔다 갔다: 다 joins two predicates more often than it ends one before the other. */
    bool bare = last->tag == KT_TAG_ETN || (last->tag == KT_TAG_EC && !ENDS(last->form, closing));
    bool goes_on = next->kind == KT_EOJEOL_PREDICATE || kti_str_eq(first->form, KTI_STR("없이"));
    return !(bare && goes_on);
}

kt_status kti_finals_of(const kt_analysis *a, kti_arena *arena, kt_token **tokens, size_t *count) {
    *count = 0;
    *tokens = kti_arena_take(arena, (a->eojeol_count + 1) * sizeof **tokens);
    if (*tokens == NULL) return KT_ERR_NOMEM;
    for (size_t i = 0; i < a->eojeol_count; i++) {
        kt_span span = a->eojeols[i].span;
        if (is_final(a, i))
            (*tokens)[(*count)++] = (kt_token){span, a->eojeols[i].stem, KT_TOKEN_FINAL};
    }
    return KT_OK;
}
