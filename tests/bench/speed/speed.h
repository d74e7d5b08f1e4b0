/* speed.h - what the measuring program asks of its two halves: ours and the peers'. */
#ifndef BENCH_SPEED_H
#define BENCH_SPEED_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* One way of doing one thing. `run` does it to all of `text` and returns a number that depends on
 * the work, so that no compiler leaves it out; 0 means that it failed. */
typedef struct contender {
    const char *feature, *who;
    int form; /* which text: FORM_* */
    size_t (*run)(const char *text, size_t len);
} contender;

enum { FORM_NFC, FORM_NFD, FORM_CP949, FORM_HANJA, FORMS };

/* Texts are cut behind the line feed that follows this many bytes, as a program would feed them. */
enum { BLOCK = 16 << 10 };
size_t block_end(const char *text, size_t len, size_t at);

extern const contender ours[], peers[]; /* each ends with a NULL feature */

/* ICU's UTF-8 normalizers, which only C++ can reach. `form`: 0 NFC, 1 NFD. */
size_t icu_is_nfc(const char *text, size_t len);
size_t icu_to_nfc(const char *text, size_t len);
size_t icu_to_nfd(const char *text, size_t len);

#ifdef __cplusplus
}
#endif

#endif
