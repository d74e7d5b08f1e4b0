/* Names that collide for who knows where the hashes begin cost what others cost, for nobody does.
 */
#include <stdlib.h>
#include <time.h>

#include "check.h"

enum { NAMES = 20000, LEN = 8, HALF = 4, HALVES = 26 * 26 * 26 * 26, COLLIDING = 1 << 16 };

static char names[NAMES][LEN];

static void spell(unsigned number, char *half) {
    for (int i = 0; i < HALF; i++, number /= 26)
        half[i] = (char)('a' + number % 26);
}

/* Meets in the middle: first halves by the hash that they lead to from FNV-1a's own beginning, last
 * halves by the hash that leads to 0; of either the lower bits, by which a table chooses. */
static void craft(void) {
    const uint64_t prime = 0x100000001B3u;
    static unsigned heads[COLLIDING], next[HALVES + 1];
    uint64_t inverse = prime;
    for (int i = 0; i < 6; i++)
        inverse *= 2 - prime * inverse;
    for (unsigned n = 0; n < HALVES; n++) {
        char half[HALF];
        uint64_t hash = 0xCBF29CE484222325u;
        spell(n, half);
        for (int i = 0; i < HALF; i++)
            hash = (hash ^ (unsigned char)half[i]) * prime;
        next[n + 1] = heads[hash % COLLIDING];
        heads[hash % COLLIDING] = n + 1;
    }
    size_t count = 0;
    for (unsigned n = 0; n < HALVES && count < NAMES; n++) {
        char half[HALF];
        uint64_t hash = 0;
        spell(n, half);
        for (int i = HALF - 1; i >= 0; i--)
            hash = (hash * inverse) ^ (unsigned char)half[i];
        for (unsigned m = heads[hash % COLLIDING]; m != 0 && count < NAMES; m = next[m]) {
            spell(m - 1, names[count]);
            memcpy(names[count++] + HALF, half, HALF);
        }
    }
    assert_int_equal(count, NAMES);
}

static void number(void) {
    for (unsigned n = 0; n < NAMES; n++) {
        spell(n, names[n]);
        memcpy(names[n] + HALF, "name", HALF);
    }
}

static double fill_both(void) {
    kt_glossary *glossary;
    kt_roster *roster;
    clock_t start = clock();
    assert_ok(kt_glossary_new(NULL, &glossary));
    assert_ok(kt_roster_new(NULL, &roster));
    for (size_t i = 0; i < NAMES; i++) {
        kt_glossary_row row = {.korean = {names[i], LEN}};
        assert_ok(kt_glossary_add(glossary, &row));
        assert_ok(kt_roster_add(roster, row.korean, S("A"), KT_NAME_OTHER, 0));
    }
    kt_glossary_free(glossary);
    kt_roster_free(roster);
    return (double)(clock() - start) / CLOCKS_PER_SEC;
}

static void crafted_names_cost_what_others_do(void **state) {
    (void)state;
    number();
    double usual = fill_both();
    craft();
    double crafted = fill_both();
    if (crafted > 5 * usual + 0.5) fail_msg("%.2f s, where others take %.2f s", crafted, usual);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(crafted_names_cost_what_others_do)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
