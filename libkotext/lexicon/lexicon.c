#include "lexicon/lexicon.h"

#include <stdio.h>

#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "lexicon/entries.h"
#include "lexicon/keys.h"
#include "lexicon/ktd.h"
#include "lexicon/morphs.h"
#include "lexicon/sino.h"
#include "lexicon/sounds.h"
#include "lexicon/starts.h"
#include "lexicon/tags.h"
#include "lexicon/user.h"

enum { SYLLABLES = KTI_SYLLABLE_LAST - KTI_SYLLABLE_FIRST + 1, SYLLABLE = 3 /* bytes */ };

struct kti_lexicon {
    kt_alloc alloc;
    kt_str data;
    kt_str pool;
    kt_str entries;
    kt_str surnames;
    kt_str models[KTI_MODELS];
    kti_morphs morphs;
    kti_sino sino;
    kti_sounds sounds;
    kti_keys korean;
    kti_keys english;
    kt_str kinds;                    /* a byte an entry; empty: asked of the entries */
    const kti_starts *korean_starts; /* of the data's keys and the user's */
    kti_starts *own_starts;          /* those, where the data's are not enough */
    /* Surnames of one syllable, and the first syllables of longer ones. */
    uint64_t short_surnames[SYLLABLES / 64 + 1], long_surnames[SYLLABLES / 64 + 1];
    uint32_t entry_count; /* of the data; the user's come after */
    bool with_names;
    kti_user_dict user;
    char info[160];
};

static void mark_surnames(kti_lexicon *x);

/* ---- opening -------------------------------------------------------------------------------- */

static void find_models(kti_lexicon *x) {
    static const char *const names[KTI_MODELS] = {
        [KTI_MODEL_GIVEN] = "model.given",     [KTI_MODEL_SHAPE] = "model.shape",
        [KTI_MODEL_FOREIGN] = "model.foreign", [KTI_MODEL_KOREAN] = "model.korean",
        [KTI_MODEL_JOINT] = "model.joint",     [KTI_MODEL_HANGUL] = "model.hangul",
        [KTI_MODEL_SOUNDS] = "model.sounds"};
    for (int i = 0; i < KTI_MODELS; i++)
        x->models[i] = kti_ktd_section_of(x->data, kti_str(names[i]));
}

static void find_sections(kti_lexicon *x) {
    x->pool = kti_ktd_section_of(x->data, KTI_STR("strings"));
    x->entries = kti_ktd_section_of(x->data, KTI_STR("entries"));
    x->surnames = kti_ktd_section_of(x->data, KTI_STR("surnames"));
    kt_str key_pool = kti_ktd_section_of(x->data, KTI_STR("keys.pool.ko"));
    x->korean = (kti_keys){kti_ktd_section_of(x->data, KTI_STR("keys.ko")), key_pool, NULL};
    key_pool = kti_ktd_section_of(x->data, KTI_STR("keys.pool.en"));
    x->english = (kti_keys){kti_ktd_section_of(x->data, KTI_STR("keys.en")), key_pool, NULL};
    x->kinds = kti_ktd_section_of(x->data, KTI_STR("entries.kinds"));
    x->entry_count = (uint32_t)(x->entries.len / sizeof(kti_entry_record));
    find_models(x);
}

/* A section of so many bytes that is read in place; NULL when it is another. */
static const void *table_of(const kti_lexicon *x, const char *name, size_t size) {
    kt_str bytes = kti_ktd_section_of(x->data, kti_str(name));
    return bytes.len == size && (uintptr_t)bytes.ptr % sizeof(uint64_t) == 0 ? bytes.ptr : NULL;
}

/* How keys begin: from the data, with the user's added to a copy. */
static kt_status open_beginnings(kti_lexicon *x, kt_error *err) {
    const kti_starts *starts = table_of(x, "starts.ko", sizeof *starts);
    x->korean.heads = table_of(x, "heads.ko", KTI_KEYS_HEADS * sizeof *x->korean.heads);
    x->korean_starts = starts;
    if (starts != NULL && kti_keys_count(&x->user.korean) == 0) return KT_OK;
    x->own_starts = kti_alloc_zeroed(&x->alloc, sizeof *x->own_starts);
    if (x->own_starts == NULL) return kti_fail(err, KT_ERR_NOMEM, 0, "out of memory");
    if (starts != NULL)
        *x->own_starts = *starts;
    else
        kti_starts_add(x->own_starts, &x->korean);
    kti_starts_add(x->own_starts, &x->user.korean);
    x->korean_starts = x->own_starts;
    return KT_OK;
}

static void write_info(kti_lexicon *x) {
    uint32_t words = x->morphs.words;
    size_t user = x->user.records.len / sizeof(kti_entry_record);
    if (words > 0)
        snprintf(x->info, sizeof x->info,
                 "%u names, titles and terms, %u Korean words, %zu user entries",
                 (unsigned)x->entry_count, (unsigned)words, user);
    else
        snprintf(x->info, sizeof x->info,
                 "%u names, titles and terms, no word list, %zu user entries",
                 (unsigned)x->entry_count, user);
}

kt_status kti_lexicon_open(const kt_alloc *alloc, kt_str data, bool with_names, kt_str user_dict,
                           kti_lexicon **out, kt_error *err) {
    *out = NULL;
    KTI_TRY(kti_ktd_check(data, err));
    kti_lexicon *x = kti_alloc_zeroed(alloc, sizeof *x);
    if (x == NULL) return kti_fail(err, KT_ERR_NOMEM, 0, "out of memory");
    x->alloc = *alloc;
    x->data = data;
    x->with_names = with_names;
    find_sections(x);
    kt_status status = kti_user_dict_read(&x->user, alloc, user_dict, x->entry_count, err);
    if (status == KT_OK) status = kti_morphs_open(x->data, &x->morphs, err);
    if (status == KT_OK) status = kti_sino_open(x->data, &x->sino, err);
    if (status == KT_OK) status = kti_sounds_open(x->data, &x->sounds, err);
    if (status == KT_OK) status = open_beginnings(x, err);
    if (status != KT_OK) {
        kti_lexicon_close(x);
        return status;
    }
    mark_surnames(x);
    write_info(x);
    *out = x;
    return KT_OK;
}

bool kti_lexicon_with_names(const kti_lexicon *x) {
    return x->with_names;
}

void kti_lexicon_close(kti_lexicon *x) {
    if (x == NULL) return;
    kt_alloc alloc = x->alloc;
    kti_user_dict_free(&x->user);
    kti_alloc_free(&alloc, x->own_starts, sizeof *x->own_starts);
    kti_alloc_free(&alloc, x, sizeof *x);
}

const char *kti_lexicon_info(const kti_lexicon *x) {
    return x->info;
}

/* ---- entries -------------------------------------------------------------------------------- */

kti_entry kti_lexicon_entry(const kti_lexicon *x, uint32_t id) {
    kti_entry entry;
    if (id < x->entry_count) {
        kti_entry_read(x->entries, x->pool, id, &entry);
    } else {
        kti_entry_read(kti_buf_str(&x->user.records), kti_buf_str(&x->user.pool),
                       id - x->entry_count, &entry);
        entry.id = id;
    }
    return entry;
}

kti_entry_kind kti_lexicon_kind(const kti_lexicon *x, uint32_t id) {
    kti_entry_record record;
    size_t at = (size_t)id * sizeof record;
    if (id >= x->entry_count) return KTI_ENTRY_USER;
    if (id < x->kinds.len) return (kti_entry_kind)x->kinds.ptr[id];
    bool there = kti_ktd_read(x->entries, at, &record.kind, sizeof record.kind);
    return there && record.kind < KTI_ENTRY_KINDS ? (kti_entry_kind)record.kind : KTI_ENTRY_USER;
}

bool kti_is_korean_entry(const kti_entry *e) {
    return e->region.len == 0 || kti_str_eq(e->region, KTI_STR("kr")) ||
           kti_str_eq(e->region, KTI_STR("kp"));
}

size_t kti_lexicon_entries(const kti_lexicon *x) {
    return x->entry_count + x->user.records.len / sizeof(kti_entry_record);
}

/* Whether a dictionary row may be seen: names are left out on request. */
static bool is_shown(const kti_lexicon *x, uint32_t id) {
    if (x->with_names || id >= x->entry_count) return true;
    kti_entry_kind kind = kti_lexicon_entry(x, id).kind;
    return kind != KTI_ENTRY_PERSON && kind != KTI_ENTRY_PLACE && kind != KTI_ENTRY_ORG;
}

static size_t shown_only(const kti_lexicon *x, kti_hit *hits, size_t count) {
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (is_shown(x, hits[i].entry)) hits[kept++] = hits[i];
    return kept;
}

/* Longest first; the user's own, which are given first, before the built-in of the same length. */
static size_t put_in_order(const kti_lexicon *x, kti_hit *hits, size_t count) {
    count = shown_only(x, hits, count);
    for (size_t i = 1; i < count; i++) {
        kti_hit moving = hits[i];
        size_t to = i;
        for (; to > 0 && hits[to - 1].len < moving.len; to--)
            hits[to] = hits[to - 1];
        hits[to] = moving;
    }
    return count;
}

static size_t search(const kti_lexicon *x, const kti_keys *user, const kti_keys *keys,
                     kti_folding folding, kt_str text, kti_hit *hits, size_t room) {
    size_t own = kti_keys_prefixes(user, folding, text, hits, room);
    size_t count = own + kti_keys_prefixes(keys, folding, text, hits + own, room - own);
    return put_in_order(x, hits, count);
}

size_t kti_lexicon_korean_prefixes(const kti_lexicon *x, kt_str text, kti_hit *hits, size_t room) {
    if (!kti_starts_may(x->korean_starts, KTI_FOLD_KOREAN, text, 1)) return 0;
    return search(x, &x->user.korean, &x->korean, KTI_FOLD_KOREAN, text, hits, room);
}

size_t kti_lexicon_korean_whole(const kti_lexicon *x, kt_str text, kti_hit *hits, size_t room) {
    size_t count = kti_lexicon_korean_prefixes(x, text, hits, room), whole = 0;
    while (whole < count && hits[whole].len == text.len)
        whole++;
    return whole;
}

/* Code points that the shortest key has: names of one syllable say too little. */
static unsigned shortest_word(const kti_lexicon *x) {
    return x->user.records.len > 0 ? 1 : 2;
}

bool kti_lexicon_may_begin_word(const kti_lexicon *x, const uint32_t *syllables, size_t count) {
    return kti_starts_may_cps(x->korean_starts, syllables, count, shortest_word(x));
}

size_t kti_lexicon_korean_words(const kti_lexicon *x, kt_str text, kti_hit *hits, size_t room) {
    if (!kti_starts_may(x->korean_starts, KTI_FOLD_KOREAN, text, shortest_word(x))) return 0;
    return search(x, &x->user.korean, &x->korean, KTI_FOLD_KOREAN, text, hits, room);
}

size_t kti_lexicon_rows(const kti_lexicon *x, kt_str text, unsigned kinds, kti_entry *rows,
                        size_t room) {
    enum { HITS = 8 };
    kti_hit hits[HITS];
    size_t count = text.len > SYLLABLE ? kti_lexicon_korean_words(x, text, hits, HITS)
                                       : kti_lexicon_korean_prefixes(x, text, hits, HITS);
    size_t found = 0;
    for (size_t i = 0; i < count && found < room && hits[i].len == text.len; i++)
        if ((kinds >> kti_lexicon_kind(x, hits[i].entry) & 1) != 0)
            rows[found++] = kti_lexicon_entry(x, hits[i].entry);
    return found;
}

size_t kti_lexicon_english_prefixes(const kti_lexicon *x, kt_str text, kti_hit *hits, size_t room) {
    return search(x, &x->user.english, &x->english, KTI_FOLD_ENGLISH, text, hits, room);
}

bool kti_lexicon_begins_korean(const kti_lexicon *x, kt_str text) {
    return kti_keys_begin_with(&x->korean, KTI_FOLD_KOREAN, text) ||
           kti_keys_begin_with(&x->user.korean, KTI_FOLD_KOREAN, text);
}

size_t kti_lexicon_korean_rows(const kti_lexicon *x, kt_str text, kti_hit *hits, size_t room,
                               bool *goes_on) {
    bool longer, own_longer;
    size_t own = kti_keys_rows(&x->user.korean, KTI_FOLD_KOREAN, text, hits, room, &own_longer);
    size_t count =
        own + kti_keys_rows(&x->korean, KTI_FOLD_KOREAN, text, hits + own, room - own, &longer);
    *goes_on = longer || own_longer;
    return put_in_order(x, hits, count);
}

kti_word_keys kti_lexicon_english_word(const kti_lexicon *x, kt_str word) {
    kti_word_keys keys = {kti_keys_beginning(&x->english, KTI_FOLD_ENGLISH, word),
                          kti_keys_beginning(&x->user.english, KTI_FOLD_ENGLISH, word)};
    keys.built_in.next = kti_keys_next(&x->english, keys.built_in, word.len);
    keys.user.next = kti_keys_next(&x->user.english, keys.user, word.len);
    return keys;
}

size_t kti_lexicon_english_behind(const kti_lexicon *x, const kti_word_keys *keys, kt_str text,
                                  size_t word, kti_hit *hits, size_t room) {
    size_t own =
        kti_keys_behind(&x->user.english, KTI_FOLD_ENGLISH, text, word, keys->user, hits, room);
    size_t count = own + kti_keys_behind(&x->english, KTI_FOLD_ENGLISH, text, word, keys->built_in,
                                         hits + own, room - own);
    return put_in_order(x, hits, count);
}

/* ---- surnames ------------------------------------------------------------------------------- */

static kt_str surname_at(const kti_lexicon *x, size_t index, kti_surname_record *record) {
    *record = (kti_surname_record){{0, 0}, {0, 0}, 0};
    kti_ktd_read(x->surnames, index * sizeof *record, record, sizeof *record);
    return kti_pooled_text(x->pool, record->hangul);
}

/* The first row of `surname`; the number of rows when there is none. */
static size_t find_surname(const kti_lexicon *x, kt_str surname) {
    size_t count = x->surnames.len / sizeof(kti_surname_record);
    size_t low = 0, high = count;
    kti_surname_record record;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (kti_str_cmp(surname_at(x, middle, &record), surname) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < count && kti_str_eq(surname_at(x, low, &record), surname);
    return found ? low : count;
}

static void mark_surnames(kti_lexicon *x) {
    kti_surname_record record;
    for (size_t i = 0; i < x->surnames.len / sizeof record; i++) {
        kt_str surname = surname_at(x, i, &record);
        uint32_t cp = surname.len >= SYLLABLE ? kti_utf8_at(surname, 0).cp : 0;
        if (!kti_is_syllable(cp)) continue;
        uint64_t *bits = surname.len == SYLLABLE ? x->short_surnames : x->long_surnames;
        bits[(cp - KTI_SYLLABLE_FIRST) / 64] |= (uint64_t)1 << (cp - KTI_SYLLABLE_FIRST) % 64;
    }
}

static bool is_marked(const uint64_t *bits, uint32_t cp) {
    return (bits[(cp - KTI_SYLLABLE_FIRST) / 64] >> (cp - KTI_SYLLABLE_FIRST) % 64 & 1) != 0;
}

size_t kti_lexicon_surname(const kti_lexicon *x, kt_str name) {
    uint32_t cp = name.len > 0 ? kti_utf8_at(name, 0).cp : 0;
    if (!kti_is_syllable(cp)) return 0;
    if (name.len >= 2 * SYLLABLE && is_marked(x->long_surnames, cp)) {
        size_t count = x->surnames.len / sizeof(kti_surname_record);
        if (find_surname(x, kti_str_cut(name, 0, 2 * SYLLABLE)) < count) return 2 * SYLLABLE;
    }
    return is_marked(x->short_surnames, cp) ? SYLLABLE : 0;
}

size_t kti_lexicon_surname_spellings(const kti_lexicon *x, kt_str surname,
                                     kti_surname_spelling *list, size_t room) {
    size_t count = x->surnames.len / sizeof(kti_surname_record);
    size_t filled = 0;
    kti_surname_record record;
    for (size_t i = find_surname(x, surname); i < count && filled < room; i++) {
        if (!kti_str_eq(surname_at(x, i, &record), surname)) break;
        kt_str latin = kti_pooled_text(x->pool, record.latin);
        list[filled++] = (kti_surname_spelling){latin, (float)record.share / 1000.0F};
    }
    return filled;
}

/* ---- words and models ----------------------------------------------------------------------- */

bool kti_lexicon_has_words(const kti_lexicon *x) {
    return x->morphs.words > 0;
}

bool kti_lexicon_is_long(const kti_lexicon *x) {
    enum { LONG = 500000 };
    return x->morphs.words >= LONG;
}

const kti_morphs *kti_lexicon_morphs(const kti_lexicon *x) {
    return &x->morphs;
}

const kti_sino *kti_lexicon_sino(const kti_lexicon *x) {
    return &x->sino;
}

const kti_sounds *kti_lexicon_sounds(const kti_lexicon *x) {
    return &x->sounds;
}

static unsigned class_of(kti_fact fact) {
    kt_tag tag = (kt_tag)fact.tag;
    if ((fact.flags & KTI_FACT_PERSON) != 0) return KTI_WORD_PERSON;
    if ((fact.flags & KTI_FACT_PLACE) != 0) return KTI_WORD_PLACE;
    if (tag == KT_TAG_NNG) return KTI_WORD_NOUN;
    if (tag == KT_TAG_NNP) return KTI_WORD_PROPER;
    if (kti_tag_is_noun(tag)) return KTI_WORD_BOUND;
    if (kti_tag_is_predicate(tag)) return KTI_WORD_PREDICATE;
    if (kti_tag_is_josa(tag)) return KTI_WORD_JOSA;
    if (kti_tag_is_eomi(tag)) return KTI_WORD_EOMI;
    if (tag >= KT_TAG_MM && tag <= KT_TAG_IC) return KTI_WORD_MODIFIER;
    return tag >= KT_TAG_XPN && tag <= KT_TAG_XR ? KTI_WORD_AFFIX : 0;
}

kti_word kti_lexicon_word(const kti_lexicon *x, kt_str word) {
    kti_word known = {0, INT16_MAX};
    uint32_t first, number = kti_trie_word(&x->morphs.trie, kti_trie_find(&x->morphs.trie, word));
    uint32_t count = kti_morphs_of_word(&x->morphs, number, &first);
    for (uint32_t i = 0; i < count; i++) {
        kti_fact fact = kti_morphs_fact(&x->morphs, first + i);
        known.classes |= (uint16_t)class_of(fact);
        if ((fact.flags & KTI_FACT_COMPOUND) != 0) known.classes |= KTI_WORD_COMPOUND;
        if (fact.cost < known.cost) known.cost = fact.cost;
    }
    return count > 0 ? known : (kti_word){0, 0};
}

kt_str kti_lexicon_section(const kti_lexicon *x, kt_str name) {
    return kti_ktd_section_of(x->data, name);
}

kt_str kti_lexicon_model(const kti_lexicon *x, kti_model model) {
    return x->models[model];
}

bool kti_lexicon_given_alone(const kti_lexicon *lexicon, kt_str name) {
    static const char surnames[] = "김이박최정강조윤장임";
    enum { MOST = 5 };
    char full[3 * SYLLABLE];
    size_t known = 0;
    if (name.len != 2 * SYLLABLE) return false;
    memcpy(full + SYLLABLE, name.ptr, name.len);
    for (size_t at = 0; at + SYLLABLE < sizeof surnames; at += SYLLABLE) {
        memcpy(full, surnames + at, SYLLABLE);
        kti_word word = kti_lexicon_word(lexicon, (kt_str){full, sizeof full});
        known += (word.classes & KTI_WORD_PERSON) != 0;
    }
    return known >= MOST;
}
