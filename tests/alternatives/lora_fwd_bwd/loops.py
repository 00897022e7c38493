"""Index by index."""

import numpy as np


def lora_linear(x, W, A, B, alpha):
    N, D = x.shape
    r, M = B.shape
    y = np.zeros((N, M))
    for n in range(N):
        for m in range(M):
            for d in range(D):
                y[n, m] += x[n, d] * W[d, m]
                for k in range(r):
                    y[n, m] += alpha / r * x[n, d] * A[d, k] * B[k, m]
    return y, (x, W, A, B, alpha)


def lora_linear_backward(dout, cache):
    x, W, A, B, alpha = cache
    N, D = x.shape
    r, M = B.shape
    dx, dA, dB = np.zeros((N, D)), np.zeros((D, r)), np.zeros((r, M))
    for n in range(N):
        for m in range(M):
            for d in range(D):
                dx[n, d] += dout[n, m] * W[d, m]
                for k in range(r):
                    dx[n, d] += alpha / r * dout[n, m] * A[d, k] * B[k, m]
                    dA[d, k] += alpha / r * dout[n, m] * x[n, d] * B[k, m]
                    dB[k, m] += alpha / r * dout[n, m] * x[n, d] * A[d, k]
    return dx, dA, dB


def merge_lora(W, A, B, alpha):
    merged = np.array(W, dtype=float)
    r = len(B)
    for k in range(r):
        merged += alpha / r * np.outer(A[:, k], B[k])
    return merged
