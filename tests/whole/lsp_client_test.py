#!/usr/bin/python3
"""onus lsp, driven by the client library of VS Code (npm: vscode-languageserver-protocol). Passed over where node or the library is
missing; NODE_PATH says where it is.

Usage: lsp_client_test.py PROGRAM SOURCE_DIR [edits=N]
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

from checks import check, finish

PROGRAM, SOURCE = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
EDITS = dict(a.split("=") for a in sys.argv[3:]).get("edits", "10")


def report_of(words):
    texts = [path.read_text() for path in sorted((SOURCE / "corpora" / "reports" / "develop").glob("*.txt"))]
    report = ""
    while len(report.split()) < words:
        report += texts[len(report) % len(texts)].rstrip() + "\n\n"
    return report


def main():
    found = shutil.which("node") and subprocess.run(["node", "-e", "require('vscode-languageserver-protocol/node')"], capture_output=True)
    if not found or found.returncode:
        print("skipped: node or vscode-languageserver-protocol is missing (npm install vscode-languageserver-protocol; NODE_PATH)")
        sys.exit(77)
    with tempfile.TemporaryDirectory() as folder:
        text = pathlib.Path(folder) / "report.txt"
        text.write_text(report_of(15_700))
        run = subprocess.run(["node", pathlib.Path(__file__).with_name("lsp_client.js"), PROGRAM, EDITS, text], capture_output=True, timeout=3000)
    check("the library gets on with it", run.returncode == 0, run.stderr[-500:])
    got = json.loads(run.stdout)
    pulled, cancelled, typed = got["pulling"], got["cancelling"], got["typing"]
    check("diagnostics when asked", pulled["can"]["diagnosticProvider"]["workspaceDiagnostics"], pulled["can"])
    check("on their words behind a pictograph", "failed to protect the children" in pulled["words"], pulled["words"])
    check("with links to their rules", pulled["links"] and all(link.startswith("file://") for link in pulled["links"]), pulled["links"])
    check("unchanged", pulled["again"] == "unchanged", pulled["again"])
    check("of the workspace", [each[:2] for each in pulled["all"]] == [["file:///tmp/draft.txt", "full"]] and pulled["all"][0][2] > 0, pulled["all"])
    check("a request is cancelled", cancelled["cancelled"] == -32800, cancelled)
    check("every edit is answered", typed["answered"] == int(EDITS), typed)
    check("without errors, and it ends", all(part["errors"] == [] and part["code"] == 0 for part in got.values()), got)
    print(f"from edit to diagnostics, {EDITS} edits, ten a second, of 15,700 words: median {typed['median']} ms, p99 {typed['p99']} ms")
    finish()


main()
