"""One-hot columns and dictionaries over time, in the manner of the well-known program."""

import numpy as np


def lossFun(inputs, targets, hprev, params):  # noqa: N802
    Wxh, Whh, Why = params["Wxh"], params["Whh"], params["Why"]
    bh, by = params["bh"], params["by"]
    xs, hs, ps = {}, {-1: np.copy(hprev)}, {}
    loss = 0
    for t in range(len(inputs)):
        xs[t] = np.zeros((Wxh.shape[1], 1))
        xs[t][inputs[t]] = 1
        hs[t] = np.tanh(np.dot(Wxh, xs[t]) + np.dot(Whh, hs[t - 1]) + bh)
        y = np.dot(Why, hs[t]) + by
        lse = np.logaddexp.reduce(y[:, 0])
        ps[t] = np.exp(y - lse)
        loss += lse - y[targets[t], 0]
    dWxh, dWhh, dWhy = np.zeros(Wxh.shape), np.zeros(Whh.shape), np.zeros(Why.shape)
    dbh, dby, dhnext = np.zeros(bh.shape), np.zeros(by.shape), np.zeros(bh.shape)
    for t in range(len(inputs) - 1, -1, -1):
        dy = np.copy(ps[t])
        dy[targets[t]] -= 1
        dWhy += np.dot(dy, hs[t].T)
        dby += dy
        dh = np.dot(Why.T, dy) + dhnext
        draw = (1 - hs[t] * hs[t]) * dh
        dbh += draw
        dWxh += np.dot(draw, xs[t].T)
        dWhh += np.dot(draw, hs[t - 1].T)
        dhnext = np.dot(Whh.T, draw)
    grads = {"Wxh": dWxh, "Whh": dWhh, "Why": dWhy, "bh": dbh, "by": dby}
    return loss, grads, hs[len(inputs) - 1]


def clip_gradients(grads, limit):
    clipped = {name: np.copy(each) for name, each in grads.items()}
    for each in clipped.values():
        np.clip(each, -limit, limit, out=each)
    return clipped
