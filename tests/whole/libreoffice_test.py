#!/usr/bin/python3
"""LibreOffice Writer shows and applies what onus serve finds, through its own client. Passed over where LibreOffice or
its Python bridge is missing (Debian: libreoffice-writer python3-uno).

Usage: libreoffice_test.py PROGRAM SOURCE_DIR
"""
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

from checks import check, finish

try:
    import uno
    from com.sun.star.beans import PropertyValue
    from com.sun.star.connection import NoConnectException
    from com.sun.star.lang import Locale
except ImportError:
    uno = None

PROGRAM = sys.argv[1]
# A pictograph before the finding takes two UTF-16 units; the passive has a rewrite to apply.
TEXT = "😀 That night the baby was hit by Mr Hart. Ms Hart failed to protect the children from Mr Hart's violence."
REWRITTEN = "Mr Hart hit the baby"
CLIENT = "org.openoffice.lingu.LanguageToolGrammarChecker"
LINGUISTIC = "/org.openoffice.Office.Linguistic/GrammarChecking"


def setting(path, name, value):
    return (f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>')


def write_profile(profile, url):
    (profile / "user").mkdir(parents=True)
    settings = [setting(LINGUISTIC + "/LanguageTool", "BaseURL", url), setting(LINGUISTIC + "/LanguageTool", "IsEnabled", "true"),
                setting(LINGUISTIC, "IsAutoCheck", "true"), setting("/org.openoffice.Office.Common/Misc", "FirstRun", "false")]
    (profile / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n'
        + "\n".join(settings) + "\n</oor:items>\n")


def start_office(work):
    pipe = f"onus-test-{os.getpid()}"
    environment = {k: v for k, v in os.environ.items() if not k.lower().endswith("_proxy")}
    environment.update(SAL_USE_VCLPLUGIN="svp", HOME=str(work))
    return pipe, subprocess.Popen(
        ["soffice", "--headless", "--norestore", "--nologo", "--nodefault", "--nofirststartwizard",
         f"-env:UserInstallation=file://{work}/profile", f"--accept=pipe,name={pipe};urp;StarOffice.ComponentContext"],
        env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)


def connect(pipe, office):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(900):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if office.poll() not in (None, 0, 81):
                break
            time.sleep(0.1)
    raise SystemExit("LibreOffice does not start")


def expected(url):
    body = urllib.parse.urlencode({"text": TEXT, "language": "en-GB"}).encode()
    return json.load(urllib.request.build_opener(urllib.request.ProxyHandler({})).open(url + "/check", body))["matches"]


def try_client(context, url):
    matches = expected(url)
    check("there is something to show", len(matches) >= 2, matches)
    british = Locale("en", "GB", "")
    proofreader = context.ServiceManager.createInstanceWithContext(CLIENT, context)
    check("LibreOffice takes the languages", proofreader is not None and proofreader.hasLocale(british))
    shown = proofreader.doProofreading("document", TEXT, british, 0, len(TEXT), ()).aErrors
    check("it shows each finding in its place",
          [(e.nErrorStart, e.nErrorLength) for e in shown] == [(m["offset"], m["length"]) for m in matches], shown)
    check("with its suggestions",
          [list(e.aSuggestions) for e in shown] == [[r["value"] for r in m["replacements"]] for m in matches])
    check("and words for each", all(e.aShortComment for e in shown))
    return matches


def checked_paragraph(document):
    for _ in range(300):
        paragraph = document.getFlatParagraphIterator(2, False).getFirstPara()
        if paragraph is not None and paragraph.isChecked(2):
            return paragraph
        time.sleep(0.1)
    return None


def try_document(context, matches):
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    hidden = PropertyValue()
    hidden.Name, hidden.Value = "Hidden", False  # hidden documents are never checked by themselves
    document = desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, (hidden,))
    document.CharLocale = Locale("en", "GB", "")
    document.Text.setString(TEXT)
    paragraph = checked_paragraph(document)
    check("a paragraph is checked by itself", paragraph is not None)
    rewrite = next((m for m in matches if any(REWRITTEN in r["value"] for r in m["replacements"])), None)
    check("there is a rewrite to apply", rewrite is not None, matches)
    if paragraph is not None and rewrite is not None:
        paragraph.changeText(rewrite["offset"], rewrite["length"], rewrite["replacements"][0]["value"], ())
        check("it is applied", REWRITTEN in document.Text.String and document.Text.String.startswith("😀 "), document.Text.String)
    document.close(True)


def end_office(office):
    try:
        office.wait(20)
    except subprocess.TimeoutExpired:
        os.killpg(office.pid, signal.SIGKILL)
        office.wait()


def main():
    if uno is None or shutil.which("soffice") is None:
        print("passed over: LibreOffice is not here (apt-get install libreoffice-writer python3-uno)")
        return
    server = subprocess.Popen([PROGRAM, "serve", "--port", "0", "--quiet"], stdout=subprocess.PIPE, text=True)
    url = server.stdout.readline().rsplit(" ", 1)[1].strip() + "/v2"
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        write_profile(work / "profile", url)
        pipe, office = start_office(work)
        try:
            context = connect(pipe, office)
            try_document(context, try_client(context, url))
            check("LibreOffice is still alive", office.poll() is None)
            context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context).terminate()
        finally:
            end_office(office)
            server.send_signal(signal.SIGTERM)
            check("the server stops when told to", server.wait(30) == 0)
    finish()


main()
