#!/usr/bin/env python3
"""Checks each public header by itself: it compiles as C99 -pedantic and C++11, names no ICU type,
and says of each function since when it is there.

usage: headers.py INCLUDE_DIR
"""
import pathlib
import re
import subprocess
import sys
import tempfile

MODES = [("cc", ["-std=c99", "-pedantic-errors"], ".c"), ("c++", ["-std=c++11", "-pedantic-errors"], ".cc")]
FOREIGN = re.compile(r"\b(UChar|UErrorCode|UBreakIterator|UText|utf8proc_\w+|uchardet_\w+)\b")


def compile_alone(include, header, compiler, flags, suffix):
    with tempfile.NamedTemporaryFile("w", suffix=suffix) as source:
        source.write(f"#include <kotext/{header}>\n#include <kotext/{header}>\nint main(void) {{ return 0; }}\n")
        source.flush()
        command = [compiler, *flags, "-Wall", "-Wextra", "-Werror", "-fsyntax-only", f"-I{include}", source.name]
        return subprocess.run(command, capture_output=True, text=True)


def undated(text):
    """Functions whose comment lacks `Since:`."""
    for match in re.finditer(r"^KT_API\s+[^;]*?\b(\w+)\s*\([^;]*;", text, re.M):
        above = text[:match.start()].rstrip()
        if not above.endswith("*/") or "Since:" not in above[above.rfind("/*"):]:
            yield match.group(1)


def findings_of(include, header):
    text = (include / "kotext" / header).read_text(encoding="utf-8")
    for compiler, flags, suffix in MODES:
        done = compile_alone(include, header, compiler, flags, suffix)
        if done.returncode:
            yield f"{header}: {compiler} {flags[0]}: {done.stderr.strip()[:300]}"
    yield from (f"{header}: names {m}" for m in FOREIGN.findall(text))
    yield from (f"{header}: {name} has no Since:" for name in undated(text))
    guard = "KOTEXT_" + header.upper().replace(".", "_")
    if f"#ifndef {guard}\n#define {guard}\n" not in text:
        yield f"{header}: no guard {guard}"


def main():
    include = pathlib.Path(sys.argv[1])
    headers = sorted(p.name for p in (include / "kotext").glob("*.h"))
    findings = [line for header in headers for line in findings_of(include, header)]
    print("\n".join(findings) or f"headers: {len(headers)} compile alone as C99 and C++11")
    return bool(findings) or not headers


if __name__ == "__main__":
    sys.exit(main())
