#include "names/shape.h"

#include <string.h>

#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"

enum { SYLLABLE = 3 };

static const double UNIT = 1.0 / 16;

kti_shapes kti_shapes_of(const kti_lexicon *lexicon) {
    kt_str model = kti_lexicon_model(lexicon, KTI_MODEL_SHAPE);
    if ((uintptr_t)model.ptr % sizeof(uint16_t) != 0) return (kti_shapes){NULL, 0, NULL};
    return (kti_shapes){(const void *)model.ptr, model.len / sizeof(kti_syllable_shape), NULL};
}

void kti_shapes_map(kti_shapes *shapes, uint16_t row_of[KTI_SHAPE_SYLLABLES]) {
    memset(row_of, 0, KTI_SHAPE_SYLLABLES * sizeof *row_of);
    for (size_t i = shapes->count < UINT16_MAX ? shapes->count : 0; i-- > 0;) {
        uint32_t syllable = shapes->rows[i].syllable;
        if (kti_is_syllable(syllable)) row_of[syllable - KTI_SYLLABLE_FIRST] = (uint16_t)(i + 1);
    }
    shapes->row_of = shapes->count < UINT16_MAX ? row_of : NULL;
}

/* A syllable that no name and no noun has is unlike either. */
static kti_syllable_shape shape_of(kti_shapes all, uint32_t cp) {
    static const kti_syllable_shape unlike = {0, -64, -32, -32, 0, 0};
    if (all.row_of != NULL && kti_is_syllable(cp)) {
        uint16_t row = all.row_of[cp - KTI_SYLLABLE_FIRST];
        return row > 0 ? all.rows[row - 1] : unlike;
    }
    size_t low = 0, high = all.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (all.rows[middle].syllable < cp)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < all.count && all.rows[low].syllable == cp;
    return found ? all.rows[low] : unlike;
}

static double given(kti_shapes all, kt_str name) {
    kti_syllable_shape first = shape_of(all, kti_utf8_at(name, 0).cp);
    if (name.len < 2 * SYLLABLE)
        return UNIT * (first.first < first.second ? first.first : first.second);
    kti_syllable_shape second = shape_of(all, kti_utf8_at(name, SYLLABLE).cp);
    return UNIT * (first.first + second.second);
}

double kti_shape_surname(kti_shapes all, kt_str surname) {
    if (all.count == 0 || surname.len != SYLLABLE) return 0;
    return UNIT * shape_of(all, kti_utf8_at(surname, 0).cp).surname;
}

double kti_shape_full(kti_shapes all, kt_str name) {
    if (all.count == 0 || name.len < 2 * SYLLABLE) return 0;
    double surname = UNIT * shape_of(all, kti_utf8_at(name, 0).cp).surname;
    return surname + given(all, kti_str_cut(name, SYLLABLE, name.len));
}

double kti_shape_given(kti_shapes all, kt_str name) {
    return all.count == 0 || name.len < SYLLABLE ? 0 : given(all, name);
}

double kti_shape_foreign(kti_shapes all, kt_str word) {
    double sum = 0;
    size_t count = 0;
    for (size_t at = 0; all.count > 0 && at < word.len; count++) {
        kti_cp unit = kti_utf8_at(word, at);
        sum += UNIT * shape_of(all, unit.cp).foreign;
        at += unit.len;
    }
    return count == 0 ? 0 : sum / (double)count;
}

double kti_shape_foreign_whole(kti_shapes all, kt_str word) {
    return (double)word.len / SYLLABLE * kti_shape_foreign(all, word);
}

double kti_shape_foreign_or_person(kti_shapes all, kt_str name) {
    static const double persons_are_commoner = 1; /* nats */
    return kti_shape_foreign_whole(all, name) - kti_shape_full(all, name) - persons_are_commoner;
}

unsigned kti_given_name_bearers(const kti_lexicon *lexicon, kt_str given_name) {
    static const char surnames[] = "김이박최정강조윤장임";
    char name[SYLLABLE + 2 * SYLLABLE];
    unsigned bearers = 0;
    if (given_name.len > 2 * SYLLABLE) return 0;
    memcpy(name + SYLLABLE, given_name.ptr, given_name.len);
    for (size_t at = 0; at + SYLLABLE < sizeof surnames; at += SYLLABLE) {
        memcpy(name, surnames + at, SYLLABLE);
        kti_word word = kti_lexicon_word(lexicon, (kt_str){name, SYLLABLE + given_name.len});
        bearers += (word.classes & KTI_WORD_PERSON) != 0;
    }
    return bearers;
}
