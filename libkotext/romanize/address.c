/* address.c - terms of address behind a name: Chu Si-gyŏng Sŏnsaeng. */
#include "core/str.h"
#include "core/utf8.h"
#include "hangul/syllable.h"
#include "romanize/marker.h"

kt_span kti_word_at(kt_str text, size_t at) {
    size_t end = at;
    while (end + KTI_SYL_BYTES <= text.len && kti_is_syllable(kti_utf8_at(text, end).cp))
        end += KTI_SYL_BYTES;
    return (kt_span){(uint32_t)at, (uint32_t)end};
}

/* Bytes of one blank at `at`, the wide one of East Asian typesetting too. */
size_t kti_blank_at(kt_str text, size_t at) {
    kt_str rest = kti_str_cut(text, at, text.len), wide = KTI_STR("\u3000");
    if (rest.len > 0 && rest.ptr[0] == ' ') return 1;
    return kti_str_starts(rest, wide) ? wide.len : 0;
}

/* What a person is called by, behind a name. */
static bool is_address(kt_str word) {
    static const char *const words[] = {"박사", "선생", "선생님", "스님", "선사",   "대사", "목사",
                                        "신부", "장군", "대통령", "여사", "교수",   "공주", "왕자",
                                        "대군", "정승", "판서",   "주교", "추기경", "법사", "거사"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (kti_str_eq(word, kti_str(words[i]))) return true;
    return false;
}

/* Terms of address behind a name begin with a capital: Ch’oe Paksa. */
void kti_mark_address(kti_marker *m, size_t end) {
    kt_str text = m->phono->text;
    size_t blank = kti_blank_at(text, end);
    kt_span word = kti_word_at(text, end + blank);
    if (blank > 0 && word.start < word.end && is_address(kti_str_span(text, word)))
        m->marks[word.start] |= KTI_MARK_CAPITAL;
}
