#!/usr/bin/env python3
"""Glossaries between kotext and translate-toolkit, both ways. Exit 77 without the toolkit.

usage: glossary.py KOTEXT
"""
import pathlib
import subprocess
import sys
import tempfile

try:
    from translate.storage import po, tbx, tmx, xliff
except ImportError:
    print("skipped: translate-toolkit is not here")
    sys.exit(77)

KOTEXT = sys.argv[1]
PAIRS = [("개성", "Kaesong"), ("독도", "Dokdo"), ("조선 <민주> & \"공화국\"", "DPRK <\"North\"> & so on"), ("문재인", "Moon Jae-in")]
STORES = {"tbx": tbx.tbxfile, "tbx-ntig": tbx.tbxfile, "tmx": tmx.tmxfile, "xliff": xliff.xlifffile, "po": po.pofile}
failures = []


def run(*args, given=""):
    done = subprocess.run([KOTEXT, *args], input=given, capture_output=True, text=True, encoding="utf-8")
    if done.returncode != 0:
        failures.append(f"{args}: {done.stderr}")
    return done.stdout


def check(what, found):
    if sorted(found) != sorted(PAIRS):
        failures.append(f"{what}: {sorted(found)}")


def pairs_of(tsv):
    return [tuple(line.split("\t")[:2]) for line in tsv.splitlines()[1:]]


def source():
    return "korean\tenglish\n" + "".join(f"{k}\t{e}\n" for k, e in PAIRS)


def written_by_us(folder):
    for form, store in STORES.items():
        path = folder / f"ours.{form.split('-')[0]}"
        path.write_text(run("glossary", "convert", "--as", form, given=source()), encoding="utf-8")
        units = [u for u in store.parsefile(str(path)).units if not u.isheader()]
        check(f"{form} read by the toolkit", [(str(u.source), str(u.target)) for u in units])


def written_by_them(folder):
    for name, store in (("tbx", tbx.tbxfile(sourcelanguage="ko", targetlanguage="en")), ("tmx", tmx.tmxfile(sourcelanguage="ko", targetlanguage="en")),
                        ("xliff", xliff.xlifffile(sourcelanguage="ko", targetlanguage="en")), ("po", po.pofile())):
        for korean, english in PAIRS:
            if name == "tmx":
                store.addtranslation(korean, "ko", english, "en")
                continue
            unit = store.addsourceunit(korean)
            unit.target = english
        path = folder / f"theirs.{name}"
        path.write_bytes(bytes(store))
        check(f"{name} of the toolkit", pairs_of(run("glossary", "convert", str(path))))


def through_their_programs(folder):
    ours = folder / "names.po"
    ours.write_text(run("glossary", "convert", "--as", "po", given=source()), encoding="utf-8")
    for program, name in (("po2tmx", "made.tmx"), ("po2xliff", "made.xlf"), ("po2csv", "made.csv")):
        arguments = ["-l", "en", "--source-language=ko"] if program == "po2tmx" else []
        made = subprocess.run([program, "--progress=none", *arguments, str(ours), str(folder / name)], capture_output=True, text=True)
        if made.returncode != 0:
            failures.append(f"{program}: {made.stderr}")
            continue
        found = [p for p in pairs_of(run("glossary", "convert", str(folder / name))) if p[0] != "source" and not p[0].startswith("Language:")]
        check(program, found)


with tempfile.TemporaryDirectory() as name:
    for test in (written_by_us, written_by_them, through_their_programs):
        test(pathlib.Path(name))
for failure in failures:
    print(failure, file=sys.stderr)
print(f"{len(failures)} failures")
sys.exit(1 if failures else 0)
