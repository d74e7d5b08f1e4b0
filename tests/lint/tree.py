#!/usr/bin/env python3
"""Checks the house rules that a compiler does not: the top level, file names, file lengths, format.

usage: tree.py SOURCE_DIR
"""
import pathlib
import re
import shutil
import subprocess
import sys

TOP = {"libkotext", "tools", "tests", "dicts", "docs", "CMakeLists.txt", "CMakePresets.json", "NOTICE", "LICENSE", "SECURITY.md",
       "README.md", "CHANGELOG.md", "CONTRIBUTING.md", ".ci", ".clang-format", ".clang-tidy", ".editorconfig", ".gitignore",
       ".gitattributes"}
VAGUE = re.compile(r"(^|_)(util|utils|misc|common|helper|helpers)(_|\.|$)")
LONGEST = 520
TABLE = re.compile(r"(table|tables|_data|rules|options)\.[ch]$|\.inc$")


def tracked(root):
    listing = subprocess.run(["git", "-C", root, "ls-files"], capture_output=True, text=True)
    if listing.returncode == 0 and listing.stdout:
        return [f for f in listing.stdout.splitlines() if (root / f).is_file()]
    return [str(p.relative_to(root)) for p in root.rglob("*") if p.is_file() and "build" not in p.parts]


def name_findings(files):
    for name in files:
        parts = pathlib.PurePath(name).parts
        if parts[0] not in TOP:
            yield f"{name}: {parts[0]} does not belong at the top level"
        if any(VAGUE.search(part) for part in parts):
            yield f"{name}: the name does not say what is in it"


def length_findings(root, code):
    for name in code:
        lines = (root / name).read_text(encoding="utf-8").count("\n")
        if lines > LONGEST and not TABLE.search(name):
            yield f"{name}: {lines} lines; split it"


def format_findings(root, code):
    formatter = shutil.which("clang-format")
    if formatter is None:
        return ["clang-format is not installed"]
    done = subprocess.run([formatter, "--dry-run", "-Werror", *code], cwd=root, capture_output=True, text=True)
    return sorted({line.split(":")[0] + ": not formatted" for line in done.stderr.splitlines() if "error:" in line})


def main():
    root = pathlib.Path(sys.argv[1])
    files = tracked(root)
    code = [f for f in files if f.endswith((".c", ".h"))]
    findings = [*name_findings(files), *length_findings(root, code), *format_findings(root, code)]
    print("\n".join(findings) or f"tree: {len(files)} files in order")
    return bool(findings) or not code


if __name__ == "__main__":
    sys.exit(main())
