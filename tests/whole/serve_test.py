#!/usr/bin/python3
"""onus serve, asked as its clients ask it.

Usage: serve_test.py PROGRAM SOURCE_DIR
"""
import http.client
import io
import json
import pathlib
import random
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import zipfile

from checks import check, finish

PROGRAM, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
SENTENCE = "Ms Hart failed to protect the children from Mr Hart's violence."
MARK = "failed to protect"
FLAT = ('<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>')


class Server:
    def __init__(self, *options):
        self.process = subprocess.Popen([PROGRAM, "serve", "--port", "0", *options], stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        check("it says where it listens", line.startswith("onus: listening on http://127.0.0.1:"), line)
        self.port = int(line.rsplit(":", 1)[1])
        self.errors = []
        self.reader = threading.Thread(target=lambda: self.errors.extend(self.process.stderr), daemon=True)
        self.reader.start()

    def ask(self, method, target, body=None, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request(method, target, body=body, headers=headers or {})
        reply = connection.getresponse()
        content = reply.read()
        connection.close()
        return reply.status, {k.lower(): v for k, v in reply.getheaders()}, content

    def matches(self, method, target, body=None, headers=None):
        status, _, content = self.ask(method, target, body, headers)
        return json.loads(content)["matches"] if status == 200 else f"{status} {content!r}"

    def stop(self):
        begun = time.time()
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(30)
        self.reader.join(5)
        return code, time.time() - begun


def utf16(text):
    return len(text.encode("utf-16-le")) // 2


def encoded(text, language="en-GB", **more):
    return urllib.parse.urlencode({"text": text, "language": language, **more})


FORM = {"Content-Type": "application/x-www-form-urlencoded"}
AGENT = {**FORM, "User-Agent": "curl/7.88"}


def covers(matches, text, mark=MARK):
    """Some match covers `mark` where it stands in `text`, counted in UTF-16 units."""
    begin = utf16(text[: text.index(mark)])
    return isinstance(matches, list) and any(
        m["offset"] <= begin and m["offset"] + m["length"] >= begin + utf16(mark) for m in matches)


def test_check(server):
    check("GET", covers(server.matches("GET", "/v2/check?" + encoded(SENTENCE)), SENTENCE))
    check("POST", covers(server.matches("POST", "/v2/check", encoded(SENTENCE), AGENT), SENTENCE))
    check("POST without a type", covers(server.matches("POST", "/v2/check", encoded(SENTENCE)), SENTENCE))
    check("everything in the query of a POST",
          covers(server.matches("POST", "/v2/check?" + encoded(SENTENCE), "", AGENT), SENTENCE))
    for target in ("/v2//check", "//v2/check", "/check", "/v2/v2/check", "/v2/check/"):
        check(target, covers(server.matches("POST", target, encoded(SENTENCE), AGENT), SENTENCE))
    for language in ("en", "en-", "en-IE", "EN-gb", "auto"):
        check("language " + language, covers(server.matches("POST", "/v2/check", encoded(SENTENCE, language)), SENTENCE))
    check("another language finds nothing", server.matches("POST", "/v2/check", encoded(SENTENCE, "fr-FR")) == [])
    long_text = "She slept well.\n\n" * 3000 + SENTENCE
    check("a form of 50 KB", covers(server.matches("POST", "/v2/check", encoded(long_text), AGENT), long_text))
    check("nothing in nothing", server.matches("POST", "/v2/check", encoded(""), AGENT) == [])
    check("in pieces", covers(json.loads(chunked(server, encoded(SENTENCE)))["matches"], SENTENCE))


def chunked(server, body):
    pieces = [body[i: i + 7] for i in range(0, len(body), 7)]
    lines = "".join(f"{len(p):x}\r\n{p}\r\n" for p in pieces) + "0\r\n\r\n"
    return raw(server, "POST /v2/check HTTP/1.1\r\nHost: localhost\r\nUser-Agent: x\r\nTransfer-Encoding: chunked\r\n\r\n"
               + lines).split(b"\r\n\r\n", 1)[1]


def raw(server, request):
    with socket.create_connection(("127.0.0.1", server.port), timeout=60) as connection:
        connection.sendall(request if isinstance(request, bytes) else request.encode())
        reply = b""
        while piece := connection.recv(65536):
            reply += piece
        return reply


def test_libreoffice_7_4(server):
    """Not encoded, no User-Agent, although the type says it is a form."""
    for text in (SENTENCE, "R&D = 50%25 + " + SENTENCE, "😀 “Café” & more:\n" + SENTENCE, "She wrote &language=x there. " + SENTENCE):
        for end in ("", "&username=U&apiKey=K"):
            body = f"text={text}&language=en-GB{end}".encode()
            check("LibreOffice 7.4: " + text[:12], covers(server.matches("POST", "/v2/check", body, FORM), text))
    reply = raw(server, b"POST /v2/check HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 27\r\n\r\n"
                        b"text=He left&language=en-GB")
    check("Expect: 100-continue", reply.startswith(b"HTTP/1.1 100") and b" 200 " in reply, reply)


def test_annotated(server):
    data = {"annotation": [{"text": "😀 "}, {"markup": "<b>"}, {"text": SENTENCE}, {"markup": "</b>", "interpretAs": "\n\n"},
                           {"text": "She left."}]}
    original = "".join(p.get("text", p.get("markup")) for p in data["annotation"])
    body = urllib.parse.urlencode({"data": json.dumps(data), "language": "en-GB"})
    check("annotated text", covers(server.matches("POST", "/v2/check", body, AGENT), original))


def test_two_requests(server):
    found = [server.matches("POST", "/v2/check", encoded(SENTENCE, mode=mode), AGENT)
             for mode in ("textLevelOnly", "allButTextLevelOnly")]
    check("two requests for one text share out the findings", found[0] == [] and covers(found[1], SENTENCE))


def test_replacements(server):
    text = "😀 Before that, the baby was hit by Mr Hart."
    matches = server.matches("POST", "/v2/check", encoded(text), AGENT)
    values = [r["value"] for m in matches for r in m["replacements"]] if isinstance(matches, list) else []
    check("a passive is turned round", any("Mr Hart hit the baby" in value for value in values), matches)
    check("at most ten replacements", all(len(m["replacements"]) <= 10 for m in matches))
    check("every message says something", all(m["message"] and m["shortMessage"] for m in matches))


def test_errors(server):
    for name, wanted, request in (
            ("no language", 400, ("POST", "/v2/check", "text=a", AGENT)),
            ("no text", 400, ("POST", "/v2/check", "language=en", AGENT)),
            ("text and data", 400, ("POST", "/v2/check", "text=a&data={}&language=en", AGENT)),
            ("not UTF-8", 400, ("POST", "/v2/check", b"text=caf%E9&language=en", AGENT)),
            ("an old parameter", 400, ("POST", "/v2/check", "text=a&language=en&enabled=x", AGENT)),
            ("another path", 404, ("GET", "/v2/stop", None, None)),
            ("another method", 405, ("DELETE", "/v2/check", None, None)),
            ("too long", 413, ("POST", "/v2/check", encoded("a " * 150_000), AGENT)),
            ("a document that isn't one", 422, ("POST", "/api/lint", b"%PDF-1.7", None)),
            ("GET of a document", 405, ("GET", "/api/lint", None, None))):
        status, headers, content = server.ask(*request)
        check(f"{name}: {wanted}", status == wanted, f"{status} {content!r}")
        check(f"{name}: in words", headers["content-type"].startswith("text/plain") and content.startswith(b"Error: "), content)
    reply = raw(server, b"POST /v2/check HTTP/1.1\r\nHost: localhost\r\nUser-Agent: x\r\n\r\n")
    check("a POST without a body is answered at once", b" 400 " in reply.split(b"\r\n")[0], reply)


def test_strangers(server):
    body = encoded(SENTENCE)
    for host in ("evil.example", f"evil.example:{server.port}", "127.0.0.1.evil.example"):
        check("Host " + host, server.ask("POST", "/v2/check", body, {"Host": host})[0] == 403)
    for origin in ("http://evil.example", "null", "https://localhost.evil.example"):
        status, headers, _ = server.ask("POST", "/v2/check", body, {"Origin": origin})
        check("Origin " + origin, status == 403 and "access-control-allow-origin" not in headers)
    for origin in ("moz-extension://ab", "app://obsidian.md", "http://localhost:5000"):
        status, headers, _ = server.ask("POST", "/v2/check", body, {"Origin": origin})
        check("Origin " + origin, status == 200 and headers.get("access-control-allow-origin") == origin)
    status, headers, _ = server.ask("OPTIONS", "/v2/check", None, {"Origin": "moz-extension://ab"})
    check("a browser may ask first", status == 204 and headers.get("access-control-allow-private-network") == "true")


def test_other_answers(server):
    codes = [l["longCode"] for l in json.loads(server.ask("GET", "/v2/languages")[2])]
    check("languages", "en-GB" in codes and "en" in codes, codes)
    check("health", server.ask("GET", "/v2/healthcheck")[2] == b"OK")
    check("information", json.loads(server.ask("GET", "/v2/info")[2])["software"]["name"] == "onus")
    check("longest text", int(server.ask("GET", "/v2/maxtextlength")[2]) == 200_000)


def lint(path):
    run = subprocess.run([PROGRAM, "lint", "--format", "json", str(path)], capture_output=True)
    return json.loads(run.stdout)["documents"][0]


def test_whole_documents(server):
    sample = SOURCE / "corpora" / "samples" / "assessment.docx"
    status, _, content = server.ask("POST", "/api/lint?name=assessment.docx", sample.read_bytes())
    check("a .docx", status == 200, content)
    posted, linted = json.loads(content)["documents"][0], lint(sample)
    linted["source"] = posted["source"]
    check("the same as on the command line", posted == linted)
    check("without its text", "text" not in posted)
    text = "5. Analysis\n\n" + SENTENCE
    status, _, content = server.ask("POST", "/api/lint?include-text=yes&perpetrator=Mr+Hart&survivor=Ms+Hart", text.encode())
    document = json.loads(content)["documents"][0]
    check("a text", document["text"].endswith(SENTENCE), content)
    roles = {p["name"]: [r for r in p["roles"]] for p in document["people"]}
    check("people may be declared", any(r["basis"] == "declared" for rs in roles.values() for r in rs), roles)


def test_pages_and_copies(server):
    sample = (SOURCE / "corpora" / "samples" / "assessment.docx").read_bytes()
    status, headers, content = server.ask("POST", "/api/lint?format=html&name=assessment.docx", sample)
    check("the page", status == 200 and headers["content-type"].startswith("text/html") and content.startswith(b"<!")
          and b"</html>" in content and b"assessment.docx" in content, content[:80])
    check("which may load and run nothing", "default-src 'none'" in headers.get("content-security-policy", ""), headers)
    found = lint(SOURCE / "corpora" / "samples" / "assessment.docx")["findings"]
    for target in ("/api/annotate", "/api/annotate?track-changes=yes", "/api/lint?format=docx&track-changes=yes"):
        status, headers, content = server.ask("POST", target, sample)
        with zipfile.ZipFile(io.BytesIO(content)) as copy:
            comments, text = copy.read("word/comments.xml").decode(), copy.read("word/document.xml").decode()
        check(f"{target}: a Word document", status == 200 and headers["content-type"].endswith("wordprocessingml.document")
              and headers["content-disposition"].endswith('.docx"'), headers)
        check(f"{target}: a comment for each finding", all(f["rule"] in comments for f in found) and comments.count("<w:comment ") == len(found) + 1)
        check(f"{target}: changes where asked for", ("<w:ins " in text) == ("track" in target))
    flat = (FLAT + "<text:p>Title</text:p><text:p>" + SENTENCE + "</text:p></office:text></office:body></office:document>").encode()
    status, headers, content = server.ask("POST", "/api/annotate", flat)
    check("an .odt too", status == 200 and "opendocument" in headers["content-type"] and b"<office:annotation-end" in content, content[-300:])
    for name, wanted, target, body in (
            ("a text gets no comments", 422, "/api/annotate", SENTENCE), ("nor a .docx those of an .odt", 422, "/api/lint?format=odt", sample),
            ("another format", 400, "/api/lint?format=pdf", SENTENCE), ("neither yes nor no", 400, "/api/annotate?track-changes=1", sample),
            ("GET", 405, "/api/annotate", None)):
        status, _, content = server.ask("GET" if body is None else "POST", target, body)
        check(f"{name}: {wanted}", status == wanted and content.startswith(b"Error: "), f"{status} {content[:80]!r}")


def test_description():
    """docs/openapi.yaml names what there is."""
    try:
        import yaml
    except ImportError:
        return
    paths = yaml.safe_load((SOURCE / "docs" / "openapi.yaml").read_text())["paths"]
    check("the description has the paths", set(paths) == {"/api/lint", "/api/annotate", "/v2/healthcheck"}, set(paths))
    lint_types = paths["/api/lint"]["post"]["responses"]["200"]["content"]
    check("and what they answer with", "text/html" in lint_types and "application/json" in lint_types, lint_types)


def test_nothing_broken(server):
    """Whatever is asked, a 200 is whole."""
    draw = random.Random(7)
    pieces = ["text=", "&", "=", "%", "%C3", "é", "😀", "language=en-GB", "&language=", "data=", '{"text":"', '"}', '{"annotation":[',
              '{"text":"a"}', ",", "]}", "\x00", "\n", "+", SENTENCE, "mode=", "enabledOnly=yes", "c=1"]
    broken = []
    for _ in range(300):
        body = "".join(draw.choice(pieces) for _ in range(draw.randint(0, 12))).encode()
        target = draw.choice(["/v2/check", "/check", "/v2/check?language=en", "/api/lint"])
        status, _, content = server.ask("POST", target, body, draw.choice([FORM, AGENT, {}]))
        try:
            whole = status != 200 or "matches" in json.loads(content) or "documents" in json.loads(content)
        except ValueError:
            whole = False
        if not whole or status not in (200, 400, 422):
            broken.append((status, body))
    check("no broken answer to broken requests", not broken, broken[:3])


def test_busy():
    server = Server("--jobs", "1")
    body = encoded((SENTENCE + "\n\n") * 700)
    statuses = []

    def one():
        status, headers, content = server.ask("POST", "/v2/check", body, AGENT)
        whole = "matches" in json.loads(content) if status == 200 else headers.get("retry-after") == "1"
        statuses.append((status, whole))

    threads = [threading.Thread(target=one) for _ in range(90)]
    for thread in threads:
        thread.start()
    begun = time.monotonic()
    status = server.ask("GET", "/v2/healthcheck")[0]
    check("what reads no text waits for none", status == 200 and time.monotonic() - begun < 1, status)
    for thread in threads:
        thread.join()
    check("all are answered", len(statuses) == 90 and all(whole for _, whole in statuses), statuses)
    check("some wait and some are told to come again", {s for s, _ in statuses} == {200, 503}, statuses)
    check("it stops", server.stop()[0] == 0)


def test_one_connection(server):
    """Several requests on one connection, and a text of 50 KB in the target, which some clients send."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    for _ in range(20):
        connection.request("POST", "/v2/check", encoded(SENTENCE), AGENT)
        reply = connection.getresponse()
        content = reply.read()
        if not covers(json.loads(content)["matches"], SENTENCE) or reply.will_close:
            return check("many requests on one connection", False, content)
    check("many requests on one connection", True)
    long_text = "She slept well.\n\n" * 2500 + SENTENCE
    check("a long target", covers(server.matches("POST", "/v2/check?" + encoded(long_text), "", AGENT), long_text))
    status, headers, content = server.ask("HEAD", "/v2/healthcheck")
    check("HEAD", status == 200 and headers["content-length"] == "2" and content == b"", (status, headers))
    old = raw(server, b"GET /v2/healthcheck HTTP/1.0\r\nHost: localhost\r\n\r\n")
    check("HTTP 1.0", old.startswith(b"HTTP/1.0 200") and old.endswith(b"OK"), old)
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as connection:
        connection.sendall(b"GET /v2/healthcheck HTTP/1.0\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n")
        check("which may keep its connection too", b"keep-alive" in connection.recv(4096).lower())
    check("not HTTP", b" 400 " in raw(server, b"HELO there\r\n\r\n").split(b"\r\n")[0])


def test_slow_and_dead():
    server = Server("--timeout", "3")
    held = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(500)]
    for i, connection in enumerate(held):
        if i % 3:
            connection.sendall(b"POST /v2/check HTTP/1.1\r\nHost: localhost\r\n" + (b"Content-Length: 9\r\n\r\nte" if i % 3 == 1 else b""))
    begun = time.time()
    check("500 that say nothing more keep nobody waiting",
          covers(server.matches("POST", "/v2/check", encoded(SENTENCE), AGENT), SENTENCE) and time.time() - begun < 2, time.time() - begun)
    slow = socket.create_connection(("127.0.0.1", server.port), timeout=30)
    slow.sendall(b"POST /v2/check HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n")
    begun = time.time()
    try:
        while time.time() - begun < 20:
            slow.sendall(b"x")
            time.sleep(0.5)
    except OSError:
        pass
    check("a body that comes a byte at a time is cut off", time.time() - begun < 10, time.time() - begun)
    for connection in held:
        connection.settimeout(10)
    check("and the dead are let go", all(connection.recv(1) == b"" for connection in held[:50]))
    check("it stops", server.stop()[0] == 0)


def test_others():
    """For other machines: with TLS, and only those who bring the token."""
    with tempfile.TemporaryDirectory() as folder:
        cert, key, token = (str(pathlib.Path(folder) / name) for name in ("cert.pem", "key.pem", "token"))
        made = subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
                               "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", cert],
                              capture_output=True)
        if made.returncode != 0:
            return print("passed over: openssl is not here")
        secret = "0123456789abcdef0123456789abcdef"
        pathlib.Path(token).write_text(secret + "\n")
        process = subprocess.Popen([PROGRAM, "serve", "--port", "0", "--address", "0.0.0.0", "--tls-cert", cert, "--tls-key", key,
                                    "--token-file", token, "--quiet"], stdout=subprocess.PIPE, text=True)
        line = process.stdout.readline()
        port = int(line.rsplit(":", 1)[1])
        check("it says https", "https://0.0.0.0:" in line, line)
        context = ssl.create_default_context(cafile=cert)

        def ask(body, headers):
            connection = http.client.HTTPSConnection("localhost", port, timeout=30, context=context)
            connection.request("POST", "/v2/check", body, {**AGENT, **headers})
            reply = connection.getresponse()
            return reply.status, reply.read()
        check("not without the token", ask(encoded(SENTENCE), {})[0] == 401)
        check("nor with another", ask(encoded(SENTENCE), {"Authorization": "Bearer " + secret[:-1] + "x"})[0] == 401)
        check("with it, in the header", covers(json.loads(ask(encoded(SENTENCE), {"Authorization": "Bearer " + secret})[1])["matches"], SENTENCE))
        check("or as LibreOffice sends it", ask(encoded(SENTENCE, username="u", apiKey=secret), {})[0] == 200)
        check("whatever name the machine has", ask(encoded(SENTENCE), {"Authorization": "Bearer " + secret, "Host": "reports.example"})[0] == 200)
        check("no page from elsewhere", ask(encoded(SENTENCE), {"Authorization": "Bearer " + secret, "Origin": "http://evil.example"})[0] == 403)
        with socket.create_connection(("127.0.0.1", port), timeout=10) as plain:
            plain.sendall(b"GET /v2/healthcheck HTTP/1.1\r\nHost: localhost\r\n\r\n")
            check("nothing unprotected", not plain.recv(100).startswith(b"HTTP"))
        process.send_signal(signal.SIGTERM)
        check("it stops", process.wait(30) == 0)
        process.stdout.close()


def test_wrong_use(server):
    for options, words in ((["--address", "0.0.0.0"], "--tls-cert"), (["--tls-cert", "x"], "--tls-key"), (["--port", "99999"], "--port"),
                           (["--port", str(server.port)], "another program")):
        run = subprocess.run([PROGRAM, "serve", *options], capture_output=True, text=True, timeout=60)
        check(" ".join(options), run.returncode == 2 and words in run.stderr and run.stderr.count("\n") == 1, run.stderr)


def main():
    server = Server("--max-size", "200000")
    for test in (test_check, test_libreoffice_7_4, test_annotated, test_two_requests, test_replacements, test_errors,
                 test_strangers, test_other_answers, test_whole_documents, test_pages_and_copies, test_nothing_broken, test_one_connection, test_wrong_use):
        test(server)
    code, seconds = server.stop()
    check("it stops when told to", code == 0 and seconds < 10, (code, seconds))
    log = "".join(server.errors)
    check("it says what it answered", "check 200" in log, log[:500])
    check("and nothing of what was asked", not any(w in log for w in ("Hart", "protect", "stop", "evil", "annotation", "=")), log[:500])
    test_description()
    test_busy()
    test_slow_and_dead()
    test_others()
    finish()


main()
