#!/usr/bin/env python3
"""The command is killed at chance moments: originals stay whole, and a build goes on where it was.

usage: kill.py COMMAND SAMPLES [--times N] [--seed N]

SAMPLES holds the bundled texts NAME.ko.txt and NAME.en.txt.
"""
import argparse
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time


def start(command, folder, *words):
    return subprocess.Popen([command, *words], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def timed(command, folder, *words):
    begin = time.monotonic()
    status = start(command, folder, *words).wait()
    assert status == 0, f"{words}: status {status}"
    return time.monotonic() - begin


def kill_later(process, seconds):
    """True when the kill came before the end."""
    try:
        process.wait(timeout=seconds)
        return False
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
        return True


def in_place(command, text, times, chance):
    """Kills `romanize --in-place`; counts kills and complains of files that are neither old nor new."""
    with tempfile.TemporaryDirectory() as name:
        folder, killed, findings = pathlib.Path(name), 0, []
        file = folder / "big.txt"
        file.write_bytes(text)
        length = timed(command, folder, "romanize", "--in-place", "big.txt")
        new = file.read_bytes()
        for _ in range(times):
            file.write_bytes(text)
            killed += kill_later(start(command, folder, "romanize", "--in-place", "big.txt"), chance.uniform(0, length * 1.1))
            if file.read_bytes() not in (text, new):
                findings.append("big.txt is neither what it was nor what it should be")
        file.write_bytes(text)
        timed(command, folder, "romanize", "--in-place", "big.txt")
        if file.read_bytes() != new:
            findings.append("what killed runs left behind changes a later one")
    return killed, findings


def build(command, samples, times, chance):
    """Kills `glossary build --cache` again and again; the build that ends gives what one without kills gives."""
    with tempfile.TemporaryDirectory() as name:
        folder, killed, findings = pathlib.Path(name), 0, []
        (folder / "news").mkdir()
        for i in range(24):
            for side in ("ko", "en"):
                shutil.copy(samples / f"liaison-office.{side}.txt", folder / "news" / f"{i}.{side}.txt")
        length = timed(command, folder, "glossary", "build", "news", "-o", "whole.tsv")
        for _ in range(times):
            killed += kill_later(start(command, folder, "glossary", "build", "news", "--cache", "kept", "-o", "again.tsv"),
                                 chance.uniform(0, length * 0.6))
        timed(command, folder, "glossary", "build", "news", "--cache", "kept", "-o", "again.tsv")
        if (folder / "again.tsv").read_bytes() != (folder / "whole.tsv").read_bytes():
            findings.append("a build that was killed and went on gives another glossary")
    return killed, findings


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command")
    parser.add_argument("samples", type=pathlib.Path)
    parser.add_argument("--times", type=int, default=25)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    chance = random.Random(args.seed)
    text = (args.samples / "liaison-office.ko.txt").read_bytes() * 150
    killed, findings = in_place(args.command, text, args.times, chance)
    more_killed, more = build(args.command, args.samples, args.times, chance)
    findings += more
    if not killed or not more_killed:
        findings.append("nothing was killed: the samples are too short for this machine")
    print("\n".join(findings) or f"killed {killed} rewrites and {more_killed} builds; nothing lost")
    return bool(findings)


if __name__ == "__main__":
    sys.exit(main())
