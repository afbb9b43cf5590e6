#!/usr/bin/python3
"""The JSON of every sample and of a text with an emoji follows docs/report.schema.json, its places point at the words
that they name, and the schema would see a report that doesn't follow it.

Usage: json_test.py PROGRAM SOURCE_DIR
"""
import copy
import json
import pathlib
import subprocess
import sys

import jsonschema

program, root = sys.argv[1], pathlib.Path(sys.argv[2])
schema = json.loads((root / "docs/report.schema.json").read_text())
EMOJI = "😀 The café was shut.\n\nMs Hart failed to protect Ewan. Ms Hart was punched by Mr Baird.\n"


def lint(arguments, text=None):
    done = subprocess.run([program, "lint", "--format", "json", "--include-text", *arguments], input=text, text=True,
                          stdout=subprocess.PIPE, check=False)
    assert done.returncode in (0, 1), done.returncode
    return json.loads(done.stdout)


def ranges(value):
    """Every {start, end, text} under value."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys() and "kind" not in value:
            yield value
        for member in value.values():
            yield from ranges(member)
    elif isinstance(value, list):
        for item in value:
            yield from ranges(item)


def check(report):
    jsonschema.validate(report, schema)
    for document in report["documents"]:
        for place in ranges({k: v for k, v in document.items() if k != "text"}):
            assert document["text"][place["start"]:place["end"]] == place["text"], place


samples = sorted(str(path) for path in (root / "corpora/samples").glob("*.docx"))
report = lint(samples)
assert [document["source"] for document in report["documents"]] == samples
check(report)

declared = lint(["--survivor", "Ms Hart", "--perpetrator", "Mr Baird", "--child", "Ewan", "-"], EMOJI)
check(declared)
found = {finding["text"] for finding in declared["documents"][0]["findings"]}
assert any(words.startswith("failed to protect") for words in found) and "was punched by Mr Baird" in found, found
assert declared["documents"][0]["findings"][0]["place"]["line"] == 3

broken = copy.deepcopy(report)
broken["documents"][0]["findings"][0]["category"] = "rudeness"
try:
    jsonschema.validate(broken, schema)
except jsonschema.ValidationError:
    print("the JSON follows its schema")
else:
    sys.exit("the schema doesn't see a category that isn't one")
