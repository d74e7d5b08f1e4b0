/* How fast subtitle files are read and written, and a film's SAMI becomes romanized ASS.
 *
 *     bench_subtitle [film]      CPU time, of the best of three runs; film: only that
 */
#include <kotext/kotext.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { RUNS = 3, FILE_SIZE = 32 << 20, CUES = 2400 /* of three hours */ };

typedef struct file {
    char *bytes;
    size_t len, capacity;
} file;

static void must(int fine, const char *what) {
    if (fine) return;
    fprintf(stderr, "bench_subtitle: %s\n", what);
    exit(1);
}

static void add(file *f, const char *text) {
    size_t len = strlen(text);
    while (f->capacity - f->len < len) {
        f->capacity = f->capacity == 0 ? 1 << 20 : f->capacity * 2;
        f->bytes = realloc(f->bytes, f->capacity);
        must(f->bytes != NULL, "out of memory");
    }
    memcpy(f->bytes + f->len, text, len);
    f->len += len;
}

static const char *const lines[] = {"문재인 대통령은 판문점에서 만났다",
                                    "- 누구세요?\n- <i>조명균</i> 장관입니다",
                                    "그 사람이 어제 여기로 왔다고 했어요",
                                    "비가 올 것 같은데 우산은 있어?", "Hello, 세상 & 모두들!"};

static double seconds_since(clock_t start) {
    return (double)(clock() - start) / CLOCKS_PER_SEC;
}

static void add_times(file *f, const char *shape, int i) {
    char text[80];
    int s = i * 4;
    snprintf(text, sizeof text, shape, s / 3600 % 100, s / 60 % 60, s % 60, (s + 3) / 3600 % 100,
             (s + 3) / 60 % 60, (s + 3) % 60);
    add(f, text);
}

static file make(kt_format format) {
    file f = {NULL, 0, 0};
    char number[24];
    if (format == KT_FORMAT_VTT) add(&f, "WEBVTT\n\n");
    for (int i = 0; f.len < FILE_SIZE; i++) {
        snprintf(number, sizeof number, "%d\n", i + 1);
        add(&f, number);
        add_times(&f,
                  format == KT_FORMAT_VTT ? "%02d:%02d:%02d.000 --> %02d:%02d:%02d.500\n"
                                          : "%02d:%02d:%02d,000 --> %02d:%02d:%02d,500\n",
                  i);
        add(&f, lines[i % 5]);
        add(&f, "\n\n");
    }
    return f;
}

/* Every fifth cue is changed, all times are moved, and the file is written. */
static double read_and_write(const file *f) {
    kt_subtitle *s = NULL;
    kt_str out;
    clock_t start = clock();
    must(kt_subtitle_open(NULL, (kt_str){f->bytes, f->len}, NULL, &s, NULL) == KT_OK, "not read");
    size_t count = kt_subtitle_cues(s, NULL);
    for (size_t i = 0; i < count; i += 5)
        must(kt_subtitle_set_text(s, i, (kt_str){"가나다", 9}) == KT_OK, "not set");
    must(kt_subtitle_shift(s, 1500, 1, 1) == KT_OK, "not shifted");
    must(kt_subtitle_save(s, NULL, &out, NULL) == KT_OK, "not saved");
    double time = seconds_since(start);
    kt_subtitle_free(s);
    return time;
}

static double convert(const file *f, kt_format to) {
    kt_subtitle *s = NULL;
    kt_str out;
    clock_t start = clock();
    must(kt_subtitle_open(NULL, (kt_str){f->bytes, f->len}, NULL, &s, NULL) == KT_OK, "not read");
    must(kt_subtitle_convert(s, to, &out) == KT_OK, "not converted");
    double time = seconds_since(start);
    kt_subtitle_free(s);
    return time;
}

static double identity(const file *f) {
    kt_subtitle *s = NULL;
    kt_text *text = NULL;
    clock_t start = clock();
    must(kt_subtitle_open(NULL, (kt_str){f->bytes, f->len}, NULL, &s, NULL) == KT_OK, "not read");
    must(kt_text_new(NULL, &text) == KT_OK && kt_subtitle_write(s, text) == KT_OK, "not written");
    double time = seconds_since(start);
    must(kt_text_str(text).len == f->len, "not the same");
    kt_text_free(text);
    kt_subtitle_free(s);
    return time;
}

static void show(const char *what, const file *f, double seconds) {
    printf("%-28s %7.1f MB/s\n", what, (double)f->len / 1e6 / seconds);
}

static void formats(void) {
    static const kt_format two[] = {KT_FORMAT_SRT, KT_FORMAT_VTT};
    for (int i = 0; i < 2; i++) {
        file f = make(two[i]);
        double same = 1e9, changed = 1e9, other = 1e9;
        for (int run = 0; run < RUNS; run++) {
            double now[3] = {identity(&f), read_and_write(&f), convert(&f, two[1 - i])};
            if (now[0] < same) same = now[0];
            if (now[1] < changed) changed = now[1];
            if (now[2] < other) other = now[2];
        }
        show(i == 0 ? "srt, read and write" : "vtt, read and write", &f, same);
        show(i == 0 ? "srt, changed and moved" : "vtt, changed and moved", &f, changed);
        show(i == 0 ? "srt to vtt" : "vtt to srt", &f, other);
        free(f.bytes);
    }
}

/* ---- a film --------------------------------------------------------------------------------- */

static file film(void) {
    file f = {NULL, 0, 0};
    char text[80];
    add(&f,
        "<SAMI><HEAD><STYLE><!--\n.KRCC {Name:Korean; lang:ko-KR;}\n--></STYLE></HEAD><BODY>\n");
    for (int i = 0; i < CUES; i++) {
        snprintf(text, sizeof text, "<SYNC Start=%d><P Class=KRCC>\n", i * 4500);
        add(&f, text);
        add(&f, lines[(i * 7 + i / 5) % 5]);
        snprintf(text, sizeof text, " %d번째\n<SYNC Start=%d><P Class=KRCC>&nbsp;\n", i,
                 i * 4500 + 3500);
        add(&f, text);
    }
    add(&f, "</BODY></SAMI>\n");
    return f;
}

static double romanize(kt_ctx *ctx, const file *f) {
    kt_subtitle *s = NULL;
    kt_text *plain = NULL, *latin = NULL;
    kt_str out;
    clock_t start = clock();
    must(kt_subtitle_open(NULL, (kt_str){f->bytes, f->len}, NULL, &s, NULL) == KT_OK, "not read");
    must(kt_text_new(NULL, &plain) == KT_OK && kt_text_new(NULL, &latin) == KT_OK, "no memory");
    for (size_t i = 0; i < kt_subtitle_cues(s, NULL); i++) {
        must(kt_subtitle_plain(s, i, plain) == KT_OK, "not plain");
        must(kt_romanize(ctx, kt_text_str(plain), NULL, latin) == KT_OK, "not romanized");
        must(kt_subtitle_apply(s, i, latin, KT_LAYOUT_BELOW) == KT_OK, "not applied");
    }
    must(kt_subtitle_convert(s, KT_FORMAT_ASS, &out) == KT_OK, "not converted");
    double time = seconds_since(start);
    kt_text_free(plain);
    kt_text_free(latin);
    kt_subtitle_free(s);
    return time;
}

int main(int argc, char **argv) {
    kt_engine *engine = NULL;
    kt_ctx *ctx = NULL;
    file f = film();
    double first, best = 1e9;
    if (argc < 2 || strcmp(argv[1], "film") != 0) formats();
    must(kt_engine_open(NULL, &engine, NULL) == KT_OK && kt_ctx_new(engine, &ctx) == KT_OK,
         "no engine");
    first = romanize(ctx, &f);
    for (int run = 0; run < RUNS; run++) {
        double now = romanize(ctx, &f);
        if (now < best) best = now;
    }
    printf("%-28s %7.1f ms cold, %.1f ms warm\n", "3 h of SAMI to romanized ASS", first * 1e3,
           best * 1e3);
    kt_ctx_free(ctx);
    kt_engine_close(engine);
    free(f.bytes);
    return 0;
}
