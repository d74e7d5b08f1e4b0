#include "names/components.h"

#include <string.h>

#include "core/str.h"

enum { SYLLABLE = 3 };

/* Those that begin with the syllable that `text` begins with. */
size_t kti_components_at(kt_str text, const kti_component **first) {
    size_t low = 0, high = kti_component_count;
    if (text.len < SYLLABLE) return 0;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (memcmp(kti_component_table[middle].korean, text.ptr, SYLLABLE) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    *first = kti_component_table + low;
    while (high < kti_component_count &&
           memcmp(kti_component_table[high].korean, text.ptr, SYLLABLE) == 0)
        high++;
    return high - low;
}

bool kti_component_begins(kt_str text) {
    const kti_component *c;
    for (size_t count = kti_components_at(text, &c); count > 0; count--, c++)
        if (c->korean[SYLLABLE] != '\0' && kti_str_starts(text, kti_str(c->korean))) return true;
    return false;
}

bool kti_ends_in_body(kt_str text) {
    static const char *const bodies[] = {
        "국",   "청",   "부",     "처",     "당",     "원",     "대",     "단체", "위원회", "협회",
        "센터", "기구", "기금",   "은행",   "연맹",   "연합",   "동맹",   "대학", "대학교", "법원",
        "재단", "학회", "연구소", "본부",   "회의",   "총회",   "의회",   "그룹", "신문",   "방송",
        "통신", "뉴스", "노조",   "조합",   "공사",   "훈장",   "재판소", "협정", "조약",   "전쟁",
        "병원", "포럼", "연대",   "협의회", "사령부", "박물관", "운동",   "대회",
    };
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++)
        if (kti_str_ends(text, kti_str(bodies[i]))) return true;
    return false;
}
