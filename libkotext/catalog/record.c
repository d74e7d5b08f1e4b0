#include "catalog/record.h"

#include <stdlib.h>
#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "unicode/props.h"

/* Whether a text is to be romanized: Hangul, or Hanja in a Korean record, and no kana. */
static bool is_korean(kt_str text, bool korean) {
    bool hangul = false, hanja = false;
    for (size_t at = 0; at < text.len;) {
        kti_cp unit = kti_utf8_at(text, at);
        if (kti_cp_is_kana(unit.cp)) return false;
        hangul = hangul || kti_cp_is_hangul(unit.cp);
        hanja = hanja || kti_cp_is_han(unit.cp);
        at += unit.len;
    }
    return hangul || (hanja && korean);
}

/* ---- links ---------------------------------------------------------------------------------- */

static bool take_digits(kt_str text, size_t at, size_t count, uint32_t *out) {
    *out = 0;
    if (text.len < at + count) return false;
    for (size_t i = at; i < at + count; i++) {
        if (!kti_is_ascii_digit(text.ptr[i])) return false;
        *out = *out * 10 + (uint32_t)(text.ptr[i] - '0');
    }
    return true;
}

bool kti_marc_field_link(kti_marc_field *field, kt_str six) {
    uint32_t partner, number, own;
    if (!take_digits(six, 0, 3, &partner) || six.len < 6 || six.ptr[3] != '-' ||
        !take_digits(six, 4, 2, &number) || !take_digits(field->tag, 0, 3, &own))
        return false;
    field->original = own == 880;
    if (field->original == (partner == 880) || number == 0) return false;
    field->link = kti_str_cut(six, 4, 6);
    field->key = (field->original ? partner : own) * 100 + number;
    if (field->original) field->tag = kti_str_cut(six, 0, 3);
    return true;
}

/* Partners side by side, the romanized field first. */
static int by_key(const void *a, const void *b) {
    const kti_marc_field *x = a, *y = b;
    if (x->key != y->key) return x->key < y->key ? -1 : 1;
    if (x->original != y->original) return x->original ? 1 : -1;
    return (x->span.start > y->span.start) - (x->span.start < y->span.start);
}

/* ---- pairs ---------------------------------------------------------------------------------- */

typedef struct pairing {
    const kti_marc_record *record;
    kti_arena *arena;
    kti_buf *pairs;
} pairing;

/* Subfields that hold text: not links, codes, control numbers. */
static bool is_text(const kti_marc_subfield *s) {
    return kti_is_ascii_alpha(s->code) && s->code != 'w';
}

static const kti_marc_subfield *subfields(const kti_marc_record *r, const kti_marc_field *f) {
    return (const kti_marc_subfield *)(const void *)r->subfields->ptr + f->first;
}

static size_t next_text(const kti_marc_record *r, const kti_marc_field *f, size_t i) {
    while (i < f->count && !is_text(&subfields(r, f)[i]))
        i++;
    return i;
}

static bool have_same_subfields(const kti_marc_record *r, const kti_marc_field *a,
                                const kti_marc_field *b) {
    for (size_t i = 0, k = 0;; i++, k++) {
        i = next_text(r, a, i);
        k = next_text(r, b, k);
        if (i == a->count || k == b->count) return i == a->count && k == b->count;
        if (subfields(r, a)[i].code != subfields(r, b)[k].code) return false;
    }
}

static bool is_person(const kti_marc_field *f, char subfield) {
    return f->tag.len == 3 && kti_str_eq(kti_str_cut(f->tag, 1, 3), KTI_STR("00")) &&
           (subfield == 'a' || subfield == '\0') && strchr("1678", f->tag.ptr[0]) != NULL;
}

static void add(pairing *p, const kti_marc_field *f, char subfield,
                const kti_marc_subfield *original, const kti_marc_subfield *romanized) {
    const kti_marc_subfield *present = original != NULL ? original : romanized;
    if (original != NULL && !is_korean(original->text, p->record->korean)) return;
    kt_catalog_pair pair = {.record = p->record->number,
                            .control = p->record->control,
                            .tag = f->tag,
                            .link = f->link,
                            .subfield = subfield,
                            .kind = is_person(f, subfield) ? KT_KIND_PERSON : KT_KIND_AUTO,
                            .original_span = present->span,
                            .romanized_span = romanized != NULL ? romanized->span : present->span,
                            .missing = original == NULL || romanized == NULL};
    if (original != NULL) pair.original = original->text;
    if (romanized != NULL) pair.romanized = romanized->text;
    kti_buf_add(p->pairs, &pair, sizeof pair);
}

/* The texts of a field as one. */
static kt_status join(pairing *p, const kti_marc_field *f, kti_marc_subfield *out) {
    kti_buf bytes;
    kti_buf_init(&bytes, &p->arena->alloc);
    *out = (kti_marc_subfield){.span = f->span};
    for (size_t i = next_text(p->record, f, 0); i < f->count; i = next_text(p->record, f, i + 1)) {
        const kti_marc_subfield *s = &subfields(p->record, f)[i];
        if (bytes.len == 0) out->span.start = s->span.start;
        if (bytes.len > 0) kti_buf_add_byte(&bytes, ' ');
        kti_buf_add_str(&bytes, s->text);
        out->span.end = s->span.end;
    }
    kt_status status = kti_buf_status(&bytes);
    if (status == KT_OK) out->text = kti_arena_str(p->arena, kti_buf_str(&bytes));
    if (status == KT_OK && out->text.ptr == NULL && bytes.len > 0) status = KT_ERR_NOMEM;
    kti_buf_free(&bytes);
    return status;
}

static kt_status add_whole(pairing *p, const kti_marc_field *original,
                           const kti_marc_field *romanized) {
    kti_marc_subfield a, b;
    if (original != NULL) KTI_TRY(join(p, original, &a));
    if (romanized != NULL) KTI_TRY(join(p, romanized, &b));
    add(p, original != NULL ? original : romanized, '\0', original != NULL ? &a : NULL,
        romanized != NULL ? &b : NULL);
    return kti_buf_status(p->pairs);
}

static kt_status add_pair(pairing *p, const kti_marc_field *original,
                          const kti_marc_field *romanized) {
    const kti_marc_record *r = p->record;
    if (!have_same_subfields(r, original, romanized)) return add_whole(p, original, romanized);
    for (size_t i = 0, k = 0;; i++, k++) {
        i = next_text(r, original, i);
        k = next_text(r, romanized, k);
        if (i == original->count || k == romanized->count) break;
        add(p, original, subfields(r, original)[i].code, &subfields(r, original)[i],
            &subfields(r, romanized)[k]);
    }
    return kti_buf_status(p->pairs);
}

kt_status kti_marc_record_pairs(const kti_marc_record *r, kti_arena *arena, kti_buf *pairs) {
    pairing p = {r, arena, pairs};
    kti_marc_field *fields = (void *)r->fields->ptr;
    size_t count = r->fields->len / sizeof *fields;
    if (count > 1) qsort(fields, count, sizeof *fields, by_key);
    for (size_t i = 0; i < count;) {
        size_t end = i;
        while (end < count && fields[end].key == fields[i].key)
            end++;
        const kti_marc_field *romanized = fields[i].original ? NULL : &fields[i];
        if (romanized != NULL && end == i + 1) KTI_TRY(add_whole(&p, NULL, romanized));
        for (size_t k = romanized != NULL ? i + 1 : i; k < end; k++) {
            if (romanized == NULL || !fields[k].original)
                KTI_TRY(add_whole(&p, fields[k].original ? &fields[k] : NULL,
                                  fields[k].original ? NULL : &fields[k]));
            else
                KTI_TRY(add_pair(&p, &fields[k], romanized));
        }
        i = end;
    }
    return KT_OK;
}
