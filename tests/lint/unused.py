#!/usr/bin/env python3
"""Finds what nobody uses: kti_ functions that no other file calls (they are static), functions of headers and macros
that nobody names.

usage: unused.py SOURCE_DIR
"""
import collections
import pathlib
import re
import sys

NOT_CODE = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"', re.S)
CODE = {".c", ".h", ".inc", ".S"}
DEFINED = re.compile(r"^(static inline )?[a-z][\w *]*?\b(kti_\w+)\([^;{]*\) \{", re.M)
MACRO = re.compile(r"^\s*#\s*define\s+(\w+)", re.M)
OTHERS = {"_GNU_SOURCE", "_DEFAULT_SOURCE", "_POSIX_C_SOURCE", "_XOPEN_SOURCE", "U_CHARSET_IS_UTF8"}  # headers of the system ask for them


def read(root):
    paths = [p for folder in ("libkotext", "tools", "tests") for p in sorted((root / folder).rglob("*")) if p.suffix in CODE]
    return {p.relative_to(root): NOT_CODE.sub(" ", p.read_text(encoding="utf-8", errors="replace")) for p in paths}


def findings(texts):
    users = collections.defaultdict(set)
    times = collections.Counter()
    for path, text in texts.items():
        words = collections.Counter(re.findall(r"\w+", text))
        times.update(words)
        for word, count in words.items():
            if path.suffix != ".h" or count > 1:  # once in a header: declared
                users[word].add(path)
    for path, text in texts.items():
        for inline, name in DEFINED.findall(text):
            if inline and times[name] == 1:
                yield f"{path}: nobody calls {name}"
            elif not inline and not users[name] - {path}:
                yield f"{path}: {name} is called here alone; make it static"
        for name in MACRO.findall(text):
            if times[name] == 1 and name not in OTHERS and path.parts[:2] != ("libkotext", "include"):
                yield f"{path}: nobody names {name}"


def main():
    texts = read(pathlib.Path(sys.argv[1]))
    found = list(findings(texts))
    print("\n".join(found) or f"unused: nothing in {len(texts)} files")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
