#include "names/syllables.h"

#include "core/str.h"
#include "core/utf8.h"

const kti_given_model *kti_given_model_open(kt_str bytes) {
    const kti_given_model *model = (const void *)bytes.ptr;
    bool aligned = (uintptr_t)bytes.ptr % sizeof(uint32_t) == 0;
    if (!aligned || bytes.len < sizeof *model || model->magic != KTI_GIVEN_MAGIC) return NULL;
    size_t room = (bytes.len - sizeof *model) / sizeof(kti_syllable_spelling);
    if (model->count != room) return NULL;
    for (size_t k = 0; k < KTI_SYSTEMS; k++)
        if (!(model->prior[k] >= 0 && model->prior[k] <= 1)) return NULL;
    return model;
}

size_t kti_syllable_spellings(const kti_given_model *model, uint32_t place, uint32_t syllable,
                              const kti_syllable_spelling **first) {
    if (model == NULL) return 0;
    const kti_syllable_spelling *rows = (const void *)(model + 1);
    uint32_t key = place << 24 | syllable;
    size_t low = 0, high = model->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (rows[middle].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    size_t end = low;
    while (end < model->count && rows[end].key == key && rows[end].latin[7] == '\0')
        end++;
    *first = rows + low;
    return end - low;
}

bool kti_is_given_name(const kti_lexicon *lexicon, kt_str name) {
    const kti_given_model *model =
        kti_given_model_open(kti_lexicon_model(lexicon, KTI_MODEL_GIVEN));
    const kti_syllable_spelling *first;
    if (model == NULL) return true; /* nothing is known of it */
    for (size_t at = 0; at < name.len;) {
        kti_cp unit = kti_utf8_at(name, at);
        if (kti_syllable_spellings(model, KTI_PLACE_FIRST, unit.cp, &first) == 0) return false;
        at += unit.len;
    }
    return true;
}
