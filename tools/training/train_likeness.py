"""Trains how alike sentences are to those that readers marked: vectors of features, one hidden layer.

Reads what `onus-evaluation LEXICONS likeness PATH…` prints, writes the section "likeness" of a model file as
src/language/feature_net.h reads it. The sum of the vectors of a sentence is divided by the root of the number of
its features that are known. In training most features of a sentence are left out, others each time: that is what
makes what is learnt hold on other sentences. With --hold-out PREFIX[,PREFIX…], sentences of files whose name begins
so are left out and the area under precision and recall on them is printed, for choosing options.
"""

import argparse
import collections
import os
import struct

import torch

HIDDEN = 64  # kHidden of the model's header
BATCH = 128  # sentences


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

    def targets(self, classes):
        """(sentences × categories) of 0 and 1, and the same of what is known."""
        wanted, known = torch.zeros(len(self), classes), torch.ones(len(self), classes)
        for row, (marked, unknown) in enumerate(zip(self.marked, self.unknown)):
            wanted[row, marked] = 1
            known[row, unknown] = 0
        return wanted, known


def vocabulary(sentences, least):
    """hash → column, of features that are in at least so many sentences of reports; neutral prose adds none."""
    counts = collections.Counter(f for place, features in zip(sentences.places, sentences.features)
                                 if not place.endswith(".conllu") for f in features)
    return {f: i for i, f in enumerate(sorted(f for f, n in counts.items() if n >= least))}


class Net(torch.nn.Module):
    """src/language/feature_net.h, with what is needed to train it."""

    def __init__(self, features, classes, quiet):
        super().__init__()
        self.vectors = torch.nn.EmbeddingBag(features, HIDDEN, mode="sum", sparse=True)
        torch.nn.init.normal_(self.vectors.weight, std=0.1)
        self.biases = torch.nn.Parameter(torch.zeros(HIDDEN))
        self.quiet = torch.nn.Dropout(quiet)
        self.out = torch.nn.Linear(HIDDEN, classes)
        torch.nn.init.constant_(self.out.bias, -3)

    def forward(self, sentences):
        """Log-odds (sentences × categories) of lists of columns."""
        lengths = torch.tensor([len(each) for each in sentences])
        begins = torch.cat([torch.zeros(1, dtype=torch.long), lengths.cumsum(0)[:-1]])
        sums = self.vectors(torch.cat(sentences), begins) / lengths.clamp(min=1).sqrt()[:, None]
        return self.out(self.quiet(torch.relu(sums + self.biases)))


def columns_of(sentences, columns):
    return [torch.tensor([columns[f] for f in features if f in columns], dtype=torch.long)
            for features in sentences.features]


def fit(sentences, columns, chosen):
    """The network that makes the marks most likely, by Adam; the learning rate is halved half-way."""
    loss = torch.nn.functional.binary_cross_entropy_with_logits
    wanted, known = sentences.targets(chosen.classes)
    inputs = columns_of(sentences, columns)
    net = Net(len(columns), chosen.classes, chosen.quiet)
    dense = [p for name, p in net.named_parameters() if not name.startswith("vectors")]
    optimisers = [torch.optim.SparseAdam(list(net.vectors.parameters()), lr=chosen.rate),
                  torch.optim.Adam(dense, lr=2e-3)]
    for round_ in range(chosen.rounds):
        optimisers[0].param_groups[0]["lr"] = chosen.rate / (1 if 2 * round_ < chosen.rounds else 2)
        for rows in torch.randperm(len(inputs)).split(BATCH):
            some = [inputs[r][torch.rand(len(inputs[r])) >= chosen.drop] for r in rows.tolist()]
            each = loss(net(some), wanted[rows], reduction="none")
            for optimiser in optimisers:
                optimiser.zero_grad()
            ((each * known[rows]).sum() / len(rows)).backward()
            for optimiser in optimisers:
                optimiser.step()
    return net.eval()


def average_precision(odds, wanted, known):
    keep = known.flatten() > 0
    order = odds.flatten()[keep].argsort(descending=True)
    right = wanted.flatten()[keep][order]
    precision = right.cumsum(0) / torch.arange(1, len(right) + 1)
    return ((precision * right).sum() / right.sum()).item()


def section(columns, net):
    """Units, biases, rows and offsets; beginnings by the first 16 bits of the hashes, their next 32 bits, vectors in
    bytes."""
    vectors = net.vectors.weight.detach()
    units = vectors.abs().max(0).values / 127
    floats = torch.cat([units, net.biases.detach(), net.out.weight.detach().flatten(), net.out.bias.detach()])
    out = struct.pack(f"<{len(floats)}f", *floats.tolist())
    hashes = sorted(columns)
    begins, at = [], 0
    for first in range((1 << 16) + 1):
        while at < len(hashes) and hashes[at] >> 48 < first:
            at += 1
        begins.append(at)
    out += struct.pack(f"<{len(begins)}I", *begins)
    out += struct.pack(f"<{len(hashes)}I", *((h >> 16) & 0xFFFFFFFF for h in hashes))
    whole = torch.round(vectors / units).to(torch.int8)
    return out + whole[[columns[h] for h in hashes]].numpy().tobytes()


def main():
    options = argparse.ArgumentParser()
    options.add_argument("features")
    options.add_argument("--out")
    options.add_argument("--hold-out")
    options.add_argument("--classes", type=int, default=14)
    options.add_argument("--rounds", type=int, default=24)
    options.add_argument("--rate", type=float, default=6e-3)
    options.add_argument("--drop", type=float, default=0.75, help="share of a sentence's features left out")
    options.add_argument("--quiet", type=float, default=0.2, help="share of the hidden layer left out")
    options.add_argument("--least", type=int, default=4, help="sentences that a feature must be in")
    chosen = options.parse_args()
    torch.manual_seed(1)
    torch.set_num_threads(1)
    sentences = Sentences(chosen.features)
    prefixes = tuple(chosen.hold_out.split(",")) if chosen.hold_out else ()
    held = [place.startswith(prefixes) for place in sentences.places]
    training = sentences.some([not h for h in held])
    columns = vocabulary(training, chosen.least)
    net = fit(training, columns, chosen)
    print(f"{len(training)} sentences, {len(columns)} features")
    if any(held):
        test = sentences.some(held)
        with torch.no_grad():
            odds = net(columns_of(test, columns))
        print(f"{len(test)} held out: average precision {average_precision(odds, *test.targets(chosen.classes)):.3f}")
    if chosen.out:
        with open(chosen.out, "wb") as file:
            file.write(section(columns, net))


if __name__ == "__main__":
    main()
