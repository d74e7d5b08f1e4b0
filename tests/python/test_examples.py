"""The examples, and the wheel that a user would install."""
import os
import pathlib
import re
import subprocess
import sys

import kotext

ROOT = pathlib.Path(__file__).parents[2]
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
    """Each line of the guide's Python with a remark is evaluated: the remark begins with what comes of it."""
    guide = (ROOT / "docs/integrations.md").read_text(encoding="utf-8")
    told, names = 0, {"kotext": kotext}
    for block in re.findall(r"```python\n(.*?)```", guide, re.DOTALL):
        for line in block.splitlines():
            code, _, remark = line.partition("  # ")
            if remark and "=" in code.split("(")[0]:
                exec(code, names)
                code = code.partition("=")[0]
            if remark:
                value = repr(eval(code, names))
                assert remark.startswith(value), (line, value)
                told += 1
    assert told == 7
