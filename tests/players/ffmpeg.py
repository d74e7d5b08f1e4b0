"""Converted samples as ffmpeg reads them: the same cues at the same times with the same text.

    ffmpeg.py KOTEXT SAMPLES...      exits with 77, which ctest counts as skipped, without ffprobe
"""
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

FORMATS = ("srt", "ass", "vtt")


def run(*command):
    return subprocess.run(command, capture_output=True, check=False).stdout


MARKUP = re.compile(r"<[^>]*>|\{[^}]*\}")


def words(text):
    """The letters of a cue, without what looks like markup: SubRip has no escapes for it."""
    text = MARKUP.sub("", text.replace("\\N", " ").replace("\\h", " "))
    for entity, char in (("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "), ("&amp;", "&")):
        text = text.replace(entity, char)
    return "".join(MARKUP.sub("", text).split())


def shown(cues):
    """Those that are seen at all; ffmpeg drops a cue that repeats another one altogether."""
    return sorted({c for c in cues if c[1] > c[0] and c[2]})


def ours(kotext, path):
    read = run(kotext, "subtitle", "info", "--json", "--cues", path)
    cues = json.loads(read)["list"] if read else []  # refused: nothing to be shown
    return shown((c["start_ms"], c["end_ms"], words(c["text"])) for c in cues)


def hexdump(data):
    """The bytes of ffprobe's dump: offset, hex digits, and the text again."""
    digits = "".join(line[10:49].replace(" ", "") for line in data.splitlines())
    return bytes.fromhex(digits).decode("utf-8", "replace")


def theirs(path):
    packets = json.loads(run("ffprobe", "-v", "quiet", "-of", "json", "-show_packets", "-show_data", path) or "{}")
    cues = []
    for p in packets.get("packets", []):
        start = round(float(p["pts_time"]) * 1000)
        text = hexdump(p.get("data", ""))
        if path.endswith(".ass"):
            text = text.split(",", 8)[8]
        cues.append((start, start + round(float(p.get("duration_time", 0)) * 1000), words(text)))
    return shown(cues)


def main(kotext, samples):
    if shutil.which("ffprobe") is None:
        print("no ffprobe")
        return 77
    bad = seen = 0
    with tempfile.TemporaryDirectory() as folder:
        for sample in sorted(Path(s) for s in samples):
            for to in FORMATS:
                out = str(Path(folder) / ("out." + to))
                if subprocess.run([kotext, "subtitle", "convert", "--anew", "-t", to, "-o", out, sample],
                                  capture_output=True, check=False).returncode != 0:
                    continue
                seen += 1
                mine, other = ours(kotext, out), theirs(out)
                if mine != other:
                    bad += 1
                    print(f"{sample.name} to {to}: {len(mine)} cues, ffmpeg {len(other)}",
                          [c for c in mine if c not in other][:2], [c for c in other if c not in mine][:2])
    print(f"{seen} files, {bad} differ")
    return 1 if bad or not seen else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
