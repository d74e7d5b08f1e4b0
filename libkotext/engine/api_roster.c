/* api_roster.c - the names of a programme: each once, with every place it is met at. */
#include "core/seed.h"
#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "engine/ctx.h"
#include "glossary/terms.h"
#include "kotext/transcript.h"
#include "names/clues.h"
#include "names/countries.h"
#include "names/said.h"
#include "names/surnames.h"
#include "names/title.h"
#include "unicode/nfc.h"

enum { NOBODY = 0, SEVERAL = INT32_MAX };

/* What is written for a name, or for a part of it. An index is + 1. */
typedef struct form {
    kt_str text;
    uint32_t hash;
    uint32_t entry;       /* that goes by this form; NOBODY when none does */
    uint32_t bearer;      /* whose surname or last name this is in the text at hand, or SEVERAL */
    uint32_t text_number; /* in which the bearer was met */
} form;

typedef struct entry {
    kt_figure figure;
    int64_t *places;
    size_t capacity;
    kt_str known; /* the full name by the dictionary, where another form was met */
} entry;

struct kt_roster {
    kt_alloc alloc;
    uint64_t seed; /* of the hashes */
    kti_arena texts;
    kti_arena scratch;
    entry *entries;
    size_t count, capacity;
    form *forms;
    size_t form_count, form_capacity;
    uint32_t *slots; /* of forms; open addressing: index + 1 */
    size_t slot_count;
    uint32_t text_number;
    kt_figure *listed;
    size_t listed_capacity;
};

kt_status kt_roster_new(const kt_alloc *alloc, kt_roster **out) {
    if (out == NULL) return KT_ERR_ARG;
    kt_alloc own = kti_alloc_or_libc(alloc);
    kt_roster *r = *out = kti_alloc_zeroed(&own, sizeof *r);
    if (r == NULL) return KT_ERR_NOMEM;
    r->alloc = own;
    r->seed = kti_seed(r);
    kti_arena_init(&r->texts, &own);
    kti_arena_init(&r->scratch, &own);
    return KT_OK;
}

void kt_roster_free(kt_roster *r) {
    if (r == NULL) return;
    kt_alloc alloc = r->alloc;
    for (size_t i = 0; i < r->count; i++)
        kti_alloc_free(&alloc, r->entries[i].places,
                       r->entries[i].capacity * sizeof *r->entries[i].places);
    kti_alloc_free(&alloc, r->entries, r->capacity * sizeof *r->entries);
    kti_alloc_free(&alloc, r->forms, r->form_capacity * sizeof *r->forms);
    kti_alloc_free(&alloc, r->slots, r->slot_count * sizeof *r->slots);
    kti_alloc_free(&alloc, r->listed, r->listed_capacity * sizeof *r->listed);
    kti_arena_free(&r->texts);
    kti_arena_free(&r->scratch);
    kti_alloc_free(&alloc, r, sizeof *r);
}

kt_status kt_roster_next_text(kt_roster *r) {
    if (r == NULL) return KT_ERR_ARG;
    r->text_number++;
    return KT_OK;
}

/* ---- forms ---------------------------------------------------------------------------------- */

static uint32_t hash_of(const kt_roster *r, kt_str text) {
    return (uint32_t)kti_seeded_hash(text, r->seed);
}

static void put_slot(kt_roster *r, size_t index) {
    size_t at = r->forms[index].hash & (r->slot_count - 1);
    while (r->slots[at] != 0)
        at = (at + 1) & (r->slot_count - 1);
    r->slots[at] = (uint32_t)index + 1;
}

static kt_status grow_slots(kt_roster *r) {
    size_t count = r->slot_count == 0 ? 64 : r->slot_count * 2;
    if (r->slot_count > r->form_count * 2) return KT_OK;
    uint32_t *slots = kti_alloc_zeroed(&r->alloc, count * sizeof *slots);
    if (slots == NULL) return KT_ERR_NOMEM;
    kti_alloc_free(&r->alloc, r->slots, r->slot_count * sizeof *r->slots);
    r->slots = slots;
    r->slot_count = count;
    for (size_t i = 0; i < r->form_count; i++)
        put_slot(r, i);
    return KT_OK;
}

/* NULL when nobody has been called so. Valid until the next form is added. */
static form *find_form(const kt_roster *r, kt_str text) {
    if (r->slot_count == 0 || text.len == 0) return NULL;
    for (size_t at = hash_of(r, text); r->slots[at &= r->slot_count - 1] != 0; at++) {
        form *f = &r->forms[r->slots[at] - 1];
        if (kti_str_eq(f->text, text)) return f;
    }
    return NULL;
}

static kt_status form_of(kt_roster *r, kt_str text, form **out) {
    void *items = r->forms;
    *out = find_form(r, text);
    if (*out != NULL) return KT_OK;
    KTI_TRY(grow_slots(r));
    KTI_TRY(
        kti_alloc_grow(&r->alloc, &items, &r->form_capacity, sizeof *r->forms, r->form_count + 1));
    r->forms = items;
    kt_str own = kti_arena_str(&r->texts, text);
    if (own.ptr == NULL) return KT_ERR_NOMEM;
    r->forms[r->form_count] = (form){.text = own, .hash = hash_of(r, text)};
    *out = &r->forms[r->form_count++];
    put_slot(r, r->form_count - 1);
    return KT_OK;
}

/* ---- whose a part of a name is -------------------------------------------------------------- */

/* Of the text at hand; NOBODY, or an index + 1, or SEVERAL. */
static uint32_t bearer_of(const kt_roster *r, kt_str part) {
    const form *f = find_form(r, part);
    return f == NULL || f->text_number != r->text_number ? NOBODY : f->bearer;
}

/* Of surnames the last bearer counts; a last name that several bear is nobody's. */
static kt_status set_bearer(kt_roster *r, kt_str part, uint32_t bearer, bool last_counts) {
    form *f;
    KTI_TRY(form_of(r, part, &f));
    bool fresh = last_counts || f->bearer == NOBODY || f->text_number != r->text_number;
    if (fresh)
        f->bearer = bearer;
    else if (f->bearer != bearer)
        f->bearer = SEVERAL;
    f->text_number = r->text_number;
    return KT_OK;
}

/* The last word of several; empty of one. */
static kt_str last_word(kt_str name) {
    size_t at = name.len;
    while (at > 0 && name.ptr[at - 1] != ' ')
        at--;
    return at == 0 ? KTI_STR("") : kti_str_cut(name, at, name.len);
}

/* What a person may be called from here on. */
static kt_status note_parts(kt_roster *r, kt_str name, const kti_said *said, uint32_t bearer) {
    kt_str last = last_word(name);
    if (said->withheld) return set_bearer(r, said->surname, NOBODY, true);
    if (said->surname.len > 0 && !said->alone) return set_bearer(r, said->surname, bearer, true);
    if (last.len == 0) return KT_OK;
    KTI_TRY(set_bearer(r, last, bearer, kti_utf8_at(last, 0).len == last.len)); /* 수전 리 */
    return set_bearer(r, kti_str_cut(name, 0, kti_str_find(name, KTI_STR(" "), 0)), bearer, false);
}

/* The entry that a person's name means, + 1, when it is not one of its own. */
static uint32_t meant(const kt_roster *r, kt_str name, const kti_said *said) {
    const form *own = find_form(r, name), *known = find_form(r, said->known);
    if (said->withheld) return NOBODY;
    if (known != NULL && known->entry != NOBODY) return known->entry;
    if (own != NULL && own->entry != NOBODY && !said->alone) return own->entry;
    if (said->known.len > 0 && !said->alone) return NOBODY;
    bool part = said->alone || said->surname.len == 0;
    uint32_t bearer = part ? bearer_of(r, name) : NOBODY;
    return bearer == SEVERAL ? NOBODY : bearer;
}

/* 앨버니지, met before 앤서니 앨버니지 was: the entry of the last name becomes that of the full. */
static kt_status adopt(kt_roster *r, kt_str name, uint32_t *index) {
    form *part = find_form(r, last_word(name)), *own;
    if (part == NULL || part->entry == NOBODY) return KT_OK;
    uint32_t found = part->entry;
    entry *e = &r->entries[found - 1];
    bool other = e->known.len > 0 && !kti_str_eq(e->known, name);
    bool alone = kti_str_eq(e->figure.korean, part->text) && e->figure.english.len == 0;
    if (e->figure.type != KT_NAME_PERSON || other || !alone) return KT_OK;
    if (kti_utf8_at(part->text, 0).len == part->text.len) return KT_OK; /* 김 is anybody */
    KTI_TRY(form_of(r, name, &own));
    own->entry = *index = found;
    e->figure.korean = own->text;
    return KT_OK;
}

/* ---- entries -------------------------------------------------------------------------------- */

/* A name as it was met, in NFC. */
typedef struct sight {
    kt_str korean;
    kt_str english; /* may be empty */
    kt_name_type type;
    int64_t place;
    kt_str key; /* what the entry is found by: that of a river is not that of a person called so */
} sight;

static kt_status new_entry(kt_roster *r, const sight *s, kt_str known, uint32_t *index) {
    void *items = r->entries;
    form *f;
    if (r->count + 1 >= SEVERAL) return KT_ERR_TOO_LARGE;
    KTI_TRY(kti_alloc_grow(&r->alloc, &items, &r->capacity, sizeof *r->entries, r->count + 1));
    r->entries = items;
    KTI_TRY(form_of(r, s->key, &f));
    kt_str full = kti_arena_str(&r->texts, known);
    if (full.ptr == NULL && known.len > 0) return KT_ERR_NOMEM;
    kt_str korean = kti_str_cut(f->text, 0, s->korean.len); /* a key begins with it */
    r->entries[r->count] = (entry){.figure = {.korean = korean, .type = s->type}, .known = full};
    f->entry = *index = (uint32_t)++r->count;
    return KT_OK;
}

static kt_status add_place(kt_roster *r, entry *e, int64_t place) {
    void *items = e->places;
    KTI_TRY(
        kti_alloc_grow(&r->alloc, &items, &e->capacity, sizeof *e->places, e->figure.count + 1));
    e->places = items;
    e->places[e->figure.count++] = place;
    return KT_OK;
}

static kt_status entry_of(kt_roster *r, const sight *s, const kti_said *said, uint32_t *index) {
    *index = NOBODY;
    if (s->type == KT_NAME_PERSON) *index = meant(r, s->korean, said);
    if (*index == NOBODY) {
        const form *f = find_form(r, s->key);
        *index = f == NULL ? NOBODY : f->entry;
    }
    if (*index == NOBODY && s->type == KT_NAME_PERSON) KTI_TRY(adopt(r, s->korean, index));
    return *index == NOBODY ? new_entry(r, s, said->known, index) : KT_OK;
}

static kt_status add(kt_roster *r, const sight *s, const kti_said *said) {
    uint32_t index;
    KTI_TRY(entry_of(r, s, said, &index));
    entry *e = &r->entries[index - 1];
    if (e->figure.english.len == 0 && s->english.len > 0) {
        e->figure.english = kti_arena_str(&r->texts, s->english);
        if (e->figure.english.ptr == NULL) return KT_ERR_NOMEM;
    }
    KTI_TRY(add_place(r, e, s->place));
    return s->type == KT_NAME_PERSON ? note_parts(r, s->korean, said, index) : KT_OK;
}

/* ---- adding --------------------------------------------------------------------------------- */

kt_status kt_roster_add(kt_roster *r, kt_str korean, kt_str english, kt_name_type type,
                        int64_t place) {
    if (r == NULL || korean.len == 0 || (unsigned)type > KT_NAME_ORG) return KT_ERR_ARG;
    kti_arena_reset(&r->scratch);
    if (!kti_nf_is(KTI_NFC, korean)) korean = kti_nf_short(KTI_NFC, korean, &r->scratch);
    if (korean.ptr == NULL) return KT_ERR_NOMEM;
    sight s = {korean, english, type, place, korean};
    kti_said said = kti_said_alone(korean);
    return add(r, &s, &said);
}

typedef struct reading {
    kt_roster *roster;
    kt_ctx *ctx;
    const kt_terms *terms; /* may be NULL */
    kt_str text;           /* NFC */
    int64_t place;
} reading;

static kt_status add_term(const reading *in, const kt_term_hit *hit) {
    const kt_glossary_row *row = &in->terms->rows[in->terms->best[hit->row]];
    kt_span whole = {0, (uint32_t)row->korean.len};
    sight s = {row->korean, row->english, row->type, in->place, row->korean};
    kti_said said = kti_said_of(&in->ctx->engine->matcher, row->korean, whole);
    return row->korean.len == 0 ? KT_OK : add(in->roster, &s, &said);
}

/* 정부, 경찰: whose, no list can tell. */
static bool is_common_noun(const reading *in, kt_str name) {
    kti_entry row;
    const unsigned bodies = 1u << KTI_ENTRY_ORG | 1u << KTI_ENTRY_USER;
    return (kti_clue_of(NULL, name) & KTI_COMMON_BODY) != 0 &&
           kti_lexicon_rows(in->ctx->engine->lexicon, name, bodies, &row, 1) == 0;
}

/* 한강, which a writer is called as well. */
static bool is_person_too(const reading *in, kt_str name) {
    kti_entry row;
    const unsigned kinds[] = {1u << KTI_ENTRY_PERSON, 1u << KTI_ENTRY_PLACE};
    const kti_lexicon *lexicon = in->ctx->engine->lexicon;
    return kti_lexicon_rows(lexicon, name, kinds[0], &row, 1) > 0 &&
           kti_lexicon_rows(lexicon, name, kinds[1], &row, 1) > 0;
}

/* One that was added by its name alone keeps that. */
static kt_status key_of_place(const kt_roster *r, sight *s, kti_arena *arena) {
    const form *own = find_form(r, s->korean);
    bool added = own != NULL && own->entry != NOBODY &&
                 r->entries[own->entry - 1].figure.type == KT_NAME_PLACE;
    if (added) return KT_OK;
    char *key = kti_arena_take(arena, s->korean.len + 1);
    if (key == NULL) return KT_ERR_NOMEM;
    memcpy(key, s->korean.ptr, s->korean.len);
    key[s->korean.len] = '\n';
    s->key = (kt_str){key, s->korean.len + 1};
    return KT_OK;
}

static kt_status add_mention(const reading *in, const kt_mention *found) {
    kt_str name = kti_str_span(in->text, found->span);
    if (found->type == KT_NAME_ORG && is_common_noun(in, name)) return KT_OK;
    kt_str country = found->type == KT_NAME_ORG ? kti_country_of(name) : KTI_STR(""); /* of 한미 */
    if (country.len > 0) name = country;
    sight s = {name, KTI_STR(""), country.len > 0 ? KT_NAME_PLACE : found->type, in->place, name};
    if (s.type == KT_NAME_PLACE && is_person_too(in, name))
        KTI_TRY(key_of_place(in->roster, &s, &in->ctx->scratch));
    kti_said said = kti_said_of(&in->ctx->engine->matcher, in->text, found->span);
    return add(in->roster, &s, &said);
}

/* 리 대표, where somebody of that surname was named before: no name by itself. */
static kt_status add_surname(const reading *in, kt_span word) {
    enum { SYLLABLE = 3 };
    uint32_t title;
    kt_str surname = kti_str_span(in->text, word);
    kt_str rest = kti_str_cut(in->text, word.end, in->text.len);
    uint32_t bearer = surname.len == SYLLABLE ? bearer_of(in->roster, surname) : NOBODY;
    if (bearer == NOBODY || bearer == SEVERAL || rest.len < 1 + 2 * SYLLABLE) return KT_OK;
    if (rest.ptr[0] != ' ' || !kti_may_be_surname(in->text, word)) return KT_OK;
    size_t length = kti_title_at(in->ctx->engine->lexicon, kti_str_cut(rest, 1, rest.len), &title);
    sight s = {surname, KTI_STR(""), KT_NAME_PERSON, in->place, surname};
    kti_said said = kti_said_alone(surname);
    return length < 2 * SYLLABLE ? KT_OK : add(in->roster, &s, &said);
}

/* In the words between names. */
static kt_status add_surnames(const reading *in, size_t from, size_t to) {
    for (size_t at = from; at < to;) {
        size_t space = kti_str_find(kti_str_cut(in->text, 0, to), KTI_STR(" "), at);
        size_t end = space < to ? space : to;
        if (at == 0 || in->text.ptr[at - 1] == ' ')
            KTI_TRY(add_surname(in, (kt_span){(uint32_t)at, (uint32_t)end}));
        at = end + 1;
    }
    return KT_OK;
}

/* In the order of the text; a term goes before a name that it shares letters with. */
static kt_status read_nfc(const reading *in) {
    kt_term_hit *hits = NULL;
    kt_mention *found;
    size_t hit_count = 0, count, at = 0, end = 0;
    if (in->terms != NULL)
        KTI_TRY(kti_terms_find(in->terms, in->text, &in->ctx->scratch, &hits, &hit_count));
    KTI_TRY(kti_ctx_names(in->ctx, in->text, &found, &count));
    for (size_t i = 0; i < count; i++) {
        KTI_TRY(add_surnames(in, end, found[i].span.start));
        for (; at < hit_count && hits[at].span.start < found[i].span.end; at++)
            KTI_TRY(add_term(in, &hits[at]));
        bool covered = at > 0 && hits[at - 1].span.end > found[i].span.start;
        if (!covered) KTI_TRY(add_mention(in, &found[i]));
        end = found[i].span.end;
    }
    for (; at < hit_count; at++)
        KTI_TRY(add_term(in, &hits[at]));
    return add_surnames(in, end, in->text.len);
}

static kt_status read_any(reading *in) {
    kt_text nfc;
    if (in->text.len > UINT32_MAX) return KT_ERR_TOO_LARGE;
    if (kti_nf_is(KTI_NFC, in->text)) return read_nfc(in);
    kti_text_init(&nfc, &in->ctx->alloc);
    kt_status status = kti_nf(KTI_NFC, in->text, 1, &in->ctx->scratch, &nfc);
    in->text = kt_text_str(&nfc);
    if (status == KT_OK) status = read_nfc(in);
    kti_text_free_fields(&nfc);
    return status;
}

kt_status kt_roster_read_terms(kt_roster *r, kt_ctx *ctx, const kt_terms *terms, kt_str in,
                               int64_t place) {
    KTI_TRY(kti_ctx_begin(ctx));
    if (r == NULL) return kti_ctx_end(ctx, KT_ERR_ARG);
    reading of = {r, ctx, terms, in, place};
    return kti_ctx_end(ctx, read_any(&of));
}

kt_status kt_roster_read(kt_roster *r, kt_ctx *ctx, kt_str in, int64_t place) {
    return kt_roster_read_terms(r, ctx, NULL, in, place);
}

/* ---- listing -------------------------------------------------------------------------------- */

/* A group of performers counts as a person, and has a row of its own: 뉴진스. A given name alone is
 * spelt as one: 민준. */
static kt_kind kind_of(const kt_ctx *ctx, const kt_figure *f) {
    const unsigned people = 1u << KTI_ENTRY_PERSON | 1u << KTI_ENTRY_USER;
    const kti_lexicon *lexicon = ctx->engine->lexicon;
    kti_entry row;
    if (f->type == KT_NAME_PLACE) return KT_KIND_PLACE;
    if (f->type != KT_NAME_PERSON) return KT_KIND_AUTO;
    bool person = kti_lexicon_rows(lexicon, f->korean, people, &row, 1) > 0;
    bool body = kti_lexicon_rows(lexicon, f->korean, 1u << KTI_ENTRY_ORG, &row, 1) > 0;
    bool alone = body || kti_lexicon_given_alone(lexicon, f->korean);
    return alone && !person ? KT_KIND_AUTO : KT_KIND_PERSON;
}

static kt_status spell(kt_roster *r, kt_ctx *ctx, kt_figure *f) {
    kt_spell_options options = KT_SPELL_INIT;
    const kt_spelling *spellings;
    size_t count;
    options.nbest = 1;
    options.kind = kind_of(ctx, f);
    kt_status status = kt_names_spell(ctx, f->korean, &options, &spellings, &count);
    if (status == KT_ERR_TOO_LARGE) return KT_OK;
    if (status != KT_OK || count == 0) return status;
    f->english = kti_arena_str(&r->texts, spellings[0].text);
    return f->english.ptr == NULL ? KT_ERR_NOMEM : KT_OK;
}

static kt_status list_all(kt_roster *r, kt_ctx *ctx) {
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
    return KT_OK;
}

kt_status kt_roster_list(kt_roster *r, kt_ctx *ctx, const kt_figure **list, size_t *count) {
    KTI_TRY(kti_ctx_begin(ctx));
    if (r == NULL || list == NULL || count == NULL) return kti_ctx_end(ctx, KT_ERR_ARG);
    kt_status status = list_all(r, ctx);
    *list = r->listed;
    *count = status == KT_OK ? r->count : 0;
    return kti_ctx_end(ctx, status);
}
