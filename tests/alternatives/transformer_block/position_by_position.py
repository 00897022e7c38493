"""Norm and feed-forward position by position; attention query by query."""

import numpy as np


def norm_one(row, gamma, beta):
    return gamma * (row - row.mean()) / np.sqrt(row.var() + 1e-5) + beta


def norm(x, p, i):
    return np.array([[norm_one(row, p["gamma" + i], p["beta" + i]) for row in sample] for sample in x])


def attend(x, p, heads):
    width = x.shape[2] // heads
    out = []
    for sample in x:
        q, k, v = sample @ p["Wq"], sample @ p["Wk"], sample @ p["Wv"]
        rows = []
        for t in range(len(sample)):
            parts = []
            for h in range(heads):
                c = slice(h * width, (h + 1) * width)
                s = k[:, c] @ q[t, c] / np.sqrt(width)
                w = np.exp(s - s.max())
                parts.append(w @ v[:, c] / w.sum())
            rows.append(np.concatenate(parts) @ p["Wo"])
        out.append(rows)
    return np.array(out)


def feed(x, p):
    return np.array(
        [[np.maximum(row @ p["W1"] + p["b1"], 0) @ p["W2"] + p["b2"] for row in sample] for sample in x]
    )


def transformer_block(x, params, num_heads, pre_norm=True):
    if pre_norm:
        x = x + attend(norm(x, params, "1"), params, num_heads)
        return x + feed(norm(x, params, "2"), params)
    x = norm(x + attend(x, params, num_heads), params, "1")
    return norm(x + feed(x, params), params, "2")
