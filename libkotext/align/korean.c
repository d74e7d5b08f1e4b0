#include "align/korean.h"

#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "names/detect.h"

static void add_entries(const kti_lexicon *lexicon, kt_str text, kti_ko_name *name) {
    enum { HITS = 16 };
    kti_hit hits[HITS];
    kt_str from = kti_str_cut(text, name->span.start, text.len);
    size_t count = kti_lexicon_korean_prefixes(lexicon, from, hits, HITS);
    uint32_t length = name->span.end - name->span.start;
    for (size_t i = 0; i < count && name->entry_count < KTI_KO_ENTRIES; i++) {
        if (hits[i].len != length) continue;
        if (!kti_names_something(kti_lexicon_entry(lexicon, hits[i].entry).kind)) continue;
        name->also[name->entry_count] = hits[i].also;
        name->entries[name->entry_count++] = hits[i].entry;
    }
}

/* Whether a stretch stands in brackets right behind Hangul: it says again what the Hangul says. */
static bool is_gloss(kt_str text, kt_span span) {
    enum { LONGEST = 80 };
    size_t at = span.start, least = at > LONGEST ? at - LONGEST : 0;
    while (at > least && text.ptr[at - 1] != '(' && text.ptr[at - 1] != ')' &&
           text.ptr[at - 1] != '\n')
        at--;
    if (at < 2 || text.ptr[at - 1] != '(') return false;
    return kti_is_syllable(kti_utf8_before(text, at - 1).cp);
}

static bool is_latin_at(kt_str text, size_t at) {
    return at < text.len && kti_is_ascii_alpha(text.ptr[at]);
}

/* Whether another Latin word stands beside it, with a space, hyphen or the like between. */
static bool is_among_latin(kt_str text, kt_span span) {
    enum { REACH = 4 }; /* 's is no word of its own */
    size_t before = span.start, behind = span.end;
    while (before > 0 && span.start - before < REACH &&
           (unsigned char)text.ptr[before - 1] < 0x80 && text.ptr[before - 1] != '\n' &&
           !is_latin_at(text, before - 1))
        before--;
    while (behind < text.len && behind - span.end < REACH &&
           (unsigned char)text.ptr[behind] < 0x80 && text.ptr[behind] != '\n' &&
           !is_latin_at(text, behind))
        behind++;
    return (before > 0 && before < span.start && is_latin_at(text, before - 1)) ||
           (behind > span.end && is_latin_at(text, behind));
}

/* Words of the Latin gloss of a name (걸프뉴스(Gulf News)), and of English that the Korean quotes,
 * are no names by themselves; initials may be (국제원자력기구(IAEA)). */
static bool is_part_of_gloss(kt_str text, kt_span span) {
    bool small = false;
    for (size_t at = span.start; at < span.end; at++) {
        if ((unsigned char)text.ptr[at] >= 0x80) return false;
        small = small || (text.ptr[at] >= 'a' && text.ptr[at] <= 'z');
    }
    return small && (is_gloss(text, span) || is_among_latin(text, span));
}

kt_status kti_korean_read(const kti_lexicon *lexicon, kti_facts_cache *cache, kt_str text,
                          kti_arena *arena, kti_korean *out) {
    kti_candidates found;
    *out = (kti_korean){.text = text};
    KTI_TRY(kti_detect_candidates(lexicon, cache, text, arena, &found));
    out->names = kti_arena_zeroed(arena, found.count + 1, sizeof *out->names);
    if (out->names == NULL) return KT_ERR_NOMEM;
    for (size_t i = 0; i < found.count; i++) {
        const kti_candidate *c = &found.items[i];
        if (is_part_of_gloss(text, c->span)) continue;
        kti_ko_name *name = &out->names[out->name_count++];
        name->span = c->span;
        name->title = c->title;
        name->type = c->type;
        name->confidence = c->confidence;
        name->surname_only = c->surname_only;
        if (c->in_dictionary) add_entries(lexicon, text, name);
    }
    return KT_OK;
}
