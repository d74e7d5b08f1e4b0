/* What makes a stretch of Korean a name in running text, kind by kind of evidence. */
#include "session.h"

#include "core/utf8.h"
#include "engine/ctx.h"
#include "names/clues.h"
#include "names/components.h"
#include "names/shape.h"
#include "names/title_edges.h"

/* "text" -> "name/TYPE name/TYPE" */
typedef struct row {
    const char *text, *names;
} row;

static kt_str found_in(kt_str text) {
    static char joined[1024];
    size_t len = 0, count;
    const kt_mention *list;
    assert_ok(kt_names_detect(ctx, text, &list, &count));
    for (size_t i = 0; i < count; i++) {
        kt_str name = kti_str_span(text, list[i].span);
        assert_true(list[i].confidence > 0 && list[i].confidence <= 1);
        assert_true(i == 0 || list[i - 1].span.end <= list[i].span.start);
        len += (size_t)snprintf(joined + len, sizeof joined - len, "%s%.*s/%s", i > 0 ? " " : "",
                                (int)name.len, name.ptr, kt_name_type_id(list[i].type));
    }
    return (kt_str){joined, len};
}

/* Without the word list there is no reading to weigh by. */
static void check_rows(const row *rows, size_t count) {
    check_table table = {0};
    if (!KT_TESTS_LEXICON) skip();
    for (size_t i = 0; i < count; i++)
        check_row(&table, rows[i].text, found_in(kti_str(rows[i].text)), kti_str(rows[i].names));
    check_done(&table);
}

static void persons(void **state) {
    (void)state;
    static const row rows[] = {
        {"배우 김한결이 무대에 올랐다.", "김한결/PER"},      /* a role before */
        {"민석이는 편지를 썼다.", "민석/PER"},               /* 이 behind a given name */
        {"박모(45)씨와 이모 씨가 만났다.", "박/PER 이/PER"}, /* withheld */
        {"김감독이 말했다.", "김/PER"},                      /* a title glued on */
        {"ㅋㅋ박민영도 웃었다.", "박민영/PER"},              /* behind letters of laughter */
        {"소녀시대가 노래했다.", "소녀시대/PER"},            /* performers */
        {"유재하는 불렀다.", "유재하/PER"},                  /* no verb */
        {"이영화는 재미있다.", ""},                          /* a determiner and a noun */
        {"이와 함께 오던 길", ""},                           /* listed names, but particles here */
        {"영화가 좋았다.", ""},                              /* no 화가 called 영 */
        {"전 대통령과 현 대표가 말했다.", ""},               /* former and current */
        {"한 전 대표와 정 전 총리는", "한/PER 정/PER"},      /* who held an office before */
        {"김 현 대표가 왔다.", "김/PER"},
        {"수전 리 대표와 리 대표", "수전 리/PER 리/PER"}, /* of somebody named before */
        {"전현희 의원이 왔다. 전 의원은 민주당 전 의원과", "전현희/PER 전/PER 민주당/ORG"},
    };
    check_rows(rows, sizeof rows / sizeof *rows);
}

static void foreign_persons(void **state) {
    (void)state;
    static const row rows[] = {
        {"소설가 알렉산드르 보로딘스키를 초대했다.", "알렉산드르 보로딘스키/PER"},
        {"마이클 앤더슨과 제니퍼 윌슨씨가 왔다.", "마이클 앤더슨/PER 제니퍼 윌슨/PER"},
        {"제임스 머독이 떠났다.", "제임스 머독/PER"}, /* a last name known of another */
        {"머독은 말했다.", "머독/PER"},
        {"젠슨 황 엔비디아 최고경영자가 왔다.", "젠슨 황/PER 엔비디아/ORG"}, /* what a longer */
        {"퀸즐랜드주 데이비드 크리사풀리 주총리는", /* and likelier name leaves over */
         "퀸즐랜드주/LOC 데이비드 크리사풀리/PER"},
        {"메시가 넣었다. 머스크는 말했다.", "메시/PER 머스크/PER"}, /* loanwords as well */
        {"데이비드는 말했다.", "데이비드/PER"},                     /* settled as a name */
        {"감독 제시 노만이 왔다.", "제시 노만/PER"},                /* though a common noun, too */
        {"구로사와 기요시가 왔다.", "구로사와 기요시/PER"}, /* the family's name comes first */
        {"오르반 총리와 모테기 외무상", "오르반/PER 모테기/PER"},
        {"배우 댄 킴 씨와 함께 왔다.", "댄 킴/PER"}, /* short names, and how they are called */
        {"챔피언 벨트를 땄다.", ""},                 /* loanwords are no names */
        {"드론이 날았다.", ""},
        {"원주민 대표와 이주민 작가가 왔다.", ""}, /* nor are roles that look like them */
        {"오렌지 주스를 마셨다.", ""},
    };
    check_rows(rows, sizeof rows / sizeof *rows);
}

static void places_and_bodies(void **state) {
    (void)state;
    static const row rows[] = {
        {"서울 강남구 역삼동의 한 식당", "서울 강남구 역삼동/LOC"}, /* a place in a place */
        {"뉴저지주로 이사했다.", "뉴저지주/LOC"},                   /* what kind of place */
        {"조지 스트리트와 쿠지 비치에서", "조지 스트리트/LOC 쿠지 비치/LOC"},
        {"도쿄(東京)에서 만났다.", "도쿄/LOC 東京/LOC"},
        {"한국영화를 보았다.", "한국/LOC"},
        {"프랑스 법무부와 독일 정부", "프랑스 법무부/ORG 독일 정부/ORG"}, /* a body of a country */
        {"경찰은 수원지검 강력부에 물었다.", "경찰/ORG 수원지검 강력부/ORG"}, /* and its part */
        {"남해환경보전위원회가 성명을 냈다.", "남해환경보전위원회/ORG"},
        {"나세르 병원과 노무현 재단", "나세르 병원/ORG 노무현 재단/ORG"},
        {"새한텔레콤과 KB카드", "새한텔레콤/ORG KB카드/ORG"},
        {"북한군이 물러났다.", "북한군/ORG"},
        {"한미 정상이 만났다.", "한/ORG 미/ORG"},
        {"한·미·일은 합의했다.", "한/ORG 미/ORG 일/ORG"},
        {"미ㆍ중간 갈등", "미/ORG 중/ORG"}, /* U+318D */
        {"한·미연합훈련을", "한/ORG 미/ORG"},
        {"중·고등학교와 금·토·일, 북·중미", "중미/LOC"}, /* dots, but no countries */
        {"여·야 대표", ""},
        {"서울ㆍ부산에서", "서울/LOC 부산/LOC"},
        {"페이스북에 글을 올렸다.", ""}, /* a service is a body when it acts */
        {"페이스북은 사과했다.", "페이스북/ORG"},
        {"tvN이 2PM을 불렀다.", "tvN/ORG 2PM/ORG"},
        {"오스카를 받았다.", "오스카/ORG"}, /* an award, no person */
        {"TV로 보았다.", ""},
    };
    check_rows(rows, sizeof rows / sizeof *rows);
}

/* Names of the dictionaries in whose end, or middle, the reading sees a particle or verb. */
static void names_read_otherwise(void **state) {
    (void)state;
    static const row rows[] = {
        {"우크라이나 대통령이 왔다.", "우크라이나/LOC"},
        {"국민의힘은 반대했다.", "국민의힘/ORG"},
        {"아이오와 주민과 이수역에서", "아이오와/LOC 이수역/LOC"},
        {"국회의사당에서 LG에너지솔루션은", "국회의사당/LOC LG에너지솔루션/ORG"},
        {"11번가는 SK온이", "11번가/ORG SK온/ORG"},
        {"아시아나는 운항했다.", "아시아나/ORG"}, /* another form is shorter and surer */
        {"미 국무부는 발표했다.", "미 국무부/ORG"},
        {"시드니 루스터스가 이겼다.", "시드니 루스터스/ORG"}, /* and no person */
        {"시집 '서울 시'를 냈다.", "서울/LOC"},               /* a space that 서울시 has not */
    };
    check_rows(rows, sizeof rows / sizeof *rows);
}

/* Names that a person and a place share. */
static void places_or_persons(void **state) {
    (void)state;
    static const row rows[] = {
        {"한강 다리에서 보았다.", "한강/LOC"}, /* nothing tells the person */
        {"한강은 서울을 흐른다.", "한강/LOC 서울/LOC"},
        {"베트남 호찌민을 떠났다.", "베트남 호찌민/LOC"},
        {"소설가 한강이 한강 씨와", "한강/PER 한강/PER"},
        {"한강의 소설을 한강에게 주었다.", "한강/PER 한강/PER"},
        {"호찌민 주석이 말했다.", "호찌민/PER"},
        {"오스틴 국방장관과 오스틴 시장이", "오스틴/PER 오스틴/LOC"}, /* an office of the place */
    };
    check_rows(rows, sizeof rows / sizeof *rows);
}

/* A place and who serves it. */
static void offices_of_places(void **state) {
    (void)state;
    static const row rows[] = {
        {"뉴욕 시장과 스트라스필드 시장이", "뉴욕/LOC 스트라스필드/LOC"},
        {"남대문 시장에서 샀다.", "남대문 시장/LOC"}, /* a market */
        {"캘리포니아 주지사가 왔다.", "캘리포니아/LOC"},
        {"주시드니 총영사와 주호주대사는", "시드니/LOC 호주/LOC"},
        {"주멜버른 총영사관은 밝혔다.", "주멜버른 총영사관/ORG"},
        {"주호주 한국 대사관에서", "주호주 한국 대사관/ORG"},
        {"주호주와 주인공", ""},
        {"21일(한국시간) 열렸다.", "한국/LOC"}, /* no city */
    };
    check_rows(rows, sizeof rows / sizeof *rows);
}

/* 법원 is whichever; 이재민 lost a home, unless a role before it tells a person. */
static void common_nouns(void **state) {
    (void)state;
    static const row rows[] = {
        {"법원은 여당과 야당에 물었다.", ""},
        {"여야는 합의했다.", ""},
        {"이재민이 늘었다.", ""},
        {"고양이가 고양시에서 잤다.", "고양시/LOC"}, /* no 고양 with a particle */
        {"배우 이재민이 말했다.", "이재민/PER"},
        {"제2차 세계 대전이 끝났다.", ""}, /* behind another noun */
        {"팀 구성을 마치고 대전에 갔다.", "대전/LOC"},
        {"이천 명이 이천에서 만났다.", "이천/LOC"},              /* a number */
        {"MZ세대와 Z세대는 e스포츠와 소셜미디어를 즐긴다.", ""}, /* no 서울대, no KBS스포츠 */
    };
    check_rows(rows, sizeof rows / sizeof *rows);
}

/* The table is searched by halving. */
static void clues_are_sorted(void **state) {
    (void)state;
    for (size_t i = 0; i < kti_clue_count; i++) {
        kt_str word = kti_clue_table[i].word;
        assert_true(i == 0 || kti_str_cmp(kti_clue_table[i - 1].word, word) < 0);
        assert_int_equal(kti_clue_of(NULL, word), kti_clue_table[i].what);
        unsigned glued = kti_clue_table[i].what & (KTI_ADDRESS | KTI_GLUED);
        assert_true(glued == 0 || kti_clue_begins(NULL, word, glued, NULL) == word.len);
    }
    unsigned what = 0;
    assert_int_equal(kti_clue_ends(NULL, S("남해경찰서"), KTI_BODY, &what), S("경찰서").len);
    assert_true((what & KTI_BODY) != 0);
    assert_int_equal(kti_clue_begins(NULL, S("때문에"), KTI_GLUED, NULL), S("때문").len);
    assert_int_equal(kti_clue_of(NULL, S("없는말")), 0);
}

/* And found by hashes: whole words, and at the edges of others. */
static void clues_are_found_by_hashes(void **state) {
    static kti_clues clues;
    (void)state;
    kti_clues_make(&clues);
    for (size_t i = 0; i < kti_clue_count; i++) {
        char longer[128];
        kt_str word = kti_clue_table[i].word;
        int len = snprintf(longer, sizeof longer, "%.*s남해%.*s", (int)word.len, word.ptr,
                           (int)word.len, word.ptr);
        kt_str text = {longer, (size_t)len};
        assert_int_equal(kti_clue_of(&clues, word), kti_clue_table[i].what);
        for (unsigned what = 1; what <= KTI_COMMON_BODY; what <<= 1) {
            unsigned one = 0, other = 0;
            assert_int_equal(kti_clue_begins(&clues, text, what, &one),
                             kti_clue_begins(NULL, text, what, &other));
            assert_int_equal(one, other);
            assert_int_equal(kti_clue_ends(&clues, text, what, &one),
                             kti_clue_ends(NULL, text, what, &other));
            assert_int_equal(one, other);
        }
    }
    assert_int_equal(kti_clue_of(&clues, S("없는말")), 0);
}

/* The rows found by the index are those found by halving. */
static void components_are_indexed(void **state) {
    static kti_component_index index;
    (void)state;
    kti_component_index_make(&index);
    for (size_t i = 0; i < kti_component_count; i++) {
        const kti_component *one, *other;
        kt_str word = kti_str(kti_component_table[i].korean);
        assert_int_equal(kti_components_indexed(&index, word, &one),
                         kti_components_at(word, &other));
        assert_ptr_equal(one, other);
        assert_int_equal(kti_component_begins(&index, word), kti_component_begins(NULL, word));
        assert_true(kti_component_ends(&index, word));
    }
    const kti_component *none;
    assert_int_equal(kti_components_indexed(&index, S("뷁"), &none), 0);
    assert_int_equal(kti_components_indexed(&index, S("Kim"), &none), 0);
    assert_true(kti_component_ends(&index, S("국가 안전보장국")));
    assert_false(kti_component_ends(&index, S("뷁")));
    assert_false(kti_component_ends(&index, S("")));
}

static bool is_of_syllables(kt_str text) {
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.ptr[i] < 0x80) return false;
    return true;
}

/* A title that the tables rule out is never there. */
static void titles_are_not_ruled_out(void **state) {
    static kti_title_edges edges;
    (void)state;
    const kti_lexicon *lexicon = engine->lexicon;
    size_t titles = 0;
    kti_title_edges_find(lexicon, &edges);
    for (uint32_t id = 0; id < kti_lexicon_entries(lexicon); id++) {
        kti_entry e = kti_lexicon_entry(lexicon, id);
        assert_int_equal(kti_lexicon_kind(lexicon, id), e.kind);
        if (e.kind != KTI_ENTRY_TITLE) continue;
        titles++;
        assert_true(kti_title_may_begin(&edges, e.korean));
        assert_true(kti_title_may_end(&edges, e.korean));
        for (size_t at = 3; is_of_syllables(e.korean) && at < e.korean.len; at += 3) {
            kt_str head = kti_str_cut(e.korean, 0, at);
            kt_str tail = kti_str_cut(e.korean, at, e.korean.len);
            assert_true(kti_title_goes_on(&edges, head));
            assert_true(kti_title_goes_across(&edges, head, tail));
        }
    }
    assert_true(titles > 100);
    assert_false(kti_title_may_begin(&edges, S("뷁스럽게")));
    assert_false(kti_title_goes_across(&edges, S("먹었다"), S("뷁")));
}

static void shapes_tell_names_from_nouns(void **state) {
    (void)state;
    if (!KT_TESTS_LEXICON) skip();
    const kti_lexicon *lexicon = engine->lexicon;
    kti_shapes shapes = kti_shapes_of(lexicon);
    assert_true(shapes.count > 1000);
    assert_true(kti_shape_full(shapes, S("곽희준")) > 3);
    assert_true(kti_shape_full(shapes, S("기획단")) < -3);
    assert_true(kti_shape_given(shapes, S("민석")) > 1);
    assert_true(kti_shape_foreign(shapes, S("로드리게스")) > 1);
    assert_true(kti_shape_foreign(shapes, S("상원의원")) < -1);
    assert_true(kti_shape_surname(shapes, S("김")) > kti_shape_surname(shapes, S("당")) + 2);
    assert_true(kti_given_name_bearers(lexicon, S("영수")) > 5);
    assert_int_equal(kti_given_name_bearers(lexicon, S("탁자")), 0);
    static uint16_t rows[KTI_SHAPE_SYLLABLES];
    kti_shapes mapped = shapes;
    kti_shapes_map(&mapped, rows);
    for (size_t i = 0; i < shapes.count; i++) {
        char bytes[4];
        kt_str name = {bytes, kti_utf8_encode(shapes.rows[i].syllable, bytes)};
        assert_true(kti_shape_surname(mapped, name) == kti_shape_surname(shapes, name));
        assert_true(kti_shape_foreign(mapped, name) == kti_shape_foreign(shapes, name));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(persons),
        cmocka_unit_test(foreign_persons),
        cmocka_unit_test(places_and_bodies),
        cmocka_unit_test(names_read_otherwise),
        cmocka_unit_test(places_or_persons),
        cmocka_unit_test(offices_of_places),
        cmocka_unit_test(common_nouns),
        cmocka_unit_test(clues_are_sorted),
        cmocka_unit_test(clues_are_found_by_hashes),
        cmocka_unit_test(components_are_indexed),
        cmocka_unit_test(titles_are_not_ruled_out),
        cmocka_unit_test(shapes_tell_names_from_nouns),
    };
    return cmocka_run_group_tests(tests, open_session, close_session);
}
