"""Glossaries and subtitle files."""
import pickle
import random

import kotext
import pytest

SRT = "1\n00:00:01,000 --> 00:00:02,000\n<i>서울</i>에 &amp; 간다\n\n2\n00:00:03,000 --> 00:00:04,000\n끝\n"
ROWS = [kotext.Term("문재인", "Moon Jae-in", "PER", 2), kotext.Term("개성", "Kaesong", "LOC", 1, note="city"),
        kotext.Term("문재인", "Moon Jaein", "PER", 1, status="forbidden")]


def test_glossary_parts_add_up_in_any_order():
    whole = kotext.Glossary(ROWS)
    parts = [kotext.Glossary([row]) for row in ROWS]
    for seed in range(4):
        random.Random(seed).shuffle(parts)
        made = kotext.Glossary()
        for part in parts:
            made.merge(part)
        assert made.write() == whole.write()
    assert pickle.loads(pickle.dumps(whole)).rows() == whole.rows()


@pytest.mark.parametrize("format", ["tsv", "csv", "json", "tbx", "po"])
def test_glossary_files(format):
    written = kotext.Glossary(ROWS[:2]).write(format)
    again = kotext.Glossary.read(written)
    assert {(row.korean, row.english) for row in again.rows()} == {("문재인", "Moon Jae-in"), ("개성", "Kaesong")}


def test_terms_in_text():
    engine = kotext.default_engine()
    terms = kotext.Glossary(ROWS).terms()
    assert terms.annotate(engine, "문재인은 개성에 갔다. 문재인이") == "문재인(Moon Jae-in)은 개성(Kaesong)에 갔다. 문재인이"
    assert terms.annotate(engine, "문재인, 문재인", every=True) == "문재인(Moon Jae-in), 문재인(Moon Jae-in)"
    assert terms.apply(engine, "Moon Jaein said") == "Moon Jae-in said"
    [hit] = terms.find(engine, "🙂 Moon Jaein")
    assert hit.span == (2, 12) and hit.best.english == hit.instead == "Moon Jae-in" and not hit.korean


def test_glossary_of_an_alignment():
    glossary = kotext.Glossary()
    glossary.add_links(kotext.default_engine(), ["문 대통령이 왔다"], ["President Moon came"])
    assert [(row.korean, row.english) for row in glossary.rows()] == [("문 대통령", "President Moon")]
    places = kotext.Glossary()
    places.add_links(kotext.default_engine(), ["호주 총리가 왔다"], ["The Aussie prime minister came"])
    assert [(row.korean, row.english) for row in places.rows()] == [("호주", "Australia")]
    assert [p.id for p in kotext.Glossary.read("korean\tenglish\n개성\t카에송\n").problems()] != []


def test_subtitle_keeps_what_is_not_asked_for():
    data = b"\xef\xbb\xbf" + SRT.replace("\n", "\r\n").encode()
    subtitle = kotext.Subtitle(data)
    assert subtitle.save() == data
    subtitle.romanize(kotext.default_engine(), layout="below")
    assert "<i>서울</i>에 &amp; 간다\r\n<i>Seou</i>re".encode() in subtitle.save()


def test_subtitle_looks():
    subtitle = kotext.Subtitle(SRT)
    assert (subtitle.format, len(subtitle), subtitle.cues()[1].text) == ("srt", 2, "끝")
    plain = subtitle.plain(0)
    assert plain == "서울에 & 간다" and plain.source(0, 2) == (3, 5)
    subtitle.set_text(1, "<b>종</b>")
    subtitle.shift(500)
    assert "00:00:03.500 --> 00:00:04.500\n<b>종</b>" in subtitle.convert("vtt")
    assert subtitle.check("line-width\t2\n")[0].rule == "line-width"


VTT = ("WEBVTT\n\n00:00:01.000 --> 00:00:02.000 line:0 align:left\n<v 문>서울에\n\n"
       "00:00:02.000 --> 00:00:03.000\n<v 문>갔다.\n")


def test_speakers_settings_and_sentences():
    subtitle = kotext.Subtitle(VTT)
    assert subtitle.speaker(0) == "문" and subtitle.html(0) == '<span title="문">서울에</span>'
    assert subtitle.settings(0) == ("horizontal", "left", 0, False, None, 100, "")
    assert subtitle.join(kotext.default_engine(), "srt") == "1\n00:00:01,000 --> 00:00:03,000\n문: 서울에 갔다.\n\n"[:-1]


def test_subtitle_changes():
    engine, subtitle = kotext.default_engine(), kotext.Subtitle(SRT)
    subtitle.set_times(1, 2500, 4000)
    assert "00:00:02,500 --> 00:00:04,000\n끝" in subtitle.write()
    spaced = kotext.Subtitle(SRT.replace("끝", "나는학교 에 갔다"))
    spaced.space(engine)
    assert "나는 학교에 갔다" in spaced.write()
    corrected = kotext.Subtitle(SRT.replace("끝", "Moon Jaein"))
    corrected.correct(engine, kotext.Glossary(ROWS).terms())
    assert "Moon Jae-in" in corrected.write()
    second = kotext.Subtitle(VTT)
    second.name_second("Latn", "ko-Latn")
    second.romanize(engine, layout="track")
    assert "<lang ko-Latn>" in second.write()


def test_lines_are_picked():
    two = kotext.Subtitle(SRT.replace("끝", "끝\nend"))
    assert two.pick_lines("srt", str.isascii) == "1\n00:00:03,000 --> 00:00:04,000\nend\n"
    with pytest.raises(ZeroDivisionError):
        two.pick_lines("srt", lambda line: 1 / 0)


def test_rolling_captions():
    roll = "1\n00:00:01,000 --> 00:00:02,000\n하나\n\n2\n00:00:02,000 --> 00:00:03,000\n하나\n둘\n"
    assert "하나\n둘" not in kotext.Subtitle(roll).deroll("srt")
    assert kotext.Subtitle(roll).renew("srt").endswith("하나\n둘\n")
    assert "streaming-ko" in kotext.profiles()


def romanized(stream, engine):
    written = ""
    for piece in stream.pieces():
        piece.romanize(engine)
        written += piece.write()
    return written


@pytest.mark.parametrize("size", [1, 3, 7, 1000])
def test_captions_arrive_bit_by_bit(size):
    engine, data, written = kotext.default_engine(), SRT.encode(), ""
    with kotext.CaptionStream("srt") as stream:
        for at in range(0, len(data), size):
            stream.feed(data[at:at + size])
            written += romanized(stream, engine)
        stream.end()
        written += romanized(stream, engine)
    assert written == SRT.replace("서울", "Seou").replace("에 &", "re &").replace("간다", "ganda").replace("끝", "kkeut")
    with pytest.raises(kotext.NotSupportedError):
        kotext.CaptionStream("ass")


def test_a_piece_is_valid_until_the_next():
    stream = kotext.CaptionStream("srt")
    stream.feed(SRT)
    first = next(stream.pieces())
    assert [cue.text for cue in first.cues()] == ["<i>서울</i>에 &amp; 간다"]
    stream.end()
    with pytest.raises(kotext.ClosedError):
        first.write()


def test_the_names_of_a_programme():
    engine, roster = kotext.default_engine(), kotext.Roster()
    roster.read(engine, "문재인 대통령은 개성에 갔다.", 1)
    roster.read(engine, "문 대통령이 왔다.", 2)
    roster.add("도담별", "Dodambyeol", "ORG", 3)
    found = {figure.korean: figure for figure in roster.figures(engine)}
    assert (found["문재인"].english, found["문재인"].places) == ("Moon Jae-in", (1, 2))
    assert found["도담별"] == ("도담별", "Dodambyeol", "ORG", (3,))
    roster.next_text()
    with kotext.Glossary([kotext.Term("개성", "Gaeseong", "LOC")]).terms() as terms:
        other = kotext.Roster()
        other.read(engine, "개성에 갔다", terms=terms)
    assert other.figures(engine)[0].english == "Gaeseong"


def test_library_records():
    [pair] = kotext.catalog_pairs("한국의 독립\tHan'guk ŭi tongnip\n")
    assert (pair.original, pair.original_span, pair.romanized_span, pair.kind) == ("한국의 독립", (0, 6), (7, 25), "auto")
    assert kotext.compare_romanized(pair.original, pair.romanized, "ala-lc").differences == ()
    compared = kotext.compare_romanized("한국의 독립", "Hanguk ui tongnip", "ala-lc")
    assert "diacritics" in compared.differences and compared.expected == "Han’guk ŭi tongnip"
    with pytest.raises(kotext.SyntaxFault, match="line 1"):
        kotext.catalog_pairs("no tab\n")


def test_subtitles_merge_from_two_threads_at_once():
    import threading
    one, two = kotext.Subtitle(SRT), kotext.Subtitle(SRT.replace("끝", "end"))
    made = []
    threads = [threading.Thread(target=lambda a=a, b=b: made.extend(a.merge(b) for _ in range(50)))
               for a, b in ((one, two), (two, one))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(made) == 100 and any("끝\nend" in text for text in made)
