#include "glossary/forms.h"

#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "glossary/terms.h"
#include "unicode/props.h"

/* ---- folding -------------------------------------------------------------------------------- */

static bool is_passed_over(uint32_t c) {
    return c == '-' || c == '\'' || c == 0x2010 || c == 0x2011 || c == 0x2018 || c == 0x2019 ||
           c == 0x02BB || c == 0x02BC || c == 0xB7;
}

/* J. K. and U.S.: a stop behind a single capital. */
static bool is_initial_stop(kt_str text, size_t at) {
    if (at == 0) return false;
    kti_cp capital = kti_utf8_before(text, at);
    if (!kti_cp_is_upper(capital.cp)) return false;
    return at == capital.len || !kti_cp_is_letter(kti_utf8_before(text, at - capital.len).cp);
}

size_t kti_spelt_rarer(kt_str text, size_t at, kti_spelt *s, bool *added) {
    enum { LAST_OF_ALPHABETS = 0x7FF };
    kti_cp c = kti_utf8_at(text, at);
    *added = false;
    if (is_passed_over(c.cp) || (c.cp == '.' && is_initial_stop(text, at))) return c.len;
    if (kti_cp_is_space(c.cp)) { /* one space, or a line end in the middle of a paragraph */
        size_t line = kti_line_end_len(text, at), len = line > 0 ? line : c.len;
        bool last = at + len >= text.len;
        return last || kti_cp_is_space(kti_utf8_at(text, at + len).cp) ? 0 : len;
    }
    uint32_t folded = kti_cp_is_latin(c.cp) ? kti_cp_lower(kti_cp_base(c.cp)) : c.cp;
    s->len += kti_utf8_encode(folded, s->key + s->len);
    kti_spelt_unit(&s->units, folded,
                   folded <= LAST_OF_ALPHABETS ? KTI_HEAD_LETTERS : KTI_HEAD_SYLLABLES);
    *added = true;
    return c.len;
}

static void filter_add(kti_forms *f, uint64_t block, uint64_t hash) {
    f->filter[kti_filter_word(f, block, hash)] |= kti_filter_mask(hash);
}

static void note_going_on(kti_forms *f, const kti_spelt_units *u) {
    if (f != NULL && u->count == u->asked) filter_add(f, u->block, u->hash);
}

/* Reads letters, syllables and what may stand between letters as far as there is nothing else;
 * returns how far. What has been read is kept in registers meanwhile. */
static size_t spell_plain(kt_str text, size_t at, kti_spelt *s, kti_forms *f) {
    kti_spelt_units units = s->units;
    size_t len = s->len;
    while (at < text.len && len < KTI_KEY_LONGEST) {
        size_t read = kti_spelt_usual(text, at, &units, s->key, &len);
        bool mark = text.ptr[at] == ' ' || text.ptr[at] == '-';
        if (read > 0)
            note_going_on(f, &units);
        else if (mark && at + 1 < text.len && kti_is_ascii_alpha(text.ptr[at + 1]))
            read = 1;
        else
            break;
        at += read;
    }
    s->units = units;
    s->len = len;
    return at;
}

/* Folds the whole of a form, and notes in `f` unless it is NULL where keys go on. */
static bool spell_all(kt_str text, kti_spelt *s, kti_forms *f) {
    bool added;
    kti_spelt_clear(s);
    for (size_t at = spell_plain(text, 0, s, f); at < text.len; at = spell_plain(text, at, s, f)) {
        size_t step = kti_spelt_add(text, at, s, &added);
        if (s->len > KTI_KEY_LONGEST) return false;
        if (added) note_going_on(f, &s->units);
        at += step == 0 ? 1 : step;
    }
    return s->len >= 2 && s->len <= KTI_KEY_LONGEST;
}

bool kti_forms_spell(kt_str text, kti_spelt *s) {
    return spell_all(text, s, NULL);
}

/* ---- forms ---------------------------------------------------------------------------------- */

kt_str kti_form_text(const kt_glossary_row *rows, const kti_term_form *form) {
    return form->korean ? rows[form->row].korean : rows[form->row].english;
}

kt_str kti_form_key(const kti_forms *f, const kti_term_form *form) {
    uint32_t at;
    if (form->len <= KTI_KEY_INLINE) return (kt_str){form->key, form->len};
    memcpy(&at, form->key, sizeof at);
    return (kt_str){f->pool.ptr + at, form->len};
}

static void keep_key(kti_forms *f, kti_term_form *form, const kti_spelt *s) {
    uint32_t at = (uint32_t)f->pool.len;
    form->len = (uint8_t)s->len;
    if (s->len <= KTI_KEY_INLINE) {
        memcpy(form->key, s->key, s->len);
        return;
    }
    memcpy(form->key, &at, sizeof at);
    kti_buf_add(&f->pool, s->key, s->len);
}

static void set_bit(unsigned char *bits, uint32_t which) {
    bits[which >> 3 & (KTI_FORM_BEGINS / 8 - 1)] |= (unsigned char)(1u << (which & 7));
}

static bool is_plain(kt_str text, const kti_spelt *s) {
    return text.len == s->len && memcmp(text.ptr, s->key, s->len) == 0 &&
           !kti_cp_is_upper(kti_utf8_at(text, 0).cp);
}

static void add_form(kti_forms *f, kt_str text, size_t row, bool korean) {
    kti_spelt s;
    if (!spell_all(text, &s, f) || f->pool.len > UINT32_MAX - KTI_KEY_LONGEST) return;
    uint64_t whole = kti_spelt_whole(&s);
    kti_term_form *form = &f->list[f->count++];
    form->hash = (uint32_t)(whole >> 32);
    form->row = (uint32_t)row;
    form->korean = korean;
    form->plain = is_plain(text, &s);
    keep_key(f, form, &s);
    set_bit(f->begins, s.units.first);
    if (s.units.count < s.units.head)
        set_bit(f->briefs, (uint32_t)(whole >> 48));
    else
        filter_add(f, s.units.block, whole);
}

kt_status kti_forms_fill(kti_forms *f, const kt_glossary_row *rows, size_t count) {
    for (size_t i = 0; i < count; i++) {
        add_form(f, rows[i].korean, i, true);
        add_form(f, rows[i].english, i, false);
    }
    KTI_TRY(kti_buf_status(&f->pool));
    return kti_forms_order(f, rows);
}

/* ---- making --------------------------------------------------------------------------------- */

static unsigned bits_for(size_t count) {
    unsigned bits = 1;
    while (((size_t)1 << bits) < count)
        bits++;
    return bits;
}

static size_t filter_bytes(const kti_forms *f) {
    return ((size_t)KTI_FILTER_BLOCK << f->filter_bits) * sizeof *f->filter;
}

kt_status kti_forms_new(const kt_alloc *alloc, size_t count, kti_forms *f) {
    enum { SMALLEST = 6, FORMS_A_BLOCK = 4 /* as a power of two */, SPARE = 64 };
    f->alloc = *alloc;
    kti_buf_init(&f->pool, alloc);
    f->place_bits = bits_for(count * 2 + 1);
    if (f->place_bits < SMALLEST) f->place_bits = SMALLEST;
    f->filter_bits = f->place_bits - FORMS_A_BLOCK;
    f->room = ((size_t)1 << f->place_bits) + SPARE;
    f->list = kti_alloc_get(alloc, f->room * sizeof *f->list);
    f->filter = kti_alloc_zeroed(alloc, filter_bytes(f));
    return f->list == NULL || f->filter == NULL ? KT_ERR_NOMEM : KT_OK;
}

void kti_forms_free(kti_forms *f) {
    if (f->room == 0) return;
    kti_alloc_free(&f->alloc, f->list, f->room * sizeof *f->list);
    kti_alloc_free(&f->alloc, f->filter, filter_bytes(f));
    kti_buf_free(&f->pool);
}

/* ---- looking up ----------------------------------------------------------------------------- */

static bool is_same(const kti_forms *f, const kti_term_form *form, uint32_t hash,
                    const kti_spelt *s) {
    return form->hash == hash && form->len == s->len &&
           memcmp(kti_form_key(f, form).ptr, s->key, s->len) == 0;
}

/* The first place that is not before the key. */
static size_t first_not_before(const kti_forms *f, uint32_t hash, kt_str key) {
    enum { FEW = 8 };
    size_t low = kti_forms_place(f, hash), near = low + FEW, high = f->places;
    while (low < near && f->list[low].hash < hash)
        low++;
    if (low == high || f->list[low].hash > hash) return low;
    if (f->list[low].hash == hash && f->list[low + 1].hash > hash) return low;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (kti_form_compare(f, &f->list[middle], hash, key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t kti_forms_find(const kti_forms *f, const kti_spelt *s, size_t *end) {
    uint32_t hash = (uint32_t)(kti_spelt_whole(s) >> 32);
    size_t low = first_not_before(f, hash, (kt_str){s->key, s->len}), high = f->places;
    if (high > low + KTI_FORMS_ALIKE) high = low + KTI_FORMS_ALIKE;
    for (*end = low; *end < high && is_same(f, &f->list[*end], hash, s);)
        ++*end;
    return low;
}
