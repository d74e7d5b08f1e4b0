/* Terms are found that a search without an index finds, in texts made to begin as terms do; what
 * was searched before changes nothing. */
#include "session.h"

#include "core/alloc.h"
#include "core/buf.h"
#include "glossary/edges.h"
#include "glossary/forms.h"
#include "glossary/terms.h"

static uint32_t chance(void) {
    static uint32_t state = 5;
    state = state * 1664525u + 1013904223u;
    return state >> 8;
}

enum { ROWS = 300, LONGEST = 64 };

static kt_glossary_row rows[ROWS];
static char forms[2 * ROWS][LONGEST];
static kti_spelt keys[2 * ROWS];
static bool searched[2 * ROWS];

static const char *const pieces[] = {"가",   "나", "문", "재인", "개성",
                                     "공단", " ",  "a",  "bo",   "Lee"};
static const char *const letters[] = {"a", "b", "kim", "é", "n", "-", " ", "min", "7", "'"};
static const char *const others[] = {
    "은", "는", "에서", "님과", "이라고", "  ",   "\n",       "\n\n", "\u3000", "(", ")",      ",",
    "'",  "-",  "ㄱ",   "金",   "\u0301", "\xED", "\xEA\xB0", "K",    "KIM",    "·", "\u2019", "7"};

static void make_form(char *form, const char *const *parts, size_t count) {
    *form = '\0';
    for (uint32_t i = 1 + chance() % 6; i > 0; i--)
        strcat(form, parts[chance() % count]);
}

static int open_rows(void **state) {
    for (size_t i = 0; i < ROWS; i++) {
        make_form(forms[2 * i], pieces, i % 2 == 0 ? 6 : 10);
        make_form(forms[2 * i + 1], letters, 10);
        rows[i].korean = kti_str(forms[2 * i]);
        rows[i].english = kti_str(forms[2 * i + 1]);
    }
    for (size_t i = 0; i < 2 * ROWS; i++)
        searched[i] = kti_forms_spell(kti_str(forms[i]), &keys[i]);
    return open_session(state);
}

static void make_text(kti_buf *text) {
    kti_buf_clear(text);
    for (uint32_t i = 1 + chance() % 60; i > 0; i--) {
        uint32_t roll = chance() % 10;
        const char *form = forms[chance() % (2 * ROWS)];
        if (roll < 4)
            kti_buf_add_cstr(text, form);
        else if (roll < 6)
            kti_buf_add(text, form, strlen(form) / 2);
        else
            kti_buf_add_cstr(text, others[chance() % (sizeof others / sizeof *others)]);
        if (roll % 2 == 0) kti_buf_add_cstr(text, " ");
    }
}

/* ---- without an index ----------------------------------------------------------------------- */

/* A form that begins with a capital asks for one; these need it not. */
static bool is_meant(kt_str form, kt_str met) {
    bool capital = form.len > 0 && form.ptr[0] >= 'A' && form.ptr[0] <= 'Z';
    return !capital || (met.ptr[0] >= 'A' && met.ptr[0] <= 'Z');
}

static bool is_form(const kti_spelt *s, kt_str met) {
    for (size_t i = 0; i < 2 * ROWS; i++)
        if (searched[i] && keys[i].len == s->len && memcmp(keys[i].key, s->key, s->len) == 0 &&
            is_meant(kti_str(forms[i]), met))
            return true;
    return false;
}

/* The end of the longest form at `start`, or `start`. */
static size_t longest(kt_str text, size_t start, const kti_edge_particles *particles) {
    static kti_edge_memo none;
    kti_spelt s;
    size_t end = start;
    bool added;
    kti_spelt_clear(&s);
    for (size_t at = start, step; at < text.len && s.len < LONGEST; at += step) {
        step = kti_spelt_add(text, at, &s, &added);
        if (step == 0 || (at == start && !added)) break;
        memset(&none, 0, sizeof none);
        if (added && is_form(&s, kti_str_cut(text, start, at + step)) &&
            kti_edge_ends(text, start, at + step, particles, &none))
            end = at + step;
    }
    return end;
}

static size_t find_slowly(kt_str text, kt_span *spans) {
    kti_edge_particles particles;
    unsigned before = 0;
    size_t count = 0, free_at = 0;
    kti_edge_particles_make(&particles);
    for (size_t at = 0; at < text.len;) {
        kti_cp c = kti_utf8_at(text, at);
        unsigned here = kti_edge_class(c.cp);
        size_t end =
            at >= free_at && kti_edge_begins(before, here) ? longest(text, at, &particles) : at;
        if (end > at) {
            spans[count++] = (kt_span){(uint32_t)at, (uint32_t)end};
            free_at = end;
        }
        before = here;
        at += c.len;
    }
    return count;
}

/* ---- the same ------------------------------------------------------------------------------- */

static void same_hits(kt_str text, const kt_terms *terms) {
    static kt_span spans[1 << 14];
    const kt_term_hit *hits;
    const kt_glossary_row *list;
    size_t count, wanted = find_slowly(text, spans);
    kt_terms_rows(terms, &list);
    assert_ok(kt_terms_find(ctx, terms, text, &hits, &count));
    assert_int_equal(count, wanted);
    for (size_t i = 0; i < count; i++) {
        kt_str form = hits[i].korean ? list[hits[i].row].korean : list[hits[i].row].english;
        assert_int_equal(hits[i].span.start, spans[i].start);
        assert_int_equal(hits[i].span.end, spans[i].end);
        if (kti_str_eq(form, kti_str_span(text, spans[i]))) assert_true(hits[i].exact);
    }
}

static void all_are_found(void **state) {
    (void)state;
    enum { GLOSSARIES = 3, TEXTS = 400 };
    static const size_t counts[GLOSSARIES] = {1, 20, ROWS};
    kti_buf text;
    kt_alloc alloc = kti_alloc_libc();
    kti_buf_init(&text, &alloc);
    for (size_t g = 0; g < GLOSSARIES; g++) {
        kt_terms *terms = NULL;
        for (size_t i = 0; i < 2 * ROWS; i++)
            searched[i] = i < 2 * counts[g] && kti_forms_spell(kti_str(forms[i]), &keys[i]);
        assert_ok(kt_terms_new(NULL, rows, counts[g], &terms));
        for (int i = 0; i < TEXTS; i++) {
            make_text(&text);
            if (kt_is_normalized(kti_buf_str(&text), KT_FORM_NFC))
                same_hits(kti_buf_str(&text), terms);
        }
        kt_terms_free(terms);
    }
    kti_buf_free(&text);
}

/* ---- names of three syllables --------------------------------------------------------------- */

/* Three syllables by chance, so that no form is the head of another. */
static void make_name(char *form) {
    size_t len = 0;
    for (int i = 0; i < 3; i++)
        len += kti_utf8_encode(0xAC00 + chance() % 11172, form + len);
    form[len] = '\0';
}

static void names_are_found(void **state) {
    (void)state;
    kt_terms *terms = NULL;
    const kt_term_hit *hits;
    size_t count;
    for (size_t i = 0; i < ROWS; i++) {
        make_name(forms[2 * i]);
        rows[i].korean = kti_str(forms[2 * i]);
        rows[i].english = KTI_STR("Name");
    }
    assert_ok(kt_terms_new(NULL, rows, ROWS, &terms));
    for (size_t i = 0; i < ROWS; i++) {
        assert_ok(kt_terms_find(ctx, terms, rows[i].korean, &hits, &count));
        assert_int_equal(count, 1);
        assert_int_equal(hits[0].span.end, rows[i].korean.len);
    }
    kt_terms_free(terms);
}

/* ---- order ---------------------------------------------------------------------------------- */

enum { MANY = 6000 };

static kt_glossary_row many[MANY];
static char names[MANY][LONGEST], latin[MANY][LONGEST];

/* A third has a form of its own, a third one form for all, a third one of a few long ones. */
static void make_many(void) {
    for (size_t i = 0; i < MANY; i++) {
        make_name(names[i]);
        if (i % 3 == 0) snprintf(latin[i], LONGEST, "Name %u", (unsigned)chance());
        if (i % 3 == 1) strcpy(latin[i], "One for All");
        if (i % 3 == 2)
            snprintf(latin[i], LONGEST, "Longer than a Form keeps %u", (unsigned)(i % 7));
        many[i].korean = kti_str(names[i]);
        many[i].english = kti_str(latin[i]);
        many[i].priority = (int32_t)(chance() % 1000);
    }
}

static bool in_order(const kt_terms *t, const kti_term_form *a, const kti_term_form *b) {
    if (a->hash != b->hash) return a->hash < b->hash;
    int order = kti_form_compare(&t->forms, a, b->hash, kti_form_key(&t->forms, b));
    if (order == 0) order = kti_by_preference(&t->rows[a->row], &t->rows[b->row]);
    return order < 0 || (order == 0 && a->row < b->row);
}

/* The first of all forms with a key is the one that is found. */
static void check_found(const kt_terms *terms, kt_str text) {
    kti_spelt key;
    size_t end, first;
    assert_true(kti_forms_spell(text, &key));
    first = kti_forms_find(&terms->forms, &key, &end);
    assert_true(first < end);
    if (first == 0) return;
    const kti_term_form *before = &terms->forms.list[first - 1], *found = before + 1;
    assert_true(
        before->len == 0 || before->hash != found->hash ||
        !kti_str_eq(kti_form_key(&terms->forms, before), kti_form_key(&terms->forms, found)));
}

static void forms_stand_in_order(void **state) {
    (void)state;
    kt_terms *terms = NULL;
    make_many();
    assert_ok(kt_terms_new(NULL, many, MANY, &terms));
    const kti_forms *f = &terms->forms;
    assert_int_equal(f->count, 2 * MANY);
    size_t forms_met = 0, last = SIZE_MAX;
    for (size_t i = 0; i <= f->places; i++) {
        if (i > 0) assert_true(f->list[i - 1].hash <= f->list[i].hash);
        if (f->list[i].len == 0) continue;
        assert_true(kti_forms_place(f, f->list[i].hash) <= i);
        if (last != SIZE_MAX) assert_true(in_order(terms, &f->list[last], &f->list[i]));
        forms_met++;
        last = i;
    }
    assert_int_equal(forms_met, f->count);
    for (size_t i = 0; i < MANY; i++)
        check_found(terms, many[i].english);
    for (size_t i = 1; i < terms->count; i++)
        assert_true(kti_str_cmp(terms->rows[i - 1].korean, terms->rows[i].korean) <= 0);
    kt_terms_free(terms);
}

/* Forms whose hashes say the last place stand behind it, as many as there are. */
static void forms_may_meet_at_the_end(void **state) {
    (void)state;
    enum { MET = 200 };
    kti_forms f = {.room = 0};
    kt_alloc alloc = kti_alloc_libc();
    assert_ok(kti_forms_new(&alloc, MET, &f));
    for (uint32_t i = 0; i < MET; i++) {
        kti_term_form *form = &f.list[f.count++];
        *form = (kti_term_form){.hash = UINT32_MAX - i % 3, .row = i, .len = 4};
        memcpy(form->key, &i, sizeof i);
    }
    assert_ok(kti_forms_order(&f, rows));
    assert_true(f.places >= ((size_t)1 << f.place_bits) + MET - 1 && f.room > f.places);
    for (size_t i = f.places - MET; i + 1 < f.places; i++)
        assert_true(kti_form_compare(&f, &f.list[i], f.list[i + 1].hash,
                                     kti_form_key(&f, &f.list[i + 1])) < 0);
    assert_int_equal(f.list[f.places].len, 0);
    kti_forms_free(&f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_are_found), cmocka_unit_test(names_are_found),
        cmocka_unit_test(forms_stand_in_order), cmocka_unit_test(forms_may_meet_at_the_end)};
    return cmocka_run_group_tests(tests, open_rows, close_session);
}
