/* check.h - what the cmocka tests share: text assertions and table tests that list every miss. */
#ifndef KT_TESTS_CHECK_H
#define KT_TESTS_CHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/str.h"
#include "kotext/kotext.h"

#define S(literal) KTI_STR(literal)

#define assert_str(actual, expected)                                                               \
    do {                                                                                           \
        kt_str check_a_ = (actual), check_e_ = kti_str(expected);                                  \
        if (!kti_str_eq(check_a_, check_e_))                                                       \
            fail_msg("got \"%.*s\", want \"%.*s\"", (int)check_a_.len, check_a_.ptr,               \
                     (int)check_e_.len, check_e_.ptr);                                             \
    } while (0)

#define assert_ok(expression) assert_int_equal((expression), KT_OK)

/* In a table test: notes a miss and goes on; end the test with check_done(). */
typedef struct check_table {
    int misses;
} check_table;

static inline void check_row(check_table *table, const char *what, kt_str got, kt_str want) {
    if (kti_str_eq(got, want)) return;
    table->misses++;
    print_error("%s: got \"%.*s\", want \"%.*s\"\n", what, (int)got.len, got.ptr, (int)want.len,
                want.ptr);
}

static inline void check_done(const check_table *table) {
    if (table->misses > 0) fail_msg("%d rows differ", table->misses);
}

/* A row of the conformance report (tests/conformance/report). */
static inline void check_tally(const char *part, int cases, int misses) {
    printf("= %s\t%d\t%d\n", part, cases, cases - misses);
}

#endif
