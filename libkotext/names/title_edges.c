#include "names/title_edges.h"

#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "unicode/props.h"

enum { LONGEST = 16 };

/* As keys are folded (lexicon/keys.h). */
static uint32_t plain(uint32_t cp) {
    if (cp < 0x80) return (unsigned char)kti_ascii_lower((char)cp);
    return kti_is_syllable(cp) ? cp : kti_cp_lower(kti_cp_base(cp));
}

static uint32_t hash_on(uint32_t hash, uint32_t cp) {
    hash = (hash ^ plain(cp)) * 0x9E3779B1u;
    return hash ^ hash >> 15;
}

static void mark(uint64_t *bits, uint32_t hash) {
    bits[hash % KTI_TITLE_BITS / 64] |= (uint64_t)1 << hash % 64;
}

static bool is_marked(const uint64_t *bits, uint32_t hash) {
    return (bits[hash % KTI_TITLE_BITS / 64] >> hash % 64 & 1) != 0;
}

static uint32_t joint_of(uint32_t before, uint32_t behind) {
    return hash_on(hash_on(0, before), behind);
}

static void mark_title(kti_title_edges *out, kt_str title) {
    uint32_t hash = 0, before = 0, first = 0, second = 0, last = 0;
    for (size_t at = 0; at < title.len;) {
        kti_cp unit = kti_utf8_at(title, at);
        at += unit.len;
        if (unit.cp == ' ') continue;
        if (before != 0) {
            mark(out->heads, hash);
            mark(out->joints, joint_of(before, unit.cp));
        }
        if (before != 0 && second == 0) second = unit.cp;
        if (before == 0) first = unit.cp;
        hash = hash_on(hash, unit.cp);
        last = before;
        before = unit.cp;
    }
    if (before == 0) return;
    mark(out->begins, joint_of(first, second));
    mark(out->ends, joint_of(last, before));
}

void kti_title_edges_find(const kti_lexicon *lexicon, kti_title_edges *out) {
    *out = (kti_title_edges){.heads = {0}};
    for (uint32_t id = 0; id < kti_lexicon_entries(lexicon); id++) {
        if (kti_lexicon_kind(lexicon, id) != KTI_ENTRY_TITLE) continue;
        kti_entry e = kti_lexicon_entry(lexicon, id);
        mark_title(out, e.korean);
        while (e.also_korean.len > 0)
            mark_title(out, kti_str_next_field(&e.also_korean, '|'));
    }
}

bool kti_title_may_begin(const kti_title_edges *edges, kt_str text) {
    if (text.len == 0) return false;
    kti_cp first = kti_utf8_at(text, 0);
    size_t at = first.len;
    while (at < text.len && text.ptr[at] == ' ')
        at++;
    uint32_t second = at < text.len ? kti_utf8_at(text, at).cp : 0;
    return is_marked(edges->begins, joint_of(first.cp, 0)) ||
           is_marked(edges->begins, joint_of(first.cp, second));
}

bool kti_title_may_end(const kti_title_edges *edges, kt_str word) {
    if (word.len == 0) return false;
    kti_cp last = kti_utf8_before(word, word.len);
    size_t at = word.len - last.len;
    uint32_t before = at > 0 ? kti_utf8_before(word, at).cp : 0;
    return is_marked(edges->ends, joint_of(0, last.cp)) ||
           is_marked(edges->ends, joint_of(before, last.cp));
}

bool kti_title_goes_on(const kti_title_edges *edges, kt_str word) {
    uint32_t hash = 0;
    if (word.len > (size_t)LONGEST * 3) return false;
    for (size_t at = 0; at < word.len; at += kti_utf8_at(word, at).len)
        hash = hash_on(hash, kti_utf8_at(word, at).cp);
    return word.len > 0 && is_marked(edges->heads, hash);
}

bool kti_title_goes_across(const kti_title_edges *edges, kt_str word, kt_str next) {
    if (word.len == 0 || next.len == 0) return false;
    uint32_t before = kti_utf8_before(word, word.len).cp, behind = kti_utf8_at(next, 0).cp;
    return is_marked(edges->joints, joint_of(before, behind));
}
