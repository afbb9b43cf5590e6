"""The network of the parser: hashed embeddings, a light bidirectional encoder, biaffine arcs (Dozat & Manning 2017)."""

import torch
import torch.nn.functional as F
from torch import nn

from recurrence import recurrence, reduced_linear

DISTANCES = 24  # signed distance between a word and its head, clipped, ±


def fake_quantise(x, step, low, high):
    """Rounds to the steps that the program will have; the gradient passes as if it didn't."""
    rounded = torch.clamp(torch.round(x / step), low, high) * step
    inside = (x >= low * step) & (x <= high * step)
    return torch.where(inside, x + (rounded - x).detach(), rounded.detach() + 0 * x)


class Linear(nn.Module):
    """A matrix whose inputs are rounded to 7 bits and whose weights to 8 bits once `quantised` is set."""

    def __init__(self, inputs, outputs, bias=True, gain=1.0):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(outputs, inputs))
        nn.init.xavier_uniform_(self.weight, gain)
        self.bias = nn.Parameter(torch.zeros(outputs)) if bias else None
        self.register_buffer("range", torch.zeros(()))
        self.calls = 0
        self.quantised = False

    def forward(self, x):
        if self.training:
            self.calls += 1
            if self.calls % 8 == 1:
                with torch.no_grad():
                    # Nearly the largest magnitude: outliers are clipped.
                    now = torch.quantile(x.detach().abs().flatten()[::31][:10000], 0.9997)
                    self.range.copy_(now if self.range == 0 else 0.97 * self.range + 0.03 * now)
        weight = self.weight
        if self.quantised:
            x = fake_quantise(x, self.range / 63, -63, 63)
            weight = fake_quantise(weight, weight.detach().abs().amax(1, keepdim=True) / 127 + 1e-12, -127, 127)
        y = reduced_linear(x, weight) if not self.quantised or self.training else F.linear(x, weight)
        return y if self.bias is None else y + self.bias


def shared_dropout(x, rate, training):
    """One mask for all words of a sentence."""
    if not training or rate == 0:
        return x
    mask = torch.empty(x.shape[0], 1, x.shape[2]).bernoulli_(1 - rate) / (1 - rate)
    return x * mask


class Layer(nn.Module):
    def __init__(self, inputs, width):
        super().__init__()
        self.width = width
        self.projected = inputs != 2 * width
        self.linear = Linear(inputs, 2 * (4 if self.projected else 3) * width, bias=False)
        self.peep = nn.Parameter(torch.zeros(2, 2, width))
        bias = torch.zeros(2, 2, width)
        bias[:, 0] = 0.5
        self.bias = nn.Parameter(bias)

    def forward(self, x, lengths):
        batch, time, _ = x.shape
        y = self.linear(x).reshape(batch, time, 2, -1, self.width)
        if self.projected:
            y, skip = y.split([3, 1], 3)
        else:
            skip = x
        skip = skip.reshape(batch, time, 2, self.width)
        return recurrence(y, skip, self.peep, self.bias, lengths).reshape(batch, time, -1)

    def pass_by(self):
        """Makes a new layer hand on its input, nearly, so that it can be put on top of a trained one."""
        assert not self.projected
        self.bias.data[:, 1] = -2.0


class ParserNet(nn.Module):
    def __init__(self, words, rows, upos, xpos, deprels, embedding=128, width=128, layers=3, arc=128, label=64,
                 tag_layer=2, dropout=0.33, embedding_dropout=0.2):
        super().__init__()
        self.words = nn.Parameter(torch.randn(words, embedding) * 0.1, requires_grad=False)
        self.rows = nn.Parameter(torch.randn(rows, embedding) * 0.05, requires_grad=False)
        self.layers = nn.ModuleList([Layer(embedding if i == 0 else 2 * width, width) for i in range(layers)])
        self.tag_layer = tag_layer
        self.tags = Linear(2 * width, upos + xpos)
        self.upos_count = upos
        self.arc, self.label = arc, label
        # Dependent and head views for arcs, then for labels, in one product.
        self.views = Linear(2 * width, 2 * arc + 2 * label)
        self.bilinear = Linear(arc, arc, bias=False)
        nn.init.eye_(self.bilinear.weight)
        self.bilinear.weight.data.mul_(0.1)
        self.root_arc = nn.Parameter(torch.randn(arc) * 0.1)
        self.root_label = nn.Parameter(torch.zeros(label))
        self.distance = nn.Parameter(torch.zeros(2 * DISTANCES + 2))
        self.distance_label = nn.Parameter(torch.zeros(2 * DISTANCES + 2, label))
        self.head_bias = nn.Parameter(torch.zeros(arc))
        self.labels = Linear(label, deprels)
        self.dropout, self.embedding_dropout = dropout, embedding_dropout
        self.quantised = False
        self.met, self.steps, self.calls = [], {}, 0

    def quantise(self, on=True):
        self.quantised = on
        for module in self.modules():
            if isinstance(module, Linear):
                module.quantised = on

    def tables(self):
        return [self.words, self.rows]

    def part(self, table, ids):
        """The rows that `ids` name, quantised if so set, and the ids' places among them."""
        met = table.data
        if self.training:
            names, ids = torch.unique(ids, return_inverse=True)
            met = table.data[names].requires_grad_()
            self.met.append((table, names, met))
        if self.quantised:
            # One step for a whole table, since its rows are added up as integers; found anew now and then.
            if table not in self.steps or not self.training or self.calls % 100 == 0:
                self.steps[table] = table_step(table.data)
            met = fake_quantise(met, self.steps[table], -127, 127)
        return met, ids

    def encode(self, words, rows, offsets, shape, lengths):
        """words, rows and offsets list the features of all tokens, flat; shape is (batch, time), lengths sentence lengths."""
        self.met = []
        self.calls += 1
        part, places = self.part(self.words, words)
        x = F.embedding(places, part)
        part, places = self.part(self.rows, rows)
        x = x + F.embedding_bag(places, part, offsets, mode="sum")
        batch, time = shape
        padded = x.new_zeros(batch * time, x.shape[1])
        keep = (torch.arange(time)[None, :] < lengths[:, None]).flatten()
        padded[keep] = x
        x = padded.reshape(batch, time, -1)
        x = shared_dropout(x, self.embedding_dropout, self.training)
        tags = None
        for number, layer in enumerate(self.layers, 1):
            x = layer(x, lengths.int())
            x = shared_dropout(x, self.dropout, self.training)
            if number == self.tag_layer:
                tags = self.tags(x)
        return x, tags

    def forward(self, words, rows, offsets, shape, lengths):
        """Arc scores (batch, dependent, head with 0 = root), label scores as a function of heads, tag scores."""
        x, tags = self.encode(words, rows, offsets, shape, lengths)
        batch, time, _ = x.shape
        views = self.views(x)
        arcs, of_dependents, of_heads = views.split([2 * self.arc, self.label, self.label], 2)
        dependents, heads = shared_dropout(F.relu(arcs), self.dropout, self.training).split(self.arc, 2)
        heads = torch.cat([self.root_arc.expand(batch, 1, -1), self.bilinear(heads) + self.head_bias], 1)
        scores = dependents @ heads.transpose(1, 2)
        place = torch.arange(time)
        gap = torch.clamp(place[None, :] - place[:, None], -DISTANCES, DISTANCES) + DISTANCES  # head - dependent
        gap = torch.cat([torch.full((time, 1), 2 * DISTANCES + 1), gap], 1)
        scores = scores + self.distance[gap]
        blocked = place[None, :] >= lengths[:, None]
        mask = torch.cat([torch.zeros(batch, 1, dtype=torch.bool), blocked], 1)[:, None, :].expand(-1, time, -1)
        itself = torch.cat([torch.zeros(time, 1, dtype=torch.bool), torch.eye(time, dtype=torch.bool)], 1)
        scores = scores.masked_fill(mask | itself, -1e4)

        of_heads = torch.cat([self.root_label.expand(batch, 1, -1), of_heads], 1)

        def labels(chosen):
            at_head = of_heads.gather(1, chosen[:, :, None].expand(-1, -1, self.label))
            distance = self.distance_label[gap.expand(batch, -1, -1).gather(2, chosen[:, :, None])[:, :, 0]]
            hidden = F.relu(of_dependents + at_head + distance)
            return self.labels(shared_dropout(hidden, self.dropout, self.training))

        return scores, labels, *tags.split([self.upos_count, tags.shape[2] - self.upos_count], 2)


def table_step(weights):
    """The step of a quantised table; the rare weight beyond 127 steps is clipped."""
    return (torch.quantile(weights.detach().abs().flatten()[::5][:1000000], 0.9999) / 127 + 1e-12)
