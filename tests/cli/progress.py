#!/usr/bin/env python3
"""How far long work has come is told on a terminal, and nowhere else; -q turns it off.

  progress.py BUILD
"""
import os
import pty
import select
import subprocess
import sys
import time

LINE = "책을 읽었다.\n".encode() * 200


def shown(kotext, arguments, on_terminal):
    """What standard error gets from more than a second of work."""
    ours, theirs = pty.openpty() if on_terminal else os.pipe()
    program = subprocess.Popen([kotext, "normalize", *arguments], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                               stderr=theirs)
    os.close(theirs)
    for _ in range(8):
        program.stdin.write(LINE)
        program.stdin.flush()
        time.sleep(0.25)
    program.stdin.close()
    program.wait()
    text = b""
    try:
        while select.select([ours], [], [], 0.1)[0]:
            more = os.read(ours, 4096)
            if not more:
                break
            text += more
    except OSError:  # the other end of a terminal is closed
        pass
    os.close(ours)
    return text


def main():
    kotext = os.path.join(sys.argv[1], "kotext")
    told = shown(kotext, [], True)
    wrong = []
    if b"\r-: " not in told or not told.endswith(b"\r\x1b[K"):
        wrong.append(f"on a terminal: {told}")
    if shown(kotext, ["-q"], True):
        wrong.append("with -q something is told")
    if shown(kotext, [], False):
        wrong.append("without a terminal something is told")
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
