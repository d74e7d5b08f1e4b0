"""The fenced blocks of Markdown files, for the tests that run them."""
import pathlib
import re

ROOT = pathlib.Path(__file__).parents[2]


def blocks(name, language):
    text = (ROOT / name).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def block(name, language, having):
    """The one block of a file that has these words."""
    [found] = [b for b in blocks(name, language) if having in b]
    return found
