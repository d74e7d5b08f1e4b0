/* Names, their spelling, links between texts, what was told of whom, and library records. */
#include "scenes.h"

static kt_status detects(const stage *on) {
    const kt_mention *names;
    size_t count;
    kt_status status = kt_names_detect(
        on->ctx, S("문재인 대통령은 판문점에서 김정은 위원장을 만났다."), &names, &count);
    THEN(
        kt_names_detect(on->ctx, S("로버트 앤더슨 씨가 한국은행과 LG전자에 갔다"), &names, &count));
    return status;
}

static kt_status spells(const stage *on) {
    kt_spell_options how = KT_SPELL_INIT;
    const kt_spelling *list;
    size_t count;
    how.style = (kt_name_style)on->turn;
    how.kind = on->turn % 2 == 0 ? KT_KIND_PERSON : KT_KIND_PLACE;
    return kt_names_spell(on->ctx, S("남궁옥분"), &how, &list, &count);
}

static kt_status spells_and_matches(const stage *on) {
    const kt_spelling *list;
    size_t count;
    double score;
    kt_status status = kt_names_spell(on->ctx, S("로버트 콜드웰"), NULL, &list, &count);
    THEN(kt_names_match(on->ctx, S("조명균"), S("Cho Myoung-gyon"), &score));
    THEN(kt_names_match(on->ctx, S("김 위원장"), S("Chairman K. J."), &score));
    return status;
}

static const char korean[] =
    "문재인 대통령은 판문점에서 김정은 위원장을 만났다. 개성 공단이 열렸다.";
static const char english[] =
    "President Moon Jae-in met Kim Jong-un at Panmunjom. The Kaesong complex opened.";

static kt_status aligns(const stage *on) {
    kt_align_unit ko[] = {{kti_str(korean), 0, 900}, {S("시드니는 맑다"), 1000, 2000}};
    kt_align_unit en[] = {{kti_str(english), 0, 800}, {S("It is clear in Sydney"), 900, 2000}};
    kt_align_options how = KT_ALIGN_INIT;
    const kt_link *links;
    size_t count;
    kt_glossary *glossary = NULL;
    const kt_glossary_row *rows;
    kt_status status = KT_OK;
    for (int pairing = 0; pairing <= KT_PAIRING_TIMED; pairing++) {
        how.pairing = (kt_pairing)pairing;
        kt_status one = kt_align(on->ctx, ko, 2, en, 2, &how, &links, &count);
        if (one == KT_ERR_UNSUPPORTED) continue; /* without ICU */
        THEN(one);
        THEN(kt_glossary_new(on->alloc, &glossary));
        THEN(kt_glossary_add_links(glossary, ko, en, links, count));
        THEN(kt_glossary_add_link_names(on->engine, glossary, ko, en, links, count));
        THEN(kt_glossary_rows(glossary, &rows, &count));
        kt_glossary_free(glossary);
        glossary = NULL;
    }
    return status;
}

static kt_status lists_who(const stage *on) {
    kt_roster *roster = NULL;
    const kt_figure *list;
    size_t count;
    kt_status status = kt_roster_new(on->alloc, &roster);
    THEN(kt_roster_read(roster, on->ctx, kti_str(korean), 1000));
    THEN(kt_roster_add(roster, S("개성"), S("Kaesong"), KT_NAME_PLACE, 2000));
    THEN(kt_roster_list(roster, on->ctx, &list, &count));
    kt_roster_free(roster);
    return status;
}

static kt_status catalogues(const stage *on) {
    static const char record[] =
        "<record><datafield tag='245'><subfield code='6'>880-01</subfield><subfield code='a'>&#97;"
        "</subfield></datafield><datafield tag='880'><subfield code='6'>245-01</subfield>"
        "<subfield code='b'>\xEA\xB0\x80</subfield></datafield></record>";
    kt_romanize_options library = KT_ROMANIZE_INIT;
    kt_catalog *catalog = NULL;
    kt_romanized_check check;
    size_t count;
    library.scheme = KT_SCHEME_ALA_LC;
    kt_status status = kt_catalog_open(on->alloc, S(record), &catalog, NULL);
    const kt_catalog_pair *pairs = kt_catalog_pairs(catalog, &count);
    if (status == KT_OK) assert_true(count > 0);
    THEN(kt_romanized_compare(on->ctx, pairs->original, pairs->romanized, &library, &check));
    kt_catalog_close(catalog);
    catalog = NULL;
    THEN(kt_catalog_open(on->alloc, S("한국\tHan'guk\n말\tmal\n"), &catalog, NULL));
    kt_catalog_close(catalog);
    return status;
}

const scene name_scenes[] = {
    {"names", detects, 0},
    {"spell", spells, KT_NAME_STYLE_ALA_LC + 1},
    {"match", spells_and_matches, 0},
    {"align", aligns, 0},
    {"roster", lists_who, 0},
    {"catalog", catalogues, 0},
    {NULL, NULL, 0},
};
