#!/usr/bin/env python3
"""Plays a file without picture in mpv and looks at what the script shows over time. usage: mpv.py KOTEXT SCRIPT"""
import pathlib
import subprocess
import sys
import tempfile

kotext, script = sys.argv[1:]
SRT = """1
00:00:00,200 --> 00:00:02,500
서울에 갔다
{\\i1}값이\\N

2
00:00:02,600 --> 00:00:03,200
English only

3
00:00:03,300 --> 00:00:06,000
독립문
"""
WATCH = """
mp.register_script_message("kotext-shown", function(text)
    mp.msg.info("SHOWN " .. text:gsub("\\n", "|"))
end)
"""

KEYS = """
for _, time in ipairs({ 1.0, 1.6 }) do
    mp.add_timeout(time, function() mp.command("keypress k") end)
end
"""


def shown(watch, *options):
    """What the script shows, one after the other; "" is nothing."""
    with tempfile.TemporaryDirectory() as work:
        subtitle, watcher = pathlib.Path(work, "film.srt"), pathlib.Path(work, "watch.lua")
        subtitle.write_text(SRT, encoding="utf-8")
        watcher.write_text(watch, encoding="utf-8")
        words = ",".join([f"kotext-command={kotext}", *options])
        done = subprocess.run(
            ["mpv", "--no-config", "--vo=null", "--ao=null", "--msg-level=all=warn,watch=info", f"--script={script}", f"--script={watcher}",
             f"--script-opts={words}", f"--sub-file={subtitle}", "av://lavfi:color=duration=6.2:rate=10"],
            capture_output=True, text=True, timeout=100)
    if done.returncode != 0:
        sys.exit(f"mpv ended with {done.returncode}\n{done.stdout}\n{done.stderr}")
    return [line.split("SHOWN ", 1)[1].strip() for line in done.stdout.splitlines() if "SHOWN " in line]


plain = [text for text in shown(WATCH) if text]
if len(plain) != 2 or not plain[0].startswith("Seoure gatda|") or plain[1] != "Dongnimmun":
    sys.exit(f"shown: {plain}")
# Read out instead, below, and turned off and on by the key while the first line stands.
read = shown(WATCH + KEYS, "kotext-what=pronounce", "kotext-place=below")
first = [text for text in read if text.startswith("서우레 갇따|")]
if len(first) != 2 or read[read.index(first[0]) + 1] != "" or "동님문" not in read:
    sys.exit(f"shown: {read}")
