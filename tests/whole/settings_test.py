#!/usr/bin/env python3
"""Settings files, baselines and JSON lines, as their users meet them.

usage: settings_test.py PROGRAM CHECKOUT
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

program = sys.argv[1]
REPORT = "Ms Hart failed to protect Ewan from Mr Baird's violence.\n"


def onus(*arguments, **more):
    return subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, **more)


def findings(*arguments, **more):
    run = onus("lint", "--format", "json", *arguments, **more)
    return [finding["rule"] for finding in json.loads(run.stdout)["documents"][0]["findings"]]


def check(holds, what):
    if not holds:
        sys.exit(f"does not hold: {what}")


with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    (folder / "case").mkdir()
    report = folder / "case" / "draft.txt"
    report.write_text(REPORT)

    # A settings file above the report holds; the command line wins; a mistake is told with its line.
    settings = folder / ".onus.yaml"
    settings.write_text("perpetrator: [Mr Baird]\nsurvivor: Ms Hart\nfail-on: never\n")
    check(onus("lint", report).returncode == 0, "fail-on of the settings file")
    check(onus("lint", report, "--fail-on", "error").returncode == 1, "the command line wins")
    shown = onus("lint", report, "--print-config").stdout
    check("survivor: Ms Hart" in shown and str(settings) in shown, "--print-config says what and from where")
    settings.write_text("perpetrator: [Mr Baird]\nsurvivor: Ms Hart\ncall-perpetrator: the perpetrator\ncall-survivor: the adult survivor\n")
    said = onus("lint", report).stdout
    check("answerable for what the perpetrator did" in " ".join(said.split()) and "The perpetrator [what" in said,
          "a team's own words for the two adults, with a capital at the beginning of a sentence")
    check("  Ms Hart   non-offending parent" in said, "and who they are keeps their names")
    settings.write_text("survivor: Ms Hart\nsurvivers: x\n")
    wrong = onus("lint", report)
    check(wrong.returncode == 2 and ".onus.yaml:2:" in wrong.stderr, "a mistake is told with its line")
    settings.unlink()
    check(onus("lint", report, "--lang", "cy").returncode == 2, "another language is refused")

    # A baseline leaves out what was there, not what is new, and holds no word of the report.
    who = ["--survivor", "Ms Hart", "--perpetrator", "Mr Baird"]
    baseline = folder / "baseline.json"
    onus("lint", report, *who, "--write-baseline", baseline)
    check("Hart" not in baseline.read_text() and "protect" not in baseline.read_text(), "no words in a baseline")
    check(findings(report, *who) == ["failure-to-protect"], "found without a baseline")
    check(findings(report, *who, "--baseline", baseline) == [], "left out with it")
    report.write_text("The school wrote to us.\n\n" + REPORT + "\nMs Hart refuses to engage with services.\n")
    left = findings(report, *who, "--baseline", baseline)
    check("failure-to-protect" not in left and left, "an edit elsewhere does not bring it back; new ones are told")

    # JSON lines: each is answered before the next is written.
    lines = subprocess.Popen([program, "lint", "-", "--jsonl"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    for number, text in enumerate([REPORT, "Ewan likes football.\n"]):
        lines.stdin.write(json.dumps({"id": number, "text": text, "survivor": "Ms Hart", "perpetrator": ["Mr Baird"]}) + "\n")
        lines.stdin.flush()
        reply = json.loads(lines.stdout.readline())
        check(reply["id"] == number and len(reply["findings"]) == (1 if number == 0 else 0), "a line is answered")
    lines.stdin.write("not JSON\n")
    lines.stdin.close()
    check("problem" in json.loads(lines.stdout.readline()), "a bad line has a problem")
    check(lines.wait() == 3, "and the run says so")
print("settings, baselines and JSON lines hold")
