#!/usr/bin/env python3
"""The rule files keep to the schema that editors check them with.

usage: rules_schema_test.py PROGRAM CHECKOUT
"""

import json
import pathlib
import sys

import jsonschema
import yaml

checkout = pathlib.Path(sys.argv[2])
validator = jsonschema.Draft202012Validator(json.loads((checkout / "docs/rules.schema.json").read_text()))
files = sorted((checkout / "lexicons/en/rules").glob("*.yaml"))
broken = [
    f"{file.name}: {'/'.join(map(str, error.path))}: {error.message}"
    for file in files
    for error in validator.iter_errors(yaml.safe_load(file.read_text()))
]
if broken or not files or not list(validator.iter_errors([{"id": "a", "mach": "x"}])):
    sys.exit("\n".join(broken) or "the schema holds nothing")
print(f"{len(files)} rule files keep to docs/rules.schema.json")
