/* translit_train.c - `kttrain translit`: the models that write English in Hangul. */
#include "translit_train.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/str.h"
#include "kotext/file.h"
#include "loans.h"
#include "tagger_train.h"
#include "translit/loanword.h"

static bool write_file(const char *dir, const char *name, const kti_buf *bytes) {
    char path[4096];
    kt_error err;
    snprintf(path, sizeof path, "%s/%s", dir, name);
    if (kt_file_replace(path, kti_buf_str(bytes), &err) == KT_OK) return true;
    fprintf(stderr, "%s: %s\n", path, err.message);
    return false;
}

/* ---- letters to sounds ---------------------------------------------------------------------- */

typedef struct spoken {
    uint8_t letters[KTI_ENGLISH_WORD];
    uint32_t tags[KTI_ENGLISH_WORD];
    uint16_t numbers[KTI_ENGLISH_WORD];
    size_t count;
    bool held;
} spoken;

typedef struct spoken_list {
    const kti_english *sounds;
    spoken *items;
    size_t count;
} spoken_list;

static uint16_t rank_of(const kti_english *sounds, uint8_t letter, kti_english_chunk chunk) {
    uint32_t first = sounds->head->first[letter], end = sounds->head->first[letter + 1];
    for (uint32_t i = first; i < end; i++)
        if (sounds->chunks[i] == chunk) return (uint16_t)(i - first);
    return NO_TAG;
}

static void take_spoken(void *context, const uint8_t *letters, const kti_english_chunk *chunks,
                        size_t count) {
    spoken_list *list = context;
    spoken *s = &list->items[list->count];
    s->held = list->count++ % 50 == 0;
    s->count = count;
    for (size_t i = 0; i < count; i++) {
        s->letters[i] = letters[i] < 26 ? letters[i] : KTI_LATIN_APOSTROPHE;
        s->tags[i] = chunks[i];
        s->numbers[i] = rank_of(list->sounds, letters[i], chunks[i]);
    }
}

static tagged spoken_item(const void *data, size_t index) {
    const spoken *s = &((const spoken_list *)data)->items[index];
    return (tagged){{s->letters, NULL, NULL, s->count}, s->tags, s->numbers, s->held};
}

static bool train_sounds(const kti_english *sounds, const char *dir) {
    kti_buf out;
    spoken_list list = {sounds, calloc(sounds->head->words + 1, sizeof(spoken)), 0};
    if (list.items == NULL) return false;
    kti_english_visit(sounds, take_spoken, &list);
    tagger_task task = {"sounds", list.count, spoken_item, &list, 18, 3};
    kti_buf_init(&out, NULL);
    bool fine = train_tagger(&task, &out) && write_file(dir, "sounds.model", &out);
    kti_buf_free(&out);
    free(list.items);
    return fine;
}

/* ---- letters to Hangul ---------------------------------------------------------------------- */

static void add_sounds(const kti_english *sounds, loan *l) {
    uint8_t letters[LOAN_LETTERS];
    for (size_t i = 0; i < l->letter_count; i++)
        letters[i] = kti_english_letter(l->letters[i]);
    l->sounded = kti_english_find(sounds, letters, l->letter_count, l->sounds);
    if (l->sounded) kti_loanword_tags(letters, l->sounds, l->letter_count, l->rules);
}

static void number_chunks(const kti_grams *joint, loan *l) {
    for (size_t i = 0; i < l->letter_count; i++) {
        uint16_t first = joint->first[l->letters[i]], end = joint->first[l->letters[i] + 1];
        l->numbers[i] = NO_TAG;
        for (uint16_t s = first; s < end; s++)
            if (kti_grams_units(joint, s) == l->chunks[i]) l->numbers[i] = (uint16_t)(s - first);
    }
}

static tagged loan_item(const void *data, size_t index) {
    const loan *l = &((const loans *)data)->items[index];
    return (tagged){
        {l->letters, l->sounded ? l->sounds : NULL, l->sounded ? l->rules : NULL, l->letter_count},
        l->chunks,
        l->numbers,
        l->held};
}

/* Both models into buffers. */
static bool train_models(loans *list, const kti_english *sounds, int epochs, kti_buf *joint,
                         kti_buf *tagger) {
    kti_grams model;
    kti_buf_clear(joint);
    kti_buf_clear(tagger);
    size_t all = list->count;
    bool fine =
        loans_align(list) && train_joint(list, joint) && kti_grams_open(kti_buf_str(joint), &model);
    for (size_t i = 0; fine && i < list->count; i++) {
        add_sounds(sounds, &list->items[i]);
        number_chunks(&model, &list->items[i]);
    }
    printf("pairs: %zu, aligned %zu; joint: %zu bytes\n", all, list->count, joint->len);
    tagger_task task = {"hangul", list->count, loan_item, list, 21, epochs};
    return fine && train_tagger(&task, tagger);
}

/* Once with the pairs given, then with those too that the first models find. */
static bool train_hangul(loans *list, const kti_lexicon *lexicon, const kti_english *sounds,
                         const char *dir) {
    kti_buf joint, tagger;
    kti_grams first;
    kti_tagger first_tagger;
    kti_buf_init(&joint, NULL);
    kti_buf_init(&tagger, NULL);
    bool fine = train_models(list, sounds, 2, &joint, &tagger) &&
                kti_grams_open(kti_buf_str(&joint), &first) &&
                kti_tagger_open(kti_buf_str(&tagger), &first_tagger);
    size_t given = list->count;
    fine = fine && loans_mine(list, lexicon, sounds, &first, &first_tagger);
    printf("mined: %zu\n", list->count - given);
    fine = fine && train_models(list, sounds, 5, &joint, &tagger) &&
           write_file(dir, "joint.model", &joint) && write_file(dir, "hangul.model", &tagger);
    kti_buf_free(&joint);
    kti_buf_free(&tagger);
    return fine;
}

/* ---- the command ---------------------------------------------------------------------------- */

int translit_command(const char *data, const char *dir, char **paths, int count) {
    kt_file ktd;
    kt_error err;
    kti_english sounds;
    loans list = {NULL, 0, 0};
    kti_lexicon *lexicon = NULL;
    kt_alloc libc = kti_alloc_libc();
    if (kt_file_map(data, &ktd, &err) != KT_OK ||
        kti_lexicon_open(&libc, ktd.bytes, true, (kt_str){NULL, 0}, &lexicon, &err) != KT_OK) {
        fprintf(stderr, "%s: %s\n", data, err.message);
        return 3;
    }
    bool fine = kti_english_open(kti_lexicon_section(lexicon, KTI_STR("english")), &sounds) &&
                sounds.head != NULL;
    if (!fine) fprintf(stderr, "%s: no pronunciations in it\n", data);
    for (int i = 0; fine && i < count; i++)
        fine = loans_read(paths[i], &list);
    if (fine) loans_settle(&list);
    fine = fine && train_hangul(&list, lexicon, &sounds, dir);
    fine = fine && train_sounds(&sounds, dir);
    free(list.items);
    kti_lexicon_close(lexicon);
    kt_file_unmap(&ktd);
    return fine ? 0 : 3;
}
