"""Makes glossaries of any size by seed, and texts to search for their terms.

A glossary is names: those of dicts/ for a quarter, the others of surnames and syllables as people
and places have them, spelt in letters. Two texts go with it: news in which names of the glossary are
met as often as names are, and a stress text, of which nearly every word begins like a term.
"""
import csv
import random

import corpus

SURNAMES = "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용"
GIVEN = """민서준지현우영수진호성미경은정희선재훈상윤철동연혜주원아인하나예승태도유규건시찬환용석광기종대병남순옥자숙복길
일만덕중춘봉근달판한조창필명국헌택섭익범식묵웅배권문표화령란실매애금홍백초설별솔빛결온담율린봄채새가람슬우리다해노을샘찬""".replace("\n", "")
ENDS = "동읍면리시군구산천강역로길"
INITIALS = "g kk n d tt r m b pp s ss - j jj ch k t p h".replace("-", "").split(" ")
VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()
FINALS = " k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split(" ")
JOSA = "은 는 이 가 을 를 과 와 도 만 에 에서 에게 의 으로 로 까지 부터 이라는 라고 처럼 보다".split()


def latin(korean):
    """The letters of Hangul, a syllable by itself."""
    out = ""
    for syllable in korean:
        index = ord(syllable) - 0xAC00
        out += INITIALS[index // 588] + VOWELS[index // 28 % 21] + FINALS[index % 28]
    return out.capitalize()


def listed():
    for table in ("people", "places", "organisations"):
        with open(corpus.ROOT / "dicts" / f"{table}.tsv", encoding="utf-8", newline="") as file:
            yield from ((row[0], row[1]) for row in list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:])


def made(chance):
    """A person three times of four, else a place."""
    given = "".join(chance.choice(GIVEN) for _ in range(2))
    if chance.random() < 0.75:
        surname = SURNAMES[int(len(SURNAMES) * chance.random() ** 2)]
        return surname + given, f"{latin(surname)} {latin(given[0])}-{latin(given[1]).lower()}"
    if chance.random() < 0.5:
        given += chance.choice(GIVEN)
    end = chance.choice(ENDS)
    return given + end, f"{latin(given)}-{latin(end).lower()}"


def glossary(count, seed=1):
    """`count` pairs of Korean and English, no Korean twice."""
    chance = random.Random(seed)
    rows = dict(list(listed())[: count // 4])
    while len(rows) < count:
        korean, english = made(chance)
        rows.setdefault(korean, english)
    return list(rows.items())


def other(text, chance):
    """A text that differs from `text` at its end."""
    last = chance.choice(GIVEN) if text[-1] >= "가" else chance.choice("aeioukmn")
    return text[:-1] + last


def near_word(rows, chance):
    korean, english = chance.choice(rows)
    roll = chance.random()
    if roll < 0.55:
        return other(korean, chance) + chance.choice(JOSA)
    if roll < 0.7:
        return korean + chance.choice(JOSA)
    if roll < 0.85:
        return korean + chance.choice(GIVEN) + chance.choice(GIVEN)
    return other(english, chance) if roll < 0.95 else english


def stress(rows, size, seed=2):
    """Words of which nearly all begin as a term does, and one in five is one."""
    chance, lines, total = random.Random(seed), [], 0
    while total < size:
        line = (" ".join(near_word(rows, chance) for _ in range(12)) + "\n").encode()
        lines.append(line)
        total += len(line)
    return b"".join(lines)


def news(rows, size, seed=3):
    """The text of corpus.py about the names of the glossary."""
    writer = corpus.Writer(seed)
    writer.names = corpus.Zipf([korean for korean, _ in rows], writer.chance)
    return writer.make(size)


def tsv(rows):
    return "".join(f"{korean}\t{english}\n" for korean, english in rows).encode()
