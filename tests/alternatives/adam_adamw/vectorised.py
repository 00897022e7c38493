"""Merges the defaults with config into a new dictionary; the two rules stand side by side."""

import numpy as np


def adam(w, dw, config=None):
    c = dict(learning_rate=1e-3, beta1=0.9, beta2=0.999, epsilon=1e-8)
    c |= dict(m=np.zeros_like(w), v=np.zeros_like(w), t=0) | (config or {})
    b1, b2 = c["beta1"], c["beta2"]
    c["t"] += 1
    c["m"] = b1 * c["m"] + (1 - b1) * dw
    c["v"] = b2 * c["v"] + (1 - b2) * dw**2
    mhat, vhat = c["m"] / (1 - b1 ** c["t"]), c["v"] / (1 - b2 ** c["t"])
    return w - c["learning_rate"] * mhat / (np.sqrt(vhat) + c["epsilon"]), c


def adamw(w, dw, config=None):
    c = dict(learning_rate=1e-3, beta1=0.9, beta2=0.999, epsilon=1e-8, weight_decay=1e-2)
    c |= dict(m=np.zeros_like(w), v=np.zeros_like(w), t=0) | (config or {})
    b1, b2 = c["beta1"], c["beta2"]
    c["t"] += 1
    c["m"] = b1 * c["m"] + (1 - b1) * dw
    c["v"] = b2 * c["v"] + (1 - b2) * dw**2
    mhat, vhat = c["m"] / (1 - b1 ** c["t"]), c["v"] / (1 - b2 ** c["t"])
    step = mhat / (np.sqrt(vhat) + c["epsilon"]) + c["weight_decay"] * w
    return w - c["learning_rate"] * step, c
