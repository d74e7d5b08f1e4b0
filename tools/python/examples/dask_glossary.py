"""Romanizes many pairs of files and builds one glossary of them on the workers of Dask (Debian: python3-distributed).

usage: dask_glossary.py SCHEDULER FOLDER     pairs are NAME.ko.txt and NAME.en.txt; writes NAME.latin.txt, prints TSV

Adding glossaries up is associative and asks for no order, so that it does not matter which worker did what, nor
whether one died and its part was done again: the result is that of one machine.
"""
import pathlib
import sys

import kotext
from dask.distributed import Client


def one_pair(korean, english):
    """What one task does: a file of romanized lines, and the glossary of the pair."""
    korean = pathlib.Path(korean)
    text = korean.read_text(encoding="utf-8")
    latin = "".join(str(kotext.romanize(line)) + "\n" for line in text.splitlines())
    korean.with_name(korean.name.replace(".ko.", ".latin.")).write_text(latin, encoding="utf-8")
    glossary = kotext.Glossary()
    glossary.add_links(kotext.default_engine(), text, pathlib.Path(english).read_text(encoding="utf-8"))
    return glossary


def merged(parts):
    whole = kotext.Glossary()
    for part in parts:
        whole.merge(part)
    return whole


def pairs(folder):
    return [(str(path), str(path).replace(".ko.", ".en.")) for path in sorted(pathlib.Path(folder).glob("*.ko.txt"))]


def build(client, files, width=8):
    """Futures of the pairs, added up `width` at a time until one is left."""
    parts = client.map(one_pair, *zip(*files))
    while len(parts) > 1:
        parts = [client.submit(merged, parts[i:i + width]) for i in range(0, len(parts), width)]
    return parts[0]


if __name__ == "__main__":
    with Client(sys.argv[1]) as client:
        sys.stdout.write(build(client, pairs(sys.argv[2])).result().write())
