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
    assert hit.span == (2, 12) and hit.best.english == "Moon Jae-in" and not hit.korean


def test_glossary_of_an_alignment():
    glossary = kotext.Glossary()
    glossary.add_links(kotext.default_engine(), ["문 대통령이 왔다"], ["President Moon came"])
    assert [(row.korean, row.english) for row in glossary.rows()] == [("문 대통령", "President Moon")]
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
