# bug: Gradient: factor 2 forgotten.
# output: dyhat
# line: 12
# accept: factor-two-dropped
import numpy as np

def mse_loss(yhat, y, reduction="mean"):
    N, D = yhat.shape
    m = {"mean": N * D, "batchmean": N, "sum": 1}[reduction]
    diff = yhat - y
    loss = np.sum(diff ** 2) / m
    dyhat = diff / m
    return loss, dyhat
