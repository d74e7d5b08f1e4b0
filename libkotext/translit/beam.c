#include "translit/beam.h"

#include <math.h>
#include <string.h>

#include "core/buf.h"
#include "hangul/syllable.h"

enum { NEXTS = 48, MOST_TAGS = KTI_GRAMS_NEXTS };

/* What the units written so far end with. */
typedef enum ending { END_NOTHING, END_CHOSEONG, END_VOWEL, END_BATCHIM } ending;

typedef struct path {
    kti_grams_state state;
    float score;
    kti_beam_parts parts;
    uint32_t hash; /* of the units so far */
    uint32_t past[3];
    uint16_t symbol;
    uint16_t parent;
    uint8_t end;
} path;

typedef struct step {
    uint16_t symbol;
    uint16_t parent;
    float score;
    kti_beam_parts parts; /* of this step alone */
} step;

typedef struct trace {
    uint16_t symbol, parent;
} trace;

/* Tags before, with the scores they give to symbols of this letter: many paths share them. */
typedef struct past {
    uint32_t tags[3], features[KTI_TAGGER_PASTS];
    float scores[MOST_TAGS];
    bool known[MOST_TAGS];
} past;

/* What may follow at this letter, weighed: paths with the same end share it. */
typedef struct nexts_of {
    kti_grams_state state;
    uint32_t past[3];
    kti_grams_next nexts[NEXTS];
    float joint[NEXTS], tags[NEXTS];
    size_t count;
} nexts_of;

struct kti_beam_work {
    const kti_beam *search;
    const kti_tagged_word *word;
    path now[KTI_BEAM_WIDTH], next[KTI_BEAM_WIDTH];
    size_t count;
    step steps[KTI_BEAM_WIDTH * NEXTS];
    size_t step_count;
    trace traces[KTI_LATIN_LONGEST + 1][KTI_BEAM_WIDTH];
    kti_grams_marks marks;
    uint32_t windows[KTI_TAGGER_WINDOWS];
    size_t window_count;
    float tag_scores[MOST_TAGS]; /* of the surroundings, by symbol of this letter */
    uint32_t tag_known[MOST_TAGS];
    past pasts[KTI_BEAM_WIDTH]; /* those met at this letter */
    size_t past_count;
    nexts_of ends[KTI_BEAM_WIDTH]; /* the same */
    size_t end_count;
};

typedef kti_beam_work work;

/* ---- syllables ------------------------------------------------------------------------------ */

/* Whether `units` may follow; `*end` becomes what they end with. */
static bool follows(kti_chunk_units units, uint8_t *end) {
    for (; units != 0; units >>= 7) {
        unsigned unit = (units & 127) - 1;
        if (unit < KTI_UNIT_VOWEL) {
            if (*end == END_CHOSEONG) return false;
            *end = END_CHOSEONG;
        } else if (unit < KTI_UNIT_FINAL) {
            *end = END_VOWEL;
        } else {
            if (*end != END_VOWEL) return false;
            *end = END_BATCHIM;
        }
    }
    return true;
}

static uint32_t hash_units(uint32_t hash, kti_chunk_units units) {
    for (; units != 0; units >>= 7)
        hash = (hash ^ (units & 127)) * 0x01000193u + 0x9E37u;
    return hash;
}

/* ---- one letter ----------------------------------------------------------------------------- */

static float surroundings(work *w, size_t at, size_t index) {
    if (w->tag_known[index] != at + 1) {
        w->tag_known[index] = (uint32_t)at + 1;
        w->tag_scores[index] =
            kti_tagger_score(w->search->tagger, w->windows, w->window_count, (uint32_t)index);
    }
    return w->tag_scores[index];
}

static past *past_of(work *w, size_t at, const path *p) {
    for (size_t i = 0; i < w->past_count; i++)
        if (memcmp(w->pasts[i].tags, p->past, sizeof p->past) == 0) return &w->pasts[i];
    past *new = &w->pasts[w->past_count++];
    memcpy(new->tags, p->past, sizeof p->past);
    memset(new->known, 0, sizeof new->known);
    kti_tagger_pasts(w->word, at, p->past, new->features);
    return new;
}

static float before(const work *w, past *p, size_t index) {
    if (!p->known[index]) {
        p->known[index] = true;
        p->scores[index] =
            kti_tagger_score(w->search->tagger, p->features, KTI_TAGGER_PASTS, (uint32_t)index);
    }
    return p->scores[index];
}

/* Replaces each step's ln p of the joint model by the weighted sum with the tagger's, which
 * becomes `tags`. */
static void weigh_tags(work *w, size_t at, const path *p, kti_grams_next *nexts, float *tags_of,
                       size_t count) {
    float scores[NEXTS], most = -1e30F, sum = 0;
    uint16_t first = w->search->joint->first[w->word->letters[at]];
    past *tags = past_of(w, at, p);
    for (size_t i = 0; i < count; i++) {
        size_t index = (size_t)(nexts[i].symbol - first);
        scores[i] = surroundings(w, at, index) + before(w, tags, index);
        if (scores[i] > most) most = scores[i];
    }
    for (size_t i = 0; i < count; i++)
        sum += expf(scores[i] - most);
    float total = most + logf(sum);
    for (size_t i = 0; i < count; i++) {
        tags_of[i] = scores[i] - total;
        nexts[i].log_p =
            w->search->joint_weight * nexts[i].log_p + w->search->tagger_weight * tags_of[i];
    }
}

static size_t drop_unlikely(kti_grams_next *nexts, size_t count, float limit) {
    float best = -1e30F;
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (nexts[i].log_p > best) best = nexts[i].log_p;
    for (size_t i = 0; i < count; i++)
        if (nexts[i].log_p > best - limit) nexts[kept++] = nexts[i];
    return kept;
}

static void weigh_nexts(work *w, size_t at, uint8_t letter, const path *p, nexts_of *out) {
    float reach = w->search->limit - 1;
    out->state = p->state;
    memcpy(out->past, p->past, sizeof p->past);
    out->count = kti_grams_nexts(w->search->joint, &p->state, letter, &w->marks,
                                 (unsigned)(reach * KTI_GRAMS_STEPS), out->nexts, NEXTS);
    out->count = drop_unlikely(out->nexts, out->count, reach);
    for (size_t i = 0; i < out->count; i++) {
        out->joint[i] = out->nexts[i].log_p;
        out->tags[i] = 0;
    }
    if (w->search->tagger->weights != NULL && letter != KTI_LATIN_END)
        weigh_tags(w, at, p, out->nexts, out->tags, out->count);
}

static const nexts_of *nexts_behind(work *w, size_t at, uint8_t letter, const path *p) {
    for (size_t i = 0; i < w->end_count; i++)
        if (memcmp(&w->ends[i].state, &p->state, sizeof p->state) == 0 &&
            memcmp(w->ends[i].past, p->past, sizeof p->past) == 0)
            return &w->ends[i];
    nexts_of *new = &w->ends[w->end_count++];
    weigh_nexts(w, at, letter, p, new);
    return new;
}

static void extend(work *w, size_t at, uint8_t letter, uint16_t parent) {
    const path *p = &w->now[parent];
    const nexts_of *behind = nexts_behind(w, at, letter, p);
    for (size_t i = 0; i < behind->count; i++) {
        const kti_grams_next *next = &behind->nexts[i];
        uint8_t end = p->end;
        if (!follows(kti_grams_units(w->search->joint, next->symbol), &end)) continue;
        w->steps[w->step_count++] = (step){
            next->symbol, parent, p->score + next->log_p, {behind->joint[i], behind->tags[i]}};
    }
}

/* Moves the best steps to the front, as many as the beam holds and a few more for doubles. */
static void select_best(work *w) {
    float best = -1e30F;
    size_t kept = 0, want = w->search->beam * 2;
    for (size_t i = 0; i < w->step_count; i++)
        if (w->steps[i].score > best) best = w->steps[i].score;
    for (size_t i = 0; i < w->step_count; i++)
        if (w->steps[i].score > best - w->search->limit) w->steps[kept++] = w->steps[i];
    w->step_count = kept;
    if (want > kept) want = kept;
    for (size_t i = 0; i < kept; i++) { /* insertion into the sorted front */
        step s = w->steps[i];
        if (i >= want && s.score <= w->steps[want - 1].score) continue;
        size_t at = i < want ? i : want - 1;
        for (; at > 0 && w->steps[at - 1].score < s.score; at--)
            w->steps[at] = w->steps[at - 1];
        w->steps[at] = s;
    }
    w->step_count = want;
}

static float add_logs(float a, float b) {
    float most = a > b ? a : b, least = a > b ? b : a;
    return least < most - 12 ? most : most + log1pf(expf(least - most));
}

/* Two ways to write the same units are one path, with the sum of their probabilities. */
static bool joins_earlier(work *w, size_t count, uint32_t hash, float score) {
    for (size_t i = 0; i < count; i++) {
        if (w->next[i].hash != hash) continue;
        w->next[i].score = add_logs(w->next[i].score, score);
        return true;
    }
    return false;
}

static void take_steps(work *w, size_t at) {
    size_t count = 0;
    select_best(w);
    for (size_t i = 0; i < w->step_count && count < w->search->beam; i++) {
        const step *s = &w->steps[i];
        const path *from = &w->now[s->parent];
        kti_chunk_units units = kti_grams_units(w->search->joint, s->symbol);
        uint32_t hash = hash_units(from->hash, units);
        if (joins_earlier(w, count, hash, s->score)) continue;
        path *to = &w->next[count];
        *to =
            (path){.score = s->score,
                   .parts = {from->parts.joint + s->parts.joint, from->parts.tags + s->parts.tags},
                   .hash = hash,
                   .past = {units, from->past[0], from->past[1]},
                   .symbol = s->symbol,
                   .parent = s->parent,
                   .end = from->end};
        follows(units, &to->end);
        to->state = kti_grams_step(w->search->joint, &from->state, s->symbol);
        w->traces[at][count++] = (trace){s->symbol, s->parent};
    }
    memcpy(w->now, w->next, count * sizeof *w->next);
    w->count = count;
}

static void take_letter(work *w, size_t at, uint8_t letter) {
    w->step_count = w->past_count = w->end_count = 0;
    if (letter != KTI_LATIN_END && w->search->tagger->weights != NULL)
        w->window_count = kti_tagger_windows(w->word, at, w->windows);
    for (size_t i = 0; i < w->count; i++)
        extend(w, at, letter, (uint16_t)i);
    take_steps(w, at);
}

/* ---- results -------------------------------------------------------------------------------- */

static void write_units(const uint8_t *units, size_t count, kti_buf *out) {
    for (size_t i = 0; i < count;) {
        kt_syllable s = {KTI_L_NONE, 0, 0};
        if (units[i] < KTI_UNIT_VOWEL) s.choseong = units[i++];
        if (i == count) break;
        s.jungseong = (uint8_t)(units[i++] - KTI_UNIT_VOWEL);
        if (i < count && units[i] >= KTI_UNIT_FINAL)
            s.jongseong = (uint8_t)(units[i++] - KTI_UNIT_FINAL + 1);
        kti_buf_add_cp(out, kti_join(s));
    }
}

static size_t units_of(const work *w, size_t index, uint8_t *units) {
    size_t count = 0, at = w->word->count;
    uint8_t reversed[KTI_LATIN_LONGEST * KTI_CHUNK_UNITS];
    for (; at-- > 0;) {
        kti_chunk_units chunk = kti_grams_units(w->search->joint, w->traces[at][index].symbol);
        for (int k = KTI_CHUNK_UNITS; k-- > 0;)
            if ((chunk >> 7 * k & 127) != 0)
                reversed[count++] = (uint8_t)((chunk >> 7 * k & 127) - 1);
        index = w->traces[at][index].parent;
    }
    for (size_t i = 0; i < count; i++)
        units[i] = reversed[count - 1 - i];
    return count;
}

static kt_status keep_found(const work *w, kti_arena *arena, kti_beam_found *found, size_t room,
                            size_t *count) {
    kti_buf text;
    kti_buf_init(&text, &arena->alloc);
    kt_status status = KT_OK;
    for (size_t i = 0; i < w->count && *count < room && status == KT_OK; i++) {
        uint8_t units[KTI_LATIN_LONGEST * KTI_CHUNK_UNITS];
        if (w->now[i].end == END_CHOSEONG || w->now[i].end == END_NOTHING) continue;
        kti_buf_clear(&text);
        write_units(units, units_of(w, w->now[i].parent, units), &text);
        kt_str copy = kti_arena_str(arena, kti_buf_str(&text));
        if (text.failed || copy.ptr == NULL) status = KT_ERR_NOMEM;
        found[(*count)++] = (kti_beam_found){copy, w->now[i].score, w->now[i].parts};
    }
    kti_buf_free(&text);
    return status;
}

static void sort_found(kti_beam_found *found, size_t count) {
    for (size_t i = 1; i < count; i++) {
        kti_beam_found f = found[i];
        size_t at = i;
        for (; at > 0 && found[at - 1].score < f.score; at--)
            found[at] = found[at - 1];
        found[at] = f;
    }
}

kti_beam_work *kti_beam_work_new(kti_arena *arena) {
    return kti_arena_take(arena, sizeof(kti_beam_work));
}

kt_status kti_beam_word(const kti_beam *search, const kti_tagged_word *word, kti_arena *arena,
                        kti_beam_found *found, size_t room, size_t *count) {
    *count = 0;
    if (search->joint->head == NULL || word->count == 0) return KT_OK;
    work *w = search->work;
    w->search = search;
    w->word = word;
    memset(&w->marks, 0, sizeof w->marks);
    memset(w->tag_known, 0, sizeof w->tag_known);
    w->now[0] = (path){.state = kti_grams_start(search->joint),
                       .past = {UINT32_MAX, UINT32_MAX, UINT32_MAX}};
    w->count = 1;
    for (size_t at = 0; at < word->count; at++)
        take_letter(w, at, word->letters[at]);
    take_letter(w, word->count, KTI_LATIN_END);
    kt_status status = keep_found(w, arena, found, room, count);
    sort_found(found, *count);
    return status;
}
