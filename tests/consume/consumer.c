/* A program outside the project: romanizes one word through the installed headers and library. */
#include <kotext/kotext.h>

#include <stdio.h>

int main(void) {
    kt_engine *engine = NULL;
    kt_ctx *ctx = NULL;
    kt_text *text = NULL;
    kt_str word = {"\xED\x95\x9C\xEA\xB8\x80", 6}; /* 한글 */
    int failed = kt_engine_open(NULL, &engine, NULL) != KT_OK ||
                 kt_ctx_new(engine, &ctx) != KT_OK || kt_text_new(NULL, &text) != KT_OK ||
                 kt_romanize(ctx, word, NULL, text) != KT_OK;
    if (!failed) printf("%.*s\n", (int)kt_text_str(text).len, kt_text_str(text).ptr);
    kt_text_free(text);
    kt_ctx_free(ctx);
    kt_engine_close(engine);
    return failed;
}
