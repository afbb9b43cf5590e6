#!/usr/bin/python3
"""--diff shows and changes nothing; --fix changes the sentences with a safe rewrite and keeps every other byte; quotations,
Word files and standard input are left alone.

Usage: fix_test.py PROGRAM SOURCE_DIR
"""
import pathlib
import subprocess
import sys
import tempfile

program, root = sys.argv[1], pathlib.Path(sys.argv[2])
PEOPLE = ["--survivor", "Ms Hart", "--perpetrator", "Mr Baird"]
BEFORE = (b"\xef\xbb\xbf# Report\r\n\r\nMs Hart was punched by Mr Baird.\t She left.  \r\n\r\n"
          b"She said, \"I was kicked by him.\" Ms Hart *was bitten* by Mr Baird.\r\n\r\n"
          b"Caf\xc3\xa9: Ms Hart was followed by Mr Baird.")
AFTER = (BEFORE.replace(b"Ms Hart was punched by Mr Baird", b"Mr Baird punched Ms Hart")
         .replace(b"Ms Hart was followed by Mr Baird", b"Mr Baird followed Ms Hart"))


def lint(*arguments):
    return subprocess.run([program, "lint", *arguments, *PEOPLE], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          input=b"Ms Hart was punched by Mr Baird.", check=False)


with tempfile.TemporaryDirectory() as folder:
    report = pathlib.Path(folder) / "report.md"
    report.write_bytes(BEFORE)
    report.chmod(0o640)
    shown = lint("--fix", "--diff", str(report))
    assert shown.returncode == 0 and report.read_bytes() == BEFORE
    assert "+Mr Baird punched Ms Hart." in shown.stdout.decode().replace("\ufeff", ""), shown.stdout
    done = lint("--fix", str(report))
    assert done.returncode == 0, done.stderr
    assert report.read_bytes() == AFTER, report.read_bytes()
    assert report.stat().st_mode & 0o777 == 0o640
    assert lint("--fix", str(report)).stdout == b"", "a second run has nothing left to do"

    word = pathlib.Path(folder) / "report.docx"
    original = (root / "corpora/samples/assessment.docx").read_bytes()
    word.write_bytes(original)
    refused = lint("--fix", str(word))
    assert refused.returncode == 3 and b"Word" in refused.stderr and word.read_bytes() == original
    piped = lint("--fix", "-")
    assert piped.returncode == 3 and b"standard input has no file to change" in piped.stderr, piped

    latin = pathlib.Path(folder) / "latin.txt"
    latin.write_bytes("Ms Hart was punched by Mr Baird in a café.".encode("latin-1"))
    assert lint("--fix", str(latin)).returncode == 3
    assert b"\xe9" in latin.read_bytes()
