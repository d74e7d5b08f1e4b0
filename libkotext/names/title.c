#include "names/title.h"

#include "analyze/josa.h"
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"

enum { HITS = 8, SYLLABLE = 3 };

/* The end of the run of Hangul that begins `text`. */
static size_t run_end(kt_str text) {
    size_t at = 0;
    while (at < text.len && kti_is_syllable(kti_utf8_at(text, at).cp))
        at += SYLLABLE;
    return at;
}

/* The longest title that begins `text` and is followed by nothing but particles. */
static size_t one_title(const kti_lexicon *lexicon, kt_str text, kti_entry *entry) {
    kti_hit hits[HITS];
    size_t count = kti_lexicon_korean_prefixes(lexicon, text, hits, HITS);
    for (size_t i = 0; i < count; i++) {
        *entry = kti_lexicon_entry(lexicon, hits[i].entry);
        if (entry->kind != KTI_ENTRY_TITLE) continue;
        kt_str rest = kti_str_cut(text, hits[i].len, text.len);
        rest.len = run_end(rest);
        if (kti_str_starts(rest, KTI_STR("님"))) rest = kti_str_cut(rest, SYLLABLE, rest.len);
        if (kti_josa_fits(kti_str_cut(text, 0, hits[i].len), rest)) return hits[i].len;
    }
    return 0;
}

bool kti_title_begins(const kti_lexicon *lexicon, kt_str text) {
    kti_entry entry;
    return one_title(lexicon, text, &entry) > 0;
}

static bool is_before(const kti_entry *entry) {
    return kti_str_eq(entry->detail, KTI_STR("before"));
}

size_t kti_title_at(const kti_lexicon *lexicon, kt_str text, uint32_t *entry) {
    enum { CHAIN = 3 };
    size_t length = 0;
    bool behind = false; /* 전, 고 and their like go before another title */
    for (int i = 0; i < CHAIN; i++) {
        kti_entry found;
        size_t from = length == 0 ? 0 : length + 1;
        bool spaced = length == 0 || (length < text.len && text.ptr[length] == ' ');
        if (!spaced || from >= text.len) break;
        size_t next = one_title(lexicon, kti_str_cut(text, from, text.len), &found);
        if (next == 0) break;
        length = from + next;
        *entry = found.id;
        behind = behind || !is_before(&found);
        kt_str rest = kti_str_cut(text, length, text.len);
        if (run_end(rest) > 0) break; /* a particle: the phrase ends here */
        if (i > 0 && !is_before(&found) && rest.len == 0) break;
    }
    return behind ? length : 0;
}

size_t kti_title_ending(const kti_lexicon *lexicon, kt_str word) {
    for (size_t at = SYLLABLE; at < word.len; at += SYLLABLE) {
        kti_hit hits[HITS];
        kt_str tail = kti_str_cut(word, at, word.len);
        size_t count = kti_lexicon_korean_prefixes(lexicon, tail, hits, HITS);
        for (size_t i = 0; i < count; i++) {
            if (hits[i].len != tail.len) continue;
            kti_entry entry = kti_lexicon_entry(lexicon, hits[i].entry);
            if (entry.kind == KTI_ENTRY_TITLE && !is_before(&entry)) return tail.len;
        }
    }
    return 0;
}
