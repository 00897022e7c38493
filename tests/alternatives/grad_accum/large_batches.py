"""Every step as one large batch, which is what accumulation must equal."""

import numpy as np


def batch_gradient(X, y, w):
    e = X.dot(w) - y
    return e.dot(e) / len(e), 2 * e.dot(X) / len(e)


def train_epoch(X, y, w, lr, micro_size, every):
    size = micro_size * every
    for start in range(0, len(X), size):
        _, g = batch_gradient(X[start : start + size], y[start : start + size], w)
        w = w - lr * g
    return w


def average_gradients(grads, counts):
    return np.average(np.stack(grads), axis=0, weights=counts)
