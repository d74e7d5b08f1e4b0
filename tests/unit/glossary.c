/* Glossaries: every format gives back what it was given, merging in any order, faults, refusals. */
#include "check.h"

#include <math.h>
#include <stdlib.h>

static kt_glossary *made(void) {
    kt_glossary *g = NULL;
    assert_ok(kt_glossary_new(NULL, &g));
    return g;
}

static kt_glossary *read_as(const char *text, kt_glossary_format format) {
    kt_glossary *g = made();
    kt_error err = {KT_OK, 0, 0, NULL};
    if (kt_glossary_read(g, kti_str(text), format, &err) != KT_OK)
        fail_msg("line %zu: %s", err.line, err.message);
    return g;
}

static kt_str written(kt_glossary *g, kt_glossary_format format) {
    kt_str out;
    assert_ok(kt_glossary_write(g, format, &out));
    return out;
}

/* What is hard for one format or another: quotes, tabs, line ends, markup, "-" alone, "|". */
static const char *const sample =
    "korean\tenglish\ttype\tcount\tscore\tstatus\tpriority\tdefinition\tnote\tsource\tevidence\n"
    "독도\tDokdo\tLOC\t9\t0.97\tpreferred\t5\t동해의 섬\ta \"b\" <c> & d\\ne: f\tNIKL; 2020\tdictionary\n"
    "독도\tTakeshima\tLOC\t3\t0.1234\tforbidden\t-2\t-\t-\t-\t-\n"
    "조선, 개성\tA, \"B\"\tOTHER\t2\t-\tallowed\t-\tx\\ty\t]]> &amp; \\\\n\t-\tspelling\n"
    "\\-\tdash\tORG\t1\t1.00\t-\t-\t-\t\\-\t-\t-\n"
    "문재인\tMoon Jae-in\tPER\t0\t-\t-\t-\t-\t-\t-\t-\n";

static void round_trips(void **state) {
    (void)state;
    kt_glossary *first = read_as(sample, KT_GLOSSARY_AUTO);
    kt_str wanted = written(first, KT_GLOSSARY_TSV);
    check_table table = {0};
    check_row(&table, "tsv", wanted, kti_str(sample));
    for (int format = KT_GLOSSARY_TSV; format <= KT_GLOSSARY_PO; format++) {
        kt_glossary *source = read_as(sample, KT_GLOSSARY_TSV), *again = made();
        kt_error err = {KT_OK, 0, 0, "?"};
        kt_str file = written(source, (kt_glossary_format)format);
        if (kt_glossary_read(again, file, KT_GLOSSARY_AUTO, &err) != KT_OK)
            fail_msg("%s: %s", kt_glossary_format_id((kt_glossary_format)format), err.message);
        check_row(&table, kt_glossary_format_id((kt_glossary_format)format),
                  written(again, KT_GLOSSARY_TSV), wanted);
        kt_glossary_free(source);
        kt_glossary_free(again);
    }
    check_done(&table);
    kt_glossary_free(first);
}

/* Whatever the aligner gives as evidence is read back. */
static void evidence_is_kept(void **state) {
    (void)state;
    for (int e = KT_EVIDENCE_NONE + 1; e < KT_EVIDENCES; e++) {
        kt_glossary_row row = {
            .korean = S("개성"), .english = S("Kaesong"), .evidence = (kt_evidence)e};
        const kt_glossary_row *rows;
        size_t count;
        kt_glossary *source = made();
        assert_ok(kt_glossary_add(source, &row));
        kt_glossary *again = made();
        assert_ok(kt_glossary_read(again, written(source, KT_GLOSSARY_TSV), KT_GLOSSARY_TSV, NULL));
        assert_ok(kt_glossary_rows(again, &rows, &count));
        assert_int_equal(count, 1);
        assert_int_equal(rows[0].evidence, e);
        kt_glossary_free(source);
        kt_glossary_free(again);
    }
}

/* Files of other programs. Each says 개성 = Kaesong, and some more. */
static void other_programs(void **state) {
    (void)state;
    static const struct {
        const char *what, *file, *wanted; /* the status of 개성, or NULL for none */
    } rows[] = {
        {"csv with source and target", "source,target,comment\r\n개성,Kaesong,\"a\r\nb\"\r\n",
         "none"},
        {"csv with semicolons", "\xEF\xBB\xBFko;en\n개성;Kaesong\n", "none"},
        {"csv from English", "en,ko,status\nKaesong,개성,deprecated\n", "forbidden"},
        {"tsv of align", "개성\tKaesong\tLOC\t2\t0.97\n", "none"},
        {"variants", "korean\tenglish\tvariants\n개성\tGaeseong\tKaesong|Kaesŏng\n", "allowed"},
        {"variants in Hangul", "korean\tenglish\tvariants\n개성시\tKaesong\t개성|Gaeseong\n",
         "allowed"},
        {"json list",
         "[{\"source\":\"개성\",\"target\":\"Kaes\\u006fng\",\"status\":\"preferred\"}]",
         "preferred"},
        {"json lines", "{\"ko\":\"개성\",\"en\":\"Kaesong\"}\n{\"ko\":\"서울\",\"en\":\"Seoul\"}\n",
         "none"},
        {"tbx 3",
         "<tbx><text><body><conceptEntry id='1'><langSec xml:lang='en'><termSec><term>Kaesong</term>"
         "<termNote type='administrativeStatus'>preferredTerm</termNote></termSec></langSec><langSec "
         "xml:lang='ko-KR'><termSec><term>개성</term></termSec></langSec></conceptEntry></body></text></tbx>",
         "preferred"},
        {"tbx entities",
         "<!DOCTYPE martif [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><martif><termEntry><langSet "
         "xml:lang='ko'><tig><term>&#xAC1C;&#49457;</term></tig></langSet><langSet xml:lang='en'><tig>"
         "<term>Kaesong</term><note>&x;</note></tig></langSet></termEntry></martif>",
         "none"},
        {"tmx with codes",
         "<tmx><tu><tuv lang='EN-US'><seg><bpt i='1'>&lt;b></bpt>Kaesong<ept i='1'/></seg></tuv><tuv "
         "lang='KO'><seg>개성</seg></tuv></tu></tmx>",
         "none"},
        {"xliff 2",
         "<xliff version='2.0'><file><unit><segment><source>개성</source><target>Kae<mrk>song</mrk>"
         "</target></segment></unit></file></xliff>",
         "none"},
        {"po",
         "msgid \"\"\nmsgstr \"X: y\\n\"\n\n#, c-format\nmsgid \"개\"\n\"성\"\nmsgstr \"Kaesong\"\n",
         "none"},
    };
    check_table table = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        kt_glossary *g = read_as(rows[i].file, KT_GLOSSARY_AUTO);
        const kt_glossary_row *list;
        size_t count;
        const char *met = "not there";
        assert_ok(kt_glossary_rows(g, &list, &count));
        for (size_t k = 0; k < count; k++)
            if (kti_str_eq(list[k].korean, S("개성")) && kti_str_eq(list[k].english, S("Kaesong")))
                met = kt_term_status_id(list[k].status);
        check_row(&table, rows[i].what, kti_str(met), kti_str(rows[i].wanted));
        kt_glossary_free(g);
    }
    check_done(&table);
}

/* The rows of a file, one a line and sorted: "korean = english", and the status if it has one. */
static kt_str rows_of(const char *file, char *out, size_t room) {
    kt_glossary *g = read_as(file, KT_GLOSSARY_AUTO);
    const kt_glossary_row *list;
    size_t count, len = 0;
    assert_ok(kt_glossary_rows(g, &list, &count));
    for (size_t i = 0; i < count; i++) {
        bool told = list[i].status != KT_TERM_NONE;
        int wrote = snprintf(out + len, room - len, "%s%.*s = %.*s%s%s", i > 0 ? "; " : "",
                             (int)list[i].korean.len, list[i].korean.ptr, (int)list[i].english.len,
                             list[i].english.ptr, told ? ", " : "",
                             told ? kt_term_status_id(list[i].status) : "");
        assert_true(wrote > 0 && (size_t)wrote < room - len);
        len += (size_t)wrote;
    }
    kt_glossary_free(g);
    return (kt_str){out, len};
}

/* Files that say more than one pair at a place: proposals, languages, forms, objects, flags. */
static void more_than_a_pair(void **state) {
    (void)state;
    static const struct {
        const char *what, *file, *wanted;
    } rows[] = {
        {"xliff 1.2 with a proposal",
         "<xliff version='1.2'><file><body><trans-unit><source>이재명</source><target>Lee "
         "Jae-myung</target><alt-trans><source>리</source><target>Lee</target></alt-trans>"
         "</trans-unit></body></file></xliff>",
         "이재명 = Lee Jae-myung"},
        {"xliff 2 with proposals before",
         "<xliff version='2.1'><file><unit><mtc:matches><mtc:match><source>리</source><target>Lee"
         "</target></mtc:match></mtc:matches><segment><source>이재명</source><target>Lee Jae-myung"
         "</target></segment></unit></file></xliff>",
         "이재명 = Lee Jae-myung"},
        {"xliff 2 with two segments",
         "<xliff version='2.0'><file><unit><notes><note category='kotext-status'>preferred</note>"
         "</notes><segment><source>개성</source><target>Kaesong</target></segment><ignorable>"
         "<source>/</source></ignorable><segment><source>평양</source><target>Pyongyang</target>"
         "</segment></unit></file></xliff>",
         "개성 = Kaesong, preferred; 평양 = Pyongyang, preferred"},
        {"tmx with Japanese and Konkani",
         "<tmx><tu><tuv xml:lang='ja'><note>x</note><seg>開城</seg></tuv><tuv xml:lang='kok'><seg>x"
         "</seg></tuv><tuv xml:lang='Ko-KR'><seg>개성</seg></tuv><tuv xml:lang='EN_us'><seg>Kaesong"
         "</seg></tuv></tu><tu><tuv xml:lang='ko'><seg>평양</seg></tuv><tuv xml:lang='ja'><seg>平壌"
         "</seg></tuv></tu></tmx>",
         "개성 = Kaesong"},
        {"tmx with two kinds of English",
         "<tmx><tu><tuv xml:lang='ko'><seg>국방</seg></tuv><tuv xml:lang='en-US'><seg>defense</seg>"
         "</tuv><tuv xml:lang='en-GB'><seg>defence</seg></tuv><tuv xml:lang='en-AU'><seg>defense"
         "</seg></tuv></tu></tmx>",
         "국방 = defence, allowed; 국방 = defense"},
        {"tmx without languages",
         "<tmx><tu><tuv><seg>개성</seg></tuv><tuv><seg>Kaesong</seg></tuv>"
         "</tu></tmx>",
         "개성 = Kaesong"},
        {"tbx with Japanese",
         "<martif><termEntry><langSet xml:lang='ja'><descrip type='definition'>x</descrip><tig>"
         "<term>開城</term></tig></langSet><langSet xml:lang='KO'><tig><term>개성</term></tig>"
         "</langSet><langSet xml:lang='en-GB'><tig><term>Kaesong</term></tig></langSet></termEntry>"
         "</martif>",
         "개성 = Kaesong"},
        {"tbx with markup in a term",
         "<martif><termEntry><langSet xml:lang='ko'><tig><term>북한</term></tig></langSet><langSet "
         "xml:lang='en'><tig><term>North <hi>Korea</hi><hi/></term></tig></langSet></termEntry></martif>",
         "북한 = North Korea"},
        {"tbx with categories as elements",
         "<tbx style='dct'><text><body><conceptEntry><langSec xml:lang='ko'><termSec><term>개성"
         "</term></termSec></langSec><langSec xml:lang='en'><termSec><term>Gaeseong</term>"
         "<min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec>"
         "</langSec></conceptEntry></body></text></tbx>",
         "개성 = Gaeseong, forbidden"},
        {"json with an object in an object",
         "[{\"meta\":{\"id\":1},\"ko\":\"개성\",\"tags\":[{\"a\":\"b\"}],\"en\":\"Kaesong\"},"
         "{\"ko\":\"평양\",\"en\":\"Pyongyang\",\"see\":{\"ko\":\"서울\",\"en\":\"Seoul\"}}]",
         "개성 = Kaesong; 서울 = Seoul; 평양 = Pyongyang"},
        {"json with a list of forms",
         "{\"ko\":\"국회\",\"en\":[\"National Assembly\",\"Parliament\"],\"ja\":\"国会\"}",
         "국회 = National Assembly; 국회 = Parliament, allowed"},
        {"csv with two columns of English", "ko,en-US,en-GB\n국방,defense,defence\n개성,Kaesong,\n",
         "개성 = Kaesong; 국방 = defence, allowed; 국방 = defense"},
        {"variants that repeat the form", "korean,english,variants\n개성,Kaesong,Kaesong|Kaesŏng\n",
         "개성 = Kaesong; 개성 = Kaesŏng, allowed"},
        {"po that is fuzzy",
         "#, c-format, fuzzy\nmsgid \"개성\"\nmsgstr \"Gaesong\"\n\nmsgid \"평양\"\nmsgstr "
         "\"Pyongyang\"\n#,fuzzy\nmsgid \"서울\"\nmsgstr \"Soul\"\nmsgid \"부산\"\nmsgstr \"Busan\"\n",
         "부산 = Busan; 평양 = Pyongyang"},
    };
    check_table table = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char out[512];
        check_row(&table, rows[i].what, rows_of(rows[i].file, out, sizeof out),
                  kti_str(rows[i].wanted));
    }
    check_done(&table);
}

static void refusals(void **state) {
    (void)state;
    static const struct {
        const char *file;
        kt_glossary_format format;
        kt_status status;
        size_t line;
    } rows[] = {
        {"korean,english\n개성,\"Kaesong\n", KT_GLOSSARY_CSV, KT_ERR_SYNTAX, 2},
        {"[{\"ko\":\n\"개성\"", KT_GLOSSARY_JSON, KT_ERR_SYNTAX, 2},
        {"<martif>\n<termEntry", KT_GLOSSARY_TBX, KT_ERR_SYNTAX, 2},
        {"<tmx><!-- ", KT_GLOSSARY_TMX, KT_ERR_SYNTAX, 1},
        {"msgid \"a\"\nmsgstr b\n", KT_GLOSSARY_PO, KT_ERR_SYNTAX, 2},
        {"개성", KT_GLOSSARY_PROMPT, KT_ERR_UNSUPPORTED, 0},
        {"<html></html>", KT_GLOSSARY_AUTO, KT_ERR_UNSUPPORTED, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        kt_glossary *g = made();
        kt_error err = {KT_OK, 0, 0, NULL};
        assert_int_equal(kt_glossary_read(g, kti_str(rows[i].file), rows[i].format, &err),
                         rows[i].status);
        assert_int_equal(err.line, rows[i].line);
        assert_non_null(err.message);
        kt_glossary_free(g);
    }
}

/* Three glossaries with rows in common, merged in every order and grouping: the same bytes. */
static void merging(void **state) {
    (void)state;
    static const char *const parts[3] = {
        "korean\tenglish\ttype\tcount\tscore\tstatus\tnote\tsource\n가\tGa\tLOC\t1\t0.5\t-\tb\ta.txt\n",
        "korean\tenglish\ttype\tcount\tscore\tstatus\tpriority\tnote\tsource\n가\tGa\tLOC\t4294967295\t0.9\t"
        "forbidden\t-1\ta\\nc\tb.txt\n나\tNa\tPER\t2\t-\tallowed\t3\t-\t-\n",
        "korean\tenglish\ttype\tcount\tscore\tstatus\tnote\n나\tNa\tPER\t3\t0.9\tpreferred\tc\\nb\n가\tGa\tLOC\t7"
        "\t0.9\t-\tc\n"};
    static const int orders[][3] = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2},
                                    {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
    char wanted[1024] = "";
    for (size_t i = 0; i < 6; i++)
        for (int grouped = 0; grouped < 2; grouped++) {
            kt_glossary *g[3], *two = made(), *all = made();
            for (int k = 0; k < 3; k++)
                g[k] = read_as(parts[orders[i][k]], KT_GLOSSARY_TSV);
            assert_ok(kt_glossary_merge(two, g[grouped]));
            assert_ok(kt_glossary_merge(two, g[grouped + 1]));
            assert_ok(kt_glossary_merge(all, g[grouped == 0 ? 2 : 0]));
            assert_ok(kt_glossary_merge(all, two));
            kt_str out = written(all, KT_GLOSSARY_TSV);
            assert_true(out.len < sizeof wanted);
            if (wanted[0] == '\0') memcpy(wanted, out.ptr, out.len);
            assert_str(out, wanted);
            for (int k = 0; k < 3; k++)
                kt_glossary_free(g[k]);
            kt_glossary_free(two);
            kt_glossary_free(all);
        }
    assert_non_null(
        strstr(wanted, "가\tGa\tLOC\t4294967295\t0.90\tforbidden\t-\t-\ta\\nb\\nc\ta.txt\\nb.txt"));
}

/* One row for each fault; a sound glossary has none. */
static void problems(void **state) {
    (void)state;
    static const struct {
        const char *rows, *id;
    } table[] = {
        {"개성\tKaesong\tLOC\n서울\tSeoul\tLOC\n서울시\tSeoul\tLOC\n", ""},
        {"개성\tKaesong\tLOC\n개성\tKaesong\tLOC\n", "duplicate"},
        {"개성\tKaesong\tLOC\t1\t1\n", ""},
        {"개성\tKaesong\tLOC\tmany\n", "number"},
        {"개성\tKaesong\tCITY\n", "type"},
        {"개성 \tKaesong\tLOC\n", "space"},
        {"개성\tKae  song\tLOC\n", "space"},
        {"\xE1\x84\x80\xE1\x85\xA2성\tKaesong\tLOC\n", "nfc"},
        {"개성\tK\xD0\xB0\x65song\tLOC\n", "script"},
        {"개성\tKaesong 시\tLOC\n", "language"},
        {"개성\tKaesong\tLOC\n개성은\tKaesong\tLOC\n", "josa"},
        {"korean\tenglish\tstatus\n개성\tKaesong\tpreferred\n개성\tGaeseong\tpreferred\n",
         "conflict"},
        {"korean\tenglish\tstatus\n개성\tKaesong\tforbidden\n", "no-form"},
        {"korean\tenglish\tstatus\n일본해\tEast Sea\tforbidden\n동해\tEast Sea\tpreferred\n", ""},
        {"김치\tkimchi\n김치\tKimchi\n", "conflict"},
        {"korean\tenglish\tpriority\n김치\tkimchi\t1\n김치\tKimchi\t0\n", ""},
        {"korean\tenglish\tvariants\n김치\tkimchi\tkimchee|gimchi\n", ""},
        {"korean\tenglish\tstatus\n개성\tKaesong\tforbidden\n개성\tKaesong\tpreferred\n"
         "개성\tGaeseong\tallowed\n",
         "conflict"},
        {"korean\tenglish\ttype\tstatus\n개성\tKaesong\tLOC\tforbidden\n"
         "개성\tKaesong\tOTHER\tpreferred\n",
         "conflict"},
        {"이\tLee\tPER\n", "short"},
        {"개성\tK\tLOC\n", "short"},
        {"개성\t\tLOC\n", "empty"},
        {"\tKaesong\tLOC\n", "empty"},
        {"korean\tenglish\tstatus\n개성\tKaesong\tgood\n", "status"},
    };
    check_table misses = {0};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        kt_glossary *g = read_as(table[i].rows, KT_GLOSSARY_TSV);
        const kt_glossary_problem *list;
        size_t count;
        assert_ok(kt_glossary_problems(g, &list, &count));
        check_row(&misses, table[i].rows, kti_str(count > 0 ? list[0].id : ""),
                  kti_str(table[i].id));
        kt_glossary_free(g);
    }
    check_done(&misses);
}

static void scores_are_shares(void **state) {
    (void)state;
    static const double bad[] = {-0.1, 1.1, 1e300, INFINITY, NAN};
    kt_glossary *g = made();
    kt_glossary_row row = {.korean = S("가"), .english = S("Ga"), .score = 1};
    assert_ok(kt_glossary_add(g, &row));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        row.score = bad[i];
        assert_int_equal(kt_glossary_add(g, &row), KT_ERR_ARG);
    }
    kt_glossary_free(g);
}

static void bias(void **state) {
    (void)state;
    kt_glossary *g = read_as(sample, KT_GLOSSARY_TSV);
    assert_str(written(g, KT_GLOSSARY_HOTWORDS), "독도\n조선, 개성\n-\n문재인\n");
    kt_glossary_free(g);
    g = made();
    for (int i = 0; i < 500; i++) {
        char korean[32];
        int len = snprintf(korean, sizeof korean, "이름%d", i);
        kt_glossary_row row = {.korean = {korean, (size_t)len}, .english = S("Name")};
        assert_ok(kt_glossary_add(g, &row));
    }
    kt_str prompt = written(g, KT_GLOSSARY_PROMPT);
    assert_true(prompt.len > 400 && prompt.len <= 601);
    kt_glossary_free(g);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(round_trips),       cmocka_unit_test(evidence_is_kept),
        cmocka_unit_test(other_programs),    cmocka_unit_test(more_than_a_pair),
        cmocka_unit_test(refusals),          cmocka_unit_test(merging),
        cmocka_unit_test(problems),          cmocka_unit_test(bias),
        cmocka_unit_test(scores_are_shares),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
