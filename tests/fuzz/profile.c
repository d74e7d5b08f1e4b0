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
    fuzz_open();
    kt_status status = kt_profile_read(fuzz_text(&in), &profile, &err);
    MUST(status == KT_OK || (status == KT_ERR_SYNTAX && err.line > 0));
    if (status != KT_OK) return 0;
    MUST(kt_subtitle_parse(NULL, KTI_STR(file), KT_FORMAT_SRT, &s, NULL) == KT_OK);
    fuzz_profiled(s, &profile);
    kt_subtitle_free(s);
    return 0;
}
