/* Source of the pairs: the Standard Korean Dictionary (표준국어대사전), headwords of particles and
 * of the copula 이다, each with the class of syllable it follows. */
#include "analyze/josa_table.h"

#include "core/str.h"

enum {
    WRITE = KTI_JOSA_WRITE,                 /* a copula's ending: not cut off, as in 가면 */
    RARE = KTI_JOSA_WRITE | KTI_JOSA_SPLIT, /* too seldom behind names to look for */
    USUAL = RARE | KTI_JOSA_DETECT,
    SUFFIX = KTI_JOSA_DETECT, /* no particle: part of the word for all but names */
    CLOSES = KTI_JOSA_CLOSES,
    OPTIONAL = KTI_JOSA_OPTIONAL | KTI_JOSA_CLOSES
};

#define PAIR(c, v, flags)                                                                          \
    { KTI_STR_INIT(c), KTI_STR_INIT(v), KTI_STR_INIT(c "(" v ")"), c "/" v, (flags) }
/* A vowel inserted after a consonant: 이나/나, 으로/로. */
#define INSERT(i, v, flags)                                                                        \
    { KTI_STR_INIT(i v), KTI_STR_INIT(v), KTI_STR_INIT("(" i ")" v), i v "/" v, (flags) }
#define SAME(text, flags)                                                                          \
    { KTI_STR_INIT(text), KTI_STR_INIT(text), KTI_STR_INIT(text), text, (flags) }

const kti_josa kti_josa_table[KTI_JOSA_ROWS] = {
    PAIR("은", "는", USUAL | CLOSES),
    PAIR("이", "가", USUAL | CLOSES),
    PAIR("을", "를", USUAL | CLOSES),
    PAIR("과", "와", USUAL),
    INSERT("으", "로", USUAL | KTI_JOSA_RIEUL),
    INSERT("으", "로서", USUAL | KTI_JOSA_RIEUL),
    INSERT("으", "로써", USUAL | KTI_JOSA_RIEUL),
    INSERT("으", "로부터", USUAL | KTI_JOSA_RIEUL),
    PAIR("아", "야", USUAL | CLOSES | KTI_JOSA_CALL),
    INSERT("이", "여", USUAL | CLOSES),
    INSERT("이", "시여", RARE | CLOSES),
    INSERT("이", "나", USUAL | CLOSES),
    INSERT("이", "나마", RARE),
    INSERT("이", "라도", RARE),
    INSERT("이", "라고", USUAL),
    INSERT("이", "라는", USUAL | CLOSES),
    INSERT("이", "라며", USUAL | CLOSES),
    INSERT("이", "라면서", RARE | CLOSES),
    INSERT("이", "란", USUAL | CLOSES),
    INSERT("이", "든", USUAL | CLOSES),
    INSERT("이", "든지", RARE | CLOSES),
    INSERT("이", "든가", RARE | CLOSES),
    INSERT("이", "라든지", RARE | CLOSES),
    INSERT("이", "라든가", RARE | CLOSES),
    INSERT("이", "랑", RARE),
    INSERT("이", "며", USUAL | OPTIONAL),
    INSERT("이", "고", USUAL | OPTIONAL),
    INSERT("이", "다", USUAL | OPTIONAL),
    INSERT("이", "야", WRITE | CLOSES),
    INSERT("이", "야말로", RARE | CLOSES),
    PAIR("은커녕", "는커녕", RARE | CLOSES),
    /* The copula. */
    PAIR("이에요", "예요", RARE | CLOSES),
    PAIR("이었다", "였다", USUAL | OPTIONAL),
    PAIR("이었고", "였고", RARE | OPTIONAL),
    PAIR("이었으며", "였으며", RARE | OPTIONAL),
    PAIR("이었으나", "였으나", RARE | OPTIONAL),
    PAIR("이었지만", "였지만", RARE | OPTIONAL),
    PAIR("이었던", "였던", RARE | OPTIONAL),
    PAIR("이었는데", "였는데", RARE | OPTIONAL),
    PAIR("이었습니다", "였습니다", RARE | OPTIONAL),
    PAIR("이었어요", "였어요", RARE | OPTIONAL),
    INSERT("이", "라", WRITE | CLOSES),
    INSERT("이", "라서", WRITE | CLOSES),
    INSERT("이", "라야", WRITE | CLOSES),
    INSERT("이", "라면", WRITE | CLOSES),
    INSERT("이", "라니", WRITE | CLOSES),
    INSERT("이", "라기보다", WRITE),
    INSERT("이", "니", WRITE | OPTIONAL),
    INSERT("이", "니까", WRITE | OPTIONAL),
    INSERT("이", "면", WRITE | OPTIONAL),
    INSERT("이", "면서", WRITE | OPTIONAL),
    INSERT("이", "지", WRITE | OPTIONAL),
    INSERT("이", "지요", WRITE | OPTIONAL),
    INSERT("이", "죠", WRITE | OPTIONAL),
    INSERT("이", "네", WRITE | OPTIONAL),
    INSERT("이", "네요", WRITE | OPTIONAL),
    INSERT("이", "군", WRITE | OPTIONAL),
    INSERT("이", "군요", WRITE | OPTIONAL),
    INSERT("이", "던", WRITE | OPTIONAL),
    INSERT("이", "더라도", WRITE | OPTIONAL),
    SAME("인", USUAL | CLOSES),
    SAME("이자", USUAL | CLOSES),
    SAME("이지만", USUAL | CLOSES),
    SAME("입니다", USUAL | CLOSES),
    SAME("입니까", RARE | CLOSES),
    SAME("이므로", RARE | CLOSES),
    SAME("이기", RARE),
    SAME("인가", RARE),
    SAME("인지", RARE),
    SAME("인데", RARE),
    /* Never another form. */
    SAME("의", USUAL | CLOSES),
    SAME("에", USUAL),
    SAME("에서", USUAL),
    SAME("에서부터", RARE),
    SAME("에게", USUAL),
    SAME("에게서", USUAL),
    SAME("한테", USUAL),
    SAME("한테서", RARE),
    SAME("께", USUAL),
    SAME("께서", USUAL),
    SAME("도", USUAL | CLOSES),
    SAME("만", USUAL),
    SAME("만큼", RARE),
    SAME("만이라도", RARE | CLOSES),
    SAME("까지", USUAL),
    SAME("부터", USUAL),
    SAME("처럼", USUAL),
    SAME("같이", RARE),
    SAME("보다", USUAL),
    SAME("마저", USUAL),
    SAME("조차", USUAL),
    SAME("밖에", USUAL),
    SAME("뿐", USUAL),
    SAME("마다", USUAL),
    SAME("하고", USUAL),
    SAME("대로", RARE),
    SAME("더러", RARE),
    SAME("커녕", RARE | CLOSES),
    SAME("치고", RARE),
    SAME("요", WRITE | CLOSES),
    SAME("들", SUFFIX),
    SAME("측", SUFFIX),
    SAME("간", SUFFIX),
    SAME("내", SUFFIX),
};

bool kti_josa_consonant_fits(const kti_josa *row, kti_ending end) {
    if (end == KTI_ENDS_VOWEL) return (row->flags & KTI_JOSA_OPTIONAL) != 0;
    return end != KTI_ENDS_RIEUL || (row->flags & KTI_JOSA_RIEUL) == 0;
}

bool kti_josa_vowel_fits(const kti_josa *row, kti_ending end) {
    if (end == KTI_ENDS_RIEUL) return (row->flags & KTI_JOSA_RIEUL) != 0;
    return end != KTI_ENDS_CONSONANT;
}

kt_str kti_josa_form(const kti_josa *row, kti_ending end) {
    if (end == KTI_ENDS_UNKNOWN) return row->either;
    return kti_josa_vowel_fits(row, end) ? row->vowel : row->consonant;
}
