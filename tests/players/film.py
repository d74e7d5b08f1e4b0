"""Makes a film with Korean subtitles, gives it a second track by the guide's lines, and looks at what came of it.

    film.py FOLDER_OF_KOTEXT      exits with 77, which ctest counts as skipped, without ffmpeg
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from snippets import block  # noqa: E402

SRT = "1\n00:00:00,000 --> 00:00:01,000\n<i>서울</i>에 갔다\n\n2\n00:00:01,000 --> 00:00:02,000\nEnglish only\n"


def run(*command, **options):
    return subprocess.run(command, check=True, capture_output=True, text=True, **options).stdout


def main(commands):
    if shutil.which("ffmpeg") is None:
        print("no ffmpeg")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "korean.srt").write_text(SRT, encoding="utf-8")
        run("ffmpeg", "-v", "error", "-f", "lavfi", "-i", "color=duration=2:rate=5:size=64x64", "-i", "korean.srt", "film.mkv", cwd=folder)
        path = f"{pathlib.Path(commands).resolve()}:{os.environ['PATH']}"
        run("sh", "-ec", block("docs/integrations.md", "sh", "ffmpeg"), cwd=folder, env=os.environ | {"PATH": path})
        streams = json.loads(run("ffprobe", "-v", "error", "-of", "json", "-show_streams", "out.mkv", cwd=folder))["streams"]
        tracks = [stream.get("tags", {}).get("title") for stream in streams if stream["codec_type"] == "subtitle"]
        second = run("ffmpeg", "-v", "error", "-i", "out.mkv", "-map", "0:s:1", "-f", "srt", "-", cwd=folder)
    print(tracks, second, sep="\n")
    return tracks != [None, "Romanized"] or "<i>서울</i>에 갔다\n<i>Seou</i>re gatda\n" not in second or second.count("English only") != 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
