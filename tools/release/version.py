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
    "libkotext/include/kotext/base.h": r'such as "',
    "tests/cli/help.md": r'"" "kotext ',
    "tests/consume/project.cmake": r"find_package\(kotext ",
    "tools/subtitle-edit/kotext-romanize/plugin.json": r'"version": "',
    "tools/subtitle-edit/kotext-space/plugin.json": r'"version": "',
    "tools/subtitle-edit/kotext-wrap/plugin.json": r'"version": "',
}


MACROS = "libkotext/include/kotext/base.h"  # KT_VERSION_MAJOR and so on


def macros(new):
    """The version that the macros make up, after setting it when `new` is not None."""
    path = ROOT / MACROS
    text = path.read_text(encoding="utf-8")
    if new is not None:
        for name, number in zip(("MAJOR", "MINOR", "PATCH"), new.split(".")):
            text = re.sub(rf"(KT_VERSION_{name} )\d+", rf"\g<1>{number}", text)
        path.write_text(text, encoding="utf-8")
    return ".".join(re.findall(r"#define KT_VERSION_\w+ (\d+)", text))


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
    found[f"{MACROS} (macros)"] = macros(sys.argv[1] if len(sys.argv) == 2 else None)
    want = found["CMakeLists.txt"]
    others = [f"{name}: {version}, where CMakeLists.txt has {want}" for name, version in found.items() if version != want]
    print("\n".join(others) or f"version: {want} in {len(found)} files")
    return bool(others)


if __name__ == "__main__":
    sys.exit(main())
