/* nth.c - preloaded into a command, makes one of its calls to the system fail: the
 * KOTEXT_FAULT_AT-th of KOTEXT_FAULT_CALL, and all that follow when KOTEXT_FAULT_STAYS is set. A
 * byte on descriptor 199 tells that it came to that. Of allocations only the command's own count:
 * ICU 72 waits for itself for ever when one fails while it looks for the default locale, which the
 * command cannot mend. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { TOLD = 199 };

static uintptr_t own_from, own_to; /* the command's code */
static const char *wanted;
static long at, seen;
static bool stays;

/* The command itself comes first. */
static int note_command(struct dl_phdr_info *object, size_t size, void *context) {
    (void)size, (void)context;
    for (int i = 0; i < object->dlpi_phnum; i++) {
        const ElfW(Phdr) *part = &object->dlpi_phdr[i];
        if (part->p_type != PT_LOAD || (part->p_flags & PF_X) == 0) continue;
        own_from = object->dlpi_addr + part->p_vaddr;
        own_to = own_from + part->p_memsz;
    }
    return 1;
}

__attribute__((constructor)) static void begin(void) {
    const char *number = getenv("KOTEXT_FAULT_AT");
    dl_iterate_phdr(note_command, NULL);
    wanted = getenv("KOTEXT_FAULT_CALL");
    stays = getenv("KOTEXT_FAULT_STAYS") != NULL;
    at = number == NULL ? 0 : atol(number);
}

/* Counts a call; true when it is to fail. */
static bool fails(const char *call, int error) {
    if (wanted == NULL || strcmp(wanted, call) != 0) return false;
    seen++;
    if (stays ? seen < at : seen != at) return false;
    if (seen == at) syscall(SYS_write, TOLD, "!", 1);
    errno = error;
    return true;
}

#define NEXT(type, name) ((type)(void (*)(void))dlsym(RTLD_NEXT, name))

/* glibc's own, for dlsym allocates. */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *ptr, size_t size);

static bool allocation_fails(const void *caller) {
    uintptr_t from = (uintptr_t)caller;
    return from >= own_from && from < own_to && fails("malloc", ENOMEM);
}

void *malloc(size_t size) {
    return allocation_fails(__builtin_return_address(0)) ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size) {
    return allocation_fails(__builtin_return_address(0)) ? NULL : __libc_calloc(count, size);
}

void *realloc(void *ptr, size_t size) {
    return allocation_fails(__builtin_return_address(0)) ? NULL : __libc_realloc(ptr, size);
}

int open(const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return fails("open", EMFILE) ? -1 : openat(AT_FDCWD, path, flags, mode);
}

ssize_t read(int fd, void *bytes, size_t count) {
    return fails("read", EIO) ? -1 : syscall(SYS_read, fd, bytes, count);
}

ssize_t write(int fd, const void *bytes, size_t count) {
    return fails("write", ENOSPC) ? -1 : syscall(SYS_write, fd, bytes, count);
}

int fstat(int fd, struct stat *out) {
    return fails("fstat", EIO) ? -1 : NEXT(int (*)(int, struct stat *), "fstat")(fd, out);
}

void *mmap(void *place, size_t length, int protection, int flags, int fd, off_t offset) {
    if (fails("mmap", ENOMEM)) return MAP_FAILED;
    return (void *)syscall(SYS_mmap, place, length, protection, flags, fd, offset);
}

int fchmod(int fd, mode_t mode) {
    return fails("fchmod", EPERM) ? -1 : (int)syscall(SYS_fchmod, fd, mode);
}

int fsync(int fd) {
    return fails("fsync", EIO) ? -1 : (int)syscall(SYS_fsync, fd);
}

int rename(const char *from, const char *to) {
    return fails("rename", EXDEV) ? -1 : renameat(AT_FDCWD, from, AT_FDCWD, to);
}

size_t fwrite(const void *bytes, size_t size, size_t count, FILE *file) {
    if (fails("fwrite", ENOSPC)) return 0;
    return NEXT(size_t(*)(const void *, size_t, size_t, FILE *), "fwrite")(bytes, size, count,
                                                                           file);
}

int fflush(FILE *file) {
    return fails("fflush", ENOSPC) ? EOF : NEXT(int (*)(FILE *), "fflush")(file);
}
