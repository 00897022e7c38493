"""Every layer with loops over its positions, as one writes it on a whiteboard."""

import numpy as np


def conv(x, w, b, pad):
    N, C, H, W = x.shape
    F, _, K, _ = w.shape
    padded = np.zeros((N, C, H + 2 * pad, W + 2 * pad))
    padded[:, :, pad : pad + H, pad : pad + W] = x
    OH, OW = H + 2 * pad - K + 1, W + 2 * pad - K + 1
    out = np.zeros((N, F, OH, OW))
    for i in range(OH):
        for j in range(OW):
            patch = padded[:, :, i : i + K, j : j + K].reshape(N, -1)
            out[:, :, i, j] = patch.dot(w.reshape(F, -1).T) + b
    return out


def relu(x):
    return x * (x > 0)


def pool(x):
    N, C, H, W = x.shape
    out = np.zeros((N, C, H // 2, W // 2))
    for i in range(H // 2):
        for j in range(W // 2):
            out[:, :, i, j] = x[:, :, 2 * i : 2 * i + 2, 2 * j : 2 * j + 2].max(axis=(2, 3))
    return out


def lenet_forward(x, params):
    p = params
    h = pool(relu(conv(x, p["W1"], p["b1"], 2)))
    h = pool(relu(conv(h, p["W2"], p["b2"], 0)))
    h = h.reshape(h.shape[0], -1)
    h = relu(h.dot(p["W3"]) + p["b3"])
    h = relu(h.dot(p["W4"]) + p["b4"])
    return h.dot(p["W5"]) + p["b5"]
