/* pronounce.c - the syllables as they sound, written in Hangul over the text. */
#include "core/status.h"
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "phono/phono.h"

static void write_syllable(const kti_syl *s, kt_str text, kt_text *out) {
    char bytes[4];
    if (s->rule == 0) {
        kti_text_copy(out, kti_str_cut(text, s->src, s->src + KTI_SYL_BYTES));
        return;
    }
    size_t len = kti_utf8_encode(kti_join((kt_syllable){s->l, s->v, s->t}), bytes);
    kti_text_replace(out, KTI_SYL_BYTES, (kt_str){bytes, len}, s->rule);
}

kt_status kti_pronounce(const kti_lexicon *lexicon, kt_str text, const kt_token *tokens,
                        size_t token_count, const kt_analysis *reading,
                        const kt_pronounce_options *options, kti_arena *arena, kt_text *out) {
    const kti_phono_options how = {.tensing = true,
                                   .across_spaces = options->phrasing == KT_PHRASING_JOINED,
                                   .vowels = true,
                                   .north = options->norm == KT_NORM_KP,
                                   .permitted = options->permitted};
    kti_phono phono;
    kti_text_clear(out);
    KTI_TRY(kti_phono_read(text, tokens, token_count, arena, &phono));
    KTI_TRY(kti_phono_inform(&phono, lexicon, reading, arena));
    kti_phono_change(&phono, &how, options->explain ? out : NULL);
    size_t at = 0;
    for (size_t i = 0; i < phono.count; i++) {
        kti_text_copy(out, kti_str_cut(text, at, phono.syls[i].src));
        write_syllable(&phono.syls[i], text, out);
        at = phono.syls[i].src + KTI_SYL_BYTES;
    }
    kti_text_copy(out, kti_str_cut(text, at, text.len));
    return kti_text_status(out);
}
