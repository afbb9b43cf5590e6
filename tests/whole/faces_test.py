#!/usr/bin/python3
"""One text through the command line, the whole-document interface, the LanguageTool protocol, the language server and the C library: the same
findings.

Usage: faces_test.py PROGRAM SOURCE_DIR
"""
import http.client
import json
import os
import pathlib
import signal
import subprocess
import sys
import urllib.parse

from checks import check, finish

PROGRAM, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
PEOPLE = {"survivor": "Ms Hart", "perpetrator": "Mr Baird"}
OPTIONS = [word for role, name in PEOPLE.items() for word in ("--" + role, name)]


def utf16(text):
    return len(text.encode("utf-16-le")) // 2


def found(document):
    """Rule and words of each finding, as the command line has them."""
    return [(f["rule"], f["text"]) for f in document["findings"]]


def prose_of(text):
    run = subprocess.run([PROGRAM, "lint", "--format", "json", "--include-text", "-"], input=text.encode(), capture_output=True)
    return json.loads(run.stdout)["documents"][0]["text"]


def from_command_line(text):
    run = subprocess.run([PROGRAM, "lint", "--format", "json", *OPTIONS, "-"], input=text.encode(), capture_output=True)
    return json.loads(run.stdout)["documents"][0]


def post(port, target, body):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("POST", target, body.encode(), {"User-Agent": "test"})
    return json.loads(connection.getresponse().read())


def from_c(text):
    example = pathlib.Path(PROGRAM).parent / "onus-c-example"
    run = subprocess.run([example, json.dumps(PEOPLE)], input=text.encode(), capture_output=True)
    return json.loads(run.stdout)["documents"][0]


def sanitizers_of(library):
    """Those that a foreign program has to load before a library that was built with them."""
    needed = subprocess.run(["ldd", library], capture_output=True, text=True).stdout.split()
    return ":".join(word for word in needed if word.startswith("/") and ("libasan" in word or "libubsan" in word))


def from_python(text):
    library = pathlib.Path(PROGRAM).parent / "libonus.so"
    environment = {**os.environ, "LD_PRELOAD": sanitizers_of(library), "ASAN_OPTIONS": "detect_leaks=0"}
    run = subprocess.run([sys.executable, SOURCE / "tools" / "examples" / "lint.py", library, json.dumps(PEOPLE), "--json"], input=text.encode(),
                         capture_output=True, env=environment)
    return json.loads(run.stdout)["documents"][0]


def squeezed(words):
    return " ".join(words.split())


def from_language_server(text):
    """The words in the places of the diagnostics, and the report of the command."""
    uri = "untitled:draft"
    messages = [
        {"id": 1, "method": "initialize", "params": {"capabilities": {"textDocument": {"diagnostic": {}}}, "initializationOptions": PEOPLE}},
        {"method": "initialized", "params": {}},
        {"method": "textDocument/didOpen", "params": {"textDocument": {"uri": uri, "languageId": "plaintext", "version": 1, "text": text}}},
        {"id": 2, "method": "textDocument/diagnostic", "params": {"textDocument": {"uri": uri}}},
        {"id": 3, "method": "workspace/executeCommand", "params": {"command": "onus.report", "arguments": [uri]}}]
    server = subprocess.Popen([PROGRAM, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    for message in messages:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
    server.stdin.flush()
    replies = {}
    while not {2, 3} <= replies.keys():
        length = int(server.stdout.readline().split(b":")[1])
        server.stdout.readline()
        message = json.loads(server.stdout.read(length))
        replies[message.get("id")] = message.get("result")
    server.stdin.close()
    server.wait(20)
    return replies[2]["items"], replies[3]


def words_at(text, span):
    lines = text.split("\n")
    units = [0]
    for line in lines:
        units.append(units[-1] + utf16(line) + 1)
    begin, end = (units[span[k]["line"]] + span[k]["character"] for k in ("start", "end"))
    return text.encode("utf-16-le")[2 * begin: 2 * end].decode("utf-16-le")


def compare(name, text, port):
    document = from_command_line(text)
    wanted = found(document)
    check(f"{name}: there is something to find ({len(wanted)})", wanted)
    posted = post(port, "/api/lint?" + urllib.parse.urlencode({**PEOPLE, "name": "-"}), text)["documents"][0]
    check(f"{name}: the interface of its own", posted == document)
    if document["format"] == "text":  # a paragraph of a word processor is never taken for Markdown
        compare_matches(name, text, wanted, port)
    check(f"{name}: the C interface", from_c(text) == document)
    check(f"{name}: the C interface from Python", from_python(text) == document)
    diagnostics, report = from_language_server(text)
    told = [(d["code"], squeezed(words_at(text, d["range"]))) for d in diagnostics if "code" in d]
    check(f"{name}: the language server", [rule for rule, _ in told] == [rule for rule, _ in wanted], (told, wanted))
    if document["format"] == "text":
        check(f"{name}: and its places", told == [(rule, squeezed(words)) for rule, words in wanted], (told, wanted))
    report["source"] = document["source"]
    check(f"{name}: its report", report == document)


def compare_matches(name, text, wanted, port):
    matches = post(port, "/v2/check", urllib.parse.urlencode({"text": text, "language": "en-GB"}))["matches"]
    check(f"{name}: the LanguageTool protocol", [m["rule"]["id"] for m in matches] == [rule for rule, _ in wanted], matches)
    wide = text.encode("utf-16-le")
    check(f"{name}: and its places", all(
        squeezed(words) in squeezed(wide[2 * m["offset"]: 2 * (m["offset"] + m["length"])].decode("utf-16-le"))
        for m, (_, words) in zip(matches, wanted)))


def main():
    server = subprocess.Popen([PROGRAM, "serve", "--port", "0", "--quiet", *OPTIONS], stdout=subprocess.PIPE, text=True)
    port = int(server.stdout.readline().rsplit(":", 1)[1])
    texts = {"a paragraph": "😀 Ms Hart failed to protect the children. “That night” the baby was hit by Mr Baird.\nThere were arguments.\n"}
    for path in sorted((SOURCE / "corpora" / "reports" / "develop").glob("*.txt"))[::20]:
        texts[path.stem] = path.read_text()
        texts[path.stem + ", its prose"] = prose_of(path.read_text())
    try:
        for name, text in texts.items():
            compare(name, text, port)
        no_settings = subprocess.run([pathlib.Path(PROGRAM).parent / "onus-c-example", "no JSON"], input="", capture_output=True, text=True)
        check("the C interface says what is wrong", no_settings.returncode == 2 and "JSON" in no_settings.stderr, no_settings)
    except Exception:
        server.kill()  # it holds the pipe that ctest waits for
        raise
    server.send_signal(signal.SIGTERM)
    check("the server stops", server.wait(30) == 0)
    finish()


main()
