"""Counts how often each sample was learnt; the weights are formed at the end."""

import numpy as np


def perceptron_fit(X, y, epochs):
    gram = (X @ X.T + 1.0) * np.outer(y, y)
    counts = np.zeros(len(y))
    for _ in range(epochs):
        for n in range(len(y)):
            if not gram[n] @ counts > 0:
                counts[n] += 1
    signed = counts * y
    return X.T @ signed, signed.sum(), int(counts.sum())
