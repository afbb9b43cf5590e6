#!/usr/bin/python3
"""onus lsp, driven over standard input and output as editors drive it.

Usage: lsp_test.py PROGRAM SOURCE_DIR
"""
import json
import pathlib
import queue
import random
import subprocess
import sys
import tempfile
import threading
import time

from checks import check, finish

PROGRAM, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
SENTENCE = "Ms Hart failed to protect the children from Mr Hart's violence."
PASSIVE = "That night the baby was hit by Mr Hart."
URI = "file:///tmp/onus%20test/draft.txt"


class Editor:
    """Keeps what the server sends; answers what it asks."""

    def __init__(self, capabilities=None, options=None, configuration=None, arguments=()):
        self.process = subprocess.Popen([PROGRAM, "lsp", *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.replies, self.notices, self.asked = {}, queue.Queue(), []
        self.configuration = configuration
        self.arrived = threading.Condition()
        self.number = 0
        threading.Thread(target=self.listen, daemon=True).start()
        self.can = self.request("initialize", {"processId": None, "rootUri": None, "capabilities": capabilities or {},
                                               "initializationOptions": options})["result"]["capabilities"]
        self.tell("initialized", {})

    def listen(self):
        out = self.process.stdout
        while header := out.readline():
            length = int(header.split(b":")[1])
            out.readline()
            message = json.loads(out.read(length))
            if "method" in message and "id" in message:
                self.asked.append(message["method"])
                result = [self.configuration] if message["method"] == "workspace/configuration" else None
                self.send({"id": message["id"], "result": result})
            elif "method" in message:
                self.notices.put((time.time(), message))
            else:
                with self.arrived:
                    self.replies[message["id"]] = message
                    self.arrived.notify_all()

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.send_raw(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))

    def send_raw(self, data):
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def tell(self, method, params):
        self.send({"method": method, "params": params})

    def begin(self, method, params):
        self.number += 1
        self.send({"id": self.number, "method": method, "params": params})
        return self.number

    def wait_for(self, number, seconds=30):
        with self.arrived:
            self.arrived.wait_for(lambda: number in self.replies, seconds)
            return self.replies.pop(number, None)

    def request(self, method, params):
        return self.wait_for(self.begin(method, params))

    def open(self, text, uri=URI, language="plaintext", version=1):
        self.tell("textDocument/didOpen",
                  {"textDocument": {"uri": uri, "languageId": language, "version": version, "text": text}})

    def change(self, version, *changes, uri=URI):
        self.tell("textDocument/didChange",
                  {"textDocument": {"uri": uri, "version": version}, "contentChanges": list(changes)})

    def pushed(self, version=None, seconds=30):
        """The next diagnostics, of this version where one is given."""
        end = time.time() + seconds
        while time.time() < end:
            try:
                _, message = self.notices.get(timeout=max(0.01, end - time.time()))
            except queue.Empty:
                break
            params = message["params"]
            if message["method"] == "textDocument/publishDiagnostics" and version in (None, params.get("version")):
                return params["diagnostics"]
        return None

    def pull(self, uri=URI, known=None):
        params = {"textDocument": {"uri": uri}}
        if known:
            params["previousResultId"] = known
        return self.request("textDocument/diagnostic", params)["result"]

    def actions(self, diagnostics_range, only=None, uri=URI):
        context = {"diagnostics": []}
        if only:
            context["only"] = only
        return self.request("textDocument/codeAction",
                            {"textDocument": {"uri": uri}, "range": diagnostics_range, "context": context})["result"]

    def end(self):
        reply = self.request("shutdown", None)
        self.tell("exit", None)
        return self.process.wait(20) if reply and reply["result"] is None else None


PUSH = {"textDocument": {"publishDiagnostics": {"versionSupport": True, "codeDescriptionSupport": True},
                         "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": []}}},
                         "hover": {"contentFormat": ["markdown", "plaintext"]}},
        "workspace": {"workspaceEdit": {"documentChanges": True}}}


def pulling(**general):
    return {"textDocument": {**PUSH["textDocument"], "diagnostic": {}},
            "workspace": {**PUSH["workspace"], "configuration": True, "diagnostics": {"refreshSupport": True},
                          "didChangeConfiguration": {"dynamicRegistration": True}}, "general": general}


def units(text, encoding):
    return {"utf-8": lambda: len(text.encode()), "utf-16": lambda: len(text.encode("utf-16-le")) // 2,
            "utf-32": lambda: len(text)}[encoding]()


def place(text, words, encoding="utf-16"):
    """Where `words` stand, as a range."""
    def position(at):
        before = text[:at]
        return {"line": before.count("\n"), "character": units(before.rsplit("\n", 1)[-1], encoding)}
    begin = text.index(words)
    return {"start": position(begin), "end": position(begin + len(words))}


def at(text, position, encoding="utf-16"):
    lines = text.split("\n")
    line, count = lines[min(position["line"], len(lines) - 1)], 0
    index = 0
    while index < len(line) and count < position["character"]:
        count += units(line[index], encoding)
        index += 1
    return sum(len(l) + 1 for l in lines[:position["line"]]) + index


def applied(text, edits, encoding="utf-16"):
    for edit in sorted(edits, key=lambda e: (e["range"]["start"]["line"], e["range"]["start"]["character"]), reverse=True):
        begin, end = (at(text, edit["range"][k], encoding) for k in ("start", "end"))
        text = text[:begin] + edit["newText"] + text[end:]
    return text


def covers(diagnostics, wanted):
    def key(p):
        return p["line"], p["character"]
    return any(key(d["range"]["start"]) <= key(wanted["start"]) and key(d["range"]["end"]) >= key(wanted["end"])
               for d in diagnostics or [])


def test_push():
    editor = Editor(PUSH)
    check("sends, as the editor doesn't ask", "diagnosticProvider" not in editor.can, editor.can)
    check("UTF-16 unless agreed", editor.can["positionEncoding"] == "utf-16", editor.can)
    text = "😀 Report\n\n😀😀 “Café”: " + SENTENCE + "\n\n😀 " + PASSIVE + "\n"
    editor.open(text)
    found = editor.pushed(1)
    check("finds it behind pictographs", covers(found, place(text, "failed to protect")), found)
    check("each says what and why", found and all(d["message"] and d["code"] and d["source"] == "onus" for d in found), found)
    check("and links its rule", found and any(d.get("codeDescription", {}).get("href", "").startswith("file://") for d in found), found)
    hover = editor.request("textDocument/hover", {"textDocument": {"uri": URI}, "position": place(text, "protect")["start"]})["result"]
    check("a hover tells the rule's page", hover and hover["contents"]["kind"] == "markdown"
          and "onus rules explain failure-to-protect" in hover["contents"]["value"], hover)
    nowhere = editor.request("textDocument/hover", {"textDocument": {"uri": URI}, "position": {"line": 1, "character": 0}})
    check("no hover elsewhere", nowhere.get("result", 1) is None, nowhere)

    actions = editor.actions(place(text, "baby"))
    fixes = [a for a in actions if a["kind"] == "quickfix"]
    check("a fix for each suggestion", any("Mr Hart hit the baby" in a["title"] for a in fixes), actions)
    edits = fixes[0]["edit"]["documentChanges"][0] if fixes else {"textDocument": {}, "edits": []}
    check("for this version", edits["textDocument"] == {"uri": URI, "version": 1}, edits)
    rewritten = applied(text, edits["edits"])
    check("that mends the sentence", "Mr Hart hit the baby" in rewritten and rewritten.startswith("😀 Report\n\n😀😀 “Café”"), rewritten)
    check("no more than was asked for", all(a["kind"] == "quickfix" for a in editor.actions(place(text, "baby"), ["quickfix"])))
    all_at_once = editor.actions(place(text, "Report"), ["source.fixAll"])
    check("one action for all rewrites", len(all_at_once) == 1 and all_at_once[0]["kind"] == "source.fixAll.onus", all_at_once)
    check("which rewrites and doesn't reframe", all_at_once and "Mr Hart hit the baby" in applied(
        text, all_at_once[0]["edit"]["documentChanges"][0]["edits"]) and not any(
            "[" in e["newText"] for e in all_at_once[0]["edit"]["documentChanges"][0]["edits"]), all_at_once)

    editor.change(2, {"range": place(text, "failed to protect"), "text": "protected"})
    text = text.replace("failed to protect", "protected")
    found = editor.pushed(2)
    check("an edit takes it away", found is not None and not covers(found, place(text, "protected")), found)
    report = editor.request("workspace/executeCommand", {"command": "onus.report", "arguments": [URI]})["result"]
    check("the whole report", len(report["coverage"]) == 5 and "criteria" in report, report)
    editor.tell("textDocument/didClose", {"textDocument": {"uri": URI}})
    check("a closed text has none", editor.pushed() == [])
    check("it ends when told", editor.end() == 0)


def test_pull():
    for encoding in ("utf-8", "utf-16", "utf-32"):
        editor = Editor(pulling(positionEncodings=[encoding]))
        check(encoding + " is agreed on", editor.can["positionEncoding"] == encoding, editor.can)
        check("asked for, so not sent", "diagnosticProvider" in editor.can)
        text = "é😀 “Café”: " + SENTENCE + "\n"
        editor.open(text)
        got = editor.pull()
        check(encoding + ": finds it", covers(got["items"], place(text, "failed to protect", encoding)), got)
        check("unchanged", editor.pull(known=got["resultId"])["kind"] == "unchanged")
        editor.change(2, {"range": place(text, "é😀", encoding), "text": "😀\n\n😀 "})
        text = text.replace("é😀", "😀\n\n😀 ")
        got = editor.pull(known=got["resultId"])
        check(encoding + ": and behind an edit", got["kind"] == "full" and covers(got["items"], place(text, "failed to protect", encoding)), got)
        check("never both", editor.pushed(seconds=0.3) is None)
        check("asked for the settings", "workspace/configuration" in editor.asked, editor.asked)
        check("it ends", editor.end() == 0)
    check("the editor's liking decides", Editor(pulling(positionEncodings=["utf-16", "utf-8"])).can["positionEncoding"] == "utf-16")


def test_workspace():
    """Of all open texts at once; what hasn't changed isn't sent again, and what is closed has nothing."""
    editor = Editor(pulling())
    check("offers the workspace", editor.can["diagnosticProvider"]["workspaceDiagnostics"] is True, editor.can)

    def ask(known=(), **more):
        ids = [{"uri": uri, "value": value} for uri, value in known]
        return {i["uri"]: i for i in editor.request("workspace/diagnostic", {"previousResultIds": ids, **more})["result"]["items"]}

    check("nothing of nothing", ask() == {})
    editor.open(SENTENCE, "untitled:a", version=4)
    editor.open("She slept well.", "untitled:b")
    first = ask(workDoneToken="T")
    check("each text with its version", set(first) == {"untitled:a", "untitled:b"} and first["untitled:a"]["version"] == 4
          and first["untitled:a"]["kind"] == "full" and first["untitled:a"]["items"] and not first["untitled:b"]["items"], first)
    told = [m["params"]["value"]["kind"] for m in notices(editor, 0) if m["method"] == "$/progress" and m["params"]["token"] == "T"]
    check("progress, begun and ended", told == ["begin", "end"], told)
    editor.change(5, {"text": "She slept."}, uri="untitled:a")
    editor.tell("textDocument/didClose", {"textDocument": {"uri": "untitled:b"}})
    editor.open("She slept well.", "untitled:c")
    known = [(uri, item["resultId"]) for uri, item in first.items()] + [("untitled:c", first["untitled:b"]["resultId"])]
    second = ask(known)
    check("what has changed", second["untitled:a"]["kind"] == "full" and second["untitled:a"]["items"] == [], second)
    check("what is closed", second["untitled:b"]["kind"] == "full" and second["untitled:b"]["items"] == [], second)
    check("what is as it was", second["untitled:c"]["kind"] == "unchanged" and "items" not in second["untitled:c"], second)
    check("wrong parameters", editor.request("workspace/diagnostic", {})["error"]["code"] == -32602)
    editor.end()


def severities(diagnostics, rule):
    return [d["severity"] for d in diagnostics or [] if d.get("code") == rule]


def test_people():
    text = "Kim failed to protect the children.\n"
    editor = Editor(PUSH)
    editor.open(text)
    undeclared = severities(editor.pushed(1), "failure-to-protect")
    editor.end()
    for name, settings in (("when it begins", {"options": {"survivor": "Kim"}}), ("on the command line", {"arguments": ["--survivor", "Kim"]})):
        editor = Editor(PUSH, **settings)
        editor.open(text)
        declared = severities(editor.pushed(1), "failure-to-protect")
        check("people declared " + name, declared and (not undeclared or declared[0] < undeclared[0]), (undeclared, declared))
        editor.end()
    editor = Editor(pulling(), configuration={"survivor": ["Kim"]})
    editor.open(text)
    time.sleep(0.5)
    check("in the configuration", severities(editor.pull()["items"], "failure-to-protect") == declared)
    check("the editor is told to ask again", "workspace/diagnostic/refresh" in editor.asked, editor.asked)
    editor.configuration = {"survivor": []}
    editor.tell("workspace/didChangeConfiguration", {"settings": None})
    time.sleep(0.5)
    check("and changed there", severities(editor.pull()["items"], "failure-to-protect") == undeclared)
    editor.end()
    with tempfile.TemporaryDirectory() as folder:
        near = pathlib.Path(folder) / ".onus.yaml"
        near.write_text("survivor: Kim\n")
        editor = Editor(PUSH)
        uri = (pathlib.Path(folder) / "draft.txt").as_uri()
        editor.open(text, uri)
        check("in the file nearest to the text", severities(editor.pushed(1), "failure-to-protect") == declared)
        near.write_text("survivr: Kim\n")
        editor.tell("workspace/didChangeWatchedFiles", {"changes": []})
        check("a wrong file is told", any("survivr" in m["params"].get("message", "") for m in notices(editor, 2)))
        editor.end()


def notices(editor, seconds):
    time.sleep(seconds)
    list_of = []
    while not editor.notices.empty():
        list_of.append(editor.notices.get()[1])
    return list_of


def test_markdown():
    editor = Editor(PUSH)
    text = "# Analysis\n\n> quoted\n\n- *" + SENTENCE + "*\n\n```\n" + SENTENCE + "\n```\n"
    editor.open(text, "untitled:draft", "markdown")
    found = editor.pushed(1)
    check("Markdown", covers(found, place(text, "failed to protect")) and max(d["range"]["end"]["line"] for d in found) == 4, found)
    editor.open("Elle n'a pas protégé les enfants. Il était violent et elle avait peur de lui pendant des années.\n", "untitled:b")
    found = editor.pushed(1)
    check("another language is said, and nothing else", len(found) == 1 and found[0]["severity"] == 4, found)
    editor.end()


def test_wrong_use():
    editor = Editor(PUSH)
    check("an unknown method", editor.request("textDocument/rename", {})["error"]["code"] == -32601)
    check("wrong parameters", editor.request("textDocument/hover", {"textDocument": 1})["error"]["code"] == -32602)
    check("a text that isn't open", editor.pull_error() == -32801)
    editor.change(2, {"text": "x"}, uri="file:///elsewhere")
    editor.tell("textDocument/didOpen", {"textDocument": 7})
    editor.send_raw(b"Content-Length: 5\r\nContent-Type: x\r\n\r\n{oops")
    editor.send_raw(b"content-length: 2\r\n\r\n[]")
    editor.open("a")
    editor.change(2, {"range": {"start": {"line": 0, "character": 1}, "end": {"line": 0, "character": 1}}, "text": "\ud83d"})
    editor.change(3, {"range": {"start": {"line": 0, "character": 2}, "end": {"line": 9, "character": 99}}, "text": " " + SENTENCE})
    check("goes on after all that, with half a pictograph", covers(editor.pushed(3), place("ax " + SENTENCE, "failed to protect")))
    check("it ends", editor.end() == 0)
    early = subprocess.run([PROGRAM, "lsp"], input=b'Content-Length: 49\r\n\r\n{"jsonrpc":"2.0","id":1,"method":"shutdown"     }'
                           b'Content-Length: 33\r\n\r\n{"jsonrpc":"2.0","method":"exit"}', capture_output=True, timeout=60)
    check("nothing before initialize", b"-32002" in early.stdout and early.returncode == 1, early)
    check("an editor that dies", subprocess.run([PROGRAM, "lsp"], input=b"Content-Length: 10\r\n\r\n{", capture_output=True, timeout=60).returncode == 1)


Editor.pull_error = lambda self: self.request("textDocument/diagnostic", {"textDocument": {"uri": "file:///none"}})["error"]["code"]


def long_text(words):
    texts = [p.read_text() for p in sorted((SOURCE / "corpora" / "reports" / "develop").glob("*.txt"))]
    out = ""
    while len(out.split()) < words:
        out += texts[len(out) % len(texts)].rstrip() + "\n\n"
    return out


def test_cancel():
    editor = Editor(pulling(), options={"delay": 5000})
    editor.open(long_text(40_000))
    number = editor.begin("textDocument/diagnostic", {"textDocument": {"uri": URI}})
    everything = editor.begin("workspace/diagnostic", {"previousResultIds": []})
    begun = time.time()
    editor.tell("$/cancelRequest", {"id": number})
    editor.tell("$/cancelRequest", {"id": everything})
    reply = editor.wait_for(number)
    check("one for all texts too", editor.wait_for(everything).get("error", {}).get("code") == -32800)
    check("a request is cancelled", reply.get("error", {}).get("code") == -32800, str(reply)[:200])
    check("at once", time.time() - begun < 0.5, time.time() - begun)
    check("and the next is answered", editor.pull()["kind"] == "full")
    editor.end()


def lint(text, *options):
    run = subprocess.run([PROGRAM, "lint", "--format", "json", *options, "-"], input=text.encode(), capture_output=True)
    return json.loads(run.stdout)["documents"][0]


def test_random_edits():
    """After any edits the text is what the editor has, and what is found is what the command line finds."""
    draw = random.Random(11)
    pieces = [" ", "\n", "\r\n", "é", "😀", "\n\n", "She ", "was hit by Mr Hart. ", SENTENCE + " ", "He denies it. ", "# ", "“", "\t", "\r"]
    editor = Editor(PUSH, options={"delay": 0})
    text, version = "", 1
    editor.open(text)
    for _ in range(40):
        changes = []
        for _ in range(draw.randint(1, 4)):
            begin = draw.randint(0, len(text))
            end = min(len(text), begin + draw.choice([0, 0, 0, 1, 5, 60]))
            if any(0 < i < len(text) and text[i - 1: i + 1] == "\r\n" for i in (begin, end)):
                continue  # no editor puts a place there
            words = "".join(draw.choice(pieces) for _ in range(draw.randint(0, 4)))
            changes.append({"range": {"start": lsp_position(text, begin), "end": lsp_position(text, end)}, "text": words})
            text = text[:begin] + words + text[end:]
        version += 1
        editor.change(version, *changes)
    found = [d for d in editor.pushed(version) or [] if "code" in d]
    linted = lint(text, "--include-text")
    wanted = [(f["rule"], f["message"]) for f in linted["findings"]]
    check("after random edits the same as the command line", [(d["code"], d["message"]) for d in found] == wanted and wanted, (found, wanted))
    editor.end()


def lsp_position(text, index):
    before = text[:index].replace("\r\n", "\n").replace("\r", "\n")
    return {"line": before.count("\n"), "character": units(before.rsplit("\n", 1)[-1], "utf-16")}


def test_typing():
    """At typing speed, on a long report: the editor is never left behind. The figure is for docs/measurements.md."""
    editor = Editor(PUSH)
    text = long_text(15_700)
    editor.open(text)
    editor.pushed(1)
    place_of = place(text, text[len(text) // 2:][:20])["start"]
    times, edits = [], int(dict(a.split("=") for a in sys.argv[3:]).get("edits", 6))
    for version in range(2, edits + 2):
        words = (SENTENCE + " ")[(version - 2) % (len(SENTENCE) + 1)]
        begun = time.time()
        editor.change(version, {"range": {"start": place_of, "end": place_of}, "text": words})
        place_of = {**place_of, "character": place_of["character"] + 1}
        check("typing is answered", editor.pushed(version) is not None) if version < 4 else editor.pushed(version)
        times.append(1000 * (time.time() - begun))
        time.sleep(0.02)
    times.sort()
    print(f"from edit to diagnostics, {edits} edits of {len(text.split())} words: median {times[len(times) // 2]:.0f} ms, "
          f"p99 {times[min(len(times) - 1, int(0.99 * len(times)))]:.0f} ms, most {times[-1]:.0f} ms")
    check("the editor is not left behind", times[-1] < 20_000, times[-1])
    editor.end()


def main():
    for test in (test_push, test_pull, test_workspace, test_people, test_markdown, test_wrong_use, test_cancel, test_random_edits, test_typing):
        test()
    finish()


main()
