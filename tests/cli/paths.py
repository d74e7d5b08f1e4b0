#!/usr/bin/env python3
"""The same bytes on every path: a file, a pipe read bit by bit, several threads, several encodings;
and a line longer than any block in memory that does not grow with it.

  paths.py BUILD [--no-memory]
"""
import json
import os
import random
import subprocess
import sys
import tempfile
import threading

COMMANDS = ["romanize", "romanize --by-letters", "romanize --scheme mr --kind word", "pronounce", "analyze",
            "normalize --form nfd", "hanja", "segment --unit word",
            "segment --unit grapheme", "segment --unit syllable", "segment --unit eojeol", "segment --unit morpheme",
            "romanize --kind word --jsonl", "segment --unit eojeol --json"]
OTHERS = ["romanize --by-letters", "normalize --korean all"]
ENCODINGS = {"utf-8": b"", "cp949": b"", "utf-16-le": b"\xff\xfe"}
# Cut where nothing passes: the whole line, as JSON has it, gives the same.
WHOLE = ["romanize", "pronounce", "normalize --form nfd", "hanja"]
# MB of the peak above that for no text at all, on 24 MB without a line end.
MEMORY = {"romanize --by-letters": 5, "normalize": 3, "normalize --form nfd": 3, "segment --unit grapheme": 4,
          "segment --unit eojeol": 3, "normalize --encoding cp949": 6}
# A peak counts pages of the program's file, too, of which the kernel at times maps more than were asked for.
TRIES = 3
SENTENCES = ["홍길동은 서울에서 책을 읽었다. ", "독립문 앞에서 만났습니까? ", "값이 10.5% 올랐다. ", "韓國의 종로 2가, 꽃잎! ",
             "Seoul is 서울. ", "그는 \"물난리다.\" 라고 말했다. ", "신라면과 같이 먹는다. "]


def texts(rng):
    def some(size):
        return "".join(rng.choice(SENTENCES) for _ in range(size))
    lines = "".join(some(rng.randrange(4)) + rng.choice(["\n", "\r\n"]) for _ in range(700))
    long = some(2200)
    solid = some(2300).replace(" ", "")
    return {"lines": lines, "long": lines[:500] + long + "\n" + some(3) + "\r\n" + long + "끝",
            "solid": solid + "\n" + solid, "empty": "", "feeds": "\n\n\r\n\n"}


def feed(pipe, content, rng):
    try:
        at = 0
        while at < len(content):
            size = rng.choice([1, 7, 1000, 40_000, 100_000])
            pipe.write(content[at:at + size])
            pipe.flush()
            at += size
        pipe.close()
    except BrokenPipeError:
        pass


def from_pipe(command, content, rng):
    program = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    feeder = threading.Thread(target=feed, args=(program.stdin, content, rng))
    feeder.start()
    printed = program.stdout.read()
    feeder.join()
    return printed, program.wait()


def from_file(command, path):
    done = subprocess.run([*command, path], stdout=subprocess.PIPE)
    return done.stdout, done.returncode


def check_paths(kotext, folder, rng):
    failures = 0
    for name, text in texts(rng).items():
        for encoding, mark in ENCODINGS.items():
            content = mark + text.encode(encoding)
            path = os.path.join(folder, f"{name}.{encoding}")
            with open(path, "wb") as file:
                file.write(content)
            for command in COMMANDS if encoding == "utf-8" else OTHERS:
                whole = [kotext, *command.split(), "--output-encoding", "UTF-8"]
                want = from_file(whole, path)
                for way, got in (("a pipe", from_pipe(whole, content, rng)),
                                 ("-j 2", from_file([*whole, "-j", "2"], path)),
                                 ("-j 4, a pipe", from_pipe([*whole, "-j", "4"], content, rng))):
                    if got != want:
                        failures += 1
                        print(f"{command}, {name} in {encoding}: another result by {way}")
    return failures


def check_json(kotext, folder):
    """What is never cut, and what is."""
    failures = 0
    for name in ("long", "solid"):
        path = os.path.join(folder, f"{name}.utf-8")
        for command in WHOLE:
            plain, _ = from_file([kotext, *command.split()], path)
            rows, _ = from_file([kotext, *command.split(), "--jsonl"], path)
            want = [json.loads(row)["result"] for row in rows.splitlines()]
            if plain.decode().replace("\r\n", "\n").rstrip("\n").split("\n") != want:
                failures += 1
                print(f"{command}, {name}: another result as JSON")
    return failures


def check_memory(launch, kotext, folder):
    failures = 0
    empty = os.path.join(folder, "empty.utf-8")
    for name, text in (("spaces", "".join(SENTENCES)), ("solid", "".join(SENTENCES).replace(" ", ""))):
        for command, limit in MEMORY.items():
            if name == "solid" and command.endswith("eojeol"):
                continue  # one unit: it has to be held
            encoding = "cp949" if "cp949" in command else "utf-8"
            path = os.path.join(folder, "large")
            with open(path, "wb") as file:
                content = text.encode(encoding)
                file.write(content * (24_000_000 // len(content)))
            for _ in range(TRIES):
                least, most = (launch(kotext, command, source) for source in (empty, path))
                if most - least <= limit:
                    break
            else:
                failures += 1
                print(f"{command}, {name}: {most:.1f} MB, without text {least:.1f}")
    return failures


def launched(build):
    def launch(kotext, command, path):
        with open(path, "rb") as stdin:
            done = subprocess.run([f"{build}/bench_launch", kotext, *command.split()], stdin=stdin, check=True,
                                  stdout=subprocess.PIPE)
        return float(done.stdout.split()[2]) / 1024
    return launch


def main():
    build = sys.argv[1]
    kotext = os.path.join(build, "kotext")
    with tempfile.TemporaryDirectory() as folder:
        failures = check_paths(kotext, folder, random.Random(1)) + check_json(kotext, folder)
        if "--no-memory" not in sys.argv:
            failures += check_memory(launched(build), kotext, folder)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
