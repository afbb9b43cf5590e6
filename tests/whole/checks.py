"""What the scripts of this folder say of the things they hold the program to."""
import sys

failures = []


def check(name, ok, info=""):
    print("ok  " if ok else "FAIL", name, info if not ok else "")
    if not ok:
        failures.append(name)


def finish():
    """Ends the script: 0 where every check held."""
    print("FAILED: " + ", ".join(failures) if failures else "all as it should be")
    sys.exit(bool(failures))
