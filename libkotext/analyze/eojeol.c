/* eojeol.c - morphemes gathered into eojeols. A particle is cut off what a particle may follow: a
 * noun phrase, not a verb form (먹지는, 가서도). */
#include "analyze/analyze.h"
#include "core/status.h"
#include "core/str.h"
#include "lexicon/tags.h"

/* Marks that part eojeols; what stands inside a number or a word does not. */
static bool parts(kt_tag tag) {
    return kti_tag_is_symbol(tag);
}

static bool is_nominal(kt_tag tag) {
    return kti_tag_is_noun(tag) || tag == KT_TAG_XSN || tag == KT_TAG_XR || tag == KT_TAG_SL ||
           tag == KT_TAG_SH || tag == KT_TAG_SN || tag == KT_TAG_NA;
}

static bool is_verbal(kt_tag tag) {
    return kti_tag_is_predicate(tag) || tag == KT_TAG_XSV || tag == KT_TAG_XSA ||
           kti_tag_is_eomi(tag);
}

/* The first of the particles that end the morphemes; `count` when none do. */
static size_t first_josa(const kt_morpheme *m, size_t count) {
    size_t at = count;
    while (at > 0 && kti_tag_is_josa(m[at - 1].tag))
        at--;
    return at;
}

static void set_kind(kt_eojeol *e, const kt_morpheme *m) {
    size_t josa = first_josa(m, e->count);
    e->stem = e->span;
    e->josa = (kt_span){e->span.end, e->span.end};
    if (josa == 0) return;
    kt_tag last = m[josa - 1].tag;
    bool verbal = false;
    for (size_t i = 0; i < josa; i++)
        verbal = verbal || is_verbal(m[i].tag);
    if (verbal && !is_nominal(last)) {
        e->kind = KT_EOJEOL_PREDICATE;
    } else if (is_nominal(last)) {
        e->kind = KT_EOJEOL_NOMINAL;
        if (josa == e->count) return;
        e->josa.start = e->stem.end = m[josa].span.start;
    }
}

static bool continues(const kt_morpheme *before, const kt_morpheme *m) {
    return m->span.start <= before->span.end && !parts(before->tag) && !parts(m->tag);
}

kt_status kti_eojeols_of(const kt_morpheme *m, size_t count, kti_arena *arena, kt_eojeol **eojeols,
                         size_t *eojeol_count) {
    kt_eojeol *list = kti_arena_take(arena, (count + 1) * sizeof *list);
    size_t made = 0;
    if (list == NULL) return KT_ERR_NOMEM;
    for (size_t i = 0; i < count;) {
        size_t end = i + 1;
        while (end < count && continues(&m[end - 1], &m[end]))
            end++;
        list[made] = (kt_eojeol){.span = {m[i].span.start, m[end - 1].span.end},
                                 .first = (uint32_t)i,
                                 .count = (uint32_t)(end - i)};
        set_kind(&list[made++], m + i);
        i = end;
    }
    *eojeols = list;
    *eojeol_count = made;
    return KT_OK;
}
