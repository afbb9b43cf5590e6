"""Reads CoNLL-U: columns 2, 4, 5, 7 and 8 of the syntactic words; ranges and empty nodes are passed over."""

from dataclasses import dataclass
from pathlib import Path


@dataclass
class Sentence:
    forms: list
    upos: list
    xpos: list
    heads: list  # 1-based, 0 for the root
    deprels: list

    def __len__(self):
        return len(self.forms)


def read(path: Path) -> list:
    sentences = []
    rows = []
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            line = line.rstrip("\n")
            if not line:
                if rows:
                    sentences.append(_sentence(rows))
                rows = []
            elif not line.startswith("#"):
                columns = line.split("\t")
                assert len(columns) == 10, f"{path}:{number}: {len(columns)} columns"
                if columns[0].isdigit():
                    assert int(columns[0]) == len(rows) + 1, f"{path}:{number}: tokens out of order"
                    rows.append(columns)
    if rows:
        sentences.append(_sentence(rows))
    assert sentences, f"{path}: no sentences"
    return sentences


def _sentence(rows):
    heads = [int(row[6]) for row in rows]
    assert all(0 <= head <= len(rows) for head in heads), rows
    assert heads.count(0) == 1, rows
    return Sentence([row[1] for row in rows], [row[3] for row in rows], [row[4] for row in rows], heads,
                    [row[7] for row in rows])
