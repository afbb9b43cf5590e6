#!/usr/bin/env python3
"""An organisation's own folder of rules and words: what it adds, changes and switches off, and what it hears of a mistake.

usage: own_rules_test.py PROGRAM
"""

import json
import pathlib
import subprocess
import sys
import tempfile

from checks import check, finish

program = sys.argv[1]
REPORT = """Ms Hart was punched in the kitchen. Ms Hart was kicked in the garden. Ewan was slapped by Mr Baird.

Ms Hart failed to protect Ewan from Mr Baird. The bungalow was mentioned twice.
"""


def onus(*arguments):
    return subprocess.run([program, *map(str, arguments)], capture_output=True, text=True)


def findings(folder, report):
    run = onus("lint", "--format", "json", "--lexicons", folder, "--perpetrator", "Mr Baird", "--survivor", "Ms Hart", report)
    return [(found["rule"], found["severity"], found["text"]) for found in json.loads(run.stdout)["documents"][0]["findings"]]


with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    (folder / "own" / "rules").mkdir(parents=True)
    (folder / "own" / "words").mkdir()
    report = folder / "draft.txt"
    report.write_text(REPORT)
    rules = folder / "own" / "rules" / "ours.yaml"

    rules.write_text("")
    before = findings(folder / "own", report)
    check("without changes all is as built in", {"harm-passive", "harm-passive-with-agent"} <= {rule for rule, _, _ in before}, before)

    (folder / "own" / "words" / "classes-ours.yaml").write_text("homes: [bungalow, maisonette]\n")
    rules.write_text("""
- id: harm-passive
  severity: error
  unless: ["in the garden"]
- id: harm-passive-with-agent
  severity: off
- id: our-homes
  category: euphemism
  severity: note
  match: "{homes} be mention"
  message: "“{match}” is ours."
  flag: "The [maisonette was mentioned]."
  pass: "The flat was mentioned."
""")
    after = findings(folder / "own", report)
    check("severities change", ("harm-passive", "error", "was punched") in after, after)
    check("exceptions are added", ("harm-passive", "error", "was kicked") not in after, after)
    check("a rule by grammar is switched off", not any(rule == "harm-passive-with-agent" for rule, _, _ in after), after)
    check("a rule is added, with words of its own", ("our-homes", "note", "bungalow was mentioned") in after, after)
    test = onus("rules", "test", folder / "own", "--lexicons", folder / "own")
    check("its examples are run", test.returncode == 0, test.stdout)
    page = onus("rules", "explain", "harm-passive", "--lexicons", folder / "own").stdout
    check("its page shows the change", "Severity: error" in page and "in the garden" in page, page)

    for wrong, told in (("- id: harm-passive\n  sevrity: off\n", "ours.yaml:2: “sevrity:” is not part of a rule"),
                        ("- id: ours\n  grammar: harm-pasive\n  message: x\n  flag: x\n", "ours.yaml:2: “harm-pasive” is not harm-passive or"),
                        ("- id: ours\n  match: 'plain? ...'\n  message: x\n  flag: x\n", "ours.yaml:2: a pattern needs a word"),
                        ("- id: ours\n  match: '{survivor} not'\n  message: x\n  flag: x\n", "ours.yaml:2: “{survivor} not” needs a word"),
                        ("- id: ours\n  message: x\n  flag: x\n", "ours.yaml:1: rule “ours” needs at least one line")):
        rules.write_text(wrong)
        run = onus("lint", "--lexicons", folder / "own", report)
        check("a mistake is told with its line", run.returncode == 2 and told in run.stderr, run.stderr)
    rules.write_text("[]\n")
    (folder / "own" / "words" / "classes-two.yaml").write_text("\nhomes: [flat]\n")
    run = onus("lint", "--lexicons", folder / "own", report)
    told = "classes-two.yaml:2: there is a class “homes” in classes-ours.yaml already"
    check("a folder has no class twice", run.returncode == 2 and told in run.stderr, run.stderr)
finish()
