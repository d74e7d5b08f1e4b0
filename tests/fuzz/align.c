/* Any two texts, cut into units, under any pairing: links point into their units. */
#include "fuzz.h"

enum { UNITS = 12 };

static size_t cut(kt_str text, kt_align_unit *units) {
    size_t count = 0;
    int64_t time = 0;
    for (kt_str rest = text; rest.ptr != NULL && count < UNITS;) {
        kt_str line = kti_str_next_field(&rest, '\n');
        int64_t start = line.len > 0 ? time + (line.ptr[0] & 7) * 100 - 300 : time;
        time = start + 1000;
        units[count++] = (kt_align_unit){line, start, time};
    }
    return count;
}

static void check(const kt_align_unit *ko, size_t kos, const kt_align_unit *en, size_t ens,
                  const kt_link *links, size_t count) {
    kt_glossary *glossary;
    for (size_t i = 0; i < count; i++) {
        const kt_link *l = &links[i];
        MUST(l->ko_unit < kos && l->ko.start < l->ko.end && l->ko.end <= ko[l->ko_unit].text.len);
        MUST(l->score >= 0 && l->score <= 1);
        if (l->evidence == KT_EVIDENCE_NONE) continue;
        MUST(l->en_unit < ens && l->en.start < l->en.end && l->en.end <= en[l->en_unit].text.len);
    }
    MUST(kt_glossary_new(NULL, &glossary) == KT_OK);
    MUST(kt_glossary_add_links(glossary, ko, en, links, count) == KT_OK);
    MUST(kt_glossary_add_link_names(fuzz_engine, glossary, ko, en, links, count) == KT_OK);
    kt_glossary_free(glossary);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    fuzz_input in = {data, size};
    kt_align_unit ko[UNITS], en[UNITS];
    kt_align_options options = KT_ALIGN_INIT;
    const kt_link *links;
    size_t count;
    fuzz_open();
    options.pairing = (kt_pairing)fuzz_choice(&in, 3);
    options.threshold = fuzz_choice(&in, 101) / 100.0;
    kt_str text = fuzz_text(&in);
    size_t middle = kti_str_find(text, KTI_STR("\n=\n"), 0);
    size_t half = middle == SIZE_MAX ? text.len : middle;
    size_t kos = cut(kti_str_cut(text, 0, half), ko);
    size_t ens = cut(kti_str_cut(text, middle == SIZE_MAX ? half : half + 3, text.len), en);
    kt_status status = kt_align(fuzz_ctx, ko, kos, en, ens, &options, &links, &count);
    bool uneven = options.pairing == KT_PAIRING_PARALLEL && kos != ens;
    bool cannot = options.pairing == KT_PAIRING_DOCUMENT; /* needs sentences, so ICU */
    MUST(status == KT_OK || (uneven && status == KT_ERR_ARG) ||
         (cannot && status == KT_ERR_UNSUPPORTED));
    if (status == KT_OK) check(ko, kos, en, ens, links, count);
    return 0;
}
