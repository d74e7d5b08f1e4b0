#!/usr/bin/env python3
"""Checks that the shared library exports exactly what the public headers declare, all of it kt_.

usage: symbols.py LIBRARY INCLUDE_DIR
"""
import pathlib
import re
import subprocess
import sys


def exported(library):
    listing = subprocess.run(["nm", "-D", "--defined-only", library], check=True, capture_output=True, text=True)
    fields = [line.split() for line in listing.stdout.splitlines()]
    names = {f[-1].split("@")[0] for f in fields if f[-2] in "TDBRVW"}
    return {name for name in names if not name.startswith("KOTEXT_")}


def declared(folder):
    names = set()
    for header in pathlib.Path(folder).rglob("*.h"):
        text = re.sub(r"/\*.*?\*/", "", header.read_text(encoding="utf-8"), flags=re.S)
        names |= {m.group(1) for m in re.finditer(r"^KT_API\s+[^;]*?\b(\w+)\s*\(", text, re.M)}
    return names


def main():
    have, want = exported(sys.argv[1]), declared(sys.argv[2])
    findings = [f"exported but not declared: {n}" for n in sorted(have - want)]
    findings += [f"declared but not exported: {n}" for n in sorted(want - have)]
    findings += [f"not ours: {n}" for n in sorted(have) if not n.startswith("kt_")]
    print("\n".join(findings) or f"symbols: {len(have)} exported, all declared")
    return bool(findings)


if __name__ == "__main__":
    sys.exit(main())
