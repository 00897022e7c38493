"""The low-rank update as one matrix, and its gradient taken apart with the chain rule."""

import numpy as np


def lora_forward(x, W, A, B, alpha):
    D, r = A.shape
    delta = (alpha / r) * np.matmul(A, B)
    return np.matmul(x, W + delta), {"x": x, "full": W + delta, "A": A, "B": B, "s": alpha / r}


def lora_backward(dout, cache):
    d_delta = np.matmul(cache["x"].T, dout) * cache["s"]
    dA = np.matmul(d_delta, cache["B"].T)
    dB = np.matmul(cache["A"].T, d_delta)
    return np.matmul(dout, cache["full"].T), dA, dB


def lora_merge(W, A, B, alpha):
    return W + (alpha / len(B)) * np.einsum("dr,rm->dm", A, B)
