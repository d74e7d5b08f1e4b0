/* Hanja spellings and listed sounds in the built-in data, and what damage to them does. */
#include <stdlib.h>

#include "check.h"

#include "core/alloc.h"
#include "lexicon/builtin.h"
#include "lexicon/ktd.h"
#include "lexicon/sino.h"
#include "lexicon/sounds.h"

static void spellings_tell_sino_korean_syllables(void **state) {
    (void)state;
    kti_sino sino;
    size_t count;
    assert_ok(kti_sino_open(kti_builtin_data(), &sino, NULL));
    if (sino.words == 0) skip();
    const uint16_t *units = kti_sino_spelling(&sino, S("물질"), &count);
    assert_int_equal(count, 2);
    assert_int_equal(units[0], 0x7269); /* 物 */
    assert_true(kti_is_hanja_unit(units[1]));
    units = kti_sino_spelling(&sino, S("술잔"), &count);
    assert_int_equal(count, 2);
    assert_int_equal(units[0], 0xC220); /* 술 is native */
    assert_false(kti_is_hanja_unit(units[0]));
    assert_null(kti_sino_spelling(&sino, S("물고기"), &count));
    assert_int_equal(count, 0);
    assert_null(kti_sino_spelling(&sino, S(""), &count));
}

static void listed_words_come_longest_first(void **state) {
    (void)state;
    kti_sounds sounds;
    kti_sound_word hits[KTI_SOUND_HITS];
    assert_ok(kti_sounds_open(kti_builtin_data(), &sounds, NULL));
    size_t count = kti_sounds_prefixes(&sounds, S("손가락질을"), hits);
    assert_int_equal(count, 2);
    assert_int_equal(hits[0].len, 12);
    assert_int_equal(hits[1].len, 9);
    assert_int_equal(hits[1].places, 2);
    assert_int_equal(hits[1].marks[0], kti_sound_mark(KTI_SOUND_TENSE, KTI_SOUND_TENSE));
    assert_int_equal(hits[1].marks[1], kti_sound_mark(KTI_SOUND_PLAIN, KTI_SOUND_PLAIN));
    assert_false(hits[1].predicate);
    count = kti_sounds_prefixes(&sounds, S("낯익은"), hits);
    assert_int_equal(count, 1);
    assert_true(hits[0].predicate);
    assert_int_equal(hits[0].marks[0] & 15, KTI_SOUND_INSERT);
    assert_int_equal(kti_sounds_prefixes(&sounds, S(""), hits), 0);
}

/* The first word count of a section, made wrong. */
static void check_damage(const char *name, kt_status (*open)(kt_str data)) {
    kt_str whole = kti_builtin_data();
    kt_str section = kti_ktd_section_of(whole, kti_str(name));
    if (section.len == 0) return;
    char *copy = malloc(whole.len);
    assert_non_null(copy);
    memcpy(copy, whole.ptr, whole.len);
    assert_ok(open((kt_str){copy, whole.len}));
    copy[section.ptr - whole.ptr] ^= 1;
    assert_int_equal(open((kt_str){copy, whole.len}), KT_ERR_DATA);
    free(copy);
}

static kt_status open_sino(kt_str data) {
    kti_sino sino;
    return kti_sino_open(data, &sino, NULL);
}

static kt_status open_sounds(kt_str data) {
    kti_sounds sounds;
    return kti_sounds_open(data, &sounds, NULL);
}

static void wrong_counts_are_refused(void **state) {
    (void)state;
    check_damage("sino.spellings", open_sino);
    check_damage("sound.marks", open_sounds);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spellings_tell_sino_korean_syllables),
        cmocka_unit_test(listed_words_come_longest_first),
        cmocka_unit_test(wrong_counts_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
