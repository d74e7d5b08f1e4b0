"""The examples, and the wheel that a user would install."""
import os
import pathlib
import shlex
import subprocess
import sys
from types import SimpleNamespace

import kotext
import pytest

ROOT = pathlib.Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))
from snippets import block, blocks  # noqa: E402

EXAMPLES = ROOT / "tools/python/examples"


def run(*command, **environment):
    return subprocess.run(command, capture_output=True, text=True, check=True, env=os.environ | environment).stdout


def test_srt(tmp_path):
    source = tmp_path / "film.srt"
    source.write_bytes("1\n00:00:01,000 --> 00:00:02,000\n안녕하세요, 여러분. 저는 서울에 삽니다.\n\n".encode("cp949"))
    made = run(sys.executable, EXAMPLES / "srt_captions.py", source)
    assert "서울에 삽니다.\nannyeonghaseyo, yeoreobun. jeoneun Seoure samnida.\n" in made


def test_webvtt(tmp_path):
    source = tmp_path / "film.vtt"
    source.write_text("WEBVTT\n\n00:01.000 --> 00:02.000\n조명균 장관이 개성에 갔다.\n", encoding="utf-8")
    made = run(sys.executable, EXAMPLES / "webvtt_names.py", source)
    assert made == "00:00:01.000\tPER\t조명균\tCho Myoung-gyon\n00:00:01.000\tLOC\t개성\tKaesong\n"


def test_wheel(tmp_path):
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    staged = pathlib.Path(os.environ["KOTEXT_BUILD"], "python")
    run(*pip, "wheel", "--no-build-isolation", "--no-deps", "--no-index", "--wheel-dir", tmp_path, staged)
    [wheel] = tmp_path.glob("kotext-*-py3-none-*.whl")
    run(*pip, "install", "--no-deps", "--no-index", "--target", tmp_path / "site", wheel)
    code = "import kotext; print(kotext.__file__, kotext.romanize('독립문'))"
    made = run(sys.executable, "-c", code, PYTHONPATH=str(tmp_path / "site"))
    assert made.startswith(str(tmp_path)) and made.endswith("ongnimmun\n")


def test_the_guide():
    """A line of the guide's Python is run; one with a remark is evaluated, and the remark begins with what comes of it."""
    told, names = 0, {"kotext": kotext}
    for line in "".join(b for b in blocks("docs/integrations.md", "python") if "frame" not in b and "spark" not in b).splitlines():
        code, _, remark = line.partition("  # ")
        if not remark or "=" in code.split("(")[0]:
            exec(code, names)
            code = code.partition("=")[0]
        if remark:
            value = repr(eval(code, names))
            assert remark.startswith(value), (line, value)
            told += 1
    assert told == 8


def test_the_heart_of_the_pandas_example():
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame({"name": ["조명균", "문재인"]})
    made = eval(block("docs/integrations.md", "python", "frame.assign"), {"frame": frame, "kotext": kotext})
    assert list(made["latin"]) == ["Cho Myoung-gyon", "Moon Jae-in"]
    made = run(sys.executable, EXAMPLES / "pandas_column.py")
    assert made.splitlines()[:2] == ["name,latin,rr", "조명균,Cho Myoung-gyon,Jo Myeonggyun"]


class Partition:
    """What RDD.pipe asks of a command, without Spark: the lines of a partition go in, and lines come out."""

    def __init__(self, lines):
        self.lines = lines

    def pipe(self, command):
        lines = "".join(f"{line}\n" for line in self.lines)
        done = subprocess.run(shlex.split(command), input=lines, capture_output=True, text=True, check=True)
        return done.stdout.splitlines()


def test_the_pipe_of_spark(tmp_path, monkeypatch):
    def text_file(pattern):
        return Partition([line for path in sorted(tmp_path.glob(pattern)) for line in path.read_text(encoding="utf-8").splitlines()])

    monkeypatch.setenv("PATH", f"{os.environ['KOTEXT_BUILD']}:{os.environ['PATH']}")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles/1.ko.txt").write_text("한국의 독립\n\n", encoding="utf-8")
    (tmp_path / "articles/2.ko.txt").write_text("서울", encoding="utf-8")
    names = {"spark": SimpleNamespace(sparkContext=SimpleNamespace(textFile=text_file))}
    exec(block("docs/integrations.md", "python", "spark"), names)
    assert names["latin"] == ["Han’gugŭi tongnip", "", "Sŏul"]
