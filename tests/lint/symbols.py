#!/usr/bin/env python3
"""Checks that the shared library exports exactly what the public headers declare, all of it kt_ and with a version,
and that libkotext.map and docs/api.md name it all.

usage: symbols.py LIBRARY SOURCE_DIR
"""
import pathlib
import re
import subprocess
import sys


def exported(library):
    """Each symbol with its version."""
    listing = subprocess.run(["nm", "-D", "--defined-only", library], check=True, capture_output=True, text=True)
    fields = [line.split() for line in listing.stdout.splitlines()]
    names = [f[-1].partition("@@") for f in fields if f[-2] in "TDBRVW"]
    return {name: version for name, _, version in names if not name.startswith("KOTEXT_")}


def mapped(file):
    """Each symbol of the map with the version of its block."""
    version, names = "", {}
    for line in file.read_text(encoding="utf-8").splitlines():
        if block := re.match(r"(KOTEXT_[0-9.]+) \{", line):
            version = block.group(1)
        elif name := re.match(r"\s+(\w+);", line):
            names[name.group(1)] = version
    return names


def declared(folder):
    names = set()
    for header in pathlib.Path(folder).rglob("*.h"):
        text = re.sub(r"/\*.*?\*/", "", header.read_text(encoding="utf-8"), flags=re.S)
        names |= {m.group(1) for m in re.finditer(r"^KT_API\s+[^;]*?\b(\w+)\s*\(", text, re.M)}
    return names


def main():
    root = pathlib.Path(sys.argv[2])
    versions, want = exported(sys.argv[1]), declared(root / "libkotext" / "include")
    have, in_map = set(versions), mapped(root / "libkotext" / "libkotext.map")
    described = set(re.findall(r"\bkt_\w+", (root / "docs" / "api.md").read_text(encoding="utf-8")))
    findings = [f"exported but not declared: {n}" for n in sorted(have - want)]
    findings += [f"declared but not exported: {n}" for n in sorted(want - have)]
    findings += [f"not ours: {n}" for n in sorted(have) if not n.startswith("kt_")]
    findings += [f"in libkotext.map as {in_map.get(n)}, exported as {versions[n]}: {n}" for n in sorted(have)
                 if versions[n] != in_map.get(n)]
    findings += [f"in libkotext.map, but nowhere else: {n}" for n in sorted(set(in_map) - have)]
    findings += [f"not in docs/api.md: {n}" for n in sorted(want - described)]
    print("\n".join(findings) or f"symbols: {len(have)} exported, all declared")
    return bool(findings)


if __name__ == "__main__":
    sys.exit(main())
