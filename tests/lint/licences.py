#!/usr/bin/env python3
"""Checks that no data in the tree comes from where it may not: each row of the tables names a source of SOURCES.tsv, whose licence
lets anyone pass it on without the same licence; each model says what it was trained on; data lies nowhere else; what is fetched is in NOTICE.

usage: licences.py SOURCE_DIR [EVALUATION_DIR]

Given a folder of evaluation data (TSV, JSONL), also that no table holds a run of its rows in their order.
"""
import pathlib
import re
import sys

ALLOWED = {"facts", "Unicode-3.0", "BSD-2-Clause", "BSD-3-Clause", "MIT", "Apache-2.0", "CC0-1.0", "CC-BY-4.0"}
# Collections under share-alike or non-commercial terms, and sets that are for measuring.
BARRED = re.compile(r"wiktionary|wikipedia|opensubtitles|ted[- ]talks|\bklue\b|konlpy|sejong corpus|세종 말뭉치|우리말샘|aihub|ai[- ]hub|modu corpus|모두의 ?말뭉치|share-?alike|BY-SA|BY-NC", re.I)
DATA = {".tsv", ".csv", ".jsonl", ".model", ".ktd", ".xml.gz", ".parquet"}
HOMES = ("dicts/", "tests/", "docs/samples/", "libkotext/subtitle/profiles/")
RUN = 20  # rows of an evaluation set one behind the other are no chance


def rows(path):
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def sources_of(root):
    return {name: licence for name, _, licence, *_ in rows(root / "dicts" / "SOURCES.tsv")[1:]}


def table_findings(root, sources):
    for name, licence in sources.items():
        if licence not in ALLOWED:
            yield f"SOURCES.tsv: {name}: licence {licence} is not one that data here may have"
    for path in sorted((root / "dicts").glob("*.tsv")):
        head, *body = rows(path)
        if path.name == "SOURCES.tsv":
            continue
        if "source" not in head:
            yield f"{path.name}: no column source"
            continue
        used = {row[head.index("source")] for row in body}
        yield from (f"{path.name}: source {name} is not in SOURCES.tsv" for name in sorted(used - set(sources)))


def place_findings(root):
    readme = (root / "dicts" / "models" / "README.md").read_text(encoding="utf-8")
    notice = (root / "NOTICE").read_text(encoding="utf-8")
    for path in sorted((root / "dicts" / "models").glob("*.model")):
        if f"`{path.name}`" not in readme:
            yield f"{path.name}: dicts/models/README.md does not say what it was trained on"
    for name, version, *_ in (line.split() for line in (root / "tools/setup/packages.txt").read_text().splitlines() if line[0] != "#"):
        if f"{name} {version}" not in " ".join(notice.split()):
            yield f"NOTICE does not name {name} {version}"
    for path in sorted(p for p in root.rglob("*") if p.suffix in DATA and p.is_file()):
        place = path.relative_to(root).as_posix()
        if not place.startswith(HOMES) and not place.startswith(("build", ".git")):
            yield f"{place}: data outside of {', '.join(HOMES)}"
    for path in [root / "NOTICE", *(root / "dicts").rglob("*.md"), root / "dicts" / "SOURCES.tsv"]:
        for found in BARRED.finditer(path.read_text(encoding="utf-8")):
            yield f"{path.relative_to(root)}: names {found[0]}"


def keys(path):
    """What an evaluation file's rows begin with, or the texts of its records."""
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        found = re.search(r'"(?:ko|korean|text|hangul|word)":\s*"([^"]+)"', line) if line.startswith("{") else re.match(r"([^\t#]+)\t", line)
        if found:
            yield found[1]


def evaluation_findings(root, folder):
    for held in sorted(p for p in folder.rglob("*") if p.suffix in {".tsv", ".jsonl"}):
        order = {key: i for i, key in enumerate(keys(held))}
        for path in sorted((root / "dicts").glob("*.tsv")):
            run = best = 0
            last = None
            for row in rows(path):
                at = order.get(row[0])
                run = run + 1 if at is not None and last is not None and 0 < at - last <= 2 else 0
                last, best = at, max(best, run)
            if best >= RUN:
                yield f"{path.name}: {best} rows stand as in {held.name}"


def main():
    root = pathlib.Path(sys.argv[1])
    sources = sources_of(root)
    findings = [*table_findings(root, sources), *place_findings(root)]
    if len(sys.argv) > 2:
        findings += evaluation_findings(root, pathlib.Path(sys.argv[2]))
    print("\n".join(findings) or f"licences: {len(sources)} sources, all may be passed on")
    return bool(findings)


if __name__ == "__main__":
    sys.exit(main())
