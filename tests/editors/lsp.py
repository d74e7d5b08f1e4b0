#!/usr/bin/env python3
"""Drives `kotext lsp` as an editor would. usage: lsp.py KOTEXT"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import tomllib
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "support"))
from snippets import block  # noqa: E402

KOTEXT = sys.argv.pop()
ROWS = ("korean\tenglish\ttype\tcount\tscore\tstatus\n"
        "문재인\tMoon Jae-in\tPER\t5\t1\tpreferred\n문재인\tMun Jae-in\tPER\t1\t1\tforbidden\n"
        "개성\tKaesong\tLOC\t2\t1\n")
URI = "file:///tmp/news.txt"


class Client:
    def __init__(self, glossary, command=None):
        self.server = subprocess.Popen(command or [KOTEXT, "lsp", "--glossary", glossary], stdin=subprocess.PIPE,
                                       stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.number = 0

    def raw(self, data):
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self.server.stdin.flush()

    def send(self, **message):
        self.raw(json.dumps({"jsonrpc": "2.0"} | message).encode())

    def receive(self):
        length = 0
        while (line := self.server.stdout.readline().strip()):
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        return json.loads(self.server.stdout.read(length))

    def ask(self, method, **params):
        self.number += 1
        self.send(id=self.number, method=method, params=params)
        answer = self.receive()
        assert answer["id"] == self.number
        return answer

    def tell(self, method, **params):
        self.send(method=method, params=params)

    def open(self, text):
        self.tell("textDocument/didOpen", textDocument={"uri": URI, "languageId": "x", "version": 1, "text": text})
        return self.diagnostics()

    def diagnostics(self):
        message = self.receive()
        assert message["method"] == "textDocument/publishDiagnostics"
        return message["params"]["diagnostics"]

    def end(self):
        self.server.stdin.close()
        self.server.stdout.close()
        self.server.stderr.close()
        return self.server.wait(20)


# As much of Neovim as its line of the guide touches, and mpv as the Lua that runs it.
NEOVIM = """
vim = { fn = { expand = function(path) return (path:gsub("^~", os.getenv("HOME"))) end },
        lsp = { start = function(config) print("START " .. table.concat(config.cmd, "\\t") .. "\\t") end } }
dofile(os.getenv("HOME") .. "/init.lua")
mp.command("quit")
"""


def neovim_starts(home):
    """The command that Neovim's configuration starts."""
    (home / "init.lua").write_text(block("docs/integrations.md", "lua", "vim.lsp"), encoding="utf-8")
    (home / "neovim.lua").write_text(NEOVIM, encoding="utf-8")
    done = subprocess.run(["mpv", "--no-config", "--vo=null", "--ao=null", "--idle=yes", f"--script={home / 'neovim.lua'}"],
                          env=os.environ | {"HOME": str(home)}, capture_output=True, text=True, timeout=30)
    [line] = [line for line in done.stdout.splitlines() if "START " in line]
    return line.partition("START ")[2].split("\t")[:-1] # behind the last tab is mpv's own space


def helix_starts(home):
    """The command that Helix's configuration starts, and that a language asks for it."""
    config = tomllib.loads(block("docs/integrations.md", "toml", "language-server").replace("/home/me", str(home)))
    [language] = config["language"]
    [name] = config["language-server"].keys() & language["language-servers"]
    return [config["language-server"][name]["command"], *config["language-server"][name]["args"]]


def at(line, character):
    return {"line": line, "character": character}


class Server(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.glossary = pathlib.Path(self.folder.name, "names.tsv")
        self.glossary.write_text(ROWS, encoding="utf-8")
        self.client = Client(self.glossary)

    def tearDown(self):
        self.client.end()
        self.folder.cleanup()

    def introduce(self, *encodings):
        general = {"general": {"positionEncodings": list(encodings)}} if encodings else {}
        return self.client.ask("initialize", processId=None, rootUri=None, capabilities=general)["result"]["capabilities"]

    def test_underlines(self):
        self.assertEqual(self.introduce()["positionEncoding"], "utf-16")
        found = self.client.open("🙂 Moon Jaein\r\nwent, Mun Jae-in said\nKaesong 문재인은")
        self.assertEqual([(d["range"]["start"], d["range"]["end"], d["code"], d["severity"]) for d in found],
                         [(at(0, 3), at(0, 13), "style", 3), (at(1, 6), at(1, 16), "forbidden", 2)])
        self.assertIn('write "Moon Jae-in" (문재인)', found[1]["message"])

    def test_columns_of_the_client(self):
        self.assertEqual(self.introduce("utf-16", "utf-8")["positionEncoding"], "utf-8")
        self.assertEqual(self.client.open("🙂 Moon Jaein")[0]["range"]["start"], at(0, 5))

    def test_changes_and_closing(self):
        self.introduce()
        self.assertEqual(len(self.client.open("Moon Jaein")), 1)
        self.client.tell("textDocument/didChange", textDocument={"uri": URI, "version": 2},
                         contentChanges=[{"text": "Moon Jae-in"}])
        self.assertEqual(self.client.diagnostics(), [])
        self.client.tell("textDocument/didChange", textDocument={"uri": URI, "version": 3},
                         contentChanges=[{"text": "x"}, {"text": "Mun Jae-in"}])
        self.assertEqual(self.client.diagnostics()[0]["code"], "forbidden")
        self.client.tell("textDocument/didClose", textDocument={"uri": URI})
        self.assertEqual(self.client.diagnostics(), [])

    def test_fixes_and_hover(self):
        self.introduce()
        self.client.open("x\nMun Jae-in, 문재인은")
        [action] = self.client.ask("textDocument/codeAction", textDocument={"uri": URI}, context={"diagnostics": []},
                                   range={"start": at(1, 2), "end": at(1, 3)})["result"]
        self.assertEqual(action["edit"]["changes"][URI], [{"range": {"start": at(1, 0), "end": at(1, 10)}, "newText": "Moon Jae-in"}])
        none = self.client.ask("textDocument/codeAction", textDocument={"uri": URI}, range={"start": at(0, 0), "end": at(0, 1)})
        self.assertEqual(none["result"], [])
        hover = self.client.ask("textDocument/hover", textDocument={"uri": URI}, position=at(1, 13))["result"]
        self.assertEqual(hover["contents"]["value"], "**문재인** = Moon Jae-in (PER, preferred)")
        self.assertEqual(hover["range"], {"start": at(1, 12), "end": at(1, 15)})
        self.assertIsNone(self.client.ask("textDocument/hover", textDocument={"uri": URI}, position=at(99, 0))["result"])
        self.assertIsNone(self.client.ask("textDocument/hover", textDocument={"uri": "file:///no"}, position=at(0, 0))["result"])

    def test_a_saved_glossary_is_read_again(self):
        self.introduce()
        self.assertEqual(self.client.open("Kae-song"), [dict(self.client_style("Kaesong", "개성", 8))])
        self.glossary.write_text(ROWS.replace("Kaesong", "Gaeseong"), encoding="utf-8")
        self.client.tell("textDocument/didSave", textDocument={"uri": URI})
        self.assertEqual(self.client.diagnostics(), [])
        self.glossary.unlink()
        self.client.tell("textDocument/didSave", textDocument={"uri": URI})
        self.assertEqual(len(self.client.open("Mun Jae-in")), 1)

    @staticmethod
    def client_style(wanted, korean, end):
        return {"range": {"start": at(0, 0), "end": at(0, end)}, "severity": 3, "source": "kotext", "code": "style",
                "message": f'"Kae-song" is not how the glossary writes it; write "{wanted}" ({korean})'}

    def test_the_lines_of_the_guide(self):
        home = pathlib.Path(self.folder.name)
        ways = [helix_starts] + ([neovim_starts] if shutil.which("mpv") else [])
        for program, *words in (way(home) for way in ways):
            self.assertEqual(program, "kotext")
            self.client.end()
            self.client = Client(None, [KOTEXT, *words])
            self.introduce()
            self.assertEqual(self.client.open("Mun Jae-in")[0]["code"], "forbidden")

    def test_misbehaving_clients(self):
        self.assertEqual(self.client.ask("textDocument/hover")["error"]["code"], -32002)
        self.client.raw(b"{no json")
        self.assertEqual(self.client.receive()["error"]["code"], -32700)
        self.client.raw(b"[" * 100)
        self.assertEqual(self.client.receive()["error"]["code"], -32700)
        self.introduce()
        self.assertEqual(self.client.ask("workspace/symbol", query="x")["error"]["code"], -32601)
        self.client.send(id="a\"b")
        answer = self.client.receive()
        self.assertEqual((answer["id"], answer["error"]["code"]), ("a\"b", -32600))
        self.client.tell("$/cancelRequest", id=1)
        self.client.tell("textDocument/didOpen", textDocument={"uri": 5})
        self.client.tell("textDocument/didChange", textDocument={"uri": URI}, contentChanges=[{}])
        self.client.raw(b'{"method":"textDocument/didOpen","params":{"textDocument":{"uri":"%s","text":"\\ud800 Mun Jae-in"}}}' % URI.encode())
        self.assertEqual(self.client.diagnostics()[0]["range"]["start"], at(0, 2))
        deep = "a" * 300
        self.client.send(id=7, method="shutdown", params={deep: {deep: [deep]}})
        self.assertIsNone(self.client.receive()["result"])
        self.assertEqual(self.client.ask("textDocument/hover")["error"]["code"], -32600)
        self.client.tell("exit")
        self.assertEqual(self.client.end(), 0)

    def test_ends_of_all_kinds(self):
        for data in (b"Content-Length: 99999999999\r\n\r\n", b"Content-Length: -1\r\n\r\n", b"x" * 1000, b"\r\n", b"",
                     b"Content-Length: 20\r\n\r\n{"):
            done = subprocess.run([KOTEXT, "lsp", "--glossary", self.glossary], input=data, capture_output=True, timeout=20)
            self.assertEqual((done.returncode, done.stdout), (1, b""))
        self.introduce()
        self.client.tell("exit")
        self.assertEqual(self.client.server.wait(20), 1)


if __name__ == "__main__":
    unittest.main()
