/* The reversible schemes: every pair of syllables, and random text, come back as they were. */
#include "session.h"

#include "core/buf.h"
#include "core/utf8.h"
#include "hangul/syllable.h"

static const kt_scheme schemes[] = {KT_SCHEME_RR_LETTER, KT_SCHEME_ISO11941_1,
                                    KT_SCHEME_ISO11941_2};

enum { SCHEMES = sizeof schemes / sizeof *schemes };

static kti_buf text, latin;

static void add(uint8_t l, uint8_t v, uint8_t t) {
    kti_buf_add_cp(&text, kti_join((kt_syllable){l, v, t}));
}

static void check_text(kt_scheme scheme, kt_hyphen hyphen) {
    kt_romanize_options there = KT_ROMANIZE_INIT;
    kt_hangulize_options back = KT_HANGULIZE_INIT;
    const kt_hangulized *list;
    size_t count;
    there.scheme = back.from = scheme;
    there.kind = KT_KIND_WORD;
    there.hyphen = hyphen;
    assert_ok(kt_romanize(ctx, kti_buf_str(&text), &there, out));
    kti_buf_clear(&latin);
    kti_buf_add_str(&latin, kt_text_str(out));
    assert_ok(kt_hangulize(ctx, kti_buf_str(&latin), &back, &list, &count));
    if (!kti_str_eq(list[0].text, kti_buf_str(&text)))
        fail_msg("%s: \"%.*s\" is written \"%.*s\" and read \"%.*s\"", kt_scheme_id(scheme),
                 (int)text.len, text.ptr, (int)latin.len, latin.ptr, (int)list[0].text.len,
                 list[0].text.ptr);
}

/* What can be mistaken depends on the first syllable's vowel and final and on the second one's
 * onset, vowel and final; all of these, each as one word. */
static void every_pair(void **state) {
    (void)state;
    for (uint8_t t = 0; t < KTI_FINALS; t++)
        for (uint8_t l = 0; l < KTI_INITIALS; l++)
            for (uint8_t v = 0; v < KTI_VOWELS; v++) {
                kti_buf_clear(&text);
                for (uint8_t v2 = 0; v2 < KTI_VOWELS; v2++) {
                    add((uint8_t)((l + v2) % KTI_INITIALS), v, t);
                    add(l, v2, (uint8_t)((t + v2) % KTI_FINALS));
                    kti_buf_add_byte(&text, ' ');
                }
                for (size_t s = 0; s < SCHEMES; s++)
                    check_text(schemes[s], KT_HYPHEN_NONE);
            }
}

static void every_syllable(void **state) {
    (void)state;
    for (uint8_t l = 0; l < KTI_INITIALS; l++)
        for (uint8_t v = 0; v < KTI_VOWELS; v++) {
            kti_buf_clear(&text);
            for (uint8_t t = 0; t < KTI_FINALS; t++) {
                add(l, v, t);
                kti_buf_add_byte(&text, t % 2 == 0 ? ' ' : '.');
            }
            for (size_t s = 0; s < SCHEMES; s++)
                check_text(schemes[s], KT_HYPHEN_NONE);
        }
}

static uint32_t seed = 7;

static uint32_t next_random(uint32_t below) {
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 8) % below;
}

/* Latin words, marks and backslashes between syllables. */
static void random_text(void **state) {
    static const char *const pieces[] = {"-", "'",    "\\", "iPhone", "KBS",   "a",   "gassa", " ",
                                         "3", "ㅋㅋ", "(",  "é",      "\\-\\", "Gim", "--"};
    (void)state;
    for (int round = 0; round < 20000; round++) {
        kti_buf_clear(&text);
        for (uint32_t n = next_random(9); n > 0; n--) {
            if (next_random(2) == 0)
                kti_buf_add_cstr(&text, pieces[next_random(sizeof pieces / sizeof *pieces)]);
            else
                kti_buf_add_cp(&text, 0xAC00 + next_random(11172));
        }
        check_text(schemes[next_random(SCHEMES)], (kt_hyphen)next_random(3));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_pair),
        cmocka_unit_test(every_syllable),
        cmocka_unit_test(random_text),
    };
    kti_buf_init(&text, NULL);
    kti_buf_init(&latin, NULL);
    int failed = cmocka_run_group_tests(tests, open_session, close_session);
    kti_buf_free(&text);
    kti_buf_free(&latin);
    return failed;
}
