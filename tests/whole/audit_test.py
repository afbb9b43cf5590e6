#!/usr/bin/python3
"""A store of made-up reports is audited in every format: the figures are those of plain SQL, the JSON follows its
schema, the page is well-formed and asks for nothing, files are written whole, and wrong use is said in one line.

Usage: audit_test.py PROGRAM SOURCE_DIR
"""
import csv
import html.parser
import io
import json
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile

import jsonschema

from checks import check, finish

PROGRAM, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
SCHEMA = json.loads((ROOT / "docs/audit.schema.json").read_text())
VOID = {"meta", "br", "input", "link", "img", "hr"}


def audit(*arguments, code=0):
    run = subprocess.run([PROGRAM, "audit", *map(str, arguments)], capture_output=True, text=True)
    check(f"exit code {code} of {' '.join(map(str, arguments[1:]))}", run.returncode == code,
          f"is {run.returncode}: {run.stderr}")
    return run.stdout, run.stderr


def ratings_of(store, place):
    """What two readers who agree with the program but for one say of some reports."""
    connection = sqlite3.connect(store)
    rows = connection.execute("SELECT path, component, level FROM files JOIN coverage USING (document) "
                              "WHERE path NOT LIKE '%copies%' ORDER BY path LIMIT 60").fetchall()
    connection.close()
    with open(place, "w", newline="") as out:
        table = csv.writer(out)
        table.writerow(["path", "reader", "item", "rating"])
        for i, (path, component, level) in enumerate(rows):
            table.writerow([path, "R1", component, level])
            table.writerow([path, "R2", component, "absent" if i == 7 and level != "absent" else level])


def test_json(store, work):
    text, _ = audit(store, "--format", "json", "--cohort", "area", "--compare", "West:East", "--sample", 12,
                    "--ratings", work / "ratings.csv")
    answer = json.loads(text)
    jsonschema.validate(answer, SCHEMA)
    broken = json.loads(text)
    broken["figures"][0]["measures"][0]["count"] = -1
    try:
        jsonschema.validate(broken, SCHEMA)
        check("the schema sees what doesn't follow it", False)
    except jsonschema.ValidationError:
        pass
    connection = sqlite3.connect(store)
    everything = {(m["kind"], m["id"], m["value"]): m for m in answer["figures"][0]["measures"]}
    for rule, reports, findings in connection.execute(
            "SELECT rule, count(DISTINCT document), count(*) FROM findings GROUP BY rule"):
        found = everything["rule", rule, "any"]
        check(f"{rule} is counted", (found["count"], found["findings"]) == (reports, findings))
    for criterion, met, applies in connection.execute(
            "SELECT criterion, sum(rating = 'fully-met'), sum(rating <> 'not-applicable') FROM criteria GROUP BY criterion"):
        found = everything["criterion", criterion, "fully-met"]
        check(f"{criterion} is counted", (found["count"], found["of"]) == (met, applies))
    shown = {f["group"] for f in answer["figures"] if f["by"] == "cohort"}
    check("small areas are hidden", shown == {"North", "East", "South", "West"}, shown)
    check("readers are compared", answer["ratings"]["two-readers"] > 0 and answer["ratings"]["agreement"])
    check("the two are compared", len(answer["comparison"]["rows"]) > 10)
    again, _ = audit(store, "--format", "json", "--sample", 12, "--cohort", "area")
    check("the sample is drawn again", json.loads(again)["sample"] == answer["sample"])
    connection.close()


def test_csv(store):
    text, _ = audit(store, "--format", "csv", "--cohort", "area", "--compare", "area=West:East")
    rows = list(csv.DictReader(io.StringIO(text.lstrip("\ufeff"))))
    tables = {row["table"] for row in rows}
    check("the tables are there", {"counted", "all", "period", "cohort", "comparison", "difference", "to-read"} <= tables,
          tables)
    wrong = [r for r in rows if r["share"] and r["table"] == "all" and not 0 <= float(r["low"]) <= float(r["share"]) <= float(r["high"]) <= 1]
    check("shares lie within their intervals", not wrong, wrong[:1])


class Page(html.parser.HTMLParser):
    """Elements that are closed in their order, and nothing from elsewhere."""

    def __init__(self):
        super().__init__()
        self.open, self.wrong, self.ids, self.refers = [], [], [], []

    def handle_starttag(self, tag, attributes):
        if tag not in VOID:
            self.open.append(tag)
        named = dict(attributes)
        self.ids += [named["id"]] if "id" in named else []
        self.refers += [named["href"][1:]] if named.get("href", "").startswith("#") else []
        if tag in ("script", "iframe", "object", "img", "link") or "src" in named or named.get("href", "#")[0] != "#":
            self.wrong.append((tag, named))

    def handle_startendtag(self, tag, attributes):
        pass

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(("end of", tag))


def test_page(store, work):
    place = work / "page.html"
    audit(store, "--format", "html", "--cohort", "area", "--compare", "West:East", "--sample", 5, "--ratings",
          work / "ratings.csv", "--output", place)
    text = place.read_text()
    page = Page()
    page.feed(text)
    check("the page is well-formed and whole in itself", not page.wrong and not page.open, page.wrong[:3])
    check("every identifier is there once", len(page.ids) == len(set(page.ids)), page.ids)
    check("every link leads somewhere", set(page.refers) <= set(page.ids), page.refers)
    for part in ("components", "criteria", "wording", "trend", "cohorts", "compared", "to-read", "sample", "readers", "limits"):
        check(f"the part “{part}” is there", part in page.ids)
    check("it is its owner's only", place.stat().st_mode & 0o777 == 0o600)
    check("nothing else is left", sorted(p.name for p in work.glob("page*")) == ["page.html"])


def test_text(store):
    text, _ = audit(store, "--cohort", "area")
    long = [line for line in text.splitlines() if len(line) > 80 and "/archive/" not in line]
    check("lines fit in 80 columns", not long, long[:2])
    redacted, _ = audit(store, "--cohort", "area", "--sample", 5, "--redact")
    check("a redacted audit names no path", "/archive/" not in redacted and "made.db" not in redacted)
    check("and numbers instead", re.search(r"report \d+", redacted))


def test_wrong_use(store, work):
    for arguments, words in [
            ((work / "nowhere.db",), "there is no store"),
            ((store, "--cohort", "author"), "is about a person"),
            ((store, "--cohort", "team"), "there are area, date, year, kind and format"),
            ((store, "--since", "spring"), "expected a year"),
            ((store, "--compare", "A:B"), "--cohort FIELD"),
            ((store, "--format", "sarif"), "text, html, csv and json"),
            ((store, "--ratings", work / "none.csv"), "can't be read"),
            ((), "needs one store")]:
        _, errors = audit(*arguments, code=2)
        check(f"“{words}” is said in one line", words in errors and errors.count("\n") == 1, errors)
    (work / "one.csv").write_text("path,reader,item,rating\nnowhere.docx,R1,plan,not-met\n")
    _, errors = audit(store, "--ratings", work / "one.csv", code=3)
    check("a row that can't be used is said", "row 2" in errors, errors)


def main():
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        store = str(work / "made.db")
        subprocess.run([ROOT / "tools/made_up_store", PROGRAM, store, "--reports", "1500"], check=True)
        ratings_of(store, work / "ratings.csv")
        test_json(store, work)
        test_csv(store)
        test_page(store, work)
        test_text(store)
        test_wrong_use(store, work)
    finish()


main()
