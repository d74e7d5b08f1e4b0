/* What a word says of names is the same after it was kept. */
#include "check.h"

#include "names/lone.h"

enum { LONGEST = 254 };

/* A word that says something everywhere; `number` makes it another one each time. */
static kti_lone *some_lone(kti_arena *arena, uint32_t number, uint16_t stems, uint32_t candidates) {
    kti_lone head = {.stems = stems, .candidates = candidates};
    kti_lone *lone = kti_arena_zeroed(arena, 1, kti_lone_size(&head));
    assert_non_null(lone);
    *lone = head;
    lone->is = (uint8_t)(number * 7);
    lone->looks = (uint8_t)(number * 3);
    lone->opens = number % 3 == 0 ? UINT32_MAX : number % (LONGEST + 1);
    lone->last = LONGEST - number % LONGEST;
    lone->first = (kti_foreign_part){number / 3.0, number % 2 == 0};
    lone->next = (kti_foreign_part){-9.1 - number, number % 4 < 2};
    kti_foreign_stem *s = (kti_foreign_stem *)(void *)(lone + 1);
    for (uint32_t i = 0; i < stems; i++)
        s[i] = (kti_foreign_stem){{(number + i) / 7.0, i % 2 == 0}, LONGEST - i, i % 3 == 0};
    kti_candidate *c = (kti_candidate *)(void *)(s + stems);
    for (uint32_t i = 0; i < candidates; i++) {
        kt_name_type type = i % 2 == 0 ? KT_NAME_PLACE : KT_NAME_OTHER;
        c[i] = (kti_candidate){.span = {i, i + 1},
                               .title = {0, LONGEST},
                               .type = type,
                               .confidence = 1 / (2.0F + (float)i),
                               .surname_only = i % 2 == 0,
                               .in_dictionary = i % 3 == 0,
                               .whole = i % 4 == 0,
                               .last_name = i % 5 == 0};
    }
    return lone;
}

static void assert_part(kti_foreign_part a, kti_foreign_part b) {
    assert_true(a.worth == b.worth && a.strong == b.strong);
}

static void assert_same(const kti_lone *a, const kti_lone *b) {
    assert_true(a->is == b->is && a->looks == b->looks && a->opens == b->opens);
    assert_true(a->last == b->last && a->stems == b->stems && a->candidates == b->candidates);
    assert_part(a->first, b->first);
    assert_part(a->next, b->next);
    for (size_t i = 0; i < a->stems; i++) {
        const kti_foreign_stem *s = &kti_lone_stems(a)[i], *t = &kti_lone_stems(b)[i];
        assert_part(s->part, t->part);
        assert_true(s->len == t->len && s->read == t->read);
    }
    for (size_t i = 0; i < a->candidates; i++) {
        const kti_candidate *c = &kti_lone_candidates(a)[i], *d = &kti_lone_candidates(b)[i];
        assert_true(c->span.start == d->span.start && c->span.end == d->span.end);
        assert_true(c->title.start == d->title.start && c->title.end == d->title.end);
        assert_true(c->type == d->type && c->confidence == d->confidence);
        assert_true(c->surname_only == d->surname_only && c->in_dictionary == d->in_dictionary);
        assert_true(c->whole == d->whole && c->last_name == d->last_name);
    }
}

static void what_was_kept_is_the_same(void **state) {
    (void)state;
    kti_arena arena;
    kti_arena_init(&arena, NULL);
    for (uint32_t number = 0; number < 600; number++) {
        kti_lone *lone = some_lone(&arena, number, (uint16_t)(number % 9), number % 12);
        void *kept = kti_arena_take(&arena, kti_lone_kept_size(lone));
        assert_non_null(kept);
        kti_lone_keep(lone, kept);
        const kti_lone *again = kti_lone_kept(kept, &arena);
        assert_non_null(again);
        assert_same(lone, again);
    }
    kti_arena_free(&arena);
}

static void too_much_is_not_kept(void **state) {
    (void)state;
    kti_arena arena;
    kti_arena_init(&arena, NULL);
    assert_int_not_equal(kti_lone_kept_size(some_lone(&arena, 1, 0, LONGEST)), 0);
    assert_int_equal(kti_lone_kept_size(some_lone(&arena, 1, 0, LONGEST + 1)), 0);
    assert_int_equal(kti_lone_kept_size(some_lone(&arena, 1, LONGEST + 1, 0)), 0);
    kti_arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_kept_is_the_same),
        cmocka_unit_test(too_much_is_not_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
