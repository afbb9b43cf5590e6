#!/usr/bin/python3
"""Lints standard input through the C interface and prints the findings, one a line.

Usage: lint.py LIBRARY [SETTINGS]    (lint.py build/release/libonus.so '{"survivor": "Ms Hart"}' < report.txt)
With --json as a third argument it prints the whole JSON.
"""
import ctypes
import json
import sys


class Linter:
    def __init__(self, library, settings=None):
        self.onus = ctypes.CDLL(library)
        if self.onus.onus_abi() != 1:
            raise RuntimeError("this library speaks another version of the interface")
        self.onus.onus_open.restype = ctypes.c_void_p
        self.onus.onus_open.argtypes = [ctypes.c_char_p, ctypes.POINTER(ctypes.c_void_p)]
        self.onus.onus_lint.restype = ctypes.c_void_p
        self.onus.onus_lint.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t, ctypes.c_char_p, ctypes.POINTER(ctypes.c_void_p)]
        self.onus.onus_free.argtypes = [ctypes.c_void_p]
        self.onus.onus_close.argtypes = [ctypes.c_void_p]
        error = ctypes.c_void_p()
        self.linter = self.onus.onus_open(json.dumps(settings or {}).encode(), ctypes.byref(error))
        if not self.linter:
            raise RuntimeError(self._take(error.value))

    def _take(self, pointer):
        text = ctypes.string_at(pointer).decode() if pointer else ""
        self.onus.onus_free(pointer)
        return text

    def lint(self, text, name="-"):
        data, error = text.encode(), ctypes.c_void_p()
        report = self.onus.onus_lint(self.linter, data, len(data), name.encode(), ctypes.byref(error))
        if not report:
            raise RuntimeError(self._take(error.value))
        return json.loads(self._take(report))

    def close(self):
        self.onus.onus_close(self.linter)


def main():
    linter = Linter(sys.argv[1], json.loads(sys.argv[2]) if len(sys.argv) > 2 else None)
    report = linter.lint(sys.stdin.read())
    linter.close()
    if "--json" in sys.argv:
        print(json.dumps(report))
        return
    for document in report["documents"]:
        for finding in document["findings"]:
            print(f'{finding["severity"]}: {finding["text"]}: {finding["message"]}')


if __name__ == "__main__":
    main()
