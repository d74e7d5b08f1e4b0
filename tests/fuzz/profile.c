/* Any bytes as a style profile, and a file checked and put right by it: findings lie in the file,
 * what comes out is one. */
#include "fuzz.h"

static const char file[] =
    "1\n00:00:01,000 --> 00:00:02,000\n- 문재인 대통령은 판문점에서 김정은 위원장을 만났다...\n-왜?\n\n"
    "2\n00:00:02,010 --> 00:00:09,000\n나는학교에 갔다 Moon went\nto\nschool\n\n3\n00:00:09,000 --> "
    "00:00:09,100\n<i>네…</i>\n";

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    fuzz_input in = {data, size};
    kt_profile profile = KT_PROFILE_INIT;
    kt_error err = {KT_OK, 0, 0, ""};
    kt_subtitle *s = NULL;
    const kt_finding *list;
    size_t count;
    fuzz_open();
    kt_status status = kt_profile_read(fuzz_text(&in), &profile, &err);
    MUST(status == KT_OK || (status == KT_ERR_SYNTAX && err.line > 0));
    if (status != KT_OK) return 0;
    MUST(kt_subtitle_parse(NULL, KTI_STR(file), KT_FORMAT_SRT, &s, NULL) == KT_OK);
    MUST(kt_subtitle_check(s, &profile, &list, &count) == KT_OK);
    for (size_t i = 0; i < count; i++)
        MUST(list[i].cue < kt_subtitle_cues(s, NULL) && list[i].line > 0 && list[i].column > 0);
    MUST(kt_subtitle_fix(fuzz_ctx, s, &profile) == KT_OK);
    MUST(kt_subtitle_write(s, fuzz_out) == KT_OK);
    MUST(kti_span_law(fuzz_out, kt_subtitle_text(s)));
    kt_subtitle_free(s);
    return 0;
}
