#!/usr/bin/env python3
"""Runs the examples that --help shows, of every command, and compares what they print.

usage: examples.py FOLDER SOURCE, where the command is and the source tree, whose samples the examples name
"""
import os
import subprocess
import sys
import tempfile

FILES = {
    "names.tsv": "문재인\tMoon Jae-in\tPER\n개성\tKaesong\tLOC\n",
    "news.ko.txt": "문재인은 개성에 갔다.\n",
    "news.en.txt": "Moon Jaein went to Kaesong.\n",
    "film.smi": "<SAMI><HEAD><STYLE><!-- .KRCC {Name:Korean; lang:ko-KR;} --></STYLE></HEAD><BODY>\n"
                "<SYNC Start=1000><P Class=KRCC>개성에 갔다\n<SYNC Start=2000><P Class=KRCC>&nbsp;\n</BODY></SAMI>\n",
}
FILM = "1\n00:00:01,000 --> 00:00:03,000\n우리는 어제 개성에 갔다가 서울로 돌아왔습니다.\n"


def examples(help_text):
    """Pairs of a command and what it is said to print."""
    found = []
    lines = help_text.split("\n")
    start = next((i for i, line in enumerate(lines) if line in ("Example", "Examples")), len(lines))
    for line in lines[start + 1:]:
        if not line.startswith("  "):
            break
        if line.startswith("  $ "):
            found.append((line[4:], []))
        else:
            found[-1][1].append(line[2:])
    return found


def main():
    folder, source = (os.path.abspath(path) for path in sys.argv[1:3])
    environment = dict(os.environ, PATH=folder + os.pathsep + os.environ["PATH"], LC_ALL="C.UTF-8")

    def run(command, cwd=None):
        return subprocess.run(["sh", "-c", command], cwd=cwd, env=environment, stdin=subprocess.DEVNULL,
                              capture_output=True, timeout=120, check=False)

    commands = run("kotext --help").stdout.decode().split("Commands\n")[1].split("\n\n")[0].split("\n")
    wrong = count = 0
    with tempfile.TemporaryDirectory() as room:
        os.symlink(os.path.join(source, "docs"), os.path.join(room, "docs"))
        for name, text in FILES.items():
            with open(os.path.join(room, name), "w", encoding="utf-8") as file:
                file.write(text)
        with open(os.path.join(room, "film.srt"), "wb") as file:
            file.write(FILM.encode("cp949"))
        for name in (line.split()[0] for line in commands):
            found = examples(run("kotext " + name + " --help").stdout.decode())
            wrong += not found
            for command, wanted in found:
                done = run(command, room)
                printed = done.stdout.decode().rstrip("\n").split("\n") if done.stdout else []
                count += 1
                if printed != wanted or done.returncode > 1:
                    wrong += 1
                    print(f"$ {command}", "is said to print", *wanted, "and prints", *printed, done.stderr.decode(), sep="\n")
    print(f"{count} examples, {wrong} wrong")
    return wrong > 0 or count < len(commands)


if __name__ == "__main__":
    sys.exit(main())
