#!/usr/bin/python3
"""Copies with comments (lint --annotate) of the samples as .docx, .odt and .fodt: LibreOffice opens each, every comment is on its
words, and rejecting all changes gives back the text. Passed over where LibreOffice or its Python bridge is missing (Debian:
libreoffice-writer python3-uno).

Usage: copies_test.py PROGRAM SOURCE_DIR
"""
import collections
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

from checks import check, finish
from office import Office, comments_in, each, squeezed, uno

PROGRAM, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
HEAD = re.compile(r"^.* \((?:error|warning|note), ([\w-]+)\)(?:, on “(.*)”)?$")


def lint(path, *options):
    run = subprocess.run([PROGRAM, "lint", "--fail-on", "never", "--format", "json", *options, str(path)], capture_output=True)
    assert run.returncode == 0, run
    return json.loads(run.stdout)["documents"][0]


def test_comments(office, name, report, copy):
    wanted = collections.Counter((f["rule"], squeezed(f["text"])) for f in lint(report, "--annotate", str(copy), "--quiet")["findings"])
    document = office.open(copy)
    found, beside, opening = collections.Counter(), [], 0
    for author, text, words in comments_in(document):
        head = HEAD.match(text.split("\n")[0])
        if author != "onus":
            continue
        if not head:
            opening += text.startswith("onus read this")
            continue
        about = squeezed(head[2]) if head[2] else words
        found[head[1], about] += 1
        if about not in words:
            beside.append((about, words))
    document.close(True)
    check(f"{name}: a comment for each finding ({sum(wanted.values())}), on its words", found == wanted,
          (list((wanted - found).elements())[:3], list((found - wanted).elements())[:3]))
    check(f"{name}: none beside its words", not beside, beside[:3])
    check(f"{name}: one opens the report", opening == 1, opening)
    return sum(found.values())


def words_of(office, document, work):
    office.save(document, work / "words.txt", "Text (encoded)")
    return (work / "words.txt").read_text("utf-8-sig")


def test_changes(office, name, report, copy, work):
    run = subprocess.run([PROGRAM, "lint", "--fail-on", "never", "--annotate", str(copy), "--track-changes", str(report)], capture_output=True)
    wanted = int(re.search(rb"(\d+) tracked change", run.stderr)[1])
    original = office.open(report)
    own = sum(1 for _ in each(original.getRedlines()))
    office.reject_all(original)  # it may have changes of its own
    before = words_of(office, original, work)
    original.close(True)
    document = office.open(copy)
    count = sum(1 for _ in each(document.getRedlines()))
    office.reject_all(document)
    after = words_of(office, document, work)
    document.close(True)
    check(f"{name}: has tracked changes ({count}, {own} of its own)", count == own + 2 * wanted, wanted)
    check(f"{name}: rejecting them gives back the text", after == before, difference(before, after))


def difference(a, b):
    at = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
    return a[at - 20: at + 60], b[at - 20: at + 60]


def test_members(name, report, copy):
    if report.suffix == ".fodt":
        return
    with zipfile.ZipFile(report) as old, zipfile.ZipFile(copy) as new:
        same = [n for n in old.namelist() if n in new.namelist() and old.read(n) == new.read(n)]
        touched = set(old.namelist()) - set(same)
        may = {"content.xml"} if report.suffix == ".odt" else {"word/document.xml", "word/comments.xml", "[Content_Types].xml",
                                                               "word/_rels/document.xml.rels", "word/styles.xml"}
        check(f"{name}: other members keep their bytes", touched <= may, touched)
        check(f"{name}: in their order", [n for n in new.namelist() if n in old.namelist()] == old.namelist())


def main():
    if uno is None or not shutil.which("soffice"):
        print("skipped: LibreOffice or its Python bridge is missing")
        sys.exit(1 if os.environ.get("CI") else 77)
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        office = Office(work)
        commented = 0
        try:
            for sample in sorted((SOURCE / "corpora" / "samples").glob("*.docx")):
                for ending, form in ((".docx", None), (".odt", "writer8"), (".fodt", "OpenDocument Text Flat XML")):
                    report = work / (sample.stem + ending)
                    if form:
                        document = office.open(sample)
                        office.save(document, report, form)
                        document.close(True)
                    else:
                        shutil.copy(sample, report)
                    copy = work / ("copy-" + report.name)
                    commented += test_comments(office, report.name, report, copy)
                    test_members(report.name, report, copy)
                    test_changes(office, report.name, report, work / ("changed-" + report.name), work)
            check("there was something to find", commented > 0)
        finally:
            office.end()
    finish()


main()
