"""Transforms: str in, str out, and the map between them in code points."""
import pickle

import kotext
import pytest

SAMPLES = ["", "독립문에 갔다", "🙂 서울 <b>", "a한b글", "국립중앙박물관\n값이 얼마예요?", "\0한\0", "e\u0301 문재인"]


def tiles(edits, source, target):
    """The span law, in code points."""
    at, to = 0, 0
    for edit in edits:
        assert edit.source.start == at and edit.target.start == to
        at, to = edit.source.end, edit.target.end
        if edit.rule is None:
            assert edit.source.of(source) == edit.target.of(target)
    return (at, to) == (len(source), len(target))


@pytest.mark.parametrize("text", SAMPLES)
@pytest.mark.parametrize("call", [kotext.romanize, kotext.pronounce, kotext.normalize, kotext.hanja, kotext.space])
def test_edits_tile_input_and_output(call, text):
    made = call(text)
    assert isinstance(made, str)
    assert tiles(made.edits, text, made)


def test_the_map_leads_back_and_forth():
    made = kotext.romanize("🙂 독립문에 갔다")
    assert made == "🙂 Dongnimmune gatda"
    assert made.source(2, 6) == (2, 3)
    assert kotext.Span(*made.source(2, 9)).of("🙂 독립문에 갔다") == "독립"
    assert made[slice(*made.target(7, 9))] == "gatda"
    assert made.source(0, 1) == (0, 1)
    assert made.source(99, 100) == (9, 9)


def test_a_text_becomes_plain_str_where_it_travels():
    made = kotext.romanize("서울")
    assert type(pickle.loads(pickle.dumps(made))) is str
    assert type(str(made)) is str and type(made + "") is str


def test_steps_name_articles():
    steps = kotext.romanize("독립문", kind="place", explain=True).steps
    assert [(s.before, s.after, s.rule.article) for s in steps][:2] == [("독립", "동닙", "19 note"), ("닙문", "님문", "18")]
    assert kotext.romanize("독립문").steps == ()


@pytest.mark.parametrize("scheme, latin", [("rr", "hangugui dongnip"), ("mr", "han’gugŭi tongnip"),
                                           ("yale", "hankwuk uy toklip"), ("dprk", "hangugŭi tongrip")])
def test_schemes(scheme, latin):
    assert kotext.romanize("한국의 독립", scheme).lower() == latin


def test_options():
    assert kotext.romanize("한복남", kind="person", given_hyphen="syllable") == "Han Bok-nam"
    assert kotext.romanize("봉천1동", kind="place", numbered="bare") == "Bongcheon1-dong"
    assert kotext.romanize("한국", "mr", ascii=True, kind="word") == "han'guk"
    assert kotext.romanize("로버트 앤더슨", foreign=True) == "Robert Anderson"
    assert kotext.normalize("ㅎㅏㄴ글 ＡＢＣ", korean="default") == "한글 ABC"
    assert len(kotext.normalize("한글", "nfd")) == 6
    assert kotext.pronounce("3명", numbers="read") == "세 명"
    assert kotext.pronounce("협력", norm="kp") == "혐력"
    assert kotext.hanja("朝鮮", paren=True) == "조선(朝鮮)"
    assert kotext.slug("종로구 소식", separator="_") == "jongno_gu_sosik"
    assert kotext.readings("시계") == ["시계", "시게"]


def test_back_to_hangul():
    assert kotext.hangulize("dongnip") == ["독립"]
    assert kotext.hangulize(kotext.romanize("물엿", "rr-letter"), "rr-letter") == ["물엿"]
    assert kotext.transliterate("Margaret Johnson")[0].text == "마거릿 존슨"
    steps = kotext.explain_transliteration("film", official=True)
    assert [s.before for s in steps] == ["f", "i", "l", "m"]


def test_particles():
    assert kotext.with_josa("문재인", "은/는") == "문재인은"
    assert kotext.josa("Google", "으로/로") == "로"
    assert kotext.josa_repair("🙂트럼프으로는", 1, 4) == "🙂트럼프로는"
    assert kotext.josa_split("개성공단에서는") == ("개성공단", "에서는")
    assert kotext.space("나는학교 에 갔다") == "나는 학교에 갔다"


def test_units():
    assert kotext.segment("비가 온다. 눈도 온다.", "sentence") == ["비가 온다.", "눈도 온다."]
    assert "".join(kotext.segment("🙂 나는 간다", "word")) == "🙂 나는 간다"
    assert kotext.spans("🙂 나는", "eojeol") == [(0, 1), (2, 4)]
    assert kotext.wrap("아무도 그 사람의 말을 믿을 수 없었다고 한다.", width=26) == "아무도 그 사람의 말을\n믿을 수 없었다고 한다."
