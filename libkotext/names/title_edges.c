#include "names/title_edges.h"

#include "core/str.h"
#include "core/utf8.h"

enum { LONGEST = 16 };

/* Titles are looked for without capitals. */
static uint32_t plain(uint32_t cp) {
    return cp < 0x80 ? (unsigned char)kti_ascii_lower((char)cp) : cp;
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
    uint32_t hash = 0, before = 0;
    for (size_t at = 0; at < title.len;) {
        kti_cp unit = kti_utf8_at(title, at);
        at += unit.len;
        if (unit.cp == ' ') continue;
        if (before != 0) {
            mark(out->heads, hash);
            mark(out->joints, joint_of(before, unit.cp));
        }
        hash = hash_on(hash, unit.cp);
        before = unit.cp;
    }
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
