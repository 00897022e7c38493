# bug: Gradient from the per-sample loss.
# output: dyhat
# line: 16
# accept: none
import numpy as np


def mse_loss(yhat, y, reduction="mean"):
    residual = np.asarray(yhat - y, dtype=float)
    n, d = residual.shape
    m = {"mean": n * d, "batchmean": n, "sum": 1}[reduction]
    per_sample = [float(r @ r) for r in residual]
    loss = sum(per_sample) / m
    dyhat = np.empty_like(residual)
    for i, r in enumerate(residual):
        dyhat[i] = 2 * per_sample[i] / m
    return loss, dyhat
