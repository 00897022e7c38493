"""An LSTMCell with (ingate, forgetgate, outgate, cellgate); a NamedTuple carries the tensors."""

from typing import NamedTuple

import numpy as np


class Saved(NamedTuple):
    input: np.ndarray
    hx: np.ndarray
    cx: np.ndarray
    weight_ih: np.ndarray
    weight_hh: np.ndarray
    gates: tuple
    cy: np.ndarray


def sigmoid(input):
    return np.exp(-np.logaddexp(0, -input))


def lstm_cell_forward(input, hx, cx, weight_ih, weight_hh, bias):
    gates = input @ weight_ih + hx @ weight_hh + bias
    hidden_size = hx.shape[-1]
    chunks = [gates[:, k * hidden_size : (k + 1) * hidden_size] for k in range(4)]
    ingate, forgetgate, outgate = map(sigmoid, chunks[:3])
    cellgate = np.tanh(chunks[3])
    cy = forgetgate * cx + ingate * cellgate
    hy = outgate * np.tanh(cy)
    saved = Saved(
        input, hx, cx, weight_ih, weight_hh, (ingate, forgetgate, outgate, cellgate), cy
    )
    return hy, cy, saved


def lstm_cell_backward(grad_hy, grad_cy, saved):
    ingate, forgetgate, outgate, cellgate = saved.gates
    tanh_cy = np.tanh(saved.cy)
    grad_outgate = grad_hy * tanh_cy
    grad_cy = grad_cy + grad_hy * outgate * (1 - tanh_cy**2)
    grad_ingate = grad_cy * cellgate
    grad_forgetgate = grad_cy * saved.cx
    grad_cellgate = grad_cy * ingate
    grad_cx = grad_cy * forgetgate

    grad_gates = np.concatenate(
        (
            grad_ingate * ingate * (1 - ingate),
            grad_forgetgate * forgetgate * (1 - forgetgate),
            grad_outgate * outgate * (1 - outgate),
            grad_cellgate * (1 - cellgate**2),
        ),
        axis=1,
    )
    grad_input = grad_gates @ saved.weight_ih.T
    grad_hx = grad_gates @ saved.weight_hh.T
    grad_weight_ih = saved.input.T @ grad_gates
    grad_weight_hh = saved.hx.T @ grad_gates
    grad_bias = grad_gates.sum(0)
    return grad_input, grad_hx, grad_cx, grad_weight_ih, grad_weight_hh, grad_bias
