#!/usr/bin/env python3
"""Checks that NOTICE covers what the built command holds and links, and that the bill of materials can be made.

usage: notice.py COMMAND SOURCE_DIR
"""
import json
import pathlib
import subprocess
import sys

# How NOTICE calls what the bill of materials calls otherwise.
NAMES = {"libhangul-data": "hanja.txt of libhangul", "libicu": "ICU", "libutf8proc": "utf8proc", "libuchardet": "uchardet"}


def name_in_notice(package):
    known = [name for start, name in NAMES.items() if package.startswith(start)]
    return known[0] if known else package


def main():
    command, source = sys.argv[1], pathlib.Path(sys.argv[2])
    made = [subprocess.run([sys.executable, source / "tools/release/sbom.py", command, "--date", "2000-01-01T00:00:00Z"],
                           check=True, capture_output=True, text=True).stdout for _ in range(2)]
    bill, notice = json.loads(made[0]), (source / "NOTICE").read_text(encoding="utf-8")
    names = [p["name"] for p in bill["packages"]]
    findings = [f"NOTICE does not name {n}" for n in names if name_in_notice(n) not in notice]
    findings += ["two bills of one build differ"] if made[0] != made[1] else []
    findings += [f"the bill holds {n} twice" for n in set(names) if names.count(n) > 1]
    print("\n".join(findings) or f"notice: {len(names)} packages, all in NOTICE")
    return bool(findings)


if __name__ == "__main__":
    sys.exit(main())
