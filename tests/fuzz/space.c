/* Any bytes at any level: only U+0020 between two syllables changes, all else stays in order, and
 * what one kind of change leaves out the other does not do. */
#include "fuzz.h"

#include "hangul/syllable.h"

/* An edit of a space stands between two Hangul syllables (decomposed ones end in jamo). */
static void check_edit(kt_str in, const kt_edit *e) {
    kt_str from = kti_str_cut(in, e->src, e->src + e->src_len);
    kt_str to = kti_str_cut(kt_text_str(fuzz_out), e->dst, e->dst + e->dst_len);
    if (kti_utf8_check(from, 0) < from.len) return; /* became U+FFFD */
    if (e->src_len > 0) MUST(e->dst_len == 0 && kti_str_trim(from).len == 0);
    if (e->src_len == 0) MUST(kti_str_eq(to, KTI_STR(" ")));
    MUST(e->src > 0 && e->src + e->src_len < in.len);
    MUST(in.ptr[e->src - 1] != ' ' && in.ptr[e->src + e->src_len] != ' ');
    for (size_t i = 0; i < from.len; i++)
        MUST(from.ptr[i] == ' ');
}

static void repair(kt_str text, const kt_space_options *options) {
    const kt_edit *edits;
    MUST(kt_space_repair(fuzz_ctx, text, options, fuzz_out) == KT_OK);
    MUST(kti_span_law(fuzz_out, text));
    size_t count = kt_text_edits(fuzz_out, &edits), changes = 0;
    for (size_t i = 0; i < count; i++) {
        if (edits[i].rule == 0) continue;
        check_edit(text, &edits[i]);
        changes += edits[i].src_len == 0;
        if (edits[i].src_len == 0) MUST(options->changes != KT_SPACE_REMOVE);
    }
    if (options->changes == KT_SPACE_REMOVE) MUST(changes == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    fuzz_input in = {data, size};
    kt_space_options options = KT_SPACE_INIT;
    fuzz_open();
    options.level = (kt_space_level)fuzz_choice(&in, KT_SPACE_FULL + 1);
    options.changes = (kt_space_changes)fuzz_choice(&in, KT_SPACE_REMOVE + 1);
    repair(fuzz_text(&in), &options);
    return 0;
}
