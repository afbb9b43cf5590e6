#!/usr/bin/env python3
"""The same report gives the same findings whatever it is saved as. LibreOffice makes .odt, .rtf, .doc, .html and .pdf of the samples, pandoc
.md and .txt. Plain text has no tables and no quotations, so there only findings outside of them count, and at least nine in ten.

Where LibreOffice, pandoc, poppler or bubblewrap are missing this is skipped (77), and fails where CI is set.

Usage: formats_test.py PROGRAM SOURCE_DIR"""
import collections
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

NEEDED = ("soffice", "pandoc", "pdftotext", "bwrap")
ALIKE = {"odt": 1.0, "rtf": 1.0, "doc": 1.0, "html": 1.0, "pdf": 0.98, "md": 1.0, "txt": 0.9}


def convert(report, folder, ending, profile):
    copy = folder / f"{report.stem}.{ending}"
    if ending in ("md", "txt"):
        form = {"md": "gfm", "txt": "plain"}[ending]
        command = ["pandoc", "-s", report, "-t", form, "-o", copy]
    else:
        command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", ending, "--outdir", folder, report]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)
    return copy


def lint(program, path):
    run = subprocess.run([program, "lint", "--format", "json", "--fail-on", "never", path], capture_output=True, text=True)
    assert run.returncode == 0, f"{path}: {run.returncode} {run.stderr}"
    return json.loads(run.stdout)["documents"][0]


def findings(document, plain=False):
    return collections.Counter((each["rule"], re.sub(r"\s+", " ", each["text"])) for each in document["findings"]
                               if not (plain and "cell" in each["place"]))


def main():
    program, source = sys.argv[1], pathlib.Path(sys.argv[2])
    missing = [name for name in NEEDED if not shutil.which(name)]
    if missing:
        print("skipped, not installed:", ", ".join(missing))
        sys.exit(1 if os.environ.get("CI") else 77)
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for report in sorted((source / "corpora/samples").glob("*.docx")):
            original = lint(program, report)
            for ending, least in ALIKE.items():
                copy = lint(program, convert(report, folder, ending, folder / "profile"))
                wanted = findings(original, plain=ending == "txt")
                found = findings(copy)
                same = sum((wanted & found).values())
                more = sum((found - wanted).values()) if ending != "txt" else 0
                share = same / (sum(wanted.values()) + more) if wanted or more else 1.0
                print(f"{report.stem}.{ending}: {same} of {sum(wanted.values())} findings, {more} others")
                if share < least:
                    wrong.append(f"{report.stem}.{ending}: missing {list((wanted - found).elements())}, more {list((found - wanted).elements())}")
                if copy["kind"] != original["kind"]:
                    wrong.append(f"{report.stem}.{ending}: taken for {copy['kind']}")
                if ending == "pdf" and not all(each["place"].get("page") for each in copy["findings"]):
                    wrong.append(f"{report.stem}.pdf: a finding without its page")
    for each in wrong:
        print("FAIL:", each)
    sys.exit(1 if wrong else 0)


main()
