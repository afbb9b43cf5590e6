#!/usr/bin/python3
"""What lint --format sarif prints keeps the rules of SARIF 2.1.0, as far as it uses it: the members that an object has to have and may
have, their types and values (sections 3.13 to 3.58 of the standard), and what no schema can say.

Usage: sarif_test.py PROGRAM SOURCE_DIR
"""
import json
import pathlib
import subprocess
import sys
import tempfile

from checks import check, finish

try:
    import jsonschema
except ImportError:
    jsonschema = None

PROGRAM, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])


def closed(required, **members):
    """An object that has nothing but these members."""
    return {"type": "object", "required": required.split(), "properties": members, "additionalProperties": False}


def list_of(items, least=0, unique=False):
    return {"type": "array", "items": items, "minItems": least, "uniqueItems": unique}


STRING = {"type": "string", "minLength": 1}
INDEX = {"type": "integer", "minimum": 0}
COUNT = {"type": "integer", "minimum": 1}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
BAG = {"type": "object", "properties": {"tags": list_of(STRING, unique=True)}}
MESSAGE = closed("text", text=STRING)  # 3.11: text or id; ids need a table, which isn't printed
ARTIFACT = closed("uri", uri={"type": "string", "format": "uri-reference", "pattern": "^[!-~]+$"})  # 3.4
REGION = closed("startLine", startLine=COUNT, startColumn=COUNT, endLine=COUNT, endColumn=COUNT, snippet=closed("text", text=STRING))  # 3.30
PLACE = closed("", physicalLocation=closed("artifactLocation", artifactLocation=ARTIFACT, region=REGION),
               logicalLocations=list_of(closed("name", name=STRING, kind=STRING), unique=True), message=MESSAGE)  # 3.28
FIX = closed("artifactChanges", description=MESSAGE, artifactChanges=list_of(closed(
    "artifactLocation replacements", artifactLocation=ARTIFACT,
    replacements=list_of(closed("deletedRegion", deletedRegion=REGION, insertedContent=closed("text", text={"type": "string"})), 1)), 1, True))  # 3.55
RESULT = closed("message ruleId", ruleId=STRING, ruleIndex=INDEX, level=LEVEL, message=MESSAGE, locations=list_of(PLACE),
                partialFingerprints={"type": "object", "additionalProperties": STRING, "minProperties": 1}, fixes=list_of(FIX, unique=True),
                suppressions=list_of(closed("kind", kind={"enum": ["inSource", "external"]}, justification=STRING), unique=True),
                properties=BAG)  # 3.27, 3.35
RULE = closed("id", id=STRING, shortDescription=MESSAGE, fullDescription=MESSAGE, help=MESSAGE, properties=BAG)  # 3.49
NOTICE = closed("message", message=MESSAGE, level=LEVEL, locations=list_of(PLACE, unique=True))  # 3.58
RUN = closed("tool", tool=closed("driver", driver=closed("name", name=STRING, version=STRING, semanticVersion={
    "type": "string", "pattern": r"^\d+\.\d+\.\d+$"}, rules=list_of(RULE, unique=True))),
    invocations=list_of(closed("executionSuccessful", executionSuccessful={"type": "boolean"}, toolExecutionNotifications=list_of(NOTICE)), 1),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]}, results=list_of(RESULT))  # 3.14
LOG = {**closed("version runs", version={"const": "2.1.0"}, runs=list_of(RUN)), "$comment": "3.13"}
LOG["properties"]["$schema"] = {"type": "string", "format": "uri"}


def sarif(*arguments):
    run = subprocess.run([PROGRAM, "lint", "--format", "sarif", "--fail-on", "never", *map(str, arguments)], capture_output=True)
    return json.loads(run.stdout)


def ordered(region):
    begin = region["startLine"], region.get("startColumn", 1)
    return begin <= (region.get("endLine", begin[0]), region.get("endColumn", begin[1] + 1))


def hold(name, log, findings=None):
    errors = sorted(error.message for error in jsonschema.Draft7Validator(LOG, format_checker=jsonschema.FormatChecker()).iter_errors(log))
    check(f"{name}: the schema", not errors, errors[:3])
    run = log["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    check(f"{name}: rules are told once", len(rules) == len(set(rules)))
    check(f"{name}: a result names its rule", all(rules[r["ruleIndex"]] == r["ruleId"] for r in run["results"]))
    regions = [place["physicalLocation"]["region"] for r in run["results"] for place in r["locations"] if "region" in place["physicalLocation"]]
    regions += [change["deletedRegion"] for r in run["results"] for fix in r.get("fixes", []) for a in fix["artifactChanges"] for change in a["replacements"]]
    check(f"{name}: regions end after they begin ({len(regions)})", all(map(ordered, regions)))
    prints = [tuple(r["partialFingerprints"].values()) for r in run["results"] if not r.get("suppressions")]
    check(f"{name}: all results say whether they are set aside, or none", len({"suppressions" in r for r in run["results"]}) < 2)
    check(f"{name}: fingerprints tell results of one file apart", findings is None or len(set(prints)) == len(prints))
    if findings is not None:
        check(f"{name}: a result for each finding", [r["ruleId"] for r in run["results"]] == findings)


def main():
    if jsonschema is None:
        print("skipped: python3-jsonschema is missing")
        sys.exit(77)
    jsonschema.Draft7Validator.check_schema(LOG)
    reports = sorted((SOURCE / "corpora" / "samples").glob("*.docx")) + sorted((SOURCE / "corpora" / "reports" / "develop").glob("*.txt"))[:2]
    for report in reports:
        run = subprocess.run([PROGRAM, "lint", "--format", "json", "--fail-on", "never", str(report)], capture_output=True)
        wanted = [f["rule"] for f in json.loads(run.stdout)["documents"][0]["findings"]]
        hold(report.name, sarif(report), wanted)
        hold(report.name + " with text", sarif("--include-text", report), wanted)
    with tempfile.TemporaryDirectory() as folder:
        room = pathlib.Path(folder)
        (room / "a “draft” %20#1.md").write_text("# 😀\n\nThat night the baby was hit by Mr Hart.\n")
        (room / "aside.md").write_text("Ms Hart failed to protect Isla. <!-- onus: ignore failure-to-protect the referral's words -->\n")
        hold("a finding set aside", log := sarif(room / "aside.md"))
        asides = [r["suppressions"][0]["justification"] for r in log["runs"][0]["results"] if r.get("suppressions")]
        check("what is set aside is told with its reason", asides == ["the referral's words"], log)
        (room / "broken.docx").write_bytes(b"PK\x03\x04 no")
        (room / "leer.txt").write_text("Elle n'a pas protégé les enfants. Il était violent et elle avait peur de lui pendant des années.\n")
        hold("odd names, a broken file, another language", sarif(*sorted(room.iterdir())))
        log = sarif(room / "broken.docx")
        check("what can't be read is told", log["runs"][0]["invocations"][0]["executionSuccessful"] is False
              and log["runs"][0]["invocations"][0]["toolExecutionNotifications"][0]["level"] == "error", log)
    finish()


main()
