#!/usr/bin/env python3
"""Every call of the command to the system fails once: the n-th, for every n.

usage: nth.py COMMAND SHIM [--calls NAMES] [--most N]

Whatever fails, the command ends by itself with one of its statuses; files keep their old contents or have the new
ones, whole; status 0 means that what was asked for was done; nothing is left lying about. Allocations beyond the
--most-th (default 120) are tried at growing distances.
"""
import argparse
import os
import pathlib
import subprocess
import sys
import tempfile

SRT = "1\n00:00:01,000 --> 00:00:02,000\n문재인 대통령이 판문점에 왔다.\n\n2\n00:00:03,000 --> 00:00:04,000\n<i>개성</i>\n"
FILES = {"ko.txt": "문재인 대통령은 판문점에서 김정은 위원장을 만났다.\n개성 공단\n", "ko.srt": SRT,
         "en.txt": "President Moon Jae-in met Kim Jong-un at Panmunjom.\nKaesong complex\n",
         "glossary.tsv": "korean\tenglish\ttype\n판문점\tPanmunjom\tLOC\n개성\tKaesong\tLOC\n",
         "cp949.txt": "한국어\n".encode("cp949")}

# What is run, and the files it may change.
JOBS = [
    ("romanize ko.txt", []),
    ("romanize --in-place ko.txt", ["ko.txt"]),
    ("romanize --in-place=.orig ko.srt", ["ko.srt", "ko.srt.orig"]),
    ("normalize --output-encoding UTF-8 -o out.txt cp949.txt", ["out.txt"]),
    ("pronounce ko.txt", []),
    ("analyze --jsonl ko.txt", []),
    ("hangulize --from en en.txt", []),
    ("align ko.txt en.txt", []),
    ("annotate --glossary glossary.tsv -i ko.txt", ["ko.txt"]),
    ("check --glossary glossary.tsv ko.txt en.txt", []),
    ("subtitle convert ko.srt -o ko.vtt", ["ko.vtt"]),
    ("subtitle fix -i ko.srt", ["ko.srt"]),
    ("glossary convert glossary.tsv -o out.tbx", ["out.tbx"]),
]
TOLD = 199  # the descriptor that nth.c tells on
CALLS = "open read fstat mmap write fsync fchmod rename fwrite fflush malloc".split()


def fill(folder):
    for name, content in FILES.items():
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())


def contents(folder):
    return {p.name: p.read_bytes() for p in folder.iterdir()}


def run(command, job, extra):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        fill(folder)
        told, told_in = os.pipe()
        os.dup2(told_in, TOLD)
        done = subprocess.run([command, *job.split()], cwd=folder, capture_output=True, pass_fds=[TOLD], timeout=60,
                              env={"PATH": "/usr/bin:/bin", "HOME": name, "LC_ALL": "C.UTF-8", **extra})
        os.close(TOLD), os.close(told_in)
        hit = os.read(told, 1) != b""
        os.close(told)
        return done, hit, contents(folder)


def faults(done, after, plain, before, may_change):
    """What is wrong with a run that had a failing call, against the plain run."""
    good, good_after = plain
    if done.returncode < 0 or done.returncode > 3:
        yield f"ended with {done.returncode}: {done.stderr.decode(errors='replace')[-200:]}"
    if done.returncode == good.returncode == 0 and (done.stdout, after) != (good.stdout, good_after):
        yield "status 0, but the work is not done"
    if done.returncode > 1 and not done.stderr:
        yield "failed without a word"
    for name in set(before) | set(after):
        if after.get(name) not in [before.get(name)] + ([good_after.get(name)] if name in may_change else []):
            yield f"{name} is neither what it was nor what it should be"


def places(most):
    n = 1
    while True:
        yield n
        n += 1 if n < most else max(1, n // 6)


def sweep(command, shim, job, may_change, call, most):
    plain, _, after = run(command, job, {})
    with tempfile.TemporaryDirectory() as name:
        fill(pathlib.Path(name))
        before = contents(pathlib.Path(name))
    tried = found = 0
    for n in places(most):
        for stays in (False, True) if call != "malloc" else (False,):
            extra = {"LD_PRELOAD": shim, "KOTEXT_FAULT_CALL": call, "KOTEXT_FAULT_AT": str(n), **({"KOTEXT_FAULT_STAYS": "1"} if stays else {})}
            done, hit, now = run(command, job, extra)
            if not hit:
                return tried, found
            tried += 1
            for fault in faults(done, now, (plain, after), before, may_change):
                found += 1
                print(f"kotext {job}: {call} {n}{' and on' if stays else ''}: {fault}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command")
    parser.add_argument("shim")
    parser.add_argument("--calls", default=",".join(CALLS))
    parser.add_argument("--most", type=int, default=120)
    args = parser.parse_args()
    tried = found = 0
    command, shim = os.path.abspath(args.command), os.path.abspath(args.shim)
    for job, may_change in JOBS:
        for call in args.calls.split(","):
            a, b = sweep(command, shim, job, may_change, call, args.most)
            tried, found = tried + a, found + b
    print(f"{tried} calls failed in {len(JOBS)} commands, {found} findings")
    return found > 0 or tried == 0


if __name__ == "__main__":
    sys.exit(main())
