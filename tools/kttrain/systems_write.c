#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "systems_trainer.h"

int form_by_share(const void *left, const void *right) {
    const form *a = left;
    const form *b = right;
    if (a->share != b->share) return a->share < b->share ? 1 : -1;
    return strcmp(a->latin, b->latin);
}

static uint8_t cost_of(double p) {
    double cost = -16 * log(fmax(p, 1e-9));
    return (uint8_t)(cost > 255 ? 255 : cost + 0.5);
}

static double likeliest(const form *f) {
    double most = 0;
    for (size_t k = 0; k < KTI_SYSTEMS; k++)
        most = fmax(most, f->p[k]);
    return most;
}

/* Cuts of one spelling (so-o, s-oo) are one row. */
static void join_cuts(cell *c) {
    for (size_t i = 0; i < c->count; i++)
        for (size_t j = i + 1; j < c->count; j++) {
            if (strcmp(c->forms[i].latin, c->forms[j].latin) != 0) continue;
            for (size_t k = 0; k < KTI_SYSTEMS; k++) {
                c->forms[i].p[k] += c->forms[j].p[k];
                c->forms[j].p[k] = 0;
            }
            c->forms[i].share += c->forms[j].share;
            c->forms[j].share = 0;
        }
}

void write_systems(trainer *t, kti_buf *out) {
    kti_given_model head = {.magic = KTI_GIVEN_MAGIC, .count = 0};
    for (size_t k = 0; k < KTI_SYSTEMS; k++)
        head.prior[k] = (float)t->prior[k];
    kti_buf_add(out, &head, sizeof head);
    for (size_t i = 0; i < t->cell_count; i++) {
        cell *c = &t->cells[i];
        join_cuts(c);
        qsort(c->forms, c->count, sizeof *c->forms, form_by_share);
        for (size_t f = 0; f < c->count; f++) {
            kti_syllable_spelling row = {.key = c->key};
            if (likeliest(&c->forms[f]) < FORM_LEAST || c->forms[f].latin[0] == '\0') continue;
            memcpy(row.latin, c->forms[f].latin, sizeof row.latin);
            for (size_t k = 0; k < KTI_SYSTEMS; k++)
                row.cost[k] = cost_of(c->forms[f].p[k]);
            kti_buf_add(out, &row, sizeof row);
            head.count++;
        }
    }
    if (!out->failed) memcpy(out->ptr, &head, sizeof head);
}
