#include "align/korean.h"

#include "core/status.h"
#include "core/str.h"
#include "names/detect.h"

static void add_entries(const kti_lexicon *lexicon, kt_str text, kti_ko_name *name) {
    enum { HITS = 16 };
    kti_hit hits[HITS];
    kt_str from = kti_str_cut(text, name->span.start, text.len);
    size_t count = kti_lexicon_korean_prefixes(lexicon, from, hits, HITS);
    uint32_t length = name->span.end - name->span.start;
    for (size_t i = 0; i < count && name->entry_count < KTI_KO_ENTRIES; i++) {
        if (hits[i].len != length) continue;
        kti_entry_kind kind = kti_lexicon_entry(lexicon, hits[i].entry).kind;
        if (kind == KTI_ENTRY_TITLE || kind == KTI_ENTRY_TERM) continue;
        name->also[name->entry_count] = hits[i].also;
        name->entries[name->entry_count++] = hits[i].entry;
    }
}

kt_status kti_korean_read(const kti_lexicon *lexicon, kt_str text, kti_arena *arena,
                          kti_korean *out) {
    kti_candidates found;
    *out = (kti_korean){.text = text};
    KTI_TRY(kti_detect_candidates(lexicon, text, arena, &found));
    out->names = kti_arena_zeroed(arena, found.count + 1, sizeof *out->names);
    if (out->names == NULL) return KT_ERR_NOMEM;
    for (size_t i = 0; i < found.count; i++) {
        const kti_candidate *c = &found.items[i];
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
