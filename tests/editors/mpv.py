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

with tempfile.TemporaryDirectory() as work:
    subtitle, watch = pathlib.Path(work, "film.srt"), pathlib.Path(work, "watch.lua")
    subtitle.write_text(SRT, encoding="utf-8")
    watch.write_text(WATCH, encoding="utf-8")
    done = subprocess.run(
        ["mpv", "--no-config", "--vo=null", "--ao=null", "--msg-level=all=warn,watch=info", f"--script={script}", f"--script={watch}",
         f"--script-opts=kotext-command={kotext}", f"--sub-file={subtitle}", "av://lavfi:color=duration=6.2:rate=10"],
        capture_output=True, text=True, timeout=100)
shown = [line.split("SHOWN ", 1)[1].strip() for line in done.stdout.splitlines() if "SHOWN " in line]
shown = [text for text in shown if text]
wanted = "Seoure gatda|"
if done.returncode != 0 or len(shown) != 2 or not shown[0].startswith(wanted) or shown[1] != "Dongnimmun":
    sys.exit(f"mpv ended with {done.returncode}, shown: {shown}\n{done.stdout}\n{done.stderr}")
