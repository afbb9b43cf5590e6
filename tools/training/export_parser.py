#!/usr/bin/env python3
"""Writes trained weights as the parser's section of the model file (read by src/language/parser_net.cpp).

usage: export_parser.py --weights weights.pt --calibrate TRAIN.conllu --out parser.section
"""

import argparse
import struct
from pathlib import Path

import numpy
import torch

import treebank
import word_features
from parser_net import DISTANCES, Linear, ParserNet, table_step
from train_parser import Batch, Vocabulary

ALIGNMENT = 64


class Section:
    def __init__(self):
        self.bytes = bytearray(b"onusdep1")

    def array(self, values, kind):
        self.bytes += bytes(-len(self.bytes) % ALIGNMENT)
        self.bytes += numpy.ascontiguousarray(values, dtype=kind).tobytes()

    def matrix(self, linear: Linear, groups=None):
        """Weights of 16 outputs by 4 inputs together, as the dot-product instructions take them.

        Each group of outputs is filled up to a multiple of 16 with outputs that are never the best."""
        weight = linear.weight.detach().double().numpy()
        outputs, inputs = weight.shape
        groups = groups or [outputs]
        assert sum(groups) == outputs, groups
        places, padded = [], 0
        for size in groups:
            places += range(padded, padded + size)
            padded += (size + 15) // 16 * 16
        step = numpy.abs(weight).max(1) / 127 + 1e-12
        whole = numpy.zeros((padded, inputs), dtype=numpy.int64)
        whole[places] = numpy.clip(numpy.round(weight / step[:, None]), -127, 127)
        activation_step = float(linear.range) / 63
        scale, bias = numpy.zeros(padded), numpy.full(padded, -1e30)
        bias[places] = 0
        scale[places] = step * activation_step
        if linear.bias is not None:
            bias[places] = linear.bias.detach().numpy()
        bias -= 64 * whole.sum(1) * scale  # activations are kept 64 too high
        self.array([1 / activation_step], "<f4")
        self.array(whole.reshape(padded // 16, 16, inputs // 4, 4).transpose(0, 2, 1, 3), "i1")
        self.array(scale, "<f4")
        self.array(bias, "<f4")

    def table(self, weights):
        step = float(table_step(weights))
        self.array([step], "<f4")
        self.array(torch.clamp(torch.round(weights / step), -127, 127).numpy(), "i1")


def slots(words):
    """Open addressing by the lower half of the hash; the upper half tells words apart."""
    size = 1
    while size < 2 * len(words):
        size *= 2
    table = numpy.zeros((size, 2), dtype=numpy.uint32)
    for row, word in enumerate(words, 1):
        value = word_features.fnv(word)
        slot = value & (size - 1)
        while table[slot, 1]:
            assert table[slot, 0] != value >> 32, f"two words with one hash: {word}"
            slot = (slot + 1) & (size - 1)
        table[slot] = value >> 32, row
    return table


def calibrate(net, vocabulary, sentences):
    """Sets the range of each matrix's input to what it is without dropout."""
    found = {}

    def watch(module, inputs):
        magnitude = inputs[0].detach().abs().flatten()[::13]
        found.setdefault(module, []).append(torch.quantile(magnitude[:500000], 0.9999))

    hooks = [m.register_forward_pre_hook(watch) for m in net.modules() if isinstance(m, Linear)]
    with torch.no_grad():
        for start in range(0, len(sentences), 50):
            batch = Batch(sentences[start:start + 50], vocabulary)
            scores, labels, _, _ = net(*batch.inputs())
            labels(scores.argmax(2))
    for hook in hooks:
        hook.remove()
    for module, values in found.items():
        module.range.fill_(torch.stack(values).mean())


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--weights", type=Path, required=True)
    options.add_argument("--calibrate", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    chosen = options.parse_args()
    torch.set_num_threads(1)
    saved = torch.load(chosen.weights)
    shape = saved["shape"]
    net = ParserNet(len(saved["words"]) + 1, 1 << saved["row_bits"], len(saved["upos"]), len(saved["xpos"]),
                    len(saved["deprels"]), **shape)
    net.load_state_dict(saved["weights"])
    net.eval()
    sample = [s for s in treebank.read(chosen.calibrate) if len(s) <= 60][::20]
    vocabulary = Vocabulary(sample, saved["row_bits"], 2)
    vocabulary.words, vocabulary.word_index = saved["words"], {w: i + 1 for i, w in enumerate(saved["words"])}
    calibrate(net, vocabulary, sample)

    out = Section()
    names = [("\n".join(saved[kind]) + "\n").encode() for kind in ("upos", "xpos", "deprels")]
    table = slots(saved["words"])
    out.array([shape["embedding"], shape["width"], shape["layers"], shape["arc"], shape["label"], shape["tag_layer"],
               DISTANCES, len(table), len(saved["words"]) + 1, 1 << saved["row_bits"], *map(len, names)], "<u4")
    for text in names:
        out.array(numpy.frombuffer(text, dtype="u1"), "u1")
    out.array(table, "<u4")
    out.table(net.words.detach())
    out.table(net.rows.detach())
    for layer in net.layers:
        out.matrix(layer.linear)
        out.array(layer.peep.detach().numpy(), "<f4")
        out.array(layer.bias.detach().numpy(), "<f4")
    out.matrix(net.tags, [len(saved["upos"]), len(saved["xpos"])])
    out.matrix(net.views)
    # The heads' bias is that of the product.
    net.bilinear.bias = net.head_bias
    out.matrix(net.bilinear)
    out.matrix(net.labels)
    out.array(net.root_arc.detach().numpy(), "<f4")
    out.array(net.root_label.detach().numpy(), "<f4")
    out.array(net.distance.detach().numpy(), "<f4")
    out.array(net.distance_label.detach().numpy(), "<f4")
    chosen.out.write_bytes(out.bytes)
    print(f"{len(out.bytes)} bytes; ranges " + " ".join(f"{float(m.range):.2f}" for m in net.modules()
                                                        if isinstance(m, Linear)))


if __name__ == "__main__":
    main()
