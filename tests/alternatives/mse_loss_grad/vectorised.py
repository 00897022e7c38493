"""The residual once, a table of divisors, two lines."""

import numpy as np


def mse_loss(yhat, y, reduction="mean"):
    r = yhat - y
    m = {"mean": r.size, "batchmean": r.shape[0], "sum": 1}[reduction]
    return np.sum(r**2) / m, 2.0 / m * r
