#include "lexicon/sino.h"

#include "core/status.h"
#include "core/str.h"
#include "lexicon/ktd.h"

static bool open_spellings(kt_str section, kti_sino *s) {
    size_t at = 0;
    const uint32_t *head = kti_section_take(section, &at, 2, sizeof *head);
    if (head == NULL || head[0] != s->trie.words) return false;
    s->words = head[0];
    s->unit_count = head[1];
    s->bases = kti_section_take(section, &at, (size_t)s->words / KTI_SINO_BLOCK + 1, 4);
    s->firsts = kti_section_take(section, &at, (size_t)s->words + 1, sizeof *s->firsts);
    s->units = kti_section_take(section, &at, s->unit_count, sizeof *s->units);
    return s->bases != NULL && s->firsts != NULL && s->units != NULL;
}

kt_status kti_sino_open(kt_str data, kti_sino *out, kt_error *err) {
    *out = (kti_sino){.words = 0};
    kt_str trie = kti_ktd_section_of(data, KTI_STR("sino.trie"));
    if (trie.len == 0) return KT_OK;
    if ((uintptr_t)data.ptr % KTI_KTD_ALIGN == 0 && kti_trie_open(trie, &out->trie) &&
        open_spellings(kti_ktd_section_of(data, KTI_STR("sino.spellings")), out))
        return KT_OK;
    *out = (kti_sino){.words = 0};
    return kti_fail(err, KT_ERR_DATA, (size_t)(trie.ptr - data.ptr),
                    "data file has a damaged list of Hanja spellings");
}

static uint32_t first_unit(const kti_sino *s, uint32_t word) {
    return s->bases[word / KTI_SINO_BLOCK] + s->firsts[word];
}

const uint16_t *kti_sino_spelling(const kti_sino *s, kt_str word, size_t *count) {
    *count = 0;
    if (s->words == 0) return NULL;
    uint32_t number = kti_trie_word(&s->trie, kti_trie_find(&s->trie, word));
    if (number >= s->words) return NULL;
    uint32_t first = first_unit(s, number), end = first_unit(s, number + 1);
    if (first >= end || end > s->unit_count || end - first > KTI_SINO_MOST) return NULL;
    *count = end - first;
    return s->units + first;
}
