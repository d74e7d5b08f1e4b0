#!/usr/bin/env python3
"""Checks that all files that name the version name the same one, or sets it in all of them.

usage: version.py [NEW]
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
NUMBER = r"\d+\.\d+\.\d+"
PLACES = {  # what stands before it, once in each file; the first counts
    "CMakeLists.txt": r"project\(kotext VERSION ",
    "CHANGELOG.md": r"^# Changes\n(?:.*\n)*?## ",
    "docs/integrations.md": r"\./kotext-",
    "tests/cli/help.md": r'"" "kotext ',
    "tests/consume/project.cmake": r"find_package\(kotext ",
    "tools/subtitle-edit/kotext-romanize/plugin.json": r'"version": "',
    "tools/subtitle-edit/kotext-space/plugin.json": r'"version": "',
    "tools/subtitle-edit/kotext-wrap/plugin.json": r'"version": "',
}


def main():
    if len(sys.argv) > 2 or (len(sys.argv) == 2 and not re.fullmatch(NUMBER, sys.argv[1])):
        sys.exit(__doc__)
    found = {}
    for name, before in PLACES.items():
        path = ROOT / name
        text = path.read_text(encoding="utf-8")
        match = re.search(f"({before})({NUMBER})", text)
        if match is None:
            sys.exit(f"version.py: {name} names no version")
        found[name] = match.group(2)
        if len(sys.argv) == 2:
            found[name] = sys.argv[1]
            path.write_text(text[:match.start(2)] + sys.argv[1] + text[match.end(2):], encoding="utf-8")
    want = found["CMakeLists.txt"]
    others = [f"{name}: {version}, where CMakeLists.txt has {want}" for name, version in found.items() if version != want]
    print("\n".join(others) or f"version: {want} in {len(found)} files")
    return bool(others)


if __name__ == "__main__":
    sys.exit(main())
