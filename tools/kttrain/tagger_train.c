/* tagger_train.c - stochastic gradient descent on the log probability of each letter's tag, with a
 * step for each weight that shrinks as it moves (AdaGrad, Duchi and others 2011). */
#include "tagger_train.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "translit/letters.h"

enum { TAGS = 512, LETTER_COUNT = 64, FEATURES = KTI_TAGGER_WINDOWS + KTI_TAGGER_PASTS };

static const float step = 0.1F;
static const float decay = 2e-2F;
static const double clip = 4;

/* The numbers of the tags seen with each letter. */
typedef struct tag_list {
    uint16_t tags[TAGS];
    uint32_t seen[TAGS]; /* by number */
    size_t count;
} tag_list;

typedef struct trainer {
    const tagger_task *task;
    unsigned shift;
    float *weights, *squares;
    tag_list *lists;
    uint32_t *order;
} trainer;

static void list_tags(trainer *t) {
    for (size_t i = 0; i < t->task->count; i++) {
        tagged w = t->task->item(t->task->data, i);
        for (size_t k = 0; !w.held && k < w.word.count; k++)
            if (w.numbers[k] < TAGS) t->lists[w.word.letters[k]].seen[w.numbers[k]]++;
    }
    for (size_t l = 0; l < LETTER_COUNT; l++) {
        tag_list *list = &t->lists[l];
        for (size_t i = 0; i < TAGS; i++)
            if (list->seen[i] > 1) list->tags[list->count++] = (uint16_t)i;
    }
}

typedef struct instance {
    uint32_t features[FEATURES];
    size_t feature_count;
    const tag_list *list;
    float p[TAGS];
    size_t right;
} instance;

/* Fills in the probabilities of the tags; false when the right one is not among them. */
static bool look(const trainer *t, const tagged *w, size_t at, instance *in) {
    uint32_t past[3];
    for (size_t k = 0; k < 3; k++)
        past[k] = at > k ? w->tags[at - k - 1] : UINT32_MAX;
    in->list = &t->lists[w->word.letters[at]];
    in->feature_count = kti_tagger_windows(&w->word, at, in->features);
    kti_tagger_pasts(&w->word, at, past, in->features + in->feature_count);
    in->feature_count += KTI_TAGGER_PASTS;
    float most = -1e30F, sum = 0;
    in->right = TAGS;
    for (size_t i = 0; i < in->list->count; i++) {
        float score = 0;
        for (size_t f = 0; f < in->feature_count; f++)
            score += t->weights[kti_tagger_slot(in->features[f], in->list->tags[i], t->shift)];
        in->p[i] = score;
        if (score > most) most = score;
        if (in->list->tags[i] == w->numbers[at]) in->right = i;
    }
    for (size_t i = 0; i < in->list->count; i++)
        sum += in->p[i] = expf(in->p[i] - most);
    for (size_t i = 0; i < in->list->count; i++)
        in->p[i] /= sum;
    return in->right < TAGS;
}

static void move(trainer *t, uint32_t slot, float gradient) {
    gradient += decay * t->weights[slot];
    t->squares[slot] += gradient * gradient;
    t->weights[slot] -= step * gradient / sqrtf(t->squares[slot] + 1e-2F);
}

static void learn(trainer *t, const instance *in) {
    for (size_t i = 0; i < in->list->count; i++) {
        float gradient = in->p[i] - (i == in->right ? 1.0F : 0.0F);
        if (fabsf(gradient) < 0.002F) continue;
        for (size_t f = 0; f < in->feature_count; f++)
            move(t, kti_tagger_slot(in->features[f], in->list->tags[i], t->shift), gradient);
    }
}

static void shuffle(trainer *t, uint32_t seed) {
    for (size_t i = t->task->count; i > 1; i--) {
        seed = seed * 1664525u + 1013904223u;
        size_t k = (size_t)((uint64_t)(seed >> 4) * i >> 28);
        uint32_t swap = t->order[i - 1];
        t->order[i - 1] = t->order[k];
        t->order[k] = swap;
    }
}

static double held_out(const trainer *t) {
    size_t right = 0, all = 0;
    instance in;
    for (size_t i = 0; i < t->task->count; i++) {
        tagged w = t->task->item(t->task->data, i);
        for (size_t k = 0; w.held && k < w.word.count; k++) {
            bool best = look(t, &w, k, &in);
            for (size_t c = 0; best && c < in.list->count; c++)
                best = in.p[c] <= in.p[in.right];
            right += best;
            all++;
        }
    }
    return all == 0 ? 0 : (double)right / (double)all;
}

static void epoch(trainer *t, int number) {
    instance in;
    shuffle(t, (uint32_t)number * 977u + 1);
    for (size_t i = 0; i < t->task->count; i++) {
        tagged w = t->task->item(t->task->data, t->order[i]);
        for (size_t k = 0; !w.held && k < w.word.count; k++)
            if (look(t, &w, k, &in)) learn(t, &in);
    }
    printf("%s: epoch %d: %.2f%% of held-out letters\n", t->task->name, number + 1,
           100 * held_out(t));
    fflush(stdout);
}

static void write_weights(const trainer *t, kti_buf *out) {
    kti_tagger_head head = {KTI_TAGGER_MAGIC, t->task->bits, (float)clip, 0};
    kti_buf_add(out, &head, sizeof head);
    for (size_t i = 0; i < (size_t)1 << t->task->bits; i++) {
        double value = round((double)t->weights[i] / clip * 127);
        kti_buf_add_byte(out, (char)(int)fmin(fmax(value, -127), 127));
    }
}

bool train_tagger(const tagger_task *task, kti_buf *out) {
    size_t size = (size_t)1 << task->bits;
    trainer t = {task, 32 - task->bits, NULL, NULL, NULL, NULL};
    t.weights = calloc(size, sizeof *t.weights);
    t.squares = calloc(size, sizeof *t.squares);
    t.lists = calloc(LETTER_COUNT, sizeof *t.lists);
    t.order = calloc(task->count + 1, sizeof *t.order);
    bool fine = t.weights != NULL && t.squares != NULL && t.lists != NULL && t.order != NULL;
    for (size_t i = 0; fine && i < task->count; i++)
        t.order[i] = (uint32_t)i;
    if (fine) list_tags(&t);
    for (int e = 0; fine && e < task->epochs; e++)
        epoch(&t, e);
    if (fine) write_weights(&t, out);
    free(t.weights);
    free(t.squares);
    free(t.lists);
    free(t.order);
    return fine && !out->failed;
}
