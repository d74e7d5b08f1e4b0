/* api_roster.c - the names of a programme: each once, with every place it is met at. */
#include <string.h>

#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "engine/ctx.h"
#include "kotext/transcript.h"
#include "names/countries.h"

typedef struct entry {
    kt_figure figure;
    int64_t *places;
    size_t capacity;
    uint32_t hash;
} entry;

struct kt_roster {
    kt_alloc alloc;
    kti_arena texts;
    entry *entries;
    size_t count, capacity;
    uint32_t *slots; /* open addressing: index + 1 */
    size_t slot_count;
    size_t last_of[1024]; /* by the hash of a surname: the last person, + 1 */
    kt_figure *listed;
    size_t listed_capacity;
};

kt_status kt_roster_new(const kt_alloc *alloc, kt_roster **out) {
    if (out == NULL) return KT_ERR_ARG;
    kt_alloc own = kti_alloc_or_libc(alloc);
    kt_roster *r = *out = kti_alloc_zeroed(&own, sizeof *r);
    if (r == NULL) return KT_ERR_NOMEM;
    r->alloc = own;
    kti_arena_init(&r->texts, &own);
    return KT_OK;
}

void kt_roster_free(kt_roster *r) {
    if (r == NULL) return;
    kt_alloc alloc = r->alloc;
    for (size_t i = 0; i < r->count; i++)
        kti_alloc_free(&alloc, r->entries[i].places,
                       r->entries[i].capacity * sizeof *r->entries[i].places);
    kti_alloc_free(&alloc, r->entries, r->capacity * sizeof *r->entries);
    kti_alloc_free(&alloc, r->slots, r->slot_count * sizeof *r->slots);
    kti_alloc_free(&alloc, r->listed, r->listed_capacity * sizeof *r->listed);
    kti_arena_free(&r->texts);
    kti_alloc_free(&alloc, r, sizeof *r);
}

/* ---- entries -------------------------------------------------------------------------------- */

static uint32_t hash_of(kt_str text) {
    uint32_t hash = 2166136261u; /* FNV-1a */
    for (size_t i = 0; i < text.len; i++)
        hash = (hash ^ (unsigned char)text.ptr[i]) * 16777619u;
    return hash;
}

static void put_slot(kt_roster *r, size_t index) {
    size_t at = r->entries[index].hash & (r->slot_count - 1);
    while (r->slots[at] != 0)
        at = (at + 1) & (r->slot_count - 1);
    r->slots[at] = (uint32_t)index + 1;
}

static kt_status grow_slots(kt_roster *r) {
    size_t count = r->slot_count == 0 ? 64 : r->slot_count * 2;
    if (r->slot_count > r->count * 2) return KT_OK;
    uint32_t *slots = kti_alloc_zeroed(&r->alloc, count * sizeof *slots);
    if (slots == NULL) return KT_ERR_NOMEM;
    kti_alloc_free(&r->alloc, r->slots, r->slot_count * sizeof *r->slots);
    r->slots = slots;
    r->slot_count = count;
    for (size_t i = 0; i < r->count; i++)
        put_slot(r, i);
    return KT_OK;
}

static kt_status new_entry(kt_roster *r, kt_str korean, uint32_t hash, size_t *index) {
    void *items = r->entries;
    KTI_TRY(kti_alloc_grow(&r->alloc, &items, &r->capacity, sizeof *r->entries, r->count + 1));
    r->entries = items;
    kt_str own = kti_arena_str(&r->texts, korean);
    if (own.ptr == NULL) return KT_ERR_NOMEM;
    *index = r->count++;
    r->entries[*index] = (entry){.figure = {.korean = own}, .hash = hash};
    put_slot(r, *index);
    return KT_OK;
}

static kt_status entry_of(kt_roster *r, kt_str korean, size_t *index) {
    uint32_t hash = hash_of(korean);
    KTI_TRY(grow_slots(r));
    for (size_t at = hash; r->slots[at &= r->slot_count - 1] != 0; at++) {
        *index = r->slots[at] - 1;
        if (kti_str_eq(r->entries[*index].figure.korean, korean)) return KT_OK;
    }
    return new_entry(r, korean, hash, index);
}

static kt_status add_place(kt_roster *r, entry *e, int64_t place) {
    void *items = e->places;
    KTI_TRY(
        kti_alloc_grow(&r->alloc, &items, &e->capacity, sizeof *e->places, e->figure.count + 1));
    e->places = items;
    e->places[e->figure.count++] = place;
    return KT_OK;
}

/* ---- surnames ------------------------------------------------------------------------------- */

static kt_str first_syllable(kt_str name) {
    return name.len == 0 ? name : kti_str_cut(name, 0, kti_utf8_at(name, 0).len);
}

static size_t *last_person(kt_roster *r, kt_str surname) {
    return &r->last_of[hash_of(surname) % (sizeof r->last_of / sizeof *r->last_of)];
}

/* The full name that a surname stands for; the surname when nobody has been named so. */
static kt_str full_name(kt_roster *r, kt_str name) {
    kt_str surname = first_syllable(name);
    size_t index = *last_person(r, surname);
    if (surname.len < name.len || index == 0) return name;
    kt_str full = r->entries[index - 1].figure.korean;
    return kti_str_eq(first_syllable(full), surname) ? full : name;
}

/* ---- the calls ------------------------------------------------------------------------------ */

kt_status kt_roster_add(kt_roster *r, kt_str korean, kt_str english, kt_name_type type,
                        int64_t place) {
    size_t index = 0;
    if (r == NULL || korean.len == 0) return KT_ERR_ARG;
    if (type == KT_NAME_PERSON) korean = full_name(r, korean);
    KTI_TRY(entry_of(r, korean, &index));
    entry *e = &r->entries[index];
    if (e->figure.count == 0) e->figure.type = type;
    if (e->figure.english.len == 0 && english.len > 0) {
        e->figure.english = kti_arena_str(&r->texts, english);
        if (e->figure.english.ptr == NULL) return KT_ERR_NOMEM;
    }
    kt_str surname = first_syllable(korean);
    if (type == KT_NAME_PERSON && surname.len < korean.len) *last_person(r, surname) = index + 1;
    return add_place(r, e, place);
}

kt_status kt_roster_read(kt_roster *r, kt_ctx *ctx, kt_str in, int64_t place) {
    const kt_mention *found;
    size_t count;
    if (r == NULL) return KT_ERR_ARG;
    KTI_TRY(kt_names_detect(ctx, in, &found, &count));
    for (size_t i = 0; i < count; i++) {
        kt_str name = kti_str_span(in, found[i].span);
        bool country = found[i].type == KT_NAME_ORG && kti_country_of(name).len > 0; /* of 한미 */
        kt_name_type type = country ? KT_NAME_PLACE : found[i].type;
        if (country) name = kti_country_of(name);
        KTI_TRY(kt_roster_add(r, name, (kt_str){NULL, 0}, type, place));
    }
    return KT_OK;
}

static kt_status spell(kt_roster *r, kt_ctx *ctx, kt_figure *f) {
    kt_spell_options options = KT_SPELL_INIT;
    const kt_spelling *spellings;
    size_t count;
    options.nbest = 1;
    if (f->type == KT_NAME_PERSON) options.kind = KT_KIND_PERSON;
    if (f->type == KT_NAME_PLACE) options.kind = KT_KIND_PLACE;
    kt_status status = kt_names_spell(ctx, f->korean, &options, &spellings, &count);
    if (status == KT_ERR_TOO_LARGE) return KT_OK;
    if (status != KT_OK || count == 0) return status;
    f->english = kti_arena_str(&r->texts, spellings[0].text);
    return f->english.ptr == NULL ? KT_ERR_NOMEM : KT_OK;
}

kt_status kt_roster_list(kt_roster *r, kt_ctx *ctx, const kt_figure **list, size_t *count) {
    if (r == NULL || ctx == NULL || list == NULL || count == NULL) return KT_ERR_ARG;
    void *items = r->listed;
    KTI_TRY(
        kti_alloc_grow(&r->alloc, &items, &r->listed_capacity, sizeof *r->listed, r->count + 1));
    r->listed = items;
    for (size_t i = 0; i < r->count; i++) {
        kt_figure *f = &r->entries[i].figure;
        f->places = r->entries[i].places;
        if (f->english.len == 0) KTI_TRY(spell(r, ctx, f));
        r->listed[i] = *f;
    }
    *list = r->listed;
    *count = r->count;
    return KT_OK;
}
