/* What the spelling of a word says of the sentence it may begin. */
#include "core/utf8.h"
#include "segment/edges.h"
#include "unicode/props.h"

/* A row's word must be the whole word, or begin it when `begins` is set. */
typedef struct row {
    kt_str word;
    bool begins;
    kti_opening opening;
} row;

#define WHOLE(text, opening)                                                                       \
    { KTI_STR_INIT(text), false, KTI_OPENING_##opening }
#define FRONT(text, opening)                                                                       \
    { KTI_STR_INIT(text), true, KTI_OPENING_##opening }

/* Connectives of sentences, contracted and colloquial ones included; what sets the stage of a
 * sentence; what takes up one said or thought; what leans on what stands before. In byte order. */
/* clang-format off */
static const row rows[] = {
    WHOLE("개인적으로", TOPIC),
    WHOLE("게다가", CONNECTOR),
    WHOLE("결국", TOPIC),
    WHOLE("고", TAKES_UP),
    WHOLE("그니까", CONNECTOR), WHOLE("그래도", CONNECTOR), WHOLE("그래서", CONNECTOR),
    WHOLE("그래야", CONNECTOR), WHOLE("그랬더니", CONNECTOR), WHOLE("그러나", CONNECTOR),
    WHOLE("그러니", CONNECTOR), FRONT("그러니까", CONNECTOR), FRONT("그러다", CONNECTOR),
    WHOLE("그러더니", CONNECTOR), WHOLE("그러면", CONNECTOR), WHOLE("그러면서", CONNECTOR),
    WHOLE("그러므로", CONNECTOR), WHOLE("그러자", CONNECTOR), WHOLE("그런데", CONNECTOR),
    FRONT("그런데도", CONNECTOR), WHOLE("그럼", CONNECTOR), WHOLE("그럼에도", CONNECTOR),
    WHOLE("그렇지만", CONNECTOR), WHOLE("그리고", CONNECTOR), WHOLE("그치만", CONNECTOR),
    WHOLE("근데", CONNECTOR),
    WHOLE("내일", TOPIC),
    FRONT("느낌", TAKES_UP),
    WHOLE("는", TAKES_UP),
    WHOLE("다만", CONNECTOR),
    WHOLE("더구나", CONNECTOR),
    WHOLE("등", BOUND),
    WHOLE("따라서", CONNECTOR),
    FRONT("때문", BOUND),
    WHOLE("또한", CONNECTOR),
    WHOLE("라", TAKES_UP), FRONT("라고", TAKES_UP), FRONT("라는", TAKES_UP),
    FRONT("라며", TAKES_UP),
    WHOLE("말", TAKES_UP), FRONT("말을", TAKES_UP), FRONT("말했", TAKES_UP),
    WHOLE("못해", TAKES_UP),
    WHOLE("물론", TOPIC),
    WHOLE("보니", TAKES_UP), WHOLE("보면", TAKES_UP),
    WHOLE("뿐", BOUND),
    WHOLE("사실", TOPIC),
    FRONT("생각", TAKES_UP),
    FRONT("소리", TAKES_UP),
    WHOLE("솔직히", TOPIC),
    FRONT("싶", TAKES_UP),
    WHOLE("아마", TOPIC), WHOLE("아무튼", CONNECTOR),
    WHOLE("암튼", CONNECTOR),
    WHOLE("어제", TOPIC), WHOLE("어쨌든", CONNECTOR),
    WHOLE("없이", BOUND),
    WHOLE("여하튼", CONNECTOR),
    WHOLE("역시", TOPIC),
    WHOLE("오늘", TOPIC),
    WHOLE("왜냐면", CONNECTOR), WHOLE("왜냐하면", CONNECTOR),
    WHOLE("요즘", TOPIC),
    WHOLE("원래", TOPIC),
    FRONT("이라고", TAKES_UP), FRONT("이라는", TAKES_UP), FRONT("이러고", TAKES_UP),
    FRONT("이러더", TAKES_UP), WHOLE("이러면서", TAKES_UP),
    WHOLE("일단", TOPIC),
    WHOLE("제발", TOPIC),
    WHOLE("지금", TOPIC),
    WHOLE("진짜", TOPIC),
    WHOLE("참고로", CONNECTOR),
    WHOLE("처음", TOPIC),
    WHOLE("쳐도", TAKES_UP),
    WHOLE("치고", TAKES_UP), WHOLE("치자", TAKES_UP),
    WHOLE("특히", TOPIC),
    WHOLE("하고", TAKES_UP), WHOLE("하긴", CONNECTOR), WHOLE("하는", TAKES_UP),
    WHOLE("하니", TAKES_UP), WHOLE("하더라", TAKES_UP), WHOLE("하던", TAKES_UP),
    WHOLE("하며", TAKES_UP), WHOLE("하면", TAKES_UP), WHOLE("하면서", TAKES_UP),
    WHOLE("하여", TAKES_UP), WHOLE("하여튼", CONNECTOR), WHOLE("하자", TAKES_UP),
    WHOLE("하지", TAKES_UP), WHOLE("하지만", CONNECTOR),
    FRONT("한다", TAKES_UP), WHOLE("한편", CONNECTOR),
    WHOLE("해도", TAKES_UP), WHOLE("해서", TAKES_UP),
    FRONT("했", TAKES_UP),
    WHOLE("허나", CONNECTOR),
    WHOLE("혹시", TOPIC),
};
/* clang-format on */

enum { ROWS = sizeof rows / sizeof *rows, SYLLABLE = 3 /* bytes */ };

static size_t word_end(kt_str rest) {
    size_t at = 0;
    while (at < rest.len && at < 32) {
        kti_cp unit = kti_utf8_at(rest, at);
        if (!kti_cp_is_hangul(unit.cp)) break;
        at += unit.len;
    }
    return at;
}

/* Three bytes as a number that is in order as they are. */
static uint32_t order_of(const char *syllable) {
    const unsigned char *b = (const unsigned char *)syllable;
    return (uint32_t)b[0] << 16 | (uint32_t)b[1] << 8 | b[2];
}

/* The first row that does not come before the syllable. */
static size_t first_row(kt_str syllable) {
    uint32_t order = order_of(syllable.ptr);
    size_t low = 0, high = ROWS;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (order_of(rows[middle].word.ptr) < order)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

uint32_t kti_opening_first(size_t number) {
    return number < ROWS ? kti_utf8_at(rows[number].word, 0).cp : 0;
}

static bool is_word(kt_str rest, size_t end) {
    return end == rest.len || !kti_cp_is_hangul(kti_utf8_at(rest, end).cp);
}

kti_opening kti_opening_in_rows(size_t first, kt_str rest) {
    kt_str syllable = kti_str_cut(rest, 0, SYLLABLE);
    for (size_t i = first; i < ROWS && kti_str_starts(rows[i].word, syllable); i++) {
        kt_str word = rows[i].word;
        if (kti_str_starts(rest, word) && (rows[i].begins || is_word(rest, word.len)))
            return rows[i].opening;
    }
    return KTI_OPENING_NONE;
}

kti_opening kti_opening_of_shape(kt_str rest) {
    if (rest.len < SYLLABLE || (unsigned char)rest.ptr[0] < 0xEA) return KTI_OPENING_NONE;
    return kti_opening_in_rows(first_row(kti_str_cut(rest, 0, SYLLABLE)), rest);
}

kti_opening kti_opening_by_spelling(kt_str rest) {
    kti_opening listed = kti_opening_of_shape(rest);
    if (listed != KTI_OPENING_NONE) return listed;
    kti_closing closing = kti_closing_of_shape(kti_str_cut(rest, 0, word_end(rest)));
    return closing >= KTI_CLOSING_INTIMATE ? KTI_OPENING_PREDICATE : KTI_OPENING_NONE;
}
