#!/usr/bin/env python3
"""Measure how kotext space restores the spaces of a text that is taken to be right.

  tests/bench/space.py --kotext build/release/kotext [--show N] TEXT...

Three figures, with a fixed seed: how much of the text as it stands is changed; how well spaces come
back after some were lost (--lose) and some put in (--insert), for each level; and how well they come
back when all between Hangul syllables were lost. Only gaps between two Hangul syllables count.
Texts have mistakes of their own and permit much both ways: look at what differs (--show).
"""
import argparse
import random
import re
import subprocess

HANGUL = re.compile("[가-힣]")
LEVELS = ("cautious", "normal", "full")


def gaps(line):
    """The characters that are no spaces, and whether a space stands before each."""
    letters, spaced = [], []
    pending = False
    for letter in line:
        if letter == " ":
            pending = True
        else:
            letters.append(letter)
            spaced.append(pending)
            pending = False
    return letters, spaced


def join(letters, spaced):
    return "".join((" " if space else "") + letter for letter, space in zip(letters, spaced))


def between_hangul(letters):
    return [i for i in range(1, len(letters)) if HANGUL.match(letters[i - 1]) and HANGUL.match(letters[i])]


def repaired(kotext, level, lines):
    run = subprocess.run([kotext, "space", "--level", level], input="\n".join(lines) + "\n", text=True,
                         capture_output=True, check=True)
    out = run.stdout.split("\n")[:-1]
    assert len(out) == len(lines)
    return out


def noisy(line, lose, insert, chance):
    letters, spaced = gaps(line)
    for i in between_hangul(letters):
        flipped = chance.random() < (lose if spaced[i] else insert)
        spaced[i] = spaced[i] != flipped
    return join(letters, spaced)


def scores(right, wrong, missed):
    precision = right / (right + wrong) if right + wrong else 0
    recall = right / (right + missed) if right + missed else 0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0
    return f"precision {precision:.4f} recall {recall:.4f} F1 {f1:.4f}"


def compare(gold, given, result):
    """Counts of changes and of spaces: right, wrong, missed."""
    edits, spaces, differ = [0, 0, 0], [0, 0, 0], []
    for want, was, got in zip(gold, given, result):
        letters, wanted = gaps(want)
        _, had = gaps(was)
        same, has = gaps(got)
        assert letters == same
        for i in between_hangul(letters):
            if has[i] != had[i]:
                edits[0 if has[i] == wanted[i] else 1] += 1
            elif had[i] != wanted[i]:
                edits[2] += 1
            if has[i] or wanted[i]:
                spaces[0 if has[i] == wanted[i] else 1 if has[i] else 2] += 1
            if has[i] != wanted[i]:
                around = slice(max(0, i - 7), i + 7)
                mark = "+" if has[i] else "-"
                differ.append(f"  {mark} {join(letters[around], has[around])}  |  {join(letters[around], wanted[around])}")
    return edits, spaces, differ


def show(differ, most):
    random.Random(1).shuffle(differ)
    for row in differ[:most]:
        print(row)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--kotext", required=True)
    parser.add_argument("--show", type=int, default=0, help="that many differences of each kind")
    parser.add_argument("--lose", type=float, default=0.3, help="chance that a space is lost")
    parser.add_argument("--insert", type=float, default=0.05, help="chance that one is put in")
    parser.add_argument("text", nargs="+")
    args = parser.parse_args()
    lines = []
    for name in args.text:
        with open(name, encoding="utf-8") as file:
            lines += [" ".join(line.split()) for line in file if HANGUL.search(line)]
    eojeols = sum(len(line.split()) for line in lines)
    chance = random.Random(7)
    spoilt = [noisy(line, args.lose, args.insert, chance) for line in lines]
    solid = [noisy(line, 1, 0, chance) for line in lines]
    for level in LEVELS:
        _, _, differ = compare(lines, lines, repaired(args.kotext, level, lines))
        print(f"{level}: as it stands, {1000 * len(differ) / eojeols:.2f} changes in 1000 eojeols")
        show(differ, args.show)
        edits, spaces, differ = compare(lines, spoilt, repaired(args.kotext, level, spoilt))
        print(f"{level}: spoilt, changes {scores(*edits)}; spaces {scores(*spaces)}")
        show(differ, args.show)
        _, spaces, differ = compare(lines, solid, repaired(args.kotext, level, solid))
        print(f"{level}: without spaces, spaces {scores(*spaces)}")
        show(differ, args.show)


if __name__ == "__main__":
    main()
