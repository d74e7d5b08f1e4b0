#define _POSIX_C_SOURCE 200809L

#include "kotext/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/alloc.h"
#include "core/status.h"

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

/* The new file takes the old one's mode, or what the umask leaves of 0666. */
static mode_t wanted_mode(const char *path) {
    struct stat info;
    if (stat(path, &info) == 0) return info.st_mode & 07777;
    mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

static int fill_and_rename(int fd, const char *temporary, const char *path, kt_str bytes) {
    int failed = fchmod(fd, wanted_mode(path)) != 0 || write_all(fd, bytes) != 0 || fsync(fd) != 0;
    failed |= close(fd) != 0;
    return failed || rename(temporary, path) != 0 ? -1 : 0;
}

kt_status kt_file_replace(const char *path, kt_str bytes, kt_error *err) {
    if (path == NULL) return kti_fail(err, KT_ERR_ARG, 0, "no path");
    kt_alloc alloc = kti_alloc_libc();
    static const char suffix[] = ".XXXXXX";
    size_t size = strlen(path) + sizeof suffix;
    char *temporary = kti_alloc_get(&alloc, size);
    if (temporary == NULL) return kti_fail(err, KT_ERR_NOMEM, 0, "out of memory");
    snprintf(temporary, size, "%s%s", path, suffix);
    kt_status status = KT_OK;
    int fd = mkstemp(temporary);
    if (fd < 0) {
        status = kti_fail(err, KT_ERR_IO, 0, "cannot make a file beside it");
    } else if (fill_and_rename(fd, temporary, path, bytes) != 0) {
        unlink(temporary);
        status = kti_fail(err, KT_ERR_IO, 0, "cannot write");
    }
    kti_alloc_free(&alloc, temporary, size);
    return status;
}
