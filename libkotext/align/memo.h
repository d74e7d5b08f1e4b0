/* memo.h - what a job has scored already: names come again, and so do the words beside them. */
#ifndef KTI_ALIGN_MEMO_H
#define KTI_ALIGN_MEMO_H

#include "core/arena.h"

typedef struct kti_scored {
    uint64_t key; /* 0 = free */
    double score;
    double weight;
} kti_scored;

/* A table of bounded size in which what is new takes the place of what was there. */
typedef struct kti_memo {
    kti_scored *slots;
    size_t capacity; /* a power of two */
} kti_memo;

/* Room for a job of `beads`, in the arena. KT_ERR_NOMEM. */
kt_status kti_memo_new(size_t beads, kti_arena *arena, kti_memo *out);

/* The slot of a pair of texts, by their hashes. It holds that pair when its key is `*key`; else
 * the caller fills it. */
kti_scored *kti_memo_slot(const kti_memo *memo, uint64_t ko, uint64_t en, uint64_t *key);

/* 64 bits of a text. */
uint64_t kti_memo_hash(kt_str text);

#endif
