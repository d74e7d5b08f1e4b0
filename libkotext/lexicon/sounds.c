#include "lexicon/sounds.h"

#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "lexicon/ktd.h"

static bool open_marks(kt_str section, kti_sounds *s) {
    size_t at = 0;
    const uint32_t *head = kti_section_take(section, &at, 2, sizeof *head);
    if (head == NULL || head[0] != s->trie.words) return false;
    s->words = head[0];
    s->bytes = head[1];
    s->firsts = kti_section_take(section, &at, (size_t)s->words + 1, sizeof *s->firsts);
    s->marks = kti_section_take(section, &at, s->bytes, 1);
    return s->firsts != NULL && s->marks != NULL;
}

kt_status kti_sounds_open(kt_str data, kti_sounds *out, kt_error *err) {
    *out = (kti_sounds){.words = 0};
    kt_str trie = kti_ktd_section_of(data, KTI_STR("sound.trie"));
    if (trie.len == 0) return KT_OK;
    if ((uintptr_t)data.ptr % KTI_KTD_ALIGN == 0 && kti_trie_open(trie, &out->trie) &&
        open_marks(kti_ktd_section_of(data, KTI_STR("sound.marks")), out))
        return KT_OK;
    *out = (kti_sounds){.words = 0};
    return kti_fail(err, KT_ERR_DATA, (size_t)(trie.ptr - data.ptr),
                    "data file has a damaged list of pronunciations");
}

static bool read_word(const kti_sounds *s, uint32_t number, size_t len, kti_sound_word *out) {
    if (number >= s->words) return false;
    uint32_t first = s->firsts[number], end = s->firsts[number + 1];
    enum { SYLLABLE = 3 }; /* a mark a place, and the head: as many bytes as syllables */
    if (first >= end || end > s->bytes || (size_t)(end - first) * SYLLABLE != len) return false;
    uint8_t head = s->marks[first];
    *out = (kti_sound_word){(uint32_t)len, end - first - 1, s->marks + first + 1,
                            (uint8_t)(head & ~(unsigned)KTI_SOUND_PREDICATE),
                            (head & KTI_SOUND_PREDICATE) != 0};
    return true;
}

size_t kti_sounds_prefixes(const kti_sounds *s, kt_str text, kti_sound_word hits[KTI_SOUND_HITS]) {
    kti_sound_word found[KTI_SOUND_HITS];
    size_t count = 0;
    uint32_t node = KTI_TRIE_ROOT;
    for (size_t at = 0; s->words > 0 && at < text.len && count < KTI_SOUND_HITS;) {
        kti_cp unit = kti_utf8_at(text, at);
        node = kti_trie_child(&s->trie, node, unit.cp);
        if (node == KTI_TRIE_NONE) break;
        at += unit.len;
        if (read_word(s, kti_trie_word(&s->trie, node), at, &found[count])) count++;
    }
    for (size_t i = 0; i < count; i++)
        hits[i] = found[count - 1 - i];
    return count;
}
