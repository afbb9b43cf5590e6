"""Trains how alike sentences are to those that readers marked: one logistic regression a category.

Reads what `onus-evaluation LEXICONS likeness PATH…` prints, writes the section "likeness" of a model file as
src/checks/likeness_model.h reads it. The weights of the features of a sentence are divided by the root of the
number of features that are known. With --hold-out PREFIX, sentences of files whose name begins so are left out
and the area under precision and recall on them is printed, for choosing options; nothing is written.
"""

import argparse
import collections
import os
import struct

import torch

CATEGORIES = 14


class Sentences:
    """place, marked and unknown categories, and features (hashes) of each line."""

    def __init__(self, path):
        self.places, self.marked, self.unknown, self.features = [], [], [], []
        for line in open(path, encoding="utf-8"):
            place, marked, unknown, features = line.rstrip("\n").split("\t")
            self.places.append(os.path.basename(place))
            self.marked.append([int(c) for c in marked.split()])
            self.unknown.append([int(c) for c in unknown.split()])
            self.features.append([int(f, 16) for f in features.split()])

    def __len__(self):
        return len(self.places)

    def some(self, keep):
        out = object.__new__(Sentences)
        for name in ("places", "marked", "unknown", "features"):
            setattr(out, name, [x for x, kept in zip(getattr(self, name), keep) if kept])
        return out

    def targets(self):
        """(sentences × categories) of 0 and 1, and the same of what is known."""
        wanted, known = torch.zeros(len(self), CATEGORIES), torch.ones(len(self), CATEGORIES)
        for row, (marked, unknown) in enumerate(zip(self.marked, self.unknown)):
            wanted[row, marked] = 1
            known[row, unknown] = 0
        return wanted, known


def vocabulary(sentences, least):
    """hash → column, of features that are in at least so many sentences of reports; neutral prose adds none."""
    counts = collections.Counter(f for place, features in zip(sentences.places, sentences.features)
                                 if not place.endswith(".conllu") for f in features)
    return {f: i for i, f in enumerate(sorted(f for f, n in counts.items() if n >= least))}


def matrix(sentences, columns):
    """Sparse (sentences × features); each row has length one."""
    rows, cols, values = [], [], []
    for row, features in enumerate(sentences.features):
        known = [columns[f] for f in features if f in columns]
        rows += [row] * len(known)
        cols += known
        values += [max(len(known), 1) ** -0.5] * len(known)
    return torch.sparse_coo_tensor(torch.tensor([rows, cols]), torch.tensor(values),
                                   (len(sentences), len(columns))).coalesce()


def fit(x, wanted, known, decay, rounds):
    """Weights (features × categories) and biases that make the marks most likely, by L-BFGS."""
    weights = torch.zeros(x.shape[1], CATEGORIES, requires_grad=True)
    biases = torch.full((CATEGORIES,), -3.0, requires_grad=True)
    optimiser = torch.optim.LBFGS([weights, biases], max_iter=rounds, history_size=8)

    def loss():
        optimiser.zero_grad()
        odds = torch.sparse.mm(x, weights) + biases
        each = torch.nn.functional.binary_cross_entropy_with_logits(odds, wanted, reduction="none")
        total = (each * known).sum() / x.shape[0] + decay * (weights * weights).sum()
        total.backward()
        return total

    optimiser.step(loss)
    return weights.detach(), biases.detach()


def average_precision(odds, wanted, known):
    keep = known.flatten() > 0
    order = odds.flatten()[keep].argsort(descending=True)
    right = wanted.flatten()[keep][order]
    precision = right.cumsum(0) / torch.arange(1, len(right) + 1)
    return ((precision * right).sum() / right.sum()).item()


def section(columns, weights, biases):
    """Units and biases, beginnings by the first 16 bits of the hashes, their next 32 bits, weights in bytes."""
    units = weights.abs().max(0).values / 127
    out = b"".join(struct.pack("<ff", units[c], biases[c]) for c in range(CATEGORIES))
    hashes = sorted(columns)
    begins, at = [], 0
    for first in range((1 << 16) + 1):
        while at < len(hashes) and hashes[at] >> 48 < first:
            at += 1
        begins.append(at)
    out += struct.pack(f"<{len(begins)}I", *begins)
    out += struct.pack(f"<{len(hashes)}I", *((h >> 16) & 0xFFFFFFFF for h in hashes))
    whole = torch.round(weights / units).to(torch.int8)
    for h in hashes:
        out += struct.pack(f"<{CATEGORIES}b", *whole[columns[h]].tolist())
    return out


def main():
    options = argparse.ArgumentParser()
    options.add_argument("features")
    options.add_argument("--out")
    options.add_argument("--hold-out")
    options.add_argument("--decay", type=float, default=1e-6)
    options.add_argument("--rounds", type=int, default=160)
    options.add_argument("--least", type=int, default=2)
    chosen = options.parse_args()
    torch.manual_seed(1)
    torch.set_num_threads(1)
    sentences = Sentences(chosen.features)
    held = [bool(chosen.hold_out) and place.startswith(chosen.hold_out) for place in sentences.places]
    training = sentences.some([not h for h in held])
    columns = vocabulary(training, chosen.least)
    weights, biases = fit(matrix(training, columns), *training.targets(), chosen.decay, chosen.rounds)
    print(f"{len(training)} sentences, {len(columns)} features")
    if any(held):
        test = sentences.some(held)
        odds = torch.sparse.mm(matrix(test, columns), weights) + biases
        print(f"{len(test)} held out: average precision {average_precision(odds, *test.targets()):.3f}")
    if chosen.out:
        with open(chosen.out, "wb") as file:
            file.write(section(columns, weights, biases))


if __name__ == "__main__":
    main()
