"""Words and names, with spans that index str."""
import kotext
import pytest

LINE = "🙂 문재인 대통령은 개성에 갔다"


def test_analysis():
    [reading] = kotext.analyze(LINE)
    words = {e.stem: e for e in reading.eojeols}
    assert words["대통령"].josa == "은" and words["대통령"].kind == "nominal"
    assert all(e.span.of(LINE) == e.text for e in reading.eojeols)
    assert [(m.form, m.tag) for m in words["갔다"].morphemes][:2] == [("가", "VV"), ("았", "EP")]
    assert len(kotext.analyze(LINE, nbest=3)) == 3


def test_names():
    found = kotext.find_names(LINE)
    assert [(n.text, n.type) for n in found] == [("문재인", "PER"), ("개성", "LOC")]
    assert all(n.span.of(LINE) == n.text for n in found)
    assert kotext.spell("조명균", nbest=1)[0].text == "Cho Myoung-gyon"
    assert ("Australia", "dictionary") == kotext.english_forms("호주")[0]
    assert ("Australian", "adjective") in kotext.english_forms("호주")
    assert kotext.match("정동영", "Chung Dong-young") > 0.9 > 0.1 > kotext.match("정동영", "Chung Mong-joon")


def test_gloss():
    row = kotext.gloss("개성에 갔다")[0]
    assert (row.text, row.latin, row.english, row.span) == ("개성에", "Gaeseonge", "Kaesong", (0, 3))


KOREAN = ["조명균 장관은 개성에서 말했다.", "문 대통령은 서울에 있다."]
ENGLISH = ["Minister Cho Myoung-gyon spoke in Kaesong.", "President Moon is in Seoul."]


@pytest.mark.parametrize("sides", [(KOREAN, ENGLISH), ("\n".join(KOREAN), "\n".join(ENGLISH))])
def test_links(sides):
    found = {link.korean: link for link in kotext.align(*sides)}
    assert found["조명균"].english == "Cho Myoung-gyon"
    moon = found["문"]
    assert (moon.ko_title, moon.en_title, moon.english, moon.en.of(ENGLISH[1])) == ("대통령", "President", "Moon", "Moon")


def test_cues_are_linked_by_time():
    unit = kotext.Unit
    korean = [unit("조명균이 왔다", 0, 1000), unit("개성이다", 5000, 6000)]
    english = [unit("It is Kaesong", 5000, 6000)]
    links = {link.korean: link.en_unit for link in kotext.align(korean, english, pairing="timed")}
    assert links == {"조명균": None, "개성": 0}


def test_other_scripts():
    assert kotext.transliterate("Bruckner", language="de")[0].text == "브루크너"
    assert kotext.source_language("Schröder") == "de"
    assert kotext.transliterate_back("오바마")[0].text == "Obama" and kotext.foreignness("오바마") > 0.9
    assert kotext.hanja_candidates("대한민국")[0] == ("大韓民國", "word")
    assert kotext.hanja("歷史", norm="kp") == "력사"
    assert kotext.spell("문재인", style="passport", nbest=1)[0].text == "MOON JAEIN"
    assert kotext.romanize_letters("독립문") == "Dongnimmun".lower()
    assert kotext.romanize("문재인", "respell")


def test_what_needs_no_engine():
    assert kotext.width("한글 ab") == 7 and "utf8proc" in kotext.build_info
    assert kotext.reading_time("한글 ab cd")[:2] == (1, 2)


def test_numbers_out_of_range_are_value_errors():
    subtitle = kotext.Subtitle("1\n00:00:01,000 --> 00:00:02,000\n가\n")
    for call in (lambda: subtitle.shift(10**30), lambda: subtitle.shift(0, numerator=2**40),
                 lambda: subtitle.keep_track(-1), lambda: subtitle.wrap(kotext.default_engine(), width=2**40),
                 lambda: kotext.align([kotext.Unit("가", 10**30)], ["a"]), lambda: kotext.slug("가", max_len=2**40),
                 lambda: kotext.Roster().add("가", place=10**30)):
        with pytest.raises(ValueError, match="must be from"):
            call()


def test_a_dictionary_of_ones_own():
    with kotext.Engine(user_dict="도담별\tDodambyeol Inc.\tORG\n", dictionaries=False) as engine:
        assert engine.spell("도담별")[0] == ("Dodambyeol Inc.", pytest.approx(0.95, abs=0.06), "user")
        assert "1 user" in engine.data_info


def test_encodings():
    data = "안녕하십니까, 한국어 뉴스입니다. 오늘은 비가 옵니다.".encode("cp949")
    assert kotext.detect(data).name == "windows-949"
    assert kotext.decode(data).startswith("안녕하십니까")
    assert kotext.encode(kotext.decode(data), "cp949") == data
    with pytest.raises(kotext.EncodingError):
        kotext.encode("🙂", "cp949")
