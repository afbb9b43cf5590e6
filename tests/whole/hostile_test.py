#!/usr/bin/python3
"""Files made to do harm: each is read or refused in one line, in under 10 seconds of the processor and 300 MB, and no process is left.

Usage: hostile_test.py PROGRAM SOURCE_DIR
"""
import ctypes
import os
import pathlib
import shutil
import struct
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib

from checks import check, finish

PROGRAM = sys.argv[1]
SANITIZED = pathlib.Path(PROGRAM).resolve().parent.name in ("dev", "clang")  # freed memory is kept aside there, and all is slower
MOST_KILOBYTES = 1_500_000 if SANITIZED else 300_000
MOST_SECONDS = 60 if SANITIZED else 10
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELS = ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>')
REL = '<Relationship Id="{}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" Target="{}"/>'
ODF = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {b} "{("&" + a + ";") * 10}">' for a, b in zip("abcdefghi", "bcdefghij")) + "]>"
REFUSED = 3


def docx(path, body="", main="word/document.xml", members=(), xml=None):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("_rels/.rels", RELS.format(REL.format("r", "officeDocument", main)))
        out.writestr(main, xml or f"<w:document {W}><w:body>{body}</w:body></w:document>")
        for name, content in members:
            out.writestr(name, content)


def odt(path, body):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        out.writestr("content.xml", f"<office:document-content {ODF}><office:body><office:text>{body}</office:text></office:body>"
                                    "</office:document-content>")


def paragraph(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def lying_zip(path):
    """300 MB of words that both headers call ten bytes."""
    body = (f"<w:document {W}><w:body>" + "<w:p><w:r><w:t>").encode()
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(body)
    for _ in range(300):
        packed += packer.compress(b"a" * 1_000_000)
    packed += packer.flush()
    name = b"word/document.xml"
    fields = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0x21, 0, len(packed), 10, len(name), 0)
    central = b"PK\x01\x02" + struct.pack("<H", 20) + fields + struct.pack("<HHHII", 0, 0, 0, 0, 0) + name
    local = b"PK\x03\x04" + fields + name + packed
    path.write_bytes(local + central + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(central), len(local), 0))


def bomb(path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("_rels/.rels", RELS.format(REL.format("r", "officeDocument", "word/document.xml")))
        with out.open("word/document.xml", "w") as document:
            for _ in range(300):
                document.write(b"a" * 1_000_000)


def nested(name, text, depth=200_000):
    return f"<{name}>" * depth + text + f"</{name.split()[0]}>" * depth


def looping(path):
    loop = RELS.format("".join(REL.format(f"r{i}", kind, target) for i, (kind, target) in enumerate(
        [("header", "document.xml"), ("footnotes", "document.xml"), ("comments", "document.xml"), ("styles", "_rels/document.xml.rels"),
         ("glossaryDocument", "document.xml")])))
    docx(path, paragraph("He hit her."), members=[("word/_rels/document.xml.rels", loop)])


def mail(depth):
    head = "From: a@example.org\nTo: b@example.org\nMessage-ID: <1@x>\nMIME-Version: 1.0\n"
    nest = "".join(f'Content-Type: multipart/mixed; boundary="b{i}"\n\n--b{i}\n' for i in range(depth))
    return head + nest + "Content-Type: text/plain\n\nHe hit her.\n"


PDF = b"%PDF-1.4\n"


def pdf_stream(content, extra=b"", times=1):
    """In pieces: a child's peak memory counts what its parent held when it was made."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(content) for _ in range(times)) + packer.flush()
    return (PDF + b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
            b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1"
            b"/BaseFont/Helvetica>>>>" + extra + b">>>>endobj\n4 0 obj<</Length %d/Filter/FlateDecode>>stream\n" % len(packed) + packed +
            b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF")


# What, what makes it, and whether it has to be refused (else it may also be read).
FILES = [
    ("entity-bomb.docx", lambda p: docx(p, xml=LAUGHS + f"<w:document {W}><w:body>{paragraph('&j;')}</w:body></w:document>"), True),
    ("external-entity.docx", lambda p: docx(p, xml='<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' +
                                            f"<w:document {W}><w:body>{paragraph('&a;')}</w:body></w:document>"), True),
    ("zip-bomb.docx", bomb, True),
    ("lying-sizes.docx", lying_zip, True),
    ("nested-tables.docx", lambda p: docx(p, nested("w:tbl", paragraph("deep")) + paragraph("He hit her.")), False),
    ("nested-controls.docx", lambda p: docx(p, nested("w:sdt", paragraph("deep")) + paragraph("He hit her.")), False),
    ("absurd-names.docx", lambda p: docx(p, paragraph("He hit her."), members=[
        ("../../../../tmp/onus-escaped", "x"), ("/etc/onus-escaped", "x"), ("a" * 60_000, "x"), ("word\\..\\..\\x", "x"), ("\x01\x02", "x")]), False),
    ("main-elsewhere.docx", lambda p: docx(p, paragraph("x"), members=[], main="../../etc/passwd"), False),
    ("loop.docx", looping, False),
    ("styles-loop.docx", lambda p: docx(p, '<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>He hit her.</w:t></w:r></w:p>', members=[
        ("word/_rels/document.xml.rels", RELS.format(REL.format("s", "styles", "styles.xml"))),
        ("word/styles.xml", f'<w:styles {W}><w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
                            '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>')]), False),
    ("wide-spans.docx", lambda p: docx(p, "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2000000000\"/></w:tcPr>" + paragraph("a") +
                                       "</w:tc><w:tc>" + paragraph("b") + "</w:tc></w:tr></w:tbl>"), False),
    ("nested.odt", lambda p: odt(p, nested("text:span", "deep") + "<text:p>He hit her.</text:p>"), False),
    ("entity-bomb.fodt", lambda p: p.write_text('<?xml version="1.0"?>' + LAUGHS + f"<office:document {ODF}><office:body><office:text>"
                                                "<text:p>&j;</text:p></office:text></office:body></office:document>"), True),
    ("blanks.odt", lambda p: odt(p, '<text:p>a<text:s text:c="2000000000"/>b</text:p>'), False),
    ("nested.html", lambda p: p.write_text("<html><body>" + "<div>" * 200_000 + "He hit her."), False),
    ("spans.html", lambda p: p.write_text('<table><tr><td rowspan=65000 colspan=1000>a<tr><td>b</table>' * 200), False),
    ("nested.md", lambda p: p.write_text("# A\n\n# B\n\n" + ">" * 100_000 + " deep\n\n" + "[" * 100_000 + "\n"), False),
    ("nested.eml", lambda p: p.write_text(mail(3000)), False),
    ("empty.pdf", lambda p: p.write_bytes(PDF), True),
    ("pages-loop.pdf", lambda p: p.write_bytes(PDF + b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]"
                                               b"/Count 99999999>>endobj\ntrailer<</Root 1 0 R>>"), True),
    ("stream-bomb.pdf", lambda p: p.write_bytes(pdf_stream(b"BT /F 9 Tf 9 9 Td " + b"(hit) Tj " * 100_000 + b"ET ", times=200)), False),
    ("form-loop.pdf", lambda p: p.write_bytes(pdf_stream(b"/X Do " * 100_000, b"/XObject<</X 4 0 R>>")), True),
    ("cut.pdf", lambda p: p.write_bytes(pdf_stream(b"BT /F 9 Tf 9 9 Td (hit) Tj ET")[:300]), True),
    ("nested.rtf", lambda p: p.write_text("{\\rtf1 " + "{" * 200_000 + "deep" + "}" * 200_000 + "}"), False),
    ("binary.rtf", lambda p: p.write_bytes(b"{\\rtf1 \\bin2000000000 " + bytes(1000) + b"}"), False),
    ("broken.doc", lambda p: p.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 504 + "WordDocument".encode("utf-16-le") + b"\xfe" * 4096), True),
]
OFFICE = (".rtf", ".doc")
SANDBOXED = (".pdf", *OFFICE)


def become_the_parent_of_orphans():
    ctypes.CDLL(None, use_errno=True).prctl(36, 1, 0, 0, 0)  # PR_SET_CHILD_SUBREAPER


def wait_for(run):
    """(seconds of the processor, kilobytes of the largest process, exit code) of a program and all that it left behind, which is ours
    now; what goes on running for a second is left over."""
    _, status, usage = os.wait4(run.pid, 0)
    run.returncode = os.waitstatus_to_exitcode(status)
    seconds, kilobytes = usage.ru_utime + usage.ru_stime, usage.ru_maxrss
    for _ in range(100):
        try:
            ended, _, usage = os.wait4(-1, os.WNOHANG)
        except ChildProcessError:
            return seconds, kilobytes, 0
        if ended:
            seconds += usage.ru_utime + usage.ru_stime
            kilobytes = max(kilobytes, usage.ru_maxrss)
        else:
            time.sleep(0.01)
    return seconds, kilobytes, 1


def try_file(path, must_be_refused):
    begun = time.time()
    with tempfile.TemporaryFile("w+") as errors:
        run = subprocess.Popen([PROGRAM, "lint", "--fail-on", "never", "--format", "json", str(path)], stdin=subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL, stderr=errors)
        spent, kilobytes, left = wait_for(run)
        errors.seek(0)
        complaint = errors.read().strip().splitlines()
    refused = run.returncode == REFUSED and len(complaint) == 1
    check(f"{path.name}: " + ("refused in a line" if must_be_refused else "read, or refused in a line"),
          refused or (not must_be_refused and run.returncode == 0), (run.returncode, complaint[:3]))
    check(f"{path.name}: {spent:.1f} s of the processor, {time.time() - begun:.1f} s in all, {kilobytes // 1000} MB",
          spent < MOST_SECONDS and kilobytes < MOST_KILOBYTES)
    check(f"{path.name}: no process is left", left == 0)


def main():
    become_the_parent_of_orphans()
    with tempfile.TemporaryDirectory() as folder:
        for name, make, must_be_refused in FILES:
            needed = "soffice" if name.endswith(OFFICE) else "pdftotext"
            if name.endswith(SANDBOXED) and not (shutil.which("bwrap") and shutil.which(needed)):
                check(f"{name}: {needed} and bubblewrap are there", "CI" not in os.environ, "passed over")
                continue
            path = pathlib.Path(folder) / name
            make(path)
            try_file(path, must_be_refused)
            path.unlink()
    check("nothing was written outside", not any(pathlib.Path(each).exists() for each in ("/tmp/onus-escaped", "/etc/onus-escaped")))
    finish()


main()
