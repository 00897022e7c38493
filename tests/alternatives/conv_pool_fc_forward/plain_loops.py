"""Loops over output positions, for the convolution and for the pooling."""

import numpy as np


def small_cnn_forward(x, W1, b1, W2, b2):
    N, C, H, W = x.shape
    F, _, K, _ = W1.shape
    p = K // 2
    padded = np.zeros((N, C, H + 2 * p, W + 2 * p))
    padded[:, :, p : p + H, p : p + W] = x
    conv = np.zeros((N, F, H, W))
    for i in range(H):
        for j in range(W):
            patch = padded[:, :, i : i + K, j : j + K].reshape(N, -1)
            conv[:, :, i, j] = patch @ W1.reshape(F, -1).T + b1
    conv[conv < 0] = 0
    pool = np.zeros((N, F, H // 2, W // 2))
    for i in range(H // 2):
        for j in range(W // 2):
            pool[:, :, i, j] = conv[:, :, 2 * i : 2 * i + 2, 2 * j : 2 * j + 2].max(axis=(2, 3))
    return pool.reshape(N, -1).dot(W2) + b2
