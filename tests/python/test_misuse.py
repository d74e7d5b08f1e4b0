"""A host is never brought down: wrong types, surrogates, closed handles, huge text, threads."""
import gc
import inspect
import threading
import time

import kotext
import pytest

TEXT_CALLS = ["align", "analyze", "compare_romanized", "encode", "english_forms", "find_names", "foreignness", "gloss",
              "hangulize", "hanja", "hanja_candidates", "josa", "josa_repair", "josa_split", "match", "normalize",
              "pronounce", "readings",
              "romanize", "romanize_letters", "segment", "slug", "space", "spans", "spell", "transliterate",
              "transliterate_back", "explain_transliteration", "with_josa", "wrap"]
MORE = {"align": ("x",), "compare_romanized": ("x",), "encode": ("UTF-8",), "josa": ("은",), "josa_repair": (0, 0),
        "match": ("x",), "with_josa": ("은",)}


def call(engine, name, text):
    return getattr(engine, name)(text, *MORE.get(name, ()))


def test_every_public_call_is_here():
    public = {name for name, _ in inspect.getmembers(kotext.Engine, inspect.isfunction) if name[0] != "_"}
    assert public - set(TEXT_CALLS) == {"close", "decode", "detect"}
    assert all(hasattr(kotext, name) for name in public - {"close"})


@pytest.mark.parametrize("name", TEXT_CALLS)
@pytest.mark.parametrize("wrong", [None, 5, b"bytes", 1.5])
def test_wrong_types(name, wrong):
    with pytest.raises(TypeError):
        call(kotext, name, wrong)


@pytest.mark.parametrize("name", TEXT_CALLS)
def test_lone_surrogates(name):
    with pytest.raises(UnicodeEncodeError):
        call(kotext, name, "한\ud800글")


@pytest.mark.parametrize("name", TEXT_CALLS)
def test_closed_engine(name):
    engine = kotext.Engine()
    engine.close()
    engine.close()
    with pytest.raises(kotext.ClosedError):
        call(engine, name, "한글")


@pytest.mark.parametrize("make, use", [
    (lambda: kotext.Glossary(), lambda g: g.rows()), (lambda: kotext.Glossary(), lambda g: g.terms()),
    (lambda: kotext.Roster(), lambda g: g.add("서울")), (lambda: kotext.CaptionStream(), lambda s: list(s.pieces())),
    (lambda: kotext.Subtitle("1\n00:00:01,000 --> 00:00:02,000\nx\n"), lambda s: s.save()),
    (lambda: kotext.Subtitle("1\n00:00:01,000 --> 00:00:02,000\nx\n"), lambda s: s.cues())])
def test_closed_handles(make, use):
    handle = make()
    use(handle)
    handle.close()
    with pytest.raises(kotext.ClosedError):
        use(handle)


@pytest.mark.parametrize("wrong", [
    lambda: kotext.romanize("x", "no-such-scheme"), lambda: kotext.romanize("x", kind="city"),
    lambda: kotext.normalize("x", korean="no-such-step"), lambda: kotext.segment("x", width=-1, unit="line"),
    lambda: kotext.spell("x", nbest=0), lambda: kotext.josa_repair("한글", 1, 9), lambda: kotext.slug("x", separator="--"),
    lambda: kotext.align(["a", "b"], ["a"]), lambda: kotext.Subtitle(b"no cue here"), lambda: kotext.Subtitle(b""),
    lambda: kotext.Engine(data=__file__), lambda: kotext.Engine(user_dict="only one column\n"),
    lambda: kotext.decode(b"x", "no-such-charset"),
    lambda: kotext.Subtitle("1\n00:00:01,000 --> 00:00:02,000\n한\n").save("latin1")])
def test_senseless_values(wrong):
    with pytest.raises((ValueError, kotext.KotextError)):
        wrong()


def test_numbers_of_a_glossary_are_checked():
    for bad in ({"count": -1}, {"count": 2**40}, {"priority": 2**40}, {"score": "x"}, {"type": "CITY"}):
        with pytest.raises((TypeError, ValueError)):
            kotext.Glossary([kotext.Term("가", "a", **bad)])
    with pytest.raises(TypeError):
        kotext.Glossary(["row"])
    with pytest.raises(IndexError):
        kotext.Subtitle("1\n00:00:01,000 --> 00:00:02,000\nx\n").plain(1)


ODD = [None, True, -1, 2**31, 10**30, 1.5, float("nan"), b"x", "", "\0", "한\ud800", [1], ["x"], {}, object(), str, range(3)]
CAPTION = "1\n00:00:01,000 --> 00:00:02,000\n한글\n"
PROMISED = (TypeError, ValueError, IndexError, OSError, kotext.KotextError)


@pytest.mark.parametrize("make", [kotext.default_engine, lambda: kotext.Glossary([kotext.Term("개성", "Kaesong")]),
                                  lambda: kotext.Glossary([kotext.Term("개성", "Kaesong")]).terms(), lambda: kotext.Subtitle(CAPTION),
                                  kotext.Roster, kotext.CaptionStream, lambda: kotext])
def test_odd_arguments_raise_only_what_is_promised(make):
    """Every argument of every call in turn, the others being right or text."""
    right = {"engine": kotext.default_engine(), "term": kotext.Term("가", "a"), "cue": 0, "start": 0, "end": 1}
    calls = [(name, call) for name, call in inspect.getmembers(make(), callable) if name[0] != "_" and name not in ("close", "Engine", "Text")
             and not (inspect.isclass(call) and issubclass(call, BaseException))]
    assert len(calls) > 2
    for name, _call in calls:
        call = getattr(make(), name)
        taken = [p for p in inspect.signature(call).parameters.values() if p.kind not in (p.VAR_POSITIONAL, p.VAR_KEYWORD)]
        for argument in taken:
            for odd in ODD:
                words = {p.name: right.get(p.name, "한글") for p in taken if p.default is p.empty} | {argument.name: odd}
                try:
                    call(**words)
                except PROMISED:
                    pass
                except Exception as error:
                    pytest.fail(f"{name}({words}): {error!r}")


def test_a_number_is_no_path(tmp_path):
    with open(tmp_path / "film.srt", "w+", encoding="utf-8") as file:
        with pytest.raises(TypeError):
            kotext.Subtitle.open(file.fileno())
        file.write("still open")


def test_a_missing_file():
    with pytest.raises(OSError):
        kotext.Engine(data="/no/such/file.ktd")


def test_huge_text():
    text = "가나다라마바사" * 150_000
    assert len(kotext.normalize(text)) == len(text)
    assert len(kotext.pronounce(text)) == len(text)


def test_threads_share_an_engine_that_closes_under_them():
    for _ in range(5):
        engine, outcomes = kotext.Engine(), []

        def work():
            try:
                while True:
                    assert engine.romanize("문재인 대통령은 개성에 갔다") == "Mun Jaein daetongnyeongeun Gaeseonge gatda"
            except kotext.ClosedError:
                outcomes.append("closed")

        threads = [threading.Thread(target=work) for _ in range(6)]
        for thread in threads:
            thread.start()
        time.sleep(0.01)
        engine.close()
        for thread in threads:
            thread.join()
        assert outcomes == ["closed"] * 6


def test_threads_share_a_glossary_and_subtitles():
    glossary, one, other, errors = kotext.Glossary(), kotext.Subtitle(CAPTION), kotext.Subtitle(CAPTION), []

    def work(first, second):
        try:
            for _ in range(100):
                glossary.add(kotext.Term("개성", "Kaesong"))
                glossary.terms().find(kotext.default_engine(), "개성에")
                first.merge(second)
                first.romanize(kotext.default_engine())
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=work, args=pair, daemon=True) for pair in [(one, other), (other, one)] * 3]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert not errors and not any(thread.is_alive() for thread in threads)
    assert [row.count for row in glossary.rows()] == [600]


def test_garbage_in_circles_is_freed():
    for _ in range(20):
        engine = kotext.Engine()
        engine.romanize("서울")
        glossary = kotext.Glossary([kotext.Term("개성", "Kaesong")])
        engine.circle, glossary.circle = [engine, glossary], [glossary]
    del engine, glossary
    gc.collect()


def test_other_threads_run_meanwhile():
    text, seen, times = "문재인 대통령은 개성에 갔다. " * 40_000, [], []

    def work():
        times.append(time.perf_counter())
        kotext.romanize(text, kind="word")
        times.append(time.perf_counter())

    kotext.romanize("서울")
    thread = threading.Thread(target=work)
    thread.start()
    while thread.is_alive():
        seen.append(time.perf_counter())
        time.sleep(0.001)
    start, end = times
    third = (end - start) / 3
    assert any(start + third < moment < end - third for moment in seen)
