#!/usr/bin/python3
"""Each room of src includes only itself and the rooms above it.

Usage: layers_test.py PROGRAM SOURCE_DIR (the program is not needed). Also shows itself that a wrong include is found.
"""
import pathlib
import re
import sys

ROOMS = ["text", "reading", "language", "people", "rules", "checks", "components", "rewriting", "linting",
         "reporting", "casefile", "archive", "serving"]
INCLUDE = re.compile(r'^\s*#include "([^"/]+)/', re.MULTILINE)


def complaints(room, name, source):
    if room not in ROOMS:
        return [f"{name}: there is no room called {room}"]
    allowed = ROOMS[: ROOMS.index(room) + 1]
    return [f"{name} includes {included}/" for included in INCLUDE.findall(source) if included not in allowed]


def main():
    src = pathlib.Path(sys.argv[2]) / "src"
    wrong = []
    for path in sorted(src.rglob("*")):
        if path.suffix in (".h", ".cpp") and path.parent != src:
            wrong += complaints(path.relative_to(src).parts[0], path.relative_to(src), path.read_text())
    if not complaints("text", "text/x.h", '#include "rules/finding.h"\n'):
        wrong.append("this test does not find an include that is put the wrong way")
    print("\n".join(wrong) or "every include goes upwards")
    sys.exit(bool(wrong))


main()
