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
        bool last = at + c.len >= text.len;
        return last || kti_cp_is_space(kti_utf8_at(text, at + c.len).cp) ? 0 : c.len;
    }
    uint32_t folded = kti_cp_is_latin(c.cp) ? kti_cp_lower(kti_cp_base(c.cp)) : c.cp;
    s->len += kti_utf8_encode(folded, s->key + s->len);
    kti_spelt_unit(s, folded, folded <= LAST_OF_ALPHABETS ? KTI_HEAD_LETTERS : KTI_HEAD_SYLLABLES);
    *added = true;
    return c.len;
}

static void filter_add(kti_forms *f, uint64_t block, uint64_t hash) {
    f->filter[kti_filter_word(f, block, hash)] |= kti_filter_mask(hash);
}

/* Folds the whole of a form, and notes in `f` unless it is NULL where keys go on. */
static bool spell_all(kt_str text, kti_spelt *s, kti_forms *f) {
    bool added;
    kti_spelt_clear(s);
    for (size_t at = 0; at < text.len;) {
        size_t step = kti_spelt_add(text, at, s, &added);
        if (s->len > KTI_KEY_LONGEST) return false;
        if (added && s->units == s->asked && f != NULL) filter_add(f, s->block, s->hash);
        at += step == 0 ? 1 : step;
    }
    return s->len >= 2;
}

bool kti_forms_spell(kt_str text, kti_spelt *s) {
    return spell_all(text, s, NULL);
}

/* ---- forms ---------------------------------------------------------------------------------- */

kt_str kti_form_text(const kt_glossary_row *rows, const kti_term_form *form) {
    return form->korean ? rows[form->row].korean : rows[form->row].english;
}

static kt_str key_of(const kti_forms *f, const kti_term_form *form) {
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

static size_t bucket_of(const kti_forms *f, uint32_t hash) {
    return hash >> (32 - f->bucket_bits);
}

static void add_form(kti_forms *f, kti_term_form *loose, kt_str text, size_t row, bool korean) {
    kti_spelt s;
    if (!spell_all(text, &s, f) || f->pool.len > UINT32_MAX - KTI_KEY_LONGEST) return;
    uint64_t whole = kti_spelt_whole(&s);
    kti_term_form *form = &loose[f->count++];
    form->hash = (uint32_t)(whole >> 32);
    form->row = (uint32_t)row;
    form->korean = korean;
    form->plain =
        kti_str_eq(text, (kt_str){s.key, s.len}) && !kti_cp_is_upper(kti_utf8_at(text, 0).cp);
    keep_key(f, form, &s);
    set_bit(f->begins, s.first);
    if (s.units < s.head)
        set_bit(f->briefs, (uint32_t)(whole >> 48));
    else
        filter_add(f, s.block, whole);
    f->buckets[bucket_of(f, form->hash) + 1]++;
}

/* ---- order ---------------------------------------------------------------------------------- */

static int compare(const kti_forms *f, const kti_term_form *form, uint32_t hash, kt_str key) {
    if (form->hash != hash) return form->hash < hash ? -1 : 1;
    return kti_str_cmp(key_of(f, form), key);
}

static bool is_before(const kti_forms *f, const kt_glossary_row *rows, const kti_term_form *a,
                      const kti_term_form *b) {
    int order = compare(f, a, b->hash, key_of(f, b));
    if (order == 0) order = kti_by_preference(&rows[a->row], &rows[b->row]);
    return order != 0 ? order < 0 : a->row < b->row;
}

static void swap(kti_term_form *a, kti_term_form *b) {
    kti_term_form kept = *a;
    *a = *b;
    *b = kept;
}

/* Moves list[i] down to where it is not before its children; a heap with the last at its top. */
static void sift(const kti_forms *f, const kt_glossary_row *rows, kti_term_form *list, size_t i,
                 size_t count) {
    for (size_t child; (child = 2 * i + 1) < count; i = child) {
        if (child + 1 < count && is_before(f, rows, &list[child], &list[child + 1])) child++;
        if (!is_before(f, rows, &list[i], &list[child])) return;
        swap(&list[i], &list[child]);
    }
}

/* A bucket, which mostly has one or two; many only where terms were made to meet in it. */
static void sort_bucket(const kti_forms *f, const kt_glossary_row *rows, kti_term_form *list,
                        size_t count) {
    for (size_t i = count / 2; i > 0; i--)
        sift(f, rows, list, i - 1, count);
    for (size_t end = count; end > 1; end--) {
        swap(&list[0], &list[end - 1]);
        sift(f, rows, list, 0, end - 1);
    }
}

/* Puts the forms into their buckets; buckets[i + 1] holds how many are in the i-th. */
static void share_out(kti_forms *f, const kt_glossary_row *rows, const kti_term_form *loose) {
    size_t buckets = (size_t)1 << f->bucket_bits;
    for (size_t i = 0; i < buckets; i++)
        f->buckets[i + 1] += f->buckets[i];
    for (size_t i = f->count; i > 0; i--)
        f->list[--f->buckets[bucket_of(f, loose[i - 1].hash) + 1]] = loose[i - 1];
    memmove(f->buckets, f->buckets + 1, buckets * sizeof *f->buckets); /* where each begins */
    f->buckets[buckets] = (uint32_t)f->count;
    for (size_t i = 0; i < buckets; i++) {
        size_t count = f->buckets[i + 1] - f->buckets[i];
        if (count > 1) sort_bucket(f, rows, f->list + f->buckets[i], count);
    }
}

/* ---- making --------------------------------------------------------------------------------- */

static kt_status fill(kti_forms *f, const kt_glossary_row *rows, size_t count) {
    kti_term_form *loose = kti_alloc_get(&f->alloc, f->capacity * sizeof *loose);
    if (loose == NULL) return KT_ERR_NOMEM;
    for (size_t i = 0; i < count; i++) {
        add_form(f, loose, rows[i].korean, i, true);
        add_form(f, loose, rows[i].english, i, false);
    }
    kt_status status = kti_buf_status(&f->pool);
    if (status == KT_OK) share_out(f, rows, loose);
    kti_alloc_free(&f->alloc, loose, f->capacity * sizeof *loose);
    return status;
}

static unsigned bits_for(size_t count) {
    unsigned bits = 1;
    while (((size_t)1 << bits) < count)
        bits++;
    return bits;
}

static size_t filter_bytes(const kti_forms *f) {
    return ((size_t)KTI_FILTER_BLOCK << f->filter_bits) * sizeof *f->filter;
}

static size_t bucket_bytes(const kti_forms *f) {
    return (((size_t)1 << f->bucket_bits) + 1) * sizeof *f->buckets;
}

kt_status kti_forms_make(const kt_alloc *alloc, const kt_glossary_row *rows, size_t count,
                         kti_forms *f) {
    enum { SMALLEST = 6, FORMS_A_BLOCK = 4 /* as a power of two */ };
    f->alloc = *alloc;
    kti_buf_init(&f->pool, alloc);
    f->capacity = count * 2 + 1;
    f->bucket_bits = bits_for(f->capacity);
    if (f->bucket_bits < SMALLEST) f->bucket_bits = SMALLEST;
    f->filter_bits = f->bucket_bits - FORMS_A_BLOCK;
    f->list = kti_alloc_get(alloc, f->capacity * sizeof *f->list);
    f->buckets = kti_alloc_zeroed(alloc, bucket_bytes(f));
    f->filter = kti_alloc_zeroed(alloc, filter_bytes(f));
    if (f->list == NULL || f->buckets == NULL || f->filter == NULL) return KT_ERR_NOMEM;
    return fill(f, rows, count);
}

void kti_forms_free(kti_forms *f) {
    if (f->capacity == 0) return;
    kti_alloc_free(&f->alloc, f->list, f->capacity * sizeof *f->list);
    kti_alloc_free(&f->alloc, f->buckets, bucket_bytes(f));
    kti_alloc_free(&f->alloc, f->filter, filter_bytes(f));
    kti_buf_free(&f->pool);
}

/* ---- looking up ----------------------------------------------------------------------------- */

static bool is_same(const kti_forms *f, const kti_term_form *form, uint32_t hash,
                    const kti_spelt *s) {
    return form->hash == hash && form->len == s->len &&
           memcmp(key_of(f, form).ptr, s->key, s->len) == 0;
}

/* The first of a bucket that is not before the key. */
static size_t first_not_before(const kti_forms *f, size_t low, size_t high, uint32_t hash,
                               kt_str key) {
    enum { FEW = 8 };
    if (high - low <= FEW) {
        while (low < high && f->list[low].hash < hash)
            low++;
        if (low + 1 >= high || f->list[low + 1].hash != hash) return low;
    }
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare(f, &f->list[middle], hash, key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t kti_forms_find(const kti_forms *f, const kti_spelt *s, size_t *end) {
    uint32_t hash = (uint32_t)(kti_spelt_whole(s) >> 32);
    size_t bucket = bucket_of(f, hash), high = f->buckets[bucket + 1];
    size_t low = first_not_before(f, f->buckets[bucket], high, hash, (kt_str){s->key, s->len});
    if (high > low + KTI_FORMS_ALIKE) high = low + KTI_FORMS_ALIKE;
    for (*end = low; *end < high && is_same(f, &f->list[*end], hash, s);)
        ++*end;
    return low;
}
