#include "phono/second.h"

#include <stddef.h>
#include <string.h>

#include "core/str.h"

/* Sorted by form. A native word makes its onset tense after ㄴ ㄹ ㅁ ㅇ (after vowels a ㅅ is
 * written); a Sino-Korean suffix after vowels too. */
enum {
    LONG = KTI_SECOND_LONG,
    VOWEL = KTI_SECOND_VOWEL,
    BOTH = KTI_SECOND_VOWEL | KTI_SECOND_USUAL
};

static const kti_second rows[] = {
    {"가", "", "價", VOWEL},
    {"가닥", "", "", 0},
    {"가락", "", "", 0},
    {"가루", "", "", 0},
    {"값", "", "", 0},
    {"거리", "", "", LONG},
    {"거품", "", "", 0},
    {"건", "", "件", VOWEL},
    {"격", "格", "格", VOWEL},
    {"결", "", "", 0},
    {"고랑", "", "", 0},
    {"과", "科", "科課", VOWEL},
    {"구덩이", "", "", 0},
    {"구멍", "", "", 0},
    {"구석", "", "", 0},
    {"굽이", "", "", 0},
    {"권", "權券圈", "權券圈", BOTH},
    {"그늘", "", "", 0},
    {"그림자", "", "", 0},
    {"급", "", "級", BOTH},
    {"기둥", "", "", 0},
    {"기슭", "", "", 0},
    {"기운", "", "", 0},
    {"길", "", "", 0},
    {"더미", "", "", 0},
    {"덩어리", "", "", 0},
    {"덩이", "", "", 0},
    {"두렁", "", "", 0},
    {"등성이", "", "", 0},
    {"바닥", "", "", 0},
    {"밥", "", "", LONG},
    {"방울", "", "", 0},
    {"버릇", "", "", 0},
    {"벌이", "", "", 0},
    {"법", "法", "法", BOTH},
    {"병", "", "病", BOTH},
    {"볕", "", "", 0},
    {"봉우리", "", "", 0},
    {"부리", "", "", 0},
    {"불", "", "", 0},
    {"빛", "", "", 0},
    {"성", "", "性", BOTH},
    {"세", "", "稅", VOWEL},
    {"소리", "", "", 0},
    {"속", "", "", 0},
    {"솜씨", "", "", 0},
    {"송이", "", "", 0},
    {"자", "", "字", VOWEL},
    {"자국", "", "", 0},
    {"자락", "", "", 0},
    {"자루", "", "", 0},
    {"자리", "", "", LONG},
    {"잔", "", "盞", 0},
    {"장", "", "狀", VOWEL},
    {"재주", "", "", 0},
    {"점", "", "點", VOWEL},
    {"조각", "", "", 0},
    {"죄", "", "罪", BOTH},
    {"주머니", "", "", 0},
    {"줄기", "", "", 0},
    {"증", "症", "症證", BOTH},
    {"집", "", "", 0},
    {"짓", "", "", 0},
};

bool kti_second_begins(kt_str text) {
    enum { SYLLABLE = 3 };
    size_t low = 0, high = sizeof rows / sizeof *rows;
    if (text.len < SYLLABLE) return false;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = memcmp(rows[middle].form, text.ptr, SYLLABLE);
        if (order == 0) return true;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

const kti_second *kti_second_of(kt_str form) {
    size_t low = 0, high = sizeof rows / sizeof *rows;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = kti_str_cmp(kti_str(rows[middle].form), form);
        if (order == 0) return &rows[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}
