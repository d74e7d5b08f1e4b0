#include "analyze/by_rule.h"

#include "analyze/josa.h"
#include "analyze/runs.h"
#include "core/status.h"
#include "core/str.h"
#include "lexicon/tags.h"

static kt_tag tag_of(kti_run_kind kind) {
    static const kt_tag tags[] = {
        [KTI_RUN_HANGUL] = KT_TAG_NNG, [KTI_RUN_JAMO] = KT_TAG_IC,   [KTI_RUN_HANJA] = KT_TAG_SH,
        [KTI_RUN_LATIN] = KT_TAG_SL,   [KTI_RUN_NUMBER] = KT_TAG_SN, [KTI_RUN_SYMBOL] = KT_TAG_SY,
    };
    return tags[kind];
}

/* The stem that ranks at `rank`: the shorter, the longer its particle. */
static size_t stem_length(kt_str run, size_t rank) {
    kt_str stems[KTI_JOSA_STEMS];
    size_t count = kti_josa_stems(run, stems);
    return stems[rank < count ? rank : count - 1].len;
}

static size_t add_run(kt_str text, const kti_run *r, size_t rank, kt_morpheme *out) {
    kt_str run = kti_str_span(text, r->span);
    size_t stem = r->kind == KTI_RUN_HANGUL ? stem_length(run, rank) : run.len;
    uint32_t cut = r->span.start + (uint32_t)stem;
    out[0] = (kt_morpheme){{r->span.start, cut},
                           kti_str_cut(text, r->span.start, cut),
                           tag_of(r->kind),
                           r->kind == KTI_RUN_HANGUL ? KT_MORPHEME_UNKNOWN : 0};
    if (stem == run.len) return 1;
    out[1] = (kt_morpheme){{cut, r->span.end}, kti_str_cut(text, cut, r->span.end), KT_TAG_JX, 0};
    return 2;
}

static kt_status read_at(kt_str text, size_t rank, size_t runs, kti_arena *arena,
                         kt_analysis *out) {
    kt_morpheme *m = kti_arena_take(arena, (2 * runs + 1) * sizeof *m);
    kt_eojeol *eojeols;
    kti_run r;
    if (m == NULL) return KT_ERR_NOMEM;
    *out = (kt_analysis){.morphemes = m, .cost = (int64_t)rank};
    for (size_t at = 0; kti_run_next(text, at, &r); at = r.span.end)
        out->morpheme_count += add_run(text, &r, rank, m + out->morpheme_count);
    KTI_TRY(kti_eojeols_of(m, out->morpheme_count, arena, &eojeols, &out->eojeol_count));
    out->eojeols = eojeols;
    return KT_OK;
}

kt_status kti_analyze_by_rule(kt_str text, size_t most, kti_arena *arena, kt_analysis **list,
                              size_t *count) {
    size_t runs = 0;
    kti_run r;
    for (size_t at = 0; kti_run_next(text, at, &r); at = r.span.end)
        runs++;
    *count = most < KTI_JOSA_STEMS ? most : KTI_JOSA_STEMS;
    *list = kti_arena_take(arena, *count * sizeof **list);
    if (*list == NULL) return KT_ERR_NOMEM;
    for (size_t i = 0; i < *count; i++)
        KTI_TRY(read_at(text, i, runs, arena, &(*list)[i]));
    return KT_OK;
}
