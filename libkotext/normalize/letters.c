/* letters.c - steps that replace or drop single code points. */
#include "core/str.h"
#include "core/utf8.h"
#include "normalize/normalize.h"
#include "unicode/props.h"

enum { DROP = 0x110000 };

/* A code point with its neighbours, the one before it as it was left; 0 where there is none. */
typedef struct place {
    uint32_t before, cp, after;
} place;

static bool in(uint32_t cp, uint32_t first, uint32_t last) {
    return cp - first <= last - first;
}

/* ---- Hangul letters ------------------------------------------------------------------------- */

static uint32_t full_width_letter(uint32_t cp) {
    static const struct {
        uint32_t first, last, to;
    } ranges[] = {{0xFFA0, 0xFFA0, 0x3164}, {0xFFA1, 0xFFBE, 0x3131}, {0xFFC2, 0xFFC7, 0x314F},
                  {0xFFCA, 0xFFCF, 0x3155}, {0xFFD2, 0xFFD7, 0x315B}, {0xFFDA, 0xFFDC, 0x3161}};
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (in(cp, ranges[i].first, ranges[i].last)) return cp - ranges[i].first + ranges[i].to;
    return cp;
}

static bool is_leading(uint32_t cp) {
    return in(cp, 0x1100, 0x115F) || in(cp, 0xA960, 0xA97C);
}

static bool is_vowel(uint32_t cp) {
    return in(cp, 0x1160, 0x11A7) || in(cp, 0xD7B0, 0xD7C6);
}

static bool is_trailing(uint32_t cp) {
    return in(cp, 0x11A8, 0x11FF) || in(cp, 0xD7CB, 0xD7FB);
}

/* A conjoining jamo that neither neighbour joins; old ones have no plain counterpart here. Clusters
 * of old Hangul are code points of their own (KS X 1026-1), so that ᄏᄏᄏ are three letters. */
static uint32_t plain_letter(const place *p) {
    static const uint16_t choseong[] = {0x3131, 0x3132, 0x3134, 0x3137, 0x3138, 0x3139, 0x3141,
                                        0x3142, 0x3143, 0x3145, 0x3146, 0x3147, 0x3148, 0x3149,
                                        0x314A, 0x314B, 0x314C, 0x314D, 0x314E};
    static const uint16_t jongseong[] = {0x3131, 0x3132, 0x3133, 0x3134, 0x3135, 0x3136, 0x3137,
                                         0x3139, 0x313A, 0x313B, 0x313C, 0x313D, 0x313E, 0x313F,
                                         0x3140, 0x3141, 0x3142, 0x3144, 0x3145, 0x3146, 0x3147,
                                         0x3148, 0x314A, 0x314B, 0x314C, 0x314D, 0x314E};
    if (!is_vowel(p->after) && in(p->cp, 0x1100, 0x1112)) return choseong[p->cp - 0x1100];
    bool open = in(p->before, 0xAC00, 0xD7A3) && (p->before - 0xAC00) % 28 == 0;
    bool alone = !is_leading(p->before) && !is_vowel(p->before) && !open;
    if (alone && in(p->cp, 0x1161, 0x1175)) return p->cp - 0x1161 + 0x314F;
    bool closed = in(p->before, 0xAC00, 0xD7A3) && !open;
    bool stray = !is_vowel(p->before) && !is_trailing(p->before) && !open && !closed;
    if (stray && in(p->cp, 0x11A8, 0x11C2)) return jongseong[p->cp - 0x11A8];
    return p->cp;
}

/* ---- punctuation and invisible characters --------------------------------------------------- */

static uint32_t one_middle_dot(uint32_t cp) {
    return cp == 0x2022 || kti_cp_is_middle_dot(cp) ? 0xB7 : cp;
}

static uint32_t ascii_quote(uint32_t cp) {
    if (in(cp, 0x2018, 0x201B) || cp == 0x300C || cp == 0x300D) return '\'';
    if (in(cp, 0x201C, 0x201F) || cp == 0x300E || cp == 0x300F) return '"';
    return cp;
}

static uint32_t half_width(uint32_t cp) {
    if (cp == 0x3000) return ' ';
    return in(cp, 0xFF01, 0xFF5E) ? cp - 0xFF01 + 0x21 : cp;
}

/* ZWJ and ZWNJ shape emoji and Indic letters; elsewhere they are stray, also behind ⑩. */
static bool shapes(uint32_t before) {
    bool symbol = in(before, 0x2190, 0x2BFF) && !in(before, 0x2460, 0x24FF);
    return before >= 0x1F000 || symbol || before == 0xFE0F || in(before, 0x0600, 0x0DFF);
}

static uint32_t no_zero_width(const place *p) {
    if (p->cp == 0x200B || p->cp == 0x2060 || p->cp == 0xFEFF || p->cp == 0xAD) return DROP;
    return (p->cp == 0x200C || p->cp == 0x200D) && !shapes(p->before) ? DROP : p->cp;
}

static uint32_t no_control(uint32_t cp) {
    bool kept = cp == '\t' || cp == '\n' || cp == '\r' || cp == 0x85;
    return (cp < 0x20 || in(cp, 0x7F, 0x9F)) && !kept ? DROP : cp;
}

static uint32_t one_space(uint32_t cp) {
    bool space = cp == 0xA0 || cp == 0x1680 || in(cp, 0x2000, 0x200A) || cp == 0x202F ||
                 cp == 0x205F || cp == 0x3000;
    return space ? ' ' : cp;
}

/* ---- all of them ---------------------------------------------------------------------------- */

/* What the chosen steps make of a code point; `*rule` is the last that changed it. */
static uint32_t replaced(place p, uint32_t steps, uint32_t *rule) {
    const struct {
        uint32_t step, rule;
    } order[] = {
        {KT_KOREAN_HALFWIDTH, KTI_NORM_HALFWIDTH},   {KT_KOREAN_CONJOINING, KTI_NORM_CONJOINING},
        {KT_KOREAN_FULLWIDTH, KTI_NORM_FULLWIDTH},   {KT_KOREAN_MIDDLE_DOT, KTI_NORM_MIDDLE_DOT},
        {KT_KOREAN_QUOTES, KTI_NORM_QUOTES},         {KT_KOREAN_SPACES, KTI_NORM_SPACES},
        {KT_KOREAN_ZERO_WIDTH, KTI_NORM_ZERO_WIDTH}, {KT_KOREAN_CONTROLS, KTI_NORM_CONTROLS}};
    for (size_t i = 0; i < sizeof order / sizeof *order && p.cp != DROP; i++) {
        uint32_t cp = p.cp;
        if ((steps & order[i].step) == 0) continue;
        switch (order[i].step) {
        case KT_KOREAN_HALFWIDTH:
            p.cp = full_width_letter(cp);
            break;
        case KT_KOREAN_CONJOINING:
            p.cp = plain_letter(&p);
            break;
        case KT_KOREAN_FULLWIDTH:
            p.cp = half_width(cp);
            break;
        case KT_KOREAN_MIDDLE_DOT:
            p.cp = one_middle_dot(cp);
            break;
        case KT_KOREAN_QUOTES:
            p.cp = ascii_quote(cp);
            break;
        case KT_KOREAN_SPACES:
            p.cp = one_space(cp);
            break;
        case KT_KOREAN_ZERO_WIDTH:
            p.cp = no_zero_width(&p);
            break;
        default:
            p.cp = no_control(cp);
            break;
        }
        if (p.cp != cp) *rule = order[i].rule;
    }
    return p.cp;
}

/* No step: only ill-formed bytes change. */
static kt_status replace_invalid(kt_str in, kt_text *out) {
    for (size_t at = 0; at < in.len;) {
        size_t bad = kti_utf8_check(in, at);
        kti_text_copy(out, kti_str_cut(in, at, bad));
        at = bad;
        if (at == in.len) break;
        size_t len = kti_utf8_at(in, at).len;
        kti_text_replace(out, len, KTI_STR("\xEF\xBF\xBD"), KTI_NORM_INVALID);
        at += len;
    }
    return kti_text_status(out);
}

kt_status kti_normalize_letters(kt_str in_text, uint32_t steps, kt_text *out) {
    uint32_t before = 0;
    size_t copied = 0;
    kti_text_clear(out);
    if (steps == 0) return replace_invalid(in_text, out);
    for (size_t at = 0; at < in_text.len;) {
        kti_cp unit = kti_utf8_at(in_text, at);
        size_t next = at + unit.len;
        uint32_t after = next < in_text.len ? kti_utf8_at(in_text, next).cp : 0;
        uint32_t rule = unit.valid ? 0 : KTI_NORM_INVALID;
        uint32_t cp = replaced((place){before, unit.cp, after}, steps, &rule);
        if (rule != 0) {
            char bytes[4];
            size_t len = cp == DROP ? 0 : kti_utf8_encode(cp, bytes);
            kti_text_copy(out, kti_str_cut(in_text, copied, at));
            kti_text_replace(out, unit.len, (kt_str){bytes, len}, rule);
            copied = next;
        }
        before = rule == KTI_NORM_CONJOINING ? cp : unit.cp;
        at = next;
    }
    kti_text_copy(out, kti_str_cut(in_text, copied, in_text.len));
    return kti_text_status(out);
}
