#!/usr/bin/python3
"""Bad input and wrong usage: one clear line each on standard error, and the exit code of the contract.

Usage: bad_input_test.py PROGRAM SOURCE_DIR
"""
import pathlib
import resource
import subprocess
import sys
import tempfile
import zipfile

program, root = sys.argv[1], pathlib.Path(sys.argv[2])
sample = str(root / "corpora/samples/child-plan.docx")


def run(*arguments, stdin=""):
    return subprocess.run([program, *arguments], input=stdin, text=True, capture_output=True, check=False)


def expect(code, *arguments, lines=1, says="", stdin=""):
    done = run(*arguments, stdin=stdin)
    complaint = done.stderr.strip().splitlines()
    assert done.returncode == code, (arguments, done.returncode, done.stderr)
    assert len(complaint) == lines, (arguments, complaint)
    assert says in done.stderr, (arguments, complaint)
    return done


with tempfile.TemporaryDirectory() as folder:
    place = pathlib.Path(folder)
    (place / "empty.docx").write_bytes(b"")
    (place / "damaged.docx").write_bytes(b"PK\x03\x04 this is no zip")
    (place / "encrypted.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2048))
    (place / "binary.txt").write_bytes(bytes(range(256)) * 8)
    with zipfile.ZipFile(place / "photos.zip", "w") as photos:
        photos.writestr("a.txt", "not a report")
    with zipfile.ZipFile(place / "bomb.docx", "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("[Content_Types].xml", "<Types/>")
        bomb.writestr("_rels/.rels", '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>')
        # In pieces: a child's peak memory counts what its parent held when it was made.
        with bomb.open("word/document.xml", "w") as document:
            for _ in range(300):
                document.write(b"<w:p>" * 200_000)
    for name in ("empty.docx", "damaged.docx", "encrypted.docx", "binary.txt", "photos.zip", "bomb.docx", "missing.docx", "."):
        expect(3, "lint", str(place / name), says=str(place / name).rstrip("."))
    together = expect(3, "lint", "--fail-on", "never", str(place / "empty.docx"), sample)
    assert "Maya" in together.stdout, "the file that could be read is not reported"
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    limit = 200_000 if "dev" not in program else 1_000_000  # KiB; the sanitizers keep freed memory aside
    assert peak < limit, f"{peak} KiB"

expect(2, says="needs a command")
expect(2, "lnt", says="no command")
expect(2, "lint", says="needs a file")
expect(2, "lint", "--frmat", "json", sample, says="frmat")
expect(2, "lint", "--format", "poem", sample, says="expected")
expect(2, "lint", "--kind", "novel", sample, says="expected")
expect(2, "lint", "--require", "kindness", sample, says="expected")
expect(2, "lint", "--lexicons", "/nowhere", sample, says="/nowhere")
expect(2, "rules", "explain", "no-such-rule", says="no rule")
assert run("--version").stdout.startswith("onus ")
assert "onus lint" in run("--help").stdout
assert run("lint", "--require", "perpetrator-pattern=specific", "--fail-on", "never", sample).returncode == 0
assert run("lint", "-", stdin="The bus was late.\n").returncode == 0
print("bad input is told in one line")
