"""The compact array version: forward, delta, four gradients."""

import numpy as np


def two_layer_loss(x, y, params, reg=0.0):
    W1, b1, W2, b2 = (params[k] for k in ("W1", "b1", "W2", "b2"))
    n = len(x)
    pre = x @ W1 + b1
    h = np.maximum(pre, 0)
    z = h @ W2 + b2
    z = z - z.max(1, keepdims=True)
    logp = z - np.log(np.exp(z).sum(1, keepdims=True))
    loss = -logp[np.arange(n), y].mean() + 0.5 * reg * ((W1**2).sum() + (W2**2).sum())
    d = np.exp(logp)
    d[np.arange(n), y] -= 1
    d /= n
    dh = d @ W2.T * (pre > 0)
    return loss, {
        "W1": x.T @ dh + reg * W1,
        "b1": dh.sum(0),
        "W2": h.T @ d + reg * W2,
        "b2": d.sum(0),
    }
