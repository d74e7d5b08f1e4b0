/* A damaged data file is refused, or answers without leaving its sections. Even first byte: the
 * input is the file. Odd: it is a list of changes (section, position, byte) to the built-in data,
 * which reach what checksums would keep from a reader of files. */
#include "fuzz.h"

#include "analyze/analyze.h"
#include "core/alloc.h"
#include "lexicon/builtin.h"
#include "lexicon/ktd.h"
#include "lexicon/lexicon.h"
#include "names/match.h"
#include "phono/phono.h"

enum { CHANGES = 16, CHANGE_BYTES = 6 };

/* Marks and spellings that are damaged change sounds, nothing else. */
static void pronounce(const kti_lexicon *lexicon, kt_str text, const kt_analysis *reading,
                      kti_arena *arena) {
    static const kti_phono_options options = {.tensing = true, .across_spaces = true};
    kti_phono phono;
    MUST(kti_phono_read(text, NULL, 0, arena, &phono) == KT_OK);
    MUST(kti_phono_inform(&phono, lexicon, reading, arena) == KT_OK);
    kti_phono_change(&phono, &options, NULL);
}

/* Readings over damaged costs and patterns may be nonsense; they stay inside the text. */
static void analyze(const kti_lexicon *lexicon) {
    static const char text[] =
        "물고기를 불렀으나 생산량 서울역에서 가가와현까지 北을 1,000원에 ㅋㅋ";
    kt_alloc heap = kti_alloc_libc();
    kti_analyzer *analyzer;
    kti_arena arena;
    kt_analysis *list;
    size_t count;
    kti_arena_init(&arena, NULL);
    MUST(kti_analyzer_new(&heap, lexicon, &analyzer) == KT_OK);
    MUST(kti_analyze(analyzer, kti_str(text), 3, &arena, &list, &count) == KT_OK);
    for (size_t i = 0; i < list[0].morpheme_count; i++)
        MUST(list[0].morphemes[i].span.end < sizeof text);
    pronounce(lexicon, kti_str(text), &list[0], &arena);
    kti_analyzer_free(analyzer);
    kti_arena_free(&arena);
}

static void ask(kt_str data) {
    kti_lexicon *lexicon;
    kti_hit hits[8];
    kti_surname_spelling spellings[8];
    kti_matcher matcher;
    kt_alloc heap = kti_alloc_libc();
    if (kti_lexicon_open(&heap, data, true, (kt_str){NULL, 0}, &lexicon, NULL) != KT_OK) return;
    size_t count = kti_lexicon_korean_prefixes(lexicon, KTI_STR("조명균 통일부 장관"), hits, 8);
    for (size_t i = 0; i < count; i++)
        (void)kti_lexicon_entry(lexicon, hits[i].entry);
    (void)kti_lexicon_english_prefixes(lexicon, KTI_STR("Cho Myoung-gyon said"), hits, 8);
    (void)kti_lexicon_surname_spellings(lexicon, KTI_STR("조"), spellings, 8);
    (void)kti_lexicon_word(lexicon, KTI_STR("사람"));
    analyze(lexicon);
    kti_matcher_open(lexicon, &matcher);
    kti_prepared name;
    kti_match_prepare(&matcher, KTI_STR("조명균"), &name);
    double score = kti_match(&matcher, &name, KTI_STR("Cho Myoung-gyon"));
    MUST(score >= 0 && score <= 1);
    kti_lexicon_close(lexicon);
}

static void ask_file(kt_str data) {
    kt_error err;
    char *copy = malloc(data.len + 8); /* malloc aligns as a mapped file is */
    MUST(copy != NULL);
    if (data.len > 0) memcpy(copy, data.ptr, data.len);
    kt_str file = {copy, data.len};
    if (kti_ktd_verify(file, &err) == KT_OK) ask(file);
    free(copy);
}

static void ask_changed(fuzz_input *in) {
    static char *copy;
    static kt_str whole;
    size_t places[CHANGES];
    size_t count = 0;
    if (copy == NULL) {
        whole = kti_builtin_data();
        copy = malloc(whole.len);
        MUST(copy != NULL);
        memcpy(copy, whole.ptr, whole.len);
    }
    for (; count < CHANGES && in->size >= CHANGE_BYTES; in->data += CHANGE_BYTES) {
        uint32_t position = 0;
        memcpy(&position, in->data + 1, sizeof position);
        kti_ktd_section section = kti_ktd_row(whole, in->data[0] % kti_ktd_rows(whole));
        in->size -= CHANGE_BYTES;
        if (section.length == 0) continue;
        places[count] = (size_t)(section.offset + position % section.length);
        copy[places[count++]] = (char)in->data[5];
    }
    ask((kt_str){copy, whole.len});
    for (size_t i = 0; i < count; i++)
        copy[places[i]] = whole.ptr[places[i]];
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    fuzz_input in = {data, size};
    if (fuzz_choice(&in, 2) == 0)
        ask_file(fuzz_text(&in));
    else
        ask_changed(&in);
    return 0;
}
