/* The n-th allocation fails, for every n, through every call: the status says so, or the call did
 * without what it keeps only to save time and wrote the same; nothing leaks
 * (the sanitizer build watches), and on the same context the same calls succeed afterwards. */
#include <stdlib.h>

#include "scenes.h"

typedef struct miser {
    long left; /* allocations still granted; < 0: all */
    size_t bytes;
    bool refused;
} miser;

static void *grant(void *context, void *ptr, size_t old_size, size_t new_size) {
    miser *m = context;
    if (new_size == 0) {
        m->bytes -= old_size;
        free(ptr);
        return NULL;
    }
    if (m->left == 0) {
        m->refused = true;
        return NULL;
    }
    if (m->left > 0) m->left--;
    void *moved = realloc(ptr, new_size);
    if (moved != NULL) m->bytes += new_size - old_size;
    return moved;
}

static const scene *now;
static int turn;

/* Plays again with memory to spare. A play that did well although memory was refused, which only
 * what is kept to save time may, wrote the same. */
static void play_again(miser *m, const stage *on, kt_status before, long n) {
    kt_str text = on->text == NULL ? S("") : kt_text_str(on->text);
    char *wrote = malloc(text.len + 1);
    size_t len = text.len;
    assert_non_null(wrote);
    if (len > 0) memcpy(wrote, text.ptr, len);
    m->left = -1;
    kt_status status = on->text == NULL ? KT_OK : now->play(on);
    if (status != KT_OK)
        fail_msg("%s: allocation %ld: afterwards %s", now->name, n, kt_status_name(status));
    if (before == KT_OK && !kti_str_eq(kt_text_str(on->text), (kt_str){wrote, len}))
        fail_msg("%s: allocation %ld: writes something else", now->name, n);
    free(wrote);
}

/* Plays on a new context with n allocations granted; whether one was refused. */
static bool play_with(miser *m, const kt_alloc *alloc, const kt_engine *engine, long n) {
    stage on = {alloc, engine, NULL, NULL, turn};
    size_t before = m->bytes;
    m->left = n;
    m->refused = false;
    kt_status status = kt_ctx_new(engine, &on.ctx);
    THEN(kt_text_new(alloc, &on.text));
    THEN(now->play(&on));
    bool refused = m->refused;
    if (status != KT_OK && !(refused && status == KT_ERR_NOMEM))
        fail_msg("%s: allocation %ld: status %s", now->name, n, kt_status_name(status));
    if (refused) play_again(m, &on, status, n);
    m->left = -1;
    kt_text_free(on.text);
    kt_ctx_free(on.ctx);
    if (m->bytes != before) fail_msg("%s: allocation %ld: leaks", now->name, n);
    return refused;
}

static void sweep(const scene *scenes) {
    miser m = {-1, 0, false};
    kt_alloc alloc = {grant, &m};
    kt_config config = KT_CONFIG_INIT;
    kt_engine *engine;
    config.alloc = &alloc;
    config.user_dict = S("korean\tenglish\n판문점\tPanmunjom\tLOC\n");
    assert_ok(kt_engine_open(&config, &engine, NULL));
    for (now = scenes, turn = 0; now->name != NULL;) {
        long n = 0;
        while (play_with(&m, &alloc, engine, n))
            n++;
        assert_true(n > 1);
        if (++turn < now->turns) continue;
        turn = 0;
        now++;
    }
    kt_engine_close(engine);
    assert_int_equal(m.bytes, 0);
}

static void text_calls(void **state) {
    (void)state;
    sweep(text_scenes);
}

static void name_calls(void **state) {
    (void)state;
    sweep(name_scenes);
}

static void glossary_calls(void **state) {
    (void)state;
    sweep(glossary_scenes);
}

static void subtitle_calls(void **state) {
    (void)state;
    sweep(subtitle_scenes);
}

static void opening(void **state) {
    (void)state;
    miser m = {0, 0, false};
    kt_alloc alloc = {grant, &m};
    kt_config config = KT_CONFIG_INIT;
    kt_status status;
    long n = 0;
    config.alloc = &alloc;
    config.user_dict = S("korean\tenglish\n판문점\tPanmunjom\tLOC\n");
    do {
        kt_engine *engine = NULL;
        kt_error err = {KT_OK, 0, 0, ""};
        m.left = n++;
        status = kt_engine_open(&config, &engine, &err);
        assert_int_equal(err.status, status);
        kt_engine_close(engine);
        assert_int_equal(m.bytes, 0);
    } while (status == KT_ERR_NOMEM);
    assert_ok(status);
    assert_true(n > 5);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(opening),        cmocka_unit_test(text_calls),
        cmocka_unit_test(name_calls),     cmocka_unit_test(glossary_calls),
        cmocka_unit_test(subtitle_calls),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
