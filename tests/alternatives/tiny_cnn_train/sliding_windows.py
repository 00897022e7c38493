"""Windows of the image as one matrix; updates in place on a copy."""

import copy

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def columns_of(x):
    windows = sliding_window_view(x, (3, 3), axis=(2, 3))
    return np.moveaxis(windows, 1, 3).reshape(x.shape[0], -1, x.shape[1] * 9)


def tiny_cnn_loss(x, y, params):
    N, F = len(x), len(params["b1"])
    cols = columns_of(x)
    a = cols @ params["W1"].reshape(F, -1).T + params["b1"]
    r = np.where(a > 0, a, 0.0)
    f = r.sum(axis=1) / r.shape[1]
    z = f.dot(params["W2"]) + params["b2"]
    e = np.exp(z - z.max(axis=1)[:, None])
    p = e / e.sum(axis=1)[:, None]
    loss = -np.log(p[range(N), y]).sum() / N
    dz = (p - np.eye(z.shape[1])[y]) / N
    da = np.repeat((dz @ params["W2"].T / r.shape[1])[:, None], r.shape[1], axis=1) * (a > 0)
    dW1 = np.einsum("npf,npk->fk", da, cols).reshape(params["W1"].shape)
    return loss, {"W1": dW1, "b1": da.sum((0, 1)), "W2": f.T.dot(dz), "b2": dz.sum(0)}


def train_tiny_cnn(x, y, params, lr, steps):
    own = copy.deepcopy(params)
    history = np.zeros(steps)
    for i in range(steps):
        history[i], grads = tiny_cnn_loss(x, y, own)
        for name in own:
            own[name] -= lr * grads[name]
    return history, own
