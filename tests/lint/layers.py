#!/usr/bin/env python3
"""Checks the include rules of libkotext/LAYERS.

usage: layers.py SOURCE_DIR

A folder of libkotext includes itself, kotext/*.h, libc, and what LAYERS grants it; only folders
marked ICU may name ICU, utf8proc or uchardet; tools/kotext and the api tests include public
headers only. What LAYERS grants and nobody uses is taken out. Prints file:line: for each breach.
"""
import pathlib
import re
import sys

INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]')
UNICODE_HEADERS = re.compile(r"^(unicode/u|utf8proc|uchardet)")
PUBLIC_ONLY = ("tools/kotext", "tests/api", "tests/consume")
MADE = {f"guide-{n}.h" for n in range(1, 7)}  # the blocks of docs/api.md, by consume.sh


def read_layers(path):
    layers, icu = {}, set()
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        folder, _, allowed = line.partition(":")
        words = allowed.split()
        if "ICU" in words:
            icu.add(folder)
        layers[folder] = {folder, "kotext"} | set(words) - {"ICU"}
    return layers, icu


def includes(path):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        match = INCLUDE.match(line)
        if match:
            yield number, match.group(1), match.group(2)


def sources(folder):
    return sorted(p for p in folder.rglob("*") if p.suffix in (".c", ".h")) if folder.is_dir() else []


def library_breaches(root, layers, icu):
    for folder in sorted(p for p in (root / "libkotext").iterdir() if p.is_dir() and p.name != "include"):
        name = folder.name
        if name not in layers:
            yield f"libkotext/LAYERS:1: no rule for {name}"
            continue
        unused = set(layers[name]) - {name, "kotext"}
        for path in sources(folder):
            for number, bracket, header in includes(path):
                where = f"{path.relative_to(root)}:{number}"
                used = header.split("/")[0] if "/" in header else name
                unused.discard(used)
                if bracket == "<" and UNICODE_HEADERS.match(header) and name not in icu:
                    yield f"{where}: ICU and utf8proc belong to unicode/"
                elif bracket == '"' and used not in layers[name]:
                    yield f"{where}: {name} may not include {used}"
        for other in sorted(unused):
            yield f"libkotext/LAYERS:1: {name} does not include {other}"


def outside_breaches(root):
    for folder in PUBLIC_ONLY:
        own = {p.name for p in sources(root / folder)} | {"check.h"} | MADE
        for path in sources(root / folder):
            for number, bracket, header in includes(path):
                if bracket == '"' and header not in own and not header.startswith("kotext/"):
                    yield f"{path.relative_to(root)}:{number}: only <kotext/*.h> here, not {header}"
    for path in sources(root / "libkotext/include"):
        for number, _, header in includes(path):
            if header not in ("stddef.h", "stdint.h") and "/" in header:
                yield f"{path.relative_to(root)}:{number}: a public header includes {header}"


def main():
    root = pathlib.Path(sys.argv[1])
    layers, icu = read_layers(root / "libkotext/LAYERS")
    findings = [*library_breaches(root, layers, icu), *outside_breaches(root)]
    print("\n".join(findings) or f"layers: {len(layers)} folders, no breach")
    return bool(findings)


if __name__ == "__main__":
    sys.exit(main())
