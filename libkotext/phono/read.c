#include "phono/phono.h"

#include "core/utf8.h"
#include "hangul/syllable.h"

static bool is_blank(uint32_t cp) {
    return cp == ' ' || cp == '\t' || cp == 0xA0 || cp == 0x3000;
}

static size_t count_syllables(kt_str text) {
    size_t count = 0;
    for (size_t at = 0; at < text.len;) {
        kti_cp unit = kti_utf8_at(text, at);
        count += kti_is_syllable(unit.cp);
        at += unit.len;
    }
    return count;
}

/* The kind of the token that holds `at`; `*next` is the first token that ends behind it. */
static uint8_t kind_at(const kt_token *tokens, size_t count, size_t *next, size_t at) {
    while (*next < count && tokens[*next].span.end <= at)
        ++*next;
    if (*next == count || tokens[*next].span.start > at) return KT_TOKEN_PLAIN;
    return (uint8_t)tokens[*next].kind;
}

static void add_syllable(kti_phono *out, uint32_t cp, size_t at, kti_gap gap, uint8_t kind) {
    kt_syllable s = kti_split(cp);
    uint32_t index = (uint32_t)out->count;
    uint32_t eojeol = gap == KTI_GAP_NONE ? out->syls[index - 1].eojeol : index;
    out->syls[out->count++] = (kti_syl){.src = (uint32_t)at,
                                        .eojeol = eojeol,
                                        .l = s.choseong,
                                        .v = s.jungseong,
                                        .t = s.jongseong,
                                        .l0 = s.choseong,
                                        .v0 = s.jungseong,
                                        .t0 = s.jongseong,
                                        .gap = (uint8_t)gap,
                                        .kind = kind};
}

kt_status kti_phono_read(kt_str text, const kt_token *tokens, size_t token_count, kti_arena *arena,
                         kti_phono *out) {
    *out = (kti_phono){.text = text};
    out->syls = kti_arena_take(arena, (count_syllables(text) + 1) * sizeof *out->syls);
    if (out->syls == NULL) return KT_ERR_NOMEM;
    kti_gap gap = KTI_GAP_HARD;
    size_t token = 0;
    for (size_t at = 0; at < text.len;) {
        kti_cp unit = kti_utf8_at(text, at);
        if (kti_is_syllable(unit.cp)) {
            add_syllable(out, unit.cp, at, gap, kind_at(tokens, token_count, &token, at));
            gap = KTI_GAP_NONE;
        } else if (is_blank(unit.cp) && gap != KTI_GAP_HARD) {
            gap = KTI_GAP_SPACE;
        } else {
            gap = KTI_GAP_HARD;
        }
        at += unit.len;
    }
    return KT_OK;
}

void kti_phono_part(kti_phono *phono, size_t at) {
    kti_syl *syls = phono->syls;
    for (size_t i = at; i < phono->count && (i == at || syls[i].gap == KTI_GAP_NONE); i++)
        syls[i].eojeol = (uint32_t)at;
}
