"""Makes parallel lines by seed: Korean sentences of names and common words, and English ones with the same
names in their English forms; 39 and 85 characters on average, as in subtitles and news in brief.

  pairs.py LINES KO EN [SEED]
"""
import csv
import random
import sys

import corpus

PARTICLES = ("에", "에서", "의", "도", "에게", "")


def rows():
    """Korean and English forms of people, places and bodies."""
    for table in ("people", "places", "organisations"):
        with open(corpus.ROOT / "dicts" / f"{table}.tsv", encoding="utf-8", newline="") as file:
            yield from (row[:2] for row in list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:])


def particle(word, chance):
    last = ord(word[-1])
    closed = 0xAC00 <= last <= 0xD7A3 and (last - 0xAC00) % 28 != 0
    if chance.random() < 0.5:
        return chance.choice(PARTICLES)
    return chance.choice(corpus.PAIRS[:4])[0 if closed else 1]


def line(chance, words, verbs, joins, foreign, names):
    korean, english = [], []
    for _ in range(chance.choice((0, 1, 1, 2, 2, 3))):
        one, other = names.draw()
        korean.append(one + particle(one, chance))
        english.append(other)
    while len(" ".join(korean)) < 24 + chance.randrange(14):
        word = joins.draw() if chance.random() < 0.3 else words.draw()
        korean.insert(chance.randint(0, len(korean)), word + (particle(word, chance) if chance.random() < 0.6 else ""))
    while len(" ".join(english)) < 66 + chance.randrange(28):
        english.insert(chance.randint(0, len(english)), foreign.draw())
    text = " ".join(english)
    return " ".join(korean) + " " + verbs.draw() + ".", text[0].upper() + text[1:] + "."


def make(count, seed=1):
    """That many pairs of lines."""
    chance = random.Random(seed)
    lists = [corpus.Zipf(list(words), chance) for words in
             (corpus.NOUNS, corpus.VERBS, corpus.JOINS, corpus.FOREIGN, map(tuple, rows()))]
    return [line(chance, *lists) for _ in range(count)]


def write(count, korean, english, seed=1):
    pairs = make(count, seed)
    for path, side in ((korean, 0), (english, 1)):
        with open(path, "w", encoding="utf-8") as file:
            file.writelines(pair[side] + "\n" for pair in pairs)


if __name__ == "__main__":
    write(int(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4]) if len(sys.argv) > 4 else 1)
