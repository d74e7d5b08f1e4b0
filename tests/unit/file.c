#define _XOPEN_SOURCE 700
#include "check.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "kotext/file.h"

enum { PATH = 256 };

static char folder[] = "/tmp/kotext-file-XXXXXX";

static const char *in_folder(char path[PATH], const char *name) {
    snprintf(path, PATH, "%s/%s", folder, name);
    return path;
}

static void assert_holds(const char *path, const char *text) {
    kt_file file;
    assert_ok(kt_file_map(path, &file, NULL));
    assert_int_equal(file.bytes.len, strlen(text));
    assert_memory_equal(file.bytes.ptr, text, file.bytes.len);
    kt_file_unmap(&file);
}

static mode_t mode_of(const char *path) {
    struct stat info;
    assert_int_equal(lstat(path, &info), 0);
    return info.st_mode;
}

static void replace(const char *path, const char *text) {
    assert_ok(kt_file_replace(path, (kt_str){text, strlen(text)}, NULL));
}

static void modes_are_kept(void **state) {
    (void)state;
    char path[PATH];
    mode_t mask = umask(027);
    replace(in_folder(path, "new.txt"), "one");
    assert_int_equal(mode_of(path) & 07777, 0640);
    assert_int_equal(chmod(path, 04755), 0);
    replace(path, "two");
    assert_int_equal(mode_of(path) & 07777, 0755);
    umask(mask);
    assert_holds(path, "two");
    assert_int_equal(unlink(path), 0);
}

static void links_stay(void **state) {
    (void)state;
    char target[PATH], link[PATH], second[PATH];
    replace(in_folder(target, "target.txt"), "one");
    assert_int_equal(symlink("target.txt", in_folder(link, "link")), 0);
    assert_int_equal(symlink(link, in_folder(second, "second")), 0);
    replace(second, "two");
    assert_true(S_ISLNK(mode_of(second)) && S_ISLNK(mode_of(link)));
    assert_holds(target, "two");
    assert_int_equal(unlink(target), 0);
    assert_int_equal(kt_file_replace(link, (kt_str){"x", 1}, NULL), KT_ERR_IO);
    assert_true(S_ISLNK(mode_of(link)));
    assert_int_equal(unlink(second), 0);
    assert_int_equal(unlink(link), 0);
}

static void fifos_are_written_to(void **state) {
    (void)state;
    char path[PATH], read_back[8];
    assert_int_equal(mkfifo(in_folder(path, "fifo"), 0600), 0);
    int fd = open(path, O_RDONLY | O_NONBLOCK);
    assert_true(fd >= 0);
    replace(path, "text");
    assert_int_equal(read(fd, read_back, sizeof read_back), 4);
    assert_memory_equal(read_back, "text", 4);
    assert_int_equal(close(fd), 0);
    assert_true(S_ISFIFO(mode_of(path)));
    assert_int_equal(unlink(path), 0);
}

static void failures_leave_nothing(void **state) {
    (void)state;
    char path[PATH];
    assert_int_equal(mkdir(in_folder(path, "inner"), 0700), 0);
    assert_int_equal(kt_file_replace(path, (kt_str){"x", 1}, NULL), KT_ERR_IO);
    assert_int_equal(rmdir(path), 0);
    assert_int_equal(kt_file_replace(in_folder(path, "no/such"), (kt_str){"x", 1}, NULL),
                     KT_ERR_IO);
}

/* The folder is empty again, or rmdir fails: no test leaves a temporary file behind. */
int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(modes_are_kept),
        cmocka_unit_test(links_stay),
        cmocka_unit_test(fifos_are_written_to),
        cmocka_unit_test(failures_leave_nothing),
    };
    if (mkdtemp(folder) == NULL) return 1;
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    return rmdir(folder) != 0 || failed;
}
