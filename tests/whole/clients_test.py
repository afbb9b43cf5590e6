#!/usr/bin/python3
"""Each known client of the LanguageTool protocol: a request as it sends it, and what it needs in the answer. The requests are
written from the clients' sources; LibreOffice is tried for real in libreoffice_test.py, Neovim in neovim_test.py.

Usage: clients_test.py PROGRAM SOURCE_DIR
"""
import http.client
import json
import signal
import subprocess
import sys
import urllib.parse

from checks import check, finish

PROGRAM = sys.argv[1]
SENTENCE = "Ms Hart failed to protect the children from Mr Hart's violence."
TEXT = "😀 " + SENTENCE
DATA = json.dumps({"annotation": [{"markup": "# ", "interpretAs": ""}, {"text": TEXT}, {"markup": "\n\n", "interpretAs": "\n\n"}, {"text": "He denies it."}]})
FORM = "application/x-www-form-urlencoded"
STRICT = ["software.name:str", "software.version:str", "software.buildDate:str", "software.apiVersion:int", "software.premium:bool",
          "software.status:str", "language.code:str", "language.name:str", "language.detectedLanguage.code:str",
          "language.detectedLanguage.name:str"]
MATCH = ["message:str", "offset:int", "length:int", "replacements:list"]
KINDS = {"str": str, "int": int, "bool": bool, "list": list, "dict": dict}


def form(**fields):
    return urllib.parse.urlencode(fields)


# client; method, target, body, headers; members of the answer that it needs; members of each match
CLIENTS = [
    ("LibreOffice 7.4", "POST", "/v2/check", f"text={TEXT}&language=en-GB", {"Content-Type": FORM}, ["matches:list"],
     MATCH + ["shortMessage:str", "rule.category.id:str"]),
    ("LibreOffice 7.4 with a slash at the end", "POST", "/v2//check", f"text={TEXT}&language=en-", {"Content-Type": FORM}, ["matches:list"],
     MATCH + ["shortMessage:str", "rule.category.id:str"]),
    ("LibreOffice 24", "POST", "/v2/check", "text=" + urllib.parse.quote(TEXT, safe="") + "&language=en",
     {"Content-Type": FORM, "User-Agent": "LibreOffice 24.8 denylistedbackend/8.9 OpenSSL/3"}, ["matches:list"],
     MATCH + ["shortMessage:str", "rule.category.id:str"]),
    ("LTeX+", "POST", "//v2/check", form(data=DATA, language="en-GB", level="picky", motherTongue="en", enabledRules=""), {}, ["matches:list"],
     MATCH + ["rule.id:str", "sentence:str"]),
    ("Obsidian", "POST", "/v2/check", form(data=DATA, language="auto", enabledOnly="false", level="picky", preferredVariants="en-GB,de-DE",
                                           disabledRules="WHITESPACE_RULE", disabledCategories="TYPOS"),
     {"Content-Type": FORM, "Origin": "app://obsidian.md", "User-Agent": "Mozilla/5.0"}, ["matches:list"],
     MATCH + ["shortMessage:str", "rule.id:str", "rule.category.id:str"]),
    ("VS Code, vscode-languagetool-linter", "POST", "/v2/check", form(data=DATA, language="en-GB", enabledOnly="false"),
     {"Content-Type": FORM, "User-Agent": "node-fetch"}, ["software.name:str", "software.version:str", "matches:list"],
     MATCH + ["rule.id:str", "rule.description:str", "rule.category.id:str", "rule.category.name:str"]),
    ("languagetool-rust", "POST", "/v2/check?" + form(text=TEXT, language="en-GB", enabledOnly="false"), "", {"User-Agent": "reqwest"}, STRICT,
     MATCH + ["context.text:str", "context.offset:int", "context.length:int", "sentence:str", "shortMessage:str", "rule.id:str",
              "rule.description:str", "rule.issueType:str", "rule.category.id:str", "rule.category.name:str"]),
    ("the old browser add-on", "POST", "/v2/check", form(data=json.dumps({"text": TEXT, "metaData": {"EmailToAddress": ""}}), language="auto",
                                                        preferredVariants="en-GB", disabledRules="WHITESPACE_RULE", useragent="webextension-firefox"),
     {"Content-Type": FORM, "Origin": "moz-extension://b4c2", "User-Agent": "Mozilla/5.0"}, ["language.name:str"] + STRICT,
     MATCH + ["rule.id:str", "rule.issueType:str", "context.text:str"]),
    ("a new add-on, its second request", "POST", "/v2/check", form(data=DATA, language="auto", preferredLanguages="en,de", noopLanguages="de,fr", c="1",
                                                                 mode="allButTextLevelOnly", enableHiddenRules="true", level="picky", abtest="x",
                                                                 allowIncompleteResults="true", textSessionId="1:2", instanceId="3"),
     {"Content-Type": FORM, "Origin": "chrome-extension://oldc", "User-Agent": "Mozilla/5.0"},
     ["warnings.incompleteResults:bool", "sentenceRanges:list"] + STRICT, MATCH + ["shortMessage:str", "sentence:str", "type.typeName:str"]),
    ("a base address with /v2 to which the client adds it", "POST", "/v2/v2/check", form(text=TEXT, language="en-GB"), {"User-Agent": "x"}, STRICT, MATCH),
    ("a base address without", "POST", "/check", form(text=TEXT, language="en-GB"), {"User-Agent": "x"}, STRICT, MATCH),
]


def missing(value, needs):
    wrong = []
    for need in needs:
        path, kind = need.split(":")
        at = value
        for step in path.split("."):
            at = at.get(step) if isinstance(at, dict) else None
        if not isinstance(at, KINDS[kind]):
            wrong.append(need)
    return wrong


def ask(port, method, target, body, headers):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request(method, target, body.encode(), headers)
    reply = connection.getresponse()
    content = reply.read()
    connection.close()
    return reply.status, content


def original(body, target):
    """What the client counts its places in."""
    fields = urllib.parse.parse_qs(urllib.parse.urlsplit(target).query or body)
    if "data" not in fields:
        return TEXT
    data = json.loads(fields["data"][0])
    return data.get("text") or "".join(p.get("text", p.get("markup")) for p in data["annotation"])


def main():
    server = subprocess.Popen([PROGRAM, "serve", "--port", "0", "--quiet"], stdout=subprocess.PIPE, text=True)
    port = int(server.stdout.readline().rsplit(":", 1)[1])
    for name, method, target, body, headers, needs, match_needs in CLIENTS:
        status, content = ask(port, method, target, body, headers)
        check(name + ": answered", status == 200, content)
        if status != 200:
            continue
        answer = json.loads(content)
        check(name + ": has what it needs", not missing(answer, needs), missing(answer, needs))
        check(name + ": in each match", answer["matches"] and not any(missing(m, match_needs) for m in answer["matches"]), answer["matches"])
        units = original(body, target).encode("utf-16-le")
        words = [units[2 * m["offset"]: 2 * (m["offset"] + m["length"])].decode("utf-16-le") for m in answer["matches"]]
        check(name + ": places in what it has", any("failed to protect" in w for w in words), words)
        check(name + ": nothing looks like spelling", not any(
            word in json.dumps(m) for m in answer["matches"] for word in ("SPELLER", "MORFOLOGIK", "HUNSPELL", "misspelling")))
    first = ask(port, "POST", "/v2/check", form(data=DATA, language="auto", mode="textLevelOnly"), {"User-Agent": "x"})
    check("a new add-on, its first request, repeats nothing", first[0] == 200 and json.loads(first[1])["matches"] == [], first)
    for target, kind in (("/v2/languages", list), ("/v2/info", dict)):
        status, content = ask(port, "GET", target, "", {})
        check(target, status == 200 and isinstance(json.loads(content), kind), content)
    server.send_signal(signal.SIGTERM)
    check("the server stops", server.wait(30) == 0)
    finish()


main()
