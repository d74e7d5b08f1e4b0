#include "segment/heads.h"

#include "hangul/syllable.h"
#include "segment/dates.h"
#include "unicode/props.h"

/* Marks that begin the items of lists, and what a writer sets at the head of an aside. */
static bool is_bullet(uint32_t cp) {
    switch (cp) {
    case 0x25B6: /* ▶ */
    case 0x25B7:
    case 0x25BA:
    case 0x25C6: /* ◆ */
    case 0x25C7:
    case 0x25CF: /* ● */
    case 0x25CB:
    case 0x25CE:
    case 0x25A0: /* ■ */
    case 0x25A1:
    case 0x25AA:
    case 0x25B2: /* ▲ */
    case 0x25B3:
    case 0x2022: /* • */
    case 0x203B: /* ※ */
    case 0x2713: /* ✓ */
    case 0x2714:
    case 0x261E: /* ☞ */
    case 0x261B:
        return true;
    default:
        return cp >= 0x2460 && cp <= 0x2473; /* ① .. ⑳ */
    }
}

/* A dash with a space or a word behind it; one between words is none, but here a space or a mark
 * stands before it. */
static bool is_dash(kt_str text, size_t at, kti_cp unit) {
    if (unit.cp != '-' && unit.cp != 0x2013 && unit.cp != 0x2014) return false;
    size_t next = at + unit.len;
    return next < text.len && text.ptr[next] == ' ';
}

unsigned kti_item_number(kt_str text, size_t at) {
    unsigned number = 0;
    size_t end = at;
    for (; end < text.len && end - at < 3 && kti_is_ascii_digit(text.ptr[end]); end++)
        number = number * 10 + (unsigned)(text.ptr[end] - '0');
    if (end == at || end + 1 >= text.len || text.ptr[end + 1] != ' ') return 0;
    if (kti_date_end(text, at) > at) return 0;
    return text.ptr[end] == '.' || text.ptr[end] == ')' ? number : 0;
}

/* One word, a space perhaps, and a colon that no number or path follows: 철수: / 미도리야 : */
static bool is_speaker(kt_str text, size_t at) {
    size_t letters = 0;
    while (at < text.len && letters <= KTI_SPEAKER_LONGEST) {
        kti_cp unit = kti_utf8_at(text, at);
        if (!kti_is_syllable(unit.cp) && !kti_cp_is_letter(unit.cp)) break;
        letters++;
        at += unit.len;
    }
    if (letters == 0 || letters > KTI_SPEAKER_LONGEST) return false;
    if (at < text.len && text.ptr[at] == ' ') at++;
    if (at + 1 >= text.len || (text.ptr[at] != ':' && kti_utf8_at(text, at).cp != 0xFF1A))
        return false;
    char next = text.ptr[at + 1];
    return text.ptr[at] != ':' || !(kti_is_ascii_digit(next) || next == '/' || next == ')');
}

kti_opening kti_head_at(kt_str text, size_t at, kti_quote_step step) {
    kti_cp unit = kti_utf8_at(text, at);
    if (step == KTI_QUOTE_OPENS) return KTI_OPENING_QUOTE;
    if (step == KTI_ASIDE_OPENS) return KTI_OPENING_BRACKET;
    if (step == KTI_ASIDE_DANGLES) return KTI_OPENING_ASIDE;
    if (is_bullet(unit.cp) || is_dash(text, at, unit) || kti_item_number(text, at) > 0)
        return KTI_OPENING_ITEM;
    return is_speaker(text, at) ? KTI_OPENING_SPEAKER : KTI_OPENING_NONE;
}
