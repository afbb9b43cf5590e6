#!/usr/bin/python3
"""An archive is scanned, scanned again, damaged, killed and gone on with, and the store ends the same. Zip files, mailboxes, metadata,
pseudonyms, kept texts, limits, a full disk and a store that may not be written.

Usage: scan_test.py PROGRAM SOURCE_DIR
"""
import os
import pathlib
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import json
import tempfile
import time
import zipfile

from checks import check, finish

PROGRAM = sys.argv[1]
SOURCE = pathlib.Path(sys.argv[2])
SENTENCES = [
    "Ms Hart failed to protect the children from Mr Hart's violence.",
    "Mr Hart punched Ms Hart in the face while the baby was asleep.",
    "The couple have a volatile relationship.",
    "Ms Hart was assaulted in March.",
    "Mr Hart took her phone and her bank card and told her who she may see.",
    "The school reports that Isla is settled and eats well.",
    "Ms Hart moved the children to her sister's house that night and rang the health visitor.",
    "The children have been exposed to domestic abuse.",
]
# All that a store says, but for when and in which order it learnt it.
DUMP = """
SELECT 'file', path, content, problem FROM files LEFT JOIN documents USING (document) ORDER BY path;
SELECT 'document', content, knowledge, format, kind, words, describes_abuse, perpetrator_acts, survivor_deficits
  FROM documents ORDER BY content, knowledge;
SELECT 'finding', content, number, rule, category, severity, span_start, span_end, sentence_start, sentence_end, fingerprint
  FROM findings JOIN documents USING (document) ORDER BY content, number;
SELECT 'coverage', content, component, level, evidence FROM coverage JOIN documents USING (document)
  ORDER BY content, component;
SELECT 'criterion', content, criterion, rating FROM criteria JOIN documents USING (document) ORDER BY content, criterion;
SELECT 'problem', content, number, problems.kind, message FROM problems JOIN documents USING (document)
  ORDER BY content, number;
SELECT 'metadata', path, field, value FROM metadata JOIN files USING (file) ORDER BY path, field;
SELECT 'property', content, field, value FROM properties JOIN documents USING (document) ORDER BY content, field;
SELECT 'text', content, text FROM texts JOIN documents USING (document) ORDER BY content;
SELECT 'container', path, stamp, knowledge FROM containers ORDER BY path;
"""


def scan(store, *paths, jobs=2, options=(), code=0, before=None):
    command = [PROGRAM, "scan", "--store", store, "--jobs", str(jobs), *options, *paths]
    run = subprocess.run(command, capture_output=True, text=True, preexec_fn=before)
    check(f"exit code {code} of {' '.join(map(os.path.basename, paths))}", code is None or run.returncode == code,
          f"is {run.returncode}: {run.stderr}")
    return run.stdout.strip(), run.stderr


def dump(store):
    connection = sqlite3.connect(store)
    rows = [row for query in DUMP.split(";") if query.strip() for row in connection.execute(query)]
    check("the store is sound", connection.execute("PRAGMA integrity_check").fetchone() == ("ok",))
    check("the store refers to nothing that isn't there", not connection.execute("PRAGMA foreign_key_check").fetchall())
    connection.close()
    return rows


def number(store, query):
    connection = sqlite3.connect(store)
    (value,) = connection.execute(query).fetchone()
    connection.close()
    return value


def write_reports(folder, count, seed):
    """Reports of 1 to 12 paragraphs, some of them the same, and some damaged ones among them."""
    draw = random.Random(seed)
    for i in range(count):
        place = folder / f"year{i % 3}" / f"report{i:03}.txt"
        place.parent.mkdir(parents=True, exist_ok=True)
        text = "\n\n".join(" ".join(draw.sample(SENTENCES, 4)) for _ in range(draw.randint(1, 12)))
        place.write_text(f"Report {i - i % 2 if i % 10 < 2 else i}\n\n{text if i % 10 >= 2 else SENTENCES[i // 10 % 8]}\n")
    (folder / "year0" / "damaged.docx").write_bytes(b"PK\x03\x04 and then nothing that a zip has")
    (folder / "year1" / "empty.txt").write_bytes(b"")
    (folder / "year1" / "picture.pdf").write_bytes(b"%PDF-1.7\n")
    (folder / "year2" / "figures.xlsx").write_bytes(b"not a document by name")
    return count + 3


def test_twice(work):
    files = write_reports(work / "archive", 20, 1)
    store = str(work / "twice.db")
    line, errors = scan(store, str(work / "archive"), code=3)
    check("the first scan reads", re.match(rf"{files} files: 2\d read, \d known, 3 problems; 1 other file ", line), line)
    for name in ("damaged.docx", "empty.txt", "picture.pdf"):
        check(f"{name} is said", name in errors, errors)
    first = dump(store)
    line, _ = scan(store, str(work / "archive"), code=3)
    check("the second scan reads nothing", line.startswith(f"{files} files: 0 read, {files} known, 3 problems"), line)
    check("and changes nothing", dump(store) == first)
    time.sleep(2.1)  # times of files that are this new are not trusted
    scan(store, str(work / "archive"), code=3)
    check("nor does a third, by size and time", dump(store) == first)
    check("with every file stamped", number(store, "SELECT count(*) FROM files WHERE stamp = ''") == 0)
    check("findings are there", number(store, "SELECT count(*) FROM findings") > 10)
    check("what can't be read has its reason", number(store, "SELECT count(*) FROM unreadable WHERE reason <> ''") == 3)
    check("runs are kept", number(store, "SELECT count(*) FROM runs WHERE finished IS NOT NULL") == 3)


def test_changes(work):
    store = str(work / "twice.db")
    archive = work / "archive"
    changed = archive / "year0" / "report003.txt"
    changed.write_text("Ms Hart failed to protect the children.\n")
    shutil.copy(archive / "year1" / "report004.txt", archive / "year1" / "moved.txt")
    line, _ = scan(store, str(archive), code=3)
    check("what changed is read, what moved is not", line.startswith("24 files: 1 read, 23 known, 3 problems"), line)
    fresh = str(work / "fresh.db")
    scan(fresh, str(archive), code=3)
    check("the store is as one made anew", dump(store) == dump(fresh))
    line, _ = scan(store, str(archive), options=("--kind", "chronology"), code=3)
    check("other settings read again", not line.startswith("24 files: 0 read"), line)
    scan(store, str(archive), code=3)
    check("and back again", dump(store) == dump(fresh))


def files_in(store):
    """How far a scan that goes on has come."""
    try:
        connection = sqlite3.connect(f"file:{store}?mode=ro", uri=True, timeout=5)
        (count,) = connection.execute("SELECT count(*) FROM files").fetchone()
        connection.close()
        return count
    except sqlite3.Error:
        return 0


def kill_at(process, store, count):
    """Kills the scan when that many files are in, or just after; it may have ended before."""
    while process.poll() is None and files_in(store) < count:
        time.sleep(0.002)
    process.send_signal(signal.SIGKILL)
    process.wait()
    return files_in(store)


def make_archive(folder, reports, *options):
    """What tools/make_archive says that it made."""
    run = subprocess.run([sys.executable, SOURCE / "tools/make_archive", folder, "--reports", str(reports), *options],
                         capture_output=True, text=True, check=True)
    return json.loads(run.stdout)


def test_kill(work):
    archive = work / "many"
    files = write_reports(archive, 40, 2)
    with zipfile.ZipFile(archive / "some.zip", "w") as some:
        for path in sorted((archive / "year0").iterdir()):
            some.writestr(f"in/{path.name}", path.read_bytes() + b" Changed." * (path.suffix == ".txt"))
            files += 1
    time.sleep(2.1)
    undisturbed = str(work / "undisturbed.db")
    scan(undisturbed, str(archive), code=3)
    killed = str(work / "killed.db")
    draw = random.Random(3)
    reached = []
    for target in sorted(draw.choices(range(files), k=20)):
        process = subprocess.Popen([PROGRAM, "scan", "--quiet", "--store", killed, "--jobs", "2", str(archive)],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        reached.append(kill_at(process, killed, target))
        time.sleep(draw.random() * 0.05)
    check("it was killed in the middle", any(0 < n < files for n in reached), reached)
    check("it went on from there", reached == sorted(reached), reached)
    scan(killed, str(archive), code=3)
    check("a scan that was killed ends as one that wasn't", dump(killed) == dump(undisturbed))


def test_stop(work):
    """Ctrl-C ends in one line, with what was done kept, and no process left."""
    store = str(work / "stopped.db")
    process = subprocess.Popen([PROGRAM, "scan", "--quiet", "--store", store, "--jobs", "2", str(work / "many")],
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)
    while process.poll() is None and files_in(store) < 3:
        time.sleep(0.002)
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    last = errors.strip().split("\n")[-1]
    if process.returncode != 3:  # it was faster
        check("a stop is told", process.returncode == 2 and last.startswith("onus: stopped after"), errors)
    check("with what was done kept", files_in(store) >= 3)
    try:
        os.killpg(process.pid, 0)
        check("and nobody left", False)
    except ProcessLookupError:
        check("and nobody left", True)
    scan(store, str(work / "many"), code=3)
    check("and it goes on", dump(store) == dump(str(work / "undisturbed.db")))


def test_workers_that_are_killed(work):
    """As the system does when memory runs short: each is replaced, and its file read again."""
    store = str(work / "workers.db")
    process = subprocess.Popen([PROGRAM, "scan", "--quiet", "--store", store, "--jobs", "2", str(work / "many")],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    killed = 0
    for target in (2, 14, 26):
        while process.poll() is None and files_in(store) < target:
            time.sleep(0.002)
        children = pathlib.Path(f"/proc/{process.pid}/task/{process.pid}/children")
        for worker in (children.read_text().split() if process.poll() is None else []):
            os.kill(int(worker), signal.SIGKILL)
            killed += 1
    process.wait()
    check("workers were killed", killed >= 2, killed)
    check("and the scan ends as one that was left alone", dump(store) == dump(str(work / "undisturbed.db")))


def test_every_file_is_accounted_for(work):
    archive = work / "made"
    made = make_archive(archive, 60, "--pages", "1-3", "--damaged", "0.2", "--seed", "4", "--metadata", str(work / "made.csv"))
    store = str(work / "made.db")
    line, errors = scan(store, str(archive), options=("--meta-csv", str(work / "made.csv"), "--meta-properties"), code=3)
    check("each report is a file", line.startswith(f"{made['reports']} files: "), line)
    check("each row found its file", "row" not in errors, errors)
    unreadable = number(store, "SELECT count(*) FROM unreadable")
    check("each damaged one has its reason", unreadable == made["damaged"], f"{unreadable}: {made}")
    check("members are rows", number(store, "SELECT count(*) FROM files WHERE path LIKE '%.zip!/%'") == made.get("in zip files") > 0)
    check("each has its area and date", number(store, "SELECT count(*) FROM metadata WHERE field IN ('area', 'date')") == 2 * 60)
    check("the times are kept", number(store, "SELECT reading_seconds > 0 AND analysis_seconds > 0 AND rules_seconds > 0 "
                                              "AND store_seconds > 0 AND prose_bytes > 100000 FROM runs") == 1)
    time.sleep(2.1)
    options = ("--meta", "{area}/{year}/*", "--meta-properties")
    line, errors = scan(store, str(archive), options=options, code=3)
    check("properties are kept", number(store, "SELECT count(*) FROM metadata WHERE field = 'created'") > 20)
    check("other metadata is no reason to read", " 0 read" in line, line)
    check("and is taken", number(store, "SELECT count(*) FROM metadata WHERE field = 'year'") > 40)
    check("what the pattern doesn't fit is said", made.get("in the mailbox", 0) == 0 or "not of the form" in errors, errors)
    first = dump(store)
    line, _ = scan(store, str(archive), options=options, code=3)
    check("containers are known as a whole", " 0 read" in line and dump(store) == first, line)


MAILBOX = """From a@example.org Mon Jan  6 09:00:00 2020
From: A <a@example.org>
To: b@example.org
Subject: Visit
Message-ID: <1@example.org>

Ms Hart failed to protect the children from Mr Hart's violence.

From c@example.org Tue Jan  7 10:00:00 2020
From: C <c@example.org>
Subject: Report
Message-ID: <2@example.org>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="x"

--x
Content-Type: text/plain

See below.
--x
Content-Type: text/plain
Content-Disposition: attachment; filename="Zuckenbrook family.txt"

The couple have a volatile relationship. Ms Hart failed to protect the children.
--x
Content-Type: application/octet-stream
Content-Disposition: attachment; filename="Zuckenbrook plan.docx"

nothing
--x--
"""


def test_containers(work):
    archive = work / "containers"
    archive.mkdir()
    (archive / "mail.mbox").write_text(MAILBOX)
    with zipfile.ZipFile(archive / "a.zip", "w") as outer:
        outer.writestr("deep/report.txt", SENTENCES[0])
        outer.writestr("deep/picture.png", b"x")
        outer.writestr("deep/mail.mbox", MAILBOX)
    (archive / "broken.zip").write_bytes(b"PK\x03\x04 broken")
    time.sleep(2.1)
    store = str(work / "containers.db")
    line, errors = scan(store, str(archive), code=3)
    check("members are files", line.startswith("6 files: 4 read, 2 known, 1 problem; 1 other file"), line)
    connection = sqlite3.connect(store)
    paths = [path.removeprefix(str(archive) + "/") for (path,) in connection.execute("SELECT path FROM files ORDER BY path")]
    check("by their paths", paths == ["a.zip!/deep/mail.mbox!/1", "a.zip!/deep/mail.mbox!/2", "a.zip!/deep/report.txt", "broken.zip",
                                      "mail.mbox!/1", "mail.mbox!/2"], paths)
    check("an attachment is read", number(store, "SELECT count(*) FROM findings JOIN files USING (document) WHERE path LIKE '%mail.mbox!/2'") >= 2)
    check("its name is not kept", "Zuckenbrook" not in "".join(connection.iterdump()))
    connection.close()
    line, _ = scan(store, str(archive), code=3)
    check("containers that didn't change are known", line.startswith("6 files: 1 read, 5 known, 1 problem; 1 other file"), line)
    with zipfile.ZipFile(archive / "a.zip", "w") as outer:
        outer.writestr("deep/other.txt", SENTENCES[1])
    time.sleep(2.1)
    line, _ = scan(store, str(archive), code=3)
    check("one that did is read", line.startswith("4 files: 2 read, 2 known"), line)


def test_pseudonyms(work):
    archive = work / "Zuckenbrook family"
    archive.mkdir()
    (archive / "Zuckenbrook report.txt").write_text(" ".join(SENTENCES).replace("Hart", "Zuckenbrook"))
    (archive / "Zuckenbrook plan.docx").write_bytes(b"PK\x03\x04 broken")
    with zipfile.ZipFile(archive / "Zuckenbrook.zip", "w") as outer:
        outer.writestr("Zuckenbrook letter.txt", SENTENCES[0].replace("Hart", "Zuckenbrook"))
    (archive / "Zuckenbrook.mbox").write_text(MAILBOX)
    key, other = work / "key", work / "otherkey"
    key.write_text("correct horse battery staple\n")
    other.write_text("another horse battery staple\n")
    key.chmod(0o600)
    other.chmod(0o600)
    time.sleep(2.1)
    store = str(work / "pseudonyms.db")
    with_key = ("--pseudonymise", str(key))
    line, errors = scan(store, str(archive), options=with_key, code=3)
    check("a report is read under a pseudonym", line.startswith("5 files: 5 read, 0 known, 1 problem"), line)
    kept = b"".join(path.read_bytes() for path in work.glob("pseudonyms.db*"))
    words = ["Zuckenbrook", str(work), "broken", "letter", "bank card", "asleep", "punched", "health visitor"]
    found = [word for word in words if word.lower().encode() in kept.lower()]
    check("no path and no word of a report is in the store", not found, found)
    check("nor in the messages", "Zuckenbrook" not in errors and re.search(r"^onus: [0-9a-f]{64}: ", errors), errors)
    plain = str(work / "plain.db")
    scan(plain, str(archive), code=3)
    prints = "SELECT group_concat(fingerprint) FROM findings"
    check("fingerprints are others", not set(number(plain, prints).split(",")) & set(number(store, prints).split(",")))
    check("findings are the same", number(plain, "SELECT count(*) FROM findings") == number(store, "SELECT count(*) FROM findings"))
    line, _ = scan(store, str(archive), options=with_key, code=3)
    check("with the same key all is known", line.startswith("5 files: 0 read, 5 known"), line)
    for name, options, what in (("another key", ("--pseudonymise", str(other)), "another key"), ("no key", (), "another key")):
        _, errors = scan(store, str(archive), options=options, code=2)
        check(f"{name} is refused in one line", errors.count("\n") == 1 and what in errors, errors)
    key.chmod(0o644)
    _, errors = scan(store, str(archive), options=with_key, code=2)
    check("a key that others may read is refused in one line", errors.count("\n") == 1 and "others may read" in errors, errors)


def test_keep_text(work):
    archive = work / "archive"
    store = str(work / "text.db")
    scan(store, str(archive), code=3)
    check("texts are not kept", number(store, "SELECT count(*) FROM texts") == 0)
    scan(store, str(archive), options=("--keep-text",), code=3)
    check("unless that is asked for", number(store, "SELECT count(*) FROM texts") > 15)
    check("and spans are in them", number(store, """SELECT count(*) FROM findings JOIN texts USING (document)
          WHERE rule = 'failure-to-protect' AND substr(text, span_start + 1, span_end - span_start) NOT LIKE 'fail%'""") == 0)
    scan(store, str(archive), code=3)
    check("and go when it isn't any more", number(store, "SELECT count(*) FROM texts") == 0)


def test_limits(work):
    """A file that takes too long is a row; with more time it is read."""
    archive = work / "long"
    archive.mkdir()
    (archive / "long.txt").write_text("\n\n".join(" ".join(SENTENCES) for _ in range(6000)))
    (archive / "short.txt").write_text(SENTENCES[0])
    time.sleep(2.1)
    store = str(work / "limits.db")
    line, errors = scan(store, str(archive), options=("--time-limit", "3"), code=3)
    check("what takes too long is said", line.startswith("2 files: 2 read, 0 known, 1 problem") and "took longer than 3 seconds" in errors, errors)
    line, _ = scan(store, str(archive), options=("--time-limit", "3"), code=3)
    check("and known", line.startswith("2 files: 0 read, 2 known, 1 problem"), line)
    line, errors = scan(store, str(archive), options=("--time-limit", "3", "--memory-limit", "16"), code=3)
    check("other limits try again", line.startswith("2 files: 1 read, 1 known, 1 problem"), line)


def test_room(work):
    """Where the store may not grow, or not be written, that is one line and what was done is kept."""
    def small():
        import resource
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
    store = str(work / "full.db")
    _, errors = scan(store, str(work / "many"), options=("--quiet",), code=2, before=small)
    last = errors.strip().split("\n")[-1]
    check("a disk without room is one line", "what was read until now is kept" in last and "full.db" in last, errors)
    kept = files_in(store)
    check("what was done is kept", kept > 0, kept)
    scan(store, str(work / "many"), code=3)
    check("and it goes on when there is room", dump(store) == dump(str(work / "undisturbed.db")))

    nobody = work / "nobody"
    nobody.mkdir(mode=0o755)
    closed = nobody / "closed.db"
    shutil.copy(store, closed)
    closed.chmod(0o444)
    nobody.chmod(0o555)
    as_nobody = None
    if os.geteuid() == 0:
        os.chmod(work, 0o755)
        able = subprocess.run([PROGRAM, "--version"], capture_output=True, preexec_fn=lambda: os.setuid(65534))
        if able.returncode != 0:
            print("skipped, the program can't be run by another user: a store that may not be written")
            return
        as_nobody = lambda: os.setuid(65534)  # noqa: E731
    _, errors = scan(str(closed), str(work / "many"), code=2, before=as_nobody)
    check("a store that may not be written is one line", errors.count("\n") == 1 and "closed.db" in errors, errors)
    nobody.chmod(0o755)


def test_order_does_not_depend_on_threads(work):
    one = str(work / "one.db")
    scan(one, str(work / "many"), jobs=1, code=3)
    check("one thread finds what two do", dump(one) == dump(str(work / "undisturbed.db")))


def test_wrong_use(work):
    store = str(work / "wrong.db")
    _, errors = scan(store, str(work / "nowhere"), code=3)
    check("a path that isn't there is said", "there is no such file or folder" in errors, errors)
    note = work / "note.txt"
    note.write_text("She was hurt.")
    _, errors = scan(str(note), str(work / "archive"), code=2)
    check("a store that isn't one is said in one line", errors.count("\n") == 1 and "isn't a store" in errors, errors)
    check("and left alone", note.read_text() == "She was hurt.")


def main():
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        test_twice(work)
        test_changes(work)
        test_kill(work)
        test_stop(work)
        test_workers_that_are_killed(work)
        test_order_does_not_depend_on_threads(work)
        test_room(work)
        test_every_file_is_accounted_for(work)
        test_containers(work)
        test_pseudonyms(work)
        test_keep_text(work)
        test_limits(work)
        test_wrong_use(work)
    finish()


main()
