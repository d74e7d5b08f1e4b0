"""Converted samples as mpv shows them: each cue is on the screen in the middle of its time, and
nothing else is. A SAMI file in two languages shows both.

    mpv.py KOTEXT SAMPLES...      exits with 77, which ctest counts as skipped, without mpv
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from ffmpeg import FORMATS, ours, words  # noqa: E402

LONGEST = 60  # seconds that are looked at
PROBE = """
local out = io.open(os.getenv("PROBE_OUT"), "w")
local times, at = {}, 0
for time in os.getenv("PROBE_AT"):gmatch("%S+") do times[#times + 1] = time end
mp.register_event("playback-restart", function()
    if at > 0 then
        local text = (mp.get_property("sub-text") or ""):gsub("\\n", "\\\\n")
        out:write(times[at] .. "\\t" .. text .. "\\n")
    end
    at = at + 1
    if at > #times then
        out:close()
        mp.command("quit")
    else
        mp.commandv("seek", times[at], "absolute+exact")
    end
end)
"""


def film(folder):
    """A black film to be seen through."""
    path = str(Path(folder) / "film.mkv")
    subprocess.run(["ffmpeg", "-v", "error", "-f", "lavfi", "-i", f"color=c=black:s=16x16:r=25:d={LONGEST}",
                    "-c:v", "ffv1", path], check=True)
    return path


def shown(folder, path, moments):
    """What mpv has on the screen at each of the moments (ms)."""
    probe, out = Path(folder) / "probe.lua", Path(folder) / "shown"
    probe.write_text(PROBE)
    out.write_text("")
    asked = " ".join(f"{ms / 1000:.3f}" for ms in moments)
    subprocess.run(["mpv", "--no-config", "--vo=null", "--ao=null", "--pause", "--really-quiet", "--no-terminal",
                    f"--script={probe}", f"--sub-file={path}", str(Path(folder) / "film.mkv")],
                   env=dict(os.environ, PROBE_OUT=str(out), PROBE_AT=asked), capture_output=True, timeout=300, check=False)
    lines = [line.split("\t", 1)[1] for line in out.read_text(errors="replace").splitlines()]
    return [words(text.replace("\\n", "\n")) for text in lines]


def letters(text):
    return sorted(re.sub(r"\s", "", text))


def moments_of(cues):
    """The middle of each cue, where no frame away another one begins or ends."""
    edges = [edge for cue in cues for edge in cue[:2]]
    middles = {(start + end) / 2 for start, end, _ in cues}
    return sorted(m for m in middles if m < (LONGEST - 1) * 1000 and all(abs(m - edge) > 60 for edge in edges))


def compare(folder, path, cues):
    """Moments at which not all that is said is shown, or something else is."""
    moments = moments_of(cues)
    if not moments:
        return []
    seen = shown(folder, path, moments)
    wrong = [(0, len(moments), len(seen))] if len(seen) != len(moments) else []
    for ms, text in zip(moments, seen):
        said = "".join(said for start, end, said in cues if start <= ms < end)
        if letters(said) != letters(text):
            wrong.append((ms, said, text))
    return wrong


def two_languages(kotext, folder, sample):
    """Read by mpv itself, only one of them is shown."""
    out = str(Path(folder) / "both.ass")
    subprocess.run([kotext, "subtitle", "convert", "-o", out, sample], capture_output=True, check=True)
    text = "".join(shown(folder, out, [1500]))
    return "문재인대통령은" in text and "PresidentMoon" in text


def main(kotext, samples):
    if shutil.which("mpv") is None or shutil.which("ffmpeg") is None:
        print("no mpv, or no ffmpeg to make a film")
        return 77
    bad = seen = 0
    with tempfile.TemporaryDirectory() as folder:
        film(folder)
        for sample in sorted(Path(s) for s in samples):
            for to in FORMATS:
                out = str(Path(folder) / ("out." + to))
                if subprocess.run([kotext, "subtitle", "convert", "--anew", "-t", to, "-o", out, sample],
                                  capture_output=True, check=False).returncode != 0:
                    continue
                cues = ours(kotext, out)
                seen += 1
                wrong = compare(folder, out, cues)
                if wrong:
                    bad += 1
                    print(f"{sample.name} to {to}: {wrong[:2]}")
        for sample in samples:
            if Path(sample).name.startswith("two-languages") and not two_languages(kotext, folder, sample):
                bad += 1
                print(f"{sample}: the Korean line is not shown")
    print(f"{seen} files, {bad} differ")
    return 1 if bad or not seen else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
