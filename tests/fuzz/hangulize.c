/* Any bytes as romanized text: the exact schemes undo what they did, the others answer with text.
 */
#include "fuzz.h"

static void read_back(kt_str text, kt_scheme scheme, unsigned nbest) {
    kt_hangulize_options options = KT_HANGULIZE_INIT;
    const kt_hangulized *list;
    size_t count;
    options.from = scheme;
    options.nbest = nbest;
    kt_status status = kt_hangulize(fuzz_ctx, text, &options, &list, &count);
    if (scheme == KT_SCHEME_HANGUL || scheme == KT_SCHEME_RESPELL) {
        MUST(status == KT_ERR_UNSUPPORTED);
        return;
    }
    MUST(status == KT_OK && count >= 1);
    for (size_t i = 1; i < count; i++)
        MUST(list[i - 1].cost <= list[i].cost);
}

/* Text in NFC without ill-formed bytes comes back as it was. */
static void round_trip(kt_str text, kt_scheme scheme) {
    kt_normalize_options nfc = KT_NORMALIZE_INIT;
    kt_romanize_options there = KT_ROMANIZE_INIT;
    kt_hangulize_options back = KT_HANGULIZE_INIT;
    const kt_hangulized *list;
    size_t count;
    kt_text *clean, *latin;
    there.scheme = back.from = scheme;
    there.kind = KT_KIND_WORD;
    MUST(kt_text_new(NULL, &clean) == KT_OK && kt_text_new(NULL, &latin) == KT_OK);
    MUST(kt_normalize(fuzz_ctx, text, &nfc, clean) == KT_OK);
    MUST(kt_hanja(fuzz_ctx, kt_text_str(clean), NULL, latin) == KT_OK);
    MUST(kt_normalize(fuzz_ctx, kt_text_str(latin), &nfc, clean) == KT_OK);
    MUST(kt_romanize(fuzz_ctx, kt_text_str(clean), &there, latin) == KT_OK);
    MUST(kt_hangulize(fuzz_ctx, kt_text_str(latin), &back, &list, &count) == KT_OK);
    MUST(kti_str_eq(list[0].text, kt_text_str(clean)));
    kt_text_free(clean);
    kt_text_free(latin);
}

/* Candidates have a character for each syllable. */
static void find_hanja(kt_str text, size_t nbest) {
    const kt_hanja_candidate *list;
    size_t count;
    for (kt_kind kind = KT_KIND_AUTO; kind <= KT_KIND_PLACE; kind++) {
        MUST(kt_hanja_candidates(fuzz_ctx, text, kind, nbest, &list, &count) == KT_OK);
        MUST(count <= nbest);
        for (size_t i = 0; i < count; i++)
            MUST(list[i].hanja.len >= 3 && list[i].source[0] != '\0');
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const kt_scheme exact[] = {KT_SCHEME_RR_LETTER, KT_SCHEME_ISO11941_1,
                                      KT_SCHEME_ISO11941_2};
    fuzz_input in = {data, size};
    fuzz_open();
    kt_scheme scheme = (kt_scheme)fuzz_choice(&in, KT_SCHEMES);
    unsigned nbest = fuzz_choice(&in, 8);
    kt_str text = fuzz_text(&in);
    read_back(text, scheme, nbest);
    find_hanja(text, nbest);
    for (size_t i = 0; i < sizeof exact / sizeof *exact; i++)
        round_trip(text, exact[i]);
    return 0;
}
