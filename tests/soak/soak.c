/* Long unattended work: eight contexts on one engine go through mixed input for so many minutes.
 * Every result must be the one that a new context gave alone, and memory must stay flat.
 *
 *   build/release/tests/soak_contexts [MINUTES [THREADS]]        default 30 and 8; ctest runs a few
 * seconds
 *
 * Prints a line a minute and a summary; the exit status is 1 when a result differs or memory grows.
 */
#define _POSIX_C_SOURCE 200809L

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "kotext/kotext.h"

enum { JOBS = 96, MOST_THREADS = 64, ROOM = 4096 };

static kt_engine *engine;
static uint64_t expected[JOBS];
static atomic_bool stop;
static atomic_ulong done, different;

/* ---- the input ------------------------------------------------------------------------------ */

static const char *const pieces[] = {
    "문재인 대통령은 판문점에서 김정은 위원장을 만났다. ",
    "나는학교에갔다 할수있다 ",
    "大韓民國의 歷史와 樂園 ",
    "President Moon Jae-in met Kim Jong-un at Panmunjom. ",
    "값어치 있는 일, 꽃잎 위의 3,000원 2024년 3월 1일 ",
    "\u1112\u1161\u11ab\u1100\u1173\u11af e\u0301\u0323 ",
    "\xff\xed\xa0\x80 ㅋㅋㅋ ㅎㅏㄴ글 ",
    "“간다. 온다.”라고 했다. KBS 뉴스, LG전자가 ",
    "로버트 콜드웰과 스타일 종로구 종로2가 ",
    "\n\n",
    "<i>개성</i> &amp; {\\an8} ",
};
enum { PIECES = sizeof pieces / sizeof *pieces };

static uint32_t next_random(uint32_t *state) {
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

/* The text of a job: always the same, from one piece to some kilobytes. */
static kt_str text_of(int job, char room[ROOM]) {
    uint32_t seed = (uint32_t)job * 2654435761u + 1;
    size_t len = 0, wanted = 1 + next_random(&seed) % (job % 8 == 0 ? 40 : 8);
    for (size_t i = 0; i < wanted; i++) {
        const char *piece = pieces[next_random(&seed) % PIECES];
        size_t more = strlen(piece);
        if (len + more > ROOM) break;
        memcpy(room + len, piece, more);
        len += more;
    }
    return (kt_str){room, len};
}

/* ---- the work: each kind of call, what comes out added up ----------------------------------- */

typedef struct worker {
    kt_ctx *ctx;
    kt_text *text;
    uint64_t sum;
} worker;

static void add(worker *w, const void *bytes, size_t len) {
    const unsigned char *p = bytes;
    for (size_t i = 0; i < len; i++)
        w->sum = (w->sum ^ p[i]) * 1099511628211u; /* FNV-1a */
}

static void add_status(worker *w, kt_status status) {
    add(w, &status, sizeof status);
}

static void add_text(worker *w, kt_status status) {
    kt_str text = kt_text_str(w->text);
    add_status(w, status);
    if (status == KT_OK) add(w, text.ptr, text.len);
}

static void transform(worker *w, kt_str in, int job) {
    kt_romanize_options latin = KT_ROMANIZE_INIT;
    latin.scheme = (kt_scheme)(job % KT_SCHEMES);
    latin.foreign = job % 2;
    latin.numbers = (kt_numbers)(job % 2);
    add_text(w, kt_romanize(w->ctx, in, &latin, w->text));
    add_text(w, kt_pronounce(w->ctx, in, NULL, w->text));
    add_text(w, kt_normalize(w->ctx, in, NULL, w->text));
    add_text(w, kt_hanja(w->ctx, in, NULL, w->text));
    add_text(w, kt_space_repair(w->ctx, in, NULL, w->text));
    add_text(w, kt_slug(w->ctx, in, NULL, w->text));
}

static void take_apart(worker *w, kt_str in, int job) {
    kt_segment_options units = KT_SEGMENT_INIT;
    const kt_span *spans;
    const kt_mention *names;
    const kt_analysis *readings;
    size_t count;
    units.unit = (kt_unit)(job % (KT_UNIT_MORPHEME + 1));
    kt_status status = kt_segment(w->ctx, in, &units, &spans, &count);
    add_status(w, status);
    if (status == KT_OK) add(w, spans, count * sizeof *spans);
    status = kt_analyze(w->ctx, in, NULL, &readings, &count);
    add_status(w, status);
    if (status == KT_OK) add(w, &readings[0].cost, sizeof readings[0].cost);
    status = kt_names_detect(w->ctx, in, &names, &count);
    add_status(w, status);
    for (size_t i = 0; status == KT_OK && i < count; i++)
        add(w, &names[i].span, sizeof names[i].span);
}

static void rewrite(worker *w, kt_str in) {
    const kt_transliterated *forms;
    const kt_spelling *spellings;
    size_t count;
    kt_str word = {in.ptr, in.len < 60 ? in.len : 60};
    kt_status status = kt_transliterate(w->ctx, word, NULL, &forms, &count);
    add_status(w, status);
    for (size_t i = 0; status == KT_OK && i < count; i++)
        add(w, forms[i].text.ptr, forms[i].text.len);
    status = kt_names_spell(w->ctx, (kt_str){"조명균", 9}, NULL, &spellings, &count);
    add_status(w, status);
    for (size_t i = 0; status == KT_OK && i < count; i++)
        add(w, spellings[i].text.ptr, spellings[i].text.len);
}

static void subtitle(worker *w, kt_str in, int job) {
    static const char head[] = "WEBVTT\n\n00:01.000 --> 00:02.000\n";
    char file[ROOM + sizeof head];
    kt_subtitle *s = NULL;
    kt_str out = {NULL, 0};
    memcpy(file, head, sizeof head - 1);
    memcpy(file + sizeof head - 1, in.ptr, in.len);
    kt_str bytes = {file, sizeof head - 1 + in.len};
    kt_status status = kt_subtitle_open(NULL, bytes, NULL, &s, NULL);
    if (status == KT_OK)
        status = kt_subtitle_convert(s, (kt_format)(1 + job % (KT_FORMAT_COUNT - 1)), &out);
    add_status(w, status);
    if (status == KT_OK) add(w, out.ptr, out.len);
    kt_subtitle_free(s);
}

static void align(worker *w, kt_str in) {
    kt_align_unit ko = {in, 0, 0};
    kt_align_unit en = {{pieces[3], strlen(pieces[3])}, 0, 0};
    const kt_link *links;
    size_t count;
    kt_status status = kt_align(w->ctx, &ko, 1, &en, 1, NULL, &links, &count);
    add_status(w, status);
    for (size_t i = 0; status == KT_OK && i < count; i++) {
        add(w, &links[i].ko, sizeof links[i].ko);
        add(w, &links[i].en, sizeof links[i].en);
    }
}

static uint64_t result_of(worker *w, int job) {
    char room[ROOM];
    kt_str in = text_of(job, room);
    w->sum = 14695981039346656037u;
    transform(w, in, job);
    take_apart(w, in, job);
    rewrite(w, in);
    subtitle(w, in, job);
    align(w, in);
    return w->sum;
}

/* ---- threads -------------------------------------------------------------------------------- */

static bool begin(worker *w) {
    *w = (worker){NULL, NULL, 0};
    return kt_ctx_new(engine, &w->ctx) == KT_OK && kt_text_new(NULL, &w->text) == KT_OK;
}

static void end(worker *w) {
    kt_text_free(w->text);
    kt_ctx_free(w->ctx);
}

static void *work(void *start) {
    worker w;
    uint32_t seed = *(const uint32_t *)start;
    if (!begin(&w)) atomic_fetch_add(&different, 1);
    while (w.text != NULL && !atomic_load(&stop)) {
        int job = (int)(next_random(&seed) % JOBS);
        if (result_of(&w, job) != expected[job]) {
            fprintf(stderr, "soak: job %d gave another result\n", job);
            atomic_fetch_add(&different, 1);
        }
        atomic_fetch_add(&done, 1);
    }
    end(&w);
    return NULL;
}

/* Resident kilobytes of this process. */
static long resident(void) {
    long all = 0, pages = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (file == NULL) return 0;
    if (fscanf(file, "%ld %ld", &all, &pages) != 2) pages = 0;
    fclose(file);
    return pages * (sysconf(_SC_PAGESIZE) / 1024);
}

static double seconds_since(const struct timespec *start) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - start->tv_sec) + (double)(now.tv_nsec - start->tv_nsec) / 1e9;
}

/* Memory at a fifth of the time, when caches are full, and at its highest behind that. */
typedef struct memory {
    long settled, highest;
} memory;

static memory watch(double seconds) {
    struct timespec start, nap = {0, 200000000};
    memory m = {0, 0};
    int minutes = 0;
    clock_gettime(CLOCK_MONOTONIC, &start);
    for (double at = 0; at < seconds; at = seconds_since(&start)) {
        long now = resident();
        if (at > seconds / 5 && m.settled == 0) m.settled = now;
        if (now > m.highest && m.settled > 0) m.highest = now;
        if (at >= 60 * (minutes + 1)) {
            minutes = (int)(at / 60);
            printf("%3d min: %lu jobs, %ld KB resident\n", minutes, atomic_load(&done), now);
            fflush(stdout);
        }
        nanosleep(&nap, NULL);
    }
    return m;
}

/* Each context keeps what it read (its caches fill slowly): some megabytes are no leak. */
static bool is_flat(memory m, int threads) {
#ifdef SOAK_MEMORY_UNKNOWN
    (void)threads;
    return m.highest > 0;
#else
    return m.highest - m.settled <= 1024L * threads + m.settled / 20;
#endif
}

int main(int argc, char **argv) {
    double minutes = argc > 1 ? atof(argv[1]) : 30;
    int threads = argc > 2 ? atoi(argv[2]) : 8;
    pthread_t ids[MOST_THREADS];
    uint32_t seeds[MOST_THREADS];
    if (minutes <= 0 || threads < 1 || threads > MOST_THREADS) {
        fputs("usage: soak [MINUTES [THREADS]]\n", stderr);
        return 2;
    }
    if (kt_engine_open(NULL, &engine, NULL) != KT_OK) return 1;
    for (int job = 0; job < JOBS; job++) {
        worker alone;
        if (!begin(&alone)) return 1;
        expected[job] = result_of(&alone, job);
        end(&alone);
    }
    for (int i = 0; i < threads; i++) {
        seeds[i] = (uint32_t)i * 7919u + 1;
        if (pthread_create(&ids[i], NULL, work, &seeds[i]) != 0) return 1;
    }
    memory m = watch(minutes * 60);
    atomic_store(&stop, true);
    for (int i = 0; i < threads; i++)
        pthread_join(ids[i], NULL);
    kt_engine_close(engine);
    printf(
        "soak: %d contexts, %.1f minutes, %lu jobs, %lu different; %ld KB settled, %ld KB at most\n",
        threads, minutes, atomic_load(&done), atomic_load(&different), m.settled, m.highest);
    return atomic_load(&different) > 0 || !is_flat(m, threads);
}
