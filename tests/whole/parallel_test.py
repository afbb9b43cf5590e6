#!/usr/bin/python3
"""`onus lint --jsonl` as a filter: GNU parallel with several processes answers each line of a part of the corpus as one process does.

Where GNU parallel is missing this is skipped (77), and fails where CI is set.

Usage: parallel_test.py PROGRAM SOURCE_DIR"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys


def lines_of(source):
    """Texts of the corpora, as a database job would send them."""
    for path in sorted((source / "corpora/sentences/develop").glob("*.txt"))[::8]:
        for i, group in enumerate(re.split(r"\n(?=kind:)", path.read_text())):
            items = [re.sub(r"\[([^\[\]]*)\]\([a-z?-]+\)", r"\1", line[2:]) for line in group.split("\n") if line.startswith("- ")]
            yield json.dumps({"id": f"{path.stem}/{i}", "text": "\n\n".join(items)})
    for path in sorted((source / "corpora/samples").glob("*.docx")):
        yield json.dumps({"id": path.stem, "path": str(path), "metadata": {"year": 2021}})
    yield "not JSON"
    yield json.dumps({"id": "no text"})


def main():
    program, source = sys.argv[1], pathlib.Path(sys.argv[2])
    if not shutil.which("parallel"):
        print("skipped, not installed: parallel")
        sys.exit(1 if os.environ.get("CI") else 77)
    text = "\n".join(lines_of(source)) + "\n"
    filter_ = [program, "lint", "--jsonl", "-"]
    one = subprocess.run(filter_, input=text, capture_output=True, text=True)
    many = subprocess.run(["parallel", "--will-cite", "--pipe", "--keep-order", "--jobs", "2", "-N", "17", *filter_],
                          input=text, capture_output=True, text=True)
    answers = one.stdout.splitlines()
    wrong = []
    if len(answers) != text.count("\n"):
        wrong.append(f"{text.count(chr(10))} lines, {len(answers)} answers: {one.stderr}")
    if sum(len(json.loads(answer).get("findings", [])) for answer in answers) < 100:
        wrong.append("hardly anything was found; this test would see nothing")
    if sum(json.loads(answer).get("metadata") == {"year": 2021} and "findings" in json.loads(answer) for answer in answers) != 3:
        wrong.append("files are not read by their paths, or lose their metadata")
    if many.stdout != one.stdout:
        wrong.append(f"several processes answer otherwise than one: {many.stderr}")
    print("\n".join(wrong) or f"{len(answers)} lines, the same from one process and from many")
    sys.exit(bool(wrong))


main()
