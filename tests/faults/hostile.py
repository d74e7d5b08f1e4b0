"""Files made to cost more than their size: the command ends in seconds, in memory that grows with the
file alone, with the status that fits, and puts nothing into the output that the file does not hold.

    hostile.py KOTEXT
"""
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

MB = 1 << 20
TT = "<tt xmlns='http://www.w3.org/ns/ttml'><body><div><p begin='1s' end='2s'>"
CUE = "00:00:01,000 --> 00:00:02,000\n"
LAUGHS = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 12))
CONVERT = ("subtitle", "convert", "--to-format", "srt")

# name, what the file holds, the command before its name, the status, MB of memory beside ten times the file (this process before it becomes
# the command counts too)
CASES = [
    ("cues.srt", lambda: "".join(f"{i}\n{CUE}가 {i}\n\n" for i in range(100_000)), ("subtitle", "convert", "--to-format", "vtt"), 0, 64),
    ("check.srt", lambda: "".join(f"{i}\n{CUE}가 {i}\n\n" for i in range(100_000)), ("subtitle", "check"), 1, 64),
    ("line.srt", lambda: f"1\n{CUE}" + "가" * 3_000_000 + "\n", CONVERT, 0, 64),
    ("deep.ttml", lambda: TT + "<span>" * 500_000 + "가", CONVERT, 2, 64),
    ("entities.ttml", lambda: f'<!DOCTYPE tt [<!ENTITY l0 "가">{LAUGHS}]>{TT}&l11;나</p></div></body></tt>', CONVERT, 0, 64),
    ("outside.ttml", lambda: f'<!DOCTYPE tt [<!ENTITY f SYSTEM "file:///etc/hostname">]>{TT}&f;나</p></div></body></tt>', CONVERT, 0, 64),
    ("comment.smi", lambda: "<SAMI><BODY><SYNC Start=1><P>가" + "<!--" * 500_000, CONVERT, 0, 64),
    ("ruby.vtt", lambda: "WEBVTT\n\n00:01.000 --> 00:02.000\n" + "<ruby>" * 200_000 + "樂" + "<rt>낙</rt></ruby>" * 200_000 + "\n", CONVERT, 0, 64),
    ("deep.json", lambda: '{"segments":' + "[" * 500_000, ("subtitle", "info", "--from-format", "podcast-json"), 2, 64),
    ("deep.tmx", lambda: "<tmx>" + "<a>" * 500_000, ("glossary", "lint"), 2, 64),
    ("term.tsv", lambda: "korean\tenglish\n" + "가" * 3_000_000 + "\tGa\n", ("glossary", "lint"), None, 64),
    ("terms.tsv", lambda: "korean\tenglish\n" + "".join(f"가{chr(0xAC00 + i % 11172)}{chr(0xAC00 + i // 11172)}\tGa {i}\n" for i in range(100_000)),
     ("glossary", "lint"), None, 64),
    ("marks.txt", lambda: "가" + "\u0301" * 1_500_000, ("normalize", "--form", "nfc"), 0, 128),
]
SECONDS = 30  # some take two on a busy machine


def limited():
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def run(kotext, path, args):
    """Status, megabytes at most, output."""
    with tempfile.TemporaryFile() as out:
        child = subprocess.Popen([kotext, *args, path], stdout=out, stderr=subprocess.DEVNULL, preexec_fn=limited)
        _, status, usage = os.wait4(child.pid, 0)
        out.seek(0)
        return os.waitstatus_to_exitcode(status), usage.ru_maxrss / 1024, out.read()


def main(kotext):
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, make, args, wanted, spare in CASES:
            path = Path(folder) / name
            path.write_text(make(), encoding="utf-8")
            size = path.stat().st_size
            status, memory, out = run(kotext, path, args)
            most = spare + 10 * size / MB
            right = status == wanted if wanted is not None else status in (0, 1, 2)
            swollen = len(out) > 4 * size + MB
            if right and memory <= most and not swollen:
                continue
            bad += 1
            print(f"{name}: status {status} (wanted {wanted}), {memory:.0f} MB (at most {most:.0f}), {len(out)} bytes of {size}")
    print(f"{len(CASES)} files, {bad} cost too much or end otherwise")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
