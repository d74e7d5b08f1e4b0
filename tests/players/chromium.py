"""WebVTT as Chromium's own parser reads it: ids, times, settings, text and the markup that is made
of it, in the .vtt samples and in what the other samples become.

    chromium.py KOTEXT SAMPLES...      exits with 77, which ctest counts as skipped, without Chromium
"""
import functools
import html
import http.server
import json
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

PAGE = """<!doctype html><meta charset=utf-8><body><script>
const read = n => new Promise(done => {
  const video = document.createElement('video'), track = document.createElement('track');
  track.kind = 'captions';
  track.src = n + '.vtt';
  track.onload = () => done([...track.track.cues].map(cue => {
    const box = document.createElement('div');
    box.append(cue.getCueAsHTML());
    return [cue.id, cue.startTime, cue.endTime, cue.text, cue.line, cue.snapToLines, cue.position,
            cue.align, cue.size, cue.vertical, box.innerHTML];
  }));
  track.onerror = () => done(null);
  video.append(track);
  document.body.append(video);
  track.track.mode = 'hidden';
});
Promise.all([...Array(COUNT).keys()].map(read)).then(all => {
  const result = document.createElement('pre');
  result.textContent = JSON.stringify(all);
  document.body.append(result);
});
</script>"""


class Handler(http.server.SimpleHTTPRequestHandler):
    extensions_map = {".vtt": "text/vtt", ".html": "text/html"}

    def log_message(self, *_):
        pass


def theirs(chromium, folder, count):
    """What Chromium makes of 0.vtt, 1.vtt, ...: a list of cues for each, None for what it refuses."""
    (Path(folder) / "page.html").write_text(PAGE.replace("COUNT", str(count)))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = subprocess.run([chromium, "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=20000",
                           "--dump-dom", f"http://127.0.0.1:{server.server_port}/page.html"],
                          capture_output=True, timeout=240, check=False).stdout.decode("utf-8", "replace")
    server.shutdown()
    found = re.search(r"<pre>(.*?)</pre>", page, re.S)
    return json.loads(html.unescape(found.group(1))) if found else None


def ours(kotext, path):
    done = subprocess.run([kotext, "subtitle", "info", "--from-format", "vtt", "--json", "--cues", path],
                          capture_output=True, check=False)
    if done.returncode != 0:
        return None
    cues = []
    for c in json.loads(done.stdout)["list"]:
        at = c["layout"]
        cues.append([c["id"], c["start_ms"] / 1000, c["end_ms"] / 1000, lines(c["raw"]), at["line"], at["snap"],
                     at["position"], at["align"], at["size"], at["vertical"], lines(c["html"])])
    return sorted(cues, key=lambda c: (c[1], -c[2]))  # the order of a text track


def lines(text):
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")


def main(kotext, samples):
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        print("no Chromium")
        return 77
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for sample in sorted(Path(s) for s in samples):
            out = Path(folder) / f"{len(names)}.vtt"
            if sample.suffix == ".vtt":
                shutil.copyfile(sample, out)
            elif subprocess.run([kotext, "subtitle", "convert", "-o", out, sample], capture_output=True,
                                check=False).returncode != 0:
                continue
            names.append(sample.name)
        seen = theirs(chromium, folder, len(names))
        if seen is None:
            print("Chromium answers nothing here")
            return 77
        for i, name in enumerate(names):
            mine = ours(kotext, str(Path(folder) / f"{i}.vtt"))
            if mine != seen[i]:
                bad += 1
                print(name, *[f"\n  {m}\n  {s}" for m, s in zip(mine or [], seen[i] or []) if m != s][:2],
                      len(mine or []), len(seen[i] or []))
    print(f"{len(names)} files, {bad} differ")
    return 1 if bad or not names else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
