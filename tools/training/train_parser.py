#!/usr/bin/env python3
"""Trains the parser's network from CoNLL-U files and writes its weights.

usage: train_parser.py --train A.conllu B.conllu --dev C.conllu D.conllu --out weights.pt
"""

import argparse
import math
import random
import sys
import time
from collections import Counter
from pathlib import Path

import numpy
import torch
import torch.nn.functional as F

import treebank
import word_features
from parser_net import ParserNet
from recurrence import Optimiser

LONGEST_SENTENCE = 120
PASSIVE = {"aux:pass", "nsubj:pass", "csubj:pass"}


class Vocabulary:
    """What the program needs to know of the training data: words and the names of tags and relations."""

    def __init__(self, sentences, row_bits, least):
        counts = Counter(word_features.normalise(form.encode()) for s in sentences for form in s.forms)
        self.words = [word for word, count in sorted(counts.items(), key=lambda p: (-p[1], p[0])) if count >= least]
        self.word_index = {word: i + 1 for i, word in enumerate(self.words)}  # 0 is any other word
        self.counts = counts
        self.row_count = 1 << row_bits
        self.upos = sorted({tag for s in sentences for tag in s.upos})
        self.xpos = sorted({tag for s in sentences for tag in s.xpos})
        self.deprels = sorted({name for s in sentences for name in s.deprels})
        self.cache = {}

    def features(self, form):
        found = self.cache.get(form)
        if found is None:
            data = form.encode()
            word = word_features.normalise(data)
            rows = numpy.array([h % self.row_count for h in word_features.hashed(data)], dtype=numpy.int64)
            count = self.counts.get(word, 0)
            found = (self.word_index.get(word, 0), rows, 0.25 / (0.25 + count))
            self.cache[form] = found
        return found


class Batch:
    def __init__(self, sentences, vocabulary, random_numbers=None, row_drop=0.0):
        self.sentences = sentences
        longest = max(len(s) for s in sentences)
        self.shape = (len(sentences), longest)
        self.lengths = torch.tensor([len(s) for s in sentences])
        words, rows, offsets, at = [], [], [], 0
        for s in sentences:
            for form in vary(s.forms, random_numbers):
                word, feature_rows, rare = vocabulary.features(form)
                if random_numbers is not None:
                    if random_numbers.random() < rare:
                        word = 0
                    elif random_numbers.random() < row_drop:
                        feature_rows = feature_rows[:1]
                words.append(word)
                rows.append(feature_rows)
                offsets.append(at)
                at += len(feature_rows)
        self.words = torch.tensor(words)
        self.rows = torch.from_numpy(numpy.concatenate(rows))
        self.offsets = torch.tensor(offsets)

    def gold(self, vocabulary):
        def column(values):
            table = numpy.full(self.shape, -1, dtype=numpy.int64)
            for i, row in enumerate(values):
                table[i, :len(row)] = row
            return torch.from_numpy(table)

        ss = self.sentences
        return (column([s.heads for s in ss]), column([[index(vocabulary.deprels, d) for d in s.deprels] for s in ss]),
                column([[index(vocabulary.upos, t) for t in s.upos] for s in ss]),
                column([[index(vocabulary.xpos, t) for t in s.xpos] for s in ss]))

    def inputs(self):
        return self.words, self.rows, self.offsets, self.shape, self.lengths


_indexes = {}


def index(names, name):
    table = _indexes.setdefault(id(names), {n: i for i, n in enumerate(names)})
    return table.get(name, -1)


def vary(forms, random_numbers):
    """Now and then a sentence in capitals or in lower case, as reports and messages have them."""
    if random_numbers is None:
        return forms
    chance = random_numbers.random()
    if chance < 0.01:
        return [f.upper() for f in forms]
    if chance < 0.03:
        return [f.lower() for f in forms]
    return forms


def batches(sentences, tokens, random_numbers):
    order = sorted(range(len(sentences)), key=lambda i: (len(sentences[i]) + random_numbers.uniform(-2, 2), i))
    groups, group, longest = [], [], 0
    for i in order:
        longest = max(longest, len(sentences[i]))
        if group and longest * (len(group) + 1) > tokens:
            groups.append(group)
            group, longest = [], len(sentences[i])
        group.append(sentences[i])
    groups.append(group)
    random_numbers.shuffle(groups)
    return groups


def loss_of(net, batch, vocabulary, smoothing, soft=None):
    heads, deprels, upos, xpos = batch.gold(vocabulary)
    scores, labels, upos_scores, xpos_scores = net(*batch.inputs())
    known = heads >= 0
    label_scores = labels(heads.clamp(min=0))

    def entropy(s, gold):
        return F.cross_entropy(s[known], gold[known], label_smoothing=smoothing)

    # Smoothing would pull towards masked heads, so arcs have none.
    arc = F.cross_entropy(scores[known], heads[known])
    return arc + entropy(label_scores, deprels) + 0.5 * (entropy(upos_scores, upos) + entropy(xpos_scores, xpos))


def predict(nets, sentences, vocabulary, chunk=64):
    """Greedy heads, relations and tags for every sentence, from the mean of the nets' probabilities."""
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i]))
    answers = [None] * len(sentences)
    with torch.no_grad():
        for start in range(0, len(order), chunk):
            picked = order[start:start + chunk]
            batch = Batch([sentences[i] for i in picked], vocabulary)
            outs = [net(*batch.inputs()) for net in nets]
            heads = sum(F.softmax(o[0], 2) for o in outs).argmax(2)
            labels = sum(F.softmax(o[1](heads), 2) for o in outs).argmax(2)
            upos = sum(F.softmax(o[2], 2) for o in outs).argmax(2)
            xpos = sum(F.softmax(o[3], 2) for o in outs).argmax(2)
            for row, i in enumerate(picked):
                size = len(sentences[i])
                answers[i] = tuple(t[row, :size].tolist() for t in (heads, labels, upos, xpos))
    return answers


def measure(nets, sentences, vocabulary):
    tokens = uas = las = upos = xpos = 0
    table = Counter()
    for s, (heads, labels, u, x) in zip(sentences, predict(nets, sentences, vocabulary)):
        names = [vocabulary.deprels[l] for l in labels]
        for i in range(len(s)):
            tokens += 1
            right = heads[i] == s.heads[i]
            uas += right
            las += right and names[i] == s.deprels[i]
            upos += vocabulary.upos[u[i]] == s.upos[i]
            xpos += vocabulary.xpos[x[i]] == s.xpos[i]
        table[bool(PASSIVE & set(s.deprels)), bool(PASSIVE & set(names))] += 1
    f1 = 2 * table[True, True] / max(1, 2 * table[True, True] + table[True, False] + table[False, True])
    return {k: 100 * v for k, v in dict(uas=uas / tokens, las=las / tokens, upos=upos / tokens, xpos=xpos / tokens,
                                        passive=f1).items()}


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--train", nargs="+", type=Path, required=True)
    options.add_argument("--dev", nargs="+", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--epochs", type=int, default=40)
    options.add_argument("--quantised-epochs", type=int, default=8)
    options.add_argument("--tokens", type=int, default=1000, help="tokens in a batch")
    options.add_argument("--rate", type=float, default=2e-3)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--width", type=int, default=128)
    options.add_argument("--embedding", type=int, default=128)
    options.add_argument("--layers", type=int, default=3)
    options.add_argument("--arc", type=int, default=128)
    options.add_argument("--label", type=int, default=64)
    options.add_argument("--tag-layer", type=int, default=2)
    options.add_argument("--dropout", type=float, default=0.33)
    options.add_argument("--embedding-dropout", type=float, default=0.2)
    options.add_argument("--row-bits", type=int, default=15)
    options.add_argument("--row-drop", type=float, default=0.1)
    options.add_argument("--smoothing", type=float, default=0.03)
    options.add_argument("--decay", type=float, default=0.0)
    options.add_argument("--start", type=Path, help="weights to go on from; further layers are put on top")
    options.add_argument("--stop", type=int, default=0, help="end after this epoch of the schedule")
    options.add_argument("--every", type=int, default=5, help="epochs between measurements")
    chosen = options.parse_args()

    torch.set_num_threads(1)
    torch.manual_seed(chosen.seed)
    random_numbers = random.Random(chosen.seed)
    sentences = [s for path in chosen.train for s in treebank.read(path)]
    dev = {path.stem: treebank.read(path) for path in chosen.dev}
    vocabulary = Vocabulary(sentences, chosen.row_bits, least=2)
    sentences = [s for s in sentences if len(s) <= LONGEST_SENTENCE]
    shape = dict(embedding=chosen.embedding, width=chosen.width, layers=chosen.layers, arc=chosen.arc,
                 label=chosen.label, tag_layer=chosen.tag_layer)
    net = ParserNet(len(vocabulary.words) + 1, vocabulary.row_count, len(vocabulary.upos), len(vocabulary.xpos),
                    len(vocabulary.deprels), dropout=chosen.dropout, embedding_dropout=chosen.embedding_dropout,
                    **shape)
    seen = torch.zeros(vocabulary.row_count, dtype=torch.bool)
    for s in sentences:
        for form in s.forms:
            seen[torch.from_numpy(vocabulary.features(form)[1])] = True
    net.rows.data[~seen] = 0
    if chosen.start:
        held = torch.load(chosen.start)
        assert held["words"] == vocabulary.words and held["deprels"] == vocabulary.deprels, "other training data"
        net.load_state_dict(held["weights"], strict=False)
        for number in range(held["shape"]["layers"], chosen.layers):
            net.layers[number].pass_by()
    print(f"{len(sentences)} sentences, {len(vocabulary.words)} words, {int(seen.sum())} rows in use, options {chosen}",
          flush=True)
    optimiser = Optimiser(net, decay=chosen.decay)
    steps = chosen.epochs * len(batches(sentences, chosen.tokens, random.Random(0)))
    step, started = 0, time.time()
    for epoch in range(1, chosen.epochs + 1):
        net.train()
        if epoch > chosen.epochs - chosen.quantised_epochs:
            net.quantise()
        total = count = 0
        for group in batches(sentences, chosen.tokens, random_numbers):
            batch = Batch(group, vocabulary, random_numbers, chosen.row_drop)
            loss = loss_of(net, batch, vocabulary, chosen.smoothing)
            loss.backward()
            done = min(1.0, step / steps)
            rate = chosen.rate * min(1.0, (step + 1) / 400) * (1 - done) ** 1.0
            optimiser.step(max(rate, chosen.rate * 0.005))
            total, count, step = total + float(loss.detach()), count + 1, step + 1
        line = f"epoch {epoch} loss {total / count:.4f} {time.time() - started:.0f}s"
        if epoch % chosen.every == 0 or epoch in (1, chosen.stop, chosen.epochs):
            net.eval()
            optimiser.swap()
            for name, held in dev.items():
                figures = measure([net], held, vocabulary)
                line += f"  {name} " + " ".join(f"{k} {v:.2f}" for k, v in figures.items())
            torch.save({"shape": shape, "weights": net.state_dict(), "words": vocabulary.words,
                        "counts": dict(vocabulary.counts), "row_bits": chosen.row_bits, "upos": vocabulary.upos,
                        "xpos": vocabulary.xpos, "deprels": vocabulary.deprels}, chosen.out)
            optimiser.swap()
        print(line, flush=True)
        if epoch == chosen.stop:
            break


if __name__ == "__main__":
    main()
