/* One engine, many contexts: every thread gets what one thread gets, and so do a forked child and
 * a callback that calls back. Run under the thread sanitizer. */
#define _POSIX_C_SOURCE 200809L

#include <pthread.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check.h"

enum { THREADS = 4, ROUNDS = 40 };

static kt_engine *engine;

static const char *const lines[] = {"독립문에서 문재인 대통령을 만났다", "값어치 있는 일",
                                    "서울특별시 종로구"};

static void *work(void *result) {
    kt_ctx *ctx;
    kt_text *text;
    size_t sum = 0;
    if (kt_ctx_new(engine, &ctx) != KT_OK || kt_text_new(NULL, &text) != KT_OK) return NULL;
    for (int i = 0; i < ROUNDS; i++) {
        const kt_mention *names;
        const kt_span *spans;
        const kt_transliterated *forms;
        size_t count = 0;
        kt_str line = kti_str(lines[i % 3]);
        if (kt_romanize(ctx, line, NULL, text) != KT_OK) break;
        sum = sum * 31 + kt_text_str(text).len;
        kt_str josa;
        if (kt_josa_choose(ctx, line, KTI_STR("은/는"), &josa) != KT_OK) break;
        sum = sum * 31 + josa.len;
        if (kt_names_detect(ctx, line, &names, &count) != KT_OK) break;
        sum = sum * 31 + count;
        if (kt_transliterate(ctx, KTI_STR("Margaret Strathmore"), NULL, &forms, &count) != KT_OK)
            break;
        sum = sum * 31 + forms[0].text.len;
        kt_status status = kt_segment(ctx, line, NULL, &spans, &count);
        if (status != KT_OK && status != KT_ERR_UNSUPPORTED) break;
        sum = sum * 31 + count;
    }
    *(size_t *)result = sum;
    kt_text_free(text);
    kt_ctx_free(ctx);
    return NULL;
}

static void same_result_everywhere(void **state) {
    (void)state;
    pthread_t threads[THREADS];
    size_t results[THREADS] = {0}, alone = 0;
    assert_ok(kt_engine_open(NULL, &engine, NULL));
    work(&alone);
    for (int i = 0; i < THREADS; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, work, &results[i]), 0);
    for (int i = 0; i < THREADS; i++)
        pthread_join(threads[i], NULL);
    for (int i = 0; i < THREADS; i++)
        assert_int_equal(results[i], alone);
    assert_true(alone != 0);
    kt_engine_close(engine);
}

/* A child that was forked goes on with the engine and the context of its parent. */
static void a_child_goes_on(void **state) {
    (void)state;
    kt_ctx *ctx;
    kt_text *text;
    int status = 0;
    assert_ok(kt_engine_open(NULL, &engine, NULL));
    assert_ok(kt_ctx_new(engine, &ctx));
    assert_ok(kt_text_new(NULL, &text));
    assert_ok(kt_romanize(ctx, S("독립문"), NULL, text));
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        bool same = kt_romanize(ctx, S("독립문에서 만났다"), NULL, text) == KT_OK &&
                    kti_str_eq(kt_text_str(text), S("Dongnimmuneseo mannatda"));
        _exit(same ? 0 : 1);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    assert_ok(kt_romanize(ctx, S("종로"), NULL, text));
    assert_str(kt_text_str(text), "Jongno");
    kt_text_free(text);
    kt_ctx_free(ctx);
    kt_engine_close(engine);
}

/* What a callback calls while another call is under way. */
typedef struct inner {
    kt_ctx *ctx;
    kt_text *text;
    int calls;
} inner;

static int is_korean_once_romanized(void *context, kt_str line) {
    inner *in = context;
    in->calls++;
    return kt_romanize(in->ctx, line, NULL, in->text) == KT_OK &&
           !kti_str_eq(kt_text_str(in->text), line);
}

/* A callback may use the library, on the same engine. */
static void callbacks_may_call(void **state) {
    (void)state;
    inner in = {NULL, NULL, 0};
    kt_subtitle *s;
    kt_str out;
    assert_ok(kt_engine_open(NULL, &engine, NULL));
    assert_ok(kt_ctx_new(engine, &in.ctx));
    assert_ok(kt_text_new(NULL, &in.text));
    assert_ok(kt_subtitle_parse(NULL, S("1\n00:00:01,000 --> 00:00:02,000\n독립문\nGate\n"),
                                KT_FORMAT_SRT, &s, NULL));
    assert_ok(kt_subtitle_pick_lines(s, KT_FORMAT_SRT, is_korean_once_romanized, &in, &out));
    assert_str(out, "1\n00:00:01,000 --> 00:00:02,000\n독립문\n");
    assert_int_equal(in.calls, 2);
    kt_subtitle_free(s);
    kt_text_free(in.text);
    kt_ctx_free(in.ctx);
    kt_engine_close(engine);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(same_result_everywhere),
        cmocka_unit_test(a_child_goes_on),
        cmocka_unit_test(callbacks_may_call),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
