/* One engine, many contexts: every thread gets what one thread gets. Run under the thread
 * sanitizer. */
#include <pthread.h>

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

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(same_result_everywhere)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
