"""A running mean of the gradient, corrected with every micro-batch."""

import numpy as np


def batch_gradient(X, y, w):
    residual = np.einsum("nd,d->n", X, w) - y
    return np.mean(np.square(residual)), np.einsum("nd,n->d", X, residual) * 2 / residual.size


def train_epoch(X, y, w, lr, micro_size, every):
    mean, seen, held = 0.0, 0, 0
    for start in range(0, len(X), micro_size):
        stop = min(start + micro_size, len(X))
        g = batch_gradient(X[start:stop], y[start:stop], w)[1]
        seen += stop - start
        mean = mean + (g - mean) * (stop - start) / seen
        held += 1
        if held == every:
            w, mean, seen, held = w - lr * mean, 0.0, 0, 0
    return w - lr * mean if held else w


def ddp_average(grads, counts):
    return np.array(counts) @ np.array(grads) / np.sum(counts)
