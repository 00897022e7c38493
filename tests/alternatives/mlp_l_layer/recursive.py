"""One layer, and the rest of the network by recursion."""

import numpy as np

SLOPES = {"relu": lambda a: (a > 0).astype(float), "tanh": lambda a: 1 / np.cosh(a) ** 2}
VALUES = {"relu": lambda a: a * (a > 0), "tanh": np.tanh}


def _loss(z, y):
    n = len(y)
    log_p = z - np.logaddexp.reduce(z, axis=1)[:, None]
    hot = np.eye(z.shape[1])[y]
    return -(hot * log_p).sum() / n, (np.exp(log_p) - hot) / n


def _rest(x, y, weights, biases, kind):
    """Loss, gradients of these layers, and the gradient at x."""
    a = x @ weights[0] + biases[0]
    if len(weights) == 1:
        loss, da = _loss(a, y)
        above_w, above_b = [], []
    else:
        h = VALUES[kind](a)
        loss, above_w, above_b, dh = _rest(h, y, weights[1:], biases[1:], kind)
        da = dh * SLOPES[kind](a)
    return loss, [x.T @ da, *above_w], [da.sum(axis=0), *above_b], da @ weights[0].T


def mlp_loss(X, y, weights, biases, activation="relu"):
    return _rest(X, y, weights, biases, activation)[:3]
