/* Links between Korean names and English forms, and the glossary they make. */
#include "session.h"

#include <stdlib.h>

enum { UNITS = 8, LINES = 4096 };

static kt_align_unit ko[UNITS], en[UNITS];

static size_t units_of(const char *text, kt_align_unit *units) {
    size_t count = 0;
    for (kt_str rest = kti_str(text); rest.ptr != NULL && count < UNITS;)
        units[count++] = (kt_align_unit){kti_str_next_field(&rest, '\n'), 0, 0};
    return count;
}

static size_t write_link(char *to, size_t room, const kt_link *l) {
    kt_str korean = kti_str_span(ko[l->ko_unit].text, l->ko);
    kt_str english = S("-");
    if (l->evidence != KT_EVIDENCE_NONE) english = kti_str_span(en[l->en_unit].text, l->en);
    return (size_t)snprintf(to, room, "%.*s=%.*s/%s;", (int)korean.len, korean.ptr,
                            (int)english.len, english.ptr, kt_name_type_id(l->type));
}

/* "Korean=English/TYPE;" for each link of two texts, one unit a line. */
static kt_str linked(kt_pairing pairing, const char *korean, const char *english) {
    static char text[LINES];
    kt_align_options options = KT_ALIGN_INIT;
    const kt_link *links;
    size_t count, len = 0;
    size_t kos = units_of(korean, ko), ens = units_of(english, en);
    options.pairing = pairing;
    assert_ok(kt_align(ctx, ko, kos, en, ens, &options, &links, &count));
    for (size_t i = 0; i < count; i++)
        len += write_link(text + len, sizeof text - len, &links[i]);
    return (kt_str){text, len};
}

typedef struct row {
    const char *korean, *english, *links;
} row;

static const row parallel[] = {
    {"문재인 대통령은 판문점에서 말했다.", "President Moon Jae-in spoke at Panmunjom.",
     "문재인=Moon Jae-in/PER;판문점=Panmunjom/LOC;"},
    {"문 대통령이 개성에 갔다.", "Moon went to Kaesong.", "문=Moon/PER;개성=Kaesong/LOC;"},
    {"호주 총리가 왔다.", "The Australian prime minister came.", "호주=Australian/LOC;"},
    {"통일부가 밝혔다.", "The unification ministry said.", "통일부=unification ministry/ORG;"},
    /* nobody's dictionary has these two: the letters speak */
    {"박세영 씨가 로버트 콜드웰을 만났다.", "Park Se-young met Robert Caldwell.",
     "박세영=Park Se-young/PER;로버트 콜드웰=Robert Caldwell/PER;"},
    /* grown: the words beside spell or translate each other */
    {"톰 라소다가 말했다.", "Tom Lasorda spoke.", "톰 라소다=Tom Lasorda/PER;"},
    {"빅토르 차는 말했다.", "said Victor Cha.", "빅토르 차=Victor Cha/PER;"},
    {"안데르센 공군기지의 행사", "An event at Andersen Air Force Base",
     "안데르센 공군기지=Andersen Air Force Base/ORG;"},
    {"존 김 변호사가 왔다.", "Lawyer John Kim came.", "존 김=John Kim/PER;"},
    {"제이슨 리 의원이 왔다.", "Jason Li MP came.", "제이슨 리=Jason Li/PER;"},
    {"리 의원이 왔다.", "Li MP came.", "리=Li/PER;"},
    {"노박 조코비치가 이겼다.", "Novak Djokovic won.", "노박 조코비치=Novak Djokovic/PER;"},
    {"어제 조코비치가 이겼다.", "Novak Djokovic won.", "조코비치=Novak Djokovic/PER;"},
    {"유광경 씨는 말했다.", "Kwang Kyung Yoo spoke.", "유광경=Kwang Kyung Yoo/PER;"},
    {"이영희 씨", "Lee, Young-hee", "이영희=Lee, Young-hee/PER;"},
    {"피아니스트 조성진이 왔다.", "Pianist Seong-Jin Cho came.", "조성진=Seong-Jin Cho/PER;"},
    /* what is known of the pair decides what it is */
    {"한강은 넓다.", "The Han River is wide.", "한강=Han River/LOC;"},
    {"카를로스 알카라스가 이겼다.", "Carlos Alcaraz won.", "카를로스 알카라스=Carlos Alcaraz/PER;"},
    {"데이비드 김 씨가 왔다.", "David Kim came.", "데이비드 김=David Kim/PER;"},
    {"리사 변호사가 왔다.", "Lawyer Lisa came.", "리사=Lisa/PER;"},
    {"캠시초등학교에 갔다.", "He went to Campsie Public School.",
     "캠시초등학교=Campsie Public School/ORG;"},
    {"괌이 크다.", "Guam is large.", "괌=Guam/LOC;"},
    {"미군이 왔다.", "The U.S. military came.", "미=U.S./LOC;"},
    {"북한 외무상", "The North Korean foreign minister", "북한=North Korean/LOC;"},
    {"퀸즐랜드 사람이 왔다.", "A Queenslander came.", "퀸즐랜드=Queenslander/LOC;"},
    {"인도·태평양 전략", "The Indo-Pacific strategy", "인도·태평양=Indo-Pacific/LOC;"},
    {"인도ㆍ태평양과 인도태평양", "Indo-Pacific, Indo-Pacific",
     "인도ㆍ태평양=Indo-Pacific/LOC;인도태평양=Indo-Pacific/LOC;"},
    /* names of one syllable, or with one */
    {"뷔는 웃었다.", "V smiled.", "뷔=V/PER;"},
    {"비가 왔다.", "Rain fell.", ""},
    {"샘 리가 참석했다.", "Sam Lee attended.", "샘 리=Sam Lee/PER;"},
    {"샘 림이 왔다.", "Sam Lim came.", "샘 림=Sam Lim/PER;"},
    {"톰 크루셜이 왔다.", "Tom Crucial came.", "톰 크루셜=Tom Crucial/PER;"},
    {"한·미·일 3국은", "South Korea, the US and Japan",
     "한=South Korea/LOC;미=US/LOC;일=Japan/LOC;"},
    /* a particle is no part of a name, though it is spelt as well */
    {"위버스에 썼다.", "He wrote on Weverse.", "위버스=Weverse/OTHER;"},
    {"멤버는 정국이다.", "The member is Jungkook.", "정국=Jungkook/OTHER;"},
    {"감독은 몬테무로다.", "The coach is Montemurro.", "몬테무로=Montemurro/OTHER;"},
    /* of two that are as sure the longer goes first */
    {"시드니 오페라하우스에서 시드니심포니오케스트라가",
     "The Sydney Symphony Orchestra, at the Sydney Opera House",
     "시드니 오페라하우스=Sydney Opera House/LOC;"
     "시드니심포니오케스트라=Sydney Symphony Orchestra/OTHER;"},
    {"베네치아 영화제에 갔다.", "He went to the Venice Film Festival.",
     "베네치아 영화제=Venice Film Festival/ORG;"},
    /* what kind of thing it is */
    {"한국전쟁 참전용사가 왔다.", "Korean War veterans came.", "한국전쟁=Korean War/OTHER;"},
    {"이언 해리슨 판사가 왔다.", "Justice Ian Harrison came.", "이언 해리슨=Ian Harrison/PER;"},
    {"참가자 벤 토마스는 웃었다.", "Participant Ben Thomas laughed.", "벤 토마스=Ben Thomas/PER;"},
    {"페니 샤프 장관이 왔다.", "Minister Penny Sharpe came.", "페니 샤프=Penny Sharpe/PER;"},
    {"케이팝 데몬 헌터스가 떴다.", "KPop Demon Hunters soared.",
     "케이팝 데몬 헌터스=KPop Demon Hunters/OTHER;"},
    {"웨이벌리 시장 윌 네메쉬는 말했다.", "Waverley mayor Will Nemesh said.",
     "웨이벌리=Waverley/LOC;윌 네메쉬=Will Nemesh/PER;"},
    {"민희진 전 어도어 대표가 왔다.", "Former ADOR chief Min Hee-jin came.",
     "민희진=Min Hee-jin/PER;어도어=ADOR/ORG;"},
    /* the text's own gloss */
    {"온코어(Oncor)가 참여했다.", "Dallas-based Oncor joined.", "온코어=Oncor/PER;"},
    /* English function words that begin names */
    {"이도현 씨가 왔다.", "Then Do-hyun Lee came.", "이도현=Do-hyun Lee/PER;"},
    {"박노자 교수와 최인호 교수", "Professors No-ja Park and In-ho Choi",
     "박노자=No-ja Park/PER;최인호=In-ho Choi/PER;"},
    {"노영희 변호사가 왔다.", "Lawyer No Young-hee came.", "노영희=No Young-hee/PER;"},
    {"소지섭이 왔다.", "So Ji-sub came.", "소지섭=So Ji-sub/PER;"},
    {"호주인이 왔다.", "An Australian came.", "호주=Australian/LOC;"},
    {"김 씨가 말했다.", "So Kim said.", "김=Kim/PER;"},
    /* two forms of one name, each with its own */
    {"RM(본명 김남준)이 왔다.", "RM (real name Kim Nam-joon) came.",
     "RM=RM/PER;김남준=Kim Nam-joon/PER;"},
    {"아이유(본명 이지은)가 왔다.", "IU (real name Lee Ji-eun) came.",
     "아이유=IU/PER;이지은=Lee Ji-eun/PER;"},
    {"RM이 왔다. 김남준은 웃었다.", "RM came and laughed.", "RM=RM/PER;김남준=RM/PER;"},
    {"시드니에 비가 왔다.", "It rained.", "시드니=-/LOC;"},
    {"비가 왔다.", "Sydney was wet.", ""},
    {"", "", ""},
};

static void parallel_lines(void **state) {
    (void)state;
    check_table table = {0};
    for (size_t i = 0; i < sizeof parallel / sizeof *parallel; i++)
        check_row(&table, parallel[i].korean,
                  linked(KT_PAIRING_PARALLEL, parallel[i].korean, parallel[i].english),
                  kti_str(parallel[i].links));
    check_done(&table);
}

/* Title spans go with bare surnames, so that 문 대통령 is President Moon. */
static void titles_of_surnames(void **state) {
    (void)state;
    const kt_link *links;
    size_t count;
    units_of("문 대통령이 왔다.", ko);
    units_of("President Moon came.", en);
    assert_ok(kt_align(ctx, ko, 1, en, 1, NULL, &links, &count));
    assert_int_equal(count, 1);
    assert_int_equal(links[0].evidence, KT_EVIDENCE_SURNAME);
    assert_str(kti_str_span(ko[0].text, links[0].ko_title), "대통령");
    assert_str(kti_str_span(en[0].text, links[0].en_title), "President");
}

/* Two officials of one surname are two people, each with the title that is their own. */
static void surnames_of_two(void **state) {
    (void)state;
    static const char *const english[] = {"President Lee met Chairman Lee.",
                                          "Chairman Lee met President Lee."};
    const kt_link *links;
    size_t count;
    units_of("이 대통령은 이 회장을 만났다.", ko);
    for (size_t i = 0; i < 2; i++) {
        units_of(english[i], en);
        assert_ok(kt_align(ctx, ko, 1, en, 1, NULL, &links, &count));
        assert_int_equal(count, 2);
        assert_str(kti_str_span(en[0].text, links[0].en_title), "President");
        assert_str(kti_str_span(en[0].text, links[1].en_title), "Chairman");
    }
    units_of("President Lee met the chairman.", en);
    assert_ok(kt_align(ctx, ko, 1, en, 1, NULL, &links, &count));
    for (size_t i = 1; i < count; i++)
        assert_int_equal(links[i].evidence, KT_EVIDENCE_NONE);
    units_of("김 위원장이 왔다. 김 국무위원장은 웃었다.", ko);
    units_of("Chairman Kim came and laughed.", en);
    assert_ok(kt_align(ctx, ko, 1, en, 1, NULL, &links, &count));
    assert_int_equal(count, 2);
    assert_int_equal(links[0].en.start, links[1].en.start);
}

/* Line i of one side goes with line i of the other and with no other line. */
static void lines_keep_apart(void **state) {
    (void)state;
    assert_str(linked(KT_PAIRING_PARALLEL, "서울이다.\n부산이다.", "It is Busan.\nIt is Seoul."),
               "서울=-/LOC;부산=-/LOC;");
}

#if KT_TESTS_ICU

/* Sentences are found and paired, also when one side splits what the other joins. */
static void documents(void **state) {
    (void)state;
    assert_str(linked(KT_PAIRING_DOCUMENT,
                      "문재인 대통령이 평양을 찾았다. 조명균 장관도 함께 갔다.\n서울은 맑았다.",
                      "President Moon Jae-in visited Pyongyang, and Cho Myoung-gyon went along.\n"
                      "Seoul was clear."),
               "문재인=Moon Jae-in/PER;평양=Pyongyang/LOC;조명균=Cho Myoung-gyon/PER;"
               "서울=Seoul/LOC;");
}

#endif

/* Cues that share time belong together, whatever their number. */
static void timed_cues(void **state) {
    (void)state;
    kt_align_options options = KT_ALIGN_INIT;
    const kt_link *links;
    size_t count;
    options.pairing = KT_PAIRING_TIMED;
    ko[0] = (kt_align_unit){S("개성에서"), 1000, 3000};
    ko[1] = (kt_align_unit){S("서울로"), 5000, 7000};
    en[0] = (kt_align_unit){S("From Kaesong"), 1100, 2900};
    en[1] = (kt_align_unit){S("(music)"), 3000, 4900};
    en[2] = (kt_align_unit){S("to Seoul"), 5000, 6500};
    assert_ok(kt_align(ctx, ko, 2, en, 3, &options, &links, &count));
    assert_int_equal(count, 2);
    assert_int_equal(links[0].en_unit, 0);
    assert_int_equal(links[1].en_unit, 2);
    assert_str(kti_str_span(en[2].text, links[1].en), "Seoul");
}

static void threshold_makes_nulls(void **state) {
    (void)state;
    kt_align_options options = KT_ALIGN_INIT;
    const kt_link *links;
    size_t count;
    units_of("박세영 씨가 왔다.", ko);
    units_of("Park Se-young came.", en);
    options.threshold = 0.999;
    assert_ok(kt_align(ctx, ko, 1, en, 1, &options, &links, &count));
    assert_int_equal(count, 1);
    assert_int_equal(links[0].evidence, KT_EVIDENCE_NONE);
    options.threshold = 2;
    assert_int_equal(kt_align(ctx, ko, 1, en, 1, &options, &links, &count), KT_ERR_ARG);
    options.threshold = 0;
    options.pairing = (kt_pairing)9;
    assert_int_equal(kt_align(ctx, ko, 1, en, 1, &options, &links, &count), KT_ERR_ARG);
}

/* ---- glossaries ----------------------------------------------------------------------------- */

static const kt_glossary_row *rows_of(kt_glossary *g, size_t *count) {
    const kt_glossary_row *rows;
    assert_ok(kt_glossary_rows(g, &rows, count));
    return rows;
}

/* Adding is associative and in any order: two halves make the same rows as the whole. */
static void glossary_rows(void **state) {
    (void)state;
    kt_glossary_row a = {.korean = S("개성"),
                         .english = S("Kaesong"),
                         .type = KT_NAME_PLACE,
                         .evidence = KT_EVIDENCE_DICTIONARY,
                         .count = 1,
                         .score = 0.9};
    kt_glossary_row b = {.korean = S("문재인"),
                         .english = S("Moon Jae-in"),
                         .type = KT_NAME_PERSON,
                         .evidence = KT_EVIDENCE_SPELLING,
                         .count = 2,
                         .score = 0.8};
    kt_glossary_row again = a;
    again.count = 4;
    again.score = 0.95;
    kt_glossary *g;
    size_t count;
    assert_ok(kt_glossary_new(NULL, &g));
    assert_ok(kt_glossary_add(g, &a));
    assert_ok(kt_glossary_add(g, &b));
    assert_ok(kt_glossary_add(g, &again));
    const kt_glossary_row *rows = rows_of(g, &count);
    assert_int_equal(count, 2);
    assert_str(rows[0].korean, "개성");
    assert_int_equal(rows[0].count, 5);
    assert_true(rows[0].score > 0.9499 && rows[0].score < 0.9501);
    assert_str(rows[1].english, "Moon Jae-in");
    assert_int_equal(rows[1].count, 2);
    kt_glossary_free(g);
}

static void glossary_of_links(void **state) {
    (void)state;
    const kt_link *links;
    size_t count;
    kt_glossary *g;
    units_of("문 대통령이 서울에 왔다.\n멜버른은 없다.", ko);
    units_of("President Moon came to Seoul.\nNothing.", en);
    assert_ok(kt_align(ctx, ko, 2, en, 2, NULL, &links, &count));
    assert_ok(kt_glossary_new(NULL, &g));
    assert_ok(kt_glossary_add_links(g, ko, en, links, count));
    const kt_glossary_row *rows = rows_of(g, &count);
    assert_int_equal(count, 2); /* the null link of 멜버른 is none */
    for (size_t i = 0; i < count; i++)
        assert_str(rows[i].english,
                   kti_str_eq(rows[i].korean, S("서울")) ? "Seoul" : "President Moon");
    kt_glossary_free(g);
}

/* "Korean=English*count;" of what a glossary gets of two texts, one unit a line. */
static kt_str named(const kt_engine *with, const char *korean, const char *english) {
    static char text[LINES];
    const kt_link *links;
    size_t count, len = 0, kos = units_of(korean, ko), ens = units_of(english, en);
    kt_glossary *g;
    assert_ok(kt_align(ctx, ko, kos, en, ens, NULL, &links, &count));
    assert_ok(kt_glossary_new(NULL, &g));
    assert_ok(kt_glossary_add_link_names(with, g, ko, en, links, count));
    const kt_glossary_row *rows = rows_of(g, &count);
    for (size_t i = 0; i < count; i++)
        len += (size_t)snprintf(text + len, sizeof text - len, "%.*s=%.*s*%u;",
                                (int)rows[i].korean.len, rows[i].korean.ptr,
                                (int)rows[i].english.len, rows[i].english.ptr, rows[i].count);
    kt_glossary_free(g);
    return (kt_str){text, len};
}

/* A glossary has names: a place for its adjective and its people, a government for its capital, the
 * whole name for the last one. */
static const row names_of_links[] = {
    {"호주 총리가 호주인을 만났다.", "The Australian prime minister met an Aussie.",
     "호주=Australia*2;"},
    {"영국 대사\n영국이 이겼다.", "The British ambassador\nThe UK won.", "영국=UK*2;"},
    {"영국 대사", "The British ambassador", "영국=Britain*1;"},
    {"네덜란드 감독", "The Dutch coach", "네덜란드=Netherlands*1;"},
    {"미국 배우", "An American actor", "미국=United States*1;"},
    /* as the same text names it, else by the adjective's own stem */
    {"한국 선수들\n한국이 졌다.", "The Koreans\nSouth Korea lost.", "한국=South Korea*2;"},
    {"한국 선수들", "Korean players", "한국=Korea*1;"},
    {"한국 선수들", "The South Koreans", "한국=South Korea*1;"},
    {"서울의 밤", "Seoul's night", "서울=Seoul*1;"},
    {"북한이 밝혔다.", "Pyongyang said.", "북한=North Korea*1;"},
    {"손흥민이 웃었다.\n손흥민이 뛰었다.", "Son smiled.\nSon ran.", "손흥민=Son Heung-min*2;"},
    {"트럼프가 왔다.", "Trump came.", "트럼프=Trump*1;"},
    {"문 대통령이 왔다.", "President Moon came.", "문 대통령=President Moon*1;"},
    {"한·미·일 훈련", "South Korea, the US and Japan",
     "미국=US*1;일본=Japan*1;한국=South Korea*1;"},
    {"김모 씨가 왔다.", "A man surnamed Kim came.", ""},
    /* no dictionary has the place */
    {"바르도니아 대사", "The Bardonian ambassador", "바르도니아=Bardonia*1;"},
};

static void glossary_of_names(void **state) {
    (void)state;
    check_table table = {0};
    for (size_t i = 0; i < sizeof names_of_links / sizeof *names_of_links; i++)
        check_row(&table, names_of_links[i].korean,
                  named(engine, names_of_links[i].korean, names_of_links[i].english),
                  kti_str(names_of_links[i].links));
    check_done(&table);
    kt_glossary *g;
    assert_ok(kt_glossary_new(NULL, &g));
    assert_int_equal(kt_glossary_add_link_names(NULL, g, NULL, NULL, NULL, 0), KT_ERR_ARG);
    assert_int_equal(kt_glossary_add_link_names(engine, NULL, NULL, NULL, NULL, 0), KT_ERR_ARG);
    assert_ok(kt_glossary_add_link_names(engine, g, NULL, NULL, NULL, 0));
    kt_glossary_free(g);
}

/* What a user's dictionary calls a place goes before the built-in name. */
static void glossary_of_own_names(void **state) {
    (void)state;
    kt_engine *own;
    kt_config config = KT_CONFIG_INIT;
    config.user_dict = S("영국\tUnited Kingdom\tLOC\n");
    assert_ok(kt_engine_open(&config, &own, NULL));
    assert_str(named(own, "영국 대사", "The British ambassador"), "영국=United Kingdom*1;");
    kt_engine_close(own);
}

static void english_forms(void **state) {
    (void)state;
    static const char decomposed[] = "\xE1\x84\x92\xE1\x85\xA9\xE1\x84\x8C\xE1\x85\xAE"; /* 호주 */
    const kt_english_form *list;
    size_t count;
    assert_ok(kt_english_forms(ctx, kti_str(decomposed), &list, &count));
    assert_true(count >= 4);
    assert_str(list[0].english, "Australia");
    assert_int_equal(list[0].evidence, KT_EVIDENCE_DICTIONARY);
    assert_str(list[1].english, "Australian");
    assert_int_equal(list[1].evidence, KT_EVIDENCE_ADJECTIVE);
    assert_str(list[count - 1].english, "Canberra");
    assert_int_equal(list[count - 1].evidence, KT_EVIDENCE_METONYM);
    assert_ok(kt_english_forms(ctx, S("바르도니아"), &list, &count));
    assert_int_equal(count, 0);
    assert_int_equal(kt_english_forms(ctx, S("호주"), NULL, &count), KT_ERR_ARG);
}

/* Ten thousand pairs stay fast and whole: the table grows by hashing, not by searching. */
static void glossary_grows(void **state) {
    (void)state;
    kt_glossary *g;
    size_t count;
    assert_ok(kt_glossary_new(NULL, &g));
    for (int round = 0; round < 2; round++)
        for (int i = 0; i < 10000; i++) {
            char korean[16], english[16];
            int k = snprintf(korean, sizeof korean, "이름%d", i);
            int e = snprintf(english, sizeof english, "Name %d", i);
            kt_glossary_row pair = {.korean = {korean, (size_t)k},
                                    .english = {english, (size_t)e},
                                    .evidence = KT_EVIDENCE_SAME,
                                    .count = 1,
                                    .score = 0.5};
            assert_ok(kt_glossary_add(g, &pair));
        }
    const kt_glossary_row *rows = rows_of(g, &count);
    assert_int_equal(count, 10000);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(rows[i].count, 2);
    kt_glossary_free(g);
}

/* What keeps coming together over a job is linked though nothing else joins it; a few lines are no
 * evidence. */
static void come_together(void **state) {
    (void)state;
    enum { MANY = 40 };
    static const char *const korean[] = {"망망대회가 열렸다.", "비가 왔다.", "그는 갔다."};
    static const char *const english[] = {"The Ocean Games opened.", "It rained.", "He left."};
    kt_align_unit kos[MANY], ens[MANY];
    const kt_link *links;
    size_t count, found = 0;
    for (size_t i = 0; i < MANY; i++) {
        kos[i] = (kt_align_unit){kti_str(korean[i % 3]), 0, 0};
        ens[i] = (kt_align_unit){kti_str(english[i % 3]), 0, 0};
    }
    assert_ok(kt_align(ctx, kos, MANY, ens, MANY, NULL, &links, &count));
    for (size_t i = 0; i < count; i++)
        found += links[i].evidence == KT_EVIDENCE_TOGETHER;
    assert_true(found >= MANY / 3);
    assert_ok(kt_align(ctx, kos, 3, ens, 3, NULL, &links, &count));
    for (size_t i = 0; i < count; i++)
        assert_int_not_equal(links[i].evidence, KT_EVIDENCE_TOGETHER);
    assert_string_equal(kt_evidence_id(KT_EVIDENCE_TOGETHER), "together");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parallel_lines),
        cmocka_unit_test(come_together),
        cmocka_unit_test(titles_of_surnames),
        cmocka_unit_test(surnames_of_two),
        cmocka_unit_test(lines_keep_apart),
#if KT_TESTS_ICU
        cmocka_unit_test(documents),
#endif
        cmocka_unit_test(timed_cues),
        cmocka_unit_test(threshold_makes_nulls),
        cmocka_unit_test(glossary_rows),
        cmocka_unit_test(glossary_of_links),
        cmocka_unit_test(glossary_of_names),
        cmocka_unit_test(glossary_of_own_names),
        cmocka_unit_test(english_forms),
        cmocka_unit_test(glossary_grows),
    };
    return cmocka_run_group_tests(tests, open_session, close_session);
}
