#!/usr/bin/python3
"""An archive is scanned, scanned again, damaged, killed and gone on with, and the store ends the same.

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
import tempfile
import time

PROGRAM = sys.argv[1]
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
"""
failures = []


def check(name, ok, info=""):
    print("ok  " if ok else "FAIL", name, info if not ok else "")
    if not ok:
        failures.append(name)


def scan(store, *paths, jobs=2, options=(), code=0):
    command = [PROGRAM, "scan", "--store", store, "--jobs", str(jobs), *options, *paths]
    run = subprocess.run(command, capture_output=True, text=True)
    check(f"exit code {code} of {' '.join(map(os.path.basename, paths))}", run.returncode == code,
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


def test_kill(work):
    archive = work / "many"
    files = write_reports(archive, 40, 2)
    undisturbed = str(work / "undisturbed.db")
    scan(undisturbed, str(archive), code=3)
    killed = str(work / "killed.db")
    draw = random.Random(3)
    reached = []
    for target in sorted(draw.sample(range(files), 5)):
        process = subprocess.Popen([PROGRAM, "scan", "--quiet", "--store", killed, "--jobs", "2", str(archive)],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        reached.append(kill_at(process, killed, target))
    check("it was killed in the middle", any(0 < n < files for n in reached), reached)
    check("it went on from there", reached == sorted(reached), reached)
    scan(killed, str(archive), code=3)
    check("a scan that was killed ends as one that wasn't", dump(killed) == dump(undisturbed))


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
    if os.geteuid() != 0:
        os.chmod(store, 0o400)
        _, errors = scan(store, str(work / "archive"), code=2)
        check("a read-only store is said in one line", errors.count("\n") == 1, errors)


def main():
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        test_twice(work)
        test_changes(work)
        test_kill(work)
        test_order_does_not_depend_on_threads(work)
        test_wrong_use(work)
    print("FAILED: " + ", ".join(failures) if failures else "all as it should be")
    sys.exit(bool(failures))


main()
