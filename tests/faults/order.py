#!/usr/bin/env python3
"""What a sort leaves open changes no answer: unit tests and transcripts run with another qsort().

usage: order.py BUILD SHIM
"""
import json
import os
import re
import subprocess
import sys
import tempfile

SHOWN = re.compile(r"^(unit_|cli_(?!long-line|paths|progress|other_locale))")  # which take long, or sort nothing more


def listed(build):
    """Name and command of each test, as the build knows them."""
    told = subprocess.run(["ctest", "--test-dir", build, "--show-only=json-v1"], stdout=subprocess.PIPE, check=True).stdout
    return [(test["name"], test["command"]) for test in json.loads(told)["tests"] if SHOWN.match(test["name"])]


def passes(name, command, folder, shim):
    done = subprocess.run(command, cwd=folder, env=os.environ | {"LD_PRELOAD": shim}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if done.returncode != 0:
        print(f"{name}:\n{done.stdout.decode(errors='replace')}")
    return done.returncode == 0


def main():
    build, shim = (os.path.abspath(word) for word in sys.argv[1:])
    tests = listed(build)
    with tempfile.TemporaryDirectory() as folder:
        good = [passes(name, command, folder, shim) for name, command in tests]
    print(f"{sum(good)} of {len(tests)}")
    return 0 if tests and all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
