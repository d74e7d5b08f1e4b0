#!/usr/bin/env python3
"""Every fenced block of the documents is run by a test. This is the list; a block more or less than it says fails, so that nobody
writes a block that nothing runs. usage: snippets.py SOURCE_DIR"""
import collections
import pathlib
import re
import sys

# How many blocks of a language a file has, and what runs them. The blocks of a ctest named cli_* are all run, however many they are.
RUN = {
    ("README.md", "console"): (None, "cli_readme"),
    ("README.md", "c"): (1, "consume_installed"),
    ("README.md", "text"): (1, "consume_installed"),
    ("README.md", "sql"): (1, "sqlite"),
    ("CONTRIBUTING.md", "console"): (None, "cli_readme"),
    ("docs/guide.md", "console"): (None, "cli_guide"),
    ("docs/api.md", "c"): (6, "consume_installed"),
    ("docs/integrations.md", "console"): (None, "cli_integrations"),
    ("docs/integrations.md", "python"): (5, "python"),
    ("docs/integrations.md", "js"): (2, "node, playground_served"),
    ("docs/integrations.md", "sql"): (2, "sqlite, postgresql"),
    ("docs/integrations.md", "lua"): (1, "editors_lsp"),
    ("docs/integrations.md", "toml"): (1, "editors_lsp"),
    ("docs/integrations.md", "sh"): (2, "players_film, tests/scale/killed_worker.py"),
    # What tests print: compared by node, playground_core and postgresql; printed by try-packages.sh and killed_worker.py.
    ("docs/integrations.md", "text"): (5, "node, playground_core, postgresql"),
    ("docs/conformance.md", "sh"): (1, "conformance_report"),
    ("docs/performance.md", "sh"): (1, "here: the usage of tests/bench/run"),
}


# The rows of the table of ways in whose lines are in a block of the page.
ROWS = ("Python", "Node.js", "a web page", "SQLite", "PostgreSQL", "ffmpeg", "Anki")


def untried(page):
    """What the table tells a user to write and no block of the page has, so that nothing runs it."""
    blocks = "".join(re.findall(r"^```\w+\n(.*?)^```$", page, re.DOTALL | re.MULTILINE))
    for name in ROWS:
        [cell] = re.findall(rf"^\| {re.escape(name)} \| (.*?[^\\]) \|", page, re.MULTILINE)
        lines = [line.replace("\\|", "|") for line in re.findall(r"`(.*?)`", cell)]
        yield from (f"docs/integrations.md: {name}: {line}" for line in lines or ["nothing to write"]
                    if not re.search(re.escape(line) + r"(?!\w)", blocks))


def languages(path):
    """The language of each block; a fence that is never closed is a block called None."""
    fences = re.findall(r"^ *```(.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return [None if i % 2 == 0 and i + 1 == len(fences) else fences[i] for i in range(0, len(fences), 2)]


def main(root):
    found = collections.Counter()
    for path in sorted([*root.glob("*.md"), *(root / "docs").glob("*.md"), *(root / "tools").rglob("*.md"), *(root / "dicts").rglob("*.md")]):
        found.update((str(path.relative_to(root)), language) for language in languages(path))
    wrong = [f"{name}: a block of {language or 'no language'} that no test runs" for name, language in found if (name, language) not in RUN]
    wrong += [f"{key[0]}: {found[key]} blocks of {key[1]}, and {tests} run {count or 'some'}" for key, (count, tests) in RUN.items()
              if found[key] != (count or found[key]) or found[key] == 0]
    listed = (root / "tests/spec/CMakeLists.txt").read_text(encoding="utf-8")
    wrong += [f"docs/spec/{path.name}: not in tests/spec/CMakeLists.txt" for path in sorted((root / "docs/spec").glob("*.md"))
              if not re.search(rf"\b{re.escape(path.stem.removeprefix('loanword-'))}\b", listed)]
    wrong += untried((root / "docs/integrations.md").read_text(encoding="utf-8"))
    [usage] = re.findall(r"```sh\n(.*?)\n```", (root / "docs/performance.md").read_text(encoding="utf-8"))
    if f"  {usage}\n" not in (root / "tests/bench/run").read_text(encoding="utf-8"):
        wrong.append("docs/performance.md: not how tests/bench/run is called")
    print("\n".join(wrong) or f"{sum(found.values())} blocks, all of them run")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
