/* joints.c - a reading cut into words at white space, and the joint before each. */
#include "analyze/joints.h"

#include "analyze/bond.h"
#include "core/status.h"
#include "core/str.h"
#include "kotext/segment.h"
#include "lexicon/tags.h"
#include "segment/cues.h"

/* The index behind the word that begins at `first`. */
static size_t word_end(const kt_analysis *a, size_t first) {
    uint32_t end = a->morphemes[first].span.end;
    size_t i = first + 1;
    for (; i < a->morpheme_count && a->morphemes[i].span.start <= end; i++)
        if (a->morphemes[i].span.end > end) end = a->morphemes[i].span.end;
    return i;
}

/* One syllable, also of conjoining letters, or three letters of ASCII. */
static bool is_short(kt_str word) {
    enum { SYLLABLE = 3, DECOMPOSED = 3 * SYLLABLE, WIDE = 2 };
    if (word.len <= SYLLABLE) return true;
    return word.len <= DECOMPOSED && kt_width(word) == WIDE && !kti_is_ascii(word.ptr[0]);
}

static kti_word word_of(kt_str text, const kt_morpheme *m, size_t count) {
    kti_word word = {.span = {m->span.start, m[count - 1].span.end},
                     .opened = kti_tag_is_symbol(m->tag)};
    size_t first = 0;
    size_t end = count;
    while (first < end && kti_tag_is_symbol(m[first].tag))
        first++;
    while (end > first && kti_tag_is_symbol(m[end - 1].tag))
        end--;
    if (end < count || first == end) word.mark = &m[count - 1];
    if (first == end) return word;
    word.first = &m[first];
    word.last = &m[end - 1];
    word.is_short = is_short(kti_str_cut(text, m[first].span.start, m[end - 1].span.end));
    return word;
}

/* English between Latin words, Korean grammar elsewhere. */
static kti_bond bond_at(kt_str text, const kti_word *left, const kti_word *right) {
    const kt_morpheme *before = left->last;
    const kt_morpheme *behind = right->first;
    if (before != NULL && behind != NULL && before->tag == KT_TAG_SL && behind->tag == KT_TAG_SL)
        return kti_cue_english(kti_str_span(text, left->span), kti_str_span(text, right->span));
    return kti_bond_of(left, right);
}

kt_status kti_joints_of(kt_str text, const kt_analysis *a, kti_arena *arena, kti_joints *out) {
    kti_joint *items = kti_arena_take(arena, (a->morpheme_count + 1) * sizeof *items);
    if (items == NULL) return KT_ERR_NOMEM;
    kti_word left = {.first = NULL};
    *out = (kti_joints){items, 0};
    for (size_t i = 0; i < a->morpheme_count;) {
        size_t end = word_end(a, i);
        kti_word right = word_of(text, a->morphemes + i, end - i);
        if (i > 0)
            items[out->count++] =
                (kti_joint){a->morphemes[i].span.start, bond_at(text, &left, &right)};
        left = right;
        i = end;
    }
    return KT_OK;
}
