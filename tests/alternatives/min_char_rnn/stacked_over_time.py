"""Gradients collected over time first; all weights by one product at the end."""

import numpy as np


def char_rnn_loss(inputs, targets, hprev, params):
    T, V = len(inputs), params["by"].size
    x = np.eye(V)[inputs]
    h = np.zeros((T + 1, hprev.size))
    h[0] = hprev[:, 0]
    for t in range(T):
        h[t + 1] = np.tanh(params["Wxh"] @ x[t] + params["Whh"] @ h[t] + params["bh"][:, 0])
    y = h[1:] @ params["Why"].T + params["by"].T
    y = y - y.max(axis=1, keepdims=True)
    log_p = y - np.log(np.exp(y).sum(axis=1, keepdims=True))
    dy = np.exp(log_p) - np.eye(V)[targets]
    da = dy @ params["Why"]
    for t in range(T - 1, -1, -1):
        if t < T - 1:
            da[t] += da[t + 1] @ params["Whh"]
        da[t] *= 1 - h[t + 1] ** 2
    grads = {
        "Wxh": da.T @ x,
        "Whh": da.T @ h[:-1],
        "Why": dy.T @ h[1:],
        "bh": da.sum(axis=0)[:, None],
        "by": dy.sum(axis=0)[:, None],
    }
    return -log_p[np.arange(T), targets].sum(), grads, h[-1:].T


def clip_grads(grads, limit):
    return {name: np.maximum(np.minimum(g, limit), -limit) for name, g in grads.items()}
