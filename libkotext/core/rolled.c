/* rolled.c - stretches of a map that are spelt out when somebody asks. A map takes 20 bytes an
 * edit, which is more than the text itself where each syllable has one; many texts are made only to
 * be written out. */
#include <string.h>

#include "core/text.h"

static const uint32_t rolled = UINT32_C(1) << 31; /* in the rule of such an entry */

void kti_text_roll(kt_text *text, size_t src_len, size_t dst_len, uint32_t rule,
                   kti_first_edit first_of) {
    kt_edit *last = text->edit_count == 0 ? NULL : &text->edits[text->edit_count - 1];
    if (last == NULL || last->rule != (rule | rolled)) {
        if (!kti_text_reserve(text, 1, dst_len)) return;
        last = &text->edits[text->edit_count++];
        *last = (kt_edit){text->src_len, 0, (uint32_t)text->bytes.len, 0, rule | rolled};
    }
    last->src_len += (uint32_t)src_len;
    last->dst_len += (uint32_t)dst_len;
    text->src_len += (uint32_t)src_len;
    text->bytes.len += dst_len;
    text->first_of = first_of;
}

/* Where edits are put, or only counted when `to` is NULL; neighbouring copies join. */
typedef struct list {
    kt_edit *to;
    size_t count;
    bool copied; /* the last one is a copy */
} list;

static void put(list *l, kt_edit e) {
    bool joins = l->copied && e.rule == 0;
    if (l->to != NULL && joins) {
        l->to[l->count - 1].src_len += e.src_len;
        l->to[l->count - 1].dst_len += e.dst_len;
    } else if (l->to != NULL) {
        l->to[l->count] = e;
    }
    l->count += !joins;
    l->copied = e.rule == 0;
}

static void put_rolled(list *l, const kt_text *text, kt_edit rest) {
    rest.rule &= ~rolled;
    while (rest.src_len > 0) {
        kt_edit first = text->first_of(rest, kti_buf_str(&text->bytes));
        put(l, first);
        rest.src += first.src_len;
        rest.src_len -= first.src_len;
        rest.dst += first.dst_len;
        rest.dst_len -= first.dst_len;
    }
}

static size_t spell_all(const kt_text *text, kt_edit *to) {
    list l = {to, 0, false};
    for (size_t i = 0; i < text->edit_count; i++) {
        if ((text->edits[i].rule & rolled) != 0)
            put_rolled(&l, text, text->edits[i]);
        else
            put(&l, text->edits[i]);
    }
    return l.count;
}

/* The map that everybody sees is the same before and after: a text is no less const for it. */
void kti_text_unroll(const kt_text *text) {
    kt_text *own = (kt_text *)(uintptr_t)text;
    if (text->first_of == NULL) return;
    size_t count = spell_all(text, NULL);
    kt_edit *edits = kti_alloc_get(&own->alloc, count * sizeof *edits);
    if (edits != NULL) {
        spell_all(text, edits);
        kti_alloc_free(&own->alloc, own->edits, own->edit_capacity * sizeof *edits);
        own->edits = edits;
        own->edit_count = own->edit_capacity = count;
    } else {
        for (size_t i = 0; i < own->edit_count; i++)
            own->edits[i].rule &= ~rolled;
    }
    own->first_of = NULL;
}
