/* Any bytes as lines of a transcript whose names are listed: each name is met somewhere, once
 * listed. */
#include "fuzz.h"

static void add_lines(kt_roster *roster, kt_str text, kt_name_type type) {
    for (int64_t at = 0; text.len > 0; at++) {
        size_t end = kti_str_find(text, KTI_STR("\n"), 0);
        kt_str line = kti_str_cut(text, 0, end == SIZE_MAX ? text.len : end);
        size_t tab = kti_str_find(line, KTI_STR("\t"), 0);
        kt_status status = tab == SIZE_MAX
                               ? kt_roster_read(roster, fuzz_ctx, line, at)
                               : kt_roster_add(roster, kti_str_cut(line, 0, tab),
                                               kti_str_cut(line, tab + 1, line.len), type, at);
        MUST(status == KT_OK || (tab != SIZE_MAX && status == KT_ERR_ARG));
        text = kti_str_cut(text, end == SIZE_MAX ? text.len : end + 1, text.len);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    fuzz_input in = {data, size};
    kt_roster *roster = NULL;
    const kt_figure *list;
    size_t count;
    fuzz_open();
    kt_name_type type = (kt_name_type)fuzz_choice(&in, 4);
    MUST(kt_roster_new(NULL, &roster) == KT_OK);
    add_lines(roster, fuzz_text(&in), type);
    MUST(kt_roster_list(roster, fuzz_ctx, &list, &count) == KT_OK);
    for (size_t i = 0; i < count; i++) {
        MUST(list[i].count > 0 && list[i].korean.len > 0);
        for (size_t k = 1; k < list[i].count; k++)
            MUST(list[i].places[k] >= list[i].places[k - 1]);
    }
    kt_roster_free(roster);
    return 0;
}
