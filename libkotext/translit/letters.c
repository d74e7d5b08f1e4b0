#include "translit/letters.h"

#include "core/str.h"
#include "core/utf8.h"
#include "unicode/props.h"

/* Letters with marks that are common enough in names to be learned from. Order is part of the
 * models' format. */
static const uint16_t marked[] = {
    0x00E0, 0x00E1, 0x00E2, 0x00E3, 0x00E4, 0x00E5, 0x00E7, 0x00E8, 0x00E9, 0x00EA, 0x00EB,
    0x00ED, 0x00EF, 0x00F1, 0x00F3, 0x00F4, 0x00F6, 0x00F8, 0x00FA, 0x00FC, 0x00FD, 0x0103,
    0x0107, 0x010D, 0x011F, 0x0142, 0x0144, 0x014D, 0x015F, 0x0161, 0x016B, 0x017E,
};

enum { MARKED = sizeof marked / sizeof *marked };
_Static_assert(KTI_LATIN_MARKED + MARKED <= KTI_LATIN_LETTERS, "letters are numbered below START");

static size_t pair(char first, char second, uint8_t out[2]) {
    out[0] = (uint8_t)(first - 'a');
    out[1] = (uint8_t)(second - 'a');
    return 2;
}

static size_t one(uint8_t letter, uint8_t out[2]) {
    out[0] = letter;
    return 1;
}

static size_t beyond_ascii(uint32_t cp, uint8_t out[2]) {
    for (unsigned i = 0; i < MARKED; i++)
        if (marked[i] == cp) return one((uint8_t)(KTI_LATIN_MARKED + i), out);
    switch (cp) {
    case 0xDF:
        return pair('s', 's', out);
    case 0xE6:
        return pair('a', 'e', out);
    case 0xFE:
        return pair('t', 'h', out);
    case 0x153:
        return pair('o', 'e', out);
    case 0x131:
        return one('i' - 'a', out);
    case 0x259:
        return one('a' - 'a', out);
    case 0xF0:
        return one('d' - 'a', out);
    case 0x2BB:
    case 0x2BC:
    case 0x2018:
    case 0x2019:
        return one(KTI_LATIN_APOSTROPHE, out);
    case 0x2010:
    case 0x2011:
    case 0x2013:
        return one(KTI_LATIN_HYPHEN, out);
    default:
        break;
    }
    uint32_t base = kti_cp_base(cp);
    return base >= 'a' && base <= 'z' ? one((uint8_t)(base - 'a'), out) : 0;
}

size_t kti_latin_of_cp(uint32_t cp, uint8_t out[2]) {
    cp = kti_cp_lower(cp);
    if (cp >= 'a' && cp <= 'z') return one((uint8_t)(cp - 'a'), out);
    if (cp == '\'') return one(KTI_LATIN_APOSTROPHE, out);
    if (cp == '-') return one(KTI_LATIN_HYPHEN, out);
    if (cp == ' ') return one(KTI_LATIN_SPACE, out);
    return cp < 0x80 ? 0 : beyond_ascii(cp, out);
}

size_t kti_latin_read(kt_str word, uint8_t *letters, size_t room) {
    size_t count = 0;
    for (size_t at = 0; at < word.len;) {
        kti_cp unit = kti_utf8_at(word, at);
        uint8_t read[2];
        size_t n = kti_latin_of_cp(unit.cp, read);
        at += unit.len;
        if (count + n > room) return 0;
        for (size_t i = 0; i < n; i++)
            letters[count++] = read[i];
    }
    return count;
}

uint32_t kti_latin_cp(uint8_t letter) {
    static const char others[] = {' ', '\'', '-'};
    if (letter < 26) return (uint32_t)'a' + letter;
    if (letter < KTI_LATIN_MARKED) return (unsigned char)others[letter - 26];
    return letter < KTI_LATIN_MARKED + MARKED ? marked[letter - KTI_LATIN_MARKED] : ' ';
}

uint8_t kti_latin_base(uint8_t letter) {
    if (letter < KTI_LATIN_MARKED || letter >= KTI_LATIN_MARKED + MARKED) return letter;
    uint32_t base = kti_cp_base(marked[letter - KTI_LATIN_MARKED]);
    return base >= 'a' && base <= 'z' ? (uint8_t)(base - 'a') : 0;
}
