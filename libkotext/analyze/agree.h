/* agree.h - the form of a particle that agrees with the word before it. */
#ifndef KTI_ANALYZE_AGREE_H
#define KTI_ANALYZE_AGREE_H

#include "analyze/josa_table.h"
#include "core/rule.h"
#include "core/text.h"

enum { KTI_JOSA_CHAIN = 3 }; /* particles one behind the other */

/* How a chain is read; or-ed. */
enum {
    KTI_AGREE_KEEP = 1 << 0, /* what is right stays, such as 이다 behind a vowel */
    KTI_AGREE_CALL = 1 << 1  /* 야 is that of 아/야; otherwise that of 이야/야 */
};

/* A chain of particles that agrees. */
typedef struct kti_agreed {
    kt_str parts[KTI_JOSA_CHAIN]; /* static texts */
    const kti_josa *first;        /* the row of the first */
    size_t head;                  /* bytes read of the first particle */
    size_t read;                  /* of the whole chain */
} kti_agreed;

/* Reads a chain at the start of `text` (NFC), which ends where Hangul does, and makes it agree with
 * a word that ends in `end`. The first particle may stand in any form or notation, those behind it
 * in a notation or rightly. False when there is no such chain. */
bool kti_josa_agree(kt_str text, kti_ending end, unsigned how, kti_agreed *out);

/* The chain as it agrees, appended. */
void kti_josa_add_parts(const kti_agreed *agreed, kti_buf *out);

/* What may be a particle at `at`: Hangul and the signs of the notations. */
kt_str kti_josa_run(kt_str text, size_t at);

enum { KTI_JOSA_CLOSERS = 8 }; /* that a particle stands behind */

/* Behind a closing quote or bracket, or a gloss in round brackets; `at` itself where is none. */
size_t kti_josa_after_closer(kt_str text, size_t at);

/* `josa` as it agrees with `word`, appended to `out`. What is no particle is appended unchanged. */
kt_status kti_josa_choose(kt_str word, kt_str josa, kti_arena *arena, kti_buf *out);

/* `text` with the particle behind `replaced` in agreement; see kotext/josa.h. */
kt_status kti_josa_repair(kt_str text, kt_span replaced, kti_arena *arena, kt_text *out);

kt_rule kti_josa_rule(uint32_t index); /* one a row of the table, from 1 */

#endif
