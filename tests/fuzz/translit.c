/* Any bytes as text of each language to write in Hangul, as text to write back, and as the data of
 * each model. */
#include "fuzz.h"
#include "translit/english.h"
#include "translit/grams.h"
#include "translit/listed.h"
#include "translit/tagger.h"

static void hangulize(kt_str text, kt_source_language from, size_t nbest, int official,
                      int explain) {
    kt_transliterate_options options = KT_TRANSLITERATE_INIT;
    const kt_transliterated *list;
    const kt_step *steps;
    size_t count;
    options.from = from;
    options.nbest = nbest;
    options.official = official;
    options.explain = explain;
    MUST(kt_transliterate(fuzz_ctx, text, &options, &list, &count) == KT_OK);
    MUST(count >= 1 && count <= (nbest == 0 ? 1 : nbest));
    for (size_t i = 0; i < count; i++) {
        MUST(list[i].probability >= 0 && list[i].probability <= 1);
        MUST(i == 0 || list[i].probability <= list[i - 1].probability);
        for (size_t k = 0; k < i; k++)
            MUST(!kti_str_eq(list[i].text, list[k].text));
    }
    size_t step_count = kt_transliterate_steps(fuzz_ctx, &steps);
    for (size_t i = 0; i < step_count; i++) {
        MUST(steps[i].src.start <= steps[i].src.end && steps[i].before.len > 0);
        MUST(kt_rule_info(steps[i].rule).article[0] != '\0');
    }
}

static void write_back(kt_str text, size_t nbest) {
    kt_back_options options = KT_BACK_INIT;
    const kt_transliterated *list;
    double foreign;
    size_t count;
    options.nbest = nbest;
    MUST(kt_transliterate_back(fuzz_ctx, text, &options, &list, &count, &foreign) == KT_OK);
    MUST(count >= 1 && count <= (nbest == 0 ? 1 : nbest) && foreign >= 0 && foreign <= 1);
    for (size_t i = 1; i < count; i++)
        MUST(list[i].probability <= list[i - 1].probability);
}

static void count_words(void *context, const uint8_t *letters, const kti_english_chunk *chunks,
                        size_t count) {
    *(size_t *)context += count + letters[0] + chunks[0];
}

/* The bytes where mapped data would lie: 8-aligned. */
static void damaged(kt_str text) {
    char *bytes = malloc(text.len + 8);
    kti_english sounds;
    kti_grams joint;
    kti_tagger tagger;
    size_t sum = 0;
    MUST(bytes != NULL);
    memcpy(bytes, text.ptr, text.len);
    kt_str data = {bytes, text.len};
    if (kti_english_open(data, &sounds)) {
        static const uint8_t word[] = {0, 1, 2};
        kti_english_chunk chunks[3];
        kti_english_visit(&sounds, count_words, &sum);
        kti_english_find(&sounds, word, 3, chunks);
    }
    if (kti_grams_open(data, &joint) && joint.head != NULL) {
        kti_grams_marks marks = {{0}, 0};
        kti_grams_next nexts[8];
        kti_grams_state state = kti_grams_start(&joint);
        size_t count = kti_grams_nexts(&joint, &state, 0, &marks, 64, nexts, 8);
        if (count > 0) state = kti_grams_step(&joint, &state, nexts[0].symbol);
    }
    kti_tagger_open(data, &tagger);
    kti_listed listed;
    if (kti_listed_open(data, &listed)) {
        kt_str forms[KTI_LISTED_FORMS], words[2];
        kti_listed_hangul(&listed, (kt_str){"gas", 3}, forms);
        kti_listed_english(&listed, (kt_str){"\xEA\xB0\x80", 3}, words, 2);
    }
    free(bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    fuzz_input in = {data, size};
    fuzz_open();
    size_t nbest = fuzz_choice(&in, 12);
    int official = (int)fuzz_choice(&in, 2), explain = (int)fuzz_choice(&in, 2);
    kt_source_language from = (kt_source_language)fuzz_choice(&in, KT_SOURCES);
    kt_str text = fuzz_text(&in);
    hangulize(text, from, nbest, official, explain);
    write_back(text, nbest);
    damaged(text);
    return 0;
}
