"""Puts the romanization below each caption of a SubRip file, with the package srt (Debian: python3-srt).

usage: srt_captions.py FILE.srt
"""
import sys

import kotext
import srt


def bilingual(captions):
    for caption in captions:
        latin = "\n".join(kotext.romanize(line) for line in caption.content.split("\n"))
        caption.content += "\n" + latin
        yield caption


if __name__ == "__main__":
    with open(sys.argv[1], "rb") as file:
        text = kotext.decode(file.read())  # whatever its encoding
    sys.stdout.write(srt.compose(bilingual(srt.parse(text)), reindex=False))
