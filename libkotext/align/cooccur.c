#include "align/cooccur.h"

#include <math.h>
#include <string.h>

#include "align/memo.h"
#include "core/cpu.h"
#include "core/status.h"
#include "core/str.h"

enum {
    WORDS = 4,  /* of an English stretch */
    NAMES = 64, /* of a bead that are counted */
    SPANS = 64,
    LEAST_COUNT = 3,
    LEAST_SLOTS = 1 << 12,
    MOST_SLOTS = 1 << 21,
    COUNTS = (1 << 16) - 1 /* bits of a slot */
};

_Static_assert((int)KTI_COOCCUR_MOST <= (int)COUNTS, "a slot holds the count of a window");

static const double least_dice = 0.4, least_ratio = 20; /* twice the log likelihood ratio */

/* ---- the table ------------------------------------------------------------------------------ */

static uint64_t mix(uint64_t hash) {
    hash ^= hash >> 31;
    hash *= 0x9E3779B97F4A7C15u;
    return hash ^ hash >> 29;
}

static uint64_t hash_text(kt_str text, uint64_t seed) {
    uint64_t hash = seed;
    for (size_t i = 0; i < text.len; i++)
        hash = (hash ^ (unsigned char)kti_ascii_lower(text.ptr[i])) * 0x100000001B3u;
    return mix(hash) | 1; /* 0 is a free slot */
}

uint64_t kti_cooccur_name(kt_str ko) {
    return kti_memo_hash(ko) | 1;
}

static uint64_t hash_pair(uint64_t ko, uint64_t en) {
    return mix(ko * 3 ^ en) | 1;
}

kt_status kti_cooccur_new(size_t beads, kti_arena *arena, kti_cooccur *out) {
    size_t wanted = beads * 256, slots = LEAST_SLOTS;
    *out = (kti_cooccur){.capacity = 0};
    if (beads < KTI_COOCCUR_LEAST) return KT_OK;
    while (slots < wanted && slots < MOST_SLOTS)
        slots *= 2;
    out->slots = kti_arena_zeroed(arena, slots, sizeof *out->slots);
    if (out->slots == NULL) return KT_ERR_NOMEM;
    out->capacity = slots;
    return KT_OK;
}

void kti_cooccur_begin(kti_cooccur *c, size_t beads) {
    if (c->capacity == 0) return;
    if (c->used > 0) memset(c->slots, 0, c->capacity * sizeof *c->slots);
    c->used = 0;
    c->beads = 0;
    c->on = beads >= KTI_COOCCUR_LEAST;
}

static uint64_t *slot_of(const kti_cooccur *c, uint64_t key) {
    size_t at = (size_t)key & (c->capacity - 1);
    while (c->slots[at] != 0 && (c->slots[at] ^ key) > COUNTS)
        at = (at + 1) & (c->capacity - 1);
    return &c->slots[at];
}

void kti_cooccur_fetch(const kti_cooccur *c, uint64_t stretch) {
    kti_cpu_fetch(&c->slots[stretch & (c->capacity - 1)], sizeof *c->slots);
}

/* A full table counts on what it knows: what is met first and often is there. */
static void count_one(kti_cooccur *c, uint64_t key) {
    uint64_t *slot = slot_of(c, key);
    if (*slot == 0) {
        if (c->used >= c->capacity / 4 * 3) return;
        *slot = key & ~(uint64_t)COUNTS;
        c->used++;
    }
    ++*slot;
}

/* The table is large, and its slots are far apart: they are asked for some time before. */
static void count_all(kti_cooccur *c, const uint64_t *keys, size_t count) {
    enum { AHEAD = 16 };
    for (size_t i = 0; i < count && i < AHEAD; i++)
        kti_cooccur_fetch(c, keys[i]);
    for (size_t i = 0; i < count; i++) {
        if (i + AHEAD < count) kti_cooccur_fetch(c, keys[i + AHEAD]);
        count_one(c, keys[i]);
    }
}

static uint32_t count_of(const kti_cooccur *c, uint64_t key) {
    return (uint32_t)(*slot_of(c, key) & COUNTS);
}

/* ---- stretches ------------------------------------------------------------------------------ */

#define T(text) KTI_STR_INIT(text)

/* What makes an adjective of the name of a country, or ends either: Korea and Korean are counted as
 * one, and China and Chinese. */
static size_t without_ending(const char *word, size_t len) {
    static const kt_str endings[] = {T("ese"), T("ian"), T("ish"), T("ia"),
                                     T("an"),  T("a"),   T("i"),   T("y")};
    enum { LEAST = 3, COUNT = sizeof endings / sizeof *endings };
    for (size_t i = 0; i < COUNT; i++) {
        kt_str ending = endings[i];
        if (len < LEAST + ending.len || !kti_str_ends((kt_str){word, len}, ending)) continue;
        len -= ending.len;
        i = SIZE_MAX; /* from the beginning again: Iranian, Iran */
    }
    return len;
}

#undef T

/* A stretch as it is counted: small letters, no periods, the last word without its ending. */
static kt_str plain_form(kt_str text, char *room, size_t most) {
    size_t len = 0, word = 0;
    for (size_t i = 0; i < text.len && len < most; i++) {
        char c = kti_ascii_lower(text.ptr[i]);
        if (c == '.') continue;
        if (c == ' ' || c == '-') word = len + 1;
        room[len++] = c;
    }
    if (word < len) len = word + without_ending(room + word, len - word);
    return (kt_str){room, len};
}

/* United States: its initials are counted with US and U.S. */
static uint64_t initials_of(const kti_english *en, size_t first, size_t last) {
    char room[8] = "";
    size_t len = 0;
    for (size_t i = first; i <= last && len < sizeof room; i++)
        if (!en->words[i].linking)
            room[len++] = kti_ascii_lower(en->text.ptr[en->words[i].span.start]);
    return len < 2 ? 0 : hash_text((kt_str){room, len}, 7);
}

static kti_en_stretch make_stretch(const kti_english *en, size_t first, size_t last) {
    char room[96] = "";
    kt_str text = kti_str_span(en->text, kti_english_span(en, first, last));
    uint64_t hash = hash_text(plain_form(text, room, sizeof room), 7);
    return (kti_en_stretch){(uint32_t)first, (uint32_t)last, hash, initials_of(en, first, last)};
}

/* ---- counting ------------------------------------------------------------------------------- */

static size_t list_stretches(const kti_english *en, kti_en_stretch *list) {
    size_t count = 0;
    for (size_t first = 0; first < en->word_count; first++) {
        if (!en->words[first].capital) continue;
        for (size_t last = first; last < first + WORDS && last < en->word_count; last++) {
            if (last > first && en->words[last].fenced) break;
            if (!kti_english_is_name(en, first, last) || kti_english_goes_on(en, first, last))
                continue;
            list[count++] = make_stretch(en, first, last);
        }
    }
    return count;
}

kt_status kti_en_stretches_find(const kti_english *en, kti_arena *scratch, kti_arena *arena,
                                kti_en_stretches *out) {
    out->items = kti_arena_take(scratch, (en->word_count * WORDS + 1) * sizeof *out->items);
    if (out->items == NULL) return KT_ERR_NOMEM;
    out->count = list_stretches(en, out->items);
    if (arena == scratch) return KT_OK;
    kti_en_stretch *kept = kti_arena_take(arena, out->count * sizeof *kept);
    if (kept == NULL) return KT_ERR_NOMEM;
    if (out->count > 0) memcpy(kept, out->items, out->count * sizeof *kept);
    out->items = kept;
    return KT_OK;
}

/* One syllable, such as the determiner 이, is with any name often enough. */
bool kti_cooccur_counts(const kti_ko_name *name) {
    static const float least = 0.29F;
    enum { SYLLABLE = 3 };
    return name->confidence >= least && !name->surname_only &&
           name->span.end - name->span.start > SYLLABLE;
}

static bool is_new(const uint64_t *seen, size_t count, uint64_t hash) {
    for (size_t i = 0; i < count; i++)
        if (seen[i] == hash) return false;
    return true;
}

static size_t list_names(const kti_korean *ko, uint64_t *names) {
    size_t count = 0;
    for (size_t i = 0; i < ko->name_count && count < NAMES; i++) {
        if (!kti_cooccur_counts(&ko->names[i])) continue;
        uint64_t hash = kti_cooccur_name(kti_str_span(ko->text, ko->names[i].span));
        if (is_new(names, count, hash)) names[count++] = hash;
    }
    return count;
}

static size_t list_spans(const kti_en_stretches *en, uint64_t *spans) {
    size_t count = 0;
    for (size_t i = 0; i < en->count && count + 1 < SPANS; i++) {
        uint64_t hash = en->items[i].hash, initials = en->items[i].initials;
        if (is_new(spans, count, hash)) spans[count++] = hash;
        if (initials != 0 && is_new(spans, count, initials)) spans[count++] = initials;
    }
    return count;
}

kt_status kti_cooccur_count(kti_cooccur *c, const kti_korean *ko, const kti_en_stretches *en,
                            kti_arena *scratch) {
    if (!c->on) return KT_OK;
    c->beads++;
    uint64_t *names = kti_arena_take(scratch, (NAMES + 1) * (SPANS + 1) * sizeof *names);
    if (names == NULL) return KT_ERR_NOMEM;
    size_t name_count = list_names(ko, names);
    uint64_t *spans = names + name_count;
    size_t span_count = list_spans(en, spans);
    uint64_t *pair = spans + span_count;
    for (size_t i = 0; i < name_count; i++)
        for (size_t k = 0; k < span_count; k++)
            *pair++ = hash_pair(names[i], spans[k]);
    count_all(c, names, (size_t)(pair - names));
    return KT_OK;
}

/* ---- asking --------------------------------------------------------------------------------- */

static double term(double observed, double expected) {
    return observed > 0 && expected > 0 ? observed * log(observed / expected) : 0;
}

/* Dunning's log likelihood ratio of a two by two table. */
static double likelihood_ratio(double both, double ko, double en, double all) {
    double only_ko = ko - both, only_en = en - both, none = all - ko - en + both;
    return 2 * (term(both, ko * en / all) + term(only_ko, ko * (all - en) / all) +
                term(only_en, (all - ko) * en / all) + term(none, (all - ko) * (all - en) / all));
}

bool kti_cooccur_comes_again(const kti_cooccur *c, uint64_t stretch) {
    return count_of(c, stretch) >= LEAST_COUNT;
}

double kti_cooccur_score(const kti_cooccur *c, uint64_t ko, uint64_t en) {
    uint32_t both = count_of(c, hash_pair(ko, en));
    if (both < LEAST_COUNT) return 0;
    double kos = count_of(c, ko), ens = count_of(c, en), all = c->beads;
    double dice = 2 * (double)both / (kos + ens);
    bool sure = dice >= least_dice && likelihood_ratio((double)both, kos, ens, all) >= least_ratio;
    return sure ? dice : 0;
}
