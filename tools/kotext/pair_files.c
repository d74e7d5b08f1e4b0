#define _POSIX_C_SOURCE 200809L

#include "pair_files.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

char *path_joined(const char *a, size_t a_len, const char *b, const char *c) {
    size_t size = a_len + strlen(b) + strlen(c) + 1;
    char *out = malloc(size);
    if (out != NULL) snprintf(out, size, "%.*s%s%s", (int)a_len, a, b, c);
    return out;
}

static bool add_pair(pairs *p, char *ko, char *en) {
    if (p->count == p->capacity) {
        size_t capacity = p->capacity == 0 ? 64 : p->capacity * 2;
        file_pair *list = realloc(p->list, capacity * sizeof *list);
        if (list == NULL) return false;
        p->list = list;
        p->capacity = capacity;
    }
    p->list[p->count++] = (file_pair){ko, en};
    return true;
}

/* Where `language` (".ko") stands in the name of a file; NULL when it does not. */
static const char *mark_in(const char *path, const char *language) {
    const char *mark = NULL;
    for (const char *at = strstr(path, language); at != NULL; at = strstr(at + 1, language))
        if (strchr(at, '/') == NULL && (at[3] == '.' || at[3] == '\0')) mark = at;
    return mark;
}

/* The file beside NAME.ko.EXT in the other language; NULL when it is none, and, which is told of,
 * when there is none. */
static char *partner(const char *path, const char *language, const char *other) {
    const char *mark = mark_in(path, language);
    struct stat info;
    if (mark == NULL) return NULL;
    char *beside = path_joined(path, (size_t)(mark - path), other, mark + 3);
    if (beside == NULL || (stat(beside, &info) == 0 && S_ISREG(info.st_mode))) return beside;
    const char *slash = strrchr(beside, '/');
    fprintf(stderr, "kotext: %s: warning: left out, there is no %s beside it\n", path,
            slash == NULL ? beside : slash + 1);
    free(beside);
    return NULL;
}

static int by_name(const void *left, const void *right) {
    return strcmp(((const file_pair *)left)->ko, ((const file_pair *)right)->ko);
}

static int find(const char *folder, int depth, pairs *out);

static int find_entry(char *path, int depth, pairs *out) {
    struct stat info;
    if (lstat(path, &info) != 0) {
        free(path);
        return EXIT_DONE;
    }
    if (S_ISDIR(info.st_mode)) {
        int status = find(path, depth + 1, out);
        free(path);
        return status;
    }
    char *en = S_ISREG(info.st_mode) ? partner(path, ".ko", ".en") : NULL;
    if (en != NULL && add_pair(out, path, en)) return EXIT_DONE;
    if (S_ISREG(info.st_mode)) free(partner(path, ".en", ".ko"));
    free(path);
    free(en);
    return en == NULL ? EXIT_DONE : complain(EXIT_IO, NULL, 0, 0, "out of memory");
}

static int find(const char *folder, int depth, pairs *out) {
    enum { DEEPEST = 64 };
    int status = EXIT_DONE;
    if (depth > DEEPEST) return complain(EXIT_USAGE, folder, 0, 0, "folders nested too deep");
    DIR *dir = opendir(folder);
    if (dir == NULL) return complain(EXIT_IO, folder, 0, 0, strerror(errno));
    for (struct dirent *e = readdir(dir); e != NULL && status == EXIT_DONE; e = readdir(dir)) {
        if (e->d_name[0] == '.') continue;
        char *path = path_joined(folder, strlen(folder), "/", e->d_name);
        status = path == NULL ? complain(EXIT_IO, NULL, 0, 0, "out of memory")
                              : find_entry(path, depth, out);
    }
    closedir(dir);
    return status;
}

void pairs_free(pairs *p) {
    for (size_t i = 0; i < p->count; i++) {
        free(p->list[i].ko);
        free(p->list[i].en);
    }
    free(p->list);
}

int pairs_find(const char *folder, pairs *out) {
    int status = find(folder, 0, out);
    if (out->count > 0) qsort(out->list, out->count, sizeof *out->list, by_name);
    return status;
}

int pairs_add(const char *ko, const char *en, pairs *out) {
    char *names[2] = {path_joined(ko, strlen(ko), "", ""), path_joined(en, strlen(en), "", "")};
    if (names[0] != NULL && names[1] != NULL && add_pair(out, names[0], names[1])) return EXIT_DONE;
    free(names[0]);
    free(names[1]);
    return complain(EXIT_IO, NULL, 0, 0, "out of memory");
}

int pairs_none(const char *folder) {
    return complain(EXIT_FINDINGS, folder, 0, 0, "holds no pairs NAME.ko.EXT and NAME.en.EXT");
}

bool is_folder(const char *path) {
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

bool is_file(const char *path) {
    struct stat info;
    return stat(path, &info) == 0 && !S_ISDIR(info.st_mode);
}
