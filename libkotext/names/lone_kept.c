/* lone_kept.c - what a word says in few bytes: its places are numbers under 256. */
#include <string.h>

#include "names/lone.h"

enum { NOWHERE = UINT8_MAX, LONGEST = UINT8_MAX - 1 };
enum {
    FIRST_STRONG = 1,
    NEXT_STRONG = 2,
    STRONG = 1,
    READ = 2,
    SURNAME_ONLY = 1,
    IN_DICTIONARY = 2,
    LAST_NAME = 4,
    WHOLE = 8
};

typedef struct kept_worth {
    uint32_t halves[2]; /* of a double, which need not be aligned as one */
} kept_worth;

typedef struct kept_head {
    uint8_t is, looks, opens, last, stems, candidates, strong, unused;
    kept_worth first, next;
} kept_head;

typedef struct kept_stem {
    kept_worth worth;
    uint8_t len, what, unused[2];
} kept_stem;

typedef struct kept_candidate {
    float confidence;
    uint8_t start, end, title_start, title_end, type, what, unused[2];
} kept_candidate;

static kept_worth worth_of(kti_foreign_part part) {
    kept_worth kept;
    memcpy(kept.halves, &part.worth, sizeof kept.halves);
    return kept;
}

static kti_foreign_part part_of(kept_worth kept, bool strong) {
    kti_foreign_part part = {0, strong};
    memcpy(&part.worth, kept.halves, sizeof part.worth);
    return part;
}

static uint8_t small(uint32_t number) {
    return (uint8_t)(number > LONGEST ? NOWHERE : number);
}

size_t kti_lone_kept_size(const kti_lone *lone) {
    if (lone->stems > LONGEST || lone->candidates > LONGEST) return 0;
    return sizeof(kept_head) + lone->stems * sizeof(kept_stem) +
           lone->candidates * sizeof(kept_candidate);
}

static kept_stem stem_to_keep(const kti_foreign_stem *s) {
    unsigned what = (s->part.strong ? STRONG : 0u) | (s->read ? READ : 0u);
    return (kept_stem){worth_of(s->part), small(s->len), (uint8_t)what, {0, 0}};
}

static kept_candidate candidate_to_keep(const kti_candidate *c) {
    unsigned what = (c->surname_only ? SURNAME_ONLY : 0u) |
                    (c->in_dictionary ? IN_DICTIONARY : 0u) | (c->last_name ? LAST_NAME : 0u) |
                    (c->whole ? WHOLE : 0u);
    return (kept_candidate){.confidence = c->confidence,
                            .start = small(c->span.start),
                            .end = small(c->span.end),
                            .title_start = small(c->title.start),
                            .title_end = small(c->title.end),
                            .type = (uint8_t)c->type,
                            .what = (uint8_t)what};
}

void kti_lone_keep(const kti_lone *lone, void *kept) {
    unsigned strong =
        (lone->first.strong ? FIRST_STRONG : 0u) | (lone->next.strong ? NEXT_STRONG : 0u);
    kept_head *head = kept;
    kept_stem *stems = (kept_stem *)(void *)(head + 1);
    kept_candidate *candidates = (kept_candidate *)(void *)(stems + lone->stems);
    *head = (kept_head){.is = lone->is,
                        .looks = lone->looks,
                        .opens = small(lone->opens),
                        .last = small(lone->last),
                        .stems = (uint8_t)lone->stems,
                        .candidates = (uint8_t)lone->candidates,
                        .strong = (uint8_t)strong,
                        .first = worth_of(lone->first),
                        .next = worth_of(lone->next)};
    for (size_t i = 0; i < lone->stems; i++)
        stems[i] = stem_to_keep(&kti_lone_stems(lone)[i]);
    for (size_t i = 0; i < lone->candidates; i++)
        candidates[i] = candidate_to_keep(&kti_lone_candidates(lone)[i]);
}

static kti_lone head_of(const kept_head *kept) {
    return (kti_lone){.is = kept->is,
                      .looks = kept->looks,
                      .stems = kept->stems,
                      .candidates = kept->candidates,
                      .opens = kept->opens == NOWHERE ? UINT32_MAX : kept->opens,
                      .last = kept->last,
                      .first = part_of(kept->first, (kept->strong & FIRST_STRONG) != 0),
                      .next = part_of(kept->next, (kept->strong & NEXT_STRONG) != 0)};
}

static kti_candidate candidate_of(const kept_candidate *kept) {
    return (kti_candidate){.span = {kept->start, kept->end},
                           .title = {kept->title_start, kept->title_end},
                           .type = (kt_name_type)kept->type,
                           .confidence = kept->confidence,
                           .surname_only = (kept->what & SURNAME_ONLY) != 0,
                           .in_dictionary = (kept->what & IN_DICTIONARY) != 0,
                           .whole = (kept->what & WHOLE) != 0,
                           .last_name = (kept->what & LAST_NAME) != 0};
}

const kti_lone *kti_lone_kept(const void *kept, kti_arena *arena) {
    const kept_head *head = kept;
    const kept_stem *kept_stems = (const kept_stem *)(const void *)(head + 1);
    const kept_candidate *kept_candidates =
        (const kept_candidate *)(const void *)(kept_stems + head->stems);
    kti_lone lone = head_of(head), *out = kti_arena_take(arena, kti_lone_size(&lone));
    if (out == NULL) return NULL;
    *out = lone;
    kti_foreign_stem *stems = (kti_foreign_stem *)(void *)(out + 1);
    kti_candidate *candidates = (kti_candidate *)(void *)(stems + out->stems);
    for (size_t i = 0; i < out->stems; i++) {
        const kept_stem *s = &kept_stems[i];
        stems[i] = (kti_foreign_stem){part_of(s->worth, (s->what & STRONG) != 0), s->len,
                                      (s->what & READ) != 0};
    }
    for (size_t i = 0; i < out->candidates; i++)
        candidates[i] = candidate_of(&kept_candidates[i]);
    return out;
}
