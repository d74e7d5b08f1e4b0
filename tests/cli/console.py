#!/usr/bin/env python3
"""Runs the ```console blocks of Markdown files and compares what they print.

usage: console.py [--update] [--at DIR | --copy DIR] BIN_DIR FILE...

A line "$ command" is run by sh (lines that follow with "> " go on with it); the lines below it are
what it must print, stdout and stderr together. A last line "[2]" is its exit status when not 0. A
line "..." stands for any lines. Commands run in a fresh folder, in DIR, or in a copy of DIR; $SOURCE is the source
tree; BIN_DIR comes first in PATH, and libraries are looked for there. --update writes what was printed back into the files.
"""
import argparse
import difflib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]


def commands(block):
    """Yields (command lines, expected lines) of a block."""
    lines, at = block.split("\n"), 0
    while at < len(lines):
        if not lines[at].startswith("$ "):
            raise SystemExit(f"console.py: output before a command: {lines[at]!r}")
        command = [lines[at]]
        at += 1
        while at < len(lines) and lines[at].startswith("> "):
            command.append(lines[at])
            at += 1
        expected = []
        while at < len(lines) and not lines[at].startswith("$ "):
            expected.append(lines[at])
            at += 1
        yield command, expected


def run(command, bin_dir, folder):
    text = "\n".join(line[2:] for line in command)
    env = {"PATH": f"{bin_dir}:{os.environ['PATH']}", "SOURCE": str(SOURCE), "HOME": folder,
           "LD_LIBRARY_PATH": bin_dir,
           "LC_ALL": os.environ.get("CONSOLE_LOCALE", "C"), "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "")}
    done = subprocess.run(["sh", "-c", text], cwd=folder, env=env, stdin=subprocess.DEVNULL, timeout=240,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    printed = done.stdout.decode("utf-8", "backslashreplace").removesuffix("\n")
    lines = printed.split("\n") if printed else []
    return lines + ([f"[{done.returncode}]"] if done.returncode else [])


def fits(expected, printed):
    pattern = "".join(r"(?:.*\n)*?" if line == "..." else re.escape(line) + "\n" for line in expected)
    return re.fullmatch(pattern, "".join(line + "\n" for line in printed)) is not None


def run_block(block, bin_dir, folder, name):
    """Returns (what the block should say, the number of misses)."""
    said, misses = [], 0
    for command, expected in commands(block):
        printed = run(command, bin_dir, folder)
        right = fits(expected, printed)
        said += command + (expected if right else printed)
        if not right:
            misses += 1
            print(f"{name}: {command[0]}")
            print("\n".join(difflib.unified_diff(expected, printed, "expected", "printed", lineterm="")))
    return "\n".join(said), misses


def run_file(path, options):
    text = path.read_text(encoding="utf-8")
    parts = re.split(r"(^```console\n.*?\n```$)", text, flags=re.M | re.S)
    misses = count = 0
    with tempfile.TemporaryDirectory() as fresh:
        if options.copy:
            shutil.copytree(options.copy, fresh, dirs_exist_ok=True)
        folder = options.at or fresh
        for i in range(1, len(parts), 2):
            block = parts[i].removeprefix("```console\n").removesuffix("\n```")
            said, missed = run_block(block, options.bin_dir, folder, path.name)
            count, misses = count + 1, misses + missed
            parts[i] = f"```console\n{said}\n```"
    if count == 0:
        raise SystemExit(f"console.py: no console block in {path}")
    if options.update and misses:
        path.write_text("".join(parts), encoding="utf-8")
    return misses


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--at")
    parser.add_argument("--copy")
    parser.add_argument("bin_dir")
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    options.bin_dir = os.path.abspath(options.bin_dir)
    return sum(run_file(path, options) for path in options.files) > 0


if __name__ == "__main__":
    sys.exit(main())
