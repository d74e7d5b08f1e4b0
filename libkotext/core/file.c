#define _XOPEN_SOURCE 700 /* realpath */

#include "kotext/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "core/alloc.h"
#include "core/status.h"

enum { SUFFIX = 6, ATTEMPTS = 100 }; /* letters behind a temporary name, names tried */

static kt_status map_descriptor(int fd, kt_file *out, kt_error *err) {
    struct stat info;
    if (fstat(fd, &info) != 0) return kti_fail(err, KT_ERR_IO, 0, "cannot read the file's size");
    if (S_ISDIR(info.st_mode)) return kti_fail(err, KT_ERR_IO, 0, "is a directory");
    if (!S_ISREG(info.st_mode)) return kti_fail(err, KT_ERR_IO, 0, "is no regular file");
    if (info.st_size < 0 || (uintmax_t)info.st_size > SIZE_MAX)
        return kti_fail(err, KT_ERR_TOO_LARGE, 0, "file does not fit in memory");
    if (info.st_size == 0) return KT_OK;
    size_t len = (size_t)info.st_size;
    void *bytes = mmap(NULL, len, PROT_READ, MAP_PRIVATE, fd, 0);
    if (bytes == MAP_FAILED) return kti_fail(err, KT_ERR_IO, 0, "cannot map the file");
    *out = (kt_file){{bytes, len}, 1};
    return KT_OK;
}

kt_status kt_file_map(const char *path, kt_file *out, kt_error *err) {
    if (path == NULL || out == NULL) return kti_fail(err, KT_ERR_ARG, 0, "no path");
    *out = (kt_file){{NULL, 0}, 0};
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return kti_fail(err, KT_ERR_IO, 0,
                        errno == ENOENT ? "no such file" : "cannot open for reading");
    kt_status status = map_descriptor(fd, out, err);
    close(fd);
    return status;
}

void kt_file_unmap(kt_file *file) {
    /* munmap wants a pointer to non-const; the mapping itself is read-only. */
    if (file == NULL) return;
    if (file->mapped) munmap((void *)(uintptr_t)file->bytes.ptr, file->bytes.len);
    *file = (kt_file){{NULL, 0}, 0};
}

static int write_all(int fd, kt_str bytes) {
    size_t done = 0;
    while (done < bytes.len) {
        ssize_t wrote = write(fd, bytes.ptr + done, bytes.len - done);
        if (wrote < 0 && errno == EINTR) continue;
        if (wrote <= 0) return -1;
        done += (size_t)wrote;
    }
    return 0;
}

/* /dev/stdout and the like: links to what others have open, be it a file. */
static int is_descriptor(const char *path) {
    return strncmp(path, "/dev/", 5) == 0 || strncmp(path, "/proc/", 6) == 0;
}

/* What no rename may take the place of - a device, a FIFO - is written to as it is. */
static int write_through(const char *path, kt_str bytes) {
    int fd = open(path, O_WRONLY | O_APPEND | O_CLOEXEC);
    if (fd < 0) return -1;
    int failed = write_all(fd, bytes) != 0;
    return close(fd) != 0 || failed ? -1 : 0;
}

/* Six letters that hardly any other thread or process chooses; O_EXCL sees to the rest. */
static void choose_suffix(char *suffix, unsigned attempt) {
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz012345";
    struct timespec now = {0, 0};
    clock_gettime(CLOCK_REALTIME, &now);
    uint64_t seed = (uint64_t)now.tv_nsec ^ (uint64_t)now.tv_sec << 30 ^ (uint64_t)getpid() << 16;
    seed = (seed + attempt + (uintptr_t)suffix) * UINT64_C(0x9E3779B97F4A7C15);
    for (int i = 0; i < SUFFIX; i++)
        suffix[i] = letters[seed >> (64 - 5 * (i + 1)) & 31];
}

static int open_temporary(char *temporary, size_t len, mode_t mode) {
    int fd = -1;
    for (unsigned attempt = 0; attempt < ATTEMPTS; attempt++) {
        choose_suffix(temporary + len - SUFFIX, attempt);
        fd = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
        if (fd >= 0 || errno != EEXIST) break;
    }
    return fd;
}

/* `old` is what the new file takes the place of, or NULL. */
static int fill_and_rename(int fd, const char *temporary, const char *path, const struct stat *old,
                           kt_str bytes) {
    int failed = (old != NULL && fchmod(fd, old->st_mode & 0777) != 0) ||
                 write_all(fd, bytes) != 0 || fsync(fd) != 0;
    failed |= close(fd) != 0;
    return failed || rename(temporary, path) != 0 ? -1 : 0;
}

/* The kernel takes the umask off the mode of a file that is new. */
static kt_status put_beside(const char *path, const struct stat *old, kt_str bytes, kt_error *err) {
    kt_alloc alloc = kti_alloc_libc();
    size_t len = strlen(path) + 1 + SUFFIX;
    char *temporary = kti_alloc_get(&alloc, len + 1);
    if (temporary == NULL) return kti_fail(err, KT_ERR_NOMEM, 0, "out of memory");
    snprintf(temporary, len + 1, "%s.%*s", path, SUFFIX, "");
    kt_status status = KT_OK;
    int fd = open_temporary(temporary, len, old == NULL ? 0666 : old->st_mode & 0777);
    if (fd < 0) {
        status = kti_fail(err, KT_ERR_IO, 0, "cannot make a file beside it");
    } else if (fill_and_rename(fd, temporary, path, old, bytes) != 0) {
        unlink(temporary);
        status = kti_fail(err, KT_ERR_IO, 0, "cannot write");
    }
    kti_alloc_free(&alloc, temporary, len + 1);
    return status;
}

kt_status kt_file_replace(const char *path, kt_str bytes, kt_error *err) {
    if (path == NULL) return kti_fail(err, KT_ERR_ARG, 0, "no path");
    struct stat old;
    if (lstat(path, &old) != 0) return put_beside(path, NULL, bytes, err);
    int linked = S_ISLNK(old.st_mode);
    if (linked && stat(path, &old) != 0) return kti_fail(err, KT_ERR_IO, 0, "is a link to no file");
    if (!S_ISREG(old.st_mode) || is_descriptor(path))
        return write_through(path, bytes) == 0 ? KT_OK
                                               : kti_fail(err, KT_ERR_IO, 0, "cannot write");
    if (!linked) return put_beside(path, &old, bytes, err);
    char *target = realpath(path, NULL);
    if (target == NULL) return kti_fail(err, KT_ERR_IO, 0, "cannot follow the link");
    kt_status status = put_beside(target, &old, bytes, err);
    free(target);
    return status;
}
