#!/usr/bin/env python3
"""A scheduler and three workers build a glossary of many files; one worker is killed midway. The result must be that
of one machine, byte for byte; and so must that of the guide's lines for a shell. With a table in pandas as well. Not a part of
every run:

    PYTHONPATH=build/release/python python3 tests/scale/killed_worker.py        needs python3-distributed, python3-pandas
"""
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).parents[2]
EXAMPLES = ROOT / "tools/python/examples"
sys.path[:0] = [str(EXAMPLES), str(ROOT / "tests/support")]
FILES = 120


def make_pairs(folder):
    """Pairs of lines of the bundled news item, each its own choice."""
    sample = ROOT / "docs/samples/liaison-office"
    korean = (sample.with_suffix(".ko.txt")).read_text(encoding="utf-8")
    english = (sample.with_suffix(".en.txt")).read_text(encoding="utf-8")
    generator = random.Random(9)
    for number in range(FILES):
        times = generator.randrange(3, 9)
        pathlib.Path(folder, f"{number:03}.ko.txt").write_text(korean * times, encoding="utf-8")
        pathlib.Path(folder, f"{number:03}.en.txt").write_text(english * times, encoding="utf-8")


def alone(files):
    from dask_glossary import merged, one_pair
    glossary = merged(one_pair(*pair) for pair in files)
    return glossary.write(), latin(files)


def latin(files):
    return [pathlib.Path(korean.replace(".ko.", ".latin.")).read_text(encoding="utf-8") for korean, _ in files]


def together(files):
    """The result, and how many files were done when a worker was killed."""
    import dask_glossary
    from dask.distributed import Client, LocalCluster
    for korean, _ in files:
        pathlib.Path(korean.replace(".ko.", ".latin.")).unlink()
    with LocalCluster(n_workers=3, threads_per_worker=1, processes=True, dashboard_address=None) as cluster, \
            Client(cluster) as client:
        client.upload_file(dask_glossary.__file__)
        process = next(iter(client.run(os.getpid).values()))
        future = dask_glossary.build(client, files)
        while (done := len(list(pathlib.Path(files[0][0]).parent.glob("*.latin.txt")))) < FILES // 4:
            time.sleep(0.01)
        os.kill(process, signal.SIGKILL)
        result = future.result(timeout=300).write()
        assert process not in client.run(os.getpid).values()
    return result, latin(files), done


def by_the_guide(folder):
    """What the guide's lines for a shell print; the scheduler and workers that they leave running are ended."""
    from snippets import block
    lines = block("docs/integrations.md", "sh", "dask-scheduler").replace("/shared/articles", folder)
    environment = os.environ | {"PYTHONPATH": os.path.abspath(os.environ["PYTHONPATH"]),
                                "PATH": f"{os.path.dirname(sys.executable)}:{os.environ['PATH']}"}
    with tempfile.TemporaryDirectory() as work:
        os.symlink(EXAMPLES / "dask_glossary.py", pathlib.Path(work, "dask_glossary.py"))
        shell = subprocess.Popen(["sh", "-ec", lines], cwd=work, env=environment, stderr=subprocess.DEVNULL, start_new_session=True)
        try:
            assert shell.wait(300) == 0
        finally:
            os.killpg(shell.pid, signal.SIGTERM)
        return pathlib.Path(work, "names.tsv").read_text(encoding="utf-8")


def main():
    from dask_glossary import pairs
    with tempfile.TemporaryDirectory() as folder:
        make_pairs(folder)
        files = pairs(folder)
        start = time.perf_counter()
        glossary, lines = alone(files)
        middle = time.perf_counter()
        other, other_lines, done = together(files)
        assert other == glossary and other_lines == lines
        assert by_the_guide(folder) == glossary
        print(f"{len(files)} pairs: one process {middle - start:.1f} s, 3 workers {time.perf_counter() - middle:.1f} s; "
              f"one was killed when {done} were done; {glossary.count(chr(10)) - 1} rows, the same")

    import pandas_column
    import pandas
    table = pandas_column.with_latin(pandas.DataFrame({"name": ["조명균", "문재인"]}), "name")
    assert list(table["latin"]) == ["Cho Myoung-gyon", "Moon Jae-in"]
    print("pandas: " + ", ".join(table["latin"]))


if __name__ == "__main__":
    main()
