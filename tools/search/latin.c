#include "latin.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* Texts name the same things again and again: the forms of a name stay where its hash says until
 * another name needs the place. */
enum { PLACES = 4096, LONGEST_NAME = 63 };

typedef struct place {
    char name[LONGEST_NAME];
    unsigned char length; /* 0 = empty */
    latin_forms forms;
} place;

struct latin_cache {
    place places[PLACES];
};

latin_cache *latin_cache_new(void) {
    return calloc(1, sizeof(latin_cache));
}

void latin_cache_free(latin_cache *cache) {
    free(cache);
}

static size_t hash(kt_str name) {
    uint32_t sum = 2166136261U; /* FNV-1a */
    for (size_t i = 0; i < name.len; i++)
        sum = (sum ^ (unsigned char)name.ptr[i]) * 16777619U;
    return sum % PLACES;
}

/* The number of a form, or the count when it is new. */
static size_t find(const latin_forms *f, const char *form, size_t length) {
    size_t i = 0;
    while (i < f->count && (f->forms[i].length != length ||
                            memcmp(f->bytes + f->forms[i].start, form, length) != 0))
        i++;
    return i;
}

static void add(latin_forms *f, const char *form, size_t length, bool alone) {
    size_t at = find(f, form, length);
    if (at < f->count) {
        if (alone) f->forms[at].alone = 1;
        return;
    }
    if (length < 2 || at == LATIN_MOST || f->used + length > LATIN_BYTES - 1) return;
    memcpy(f->bytes + f->used, form, length);
    f->forms[at].start = f->used;
    f->forms[at].length = (unsigned char)length;
    f->forms[at].alone = alone;
    f->count++;
    f->used = (unsigned char)(f->used + length);
}

/* The words of a slug (cho-myoung-gyon), and all of it as one word. */
static void add_words(latin_forms *f, kt_str slug) {
    char joined[LATIN_BYTES];
    size_t length = 0, start = 0;
    if (slug.len >= sizeof joined) return;
    for (size_t i = 0; i <= slug.len; i++) {
        if (i < slug.len && slug.ptr[i] != '-') {
            joined[length++] = slug.ptr[i];
            continue;
        }
        if (i - start < slug.len) add(f, slug.ptr + start, i - start, false);
        start = i + 1;
    }
    add(f, joined, length, true);
}

static kt_status add_slug(session *s, latin_forms *f, kt_str text) {
    kt_status status = kt_slug(s->spelling, text, NULL, s->out);
    if (status == KT_OK) add_words(f, kt_text_str(s->out));
    return status;
}

/* By McCune-Reischauer without its marks 서울 is soul: fine to be found by, not to ask for. */
static kt_status add_scheme(session *s, latin_forms *f, kt_str name, kt_scheme scheme) {
    char letters[LATIN_BYTES];
    size_t length = 0;
    kt_romanize_options options = KT_ROMANIZE_INIT;
    options.scheme = scheme;
    options.kind = KT_KIND_WORD;
    options.ascii = 1;
    kt_status status = kt_romanize(s->spelling, name, &options, s->out);
    if (status != KT_OK) return status;
    kt_str latin = kt_text_str(s->out);
    for (size_t i = 0; i < latin.len && length < sizeof letters; i++)
        if (latin.ptr[i] >= 'a' && latin.ptr[i] <= 'z') letters[length++] = latin.ptr[i];
    add(f, letters, length, scheme == KT_SCHEME_RR);
    return KT_OK;
}

static kt_status add_spellings(session *s, latin_forms *f, kt_str name) {
    enum { SPELLINGS = 3 };
    static const double LEAST = 0.15;
    kt_spell_options options = KT_SPELL_INIT;
    const kt_spelling *list;
    size_t count;
    options.nbest = SPELLINGS;
    kt_status status = kt_names_spell(s->spelling, name, &options, &list, &count);
    char texts[SPELLINGS][LATIN_BYTES]; /* the list goes with the next call */
    size_t lengths[SPELLINGS], kept = 0;
    for (size_t i = 0; status == KT_OK && i < count && kept < SPELLINGS; i++) {
        if (list[i].text.len > LATIN_BYTES || list[i].probability < LEAST) continue;
        lengths[kept] = list[i].text.len;
        memcpy(texts[kept++], list[i].text.ptr, list[i].text.len);
    }
    for (size_t i = 0; status == KT_OK && i < kept; i++)
        status = add_slug(s, f, (kt_str){texts[i], lengths[i]});
    return status;
}

static kt_status find_forms(session *s, kt_str name, latin_forms *f) {
    *f = (latin_forms){.count = 0};
    kt_status status = add_scheme(s, f, name, KT_SCHEME_RR);
    if (status == KT_OK) status = add_scheme(s, f, name, KT_SCHEME_MR);
    if (status == KT_OK) status = add_spellings(s, f, name);
    return status;
}

kt_status latin_forms_of(session *s, kt_str name, const latin_forms **out) {
    static const latin_forms none = {.count = 0};
    *out = &none;
    if (name.len == 0 || name.len > LONGEST_NAME) return KT_OK;
    place *p = &s->latin->places[hash(name)];
    if (p->length != name.len || memcmp(p->name, name.ptr, name.len) != 0) {
        p->length = 0;
        kt_status status = find_forms(s, name, &p->forms);
        if (status != KT_OK) return status;
        memcpy(p->name, name.ptr, name.len);
        p->length = (unsigned char)name.len;
    }
    *out = &p->forms;
    return KT_OK;
}
