#!/usr/bin/env python3
"""Runs the plugins as Subtitle Edit 5 does: the request's path alone, in the plugin's folder.
usage: subtitle_edit.py KOTEXT PLUGINS"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

kotext, plugins = (str(pathlib.Path(path).resolve()) for path in sys.argv[1:])
SRT = "1\r\n00:00:01,000 --> 00:00:02,000\r\n<i>서울</i>에 갔다\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\n나는학교 에 갔다\r\n"


def run(name, request, raw=None):
    """The exit status and the response; as in Subtitle Edit, the folder of the plugin holds the program."""
    with tempfile.TemporaryDirectory() as work:
        folder, response = pathlib.Path(work, name), pathlib.Path(work, "response 한글.json")
        shutil.copytree(pathlib.Path(plugins, name), folder)
        manifest = json.loads((folder / "plugin.json").read_text(encoding="utf-8"))
        program = folder / manifest["executables"]["linux"]
        program.symlink_to(kotext)
        path = pathlib.Path(work, "request.json")
        body = {"apiVersion": 1, "requestType": "run", "responseFilePath": str(response), "selectedIndices": [0],
                "settings": None} | request
        path.write_text(json.dumps(body) if raw is None else raw, encoding="utf-8")
        done = subprocess.run([program, path], cwd=folder, capture_output=True, text=True)
        return done.returncode, json.loads(response.read_text(encoding="utf-8")) if response.exists() else None


def main():
    subtitle = {"subtitle": {"format": "SubRip", "native": "x", "subRip": SRT}}
    status, answer = run("kotext-romanize", subtitle)
    assert status == 0 and answer["status"] == "ok" and answer["apiVersion"] == 1, answer
    assert answer["subtitle"]["format"] == "SubRip"
    native = answer["subtitle"]["native"]
    assert "<i>서울</i>에 갔다\r\n<i>Seou</i>re gatda\r\n" in native and "00:00:03,000 --> 00:00:04,000" in native, native
    status, answer = run("kotext-space", subtitle)
    assert status == 0 and "나는 학교에 갔다" in answer["subtitle"]["native"], answer
    long = SRT.replace("나는학교 에 갔다", "아무도 그 사람의 말을 믿을 수 없었다고 한다.")
    status, answer = run("kotext-wrap", {"subtitle": {"subRip": long}})
    assert status == 0 and "\n믿을 수 없었다고" in answer["subtitle"]["native"], answer
    status, answer = run("kotext-romanize", {"subtitle": {"subRip": "no cue at all"}})
    assert status == 0 and answer["status"] == "error" and answer["message"] and "subtitle" not in answer, answer
    for raw in ("", "{", "[]", '{"subtitle":{}}', '{"responseFilePath":5}'):
        status, answer = run("kotext-romanize", {}, raw)
        assert status == 2 and answer is None, (raw, status)
    status, answer = run("kotext-romanize", subtitle | {"responseFilePath": "/no/such/folder/response.json"})
    assert status == 3 and answer is None, status


main()
