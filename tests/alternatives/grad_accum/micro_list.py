"""A list of micro-batches, consumed in groups; losses scaled by their share of the group."""

import numpy as np


def micro_batch_gradient(X, y, w):
    loss, dw = 0.0, np.zeros(len(w))
    for row, target in zip(X, y):
        error = float(row @ w - target)
        loss += error**2
        dw += 2 * error * row
    return loss / len(y), dw / len(y)


def train_with_accumulation(X, y, w, lr, micro_size, every):
    w = np.array(w, dtype=float)
    parts = [(X[i : i + micro_size], y[i : i + micro_size]) for i in range(0, len(y), micro_size)]
    while parts:
        group, parts = parts[:every], parts[every:]
        samples = sum(len(labels) for _, labels in group)
        grad = np.zeros_like(w)
        for inputs, labels in group:
            grad += micro_batch_gradient(inputs, labels, w)[1] * (len(labels) / samples)
        w -= lr * grad
    return w


def all_reduce_mean(grads, counts):
    total = float(sum(counts))
    out = np.zeros_like(grads[0])
    for g, n in zip(grads, counts):
        out = out + g * (n / total)
    return out
