/* kotext/file.h - read a file by mapping it; replace one so that a failure loses nothing. */
#ifndef KOTEXT_FILE_H
#define KOTEXT_FILE_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A file's bytes, mapped read-only. Since: 0.9 */
typedef struct kt_file {
    kt_str bytes;
    int mapped; /* 0 for an empty file, which has nothing to map */
} kt_file;

/* Maps a regular file. KT_ERR_IO (err->message says which step), KT_ERR_TOO_LARGE, KT_ERR_ARG.
 * Any thread. Since: 0.9 */
KT_API kt_status kt_file_map(const char *path, kt_file *out, kt_error *err);

/* Unmaps; a zeroed or unmapped file is fine. Since: 0.9 */
KT_API void kt_file_unmap(kt_file *file);

/* Writes `bytes` to a new file beside `path`, flushes it to disk, and renames it over `path`,
 * keeping the old file's mode. Until the rename `path` is untouched; on failure the new file is
 * removed. A symbolic link stays and the file it leads to is replaced. What is there and no regular
 * file - a device, a FIFO, whatever /dev/stdout leads to - is opened and written to as it is,
 * without a new file. KT_ERR_IO, KT_ERR_NOMEM, KT_ERR_ARG. Any thread. Since: 0.9 */
KT_API kt_status kt_file_replace(const char *path, kt_str bytes, kt_error *err);

#ifdef __cplusplus
}
#endif

#endif
