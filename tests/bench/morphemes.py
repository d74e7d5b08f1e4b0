#!/usr/bin/env python3
"""Compare the morphemes of kotext with those of mecab on the same dictionary, in one run.

  tests/bench/morphemes.py --kotext build/release/kotext --dictionary DIR TEXT
  tests/bench/morphemes.py --kotext build/release/kotext --dictionary DIR --gold FILE.conllu

DIR holds the compiled mecab-ko-dic (tools/setup/fetch-data fetches it). With a text, it prints how
far the two agree; with a treebank that has Sejong tags (LEMMA "가+았+다", XPOS "VV+EP+EF"), how
far each agrees with that. Agreement is F1 over the longest common subsequence of form/tag pairs,
line by line. Both programs are timed on the whole text, best of five runs, taken in turn.
"""
import argparse
import difflib
import json
import os
import re
import resource
import subprocess
import sys
import tempfile

LETTERS = {0x11A8 + i: ord(c) for i, c in enumerate("ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")}


def from_mecab(output):
    """mecab's lines, with inflected forms and compounds taken apart."""
    lines, line = [], []
    for row in output.split("\n"):
        if row == "EOS":
            lines.append(line)
            line = []
        elif row:
            surface, features = row.split("\t")
            fields = features.split(",")
            parts = fields[7].split("+") if fields[7] != "*" else [f"{surface}/{fields[0]}/"]
            line += [tuple(part.split("/")[:2]) for part in parts if part.count("/") >= 1]
    return [[(form.translate(LETTERS), tag) for form, tag in line] for line in lines]


def from_kotext(output):
    lines = [json.loads(row) for row in output.split("\n") if row]
    return [[(m["form"], m["tag"]) for e in line["eojeols"] for m in e["morphemes"]] for line in lines]


def from_treebank(path):
    texts, lines, line = [], [], []
    for row in open(path, encoding="utf-8"):
        if row.startswith("# text = "):
            texts.append(row[9:].strip())
            lines.append([])
        elif re.match(r"\d+\t", row):
            fields = row.split("\t")
            lines[-1] += list(zip(fields[2].split("+"), fields[4].split("+")))
    return texts, lines


def agreement(gold, found):
    same = total = 0
    for a, b in zip(gold, found):
        matcher = difflib.SequenceMatcher(None, a, b, autojunk=False)
        same += sum(block.size for block in matcher.get_matching_blocks())
        total += len(a) + len(b)
    return 2 * same / total


def words_only(lines):
    """Without marks and numbers, which the two split by different customs."""
    return [[m for m in line if not re.match(r"S[A-Z]", m[1])] for line in lines]


def run(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    output = subprocess.run(command, check=True, capture_output=True).stdout.decode()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return output, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--kotext", default="build/release/kotext")
    parser.add_argument("--dictionary", required=True)
    parser.add_argument("--gold")
    parser.add_argument("text", nargs="?")
    options = parser.parse_args()
    gold, text = None, options.text
    with tempfile.TemporaryDirectory() as folder:
        if options.gold:
            texts, gold = from_treebank(options.gold)
            text = os.path.join(folder, "text")
            open(text, "w", encoding="utf-8").write("\n".join(texts) + "\n")
        elif not text:
            parser.error("give a TEXT or --gold")
        mecab = ["mecab", "-d", options.dictionary, text]
        kotext = [options.kotext, "analyze", text]
        times = [(run(mecab)[1], run(kotext)[1]) for _ in range(5)]
        theirs = words_only(from_mecab(run(mecab)[0]))
        ours = words_only(from_kotext(run([options.kotext, "analyze", "--jsonl", text])[0]))
    best = [min(column) for column in zip(*times)]
    print(f"time     mecab {best[0]:.3f} s   kotext {best[1]:.3f} s   {best[0] / best[1]:.2f} x")
    print(f"F1       kotext against mecab {100 * agreement(theirs, ours):.2f}")
    if gold:
        gold = words_only(gold)
        print(f"F1       against the treebank: mecab {100 * agreement(gold, theirs):.2f}"
              f"   kotext {100 * agreement(gold, ours):.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
