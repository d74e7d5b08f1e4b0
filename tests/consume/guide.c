/* The C of docs/api.md, block by block as it stands there (consume.sh writes guide-N.h), with what
 * a reader would have around it, and what the text there says comes of it. */
#include <kotext/kotext.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TEXT(s)     ((kt_str){s, sizeof s - 1})
#define CHECK(fine) ((fine) ? (void)0 : fail(#fine, __LINE__))

static void fail(const char *what, int line) {
    fprintf(stderr, "guide.c:%d: %s\n", line, what);
    exit(1);
}

static int same(kt_str a, const char *b) {
    return a.len == strlen(b) && memcmp(a.ptr, b, a.len) == 0;
}

static kt_str part(kt_str text, kt_span span) {
    return (kt_str){text.ptr + span.start, span.end - span.start};
}

static void transforms(kt_ctx *ctx) {
    kt_str line = TEXT("서로 사랑");
#include "guide-2.h"
    CHECK(same(latin, "seoro sarang") && same(part(line, back), "서로"));
    CHECK(count > 1 && strcmp(why.standard, "Revised Romanization") == 0 &&
          strcmp(why.article, "2") == 0);
    kt_text_free(out);
}

static void words(kt_ctx *ctx) {
    kt_str line = TEXT("대통령이 갔다");
#include "guide-3.h"
    kt_eojeol first = list[0].eojeols[0];
    CHECK(count > 0 && same(part(line, first.stem), "대통령") &&
          same(part(line, first.josa), "이"));
}

static void particles(kt_ctx *ctx) {
    kt_str text = TEXT("트럼프으로는");
    kt_text *out;
    CHECK(kt_text_new(NULL, &out) == KT_OK);
#include "guide-4.h"
    CHECK(same(kt_text_str(out), "트럼프로는"));
    kt_text_free(out);
}

/* Where words end is told by the word list alone. */
static void spaces(kt_ctx *ctx, int has_words) {
    kt_str text = TEXT("나는학교 에 갔다");
    kt_text *out;
    CHECK(kt_text_new(NULL, &out) == KT_OK);
#include "guide-5.h"
    CHECK(same(kt_text_str(out), "나는 학교에 갔다") || !has_words);
    kt_text_free(out);
}

static void subtitles(kt_ctx *ctx) {
    kt_str bytes = TEXT("1\n00:00:01,000 --> 00:00:02,000\n<i>서울</i>에 &amp;\n");
    kt_error err;
    kt_text *plain, *latin;
    CHECK(kt_text_new(NULL, &plain) == KT_OK && kt_text_new(NULL, &latin) == KT_OK);
#include "guide-6.h"
    CHECK(same(kt_text_str(plain), "서울에 &"));
    CHECK(same(bytes, "1\n00:00:01,000 --> 00:00:02,000\n<i>Seou</i>re &amp;\n"));
    kt_subtitle_free(s);
    kt_text_free(plain);
    kt_text_free(latin);
}

/* An argument: the library has no word list. */
int main(int argc, char **argv) {
    (void)argv;
#include "guide-1.h"
    CHECK(engine != NULL && ctx != NULL);
    transforms(ctx);
    words(ctx);
    particles(ctx);
    spaces(ctx, argc == 1);
    subtitles(ctx);
    kt_ctx_free(ctx);
    kt_engine_close(engine);
    return 0;
}
