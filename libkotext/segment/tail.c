#include "segment/tail.h"

#include "core/str.h"
#include "hangul/syllable.h"
#include "unicode/props.h"

/* Whether a letter stands alone that would be part of a syllable: ㅋ and its like, or the same as
 * conjoining letters, which some keyboards give. */
static bool is_alone(kt_str text, size_t at, kti_cp unit) {
    if (unit.cp >= 0x1160) return at == 0 || kti_utf8_before(text, at).cp - 0x1100 >= 0x60;
    size_t next = at + unit.len;
    return next >= text.len || kti_utf8_at(text, next).cp - 0x1160 >= 0x48;
}

static bool is_laugh(kt_str text, size_t at, kti_cp unit) {
    switch (unit.cp) {
    case 0x314B: /* ㅋ */
    case 0x314E: /* ㅎ */
    case 0x3160: /* ㅠ */
    case 0x315C: /* ㅜ */
    case 0x3161: /* ㅡ */
        return true;
    case 0x110F:
    case 0x1112:
    case 0x1172:
    case 0x116E:
    case 0x1173:
        return is_alone(text, at, unit);
    default:
        return false;
    }
}

static bool is_stop(uint32_t cp) {
    return cp == '!' || cp == '?' || cp == 0x3002 || cp == 0xFF01 || cp == 0xFF1F || cp == 0xFF0E ||
           (cp >= 0x203C && cp <= 0x2049 && (cp <= 0x203D || cp >= 0x2047));
}

static bool is_tilde(uint32_t cp) {
    return cp == '~' || cp == 0x301C || cp == 0xFF5E || cp == 0x223C;
}

static bool is_joy(uint32_t cp) {
    return cp == '^' || cp == 0x2661 || cp == 0x2665 || cp == 0x2764 || cp == 0x2605 ||
           cp == 0x2606 || cp == 0x266A || cp == 0x266B || (cp >= 0x1F300 && cp <= 0x1FAFF) ||
           (cp >= 0x2639 && cp <= 0x263B) || cp == 0xFE0F || cp == 0x200D;
}

/* The length of the emoticon that stands at `at`; 0 when none does. */
static size_t emoticon(kt_str text, size_t at) {
    static const kt_str faces[] = {
        KTI_STR_INIT(";;"),  KTI_STR_INIT(":)"),   KTI_STR_INIT(":("),   KTI_STR_INIT(":D"),
        KTI_STR_INIT(";)"),  KTI_STR_INIT(":-)"),  KTI_STR_INIT("=)"),   KTI_STR_INIT("-_-"),
        KTI_STR_INIT("-.-"), KTI_STR_INIT(">_<"),  KTI_STR_INIT("><"),   KTI_STR_INIT("T_T"),
        KTI_STR_INIT("T.T"), KTI_STR_INIT("*^^*"), KTI_STR_INIT("(^^)"), KTI_STR_INIT("@_@"),
    };
    kt_str rest = kti_str_cut(text, at, text.len);
    for (size_t i = 0; i < sizeof faces / sizeof *faces; i++)
        if (faces[i].ptr[0] == rest.ptr[0] && kti_str_starts(rest, faces[i])) return faces[i].len;
    return 0;
}

/* Marks that stand inside faces: ^_^, ^-^, ㅠ_ㅠ. */
static bool is_face_part(const kti_tail *tail, kt_str text, size_t at) {
    char c = text.ptr[at];
    if ((c != '_' && c != '-') || at == 0 || at + 1 >= text.len) return false;
    kti_cp next = kti_utf8_at(text, at + 1);
    return (tail->joy && next.cp == '^') || (tail->laughs > 0 && is_laugh(text, at + 1, next));
}

/* Whether what begins with `cp` may be of a tail; digits and most other marks of ASCII may not. */
static bool may_be_of_tail(uint32_t cp) {
    switch (cp) {
    case '.':
    case ',':
    case '!':
    case '?':
    case ':':
    case ';':
    case '~':
    case '^':
    case '_':
    case '-':
    case '=':
    case '>':
    case '*':
    case '(':
    case '@':
    case 'T':
        return true;
    default:
        return cp >= 0x80 && !kti_is_syllable(cp);
    }
}

void kti_tail_start(kti_tail *tail, size_t word) {
    *tail = (kti_tail){.word = word};
}

static void take_dots(kti_tail *tail, size_t at, unsigned count) {
    bool loose = tail->gap && tail->lead == 0;
    if (loose) tail->lead = at;
    if (tail->lead != 0)
        tail->leads += count;
    else
        tail->dots += count;
}

/* Dots with space on both sides lead nothing. */
static void take_space(kti_tail *tail) {
    tail->gap = true;
    tail->dots += tail->leads;
    tail->leads = 0;
    tail->lead = 0;
}

static bool take_mark(kti_tail *tail, kt_str text, size_t at, kti_cp unit) {
    uint32_t cp = unit.cp;
    if (cp == '.' || cp == 0x2026 || cp == 0x2025 || cp == 0x22EF)
        take_dots(tail, at, cp == '.' ? 1 : 3);
    else if (is_stop(cp))
        tail->stop = true;
    else if (is_tilde(cp))
        tail->tilde = true;
    else if (is_laugh(text, at, unit))
        tail->laughs++;
    else if (is_joy(cp))
        tail->joy = true;
    else if (cp == ',' || cp == ':' || cp == 0x3001 || cp == 0xFF0C || cp == 0xFF1A)
        tail->held = true;
    else
        return false;
    return true;
}

size_t kti_tail_take(kti_tail *tail, kt_str text, size_t at, kti_cp unit) {
    bool may_be = may_be_of_tail(unit.cp);
    if (unit.cp == ' ' || ((unit.cp >= 0x80 || !may_be) && kti_cp_is_space(unit.cp))) {
        take_space(tail);
        return unit.len;
    }
    if (!may_be) return 0;
    size_t face = unit.cp < 0x80 ? emoticon(text, at) : 0;
    if (face > 0) {
        tail->joy = true;
        return face;
    }
    if (is_face_part(tail, text, at) || (unit.cp == ';' && !tail->gap)) return unit.len;
    return take_mark(tail, text, at, unit) ? unit.len : 0;
}

kti_mark kti_tail_mark(const kti_tail *tail) {
    if (tail->stop) return KTI_MARK_STOP;
    if (tail->joy) return KTI_MARK_JOY;
    if (tail->laughs > 0) return KTI_MARK_LAUGH;
    if (tail->tilde) return KTI_MARK_TILDE;
    if (tail->dots > 1) return KTI_MARK_DOTS;
    if (tail->dots == 1) return KTI_MARK_STOP;
    return tail->closer ? KTI_MARK_CLOSER : KTI_MARK_NONE;
}

bool kti_tail_is_empty(const kti_tail *tail) {
    return !(tail->gap || tail->stop || tail->tilde || tail->joy || tail->closer || tail->held ||
             tail->dots > 0 || tail->laughs > 0);
}
