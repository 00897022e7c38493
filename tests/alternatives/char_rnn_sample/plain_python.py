"""Numbers in lists, with the math module."""

import math

import numpy as np


def step(ix, h, q):
    H, V = q["Wxh"].shape
    new = []
    for i in range(H):
        a = float(q["Wxh"][i, ix]) + float(q["bh"][i, 0])
        a += sum(float(q["Whh"][i, j]) * h[j] for j in range(H))
        new.append(math.tanh(a))
    y = [float(q["by"][k, 0]) + sum(float(q["Why"][k, i]) * new[i] for i in range(H)) for k in range(V)]
    e = [math.exp(v - max(y)) for v in y]
    return new, [v / sum(e) for v in e]


def char_rnn(inputs, h0, params):
    h, rows = [float(v) for v in h0[:, 0]], []
    for ix in inputs:
        h, p = step(ix, h, params)
        rows.append(p)
    return np.array(rows), np.array(h)[:, None]


def char_rnn_sample(h, seed_ix, uniforms, params):
    h, ix, drawn = [float(v) for v in h[:, 0]], seed_ix, []
    for u in uniforms:
        h, p = step(ix, h, params)
        total, ix = p[0], 0
        while u >= total and ix < len(p) - 1:
            ix += 1
            total += p[ix]
        drawn.append(ix)
    return np.array(drawn)
