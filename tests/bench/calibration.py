#!/usr/bin/env python3
"""Measure what the probabilities of kotext match are worth.

  tests/bench/calibration.py --kotext build/release/kotext [--data FILE.ktd] [--pairs N] NAMES.tsv...

The files have columns hangul and english. Each row is one pair that names the same; beside it stands
one that does not, so that the prior is even: by turns another row's English, and for a Korean person
that of somebody with the same surname. The dictionaries are left out. Prints for ten bins of the
score how many pairs there are, the mean score and the share that is right, and the expected
calibration error: the mean distance of the two. With the models that the project ships the rows must be
none of those that these were trained on; or train on some rows, compile the data anew and give it with --data.
"""
import argparse
import csv
import random
import subprocess

BINS = 10


def rows_of(path):
    with open(path, encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield row["hangul"], row["english"]


def surname(hangul):
    """The first syllable of what may be a Korean person."""
    return hangul[0] if " " not in hangul and 2 <= len(hangul) <= 4 else None


def pairs_of(rows, most, chance):
    right = {}
    families = {}
    for hangul, english in rows:
        right.setdefault(hangul, set()).add(english)
        families.setdefault(surname(hangul), []).append(english)
    some = sorted(set(rows))
    chance.shuffle(some)
    for number, (hangul, english) in enumerate(some[:most]):
        yield True, hangul, english
        family = families[surname(hangul)] if number % 2 and surname(hangul) else []
        others = family if len(set(family)) > 5 else [row[1] for row in chance.sample(rows, 20)]
        other = chance.choice(others)
        if other not in right[hangul]:
            yield False, hangul, other


def scores(args, pairs):
    command = [args.kotext, "match", "--no-dict"] + (["--data", args.data] if args.data else [])
    text = "".join(f"{hangul}\t{english}\n" for _, hangul, english in pairs)
    run = subprocess.run(command, input=text, text=True, capture_output=True, check=True)
    return [float(line.split("\t")[0]) for line in run.stdout.splitlines()]


def report(name, judged):
    bins = [[] for _ in range(BINS)]
    for score, same in judged:
        bins[min(int(score * BINS), BINS - 1)].append((score, same))
    error = 0.0
    print(f"{name}: {len(judged)} pairs")
    for number, held in enumerate(bins):
        if not held:
            continue
        mean = sum(score for score, _ in held) / len(held)
        share = sum(same for _, same in held) / len(held)
        error += len(held) / len(judged) * abs(mean - share)
        print(f"  {number / BINS:.1f}  {len(held):6d} pairs  score {mean:.3f}  right {share:.3f}")
    print(f"  expected calibration error {error:.3f}")
    return error


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kotext", default="build/release/kotext")
    parser.add_argument("--data")
    parser.add_argument("--pairs", type=int, default=4000, help="at most so many rows of each file")
    parser.add_argument("files", nargs="+")
    args = parser.parse_args()
    worst, everything = 0.0, []
    for path in args.files:
        pairs = list(pairs_of(list(rows_of(path)), args.pairs, random.Random(7)))
        judged = [(score, pair[0]) for score, pair in zip(scores(args, pairs), pairs)]
        worst = max(worst, report(path, judged))
        everything += judged
    if len(args.files) > 1:
        report("all", everything)
    raise SystemExit(worst > 0.05)


if __name__ == "__main__":
    main()
