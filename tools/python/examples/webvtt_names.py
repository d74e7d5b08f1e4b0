"""Lists who and what is named when, from a WebVTT file read by webvtt-py (Debian: python3-webvtt).

usage: webvtt_names.py FILE.vtt
"""
import sys

import kotext
import webvtt


def named(captions):
    for caption in captions:
        for name in kotext.find_names(caption.text):
            yield caption.start, name.type, name.text, kotext.spell(name.text, nbest=1)[0].text


if __name__ == "__main__":
    for row in named(webvtt.read(sys.argv[1])):
        print(*row, sep="\t")
