#include "names/components.h"

#include <string.h>

#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"

enum { SYLLABLE = 3 };

#define T(text) KTI_STR_INIT(text)

/* The first syllable as a number, in the order of the table. */
static uint32_t key_of(const char *text) {
    const unsigned char *b = (const unsigned char *)text;
    return (uint32_t)b[0] << 16 | (uint32_t)b[1] << 8 | b[2];
}

/* Those that begin with the syllable that `text` begins with. */
size_t kti_components_at(kt_str text, const kti_component **first) {
    size_t low = 0, high = kti_component_count;
    if (text.len < SYLLABLE) return 0;
    uint32_t key = key_of(text.ptr);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (key_of(kti_component_table[middle].korean) < key)
            low = middle + 1;
        else
            high = middle;
    }
    *first = kti_component_table + low;
    while (high < kti_component_count && key_of(kti_component_table[high].korean) == key)
        high++;
    return high - low;
}

static uint32_t bit_of(char letter) {
    return letter >= 'a' && letter <= 'z' ? 1u << (letter - 'a') : 0;
}

static void add_letters(const char *english, uint32_t *initials, uint32_t *letters) {
    char before = '|';
    for (const char *c = english; *c != '\0'; before = *c++) {
        if (before == '|') *initials |= bit_of(*c);
        if (before == '|' || before == ' ') *letters |= bit_of(*c);
    }
}

void kti_component_index_make(kti_component_index *out) {
    enum { COUNT = KTI_SYLLABLE_LAST - KTI_SYLLABLE_FIRST + 1 };
    size_t next = 0;
    memset(out, 0, sizeof *out);
    for (size_t row = 0; row < kti_component_count; row++) {
        kt_str word = kti_str(kti_component_table[row].korean);
        out->len[row] = (uint8_t)word.len;
        size_t first = kti_utf8_at(word, 0).cp - KTI_SYLLABLE_FIRST;
        uint32_t last = kti_utf8_before(word, word.len).cp - KTI_SYLLABLE_FIRST;
        while (next <= first && next < COUNT)
            out->row[next++] = (uint16_t)row;
        add_letters(kti_component_table[row].english, &out->initials[row], &out->letters[row]);
        if (last >= COUNT) continue;
        out->other[row] = out->last[last];
        out->last[last] = (uint16_t)(row + 1);
    }
    while (next <= COUNT)
        out->row[next++] = (uint16_t)kti_component_count;
}

size_t kti_components_indexed(const kti_component_index *index, kt_str text,
                              const kti_component **first) {
    uint32_t cp = text.len == 0 ? 0 : kti_utf8_at(text, 0).cp;
    if (!kti_is_syllable(cp)) return 0;
    const uint16_t *row = &index->row[cp - KTI_SYLLABLE_FIRST];
    *first = kti_component_table + row[0];
    return (size_t)(row[1] - row[0]);
}

bool kti_component_ends(const kti_component_index *index, kt_str text) {
    uint32_t cp = text.len < SYLLABLE ? 0 : kti_utf8_at(text, text.len - SYLLABLE).cp;
    if (!kti_is_syllable(cp)) return false;
    for (size_t next = index->last[cp - KTI_SYLLABLE_FIRST]; next > 0;
         next = index->other[next - 1])
        if (kti_str_ends(text, kti_component_korean(index, &kti_component_table[next - 1])))
            return true;
    return false;
}

bool kti_component_begins(const kti_component_index *index, kt_str text) {
    const kti_component *c;
    size_t count =
        index == NULL ? kti_components_at(text, &c) : kti_components_indexed(index, text, &c);
    for (; count > 0; count--, c++)
        if (c->korean[SYLLABLE] != '\0' && kti_str_starts(text, kti_str(c->korean))) return true;
    return false;
}

bool kti_ends_in_body(kt_str text) {
    static const kt_str bodies[] = {
        T("국"),   T("청"),     T("부"),     T("처"),     T("당"),     T("원"),   T("대"),
        T("단체"), T("위원회"), T("협회"),   T("센터"),   T("기구"),   T("기금"), T("은행"),
        T("연맹"), T("연합"),   T("동맹"),   T("대학"),   T("대학교"), T("법원"), T("재단"),
        T("학회"), T("연구소"), T("본부"),   T("회의"),   T("총회"),   T("의회"), T("그룹"),
        T("신문"), T("방송"),   T("통신"),   T("뉴스"),   T("노조"),   T("조합"), T("공사"),
        T("훈장"), T("재판소"), T("협정"),   T("조약"),   T("전쟁"),   T("병원"), T("포럼"),
        T("연대"), T("협의회"), T("사령부"), T("박물관"), T("운동"),   T("대회"),
    };
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++)
        if (kti_str_ends(text, bodies[i])) return true;
    return false;
}
