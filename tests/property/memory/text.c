/* Transforms, units and words. */
#include "scenes.h"

#define SENTENCE "문재인 대통령은 판문점에서 김정은 위원장을 만났다. 종로2가 \xFF ㅎㅏㄴ"

static kt_status normalizes(const stage *on) {
    kt_normalize_options every = KT_NORMALIZE_INIT;
    every.korean = KT_KOREAN_DEFAULT;
    kt_status status = kt_normalize(on->ctx, S(SENTENCE), &every, on->text);
    every.form = KT_FORM_NFKC;
    THEN(kt_normalize(on->ctx, S("ﾡ樂\uf914\u1112\u119e\u11ab e\u0301\u0323"), &every, on->text));
    return status;
}

static kt_status romanizes(const stage *on) {
    kt_romanize_options how = KT_ROMANIZE_INIT;
    kt_status status = kt_romanize(on->ctx, S(SENTENCE), NULL, on->text);
    how.explain = 1;
    for (int scheme = 0; scheme < KT_SCHEMES; scheme++) {
        how.scheme = (kt_scheme)scheme;
        THEN(kt_romanize(on->ctx, S("독립문 앞 大韓民國 학교에"), &how, on->text));
    }
    return status;
}

static kt_status romanizes_names(const stage *on) {
    kt_romanize_options library = KT_ROMANIZE_INIT, foreign = KT_ROMANIZE_INIT;
    library.scheme = KT_SCHEME_ALA_LC;
    library.numbers = KT_NUMBERS_READ;
    foreign.foreign = 1;
    foreign.letter_case = KT_CASE_TITLE;
    kt_status status =
        kt_romanize(on->ctx, S("大韓民國 12권 조선총독부의 역사"), &library, on->text);
    THEN(kt_romanize(on->ctx, S("로버트 앤더슨과 스타일"), &foreign, on->text));
    foreign.kind = KT_KIND_PERSON;
    THEN(kt_romanize(on->ctx, S("남궁민수"), &foreign, on->text));
    foreign.kind = KT_KIND_PLACE;
    THEN(kt_romanize(on->ctx, S("서울특별시 종로구 종로2가 15-3"), &foreign, on->text));
    return status;
}

static kt_status romanizes_words(const stage *on) {
    kt_romanize_options words = KT_ROMANIZE_INIT;
    words.kind = KT_KIND_WORD;
    return kt_romanize(on->ctx, S("독립문 앞에 3명"), &words, on->text);
}

static kt_status romanizes_letters(const stage *on) {
    static const char much[4096]; /* so much that tables are made */
    kt_romanize_options how = KT_ROMANIZE_INIT;
    kt_str latin;
    kt_status status = KT_OK;
    for (int scheme = 0; scheme < KT_SCHEMES; scheme++) {
        how.scheme = (kt_scheme)scheme;
        THEN(kt_romanize_letters(on->ctx, S("독립문 앞 樂 e\u0301 \u1112\u1161\u11ab"), &how,
                                 &latin));
    }
    how.scheme = KT_SCHEME_RR;
    THEN(kt_romanize_letters(on->ctx, (kt_str){much, sizeof much}, &how, &latin));
    return status;
}

static kt_status pronounces(const stage *on) {
    kt_pronounce_options how = KT_PRONOUNCE_INIT;
    kt_str readings[4];
    size_t count;
    kt_status status = kt_pronounce(on->ctx, S(SENTENCE), NULL, on->text);
    THEN(kt_pronounce_readings(on->ctx, S("맛있다 계집"), NULL, readings, 4, &count));
    how.explain = 1;
    how.numbers = KT_NUMBERS_READ;
    how.permitted = KT_PERMIT_ALL;
    THEN(kt_pronounce(on->ctx, S("2024년 3월 1일 KBS 3.5%, 꽃잎"), &how, on->text));
    how.norm = KT_NORM_KP;
    THEN(kt_pronounce(on->ctx, S("\u1101\u1169\u11be\u110b\u1175\u11c1 심리"), &how, on->text));
    return status;
}

static kt_status hangulizes(const stage *on) {
    kt_hangulize_options how = KT_HANGULIZE_INIT;
    const kt_hangulized *list;
    size_t count;
    how.nbest = 3;
    how.from = (kt_scheme)on->turn;
    kt_status status = kt_hangulize(on->ctx, S("Tongnip, mul-yeot"), &how, &list, &count);
    return status == KT_ERR_UNSUPPORTED ? KT_OK : status;
}

static kt_status transliterates(const stage *on) {
    kt_transliterate_options how = KT_TRANSLITERATE_INIT;
    const kt_transliterated *list;
    size_t count;
    how.nbest = 3;
    how.explain = 1;
    how.from = (kt_source_language)on->turn;
    return kt_transliterate(on->ctx, S("J. Atwood, BBC Nha Tang"), &how, &list, &count);
}

static kt_status transliterates_back(const stage *on) {
    kt_transliterate_options official = KT_TRANSLITERATE_INIT;
    kt_back_options back = KT_BACK_INIT;
    const kt_transliterated *list;
    size_t count;
    double foreign;
    official.official = 1;
    back.nbest = 4;
    kt_status status = kt_transliterate(on->ctx, S("Strathmore"), &official, &list, &count);
    THEN(kt_transliterate_back(on->ctx, S("스트래스모어 버스"), &back, &list, &count, &foreign));
    return status;
}

static kt_status reads_hanja(const stage *on) {
    kt_hanja_options bracketed = {sizeof bracketed, KT_KIND_AUTO, KT_HANJA_PAREN, KT_NORM_KP};
    const kt_hanja_candidate *list;
    size_t count;
    kt_status status = kt_hanja(on->ctx, S("大韓民國 歷史 樂"), NULL, on->text);
    THEN(kt_hanja(on->ctx, S("大韓民國 歷史"), &bracketed, on->text));
    THEN(kt_hanja_candidates(on->ctx, S("사기"), KT_KIND_WORD, 8, &list, &count));
    THEN(kt_hanja_candidates(on->ctx, S("이순신"), KT_KIND_PERSON, 8, &list, &count));
    return status;
}

static kt_status segments(const stage *on) {
    kt_segment_options how = KT_SEGMENT_INIT;
    const kt_span *spans;
    size_t count;
    kt_status status = KT_OK;
    how.width = 10;
    for (int unit = 0; unit <= KT_UNIT_MORPHEME; unit++) {
        how.unit = (kt_unit)unit;
        kt_status one =
            kt_segment(on->ctx, S(SENTENCE " “간다. 온다.”라고 했다."), &how, &spans, &count);
        THEN(one == KT_ERR_UNSUPPORTED ? KT_OK : one); /* without ICU */
    }
    how.unit = KT_UNIT_LINE;
    for (int fill = 0; fill <= KT_FILL_PHRASE; fill++) {
        how.fill = (kt_fill)fill;
        THEN(kt_segment(on->ctx, S("문재인 대통령은 판문점에서 만났다"), &how, &spans, &count));
    }
    return status;
}

static kt_status analyzes(const stage *on) {
    kt_analyze_options how = KT_ANALYZE_INIT;
    const kt_analysis *list;
    const kt_mention *names;
    const kt_gloss *glosses;
    size_t count;
    how.nbest = 3;
    kt_status status = kt_analyze(on->ctx, S(SENTENCE), &how, &list, &count);
    THEN(kt_analyze(on->ctx, S("\u1100\u1161\u1102\u1173\u11AB 불렀으나ㅋㅋ LG전자가"), NULL, &list,
                    &count));
    THEN(kt_names_of_reading(on->ctx, S("\u1100\u1161\u1102\u1173\u11AB 불렀으나ㅋㅋ LG전자가"),
                             list, &names, &count));
    THEN(kt_gloss_words(on->ctx, S(SENTENCE " 大韓民國"), NULL, &glosses, &count));
    return status;
}

static kt_status particles(const stage *on) {
    kt_span stem, josa;
    kt_str chosen;
    kt_status status = kt_josa_choose(on->ctx, S("판문점"), S("은/는"), &chosen);
    THEN(kt_josa_choose(on->ctx, S("2,000 Obama 樂"), S("으로부터의"), &chosen));
    THEN(kt_josa_repair(on->ctx, S("판문점는"), (kt_span){0, 9}, on->text));
    THEN(kt_josa_split(on->ctx, S("\u1100\u1161\u1102\u1173\u11AB"), &stem, &josa));
    return status;
}

static kt_status spaces(const stage *on) {
    kt_space_options full = KT_SPACE_INIT;
    kt_slug_options slug = KT_SLUG_INIT;
    full.level = KT_SPACE_FULL;
    slug.max_len = 12;
    kt_status status = kt_space_repair(on->ctx, S("나는학교 에갔다"), NULL, on->text);
    THEN(kt_space_repair(on->ctx, S("\u1100\u1161\u1102\u1173\u11AB \xFF"), NULL, on->text));
    THEN(kt_space_repair(on->ctx, S("두개를먹었 습니다 할수있다"), &full, on->text));
    THEN(kt_slug(on->ctx, S(SENTENCE), NULL, on->text));
    THEN(kt_slug(on->ctx, S("大韓民國의 역사"), &slug, on->text));
    return status;
}

static kt_status charsets(const stage *on) {
    kt_charset_guess guess;
    kt_str text;
    kt_status status = kt_charset_encode(on->ctx, S("판문점"), "UTF-16LE", 1, &text);
    THEN(kt_charset_decode(on->ctx, S("\xff\xfe\x00\xac\x00"), NULL, 0, &text));
    if (KT_TESTS_ICU) {
        THEN(kt_charset_decode(on->ctx, S("\xb0\xa1\xb3\xaa\xff"), "CP949", 0, &text));
        THEN(kt_charset_encode(on->ctx, S("한글"), "EUC-KR", 0, &text));
    }
    THEN(kt_charset_detect(on->ctx, S("\xb0\xa1\xb3\xaa\xb4\xd9\xb6\xf3"), &guess));
    return status;
}

const scene text_scenes[] = {
    {"normalize", normalizes, 0},
    {"romanize", romanizes, 0},
    {"romanize names", romanizes_names, 0},
    {"romanize words", romanizes_words, 0},
    {"romanize letters", romanizes_letters, 0},
    {"pronounce", pronounces, 0},
    {"hangulize", hangulizes, KT_SCHEMES},
    {"transliterate", transliterates, KT_SOURCES},
    {"transliterate back", transliterates_back, 0},
    {"hanja", reads_hanja, 0},
    {"segment", segments, 0},
    {"analyze", analyzes, 0},
    {"josa", particles, 0},
    {"space", spaces, 0},
    {"charset", charsets, 0},
    {NULL, NULL, 0},
};
