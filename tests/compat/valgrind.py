#!/usr/bin/env python3
"""Runs the unit and specification tests under valgrind: no bad access, no value that was never set, no leak.

usage: valgrind.py BUILD [PATTERN]

BUILD is a build with the tests, such as build/release; PATTERN picks other tests by a regular expression. Not a
part of ctest: valgrind makes each test some thirty times slower.
"""
import concurrent.futures
import json
import os
import pathlib
import subprocess
import sys
import time

TESTS = "^(unit|spec|conformance)_"
NOT_OURS = "^conformance_(webvtt|report)$"  # a browser's, which does not answer there, and what runs that
VALGRIND = ["valgrind", "--quiet", "--error-exitcode=99", "--leak-check=full", "--show-leak-kinds=all",
            "--errors-for-leak-kinds=definite,indirect,possible", "--trace-children=yes"]


def listed(build, pattern):
    told = subprocess.run(["ctest", "--test-dir", build, "--show-only=json-v1", "-R", pattern, "-E", NOT_OURS], check=True, capture_output=True,
                          text=True).stdout
    for test in json.loads(told)["tests"]:
        folder = next((p["value"] for p in test["properties"] if p["name"] == "WORKING_DIRECTORY"), build)
        yield test["name"], test["command"], folder


def run(test):
    name, command, folder = test
    start = time.monotonic()
    done = subprocess.run([*VALGRIND, *command], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
    return name, done, time.monotonic() - start


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    build = pathlib.Path(sys.argv[1]).resolve()
    tests = list(listed(build, sys.argv[2] if len(sys.argv) == 3 else TESTS))
    red = []
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for name, done, seconds in pool.map(run, tests):
            print(f"{name}: {'green' if done.returncode == 0 else 'RED'}, {seconds:.0f} s", flush=True)
            if done.returncode != 0:
                red.append(name)
                print(done.stdout, flush=True)
    print(f"valgrind: {len(tests) - len(red)} of {len(tests)} tests green")
    return bool(red) or not tests


if __name__ == "__main__":
    sys.exit(main())
