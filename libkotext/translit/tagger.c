#include "translit/tagger.h"

#include <math.h>

#include "core/str.h"
#include "translit/letters.h"

bool kti_tagger_open(kt_str bytes, kti_tagger *out) {
    *out = (kti_tagger){.weights = NULL};
    if (bytes.len == 0) return true;
    if ((uintptr_t)bytes.ptr % sizeof(uint32_t) != 0 || bytes.len < sizeof(kti_tagger_head))
        return false;
    const kti_tagger_head *head = (const void *)bytes.ptr;
    if (head->magic != KTI_TAGGER_MAGIC || head->bits < 8 || head->bits > 26) return false;
    if (bytes.len - sizeof *head != (size_t)1 << head->bits || !isfinite(head->scale)) return false;
    out->weights = (const void *)(bytes.ptr + sizeof *head);
    out->shift = 32 - head->bits;
    out->unit = head->scale / 127;
    return true;
}

/* ---- features ------------------------------------------------------------------------------- */

static uint32_t join(uint32_t hash, uint32_t value) {
    hash = (hash ^ value) * 0x01000193u;
    return hash ^ hash >> 13;
}

static uint32_t letter(const kti_tagged_word *w, size_t at, int off) {
    size_t i = at + (size_t)off; /* wraps to a large number before the word */
    return i < w->count ? w->letters[i] : KTI_LATIN_END;
}

static uint32_t sound(const kti_tagged_word *w, size_t at, int off) {
    size_t i = at + (size_t)off;
    return i < w->count ? w->sounds[i] : 0xFFFF;
}

static uint32_t rule(const kti_tagged_word *w, size_t at, int off) {
    size_t i = at + (size_t)off;
    return i < w->count ? w->rules[i] : 0xFFFFFFu;
}

typedef struct window {
    int from, to;
} window;

static const window letter_windows[] = {{0, 0},  {-1, 0}, {0, 1},  {-1, 1}, {-2, 0}, {0, 2},
                                        {-2, 1}, {-1, 2}, {-2, 2}, {-3, 0}, {0, 3},  {-3, 1},
                                        {-1, 3}, {-3, 3}, {-4, 0}, {0, 4},  {-5, 1}, {-1, 5}};
static const window sound_windows[] = {{0, 0}, {-1, 0}, {0, 1}, {-1, 1}, {-2, 0}, {0, 2}};
static const window rule_windows[] = {{0, 0}, {-1, 0}, {0, 1}};

enum {
    LETTER_WINDOWS = sizeof letter_windows / sizeof *letter_windows,
    SOUND_WINDOWS = sizeof sound_windows / sizeof *sound_windows,
    RULE_WINDOWS = sizeof rule_windows / sizeof *rule_windows
};
_Static_assert(LETTER_WINDOWS + SOUND_WINDOWS + RULE_WINDOWS + 5 <= KTI_TAGGER_WINDOWS, "room");

/* Spreads features over the table; slots add the tag to this. */
static void spread(uint32_t *features, size_t count) {
    for (size_t i = 0; i < count; i++)
        features[i] *= 0x9E3779B1u;
}

size_t kti_tagger_windows(const kti_tagged_word *w, size_t at,
                          uint32_t features[KTI_TAGGER_WINDOWS]) {
    size_t count = 0;
    uint32_t here = letter(w, at, 0);
    for (uint32_t k = 0; k < LETTER_WINDOWS; k++) {
        uint32_t hash = join(0x811C9DC5u, k);
        for (int off = letter_windows[k].from; off <= letter_windows[k].to; off++)
            hash = join(hash, letter(w, at, off));
        features[count++] = hash;
    }
    features[count++] = join(join(0x1000u, here), w->sounds != NULL);
    for (uint32_t k = 0; w->sounds != NULL && k < SOUND_WINDOWS; k++) {
        uint32_t hash = join(join(0x2000u, k), here);
        for (int off = sound_windows[k].from; off <= sound_windows[k].to; off++)
            hash = join(hash, sound(w, at, off));
        features[count++] = hash;
    }
    if (w->sounds != NULL) {
        uint32_t hash = join(join(0x3000u, sound(w, at, 0)), letter(w, at, -1));
        features[count++] = join(hash, letter(w, at, 1) << 8 | here);
        features[count++] = join(join(hash, here), 1);
    }
    for (uint32_t k = 0; w->rules != NULL && k < RULE_WINDOWS; k++) {
        uint32_t hash = join(join(0x4000u, k), here);
        for (int off = rule_windows[k].from; off <= rule_windows[k].to; off++)
            hash = join(hash, rule(w, at, off));
        features[count++] = hash;
    }
    spread(features, count);
    return count;
}

void kti_tagger_pasts(const kti_tagged_word *w, size_t at, const uint32_t past[3],
                      uint32_t features[KTI_TAGGER_PASTS]) {
    uint32_t here = letter(w, at, 0), next = letter(w, at, 1), last = letter(w, at, -1);
    uint32_t hash = join(join(0x5000u, here), past[0]);
    features[0] = join(hash, last);
    features[1] = join(join(hash, next), 1);
    features[2] = join(join(hash, past[1]), 2);
    features[3] = join(join(join(hash, past[1]), next << 8 | last), 3);
    features[4] = join(join(join(hash, past[1]), past[2]), 4);
    spread(features, KTI_TAGGER_PASTS);
}
