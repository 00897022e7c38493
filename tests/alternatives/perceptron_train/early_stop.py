"""Plain Python numbers; stops as soon as an epoch passes without a mistake."""


import numpy as np


def perceptron_fit(X, y, epochs):
    weights, bias, total = [0.0] * X.shape[1], 0.0, 0
    for _ in range(epochs):
        mistakes = 0
        for row, label in zip(X.tolist(), y.tolist()):
            margin = label * (sum(w * v for w, v in zip(weights, row)) + bias)
            if margin > 0:
                continue
            weights = [w + label * v for w, v in zip(weights, row)]
            bias += label
            mistakes += 1
        total += mistakes
        if mistakes == 0:
            break
    return np.array(weights), bias, total
