#!/usr/bin/env python3
"""A fuzz target's dictionary: the words its reader looks for, which are the literals of its source.

  tests/fuzz/tokens.py TARGET > FILE     the form that libFuzzer (-dict=) and AFL++ (-x) read
"""
import codecs
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
LONGEST = 48  # bytes of a literal
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)+)"')

# Where a target's words are: what every target of a family shares, and what it is named otherwise.
SHARED = {"subtitle": ["subtitle/tags.c", "subtitle/color.c", "subtitle/document.c"],
          "glossary": ["glossary/record.c", "glossary/columns.c", "glossary/walk.c", "glossary/files.c"]}
NAMED = {"subtitle_ssa": ["subtitle/ass*.c"], "subtitle_text": ["subtitle/[!e]*.c"], "glossary_json": ["glossary/json_rows.c"],
         "subtitle_podcast_json": ["subtitle/transcript.c"], "stream": ["subtitle/stream.c", "subtitle/vtt*.c", "subtitle/srt.c"],
         "user_dict": ["lexicon/user.c"], "catalog": ["catalog/*.c"], "lsp": ["../tools/lsp/*.c"], "profile": ["subtitle/profile.c"],
         "charset": ["unicode/charset.c"], "terms": ["glossary/find.c", "glossary/edges.c"]}


def sources(target):
    family, _, name = target.partition("_")
    globs = NAMED.get(target, [f"{family}/{name}*.c"] if name else [f"*/{target}.c"]) + SHARED.get(family, [])
    return sorted({path for glob in globs for path in (ROOT / "libkotext").glob(glob)})


def literals(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#include"):
            for written in LITERAL.findall(line):
                yield codecs.escape_decode(written.encode())[0]


def tokens(target):
    """The dictionary's text; empty where a target's reader looks for no words."""
    words = sorted({word for path in sources(target) for word in literals(path) if len(word) <= LONGEST})
    return "".join('"' + "".join(chr(b) if 0x20 <= b < 0x7F and chr(b) not in '"\\' else f"\\x{b:02X}" for b in word) + '"\n' for word in words)


if __name__ == "__main__":
    sys.stdout.write(tokens(sys.argv[1]))
