"""recurrence.c as a function torch can differentiate, and its optimiser step."""

import ctypes
import subprocess
import tempfile
from pathlib import Path

import torch

_source = Path(__file__).with_name("recurrence.c")
_folder = tempfile.TemporaryDirectory()
_library = Path(_folder.name) / "recurrence.so"
subprocess.run(["gcc", "-O3", "-march=native", "-mprefer-vector-width=512", "-ffast-math", "-shared", "-fPIC", str(_source), "-o", str(_library), "-lm"],
               check=True)
_c = ctypes.CDLL(str(_library))


def _at(tensor):
    assert tensor.is_contiguous() and tensor.dtype in (torch.float32, torch.int32), (tensor.dtype, tensor.stride())
    return ctypes.c_void_p(tensor.data_ptr())


class _Recurrence(torch.autograd.Function):
    @staticmethod
    def forward(context, gates, skip, peep, bias, lengths):
        batch, time, directions, width = skip.shape
        assert directions == 2 and gates.shape == (batch, time, 2, 3, width)
        assert peep.shape == bias.shape == (2, 2, width) and lengths.shape == (batch,)
        gates, skip = gates.contiguous(), skip.contiguous()
        out, forget, reset, state = (torch.empty_like(skip) for _ in range(4))
        _c.recurrence_forward(_at(gates), _at(skip), _at(peep), _at(bias), _at(lengths), batch, time, width,
                              _at(out), _at(forget), _at(reset), _at(state))
        context.save_for_backward(gates, skip, peep, lengths, forget, reset, state)
        return out

    @staticmethod
    def backward(context, d_out):
        gates, skip, peep, lengths, forget, reset, state = context.saved_tensors
        batch, time, _, width = skip.shape
        d_out = d_out.contiguous()
        d_gates, d_skip = torch.empty_like(gates), torch.empty_like(skip)
        d_peep, d_bias = torch.empty_like(peep), torch.empty_like(peep)
        _c.recurrence_backward(_at(gates), _at(skip), _at(peep), _at(lengths), batch, time, width, _at(forget),
                               _at(reset), _at(state), _at(d_out), _at(d_gates), _at(d_skip), _at(d_peep),
                               _at(d_bias))
        return d_gates, d_skip, d_peep, d_bias, None


recurrence = _Recurrence.apply


class _ReducedLinear(torch.autograd.Function):
    """x·wᵀ with the products in bfloat16, which processors with matrix units do several times faster."""

    @staticmethod
    def forward(context, x, weight):
        x16, w16 = x.bfloat16(), weight.bfloat16()
        context.save_for_backward(x16, w16)
        return (x16 @ w16.t()).float()

    @staticmethod
    def backward(context, d_out):
        x16, w16 = context.saved_tensors
        d16 = d_out.bfloat16()
        return (d16 @ w16).float(), (d16.t() @ x16).float()


def reduced_linear(x, weight):
    shape = x.shape
    return _ReducedLinear.apply(x.reshape(-1, shape[-1]), weight).reshape(*shape[:-1], weight.shape[0])


class Optimiser:
    """Adam with an average of the weights kept beside them; tables are updated in the rows that a batch has met."""

    def __init__(self, net, keep=0.999, beta1=0.9, beta2=0.98, epsilon=1e-8, decay=0.0, clip=5.0):
        self.net = net
        self.tables = net.tables()
        self.parameters = [p for p in net.parameters() if all(p is not table for table in self.tables)]
        everything = self.parameters + self.tables
        self.mean = {p: torch.zeros_like(p.data) for p in everything}
        self.square = {p: torch.zeros_like(p.data) for p in everything}
        self.average = {p: p.data.clone() for p in everything}
        self.last = {p: torch.zeros(p.shape[0], dtype=torch.int32) for p in self.tables}
        self.keep, self.beta1, self.beta2, self.epsilon = keep, beta1, beta2, epsilon
        self.decay, self.clip, self.count = decay, clip, 0

    def step(self, rate):
        self.count += 1
        parts = self.net.met
        gradients = [p.grad for p in self.parameters if p.grad is not None] + [part.grad for _, _, part in parts]
        norm = sum(float(g.norm()) ** 2 for g in gradients) ** 0.5
        assert norm == norm, "the gradient is not a number"
        number = ctypes.c_float
        scale = number(min(1.0, self.clip / (norm + 1e-9)))
        keep = number(min(self.keep, self.count / (self.count + 10)))
        corrections = number(1 / (1 - self.beta1 ** self.count)), number(1 / (1 - self.beta2 ** self.count))
        constants = number(rate), number(self.beta1), number(self.beta2), *corrections, number(self.epsilon), scale
        for p in self.parameters:
            if p.grad is None:
                continue
            gradient = p.grad.contiguous()
            _c.adam_step(*self._state(p), _at(gradient), ctypes.c_size_t(p.numel()), *constants, number(self.decay),
                         keep)
            p.grad = None
        for table, ids, part in parts:
            gradient = part.grad.contiguous()
            _c.adam_rows(*self._state(table), _at(self.last[table]), ctypes.c_void_p(ids.data_ptr()),
                         ctypes.c_size_t(len(ids)), ctypes.c_size_t(table.shape[1]), _at(gradient), self.count,
                         *constants, keep)

    def _state(self, p):
        return _at(p.data), _at(self.mean[p]), _at(self.square[p]), _at(self.average[p])

    def swap(self):
        """Exchanges the weights with their average, for evaluation and saving."""
        for table in self.tables:
            waited = (self.keep ** (self.count - self.last[table]).float())[:, None]
            average = self.average[table]
            average.copy_(waited * average + (1 - waited) * table.data)
            self.last[table].fill_(self.count)
        for p, average in self.average.items():
            held = p.data.clone()
            p.data.copy_(average)
            average.copy_(held)
