/* glossary_build.c - a glossary of folders: every NAME.ko.EXT with its NAME.en.EXT, aligned by as
 * many threads as --jobs says. With --cache the glossary of each pair is kept under the hash of
 * both files, so that a run that was broken off, or a later one, does only what is missing. */
#define _POSIX_C_SOURCE 200809L

#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "glossary_file.h"
#include "pair_files.h"
#include "side.h"

/* ---- one pair ------------------------------------------------------------------------------- */

static uint64_t hash(uint64_t h, kt_str bytes) {
    for (size_t i = 0; i < bytes.len; i++)
        h = (h ^ (unsigned char)bytes.ptr[i]) * 0x100000001B3u;
    return (h ^ bytes.len) * 0x100000001B3u;
}

static bool hash_file(const char *path, uint64_t *h) {
    kt_file file;
    if (kt_file_map(path, &file, NULL) != KT_OK) return false;
    *h = hash(*h, file.bytes);
    kt_file_unmap(&file);
    return true;
}

/* What the result depends on: the texts, the data, the options. NULL without a cache. */
static char *cached_name(const session *s, const file_pair *p) {
    char name[40];
    const char *folder = arguments_value(s->args, OPT_CACHE, NULL);
    uint64_t h = 0xCBF29CE484222325u;
    if (folder == NULL || !hash_file(p->ko, &h) || !hash_file(p->en, &h)) return NULL;
    h = hash(h, str_of(kt_version()));
    h = hash(h, str_of(kt_engine_data_info(s->engine)));
    h = hash(h, str_of(arguments_value(s->args, OPT_THRESHOLD, "50")));
    h = hash(h, str_of(arguments_has(s->args, OPT_PARALLEL) ? "parallel" : ""));
    h = hash(h, str_of(p->ko));
    h = hash(h, (kt_str){s->user_dict.ptr, s->user_dict.len});
    snprintf(name, sizeof name, "/%016llx.tsv", (unsigned long long)h);
    return path_joined(folder, strlen(folder), name, "");
}

static kt_status add_links(session *s, const side *ko, const side *en, kt_glossary *g,
                           link_tally *tally) {
    const kt_link *links;
    size_t count;
    kt_align_options options;
    if (!sides_options(s->args, ko, en, &options)) return KT_ERR_ARG;
    kt_status status =
        kt_align(s->ctx, ko->units, ko->count, en->units, en->count, &options, &links, &count);
    if (status == KT_OK) tally_links(tally, links, count);
    if (status == KT_OK)
        status = kt_glossary_add_link_names(s->engine, g, ko->units, en->units, links, count);
    return status;
}

/* Where each row comes from: the name of the Korean file. */
static kt_status add_source(kt_glossary *found, const char *source, kt_glossary *into) {
    const kt_glossary_row *rows;
    size_t count;
    kt_status status = kt_glossary_rows(found, &rows, &count);
    for (size_t i = 0; i < count && status == KT_OK; i++) {
        kt_glossary_row row = rows[i];
        row.source = str_of(source);
        status = kt_glossary_add(into, &row);
    }
    return status;
}

/* `*doubtful`: it was told that the two may be no pair. */
static int align_pair(session *s, const file_pair *p, kt_glossary *into, bool *doubtful) {
    link_tally tally = {0, 0};
    const char *names[2] = {p->ko, p->en};
    side ko = {.count = 0}, en = {.count = 0};
    kt_glossary *found = NULL;
    int status = side_load(s, p->ko, "ko", &ko);
    if (status == EXIT_DONE) status = side_load(s, p->en, "en", &en);
    if (status == EXIT_DONE) status = sides_check(s->args, names, &ko, &en);
    if (status == EXIT_DONE) {
        kt_status done = kt_glossary_new(NULL, &found);
        if (done == KT_OK) done = add_links(s, &ko, &en, found, &tally);
        if (done == KT_OK) done = add_source(found, p->ko, into);
        if (done != KT_OK) status = complain_status(s, done, p->ko, 0);
        *doubtful = status == EXIT_DONE && tally_warn(&tally, s->args, names);
    }
    kt_glossary_free(found);
    side_free(&ko);
    side_free(&en);
    return status;
}

/* A file that was cut short, on a full disk say, is none. */
static bool read_cached(const char *name, kt_glossary *into) {
    kt_file file;
    if (kt_file_map(name, &file, NULL) != KT_OK) return false;
    bool whole = file.bytes.len > 0 && file.bytes.ptr[file.bytes.len - 1] == '\n';
    bool fine = whole && kt_glossary_read(into, file.bytes, KT_GLOSSARY_TSV, NULL) == KT_OK;
    kt_file_unmap(&file);
    return fine;
}

static int do_pair(session *s, const file_pair *p, kt_glossary *into) {
    kt_str bytes;
    kt_error err = {KT_OK, 0, 0, ""};
    char *cached = cached_name(s, p);
    int status = EXIT_DONE;
    bool doubtful = false; /* such a pair is not kept, so that each run tells of it */
    if (cached == NULL || !read_cached(cached, into)) {
        status = align_pair(s, p, into, &doubtful);
        if (status == EXIT_DONE && cached != NULL && !doubtful &&
            (kt_glossary_write(into, KT_GLOSSARY_TSV, &bytes) != KT_OK ||
             kt_file_replace(cached, bytes, &err) != KT_OK))
            status = complain(EXIT_IO, cached, 0, 0, err.message);
    }
    free(cached);
    return status;
}

/* ---- all of them ---------------------------------------------------------------------------- */

typedef struct work {
    const session *session;
    const pairs *pairs;
    pthread_mutex_t lock; /* of what follows */
    size_t next;
    int status;
    kt_glossary *into;
} work;

static bool take(work *w, size_t *index) {
    pthread_mutex_lock(&w->lock);
    bool more = w->next < w->pairs->count && w->status < EXIT_IO;
    *index = more ? w->next++ : 0;
    pthread_mutex_unlock(&w->lock);
    return more;
}

/* Adding does not depend on the order in which threads come to an end. */
static void hand_in(work *w, int status, const kt_glossary *found) {
    pthread_mutex_lock(&w->lock);
    if (status == EXIT_DONE && kt_glossary_merge(w->into, found) != KT_OK) status = EXIT_IO;
    if (status > w->status) w->status = status;
    pthread_mutex_unlock(&w->lock);
}

static void *run(void *context) {
    work *w = context;
    size_t index;
    session own = *w->session;
    own.ctx = NULL;
    bool fine = kt_ctx_new(own.engine, &own.ctx) == KT_OK;
    while (fine && take(w, &index)) {
        kt_glossary *found = NULL;
        int status = kt_glossary_new(NULL, &found) == KT_OK
                         ? do_pair(&own, &w->pairs->list[index], found)
                         : EXIT_IO;
        hand_in(w, status, found);
        kt_glossary_free(found);
    }
    if (!fine) hand_in(w, EXIT_IO, NULL);
    kt_ctx_free(own.ctx);
    return NULL;
}

static int run_all(session *s, const pairs *p, kt_glossary *into) {
    enum { MOST = 64 };
    pthread_t threads[MOST];
    long jobs = 1, started = 0;
    work w = {.session = s, .pairs = p, .into = into};
    if (!arguments_number(s->args, OPT_JOBS, 1, MOST, &jobs)) return EXIT_USAGE;
    pthread_mutex_init(&w.lock, NULL);
    while (started < jobs - 1 && pthread_create(&threads[started], NULL, run, &w) == 0)
        started++;
    run(&w);
    while (started > 0)
        pthread_join(threads[--started], NULL);
    pthread_mutex_destroy(&w.lock);
    return w.status;
}

static int make_cache(const arguments *args) {
    const char *folder = arguments_value(args, OPT_CACHE, NULL);
    if (folder == NULL || mkdir(folder, 0777) == 0 || errno == EEXIST) return EXIT_DONE;
    return complain(EXIT_IO, folder, 0, 0, strerror(errno));
}

/* Two files, or folders. */
static int find_pairs(const arguments *args, pairs *out) {
    const char **named = args->operands + 1;
    size_t count = args->operand_count - 1;
    int status = EXIT_DONE;
    if (count == 2 && is_file(named[0]) && !is_folder(named[1]))
        return pairs_add(named[0], named[1], out);
    for (size_t i = 0; i < count && status == EXIT_DONE; i++)
        status = pairs_find(named[i], out);
    return status;
}

int glossary_build(session *s, kt_glossary *into) {
    pairs p = {.count = 0};
    int status = make_cache(s->args);
    if (s->args->operand_count < 2)
        return complain(EXIT_USAGE, NULL, 0, 0, "glossary build: wants folders, or two files");
    if (status == EXIT_DONE) status = find_pairs(s->args, &p);
    if (status == EXIT_DONE && p.count == 0) status = pairs_none(s->args->operands[1]);
    if (status == EXIT_DONE) status = run_all(s, &p, into);
    pairs_free(&p);
    return status;
}
