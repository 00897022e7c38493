# bug: Factor 2 missing in the gradient.
# output: dyhat
# line: 16
# accept: factor-two-dropped
import numpy as np


def mse_loss(yhat, y, reduction="mean"):
    residual = np.asarray(yhat - y, dtype=float)
    n, d = residual.shape
    m = {"mean": n * d, "batchmean": n, "sum": 1}[reduction]
    per_sample = [float(r @ r) for r in residual]
    loss = sum(per_sample) / m
    dyhat = np.empty_like(residual)
    for i, r in enumerate(residual):
        dyhat[i] = r / m
    return loss, dyhat
