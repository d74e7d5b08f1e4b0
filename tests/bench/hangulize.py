#!/usr/bin/env python3
"""Measure English in Hangul: kotext beside ICU's Latin-Hangul, on the same words in one run.

  tests/bench/hangulize.py --kotext build/release/kotext [--repeat N] WORDS

WORDS has a word a line; behind a tab may stand its accepted Hangul forms, separated by |. For each
system: words a second of processor time and of time that passed, best of N runs, start-up included
(give it 50,000 words), and, where forms are given, how often the first form is one of them. ICU is
run through its command uconv (Debian: icu-devtools), after folding to lower case.
"""
import argparse
import resource
import subprocess
import time


def run(command, words):
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    start = time.perf_counter()
    done = subprocess.run(command, input="\n".join(words) + "\n", text=True, capture_output=True, check=True)
    passed = time.perf_counter() - start
    used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    return done.stdout.split("\n")[:-1], used, passed


def measure(name, command, rows, repeat):
    words = [row[0] for row in rows]
    used, passed = [], []
    for _ in range(repeat):
        out, run_used, run_passed = run(command, words)
        used.append(run_used)
        passed.append(run_passed)
    assert len(out) == len(words), f"{name}: {len(out)} lines for {len(words)} words"
    rate = [len(words) / min(times) for times in (used, passed)]
    line = f"{name:20} {rate[0]:>10,.0f} words/s of processor time {rate[1]:>10,.0f} words/s"
    known = [(row[1].split("|"), form.split("\t")[0]) for row, form in zip(rows, out) if len(row) > 1]
    if known:
        line += f"   first form right {100 * sum(form in want for want, form in known) / len(known):.1f}%"
    print(line)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("words")
    parser.add_argument("--kotext", default="build/release/kotext")
    parser.add_argument("--repeat", type=int, default=3)
    options = parser.parse_args()
    with open(options.words, encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines if line.strip()]
    english = [options.kotext, "hangulize", "--from", "en"]
    measure("kotext", english, rows, options.repeat)
    measure("kotext, ten forms", english + ["--nbest", "10"], rows, options.repeat)
    measure("kotext --official", english + ["--official"], rows, options.repeat)
    measure("kotext --reverse", [options.kotext, "hangulize", "--reverse"],
            [[form] for form in run(english, [row[0] for row in rows[:2000]])[0]], 1)
    measure("ICU Latin-Hangul", ["uconv", "-f", "utf-8", "-t", "utf-8", "-x", "Lower; Latin-Hangul"], rows, options.repeat)


if __name__ == "__main__":
    main()
